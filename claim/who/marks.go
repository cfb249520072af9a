package who

import (
	"strings"
	"unicode"
)

// mark is a name of the tables found in the text, and all it may stand for.
type mark struct {
	first, end int // pieces
	labels     []label
}

// call is a noun for a role found in the text.
type call struct {
	first, end int // pieces
	noun
}

// marks finds the names of the tables in pieces, longest first from the left,
// none overlapping. Fits may turn down a name on the pieces from first to end.
func (d *Directory) marks(pieces []piece, shouting bool, fits func(first, end int, l label) bool) []mark {
	var found []mark
	for i := 0; i < len(pieces); {
		n, labels := d.names.longest(pieces[i:], nil, func(n int, l label) bool {
			p := pieces[i]
			if p.key == "the" && n > 1 {
				p = pieces[i+1]
			}
			if strings.HasPrefix(l.text, "The ") && i+n < len(pieces) && pieces[i+n].upper && !shouting {
				return false // "the National Guard" is not The National
			}
			if n > 1 && l.sector == "REB" && !pieces[i+n-1].upper && capitalised(l.text) {
				return false // "a strict Islamic state"
			}
			if n == 1 && l.sector == "PTY" && portfolioAt(pieces, i) {
				return false // "the Labour minister" is of no party
			}
			return (shouting || (p.upper || !l.upper) && (p.caps || !l.caps)) && (fits == nil || fits(i, i+n, l))
		})
		if n == 0 {
			i++
			continue
		}
		found = append(found, mark{i, i + n, labels})
		i += n
	}
	return found
}

// capitalised tells whether the last word of a name begins with a capital.
func capitalised(name string) bool {
	last := []rune(name[strings.LastIndexByte(name, ' ')+1:])
	return len(last) > 0 && unicode.IsUpper(last[0])
}

// portfolioAt tells whether the word at a piece is what a minister is for.
func portfolioAt(pieces []piece, i int) bool {
	minister := func(k int) bool { return strings.HasPrefix(pieces[k].key, "minist") }
	return i+1 < len(pieces) && minister(i+1) || i > 1 && pieces[i-1].key == "of" && minister(i-2)
}

// calls finds the nouns for roles in pieces, longest first from the left, none
// overlapping.
func (d *Directory) calls(pieces []piece, fits func(first, end int) bool) []call {
	var found []call
	for i := 0; i < len(pieces); {
		n, nouns := d.nouns.longest(pieces[i:], singular, func(n int, _ noun) bool { return fits(i, i+n) })
		if n == 0 {
			i++
			continue
		}
		found = append(found, call{i, i + n, nouns[0]})
		i += n
	}
	return found
}

// topic is the portfolio that pieces name, "Foreign Affairs", or "".
func (d *Directory) topic(pieces []piece) string {
	for i := range pieces {
		if n, topics := d.topics.longest(pieces[i:], nil, func(int, string) bool { return true }); n > 0 {
			return topics[0]
		}
	}
	return ""
}

// theDocument is what choosing among actors of one name may ask.
type theDocument interface {
	speaksOf(country string) bool
}

// pick chooses among the entries that one name may stand for: one whose
// country the report speaks of, else the first of the tables.
func pick(labels []label, doc theDocument) label {
	if len(labels) > 1 && doc != nil {
		for _, l := range labels {
			if l.country != "" && doc.speaksOf(l.country) {
				return l
			}
		}
	}
	return labels[0]
}
