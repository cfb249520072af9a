package griot

// Known is the record as it stood on a day: what had been read, and what
// follows from it.
type Known struct {
	Derived
	Readings []Reading // in order of publication; undated ones last
	at       index
}

// index finds things by ID.
type index struct {
	reports    map[string]int
	claims     map[string][2]int // reading, claim
	statements map[string][2]int
	events     map[string]int
	eventOf    map[string]int    // claim → event
	copies     map[string][]Copy // by the report that repeats another
}

// NewKnown joins readings with what was derived from them. What d does not count
// is counted.
func NewKnown(readings []Reading, d Derived) *Known {
	if d.Totals == nil {
		d.Totals = Count(readings, &d)
	}
	k := &Known{Derived: d, Readings: readings, at: index{
		reports: map[string]int{}, claims: map[string][2]int{}, statements: map[string][2]int{}, events: map[string]int{}, eventOf: map[string]int{}, copies: map[string][]Copy{},
	}}
	for i := range readings {
		k.at.reports[readings[i].Report.ID] = i
		for j := range readings[i].Claims {
			k.at.claims[readings[i].Claims[j].ID] = [2]int{i, j}
		}
		for j := range readings[i].Statements {
			k.at.statements[readings[i].Statements[j].ID] = [2]int{i, j}
		}
	}
	for i := range d.Events {
		k.at.events[d.Events[i].ID] = i
		for _, c := range d.Events[i].Claims {
			k.at.eventOf[c] = i
		}
	}
	for _, c := range d.Copies {
		k.at.copies[c.Report] = append(k.at.copies[c.Report], c)
	}
	return k
}

// Report is the report with an ID, or nil.
func (k *Known) Report(id string) *Report {
	if r := k.Reading(id); r != nil {
		return &r.Report
	}
	return nil
}

// Reading is the reading of the report with an ID, or nil.
func (k *Known) Reading(reportID string) *Reading {
	if i, ok := k.at.reports[reportID]; ok {
		return &k.Readings[i]
	}
	return nil
}

// Claim is the claim with an ID, or nil.
func (k *Known) Claim(id string) *Claim {
	if at, ok := k.at.claims[id]; ok {
		return &k.Readings[at[0]].Claims[at[1]]
	}
	return nil
}

// Statement is the statement with an ID, or nil.
func (k *Known) Statement(id string) *Statement {
	if at, ok := k.at.statements[id]; ok {
		return &k.Readings[at[0]].Statements[at[1]]
	}
	return nil
}

// Event is the event with an ID, or nil.
func (k *Known) Event(id string) *Event {
	if i, ok := k.at.events[id]; ok {
		return &k.Events[i]
	}
	return nil
}

// EventOf is the event that a claim belongs to, or nil.
func (k *Known) EventOf(claimID string) *Event {
	if i, ok := k.at.eventOf[claimID]; ok {
		return &k.Events[i]
	}
	return nil
}

// CopiesOf lists the reports that the report repeats, by ID.
func (k *Known) CopiesOf(reportID string) []Copy { return k.at.copies[reportID] }

// Sentence is the sentence that a claim stands in, as the report has it.
func (k *Known) Sentence(c *Claim) string {
	r := k.Report(c.Report)
	if r == nil || c.Sentence.End > len(r.Text) || c.Sentence.Start >= c.Sentence.End {
		return c.Quote
	}
	return r.Text[c.Sentence.Start:c.Sentence.End]
}
