package claim

import (
	"slices"

	"griot"
	"griot/claim/figure"
	"griot/claim/what"
)

// acts are the acts that claims were read of, as figures are hung on them.
type acts struct {
	owner []string      // by figure, the claim that it was read with
	at    map[int][]int // by the head of their trigger, the claims
}

func newActs(figures int) *acts { return &acts{make([]string, figures), map[int][]int{}} }

// loot tells whether a figure counts things that were seized, as people may be too.
func (s *scene) loot(f figure.Found) bool {
	return s.doc.Tokens[f.Governor].Lemma == "seize" && s.doc.Tokens[f.Head].UPOS == "NOUN" && !s.what.Person(s.doc, f.Head)
}

// amounts are the figures of an act: those that its trigger or its participants
// govern. Each figure belongs to the first act that claims it.
func (s *scene) amounts(f *what.Frame, id string, owner []string) []griot.Amount {
	var near []int // the figures of the sentences that the act stands in
	for _, head := range slices.Concat([]int{f.Head}, f.Actors, f.Recipients) {
		near = append(near, s.counted[s.doc.Tokens[head].Sentence]...)
	}
	slices.Sort(near)
	var all []griot.Amount
	for _, i := range slices.Compact(near) {
		if found := &s.figures[i]; owner[i] == "" && s.belongs(f, found) && !spoken(f, found) {
			owner[i] = id
			all = append(all, found.Amount)
		}
	}
	return all
}

// spoken tells whether an act is one in words, or a meeting, that only speaks of
// those who came to harm in another: "condemned the murder of six priests".
func spoken(f *what.Frame, found *figure.Found) bool {
	hurt := found.Amount.Of == "killed" || found.Amount.Of == "wounded" || found.Amount.Of == "casualties"
	return hurt && f.Head != found.Governor && (verbal(f.Type) || f.Type == griot.Consult)
}

// belongs tells whether a figure counts for an act.
func (s *scene) belongs(f *what.Frame, found *figure.Found) bool {
	governor := found.Governor
	for s.doc.Tokens[governor].Is("conj") && governor != f.Head { // "killed 17 and wounded 24"
		governor = s.doc.Tokens[governor].Head
	}
	if governor == f.Head || f.Extent.Has(found.Governor) && f.Extent.Has(found.Head) {
		return true
	}
	return slices.Contains(f.Recipients, found.Head) || slices.Contains(f.Actors, found.Head) || s.wrought(f, found)
}

// wrought tells whether a figure counts those whom an act named by a noun left
// dead, hurt or without a home: "the attack left 40 dead", "clashes that killed 5".
func (s *scene) wrought(f *what.Frame, found *figure.Found) bool {
	t, verb := s.doc.Tokens[f.Head], s.doc.Child(f.Head, "acl:relcl")
	switch {
	case t.UPOS == "VERB":
		verb = f.Head
	case t.Is("nsubj"):
		verb = t.Head
	}
	if verb < 0 || !slices.Contains(tolling, s.doc.Tokens[verb].Lemma) {
		return false
	}
	for k, steps := found.Head, 0; k >= 0 && steps < 6; k, steps = s.doc.Tokens[k].Head, steps+1 {
		if k == verb {
			return true
		}
		if r := s.doc.Tokens[k]; !r.Is("obj") && !r.Is("xcomp") && !r.Is("conj") && !r.Is("nummod") && !r.Is("nmod") && !r.Is("advcl") {
			return false
		}
	}
	return false
}

// tolling are verbs that say what an act did to how many.
var tolling = []string{"leave", "kill", "claim", "wound", "injure", "displace", "cost", "take", "hurt", "maim"}

// hang gives the figures that no act governs to the act of which they are the
// outcome, where their sentence tells it or names it: "70 people were hurt in the
// protests", "they stormed the town, leaving 12 dead".
func (s *scene) hang(claims []griot.Claim, acts *acts) {
	for i := range s.figures {
		found := &s.figures[i]
		if acts.owner[i] != "" || outcomes[found.Amount.Of] == nil || !s.told(found.Head) {
			continue
		}
		if k := s.causeOf(found, claims, acts); k >= 0 {
			acts.owner[i] = claims[k].ID
			claims[k].Figures = append(claims[k].Figures, found.Amount)
		}
	}
}

// outcomes are the acts of which so many counted may be the outcome.
var outcomes = map[string][]griot.Type{
	"killed": {griot.Assault, griot.Protest}, "wounded": {griot.Assault, griot.Protest}, "casualties": {griot.Assault, griot.Protest},
	"missing": {griot.Assault}, "abducted": {griot.Assault}, "displaced": {griot.Assault, griot.Coerce},
	"detained": {griot.Coerce}, "protesters": {griot.Protest}, "troops": {griot.Mobilize, griot.Retreat},
}

// causeOf is the claim, by its index, of the nearest act above a figure in the
// tree that it may be the outcome of, or of one that a phrase of such a clause
// names; −1 when there is none.
func (s *scene) causeOf(found *figure.Found, claims []griot.Claim, acts *acts) int {
	for k, steps := found.Governor, 0; k >= 0 && steps < 6; k, steps = s.doc.Tokens[k].Head, steps+1 {
		if i := s.outcomeOf(k, found, claims, acts); i >= 0 {
			return i
		}
		for c := range s.doc.Children(k) {
			if t := s.doc.Tokens[c]; t.UPOS != "NOUN" || !t.Is("nsubj") && !t.Is("obl") && !t.Is("nmod") {
				continue
			}
			if i := s.outcomeOf(c, found, claims, acts); i >= 0 {
				return i
			}
			if n := s.doc.Child(c, "nmod"); n >= 0 { // "the toll from the attack"
				if i := s.outcomeOf(n, found, claims, acts); i >= 0 {
					return i
				}
			}
		}
	}
	return -1
}

