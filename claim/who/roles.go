package who

import (
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// offices finds who is said to be what: "President X", "X, head of Y", "X is
// the founder of Y", "X was appointed minister".
func (c *Cast) offices() []griot.Role {
	var roles []griot.Role
	for i, call := range c.calls {
		r := c.tokens(call.first, call.end)
		head := c.headOf(r)
		if c.doc.Kind(head).Furniture() {
			continue
		}
		if call.kind != person && !vocation[call.sector] || plural(c.doc.Tokens[head]) {
			continue
		}
		for _, who := range c.bearers(head, i) {
			id := c.at(who)
			if id.kind != person || c.callAt[who] == int32(i) {
				continue
			}
			roles = append(roles, c.officeOf(id, who, head, i))
		}
	}
	return roles
}

// vocation are the sectors whose nouns say what somebody is, not only in what
// state: "journalist" and "rebel", but not "victim".
var vocation = map[string]bool{
	"JRN": true, "EDU": true, "ELI": true, "MED": true, "BUS": true, "LAB": true, "REB": true, "PRM": true, "COP": true, "JUD": true,
	"LEG": true, "MIL": true, "PTY": true, "GOV": true, "AGR": true, "SPY": true,
}

func (c *Cast) officeOf(id ident, who, head, call int) griot.Role {
	a, b := c.extent(who), c.extent(head)
	role := c.role(id, c.roleWords(head, call), text.Range{First: min(a.First, b.First), End: max(a.End, b.End)})
	own := c.ownerOf(call)
	if !own.known() && c.calls[call].scope == state && !c.ofUnknown(head, call) {
		if own = (owner{ident: c.dir.nation(id.country)}); !c.fits(call, own) {
			own = owner{}
		}
	}
	if own.known() {
		role.Of, role.OfID = own.name, own.id()
	} else if of := c.complement(head); of != "" {
		role.Of = strings.TrimSpace(of[strings.Index(of[1:], " ")+1:])
	}
	role.Former = c.past(head) || c.past(who)
	if day := c.day; day.Known() && !role.Former {
		role.When = griot.Interval{From: day, To: day, Basis: griot.BasisPublished, Reason: "the report says so on the day of its publication"}
	}
	return role
}

// past tells whether a phrase says that an office is no longer held.
func (c *Cast) past(tok int) bool {
	for k := range c.doc.Children(tok) {
		if c.dir.is("lost", fold(c.doc.Tokens[k].Form)) {
			return true
		}
	}
	return false
}

// roleWords is the office in small letters, with what it is about: "foreign
// minister", "senior research fellow".
func (c *Cast) roleWords(head, call int) string {
	r := c.tokens(c.calls[call].first, c.calls[call].end)
	for k := range c.doc.Children(head) {
		t := c.doc.Tokens[k]
		if k < r.First && r.First-k <= 4 && (t.Is("compound") || t.Is("amod")) && c.nameAt[k] < 0 && !c.dir.is("attribute", fold(t.Form)) {
			r.First = k
		}
	}
	var out []string
	for i := r.First; i < r.End; i++ {
		if t := c.doc.Tokens[i]; c.nameAt[i] < 0 && t.UPOS != "PUNCT" && t.UPOS != "PART" && t.UPOS != "DET" && !c.dir.is("attribute", fold(t.Form)) {
			out = append(out, strings.ToLower(t.Form))
		}
	}
	if last := len(out) - 1; last >= 0 && out[last] == "minister" {
		out = slices.Insert(out, last, c.charge(head)...)
	}
	for k := range c.doc.Children(head) {
		if k > head && c.doc.Tokens[k].Is("nmod") && c.caseOf(k) == "to" && c.nameAt[k] >= 0 {
			m := c.names[c.nameAt[k]]
			out = append(out, "to", c.spell(c.tokens(m.first, m.end)))
		}
	}
	return strings.Join(out, " ")
}

// charge are the words for what a minister is in charge of, where they follow:
// "minister of the environment". What is joined to them by "and" is left out.
func (c *Cast) charge(head int) []string {
	var out []string
	for k := range c.doc.Children(head) {
		if of := c.caseOf(k); k < head || !c.doc.Tokens[k].Is("nmod") || of != "of" && of != "for" || c.nameAt[k] >= 0 || len(out) > 0 {
			continue
		}
		for i := max(head+1, c.extent(k).First); i <= k; i++ {
			if t := c.doc.Tokens[i]; t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ" {
				out = append(out, strings.ToLower(t.Form))
			}
		}
	}
	return out
}

