package said

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text"
)

// aside reads a reporting clause that stands beside what is said, before or
// after a comma or a closing mark: "…, the army said", "…,” said Nasr, a
// journalist", "the border, the army said, was closed". It goes by the order of
// the words, because trees of such sentences are the least sure.
func (f *finder) aside(i int, a *attribution) bool {
	s := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range
	if f.doc.Tokens[i].XPOS == "VBG" {
		return false
	}
	first := i
	for first > s.First && f.attends(first-1) {
		first--
	}
	var cut text.Range
	ok := false
	if f.breaks(first-1, s) {
		if cut, ok = f.inverted(i, first, s, a); !ok {
			cut, ok = f.apposed(i, first, s, a)
		}
	} else {
		cut, ok = f.plain(i, first, s, a)
	}
	return ok && f.around(a, cut, s)
}

// utters reads a verb that no row knows beside a quotation: "“…,” the crowd
// chanted". It must follow the closing mark at once.
func (f *finder) utters(i int, a *attribution) bool {
	switch f.doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return false
	}
	for k := i - 1; k >= 0 && i-k < 12; k-- {
		if f.closes(k) {
			q := f.quotes[f.inside[k]].Range
			s := f.doc.Sentences[f.doc.Tokens[i].Sentence].Range
			a.act, a.rule = "claim", "speech:any.aside"
			return f.spoken(q) && !(f.full(q) && f.doc.Child(i, "obj") > i) && q.First <= f.opening(q.End, s) && f.aside(i, a)
		}
		if u := f.doc.Tokens[k].UPOS; u == "PUNCT" || u == "VERB" || u == "SCONJ" || u == "CCONJ" || relative(f.doc, k) {
			return false
		}
	}
	return false
}

// spoken tells a quotation that ends as speech before its speaker does, with a
// mark of its own: "“We stay,” he …".
func (f *finder) spoken(r text.Range) bool {
	if r.Len() < 4 {
		return false
	}
	switch f.doc.Tokens[r.End-2].Form {
	case ",", "!", "?", ".":
		return true
	}
	return false
}

// full tells a quotation that ends with a full stop, after which a verb with an
// object begins something new: "“We stay.” He cited the constitution."
func (f *finder) full(r text.Range) bool { return f.doc.Tokens[r.End-2].Form == "." }

// plain reads "…, the army said …": the speaker right before the verb. Like the
// others it sets the source and returns the range of the reporting clause.
func (f *finder) plain(i, first int, s text.Range, a *attribution) (text.Range, bool) {
	head, start := f.preceding(first, s)
	if head < 0 || !f.breaks(start-1, s) && !(start == s.First && f.quoteBefore(start)) {
		return text.Range{}, false
	}
	right := f.tail(i+1, s)
	a.source, start = f.renamed(head, start, s)
	return text.Range{First: start, End: right}, right >= 0
}

// renamed takes in the name that stands between a quotation and the description
// of the speaker before the verb: "“…,” Nivesh Karki, the firm's director told".
// It returns the speaker and where the aside begins.
func (f *finder) renamed(head, start int, s text.Range) (source, first int) {
	if start-1 <= s.First || f.doc.Tokens[start-1].Form != "," {
		return head, start
	}
	first = start - 1
	for first > s.First && start-first < 8 && (f.doc.Tokens[first-1].UPOS == "PROPN" || nominal(f.doc, first-1)) && f.inside[first-1] < 0 {
		first--
	}
	if first < start-1 && f.closes(first-1) {
		return f.top(first, start-1), first
	}
	return head, start
}

// inverted reads "…, said Nasr, a journalist": the speaker after the verb.
func (f *finder) inverted(i, first int, s text.Range, a *attribution) (text.Range, bool) {
	head, end := f.following(i+1, s)
	if head < 0 || f.words.Entry(&f.doc.Tokens[i]) == "tell" || !f.inverts(i, first, head, s) {
		return text.Range{}, false
	}
	a.source = head
	return text.Range{First: first, End: end}, true
}

// apposed reads "…,” Nasr, a journalist, said": an apposition stands between the
// speaker, who follows a closing mark, and the verb.
func (f *finder) apposed(i, first int, s text.Range, a *attribution) (text.Range, bool) {
	start := first
	for start > s.First && first-start < 40 && !f.closes(start-1) {
		start--
	}
	if start > s.First && !f.closes(start-1) || start == s.First && !f.quoteBefore(start) || first-start < 3 || !nominal(f.doc, start) {
		return text.Range{}, false
	}
	end := start
	for end < first && f.doc.Tokens[end].Form != "," {
		end++
	}
	right := f.tail(i+1, s)
	a.source = f.top(start, end)
	return text.Range{First: start, End: right}, a.source >= 0 && right >= 0
}

