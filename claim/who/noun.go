package who

import (
	"sort"
	"strings"

	"griot"
)

// byNoun is the actor that a common noun means, and whether the phrase says
// whose it is.
func (c *Cast) byNoun(tok int) (id ident, said bool) {
	i := c.callAt[tok]
	if i < 0 {
		return ident{}, false
	}
	n := c.calls[i].noun
	if n.sector == "" && n.kind == group || n.word == "member" || n.word == "volunteer" {
		if id := c.whole(tok); id.known() && id.kind != country && (n.word != "volunteer" || id.kind == organisation) {
			return id, false
		}
	}
	if n.scope == aBloc && !c.indefinite(tok) {
		if id := c.bloc(tok); id.known() {
			return id, false
		}
	}
	if id := c.ofBodyNamed(tok, n); id.known() {
		return id, true
	}
	own := c.ownerOf(int(i))
	if before := c.adjacent(int(i)); strings.HasPrefix(n.sector, "IGO ") && before.kind == country {
		return generic(n, c.phrase(tok), before.country, strings.TrimPrefix(n.sector, "IGO ")), true // "Ruritanian peacekeepers"
	}
	if n.sector == "REB" && n.kind == group && !own.known() && c.definite(tok) {
		if id := c.onlyRebels(); id.known() {
			return id, false
		}
	}
	if n.word == "forces" && !own.said && c.modified(tok, i) {
		return generic(n, c.phrase(tok), "", ""), false // "invasion forces" are no state's own
	}
	if !own.known() {
		if id := c.sameOffice(tok, int(i)); id.known() {
			return id, true
		}
		own = c.context(tok, int(i))
		if n.sector == "MIL" && c.attacks(tok, own.country) {
			own = c.attacked(tok, own.country)
		}
	}
	if n.scope == aCountry && plural(c.doc.Tokens[tok]) {
		return c.states(tok), false
	}
	if n.scope == aCountry && (!own.known() || own.kind != country || own.said || plural(c.doc.Tokens[tok]) || c.indefinite(tok)) {
		return ident{}, false
	}
	if n.kind == person && n.scope == state && !c.indefinite(tok) && !plural(c.doc.Tokens[tok]) {
		if id := c.held(tok, n.word, own.country); id.known() {
			return id, own.said
		}
	}
	if n.kind == person && c.toppled(tok) {
		if id := c.dir.fallen(own.country, c.day); id.known() {
			return id, own.said
		}
	}
	return c.composed(tok, int(i), own), own.said
}

// ofBodyNamed is the president or king of a body that follows by "of" and is no state:
// "the president of the bar association" is not the head of the state.
func (c *Cast) ofBodyNamed(tok int, n noun) ident {
	if n.kind != person || n.scope != state || hasPortfolio(n.word) {
		return ident{}
	}
	for k := range c.doc.Children(tok) {
		if k < tok || !c.doc.Tokens[k].Is("nmod") || c.caseOf(k) != "of" || c.callAt[k] < 0 {
			continue
		}
		body := c.calls[c.callAt[k]].noun
		if body.scope == aCountry || body.sector == "GOV" || body.sector == "MIL" || body.kind == person || body.word == "people" || c.dir.is("national", body.word) {
			return ident{}
		}
		id := c.at(k)
		if !id.known() {
			return generic(n, c.phrase(tok), "", "")
		}
		return named(n.text()+" of "+id.name, id.code, office, id.country)
	}
	return ident{}
}

// sameOffice is the ministry that was named last with what it is for, which a bare
// "the ministry" means.
func (c *Cast) sameOffice(tok, call int) ident {
	n := c.calls[call].noun
	if n.kind != organisation || !hasPortfolio(n.word) || !c.definite(tok) || c.topicAt(tok) != "" {
		return ident{}
	}
	for i := call - 1; i >= max(0, call-longChain); i-- {
		if c.calls[i].word != n.word {
			continue
		}
		head := c.callHead(i)
		if id := c.at(head); id.kind == organisation && c.topicAt(head) != "" {
			id.why = "the last " + n.word + " that the report named"
			return id
		}
	}
	return ident{}
}

