package brief

import (
	"slices"
	"strings"
	"unicode"

	"griot"
)

// fullest leaves out the lines whose words all stand in a longer one, or in an
// earlier of the same words, that rests on the same sentence: "the men seized power"
// beside "the bloc gave the men who seized power a week". A line that was cut off is
// taken to go on as they do.
func fullest(lines []Line) []Line {
	words, cut := make([][]string, len(lines)), make([]bool, len(lines))
	for i, l := range lines {
		text := unattributed(l.Text)
		words[i] = bare(text)
		cut[i] = strings.HasSuffix(text, "…")
	}
	within := func(i, j int) bool {
		shared := slices.ContainsFunc(lines[i].Notes, func(n int) bool { return slices.Contains(lines[j].Notes, n) })
		if shared && j < i && slices.Equal(words[i], words[j]) {
			return true
		}
		if !shared || len(words[j]) <= len(words[i]) {
			return false
		}
		told := words[i]
		if at := slices.Index(told, words[j][len(words[j])-1]); cut[j] && at > 0 {
			told = told[:at]
		}
		if len(told) > 2 && slices.Contains(words[j], told[1]) {
			told = told[1:] // who has a first name in one line alone
		}
		return !slices.ContainsFunc(told, func(w string) bool {
			return !slices.Contains(words[j], w) && w != "was" && w != "were"
		})
	}
	var kept []Line
	for i := range lines {
		told := false
		for j := range lines {
			told = told || within(i, j)
		}
		if !told {
			kept = append(kept, lines[i])
		}
	}
	return kept
}

// attribution stands between what a line tells and who says so.
const attribution = ", according to "

// unattributed is what a line tells, without who says so.
func unattributed(line string) string {
	text, _, _ := strings.Cut(line, attribution)
	return text
}

// bare are the words of a text without marks and capitals, for comparing.
func bare(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// sameAct tells whether two events are one act that its only report tells in two
// sentences: of one type, by the same to the same, on the same day and at no other
// place.
func (c *composer) sameAct(a, b *griot.Event) bool {
	elsewhere := a.Where != nil && b.Where != nil && a.Where.Name != b.Where.Name
	return a.Type == b.Type && a.Mode == b.Mode && a.Status == b.Status && a.Reports == 1 && b.Reports == 1 &&
		a.When.From == b.When.From && a.When.To == b.When.To && !elsewhere && len(b.Figures)+len(b.Disputes) == 0 &&
		len(a.Actors) > 0 && len(a.Recipients) > 0 && sameParties(a.Actors, b.Actors) && sameParties(a.Recipients, b.Recipients) &&
		c.report(a) == c.report(b)
}

// report is the one that an event's first claim stands in, "" when it is not known.
func (c *composer) report(e *griot.Event) string {
	if len(e.Claims) > 0 {
		if cl := c.known.Claim(e.Claims[0]); cl != nil {
			return cl.Report
		}
	}
	return ""
}

func sameParties(a, b []griot.Actor) bool {
	return slices.EqualFunc(a, b, func(a, b griot.Actor) bool { return a.ID == b.ID })
}

// stands tells whether a title can stand in a list of what happened: it does not
// only ask, nor speak of the report's own "we" and "I".
func stands(title string) bool {
	if strings.HasSuffix(strings.TrimRight(title, "”\""), "?") {
		return false
	}
	first, _, _ := strings.Cut(title, " ")
	return !slices.Contains([]string{"We", "I", "I’m", "I'm", "My", "Our", "You", "Your"}, first)
}

// toldHalf tells whether one of the lines told already holds half or more of the
// words of a quotation, one behind the other.
func (c *composer) toldHalf(content string) bool {
	quote := bare(content)
	for _, section := range c.brief.Sections {
		for _, l := range section.Lines {
			text := unattributed(l.Text)
			if _, words, ok := strings.Cut(text, ": “"); ok {
				text = words
			}
			if line := bare(text); len(quote) > 0 && (holds(line, quote) || 2*len(line) >= len(quote) && holds(quote, line)) {
				return true
			}
		}
	}
	return false
}

// holds tells whether words stand in others, one behind the other.
func holds(words, part []string) bool {
	return strings.Contains(" "+strings.Join(words, " ")+" ", " "+strings.Join(part, " ")+" ")
}
