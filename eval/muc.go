package eval

import (
	"maps"
	"slices"
	"strings"
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
// 1992), the program reading raw text, as the scorer of 1992 does where its files
// are known: slotconfig.el and config-tst4.el of its version 3.3, report.el of 3.2.
//
// Pairing ("restrict-map-slots" of config-tst4.el): a found template is paired
// with one of the key whose type it shares at least in part, and with it at least
// one perpetrator, target or kind of target. A type is shared in part where an
// attack of no kind was found for one of a kind: ATTACK stands above the others
// in slotconfig.el. Which pairs go first is our reading: those of one type, then
// those with the most in common. An optional template that nothing is paired with
// does not count.
//
//   - type_f1: templates paired and of the same type.
//   - stage_f1: templates of a stage other than ACCOMPLISHED, paired and of the
//     same stage.
//   - confidence_recall, confidence_precision: organisations held responsible
//     with how far the text says so, of all in the key and of all found, those of
//     templates paired with none among them: config-tst4.el displays the slots of
//     "all-templates", and Chinchor, MUC-4 Evaluation Metrics (M92-1002), calls
//     that the change from MUC-3. A fill that need not be given counts only where
//     one is given. A fill that is more general than the key's is half right,
//     "accused" where the key has "accused by authorities" (slotconfig.el). The
//     organisation that a confidence belongs to must be right: our reading of its
//     cross-reference, the strictest.
//   - confidence_precision_matched: the same of found templates that are paired
//     with one of the key, "matched/missing", the display of MUC-3 (report.el).
//   - slots_f1: individuals and organisations responsible, physical and human
//     targets; a fill is right when its words hold or are held by one of the
//     key's, articles apart, where in 1992 a person judged what was not the same.
func MUC(gold string, _ Options) (Result, error) {
	records, err := readLines[mucGold](gold)
	if err != nil {
		return Result{}, err
	}
	incidents, err := mucReader()
	if err != nil {
		return Result{}, err
	}
	s := mucScore{}
	for i := range records {
		if !records[i].HasKey {
			continue
		}
		found, err := incidents(records[i].Text)
		if err != nil {
			return Result{}, err
		}
		s.add(found, keyIncidents(records[i].Events))
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
	kinds      [][]string // of targets: CIVILIAN, COMMERCIAL
	deeds      []mucDeed
	sentences  []int // where the sentences that tell of it begin
}

// mucSlots are the slots with strings of the text that are scored.
var mucSlots = []string{"perp_individual", "perp_org", "phys_tgt", "hum_tgt"}

type mucScore struct {
	docs                           int
	types, stages, confidence, all counted
	half                           int // confidences that are half right
	paired                         int // confidences found in templates that are paired
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

// fills counts what a paired incident has right; a fill of the key is earned once.
func (s *mucScore) fills(f, g *mucIncident) {
	s.paired += len(f.confidence)
	earned := map[string]bool{}
	for _, org := range slices.Sorted(maps.Keys(f.confidence)) {
		fill, hows := heldIn(g.confidence, org, earned)
		if fill == "" {
			if fill, hows = heldIn(g.allowed, org, earned); fill != "" {
				s.confidence.gold++
			}
		}
		earned[fill] = true
		switch how := f.confidence[org]; {
		case sharesAny(how, hows):
			s.confidence.right++
		case slices.Contains(how, accusedPlain) && slices.Contains(hows, accusedByOffice):
			s.half++
		}
	}
	for _, slot := range mucSlots {
		s.all.right += rightFills(f.slots[slot], g.slots[slot])
	}
}

// heldIn is the fill of the key that an organisation is in, and how far that
// holds it responsible; "" where it is in none that is not yet earned.
func heldIn(key map[string][]string, org string, earned map[string]bool) (string, []string) {
	for _, fill := range slices.Sorted(maps.Keys(key)) {
		if !earned[fill] && sameFill(strings.Split(org, "/"), strings.Split(fill, "/")) {
			return fill, key[fill]
		}
	}
	return "", nil
}

func (s *mucScore) result() Result {
	return Result{Docs: s.docs, Figures: map[string]float64{
		"type_f1":                      F1(s.types.right, s.types.found, s.types.gold),
		"stage_f1":                     F1(s.stages.right, s.stages.found, s.stages.gold),
		"confidence_recall":            Ratio(2*s.confidence.right+s.half, 2*s.confidence.gold),
		"confidence_precision":         Ratio(2*s.confidence.right+s.half, 2*s.confidence.found),
		"confidence_precision_matched": Ratio(2*s.confidence.right+s.half, 2*s.paired),
		"slots_f1":                     F1(s.all.right, s.all.found, s.all.gold),
	}}
}

// pairIncidents gives for each found incident the key's it is paired with, or
// -1: pairs of one type before those of an attack with one of its kinds, those
// with the most in common first.
func pairIncidents(found, key []mucIncident) []int {
	type option struct{ f, k, n int }
	var options, loose []option
	for f := range found {
		for k := range key {
			n := inCommon(&found[f], &key[k])
			switch {
			case n == 0:
			case sharesAny(found[f].typ, key[k].typ):
				options = append(options, option{f, k, n})
			case slices.Contains(found[f].typ, "ATTACK"):
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

// inCommon weighs what two incidents have in common, 0 where they share no
// participant and no kind of target: participants first, then kinds, then the
// stage.
func inCommon(found, key *mucIncident) int {
	n := 0
	for _, slot := range mucSlots {
		n += 4 * rightFills(found.slots[slot], key.slots[slot])
	}
	for _, f := range found.kinds {
		if slices.ContainsFunc(key.kinds, func(k []string) bool { return sharesAny(f, k) }) {
			n += 2
		}
	}
	if n > 0 && sharesAny(found.stage, key.stage) {
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
