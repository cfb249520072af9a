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
	words  []string // of the act, its mode, its place, and the names of those to whom it was done
	place  []string // of its place
	senses []int    // rows of words for one act that any of them stands in
	asked  *entry   // that it was tried for last
}

// deed is the deed of a claim, made once.
func (l *ledger) deed(c *griot.Claim) *deed {
	if d := l.deeds[c]; d != nil {
		return d
	}
	d := &deed{Claim: c, stem: same.Stem(c.Lemma)}
	d.words = append(slices.Clone(l.content(c)), d.stem, same.Stem(c.Mode))
	for _, a := range c.Recipients {
		d.words = append(d.words, same.Words(a.Name)...)
	}
	if c.Where != nil {
		d.place = same.Words(c.Where.Words)
		d.words = append(d.words, d.place...)
	}
	slices.Sort(d.words)
	d.words = slices.Compact(d.words)
	for _, w := range d.words {
		d.senses = append(d.senses, same.Senses(w)...)
	}
	slices.Sort(d.senses)
	l.deeds[c] = d
	return d
}

// speaksOf tells whether a word, or a word for the same act, is one of the deed's.
func (d *deed) speaksOf(w string) bool {
	if _, ok := slices.BinarySearch(d.words, w); ok {
		return true
	}
	return slices.ContainsFunc(same.Senses(w), func(row int) bool {
		_, ok := slices.BinarySearch(d.senses, row)
		return ok
	})
}

// past is what can show what became of an expectation: the first claim of each
// act of an event, by what it can be found by.
type past struct { // claims of undated reports are in none of these
	byKey   map[string][]*deed // by participant, word of a name, place or word of the act
	inEvent map[string][]*deed // the claims of the same event, by claim ID
	loose   []*deed            // claims without any actor
}

func (l *ledger) index(events [][]*griot.Claim) *past {
	p := &past{byKey: map[string][]*deed{}, inEvent: map[string][]*deed{}}
	for _, claims := range events {
		var shown, kept []*deed
		for _, c := range claims {
			if c.Published.Known() && shows(c) {
				shown = append(shown, l.deed(c))
			}
		}
		for _, c := range claims {
			p.inEvent[c.ID] = shown
		}
		for _, c := range shown {
			repeats := func(k *deed) bool { return k.Type == c.Type && k.Status == c.Status && k.Lemma == c.Lemma }
			if !slices.ContainsFunc(kept, repeats) {
				kept = append(kept, c)
				p.file(c)
			}
		}
	}
	for _, list := range p.byKey {
		slices.SortFunc(list, inOrder)
	}
	slices.SortFunc(p.loose, inOrder)
	return p
}

func inOrder(a, b *deed) int {
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
}

func (p *past) file(c *deed) {
	for _, key := range append(claimKeys(c.Claim), "did "+c.stem) {
		p.byKey[key] = append(p.byKey[key], c)
	}
	if c.Type == griot.Reject {
		p.byKey["refused in "+c.Report] = append(p.byKey["refused in "+c.Report], c)
	}
	if len(c.Actors)+len(c.Recipients) == 0 {
		p.loose = append(p.loose, c)
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
	lists := [][]*deed{p.inEvent[e.claim.ID], p.loose}
	for _, key := range claimKeys(e.claim) {
		lists = append(lists, p.byKey[key])
	}
	for _, w := range e.words {
		lists = append(lists, p.byKey["word "+w], p.byKey["did "+w])
	}
	lists = append(lists, p.byKey["refused in "+e.claim.Report])
	var found []*deed
	for i, list := range lists {
		reach := many
		if i < 2 {
			reach = most
		}
		from, _ := slices.BinarySearchFunc(list, e.claim.Published, func(d *deed, day griot.Day) int { return int(d.Published) - int(day) })
		for _, d := range list[from:min(from+reach, len(list))] {
			if d.asked != e && d.Claim != e.claim && (d.Report != e.claim.Report || answers(e.claim, d.Claim)) {
				d.asked = e
				found = append(found, d)
			}
		}
	}
	slices.SortFunc(found, inOrder)
	return found
}
