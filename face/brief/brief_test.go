package brief

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"griot"
)

var (
	first  = griot.NewDay(2024, 5, 6)
	second = griot.NewDay(2024, 5, 9)
)

func on(d griot.Day) griot.Interval {
	return griot.Interval{From: d, To: d, Basis: griot.BasisText}
}

// known is a record of two reports, made by hand.
func known() *griot.Known {
	texts := []string{
		`Kazakhstan closed its borders on Monday. "We shall <b>not</b> open *them* before summer," President Serik said.`,
		"Kazakhstan reopened the border post of Kordai on Thursday. Gunmen killed 9 soldiers near Almaty. A monitor counted 30 dead soldiers.",
	}
	var readings []griot.Reading
	for i, day := range []griot.Day{first, second} {
		report := griot.Report{ID: []string{"r_1", "r_2"}[i], Ref: []string{"a.txt", "b.txt"}[i], Text: texts[i], Published: day, Outlet: []string{"Steppe Wire", "Aral Herald"}[i]}
		readings = append(readings, griot.Reading{Report: report})
	}
	claim := func(reading int, id, sentence string) {
		r := &readings[reading].Report
		at := strings.Index(r.Text, sentence)
		readings[reading].Claims = append(readings[reading].Claims, griot.Claim{
			ID: id, Source: r.Source(), Start: at, End: at + len(sentence), Quote: sentence, Sentence: griot.Span{Start: at, End: at + len(sentence)},
		})
	}
	claim(0, "c_1", "Kazakhstan closed its borders on Monday.")
	claim(1, "c_2", "Kazakhstan reopened the border post of Kordai on Thursday.")
	claim(1, "c_3", "Gunmen killed 9 soldiers near Almaty.")
	claim(1, "c_4", "A monitor counted 30 dead soldiers.")
	words := `"We shall <b>not</b> open *them* before summer,"`
	at := strings.Index(texts[0], words)
	readings[0].Statements = []griot.Statement{{
		ID: "s_1", Source: readings[0].Report.Source(), Kind: griot.Direct, Speaker: griot.Actor{ID: "a_1", Name: "Aida Serik"},
		Content: words, Spans: [][2]int{{at, at + len(words)}},
	}}
	kazakhstan := []griot.Actor{{ID: "a_2", Name: "Kazakhstan", Code: "KAZ"}}
	event := func(id, title string, day griot.Day, place string, claims ...string) griot.Event {
		return griot.Event{
			ID: id, Title: title, Type: griot.Coerce, Status: griot.Happened, Actors: kazakhstan, When: on(day), Claims: claims, Independent: 1, Reports: 1,
			FirstReported: day, LastReported: day, Where: &griot.Place{Name: place, Words: place},
		}
	}
	killed := event("e_3", "Gunmen killed 9 soldiers near Almaty; 9 killed", second, "Almaty", "c_3", "c_4")
	killed.Actors = []griot.Actor{{ID: "a_3", Name: "gunmen"}}
	killed.Disputes = []griot.Dispute{{Slot: "killed", Sides: []griot.Side{
		{Value: "9", Claims: []string{"c_3"}, Outlets: []string{"Aral Herald"}}, {Value: "30", Claims: []string{"c_4"}, Outlets: []string{"Aral Herald"}},
	}}}
	holding := func(id, property, value, rule string) griot.Holding {
		return griot.Holding{ID: id, Subject: "Kazakhstan", Property: property, Value: value, Since: on(first), Claims: []string{"c_1"}, Rule: rule}
	}
	return griot.NewKnown(readings, griot.Derived{
		Events: []griot.Event{
			event("e_1", "Kazakhstan closed its borders", first, "Astana", "c_1"),
			event("e_2", "Kazakhstan reopened the border post of Kordai", second, "Kordai", "c_2"), killed,
		},
		Holdings: []griot.Holding{
			holding("h_1", "ambassador to Norway", "recalled", "ambassador"), holding("h_2", "ambassador to Togo", "recalled", "ambassador"),
			holding("h_3", "borders", "closed", "borders-closed"),
		},
		Expectations: []griot.Expectation{{
			ID: "x_1", Claim: "c_1", Claims: []string{"c_1"}, What: "Kazakhstan will open its borders", Kind: "announced", Status: "fulfilled",
			By: on(second), ResolvedBy: "c_2", Condition: "if the plague ends",
		}},
	})
}

