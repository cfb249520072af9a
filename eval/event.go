package eval

import (
	"slices"
	"strings"

	"griot"
	"griot/claim/what"
	"griot/claim/where"
	"griot/claim/who"
	"griot/text"
	"griot/text/annotate"
)

// eventGold is a record of the PLOVER and CAMEO sets: a sentence and the events
// that its annotators recorded.
type eventGold struct {
	ID     string       `json:"id"`
	Text   string       `json:"text"`
	Date   string       `json:"date"`
	Events []codedEvent `json:"events"`
	Spans  []struct {
		Label string `json:"label"`
		Start int    `json:"start"` // code points
		End   int    `json:"end"`
	} `json:"spans"`
}

// codedEvent is an event as PLOVER or as CAMEO records it.
type codedEvent struct {
	Type      string      `json:"type"`
	Actor     []actorGold `json:"actor"`
	Recipient []actorGold `json:"recipient"`
	CAMEO     string      `json:"cameo"`
	Source    string      `json:"source"`
	Target    string      `json:"target"`
}

type actorGold struct {
	Text string `json:"text"`
	Code string `json:"code"`
}

// Event scores event types, and who acts on whom, sentence by sentence, the
// program reading raw text with its own parser. An event counts once for its
// sentence and type (type_f1) and once for each pair of country codes of an
// actor and a recipient, those of an act without recipients being one another's
// (type_dyad_f1). type_accuracy and quad_accuracy look at the likeliest event
// alone; with Options.GivenActors at the likeliest between the marked actor
// and recipient. full_f1 is type_dyad_f1 on CAMEO gold and given for such gold
// only: its codes are read as the PLOVER types of ONTOLOGY.md, what is found as
// CAMEO has it (see cameo), its talks have no direction, and what is found between
// two parties of whom it records a mere statement, which PLOVER does not, is left
// out.
func Event(gold string, opt Options) (Result, error) {
	records, err := readLines[eventGold](gold)
	if err != nil {
		return Result{}, err
	}
	e, err := newEventReader()
	if err != nil {
		return Result{}, err
	}
	s := eventScore{byType: map[griot.Type]*counted{}, cameo: slices.ContainsFunc(records, inCAMEO)}
	for i := range records {
		if err := s.add(e, &records[i], opt); err != nil {
			return Result{}, err
		}
	}
	return s.result(), nil
}

// eventReader finds frames in raw text.
type eventReader struct {
	annotate func(*text.Doc) error
	lexicon  *what.Lexicon
	actors   *who.Directory
	places   *where.Resolver
	cameo    *cameoReader
}

// cast is who appears in a document, as the program reads it.
func (e *eventReader) cast(doc *text.Doc) *who.Cast {
	return e.actors.CastAmong(doc, e.places.Find(doc).Countries())
}

func newEventReader() (*eventReader, error) {
	annotate, err := annotate.All()
	if err != nil {
		return nil, err
	}
	lexicon, err := what.New()
	if err != nil {
		return nil, err
	}
	actors, err := who.New()
	if err != nil {
		return nil, err
	}
	places, err := where.New()
	if err != nil {
		return nil, err
	}
	cameo, err := newCAMEOReader(places)
	if err != nil {
		return nil, err
	}
	return &eventReader{annotate, lexicon, actors, places, cameo}, nil
}

// read is the document of a text published on a day, or on an unknown one.
func (e *eventReader) read(s, day string) (*text.Doc, error) {
	doc := &text.Doc{Report: griot.Report{Text: s, Language: "en"}}
	if d, err := griot.ParseDay(day); err == nil {
		doc.Report.Published = d
	}
	return doc, e.annotate(doc)
}

// counted counts what is right, found and in the gold.
type counted struct{ right, found, gold int }

func (t *counted) add(found, gold []string) {
	t.found += len(found)
	t.gold += len(gold)
	for _, f := range found {
		if slices.Contains(gold, f) {
			t.right++
		}
	}
}

type eventScore struct {
	docs, sentences int
	typed, quad     int
	cameo           bool
	types, dyads    counted
	byType          map[griot.Type]*counted
}

func (s *eventScore) add(e *eventReader, g *eventGold, opt Options) error {
	doc, err := e.read(g.Text, g.Date)
	if err != nil {
		return err
	}
	s.docs++
	cast := e.cast(doc)
	all := e.lexicon.Find(doc, cast)
	var likely []what.Frame
	for _, f := range all {
		if f.Odds >= what.Likely {
			likely = append(likely, f)
		}
	}
	var view *cameo
	if s.cameo {
		view = e.cameo.of(doc, cast)
	}
	goldTypes, goldDyads := g.keys()
	var types, dyads []string
	for i := range likely {
		f := &likely[i]
		typ, from, to := string(f.Type), codes(cast, f.Actors), codes(cast, f.Recipients)
		if s.cameo {
			var ok bool
			if typ, from, to, ok = view.event(f); !ok {
				continue
			}
		}
		types = append(types, typ)
		dyads = append(dyads, pairs(typ, from, to)...)
	}
	if s.cameo {
		dyads, goldDyads = mutual(g.judged(dyads)), mutual(goldDyads)
	}
	types, dyads, goldDyads = unique(types), unique(dyads), unique(goldDyads)
	s.types.add(types, goldTypes)
	s.dyads.add(dyads, goldDyads)
	s.perType(types, goldTypes)
	if len(goldTypes) > 0 {
		s.sentences++
		s.choice(e.choose(doc, cast, all, g, opt), g)
	}
	return nil
}