// inverts tells whether the phrase headed by head, after verb i, is the verb's
// subject and not the beginning of what is said: a quotation ends before the
// verb, or the tree says so.
func (f *finder) inverts(i, first, head int, s text.Range) bool {
	if n := f.doc.Name(i + 1); n >= 0 && f.doc.Names[n].Type == "PER" && first-1 > s.First && f.doc.Tokens[first-1].Form == "," {
		if end := f.doc.Names[n].End; end >= s.End || f.doc.Tokens[end].UPOS == "PUNCT" {
			return true // "…, a sign of despair, said Wassim Nasr, a journalist"
		}
	}
	if k := f.doc.Child(i, "nsubj"); k >= 0 && k < first && f.inside[k] < 0 {
		return false
	}
	if f.closes(first-1) || first-2 >= s.First && f.closes(first-2) {
		return true
	}
	if t := f.doc.Tokens[head]; t.UPOS == "PRON" || t.Head == i && t.Is("nsubj") {
		return t.UPOS != "PRON"
	}
	for k := i + 1; k < min(s.End, i+40) && !f.punct(k); k++ {
		if t := f.doc.Tokens[k]; t.UPOS == "AUX" || t.UPOS == "VERB" && t.XPOS != "VBN" && t.XPOS != "VBG" || t.UPOS == "SCONJ" || t.XPOS == "TO" {
			return relative(f.doc, k-1)
		}
	}
	return true
}

// attends tells whether the token belongs to the verb on its right.
func (f *finder) attends(i int) bool {
	t := f.doc.Tokens[i]
	return t.UPOS == "AUX" || t.UPOS == "ADV" || t.UPOS == "PART"
}

// breaks tells whether token i ends what is said before the aside: a comma, a
// dash or a closing mark that is not the first token of the sentence.
func (f *finder) breaks(i int, s text.Range) bool {
	if i <= s.First {
		return i >= 0 && i < s.First && f.quoteBefore(s.First)
	}
	switch f.doc.Tokens[i].Form {
	case ",", "-", "–", "—", "?", "!":
		return true
	}
	return f.closes(i)
}

// closes tells whether token i is the closing mark of a quotation.
func (f *finder) closes(i int) bool {
	return i >= 0 && f.inside[i] >= 0 && f.quotes[f.inside[i]].End == i+1 && !f.quotes[f.inside[i]].open
}

// quoteBefore tells whether a quotation ends right before token i in the same
// paragraph, or in the one before where a break only tore the sentence apart:
// what goes on has a small letter.
func (f *finder) quoteBefore(i int) bool {
	if i == 0 || i >= len(f.doc.Tokens) || !f.closes(i-1) {
		return false
	}
	return f.paragraph(i-1) == f.paragraph(i) || f.paragraph(i-1)+1 == f.paragraph(i) && !capital(f.doc.Tokens[i].Form)
}

// preceding finds the noun phrase that ends before token end: its head and where
// it begins. Only a phrase without a verb, after a break, will do.
func (f *finder) preceding(end int, s text.Range) (head, start int) {
	start = end
	for start > s.First && end-start < 24 {
		t := f.doc.Tokens[start-1]
		if t.UPOS == "PUNCT" && t.Form != "." && t.Form != "-" && t.Form != "(" && t.Form != ")" || f.inside[start-1] >= 0 && f.closes(start-1) {
			break
		}
		if t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "SCONJ" && !strings.EqualFold(t.Form, "of") {
			return -1, 0
		}
		start--
	}
	if start >= end {
		return -1, 0
	}
	for start < end && (f.doc.Tokens[start].UPOS == "CCONJ" || f.doc.Tokens[start].UPOS == "ADV") {
		return -1, 0
	}
	if u := f.doc.Tokens[start].UPOS; u == "ADP" || u == "PUNCT" {
		return -1, 0
	}
	return f.top(start, end), start
}

// following finds the noun phrase that begins at token first, and the end of the
// aside that it closes.
func (f *finder) following(first int, s text.Range) (head, end int) {
	if first >= s.End || !nominal(f.doc, first) || weekday(f.doc.Tokens[first].Form) {
		return -1, 0
	}
	end = first
	for end < s.End && end-first < 60 && f.inside[end] < 0 {
		end++
	}
	stop := first
	for stop < end && f.doc.Tokens[stop].UPOS != "PUNCT" && f.doc.Tokens[stop].UPOS != "ADP" && f.doc.Tokens[stop].UPOS != "VERB" {
		stop++
	}
	if n := f.doc.Name(max(stop-1, first)); n >= 0 && f.doc.Names[n].Type == "PER" && f.doc.Names[n].First > first { // a title before the name
		return f.top(f.doc.Names[n].First, stop), end
	}
	return f.top(first, max(stop, first+1)), end
}

// weekday tells the name of a day: "said Tuesday" names no speaker.
func weekday(form string) bool {
	switch form {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday":
		return true
	}
	return false
}

// nominal tells whether a noun phrase may begin at token i.
func nominal(doc *text.Doc, i int) bool {
	switch t := doc.Tokens[i]; t.UPOS {
	case "PROPN", "NOUN", "DET", "NUM":
		return true
	case "ADJ":
		return i+1 < len(doc.Tokens) && doc.Tokens[i+1].UPOS != "PUNCT"
	case "PRON":
		return t.XPOS == "PRP" || t.XPOS == "PRP$" || t.XPOS == "DT"
	}
	return false
}

