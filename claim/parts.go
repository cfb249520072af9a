package claim

import (
	"griot"
	"griot/claim/answer"
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
	// Charges say who answers for a deed otherwise than by telling that he did it.
	Charges []answer.Charge
	scene   *scene
}

// Parts reads what single rooms say of a document.
func (r *Reader) Parts(doc *text.Doc) Parts {
	s := r.scene(doc)
	events := r.what.FindSpoken(doc, s.cast, s.talk)
	return Parts{s.cast, s.talk, events, r.fact, r.answer.Find(doc, deeds(events)), s}
}

// deeds tells which tokens are the words for assaults.
func deeds(events []what.Frame) func(tok int) bool {
	at := map[int]bool{}
	for i := range events {
		if events[i].Type == griot.Assault {
			at[events[i].Head] = true
		}
	}
	return func(tok int) bool { return at[tok] }
}

// Setting is when and where an event of the document happened, as a claim of it
// would say; the place is nil where the text does not say. Ask for events in text
// order: one goes on where another was.
func (p *Parts) Setting(f *what.Frame) (griot.Interval, *griot.Place) {
	verdict := p.scene.fact.Of(p.scene.doc, f.Head)
	status := p.scene.status(f, &verdict)
	day := p.scene.day(f, status)
	return day, p.scene.settle(f, status, day)
}

// Person tells whether a token is a noun for people or for a body of people.
func (p *Parts) Person(tok int) bool { return p.scene.what.Person(p.scene.doc, tok) }
