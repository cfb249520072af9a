package eval

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"griot"
)

// storyGold is the part of a story's gold that quotes its reports.
type storyGold struct {
	Claims []struct {
		Report, Words, Sentence, Mode, Where string
		Type                                 griot.Type
		Or                                   []string
		Status                               griot.Status
		Actors, Recipients, Voices           []string
		Background                           bool
		Figures                              []griot.Amount
		When                                 struct{ From, To griot.Day }
	}
	Actors []struct {
		Name, Code, Kind string
		Words            []string
	}
	Statements   []struct{ Report, Speaker, Words, Kind, Act string }
	Figures      []goldAmount
	Names        []struct{ Report, Words, Type string }
	Refers       []goldReference
	Same         [][]int
	Contested    []goldDispute
	Expectations []goldExpectation
	States       []struct {
		Day                      griot.Day
		Subject, Property, Value string
		Holds                    bool
	}
	Timeline []struct {
		From, To griot.Day
		Words    string
	}
}

type goldAmount struct {
	Report string
	griot.Amount
}

type goldDispute struct {
	Claims []int
	Slot   string
	Values []string
}

type goldExpectation struct {
	Claim      int
	Kind       string
	Status     string
	ResolvedBy *int `json:"resolved_by"`
}

var storyFolders = map[string]string{
	"war": "../testdata/stories/war", "protest": "../testdata/stories/protest", "flood": "../testdata/stories/flood",
	"election": "../testdata/stories/election", "niger": "../examples/niger-2023",
}

func TestStoriesQuoteTheirReports(t *testing.T) {
	for name, folder := range storyFolders {
		t.Run(name, func(t *testing.T) {
			gold := readStoryGold(t, filepath.Join("../testdata/stories", name+".json"))
			texts := readStoryTexts(t, folder)
			quoted := func(report string, words ...string) {
				t.Helper()
				for _, w := range words {
					if !strings.Contains(texts[report], w) {
						t.Errorf("%s does not say %q", report, w)
					}
				}
			}
			for _, c := range gold.Claims {
				quoted(c.Report, c.Words, c.Sentence, c.Where)
				quoted(c.Report, slices.Concat(c.Actors, c.Recipients, c.Voices)...)
				if !strings.Contains(c.Sentence, c.Words) {
					t.Errorf("%q is not in its sentence", c.Words)
				}
				if !slices.Contains(griot.Types, c.Type) || !slices.Contains(griot.Statuses, c.Status) {
					t.Errorf("%q: type %q, status %q", c.Words, c.Type, c.Status)
				}
				if len(c.Or) == 0 && !c.Type.HasMode(c.Mode) {
					t.Errorf("%q: %s has no mode %q", c.Words, c.Type, c.Mode)
				}
			}
			for _, s := range gold.Statements {
				quoted(s.Report, s.Speaker, s.Words)
			}
			for _, f := range gold.Figures {
				quoted(f.Report, f.Words)
			}
			for _, n := range gold.Names {
				quoted(n.Report, n.Words)
			}
			for _, r := range gold.Refers {
				quoted(r.Report, r.Words)
				quoted(r.Report, r.To...)
			}
			checkStoryIndexes(t, gold)
		})
	}
}

func checkStoryIndexes(t *testing.T, gold storyGold) {
	t.Helper()
	lists := slices.Clone(gold.Same)
	for _, c := range gold.Contested {
		lists = append(lists, c.Claims)
	}
	for _, x := range gold.Expectations {
		lists = append(lists, []int{x.Claim})
		if x.ResolvedBy != nil {
			lists = append(lists, []int{*x.ResolvedBy})
		}
	}
	for _, list := range lists {
		for _, i := range list {
			if i < 0 || i >= len(gold.Claims) {
				t.Errorf("there is no claim %d", i)
			}
		}
	}
}

func readStoryGold(t *testing.T, path string) storyGold {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var gold storyGold
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if len(gold.Claims) == 0 {
		t.Fatalf("%s holds no claims", path)
	}
	return gold
}

var tags = regexp.MustCompile(`<[^>]*>`)

// readStoryTexts is the text of each report of a folder by its name in the
// gold; markup is stripped, since the gold quotes what a reader sees.
func readStoryTexts(t *testing.T, folder string) map[string]string {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		switch filepath.Ext(f.Name()) {
		case ".jsonl":
			for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
				var row struct{ Text string }
				if err := json.Unmarshal([]byte(line), &row); err != nil {
					t.Fatal(err)
				}
				texts[f.Name()+"#"+strconv.Itoa(i+1)] = row.Text
			}
		case ".html":
			texts[f.Name()] = html.UnescapeString(tags.ReplaceAllString(string(b), ""))
		default:
			texts[f.Name()] = string(b)
		}
	}
	return texts
}
