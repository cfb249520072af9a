package said

import (
	"strings"

	"griot/text"
)

// subject finds who is the doer of the predicate v: its own subject, the agent
// of a passive, or the subject of the predicate that it depends on. It returns
// the head token of the phrase, or -1.
func subject(doc *text.Doc, v int) int {
	for steps := 0; v >= 0 && steps < 8; steps++ {
		if agent := agentOf(doc, v); agent >= 0 {
			return agent
		}
		if s := doc.Child(v, "nsubj"); s >= 0 && (doc.Tokens[s].Rel != "nsubj:pass" || steps > 0 || !passiveOnly(doc, v)) {
			if doc.Tokens[v].Rel == "acl:relcl" && relative(doc, s) && doc.Tokens[v].Head < v {
				return doc.Tokens[v].Head
			}
			return s
		}
		if s := doc.Child(v, "expl"); s >= 0 && doc.Tokens[v].XPOS == "VBD" && (steps == 0 || doc.Tokens[v].Lemma == "say") { // "it said", which trees confuse with "it seems"
			return s
		}
		t := doc.Tokens[v]
		switch {
		case t.Is("acl") && t.XPOS == "VBN" && t.Rel != "acl:relcl":
			return -1
		case t.Is("acl") && t.Rel != "acl:relcl" && t.XPOS == "VBG" && afterComma(doc, v):
			v = clauseOf(doc, t.Head)
		case t.Is("acl"):
			return t.Head
		case t.Is("conj"), t.Is("advcl"), t.Is("xcomp"), t.Is("ccomp"), t.Is("parataxis"):
			if passiveOnly(doc, v) {
				return -1
			}
			v = t.Head
		default:
			return -1
		}
		if v >= 0 && !verbal(doc, v) {
			if s := doc.Child(v, "nsubj"); s < 0 {
				return -1
			}
		}
	}
	return -1
}

// afterComma tells whether a comma divides the clause of v from what it hangs
// on: such a participle is the subject's, "poked at the debate, saying".
func afterComma(doc *text.Doc, v int) bool {
	first := doc.Subtree(v).First
	return doc.Tokens[first].Form == "," || first > 0 && doc.Tokens[first-1].Form == ","
}

// clauseOf is the verb in whose clause token i stands, -1 when there is none.
func clauseOf(doc *text.Doc, i int) int {
	for steps := 0; i >= 0 && steps < 16 && !verbal(doc, i); steps++ {
		i = doc.Tokens[i].Head
	}
	return i
}

// speaker mends the source of the cue i where the tree gives none, or one that
// stands within what is said: the noun phrase right before the verb, or right
// after it, is taken instead.
func (f *finder) speaker(i int, a *attribution) {
	within := func(k int) bool {
		for _, r := range a.content {
			if r.Has(k) {
				return true
			}
		}
		return f.inside[k] >= 0
	}
	if a.source >= 0 && !within(a.source) {
		return
	}
	a.source = -1
	s := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range
	first := i
	for first > s.First && f.attends(first-1) {
		first--
	}
	if head, _ := f.preceding(first, s); head >= 0 && !within(head) {
		a.source = head
		return
	}
	if head, _ := f.following(i+1, s); head >= 0 && !within(head) {
		a.source = head
		return
	}
	if first > s.First && f.doc.Tokens[first-1].Form == "," {
		if head := f.opened(s.First, first); head >= 0 && !within(head) {
			a.source = head
		}
	}
}

// opened is the head of the first phrase between two commas that may be a
// subject: "The suspects, including two drivers, said", "Asked about it, the
// mayor, Ali Bako, said".
func (f *finder) opened(first, end int) int {
	for start := first; start < end; {
		stop := start
		for stop < end && f.doc.Tokens[stop].Form != "," {
			stop++
		}
		if nominal(f.doc, start) && !weekday(f.doc.Tokens[start].Form) {
			return f.top(start, stop)
		}
		start = stop + 1
	}
	return -1
}

func verbal(doc *text.Doc, i int) bool {
	u := doc.Tokens[i].UPOS
	return u == "VERB" || u == "AUX"
}

// passiveOnly tells whether the verb is a passive without an agent, whose doer
// is not said.
func passiveOnly(doc *text.Doc, v int) bool {
	return doc.Child(v, "aux:pass") >= 0 || doc.Child(v, "nsubj:pass") >= 0 && !active(doc, v)
}

// active tells a verb that the tree takes for a passive without an auxiliary,
// though what follows it is whom or what it is about: "the union called on him".
func active(doc *text.Doc, v int) bool {
	if v+1 >= len(doc.Tokens) {
		return false
	}
	switch t := doc.Tokens[v+1]; t.UPOS {
	case "DET", "PROPN", "PRON":
		return true
	default:
		return strings.EqualFold(t.Form, "on") || strings.EqualFold(t.Form, "that")
	}
}

// agentOf is the phrase after "by" of a passive.
func agentOf(doc *text.Doc, v int) int {
	if doc.Tokens[v].XPOS != "VBN" {
		return -1
	}
	for k := range doc.Children(v) {
		if doc.Tokens[k].Is("obl") && k > v && caseOf(doc, k) == "by" && doc.Tokens[k].UPOS != "NUM" {
			return k
		}
	}
	return -1
}

