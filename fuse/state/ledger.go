package state

import (
	"cmp"
	"slices"

	"griot"
)

// ledger holds what holds while claims are replayed.
type ledger struct {
	holdings []griot.Holding
	open     map[[2]string][]int // by subject and property: indexes of holdings that still hold
}

func (l *ledger) apply(c change) {
	if c.subject == "" {
		if c.subject = l.latest(c.property); c.subject == "" {
			return
		}
	}
	key := [2]string{c.subject, c.property}
	if c.rule.ends {
		l.end(key, c)
		return
	}
	for _, i := range l.open[key] {
		if l.holdings[i].Value == c.value {
			l.support(i, c)
			return
		}
	}
	l.open[key] = append(l.open[key], len(l.holdings))
	l.holdings = append(l.holdings, griot.Holding{
		ID:      griot.NewID(griot.HoldingID, c.subject, c.property, c.value, c.claim.ID),
		Subject: c.subject, Property: c.property, Value: c.value, Since: since(c), Claims: []string{c.claim.ID}, Rule: c.rule.id,
	})
}

// latest is the subject of which the property was last told: "the truce came
// into force" means the truce that was agreed.
func (l *ledger) latest(property string) string {
	for _, h := range slices.Backward(l.holdings) {
		if h.Property == property {
			return h.Subject
		}
	}
	return ""
}

// since is the interval in which a change came about.
func since(c change) griot.Interval {
	if c.claim.When.Known() {
		return c.claim.When
	}
	return griot.Interval{To: c.claim.Published, Basis: griot.BasisPublished, Reason: "no day is given; it was reported then"}
}

func (l *ledger) support(i int, c change) {
	h := &l.holdings[i]
	if !slices.Contains(h.Claims, c.claim.ID) {
		h.Claims = append(h.Claims, c.claim.ID)
	}
	if w := c.claim.When; w.Known() && (!h.Since.Known() || narrower(w, h.Since)) {
		h.Since = w
	}
}

// narrower tells whether v says the same as w more exactly.
func narrower(v, w griot.Interval) bool {
	if !v.From.Known() || !v.To.Known() || !v.Overlaps(w) {
		return false
	}
	return !w.From.Known() || !w.To.Known() || v.To-v.From < w.To-w.From
}

// end closes what the change ends; value * means every value.
func (l *ledger) end(key [2]string, c change) {
	var left []int
	for _, i := range l.open[key] {
		h := &l.holdings[i]
		if c.value != "*" && h.Value != c.value || cmp.Or(h.Since.From, h.Since.To) > c.day {
			left = append(left, i)
			continue
		}
		until := since(c)
		h.Until = &until
		if !slices.Contains(h.Claims, c.claim.ID) {
			h.Claims = append(h.Claims, c.claim.ID)
		}
	}
	l.open[key] = left
}

// contest marks the holdings whose beginning or end somebody denies.
func (l *ledger) contest(c change) {
	for i := range l.holdings {
		h := &l.holdings[i]
		if h.Subject == c.subject && h.Property == c.property && (c.value == "*" || h.Value == c.value) {
			h.Contested = true
			if !slices.Contains(h.Claims, c.claim.ID) {
				h.Claims = append(h.Claims, c.claim.ID)
			}
		}
	}
}

// finished is every holding in the order of subject, property, value and day.
func (l *ledger) finished() []griot.Holding {
	for i := range l.holdings {
		slices.Sort(l.holdings[i].Claims)
	}
	slices.SortFunc(l.holdings, func(a, b griot.Holding) int {
		return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Property, b.Property), cmp.Compare(a.Value, b.Value),
			cmp.Compare(cmp.Or(a.Since.From, a.Since.To), cmp.Or(b.Since.From, b.Since.To)), cmp.Compare(a.ID, b.ID))
	})
	if l.holdings == nil {
		return []griot.Holding{}
	}
	return l.holdings
}
