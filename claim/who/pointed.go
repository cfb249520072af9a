package who

import (
	"strings"

	"griot"
)

// pointed is the country that "that country" points back to, or "the country" in a
// report of several: the last one named before it in its sentence or the one before
// that does not itself do what the clause tells.
func (c *Cast) pointed(tok int) ident {
	call := c.callAt[tok]
	det := c.doc.Child(tok, "det")
	if call < 0 || c.calls[call].scope != aCountry || plural(c.doc.Tokens[tok]) || det < 0 {
		return ident{}
	}
	but := ""
	switch fold(c.doc.Tokens[det].Form) {
	case "the":
		if id := c.speakersOwn(tok); id.known() || c.story != "" {
			return id
		}
		but = c.doer(tok)
	case "that":
	default:
		return ident{}
	}
	s := c.doc.Tokens[tok].Sentence
	for i := det - 1; i >= 0 && s-c.doc.Tokens[i].Sentence <= 1; i-- {
		if own := c.placeAt(i); own.known() && own.country != but {
			id := own.ident
			id.why = "the last country that the report named"
			return id
		}
	}
	return ident{}
}

// doer is the country of whoever acts in the clause of a token, or of whose act the
// token is the aim: "Borduria's attacks on the country".
func (c *Cast) doer(tok int) string {
	h := c.doc.Tokens[tok].Head
	if h < 0 {
		return ""
	}
	k := c.doc.Child(h, "nmod:poss", "nsubj")
	if k < 0 || k == tok {
		return ""
	}
	return c.owning(k).country
}

// speakersOwn is the country that "the country" means in words of one of its organs or
// officers: "Ruritania's foreign ministry said the country would respond".
func (c *Cast) speakersOwn(tok int) ident {
	t := c.doc.Tokens[tok]
	if !t.Is("nsubj") || t.Head < 0 || !c.doc.Tokens[t.Head].Is("ccomp") {
		return ident{}
	}
	speaker := c.doc.Child(c.doc.Tokens[t.Head].Head, "nsubj")
	if speaker < 0 {
		return ident{}
	}
	id := c.at(speaker)
	if !id.organ && id.kind != office && (id.kind != organisation || !strings.HasSuffix(id.code, " GOV")) {
		return ident{}
	}
	own := c.dir.nation(id.country)
	own.why = "the country of whoever speaks"
	return own
}

// saidBefore is the country whose ministry speaks on for it: "Ruritania said it had
// withdrawn. A first group of Ruritanian soldiers left, the defence ministry said."
func (c *Cast) saidBefore(tok int, n noun) owner {
	t := c.doc.Tokens[tok]
	if n.kind != organisation || !hasPortfolio(n.word) || !t.Is("nsubj") || t.Head < 0 || t.Sentence == 0 {
		return owner{}
	}
	told := c.doc.Child(t.Head, "ccomp")
	if told < 0 {
		return owner{}
	}
	before := c.doc.Sentences[t.Sentence-1]
	for k := before.First; k < before.End; k++ {
		if m := c.nameAt[k]; m < 0 || !c.doc.Tokens[k].Is("nsubj") || c.doc.Child(c.doc.Tokens[k].Head, "ccomp") < 0 || c.names[m].labels[0].kind != country {
			continue
		}
		if own := c.owning(k); own.known() && c.actsFor(told, own.country) {
			return own
		}
	}
	return owner{}
}

// actsFor tells whether those who act in a clause are said to be of a country.
func (c *Cast) actsFor(clause int, country string) bool {
	subject := c.doc.Child(clause, "nsubj", "nsubj:pass")
	if subject < 0 {
		return false
	}
	r := c.doc.Subtree(subject)
	for k := r.First; k < r.End; k++ {
		if m := c.nameAt[k]; m >= 0 && c.names[m].labels[0].sense == demonym && c.names[m].labels[0].country == country {
			return true
		}
	}
	return false
}

// neighbour is the other country of a report about two, which "its neighbour" means
// where the possessor is one of them.
func (c *Cast) neighbour(tok int) ident {
	t := c.doc.Tokens[tok]
	k := c.doc.Child(tok, "nmod:poss")
	if !c.dir.is("beside", t.Lemma) || plural(t) || k < 0 {
		return ident{}
	}
	own := c.owning(k)
	if !own.known() || c.dir.countries[own.country] == nil || own.kind == person {
		return ident{}
	}
	most, second, other := 0, 0, ""
	for _, m := range c.names {
		iso := m.labels[0].country
		switch n := c.spoken[iso]; {
		case iso == own.country || iso == other || c.dir.countries[iso] == nil:
		case n > most:
			most, second, other = n, most, iso
		default:
			second = max(second, n)
		}
	}
	if most < 2*second || other == "" {
		return ident{}
	}
	id := c.dir.nation(other)
	id.why = "the other country that the report is about"
	return id
}

// examples are those whom a plural noun is illustrated by: "countries such as
// Ruritania and Borduria".
func (c *Cast) examples(tok int) []griot.Actor {
	if tok < 0 || tok >= len(c.doc.Tokens) || !plural(c.doc.Tokens[tok]) || c.doc.Tokens[tok].UPOS != "NOUN" {
		return nil
	}
	var all []griot.Actor
	for k := range c.doc.Children(tok) {
		if of := c.caseOf(k); k < tok || !c.doc.Tokens[k].Is("nmod") || of != "such" && of != "like" {
			continue
		}
		for _, one := range append([]int{k}, c.joined(k)...) {
			if id := c.at(one); id.known() && c.doc.Tokens[one].UPOS == "PROPN" {
				all = append(all, c.actorOf(id, c.extent(one)))
			}
		}
	}
	return all
}
