package griot

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"math"
	"slices"
	"strings"
)

// Order is the day as a sorting key: unknown days come last.
func (d Day) Order() int32 {
	if d <= 0 {
		return math.MaxInt32
	}
	return int32(d)
}

// Sum is the digest of a set: the sum of the digests of its members, so that it
// does not depend on the order in which they came.
type Sum [32]byte

// Add takes one more member into the sum.
func (s *Sum) Add(d [32]byte) {
	carry := 0
	for i := len(s) - 1; i >= 0; i-- {
		carry += int(s[i]) + int(d[i])
		s[i] = byte(carry)
		carry >>= 8
	}
}

// Normalize puts the reading into the one form in which it is stored: rows in
// the order of the text, each repeating what a listing shows of its report, and
// lists empty rather than missing.
func (r *Reading) Normalize() {
	r.Claims, r.Statements = slices.Clone(r.Claims), slices.Clone(r.Statements)
	r.Figures, r.Roles = slices.Clone(r.Figures), slices.Clone(r.Roles)
	slices.SortFunc(r.Claims, func(a, b Claim) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(r.Statements, func(a, b Statement) int { return cmp.Or(cmp.Compare(a.start(), b.start()), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(r.Figures, func(a, b Figure) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID)) })
	for i := range r.Claims {
		c := &r.Claims[i]
		c.Contexts, c.Rules, c.Voices = orEmpty(c.Contexts), orEmpty(c.Rules), orEmpty(c.Voices)
		c.Actors, c.Recipients, c.Figures = orEmpty(c.Actors), orEmpty(c.Recipients), orEmpty(c.Figures)
	}
	r.setSources()
}

func (s *Statement) start() int {
	if len(s.Spans) == 0 {
		return 0
	}
	return s.Spans[0][0]
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func (r *Reading) setSources() {
	src := r.Report.Source()
	for i := range r.Claims {
		r.Claims[i].Source = src
	}
	for i := range r.Statements {
		r.Statements[i].Source = src
	}
	for i := range r.Figures {
		r.Figures[i].Source = src
	}
	for i := range r.Roles {
		r.Roles[i].Source = src
	}
}

// Source is what a listing shows of the report beside a row read from it.
func (r *Report) Source() Source {
	return Source{Report: r.ID, Ref: r.Ref, Outlet: r.Outlet, Published: r.Published}
}

// Retracted is the set of IDs that corrections withdraw.
func Retracted(corrections []Correction) map[string]bool {
	ids := map[string]bool{}
	for _, c := range corrections {
		if c.Kind == "retract" {
			for _, id := range c.Args {
				ids[id] = true
			}
		}
	}
	return ids
}

// Without is the reading less the claims, statements and figures of the set. It
// shares memory with r when nothing has to go.
func (r Reading) Without(ids map[string]bool) Reading {
	if len(ids) == 0 {
		return r
	}
	r.Claims = without(r.Claims, ids, func(c *Claim) string { return c.ID })
	r.Statements = without(r.Statements, ids, func(s *Statement) string { return s.ID })
	r.Figures = without(r.Figures, ids, func(f *Figure) string { return f.ID })
	return r
}

func without[T any](rows []T, ids map[string]bool, id func(*T) string) []T {
	kept := make([]T, 0, len(rows))
	for i := range rows {
		if !ids[id(&rows[i])] {
			kept = append(kept, rows[i])
		}
	}
	return kept
}

// Digest is a hash of the correction.
func (c Correction) Digest() [32]byte {
	b, err := json.Marshal(c)
	if err != nil {
		panic("griot: a correction always has a JSON form: " + err.Error())
	}
	return sha256.Sum256(b)
}

// snippetBytes is about how much text a Hit shows.
const snippetBytes = 160

// NewHit is the hit of a report for lower-case words, shown around the first of
// them that stands in the text.
func NewHit(r Report, words []string) Hit {
	low := strings.ToLower(r.Text)
	at := 0
	if len(low) == len(r.Text) { // else some letter changes its length and offsets differ
		for _, w := range words {
			if i := strings.Index(low, w); i >= 0 {
				at = i
				break
			}
		}
	}
	start := max(0, at-snippetBytes/3)
	end := min(len(r.Text), start+snippetBytes)
	for start > 0 && !boundary(r.Text, start) {
		start--
	}
	for end < len(r.Text) && !boundary(r.Text, end) {
		end++
	}
	h := Hit{Report: r, Start: start, Snippet: strings.Join(strings.Fields(r.Text[start:end]), " ")}
	h.Report.Text, h.Report.Blocks = "", nil
	return h
}

// boundary tells whether byte i begins a word.
func boundary(s string, i int) bool { return s[i-1] == ' ' || s[i-1] == '\n' }
