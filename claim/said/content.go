package said

import (
	"strings"

	"griot/text"
)

// clause fills in the content of a verb that reports a clause: a complement
// clause, or the clause in which the verb and its subject stand as an aside
// ("rebels crossed the border, the army said").
func (f *finder) clause(i int, a *attribution) bool {
	for k := range f.doc.Children(i) {
		t := f.doc.Tokens[k]
		if f.goesOnAt(k, i) || k < i && (f.dependent(i) || f.subordinate(i) || t.Is("ccomp") && !f.told(f.doc.Subtree(k), i)) || !t.Is("ccomp") && !(t.Is("parataxis") && (k < i || f.after(i, ":"))) {
			continue
		}
		r := f.doc.Subtree(k)
		if r.Has(i) || r.Len() < 2 {
			if r.Has(i) {
				a.content = split(r, f.reporting(i))
				if n := len(a.content); n == 2 && i+1 < r.End && f.doc.Tokens[i+1].Form != "," {
					a.content = a.content[1:]
				}
				return true
			}
			continue
		}
		a.content = []text.Range{f.grow(i, r)}
		return true
	}
	if o := f.doc.Child(i, "obj", "iobj"); o > i {
		if first := f.afterHearer(i, o); first >= 0 {
			a.content = []text.Range{{First: first, End: f.doc.Subtree(o).End}}
			return true
		}
	}
	if k := f.thatAfter(i); k >= 0 {
		a.content = []text.Range{{First: k, End: f.doc.Sentences[f.doc.Tokens[i].Sentence].Range.End}}
		return true
	}
	t := f.doc.Tokens[i]
	if (t.Is("parataxis") || t.Is("advcl") && f.comma(i)) && t.Head >= 0 && f.own(i) && !f.subordinate(i) && !f.anew(i) {
		whole := f.doc.Subtree(t.Head)
		a.content = split(whole, f.reporting(i))
		return f.trim(a)
	}
	return false
}

// goesOnAt tells whether the speaker of the cue i goes on in the participle k,
// which is no part of what the cue reports: "told him that he stays, adding that".
func (f *finder) goesOnAt(k, i int) bool {
	_, speech := f.uses[use{f.words.Entry(&f.doc.Tokens[k]), "verb", "clause"}]
	return speech && k > i && f.doc.Tokens[k].XPOS == "VBG" && f.doc.Tokens[k-1].Form == ","
}

// told tells whether the range before the cue i may be what it reports: it is
// quoted or has a verb with a subject, and no such clause follows the cue.
func (f *finder) told(r text.Range, i int) bool {
	for k := r.First; k < min(r.End, i); k++ {
		t := f.doc.Tokens[k]
		if f.inside[k] >= 0 || (t.Is("nsubj") || t.Is("expl")) && (verbal(f.doc, t.Head) || f.doc.Child(t.Head, "cop") >= 0) {
			return true
		}
	}
	after := -1
	for k := range f.doc.Children(i) {
		if k > i && f.doc.Tokens[k].Is("ccomp") {
			after = k
		}
	}
	return after < 0
}

// afterHearer is where what the cue i reports begins when the tree hangs it on
// the one who hears it, token o: "told reporters that …", "told reporters he …".
func (f *finder) afterHearer(i, o int) int {
	k := f.doc.Child(o, "acl")
	if k < 0 || f.saying(o) { // "denied the claim that"
		return -1
	}
	first := f.doc.Subtree(k).First
	switch t := f.doc.Tokens[first]; {
	case f.thatClause(first-1, k), strings.EqualFold(t.Form, "that") && first+1 < k && f.doc.Tokens[first+1].XPOS == "EX":
		return first
	case f.hearers[use{f.words.Entry(&f.doc.Tokens[i]), "verb", "object"}] && t.XPOS == "PRP" && t.Is("nsubj"):
		return first
	}
	return -1
}

// dependent tells a verb whose clause cannot come after what it reports: a
// participle, a relative clause.
func (f *finder) dependent(i int) bool {
	return f.doc.Tokens[i].XPOS == "VBG" || f.doc.Tokens[i].Rel == "acl:relcl"
}

// own tells whether the verb has a subject of its own.
func (f *finder) own(i int) bool { return f.doc.Child(i, "nsubj") >= 0 }

