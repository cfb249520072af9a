package eval

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"

	"griot"
	"griot/text"
	"griot/text/annotate"
)

// nameTypes are the types of name that count.
var nameTypes = []string{"PER", "ORG", "LOC"}

// Name scores names of type PER, ORG and LOC on gold sentences and words (two
// columns, BIO, an empty line after each sentence; a line that begins with
// -DOCSTART- or # begins a document where there are such lines). A name is
// right when the gold has one of the same words and type. opt.Map names a file
// of lines "theirs ours" that maps type names; types mapped to O do not count.
func Name(gold string, opt Options) (Result, error) {
	types, err := readMap(opt.Map)
	if err != nil {
		return Result{}, err
	}
	docs, err := readBIO(gold, types)
	if err != nil {
		return Result{}, err
	}
	parse, err := annotate.Parser()
	if err != nil {
		return Result{}, err
	}
	sums := map[string]*match{}
	for _, t := range nameTypes {
		sums[t] = &match{}
	}
	sentences := 0
	for _, d := range docs {
		want := d.Names
		parse(d)
		for _, t := range nameTypes {
			sums[t].add(nameSpans(d.Names, t), nameSpans(want, t))
		}
		sentences += len(d.Sentences)
	}
	var all match
	byType := map[string]float64{}
	for _, t := range nameTypes {
		all.sum(*sums[t])
		byType[t] = sums[t].f1()
	}
	if all.gold == 0 {
		return Result{}, ErrEmpty
	}
	return Result{Docs: sentences, Types: byType, Figures: map[string]float64{
		"f1": all.f1(), "precision": Ratio(all.right, all.found), "recall": Ratio(all.right, all.gold),
	}}, nil
}

func nameSpans(names []text.Name, typ string) [][2]int {
	var spans [][2]int
	for _, n := range names {
		if n.Type == typ {
			spans = append(spans, [2]int{n.First, n.End})
		}
	}
	return spans
}

// readMap reads how type names map; "" is no file, and every name stands for
// itself.
func readMap(path string) (map[string]string, error) {
	if path == "" {
		return nil, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	types := map[string]string{}
	for i, line := range strings.Split(string(b), "\n") {
		f := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ' ' || r == '=' || r == ',' || r == '\r' })
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) != 2 {
			return nil, fmt.Errorf("%s:%d: want two type names, theirs and ours", path, i+1)
		}
		types[f[0]] = f[1]
	}
	return types, nil
}

// bio reads sentences of words and tags into Docs with names.
type bio struct {
	types  map[string]string
	docs   []*text.Doc
	doc    *text.Doc
	text   strings.Builder
	marked bool // the file marks where documents begin
	tags   []string
}

func readBIO(path string, types map[string]string) ([]*text.Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := &bio{types: types}
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		if err := b.line(strings.TrimSuffix(in.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	b.endSentence()
	b.endDoc()
	return b.docs, in.Err()
}

func (b *bio) line(s string) error {
	if s == "" {
		b.endSentence()
		return nil
	}
	if strings.HasPrefix(s, "-DOCSTART-") || strings.HasPrefix(s, "# newdoc") {
		b.endSentence()
		b.endDoc()
		b.marked = true
		return nil
	}
	f := strings.Split(s, "\t")
	if len(f) == 1 && strings.HasPrefix(s, "# ") {
		return nil
	}
	tag := f[len(f)-1]
	if len(f) < 2 || tag != "O" && !strings.HasPrefix(tag, "B-") && !strings.HasPrefix(tag, "I-") {
		return fmt.Errorf("%q: %w", s, ErrFormat)
	}
	b.word(f[0], tag)
	return nil
}

func (b *bio) word(form, tag string) {
	if b.doc == nil {
		b.doc = &text.Doc{Paragraphs: []text.Paragraph{{Kind: griot.Body}}}
		b.text.Reset()
	}
	if b.text.Len() > 0 {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(form)
	b.doc.Tokens = append(b.doc.Tokens, text.Token{
		Start: start, End: b.text.Len(), Form: form, Head: -1, Sentence: len(b.doc.Sentences),
	})
	b.tags = append(b.tags, tag)
}

func (b *bio) endSentence() {
	n := len(b.tags)
	if n == 0 {
		return
	}
	d := b.doc
	first := len(d.Tokens) - n
	d.Sentences = append(d.Sentences, text.Sentence{
		Range:     text.Range{First: first, End: first + n},
		ByteStart: d.Tokens[first].Start, ByteEnd: d.Tokens[first+n-1].End,
	})
	for i := 0; i < n; {
		typ := strings.TrimPrefix(strings.TrimPrefix(b.tags[i], "B-"), "I-")
		j := i + 1
		for j < n && b.tags[i] != "O" && b.tags[j] == "I-"+typ {
			j++
		}
		if ours, ok := b.types[typ]; ok {
			typ = ours
		}
		if slices.Contains(nameTypes, typ) {
			d.Names = append(d.Names, text.Name{Range: text.Range{First: first + i, End: first + j}, Type: typ})
		}
		i = j
	}
	b.tags = b.tags[:0]
	if !b.marked {
		b.endDoc()
	}
}

func (b *bio) endDoc() {
	if b.doc == nil {
		return
	}
	d := b.doc
	d.Report.Text = b.text.String()
	d.Paragraphs[0].Range = text.Range{First: 0, End: len(d.Tokens)}
	d.Paragraphs[0].ByteEnd = len(d.Report.Text)
	b.docs = append(b.docs, d)
	b.doc = nil
}
