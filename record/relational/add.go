package relational

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"griot"
)

// Add stores a reading in one transaction; see griot.Record.
func (s *Store) Add(ctx context.Context, r griot.Reading) (bool, error) {
	added, err := s.AddAll(ctx, []griot.Reading{r})
	return err == nil && added[0], err
}

// AddAll stores readings in one transaction; see griot.Record.
func (s *Store) AddAll(ctx context.Context, readings []griot.Reading) ([]bool, error) {
	readings = slices.Clone(readings)
	for i := range readings {
		if err := readings[i].Check(); err != nil {
			return nil, err
		}
		readings[i].Normalize()
	}
	added, err := s.addAll(ctx, readings)
	return added, s.told(err)
}

// addAll is AddAll for readings that have been checked.
func (s *Store) addAll(ctx context.Context, readings []griot.Reading) ([]bool, error) {
	c, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer c.end()
	added, err := c.addReports(ctx, readings)
	if err != nil || !slices.Contains(added, true) {
		return added, err
	}
	var rows batch
	var digests [][32]byte
	for i := range readings {
		if added[i] {
			rows.take(&readings[i])
			digests = append(digests, readings[i].Digest())
		}
	}
	if err := c.addRows(ctx, &rows); err != nil {
		return nil, err
	}
	if err := c.addToSum(ctx, digests...); err != nil {
		return nil, err
	}
	return added, c.Commit()
}

// addReports stores reports and tells which were not there. They go in by ID, so
// that two writers with some of the same never wait for one another in a ring.
func (c *change) addReports(ctx context.Context, readings []griot.Reading) ([]bool, error) {
	order := make([]int, len(readings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(readings[a].Report.ID, readings[b].Report.ID) })
	added := make([]bool, len(readings))
	for some := range slices.Chunk(order, reportsAtOnce) {
		args, at := []any{}, map[string]int{}
		for _, i := range some {
			r := &readings[i]
			head := r.Report
			head.Text = ""
			meta, err := json.Marshal(head)
			if err != nil {
				return nil, err
			}
			rest, err := json.Marshal(griot.Reading{Roles: r.Roles, Actors: r.Actors})
			if err != nil {
				return nil, err
			}
			args = append(args, head.ID, head.Published.Order(), head.Outlet, head.Title, meta, rest, digestOf(meta, rest), r.Report.Text)
			if _, twice := at[head.ID]; !twice {
				at[head.ID] = i
			}
		}
		if err := c.insertReports(ctx, args, func(id string) { added[at[id]] = true }); err != nil {
			return nil, err
		}
	}
	return added, nil
}

// reportsAtOnce bounds the parameters of a statement; databases allow 32766.
const reportsAtOnce = 500

func (c *change) insertReports(ctx context.Context, args []any, added func(id string)) error {
	const columns = 8
	row := "(" + marks(columns) + ")"
	query := `INSERT INTO reports (id, known, outlet, title, meta, rest, digest, text) VALUES ` + row + strings.Repeat(","+row, len(args)/columns-1) + ` ON CONFLICT (id) DO NOTHING RETURNING id`
	found, err := c.QueryContext(ctx, c.s.q(query), args...)
	if err != nil {
		return err
	}
	defer found.Close()
	for found.Next() {
		var id string
		if err := found.Scan(&id); err != nil {
			return err
		}
		added(id)
	}
	return found.Err()
}

// The tables into which readings go.
var (
	claimTable     = into(`claims (id, report, known, start, type, status, day_from, day_to, digest, body)`)
	statementTable = into(`statements (id, report, known, start, day_from, day_to, weight, digest, body)`)
	figureTable    = into(`figures (id, report, known, start, day_from, day_to, digest, body)`)
	nameTable      = into(`names (of, name, known, report, start, id, day_from, day_to)`)
)

// What names a row is looked for by: whose they are.
const (
	claimActor     = "claim actor"
	claimPlace     = "claim place"
	statementActor = "statement actor"
	figurePlace    = "figure place"
)

// batch is what readings add to the tables.
type batch struct{ claims, statements, figures, names [][]any }

// take takes the rows of a reading, whose sources are set. A row that it has
// twice is taken once.
func (to *batch) take(r *griot.Reading) {
	seen := map[string]bool{}
	first := func(id string) bool {
		again := seen[id]
		seen[id] = true
		return !again
	}
	for i := range r.Claims {
		if c := &r.Claims[i]; first(c.ID) {
			body, digest := stored(c)
			to.claims = append(to.claims, []any{c.ID, c.Report, c.Published.Order(), c.Start, string(c.Type), string(c.Status), from(c.When), until(c.When), digest, body})
			to.name(claimActor, c.Names(), c.Source, c.Start, c.ID, c.When)
			to.name(claimPlace, c.Where.Names(), c.Source, c.Start, c.ID, c.When)
		}
	}
	for i := range r.Statements {
		if t := &r.Statements[i]; first(t.ID) {
			body, digest := stored(t)
			to.statements = append(to.statements, []any{t.ID, t.Report, t.Published.Order(), startOf(t), from(t.When), until(t.When), t.Weight(), digest, body})
			to.name(statementActor, t.Names(), t.Source, startOf(t), t.ID, t.When)
		}
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; first(f.ID) {
			body, digest := stored(f)
			to.figures = append(to.figures, []any{f.ID, f.Report, f.Published.Order(), f.Start, from(f.When), until(f.When), digest, body})
			to.name(figurePlace, f.Where.Names(), f.Source, f.Start, f.ID, f.When)
		}
	}
}

func (to *batch) name(of string, all []string, src griot.Source, start int, id string, when griot.Interval) {
	for _, n := range all {
		to.names = append(to.names, []any{of, n, src.Published.Order(), src.Report, start, id, from(when), until(when)})
	}
}

// addRows stores rows, the names in the order in which the table has them.
func (c *change) addRows(ctx context.Context, r *batch) error {
	slices.SortFunc(r.names, func(a, b []any) int {
		return cmp.Or(cmp.Compare(a[0].(string), b[0].(string)), cmp.Compare(a[1].(string), b[1].(string)), cmp.Compare(a[2].(int32), b[2].(int32)))
	})
	return errors.Join(
		c.insert(ctx, claimTable, r.claims),
		c.insert(ctx, statementTable, r.statements),
		c.insert(ctx, figureTable, r.figures),
		c.insert(ctx, nameTable, r.names))
}

func startOf(s *griot.Statement) int {
	if len(s.Spans) == 0 {
		return 0
	}
	return s.Spans[0][0]
}

// An interval's open end reaches to the end of time, an unknown one nowhere.
func from(i griot.Interval) any {
	if !i.Known() {
		return nil
	}
	return int32(i.From)
}

func until(i griot.Interval) any {
	if !i.Known() {
		return nil
	}
	return i.To.Order()
}
