package eval

import (
	"slices"
	"strings"

	"griot"
	"griot/claim/fact"
	"griot/claim/said"
	"griot/claim/what"
	"griot/claim/where"
	"griot/claim/who"
	"griot/data"
	"griot/text"
)

// inCAMEO tells whether the events of a record have codes of CAMEO.
func inCAMEO(g eventGold) bool { return len(g.Events) > 0 && g.Events[0].CAMEO != "" }

// cameoReader reads what CAMEO asks of a text beside its frames.
type cameoReader struct {
	facts   *fact.Judge
	sayings *said.Reader
	places  *where.Resolver
	iso3    map[string]string // country codes by those of two letters
}

func newCAMEOReader(places *where.Resolver) (*cameoReader, error) {
	facts, err := fact.New()
	if err != nil {
		return nil, err
	}
	sayings, err := said.New()
	if err != nil {
		return nil, err
	}
	countries, err := data.NamedCountries()
	if err != nil {
		return nil, err
	}
	r := &cameoReader{facts, sayings, places, map[string]string{}}
	for _, c := range countries {
		r.iso3[c.ISO2] = c.ISO3
	}
	return r, nil
}

// cameo sees the frames of a text as the coders of CAMEO do.
type cameo struct {
	*cameoReader
	doc  *text.Doc
	cast *who.Cast
	at   *where.Places
	talk []griot.Statement
}

func (r *cameoReader) of(doc *text.Doc, cast *who.Cast) *cameo {
	return &cameo{r, doc, cast, r.places.Find(doc), r.sayings.Find(doc, cast).Statements}
}

// event is a frame as CAMEO has it; ok is false where CAMEO has no event: for what
// lies years back, and for acts between parties of whom no country is known. What
// a sentence announces in plain words ("will supply arms") is the act itself, and
// a party that it does not name is the country where the act is done.
func (c *cameo) event(f *what.Frame) (typ string, from, to []string, ok bool) {
	if c.facts.Of(c.doc, f.Head).Background {
		return "", nil, nil, false
	}
	act := plain(f)
	from, to = c.codes(f.Actors), c.codes(f.Recipients)
	if there := c.country(f.Head); there != "" && len(f.Actors)+len(f.Recipients) == 1 && !slices.Contains(slices.Concat(from, to), there) {
		if len(f.Recipients) == 0 {
			to = []string{there}
		} else {
			from = []string{there}
		}
	}
	typ, from, to = c.accusation(c.doc.Tokens[f.Head].Start, act, from, to)
	return typ, from, to, len(from)+len(to) > 0
}

// codes are the countries of parties; a place that acts or suffers is its country.
func (c *cameo) codes(heads []int) []string {
	all, countries := codes(c.cast, heads), c.at.Countries()
	for _, h := range heads {
		if there := c.iso3[countries[h]]; there != "" && len(codes(c.cast, []int{h})) == 0 {
			all = append(all, there)
		}
	}
	return unique(all)
}

// plain is the type of the act that a frame announces with nothing but its tense,
// or the type of the frame.
func plain(f *what.Frame) griot.Type {
	if f.Type != griot.Agree && f.Type != griot.Threaten || len(f.Rules) == 0 {
		return f.Type
	}
	row, _ := strings.CutPrefix(f.Rules[0], "trigger:")
	act, _, _ := strings.Cut(row, "/")
	other := func(rule string) bool { return !strings.HasPrefix(rule, "trigger:"+act+"/") }
	if act == "" || slices.ContainsFunc(f.Rules, other) {
		return f.Type
	}
	return griot.Type(act)
}

// country is the code of the country of the place of an act, "" when the text
// names none.
func (c *cameo) country(head int) string {
	if at := c.at.At(head); len(at) > 0 {
		return c.iso3[at[0].Place.Country]
	}
	return ""
}

// accusation is an event as CAMEO has it: a hostile act that a party of another
// country tells of ("the ministry said that rebels attacked the base") is what
// the teller accuses its actors of. Newspapers accuse nobody by telling. at is the
// byte where the act stands.
func (c *cameo) accusation(at int, t griot.Type, from, to []string) (typ string, actors, recipients []string) {
	if t.Quad() != 4 || len(from) == 0 {
		return string(t), from, to
	}
	for _, s := range c.talk {
		by := countryOf(s.Speaker.Code)
		told := slices.ContainsFunc(s.Spans, func(p [2]int) bool { return p[0] <= at && at < p[1] && s.Speaker.End <= p[0] })
		if told && s.Act == "claim" && len(by) > 0 && !slices.Contains(from, by[0]) && !strings.HasSuffix(s.Speaker.Code, " JRN") {
			return string(griot.Accuse), by, from
		}
	}
	return string(t), from, to
}

// countryOf is the country of a code as a list, empty for an actor without one.
func countryOf(code string) []string {
	if c := country(code); c != "" {
		return []string{c}
	}
	return nil
}

// mutual writes the dyads of talks in one order: CAMEO records a meeting now
// once, now both ways.
func mutual(dyads []string) []string {
	all := slices.Clone(dyads)
	for i, d := range all {
		if f := strings.Fields(d); len(f) == 3 && f[0] == string(griot.Consult) && f[1] != ">" && f[2] != ">" {
			all[i] = f[0] + " " + min(f[1], f[2]) + " " + max(f[1], f[2])
		}
	}
	return all
}

// judged leaves out the dyads between parties of whom the gold records a statement
// (CAMEO 01), which has no type in PLOVER.
func (g *eventGold) judged(dyads []string) []string {
	return slices.DeleteFunc(slices.Clone(dyads), func(d string) bool {
		f := strings.Fields(d)
		return slices.ContainsFunc(g.Events, func(e codedEvent) bool {
			return strings.HasPrefix(e.CAMEO, "01") && len(f) == 3 && f[1] == country(e.Source) && f[2] == country(e.Target)
		})
	})
}

// typeOf is the PLOVER type of a gold event: its own, or that of its CAMEO code.
func typeOf(typ, cameo string) string {
	if cameo == "" {
		return typ
	}
	if len(cameo) < 2 {
		return ""
	}
	for _, row := range cameoTypes {
		if strings.HasPrefix(cameo, row.code) {
			return string(row.typ)
		}
	}
	return ""
}

// cameoTypes maps CAMEO codes to PLOVER types, exceptions before roots.
var cameoTypes = []struct {
	code string
	typ  griot.Type
}{
	{"0813", griot.Retreat}, {"0814", griot.Retreat},
	{"084", griot.Retreat}, {"085", griot.Retreat}, {"086", griot.Retreat}, {"087", griot.Retreat},
	{"163", griot.Coerce}, {"175", griot.Assault}, {"1712", griot.Assault}, {"191", griot.Coerce}, {"192", griot.Coerce},
	{"02", griot.Request}, {"03", griot.Agree}, {"04", griot.Consult}, {"05", griot.Support}, {"06", griot.Cooperate},
	{"07", griot.Aid}, {"08", griot.Concede}, {"09", griot.Accuse}, {"10", griot.Request}, {"11", griot.Accuse},
	{"12", griot.Reject}, {"13", griot.Threaten}, {"14", griot.Protest}, {"15", griot.Mobilize}, {"16", griot.Sanction},
	{"17", griot.Coerce}, {"18", griot.Assault}, {"19", griot.Assault}, {"20", griot.Assault},
}
