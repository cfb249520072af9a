package griot

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Weight ranks events for a reader with two pages to spare: those that more
// independent sources tell, the stronger acts, those with participants, figures,
// a place and rival accounts.
func (e *Event) Weight() int {
	w := 20*min(e.Independent, 4) + int(3*math.Abs(e.Scale))
	if len(e.Actors) > 0 && len(e.Recipients) > 0 {
		w += 10
	}
	if len(e.Figures) > 0 {
		w += 10
	}
	if e.Where != nil {
		w += 5
	}
	if len(e.Disputes) > 0 {
		w += 10
	}
	return w
}

// ByDay orders events as they happened, those without a day last.
func ByDay(a, b *Event) int {
	x, y := cmp.Or(a.When.From, a.When.To), cmp.Or(b.When.From, b.When.To)
	return cmp.Or(cmp.Compare(x.Order(), y.Order()), cmp.Compare(a.FirstReported, b.FirstReported), cmp.Compare(a.ID, b.ID))
}

// expectationOrder puts what needs attention first.
var expectationOrder = []string{"overdue", "open", "partly", "fulfilled", "withdrawn", "denied"}

// Weight ranks expectations: what is overdue or open first, the nearest deadline
// first among them, and among those without one what somebody with a name is to
// do, or asks of somebody.
func (x *Expectation) Weight() int {
	rank := slices.Index(expectationOrder, x.Status)
	return -rank<<36 - int(x.By.To.Order())<<2 - x.vagueness()
}

// vagueness is 0 for what is expected of or by somebody with a name, up to 3 for
// what nobody does.
func (x *Expectation) vagueness() int {
	n := 0
	if first, _ := utf8.DecodeRuneInString(x.Who); x.Who == "" {
		n = 2
	} else if !unicode.IsUpper(first) {
		n = 1
	}
	if x.Kind == "demanded" && x.Target == "" {
		n++
	}
	return n
}

// The lengths keep quoted statements to what can be read at a glance.
const (
	minContent = 30
	maxContent = 260
)

// Weight ranks statements for quoting: acts in words before mere claims,
// officials before others, direct speech first. 0: not for quoting.
func (s *Statement) Weight() int {
	if s.Kind == Indirect || s.Speaker.Name == "" || s.Anonymous || len(s.Content) < minContent || len(s.Content) > maxContent {
		return 0
	}
	n := 1
	if s.Act != "claim" && s.Act != "" {
		n += 2
	}
	if s.Speaker.Code != "" {
		n += 2
	}
	if s.Kind == Direct {
		n++
	}
	return n
}
