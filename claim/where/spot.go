package where

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot"
	"griot/claim/where/atlas"
	"griot/text"
)

// spot is a stretch of tokens that may name a place.
type spot struct {
	text.Range
	key     string
	known   bool // the gazetteer has it
	people  bool // its best known meaning is a people: "Nigerien"
	fame    float64
	settled string // the word that says what it is: "village", "town"
	inside  bool   // part of an organisation's name: "Fargo Police Department"
	score   float64
}

// longest is the most tokens that a name of the gazetteer may span.
const longest = 7

// spotter finds the place names of one report.
type spotter struct {
	r       *Resolver
	doc     *text.Doc
	tagged  bool            // the report has part-of-speech tags
	named   bool            // the report has tagged names
	persons map[string]bool // last words of the names of persons
}

// spots lists the place names of a report in text order.
func (r *Resolver) spots(doc *text.Doc) []spot {
	s := &spotter{r: r, doc: doc, named: len(doc.Names) > 0, persons: map[string]bool{}}
	s.tagged = len(doc.Tokens) > 0 && doc.Tokens[0].UPOS != ""
	for _, n := range doc.Names {
		if n.Type == "PER" && n.Len() > 1 {
			s.persons[atlas.Key(doc.Tokens[n.End-1].Form)] = true
		}
	}
	var found []spot
	for i := range doc.Sentences {
		if k := doc.Paragraphs[doc.Sentences[i].Paragraph].Kind; readable(k) {
			found = append(found, s.sentence(doc.Sentences[i].Range)...)
		}
	}
	return s.accept(found)
}

// readable tells whether places are read from a kind of block; a dateline says
// where its report comes from.
func readable(k griot.BlockKind) bool {
	return !k.Furniture() || k == griot.Dateline || k == griot.Caption || k == ""
}

// sentence finds the names of the gazetteer and the tagged places of a sentence.
func (s *spotter) sentence(r text.Range) []spot {
	var out []spot
	for i := r.First; i < r.End; {
		m, ok := s.match(i, r.End)
		if !ok {
			i++
			continue
		}
		out = append(out, m)
		i = m.End
	}
	return out
}

// match is the longest name that begins at token i: one that the gazetteer
// has, or one that was tagged as a place.
func (s *spotter) match(i, end int) (spot, bool) {
	tagged, hasTag := s.tag(i)
	if hasTag {
		if m, ok := s.look(tagged, true); ok && !s.longer(tagged, end) {
			m.settled = s.kindOf(m.Range)
			return m, true
		}
	}
	if s.begins(i) {
		for n := min(longest, end-i); n > 0; n-- {
			r := text.Range{First: i, End: i + n}
			if !s.closes(r.End - 1) {
				continue
			}
			if m, ok := s.look(r, false); ok && !(hasTag && s.cuts(&m, tagged)) {
				m.settled = s.kindOf(m.Range)
				return m, true
			}
		}
	}
	if hasTag {
		return spot{Range: tagged, key: atlas.Key(s.doc.Words(tagged)), settled: s.kindOf(tagged)}, true
	}
	return s.stranger(i, end)
}

// longer tells whether the gazetteer has a name that goes on beyond a tagged
// one: across a hyphen, "Mazar-e-Sharif", or, where it is a famous one, over the
// next word, which was tagged apart from it, "Burkina" and "Faso".
func (s *spotter) longer(tagged text.Range, end int) bool {
	hyphen := s.form(tagged.End) == "-"
	if !hyphen && (tagged.End >= end || !capital(s.form(tagged.End))) {
		return false
	}
	for n := min(tagged.First+longest, end); n > tagged.End; n-- {
		if !s.closes(n - 1) {
			continue
		}
		if m, ok := s.look(text.Range{First: tagged.First, End: n}, false); ok && (hyphen || m.fame >= 5) {
			return true
		}
	}
	return false
}

// cuts tells whether a name of the gazetteer, of no fame, is only the beginning
// of a tagged one that goes on with no other place and no word for what it is:
// "Isla" of "Isla Negra", but not "Douglas" of "Douglas Airport".
func (s *spotter) cuts(known *spot, tagged text.Range) bool {
	if known.Len() > 1 || known.End >= tagged.End || known.fame >= 5 && !vague[known.key] && !s.bareAbbreviation(known) {
		return false
	}
	last := strings.ToLower(s.form(tagged.End - 1))
	if f := s.form(known.End); f == "," || f == "-" && !vague[known.key] || sites[last] || offices[last] || streets[last] || bodies[s.form(tagged.End-1)] {
		return false
	}
	next, ok := s.match(known.End, tagged.End)
	return !ok || !next.known
}

// stranger is a capitalised name at token i that no gazetteer has, where the
// words around it say that it is a place: "the village of Torodi", "in Torodi
// district", "near Torodi, Niger".
func (s *spotter) stranger(i, end int) (spot, bool) {
	r := s.run(i, end)
	if r.Len() == 0 {
		return spot{}, false
	}
	m := spot{Range: r, key: atlas.Key(s.doc.Words(r))}
	m.settled = s.kindOf(r)
	before := strings.ToLower(s.form(i - 1))
	if m.settled == "" && !(placing[before] && s.form(r.End) == "," && s.container(r.End+1, end)) {
		return spot{}, false
	}
	return m, len(m.key) > 2
}

