// Package figure reads the amounts that a report gives: people killed, wounded,
// detained or displaced, troops, protesters, money, distances, houses.
//
// An amount keeps the range that the words allow. "Hundreds" is 200 to 999, "at
// least 17" is 17 or more (Max −1), "more than 17" is 18 or more, "up to 50" is 0
// to 50, "nearly 24" is about 24. Dates, ages, percentages and ordinals count nothing and are left out.
// What counts as what is in data/cues: numerals, quantities, bounds, counted.
package figure

import (
	"slices"
	"strings"

	"griot"
	"griot/claim/word"
	"griot/text"
)

// Found is an amount and where it stands in the text.
type Found struct {
	Range    text.Range // the words of the amount: "at least 17 soldiers"
	Head     int        // token of the counted noun, or of the number when nothing is named
	Governor int        // token that says what became of the counted ("killed"), or the verb they belong to
	Giver    int        // token of who gives it as the subject of a verb of counting, "police put the toll at 41"; −1 for none
	Amount   griot.Amount
	part     bool // of those counted before: "including three children"
}

// Reader finds amounts. It is safe for use by several goroutines.
type Reader struct {
	numerals   map[string]numeral
	quantities []quantity
	bounds     []bound
	counted    map[slot]string
	pairs      map[string]bool // lemmas that decide together with a word that hangs on them
	words      *word.Book
}

// New reads the tables. It fails only when they are broken.
func New() (*Reader, error) {
	r := &Reader{}
	var err error
	if r.numerals, err = loadNumerals(); err != nil {
		return nil, err
	}
	if r.quantities, err = loadQuantities(); err != nil {
		return nil, err
	}
	if r.bounds, err = loadBounds(); err != nil {
		return nil, err
	}
	if r.counted, err = loadCounted(); err != nil {
		return nil, err
	}
	var lemmas []string
	r.pairs = make(map[string]bool)
	for s := range r.counted {
		lemma, with, paired := strings.Cut(s.lemma, "+")
		lemmas = append(lemmas, lemma, with)
		r.pairs[lemma] = r.pairs[lemma] || paired
	}
	r.words, err = word.New(lemmas)
	return r, err
}

// Find lists the amounts of a document in text order. It needs tags and trees.
func (r *Reader) Find(doc *text.Doc) []Found {
	var out []Found
	var last *Found
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if doc.Paragraphs[s.Paragraph].Kind.Furniture() {
			continue
		}
		if k := len(out) - 1; last != nil && k >= 0 && i-doc.Tokens[out[k].Head].Sentence > 2 {
			last = nil // too far back to go on with
		}
		for _, n := range r.numbers(doc, s.Range) {
			if f, ok := r.found(doc, n, last); ok {
				out = append(out, f)
				if last == nil || !f.part {
					last = &out[len(out)-1]
				}
			}
		}
	}
	return out
}

// found tells what a number counts. last is the amount before it in the
// sentence, from which "and wounded nearly 24" takes who was wounded.
func (r *Reader) found(doc *text.Doc, n number, last *Found) (Found, bool) {
	noun, top := counted(doc, n)
	of, governor := r.what(doc, n, noun, top)
	f := Found{Range: n.Range, part: r.partly(doc, top)}
	if of == "" && last != nil {
		switch {
		case ofThem(doc, n) && harm(last.Amount.Of):
			of, governor, noun, f.part = last.Amount.Of, last.Governor, ofWhom(doc, n), true
		case noun < 0 && r.carries(doc, n, top, last):
			of, governor = last.Amount.Of, last.Governor
		}
	}
	if of == "" || of == "things" || r.idle(doc, n, noun, top, of) {
		return Found{}, false
	}
	if r.passed(doc, top) && n.min == n.max {
		n.min, n.max = n.min+1, -1
	}
	f.Head, f.Governor, f.Giver = top, governor, r.giver(doc, top)
	who := ""
	switch {
	case n.currency:
		of, who = "money", n.sign
	case noun >= 0:
		f.Head = noun
		f.Range = text.Range{First: min(n.First, noun), End: max(n.End, noun+1)}
		who = r.who(doc, n, noun, last)
	case r.levelled(doc, governor) >= 0:
		who = doc.Tokens[r.levelled(doc, governor)].Form
	case last != nil && harm(last.Amount.Of) && of != "killed" || last != nil && last.Governor == governor:
		who = last.Amount.Who
	}
	if (n.min == 1 && n.max == 1 || n.small) && !harm(of) {
		return Found{}, false
	}
	f.Amount = griot.Amount{Of: of, Who: who, Min: n.min, Max: n.max, Approx: n.approx, Words: doc.Words(f.Range)}
	return f, true
}