// subordinate tells whether the clause of verb i opens with a word that makes it
// a clause of its own right: "where powers fear", "while the army said".
func (f *finder) subordinate(i int) bool {
	if f.doc.Child(i, "mark") >= 0 {
		return true
	}
	switch strings.ToLower(f.doc.Tokens[f.doc.Subtree(i).First].Form) {
	case "where", "when", "while", "which", "who", "whose", "because", "although", "though", "after", "before":
		return true
	}
	return false
}

// anew tells a clause with an object after a quotation that is over.
func (f *finder) anew(i int) bool {
	k := f.doc.Subtree(i).First - 1
	return f.closes(k) && f.full(f.quotes[f.inside[k]].Range) && f.doc.Child(i, "obj") > i
}

func (f *finder) comma(i int) bool {
	r := f.doc.Subtree(i)
	return r.First > 0 && strings.ContainsAny(f.doc.Tokens[r.First-1].Form, ",”\"’") || strings.ContainsAny(f.doc.Tokens[r.First].Form, ",”\"")
}

// after tells whether the mark stands among the three tokens after i.
func (f *finder) after(i int, mark string) bool {
	for k := i + 1; k < min(i+4, len(f.doc.Tokens)); k++ {
		if f.doc.Tokens[k].Form == mark {
			return true
		}
	}
	return false
}

// grow sets the content of the verb i, whose complement clause is r, by the
// order of the words: it begins after the verb and its circumstances, even where
// the tree lets a part of it hang on the verb, and takes in further complement
// clauses.
func (f *finder) grow(i int, r text.Range) text.Range {
	if r.First < i {
		return r
	}
	first := i + 1
	for k := range f.doc.Children(i) {
		t := f.doc.Tokens[k]
		if k < i {
			continue
		}
		sub := f.doc.Subtree(k)
		switch {
		case t.Is("obl") || t.Is("advmod") || t.Is("iobj") || t.Is("compound:prt") || t.Is("punct") || t.Is("obj") && f.person(k):
			if sub.First <= first && sub.End <= r.First {
				first = max(first, sub.End)
			}
		}
	}
	if first > r.First || r.First-first > 30 {
		first = r.First
	}
	end := r.End
	for k := range f.doc.Children(i) {
		if t := f.doc.Tokens[k]; k > i && t.Is("ccomp") {
			end = max(end, f.doc.Subtree(k).End)
		}
	}
	return text.Range{First: first, End: end}
}

// reporting is the range of the reporting clause itself: the verb with its subject,
// addressee and circumstances.
func (f *finder) reporting(i int) text.Range {
	r := f.group(i)
	for k := range f.doc.Children(i) {
		t := f.doc.Tokens[k]
		if t.Is("ccomp") || t.Is("parataxis") || t.Is("punct") || t.Is("conj") && f.own(k) {
			continue
		}
		s := f.doc.Subtree(k)
		if s.Len() > 60 {
			continue
		}
		r.First, r.End = min(r.First, s.First), max(r.End, s.End)
	}
	return r
}

// split cuts a range out of another.
func split(whole, cut text.Range) []text.Range {
	var out []text.Range
	if cut.First > whole.First {
		out = append(out, text.Range{First: whole.First, End: min(cut.First, whole.End)})
	}
	if cut.End < whole.End {
		out = append(out, text.Range{First: max(cut.End, whole.First), End: whole.End})
	}
	return out
}

// trim drops from the content of an aside what follows it, unless it goes on
// with what was said: after a comma or within quotation marks.
func (f *finder) trim(a *attribution) bool {
	if len(a.content) == 2 {
		rest := a.content[1]
		for rest.Len() > 0 && f.punct(rest.First) && f.inside[rest.First] < 0 {
			rest.First++
		}
		a.content[1] = rest
		if rest.Len() == 0 {
			a.content = a.content[:1]
		}
	}
	return len(a.content) > 0
}

func (f *finder) punct(i int) bool { return f.doc.Tokens[i].UPOS == "PUNCT" }

// colon fills in what follows a verb and a colon: the quotation or the rest of
// the sentence, or, when the colon ends its paragraph, the paragraph after it.
func (f *finder) colon(i int, a *attribution) bool {
	s := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range
	k := i + 1
	for k < s.End && k-i < 10 && f.doc.Tokens[k].Form != ":" {
		k++
	}
	if t := f.doc.Tokens[i]; k >= s.End || f.doc.Tokens[k].Form != ":" || a.source < 0 || t.Is("acl") && t.XPOS == "VBN" {
		return false
	}
	k++
	switch {
	case k >= len(f.doc.Tokens):
		return false
	case f.inside[k] >= 0:
		a.content = []text.Range{f.quotes[f.inside[k]].Range}
	case k < s.End:
		a.content = []text.Range{{First: k, End: s.End}}
	case f.paragraph(k) == f.paragraph(i)+1:
		a.content = []text.Range{f.doc.Paragraphs[f.paragraph(k)].Range}
	default:
		return false
	}
	return true
}