// bearers are the tokens of those whom the noun of a call, the head of a phrase,
// says something of.
func (c *Cast) bearers(head, call int) []int {
	if who := c.bearer[call]; who >= 0 {
		return []int{who}
	}
	t := c.doc.Tokens[head]
	if t.Is("nmod") && c.caseOf(head) == "of" && t.Head >= 0 && c.doc.Tokens[t.Head].Lemma == "one" {
		t = c.doc.Tokens[t.Head] // "one of the founders"
	}
	var out []int
	switch {
	case t.Is("nmod:desc") || t.Is("compound") && c.isPerson(t.Head):
		out = append(out, t.Head)
	case t.Is("appos"):
		out = append(out, t.Head)
	case t.Is("conj") && t.Head >= 0 && c.doc.Tokens[t.Head].Is("appos"):
		out = append(out, c.doc.Tokens[t.Head].Head)
	case t.Head >= 0 && c.dir.is("appointing", c.doc.Tokens[t.Head].Lemma) && (t.Is("xcomp") || t.Is("obj") || t.Is("obl") && c.caseOf(head) == "as"):
		v := t.Head
		if o := c.doc.Child(v, "obj"); o >= 0 && o != head {
			out = append(out, o)
		} else if s := c.doc.Child(v, "nsubj"); s >= 0 {
			out = append(out, s)
		}
	}
	if s := c.doc.Child(head, "nsubj"); s >= 0 && c.doc.Child(head, "cop") >= 0 {
		out = append(out, s)
	}
	for k := range c.doc.Children(head) {
		if k > head && (c.doc.Tokens[k].Is("appos") || c.doc.Tokens[k].Is("flat")) && c.isPerson(k) {
			out = append(out, k)
		}
	}
	return out
}

func (c *Cast) isPerson(tok int) bool { return tok >= 0 && c.named(tok, "PER") }

// named tells whether a token is in a name of a type.
func (c *Cast) named(tok int, typ string) bool {
	n := c.doc.Name(tok)
	return n >= 0 && c.doc.Names[n].Type == typ
}

// foundings finds who founded an organisation, and what a new one is for.
func (c *Cast) foundings() []griot.Role {
	var roles []griot.Role
	for tok, t := range c.doc.Tokens {
		if !phrasal(t) || c.doc.Kind(tok).Furniture() {
			continue
		}
		id := c.at(tok)
		if id.kind != organisation && id.kind != group || id.entry != nil || c.doc.Tokens[tok].UPOS == "PRON" {
			continue
		}
		if s := c.founder(tok); s >= 0 {
			if who := c.at(s); who.known() && who.key != id.key {
				r := c.role(who, "founder", c.doc.Subtree(s))
				r.Of, r.OfID = id.name, id.id()
				roles = append(roles, r)
			}
		}
		if p := c.purpose(tok); p.Len() > 0 && c.nameRange(tok).Len() > 1 {
			r := c.role(id, "purpose", p)
			r.Of = c.spell(p)
			roles = append(roles, r)
		}
	}
	return roles
}

// founder is the token of who is said to have founded what hangs on tok, or -1.
func (c *Cast) founder(tok int) int {
	t := c.doc.Tokens[tok]
	if t.Head < 0 || !c.dir.is("founding", c.doc.Tokens[t.Head].Lemma) {
		return -1
	}
	switch {
	case t.Is("obj"):
		return c.doc.Child(t.Head, "nsubj")
	case t.Rel == "nsubj:pass":
		return c.doc.Child(t.Head, "obl:agent")
	}
	return -1
}

// purpose is the infinitive that says what an organisation is to do.
func (c *Cast) purpose(tok int) text.Range {
	for k := range c.doc.Children(tok) {
		if t := c.doc.Tokens[k]; k > tok && t.Is("acl") && c.infinitive(k) {
			return c.doc.Subtree(k)
		}
	}
	h := c.doc.Tokens[tok].Head
	if h < 0 {
		return text.Range{}
	}
	end := max(c.nameRange(tok).End, c.properNoun(tok).End)
	for k := range c.doc.Children(h) {
		if r := c.doc.Subtree(k); r.First == end && (c.doc.Tokens[k].Is("advcl") || c.doc.Tokens[k].Is("xcomp")) && c.infinitive(k) {
			return r
		}
	}
	return text.Range{}
}

func (c *Cast) infinitive(tok int) bool {
	m := c.doc.Child(tok, "mark")
	return m >= 0 && fold(c.doc.Tokens[m].Form) == "to"
}
