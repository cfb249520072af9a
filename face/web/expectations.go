package web

import (
	"cmp"
	"slices"

	"griot"
)

// expectationsPage is the ledger of what was announced, threatened, demanded or
// promised.
type expectationsPage struct {
	Groups []expectationGroup
	Counts []expectationCount
	Total  int
	CSV    string
	ICal   string
}

type expectationCount struct {
	Status string
	Count  int
}

type expectationGroup struct {
	Status, Meaning string
	Rows            []expectationRow
}

type expectationRow struct {
	griot.Expectation
	Type       string
	Said, Done *sentence // the sentences that announce and that resolve it
	Href       string    // its event
}

// expectationStatuses puts what needs attention first.
var expectationStatuses = []struct{ name, meaning string }{
	{"overdue", "The day has passed and no report tells that it was done."},
	{"open", "Still to come, or without a day."},
	{"partly", "Some of it was done."},
	{"fulfilled", "A later report tells that it was done."},
	{"withdrawn", "Taken back."},
	{"denied", "A later report tells that it was not done."},
}

const expectationRows = 40

func (a *ask) expectations() (*content, error) {
	rank := func(x *griot.Expectation) int {
		i := slices.IndexFunc(expectationStatuses, func(s struct{ name, meaning string }) bool { return s.name == x.Status })
		if i < 0 {
			return len(expectationStatuses)
		}
		return i
	}
	var all []*griot.Expectation
	count := map[string]int{}
	for i := range a.known.Expectations {
		x := &a.known.Expectations[i]
		if c := a.known.Claim(x.Claim); c != nil && !a.expects(c) {
			continue
		}
		all = append(all, x)
		count[x.Status]++
	}
	slices.SortStableFunc(all, func(x, y *griot.Expectation) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(x.By.To.Order(), y.By.To.Order()), cmp.Compare(x.Published.Order(), y.Published.Order()))
	})
	from, to, pages := a.cut(len(all), expectationRows)
	p := &expectationsPage{Total: len(all), CSV: a.api("expectations", "format", "csv")}
	for _, s := range expectationStatuses {
		if count[s.name] > 0 {
			p.Counts = append(p.Counts, expectationCount{s.name, count[s.name]})
		}
	}
	for _, x := range all[from:to] {
		if n := len(p.Groups); n == 0 || p.Groups[n-1].Status != x.Status {
			g := expectationGroup{Status: x.Status}
			if i := rank(x); i < len(expectationStatuses) {
				g.Meaning = expectationStatuses[i].meaning
			}
			p.Groups = append(p.Groups, g)
		}
		g := &p.Groups[len(p.Groups)-1]
		g.Rows = append(g.Rows, a.expectationRow(x))
	}
	return &content{title: "Expected", body: p, pages: pages}, nil
}

// expects tells whether the filters let an expectation through, by the claim
// that voices it.
func (a *ask) expects(c *griot.Claim) bool {
	q := a.query
	q.AsOf = 0
	return q.Claim(c)
}

func (a *ask) expectationRow(x *griot.Expectation) expectationRow {
	r := expectationRow{Expectation: *x, Type: lowerType(x.Type)}
	if c := a.known.Claim(x.Claim); c != nil {
		s := a.sentence(c)
		r.Said = &s
		r.Href = s.Event
	}
	if c := a.known.Claim(x.ResolvedBy); c != nil {
		s := a.sentence(c)
		r.Done = &s
	}
	return r
}
