// Package state replays claims into the state of affairs: who holds an office
// or is detained, what is closed, suspended, recalled or in force, since when
// and until when.
//
// What an act makes of the state is a row of data/state/rules.tsv. Claims are
// replayed in the order of the days on which they say things happened, so the
// state on a day is what was begun by then and not yet ended.
package state

import (
	"cmp"
	"slices"

	"griot"
	"griot/fuse/same"
)

// change is what one claim, by one rule, does to one slot.
type change struct {
	slot
	claim *griot.Claim
	rule  *rule
	day   griot.Day
}

// Find derives the holdings from claims; persons are the IDs of actors that
// are single persons. A claim that the change did not come about makes the
// holding contested. act is what a claim says was done, in the words of its
// report.
func Find(claims []*griot.Claim, persons map[string]bool, act func(*griot.Claim) string) []griot.Holding {
	made, denied := changes(claims, persons, act)
	slices.SortStableFunc(made, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.claim.Published, b.claim.Published), cmp.Compare(a.claim.ID, b.claim.ID))
	})
	l := &ledger{open: map[[2]string][]int{}}
	for _, c := range made {
		l.apply(c)
	}
	for _, d := range denied {
		l.contest(d)
	}
	return l.finished()
}

// changes reads every claim by every rule.
func changes(claims []*griot.Claim, persons map[string]bool, act func(*griot.Claim) string) (made, denied []change) {
	all := rules()
	for _, c := range claims {
		if !c.Status.Real() && c.Status != griot.Denied && !proclaimed(c) {
			continue
		}
		text := act(c)
		words := ruleWords(c, text)
		for i := range all {
			if !all[i].fires(c, words) {
				continue
			}
			for _, s := range all[i].slots(c, text, persons) {
				one := change{s, c, &all[i], day(c)}
				if c.Status == griot.Denied {
					denied = append(denied, one)
				} else {
					made = append(made, one)
				}
			}
		}
	}
	return made, denied
}

// proclaimed tells whether a claim announces what takes effect by being
// announced: "the junta said it was withdrawing its ambassadors".
func proclaimed(c *griot.Claim) bool {
	return c.Status == griot.Announced && c.When.To.Known() && c.When.To <= c.Published && c.Type.Quad() == 4
}

// ruleWords are the words that rules are held against.
func ruleWords(c *griot.Claim, act string) []string {
	return append(same.Words(act), same.Stem(c.Lemma))
}

// day is when a change takes effect: the first day that the claim gives, or
// the day before which it must have happened.
func day(c *griot.Claim) griot.Day { return cmp.Or(c.When.From, c.When.To, c.Published) }