// topicAt is the portfolio that the phrase at a token names, or "".
func (c *Cast) topicAt(tok int) string {
	r := c.extent(tok)
	return c.dir.topic(c.pieces[c.first[r.First]:c.first[r.End]])
}

// states are several countries as the text describes them: "West African
// countries". A bare "countries" is nobody.
func (c *Cast) states(tok int) ident {
	var said []string
	for k := range c.doc.Children(tok) {
		if t := c.doc.Tokens[k]; k < tok && (t.Is("amod") || t.Is("compound")) && t.Lemma != "other" {
			said = append(said, t.Form)
		}
	}
	if len(said) == 0 {
		return ident{}
	}
	name := strings.Join(append(said, c.doc.Tokens[tok].Form), " ")
	return ident{key: fold(name), name: name, kind: group}
}

// composed is the actor that the noun of a call, at the head of a phrase, means
// when it is an owner's.
func (c *Cast) composed(tok, call int, own owner) ident {
	n := c.calls[call].noun
	n.many = plural(c.doc.Tokens[tok])
	topic := ""
	if hasPortfolio(n.word) {
		topic = c.topicAt(tok)
	}
	id := c.dir.compose(n, c.phrase(tok), topic, own, c.when(tok))
	if own.known() && !own.said && id.why == "" && id.country == own.country {
		id.why = "the report speaks of " + own.name
	}
	return id
}

// when is the day on which an office must have been held: none when the phrase
// says that it no longer is, or speaks of several.
func (c *Cast) when(tok int) griot.Day {
	if plural(c.doc.Tokens[tok]) {
		return 0
	}
	for k := range c.doc.Children(tok) {
		switch fold(c.doc.Tokens[k].Form) {
		case "former", "ex", "ousted", "deposed", "late", "then", "next", "future", "a", "an", "any", "every", "first":
			return 0
		}
	}
	return c.day
}

// modified tells whether another noun stands before the noun of a call, or a word
// that is not said of soldiers: "dark forces".
func (c *Cast) modified(tok int, call int32) bool {
	for k := range c.doc.Children(tok) {
		t := c.doc.Tokens[k]
		if c.callAt[k] == call || c.nameAt[k] >= 0 {
			continue
		}
		if t.Is("compound") && t.UPOS == "NOUN" || t.Is("amod") && t.UPOS == "ADJ" && !c.dir.is("soldierly", fold(t.Form)) {
			return true
		}
	}
	return false
}

// bloc is the international organisation that was named last before a bare
// "the bloc".
func (c *Cast) bloc(tok int) ident {
	s := c.doc.Tokens[tok].Sentence
	n := sort.Search(len(c.names), func(i int) bool { return c.pieces[c.names[i].first].tok >= tok })
	for i := n - 1; i >= 0; i-- {
		m := c.names[i]
		if s-c.doc.Tokens[c.pieces[m.first].tok].Sentence > 5 {
			break
		}
		if l := pick(m.labels, c); l.kind == organisation && (l.country == "IGO" || l.country == "EUR") {
			id := c.dir.ofLabel(l, c.day)
			id.why = "the last organisation of states that the report named"
			return id
		}
	}
	return ident{}
}

// toppled tells whether a phrase says that an office was lost by force.
func (c *Cast) toppled(tok int) bool {
	for k := range c.doc.Children(tok) {
		switch fold(c.doc.Tokens[k].Form) {
		case "ousted", "deposed", "toppled", "overthrown", "detained":
			return true
		}
	}
	return false
}

// definite tells whether a phrase begins with "the", "this" or the like.
func (c *Cast) definite(tok int) bool {
	d := c.doc.Child(tok, "det")
	return d >= 0 && !c.indefinite(tok)
}

// indefinite tells whether a phrase speaks of no particular one.
func (c *Cast) indefinite(tok int) bool {
	if d := c.doc.Child(tok, "det"); d >= 0 {
		switch fold(c.doc.Tokens[d].Form) {
		case "the", "this", "that":
			return false
		}
		return true
	}
	return strings.Contains(c.doc.Tokens[tok].Feats, "Number=Plur") || c.doc.Child(tok, "nummod") >= 0
}