// headed reads the paragraph p when it opens with a speaker and a colon, as
// headlines and interviews do: "Bako: we will stay", "Poll: voters are divided".
func (f *finder) headed(p int) {
	r := f.doc.Paragraphs[p].Range
	k := r.First
	for k < r.End && k-r.First < 6 && nominal(f.doc, k) && f.inside[k] < 0 {
		k++
	}
	if k == r.First || k+3 >= r.End || f.doc.Tokens[k].Form != ":" {
		return
	}
	head := f.top(r.First, k)
	if head < 0 || !f.speaks(head) {
		return
	}
	f.add(attribution{act: "claim", cue: k, words: text.Range{First: k, End: k + 1}, source: head, addressee: -1,
		content: []text.Range{{First: k + 1, End: r.End}}, says: true, rule: "speech:colon"})
}

// speaks tells whether token i may be somebody or something that says: a name
// of a person or organisation, or a noun of the table of sources.
func (f *finder) speaks(i int) bool {
	if n := f.doc.Name(i); n >= 0 {
		return f.doc.Names[n].Type == "PER" || f.doc.Names[n].Type == "ORG"
	}
	return f.class(f.doc, i) != ""
}

// quoted fills in the quotations of the verb's sentence as content, for verbs
// that report without a clause, and for trees that went astray.
func (f *finder) quoted(i int, a *attribution) bool {
	s := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range
	for k := s.First; k < s.End; {
		q := f.inside[k]
		if q < 0 {
			k++
			continue
		}
		r := f.quotes[q].Range
		end := min(r.End, s.End)
		near := k < i && i-end <= 14 || k > i && k-i <= 14 && !f.closer(i, k)
		if near && !f.taken[min(k+1, end-1)] && (end-k > 4 || f.touches(i, k, end)) {
			a.content = append(a.content, text.Range{First: k, End: end})
		}
		k = max(end, k+1)
	}
	if len(a.content) == 0 {
		return false
	}
	if a.source < 0 {
		a.source = subject(f.doc, i)
	}
	return true
}

// closer tells whether another verb that introduces quotations stands between
// the verb i and the quotation at token k.
func (f *finder) closer(i, k int) bool {
	for n := i + 1; n < k; n++ {
		if t := &f.doc.Tokens[n]; t.UPOS == "VERB" {
			if _, ok := f.uses[use{f.words.Entry(t), "verb", "quote"}]; ok {
				return true
			}
		}
	}
	return false
}

// touches tells whether only a comma, colon or short phrase stands between the
// verb and a quotation.
func (f *finder) touches(i, first, end int) bool {
	return first > i && first-i <= 3 || end <= i && i-end <= 4
}

// noun reads a noun that reports: "the claim that", "calls for".
func (f *finder) noun(i int) (attribution, bool) {
	lemma := f.words.Entry(&f.doc.Tokens[i])
	a := attribution{cue: i, words: text.Range{First: i, End: i + 1}, source: f.holder(i), addressee: -1}
	for k := range f.doc.Children(i) {
		t := f.doc.Tokens[k]
		if k < i {
			continue
		}
		takes := ""
		switch m := f.doc.Child(k, "mark"); {
		case (t.Is("acl") || t.Is("ccomp")) && m >= 0 && strings.EqualFold(f.doc.Tokens[m].Form, "to"):
			takes = "infinitive"
		case (t.Is("acl") || t.Is("ccomp")) && (m >= 0 || f.thatClause(i, k)):
			takes = "clause"
		case t.Is("nmod"):
			takes = caseOf(f.doc, k)
		default:
			continue
		}
		act, ok := f.uses[use{lemma, "noun", takes}]
		if !ok {
			continue
		}
		r := f.doc.Subtree(k)
		if c := f.doc.Child(k, "case"); c >= 0 && c == r.First {
			r.First = c + 1
		}
		a.act, a.rule, a.content, a.says = act, "speech:"+lemma+"."+takes, []text.Range{r}, takes == "clause"
		return a, true
	}
	return a, false
}