// run is the capitalised words from token i on, hyphens between them included.
func (s *spotter) run(i, end int) text.Range {
	r := text.Range{First: i, End: i}
	for r.End < min(end, i+longest) && (s.begins(r.End) || s.form(r.End) == "-" && r.End > i && capital(s.form(r.End+1))) {
		r.End++
		if s.form(r.End-1) == "al" || s.form(r.End-1) == "el" {
			r.End += 2
		}
	}
	r.End = min(r.End, end)
	return r
}

// kindOf is the word that says what sort of settlement a name is: before it
// ("village of Torodi", "villages of Boni and Torodi") or after ("Torodi
// village"); "" when none does.
func (s *spotter) kindOf(r text.Range) string {
	if after := s.form(r.End); settlements[after] {
		return after
	}
	for k := r.First - 1; k > max(0, r.First-8); k-- {
		switch f := s.form(k); {
		case f == "of":
			if word := s.form(k - 1); settlements[word] {
				return word
			}
			return ""
		case f == "and" || f == "," || f == "-" || capital(f):
		default:
			return ""
		}
	}
	return ""
}

// tag is the range of the place name that was tagged from token i on.
func (s *spotter) tag(i int) (text.Range, bool) {
	n := s.doc.Name(i)
	if n < 0 || s.doc.Names[n].Type != "LOC" {
		return text.Range{}, false
	}
	r := s.trim(s.doc.Names[n].Range)
	return r, r.Len() > 0 && r.First == i
}

// trim takes off what is no part of a name: "north Khartoum", "Kapho district".
func (s *spotter) trim(r text.Range) text.Range {
	for r.Len() > 0 && !s.begins(r.First) {
		r.First++
	}
	for r.Len() > 0 && !s.closes(r.End-1) && s.form(r.End-1) != "." {
		r.End--
	}
	return r
}

// look asks the gazetteer for the words of a range; loosely, with the words
// that reports add taken off.
func (s *spotter) look(r text.Range, loosely bool) (spot, bool) {
	words := s.doc.Words(r)
	if len(words) > 60 || strings.ContainsRune(words, '\n') {
		return spot{}, false
	}
	key := atlas.Key(words)
	if len(key) < 2 {
		return spot{}, false
	}
	senses := s.r.atlas.Find(key)
	if len(senses) == 0 && loosely {
		for _, p := range addedBefore {
			if n := strings.Count(p, " "); n < r.Len() && strings.HasPrefix(key, p) {
				return s.look(text.Range{First: r.First + n, End: r.End}, false)
			}
		}
		senses = s.r.lookup(key)
	}
	if len(senses) == 0 {
		return spot{}, false
	}
	m := spot{Range: s.stop(r), key: key, known: true}
	for _, sense := range senses {
		p := s.r.atlas.Place(sense.Row)
		f := s.r.weights.fame(&p)
		if p.Kind.Populated() && p.Population < 100_000 && atlas.Key(p.Name) != key {
			f -= 2 // one of the odd spellings of a small town
		}
		if f > m.fame {
			m.fame, m.people = f, sense.People
		}
	}
	return m, true
}

// stop adds the full stop of an abbreviation that also ends the sentence.
func (s *spotter) stop(r text.Range) text.Range {
	last := s.doc.Tokens[r.End-1]
	if last.Glued && strings.Contains(last.Form, ".") && s.form(r.End) == "." {
		r.End++
	}
	return r
}

// begins tells whether a name may begin with token i: it is capitalised, or an
// Arabic article before a capital.
func (s *spotter) begins(i int) bool {
	f := s.doc.Tokens[i].Form
	if capital(f) {
		return !(strings.EqualFold(f, "the") && i+1 < len(s.doc.Tokens))
	}
	switch f {
	case "al", "el", "ad", "ar", "as", "at", "an", "ash", "az":
		return i+2 < len(s.doc.Tokens) && s.doc.Tokens[i+1].Form == "-" && capital(s.doc.Tokens[i+2].Form)
	}
	return false
}

// closes tells whether a name may end with token i.
func (s *spotter) closes(i int) bool { return capital(s.doc.Tokens[i].Form) }

func capital(f string) bool {
	r, _ := utf8.DecodeRuneInString(f)
	return unicode.IsUpper(r)
}

// accept keeps what is likely enough a place. What was clear once counts for
// the other mentions of the same name.
func (s *spotter) accept(found []spot) []spot {
	clear := map[string]bool{}
	for i := range found {
		s.weigh(&found[i])
		if found[i].score >= 2 {
			clear[found[i].key] = true
		}
	}
	return slices.DeleteFunc(found, func(m spot) bool {
		if clear[m.key] {
			m.score += spotAgain
		}
		return m.score <= 0
	})
}
