// Package same puts the claims together that tell of one event.
//
// Claims come in order of publication. Each is weighed against the groups
// that share a key with it (an actor, a recipient, a place or a word on a day)
// and joins the one for which most evidence speaks, or begins its own. Nothing
// that is published later changes an earlier decision, so what was known on a
// day is what the claims published by then give.
package same

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"

	"griot"
)

// Input is what grouping needs to know.
type Input struct {
	Claims  []*griot.Claim  // in order of publication day (unknown last), report, start, ID
	Persons map[string]bool // IDs of actors that are single persons
	// Near is how alike the texts of two reports are, 0…1, by report ID.
	Near func(a, b string) float64
	// Act is what a claim says was done, in the words of its report.
	Act func(*griot.Claim) string
	// Sentence is the sentence that a claim stands in.
	Sentence func(*griot.Claim) string
	// Home is the name of the country that a report is about, by the report's
	// ID, "" when that is not known.
	Home func(report string) string
	// Copied is where a claim's words stand in the earlier report that its own
	// report copies; report is "" when they do not.
	Copied func(c *griot.Claim) (report string, start, end int)
	Merge  [][]string // IDs of claims that a person has put together
	Split  [][]string // IDs of claims of which a person has said that each tells of another event
}

// Limits that keep the work near-linear however many claims are alike.
const (
	mostGroups  = 24 // groups that one key leads to, the latest
	mostTried   = 32 // groups that a claim is weighed against, those with most keys in common
	mostMembers = 6  // members of a group that a claim is weighed against, the earliest
)

type group struct {
	members []*view
	split   []int // rows of Split that a member stands in
}

type grouping struct {
	*Input
	*vocabulary
	acts      []uint8 // how much each word tells in what was done
	sentences []uint8 // … and in a sentence
	groups    []*group
	founders  []sketch // of the first claim of each group
	byKey     index
	split     map[string][]int // rows of Split by claim ID
	starts    map[string][]*view
	links     []griot.Link
	reasons   map[string]string // each held once
	known     map[[3]string]*party
	sentence  string // of the claim viewed last
	last      *view
	alike     map[int]float64 // how alike the report of alikeTo and others are
	alikeTo   int
	now, best evidence  // what comparing has found just now, and at its best
	yes, no   candidate // the groups that come nearest
}

// Groups puts every claim into one group and says why. Groups are in the order
// of their first claims, and so are the claims of each.
func (in *Input) Groups() ([][]*griot.Claim, []griot.Link) {
	g := newGrouping(in)
	for _, v := range g.views() {
		g.place(v)
	}
	g.unite()
	return g.grouped(), g.links
}

func newGrouping(in *Input) *grouping {
	return &grouping{
		Input: in, vocabulary: newVocabulary(), split: rowsOf(in.Split), byKey: index{first: map[uint64]int32{}}, starts: map[string][]*view{},
		reasons: map[string]string{}, known: map[[3]string]*party{}, alike: map[int]float64{}, alikeTo: -1,
	}
}

func (g *grouping) views() []*view {
	views := make([]*view, len(g.Claims))
	report := 0
	for i, c := range g.Claims {
		if i > 0 && c.Report != g.Claims[i-1].Report {
			report++
		}
		views[i] = g.view(c, i, report)
	}
	g.acts = g.rarities(views, func(v *view) []word { return v.words })
	g.sentences = g.rarities(views, func(v *view) []word { return v.around })
	return views
}

// grouped lists the claims of each group in the order of all claims.
func (g *grouping) grouped() [][]*griot.Claim {
	out := make([][]*griot.Claim, 0, len(g.groups))
	for _, one := range g.groups {
		if len(one.members) == 0 {
			continue
		}
		slices.SortFunc(one.members, func(a, b *view) int { return a.at - b.at })
		claims := make([]*griot.Claim, len(one.members))
		for i, v := range one.members {
			claims[i] = v.Claim
		}
		out = append(out, claims)
	}
	return out
}

func rowsOf(rows [][]string) map[string][]int {
	of := map[string][]int{}
	for i, row := range rows {
		for _, id := range row {
			of[id] = append(of[id], i)
		}
	}
	return of
}

// place puts a claim into the best group, or into a new one.
func (g *grouping) place(v *view) {
	keys := keys(v)
	at := g.home(v, keys)
	if at < 0 {
		at = len(g.groups)
		g.groups = append(g.groups, &group{})
		g.founders = append(g.founders, sketchOf(v))
	}
	g.groups[at].split = append(g.groups[at].split, g.split[v.ID]...)
	g.join(at, v)
	for _, k := range keys {
		g.byKey.add(k, int32(at))
	}
}

