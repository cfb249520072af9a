package figure

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"griot/text"
)

// number is an amount as it stands in the tokens, before it is known what it
// counts.
type number struct {
	text.Range        // with the words that bound it
	core       int    // token of the number proper that the tree hangs on
	after      int    // first token after the number proper
	min, max   int64  // max -1: open
	approx     bool   //
	small      bool   // "several": too vague to count anything but harm
	part       bool   // "3.5": no number of people
	currency   bool   // a currency sign stands at it
	sign       string // that sign
}

// numbers lists the numbers of a sentence from left to right.
func (r *Reader) numbers(doc *text.Doc, s text.Range) []number {
	var out []number
	for i := s.First; i < s.End; {
		n, ok := r.numberAt(doc, i, s.End)
		if !ok {
			i++
			continue
		}
		n = r.span(doc, n, s)
		n = r.currency(doc, n, s)
		n = r.bounded(doc, n, s)
		out = append(out, n)
		i = n.End
	}
	return out
}

// numberAt reads the number that begins at token i.
func (r *Reader) numberAt(doc *text.Doc, i, end int) (number, bool) {
	for _, q := range r.quantities {
		if k := len(q.words); phraseAt(doc, i, end, q.words) && !hyphened(doc, i, i+k, end) {
			n := number{Range: text.Range{First: i, End: i + k}, min: q.min, max: q.max, approx: q.min != q.max}
			n.approx, n.small = true, q.max < 10
			return n, true
		}
	}
	value, k, ok := r.value(doc, i, end)
	if !ok || dated(doc, i, k, end) {
		return number{}, false
	}
	part := k == i+1 && value < 1000 && strings.Contains(doc.Tokens[i].Form, ".")
	return number{Range: text.Range{First: i, End: k}, min: value, max: value, part: part}, true
}

// hyphened tells whether the phrase is part of a longer word: "two-hundreds".
func hyphened(doc *text.Doc, i, k, end int) bool {
	return i > 0 && doc.Tokens[i-1].Form == "-" && doc.Tokens[i-1].Glued || k < end && doc.Tokens[k].Form == "-" && doc.Tokens[k].Glued
}

func phraseAt(doc *text.Doc, i, end int, words []string) bool {
	if i < 0 || i+len(words) > end {
		return false
	}
	for k, w := range words {
		if !strings.EqualFold(doc.Tokens[i+k].Form, w) {
			return false
		}
	}
	return true
}

// value reads digits and numerals from token i on: "2,500", "25 million",
// "two hundred and six", "twenty-four", "a dozen", "half a million". It counts
// in thousandths until the end, so that "1.5 million" is exact.
func (r *Reader) value(doc *text.Doc, i, end int) (value int64, next int, ok bool) {
	const unit = 1000
	var total, group int64
	k, seen := i, false
	lead := strings.ToLower(doc.Tokens[i].Form)
	if lead == "a" || lead == "an" || lead == "half" {
		k = i + 1
		group = unit
		if lead == "half" {
			group = unit / 2
			if k < end && strings.EqualFold(doc.Tokens[k].Form, "a") {
				k++
			}
		}
		if k >= end || !r.scale(doc.Tokens[k].Form) {
			return 0, 0, false
		}
	}
	for ; k < end; k++ {
		form := strings.ToLower(doc.Tokens[k].Form)
		if v, isDigits := digits(form); isDigits {
			if seen {
				break
			}
			group, seen = v, true
			continue
		}
		word, isWord := r.word(form)
		switch {
		case isWord && word.scale && len(form) <= 2 && !doc.Tokens[k-1].Glued: // "20 m" are metres
		case isWord && word.scale:
			if group == 0 {
				return 0, 0, false
			}
			if group > (1<<62)/unit/word.value {
				return 0, 0, false
			}
			group *= word.value
			if word.value >= 1000 {
				total, group = total+group, 0
			}
			seen = true
			continue
		case isWord && (group%(100*unit) == 0 || group%(10*unit) == 0 && word.value < 10):
			group, seen = group+word.value*unit, true
			continue
		case (form == "and" || form == "-") && seen && k+1 < end && r.joins(form, group, doc.Tokens[k+1].Form):
			continue
		}
		break
	}
	return (total + group) / unit, k, seen
}

// joins tells whether "and" or a hyphen goes on with the number: "two hundred
// and six", "twenty-four", "one-million".
func (r *Reader) joins(by string, group int64, next string) bool {
	w, ok := r.word(strings.ToLower(next))
	if !ok {
		return false
	}
	if by == "-" {
		return w.scale || w.value < 10 && group%10000 == 0 && group > 0
	}
	return !w.scale && (group == 0 || group%100000 == 0)
}

