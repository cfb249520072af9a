package refer

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"griot/text"
)

// ReadGold reads a treebank with entity annotation in the CorefUD manner
// ("Entity=" in the last column) into Docs with trees, Mentions and Entities.
// A mention hangs on its first token whose head lies outside it; discontinuous
// mentions are not known in GUM and are an error.
func ReadGold(r io.Reader) ([]*text.Doc, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	docs, err := text.ReadCoNLLU(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	g := gold{docs: docs, next: -1}
	line := 0
	for l := range bytes.Lines(b) {
		line++
		if err := g.line(strings.TrimRight(string(l), "\r\n")); err != nil {
			return nil, fmt.Errorf("CoNLL-U line %d: %w", line, err)
		}
	}
	return docs, nil
}

// gold is the state of reading entities.
type gold struct {
	docs   []*text.Doc
	next   int // index of the document, -1 before the first word
	token  int // index of the next word in it
	fresh  bool
	chains map[string]int
	open   map[string][]int
}

func (g *gold) line(l string) error {
	if strings.HasPrefix(l, "# newdoc") {
		g.fresh = true
	}
	f := strings.Split(l, "\t")
	if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
		return nil
	}
	if g.next < 0 || g.fresh {
		g.next, g.token, g.fresh = g.next+1, 0, false
		g.chains, g.open = map[string]int{}, map[string][]int{}
	}
	if g.next >= len(g.docs) || g.token >= len(g.docs[g.next].Tokens) {
		return fmt.Errorf("more words than the trees have")
	}
	defer func() { g.token++ }()
	for m := range strings.SplitSeq(f[9], "|") {
		if v, ok := strings.CutPrefix(m, "Entity="); ok {
			return g.brackets(v)
		}
	}
	return nil
}

// brackets reads "(3-person-…", "(3-person-…)" and "3)", one after another.
func (g *gold) brackets(s string) error {
	for s != "" {
		if s[0] == '(' {
			end := strings.IndexAny(s[1:], "()") + 1
			if end == 0 {
				end = len(s)
			}
			group, _, _ := strings.Cut(s[1:end], "-")
			g.begin(group)
			if s = s[end:]; strings.HasPrefix(s, ")") {
				if err := g.end(group); err != nil {
					return err
				}
				s = s[1:]
			}
			continue
		}
		group, rest, ok := strings.Cut(s, ")")
		if !ok {
			return fmt.Errorf("no bracket closes %q", s)
		}
		if err := g.end(group); err != nil {
			return err
		}
		s = rest
	}
	return nil
}

func (g *gold) begin(group string) {
	d := g.docs[g.next]
	e, ok := g.chains[group]
	if !ok {
		e = len(d.Entities)
		g.chains[group] = e
		d.Entities = append(d.Entities, text.Entity{})
	}
	g.open[group] = append(g.open[group], len(d.Mentions))
	d.Mentions = append(d.Mentions, text.Mention{Range: text.Range{First: g.token, End: g.token + 1}, Entity: e})
}

func (g *gold) end(group string) error {
	d, open := g.docs[g.next], g.open[group]
	if len(open) == 0 {
		return fmt.Errorf("%q ends but did not begin", group)
	}
	i := open[len(open)-1]
	g.open[group] = open[:len(open)-1]
	m := &d.Mentions[i]
	m.End, m.Head = g.token+1, m.First
	for k := m.First; k < m.End; k++ {
		if !m.Has(d.Tokens[k].Head) {
			m.Head = k
			break
		}
	}
	d.Entities[m.Entity].Mentions = append(d.Entities[m.Entity].Mentions, i)
	return nil
}