// unite puts groups together that a person has said are one event.
func (g *grouping) unite() {
	if len(g.Merge) == 0 {
		return
	}
	of := map[string]*view{}
	for _, one := range g.groups {
		for _, v := range one.members {
			of[v.ID] = v
		}
	}
	for _, row := range g.Merge {
		into := -1
		for _, id := range row {
			at := -1
			if v := of[id]; v != nil {
				at = v.group
			}
			switch {
			case at < 0 || at == into:
			case into < 0:
				into = at
			default:
				from, to := max(at, into), min(at, into)
				g.link(g.groups[to].members[0], g.groups[from].members[0], true, 0, "a correction says so")
				for _, v := range g.groups[from].members {
					v.group = to
				}
				g.groups[to].members = append(g.groups[to].members, g.groups[from].members...)
				g.groups[from].members = nil
				into = to
			}
		}
	}
}

func (g *grouping) join(at int, v *view) {
	one := g.groups[at]
	one.members = append(one.members, v)
	v.group = at
	g.starts[v.Report] = append(g.starts[v.Report], v)
}

// candidate is a group, the member that speaks most for or against joining it,
// and how it does.
type candidate struct {
	at     int
	member *view
	evidence
}

// home is the group that a claim belongs to, or -1. It logs the decision, and
// the one that came nearest when it was against.
func (g *grouping) home(v *view, keys []uint64) int {
	g.yes.at, g.no.at = -1, -1
	sketch, source := sketchOf(v), -1
	if list := g.starts[v.copied.report]; len(list) > 0 {
		source = list[0].report
	}
	for _, at := range g.near(v, keys) {
		if g.founders[at].apart(&sketch, source) {
			continue
		}
		best := &g.no
		member := g.weigh(at, v)
		if g.best.veto == "" && g.best.anchor && g.best.points >= enough {
			best = &g.yes
		}
		if best.at < 0 || g.best.points > best.points {
			best.at, best.member = at, member
			best.copy(&g.best)
		}
	}
	if yes := &g.yes; yes.at >= 0 {
		g.link(yes.member, v, true, yes.points, yes.String())
		return yes.at
	}
	if no := &g.no; no.at >= 0 && no.points >= enough/2 {
		g.link(no.member, v, false, no.points, no.String())
	}
	return -1
}

func (g *grouping) link(a, b *view, same bool, score float64, reason string) {
	if g.reasons[reason] == "" {
		g.reasons[reason] = reason
	}
	g.links = append(g.links, griot.Link{A: a.ID, B: b.ID, Same: same, Score: score, Reason: g.reasons[reason], Known: b.Published})
}

// weigh compares a claim with the first members of a group and leaves what it
// finds in g.best: most evidence counts, but one member that cannot be the same
// keeps the claim out. The result is the member that decides.
func (g *grouping) weigh(at int, v *view) *view {
	members := g.groups[at].members
	var best *view
	for _, m := range members[:min(mostMembers, len(members))] {
		g.compare(&g.now, m, v)
		if best == nil || g.now.veto != "" || g.now.points > g.best.points {
			g.now, g.best, best = g.best, g.now, m
		}
		if g.best.veto != "" {
			break
		}
	}
	return best
}

// likeness is how alike the reports of a claim and an earlier one are.
func (g *grouping) likeness(earlier, v *view) float64 {
	if g.alikeTo != v.report {
		clear(g.alike)
		g.alikeTo = v.report
	}
	near, ok := g.alike[earlier.report]
	if !ok {
		near = g.Near(earlier.Report, v.Report)
		g.alike[earlier.report] = near
	}
	return near
}

// near lists the groups that share keys with a claim, in order: those that share
// most, the latest of equals, and those whose words it copies.
func (g *grouping) near(v *view, keys []uint64) []int {
	list := g.byKey.near(keys, mostTried)
	if from := v.copied; from.report != "" {
		for _, m := range g.starts[from.report] {
			if m.Start < from.end && from.start < m.End && m.Type == v.Type {
				list = append(list, m.group)
			}
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	if len(g.split) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(at int) bool {
		return slices.ContainsFunc(g.split[v.ID], func(row int) bool { return slices.Contains(g.groups[at].split, row) })
	})
}

// mostDays is how long an interval may be for its days to be keys.
const mostDays = 7

// keys are what a claim can be found by: who, where or which word, on each of
// its days or, for a claim without such days, on none. They are hashes; two that
// are the same by chance cost a comparison.
func keys(v *view) []uint64 {
	days := []griot.Day{0}
	if v.When.Known() && span(v.When) <= mostDays {
		for d := v.When.From; d <= v.When.To; d++ {
			days = append(days, d)
		}
	}
	var all []uint64
	add := func(kind, what string) {
		h := fnv.New64a()
		_, _ = io.WriteString(h, kind+what)
		for _, d := range days {
			all = append(all, h.Sum64()+uint64(d)*0x9e3779b97f4a7c15) // spread by the golden ratio
		}
	}
	for _, p := range v.actors {
		add("a", p.id)
	}
	for _, p := range v.objects {
		add("a", p.id)
	}
	if v.Where != nil {
		add("p", cmp.Or(v.Where.Name, v.Where.Country))
	}
	add("w", string(v.Type)+v.lemma)
	add("t", string(v.Type))
	slices.Sort(all)
	return slices.Compact(all)
}
