package eval

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/fuse"
)

// TestFuseOnTheStories derives everything from the claims of the gold itself,
// so that what is measured is how many reports become one record and not how
// they were read.
func TestFuseOnTheStories(t *testing.T) {
	total := map[string]*outcome{}
	for _, name := range []string{"war", "protest", "flood", "election", "niger"} {
		gold := readStoryGold(t, filepath.Join("../testdata/stories", name+".json"))
		readings, ids := goldReadings(t, gold, readStoryTexts(t, storyFolders[name]))
		d := fuse.Derive(readings, nil, 0)
		for slot, o := range map[string]*outcome{
			"same": sameEvents(gold, ids, d), "contested": contested(gold, ids, d),
			"expectations": expected(gold, ids, d), "states": states(gold, d), "timeline": timeline(gold, d, readings),
		} {
			for _, line := range o.wrong {
				t.Logf("%s, %s: %s", name, slot, line)
			}
			if total[slot] == nil {
				total[slot] = &outcome{}
			}
			total[slot].add(o)
		}
	}
	for slot, least := range map[string]float64{"same": .75, "contested": .85, "expectations": .85, "states": .85, "timeline": .8} {
		o := total[slot]
		f1 := F1(o.right, o.found, o.gold)
		t.Logf("%s: F1 %.3f (%d right, %d found, %d in the gold)", slot, f1, o.right, o.found, o.gold)
		if f1 < least {
			t.Errorf("%s: F1 %.3f is below %.2f", slot, f1, least)
		}
	}
}

// outcome counts what was found and what is wrong with it.
type outcome struct {
	right, found, gold int
	wrong              []string
}

func (o *outcome) add(p *outcome) {
	o.right, o.found, o.gold = o.right+p.right, o.found+p.found, o.gold+p.gold
}

// goldReadings makes readings of the gold claims, and lists their IDs.
func goldReadings(t *testing.T, gold storyGold, texts map[string]string) ([]griot.Reading, []string) {
	t.Helper()
	byReport := map[string]*griot.Reading{}
	for ref, text := range texts {
		r := griot.Report{Ref: ref, Text: text, Published: storyDay(text, ref), Outlet: headerLine(text, "outlet: ")}
		r.ID = r.Identify()
		byReport[ref] = &griot.Reading{Report: r}
	}
	ids := make([]string, len(gold.Claims))
	for i := range gold.Claims {
		reading := byReport[gold.Claims[i].Report]
		c := goldClaim(&gold, i, &reading.Report)
		ids[i] = c.ID
		reading.Claims = append(reading.Claims, c)
		for _, a := range gold.Actors {
			reading.Actors = append(reading.Actors, griot.ActorFacts{ID: actorID(a.Name), Name: a.Name, Kind: a.Kind, Code: a.Code})
		}
	}
	for _, f := range gold.Figures {
		byReport[f.Report].Figures = append(byReport[f.Report].Figures, goldFigure(f, byReport[f.Report]))
	}
	var readings []griot.Reading
	for _, r := range byReport {
		readings = append(readings, *r)
	}
	return readings, ids
}

// goldFigure is a figure of the gold, read with the claim of its sentence that
// gives the same amount.
func goldFigure(row goldAmount, r *griot.Reading) griot.Figure {
	f := griot.Figure{Amount: row.Amount, Start: strings.Index(r.Report.Text, row.Words), Quote: row.Words}
	f.End = f.Start + len(row.Words)
	for _, c := range r.Claims {
		if c.Sentence.Start <= f.Start && f.Start < c.Sentence.End && slices.ContainsFunc(c.Figures, func(a griot.Amount) bool { return a.Of == f.Of && a.Min == f.Min }) {
			f.Claim = c.ID
		}
	}
	f.ID = griot.NewID(griot.FigureID, r.Report.ID, f.Quote)
	return f
}

func actorID(name string) string { return griot.NewID(griot.ActorID, name) }

// goldClaim is the claim that row i of the gold describes.
func goldClaim(gold *storyGold, i int, r *griot.Report) griot.Claim {
	row := gold.Claims[i]
	at := strings.Index(r.Text, row.Sentence)
	c := griot.Claim{
		Source: griot.Source{Report: r.ID}, Type: row.Type, Mode: row.Mode, Status: row.Status, Background: row.Background,
		Sentence: griot.Span{Start: at, End: at + len(row.Sentence)}, When: griot.Interval{From: row.When.From, To: row.When.To, Basis: griot.BasisText},
		Figures: row.Figures, Lemma: headWord(row.Words),
	}
	c.Start = at + strings.Index(row.Sentence, row.Words)
	c.End = c.Start + len(row.Words)
	mention := func(words string) griot.Actor {
		a := griot.Actor{ID: actorID(strings.ToLower(words)), Name: words, Words: words, Start: -1, End: -1}
		if j := strings.Index(row.Sentence, words); j >= 0 {
			a.Start, a.End = at+j, at+j+len(words)
			c.Start, c.End = min(c.Start, a.Start), max(c.End, a.End)
		}
		for _, known := range gold.Actors {
			if slices.Contains(known.Words, words) {
				a.ID, a.Name, a.Code = actorID(known.Name), known.Name, known.Code
			}
		}
		return a
	}
	for _, words := range row.Actors {
		c.Actors = append(c.Actors, mention(words))
	}
	for _, words := range row.Recipients {
		c.Recipients = append(c.Recipients, mention(words))
	}
	for _, words := range row.Voices {
		c.Voices = append(c.Voices, griot.Voice{ID: actorID(words), Name: words, Words: words})
	}
	if row.Where != "" {
		c.Where = &griot.Place{Name: row.Where, Words: row.Where, RadiusKm: 10}
	}
	c.Quote = r.Text[c.Start:c.End]
	c.ID = c.Identify()
	return c
}

// headWord is the first word of a trigger that is no helping verb.
func headWord(words string) string {
	for _, w := range strings.Fields(words) {
		if !slices.Contains(strings.Fields("had have has been was were is are be will would to not may could and also"), w) {
			return w
		}
	}
	return words
}

func headerLine(text, key string) string {
	_, rest, ok := strings.Cut(text, key)
	if !ok {
		return ""
	}
	line, _, _ := strings.Cut(rest, "\n")
	return line
}

// storyDay is the day on which a report of the stories was published: from its
// header or, for the reports that were no text files, from the folder's key.
func storyDay(text, ref string) griot.Day {
	for _, key := range []string{"published: ", "date "} {
		if line := headerLine(text, key); len(line) >= 10 {
			if day, err := griot.ParseDay(line[:10]); err == nil {
				return day
			}
		}
	}
	day, _ := griot.ParseDay(map[string]string{
		"04-gulf-courier-0731.html": "2023-07-31", "05-agency-0804.jsonl#1": "2023-08-04", "05-agency-0804.jsonl#2": "2023-08-04",
	}[ref])
	return day
}
