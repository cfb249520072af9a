package relational

import (
	"slices"
	"strconv"
	"strings"

	"griot"
)

// listing is a query of one table, called t, in the making. Its conditions are
// those of griot.Query to the letter, so that the database can page.
type listing struct {
	table string
	from  string
	order string
	key   []string // columns of the order, by which a table of names is joined
	conds []string
	args  []any
	since griot.Day // when not 0: rows in order of publication that last until this day or longer
}

func newListing(table, order string) *listing {
	key := strings.Split(order, ", ")
	return &listing{table: table, from: table + " t", order: "t." + strings.Join(key, ", t."), key: key}
}

func (l *listing) cond(sql string, args ...any) {
	l.conds = append(l.conds, sql)
	l.args = append(l.args, args...)
}

func (l *listing) in(column string, values []any) {
	if len(values) > 0 {
		l.cond(column+" IN ("+marks(len(values))+")", values...)
	}
}

// names asks for rows that a table of names has under one of the names, where
// its columns are as scope says. A single name leads: the table has its rows in
// the listing's order, so that a page is found without sorting.
func (l *listing) names(table string, names []string, scope ...string) {
	if len(names) == 0 {
		return
	}
	var folded []any
	for _, n := range names {
		folded = append(folded, griot.Fold(n))
	}
	last := l.key[len(l.key)-1]
	if len(names) == 1 && !l.led() {
		l.from = table + " k CROSS JOIN " + l.table + " t"
		l.order = "k." + strings.Join(l.key, ", k.")
		l.cond("k."+strings.Join(scope, " AND k.")+" AND k.name = ?", folded...)
		l.cond("t." + last + " = k." + last)
		return
	}
	l.cond("t."+last+" IN (SELECT "+last+" FROM "+table+" WHERE "+strings.Join(scope, " AND ")+" AND name IN ("+marks(len(folded))+"))", folded...)
}

// flag asks for rows that have a flag set or not. Where names lead, its index
// must not (a plus sign keeps an index from being used).
func (l *listing) flag(column string, set bool) {
	if l.led() {
		column = "+" + column
	}
	l.cond(column + " = " + strconv.Itoa(bit(set)))
}

// led tells whether a table of names leads.
func (l *listing) led() bool { return l.from != l.table+" t" }

// maxWindow is how many days are so few that their rows are found by day and then
// sorted; more are found by walking the listing in its order.
const maxWindow = 100

// window tells whether rows are found by their days: few of them, and no name leads.
func (l *listing) window(q *griot.Query) bool {
	return q.From != 0 && q.To != 0 && q.To-q.From <= maxWindow && !l.led()
}

// days asks for rows whose days overlap the query's. In a window those that last
// a month at most end within a month of it; the longer ones, which are few, have
// an index to themselves.
func (l *listing) days(q *griot.Query) {
	from, to := int32(q.From), int32(q.To)
	if l.window(q) {
		l.cond(`(t.day_to BETWEEN ? AND ? AND t.day_from <= ? OR t.day_to - t.day_from > 31 AND t.day_to >= ? AND t.day_from <= ?)`, from, to+31, to, from, to)
		l.order = "+" + l.order
		return
	}
	of := "t"
	if l.led() && l.table != "derived" {
		of = "k" // the names have the days of what they name
	}
	if q.From != 0 {
		l.cond("+"+of+".day_to >= ?", from)
		l.since = q.From
	}
	if q.To != 0 {
		l.cond("+"+of+".day_from <= ?", to)
	}
}

// sql is the query for one page.
func (l *listing) sql(q *griot.Query) (string, []any) {
	if l.since != 0 && q.Limit > 0 && l.order == "t.known, t.report, t.start, t.id" {
		return l.sinceSQL(q)
	}
	query := `SELECT t.body, t.digest FROM ` + l.from
	if len(l.conds) > 0 {
		query += ` WHERE ` + strings.Join(l.conds, " AND ")
	}
	return query + ` ORDER BY ` + l.order + page(q.Limit, q.Offset), l.args
}

// sinceSQL is the query for one page of the rows that last until a day or
// longer. Nearly all of them were published on that day or later, and are found
// from there on; those that tell of days ahead of their publication are few, come
// before, and have an index to themselves.
func (l *listing) sinceSQL(q *griot.Query) (string, []any) {
	part := func(cond string) string {
		return `SELECT * FROM (SELECT t.body, t.digest, t.known, t.report, t.start, t.id FROM ` + l.from + ` WHERE ` + strings.Join(l.conds, " AND ") + ` AND ` + cond +
			` ORDER BY ` + l.order + page(q.Offset+q.Limit, 0) + `) AS part`
	}
	query := `SELECT body, digest FROM (` + part(`t.day_to > t.known AND t.known < ?`) + ` UNION ALL ` + part(`t.known >= ?`) + `) AS parts ORDER BY known, report, start, id` + page(q.Limit, q.Offset)
	one := append(slices.Clone(l.args), int32(l.since))
	return query, append(one, one...)
}

// page is the end of a query for so many rows after so many; 0 for all.
func page(limit, offset int) string {
	part := ""
	switch {
	case limit > 0:
		part = ` LIMIT ` + strconv.Itoa(limit)
	case offset > 0:
		part = ` LIMIT 9223372036854775807`
	}
	if offset > 0 {
		part += ` OFFSET ` + strconv.Itoa(offset)
	}
	return part
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

func asStrings[T ~string](values []T) []any {
	var out []any
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}