func text(t *testing.T, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, known(), o); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestBriefSaysWhatIsKnown(t *testing.T) {
	got := text(t, Options{})
	for _, want := range []string{
		"Kazakhstan: ambassadors to Norway and Togo recalled and borders closed since 6 May 2024. [1]",
		"Kazakhstan reopened the border post of Kordai, according to Aral Herald. [",
		"Gunmen killed 9 soldiers near Almaty: 9 killed (Aral Herald), against 30 killed (Aral Herald). [",
		"Fulfilled (announced, due 9 May 2024): Kazakhstan will open its borders, if the plague ends. " +
			"Shown by: “Kazakhstan reopened the border post of Kordai on Thursday.”. [",
		`Aida Serik: "We shall <b>not</b> open *them* before summer" (6 May 2024). [`,
		"“Kazakhstan closed its borders on Monday.” (Steppe Wire, 2024-05-06, a.txt)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the brief does not say %q:\n%s", want, got)
		}
	}
	if strings.Index(got, "9 May 2024 - ") > strings.Index(got, "6 May 2024 - ") {
		t.Error("the latest day does not come first")
	}
}

func TestOptionsNarrowTheBrief(t *testing.T) {
	for _, row := range []struct {
		name     string
		options  Options
		has, not string
	}{
		{"since", Options{Since: first}, "NEW SINCE 6 MAY 2024 9 May 2024 - ", "NEW SINCE 6 MAY 2024 6 May"},
		{"actor", Options{Query: griot.Query{Actors: []string{"gunmen"}}}, "Gunmen killed", "ambassadors"},
		{"place", Options{Query: griot.Query{Places: []string{"Kordai"}}}, "reopened", "Gunmen killed"},
		{"days", Options{Query: griot.Query{To: first}}, "Kazakhstan closed its borders,", "reopened the border post of Kordai,"},
	} {
		got := text(t, row.options)
		if !strings.Contains(got, row.has) || strings.Contains(got, row.not) {
			t.Errorf("%s: want %q and not %q:\n%s", row.name, row.has, row.not, got)
		}
	}
	b, err := Compose(known(), Options{Max: 1})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(b.Sections, func(s Section) bool { return s.Heading == "Developments" })
	if i < 0 || len(b.Sections[i].Lines) != 1 {
		t.Errorf("with at most one development: %+v", b.Sections)
	}
}

