package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
	"griot/face/phrase"
	"griot/face/plain"
)

// changes tells the events first reported after the day that the reader knows.
func (c *composer) changes() []Line {
	return c.daily(c.ranked(func(e *griot.Event) bool { return e.FirstReported > c.options.Since && !e.Background }))
}

// developments tells what happened, day by day, the latest day first.
func (c *composer) developments() []Line {
	events := c.ranked(func(e *griot.Event) bool {
		return e.Status.Real() && !e.Background && e.When.Known() &&
			(!c.options.Since.Known() || e.FirstReported <= c.options.Since)
	})
	return c.daily(events)
}

// daily tells events under their days, the latest first. What another line of
// the same day tells already is left out.
func (c *composer) daily(events []*griot.Event) []Line {
	slices.SortStableFunc(events, func(a, b *griot.Event) int {
		return cmp.Or(cmp.Compare(last(b), last(a)), cmp.Compare(b.When.From, a.When.From))
	})
	var lines []Line
	for i, e := range events {
		day := daysOf(e)
		if day == "" {
			day = "Day unknown"
		}
		told := func(o Line) bool { return o.Day == day && strings.Contains(o.Text, strings.TrimSuffix(e.Title, ".")) }
		if stands(e.Title) && !slices.ContainsFunc(lines, told) && !slices.ContainsFunc(events[:i], func(o *griot.Event) bool { return c.sameAct(o, e) }) {
			l := c.line(e)
			l.Day = day
			lines = append(lines, l)
		}
	}
	return fullest(lines)
}

// last is the last day on which an event may have happened, 0 when unknown.
func last(e *griot.Event) griot.Day { return max(e.When.From, e.When.To) }

// background tells what lies well before the reports.
func (c *composer) background() []Line {
	events := c.ranked(func(e *griot.Event) bool { return e.Background && e.Status.Real() && e.When.Known() })
	slices.SortStableFunc(events, func(a, b *griot.Event) int { return cmp.Compare(a.When.From, b.When.From) })
	var lines []Line
	for _, e := range events[:min(len(events), c.options.Max/4)] {
		l := c.line(e)
		if days := daysOf(e); !strings.HasPrefix(days, "since ") {
			l.Text = strings.TrimSuffix(l.Text, ".") + " (" + days + ")."
		}
		lines = append(lines, l)
	}
	return fullest(lines)
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
			text += attribution + by
		}
	}
	if len(e.Disputes) > 0 {
		text += " (contested)"
	}
	return Line{Text: stopped(text), Notes: c.notes(append([]string{e.Told}, e.Claims...)...)}
}

// stopped ends a line with a full stop, unless it ends by itself.
func stopped(text string) string {
	for _, mark := range []string{"…", ".", "?", "!"} {
		if strings.HasSuffix(strings.TrimRight(text, "”\""), mark) {
			return text
		}
	}
	return text + "."
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
		if len(cl.Voices) > 0 && sayingSo(e.Title, cl.Voices[0]) {
			continue
		}
		if len(cl.Voices) > 0 {
			name = phrase.Or(voiceName(cl.Voices[0]), name)
		}
		if name != "" && !slices.Contains(names, name) && !actedBy(e, name) && len(names) < 2 {
			names = append(names, name)
		}
	}
	return strings.Join(names, " and ")
}

// sayingSo tells whether a line says itself that a voice says it: "Diallo said in
// Lomé that talks …".
func sayingSo(line string, v griot.Voice) bool {
	if before, _, ok := strings.Cut(line, ": “"); ok && (strings.EqualFold(before, v.Name) || strings.EqualFold(before, v.Words)) {
		return true
	}
	return v.Cue != "" && slices.ContainsFunc(strings.Fields(v.Name), func(part string) bool { // the family name may come first
		return strings.Contains(line, part+" "+v.Cue) || strings.Contains(line, part+" said")
	})
}

// actedBy tells whether an actor of the event bears the name: what somebody does
// by saying it needs no "according to".
func actedBy(e *griot.Event, name string) bool {
	return slices.ContainsFunc(e.Actors, func(a griot.Actor) bool { return a.Name == strings.TrimPrefix(name, "the ") })
}