// perType counts every type by itself.
func (s *eventScore) perType(found, gold []string) {
	for _, t := range griot.Types {
		if s.byType[t] == nil {
			s.byType[t] = &counted{}
		}
		only := func(all []string) []string {
			return slices.DeleteFunc(slices.Clone(all), func(x string) bool { return x != string(t) && !(x == yield && isYield(t)) })
		}
		s.byType[t].add(only(found), only(gold))
	}
}

// choice counts the one type chosen for a sentence. YIELD of older sets is
// CONCEDE or RETREAT.
func (s *eventScore) choice(t griot.Type, g *eventGold) {
	for _, ev := range g.Events {
		want := typeOf(ev.Type, ev.CAMEO)
		if string(t) == want || want == yield && isYield(t) {
			s.typed++
			break
		}
	}
	for _, ev := range g.Events {
		if t != "" && quads(typeOf(ev.Type, ev.CAMEO), t) {
			s.quad++
			break
		}
	}
}

// yield is the type of an older edition that PLOVER divided in two.
const yield = "YIELD"

func isYield(t griot.Type) bool { return t == griot.Concede || t == griot.Retreat }

// quads tells whether a type lies in the quadrant of a gold type. YIELD counted
// as material cooperation.
func quads(want string, t griot.Type) bool {
	if want == yield {
		return t.Quad() == 2 || isYield(t)
	}
	return griot.Type(want).Quad() == t.Quad()
}

func (s *eventScore) result() Result {
	r := Result{Docs: s.docs, Figures: map[string]float64{
		"type_accuracy": Ratio(s.typed, s.sentences),
		"type_f1":       F1(s.types.right, s.types.found, s.types.gold),
		"quad_accuracy": Ratio(s.quad, s.sentences),
		"type_dyad_f1":  F1(s.dyads.right, s.dyads.found, s.dyads.gold),
	}, Types: map[string]float64{}}
	if s.cameo {
		r.Figures["full_f1"] = r.Figures["type_dyad_f1"]
	}
	for t, c := range s.byType {
		if c.gold > 0 {
			r.Types[string(t)] = F1(c.right, c.found, c.gold)
		}
	}
	return r
}

// choose is the type of the likeliest event of a sentence, "" for none.
func (e *eventReader) choose(doc *text.Doc, cast *who.Cast, all []what.Frame, g *eventGold, opt Options) griot.Type {
	if opt.GivenActors {
		source, target := g.given(doc)
		return e.lexicon.Between(doc, cast, source, target)
	}
	var best *what.Frame
	for i := range all {
		if best == nil || all[i].Odds > best.Odds {
			best = &all[i]
		}
	}
	if best == nil {
		return ""
	}
	return best.Type
}

// given are the tokens of the marked actors and recipients.
func (g *eventGold) given(doc *text.Doc) (source, target []text.Range) {
	at := runes(g.Text)
	for _, s := range g.Spans {
		if s.Start < 0 || s.End >= len(at) || s.Start >= s.End {
			continue
		}
		r := tokensOf(doc, at[s.Start], at[s.End])
		if strings.HasPrefix(s.Label, "SRC") {
			source = append(source, r)
		}
		if strings.HasSuffix(s.Label, "TAR") {
			target = append(target, r)
		}
	}
	return source, target
}

func tokensOf(doc *text.Doc, start, end int) text.Range {
	r := text.Range{First: len(doc.Tokens), End: 0}
	for i, t := range doc.Tokens {
		if t.Start < end && t.End > start {
			r.First, r.End = min(r.First, i), max(r.End, i+1)
		}
	}
	return r
}

// keys are the events of the gold as types and as dyads.
func (g *eventGold) keys() (types, dyads []string) {
	for _, ev := range g.Events {
		t := typeOf(ev.Type, ev.CAMEO)
		if t == "" {
			continue
		}
		types = append(types, t)
		if ev.CAMEO != "" {
			dyads = append(dyads, pairs(t, countryOf(ev.Source), countryOf(ev.Target))...)
			continue
		}
		dyads = append(dyads, pairs(t, goldCodes(ev.Actor), goldCodes(ev.Recipient))...)
	}
	return unique(types), unique(dyads)
}

func goldCodes(all []actorGold) []string {
	var list []string
	for _, a := range all {
		if c := country(a.Code); c != "" {
			list = append(list, c)
		}
	}
	return unique(list)
}

// misspelt are codes that the gold writes unlike ISO 3166.
var misspelt = map[string]string{"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "UNO": "IGO", "EUR": "IGO", "---": ""}

// country is the first field of an actor code, three letters.
func country(code string) string {
	code = strings.TrimSpace(code)
	if len(code) > 3 {
		code = code[:3]
	}
	if c, ok := misspelt[code]; ok {
		return c
	}
	return code
}

func codes(cast *who.Cast, heads []int) []string {
	var list []string
	for _, h := range heads {
		for _, a := range cast.All(h) {
			if c := country(a.Code); c != "" {
				list = append(list, c)
			}
		}
	}
	return unique(list)
}

// pairs are the dyads of an event: who acts on whom; those who act together act
// on one another.
func pairs(typ string, actors, recipients []string) []string {
	var all []string
	switch {
	case len(recipients) > 0 && len(actors) > 0:
		for _, a := range actors {
			for _, b := range recipients {
				all = append(all, typ+" "+a+" "+b)
			}
		}
	case len(actors) > 1:
		for _, a := range actors {
			for _, b := range actors {
				if a != b {
					all = append(all, typ+" "+a+" "+b)
				}
			}
		}
	default:
		all = append(all, typ+" "+strings.Join(actors, "")+" > "+strings.Join(recipients, ""))
	}
	return all
}

func unique(all []string) []string {
	slices.Sort(all)
	return slices.Compact(all)
}