// idle tells whether a number counts nothing that a record would keep, whatever
// its words.
func (r *Reader) idle(doc *text.Doc, n number, noun, top int, of string) bool {
	switch {
	case n.small && !harm(of), n.part && people(of):
		return true
	case noun < 0 && (ordinalYear(n) || ofKin(doc, n)):
		return true
	}
	return single(doc, n, top) || farOff(doc, n, noun) || of != "distance" && of != "money" && hyphened(doc, n.First, n.End, len(doc.Tokens))
}

// who is who is counted: nobody by a noun that is the harm itself, "the injured",
// and by "others" those who were counted before.
func (r *Reader) who(doc *text.Doc, n number, noun int, last *Found) string {
	switch {
	case doc.Tokens[noun].Lemma == "other" && last != nil && doc.Tokens[last.Head].Sentence == doc.Tokens[noun].Sentence:
		return last.Amount.Who
	case r.first(doc, noun, "loss", "state") != "", doc.Tokens[noun].UPOS == "VERB", doc.Tokens[noun].Lemma == "life",
		doc.Tokens[noun].UPOS == "ADJ" && r.counted[slot{"thing", r.lemma(doc, noun)}] == "": // "one civilian"
		return ""
	}
	return whoWords(doc, n, noun)
}

// carries tells whether a bare number goes on with the figure before it: "62
// people have died here, and 19 in Assam", "Police spoke of 18,000".
func (r *Reader) carries(doc *text.Doc, n number, top int, last *Found) bool {
	if last == nil || last.Amount.Of == "money" || last.Amount.Of == "distance" {
		return false
	}
	h := doc.Tokens[top].Head
	if h < 0 {
		return false
	}
	for _, k := range []int{h, doc.Child(h, "obj")} {
		if k >= 0 && k != top && r.first(doc, k, "carrier") != "" {
			return true
		}
	}
	if doc.Tokens[top].Is("obj") && r.first(doc, h, "giver") != "" { // "the rulers admit just 200"
		return true
	}
	i := n.First - 1
	if doc.Tokens[last.Head].Sentence != doc.Tokens[top].Sentence || i < 0 {
		return false
	}
	switch strings.ToLower(doc.Tokens[i].Form) {
	case "and", "or", "while":
		return n.End < len(doc.Tokens) && doc.Tokens[n.End].UPOS == "ADP" && doc.Tokens[n.End].Form != "of"
	}
	return false
}

// harm tells whether the amount counts people who came to harm; only of those
// do single ones and vague ones ("several") matter.
func harm(of string) bool {
	switch of {
	case "killed", "wounded", "missing", "detained", "abducted", "displaced", "casualties":
		return true
	}
	return false
}

// people tells whether what is counted is people, or may be.
func people(of string) bool {
	switch of {
	case "distance", "money", "houses", "vehicles", "aircraft", "shelters", "things":
		return false
	}
	return true
}

// ordinalYear tells whether a bare number looks like a year.
func ordinalYear(n number) bool {
	return n.min == n.max && n.min >= 1900 && n.min <= 2100 && n.Len() == 1
}

// whoWords is who is counted: the noun with the words between it and the number.
func whoWords(doc *text.Doc, n number, noun int) string {
	first := noun
	for first > n.after && noun-first < 4 && !slices.Contains([]string{"ADP", "DET", "NUM", "PRON"}, doc.Tokens[first-1].UPOS) {
		first--
	}
	if w := strings.ToLower(doc.Tokens[first].Form); first < noun && (w == "more" || w == "other" || w == "others") {
		first++
	}
	return doc.Words(text.Range{First: first, End: noun + 1})
}
