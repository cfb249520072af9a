package main

import (
	"slices"
	"strings"
)

// keptIn are the dependents that a clause cut short keeps: what a short
// sentence of news is made of.
var keptIn = []string{"nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "obj", "iobj", "xcomp", "obl", "obl:agent", "compound:prt", "expl"}

// denials are kept too.
var denials = []string{"not", "n't", "n’t", "never"}

// clauseRels are the relations of the clauses that can stand alone.
var clauseRels = []string{"root", "ccomp", "conj", "parataxis"}

// cropped is a clause of s alone, with its subject, its objects and a full stop
// (Şahin and Steedman 2018): reports have short sentences that treebanks lack,
// whose rare verbs would be read as nouns. It is s where s has no such clause.
func (t *trainer) cropped(s *sample) *sample {
	var verbs []int
	for i, r := range s.rel {
		if r >= 0 && s.head[i] >= 0 && t.verb(s, i) && slices.Contains(clauseRels, t.corpus.rel.list[r]) && t.hasSubject(s, i) {
			verbs = append(verbs, i)
		}
	}
	if len(verbs) == 0 || slices.Contains(s.head[1:], -1) {
		return s
	}
	verb := int32(verbs[t.rng.IntN(len(verbs))])
	kept := t.clause(s, verb)
	if len(kept) < 3 {
		return s
	}
	return t.sub(s, kept, verb)
}

func (t *trainer) verb(s *sample, i int) bool {
	return s.tag[i] >= 0 && strings.HasPrefix(t.tags.list[s.tag[i]], "VERB|")
}

func (t *trainer) hasSubject(s *sample, verb int) bool {
	for i, h := range s.head {
		if int(h) == verb && strings.HasPrefix(t.corpus.rel.list[max(s.rel[i], 0)], "nsubj") {
			return true
		}
	}
	return false
}

// clause is the words of a verb's clause that are kept, and the sentence's last
// mark.
func (t *trainer) clause(s *sample, verb int32) []int {
	var kept []int
	drop := make(map[int32]bool)
	for i, h := range s.head {
		if h == verb && i > 0 {
			rel := t.corpus.rel.list[s.rel[i]]
			drop[int32(i)] = !slices.Contains(keptIn, rel) && !slices.Contains(denials, s.forms[i-1]) || rel == "obl" && t.rng.IntN(3) == 0
		}
	}
	for i := range s.head {
		at := int32(i)
		for n := 0; at > 0 && at != verb && s.head[at] != verb && n < len(s.head); n++ {
			at = s.head[at]
		}
		if at == verb && i > 0 || at > 0 && s.head[at] == verb && !drop[at] {
			kept = append(kept, i)
		}
	}
	if last := len(s.head) - 1; t.corpus.rel.list[s.rel[last]] == "punct" && s.forms[last-1] == "." {
		kept = append(kept, last)
	}
	return kept
}

// sub is the kept words of s as a sentence of their own, whose root is verb.
func (t *trainer) sub(s *sample, kept []int, verb int32) *sample {
	p := newSample(len(kept))
	p.set, p.noisy = s.set, s.noisy
	for k, i := range kept {
		p.forms = append(p.forms, s.forms[i-1])
		p.tag[k+1], p.feat[k+1], p.script[k+1] = s.tag[i], s.feat[i], s.script[i]
		p.names[k+1] = s.names[i]
		p.rel[k+1] = s.rel[i]
		at, found := slices.BinarySearch(kept, int(s.head[i]))
		p.head[k+1] = int32(at + 1)
		switch {
		case int32(i) == verb:
			p.head[k+1], p.rel[k+1] = 0, t.corpus.rel.of("root")
		case !found: // the full stop
			at, _ = slices.BinarySearch(kept, int(verb))
			p.head[k+1] = int32(at + 1)
		}
	}
	if first := capitalised(p.forms[0]); first != p.forms[0] {
		p.forms[0], p.script[1] = first, -1
	}
	p.rows = t.rows(p.forms)
	return p
}
