package what

import (
	"fmt"
	"slices"
	"strings"

	"griot"
)

// row is one way to name an event: a word, what it needs beside it, and who
// takes part.
type row struct {
	file     string
	words    []string // the trigger; a particle verb has two
	pos      byte     // 'v' verb, 'n' noun, 'a' adjective
	needs    []need
	actors   sources
	patients sources
	op       string // what it does to an event it governs, "" when nothing
	inner    bool   // whether it needs an event to govern
	weak     bool   // whether it gives way to any row that names its words
	typ      griot.Type
	mode     string
	contexts []string
	name     string // "trigger:ASSAULT/blow up.v", for the rules of a claim
	example  string
	yields   string // "Rebels > soldiers": heads of actors and recipients
}

// need is one argument that must be there, or must not.
type need struct {
	place string // "s", "o", "p.against", "c"; see places
	words []string
	not   bool
}

// sources are where participants are looked for: the alternatives are tried in
// turn, the first that yields anybody is taken whole.
type sources [][]string

// The columns of a table of triggers.
var triggerColumns = []string{"trigger", "pos", "pattern", "mode", "contexts", "example", "yields"}

// Where a pattern says nothing of participants.
var (
	verbActors    = sources{{"s"}}
	verbPatients  = sources{{"o"}}
	boundPatients = sources{{"o.poss"}, {"o.p.of"}, {"p.against"}, {"p.on"}, {"o.p.against"}, {"o.p.on"}, {"o.p.with"}, {"p.with"}, {"p.to"}, {"o.p.to"}, {"o.p.for"}, {"p.from"}, {"o.mods"}}
	nounActors    = sources{{"s"}, {"p.by"}, {"poss"}, {"mods"}}
	nounPatients  = sources{{"o"}, {"p.against"}, {"p.on"}, {"p.of"}, {"p.at"}, {"p.to"}, {"p.with"}}
)

// parseRow reads a row of the table of a type.
func parseRow(file string, typ griot.Type, cols []string) (*row, error) {
	w := &row{file: file, words: strings.Fields(cols[0]), typ: typ, mode: cols[3], example: cols[5], yields: cols[6]}
	if len(w.words) == 0 || len(cols[1]) != 1 {
		return nil, fmt.Errorf("lexicon/%s: row %q has no trigger or part of speech", file, cols)
	}
	w.pos = cols[1][0]
	if cols[4] != "" {
		w.contexts = strings.Split(cols[4], ",")
	}
	if !typ.HasMode(w.mode) {
		return nil, fmt.Errorf("lexicon/%s: %s: %s has no mode %q", file, cols[0], typ, w.mode)
	}
	if err := w.pattern(cols[2]); err != nil {
		return nil, fmt.Errorf("lexicon/%s: %s: %w", file, cols[0], err)
	}
	w.name = "trigger:" + string(typ) + "/" + cols[0] + "." + cols[1]
	if typ == "" {
		w.name = "operator:" + cols[0] + "." + cols[1] + "/" + w.op
	}
	return w, nil
}

// pattern reads the third column: needs ("o:border/airspace", "p.against",
// "!o"), participants ("A=s,p.with", "R=o|p.to") and the operation ("op=refuse").
func (w *row) pattern(s string) error {
	for _, term := range strings.Fields(s) {
		key, value, bound := strings.Cut(term, "=")
		switch {
		case bound && key == "A":
			w.actors = parseSources(value)
		case bound && key == "R":
			w.patients = parseSources(value)
		case bound && key == "op":
			w.op = value
			if !slices.Contains(operations, value) {
				return fmt.Errorf("%q is no operation", value)
			}
		case bound:
			return fmt.Errorf("%q is not understood", term)
		case term == "inner":
			w.inner = true
		case term == "weak":
			w.weak = true
		default:
			n := need{not: strings.HasPrefix(term, "!")}
			place, words, some := strings.Cut(strings.TrimPrefix(term, "!"), ":")
			n.place = place
			if some {
				n.words = strings.Split(words, "/")
			}
			w.needs = append(w.needs, n)
		}
	}
	w.defaults()
	return nil
}

func (w *row) defaults() {
	bound := slices.ContainsFunc(w.needs, func(n need) bool { return n.place == "o" && len(n.words) > 0 && !n.not })
	if w.actors == nil {
		w.actors = verbActors
		if w.pos == 'n' {
			w.actors = nounActors
		}
	}
	if w.patients == nil {
		switch {
		case w.pos == 'n':
			w.patients = nounPatients
		case bound:
			w.patients = boundPatients
		default:
			w.patients = verbPatients
		}
	}
}

func parseSources(s string) sources {
	var all sources
	for _, alternative := range strings.Split(s, "|") {
		all = append(all, strings.Split(alternative, ","))
	}
	return all
}
