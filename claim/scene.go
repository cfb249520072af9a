package claim

import (
	"slices"

	"griot"
	"griot/claim/what"
)

// idle tells a question whether something came about, and a thought of what might
// be in which nobody known takes part.
func idle(c *griot.Claim) bool {
	return slices.Contains(c.Rules, "marks:whether") || c.Status == griot.Possible && len(c.Actors) == 0 && len(c.Recipients) == 0
}

// verbal tells whether acts of a type are done in words.
func verbal(t griot.Type) bool {
	switch t {
	case griot.Agree, griot.Support, griot.Request, griot.Accuse, griot.Reject, griot.Threaten:
		return true
	}
	return false
}

// day is when an act happened. What is promised, threatened or refused without a
// day is so on the day on which it is said, and up to the deadline that is set;
// what is only announced then lies ahead of it, so that day is inferred, and taken
// only where it is told.
func (s *scene) day(f *what.Frame, status griot.Status) griot.Interval {
	day := s.times.Of(f.Head)
	planned := status == griot.Announced || status == griot.Threatened || status == griot.Demanded || status == griot.Conditional
	if day.Basis == griot.BasisNone && (planned || verbal(f.Type)) {
		said, ok := s.times.Said(f.Head)
		switch {
		case !ok:
		case verbal(f.Type):
			day = said
		case said.Basis == griot.BasisText || said.Basis == griot.BasisAnaphora:
			said.Basis, said.Reason = griot.BasisInferred, "it was said then, and lies ahead: "+said.Reason
			day = said
		}
	}
	if by, ok := s.times.Deadline(f.Head, day); ok && planned && verbal(f.Type) {
		day.To, day.Reason = by, day.Reason+"; and the deadline "+by.String()
	}
	return day
}

// settle is where an act happened, kept for those told after it.
func (s *scene) settle(f *what.Frame, status griot.Status, day griot.Interval) *griot.Place {
	place := s.place(f, status, day)
	if place != nil {
		s.sited = append(s.sited, sited{f.Type, s.doc.Tokens[f.Head].Sentence, place})
	}
	return place
}

// place is where an act happened. An act in words happens where they are spoken,
// not at the places that they are about, unless they are about an act to come.
func (s *scene) place(f *what.Frame, status griot.Status, day griot.Interval) *griot.Place {
	if !verbal(f.Type) {
		place := s.places.Of(f.Head)
		if place == nil && (status.Real() || status == griot.Denied) && goesOn(f, day) {
			return s.carried(f)
		}
		return place
	}
	if place := s.spoken(f); place != nil {
		return place
	}
	if f.Type == griot.Agree || f.Type == griot.Request || f.Type == griot.Threaten {
		return s.places.OfContent(f.Head)
	}
	return nil
}

// goesOn tells whether an act is most likely part of what was told just before it:
// violence, protest or arrest that has a day, but none of its own.
func goesOn(f *what.Frame, day griot.Interval) bool {
	return day.Known() && day.Basis != griot.BasisText && (f.Type == griot.Assault || f.Type == griot.Protest || f.Mode == "arrest")
}

// sited is an act with a place.
type sited struct {
	kind     griot.Type
	sentence int
	where    *griot.Place
}

// carried is where an act happened whose sentence does not say it: where the last
// act of its kind did, or else what was told last, within what Carried reaches.
func (s *scene) carried(f *what.Frame) *griot.Place {
	for _, last := range slices.Backward(s.sited) {
		if !s.places.Reaches(last.sentence, f.Head) {
			break
		}
		if last.kind == f.Type {
			return s.places.Again(last.where)
		}
	}
	return s.places.Carried(f.Head)
}

// spoken is where an act in words was done: the place that hangs on its verb.
func (s *scene) spoken(f *what.Frame) *griot.Place {
	all := s.places.At(f.Head)
	if len(all) == 0 {
		return nil
	}
	for i := all[0].Range.First; ; i = s.doc.Tokens[i].Head {
		switch t := s.doc.Tokens[i]; {
		case t.Head < 0 || all[0].Range.Len() == 0:
			return nil
		case t.Head == f.Head:
			if t.Is("obl") {
				return &all[0].Place
			}
			return nil
		case t.Is("conj") || t.Is("acl") || t.Is("advcl") || t.Is("ccomp") || t.Is("xcomp"):
			return nil
		}
	}
}