func relative(doc *text.Doc, i int) bool {
	switch strings.ToLower(doc.Tokens[i].Form) {
	case "who", "which", "that", "whom":
		return true
	}
	return false
}

// caseOf is the first preposition on token i, in lower case.
func caseOf(doc *text.Doc, i int) string {
	if c := doc.Child(i, "case"); c >= 0 {
		return strings.ToLower(doc.Tokens[c].Form)
	}
	return ""
}

// phrase is the noun phrase headed by token i: its subtree without the clauses,
// appositions and asides that hang on it, and without its preposition.
func phrase(doc *text.Doc, i int) text.Range {
	r := text.Range{First: i, End: i + 1}
	if n := doc.Name(i); n >= 0 {
		r.First, r.End = doc.Names[n].First, doc.Names[n].End
		for r.First < i && strings.Trim(doc.Tokens[r.First].Form, "-–—―") == "" {
			r.First++ // a dash before a name that signs
		}
	}
	for k := range doc.Children(i) {
		t := doc.Tokens[k]
		switch {
		case t.Is("appos") && t.UPOS == "PROPN" && doc.Tokens[i].UPOS == "NOUN": // "the mayor, Ali Bako"
		case t.Is("appos"), t.Is("acl"), t.Is("parataxis"), t.Is("punct"), t.Is("case"), t.Is("cop"), t.Is("nsubj"),
			t.Is("advcl"), t.Is("advmod"), t.Is("aux"), t.Is("mark"), t.Is("cc"), t.Is("discourse"), t.Is("dep"), t.Is("orphan"):
			continue
		case k > i && weekday(t.Form): // "local sources since Sunday"
			continue
		case t.Is("conj") && (verbal(doc, k) || doc.Child(i, "appos") >= 0 && doc.Child(i, "appos") < k):
			continue
		}
		s := doc.Subtree(k)
		if k > i && s.First > i && !t.Is("conj") && !t.Is("appos") && doc.Tokens[s.First-1].Form == "," {
			continue // an apposition by another name
		}
		r.First, r.End = min(r.First, s.First), max(r.End, s.End)
	}
	for r.End-1 > i && doc.Tokens[r.End-1].Form == "," {
		r.End--
	}
	return r
}

// described is the phrase with the apposition that follows it: "Wassim Nasr, a
// journalist", which tells what kind of source it is.
func described(doc *text.Doc, i int) text.Range {
	r := phrase(doc, i)
	for k := range doc.Children(i) {
		if t := doc.Tokens[k]; t.Is("appos") || t.Rel == "acl:relcl" && k-i < 12 {
			s := doc.Subtree(k)
			r.First, r.End = min(r.First, s.First), max(r.End, s.End)
		}
	}
	return r
}

// identified is the name by which a phrase is made known: for "a man identified
// as Col. Amadou Abdramane", "a man named Bako" and "a group calling itself the
// Red Front" the name, else token i.
func identified(doc *text.Doc, i int) int {
	if i < 0 || doc.Tokens[i].UPOS != "NOUN" {
		return i
	}
	v := doc.Child(i, "acl")
	if v < 0 || !names(doc, v) {
		return i
	}
	for k := range doc.Children(v) {
		if t := doc.Tokens[k]; k > v && (t.UPOS == "PROPN") && (t.Is("obl") || t.Is("xcomp") || t.Is("obj") || t.Is("advcl")) {
			return k
		}
	}
	return i
}

// names tells whether the clause at v says what the noun before it is called.
func names(doc *text.Doc, v int) bool {
	switch strings.ToLower(doc.Tokens[v].Form) {
	case "identified", "named", "called", "known", "dubbed":
		return true
	}
	return namesItself(doc, v)
}

// namesItself tells a verb by which somebody says what he is called: "a group that
// calls itself the Red Front".
func namesItself(doc *text.Doc, v int) bool {
	next := doc.Tokens[min(v+1, len(doc.Tokens)-1)].Form
	return doc.Tokens[v].Lemma == "call" && (strings.HasSuffix(next, "self") || strings.HasSuffix(next, "selves"))
}

// class tells what kind of source the phrase of token i is, "" when unknown.
func (r *Reader) class(doc *text.Doc, i int) string {
	words := map[string]bool{}
	p := described(doc, i)
	for k := p.First; k < min(p.End, p.First+30); k++ {
		words[strings.ToLower(doc.Tokens[k].Form)] = true
	}
	for _, c := range r.classes {
		if words[c.word] {
			return c.name
		}
	}
	return ""
}

// anonymous tells whether the phrase names nobody: "two US officials", "a
// source close to the junta".
func anonymous(doc *text.Doc, i int) bool {
	if i < 0 {
		return false
	}
	t := doc.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "NUM" && t.UPOS != "DET" {
		return false
	}
	indefinite := t.XPOS == "NNS" || t.Lemma == "source" // "the judicial source" stays without a name
	for k := range doc.Children(i) {
		c := doc.Tokens[k]
		switch {
		case c.Is("appos"), c.Is("flat"):
			return false
		case c.Is("det"):
			switch strings.ToLower(c.Form) {
			case "the", "this", "that", "these", "those":
				if t.Lemma != "source" {
					return false
				}
			}
			indefinite = true
		case c.Is("nmod:poss"):
			return false
		case c.Is("nummod"), c.Is("amod") && strings.EqualFold(c.Lemma, "anonymous"):
			indefinite = true
		}
	}
	return indefinite
}
