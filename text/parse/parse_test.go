package parse

import (
	"os"
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/data"
	"griot/learn"
	"griot/text"
)

func load(t testing.TB) *Model {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// document is a Doc of sentences whose words are set apart by spaces.
func document(sentences ...string) *text.Doc {
	d := &text.Doc{Report: griot.Report{Text: strings.Join(sentences, " ")}}
	at := 0
	for _, s := range sentences {
		first, start := len(d.Tokens), at
		for form := range strings.SplitSeq(s, " ") {
			d.Tokens = append(d.Tokens, text.Token{
				Start: at, End: at + len(form), Form: form, Head: -1, Sentence: len(d.Sentences),
			})
			at += len(form) + 1
		}
		d.Sentences = append(d.Sentences, text.Sentence{
			Range: text.Range{First: first, End: len(d.Tokens)}, ByteStart: start, ByteEnd: at - 1,
		})
	}
	d.Paragraphs = []text.Paragraph{{Range: text.Range{First: 0, End: len(d.Tokens)}, ByteEnd: at - 1, Kind: griot.Body}}
	return d
}

func TestParseReadsNews(t *testing.T) {
	d := document(
		"Soldiers killed three farmers near Torodi on Tuesday , a spokesman for President Mohamed Bazoum said .",
		"Bazoum left the capital .",
	)
	load(t).Parse(d)
	killed := 1
	if k := d.Tokens[killed]; k.UPOS != "VERB" || k.Lemma != "kill" {
		t.Errorf("killed: %+v", k)
	}
	if s := d.Child(killed, "nsubj"); s != 0 {
		t.Errorf("the subject of killed is word %d", s)
	}
	if o := d.Child(killed, "obj"); o < 0 || d.Tokens[o].Lemma != "farmer" {
		t.Errorf("the object of killed is word %d", o)
	}
	var names []string
	for _, n := range d.Names {
		names = append(names, d.Words(n.Range)+" "+n.Type)
	}
	if want := []string{"Torodi LOC", "Mohamed Bazoum PER", "Bazoum PER"}; !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
}

// TestParseOfHostileText: what is not linear here never comes to an end.
func TestParseOfHostileText(t *testing.T) {
	m := load(t)
	long := 20_000
	if testing.Short() {
		long = 2_000
	}
	for name, words := range map[string]string{
		"one word":    "a",
		"no letters":  "— ; 12 %%% … ///",
		"emoji":       "😀 👩‍👩‍👧 🇳🇪 ok",
		"controls":    "\x00\x01 \x7f \u200b\u200e \ufeff",
		"not UTF-8":   "\xff\xfe a\xc3 \x80",
		"right left":  "مرحبا بالعالم ، שלום",
		"long word":   strings.Repeat("ab", 50_000),
		"long as one": strings.TrimSpace(strings.Repeat("the man , who ran ", long)),
	} {
		d := document(words)
		m.Parse(d)
		checkTree(t, name, d)
	}
	m.Parse(&text.Doc{})
}

// checkTree fails unless each sentence is a tree with one root and all words
// are tagged.
func checkTree(t *testing.T, name string, d *text.Doc) {
	t.Helper()
	for _, s := range d.Sentences {
		heads := make([]int32, s.Len()+1)
		for i := range s.Len() {
			k := d.Tokens[s.First+i]
			if k.Head >= 0 {
				heads[i+1] = int32(k.Head - s.First + 1)
			}
			if k.UPOS == "" || k.Rel == "" || k.Lemma == "" || (k.Rel == "root") != (k.Head < 0) {
				t.Errorf("%s: word %d is %+v", name, i, k)
				return
			}
		}
		if !isTree(heads) {
			t.Errorf("%s: no tree", name)
		}
	}
}

func TestParseDoesNotDependOnBatches(t *testing.T) {
	m := load(t)
	one := "The junta , which took power in July , rejected the demand ."
	alone := document(one)
	m.Parse(alone)
	many := document(slices.Repeat([]string{one}, 100)...)
	m.Parse(many)
	for i, k := range many.Tokens {
		a := alone.Tokens[i%len(alone.Tokens)]
		if k.UPOS != a.UPOS || k.Lemma != a.Lemma || k.Rel != a.Rel {
			t.Fatalf("word %d is %+v among others and %+v alone", i, k, a)
		}
	}
}

func TestReadRefusesDamage(t *testing.T) {
	b, err := learnFile()
	if err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	for _, n := range []int{0, 5, 12, len(whole) / 2, len(whole) - 1} {
		if _, err := Read(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are taken for a model", n, len(whole))
		}
	}
	b.PutInt32s("shape", []int32{8, 8, 1, 0})
	if _, err := Read(b.Bytes()); err == nil {
		t.Error("a model of another shape than its layers is taken")
	}
}

func learnFile() (*learn.File, error) { return learn.Parse([]byte(data.CoreModel())) }

func BenchmarkParse(b *testing.B) {
	f, err := os.Open("../../../shared/treebanks/gum-dev.conllu")
	if err != nil {
		b.Skip("needs ../shared/treebanks/gum-dev.conllu beside the repository")
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		b.Fatal(err)
	}
	m := load(b)
	words := 0
	for b.Loop() {
		for _, d := range docs {
			m.Parse(d)
			words += len(d.Tokens)
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
