// Package claim reads claims, statements and figures from a parsed report. Each
// question has a room of its own (when, where, who, what, said, fact, figure);
// here their answers are joined.
package claim

import (
	"slices"
	"strings"

	"griot"
	"griot/claim/answer"
	"griot/claim/fact"
	"griot/claim/figure"
	"griot/claim/said"
	"griot/claim/what"
	"griot/claim/when"
	"griot/claim/where"
	"griot/claim/where/atlas"
	"griot/claim/who"
	"griot/text"
)

// Reader reads claims. It is safe for use by several goroutines.
type Reader struct {
	who    *who.Directory
	what   *what.Lexicon
	where  *where.Resolver
	said   *said.Reader
	fact   *fact.Judge
	figure *figure.Reader
	answer *answer.Reader
}

// New reads the tables and models that claims are read with. places are the
// user's own, beside the gazetteer's.
func New(places ...atlas.Entry) (*Reader, error) {
	r := &Reader{}
	var err error
	for _, load := range []func(){
		func() { r.who, err = who.New() },
		func() { r.what, err = what.New() },
		func() { r.where, err = where.New(places...) },
		func() { r.said, err = said.New() },
		func() { r.fact, err = fact.New() },
		func() { r.figure, err = figure.New() },
		func() { r.answer, err = answer.New() },
	} {
		if load(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// scene is a report with every room's answer.
type scene struct {
	*Reader
	doc     *text.Doc
	cast    *who.Cast
	times   *when.Times
	places  *where.Places
	talk    *said.Talk
	figures []figure.Found
	counted map[int][]int // indexes of the figures, by the sentences of head and governor
	sited   []sited       // the acts so far that have a place
	people  []griot.ActorFacts
	codes   map[string]string // of the actors, by their IDs
	authors map[int]author    // of the deeds that are named without one, by the tokens that name them
}

// Read joins what all rooms read from a document with segments, tags, trees,
// names and references.
func (r *Reader) Read(doc *text.Doc) griot.Reading {
	s := r.scene(doc)
	reading := griot.Reading{Report: doc.Report, Statements: s.talk.Statements, Roles: s.cast.Roles(), Actors: s.people}
	claimed, games := map[string]bool{}, s.games()
	acts := newActs(len(s.figures))
	frames := r.what.FindSpoken(doc, s.cast, s.talk)
	s.authors = s.charge(frames)
	for _, f := range frames {
		if f.Odds < what.Likely && !s.authors[f.Head].told || !s.told(f.Head) {
			continue
		}
		c := s.claim(&f, acts)
		if !claimed[c.ID] && !idle(&c) && !(games[doc.Tokens[f.Head].Sentence] && harmless(&c)) {
			claimed[c.ID] = true
			acts.at[f.Head] = append(acts.at[f.Head], len(reading.Claims))
			reading.Claims = append(reading.Claims, c)
		}
	}
	s.hang(reading.Claims, acts)
	reading.Figures = s.counts(reading.Claims, acts)
	reading.Normalize()
	return reading
}

// scene asks the rooms whose answers the claims share.
func (r *Reader) scene(doc *text.Doc) *scene {
	s := &scene{Reader: r, doc: doc}
	s.times = when.Find(doc)
	s.places = r.where.Find(doc)
	s.cast = r.who.CastAmong(doc, s.places.Countries())
	s.talk = r.said.Find(doc, s.cast)
	s.people, s.codes = s.cast.Actors(), map[string]string{}
	for _, a := range s.people {
		s.codes[a.ID] = a.Code
	}
	s.figures, s.counted = slices.DeleteFunc(r.figure.Find(doc), s.loot), map[int][]int{}
	for i, f := range s.figures {
		for _, token := range []int{f.Head, f.Governor} {
			sentence := doc.Tokens[token].Sentence
			s.counted[sentence] = append(s.counted[sentence], i)
		}
	}
	return s
}

// told tells whether a token stands where claims are read from: headings only
// repeat the body, and furniture says nothing of its own.
func (s *scene) told(head int) bool { return s.doc.Kind(head) == griot.Body }

// claim is what a frame says, with every room's answer about its act.
func (s *scene) claim(f *what.Frame, acts *acts) griot.Claim {
	span := s.doc.Span(f.Extent)
	sentence := s.doc.Sentences[s.doc.Tokens[f.Head].Sentence]
	verdict := s.fact.Of(s.doc, f.Head)
	status := s.status(f, &verdict)
	day := s.day(f, status)
	c := griot.Claim{
		Source: griot.Source{Report: s.doc.Report.ID},
		Start:  span.Start, End: span.End, Quote: s.doc.Words(f.Extent),
		Sentence: griot.Span{Report: s.doc.Report.ID, Start: sentence.ByteStart, End: sentence.ByteEnd},
		Type:     f.Type, Mode: f.Mode, Contexts: f.Contexts,
		Status: status, Background: verdict.Background,
		Actors: s.actors(f.Actors), Recipients: s.actors(f.Recipients),
		When: day, Where: s.settle(f, status, day),
		Voices: s.talk.Voices(f.Head), Odds: f.Odds, Lemma: f.Lemma, Rules: f.Rules,
	}
	if f.Clause.Len() > 0 {
		clause := s.doc.Span(f.Clause)
		c.Clause = [2]int{clause.Start, clause.End}
	}
	for i := range c.Voices {
		c.Voices[i].Status = s.held(f, c.Voices[i].Status, &verdict, c.Status)
	}
	if verdict.Rule != "" {
		c.Rules = append(slices.Clip(c.Rules), verdict.Rule)
	}
	c.Background = c.Background || s.longAgo(c.When)
	if len(c.Actors) == 0 {
		c.Actors = s.speakers(f.Actors, c.Voices)
	}
	if len(c.Actors) == 0 && s.own(&c) {
		c.Actors = s.spokesman(f, c.Voices)
	}
	s.authors[f.Head].sign(&c)
	if len(c.Actors) == 0 && (c.Type == griot.Threaten || f.Voiced) {
		c.Actors = s.spokesman(f, c.Voices) // a threat that nobody makes is the speaker's
	}
	c.Recipients = others(c.Recipients, c.Actors)
	c.ID = c.Identify()
	c.Figures = s.amounts(f, c.ID, acts.owner)
	return c
}

// status is the status of the claim that a frame makes, given what the sentence
// makes of its trigger. Not to recognise somebody is to reject him, so a negation
// that made the type does not deny the claim too.
func (s *scene) status(f *what.Frame, v *fact.Verdict) griot.Status {
	status := v.Status
	if f.Purpose && status == griot.Possible {
		status = griot.Happened
	}
	switch {
	case f.Known, v.Rule == fact.Decreed:
		return griot.Happened
	case status.Real(), status == griot.Possible && f.Type == griot.Threaten && len(f.Actors) == 0: // "the measures may include force"
		status = s.speechStatus(f, status)
	case status == griot.Denied && f.Type == griot.Reject && strings.HasPrefix(v.Rule, "marks:"):
		return griot.Happened
	}
	if (status == griot.Threatened || status == griot.Announced) && s.fact.Hinges(s.doc, f.Head) {
		return griot.Conditional
	}
	return status
}

// held is the status of the claim in the eyes of a voice to which its trigger has
// the status told: that of the claim where they agree with the sentence about it.
func (s *scene) held(f *what.Frame, told griot.Status, v *fact.Verdict, status griot.Status) griot.Status {
	if told == v.Status {
		return status
	}
	return s.status(f, &fact.Verdict{Status: told})
}

// commissives are verbs and nouns by which one binds oneself to a later act
// (Searle 1976).
var commissives = []string{"promise", "pledge", "vow", "swear", "offer", "commit", "undertake", "plan", "intend", "volunteer", "assure", "commitment"}

// speechStatus is the status of an act that came about. To demand, to threaten
// or to promise is done in words; what matters to the record is the act that the
// words are about, so the claim says that it is demanded, threatened or announced.
func (s *scene) speechStatus(f *what.Frame, told griot.Status) griot.Status {
	switch {
	case f.Status != "":
		return f.Status
	case f.Type == griot.Request:
		return griot.Demanded
	case f.Type == griot.Threaten:
		return griot.Threatened
	case f.Type == griot.Agree && (slices.Contains(commissives, f.Lemma) || f.Lemma == "agree" && s.doc.Child(f.Head, "xcomp") >= 0):
		return griot.Announced
	}
	return told
}

// backgroundDays is how far before publication an act must lie to be background
// whatever its words: two months is no longer news in any cycle.
const backgroundDays = 60

func (s *scene) longAgo(w griot.Interval) bool {
	published := s.doc.Report.Published
	if w.Reason == when.OtherTime {
		return true
	}
	return published.Known() && w.To.Known() && w.Basis != griot.BasisPublished && w.To < published-backgroundDays
}

// actors are those whom the heads of noun phrases mean, each once.
func (s *scene) actors(heads []int) []griot.Actor {
	var all []griot.Actor
	for _, h := range heads {
		found := s.cast.All(h)
		if who := s.cast.Meant(h); len(found) == 0 && (s.what.Person(s.doc, who) || s.what.Target(s.doc, who)) {
			found = append(found, s.cast.Described(h))
		}
		for _, a := range found {
			if !slices.ContainsFunc(all, func(b griot.Actor) bool { return a.ID == b.ID }) {
				all = append(all, a)
			}
		}
	}
	return all
}

// speakers is who speaks where an act is told by "I" or "we": the nearest voice,
// in the words of the pronoun.
func (s *scene) speakers(heads []int, voices []griot.Voice) []griot.Actor {
	for _, h := range heads {
		t := s.doc.Tokens[h]
		if w := strings.ToLower(t.Form); len(voices) > 0 && voices[0].ID != "" && (w == "we" || w == "i") {
			return []griot.Actor{{ID: voices[0].ID, Name: voices[0].Name, Code: s.codes[voices[0].ID], Words: t.Form, Start: t.Start, End: t.End}}
		}
	}
	return nil
}

// spokesman is the nearest voice as an actor, where its sentence or the one before
// names it.
func (s *scene) spokesman(f *what.Frame, voices []griot.Voice) []griot.Actor {
	if len(voices) == 0 || voices[0].ID == "" || voices[0].Words == "" {
		return nil
	}
	v := griot.Actor{ID: voices[0].ID, Name: voices[0].Name, Words: voices[0].Words, Code: s.codes[voices[0].ID]}
	n := s.doc.Tokens[f.Head].Sentence
	for _, sentence := range s.doc.Sentences[max(0, n-1) : n+1] {
		if i := strings.Index(s.doc.Report.Text[sentence.ByteStart:sentence.ByteEnd], v.Words); i >= 0 {
			v.Start = sentence.ByteStart + i
			v.End = v.Start + len(v.Words)
		}
	}
	if v.End == 0 {
		return nil
	}
	return []griot.Actor{v}
}

// others are the recipients who are not among the actors: nobody acts on himself,
// but one of a force may act on some of it, "police arrested eight officers".
func others(recipients, actors []griot.Actor) []griot.Actor {
	return slices.DeleteFunc(recipients, func(r griot.Actor) bool {
		_, sector, _ := strings.Cut(r.Code, " ")
		some := (sector == "MIL" || sector == "COP") && strings.Contains(r.Words, " ") && !strings.HasPrefix(strings.ToLower(r.Words), "the ")
		return !some && slices.ContainsFunc(actors, func(a griot.Actor) bool { return a.ID == r.ID })
	})
}