// outcomeOf is the claim of the act at token k that a figure may be the outcome
// of, or, where k names an act told before, that claim; −1 for none.
func (s *scene) outcomeOf(k int, found *figure.Found, claims []griot.Claim, acts *acts) int {
	for _, i := range acts.at[k] {
		if c := &claims[i]; slices.Contains(outcomes[found.Amount.Of], c.Type) && c.Status.Real() {
			return i
		}
	}
	if t := s.doc.Tokens[k]; t.UPOS == "NOUN" && s.definite(k) {
		return s.toldBefore(k, found, claims)
	}
	return -1
}

// toldBefore is the claim told before that the noun at token k means, where it
// means an act that a figure may be the outcome of: the last that the same word
// told, else the last of that type. A war is not the last attack of it.
func (s *scene) toldBefore(k int, found *figure.Found, claims []griot.Claim) int {
	noun, best, day := s.doc.Tokens[k], -1, s.times.Of(found.Governor)
	told, _ := slices.BinarySearchFunc(claims, noun.Start+1, func(c griot.Claim, at int) int { return c.Sentence.Start - at })
	for i := told - 1; i >= 0 && i >= told-memory; i-- {
		c := &claims[i]
		if c.Start > noun.Start || !c.Status.Real() || !slices.Contains(outcomes[found.Amount.Of], c.Type) || !s.what.Names(s.doc, k, c.Type) {
			continue
		}
		if day.Basis == griot.BasisText && day.Known() && (!day.Overlaps(c.When) || longer(day, c.When)) {
			continue
		}
		if c.Lemma == noun.Lemma {
			return i
		}
		if best < 0 && !slices.Contains(lasting, noun.Lemma) {
			best = i
		}
	}
	return best
}

// memory is how many claims back an act that a noun means may have been told.
const memory = 200

// lasting are nouns for what is made of many acts.
var lasting = []string{"war", "conflict", "violence", "fighting", "unrest", "uprising", "insurgency", "offensive", "campaign", "crackdown", "siege"}

// longer tells whether a time is so much longer than another that what is counted
// in it is more than what happened in the other: "so far this year".
func longer(a, b griot.Interval) bool {
	return a.From.Known() && a.To.Known() && b.From.Known() && b.To.Known() && (a.To-a.From)-(b.To-b.From) > 30
}

// definite tells whether a noun means something told before: "the attack", "these
// protests", not "a similar attack" or "the earlier attack".
func (s *scene) definite(k int) bool {
	if s.compared(k) {
		return false
	}
	for c := range s.doc.Children(k) {
		switch s.doc.Tokens[c].Lemma {
		case "the", "this", "that", "these", "those":
			return true
		}
	}
	return false
}

// compared tells whether a noun is of something other than what was told.
func (s *scene) compared(k int) bool {
	for c := range s.doc.Children(k) {
		switch s.doc.Tokens[c].Lemma {
		case "other", "another", "similar", "previous", "earlier", "last", "first", "second", "past", "recent":
			return true
		}
	}
	return false
}

// counts are the report's figures, each with the day and place of its act.
func (s *scene) counts(claims []griot.Claim, acts *acts) []griot.Figure {
	byID := map[string]*griot.Claim{}
	for i := range claims {
		byID[claims[i].ID] = &claims[i]
	}
	var all []griot.Figure
	days := map[int]griot.Interval{} // by governor: a verb may govern a long list
	for i, found := range s.figures {
		if !s.told(found.Head) {
			continue
		}
		span := s.doc.Span(found.Range)
		f := griot.Figure{
			Source: griot.Source{Report: s.doc.Report.ID}, Amount: found.Amount,
			Start: span.Start, End: span.End, Quote: s.doc.Words(found.Range),
			Voices: s.givers(&found), Claim: acts.owner[i],
		}
		if act := byID[f.Claim]; act != nil {
			f.When, f.Where = act.When, act.Where
		} else {
			f.When, f.Where = s.dayOf(found.Governor, days), s.places.Of(found.Governor)
		}
		f.ID = f.Identify()
		all = append(all, f)
	}
	return all
}

// givers are those who say how many, the nearest first.
func (s *scene) givers(found *figure.Found) []griot.Voice {
	voices := s.talk.Voices(found.Head)
	if len(voices) > 0 || found.Giver < 0 {
		return voices
	}
	v := griot.Voice{Words: s.doc.Words(s.doc.Subtree(found.Giver)), Cue: s.doc.Tokens[s.doc.Tokens[found.Giver].Head].Form, Status: griot.Happened}
	v.Name = v.Words
	if a, ok := s.cast.At(found.Giver); ok {
		v.ID, v.Name, v.Words = a.ID, a.Name, a.Words
	}
	return []griot.Voice{v}
}

// dayOf is the time of what a token tells, kept in days.
func (s *scene) dayOf(token int, days map[int]griot.Interval) griot.Interval {
	day, ok := days[token]
	if !ok {
		day = s.times.Of(token)
		days[token] = day
	}
	return day
}
