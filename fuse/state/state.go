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
	"strings"

	"griot"
	"griot/fuse/same"
)

// change is what one claim by one rule, or one role, does to one slot.
type change struct {
	slot
	rule      string
	ends      bool
	day       griot.Day // on which it takes effect
	when      griot.Interval
	published griot.Day
	id        string   // of what says so, for a fixed order
	claims    []string // that show it
	passing   bool     // a clause without a day of its own says so of who somebody is
	told      bool     // it is told in passing that it holds, not that it began
	alone     bool     // only one of a nation can hold it
	nation    string
}

// Input is what the state of affairs is derived from.
type Input struct {
	Claims  []*griot.Claim
	Roles   []Role
	Persons map[string]bool           // IDs of actors that are single persons
	Home    func(*griot.Claim) string // the country that its report is about, "" when unknown
	Act     func(*griot.Claim) string // what a claim says was done, in the words of its report
}

// Find derives the holdings. A claim that a change did not come about makes the
// holding contested.
func (in *Input) Find() []griot.Holding {
	made, denied := in.changes()
	made = slices.DeleteFunc(made, alone(made))
	made = append(made, inOffice(in.Roles, in.Persons)...)
	slices.SortStableFunc(made, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.published, b.published), cmp.Compare(a.id, b.id))
	})
	l := newLedger()
	for _, c := range made {
		l.apply(c)
	}
	for _, d := range denied {
		l.contest(d)
	}
	l.rivals()
	return l.finished()
}

// alone finds the falls of governments that nothing shows but a clause in passing,
// without a day, that says who somebody is ("a general, who seized power in a
// coup"): it may be history.
func alone(made []change) func(change) bool {
	shown := map[slot]int{}
	for _, c := range made {
		shown[c.slot]++
	}
	return func(c change) bool { return c.passing && c.property == "government" && shown[c.slot] < 2 }
}

// changes reads every claim by every rule.
func (in *Input) changes() (made, denied []change) {
	all := rules()
	for _, c := range in.Claims {
		if !c.Status.Real() && c.Status != griot.Denied && !proclaimed(c) {
			continue
		}
		text := in.Act(c)
		words := ruleWords(c, text)
		for i := range all {
			if !all[i].fires(c, words) || c.Background && all[i].property == "talks" {
				continue // talks long past are not open
			}
			for _, s := range in.slots(&all[i], c, text) {
				one := change{
					slot: s, rule: all[i].id, ends: all[i].ends, day: cmp.Or(c.When.From, c.When.To, c.Published), when: since(c),
					published: c.Published, id: c.ID, claims: []string{c.ID}, passing: c.When.Basis != griot.BasisText && strings.Contains(c.Quote, " who "),
				}
				if !all[i].ends && s.property == "office" {
					one.alone, one.nation, one.day = true, cmp.Or(country(c), in.Home(c)), cmp.Or(c.When.To, one.day)
				}
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

// since is the interval in which what a claim tells came about. A day that only
// its report's publication gives says by when, not from when.
func since(c *griot.Claim) griot.Interval {
	if c.When.Known() && c.When.Basis != griot.BasisPublished && c.When.Basis != griot.BasisInferred {
		return c.When
	}
	if c.When.To.Known() {
		return griot.Interval{To: c.When.To, Basis: c.When.Basis, Reason: c.When.Reason}
	}
	return griot.Interval{To: c.Published, Basis: griot.BasisPublished, Reason: "no day is given; it was reported then"}
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
