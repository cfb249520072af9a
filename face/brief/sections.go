package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
)

// maxStates is how many of them fit; the table of states has all.
const maxStates = 100

// states tells what holds now, one line a subject. What no claim shows is left
// to the table of states.
func (c *composer) states() []Line {
	var lines []Line
	at := map[string]int{} // line of a subject
	current := 0
	for i := range c.known.Holdings {
		h := &c.known.Holdings[i]
		if h.Until != nil || !c.about(h.Subject, h.Value) {
			continue
		}
		if current++; current > maxStates {
			break
		}
		notes := c.notes(h.Claims...)
		if len(notes) == 0 {
			continue
		}
		n, ok := at[h.Subject]
		if !ok {
			n = len(lines)
			at[h.Subject] = n
			lines = append(lines, Line{Text: h.Subject + ":"})
		} else {
			lines[n].Text = strings.TrimSuffix(lines[n].Text, ".") + ";"
		}
		lines[n].Text += " " + holds(h) + "."
		for _, note := range notes {
			if !slices.Contains(lines[n].Notes, note) {
				lines[n].Notes = append(lines[n].Notes, note)
			}
		}
	}
	return lines
}

// holds is a state as a phrase: "borders closed since 26 July 2023".
func holds(h *griot.Holding) string {
	s := strings.TrimSpace(h.Property + " " + h.Value)
	switch h.Property {
	case "office", "liberty":
		s = h.Value // the value says it all: "president of Niger", "detained"
	}
	if h.Value == "true" {
		s = h.Property
	}
	switch {
	case h.Since.From.Known() && h.Since.From == h.Since.To:
		s += " since " + longDay(h.Since.From)
	case h.Since.To.Known():
		s += " since " + longDay(h.Since.To) + " or before"
	}
	if h.Contested {
		s += " (contested)"
	}
	return s
}

// about tells whether any of the names is asked for; without a question, all are.
func (c *composer) about(names ...string) bool {
	asked := c.options.Query.Actors
	return len(asked) == 0 || slices.ContainsFunc(asked, func(a string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(a, n) })
	})
}

// changes tells the events first reported after the day that the reader knows.
func (c *composer) changes() []Line {
	var lines []Line
	for _, e := range c.ranked(func(e *griot.Event) bool { return e.FirstReported > c.options.Since && !e.Background }) {
		lines = append(lines, c.line(e))
	}
	return lines
}

// developments tells what happened, day by day, the latest day first.
func (c *composer) developments() []Line {
	events := c.ranked(func(e *griot.Event) bool {
		return e.Status.Real() && !e.Background && e.When.Known() &&
			(!c.options.Since.Known() || e.FirstReported <= c.options.Since)
	})
	slices.SortStableFunc(events, func(a, b *griot.Event) int { return cmp.Compare(b.When.To.Order(), a.When.To.Order()) })
	var lines []Line
	for _, e := range events {
		l := c.line(e)
		l.Day = daysInWords(e.When)
		lines = append(lines, l)
	}
	return lines
}

// background tells what lies well before the reports.
func (c *composer) background() []Line {
	events := c.ranked(func(e *griot.Event) bool { return e.Background && e.Status.Real() && e.When.Known() })
	slices.SortStableFunc(events, func(a, b *griot.Event) int { return cmp.Compare(a.When.From, b.When.From) })
	var lines []Line
	for _, e := range events[:min(len(events), c.options.Max/4)] {
		l := c.line(e)
		l.Text = strings.TrimSuffix(l.Text, ".") + " (" + daysInWords(e.When) + ")."
		lines = append(lines, l)
	}
	return lines
}

// ranked are the events that pass, at most Max of them: those with the most
// independent sources, the strongest acts and the most participants named.
func (c *composer) ranked(passes func(*griot.Event) bool) []*griot.Event {
	var all []*griot.Event
	for i := range c.known.Events {
		e := &c.known.Events[i]
		if passes(e) && c.options.Query.Event(e) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *griot.Event) int { return cmp.Compare(b.Weight(), a.Weight()) })
	return all[:min(len(all), c.options.Max)]
}

// line tells an event. Unless two independent sources agree, it says who says so.
func (c *composer) line(e *griot.Event) Line {
	text := strings.TrimSuffix(e.Title, ".")
	if e.Independent < 2 {
		if by := c.sayers(e); by != "" {
			text += ", according to " + by
		}
	}
	if len(e.Disputes) > 0 {
		text += " (contested: " + disputed(e) + ")"
	}
	return Line{Text: text + ".", Notes: c.notes(e.Claims...)}
}

// sayers names who vouches for an event: the voices nearest to it, else the outlets.
func (c *composer) sayers(e *griot.Event) string {
	var names []string
	for _, id := range e.Claims[:min(len(e.Claims), maxSearched)] {
		cl := c.known.Claim(id)
		if cl == nil {
			continue
		}
		name := cl.Outlet
		if len(cl.Voices) > 0 {
			name = or(voiceName(cl.Voices[0]), name)
		}
		if name != "" && !slices.Contains(names, name) && !actedBy(e, name) && len(names) < 2 {
			names = append(names, name)
		}
	}
	return strings.Join(names, " and ")
}

// actedBy tells whether an actor of the event bears the name: what somebody does
// by saying it needs no "according to".
func actedBy(e *griot.Event, name string) bool {
	return slices.ContainsFunc(e.Actors, func(a griot.Actor) bool { return a.Name == name })
}

