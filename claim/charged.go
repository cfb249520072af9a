package claim

import (
	"slices"

	"griot"
	"griot/claim/answer"
	"griot/claim/what"
)

// A deed that is only named, or that the sentence before told, may have its author
// in what is said of it: "the rebels were behind the attack", "the army blamed the
// raid on the rebels", "the group claimed the bombing". Who says so is a voice of
// the claim.

// author is who is held to have done a deed.
type author struct {
	by     []griot.Actor
	voices []griot.Voice // who holds so, where it is not the outlet itself
	told   bool          // in words that tell of the deed as much as a clause would
}

// docket is what is held against whom in a report.
type docket struct {
	*scene
	assaults []*what.Frame
	open     map[int]*what.Frame // assaults without an author, by every token that names them
	accusers map[int]*what.Frame // accusations and convictions, by their heads
	authors  map[int]author      // by the heads of the frames
}

// charge finds the authors of the assaults that the report tells without one, by
// the heads of their frames.
func (s *scene) charge(frames []what.Frame) map[int]author {
	d := &docket{s, nil, map[int]*what.Frame{}, map[int]*what.Frame{}, map[int]author{}}
	for i := range frames {
		d.list(&frames[i])
	}
	for _, f := range d.assaults {
		if by, ok := s.talk.Owner(f.Head); ok {
			d.enter(f.Head, author{[]griot.Actor{by}, []griot.Voice{voice(by, "")}, true})
		}
	}
	for _, a := range s.talk.Avowals() {
		d.avow(a.By, a.Cue)
	}
	for i := range frames {
		if frames[i].Mode == "allege" {
			d.accuse(&frames[i])
		}
	}
	for _, c := range s.answer.Find(s.doc, func(tok int) bool { return d.open[tok] != nil }) {
		d.answer(&c)
	}
	return d.authors
}

// list files a frame under the tokens by which it is spoken of: an assault also
// under the noun that its verb goes on from, "killed in an attack".
func (d *docket) list(f *what.Frame) {
	switch {
	case f.Mode == "allege" || f.Mode == "convict":
		d.accusers[f.Head] = f
	case f.Type == griot.Assault:
		if d.assaults = append(d.assaults, f); len(d.actors(f.Actors)) > 0 { // a bomb is no author
			return
		}
		d.open[f.Head] = f
		for k := range d.doc.Children(f.Head) {
			if t := d.doc.Tokens[k]; t.UPOS == "NOUN" && slices.Contains(f.Rules, "trigger:ASSAULT/"+t.Lemma+".n") {
				d.open[k] = f
			}
		}
	}
}

// enter notes the author of the deed that a token names, the first who is found.
// One who is named for "the attack" and no more is the author of what was told
// before.
func (d *docket) enter(deed int, a author) {
	f := d.open[deed]
	if f == nil || len(a.by) == 0 {
		return
	}
	if before := d.before(deed); before != nil && f.Odds < what.Likely && d.bare(deed) {
		if f = before; d.open[f.Head] == nil {
			return
		}
	}
	if _, known := d.authors[f.Head]; !known {
		d.authors[f.Head] = a
	}
}

// bare tells whether the noun at a token says no more of a deed than that it is
// known: "the attack".
func (d *docket) bare(deed int) bool {
	if d.doc.Child(deed, "det") < 0 {
		return false
	}
	for k := range d.doc.Children(deed) {
		t := d.doc.Tokens[k]
		accused := t.Is("nmod") && d.doc.Child(k, "case") >= 0 && d.doc.Tokens[d.doc.Child(k, "case")].Lemma == "to" // "attributed the attack to"
		if (t.Is("nmod") || t.Is("acl") || t.Is("amod") || t.Is("compound")) && !accused {
			return false
		}
	}
	return true
}

// backward is how many sentences back the deed was told that "the attack" means.
const backward = 2

// before is the last assault told before a token, or nil.
func (d *docket) before(tok int) *what.Frame {
	n, _ := slices.BinarySearchFunc(d.assaults, tok, func(f *what.Frame, tok int) int { return f.Head - tok })
	for n--; n >= 0; n-- {
		f := d.assaults[n]
		back := d.doc.Tokens[tok].Sentence - d.doc.Tokens[f.Head].Sentence
		if back > backward {
			return nil
		}
		if back > 0 && f.Odds >= what.Likely {
			return f
		}
	}
	return nil
}