func (r *Reader) scale(form string) bool {
	n, ok := r.numerals[strings.ToLower(form)]
	return ok && n.scale
}

// word is what a numeral word means; "twenty-four" may be one token.
func (r *Reader) word(form string) (numeral, bool) {
	if n, ok := r.numerals[form]; ok {
		return n, true
	}
	tens, ones, cut := strings.Cut(form, "-")
	if i := strings.Index(form, "ty") + 2; !cut && i >= len("fifty") && i < len(form) { // "thirtythree"
		tens, ones, cut = form[:i], form[i:], true
	}
	if !cut {
		return numeral{}, false
	}
	a, okA := r.numerals[tens]
	b, okB := r.numerals[ones]
	if !okA || !okB || a.scale || b.scale || a.value < 20 || b.value > 9 {
		return numeral{}, false
	}
	return numeral{value: a.value + b.value}, true
}

var suffixes = []struct {
	ending string
	by     int64
}{{"bn", 1e9}, {"m", 1e6}, {"k", 1e3}}

// digits reads "2,500", "1.5", "12m", "3bn" in thousandths.
func digits(form string) (int64, bool) {
	if form == "" || !unicode.IsDigit(rune(form[0])) {
		return 0, false
	}
	scale := int64(1)
	for _, s := range suffixes {
		if cut, ok := strings.CutSuffix(form, s.ending); ok {
			form, scale = cut, s.by
			break
		}
	}
	whole, part, _ := strings.Cut(form, ".")
	for i, group := range strings.Split(whole, ",") {
		if i > 0 && len(group) != 3 {
			return 0, false
		}
	}
	for len(part) < 3 {
		part += "0"
	}
	v, err := strconv.ParseInt(strings.ReplaceAll(whole, ",", "")+part[:3], 10, 64)
	if err != nil || v < 0 || v > (1<<62)/scale {
		return 0, false
	}
	return v * scale, true
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true,
	"august": true, "september": true, "october": true, "november": true, "december": true, "jan.": true, "feb.": true, "mar.": true,
	"apr.": true, "jun.": true, "jul.": true, "aug.": true, "sept.": true, "sep.": true, "oct.": true, "nov.": true, "dec.": true,
	"jan": true, "feb": true, "aug": true, "sept": true, "oct": true, "nov": true, "dec": true}

// dated tells whether the number from i to k is part of a date, an age, a score
// or a percentage, and so counts nothing.
func dated(doc *text.Doc, i, k, end int) bool {
	before, after := "", ""
	if i > doc.Sentences[doc.Tokens[i].Sentence].First {
		before = strings.ToLower(doc.Tokens[i-1].Form)
	}
	if k < end {
		after = strings.ToLower(doc.Tokens[k].Form)
	}
	switch after {
	case "%", "percent", "per", "percentage", "years", "year", "months", "weeks", "days", "hours", "minutes", "a.m.", "p.m.", "am", "pm", ":", "/", "st", "nd", "rd", "th",
		"times", "occasions", "nights", "decades", "gmt", "hrs", "utc", "o'clock":
		return true
	case "-":
		if k+1 < end {
			w := strings.ToLower(doc.Tokens[k+1].Form)
			if slices.ContainsFunc(hyphenated, func(unit string) bool { return strings.HasPrefix(w, unit) }) {
				return true
			}
		}
	}
	if strings.EqualFold(doc.Tokens[i].Form, "one") && (before == "no" || before != "" && doc.Tokens[i-1].UPOS == "ADJ") {
		return true // "the little one"
	}
	switch before {
	case "aged", "age", "no.", "number", "#", "article", "section", "chapter", "resolution", "page", ":", "/", "since":
		return true
	}
	if k == i+1 && yearLike(doc.Tokens[i].Form) && slices.Contains(ofYear, before) {
		return true // "in 1994 rebels came", "the 2015 attack"
	}
	if months[before] || months[after] && after != "may" && after != "march" {
		return true
	}
	return before == "," && after == "," // ", 45,": an age
}

// hyphenated begin the words of which a number with a hyphen makes no amount:
// "45-year-old", "two-thirds".
var hyphenated = []string{"year", "month", "day", "hour", "third", "quarter", "fifth", "tenth"}

// yearLike tells whether digits may be a year.
func yearLike(form string) bool {
	return len(form) == 4 && (strings.HasPrefix(form, "19") || strings.HasPrefix(form, "20")) && strings.Trim(form, "0123456789") == ""
}

// ofYear are words behind which such digits are a year, whatever follows.
var ofYear = []string{"in", "until", "till", "during", "the", "a", "after", "before", "late", "early", "mid", "his", "her", "its", "their"}
