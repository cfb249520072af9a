// Package what finds events in a parsed report: who did what to whom, in the
// types and modes of PLOVER.
//
// Triggers, and the predicates that bear on them ("threatened to", "refused
// to", "launched an"), are rows of data/lexicon, each with an example that
// runs (lexicon.go, row.go). A row names a word, the arguments it needs in the
// tree, and which of them are actors and recipients.
//
// Find takes each sentence through these steps, in the order of the files here:
//
//   - match.go: rows are matched word by word. repair.go first mends tags that
//     hide a verb, base.go spells words as the rows do, broaden.go lets verbs
//     whose rows agree take any object.
//   - args.go, control.go, people.go: who stands where in the tree, what verbs
//     share without having it beside them, and which phrases can act or suffer.
//   - scope.go, apply.go: each find is carried up through the predicates that
//     govern it ("refused to", "accused of").
//   - merge.go: finds that tell of one happening are made one.
//   - extent.go, odds.go, mention.go: the words to quote, and how likely a
//     careful reader would record it.
//
// What needs more than its sentence comes last (understood.go, embroil.go).
// between.go and model.go answer another question: of what type is the event
// between two parties that are given.
package what

import (
	"slices"

	"griot"
	"griot/text"
)

// Frame is one event as one place in a report tells it.
type Frame struct {
	Head       int        // token of the trigger; the verb where a verb carries a noun ("launched an attack")
	Extent     text.Range // the words to quote: trigger, actors and recipients, in one piece
	Clause     text.Range // the verb's clause with its subject and what completes it; empty where a noun names the act
	Type       griot.Type
	Mode       string
	Contexts   []string
	Actors     []int // head tokens of the participants' phrases, in text order
	Recipients []int
	Status     griot.Status // "" unless the trigger fixes it
	Lemma      string       // of the word that names the act, "attack" in "launched an attack"
	Odds       float64      // 0…1 that a careful reader would record it as an event of its own
	Rules      []string     // the rows that fired, innermost first

	// Known tells that the words take the act for granted: "after last week's coup".
	Known bool

	// Voiced tells that the act is done by saying the clause, so that it is the
	// speaker's where no actor is found: "the army must leave".
	Voiced bool

	// Purpose tells that the act is what another was done for, and came about with it:
	// "held a rally to demand", "used thugs to beat".
	Purpose bool

	mention bool // the act is not told in a clause of its own
	aside   bool // words in which nobody in politics takes part
}

// Likely is the odds from which a frame is worth a claim.
const Likely = .5

// Cast tells which actor a noun phrase means; the tests do without.
type Cast interface {
	// At is the actor meant by the phrase that token tok heads.
	At(tok int) (griot.Actor, bool)
}

// Speech tells which words somebody is quoted or reported with.
type Speech interface {
	// Told tells whether the word at token tok is among them.
	Told(tok int) bool
}

// Find returns the frames of a parsed report in text order, unlikely ones too.
// A nil cast is allowed: participants are then judged by their words alone.
func (l *Lexicon) Find(doc *text.Doc, cast Cast) []Frame { return l.FindSpoken(doc, cast, nil) }

// FindSpoken is Find in a report of which it is known what is speech; without that
// (nil) a clause is known to be said by the verb beside it alone.
func (l *Lexicon) FindSpoken(doc *text.Doc, cast Cast, speech Speech) []Frame {
	var all []Frame
	for s := range doc.Sentences {
		sent := &doc.Sentences[s]
		if sent.Len() > longest || doc.Paragraphs[sent.Paragraph].Kind.Furniture() {
			continue
		}
		r := newReader(l, doc, cast, speech, sent.Range)
		finds := r.triggers()
		r.scope(finds)
		r.complete(finds)
		finds = r.merge(finds)
		for _, f := range finds {
			all = append(all, r.frame(f))
		}
	}
	slices.SortStableFunc(all, func(a, b Frame) int { return a.Head - b.Head })
	forget(all, cast)
	l.understand(all, doc, cast)
	embroil(all)
	return all
}

// longest is the length in tokens above which a "sentence" is a table or noise
// and nothing is read from it; it also bounds the work.
const longest = 250

// frame is what a find amounts to for the outside.
func (r *reader) frame(f *find) Frame {
	out := Frame{
		Head: f.head, Type: f.typ, Status: f.status,
		Actors: sorted(f.actors), Recipients: sorted(f.recipients),
		Lemma: r.doc.Tokens[f.word].Lemma, Rules: f.rules, mention: f.how == byMention,
	}
	out.Recipients = without(out.Recipients, out.Actors)
	out.Mode = r.modeOf(f)
	out.Extent = r.extent(f)
	out.Clause = r.clause(f.head)
	out.Contexts = r.contexts(f, out.Extent)
	out.Odds = r.odds(f)
	out.aside = r.aside(f) && f.typ.Quad()%2 == 1 && !r.lex.class("converse", f.row.words[0])
	out.Known = out.mention && r.granted(f.word)
	out.Purpose = f.how == byVerb && r.served(f.head, f)
	out.Voiced = slices.Contains(f.row.actors[0], "voice")
	return out
}

func sorted(toks []int) []int {
	toks = slices.Clone(toks)
	slices.Sort(toks)
	return slices.Compact(toks)
}

func without(toks, others []int) []int {
	return slices.DeleteFunc(toks, func(t int) bool { return slices.Contains(others, t) })
}
