package expect

import (
	"cmp"
	"slices"
	"strings"

	"griot"
	"griot/fuse/same"
)

// How many later claims are tried for one expectation: of one actor, and of one
// word, place or country, of which there are many.
const (
	most = 200
	many = 50
)

// deed is a claim that may show what became of others, with what comparing needs.
type deed struct {
	*griot.Claim
	stem   string   // of its head word
	words  []word   // of the act, its mode, its place, and the names of those to whom it was done
	place  []string // words of its place
	senses []int    // rows of words for one act that any of them stands in
	rank   int32    // its place in past.deeds
	event  int      // the place of its event among all
	kept   bool     // it can be found; of those alike in one event the first is
	asked  *entry   // that it was tried for last
}

// newDeed is the deed of a claim.
func (l *ledger) newDeed(c *griot.Claim) *deed {
	d := &deed{Claim: c, stem: same.Stem(c.Lemma)}
	words := append(l.contentOf(c), d.stem, same.Stem(c.Mode))
	for _, a := range c.Recipients {
		words = append(words, same.Words(a.Name)...)
	}
	if c.Where != nil {
		d.place = same.Words(c.Where.Words)
		words = append(words, d.place...)
	}
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		d.words = append(d.words, l.number(w))
		d.senses = append(d.senses, same.Senses(w)...)
	}
	slices.Sort(d.words)
	slices.Sort(d.senses)
	d.words, d.senses = slices.Clip(d.words), slices.Clip(d.senses)
	return d
}

// word is a stem by its number in a vocabulary.
type word uint32

// vocabulary numbers stems, so that deeds hold numbers.
type vocabulary map[string]word

func (v vocabulary) number(stem string) word {
	n, ok := v[stem]
	if !ok {
		n = word(len(v))
		v[stem] = n
	}
	return n
}

// speaksOf tells whether a word, or a word for the same act, is one of the deed's.
func (d *deed) speaksOf(w word, senses []int) bool {
	if _, ok := slices.BinarySearch(d.words, w); ok {
		return true
	}
	return slices.ContainsFunc(senses, func(row int) bool {
		_, ok := slices.BinarySearch(d.senses, row)
		return ok
	})
}

// past is what can show what became of an expectation: the first claim of each
// act of an event, by what it can be found by. Claims of undated reports are not
// in it.
type past struct {
	deeds []*deed            // in order of publication
	byKey map[string][]int32 // indexes of deeds, by participant, word of a name, place or word of the act
	loose []int32            // claims without any actor
	event []*deed            // those of the event whose expectations are looked at, in order of publication
}

func (l *ledger) index(events [][]*griot.Claim) *past {
	p := &past{byKey: map[string][]int32{}}
	for event, claims := range events {
		from := len(p.deeds)
		for _, c := range claims {
			if !c.Published.Known() || !shows(c) {
				continue
			}
			d := l.newDeed(c)
			d.event = event
			d.kept = !slices.ContainsFunc(p.deeds[from:], func(k *deed) bool {
				return k.kept && k.Type == c.Type && k.Status == c.Status && k.Lemma == c.Lemma
			})
			l.deeds[c] = d
			p.deeds = append(p.deeds, d)
		}
	}
	slices.SortFunc(p.deeds, inOrder)
	for i, d := range p.deeds {
		d.rank = int32(i)
		if d.kept {
			p.file(d.rank)
		}
	}
	return p
}

func inOrder(a, b *deed) int {
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
}

// look turns to the claims of an event.
func (p *past) look(claims []*griot.Claim, deeds map[*griot.Claim]*deed) {
	p.event = p.event[:0]
	for _, c := range claims {
		if d := deeds[c]; d != nil {
			p.event = append(p.event, d)
		}
	}
}

func (p *past) file(i int32) {
	c := p.deeds[i]
	for _, key := range append(claimKeys(c.Claim), "did "+c.stem) {
		p.byKey[key] = append(p.byKey[key], i)
	}
	if c.Type == griot.Reject {
		p.byKey["refused in "+c.Report] = append(p.byKey["refused in "+c.Report], i)
	}
	if len(c.Actors)+len(c.Recipients) == 0 {
		p.loose = append(p.loose, i)
	}
}

// claimKeys are what a claim is found by: who takes part, the words of their
// names, and where.
func claimKeys(c *griot.Claim) []string {
	var list []string
	for _, a := range slices.Concat(c.Actors, c.Recipients) {
		list = append(list, keys(a)...)
	}
	proper, heads := nameWords(c)
	for _, w := range proper {
		list = append(list, "word "+w)
	}
	for _, w := range heads {
		list = append(list, "head "+w)
	}
	if c.Where != nil && c.Where.Name != "" {
		list = append(list, "in "+c.Where.Name)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// nameWords are the words of the proper names of those who take part, and what
// those are that have none: "court" for a constitutional court. Countries take
// part in everything and are left out.
func nameWords(c *griot.Claim) (proper, heads []string) {
	for _, a := range slices.Concat(c.Actors, c.Recipients) {
		words := same.Words(a.Name)
		switch {
		case len(a.Code) == len("COD") || len(words) == 0:
		case a.Name == strings.ToLower(a.Name):
			heads = append(heads, words[len(words)-1])
		default:
			proper = append(proper, words...)
		}
	}
	return proper, heads
}

// keys are what an actor is found by: itself, and its country when it is known.
func keys(a griot.Actor) []string {
	list := []string{a.ID}
	if country, _, _ := strings.Cut(a.Code, " "); country != "" {
		list = append(list, "country "+country)
	}
	return list
}

// after lists the claims published on or after the day of an expectation that
// share an actor with it or have none, or tell of the same event.
func (p *past) after(e *entry) []*deed {
	var found []int32
	try := func(d *deed) {
		if d.asked != e && d.Claim != e.claim && (d.Report != e.claim.Report || answers(e.claim, d.Claim)) {
			d.asked = e
			found = append(found, d.rank)
		}
	}
	day := func(d *deed, day griot.Day) int { return int(d.Published) - int(day) }
	of, _ := slices.BinarySearchFunc(p.event, e.claim.Published, day)
	for _, d := range p.event[of:min(of+most, len(p.event))] {
		try(d)
	}
	first, _ := slices.BinarySearchFunc(p.deeds, e.claim.Published, day)
	some := func(list []int32, reach int) {
		from, _ := slices.BinarySearch(list, int32(first))
		for _, i := range list[from:min(from+reach, len(list))] {
			try(p.deeds[i])
		}
	}
	some(p.loose, most)
	for _, key := range claimKeys(e.claim) {
		some(p.byKey[key], many)
	}
	for _, w := range e.words {
		some(p.byKey["word "+w], many)
		some(p.byKey["did "+w], many)
	}
	some(p.byKey["refused in "+e.claim.Report], many)
	slices.Sort(found)
	deeds := make([]*deed, len(found))
	for i, rank := range found {
		deeds[i] = p.deeds[rank]
	}
	return deeds
}