// avow makes those who claim a deed that their sentence does not name the authors of
// the one before.
func (d *docket) avow(by, cue int) {
	f := d.before(cue)
	if f == nil || d.open[f.Head] == nil || d.doc.Tokens[cue].Lemma != "claim" || !d.asserted(cue) { // not "take responsibility"
		return
	}
	n := d.doc.Tokens[cue].Sentence
	if slices.ContainsFunc(d.assaults, func(g *what.Frame) bool { return d.doc.Tokens[g.Head].Sentence == n }) {
		return
	}
	a := author{by: d.actors([]int{by})}
	for _, who := range a.by {
		a.voices = append(a.voices, voice(who, d.doc.Tokens[cue].Form))
	}
	d.enter(f.Head, a)
}

// accuse makes those whom somebody accuses the authors of what they are accused of:
// what the verb's object is, what it is "for" or "of", or what the verb is said of
// ("the attack, which police blamed on").
func (d *docket) accuse(f *what.Frame) {
	if f.Odds < what.Likely || len(f.Actors) == 0 || !d.asserted(f.Head) {
		return
	}
	a := author{others(d.actors(f.Recipients), d.actors(f.Actors)), d.voicesOf(f), false}
	if v := d.doc.Tokens[f.Head]; v.Is("acl") {
		deed := v.Head
		if d.open[deed] == nil && d.doc.Tokens[deed].Is("nmod") { // "the killing of a priest, blamed on"
			deed = d.doc.Tokens[deed].Head
		}
		d.enter(deed, a)
	}
	for k := range d.doc.Children(f.Head) {
		switch t := d.doc.Tokens[k]; {
		case t.Is("obj"), t.Rel == "nsubj:pass":
			d.enter(k, a)
		case t.Is("obl"):
			if c := d.doc.Child(k, "case"); c >= 0 && slices.Contains([]string{"for", "of", "with"}, d.doc.Tokens[c].Lemma) {
				d.enter(k, a)
			}
		}
	}
}

// answer makes those who answer for a deed its authors, in the eyes of those who
// say so: "held the army responsible for".
func (d *docket) answer(c *answer.Charge) {
	says := c.Cue
	if d.doc.Tokens[says].Is("case") { // "behind"
		says = c.Deed
	}
	if c.Deed < 0 || c.Hint || !d.asserted(says) || d.doc.Tokens[c.Whom].UPOS == "PRON" && d.doc.Tokens[c.Whom].XPOS != "PRP" { // "those behind it", "who is"
		return
	}
	told := d.doc.Child(says, "cop") >= 0 && !d.doc.Tokens[says].Is("acl") // not "police hunt the men behind the attack"
	a := author{d.actors([]int{c.Whom}), d.talk.Voices(c.Cue), told}
	for i, steps := c.Cue, 0; i >= 0 && steps < 3; i, steps = d.doc.Tokens[i].Head, steps+1 {
		if f := d.accusers[i]; f != nil && f.Head != c.Deed {
			if a.told = false; len(f.Actors) == 0 {
				return
			}
			a.voices = append(a.voices, d.voicesOf(f)...)
			d.enter(c.Deed, a)
			return
		}
	}
	if told || c.Told {
		d.enter(c.Deed, a)
	}
}

// asserted tells whether the sentence takes what the word at a token says as so.
func (s *scene) asserted(tok int) bool { return s.fact.Of(s.doc, tok).Status.Real() }

// voicesOf are those who accuse in a frame, as voices.
func (s *scene) voicesOf(f *what.Frame) []griot.Voice {
	var all []griot.Voice
	for _, a := range s.actors(f.Actors) {
		all = append(all, voice(a, s.doc.Tokens[f.Head].Form))
	}
	return all
}

// voice is somebody who says by the cue that a deed was done.
func voice(a griot.Actor, cue string) griot.Voice {
	return griot.Voice{ID: a.ID, Name: a.Name, Words: a.Words, Cue: cue, Status: griot.Happened}
}

// sign gives a claim without an actor the author that its deed is held to have, and
// the voices that hold so.
func (a author) sign(c *griot.Claim) {
	if len(c.Actors) > 0 {
		return
	}
	c.Actors = a.by
	for _, v := range a.voices {
		if !slices.ContainsFunc(c.Voices, func(o griot.Voice) bool { return o.Words == v.Words || o.ID != "" && o.ID == v.ID }) {
			c.Voices = append(c.Voices, v)
		}
	}
}
