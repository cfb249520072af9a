package contest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"griot"
)

// Given is an amount that a report gives for an event.
type Given struct {
	griot.Amount
	griot.Source
	Claim *griot.Claim // the claim it was read with, if any
	Near  *griot.Claim // else the claim of the event that it stands near to
	Quote string
}

// most bounds how many amounts of one kind a report gives for an event. No story
// gives so many; a text made to cost time may give any number.
const most = 50

// Of lists the amounts that claims give, then those that stand near them.
func Of(claims []*griot.Claim, near []Given) []Given {
	var all []Given
	for _, c := range claims {
		if c.Status.Real() {
			for _, f := range c.Figures {
				all = append(all, Given{Amount: f, Source: c.Source, Claim: c, Quote: c.Quote})
			}
		}
	}
	all = append(all, near...)
	given := map[[2]string]int{} // by report and kind
	return slices.DeleteFunc(all, func(g Given) bool {
		if g.Of == "" || g.Of == "distance" || g.Of == "money" {
			return true
		}
		of := [2]string{g.Report, g.Of}
		given[of]++
		return given[of] > most
	})
}

// figures are the disputes over how many.
func figures(given []Given, source Source) []griot.Dispute {
	var disputes []griot.Dispute
	for _, q := range quantities(given) {
		sides := conflict(q)
		if len(sides) < 2 {
			continue
		}
		d := griot.Dispute{Slot: q[0].Of}
		for _, values := range sides {
			d.Sides = append(d.Sides, sideOf(values, source))
		}
		disputes = append(disputes, d)
	}
	return disputes
}

// sideOf makes a side of a dispute of the amounts that agree.
func sideOf(values []Given, source Source) griot.Side {
	var by []*griot.Claim
	for _, v := range values {
		if c := cmp.Or(v.Claim, v.Near); c != nil {
			by = append(by, c)
		}
	}
	return side(values[0].String(), by, source)
}

// quantities groups amounts by what is counted, in the order in which they are
// first given.
func quantities(given []Given) [][]Given {
	var all [][]Given
	for _, g := range given {
		i := slices.IndexFunc(all, func(q []Given) bool { return q[0].Of == g.Of && (g.Of == "protesters" || sameKind(q[0].Who, g.Who)) })
		if i < 0 {
			all = append(all, nil)
			i = len(all) - 1
		}
		all[i] = append(all[i], g)
	}
	return all
}

// anybody are the words for people that may stand for any others.
var anybody = map[string]bool{"": true, "people": true, "person": true, "other": true, "others": true, "dead": true, "victim": true, "body": true, "demonstrator": true, "protester": true}

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
// update has overtaken, or that are parts of others, stand on no side. The
// result has fewer than two sides when all agree.
func conflict(values []Given) [][]Given {
	var current []Given
	for i, v := range values {
		gone := func(w Given) bool { return w.updates(v) || w.includes(v) }
		if !slices.ContainsFunc(values, gone) && !repeats(values[:i], v) {
			current = append(current, v)
		}
	}
	slices.SortStableFunc(current, func(a, b Given) int { return cmp.Or(cmp.Compare(a.Min, b.Min), width(a)-width(b)) })
	var sides [][]Given
	for _, v := range current {
		i := slices.IndexFunc(sides, func(s []Given) bool { return s[0].agrees(v) })
		if i < 0 {
			sides = append(sides, []Given{v})
			continue
		}
		sides[i] = append(sides[i], v)
	}
	return sides
}

// repeats tells whether a claim has given the same words before.
func repeats(values []Given, v Given) bool {
	return slices.ContainsFunc(values, func(w Given) bool { return w.Claim == v.Claim && w.Report == v.Report && w.Amount == v.Amount })
}

// width orders exact values before ranges and open ones.
func width(v Given) int {
	if v.Min == v.Max {
		return 0
	}
	return 1
}

// agrees tells whether both amounts may be true at once. An approximate amount
// leaves a tenth on either side.
func (v Given) agrees(w Given) bool {
	aLow, aHigh := v.bounds()
	bLow, bHigh := w.bounds()
	return aLow <= bHigh && bLow <= aHigh
}

func (v Given) bounds() (low, high int64) {
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
func (v Given) String() string {
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

// includes tells whether w is a part of v: nobody contests in one report what they
// say there themselves ("one of the 12 arrested", "killing 40 in the town alone").
func (v Given) includes(w Given) bool {
	if v.Report != w.Report || v.Min <= w.Min || v.agrees(w) || v.Claim == nil || w.Claim == nil {
		return false
	}
	if v.Claim == w.Claim {
		return strings.Contains(v.Claim.Quote, v.Words) && strings.Contains(v.Claim.Quote, w.Words) // and not in what another says of it
	}
	return named(v.Claim, w.Claim)
}

// named tells whether two claims of a report have the same nearest voice.
func named(a, b *griot.Claim) bool {
	return a.Report == b.Report && len(a.Voices) > 0 && len(b.Voices) > 0 && voice(a) == voice(b)
}

// settling is how many days after an event its first tolls are expected to rise.
const settling = 2

// updates tells whether v is a later, higher figure that takes the place of w
// rather than contradict it: it says that the number has risen, or the same
// voice gives it, or nobody in particular does within two days of the event.
func (v Given) updates(w Given) bool {
	if v.Min <= w.Min || v.agrees(w) || v.Published <= w.Published {
		return false
	}
	if rises(v.Quote) || v.Claim == nil || w.Claim == nil || voice(v.Claim) == voice(w.Claim) {
		return true
	}
	named := len(v.Claim.Voices) > 0 && len(w.Claim.Voices) > 0
	day := w.Claim.When.From
	return !named && day.Known() && v.Published <= day+settling
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

// Amounts is one amount for each quantity that is given for an event: the one
// most support among those that no update has overtaken, the latest of equals.
func Amounts(given []Given) []griot.Amount {
	list := []griot.Amount{}
	for _, q := range quantities(given) {
		sides := conflict(q)
		best := sides[0]
		for _, s := range sides[1:] {
			if len(s) > len(best) || len(s) == len(best) && s[0].Published > best[0].Published {
				best = s
			}
		}
		list = append(list, best[0].Amount)
	}
	return list
}
