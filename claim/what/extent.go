package what

import (
	"griot/text"
	"slices"
)

// widest is the number of tokens beyond which a participant is too far from
// the trigger to be quoted with it.
const widest = 40

// extent is the piece of the sentence to quote: the trigger, the phrases of
// those who take part, in one piece, without the punctuation at its ends.
func (r *reader) extent(f *find) text.Range {
	e := text.Range{First: min(f.head, f.word), End: max(f.head, f.word) + 1}
	if f.row.pos == 'n' {
		e = join(e, r.phrase(f.word))
	}
	if f.row.pos == 'a' { // "shocked and distressed"
		for k := range r.doc.Children(f.word) {
			if t := r.tok(k); t.Is("conj") && t.UPOS == "ADJ" {
				e = join(e, text.Range{First: k, End: k + 1})
			}
		}
	}
	e = r.withParticle(e, f)
	undergoes := r.args(f.head).obj
	if len(f.recipients) > 0 || f.row.pos == 'n' {
		undergoes = nil
	}
	for _, list := range [][]int{undergoes, f.recipients, f.actors} {
		for _, t := range list {
			if r.elsewhere(t, f.head) {
				continue
			}
			if wide := join(e, r.phrase(r.outermost(t, f))); wide.Len() <= widest {
				e = wide
			}
		}
	}
	return r.trim(e)
}

// elsewhere tells whether a participant stands before another verb with which
// the one at head is coordinated: "the officers closed the border and imposed …"
// is quoted from "imposed".
func (r *reader) elsewhere(t, head int) bool {
	k := r.tok(head)
	return k.Is("conj") && r.sent.Has(k.Head) && verbal(r.tok(k.Head)) && t < k.Head
}

// withParticle takes in the object that the row needs and its particle.
func (r *reader) withParticle(e text.Range, f *find) text.Range {
	for k := range r.doc.Children(f.head) {
		if t := r.tok(k); t.Is("compound") || t.Is("aux") && k < f.head && f.inner != "" {
			e = join(e, text.Range{First: k, End: k + 1})
		}
	}
	for _, n := range f.row.needs {
		if n.not || len(n.words) == 0 || f.row.pos != 'v' {
			continue
		}
		for _, t := range r.source(f.word, n.place) {
			if wide := join(e, r.phrase(t)); wide.Len() <= widest {
				e = wide
			}
		}
	}
	for _, c := range r.content(f) {
		if wide := join(e, r.core(c)); wide.Len() <= widest {
			e = wide
		}
	}
	return e
}

// content are the clauses and objects that say what is promised, threatened,
// demanded, refused, blamed or praised.
func (r *reader) content(f *find) []int {
	if f.op == "" || f.row.pos == 'n' {
		return nil
	}
	all := slices.Clone(r.args(f.head).comps)
	for k := range r.doc.Children(f.head) {
		if t := r.tok(k); t.Is("advcl") && r.completes(k) || t.Is("obj") {
			all = append(all, k)
		}
	}
	return all
}

// core is a clause or phrase without what only surrounds it: the word at i, what
// belongs to it, and the phrases that follow it without a break.
func (r *reader) core(i int) text.Range {
	if !verbal(r.tok(i)) && r.tok(i).UPOS != "ADJ" {
		return r.phrase(i)
	}
	c := text.Range{First: i, End: i + 1}
	for k := range r.doc.Children(i) {
		switch t := r.tok(k); {
		case t.Is("aux"), t.Is("cop"), t.Is("mark"), t.Is("compound"), t.Is("advmod") && k < i:
			c = join(c, text.Range{First: k, End: k + 1})
		case t.Is("nsubj") && k < i:
			c = join(c, r.phrase(k))
		case k > i && (t.Is("obj") || t.Is("iobj") || t.Is("obl") || t.Is("xcomp")):
			if next := r.withCase(k); next.First <= c.End && next.Len() <= widest/2 {
				c = join(c, next)
			}
		}
	}
	return c
}

// withCase is the phrase or clause at i with its preposition.
func (r *reader) withCase(i int) text.Range {
	p := r.phrase(i)
	if r.tok(i).Is("xcomp") {
		p = r.core(i)
	}
	for k := range r.doc.Children(i) {
		if t := r.tok(k); t.Is("case") || t.Is("mark") {
			p = join(p, text.Range{First: k, End: k + 1})
		}
	}
	return p
}

// outermost is the head of the phrase in which participant t stands: "thousands"
// for the people of "thousands of people", "home" for the owner of "her home".
func (r *reader) outermost(t int, f *find) int {
	for range 3 {
		h := r.tok(t).Head
		if h < r.sent.First || h == f.head || h == f.word {
			return t
		}
		if owned := r.tok(t).Is("nmod:poss") && r.tok(h).UPOS == "NOUN" && h > f.head; !owned && r.measured(h) != t {
			return t
		}
		t = h
	}
	return t
}

func join(a, b text.Range) text.Range {
	return text.Range{First: min(a.First, b.First), End: max(a.End, b.End)}
}

// phrase is the noun phrase at i without the clauses, appositions and
// coordinations that follow it.
func (r *reader) phrase(i int) text.Range {
	p := text.Range{First: i, End: i + 1}
	for k := range r.doc.Children(i) {
		t := r.tok(k)
		switch {
		case t.Is("case") && k < i:
		case t.Is("det"), t.Is("amod"), t.Is("compound"), t.Is("nummod"), t.Is("flat"), t.Is("fixed"), t.Is("case"):
			p = join(p, r.doc.Subtree(k))
		case t.Is("advmod") && k < i && r.tok(i).UPOS != "VERB":
			p = join(p, r.doc.Subtree(k))
		case t.Is("nmod"):
			inner := r.phrase(k)
			for c := range r.doc.Children(k) {
				if r.tok(c).Is("case") {
					inner = join(inner, text.Range{First: c, End: c + 1})
				}
			}
			if k < i || inner.First == p.End {
				p = join(p, inner)
			}
		}
	}
	return p
}

// trim leaves out punctuation and conjunctions at both ends.
func (r *reader) trim(e text.Range) text.Range {
	edge := func(i int) bool { t := r.tok(i); return t.UPOS == "PUNCT" || t.UPOS == "CCONJ" }
	for e.Len() > 1 && edge(e.First) {
		e.First++
	}
	for e.Len() > 1 && edge(e.End-1) {
		e.End--
	}
	return text.Range{First: max(e.First, r.sent.First), End: min(e.End, r.sent.End)}
}

// modeOf is the mode that words beside the trigger tell where the row is
// silent: "killed … in a drone strike".
func (r *reader) modeOf(f *find) string {
	if f.mode != "" {
		return f.mode
	}
	for _, cue := range r.lex.modes {
		if cue.typ != f.typ {
			continue
		}
		for i := r.sent.First; i < r.sent.End; i++ {
			if cue.word[r.word(i)] && (i == f.word || r.within(i, f.head) || r.within(i, f.word)) {
				return cue.mode
			}
		}
	}
	return ""
}
