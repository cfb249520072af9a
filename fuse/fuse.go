// Package fuse makes one record of many reports: which reports are copies,
// which claims tell of one event, what is contested, what is expected, and the
// state of affairs that follows.
//
// Everything here is derived. The same readings give the same result whatever
// their order, and what was known on a day is what the readings published by
// that day give; nothing is remembered in between.
package fuse

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"griot"
	"griot/fuse/dup"
	"griot/fuse/expect"
	"griot/fuse/phrase"
	"griot/fuse/same"
	"griot/fuse/state"
)

// record is what is known on the day asked for, in order, with corrections applied.
type record struct {
	readings []kept // by day of publication (unknown last), then report ID
	reports  []*griot.Report
	claims   []*griot.Claim            // in the order of their reports, then of the text
	claimsOf map[string][]*griot.Claim // those of a report, by its ID
	text     map[string]*griot.Report
	persons  map[string]bool
	rulings  rulings
	today    griot.Day               // the day of the last report
	near     map[string]*griot.Claim // claims that figures without one stand near to, by figure ID
	acts     map[*griot.Claim]string
}

// Derive makes events, disputes, expectations, states and tables from what was
// published by asOf (0: everything, also undated reports). Corrections made
// after asOf do not count. Readings are not changed. The work is near-linear in
// the number of claims and the length of the texts.
func Derive(readings []griot.Reading, corrections []griot.Correction, asOf griot.Day) griot.Derived {
	return DeriveEach(slices.Values(readings), corrections, asOf)
}

// DeriveEach is Derive for readings that come one by one, in any order: of each
// only what is needed is kept, some 5 kB beside its text, so that a record need
// not fit into memory whole.
func DeriveEach(readings iter.Seq[griot.Reading], corrections []griot.Correction, asOf griot.Day) griot.Derived {
	r := gather(readings, corrections, asOf)
	r.rulings.founders(r.claims)
	r.shareVillages()
	families := dup.Find(r.reports)
	texts := same.NewTexts(r.reports)
	home := r.homes()
	grouping := same.Input{
		Claims: r.claims, Persons: r.persons, Near: texts.Near, Home: home, Copied: copied(families),
		Act: r.act, Sentence: r.sentence, Merge: r.rulings.merge, Split: r.rulings.split,
	}
	groups, links := grouping.Groups()
	d := griot.Derived{AsOf: asOf, Copies: families.Copies, Links: links}
	d.Expectations = expect.Find(groups, r.today, expect.Texts{Sentence: r.sentence, Act: r.act, Line: r.line})
	affairs := state.Input{
		Claims: r.claims, Roles: r.roles(home), Persons: r.persons, Act: r.act,
		Home: func(c *griot.Claim) string { return home(c.Report) },
	}
	d.Holdings = affairs.Find()
	r.placeExpectations(d.Expectations)
	r.near = r.nearby()
	loose := r.loose(groups)
	d.Events = make([]griot.Event, 0, len(groups))
	for _, claims := range groups {
		d.Events = append(d.Events, r.event(claims, loose[eventID(claims[0])], families))
	}
	d.Figures = r.figures(d.Events)
	d.Actors = r.actors()
	d.Places = r.places()
	slices.SortFunc(d.Events, func(a, b griot.Event) int { return griot.ByDay(&a, &b) })
	if d.Copies == nil {
		d.Copies = []griot.Copy{}
	}
	if d.Links == nil {
		d.Links = []griot.Link{}
	}
	return d
}

// gather picks and orders what is known.
func gather(readings iter.Seq[griot.Reading], corrections []griot.Correction, asOf griot.Day) *record {
	r := &record{text: map[string]*griot.Report{}, claimsOf: map[string][]*griot.Claim{}, acts: map[*griot.Claim]string{}, persons: map[string]bool{}, rulings: rule(corrections, asOf)}
	replaced, keeper := map[string]bool{}, newKeeper()
	for one := range readings {
		published := asOf == 0 || one.Report.Published.Known() && one.Report.Published <= asOf
		if published && !r.rulings.retracted[one.Report.ID] {
			replaced[one.Report.Replaces] = true
			r.readings = append(r.readings, keeper.keep(&one))
		}
	}
	slices.SortFunc(r.readings, func(a, b kept) int { return compareReports(&a.Report, &b.Report) })
	r.readings = slices.CompactFunc(r.readings, func(a, b kept) bool { return a.ID == b.ID })
	r.rulings.initials = initials(r.readings)
	for i := range r.readings {
		one := &r.readings[i]
		r.reports = append(r.reports, &one.Report)
		r.text[one.ID] = &one.Report
		r.today = max(r.today, one.Published)
		for _, a := range one.actors {
			if a.Kind == "person" {
				r.persons[r.rulings.actor(a.ID)] = true
			}
		}
		if !replaced[one.ID] {
			r.claimsOf[one.ID] = r.rulings.claims(one)
			r.claims = append(r.claims, r.claimsOf[one.ID]...)
		}
	}
	return r
}

// compareReports orders reports by day of publication, those without one last.
func compareReports(a, b *griot.Report) int {
	return cmp.Or(cmp.Compare(a.Published.Order(), b.Published.Order()), cmp.Compare(a.ID, b.ID))
}

// widest is the number of bytes beyond which only the neighbourhood of a claim
// counts as its sentence, so that a text without full stops costs no more.
const widest = 4000

// sentence is the sentence that a claim stands in, "" when its report is not there.
func (r *record) sentence(c *griot.Claim) string {
	report := r.text[c.Report]
	if report == nil || c.Sentence.Start < 0 || c.Sentence.End > len(report.Text) || c.Sentence.Start > c.Sentence.End {
		return ""
	}
	from, to := c.Sentence.Start, c.Sentence.End
	if to-from > widest {
		from, to = max(from, c.Start-widest/2), min(to, c.End+widest/2)
	}
	return strings.ToValidUTF8(report.Text[from:max(from, to)], "")
}

// clause is what a claim says was done, and by whom, in the words of its report.
func (r *record) clause(c *griot.Claim) phrase.Clause {
	return phrase.Whole(c, r.textOf(c), same.Stem)
}

func (r *record) textOf(c *griot.Claim) string {
	if report := r.text[c.Report]; report != nil {
		return report.Text
	}
	return ""
}

// line is who does what by a claim, for readers.
func (r *record) line(c *griot.Claim) string { return told(c, r.clause(c), r.sentence(c)) }

// act is asked for by every part of fusing, and found once.
func (r *record) act(c *griot.Claim) string {
	act, ok := r.acts[c]
	if !ok {
		act = phrase.Of(c, r.textOf(c), same.Stem).Act
		r.acts[c] = act
	}
	return act
}

// copied finds where a claim's words stand in the report that its own copies.
func copied(families *dup.Families) func(*griot.Claim) (string, int, int) {
	of := map[string]*griot.Copy{}
	for i := range families.Copies {
		of[families.Copies[i].Report] = &families.Copies[i]
	}
	return func(c *griot.Claim) (string, int, int) {
		if one := of[c.Report]; one != nil {
			for _, s := range one.Spans {
				if s[0] <= c.Start && c.Start < s[1] {
					return one.Of, s[2] + c.Start - s[0], s[2] + min(c.End, s[1]) - s[0]
				}
			}
		}
		return "", 0, 0
	}
}
