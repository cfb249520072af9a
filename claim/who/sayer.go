package who

// sayer is the subject of the verb of saying in whose content "it" or "they" is
// the subject, or -1: "the ministry said it would" speaks of the ministry,
// whatever was named in between.
func (c *Cast) sayer(tok int) int {
	t := c.doc.Tokens[tok]
	form := fold(t.Form)
	if form != "it" && form != "they" || !t.Is("nsubj") && !t.Is("expl") || t.Head < tok {
		return -1
	}
	h := t.Head
	if u := c.doc.Tokens[h]; u.UPOS != "VERB" && u.UPOS != "ADJ" { // "it was the worst attack"
		return -1
	}
	for range 4 {
		switch u := c.doc.Tokens[h]; {
		case u.Head < 0:
			return -1
		case u.Is("ccomp"):
			return c.speaker(u.Head, tok, form == "they")
		case u.Is("conj") || u.Is("xcomp"):
			h = u.Head
		default:
			return -1
		}
	}
	return -1
}

// lastSpeaker is who spoke in the sentence before, where this one goes on with
// "it said", or -1.
func (c *Cast) lastSpeaker(tok int) int {
	t := c.doc.Tokens[tok]
	if fold(t.Form) != "it" || t.Head <= tok || t.Sentence == 0 || !c.dir.is("saying", c.doc.Tokens[t.Head].Lemma) {
		return -1
	}
	root := c.doc.Sentences[t.Sentence-1].Root
	if root < 0 {
		return -1
	}
	return c.speaker(root, tok, false)
}

// speaker is the subject of a verb of saying before a token, one or several, or
// -1.
func (c *Cast) speaker(verb, before int, many bool) int {
	if !c.dir.is("saying", c.doc.Tokens[verb].Lemma) {
		return -1
	}
	for k := range c.doc.Children(verb) {
		if t := c.doc.Tokens[k]; k < before && t.Is("nsubj") && (t.UPOS != "PRON" || c.antecedent(k) >= 0) && (plural(c.doc.Tokens[c.relative(k)]) || c.doc.Child(k, "conj") >= 0) == many {
			return k
		}
	}
	return -1
}

// relative is what a relative pronoun stands for, else the token itself.
func (c *Cast) relative(tok int) int {
	if who := c.antecedent(tok); who >= 0 {
		return who
	}
	return tok
}

// takers are those who took power, whom a bare "the coup" means where somebody
// is for or against it.
func (c *Cast) takers(tok int) ident {
	t := c.doc.Tokens[tok]
	if c.dir.is("related", t.Lemma) && !plural(t) {
		return c.related(tok)
	}
	if !c.dir.is("overthrow", t.Lemma) || plural(t) || !c.definite(tok) || !c.homeOf(tok).known() {
		return ident{}
	}
	_, found := c.dir.nouns.longest([]piece{{key: "junta"}}, nil, func(int, noun) bool { return true })
	if len(found) == 0 {
		return ident{}
	}
	id := c.dir.compose(found[0], "junta", "", c.homeOf(tok), c.day)
	id.why = "the report speaks of their coup"
	return id
}

// homeOf is the country in which a phrase says that something was done, else the
// one that the report is about.
func (c *Cast) homeOf(tok int) owner {
	for k := range c.doc.Children(tok) {
		if c.doc.Tokens[k].Is("nmod") && c.caseOf(k) == "in" {
			return c.owning(k)
		}
	}
	return owner{c.dir.nation(c.story), false}
}

// related is the country of the story where another's "colony" can only mean it.
func (c *Cast) related(tok int) ident {
	k := c.doc.Child(tok, "nmod:poss")
	if k < 0 || c.story == "" {
		return ident{}
	}
	if own := c.owning(k); own.known() && own.country != c.story {
		return c.dir.nation(c.story)
	}
	return ident{}
}
