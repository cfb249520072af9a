package when

import (
	"griot"
	"griot/text"
)

// Timex is an expression of time.
type Timex struct {
	Start, End int            // bytes of the report's text
	Type       string         // TIMEX3: DATE, TIME, DURATION or SET
	Value      string         // TIMEX3: "2023-08-04", "P2Y", "PAST_REF", …; X stands for what is unknown
	Interval   griot.Interval // the days it means, with the reason; unknown for durations and sets
	Rule       string         // the row of data/time/rules.tsv that found it
}

// Times is what a report says about time.
type Times struct {
	All      []Timex // in the order of the text
	doc      *text.Doc
	mounts   []mount // where each of All hangs in the trees
	trees    bool
	at       map[int][]int        // expressions that can date an act, by the tokens they hang on
	tellings map[string][]telling // the acts with a date of their own, by what they are called
	leadEnd  int                  // the paragraph after the leading ones
	opening  int                  // the sentence after the opening ones

	chronicle bool // all of its dates lie long before it
}

// Find reads every expression of time in the paragraphs of doc, in linear time.
// It needs segments; trees, where they are there, tell better what is planned
// and what an expression dates. Furniture is read too, but what it says is no
// anchor for the body.
func Find(doc *text.Doc) *Times {
	l := english()
	t := &Times{doc: doc, trees: hasTrees(doc), leadEnd: leadParagraphs(doc), opening: opening(doc)}
	var found []finding
	m := &matcher{scanner: &scanner{language: l, text: doc.Report.Text}}
	for p := range doc.Paragraphs {
		found = m.paragraph(found, t, p)
	}
	s := &state{published: doc.Report.Published, inferred: doc.Report.PublishedBasis == griot.PublishedInferred}
	s.narrative = narrates(found, s.published)
	south := inSouth(doc)
	for i := range found {
		f := &found[i]
		if south && f.form.season > 0 {
			f.form.season = turned(f.form.season)
		}
		at := s
		if kind := doc.Paragraphs[f.paragraph].Kind; kind.Furniture() && kind != griot.Dateline {
			aside := *s // a caption's Friday is no anchor for the body
			at = &aside
		}
		at.sentence = sentenceAt(doc, f.start, at.sentence)
		l.foresee(found[i:], at)
		t.add(l, f, at)
		if n := len(t.All); south && f.form.season > 0 && n > 0 {
			t.All[n-1].Value = turnedValue(t.All[n-1].Value)
		}
	}
	t.mount()
	t.chronicle = t.isChronicle()
	return t
}

// near is within how many bytes after a time of day its date may follow.
const near = 30

// foresee gives a time of day the date that follows it: "at 3am (0200 GMT) on
// Monday".
func (l *language) foresee(found []finding, s *state) {
	f := &found[0]
	if !f.form.timeAlone() {
		return
	}
	for i := 1; i < min(3, len(found)) && found[i].start-f.end <= near && found[i].paragraph == f.paragraph; i++ {
		next := &found[i]
		ahead := *s
		ahead.planned = next.look
		if m, ok := l.resolve(&next.form, &ahead); ok && m.at.grain == byDay && !next.form.timeAlone() {
			s.day = m.at
			return
		}
	}
}

// finding is an expression before it is resolved.
type finding struct {
	start, end, paragraph int
	rule                  int
	form                  form
	look                  outlook
}

// paragraph adds the expressions of a paragraph.
func (m *matcher) paragraph(found []finding, t *Times, p int) []finding {
	para := t.doc.Paragraphs[p]
	m.scan(para.ByteStart, min(para.ByteEnd, len(m.text)))
	m.join()
	for i := 0; i < len(m.words); {
		hit, ok := m.matchAt(i)
		if !ok {
			i++
			continue
		}
		i = max(hit.end, i+1)
		if hit.form.kind == skipKind {
			i = max(hit.reach, i)
			continue
		}
		found = append(found, finding{
			start: int(m.words[hit.first].start), end: int(m.words[hit.end-1].end), paragraph: p,
			rule: hit.rule, form: hit.form, look: m.outlook(t, &hit),
		})
	}
	return found
}

// add resolves a finding.
func (t *Times) add(l *language, f *finding, s *state) {
	s.planned = f.look
	got, ok := l.resolve(&f.form, s)
	if !ok {
		return
	}
	if got.at.grain != noGrain {
		s.speak(got.at, &f.form)
	}
	got.iv.Words = t.doc.Report.Text[f.start:f.end]
	t.All = append(t.All, Timex{
		Start: f.start, End: f.end, Type: got.kind, Value: got.value,
		Interval: got.iv, Rule: l.rules[f.rule].name,
	})
}

// sentenceAt is the sentence that holds byte i, not before sentence from.
func sentenceAt(doc *text.Doc, i, from int) int {
	for from+1 < len(doc.Sentences) && doc.Sentences[from+1].ByteStart <= i {
		from++
	}
	return from
}

// narrates tells whether a report is a history: it writes out many years before
// its own, and little in it counts from the day of publication. One that opens with
// a date of its own year is news that looks back.
func narrates(found []finding, published griot.Day) bool {
	y, _, _ := published.Date()
	before, own, counted := 0, 0, 0
	for i := range found {
		f := &found[i].form
		switch {
		case f.kind == weekdayKind || f.kind == shiftKind && !f.mentioned:
			counted++
		case f.kind != dateKind || f.year == 0:
		case published.Known() && f.year == y && before == 0:
			return false
		case !published.Known() || f.year < y:
			before++
		default:
			own++
		}
	}
	return before >= 6 && before > own && before > 3*counted
}
