package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"griot"
	"griot/claim/when"
	"griot/text"
	"griot/text/segment"
)

// timeDoc is a line of time/*.jsonl; offsets count code points.
type timeDoc struct {
	ID      string     `json:"id"`
	DCT     string     `json:"dct"` // begins with YYYY-MM-DD
	Text    string     `json:"text"`
	Timexes []timeGold `json:"timexes"`
}

type timeGold struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// Time scores expressions of time as TempEval-3 does (UzZaman et al. 2013):
// strict spans, overlapping spans, and type and value of the expressions that
// overlap best. value_f1_lenient also accepts a value that is less exact than
// the other where one begins with the other or an X stands in either.
// weekdays_right is the share of expressions like "Tuesday night" whose day is
// right, weekdays_ahead_right the share of those that lie after the document.
func Time(gold string, _ Options) (Result, error) {
	docs, err := readTime(gold)
	if err != nil {
		return Result{}, err
	}
	var s timeScore
	for i := range docs {
		found, err := readTimes(&docs[i])
		if err != nil {
			return Result{}, err
		}
		s.add(&docs[i], found)
	}
	return Result{Docs: len(docs), Figures: s.figures()}, nil
}

func readTime(path string) ([]timeDoc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []timeDoc
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for n := 1; lines.Scan(); n++ {
		var d timeDoc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil || d.Text == "" {
			return nil, fmt.Errorf("line %d %w", n, ErrFormat)
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

// readTimes finds the expressions of a document, with offsets in code points.
func readTimes(d *timeDoc) ([]timeGold, error) {
	doc := &text.Doc{Report: griot.Report{Text: d.Text, Published: creationDay(d.DCT)}}
	if err := segment.Run(doc); err != nil {
		return nil, err
	}
	var found []timeGold
	bytes, points := 0, 0
	for _, x := range when.Find(doc).All {
		points += utf8.RuneCountInString(d.Text[bytes:x.Start])
		bytes = x.Start
		length := utf8.RuneCountInString(d.Text[x.Start:x.End])
		found = append(found, timeGold{points, points + length, "", x.Type, x.Value})
	}
	return found, nil
}

// creationDay reads a document creation time; one without a day stays unknown.
func creationDay(dct string) griot.Day {
	if len(dct) >= 10 {
		if d, err := griot.ParseDay(dct[:10]); err == nil {
			return d
		}
	}
	if y, err := strconv.Atoi(dct[:min(4, len(dct))]); err == nil {
		return griot.NewDay(y, 1, 1)
	}
	return 0
}

// timeScore counts over documents.
type timeScore struct {
	gold, found, strict       int
	goldMet, foundMet         int // overlapped by one of the other side
	types, values, nearValues int
	weekdays, ahead           hits
}

// hits counts what was asked and what was right.
type hits struct{ asked, right int }

func (h *hits) add(right bool) {
	h.asked++
	if right {
		h.right++
	}
}

func (s *timeScore) add(d *timeDoc, found []timeGold) {
	gold := d.Timexes
	sort.SliceStable(gold, func(i, j int) bool { return gold[i].Start < gold[j].Start })
	s.gold += len(gold)
	s.found += len(found)
	for _, g := range gold {
		best, overlap := -1, 0
		for j, f := range found {
			if f.Start == g.Start && f.End == g.End {
				s.strict++
			}
			if n := min(f.End, g.End) - max(f.Start, g.Start); n > overlap {
				best, overlap = j, n
			}
		}
		if weekday(g) {
			right := best >= 0 && len(found[best].Value) >= 10 && found[best].Value[:10] == g.Value[:10]
			s.weekdays.add(right)
			if g.Value[:10] > d.DCT[:min(10, len(d.DCT))] {
				s.ahead.add(right)
			}
		}
		if best < 0 {
			continue
		}
		s.goldMet++
		s.match(g, found[best])
	}
	for _, f := range found {
		for _, g := range gold {
			if f.Start < g.End && g.Start < f.End {
				s.foundMet++
				break
			}
		}
	}
}

// weekday tells whether an expression names a day by its weekday alone and the
// gold knows which day.
func weekday(g timeGold) bool {
	if len(g.Value) < 10 || strings.ContainsAny(g.Value[:10], "XWQ") || strings.ContainsAny(g.Text, "0123456789") {
		return false
	}
	for _, day := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if strings.Contains(strings.ToLower(g.Text), day) {
			return true
		}
	}
	return false
}

func (s *timeScore) match(g, f timeGold) {
	if g.Type == f.Type {
		s.types++
	}
	if g.Value == f.Value {
		s.values++
	}
	if lenient(g.Value, f.Value) {
		s.nearValues++
	}
}

// lenient tells whether two values may mean the same: each character is the
// same or an X in one of them, as far as the shorter goes.
func lenient(a, b string) bool {
	n := min(len(a), len(b))
	if n < 2 || a[0] == 'P' && len(a) != len(b) {
		return a == b
	}
	for i := 0; i < n; i++ {
		if a[i] != b[i] && a[i] != 'X' && b[i] != 'X' {
			return false
		}
	}
	return true
}

// figures are F1 values; type and value are the relaxed F1 times the share of
// matched gold expressions that have the right one.
func (s *timeScore) figures() map[string]float64 {
	precision, recall := Ratio(s.foundMet, s.found), Ratio(s.goldMet, s.gold)
	relaxed := 0.0
	if precision+recall > 0 {
		relaxed = 2 * precision * recall / (precision + recall)
	}
	share := func(n int) float64 { return relaxed * Ratio(n, s.goldMet) }
	figures := map[string]float64{
		"strict_f1": F1(s.strict, s.found, s.gold), "relaxed_f1": relaxed,
		"type_f1": share(s.types), "value_f1": share(s.values), "value_f1_lenient": share(s.nearValues),
	}
	if s.weekdays.asked > 0 {
		figures["weekdays_right"] = Ratio(s.weekdays.right, s.weekdays.asked)
	}
	if s.ahead.asked > 0 {
		figures["weekdays_ahead_right"] = Ratio(s.ahead.right, s.ahead.asked)
	}
	return figures
}
