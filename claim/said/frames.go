package said

import (
	"strings"

	"griot"
	"griot/text"
)

// attribution is one finding before it becomes a statement: token ranges and
// heads.
type attribution struct {
	act       string
	cue       int        // head token of the cue, -1 when the speaker goes on without one
	words     text.Range // the cue's words
	source    int        // head token of the speaker's phrase, -1 unknown
	addressee int        // head token, -1 none
	content   []text.Range
	says      bool // the content is told, and not merely named ("condemned the coup")
	unsaid    bool // nobody is said to have said it: "did not say that", "if he says that"
	rule      string
}

// finder is a reader at work on one document.
type finder struct {
	*Reader
	doc    *text.Doc
	quotes []quotation
	inside []int // per token: index into quotes, -1 outside
	found  []attribution
	ends   map[int][]int // per paragraph: the attributions that end in it, as found
	taken  []bool        // per token: is content of an attribution
}

// cues looks at every token outside quotation marks for a cue.
func (f *finder) cues(s text.Range) {
	for i := s.First; i < s.End; i++ {
		if f.inside[i] >= 0 {
			continue
		}
		t := f.doc.Tokens[i]
		var a attribution
		ok := false
		switch {
		case t.Form == "Said" && i+1 < s.End && f.doc.Tokens[i+1].UPOS == "PROPN" && !f.announced(i, s): // a name
		case f.asked(i, s), namesItself(f.doc, i):
		case t.UPOS == "VERB" && !t.Is("amod"): // "his alleged plans"
			a, ok = f.verb(i)
		case t.UPOS == "NOUN":
			a, ok = f.noun(i)
		}
		if !ok && strings.EqualFold(t.Form, "according") {
			a, ok = f.according(i)
		}
		if ok && a.valid() && f.real(&a) {
			f.add(a)
		}
	}
}

// announced tells whether the sentence opens with a verb, its speaker and a
// colon: "Said Bako: “We stay.”"
func (f *finder) announced(i int, s text.Range) bool {
	for k := i + 1; i == s.First && k < min(s.End, i+6); k++ {
		if f.doc.Tokens[k].Form == ":" {
			return true
		}
	}
	return false
}

// asked tells a participle that opens a sentence and says on what question the
// subject speaks: "Asked about the coup, Bako said …".
func (f *finder) asked(i int, s text.Range) bool {
	return i <= s.First+1 && f.doc.Tokens[i].XPOS == "VBN" && f.doc.Child(i, "nsubj", "aux") < 0
}

// real tells whether the cue is an act of speech at all: to demand or condemn
// something in an if-clause is none, and what somebody might say is unsaid.
func (f *finder) real(a *attribution) bool {
	if t := f.doc.Tokens[a.cue]; t.UPOS != "VERB" || t.Is("case") { // "according to"
		return true
	}
	verdict := f.judge.Of(f.doc, a.cue)
	status := verdict.Status
	a.unsaid = !status.Real() && !(status == griot.Possible && strings.HasPrefix(verdict.Rule, "attitudes:")) // "feared that the army said"
	return status.Real() || a.says || status == griot.Denied || status == griot.Announced
}

func (a attribution) valid() bool {
	for _, r := range a.content {
		if r.Len() > 0 {
			return true
		}
	}
	return false
}

// longest is how many tokens one piece of content has at most. Nobody says more
// in one breath; a text without full stops must not take quadratic space.
const longest = 500

func (f *finder) add(a attribution) {
	for k, r := range a.content {
		switch {
		case r.Len() <= longest:
		case r.First > a.cue:
			a.content[k].End = r.First + longest
		default:
			a.content[k].First = r.End - longest
		}
	}
	f.index(len(f.found), &a)
	f.found = append(f.found, a)
	for _, r := range a.content {
		for i := r.First; i < r.End; i++ {
			f.taken[i] = true
		}
	}
}

// index notes the paragraph in which an attribution ends.
func (f *finder) index(n int, a *attribution) {
	p := f.paragraph(a.end() - 1)
	f.ends[p] = append(f.ends[p], n)
}

// verb reads a verb that reports, and to whom it does.
func (f *finder) verb(i int) (attribution, bool) {
	a, ok := f.reports(i)
	if !ok {
		return a, false
	}
	if !strings.HasSuffix(a.rule, ".object") || a.act == "endorse" { // what is ordered is not who is
		a.addressee = f.addressee(i)
	}
	for _, n := range []int{f.goesOn(i), f.onward(i)} {
		if n >= 0 && a.says {
			f.found[n].cut(i - 1)
		}
	}
	return a, true
}

