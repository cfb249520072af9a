// Package dup finds reports that repeat one another's text, and so tells how
// many sources there are behind many reports.
//
// Reports that share fingerprints (winnowing over runs of words) are laid side
// by side; the later one is a copy when enough of its words stand in the
// earlier one in the same order, or fewer when it also names the other's
// outlet. Copies of copies belong to one family.
package dup

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"griot"
)

// The share of a text that must stand in another one, in words.
const (
	mostOfCopy   = 0.50 // of the later text, however long the earlier one is
	mostOfSource = 0.60 // of the earlier text, when the later one adds its own …
	someOfCopy   = 0.20 // … and is still largely made of it, or names it as its source
	fewestWords  = 12   // texts shorter than this have no families
)

const (
	candidates = 4 // earlier texts that are laid beside a report
	voters     = 4 // earliest texts that a shared fingerprint speaks for
)

// Families are the reports by whose text they carry.
type Families struct {
	Copies  []griot.Copy // in the order of the reports
	parent  map[string]string
	outlets map[string]string // of each report, by ID
	names   map[string]string // outlet as it is written, by its folded name
}

// Find groups reports into families. They must be in order of publication day,
// then ID; of each pair the earlier one is taken for the source, except that on
// one day a report that names the other's outlet is the copy. The time is
// near-linear in the length of all texts.
func Find(reports []*griot.Report) *Families {
	f := &Families{parent: map[string]string{}, outlets: map[string]string{}, names: map[string]string{}}
	for _, r := range reports {
		f.outlets[r.ID] = r.Outlet
		if r.Outlet != "" {
			f.names[strings.ToLower(r.Outlet)] = r.Outlet
		}
	}
	x := &aligner{first: map[uint64]int32{}}
	for j, earlier := range nearest(reports) {
		f.settle(x, reports, j, earlier)
	}
	slices.SortFunc(f.Copies, func(a, b griot.Copy) int { return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Of, b.Of)) })
	return f
}

// settle decides of which of the earlier reports, if any, report j is a copy.
func (f *Families) settle(x *aligner, reports []*griot.Report, j int, earlier []int) {
	var best griot.Copy
	mine := wordsOf(reports[j])
	for _, i := range earlier {
		copied, source, theirs := reports[j], reports[i], wordsOf(reports[i])
		a, b := theirs, mine
		if source.Published == copied.Published && credits(source, copied.Outlet) && !credits(copied, source.Outlet) {
			copied, source = source, copied
			a, b = b, a
		}
		if f.parent[copied.ID] != "" || f.Root(source.ID) == copied.ID {
			continue
		}
		if c, ok := x.compare(source, copied, a, b); ok && (best.Report == "" || c.Shared > best.Shared) {
			best = c
		}
	}
	if best.Report != "" {
		f.parent[best.Report] = best.Of
		f.Copies = append(f.Copies, best)
	}
}

// compare lays b, a report's words, beside a, the words of its supposed source.
func (x *aligner) compare(source, copied *griot.Report, a, b []word) (griot.Copy, bool) {
	c := griot.Copy{Report: copied.ID, Of: source.ID}
	if len(a) < fewestWords || len(b) < fewestWords {
		return c, false
	}
	shared := 0
	for _, r := range x.align(a, b) {
		shared += r.n
		c.Spans = append(c.Spans, [4]int{
			int(b[r.b].start), int(b[r.b+r.n-1].end),
			int(a[r.a].start), int(a[r.a+r.n-1].end),
		})
	}
	ofCopy, ofSource := float64(shared)/float64(len(b)), float64(shared)/float64(len(a))
	c.Shared = float64(shared*1000/len(b)) / 1000
	c.Why = fmt.Sprintf("%d of %d words stand in the earlier report in the same order", shared, len(b))
	credit := credits(copied, source.Outlet)
	if credit {
		c.Why += fmt.Sprintf(", and it names %s", source.Outlet)
	}
	return c, ofCopy >= mostOfCopy || ofSource >= mostOfSource && ofCopy >= someOfCopy || credit && ofCopy >= someOfCopy
}

// credits tells whether a report names an outlet other than its own.
func credits(r *griot.Report, outlet string) bool {
	return len(outlet) > 2 && !strings.EqualFold(r.Outlet, outlet) && strings.Contains(r.Text, outlet)
}

// Root is the ID of the report that a report's text goes back to, its own when
// it copies none.
func (f *Families) Root(report string) string {
	for f.parent[report] != "" {
		report = f.parent[report]
	}
	return report
}

// Source is who stands behind what a claim says: an outlet that the claim
// itself names as its voice, or else the outlet of the first report of the
// family, or that report when its outlet is unknown.
func (f *Families) Source(c *griot.Claim) string {
	for _, v := range c.Voices {
		if name := f.names[strings.ToLower(v.Name)]; name != "" && name != f.outlets[c.Report] {
			return name
		}
	}
	root := f.Root(c.Report)
	return cmp.Or(f.outlets[root], root)
}

// Independent counts the sources behind claims. An outlet that tells twice is
// one source, and so is everybody who carries its text.
func (f *Families) Independent(claims []*griot.Claim) int {
	sources := map[string]bool{}
	for _, c := range claims {
		sources[f.Source(c)] = true
	}
	return len(sources)
}
