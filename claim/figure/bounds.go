package figure

import (
	"strings"

	"griot/text"
)

// span joins two numbers into a range: "between 40 and 60", "40 to 60",
// "40-60", "two or three". The first reading of n must lie in s.
func (r *Reader) span(doc *text.Doc, n number, s text.Range) number {
	n.core, n.after = n.End-1, n.End
	if n.approx || n.End+1 >= s.End {
		return n
	}
	joiner := strings.ToLower(doc.Tokens[n.End].Form)
	before := ""
	if n.First > s.First {
		before = strings.ToLower(doc.Tokens[n.First-1].Form)
	}
	switch joiner {
	case "and":
		if before != "between" {
			return n
		}
	case "to", "or", "-", "–":
	default:
		return n
	}
	second, end, ok := r.value(doc, n.End+1, s.End)
	if !ok || dated(doc, n.End+1, end, s.End) {
		return n
	}
	first := n.min
	if scale := second / max(first, 1); first < 1000 && second >= 1000000 && scale > 1000 { // "2 to 3 million"
		first = scaled(first, second)
	}
	if second <= first {
		return n
	}
	n.min, n.max = first, second
	n.End, n.after, n.core = end, end, end-1
	if before == "between" || before == "from" {
		n.First--
	}
	return n
}

// scaled lends the scale of the second number of a range to the first.
func scaled(first, second int64) int64 {
	for _, by := range []int64{1e12, 1e9, 1e6} {
		if second >= by && second%by == 0 {
			return first * by
		}
	}
	return first
}

// currency takes in a currency's sign before or after the number, or its name
// before it: "US dollars 6,000", "Rs 500".
func (r *Reader) currency(doc *text.Doc, n number, s text.Range) number {
	sign := func(i int) bool {
		if i < s.First || i >= s.End {
			return false
		}
		f := doc.Tokens[i].Form
		named := i < n.First && r.counted[slot{"thing", r.lemma(doc, i)}] == "money" && (n.End == s.End || doc.Tokens[n.End].UPOS != "NOUN")
		return named || strings.HasSuffix(f, "$") || f == "€" || f == "£" || f == "¥" || f == "₦" || f == "₹"
	}
	switch {
	case sign(n.First - 1):
		n.First--
		n.currency, n.sign = true, doc.Tokens[n.First].Form
	case sign(n.End):
		n.sign = doc.Tokens[n.End].Form
		n.End++
		n.after, n.currency = n.End, true
	}
	return n
}

// particle tells whether the word belongs to the verb before it: "handed over 41".
func (r *Reader) particle(doc *text.Doc, i int) bool {
	return i > 0 && doc.Tokens[i-1].UPOS == "VERB" && r.first(doc, i-1, "object") == "released" && strings.EqualFold(doc.Tokens[i].Form, "over")
}

// bounded takes in the words around the number that say how exact it is.
func (r *Reader) bounded(doc *text.Doc, n number, s text.Range) number {
	best := bound{}
	for _, b := range r.bounds {
		if k := len(b.words); k > len(best.words) && phraseAt(doc, n.First-k, n.First, b.words) && n.First-k >= s.First && !r.particle(doc, n.First-k) {
			best = b
		}
	}
	n.First -= len(best.words)
	if len(best.words) == 0 && phraseAt(doc, n.End, s.End, []string{"or", "more"}) {
		best.kind = "floor"
		n.End += 2
		n.after = n.End
	}
	switch best.kind {
	case "about":
		n.approx = true
	case "floor":
		n.max = -1
	case "above":
		n.min, n.max = n.min+1, -1
	case "below":
		n.min, n.max = 0, n.max-1
	case "ceiling":
		n.min = 0
	}
	return n
}
