package refer

import "griot/text"

// What grammar alone decides for a pronoun. A possessive in the object belongs to
// the subject ("Ruritania recalled its ambassador"), and the subject of what
// somebody says is the speaker ("the ministry said it would"), wherever the two
// can be one.

// owner is the subject of the clause in which mention i possesses the object or
// an oblique, or what stands before "for its part"; else unsure.
func (s *state) owner(i int) int {
	t := &s.traits[i]
	if t.person != '3' || t.quoted || !s.doc.Tokens[s.doc.Mentions[i].Head].Is("nmod:poss") {
		return unsure
	}
	if k := s.partner(i); k >= 0 {
		return s.subject(i, k)
	}
	return s.subject(i, s.nearest(s.pulled(i).bound))
}

// nearest is the last of the subjects that the tree gives one verb, of which the
// first is given: "His Highness the prime minister"; -1 stays.
func (s *state) nearest(subject int) int {
	if subject < 0 {
		return -1
	}
	v := s.doc.Tokens[subject].Head
	for k := range s.doc.Children(v) {
		if k > subject && k < v && s.doc.Tokens[k].Is("nsubj") {
			subject = k
		}
	}
	return subject
}

// partner is the head of the phrase that a bare "for its part" is said of, or -1.
func (s *state) partner(i int) int {
	d := s.doc
	part := d.Tokens[d.Mentions[i].Head].Head
	if d.Tokens[part].Lemma != "part" || !s.after(part, "for") {
		return -1
	}
	h := d.Tokens[part].Head
	if h < 0 || d.Tokens[h].UPOS == "VERB" {
		return -1
	}
	return h
}

// teller is the subject of the verb of saying in whose content mention i, or
// what it possesses, is the subject; else unsure.
func (s *state) teller(i int) int {
	d, t := s.doc, &s.traits[i]
	h := d.Mentions[i].Head
	if d.Tokens[h].Is("nmod:poss") {
		h = d.Tokens[h].Head
	}
	if t.person != '3' || !d.Tokens[h].Is("nsubj") {
		return unsure
	}
	v := d.Tokens[h].Head
	for hops := 0; v >= 0 && hops < 3 && (d.Tokens[v].Is("conj") || d.Tokens[v].Is("xcomp")); hops++ {
		v = d.Tokens[v].Head
	}
	if v < 0 || !d.Tokens[v].Is("ccomp") || d.Tokens[v].Head < 0 || !s.lang.Saying[d.Tokens[d.Tokens[v].Head].Lemma].Self {
		return unsure
	}
	return s.subject(i, s.speakerOf(d.Tokens[v].Head))
}

// speakerOf is the head of the subject of a verb, what a relative pronoun stands for
// included; or -1.
func (s *state) speakerOf(verb int) int {
	d := s.doc
	k := s.nearest(d.Child(verb, "nsubj"))
	if t := &d.Tokens[verb]; k >= 0 && t.Is("acl:relcl") && (d.Tokens[k].XPOS == "WDT" || d.Tokens[k].XPOS == "WP") {
		return t.Head // "two countries that have said they would"
	}
	return k
}

// talker is the body that spoke last, for "it said"; else unsure.
func (s *state) talker(i int) int {
	if t := &s.traits[i]; !t.speaks || t.gender != 'n' || t.number != 's' {
		return unsure
	}
	return s.subject(i, s.pulled(i).talk)
}

// subject is the entity of the phrase that hangs on a token before mention i, a
// subject, if the two agree in all that is known of them and enough is known;
// else unsure.
func (s *state) subject(i, head int) int {
	j, ok := s.byHead[head]
	if head < 0 || !ok || j >= i || s.entity[j] < 0 || s.traits[j].kind == text.MentionPronoun && s.traits[j].class != s.traits[i].class {
		return unsure
	}
	t, a := &s.traits[i], &s.traits[j]
	x := &s.entities[s.entity[j]]
	switch {
	case !s.possible(i, j) && !s.unheard(i, j):
		return unsure
	case s.doc.Child(head, "conj") >= 0:
		if t.number != 'p' {
			return unsure
		}
	case clash(t.number, a.number):
		return unsure
	case t.gender == 'm' || t.gender == 'f':
		if x.typ != 'P' || len(x.names) == 0 {
			return unsure
		}
	case t.number == 's' && x.typ == '?' && x.gender == '?' && a.noun.Type == 0:
		return unsure
	}
	return s.entity[j]
}

// unheard tells whether mention j is one word that was taken for a person's name
// and nothing else says so, where "its" can only mean what bears it.
func (s *state) unheard(i, j int) bool {
	t, x := &s.traits[i], &s.entities[s.entity[j]]
	return t.gender == 'n' && t.number == 's' && x.typ == 'P' && x.gender == '?' && len(x.names) == 1 && len(x.names[0]) == 1 && len(x.roles) <= 1
}