// voiceName is how the brief names a voice: by name, else by the report's own
// words when they say more than a pronoun.
func voiceName(v griot.Voice) string {
	first, _ := utf8.DecodeRuneInString(v.Name)
	switch {
	case unicode.IsUpper(first):
		return v.Name
	case len(strings.Fields(v.Words)) > 1:
		return plain(v.Words)
	}
	return ""
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func disputed(e *griot.Event) string {
	var slots []string
	for _, d := range e.Disputes {
		slots = append(slots, d.Slot)
	}
	return strings.Join(slots, ", ")
}

// contested sets the sides of each dispute beside one another.
func (c *composer) contested() []Line {
	var lines []Line
	events := c.ranked(func(e *griot.Event) bool { return len(e.Disputes) > 0 })
	slices.SortFunc(events, griot.ByDay)
	for _, e := range events {
		for _, d := range e.Disputes {
			var sides, ids []string
			for _, s := range d.Sides {
				side := s.Value
				if by := strings.Join(nonEmpty(s.Outlets), ", "); by != "" {
					side += " (" + by + ")"
				}
				sides = append(sides, side)
				if len(s.Claims) > 0 {
					ids = append(ids, s.Claims[0])
				}
			}
			text := fmt.Sprintf("%s: %s: %s.", strings.TrimSuffix(e.Title, "."), d.Slot, strings.Join(sides, " against "))
			lines = append(lines, Line{Text: text, Notes: c.notes(ids...)})
		}
	}
	return lines
}

func nonEmpty(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == "" })
}

// expected tells the ledger of announced, threatened and demanded acts.
func (c *composer) expected() []Line {
	all := c.known.Select(expectedQuery(c.options), griot.Expectations).Expectations
	var lines []Line
	for i := range all {
		x := &all[i]
		text := fmt.Sprintf("%s (%s): %s", sentenceCase(x.Status), x.Kind, strings.TrimSuffix(x.What, "."))
		if x.By.Known() {
			text += ", " + daysInWords(x.By)
		}
		if x.Condition != "" {
			text += ", if " + strings.TrimPrefix(x.Condition, "if ")
		}
		lines = append(lines, Line{Text: text + ".", Notes: c.notes(x.Claim, x.ResolvedBy)})
	}
	return lines
}

// maxStatements keeps the section to what can be read at a glance; they are found
// among the maxQuotable weightiest.
const (
	maxStatements = 8
	maxQuotable   = 400
)

// statements quotes the most telling words of each speaker once: direct speech
// of named people before paraphrase.
func (c *composer) statements() []Line {
	var all []griot.Statement
	for i := range c.known.Readings {
		for _, s := range c.known.Readings[i].Statements {
			if s.Weight() > 0 && c.options.Query.Statement(&s) {
				all = append(all, s)
			}
		}
	}
	griot.Weightiest(all, (*griot.Statement).Weight)
	var lines []Line
	said := map[string]bool{}
	for _, s := range all[:min(len(all), maxQuotable)] {
		if said[s.Speaker.ID] || len(lines) == maxStatements {
			continue
		}
		said[s.Speaker.ID] = true
		text := fmt.Sprintf("%s: %s", s.Speaker.Name, quoted(s.Content))
		if s.Published.Known() {
			text += " (" + daysInWords(griot.Interval{From: s.Published, To: s.Published}) + ")"
		}
		lines = append(lines, Line{Text: text, Notes: c.notes(s.ID)})
	}
	return lines
}

// unknown tells what the reader should not take this brief to know.
func (c *composer) unknown() []Line {
	var lines []Line
	say := func(n int, format string, a ...any) {
		if n > 0 {
			lines = append(lines, Line{Text: fmt.Sprintf(format, a...)})
		}
	}
	n := c.known.Totals
	say(n.Undated, "When %s came out (%s): relative dates in them stay open.", many(n.Undated, "report"), strings.Join(n.UndatedRefs, ", "))
	say(n.UndatedEvents, "When %s took place.", many(n.UndatedEvents, "event"))
	say(n.Unplaced, "Where %s took place.", many(n.Unplaced, "event"))
	say(n.Foreign, "What %s in other languages than English says.", many(n.Foreign, "report"))
	return lines
}

func sentenceCase(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// quoted puts words in quotation marks unless they bring their own.
func quoted(s string) string {
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "«") {
		return s
	}
	return "“" + s + "”"
}

// daysInWords writes an interval as a reader expects: "4 August 2023",
// "1–3 August 2023", "by 5 August 2023".
func daysInWords(i griot.Interval) string {
	switch {
	case i.From == i.To && i.From.Known():
		return longDay(i.From)
	case !i.From.Known() && i.To.Known():
		return "by " + longDay(i.To)
	case i.From.Known() && !i.To.Known():
		return "from " + longDay(i.From)
	case !i.Known():
		return ""
	}
	f, t := i.From.Time(), i.To.Time()
	switch {
	case f.Year() == t.Year() && f.YearDay() == 1 && t.Month() == 12 && t.Day() == 31:
		return f.Format("2006")
	case f.Year() == t.Year() && f.Month() == t.Month() && f.Day() == 1 && i.To+1 == griot.NewDay(t.Year(), int(t.Month())+1, 1):
		return f.Format("January 2006")
	case f.Year() == t.Year() && f.Month() == t.Month():
		return fmt.Sprintf("%d–%s", f.Day(), t.Format("2 January 2006"))
	case f.Year() == t.Year():
		return f.Format("2 January") + " – " + t.Format("2 January 2006")
	}
	return longDay(i.From) + " – " + longDay(i.To)
}