func TestMisquoteIsRefused(t *testing.T) {
	for name, spoil := range map[string]func(*griot.Known){
		"a text that changed":       func(k *griot.Known) { k.Readings[0].Report.Text = strings.ToUpper(k.Readings[0].Report.Text) },
		"a text that was cut":       func(k *griot.Known) { k.Readings[1].Report.Text = k.Readings[1].Report.Text[:70] },
		"words beyond their report": func(k *griot.Known) { k.Readings[0].Statements[0].Spans[0][1] = 4000 },
		"words that nobody said":    func(k *griot.Known) { k.Readings[0].Statements[0].Content = "We shall open them tomorrow, he said." },
		"a claim of other words":    func(k *griot.Known) { k.Readings[0].Claims[0].Quote = "Kazakhstan opened its borders on Monday." },
		"a span that runs back":     func(k *griot.Known) { k.Readings[0].Claims[0].Start = 50 },
	} {
		k := known()
		spoil(k)
		if err := Write(&bytes.Buffer{}, k, Options{}); !errors.Is(err, griot.ErrMisquote) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestFormats(t *testing.T) {
	for format, want := range map[string]string{
		"md":   `&lt;b&gt;not&lt;/b&gt; open \*them\*`,
		"html": "&lt;b&gt;not&lt;/b&gt;",
		"text": "STATE OF AFFAIRS",
		"json": `"heading": "State of affairs"`,
	} {
		var b bytes.Buffer
		if err := Write(&b, known(), Options{Format: format}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s does not have %q:\n%s", format, want, b.String())
		}
		if format == "json" && !json.Valid(b.Bytes()) {
			t.Error("json is not valid")
		}
	}
	if err := Write(&bytes.Buffer{}, known(), Options{Format: "doc"}); err == nil {
		t.Error("a brief was written in a form there is none of")
	}
}

// TestNotesAreTheBytesOfTheirReports checks what every note quotes.
func TestNotesAreTheBytesOfTheirReports(t *testing.T) {
	k := known()
	b, err := Compose(k, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range b.Notes {
		i := slices.IndexFunc(k.Readings, func(r griot.Reading) bool { return r.Report.Ref == n.Ref })
		if k.Readings[i].Report.Text[n.Start:n.End] != n.Quote {
			t.Errorf("%s quotes %q", n.ID, n.Quote)
		}
	}
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			if s.Heading != "Not known" && len(l.Notes) == 0 {
				t.Errorf("%q rests on nothing", l.Text)
			}
		}
	}
}

func TestLineWithinAnotherOfItsSentenceIsLeftOut(t *testing.T) {
	lines := []Line{
		{Text: "The bloc gave the men who seized power in Lomé a week.", Notes: []int{1}},
		{Text: "The men seized power, according to the bloc.", Notes: []int{1}},
		{Text: "The men seized power.", Notes: []int{2}},
		{Text: "The bloc closed its office.", Notes: []int{1}},
		{Text: "The court met in the capital and fined those who broke …, according to a clerk.", Notes: []int{3}},
		{Text: "Those broke the curfew.", Notes: []int{3}},
	}
	if got := fullest(lines); len(got) != 4 || got[1].Notes[0] != 2 || got[3].Notes[0] != 3 {
		t.Errorf("%+v", got)
	}
}

func TestSameWordsAreToldOnce(t *testing.T) {
	lines := []Line{
		{Text: "Aida Serik: “We shall not open them before summer”.", Notes: []int{1}},
		{Text: "Aida Serik: “We shall not open them before summer”.", Notes: []int{1}},
		{Text: "Aida Serik: “We shall not open them before summer”.", Notes: []int{2}},
	}
	if got := fullest(lines); len(got) != 2 || got[1].Notes[0] != 2 {
		t.Errorf("%+v", got)
	}
	c := composer{brief: &Brief{Sections: []Section{{"Developments", lines}}}}
	for content, want := range map[string]bool{
		`"We shall not open them before summer,"`:                                                true,
		`"We shall not open them before summer. Not so soon."`:                                   true,
		`"We shall not open them." … "Before summer comes, let us think of those on the roads."`: false,
		``: false,
	} {
		if got := c.toldHalf(content); got != want {
			t.Errorf("%s: %v", content, got)
		}
	}
}

func TestActToldInTwoSentencesIsOneLine(t *testing.T) {
	k := known()
	again := k.Events[0]
	again.ID, again.Title = "e_9", "The Government of Kazakhstan has just shut them"
	for i, row := range []struct {
		to   []griot.Actor
		want bool
	}{{[]griot.Actor{{ID: "a_4", Name: "Togo"}}, true}, {nil, false}} {
		first, second := k.Events[0], again
		first.Recipients, second.Recipients = row.to, row.to
		if got := (&composer{known: k}).sameAct(&first, &second); got != row.want {
			t.Errorf("%d: %v", i, got)
		}
	}
}

func TestWhatIsOnlyAskedDidNotHappen(t *testing.T) {
	for title, want := range map[string]bool{
		"Togo closed its borders": true, "Did Togo close its borders?": false, "“Who closed the borders?”": false,
		"We walked on and they shot at us": false, "Weston mayor resigned": true,
	} {
		if got := stands(title); got != want {
			t.Errorf("%s: %v", title, got)
		}
	}
}

func TestWhatGoesOnIsToldSinceWhen(t *testing.T) {
	when := griot.Interval{From: griot.NewDay(2017, 1, 1), To: griot.NewDay(2023, 8, 5), Words: "2017"}
	for title, want := range map[string]string{
		"Togo has sent rice to Benin since 2017":   "since 2017",
		"Togo sent rice to Benin, founded in 2017": "between 1 January 2017 and 5 August 2023",
	} {
		if got := daysOf(&griot.Event{Title: title, When: when}); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

func TestSpanOfUncertainDaysDidNotLast(t *testing.T) {
	for want, span := range map[string][2]griot.Day{
		"between 1 January and 5 August 2023":      {griot.NewDay(2023, 1, 1), griot.NewDay(2023, 8, 5)},
		"between 1 January 2017 and 5 August 2023": {griot.NewDay(2017, 1, 1), griot.NewDay(2023, 8, 5)},
		"28 July – 3 August 2023":                  {griot.NewDay(2023, 7, 28), griot.NewDay(2023, 8, 3)},
		"2017":                                     {griot.NewDay(2017, 1, 1), griot.NewDay(2017, 12, 31)},
	} {
		if got := daysInWords(griot.Interval{From: span[0], To: span[1]}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestWordsOfAnotherAreNotQuotedAgain(t *testing.T) {
	said := func(id, content string) griot.Statement {
		return griot.Statement{Kind: griot.Direct, Speaker: griot.Actor{ID: id, Name: "Speaker " + id}, Content: content}
	}
	all := []griot.Statement{said("a", `"We stay here in Lomé with all our people." … "Come what may."`), said("b", `"We stay here in Lomé with all our people."`), said("c", `"They left Lomé by night and took the road to the coast."`)}
	if got := quotable(all); len(got) != 2 || got[0].Speaker.ID != "a" || got[1].Speaker.ID != "c" {
		t.Errorf("%+v", got)
	}
}

func TestWordsHalfOfTheReportAreNotQuoted(t *testing.T) {
	for content, want := range map[string]bool{"that “nobody” had been hurt in the village": true, "“We stay,” … “whatever comes.”": true, "the bill before the house as “a stunt”": false} {
		if got := readsOn(&griot.Statement{Kind: griot.Mixed, Content: content}); got != want {
			t.Errorf("%s: %v", content, got)
		}
	}
}

func TestStatesOfLongAgoAreLeftToTheTable(t *testing.T) {
	c := composer{known: &griot.Known{Derived: griot.Derived{AsOf: second, Totals: &griot.Totals{}}}}
	held := func(subject, property string, from, to griot.Day) *griot.Holding {
		return &griot.Holding{Subject: subject, Property: property, Value: "detained", Since: griot.Interval{From: from, To: to}}
	}
	old, month := griot.NewDay(2009, 1, 1), griot.NewDay(2023, 4, 1)
	for _, row := range []struct {
		h    *griot.Holding
		want bool
	}{
		{held("Aida Serik", "liberty", old, old), true},
		{held("Kazakhstan", "borders", old, old), false},
		{held("leaders", "liberty", first, first), true},
		{held("Aida Serik", "liberty", month, month+29), false},
	} {
		if got := c.stale(row.h); got != row.want {
			t.Errorf("%s %s since %s: %v", row.h.Subject, row.h.Property, row.h.Since.To, got)
		}
	}
	if got := sinceWhen(held("Aida Serik", "liberty", month, month+29)); got != " since April 2023" {
		t.Errorf("%q", got)
	}
}

func TestOfficeIsToldOnce(t *testing.T) {
	office := func(value string) *griot.Holding {
		return &griot.Holding{Subject: "Aida Serik", Property: "office", Value: value}
	}
	short, full, other := office("ambassador"), office("ambassador of Kazakhstan"), office("ambassador of Kazakhstan to Norway")
	all := []*griot.Holding{short, full, office("minister of Kazakhstan")}
	for _, row := range []struct {
		h    *griot.Holding
		want bool
	}{{short, true}, {full, false}, {all[2], false}, {other, false}} {
		if got := fullerOffice(row.h, all); got != row.want {
			t.Errorf("%s beside others: %v", row.h.Value, got)
		}
	}
}

// TestLineShowsItsOwnWords has an event told in the words of a claim that is not
// the first.
func TestLineShowsItsOwnWords(t *testing.T) {
	k := known()
	k.Events[1].Claims, k.Events[1].Told = []string{"c_2", "c_3"}, "c_3"
	b, err := Compose(k, Options{Query: griot.Query{Places: []string{"Kordai"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.Sections {
		if s.Heading == "Developments" {
			if got := b.Notes[s.Lines[0].Notes[0]-1].ID; got != "c_3" {
				t.Errorf("the line rests on %s", got)
			}
		}
	}
}

func TestLinesEndOnceAndNameWhoSaysSoOnce(t *testing.T) {
	for text, want := range map[string]string{"He spoke": "He spoke.", "He said “no.”": "He said “no.”", "He asked “why?”": "He asked “why?”"} {
		if got := stopped(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	v := griot.Voice{Name: "Aida Serik", Cue: "added"}
	kim := griot.Voice{Name: "Kim Soo-ah", Cue: "said"}
	if !sayingSo("Aida Serik: “We came”", v) || !sayingSo("Serik said in Almaty that rain fell", v) || sayingSo("Serik left Almaty", v) || !sayingSo("“It rained,” Kim said of it", kim) {
		t.Error("who is said to say so")
	}
}

func TestNothingReadIsNoNull(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, griot.NewKnown(nil, griot.Derived{}), Options{Format: "json"}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), `"sections": null`) {
		t.Error(b.String())
	}
}