// voiceName is how the brief names a voice: by name, else by the report's own
// words when they say more than a pronoun.
func voiceName(v griot.Voice) string {
	first, _ := utf8.DecodeRuneInString(v.Name)
	switch {
	case v.Name == v.Words && len(strings.Fields(v.Words)) > 1:
		return phrase.Named(uncapital(plain.Line(v.Words)))
	case strings.EqualFold(v.Name, "police"):
		return "police"
	case unicode.IsUpper(first):
		return phrase.Named(v.Name)
	case len(strings.Fields(v.Words)) > 1:
		return uncapital(plain.Line(v.Words))
	}
	return ""
}

// opening are words for those who say something that are no names, though they
// have a capital where they begin a sentence.
var opening = strings.Fields(`Preliminary Local Official Initial Senior Early Police Medical Hospital Security Military Government State Media
	Unconfirmed Independent Foreign Federal Diplomatic Judicial Army Opposition Other Another Most Eyewitness Court Legal Health Regional
	Rights Human News Press Intelligence Prison Tribal Village Community Family Union Party Rescue Aid Election`)

// uncapital writes words small that are capital only because they begin a
// sentence: "A witness", "Residents of the village".
func uncapital(words string) string {
	first, rest, _ := strings.Cut(words, " ")
	next, _ := utf8.DecodeRuneInString(rest)
	small := slices.Contains(opening, first) && !unicode.IsUpper(next)
	article := slices.Contains([]string{"A", "An", "The", "Some", "Two", "Three", "Several", "Many", "One", "His", "Her", "Its", "Their"}, first)
	if !article && !small && (!strings.HasSuffix(first, "s") || unicode.IsUpper(next)) {
		return words
	}
	r, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToLower(r)) + words[size:]
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
	say(n.Undated, "When %s came out (%s): relative dates there stay open.", phrase.Many(n.Undated, "report"), strings.Join(n.UndatedRefs, ", "))
	say(n.UndatedEvents, "When %s took place.", phrase.Many(n.UndatedEvents, "event"))
	say(n.Unplaced, "Where %s took place.", phrase.Many(n.Unplaced, "event"))
	say(n.Foreign, "What is said in %s in other languages than English.", phrase.Many(n.Foreign, "report"))
	return lines
}

func sentenceCase(s string) string {
	if s == "" {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// lowered writes the word that begins a clause small: "If", "Once".
func lowered(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// quoted puts words in quotation marks unless they bring their own.
func quoted(s string) string {
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "«") {
		return s
	}
	return "“" + s + "”"
}

// daysOf is when an event took place, in words: "since 2017" of what its title says
// goes on since then.
func daysOf(e *griot.Event) string {
	if since := "since " + e.When.Words; e.When.Words != "" && strings.Contains(e.Title, since) {
		return since
	}
	return daysInWords(e.When)
}

// daysInWords writes an interval as a reader expects: "4 August 2023",
// "1–3 August 2023", "by 5 August 2023", "between 1 January and 5 August 2023".
func daysInWords(i griot.Interval) string {
	switch {
	case i.From == i.To && i.From.Known():
		return phrase.Day(i.From)
	case !i.From.Known() && i.To.Known():
		return "by " + phrase.Day(i.To)
	case i.From.Known() && !i.To.Known():
		return "from " + phrase.Day(i.From)
	case !i.Known():
		return ""
	}
	f, t := i.From.Time(), i.To.Time()
	from := phrase.Day(i.From)
	if f.Year() == t.Year() {
		from = f.Format("2 January")
	}
	switch {
	case f.Year() == t.Year() && f.YearDay() == 1 && t.Month() == 12 && t.Day() == 31:
		return f.Format("2006")
	case f.Year() == t.Year() && f.Month() == t.Month() && f.Day() == 1 && i.To+1 == griot.NewDay(t.Year(), int(t.Month())+1, 1):
		return f.Format("January 2006")
	case f.Year() == t.Year() && f.Month() == t.Month():
		return fmt.Sprintf("%d–%s", f.Day(), t.Format("2 January 2006"))
	case i.To-i.From > openSpan:
		return "between " + from + " and " + phrase.Day(i.To)
	}
	return from + " – " + phrase.Day(i.To)
}

// openSpan is the number of days beyond which an interval says less how long an act
// took than between which days it came about: "so far this year".
const openSpan = 31
