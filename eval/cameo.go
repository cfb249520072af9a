package eval

import (
	"slices"
	"strings"

	"griot"
)

// inCAMEO tells whether the events of a record have codes of CAMEO.
func inCAMEO(g eventGold) bool { return len(g.Events) > 0 && g.Events[0].CAMEO != "" }

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

// accusation is an event as CAMEO has it: a hostile act that a party of another
// country tells of ("the ministry said that rebels attacked the base") is what
// the teller accuses its actors of. at is the byte where the act stands.
func accusation(talk []griot.Statement, at int, t griot.Type, from, to []string) (typ string, actors, recipients []string) {
	if q := t.Quad(); len(from) == 0 || q != 4 {
		return string(t), from, to
	}
	for _, s := range talk {
		by := countryOf(s.Speaker.Code)
		told := slices.ContainsFunc(s.Spans, func(p [2]int) bool { return p[0] <= at && at < p[1] && s.Speaker.End <= p[0] })
		if told && s.Act == "claim" && len(by) > 0 && !slices.Contains(from, by[0]) {
			return string(griot.Accuse), by, from
		}
	}
	return string(t), from, to
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
