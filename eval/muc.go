package eval

import (
	"maps"
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// mucGold is a document of MUC-4 and the incidents in it, "templates".
type mucGold struct {
	ID     string         `json:"id"`
	Text   string         `json:"text"`
	HasKey bool           `json:"has_key"`
	Events []mucKeyRecord `json:"events"`
}

type mucKeyRecord struct {
	Optional bool                `json:"optional"`
	Type     string              `json:"type"`
	Stage    string              `json:"stage"`
	Slots    map[string][]string `json:"slots"`
}

// MUC scores incidents of a document against the templates of MUC-4 (Sundheim
// 1992), the program reading raw text. Found and key templates of a document
// are paired by type, the pair that shares the most participants first; an
// optional template that nothing is paired with does not count. What is left is
// paired where an attack of no kind was found for one of a kind, of the same
// participants: attack stands above the other types in the scorer's tree.
//
//   - type_f1: templates with their type.
//   - stage_f1: templates of a stage other than ACCOMPLISHED, paired and of the
//     same stage.
//   - confidence_recall, confidence_precision: organisations held responsible
//     with how far the text says so, of all in the key and of all found. A fill
//     that the key has as optional counts only where one is given. As in the
//     scorer of 1992 a fill that is more general than the key's is half right:
//     "accused" where the key has "accused by authorities".
//   - slots_f1: individuals and organisations responsible, physical and human
//     targets; a fill is right when its words hold or are held by one of the
//     key's, articles apart.
func MUC(gold string, _ Options) (Result, error) {
	records, err := readLines[mucGold](gold)
	if err != nil {
		return Result{}, err
	}
	annotate, err := wholeChain()
	if err != nil {
		return Result{}, err
	}
	reader, err := newMUCReader()
	if err != nil {
		return Result{}, err
	}
	s := mucScore{}
	for i := range records {
		if !records[i].HasKey {
			continue
		}
		doc := &text.Doc{Report: griot.Report{Text: sentenceCase(records[i].Text), Language: "en"}}
		if err := annotate(doc); err != nil {
			return Result{}, err
		}
		s.add(reader.incidents(doc), keyIncidents(records[i].Events))
	}
	return s.result(), nil
}

// mucIncident is a template: what happened, how far, who and to whom.
type mucIncident struct {
	typ        []string // alternatives
	stage      []string
	optional   bool
	confidence map[string][]string // alternatives of an organisation, joined by "/": its confidences
	allowed    map[string][]string // as confidence: what need not be given
	slots      map[string][][]string
	sentences  []int // where the sentences that tell of it begin
}

// mucSlots are the slots with strings of the text that are scored.
var mucSlots = []string{"perp_individual", "perp_org", "phys_tgt", "hum_tgt"}

type mucScore struct {
	docs                           int
	types, stages, confidence, all counted
	half                           int // confidences that are half right
}

func (s *mucScore) add(found, key []mucIncident) {
	s.docs++
	pair := pairIncidents(found, key)
	s.types.found += len(found)
	for k, g := range key {
		f := slices.Index(pair, k)
		if f < 0 && g.optional {
			continue
		}
		s.types.gold++
		late := !slices.Contains(g.stage, accomplished)
		if late {
			s.stages.gold++
		}
		s.confidence.gold += len(g.confidence)
		for _, slot := range mucSlots {
			s.all.gold += len(g.slots[slot])
		}
		if f < 0 {
			continue
		}
		if sharesAny(found[f].typ, g.typ) {
			s.types.right++
		}
		if late && sharesAny(found[f].stage, g.stage) {
			s.stages.right++
		}
		s.fills(&found[f], &g)
	}
	for _, f := range found {
		if !slices.Contains(f.stage, accomplished) {
			s.stages.found++
		}
		s.confidence.found += len(f.confidence)
		for _, slot := range mucSlots {
			s.all.found += len(f.slots[slot])
		}
	}
}

// fills counts what a paired incident has right.
func (s *mucScore) fills(f, g *mucIncident) {
	for org, how := range f.confidence {
		hows, ok := heldIn(g.confidence, org)
		if !ok {
			if hows, ok = heldIn(g.allowed, org); ok {
				s.confidence.gold++
			}
		}
		switch {
		case ok && sharesAny(how, hows):
			s.confidence.right++
		case ok && slices.Contains(how, accusedPlain) && slices.Contains(hows, accusedByOffice):
			s.half++
		}
	}
	for _, slot := range mucSlots {
		s.all.right += rightFills(f.slots[slot], g.slots[slot])
	}
}

// heldIn is how far the key holds an organisation responsible.
func heldIn(key map[string][]string, org string) ([]string, bool) {
	for _, want := range slices.Sorted(maps.Keys(key)) {
		if sameFill(strings.Split(org, "/"), strings.Split(want, "/")) {
			return key[want], true
		}
	}
	return nil, false
}

func (s *mucScore) result() Result {
	return Result{Docs: s.docs, Figures: map[string]float64{
		"type_f1":              F1(s.types.right, s.types.found, s.types.gold),
		"stage_f1":             F1(s.stages.right, s.stages.found, s.stages.gold),
		"confidence_recall":    Ratio(2*s.confidence.right+s.half, 2*s.confidence.gold),
		"confidence_precision": Ratio(2*s.confidence.right+s.half, 2*s.confidence.found),
		"slots_f1":             F1(s.all.right, s.all.found, s.all.gold),
	}}
}

// pairIncidents gives for each found incident the key's it is paired with, or
// -1: pairs of one type before those of an attack with one of its kinds, the most
// fills in common first.
func pairIncidents(found, key []mucIncident) []int {
	type option struct{ f, k, n int }
	var options, loose []option
	for f := range found {
		for k := range key {
			n := commonFills(&found[f], &key[k])
			switch {
			case sharesAny(found[f].typ, key[k].typ):
				options = append(options, option{f, k, n})
			case slices.Contains(found[f].typ, "ATTACK") && n > 1:
				loose = append(loose, option{f, k, n})
			}
		}
	}
	most := func(a, b option) int { return b.n - a.n }
	slices.SortStableFunc(options, most)
	slices.SortStableFunc(loose, most)
	pair := make([]int, len(found))
	for i := range pair {
		pair[i] = -1
	}
	for _, o := range append(options, loose...) {
		if pair[o.f] < 0 && !slices.Contains(pair, o.k) {
			pair[o.f] = o.k
		}
	}
	return pair
}

// commonFills weighs what two incidents have in common: two for each participant,
// one for the stage.
func commonFills(found, key *mucIncident) int {
	n := 0
	for _, slot := range mucSlots {
		n += 2 * rightFills(found.slots[slot], key.slots[slot])
	}
	if sharesAny(found.stage, key.stage) {
		n++
	}
	return n
}

func rightFills(found, gold [][]string) int {
	n, used := 0, make([]bool, len(gold))
	for _, f := range found {
		for i, g := range gold {
			if !used[i] && sameFill(f, g) {
				used[i] = true
				n++
				break
			}
		}
	}
	return n
}

// sameFill tells whether one of the alternatives holds one of the others.
func sameFill(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			x, y := " "+plainWords(x)+" ", " "+plainWords(y)+" "
			if x != "  " && y != "  " && (strings.Contains(x, y) || strings.Contains(y, x)) {
				return true
			}
		}
	}
	return false
}

// plainWords is a phrase in small letters without articles and punctuation.
func plainWords(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "a" || w == "an" || w == "s" }), " ")
}

func sharesAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
