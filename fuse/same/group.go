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
	"slices"
	"strconv"

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
	// Copied is where a claim's words stand in the earlier report that its own
	// report copies; report is "" when they do not.
	Copied func(c *griot.Claim) (report string, start, end int)
	Merge  [][]string // IDs of claims that a person has put together
	Split  [][]string // IDs of claims of which a person has said that each tells of another event

	frequency map[string]int // claims in which a word stands
	common    map[string]int // claims in whose sentence a word stands
}

// Limits that keep the work near-linear however many claims are alike.
const (
	mostGroups  = 24 // groups tried for one key, the latest
	mostMembers = 6  // members of a group that a claim is weighed against, the earliest
)

type group struct {
	members []*view
	split   []int // rows of Split that a member stands in
}

type grouping struct {
	*Input
	groups []*group
	byKey  map[string][]int
	of     map[string]int   // group by claim ID
	split  map[string][]int // rows of Split by claim ID
	starts map[string][]*view
	links  []griot.Link
}

// Groups puts every claim into one group and says why. Groups are in the order
// of their first claims, and so are the claims of each.
func (in *Input) Groups() ([][]*griot.Claim, []griot.Link) {
	g := &grouping{Input: in, byKey: map[string][]int{}, of: map[string]int{}, starts: map[string][]*view{}}
	g.split = rowsOf(in.Split)
	in.frequency, in.common = map[string]int{}, map[string]int{}
	views := make([]*view, len(in.Claims))
	report := 0
	for i, c := range in.Claims {
		if i > 0 && c.Report != in.Claims[i-1].Report {
			report++
		}
		views[i] = in.view(c, report)
		views[i].at = i
		for _, w := range views[i].words {
			in.frequency[w]++
		}
		for _, w := range views[i].around {
			in.common[w]++
		}
	}
	for _, v := range views {
		g.place(v)
	}
	g.unite()
	return g.grouped(), g.links
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
	at := g.best(v)
	if at < 0 {
		at = len(g.groups)
		g.groups = append(g.groups, &group{})
	}
	g.groups[at].split = append(g.groups[at].split, g.split[v.ID]...)
	g.join(at, v)
}

// unite puts groups together that a person has said are one event.
func (g *grouping) unite() {
	for _, row := range g.Merge {
		into := -1
		for _, id := range row {
			at, ok := g.of[id]
			switch {
			case !ok || at == into:
			case into < 0:
				into = at
			default:
				from, to := max(at, into), min(at, into)
				g.link(g.groups[to].members[0], g.groups[from].members[0], true, 0, "a correction says so")
				for _, v := range g.groups[from].members {
					g.of[v.ID] = to
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
	g.of[v.ID] = at
	g.starts[v.Report] = append(g.starts[v.Report], v)
	for _, k := range keys(v) {
		list := g.byKey[k]
		if len(list) > 0 && list[len(list)-1] == at {
			continue
		}
		if i := slices.Index(list, at); i >= 0 {
			list = slices.Delete(list, i, i+1)
		}
		if len(list) >= mostGroups {
			list = list[1:]
		}
		g.byKey[k] = append(list, at)
	}
}

// candidate is a group and the best that was found for joining it.
type candidate struct {
	at     int
	member *view
	*evidence
}

// best is the group that a claim belongs to, or -1. It logs the decision, and
// the one that came nearest when it was against.
func (g *grouping) best(v *view) int {
	var yes, no *candidate
	for _, at := range g.near(v) {
		c := g.weigh(at, v)
		switch {
		case c.veto == "" && c.anchor && c.points >= enough:
			if yes == nil || c.points > yes.points {
				yes = c
			}
		case no == nil || c.points > no.points:
			no = c
		}
	}
	if yes != nil {
		g.link(yes.member, v, true, yes.points, yes.String())
		return yes.at
	}
	if no != nil && no.points >= enough/2 {
		g.link(no.member, v, false, no.points, no.String())
	}
	return -1
}

func (g *grouping) link(a, b *view, same bool, score float64, reason string) {
	g.links = append(g.links, griot.Link{A: a.ID, B: b.ID, Same: same, Score: score, Reason: reason, Known: b.Published})
}

// weigh compares a claim with the first members of a group: most evidence
// counts, but one member that cannot be the same keeps the claim out.
func (g *grouping) weigh(at int, v *view) *candidate {
	best := &candidate{at: at}
	members := g.groups[at].members
	for _, m := range members[:min(mostMembers, len(members))] {
		e := g.compare(m, v, g.copiedFrom(v, m))
		if e.veto != "" {
			return &candidate{at, m, e}
		}
		if best.evidence == nil || e.points > best.points {
			best.member, best.evidence = m, e
		}
	}
	return best
}

// near lists the groups that share a key with a claim, in order.
func (g *grouping) near(v *view) []int {
	var list []int
	for _, k := range keys(v) {
		list = append(list, g.byKey[k]...)
	}
	if report, start, end := g.Copied(v.Claim); report != "" {
		for _, m := range g.starts[report] {
			if m.Start < end && start < m.End && m.Type == v.Type {
				list = append(list, g.of[m.ID])
			}
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	return slices.DeleteFunc(list, func(at int) bool {
		return slices.ContainsFunc(g.split[v.ID], func(row int) bool { return slices.Contains(g.groups[at].split, row) })
	})
}

func (g *grouping) copiedFrom(v, m *view) bool {
	report, start, end := g.Copied(v.Claim)
	return report != "" && report == m.Report && m.Start < end && start < m.End && m.lemma == v.lemma
}

// mostDays is how long an interval may be for its days to be keys.
const mostDays = 7

// keys are what a claim can be found by: who, where or which word, on each of
// its days or, for a claim without such days, on none.
func keys(v *view) []string {
	var what []string
	for _, p := range v.actors {
		what = append(what, "a"+p.id)
	}
	for _, p := range v.objects {
		what = append(what, "a"+p.id)
	}
	if v.Where != nil {
		what = append(what, "p"+cmp.Or(v.Where.Name, v.Where.Country))
	}
	what = append(what, "w"+string(v.Type)+v.lemma, "t"+string(v.Type))
	days := []griot.Day{0}
	if v.When.Known() && span(v.When) <= mostDays {
		for d := v.When.From; d <= v.When.To; d++ {
			days = append(days, d)
		}
	}
	var all []string
	for _, w := range what {
		for _, d := range days {
			all = append(all, w+"/"+strconv.Itoa(int(d)))
		}
	}
	return all
}
