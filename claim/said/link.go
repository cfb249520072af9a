package said

import (
	"griot/text"
)

// complete stretches contents that touch a quotation to the whole of it, so that
// a quotation of several sentences is one statement.
func (f *finder) complete() {
	for n := range f.found {
		a := &f.found[n]
		if !a.says {
			continue
		}
		for k := range a.content {
			a.content[k] = f.stretch(a, a.content[k])
		}
		a.content = merge(a.content)
		f.index(n, a)
		for _, r := range a.content {
			for i := r.First; i < r.End; i++ {
				f.taken[i] = true
			}
		}
	}
}

// stretch grows a content range over the quotations that it touches, but never
// over the cue or the speaker.
func (f *finder) stretch(a *attribution, r text.Range) text.Range {
	for _, i := range []int{r.First, r.End - 1} {
		if i < 0 || i >= len(f.inside) || f.inside[i] < 0 {
			continue
		}
		q := f.quotes[f.inside[i]].Range
		if q.Has(a.cue) || q.Len() > 4*longest {
			continue
		}
		r.First, r.End = min(r.First, q.First), max(r.End, q.End)
		if s := f.doc.Tokens[q.First].Sentence; r.First == q.First && s < f.doc.Tokens[max(a.cue, 0)].Sentence && !f.sentence(q.First) {
			r.First = f.doc.Sentences[s].First // "Prices “fell for weeks. We bought less,” she said."
		}
	}
	return r
}

// merge joins ranges that touch or overlap; they come in any order.
func merge(in []text.Range) []text.Range {
	var out []text.Range
	for _, r := range in {
		if r.Len() <= 0 {
			continue
		}
		if k := len(out) - 1; k >= 0 && r.First <= out[k].End && r.End >= out[k].First {
			out[k].First, out[k].End = min(out[k].First, r.First), max(out[k].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}

// orphans gives quotations that no cue took to the speaker they go on from:
// within the paragraph to the speech before them, at the head of a paragraph to
// the one who was speaking when the last paragraph ended.
func (f *finder) orphans() {
	for q := range f.quotes {
		r := f.quotes[q].Range
		if f.taken[min(r.First+1, r.End-1)] {
			continue
		}
		if source := f.signed(r.End); source >= 0 && r.Len() >= 6 {
			f.add(attribution{act: "claim", cue: -1, source: source, addressee: -1, content: []text.Range{r}, says: true, rule: "quote:signed"})
			continue
		}
		if !f.utterance(r) {
			continue
		}
		last := f.before(r.First)
		if last >= 0 && f.joins(q, &f.found[last]) {
			a := &f.found[last]
			a.content = append(a.content, r)
			for i := r.First; i < r.End; i++ {
				f.taken[i] = true
			}
			continue
		}
		source, rule := f.lead(r.First), "quote:led"
		if source < 0 && last >= 0 {
			source, rule = f.found[last].source, "quote:continued"
		}
		f.add(attribution{act: "claim", cue: -1, source: source, addressee: -1, content: []text.Range{r}, says: true, rule: rule})
	}
}

// signed finds who a quotation is signed by: "“We stay.” — Ali Bako".
func (f *finder) signed(end int) int {
	if end+1 >= len(f.doc.Tokens) || f.paragraph(end) != f.paragraph(end-1) {
		return -1
	}
	switch f.doc.Tokens[end].Form {
	case "―", "—", "–", "-", "--":
	default:
		return -1
	}
	stop := end + 1
	for stop < len(f.doc.Tokens) && f.paragraph(stop) == f.paragraph(end) && !f.punct(stop) {
		stop++
	}
	return f.top(end+1, stop)
}

// joins tells whether the quotation belongs to the statement before it: in the
// same paragraph, or after a paragraph that ended within quoted speech.
func (f *finder) joins(q int, a *attribution) bool {
	r := f.quotes[q].Range
	return f.paragraph(r.First) == f.paragraph(a.end()-1) || f.continued(q, a)
}

// lead is the subject of the sentence right before token i, if that is somebody
// who may speak: whoever is being told of before a bare quotation.
func (f *finder) lead(i int) int {
	n := f.doc.Tokens[i].Sentence - 1
	if n < 0 || f.doc.Sentences[n].Root < 0 {
		return -1
	}
	s := f.doc.Child(f.doc.Sentences[n].Root, "nsubj")
	if s < 0 || f.inside[s] >= 0 {
		return -1
	}
	if t := f.doc.Tokens[s]; t.UPOS == "PROPN" || t.XPOS == "PRP" && t.Lemma != "it" && t.Lemma != "they" {
		return s
	}
	return -1
}

// utterance tells a quotation that is speech from a nickname or a scare quote:
// it holds a sentence of its own.
func (f *finder) utterance(r text.Range) bool {
	if r.Len() < 6 {
		return false
	}
	s := f.doc.Sentences[f.doc.Tokens[r.First].Sentence].Range
	if r.First > s.First {
		return false
	}
	for i := r.First; i < r.End; i++ {
		if verbal(f.doc, i) {
			return r.End >= s.End-2
		}
	}
	return false
}

// before is the latest attribution that says something and ends before token i,
// within the paragraph or the one before.
func (f *finder) before(i int) int {
	best := -1
	p := f.paragraph(i)
	for _, ends := range [][]int{f.ends[p-1], f.ends[p]} {
		for _, n := range ends[max(0, len(ends)-recent):] {
			a := &f.found[n]
			if a.says && a.end() <= i && (best < 0 || a.end() >= f.found[best].end()) {
				best = n
			}
		}
	}
	return best
}

// recent is how many of a paragraph's last attributions are looked at; it keeps
// a text without paragraphs from taking quadratic time.
const recent = 64

// continued tells whether the quotation goes on from the attribution over a
// paragraph break: the one before was never closed, or ended with a colon.
func (f *finder) continued(q int, a *attribution) bool {
	if q > 0 && f.quotes[q-1].open && f.quotes[q-1].End == f.quotes[q].First {
		return true
	}
	r := f.quotes[q].Range
	if r.First > 0 && f.doc.Tokens[r.First-1].Form == ":" {
		return true
	}
	last := a.content[len(a.content)-1]
	return last.End == r.First && f.closes(last.End-1)
}

func (f *finder) paragraph(i int) int { return f.doc.Sentences[f.doc.Tokens[i].Sentence].Paragraph }

// end is the token after the last one of the attribution, cue and content.
func (a *attribution) end() int {
	end := a.words.End
	for _, r := range a.content {
		end = max(end, r.End)
	}
	return end
}
