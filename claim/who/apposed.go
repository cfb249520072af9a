package who

// apposed is the person or body to whose name a nominal is an apposition, or joined
// to one: "Jane Roe, a union leader and former farmer", "the United Party (UP)
// opposition party".
func (c *Cast) apposed(tok int) ident {
	t := c.doc.Tokens[tok]
	name := t.Head
	switch {
	case t.Is("appos"):
	case t.Is("conj") && name >= 0 && c.doc.Tokens[name].Is("appos"):
		name = c.doc.Tokens[name].Head
	case t.Is("conj") && name >= 0 && c.doc.Child(name, "appos") >= 0:
	case t.Is("nsubj"):
		name = c.secondSubject(tok)
	default:
		return ident{}
	}
	call := c.callAt[tok]
	if call < 0 || plural(t) || name < 0 || name > tok || c.doc.Name(tok) >= 0 {
		return ident{}
	}
	if id := c.at(name); c.isPerson(name) || c.named(name, "ORG") && id.kind == organisation && c.calls[call].kind != person && !t.Is("conj") {
		return id
	}
	return ident{}
}

// misapposed is the person whose name the tree made an apposition to the body that a
// nominal belongs to: "a former rector of the University of Ruritania, Jane Roe".
func (c *Cast) misapposed(tok int) ident {
	if t := c.doc.Tokens[tok]; t.UPOS != "NOUN" && c.callAt[tok] < 0 && t.UPOS != "PROPN" || plural(t) {
		return ident{}
	}
	for k := range c.doc.Children(tok) {
		if k < tok || !c.doc.Tokens[k].Is("nmod") || c.isPerson(k) {
			continue
		}
		for who := range c.doc.Children(k) {
			if who > k && c.doc.Tokens[who].Is("appos") && c.isPerson(who) && (c.named(k, "ORG") || c.callAt[k] >= 0 && c.calls[c.callAt[k]].kind != person) {
				return c.at(who)
			}
		}
	}
	return ident{}
}

// secondSubject is the name right before a nominal, but for a comma or an acronym in
// brackets, that the tree makes another subject of one verb: "Jane Roe, a farmer was
// found guilty"; or -1.
func (c *Cast) secondSubject(tok int) int {
	first := c.doc.Child(c.doc.Tokens[tok].Head, "nsubj")
	if first < 0 || first >= tok || c.doc.Name(first) < 0 {
		return -1
	}
	end := c.doc.Names[c.doc.Name(first)].End
	switch {
	case c.doc.Tokens[end].Form == ",":
		end++
	case end+2 < tok && c.doc.Tokens[end].Form == "(" && c.doc.Tokens[end+2].Form == ")":
		end += 3
	default:
		return -1
	}
	for i := end; i < tok; i++ {
		if h := c.doc.Tokens[i].Head; h < end || h > tok {
			return -1
		}
	}
	return first
}

// nextSubject is the person whose name follows a nominal after a comma, where the
// tree makes both subjects of one verb: "the town's mayor, Jane Roe said"; or -1.
func (c *Cast) nextSubject(tok int) int {
	t := c.doc.Tokens[tok]
	if !t.Is("nsubj") || t.Head < 0 {
		return -1
	}
	for k := range c.doc.Children(t.Head) {
		if k > tok && c.doc.Tokens[k].Is("nsubj") && c.isPerson(k) {
			if comma := c.doc.Subtree(k).First - 1; comma == c.doc.Subtree(tok).End && c.doc.Tokens[comma].Form == "," || comma > tok && comma == c.doc.Subtree(tok).End-1 {
				return k
			}
		}
	}
	return -1
}
