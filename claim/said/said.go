// Package said reads who says what: direct, mixed and indirect statements with
// their speakers, and for every act in the text the chain of those who say that
// it happened.
//
// A statement hangs on a cue ("said", "according to", "the claim that") whose
// frame in the tree gives the content and the speaker; quotations without a cue
// belong to the one who was speaking. The cues are rows of data/cues/speech.
package said

import (
	"slices"
	"sort"
	"strings"

	"griot"
	"griot/claim/fact"
	"griot/claim/word"
	"griot/text"
)

// Cast tells who is meant by the noun phrase headed by a token.
type Cast interface {
	At(tok int) (griot.Actor, bool)
}

// Reader finds statements. It is safe for use by several goroutines.
type Reader struct {
	uses    map[use]string
	hearers map[use]bool // where those who are spoken to stand
	classes []class
	words   *word.Book
	judge   *fact.Judge
}

// New reads the tables. It fails only when they are broken.
func New() (*Reader, error) {
	uses, err := loadUses()
	if err != nil {
		return nil, err
	}
	hearers, err := loadHearers()
	if err != nil {
		return nil, err
	}
	classes, err := loadClasses()
	if err != nil {
		return nil, err
	}
	var lemmas []string
	for u := range uses {
		lemmas = append(lemmas, u.lemma)
	}
	for u := range hearers {
		lemmas = append(lemmas, u.lemma)
	}
	words, err := word.New(lemmas)
	if err != nil {
		return nil, err
	}
	judge, err := fact.New()
	if err != nil {
		return nil, err
	}
	return &Reader{uses, hearers, classes, words, judge}, nil
}

// Talk is all that is said in a document.
type Talk struct {
	Statements []griot.Statement // in the order of their first words

	doc    *text.Doc
	judge  *fact.Judge
	voices []voice // parallel to Statements
	at     [][]int // per sentence: the statements whose content touches it
}

// voice is what Voices needs of a statement.
type voice struct {
	voice   griot.Voice
	source  int // head token of the speaker's phrase, -1 unknown
	cue     int // -1 where the speaker goes on without one
	content []text.Range
	says    bool
	size    int
}

// holds tells whether token i is among what the voice says.
func (v *voice) holds(i int) bool {
	return slices.ContainsFunc(v.content, func(r text.Range) bool { return r.Has(i) })
}

// Find reads the statements of a document. It needs tags and trees; cast may be
// nil, and then speakers are known by their words alone.
func (r *Reader) Find(doc *text.Doc, cast Cast) *Talk {
	f := &finder{Reader: r, doc: doc, quotes: quotations(doc), inside: make([]int, len(doc.Tokens)), taken: make([]bool, len(doc.Tokens)), ends: make(map[int][]int)}
	for i := range f.inside {
		f.inside[i] = -1
	}
	for q, r := range f.quotes {
		for i := r.First; i < r.End; i++ {
			f.inside[i] = q
		}
	}
	for p := range doc.Paragraphs {
		if !doc.Paragraphs[p].Kind.Furniture() {
			f.headed(p)
		}
	}
	for i := range doc.Sentences {
		if !doc.Paragraphs[doc.Sentences[i].Paragraph].Kind.Furniture() {
			f.cues(doc.Sentences[i].Range)
		}
	}
	f.complete()
	f.orphans()
	return f.talk(cast)
}

// talk turns what was found into statements.
func (f *finder) talk(cast Cast) *Talk {
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].content[0].First < f.found[j].content[0].First })
	t := &Talk{doc: f.doc, judge: f.judge, at: make([][]int, len(f.doc.Sentences))}
	var last speaker
	for n := range f.found {
		a := &f.found[n]
		s, ok := f.statement(a, cast)
		if !ok {
			continue
		}
		last = f.follow(a, &s, last, cast)
		v := voice{griot.Voice{ID: s.Speaker.ID, Name: s.Speaker.Name, Words: s.Speaker.Words, Cue: s.Cue}, a.source, a.cue, a.content, a.says && !a.unsaid, 0}
		if a.source >= 0 {
			v.voice.Words = f.doc.Words(phrase(f.doc, a.source))
			if s.Anonymous {
				v.voice.Words = s.Speaker.Name
			}
		}
		v.says = v.says && !(a.source >= 0 && f.doc.Tokens[a.source].UPOS == "PRON" && s.Speaker.Name == s.Speaker.Words)
		for _, r := range a.content {
			v.size += r.Len()
			for k := f.doc.Tokens[r.First].Sentence; k <= f.doc.Tokens[r.End-1].Sentence; k++ {
				t.at[k] = append(t.at[k], len(t.Statements))
			}
		}
		t.Statements = append(t.Statements, s)
		t.voices = append(t.voices, v)
	}
	return t
}

// statement makes one finding public: spans, speaker, kind.
func (f *finder) statement(a *attribution, cast Cast) (griot.Statement, bool) {
	report := &f.doc.Report
	s := griot.Statement{
		Source: griot.Source{Report: report.ID, Ref: report.Ref, Outlet: report.Outlet, Published: report.Published},
		Act:    a.act, Rules: []string{a.rule}, Cue: f.doc.Words(a.words),
	}
	var pieces []string
	for _, r := range a.content {
		r = f.tidy(r)
		if r.Len() <= 0 {
			continue
		}
		span := f.doc.Span(r)
		s.Spans = append(s.Spans, [2]int{span.Start, span.End})
		pieces = append(pieces, f.doc.Words(r))
	}
	if len(s.Spans) == 0 {
		return s, false
	}
	s.Content = strings.Join(pieces, " … ")
	s.Kind = f.kind(a.content)
	if a.source = identified(f.doc, a.source); a.source >= 0 {
		s.Speaker = f.actor(a.source, cast)
		if s.Anonymous = anonymous(f.doc, a.source); s.Anonymous {
			s.Speaker.Name = f.doc.Words(f.unnamed(a)) // known by all the words there are
		}
		s.Class = f.class(f.doc, a.source)
		if who := f.pronoun(a); who >= 0 {
			t := f.doc.Tokens[who]
			s.Speaker.Words, s.Speaker.Start, s.Speaker.End = t.Form, t.Start, t.End
		}
	}
	if a.addressee >= 0 {
		to := f.actor(a.addressee, cast)
		s.Addressee = &to
	}
	s.ID = s.Identify()
	return s, true
}

