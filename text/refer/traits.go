package refer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text"
	"griot/text/lang"
)

// traits is what is known of a mention by itself. Words are kept as hashes,
// for they are only compared.
type traits struct {
	kind     text.MentionKind
	class    uint32 // the pronoun, or the kind and definiteness of others
	head     uint32 // lemma of the head
	first    uint32
	second   uint32 // the word after the first, where the phrase has one before its head
	before   uint32 // the words around the phrase
	after    uint32
	governor uint32
	role     uint32 // relation of the head
	det      byte   // 'd'efinite, 'i'ndefinite, 't'his, 'p'ossessive, 'q'uantity, '0' bare
	person   byte   // '1', '2', '3'
	number   byte   // 's', 'p', '?'
	gender   byte   // 'm', 'f', 'n', '?'
	typ      byte   // 'P', 'O', 'L', 'M', 'T' for time, '?'
	animate  byte   // 'a', 'n', '?'
	quoted   bool
	speaks   bool // subject of a verb of saying
	length   byte
	tail     byte // words of the phrase after its head
	sentence int
	common   bool     // a name on a common noun: "the regional bloc"
	name     string   // for names: its words without article and possessive
	parts    []string // of the name, in lower case
	mods     []uint32 // lemmas of the content words before and after the head
	of       []uint32 // those among mods that are names or peoples
	text     uint32   // the phrase in lower case, without the article
	noun     lang.Noun
	alike    []int // sets of nouns used for one another that the head is in
}

// longestPhrase bounds how many words of a phrase are looked at.
const longestPhrase = 12

// describe fills the traits of a mention.
func describe(d *text.Doc, m *text.Mention, l *lang.Language, quoted bool) traits {
	h := &d.Tokens[m.Head]
	t := traits{
		kind: m.Kind, head: word(strings.ToLower(h.Lemma)), role: word(h.Rel), sentence: h.Sentence,
		quoted: quoted, length: bucket(m.Len()), tail: bucket(m.End - 1 - m.Head), person: '3', number: '?', gender: '?', typ: '?', animate: '?',
		first: word(strings.ToLower(d.Tokens[m.First].Form)), det: determiner(d, m),
		before: around(d, m.First-1, h.Sentence), after: around(d, m.End, h.Sentence),
	}
	if m.First+1 < m.Head {
		t.second = word(strings.ToLower(d.Tokens[m.First+1].Form))
	}
	if h.Head >= 0 {
		t.governor = word(d.Tokens[h.Head].Lemma)
		t.speaks = h.Is("nsubj") && l.Saying[d.Tokens[h.Head].Lemma].Speaker
	}
	if m.Type != "" {
		t.typ = m.Type[0]
	}
	t.noun, t.alike = l.Nouns[strings.ToLower(h.Lemma)], l.Alike[strings.ToLower(h.Lemma)]
	if m.Kind == text.MentionName && t.office(d, m, l) {
		m.Kind, t.kind, t.typ = text.MentionNominal, text.MentionNominal, '?'
	}
	switch m.Kind {
	case text.MentionPronoun:
		t.pronoun(strings.ToLower(h.Form), l)
	case text.MentionName:
		t.named(d, m, l)
	default:
		t.nominal(h)
	}
	if m.Kind != text.MentionPronoun {
		t.class = mix(uint32(m.Kind[0])<<8|uint32(m.Kind[1]), uint32(t.det))
	}
	t.contents(d, m)
	return t
}

func around(d *text.Doc, i, sentence int) uint32 {
	if i < 0 || i >= len(d.Tokens) || d.Tokens[i].Sentence != sentence {
		return 1
	}
	return word(strings.ToLower(d.Tokens[i].Form))
}

// determiner is the class of what opens the phrase.
func determiner(d *text.Doc, m *text.Mention) byte {
	if d.Child(m.Head, "nmod:poss") >= 0 {
		return 'p'
	}
	k := d.Child(m.Head, "det")
	if k < 0 {
		if d.Child(m.Head, "nummod") >= 0 {
			return 'q'
		}
		return '0'
	}
	switch strings.ToLower(d.Tokens[k].Form) {
	case "the":
		return 'd'
	case "a", "an":
		return 'i'
	case "this", "that", "these", "those", "such":
		return 't'
	}
	return 'q'
}

// pronoun fills the traits of a pronoun.
func (t *traits) pronoun(form string, l *lang.Language) {
	p, ok := l.Pronouns[form]
	if !ok {
		t.class = word("other pronoun")
		return
	}
	t.class, t.person, t.number, t.gender = word(p.Lemma), p.Person, p.Number, p.Gender
	t.head = t.class
	if t.person != '3' || t.gender == 'm' || t.gender == 'f' {
		t.animate = 'a'
	} else if t.gender == 'n' {
		t.animate = 'n'
	}
}

