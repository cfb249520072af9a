package contest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"griot"
)

// value is an amount and the claim that gives it.
type value struct {
	griot.Amount
	claim *griot.Claim
}

// figures are the disputes over how many.
func figures(claims []*griot.Claim, source Source) []griot.Dispute {
	var disputes []griot.Dispute
	for _, q := range quantities(claims) {
		sides := conflict(q)
		if len(sides) < 2 {
			continue
		}
		d := griot.Dispute{Slot: q[0].Of}
		for _, values := range sides {
			var by []*griot.Claim
			for _, v := range values {
				by = append(by, v.claim)
			}
			d.Sides = append(d.Sides, side(values[0].String(), by, source))
		}
		disputes = append(disputes, d)
	}
	return disputes
}

// quantities groups the amounts of claims by what is counted, in the order in
// which they are first given.
func quantities(claims []*griot.Claim) [][]value {
	var all [][]value
	for _, c := range claims {
		if !c.Status.Real() {
			continue
		}
		for _, f := range c.Figures {
			if f.Of == "" || f.Of == "distance" {
				continue
			}
			i := slices.IndexFunc(all, func(q []value) bool { return q[0].Of == f.Of && sameKind(q[0].Who, f.Who) })
			if i < 0 {
				all = append(all, nil)
				i = len(all) - 1
			}
			all[i] = append(all[i], value{f, c})
		}
	}
	return all
}

// anybody are the words for people that may stand for any others.
var anybody = map[string]bool{"": true, "people": true, "person": true, "other": true, "others": true, "dead": true, "victim": true, "body": true}

// sameKind tells whether two words for who is counted have one scope: their
// head words agree, or both stand for anybody.
func sameKind(a, b string) bool {
	a, b = head(a), head(b)
	return a == b || anybody[a] && anybody[b]
}

func head(who string) string {
	words := strings.Fields(strings.ToLower(who))
	if len(words) == 0 {
		return ""
	}
	last := words[len(words)-1]
	if len(last) > 3 && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") {
		last = last[:len(last)-1]
	}
	return last
}

// conflict parts values into sides that cannot all be true; values that an
// update has overtaken stand on no side. The result has fewer than two sides
// when all agree.
func conflict(values []value) [][]value {
	var current []value
	for i, v := range values {
		if !slices.ContainsFunc(values, func(w value) bool { return w.updates(v) }) && !repeats(values[:i], v) {
			current = append(current, v)
		}
	}
	slices.SortStableFunc(current, func(a, b value) int { return cmp.Or(cmp.Compare(a.Min, b.Min), width(a)-width(b)) })
	var sides [][]value
	for _, v := range current {
		i := slices.IndexFunc(sides, func(s []value) bool { return s[0].agrees(v) })
		if i < 0 {
			sides = append(sides, []value{v})
			continue
		}
		sides[i] = append(sides[i], v)
	}
	return sides
}

// repeats tells whether a claim has given the same words before.
func repeats(values []value, v value) bool {
	return slices.ContainsFunc(values, func(w value) bool { return w.claim == v.claim && w.Amount == v.Amount })
}

// width orders exact values before ranges and open ones.
func width(v value) int {
	if v.Min == v.Max {
		return 0
	}
	return 1
}

// agrees tells whether both amounts may be true at once. An approximate amount
// leaves a tenth on either side.
func (v value) agrees(w value) bool {
	aLow, aHigh := v.bounds()
	bLow, bHigh := w.bounds()
	return aLow <= bHigh && bLow <= aHigh
}

func (v value) bounds() (low, high int64) {
	const open = 1 << 62
	low, high = v.Min, v.Max
	if v.Approx && high >= low {
		low, high = low-low/10, high+high/10
	}
	if v.Max < 0 {
		high = open
	}
	return low, high
}

// String is the amount as a reader wants it: 17, 850–1100, at least 17.
func (v value) String() string {
	switch low := strconv.FormatInt(v.Min, 10); {
	case v.Max < 0:
		return "at least " + low
	case v.Max != v.Min:
		return low + "–" + strconv.FormatInt(v.Max, 10)
	case v.Approx:
		return "about " + low
	default:
		return low
	}
}

// settling is how many days after an event its first tolls are expected to rise.
const settling = 2

// updates tells whether v is a later, higher figure that takes the place of w
// rather than contradict it: it says that the number has risen, or the same
// voice gives it, or nobody in particular does within two days of the event.
func (v value) updates(w value) bool {
	if v.Min <= w.Min || v.agrees(w) || v.claim.Published <= w.claim.Published {
		return false
	}
	if rises(v.claim.Quote) || voice(v.claim) == voice(w.claim) {
		return true
	}
	named := len(v.claim.Voices) > 0 && len(w.claim.Voices) > 0
	day := w.claim.When.From
	return !named && day.Known() && v.claim.Published <= day+settling
}

// rises tells whether words say that a number has grown.
func rises(quote string) bool {
	quote = strings.ToLower(quote)
	for _, cue := range []string{"risen to", "rose to", "rises to", "climbed to", "climbs to", "reached", "reaches", "grown to", "up from", "now stands at", "increased to", "jumped to", "revised"} {
		if strings.Contains(quote, cue) {
			return true
		}
	}
	return false
}

// Amounts is one amount for each quantity that an event's claims give: the one
// most claims support among those that no update has overtaken, the latest of
// equals.
func Amounts(claims []*griot.Claim) []griot.Amount {
	list := []griot.Amount{}
	for _, q := range quantities(claims) {
		sides := conflict(q)
		best := sides[0]
		for _, s := range sides[1:] {
			if len(s) > len(best) || len(s) == len(best) && s[0].claim.Published > best[0].claim.Published {
				best = s
			}
		}
		list = append(list, best[0].Amount)
	}
	return list
}
