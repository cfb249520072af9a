package eval

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"griot"
	"griot/fuse"
	"griot/intake"
	"griot/pipeline"
)

// TestRecordOfTheStories reads the stories from their bytes and compares what
// follows from them with the gold: same events, disputes, expectations,
// states and timeline. Unlike TestFuseOnTheStories it pays for every claim that was missed
// or misread. The figures are kept in golden/record-stories.json.
func TestRecordOfTheStories(t *testing.T) {
	if testing.Short() {
		t.Skip("ACCURACY NOT CHECKED: -short leaves out the record of the stories; run without it")
	}
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	total := map[string]*outcome{}
	for _, name := range []string{"war", "protest", "flood", "election", "niger"} {
		gold := readStoryGold(t, filepath.Join("../testdata/stories", name+".json"))
		readings := readStory(t, reader, storyFolders[name])
		ids := matching(t, gold, readings)
		d := fuse.Derive(readings, nil, 0)
		for slot, o := range map[string]*outcome{
			"same": sameEvents(gold, ids, d), "contested": contested(gold, ids, d), "expectations": expected(gold, ids, d), "states": states(gold, d), "timeline": timeline(gold, d, readings),
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
	r := Result{Task: "record", Gold: "stories", Docs: 5, Figures: map[string]float64{}}
	for slot, o := range total {
		r.Figures[slot+"_f1"] = F1(o.right, o.found, o.gold)
		t.Logf("%s: F1 %.3f (%d right, %d found, %d in the gold)", slot, r.Figures[slot+"_f1"], o.right, o.found, o.gold)
	}
	file := filepath.Join("golden", "record-stories.json")
	if got := figures(t, r); *update {
		write(t, file, got)
	} else {
		compare(t, got, read(t, file))
	}
}

func readStory(t *testing.T, reader *pipeline.Reader, folder string) []griot.Reading {
	t.Helper()
	var readings []griot.Reading
	for it := range intake.Read([]string{folder}, intake.Options{}) {
		if it.Lost() {
			continue
		}
		r, err := reader.Read(it.Report)
		if err != nil {
			t.Fatal(err)
		}
		readings = append(readings, r)
	}
	return readings
}

// matching lists, for each claim of the gold, the ID of the claim that was read
// there, or an ID of nothing.
func matching(t *testing.T, gold storyGold, readings []griot.Reading) []string {
	t.Helper()
	c := &coding{t: t, counts: map[string]*outcome{}}
	ids := make([]string, len(gold.Claims))
	for i := range gold.Claims {
		row := &gold.Claims[i]
		found := c.find(row.Report, row.Sentence, row.Words, readings, func(cl *griot.Claim) bool {
			return !slices.Contains(ids, cl.ID) && (cl.Type == row.Type || slices.Contains(row.Or, string(cl.Type)))
		})
		if ids[i] = fmt.Sprint("missed ", i); found != nil {
			ids[i] = found.ID
		}
	}
	return ids
}