// reports reads what a verb reports, by the first of its uses that fits.
func (f *finder) reports(i int) (attribution, bool) {
	lemma := f.words.Entry(&f.doc.Tokens[i])
	a := attribution{cue: i, words: f.group(i), source: f.doer(i), addressee: -1, says: true}
	if f.answers(i, lemma) { // before any quotation, for it may name who does it
		return f.named(i, lemma, a)
	}
	if act, ok := f.uses[use{lemma, "verb", "quote"}]; ok {
		a.act, a.rule = act, "speech:"+lemma+".aside"
		if b := a; f.aside(i, &b) || f.colon(i, &b) {
			return b, true
		}
	}
	if b := a; f.utters(i, &b) {
		return b, true
	}
	if act, ok := f.uses[use{lemma, "verb", "clause"}]; ok {
		a.act, a.rule = act, "speech:"+lemma+".clause"
		if f.clause(i, &a) {
			f.speaker(i, &a)
			return a, true
		}
	}
	if act, ok := f.uses[use{lemma, "verb", "quote"}]; ok {
		a.act, a.rule = act, "speech:"+lemma+".quote"
		if f.quoted(i, &a) {
			f.speaker(i, &a)
			return a, true
		}
	}
	if act, ok := f.uses[use{lemma, "verb", "doing"}]; ok {
		a.act, a.rule = act, "speech:"+lemma+".doing"
		if f.doing(i, &a) {
			return a, true
		}
	}
	if act, ok := f.uses[use{lemma, "verb", "infinitive"}]; ok && a.source >= 0 {
		a.act, a.rule, a.says = act, "speech:"+lemma+".infinitive", act == "claim"
		if f.toDo(i, &a) {
			return a, true
		}
	}
	if act, ok := f.uses[use{lemma, "verb", "subject"}]; ok {
		if k, by := f.doc.Child(i, "nsubj:pass"), agentOf(f.doc, i); k >= 0 && by >= 0 {
			a.act, a.rule, a.says, a.source = act, "speech:"+lemma+".subject", false, by
			a.content = []text.Range{phrase(f.doc, k)}
			return a, true
		}
	}
	return f.named(i, lemma, a)
}

// toDo fills in what somebody is told or promises to do, from whoever is to do it on.
func (f *finder) toDo(i int, a *attribution) bool {
	k := f.infinitive(i)
	if k < 0 || a.says && f.doc.Child(k, "aux") < 0 { // who claims to be a king tells of nothing that happened
		return false
	}
	to := f.doc.Child(i, "obj", "iobj")
	if on := f.doc.Child(i, "obl"); to < 0 && on > i && on < k && caseOf(f.doc, on) == "on" {
		to = on
	}
	a.content = []text.Range{f.doc.Subtree(k)}
	if to >= 0 && to < k {
		a.content[0].First = phrase(f.doc, to).First
	}
	return true
}

// doing fills in what somebody is accused of doing: "accused the rebels of
// attacking the town", "were accused by locals of attacking the town".
func (f *finder) doing(i int, a *attribution) bool {
	s := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range
	k := i + 1
	for k+1 < s.End && k-i < 20 && !(f.doc.Tokens[k+1].XPOS == "VBG" && f.doc.Child(k+1, "mark", "case") == k) {
		if verbal(f.doc, k) { // another act begins
			return false
		}
		k++
	}
	if a.source < 0 || k+1 >= s.End || k-i >= 20 {
		return false
	}
	r := f.doc.Subtree(k + 1)
	if r.First = max(r.First, k+1); r.Has(i) {
		return false
	}
	if o := f.doc.Child(i, "obj"); o > i && o < k {
		r.First = phrase(f.doc, o).First
	}
	a.content = []text.Range{r}
	return true
}

// doer is the subject of the verb i; a participle right after the name of a
// person is that person's: "footage of Banda saying".
func (f *finder) doer(i int) int {
	if n := f.doc.Name(max(i-1, 0)); i > 0 && f.doc.Tokens[i].XPOS == "VBG" && n >= 0 && f.doc.Names[n].Type == "PER" {
		if head := f.top(f.doc.Names[n].First, i); head >= 0 {
			return head
		}
	}
	if n := f.goesOn(i); n >= 0 {
		return f.found[n].source
	}
	if n := f.onward(i); n >= 0 {
		return f.found[n].source
	}
	source := subject(f.doc, i)
	if source >= 0 && f.doc.Tokens[source].UPOS == "ADJ" && f.doc.Child(source, "nsubj") >= 0 { // "a source close to the junta said"
		source = f.doc.Child(source, "nsubj")
	}
	return f.issuer(source)
}