// unnamed is all that is said of a speaker without a name: "a source close to
// the company", up to the cue or the next mark.
func (f *finder) unnamed(a *attribution) text.Range {
	r := phrase(f.doc, a.source)
	end := r.End
	for end < len(f.doc.Tokens) && end < a.words.First && end-r.First < 12 && f.describes(end) {
		end++
	}
	if end == a.words.First {
		r.End = end
	}
	return r
}

// describes tells whether token i may go on with what is said of somebody: no
// mark, no clause, no circumstance.
func (f *finder) describes(i int) bool {
	switch t := f.doc.Tokens[i]; t.UPOS {
	case "PUNCT", "ADV", "CCONJ", "SCONJ", "AUX":
		return false
	case "PRON":
		return t.XPOS == "PRP$"
	case "VERB":
		return t.XPOS == "VBG" || t.XPOS == "VBN"
	}
	return true
}

// actor is who the phrase headed by token i means; without a cast, its words.
func (f *finder) actor(i int, cast Cast) griot.Actor {
	r := phrase(f.doc, i)
	span := f.doc.Span(r)
	words := f.doc.Words(r)
	if cast != nil {
		if who, ok := f.meant(i, cast); ok {
			who.Words, who.Start, who.End = words, span.Start, span.End
			return who
		}
	}
	return griot.Actor{Name: words, Words: words, Start: span.Start, End: span.End}
}

// meant is who the noun at token i means: the person whose name stands in
// apposition to it, "the group's founder, Ali Bako"; or whoever it is in
// apposition to and does not name, "Benin, a country that said".
func (f *finder) meant(i int, cast Cast) (griot.Actor, bool) {
	for k := range f.doc.Children(i) {
		if n := f.doc.Name(k); k > i && f.doc.Tokens[i].UPOS != "PROPN" && f.doc.Tokens[k].Is("appos") && n >= 0 && f.doc.Names[n].Type == "PER" {
			if who, ok := cast.At(k); ok {
				return who, true
			}
		}
	}
	if who, ok := cast.At(i); ok {
		return who, true
	}
	if t := f.doc.Tokens[i]; t.Is("appos") && f.doc.Tokens[t.Head].UPOS == "PROPN" {
		return cast.At(t.Head)
	}
	return griot.Actor{}, false
}

// pronoun is the relative pronoun by which the speaker of a relative clause is
// mentioned: "Rice, who said"; −1 when the speaker is mentioned otherwise.
func (f *finder) pronoun(a *attribution) int {
	if a.cue < 0 || f.doc.Tokens[a.cue].Rel != "acl:relcl" || f.doc.Tokens[a.cue].Head != a.source {
		return -1
	}
	if s := f.doc.Child(a.cue, "nsubj"); s >= 0 && relative(f.doc, s) {
		return s
	}
	return -1
}

// tidy drops commas and stops from the ends of a content range.
func (f *finder) tidy(r text.Range) text.Range {
	edge := func(i int) bool {
		switch f.doc.Tokens[i].Form {
		case ",", ";", ":", "-", "–", "—", ".":
			return true
		case "\"", "“", "”", "»", "«", "''":
			return f.inside[i] < 0
		}
		return false
	}
	for r.Len() > 0 && edge(r.First) {
		r.First++
	}
	for r.Len() > 0 && edge(r.End-1) && f.inside[r.End-1] < 0 {
		r.End--
	}
	return r
}

// kind tells direct speech from reported speech by how much of it is quoted.
func (f *finder) kind(content []text.Range) griot.StatementKind {
	in, out := 0, 0
	for _, r := range content {
		for i := r.First; i < r.End; i++ {
			switch {
			case f.punct(i):
			case f.inside[i] >= 0:
				in++
			default:
				out++
			}
		}
	}
	switch {
	case in == 0:
		return griot.Indirect
	case out == 0:
		return griot.Direct
	}
	return griot.Mixed
}

// Voices is the chain of those who say the act named by the token head, nearest
// the act first, each with the status that the act has in its eyes. The outlet
// itself is left out.
func (t *Talk) Voices(head int) []griot.Voice {
	var in []int
	for _, n := range t.at[t.doc.Tokens[head].Sentence] {
		v := &t.voices[n]
		if v.says && v.voice.Words != "" && v.holds(head) {
			in = append(in, n)
		}
	}
	slices.SortStableFunc(in, func(a, b int) int { return t.voices[a].size - t.voices[b].size })
	var out []griot.Voice
	for _, n := range in {
		v := t.voices[n].voice
		v.Status = t.judge.Held(t.doc, head, t.voices[n].cue, t.voices[n].holds)
		if outlet := t.doc.Report.Outlet; outlet != "" && (strings.EqualFold(v.Name, outlet) || strings.EqualFold(v.Words, outlet)) {
			continue
		}
		if !slices.ContainsFunc(out, func(o griot.Voice) bool { return o.Words == v.Words || o.ID != "" && o.ID == v.ID }) {
			out = append(out, v)
		}
	}
	return out
}

// Told tells whether somebody who is named says what stands at token tok.
func (t *Talk) Told(tok int) bool { return len(t.Voices(tok)) > 0 }
