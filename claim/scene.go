package claim

import (
	"griot"
	"griot/claim/what"
)

// idle tells a thought of what might be, in which nobody known takes part.
func idle(c *griot.Claim) bool {
	return c.Status == griot.Possible && len(c.Actors) == 0 && len(c.Recipients) == 0
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
// day is so on the day on which it is said.
func (s *scene) day(f *what.Frame) griot.Interval {
	day := s.times.Of(f.Head)
	if day.Basis != griot.BasisNone || !verbal(f.Type) {
		return day
	}
	i := f.Head
	for range 6 {
		t := s.doc.Tokens[i]
		if t.Head < 0 {
			return day
		}
		if i = t.Head; t.Is("ccomp") {
			break
		}
	}
	if said := s.times.Of(i); s.doc.Tokens[i].XPOS == "VBD" {
		return said
	}
	return day
}

// place is where an act happened. An act in words happens where they are spoken,
// not at the places that they are about.
func (s *scene) place(f *what.Frame) *griot.Place {
	if !verbal(f.Type) {
		return s.places.Of(f.Head)
	}
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
