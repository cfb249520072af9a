package state

import (
	"cmp"
	"slices"

	"griot"
)

// ledger holds what holds while changes are replayed.
type ledger struct {
	holdings []griot.Holding
	all      map[[2]string][]int        // indexes of holdings by subject and property …
	open     map[[2]string][]int        // … and of those that still hold
	subjects map[string]map[string]bool // of the holdings that still hold, by property
	ended    map[[2]string]bool         // subjects and properties that were ended
	fallen   map[string]bool            // nations whose government was overthrown
	alone    map[string][]int           // holdings that only one of a nation can have, by nation
	tellers  map[string][]string        // up to two that say so, by the ID of the holding
}

func newLedger() *ledger {
	return &ledger{
		all: map[[2]string][]int{}, open: map[[2]string][]int{}, subjects: map[string]map[string]bool{},
		ended: map[[2]string]bool{}, fallen: map[string]bool{}, alone: map[string][]int{}, tellers: map[string][]string{},
	}
}

// hold notes which holdings of a subject and property still hold.
func (l *ledger) hold(key [2]string, open []int) {
	l.open[key] = open
	if l.subjects[key[1]] == nil {
		l.subjects[key[1]] = map[string]bool{}
	}
	if len(open) > 0 {
		l.subjects[key[1]][key[0]] = true
	} else {
		delete(l.subjects[key[1]], key[0])
	}
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
	case c.told && (l.ended[key] || l.courtesy(c)):
		// a title that somebody keeps in the mouths of others
	case !l.supported(key, c):
		l.begin(key, c)
		switch {
		case c.alone && !c.told:
			l.displace(c)
		case c.property == "government" && c.value == "overthrown":
			l.fallen[c.subject] = true
			c.nation = c.subject
			l.displace(c)
		}
	}
}

// courtesy tells whether reports still call somebody head of a state whose
// government was overthrown while he is held.
func (l *ledger) courtesy(c change) bool {
	return c.alone && l.fallen[c.nation] && len(l.open[[2]string{c.subject, "liberty"}]) > 0
}

// displace ends the offices that only one of a nation can hold when somebody
// else is put into one.
func (l *ledger) displace(c change) {
	if c.nation == "" {
		return
	}
	for _, i := range l.alone[c.nation] {
		h := &l.holdings[i]
		if h.Until != nil || h.Subject == c.subject {
			continue
		}
		until := c.when
		h.Until = &until
		cite(h, c)
		key := [2]string{h.Subject, h.Property}
		l.hold(key, slices.DeleteFunc(l.open[key], func(at int) bool { return at == i }))
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
		l.alone[c.nation] = append(l.alone[c.nation], len(l.holdings))
	}
	l.all[key] = append(l.all[key], len(l.holdings))
	l.hold(key, append(l.open[key], len(l.holdings)))
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
	if by := l.tellers[h.ID]; len(by) < 2 && !slices.Contains(by, c.id) {
		l.tellers[h.ID] = append(l.tellers[h.ID], c.id)
	}
}

// cite adds what shows a change; finished leaves out what is cited twice.
func cite(h *griot.Holding, c change) { h.Claims = append(h.Claims, c.claims...) }

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
	l.hold(key, left)
	l.ended[key] = true
}

// only is the subject of the one holding of a property that is open, when there
// is just one: "the curfew in Quito was lifted" ends the country's. A property
// of persons is never another person's.
func (l *ledger) only(key [2]string) [2]string {
	if len(l.subjects[key[1]]) != 1 || key[1] == "liberty" || key[1] == "office" {
		return key
	}
	for subject := range l.subjects[key[1]] {
		key[0] = subject
	}
	return key
}

// contest marks the holdings whose beginning or end somebody denies.
func (l *ledger) contest(c change) {
	for _, i := range l.all[[2]string{c.subject, c.property}] {
		h := &l.holdings[i]
		if c.value == "*" || h.Value == c.value {
			h.Contested = true
			cite(h, c)
		}
	}
}

// finished is every holding in the order of subject, property, value and day.
func (l *ledger) finished() []griot.Holding {
	for i := range l.holdings {
		h := &l.holdings[i]
		slices.Sort(h.Claims)
		h.Claims = slices.Clip(slices.Compact(h.Claims))
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