// onward is the attribution whose cue is said once more after "and", with no
// subject of its own: "said the base was hit and said nobody had died".
func (f *finder) onward(i int) int {
	first := f.doc.Sentences[f.doc.Tokens[i].Sentence].First
	n := len(f.found) - 1
	if i == first || f.doc.Tokens[i-1].UPOS != "CCONJ" || f.doc.Child(i, "nsubj", "expl") >= 0 || n < 0 || f.found[n].cue < first || !f.found[n].says {
		return -1
	}
	if f.words.Entry(&f.doc.Tokens[i]) == f.words.Entry(&f.doc.Tokens[f.found[n].cue]) {
		return n
	}
	return -1
}

// papers are what its issuer says.
var papers = map[string]bool{"statement": true, "communique": true, "communiqué": true, "letter": true, "message": true, "post": true, "tweet": true, "video": true, "release": true}

// issuer is who put out the paper that token i names: "police issued a statement
// to clarify that"; another token stays.
func (f *finder) issuer(i int) int {
	if i < 0 || !papers[f.doc.Tokens[i].Lemma] || !f.doc.Tokens[i].Is("obj") {
		return i
	}
	if s := f.doc.Child(f.doc.Tokens[i].Head, "nsubj"); s >= 0 && f.doc.Tokens[s].Rel != "nsubj:pass" {
		return s
	}
	return i
}

// goesOn is the attribution whose speaker speaks on in a participle after a comma,
// "he said, adding that": the last one before it in the sentence. It is −1 for
// another verb.
func (f *finder) goesOn(i int) int {
	first := f.doc.Sentences[f.doc.Tokens[i].Sentence].First
	if f.doc.Tokens[i].XPOS != "VBG" || i-1 < first || f.doc.Tokens[i-1].Form != "," {
		return -1
	}
	for n := len(f.found) - 1; n >= 0 && f.found[n].cue >= first; n-- {
		if a := &f.found[n]; a.says && a.source >= 0 && a.cue < i && f.doc.Tokens[a.cue].UPOS == "VERB" && f.doc.Tokens[a.cue].XPOS != "VBG" {
			return n
		}
	}
	return -1
}

// cut lets the content end before token i.
func (a *attribution) cut(i int) {
	for k := range a.content {
		if r := &a.content[k]; r.First < i-1 && r.Has(i) {
			r.End = i
		}
	}
}

// forWhat is what a verb's responsibility is for where other words stand between.
func (f *finder) forWhat(i, from int) []text.Range {
	for k := range f.doc.Children(i) {
		if k >= from && (f.doc.Tokens[k].Is("obl") || f.doc.Tokens[k].Is("advcl")) && caseOf(f.doc, k) == "for" {
			return []text.Range{f.doc.Subtree(k)}
		}
	}
	return nil
}

// answerable are nouns for what those take who say that they did it.
var answerable = map[string]bool{"responsibility": true, "credit": true}

// answers tells whether a verb takes responsibility for something.
func (f *finder) answers(i int, lemma string) bool {
	k := f.doc.Child(i, "obj")
	_, ok := f.uses[use{lemma, "verb", "responsibility"}]
	return ok && k > i && answerable[f.doc.Tokens[k].Lemma]
}

