package state

import (
	"cmp"
	"slices"

	"griot"
)

// ledger holds what holds while changes are replayed.
type ledger struct {
	holdings []griot.Holding
	open     map[[2]string][]int // by subject and property: indexes of holdings that still hold
	ended    map[[2]string]bool  // subjects and properties that were ended
	alone    map[string]string   // nation by the ID of a holding that only one of it can have
	tellers  map[string][]string // what says so, by the ID of the holding
}

func (l *ledger) apply(c change) {
	if c.subject == "" {
		if c.subject = l.latest(c.property); c.subject == "" {
			return
		}
	}
	key := [2]string{c.subject, c.property}
	switch {
	case c.ends:
		l.end(key, c)
	case c.told && l.ended[key]:
		// a title that is kept by courtesy
	case !l.supported(key, c):
		l.begin(key, c)
		if c.alone && !c.told {
			l.displace(c)
		}
	}
}

// displace ends the offices that only one of a nation can hold when somebody
// else is put into one.
func (l *ledger) displace(c change) {
	for i := range l.holdings {
		h := &l.holdings[i]
		if h.Until != nil || h.Subject == c.subject || l.alone[h.ID] != c.nation || c.nation == "" {
			continue
		}
		until := c.when
		h.Until = &until
		cite(h, c)
		key := [2]string{h.Subject, h.Property}
		l.open[key] = slices.DeleteFunc(l.open[key], func(at int) bool { return at == i })
		l.ended[key] = true
	}
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

func (l *ledger) begin(key [2]string, c change) {
	h := griot.Holding{
		ID:      griot.NewID(griot.HoldingID, c.subject, c.property, c.value, c.id),
		Subject: c.subject, Property: c.property, Value: c.value, Since: c.when, Rule: c.rule, Claims: []string{},
	}
	cite(&h, c)
	l.tell(&h, c)
	if c.alone {
		l.alone[h.ID] = c.nation
	}
	l.open[key] = append(l.open[key], len(l.holdings))
	l.holdings = append(l.holdings, h)
}

// supported adds a change to the holding that says the same already, if any.
func (l *ledger) supported(key [2]string, c change) bool {
	for _, i := range l.open[key] {
		h := &l.holdings[i]
		if h.Value != c.value {
			continue
		}
		cite(h, c)
		l.tell(h, c)
		if !c.told && (!h.Since.Known() || narrower(c.when, h.Since)) {
			h.Since = c.when
		}
		return true
	}
	return false
}

// tell notes what says that a holding began.
func (l *ledger) tell(h *griot.Holding, c change) {
	if !slices.Contains(l.tellers[h.ID], c.id) {
		l.tellers[h.ID] = append(l.tellers[h.ID], c.id)
	}
}

func cite(h *griot.Holding, c change) {
	for _, id := range c.claims {
		if !slices.Contains(h.Claims, id) {
			h.Claims = append(h.Claims, id)
		}
	}
}

// narrower tells whether v says the same as w more exactly.
func narrower(v, w griot.Interval) bool {
	if !v.From.Known() || !v.To.Known() || !v.Overlaps(w) {
		return false
	}
	return !w.From.Known() || !w.To.Known() || v.To-v.From < w.To-w.From
}

// end closes what the change ends; value * means every value. What is only
// known to hold by a later day may have begun before.
func (l *ledger) end(key [2]string, c change) {
	if len(l.open[key]) == 0 {
		key = l.only(key)
	}
	var left []int
	for _, i := range l.open[key] {
		h := &l.holdings[i]
		if c.value != "*" && h.Value != c.value || h.Since.From > c.day {
			left = append(left, i)
			continue
		}
		until := c.when
		h.Until = &until
		cite(h, c)
	}
	l.open[key] = left
	l.ended[key] = true
}

// only is the subject of the one holding of a property that is open, when there
// is just one: "the curfew in Quito was lifted" ends the country's. A property
// of persons is never another person's.
func (l *ledger) only(key [2]string) [2]string {
	found := key
	n := 0
	for other, list := range l.open {
		if other[1] == key[1] && len(list) > 0 {
			found = other
			n++
		}
	}
	if n != 1 || key[1] == "liberty" || key[1] == "office" {
		return key
	}
	return found
}

// contest marks the holdings whose beginning or end somebody denies.
func (l *ledger) contest(c change) {
	for i := range l.holdings {
		h := &l.holdings[i]
		if h.Subject == c.subject && h.Property == c.property && (c.value == "*" || h.Value == c.value) {
			h.Contested = true
			cite(h, c)
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
