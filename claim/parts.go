package claim

import (
	"griot/claim/fact"
	"griot/claim/said"
	"griot/claim/what"
	"griot/claim/who"
	"griot/text"
)

// Parts is what single rooms say of a document, before claims are made of it:
// also the events that are too unlikely for one.
type Parts struct {
	Cast   *who.Cast
	Talk   *said.Talk
	Events []what.Frame // in text order, unlikely ones too
	Judge  *fact.Judge
}

// Parts reads what single rooms say of a document.
func (r *Reader) Parts(doc *text.Doc) Parts {
	s := r.scene(doc)
	return Parts{s.cast, s.talk, r.what.FindSpoken(doc, s.cast, s.talk), r.fact}
}