// thatClause tells whether the relative clause headed by k, right after the
// noun i, is rather what the noun says: "the claim that rebels crossed the
// border", where "that" is followed by a subject.
func (f *finder) thatClause(i, k int) bool {
	return k > i+2 && strings.EqualFold(f.doc.Tokens[i+1].Form, "that") && nominal(f.doc, i+2)
}

// saying tells a noun of which a clause can tell what is said: "claim", "fear".
func (f *finder) saying(i int) bool {
	_, ok := f.uses[use{f.words.Entry(&f.doc.Tokens[i]), "noun", "clause"}]
	return ok && f.doc.Tokens[i].UPOS == "NOUN"
}

// thatAfter is the "that" which opens what the verb i reports though the tree
// hangs the clause elsewhere: "announced on television late on Monday that they".
// Only circumstances may stand between.
func (f *finder) thatAfter(i int) int {
	end := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range.End
	for k := i + 1; k+1 < end && k-i < 14; k++ {
		t := f.doc.Tokens[k]
		switch {
		case strings.EqualFold(t.Form, "that"):
			if k > i+1 && nominal(f.doc, k+1) && !f.saying(k-1) {
				return k
			}
			return -1
		case verbal(f.doc, k), t.UPOS == "PUNCT", t.UPOS == "SCONJ":
			return -1
		}
	}
	return -1
}

// holder is whose claim, call or threat a noun names: its possessor, or the
// subject of the verb that it is the object of.
func (f *finder) holder(i int) int {
	if p := f.doc.Child(i, "nmod:poss"); p >= 0 {
		return p
	}
	for k := range f.doc.Children(i) {
		if t := f.doc.Tokens[k]; t.Is("nmod") && (caseOf(f.doc, k) == "by" || caseOf(f.doc, k) == "from") {
			return k
		}
	}
	if t := f.doc.Tokens[i]; t.Is("obj") {
		return subject(f.doc, t.Head)
	}
	return -1
}

// standards are what something is done according to; they say nothing.
var standards = map[string]bool{"norm": true, "parameter": true, "rule": true, "standard": true, "criterion": true, "plan": true,
	"schedule": true, "principle": true, "need": true, "size": true, "type": true, "age": true, "custom": true, "tradition": true}

// according reads "according to the ministry": the content is the clause that
// the phrase hangs on.
func (f *finder) according(i int) (attribution, bool) {
	source := f.doc.Tokens[i].Head
	if source < i || standards[strings.ToLower(f.doc.Tokens[max(source, 0)].Lemma)] || i+1 >= len(f.doc.Tokens) || !strings.EqualFold(f.doc.Tokens[i+1].Form, "to") {
		return attribution{}, false
	}
	clause := f.doc.Tokens[source].Head
	if clause < 0 {
		return attribution{}, false
	}
	a := attribution{act: "claim", cue: i, words: text.Range{First: i, End: i + 2}, source: source, addressee: -1, says: true, rule: "speech:according to"}
	s := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range
	cut := f.doc.Subtree(source)
	cut.First = min(cut.First, i)
	if i <= s.First+1 && cut.End < s.End && verbal(f.doc, cut.End) { // the phrase has swallowed the subject of what follows
		for k := source + 1; k < cut.End; k++ {
			if f.doc.Tokens[k].Form == "," {
				cut.End = k
			}
		}
	}
	f.shorten(s, cut)
	if but := f.turn(clause); but > i {
		s.End = but
	}
	a.content = split(s, cut)
	return a, f.trim(&a)
}

// shorten ends what others say in the sentence before the "according to" in cut
// at its end.
func (f *finder) shorten(s, cut text.Range) {
	comma := cut.First
	if f.doc.Tokens[comma].Form != "," {
		comma--
	}
	for n := len(f.found) - 1; n >= 0 && f.found[n].cue >= s.First; n-- {
		if a := &f.found[n]; a.cue < comma && f.doc.Tokens[comma].Form == "," {
			a.cut(comma)
		}
	}
}

// turn is the "but" that opens a clause with a subject of its own beside the one
// at verb, where the words of another end; or -1.
func (f *finder) turn(verb int) int {
	for k := range f.doc.Children(verb) {
		if k < verb || !f.doc.Tokens[k].Is("conj") || f.doc.Child(k, "nsubj") < 0 {
			continue
		}
		if cc := f.doc.Child(k, "cc"); cc >= 0 && strings.EqualFold(f.doc.Tokens[cc].Form, "but") {
			return cc
		}
	}
	return -1
}
