// Package expect keeps the ledger of acts that were announced, threatened,
// demanded, promised or made conditional, and finds in later claims what
// became of them.
//
// An entry stays open until a later claim shows otherwise; that claim is named.
// Only a deadline that has passed turns it overdue by itself, counted to the
// day of the last report, because the world after it is unknown.
package expect

import (
	"cmp"
	"slices"

	"griot"
	"griot/fuse/same"
)

// Texts are the words around a claim.
type Texts struct {
	Sentence func(*griot.Claim) string // that it stands in
	Act      func(*griot.Claim) string // what it says was done
	Line     func(*griot.Claim) string // who does what, as a line for readers
}

// entry is an expectation on its way.
type entry struct {
	griot.Expectation
	claim   *griot.Claim
	event   int    // the place of its event among all
	stem    string // of the claim's head word
	words   []string
	numbers []word  // of the words
	senses  [][]int // of the words
}

// ledger is what resolving needs: the rules and the texts.
type ledger struct {
	*rules
	Texts
	contents map[*griot.Claim][]string // what content has found; a claim is asked for many entries
	deeds    map[*griot.Claim]*deed
	vocabulary
	beside map[griot.Span][]*griot.Claim // the claims of a sentence that voices a demand
}

// Find lists what is expected and what became of it. Events hold the claims of
// each event, in order of publication; today is the day of the last report.
func Find(events [][]*griot.Claim, today griot.Day, texts Texts) []griot.Expectation {
	l := &ledger{loaded(), texts, map[*griot.Claim][]string{}, map[*griot.Claim]*deed{}, vocabulary{}, sentences(events)}
	later := l.index(events)
	var all []*entry
	for event, claims := range events {
		later.look(claims, l.deeds)
		for _, e := range l.entries(claims) {
			e.event = event
			l.resolve(e, later)
			if e.Status == "open" && e.By.To.Known() && e.By.To < today {
				e.Status, e.Reason = "overdue", "nothing read by "+today.String()+" shows it"
			}
			all = append(all, e)
		}
	}
	out := []griot.Expectation{}
	for _, e := range apart(all) {
		out = append(out, e.Expectation)
	}
	slices.SortFunc(out, func(a, b griot.Expectation) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// entries makes one entry for each kind of expectation that an event's claims
// voice; the first claim speaks for those that repeat it.
func (l *ledger) entries(claims []*griot.Claim) []*entry {
	var list []*entry
	for _, c := range claims {
		kind := l.kind(c)
		if kind == "conditional" && wont(c, l.Sentence(c)) {
			continue
		}
		if kind == "" || l.done(c, claims) || premise(c, l.Sentence(c)) {
			continue
		}
		i := slices.IndexFunc(list, func(e *entry) bool { return e.Kind == kind && e.Type == c.Type })
		if i >= 0 {
			list[i].Claims = append(list[i].Claims, c.ID)
			if by := deadline(c, l.Sentence(c)); !list[i].By.Known() {
				list[i].By = by
			}
			continue
		}
		text := l.Sentence(c)
		e := &entry{claim: c, stem: same.Stem(c.Lemma), words: l.content(c)}
		for _, w := range e.words {
			e.numbers, e.senses = append(e.numbers, l.number(w)), append(e.senses, same.Senses(w))
		}
		e.Expectation = griot.Expectation{
			ID: griot.NewID(griot.ExpectationID, c.ID), Claim: c.ID, Claims: []string{c.ID}, What: l.Line(c), Type: c.Type, Kind: kind,
			By: deadline(c, text), Condition: condition(c, text), Status: "open", Quote: c.Quote, Published: c.Published,
		}
		if len(c.Actors) > 0 {
			e.Who = cmp.Or(c.Actors[0].Name, c.Actors[0].Words)
		}
		if len(c.Recipients) > 0 {
			e.Target = cmp.Or(c.Recipients[0].Name, c.Recipients[0].Words)
		}
		list = append(list, e)
	}
	return list
}

// kind is the kind of expectation that a claim voices, "" for none.
func (r *rules) kind(c *griot.Claim) string {
	if c.Background || c.Status == griot.Denied || c.Status == griot.Possible || over(c) {
		return ""
	}
	promised := r.promise[same.Stem(c.Lemma)]
	switch {
	case c.Status == griot.Announced && c.Type == griot.Accuse && c.Mode == "disapprove":
		return "" // who declares that he is shocked has said so
	case c.Status == griot.Conditional:
		return "conditional"
	case c.Status == griot.Announced && promised:
		return "promised"
	case c.Status == griot.Announced:
		return "announced"
	case c.Status == griot.Threatened || c.Type == griot.Threaten:
		return "threatened"
	case c.Status == griot.Demanded || c.Type == griot.Request:
		return "demanded"
	case promised:
		return "promised"
	}
	return ""
}

// over tells whether the day of an announced deed is past already: to announce
// it was to do it, as when ambassadors are recalled.
func over(c *griot.Claim) bool {
	quad := c.Type.Quad()
	deed := quad == 2 || quad == 4
	return deed && c.Status == griot.Announced && c.When.To.Known() && c.When.To < c.Published
}

// done tells whether what a claim announces or orders is told as done by then:
// who announces that the government is overthrown has done it, and so have
// judges who ordered the release of a prisoner who walked out.
func (l *ledger) done(c *griot.Claim, claims []*griot.Claim) bool {
	deed := c.Status == griot.Announced && (c.Type == griot.Coerce || c.Type == griot.Sanction || c.Type == griot.Mobilize)
	ordered := c.Status == griot.Demanded && c.Type != griot.Request
	if !deed && !ordered {
		return false
	}
	did := func(d *griot.Claim) bool {
		return d.Status.Real() && d.Type == c.Type && d.Mode == c.Mode && d.Published <= c.Published && !(d.When.From > c.Published)
	}
	return slices.ContainsFunc(claims, did) || slices.ContainsFunc(l.beside[sentenceOf(c)], func(d *griot.Claim) bool {
		return did(d) && liking(c.Recipients, d.Recipients) == sameActor
	})
}

// sentences lists the claims of each sentence that voices a demand.
func sentences(events [][]*griot.Claim) map[griot.Span][]*griot.Claim {
	of := map[griot.Span][]*griot.Claim{}
	for _, claims := range events {
		for _, c := range claims {
			if c.Status == griot.Demanded {
				of[sentenceOf(c)] = nil
			}
		}
	}
	for _, claims := range events {
		for _, c := range claims {
			if list, ok := of[sentenceOf(c)]; ok {
				of[sentenceOf(c)] = append(list, c)
			}
		}
	}
	return of
}

func sentenceOf(c *griot.Claim) griot.Span {
	return griot.Span{Report: c.Report, Start: c.Sentence.Start, End: c.Sentence.End}
}

// content are the words of a claim that another one must share to be about the
// same act, without those that name the actors.
func (l *ledger) content(c *griot.Claim) []string {
	words, ok := l.contents[c]
	if !ok {
		words = slices.Clip(l.contentOf(c))
		l.contents[c] = words
	}
	return words
}

func (l *ledger) contentOf(c *griot.Claim) []string {
	named := map[string]bool{same.Stem(c.Lemma): true}
	if c.Where != nil {
		for _, w := range same.Words(c.Where.Words) {
			named[w] = true
		}
	}
	for _, list := range [][]griot.Actor{c.Actors, c.Recipients} {
		for _, a := range list {
			for _, w := range same.Words(a.Words) {
				named[w] = true
			}
		}
	}
	var words []string
	for _, w := range same.Words(l.Act(c)) {
		if !named[w] && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}
