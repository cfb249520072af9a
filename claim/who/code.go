package who

import (
	"strings"

	"griot"
)

// Code is the code of the actor that a phrase means on a day, "FRA MIL" for
// "the French troops", as far as the phrase alone tells; "" when it does not.
// It needs no parse.
func (d *Directory) Code(phrase string, day griot.Day) string {
	return d.read(phrase, day).code
}

// ends are the words before which the head of a noun phrase has passed; of
// those that are true, what follows may say whose it is.
var ends = map[string]bool{
	"of": true, "in": true, "from": true, "at": true, "on": true, "across": true, "throughout": true, "near": true,
	"within": true, "inside": true, "based": true, "outside": true, "around": true,
	"to": false, "for": false, "by": false, "with": false, "who": false, "which": false, "that": false, "against": false,
	"loyal": false, "ruled": false, "led": false, "over": false, "between": false, ",": false, "(": false,
}

// read finds the actor of a phrase by the order of its words.
func (d *Directory) read(phrase string, day griot.Day) ident {
	pieces := words(phrase)
	names := d.marks(pieces, strings.ToUpper(phrase) == phrase && len(phrase) > 12, nil)
	inName := make([]bool, len(pieces))
	for _, m := range names {
		for i := m.first; i < m.end; i++ {
			inName[i] = true
		}
	}
	calls := d.calls(pieces, func(first, end int) bool {
		for i := first; i < end; i++ {
			if inName[i] {
				return false
			}
		}
		return true
	})
	stop := len(pieces)
	for i := len(pieces) - 1; i > 0; i-- {
		if _, ok := ends[pieces[i].key]; ok && !inName[i] && !inCall(calls, i) {
			stop = i
		}
	}
	return d.readParts(pieces, names, calls, stop, day)
}

func inCall(calls []call, i int) bool {
	for _, c := range calls {
		if c.first <= i && i < c.end {
			return true
		}
	}
	return false
}

// readParts joins the last name or noun before stop with the name nearest
// before it, or else with the first that follows and may own it.
func (d *Directory) readParts(pieces []piece, names []mark, calls []call, stop int, day griot.Day) ident {
	var head *call
	for i := range calls {
		if calls[i].end <= stop {
			head = &calls[i]
		}
	}
	var before, after *mark
	for i := range names {
		switch m := &names[i]; {
		case m.end <= stop:
			before = m
		case after == nil && owning(pieces, m.first, stop):
			after = m
		}
	}
	if id := d.bySurname(pieces[:stop], head, before, after, day); id.known() {
		return id
	}
	switch {
	case head == nil && before == nil && after != nil:
		return d.ofLabel(pick(after.labels, nil), day)
	case head == nil && before == nil:
		return ident{}
	case head == nil || before != nil && before.first >= head.end:
		return d.readName(pieces, calls, before, day)
	case head.scope == member && after != nil && before == nil:
		for i := range calls {
			if calls[i].first > stop && calls[i].name != "" {
				head = &calls[i] // "a member of the Syrian parliament"
				break
			}
		}
	}
	if before == nil {
		before = after
	}
	own := owner{}
	switch {
	case before != nil:
		own = owner{d.ofLabel(pick(before.labels, nil), day), true}
	case head.first > 0 && d.bySurname(pieces[:head.first], nil, nil, nil, day).known():
		own = owner{d.nation(d.bySurname(pieces[:head.first], nil, nil, nil, day).country), true} // "the Bush administration"
	}
	n := head.noun
	if p := pieces[head.end-1].key; p != singular(p) {
		n.many, day = true, 0 // several do not hold one office
	}
	return d.compose(n, phraseOf(pieces[:stop]), d.topic(pieces), own, day)
}

// readName is the actor of a phrase that ends in a name of the tables. A title
// before it says more of an office than the tables' years.
func (d *Directory) readName(pieces []piece, calls []call, m *mark, day griot.Day) ident {
	l := pick(m.labels, nil)
	id := d.ofLabel(l, day)
	if last := pieces[m.end-1].key; l.kind == country && l.sense == demonym && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") {
		return d.citizens(l.country)
	}
	for _, c := range calls {
		if c.end != m.first || c.sector != "GOV" {
			continue
		}
		if c.first > 0 && d.is("lost", pieces[c.first-1].key) {
			return outOfOffice(id)
		}
		id = inOffice(id)
	}
	return id
}

// outOfOffice is a person of whom a report says that his office is over.
func outOfOffice(id ident) ident {
	if id.kind == person && strings.HasSuffix(id.code, " GOV") {
		id.code = strings.TrimSuffix(id.code, "GOV") + "ELI"
	}
	return id
}

// inOffice is a person whom a report gives the title of an office that the
// tables think is over.
func inOffice(id ident) ident {
	if id.kind == person && strings.HasSuffix(id.code, " ELI") {
		id.code = strings.TrimSuffix(id.code, "ELI") + "GOV"
	}
	return id
}

func phraseOf(pieces []piece) string {
	var s []string
	for _, p := range pieces {
		if p.key != "the" && p.key != "a" && p.key != "an" && p.key != "s" {
			s = append(s, p.key)
		}
	}
	return strings.Join(s, " ")
}

// owning tells whether the last small word between stop and first is one after
// which the owner comes.
func owning(pieces []piece, first, stop int) bool {
	for i := first - 1; i >= stop; i-- {
		if owns, ok := ends[pieces[i].key]; ok {
			return owns
		}
	}
	return false
}

// bySurname is the one in office whom a bare surname at the end of pieces
// means, of the country named before or after: "President Kagame".
func (d *Directory) bySurname(pieces []piece, title *call, before, after *mark, day griot.Day) ident {
	for len(pieces) > 0 && pieces[len(pieces)-1].key == "s" {
		pieces = pieces[:len(pieces)-1]
	}
	n := len(pieces)
	if n == 0 || !pieces[n-1].upper || before != nil && before.end >= n || title != nil && title.end >= n {
		return ident{}
	}
	iso := ""
	if before == nil {
		before = after
	}
	if before != nil {
		iso = pick(before.labels, nil).country
	}
	var found *entry
	for _, e := range d.surnames[pieces[n-1].key] {
		if iso != "" && e.country != iso {
			continue
		}
		if t, past := e.on(day); found == nil || !past && t.from <= day {
			found = e
		}
	}
	if found == nil {
		return ident{}
	}
	id := d.ofLabel(label{entry: found}, day)
	if title != nil && title.sector == "GOV" && (title.first == 0 || !d.is("lost", pieces[title.first-1].key)) {
		id = inOffice(id)
	}
	return id
}