// named reads a verb whose noun phrase is what it is about: "condemned the
// coup", "called for a strike".
func (f *finder) named(i int, lemma string, a attribution) (attribution, bool) {
	if a.source < 0 || passiveOnly(f.doc, i) && agentOf(f.doc, i) < 0 {
		return a, false
	}
	for k := range f.doc.Children(i) {
		t := f.doc.Tokens[k]
		takes := ""
		switch {
		case k < i:
			continue
		case t.Is("obj") && answerable[t.Lemma]:
			takes = "responsibility"
		case t.Is("obj"), lemma == "say" && t.Is("obl") && t.UPOS == "NUM": // "said 300 of them remained in jail"
			takes = "object"
		case t.Is("obl") || t.Is("nmod") || t.Is("advcl"):
			takes = caseOf(f.doc, k)
		default:
			continue
		}
		act, ok := f.uses[use{lemma, "verb", takes}]
		if !ok && takes == "responsibility" {
			takes = "object"
			act, ok = f.uses[use{lemma, "verb", takes}]
		}
		if !ok || t.UPOS == "PRON" && takes == "object" {
			continue
		}
		a.act, a.rule, a.says = act, "speech:"+lemma+"."+takes, false
		a.content = []text.Range{f.complements(i, k)}
		if takes == "responsibility" {
			a.content = append(a.content, f.forWhat(i, a.content[0].End)...)
		}
		if act == "deny" && f.saying(k) {
			a.says = true // it denies what the claim says
		}
		if lemma == "say" { // what is said is a sentence, whatever the tree makes of it
			a.content[0].End = f.doc.Sentences[t.Sentence].Range.End
			a.says = true
		}
		return a, true
	}
	return a, false
}

// complements is the stretch from the complement k of verb i to the last
// complement after it, without the preposition that opens it.
func (f *finder) complements(i, k int) text.Range {
	r := f.doc.Subtree(k)
	if c := f.doc.Child(k, "case"); c >= 0 && c == r.First && !f.doc.Tokens[k].Is("obj") {
		r.First = c + 1
	}
	for m := range f.doc.Children(i) {
		if m > k && f.belongs(m) {
			if sub := f.doc.Subtree(m); sub.First <= r.End+1 {
				r.End = max(r.End, sub.End)
			}
		}
	}
	return r
}

// belongs tells whether the dependent m of a verb is part of what the verb says,
// and no circumstance of saying it.
func (f *finder) belongs(m int) bool {
	t := f.doc.Tokens[m]
	sub := f.doc.Subtree(m)
	comma := sub.First > 0 && f.doc.Tokens[sub.First-1].Form == "," || f.doc.Tokens[sub.First].Form == ","
	switch {
	case t.Is("obj"), t.Is("xcomp"), t.Is("ccomp"):
		return true
	case t.Is("obl"):
		return !f.circumstance(m) && !comma
	case t.Is("advcl"):
		c := f.doc.Child(m, "mark", "case")
		if c < 0 || comma {
			return false
		}
		switch strings.ToLower(f.doc.Tokens[c].Form) {
		case "of", "for", "to", "as", "that", "with", "from":
			return true
		}
	}
	return false
}

// circumstance tells whether the phrase says when, where or on what occasion
// something was said.
func (f *finder) circumstance(i int) bool {
	switch caseOf(f.doc, i) {
	case "", "during", "after", "before", "since":
		return true
	case "in", "on", "at":
		return f.doc.Tokens[i].UPOS == "PROPN" || f.doc.Tokens[i].UPOS == "NUM" || occasions[strings.ToLower(f.doc.Tokens[i].Lemma)]
	}
	return false
}

// occasions are nouns that say when or by what means something was said.
var occasions = map[string]bool{"statement": true, "interview": true, "speech": true, "letter": true, "tweet": true, "post": true,
	"conference": true, "meeting": true, "rally": true, "debate": true, "message": true, "report": true, "email": true, "video": true,
	"television": true, "radio": true, "show": true, "op-ed": true, "article": true, "book": true, "event": true, "ad": true,
	"day": true, "week": true, "month": true, "year": true, "morning": true, "evening": true, "night": true, "past": true, "time": true}

// group is the cue with the auxiliaries, negation and particles about it.
func (f *finder) group(i int) text.Range {
	r := text.Range{First: i, End: i + 1}
	for k := range f.doc.Children(i) {
		t := f.doc.Tokens[k]
		if (t.Is("aux") || t.Is("advmod")) && k < i && i-k <= 3 {
			r.First = min(r.First, k)
		}
		if t.Is("compound:prt") && k == i+1 {
			r.End = k + 1
		}
	}
	return r
}

func (f *finder) infinitive(i int) int {
	for k := range f.doc.Children(i) {
		if t := f.doc.Tokens[k]; k > i && (t.Is("xcomp") || t.Is("ccomp") || t.Is("advcl") || t.Is("obl") || t.Is("obj")) {
			m := f.doc.Child(k, "mark")
			if m >= 0 && f.doc.Tokens[k].XPOS != "VBG" && strings.EqualFold(f.doc.Tokens[m].Form, "to") {
				return k
			}
		}
	}
	return -1
}
