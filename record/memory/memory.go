// Package memory keeps a record in memory. It is the plainest of the stores:
// where the others differ from it, they are wrong.
package memory

import (
	"cmp"
	"context"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"griot"
)

// Record is a griot.Record that ends with the program.
type Record struct {
	mu          sync.RWMutex
	readings    map[string]griot.Reading
	corrections map[string]griot.Correction
	derived     map[string]griot.Derived
	sum         griot.Sum
	leading     chan struct{} // holds one while somebody leads
}

// New returns an empty record.
func New() *Record {
	return &Record{
		readings:    map[string]griot.Reading{},
		corrections: map[string]griot.Correction{},
		derived:     map[string]griot.Derived{},
		leading:     make(chan struct{}, 1),
	}
}

// Add stores a reading; see griot.Record.
func (m *Record) Add(ctx context.Context, r griot.Reading) (bool, error) {
	added, err := m.AddAll(ctx, []griot.Reading{r})
	return err == nil && added[0], err
}

// AddAll stores readings; see griot.Record.
func (m *Record) AddAll(_ context.Context, all []griot.Reading) ([]bool, error) {
	for i := range all {
		if err := all[i].Check(); err != nil {
			return nil, err
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	added := make([]bool, len(all))
	for i, r := range all {
		if _, ok := m.readings[r.Report.ID]; ok {
			continue
		}
		r.Normalize()
		m.readings[r.Report.ID] = r
		m.sum.Add(r.Digest())
		added[i] = true
	}
	return added, nil
}

// Has tells whether a report is there.
func (m *Record) Has(_ context.Context, reportID string) (bool, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	_, ok := m.readings[reportID]
	return ok, nil
}

// Readings yields all readings known at asOf; see griot.Record.
func (m *Record) Readings(_ context.Context, asOf griot.Day) iter.Seq2[griot.Reading, error] {
	return func(yield func(griot.Reading, error) bool) {
		for _, r := range m.known(asOf) {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// known is a snapshot in order of publication, without what was retracted.
func (m *Record) known(asOf griot.Day) []griot.Reading {
	m.mu.RLock()
	defer m.mu.RUnlock()
	retracted := griot.Retracted(m.sortedCorrections(asOf))
	var out []griot.Reading
	for _, r := range m.readings {
		if asOf == 0 || r.Report.Published.Known() && r.Report.Published <= asOf {
			out = append(out, r.Without(retracted))
		}
	}
	slices.SortFunc(out, func(a, b griot.Reading) int {
		return cmp.Or(cmp.Compare(a.Report.Published.Order(), b.Report.Published.Order()), cmp.Compare(a.Report.ID, b.Report.ID))
	})
	return out
}

// Report returns one report.
func (m *Record) Report(_ context.Context, id string) (griot.Report, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	r, ok := m.readings[id]
	if !ok {
		return griot.Report{}, fmt.Errorf("report %s: %w", id, griot.ErrNotFound)
	}
	return r.Report, nil
}

// Claims yields the claims that q lets through.
func (m *Record) Claims(_ context.Context, q griot.Query) iter.Seq2[griot.Claim, error] {
	q.ByWeight = false
	return rows(m, q, func(r *griot.Reading) []griot.Claim { return r.Claims }, q.Claim, nil)
}

// Statements yields the statements that q lets through.
func (m *Record) Statements(_ context.Context, q griot.Query) iter.Seq2[griot.Statement, error] {
	return rows(m, q, func(r *griot.Reading) []griot.Statement { return r.Statements }, q.Statement, (*griot.Statement).Weight)
}

// Figures yields the figures that q lets through.
func (m *Record) Figures(_ context.Context, q griot.Query) iter.Seq2[griot.Figure, error] {
	q.ByWeight = false
	return rows(m, q, func(r *griot.Reading) []griot.Figure { return r.Figures }, q.Figure, nil)
}

func rows[T any](m *Record, q griot.Query, of func(*griot.Reading) []T, passes func(*T) bool, weight func(*T) int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var found []T
		for _, r := range m.known(q.AsOf) {
			all := of(&r)
			for i := range all {
				if passes(&all[i]) {
					found = append(found, all[i])
				}
			}
		}
		if q.ByWeight {
			griot.Weightiest(found, weight)
		}
		for _, row := range griot.Page(found, &q) {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Search yields the reports whose text or title holds all the words.
func (m *Record) Search(_ context.Context, words string, q griot.Query) iter.Seq2[griot.Hit, error] {
	return func(yield func(griot.Hit, error) bool) {
		terms := strings.Fields(strings.ToLower(words))
		if len(terms) == 0 {
			return
		}
		left := q.Limit
		for _, r := range m.known(q.AsOf) {
			low := strings.ToLower(r.Report.Title + "\n" + r.Report.Text)
			if slices.ContainsFunc(terms, func(t string) bool { return !strings.Contains(low, t) }) {
				continue
			}
			if !yield(griot.NewHit(r.Report, terms), nil) {
				return
			}
			if left--; left == 0 {
				return
			}
		}
	}
}

// Correct appends a correction.
func (m *Record) Correct(_ context.Context, c griot.Correction) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.corrections[c.ID]; !ok {
		m.corrections[c.ID] = c
		m.sum.Add(c.Digest())
	}
	return nil
}

// Corrections lists the corrections made by asOf.
func (m *Record) Corrections(_ context.Context, asOf griot.Day) ([]griot.Correction, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.sortedCorrections(asOf), nil
}

func (m *Record) sortedCorrections(asOf griot.Day) []griot.Correction {
	var out []griot.Correction
	for _, c := range m.corrections {
		if asOf == 0 || c.Day <= asOf {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b griot.Correction) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Version is the digest of the content.
func (m *Record) Version(context.Context) (string, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return hex.EncodeToString(m.sum[:]), nil
}

// Lead waits until nobody else leads on this record.
func (m *Record) Lead(ctx context.Context) (func(), error) {
	select {
	case m.leading <- struct{}{}:
		return func() { <-m.leading }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// SaveDerived keeps what was derived, in place of what was kept for another version.
func (m *Record) SaveDerived(_ context.Context, version string, d griot.Derived) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for key := range m.derived {
		if !strings.HasPrefix(key, version) {
			delete(m.derived, key)
		}
	}
	m.derived[version+d.AsOf.String()] = d
	return nil
}

// Derived returns rows of what was kept.
func (m *Record) Derived(_ context.Context, version string, q griot.Query, kinds ...griot.Kind) (griot.Derived, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	d, ok := m.derived[version+q.AsOf.String()]
	if !ok {
		return griot.Derived{}, fmt.Errorf("what follows on %q: %w", q.AsOf, griot.ErrNotFound)
	}
	return d.Select(q, kinds...), nil
}

// Close does nothing.
func (m *Record) Close() error { return nil }
