package who

import "griot/text"

// holding is an office that the report says somebody has by a title.
type holding struct {
	tok   int
	word  string
	topic string // what a ministry or minister is for
	name  text.Range
	ident
}

// findHolders gathers the titles before names, so that a later "the president"
// is whom the report called so.
func (c *Cast) findHolders() {
	for i, call := range c.calls {
		if c.bearer[i] < 0 || call.kind != person || call.scope != state || c.lostBefore(i) {
			continue
		}
		r := c.doc.Names[c.doc.Name(c.bearer[i])].Range
		if id := c.personOf(r); id.known() {
			topic := ""
			if hasPortfolio(call.word) {
				topic = c.topicAt(c.callHead(i))
			}
			c.holders = append(c.holders, holding{r.First, call.word, topic, r, id})
		}
	}
}

// heldAfter is the person whose title follows the name of a country or body at
// once, where the tree makes that the head of it all: "US Secretary of State Jane
// Roe".
func (c *Cast) heldAfter(tok int) ident {
	call := c.titleAfter(tok)
	if call < 0 || c.bearer[call] < 0 {
		return ident{}
	}
	who := c.bearer[call]
	if t, u := c.doc.Tokens[tok], c.doc.Tokens[who]; t.Is("nsubj") && u.Is("nsubj") && t.Head == u.Head {
		return c.personOf(c.doc.Names[c.doc.Name(who)].Range)
	}
	for i, steps := who, 0; i >= 0 && steps < 4; i, steps = c.doc.Tokens[i].Head, steps+1 {
		if i == tok {
			return c.personOf(c.doc.Names[c.doc.Name(who)].Range)
		}
		if !c.doc.Tokens[i].Is("flat") && !c.doc.Tokens[i].Is("appos") && !c.doc.Tokens[i].Is("compound") && !c.doc.Tokens[i].Is("nmod") {
			break
		}
	}
	return ident{}
}

// titleAfter is the call of a title right after the name at a token, an acronym
// in brackets apart; or -1.
func (c *Cast) titleAfter(tok int) int {
	end := len(c.pieces)
	switch m := c.nameAt[tok]; {
	case m >= 0:
		end = c.names[m].end
	case c.named(tok, "ORG"):
		end = c.first[c.doc.Names[c.doc.Name(tok)].End]
	}
	if end+3 < len(c.pieces) && c.pieces[end].key == "(" && c.pieces[end+2].key == ")" {
		end += 3
	}
	if end >= len(c.pieces) || c.doc.Tokens[c.pieces[end].tok].Sentence != c.doc.Tokens[tok].Sentence {
		return -1
	}
	return int(c.callAt[c.pieces[end].tok])
}

// held is who the report called by the title of a call before, if it is the
// country's that the phrase means.
func (c *Cast) held(tok int, word, iso string) ident {
	topic := ""
	if hasPortfolio(word) {
		topic = c.topicAt(tok)
	}
	var last ident
	var name text.Range
	for _, h := range c.holders {
		if h.tok > tok && last.known() {
			break
		}
		if h.word == word && (topic == "" || h.topic == topic) && (iso == "" || h.country == "" || h.country == iso) {
			last, name = h.ident, h.name
		}
	}
	if last.known() {
		last = c.personOf(name) // by now more may be known of him
		last.why = "the report gives " + last.name + " that title"
	}
	return last
}
