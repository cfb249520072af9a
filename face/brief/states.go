package brief

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"griot"
	"griot/data"
	"griot/face/phrase"
)

// maxStates is how many of them fit; the table of states has all.
const maxStates = 100

// states tells what holds now, one line a subject, what began on one day
// together; those of whom most is to be told come first. What no claim shows is
// left to the table of states.
func (c *composer) states() []Line {
	bySubject := map[string][]*griot.Holding{}
	var subjects []string
	current := 0
	for i := range c.known.Holdings {
		h := &c.known.Holdings[i]
		if h.Until != nil || !c.about(h.Subject, h.Value) || c.stale(h) {
			continue
		}
		if current++; current > maxStates {
			break
		}
		if bySubject[h.Subject] == nil {
			subjects = append(subjects, h.Subject)
		}
		bySubject[h.Subject] = append(bySubject[h.Subject], h)
	}
	slices.SortStableFunc(subjects, func(a, b string) int { return cmp.Compare(len(bySubject[b]), len(bySubject[a])) })
	var lines []Line
	for _, s := range subjects {
		if l := c.state(s, bySubject[s]); len(l.Notes) > 0 {
			lines = append(lines, l)
		}
	}
	return lines
}

// lasting is for how many days what was told once is taken to hold still.
const lasting = 3 * 365

// stale tells whether a state says nothing of affairs today: a detention, a trial or
// a deployment of years ago that nothing has ended, or one of nobody in particular
// ("leaders").
func (c *composer) stale(h *griot.Holding) bool {
	last := max(c.known.Totals.Last, c.known.AsOf)
	switch h.Property {
	case "liberty", "prosecution":
		if h.Subject == strings.ToLower(h.Subject) && !strings.Contains(h.Subject, " ") {
			return true
		}
	case "forces", "internet", "talks", "curfew", "strike":
	default:
		return false
	}
	return h.Since.To.Known() && last.Known() && h.Since.To < last-lasting
}

// state is the line of one subject.
func (c *composer) state(subject string, holdings []*griot.Holding) Line {
	var l Line
	var order []string
	began := map[string][]*griot.Holding{}
	for _, h := range holdings {
		notes := c.notes(h.Claims...)
		if len(notes) == 0 || fullerOffice(h, holdings) {
			continue
		}
		for _, n := range notes {
			if !slices.Contains(l.Notes, n) {
				l.Notes = append(l.Notes, n)
			}
		}
		since := sinceWhen(h)
		if began[since] == nil {
			order = append(order, since)
		}
		began[since] = append(began[since], h)
	}
	var parts []string
	for _, since := range order {
		parts = append(parts, joined(phrases(began[since]))+since)
	}
	l.Text = sentenceCase(withArticle(subject)) + ": " + strings.Join(parts, "; ") + "."
	return l
}

// fullerOffice tells whether an office is told more fully by another of the same
// person: "ambassador" beside "ambassador of Iraq".
func fullerOffice(h *griot.Holding, among []*griot.Holding) bool {
	return h.Property == "office" && !h.Contested && slices.ContainsFunc(among, func(other *griot.Holding) bool {
		return other.Property == "office" && strings.HasPrefix(other.Value, h.Value+" of ")
	})
}

// phrases are states as a reader says them: "borders closed", "president of
// Niger", "ambassadors to France and Togo recalled".
func phrases(holdings []*griot.Holding) []string {
	var list, whom []string
	recalled := -1 // where the ambassadors stand in the list
	for _, h := range holdings {
		property, value := h.Property, h.Value
		switch {
		case property == "office" || property == "liberty" || property == "prosecution":
			property = "" // the value says it all: "president of Niger", "detained", "charged"
		case property == "strike" && value == "on":
			property, value = "on", "strike"
		case value == "true":
			value = ""
		}
		if h.Contested {
			value += " (contested)"
		}
		if to, ok := strings.CutPrefix(property, "ambassador to "); ok && value == "recalled" {
			if whom = append(whom, withArticle(to)); recalled < 0 {
				recalled = len(list)
				list = append(list, "")
			}
			continue
		}
		list = append(list, strings.TrimSpace(articled(property)+" "+articled(value)))
	}
	switch {
	case len(whom) == 1:
		list[recalled] = "ambassador to " + whom[0] + " recalled"
	case len(whom) > 1:
		list[recalled] = "ambassadors to " + joined(whom) + " recalled"
	}
	return list
}

// articled puts the article before a country that follows a preposition: "aid to
// the Netherlands".
func articled(words string) string {
	for _, preposition := range []string{" to ", " with ", " of "} {
		if before, country, ok := strings.Cut(words, preposition); ok {
			return before + preposition + withArticle(country)
		}
	}
	return words
}

// withArticle is the name of a country as it stands in a sentence: "the United
// States".
func withArticle(country string) string {
	if articles()["the "+country] {
		return "the " + country
	}
	return country
}

// articles are the names of countries that have an article.
var articles = sync.OnceValue(func() map[string]bool {
	countries, err := data.NamedCountries()
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	names := map[string]bool{}
	for _, c := range countries {
		if strings.HasPrefix(c.Name, "the ") {
			names[c.Name] = true
		}
	}
	return names
})

// joined is a list in words: "a, b and c".
func joined(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// sinceWhen tells since when a state holds, as a phrase to follow it; nothing of
// an office that a report mentions in passing.
func sinceWhen(h *griot.Holding) string {
	switch {
	case strings.HasPrefix(h.Rule, "office:"):
		return ""
	case h.Since.From.Known() && h.Since.From == h.Since.To:
		return " since " + phrase.Day(h.Since.From)
	case h.Since.From.Known() && h.Since.To.Known() && !strings.ContainsAny(daysInWords(h.Since), "–") && !strings.HasPrefix(daysInWords(h.Since), "between"):
		return " since " + daysInWords(h.Since) // a month or a year
	case h.Since.To.Known():
		return " since " + phrase.Day(h.Since.To) + " or before"
	}
	return ""
}

// about tells whether any of the names is asked for; without a question, all are.
func (c *composer) about(names ...string) bool {
	asked := c.options.Query.Actors
	return len(asked) == 0 || slices.ContainsFunc(asked, func(a string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(a, n) })
	})
}
