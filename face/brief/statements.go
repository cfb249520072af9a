package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
	"griot/face/phrase"
	"griot/face/plain"
)

// maxStatements keeps the section to what can be read at a glance; they are found
// among the maxQuotable weightiest.
const (
	maxStatements = 8
	maxQuotable   = 400
)

// statements quotes the most telling words of each speaker once: direct speech
// of named people before paraphrase, and nothing that a line above tells.
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
	for _, s := range quotable(all[:min(len(all), maxQuotable)]) {
		if c.toldHalf(s.Content) {
			continue
		}
		text := spoken(&s)
		day := s.Published
		if s.When.From.Known() && s.When.From == s.When.To {
			day = s.When.From
		}
		if day.Known() {
			text += " (" + phrase.Day(day) + ")"
		}
		lines = append(lines, Line{Text: text + ".", Notes: c.notes(s.ID)})
	}
	return lines
}

// quotable keeps of the weightiest statements the first of each speaker who has
// a name, and no words that another is quoted with.
func quotable(all []griot.Statement) []griot.Statement {
	var kept []griot.Statement
	for _, s := range all {
		first, _ := utf8.DecodeRuneInString(s.Speaker.Name)
		again := func(k griot.Statement) bool {
			return k.Speaker.ID == s.Speaker.ID || strings.Contains(k.Content, s.Content)
		}
		if s.Weight() > 0 && unicode.IsUpper(first) && readsOn(&s) && len(kept) < maxStatements && !slices.ContainsFunc(kept, again) {
			kept = append(kept, s)
		}
	}
	return kept
}

// readsOn tells whether words are worth quoting as they stand: all of them the
// speaker's, or a clause with "that". What a report puts half into its own words
// ("the bill as “a stunt”") is neither.
func readsOn(s *griot.Statement) bool {
	return s.Kind == griot.Direct || strings.HasPrefix(s.Content, "that ") || strings.IndexAny(s.Content, "“\"«‘") == 0
}

// spoken is who said what: a clause with "that" reads on, other words stand in
// quotation marks. The comma before "he said" goes.
func spoken(s *griot.Statement) string {
	content := strings.TrimRight(plain.Line(s.Content), ",;")
	if clause, ok := strings.CutPrefix(content, "that "); ok {
		verb := "said"
		if strings.HasSuffix(s.Cue, "ed") && !strings.Contains(s.Cue, " ") {
			verb = s.Cue // warned, demanded, denied
		}
		return s.Speaker.Name + " " + verb + " that " + strings.TrimSuffix(clause, ".")
	}
	for _, marks := range [][2]string{{"“", "”"}, {"\"", "\""}, {"«", "»"}} {
		if inner, ok := strings.CutSuffix(content, marks[1]); ok && strings.HasPrefix(inner, marks[0]) {
			content = strings.TrimRight(inner, ",;") + marks[1]
		}
	}
	return s.Speaker.Name + ": " + quoted(content)
}
