package text

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"griot"
)

// ReadCoNLLU reads treebank text: a Doc for each "# newdoc" line, or one for
// all of it. The report's text is put together from the surface forms and
// SpaceAfter, sentences of a paragraph are joined by a space and paragraphs
// ("# newpar") by an empty line, so that every token knows its bytes. The bytes
// of a multi-word token are divided over its words. Segments, tags and trees
// are filled in and linked; names and references are not.
func ReadCoNLLU(r io.Reader) ([]*Doc, error) {
	c := conllu{}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	for line := 1; in.Scan(); line++ {
		if err := c.line(strings.TrimSuffix(in.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("CoNLL-U line %d: %w", line, err)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("CoNLL-U: %w", err)
	}
	c.endSentence()
	c.endDoc()
	return c.docs, nil
}

// conllu is the state of reading a treebank.
type conllu struct {
	docs  []*Doc
	doc   *Doc
	ref   string
	text  strings.Builder
	space string // owed before the next surface token
	first int    // first token of the sentence
	multi struct {
		surface string
		last    int // ID of its last word, 0 outside
		words   int // still to come
		space   string
	}
}

func (c *conllu) line(s string) error {
	switch {
	case s == "":
		c.endSentence()
		return nil
	case strings.HasPrefix(s, "# newdoc"):
		c.endSentence()
		c.endDoc()
		_, c.ref, _ = strings.Cut(s, "= ")
		return nil
	case strings.HasPrefix(s, "# newpar") && !strings.HasPrefix(s, "# newpar_"):
		c.endSentence()
		c.newParagraph()
		return nil
	case s[0] == '#':
		return nil
	}
	f := strings.Split(s, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns, not 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil // a node of the enhanced graph
	}
	c.begin()
	if a, b, ok := strings.Cut(f[0], "-"); ok {
		return c.surface(a, b, f)
	}
	return c.word(f)
}

// surface takes the line of a multi-word token.
func (c *conllu) surface(a, b string, f []string) error {
	first, err1 := strconv.Atoi(a)
	last, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || first >= last {
		return fmt.Errorf("%q is no range of words", f[0])
	}
	c.multi.surface, c.multi.last, c.multi.words = f[1], last, last-first+1
	c.multi.space = spaceAfter(f[9])
	return nil
}

// word takes the line of a word.
func (c *conllu) word(f []string) error {
	id, err := strconv.Atoi(f[0])
	if want := len(c.doc.Tokens) - c.first + 1; err != nil || id != want {
		return fmt.Errorf("word %q stands where %d should", f[0], want)
	}
	head, err := strconv.Atoi(f[6])
	if f[6] == "_" {
		head, err = 0, nil
	}
	if err != nil || head < 0 {
		return fmt.Errorf("%q is no head", f[6])
	}
	form, space := f[1], spaceAfter(f[9])
	if c.multi.words > 0 {
		form, space = c.part(f[1])
	}
	c.text.WriteString(c.space)
	if c.space == "" && len(c.doc.Tokens) > c.first {
		c.doc.Tokens[len(c.doc.Tokens)-1].Glued = true
	}
	c.space = space
	start := c.text.Len()
	c.text.WriteString(form)
	c.doc.Tokens = append(c.doc.Tokens, Token{
		Start: start, End: c.text.Len(), Form: form, Lemma: blank(f[2]),
		UPOS: blank(f[3]), XPOS: blank(f[4]), Feats: blank(f[5]),
		Head: head + c.first - 1, Rel: blank(f[7]), Sentence: len(c.doc.Sentences),
	})
	if head == 0 {
		c.doc.Tokens[len(c.doc.Tokens)-1].Head = -1
	}
	return nil
}

// part cuts the bytes of the next word off a multi-word token: as much as its
// form shares with the surface, and what is left for the last.
func (c *conllu) part(form string) (part, space string) {
	m := &c.multi
	m.words--
	if m.words == 0 {
		return m.surface, m.space
	}
	n := 0
	for n < len(m.surface) && n < len(form) && lower(m.surface[n]) == lower(form[n]) {
		n++
	}
	for n > 0 && n < len(m.surface) && !utf8.RuneStart(m.surface[n]) {
		n--
	}
	if _, size := utf8.DecodeRuneInString(m.surface); n == 0 {
		n = size
	}
	if n == len(m.surface) && n > 1 { // leave something for the words to come
		_, size := utf8.DecodeLastRuneInString(m.surface)
		n -= size
	}
	part, m.surface = m.surface[:n], m.surface[n:]
	return part, ""
}

func (c *conllu) begin() {
	if c.doc == nil {
		c.doc = &Doc{Report: griot.Report{Ref: c.ref, Language: "en"}}
		c.first = 0
	}
	if len(c.doc.Paragraphs) == 0 {
		c.newParagraph()
	}
}

// newParagraph begins a paragraph; one without tokens is taken over.
func (c *conllu) newParagraph() {
	if c.doc == nil {
		return // begin will
	}
	d := c.doc
	if n := len(d.Paragraphs); n > 0 && d.Paragraphs[n-1].First == len(d.Tokens) {
		return
	}
	if len(d.Tokens) > 0 {
		c.space = "\n\n"
	}
	d.Paragraphs = append(d.Paragraphs, Paragraph{Range: Range{len(d.Tokens), len(d.Tokens)}, Kind: griot.Body})
}

func (c *conllu) endSentence() {
	c.multi.words = 0
	if c.doc == nil || len(c.doc.Tokens) == c.first {
		return
	}
	d := c.doc
	n := len(d.Tokens)
	for i := c.first; i < n; i++ {
		if d.Tokens[i].Head >= n {
			d.Tokens[i].Head = -1
		}
	}
	p := &d.Paragraphs[len(d.Paragraphs)-1]
	p.Range.End, p.ByteStart, p.ByteEnd = n, d.Tokens[p.First].Start, d.Tokens[n-1].End
	d.Sentences = append(d.Sentences, Sentence{
		Range: Range{c.first, n}, ByteStart: d.Tokens[c.first].Start, ByteEnd: d.Tokens[n-1].End,
		Paragraph: len(d.Paragraphs) - 1,
	})
	d.Tokens[n-1].Glued = c.space == ""
	c.first = n
}

func (c *conllu) endDoc() {
	if c.doc == nil {
		return
	}
	d := c.doc
	if n := len(d.Paragraphs); n > 0 && d.Paragraphs[n-1].Len() == 0 {
		d.Paragraphs = d.Paragraphs[:n-1]
	}
	if n := len(d.Tokens); n > 0 {
		d.Tokens[n-1].Glued = false
	}
	d.Report.Text = c.text.String()
	d.Report.ID = d.Report.Identify()
	d.Link()
	c.docs = append(c.docs, d)
	c.doc, c.space, c.first = nil, "", 0
	c.text.Reset()
}

func spaceAfter(misc string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if f == "SpaceAfter=No" {
			return ""
		}
	}
	return " "
}

func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}