// office tells whether a name is but a noun in capitals: "the Prime Minister",
// "the Army".
func (t *traits) office(d *text.Doc, m *text.Mention, l *lang.Language) bool {
	if t.noun.Type == 0 || t.noun.Type == 'T' {
		return false
	}
	_, parts := nameOf(d, m, l)
	for _, p := range parts {
		if n := l.Nouns[p]; n.Type != t.noun.Type && p != "prime" && p != "deputy" && p != "vice" {
			return false
		}
	}
	return t.det == 'd' || t.noun.Title
}

// nominal fills the traits of a phrase with a common noun.
func (t *traits) nominal(h *text.Token) {
	t.number = numberOf(h)
	if t.noun.Type != 0 {
		t.typ = t.noun.Type
	}
	if t.noun.Gender != 0 {
		t.gender = t.noun.Gender
	}
	switch {
	case t.typ == 'P':
		t.animate = 'a'
	case t.noun.Type != 0:
		t.animate = 'n'
	}
}

func numberOf(h *text.Token) byte {
	switch {
	case strings.Contains(h.Feats, "Number=Plur"):
		return 'p'
	case strings.Contains(h.Feats, "Number=Sing"):
		return 's'
	}
	return '?'
}

// named fills the traits of a name. A title before it tells a person's gender.
func (t *traits) named(d *text.Doc, m *text.Mention, l *lang.Language) {
	h := &d.Tokens[m.Head]
	t.number = numberOf(h)
	t.name, t.parts = nameOf(d, m, l)
	t.common = t.noun.Type != 0 && strings.ToLower(h.Form) == h.Form
	if typ, ok := l.Known[joined(t.parts)]; ok {
		t.typ = typ
	}
	if t.noun.Type == 'T' {
		t.typ = 'T'
	}
	switch t.typ {
	case 'P':
		t.number, t.animate = 's', 'a'
		if g := l.Given[t.parts[0]]; g != 0 && len(t.parts) > 1 {
			t.gender = g
		}
	case 'O', 'L':
		t.number, t.animate, t.gender = 's', 'n', 'n'
	}
	for i := max(m.First-1, 0); i <= m.Head; i++ {
		if n, ok := l.Nouns[strings.ToLower(strings.TrimSuffix(d.Tokens[i].Form, "."))]; ok && n.Title && d.Tokens[i].Sentence == h.Sentence {
			t.typ, t.animate = 'P', 'a'
			if n.Gender == 'm' || n.Gender == 'f' {
				t.gender = n.Gender
			}
		}
	}
}

// nameOf is the name at the head of a mention and its parts in lower case:
// the words of the name layer where it has any, else the run of proper nouns.
func nameOf(d *text.Doc, m *text.Mention, l *lang.Language) (string, []string) {
	r := text.Range{First: m.Head, End: m.Head + 1}
	if n := d.Name(m.Head); n >= 0 {
		r = d.Names[n].Range
	} else {
		for r.First > m.First && d.Tokens[r.First-1].UPOS == "PROPN" {
			r.First--
		}
		for r.End < m.End && d.Tokens[r.End].UPOS == "PROPN" {
			r.End++
		}
	}
	for r.Len() > 1 && (strings.EqualFold(d.Tokens[r.First].Form, "the") || d.Tokens[r.First].Is("nmod:desc") || title(l, d.Tokens[r.First].Form)) {
		r.First++
	}
	for r.Len() > 1 && d.Tokens[r.End-1].UPOS == "PART" {
		r.End--
	}
	r.End = min(r.End, r.First+longestPhrase)
	var parts []string
	for i := r.First; i < r.End; i++ {
		if f, _ := utf8.DecodeRuneInString(d.Tokens[i].Form); unicode.IsLetter(f) || unicode.IsDigit(f) {
			parts = append(parts, strings.ToLower(d.Tokens[i].Form))
		}
	}
	return d.Words(r), parts
}

// title tells whether a form stands before names of persons: "Gen.", "Mr".
func title(l *lang.Language, form string) bool {
	return l.Nouns[strings.ToLower(strings.TrimSuffix(form, "."))].Title
}

// contents fills the modifiers and the text of the phrase.
func (t *traits) contents(d *text.Doc, m *text.Mention) {
	h := uint32(7)
	end := min(m.End, m.First+longestPhrase)
	for i := m.First; i < end; i++ {
		k := &d.Tokens[i]
		if k.UPOS == "DET" || k.UPOS == "PUNCT" || k.UPOS == "PART" {
			continue
		}
		h = mix(h, word(strings.ToLower(k.Form)))
		if i != m.Head && (k.UPOS == "NOUN" || k.UPOS == "PROPN" || k.UPOS == "ADJ" || k.UPOS == "NUM") {
			t.mods = append(t.mods, word(strings.ToLower(k.Lemma)))
			if f, _ := utf8.DecodeRuneInString(k.Form); unicode.IsUpper(f) && i > m.First {
				t.of = append(t.of, word(strings.ToLower(k.Lemma)))
			}
		}
	}
	t.text = h
}