// top is the token of the range that all the others hang on, or the last nominal
// one when the tree does not tell.
func (f *finder) top(first, end int) int {
	last := -1
	for i := first; i < end; i++ {
		t := f.doc.Tokens[i]
		switch t.UPOS {
		case "PROPN", "NOUN", "PRON", "NUM", "DET", "ADJ":
			if t.Head < first || t.Head >= end {
				if t.UPOS != "DET" && t.UPOS != "ADJ" || last < 0 {
					return i
				}
			}
			last = i
		}
	}
	return last
}

// tail is where an aside that began before its verb ends: at a comma, a mark or
// the end of the sentence, if only circumstances of saying stand between.
func (f *finder) tail(i int, s text.Range) int {
	for k := i; k < s.End && k-i < 14; k++ {
		t := f.doc.Tokens[k]
		switch {
		case t.Form == "," || t.Form == "—" || t.Form == "–" || t.Form == ";" || t.Form == ":" || f.inside[k] >= 0:
			return k
		case t.Form == ".", t.Form == "!", t.Form == "?":
			return k
		case k > i && occasion(t.Form): // "…, the minister said on Tuesday after talks had failed"
			return k
		case t.UPOS == "SCONJ", t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN", t.UPOS == "AUX", t.UPOS == "PRON" && t.XPOS == "PRP" && k > i:
			return -1
		}
	}
	if s.End-i < 14 {
		return s.End
	}
	return -1
}

// occasion tells a word that opens a clause about when or why somebody spoke.
func occasion(form string) bool {
	switch strings.ToLower(form) {
	case "after", "when", "as", "while", "before", "following", "amid":
		return true
	}
	return false
}

// around fills in the content on both sides of the aside.
func (f *finder) around(a *attribution, cut, s text.Range) bool {
	before := text.Range{First: f.opening(cut.First, s), End: cut.First}
	if cut.First == s.First || before.Len() == 1 {
		if !f.quoteBefore(cut.First) {
			return false
		}
		before = f.quotes[f.inside[cut.First-1]].Range
	}
	for before.Len() > 0 && f.doc.Tokens[before.First].UPOS == "CCONJ" {
		before.First++
	}
	if before.Len() < 3 && !f.closes(before.End-1) || before.Len() <= 0 {
		return false
	}
	a.content = []text.Range{before}
	after := text.Range{First: cut.End, End: s.End}
	if after.Len() <= 0 {
		return true
	}
	comma := f.doc.Tokens[after.First].Form == ","
	for after.Len() > 0 && f.punct(after.First) && f.inside[after.First] < 0 {
		after.First++
	}
	if after.Len() < 2 {
		return true
	}
	t := f.doc.Tokens[after.First]
	quoted, ended := f.inside[after.First] >= 0, f.closes(before.End-1)
	if quoted && !ended && (f.setting(before) || f.sentence(after.First)) {
		a.content = nil
	}
	switch {
	case quoted, !ended && comma && t.XPOS != "VBG" && t.XPOS != "WP" && (t.UPOS != "SCONJ" || strings.EqualFold(t.Form, "that")):
		a.content = append(a.content, after)
	case ended && comma && f.spoken(before): // "“Every time,” she said, with a smile, “you give in.”"
		if q := f.resumed(after); q.Len() > 0 {
			a.content = append(a.content, q)
		}
	}
	return len(a.content) > 0
}

// resumed is the quotation that goes on after a circumstance of saying: it
// begins after a comma, in a small letter.
func (f *finder) resumed(r text.Range) text.Range {
	for k := r.First; k < min(r.End, r.First+30); k++ {
		if q := f.inside[k]; q >= 0 {
			if f.doc.Tokens[k-1].Form == "," && k+1 < r.End && !capital(f.doc.Tokens[k+1].Form) {
				return f.quotes[q].Range
			}
			return text.Range{}
		}
	}
	return text.Range{}
}

// sentence tells whether the quotation that opens at token i begins a sentence
// of its own, which goes on from nothing before it.
func (f *finder) sentence(i int) bool {
	return f.quotes[f.inside[i]].First == i && i+1 < len(f.doc.Tokens) && capital(f.doc.Tokens[i+1].Form)
}

// capital tells whether a word begins with a capital letter.
func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// opening is where the speech that ends before token end begins: with its
// sentence, or with a quotation that opens after a full stop within it.
func (f *finder) opening(end int, s text.Range) int {
	for i := end - 1; i > max(s.First, end-longest); i-- {
		if f.inside[i] < 0 || f.quotes[f.inside[i]].First != i {
			continue
		}
		switch f.doc.Tokens[i-1].Form {
		case ".", "?", "!", "''", "”", "\"", ":":
			return i
		}
	}
	return s.First
}

// setting tells a phrase that only says when or where, such as "On Tuesday".
func (f *finder) setting(r text.Range) bool {
	if r.Len() > 12 || f.closes(r.End-1) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if verbal(f.doc, i) {
			return false
		}
	}
	return true
}
