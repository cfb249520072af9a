package who

import (
	"strings"

	"griot/text"
)

// organisation is the actor of an organisation's name that no table has. A name
// that only says what it is and whose, "Nigerien Army", means what the noun
// means; any other is an actor of its own.
func (c *Cast) organisation(tok int, r text.Range) ident {
	if c.properNoun(tok) != r {
		r = c.wholeName(tok, r)
	}
	inside, call, m := c.content(r)
	if call >= 0 && !inside && c.properNoun(tok).Len() == 0 && !c.titular(r, call) {
		id, _ := c.byNoun(c.callHead(call))
		if id.known() {
			return id
		}
	}
	if full, ok := c.spelledOut(r); ok {
		id := c.organisation(c.headOf(full), full)
		id.why = "the report gives the full name " + c.spell(full)
		return id
	}
	iso, sector := "", ""
	if m >= 0 && (call < 0 || c.calls[call].sector != "PTY" || c.names[m].labels[0].kind != city) {
		if l := pick(c.names[m].labels, c); l.sector != "JRN" || call < 0 || c.calls[call].sector == "JRN" { // "Foreign Policy Committee"
			iso = l.country
		}
	}
	if call >= 0 && !(inside && c.possessed(r)) {
		if sector = c.sectorOf(r, call); c.calls[call].scope == aBloc {
			sector = "" // an alliance need not be one of states
		}
		if iso == "" && (c.calls[call].scope == state || sector == "PTY") {
			iso = c.story
		}
		if domain, rest, ok := strings.Cut(sector, " "); ok {
			iso, sector = domain, rest
		}
	}
	if sector == "" && call >= 0 && c.fighting && c.dir.is("armed", c.calls[call].word) {
		sector = "REB"
		if iso == "" {
			iso = c.story
		}
	}
	name := strings.TrimSuffix(c.spell(r), "'s")
	id := named(name, join(iso, sector), organisation, iso)
	if said := c.described[id.key]; said.code != "" {
		id.code, id.country = said.code, said.country
	}
	return id
}

// titular tells whether a name is one of its own though made of common nouns: its
// head says no more than what sort of body it is, and others what it is for
// ("National Police Agency"), or it is a paper's ("Lagos Daily").
func (c *Cast) titular(r text.Range, call int) bool {
	n := c.calls[call].noun
	if n.name != "" || n.kind == person || c.dir.topic(c.pieces[c.first[r.First]:c.first[r.End]]) != "" {
		return false
	}
	calls := map[int32]bool{}
	for i := r.First; i < r.End; i++ {
		if c.callAt[i] >= 0 {
			calls[c.callAt[i]] = true
		}
	}
	return len(calls) > 2 || n.sector == "JRN" && r.Len() > 1
}

// sectorOf is the sector of the body that a call names, or the narrower one of
// what it is for: an agency is the government's, a police agency the police.
func (c *Cast) sectorOf(r text.Range, call int) string {
	sector := c.calls[call].sector
	for i := r.First; i < r.End && (sector == "GOV" || sector == ""); i++ {
		if k := c.callAt[i]; k >= 0 && c.calls[k].scope == state && c.calls[k].name != "" {
			sector = c.calls[k].sector
		}
	}
	return sector
}

// possessed tells whether a name says in itself that it is somebody's own
// department: "Sotheby's Department of Art".
func (c *Cast) possessed(r text.Range) bool {
	for _, p := range c.pieces[c.first[r.First]:c.first[r.End]] {
		if p.key == "s" {
			return true
		}
	}
	return false
}

// acronym tells whether a token is written as the acronym of an organisation is.
func (c *Cast) acronym(tok int) bool {
	t := c.doc.Tokens[tok]
	return t.UPOS == "PROPN" && !c.shouting && len(t.Form) >= 2 && len(t.Form) <= 6 && c.first[tok+1] == c.first[tok]+1 &&
		c.pieces[c.first[tok]].caps && c.callAt[tok] < 0
}

// wholeName stretches a name over what hangs on it by "of" or "for": "Volunteers
// for the Defense of Ruritania".
func (c *Cast) wholeName(tok int, r text.Range) text.Range {
	for i := r.End; i < len(c.doc.Tokens) && i < r.First+12; i++ {
		t := c.doc.Tokens[i]
		if t.Sentence != c.doc.Tokens[tok].Sentence {
			break
		}
		switch {
		case t.UPOS == "PROPN" && c.under(i, r):
			r.End = i + 1
		case t.UPOS == "ADP" && (fold(t.Form) == "of" || fold(t.Form) == "for"), t.UPOS == "DET", fold(t.Form) == "and":
		default:
			i = len(c.doc.Tokens)
		}
	}
	for r.Len() > 1 && (c.doc.Tokens[r.First].UPOS == "DET" || c.doc.Tokens[r.First].UPOS == "PUNCT") {
		r.First++
	}
	for r.Len() > 1 && c.trailing(r.End-1) {
		r.End--
	}
	return r
}

// under tells whether token i hangs, by few steps, on a token of the range.
func (c *Cast) under(i int, r text.Range) bool {
	for steps := 0; i >= 0 && steps < 6; steps++ {
		if i = c.doc.Tokens[i].Head; r.Has(i) {
			return true
		}
	}
	return false
}

// content tells whether a name holds more than nouns for roles, names of
// countries and portfolios, and gives one of its nouns and names, or -1.
func (c *Cast) content(r text.Range) (more bool, call, name int) {
	call, name = -1, -1
	for i := r.First; i < r.End; i++ {
		t := c.doc.Tokens[i]
		switch {
		case c.callAt[i] >= 0:
			if call < 0 || c.calls[c.callAt[i]].sector != "CVL" {
				call = int(c.callAt[i]) // the ministry of "Ministry of National Defense"
			}
			if c.calls[call].scope != state && r.Len() > 3 && fold(c.doc.Tokens[r.First+1].Form) == "for" {
				more = true
			}
		case c.nameAt[i] >= 0:
			if name < 0 {
				name = int(c.nameAt[i]) // "Ruritania Airlines Boeing" is Ruritania's
			}
		case t.UPOS == "ADP" || t.UPOS == "DET" || t.UPOS == "CCONJ" || t.UPOS == "PART" || t.UPOS == "PUNCT":
		case c.dir.topic(c.pieces[c.first[i]:c.first[i+1]]) != "":
		default:
			more = true
		}
	}
	return more, call, name
}
