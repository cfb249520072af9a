package eval

import (
	"regexp"

	"griot/claim/where"
	"griot/text"
)

// Eventplace scores telling where an act happened whose verb is marked: F1
// over the words of the places, all texts together. A text whose gold has no
// place counts whatever is found in it as wrong.
func Eventplace(gold string, _ Options) (Result, error) {
	rows, err := readLines[eventPlace](gold)
	if err != nil {
		return Result{}, err
	}
	parsed, err := trees()
	if err != nil {
		return Result{}, err
	}
	r, err := where.New()
	if err != nil {
		return Result{}, err
	}
	var s spanScore
	silent, kept := 0, 0
	for _, row := range rows {
		d, err := parsed(row.Text)
		if err != nil {
			return Result{}, err
		}
		got := row.guess(r, d)
		right, found, wanted := row.score(got)
		s.right, s.found, s.gold = s.right+right, s.found+found, s.gold+wanted
		if wanted == 0 {
			silent++
			kept += count(found == 0)
		}
	}
	if s.gold == 0 {
		return Result{}, ErrEmpty
	}
	return Result{Docs: len(rows), Figures: map[string]float64{
		"token_f1": s.f1(), "precision": Ratio(s.right, s.found), "recall": Ratio(s.right, s.gold), "silent": Ratio(kept, silent),
	}}, nil
}

// eventPlace is a row of geo/event_location*.jsonl; offsets count code points.
type eventPlace struct {
	Text      string
	Verb      marked
	Locations []marked
}

type marked struct{ Start, End int }

// guess is where the act of the marked verb is said to have happened.
func (e *eventPlace) guess(r *where.Resolver, d *text.Doc) []where.Span {
	at := runes(e.Text)
	if e.Verb.Start < 0 || e.Verb.Start >= len(at) {
		return nil
	}
	for i, t := range d.Tokens {
		if t.End > at[e.Verb.Start] {
			var out []where.Span
			for _, p := range r.Find(d).At(i) {
				out = append(out, where.Span{Start: p.Start, End: p.End})
			}
			return out
		}
	}
	return nil
}

// eventWords are the words and marks that the measure counts.
var eventWords = regexp.MustCompile(`[\pL\pN_]+|[^\s\pL\pN_]`)

func (e *eventPlace) score(got []where.Span) (right, found, wanted int) {
	at := runes(e.Text)
	var gold []where.Span
	for _, l := range e.Locations {
		if l.Start >= 0 && l.Start <= l.End && l.End < len(at) {
			gold = append(gold, where.Span{Start: at[l.Start], End: at[l.End]})
		}
	}
	for _, w := range eventWords.FindAllStringIndex(e.Text, -1) {
		g, f := touches(gold, w), touches(got, w)
		wanted, found, right = wanted+count(g), found+count(f), right+count(g && f)
	}
	return right, found, wanted
}

func touches(spans []where.Span, word []int) bool {
	for _, s := range spans {
		if s.Start < word[1] && word[0] < s.End {
			return true
		}
	}
	return false
}
