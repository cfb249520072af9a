// Package alert tells people of events they asked to be told of, once each, with
// the sentences that say so.
package alert

import (
	"slices"

	"griot"
)

// Rule says which events somebody wants to hear of, and where.
type Rule struct {
	Name      string
	Query     griot.Query // which events; its zero value: all
	Contested bool        // only those that reports contest
	To        string      // "stdout", "file:PATH", "webhook:URL" or "command:CMD"
}

// Alert is what is told of an event: a JSON object of one line.
type Alert struct {
	Rule      string      `json:"rule"`
	Key       string      `json:"key"` // the same for the same rule and event, so that a receiver can drop a repeat
	Event     griot.Event `json:"event"`
	Sentences []Sentence  `json:"sentences"`
	marks     []string    // what Fired remembers
}

// Sentence is where a report says so.
type Sentence struct {
	Claim string `json:"claim"`
	griot.Source
	URL   string `json:"url"`
	Start int    `json:"start"` // bytes of the sentence in the report's text
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Fired remembers, by rule, what the events that were told of rest on: where a
// report was published and its words. An event may gain claims and take another
// ID, and a report may be published again with other words around them; the
// event is told again only when it holds none of what was told.
type Fired map[string][]string

// Add remembers that an alert was told.
func (f Fired) Add(a *Alert) { f[a.Rule] = append(f[a.Rule], a.marks...) }

// Alerts are those that the rule gives on the record as it stands and that have
// not been told of, in the order of the events.
func (r *Rule) Alerts(k *griot.Known, fired Fired) []Alert {
	told := map[string]bool{}
	for _, id := range fired[r.Name] {
		told[id] = true
	}
	var alerts []Alert
	for i := range k.Events {
		e := &k.Events[i]
		marks := marks(k, e)
		isTold := slices.ContainsFunc(marks, func(m string) bool { return told[m] })
		if isTold || len(marks) == 0 || r.Contested && len(e.Disputes) == 0 || !r.Query.Event(e) {
			continue
		}
		alerts = append(alerts, Alert{
			Rule:      r.Name,
			Key:       griot.NewID("n_", r.Name, e.Claims[0]),
			Event:     *e,
			Sentences: sentences(k, e),
			marks:     marks,
		})
	}
	return alerts
}

// marks are what an event rests on: for each claim its report's address, its
// type and its words.
func marks(k *griot.Known, e *griot.Event) []string {
	var all []string
	for _, id := range e.Claims {
		c := k.Claim(id)
		if c == nil {
			continue
		}
		from := c.Report
		if r := k.Report(c.Report); r != nil && r.URL != "" {
			from = r.URL
		}
		all = append(all, griot.NewID("n_", from, string(c.Type), c.Quote))
	}
	return all
}

// sentences are those that the claims of an event stand in, each once.
func sentences(k *griot.Known, e *griot.Event) []Sentence {
	var all []Sentence
	seen := map[griot.Span]bool{}
	for _, id := range e.Claims {
		c := k.Claim(id)
		if c == nil {
			continue
		}
		at := griot.Span{Report: c.Report, Start: c.Sentence.Start, End: c.Sentence.End}
		if seen[at] {
			continue
		}
		seen[at] = true
		s := Sentence{Claim: id, Source: c.Source, Start: at.Start, End: at.End, Text: k.Sentence(c)}
		if r := k.Report(c.Report); r != nil {
			s.URL = r.URL
		}
		all = append(all, s)
	}
	return all
}
