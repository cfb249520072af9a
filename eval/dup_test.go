package eval

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// editions are ways in which outlets reprint a text. Each leaves a copy.
var editions = []struct {
	name string
	edit func(paragraphs []string, other []string) []string
}{
	{"cut after two thirds", func(p, _ []string) []string { return p[:max(2, len(p)*2/3)] }},
	{"the lead alone", func(p, _ []string) []string { return p[:2] }},
	{"re-headlined", func(p, _ []string) []string {
		return append([]string{"What we know so far about the events", "By our own staff"}, p...)
	}},
	{"reordered", func(p, _ []string) []string {
		return append(append(slices.Clone(p[:1]), p[len(p)/2:]...), p[1:len(p)/2]...)
	}},
	{"every other paragraph left out", func(p, _ []string) []string {
		var kept []string
		for i := 0; i < len(p); i += 2 {
			kept = append(kept, p[i])
		}
		return kept
	}},
	{"words changed", func(p, _ []string) []string { return reworded(p, 14) }},
	{"more words changed", func(p, _ []string) []string { return reworded(p, 9) }},
	{"merged with another text", func(p, other []string) []string { return append(slices.Clone(p), other[:min(3, len(other))]...) }},
	{"put into a longer one", func(p, other []string) []string { return append(slices.Clone(other), p...) }},
	{"own first paragraph", func(p, _ []string) []string {
		return append([]string{"Our correspondent in the region sums up a day on which much remained unclear."}, p[1:]...)
	}},
	{"cut and reworded", func(p, _ []string) []string { return reworded(p[:max(2, len(p)/2)], 11) }},
}

// reworded replaces every nth word.
func reworded(paragraphs []string, n int) []string {
	out := make([]string, len(paragraphs))
	at := 0
	for i, p := range paragraphs {
		words := strings.Fields(p)
		for j := range words {
			if at++; at%n == 0 {
				words[j] = "otherwise"
			}
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}

// TestDupTellsCopies scores pairs made from the stories: reprints as outlets
// make them, against pairs that share a story, or a quotation, and no text.
func TestDupTellsCopies(t *testing.T) {
	var texts [][]string // paragraphs
	var story []string
	for _, name := range []string{"war", "protest", "flood", "election", "niger"} {
		all := readStoryTexts(t, storyFolders[name])
		for _, ref := range sortedKeys(all) {
			if ref == "3-quito-daily.txt" || ref == "03-lakeside-post-0729.md" {
				continue // copies by themselves
			}
			texts, story = append(texts, body(all[ref])), append(story, name)
		}
	}
	file := filepath.Join(t.TempDir(), "pairs.jsonl")
	pairs := writePairs(t, file, texts)
	if pairs < 300 {
		t.Fatalf("%d pairs, want at least 300", pairs)
	}
	r, err := Dup(file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pairs of %d stories: %v", pairs, len(slices.Compact(story)), r.Figures)
	if r.Figures["f1"] < .95 {
		t.Errorf("F1 %.3f is below .95", r.Figures["f1"])
	}
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// body is the paragraphs of a report without its header lines and markup.
func body(text string) []string {
	var out []string
	for p := range strings.SplitSeq(text, "\n") {
		if p = strings.TrimSpace(p); len(p) > 80 {
			out = append(out, p)
		}
	}
	return out
}

func writePairs(t *testing.T, file string, texts [][]string) int {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	put := func(a, b []string, copied bool) {
		n++
		row := map[string]any{"a": strings.Join(a, "\n"), "b": strings.Join(b, "\n"), "copy": copied}
		if err := json.NewEncoder(f).Encode(row); err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range texts {
		other := texts[(i+5)%len(texts)]
		for _, e := range editions {
			put(p, e.edit(p, other), true)
		}
		quoting := append(slices.Clone(other), p[len(p)-1]) // one paragraph taken over
		put(p, quoting, false)
		for j := i + 1; j < len(texts); j++ {
			put(p, texts[j], false)
		}
	}
	return n
}
