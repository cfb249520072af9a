package parse

import (
	"slices"
	"strings"

	"griot/text"
)

// told hangs the content of what is told on the verb, not on whom it is told to:
// "told the party that the march had been banned".
func told(d *text.Doc, i int) bool {
	that, noun := d.Child(i, "mark"), d.Tokens[i].Head
	if that < 0 || !strings.EqualFold(d.Tokens[that].Form, "that") || d.Child(i, "nsubj", "nsubj:pass") < 0 {
		return false
	}
	n := &d.Tokens[noun]
	if n.Head < 0 || n.Head > noun || n.Rel != "iobj" && n.Rel != "obj" || !saying(&d.Tokens[n.Head]).Listener || d.Child(n.Head, "ccomp") >= 0 {
		return false
	}
	d.Tokens[i].Head, d.Tokens[i].Rel = n.Head, "ccomp"
	return true
}

// spoken makes the speaker of the noun right after a verb that follows its content
// and has no subject: "“He expelled the nuns,” denounced the centre".
func spoken(d *text.Doc, i int) bool {
	verb := d.Tokens[i].Head
	said := d.Child(verb, "ccomp")
	if said < 0 || said > verb || d.Child(verb, "nsubj", "nsubj:pass", "aux:pass") >= 0 || d.Subtree(i).First != verb+1 || verb == 0 || d.Tokens[verb-1].UPOS != "PUNCT" {
		return false
	}
	d.Tokens[i].Rel = "nsubj"
	return true
}

// doneBy makes the description of a noun of a verb that follows it without
// auxiliary and has an agent with "by": "spoke of attacks carried out by rebels",
// "an attack carried out by rebels killed ten". i is the agent.
func doneBy(d *text.Doc, i int) bool {
	verb := d.Tokens[i].Head
	v := &d.Tokens[verb]
	if verb == 0 || verb > i || v.UPOS != "VERB" || d.Child(verb, "aux", "aux:pass", "mark", "cc") >= 0 {
		return false
	}
	noun := verb - 1
	if !nominal(d.Tokens[noun]) {
		return false
	}
	switch subject := d.Child(verb, "nsubj"); {
	case subject < 0 && (v.Rel == "xcomp" || v.Rel == "advcl") && v.Head < noun:
		if n := &d.Tokens[noun]; n.Head == verb { // "benefit from oil supplied by rebels"
			n.Head = v.Head
		} else if d.Subtree(verb).Has(noun) {
			return false
		}
		v.Head, v.Rel, v.XPOS = noun, "acl", "VBN"
		return true
	case subject == noun:
		return describes(d, verb, subject)
	}
	return false
}

// describes makes the clause of verb, which describes its subject, hang on that, and
// the finite verb behind it the main one; false when there is none.
func describes(d *text.Doc, verb, subject int) bool {
	v := &d.Tokens[verb]
	for k := range d.Children(verb) {
		t := &d.Tokens[k]
		if k < verb || t.Rel != "advcl" && t.Rel != "ccomp" && t.Rel != "parataxis" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBN" || d.Child(k, "nsubj", "mark", "cc") >= 0 {
			continue
		}
		t.Head, t.Rel, t.XPOS = v.Head, v.Rel, "VBD"
		for p := range d.Children(verb) {
			if d.Tokens[p].Rel == "punct" && p > k {
				d.Tokens[p].Head = k
			}
		}
		v.Head, v.Rel, v.XPOS = subject, "acl", "VBN"
		d.Tokens[subject].Head = k
		return true
	}
	return false
}

// upended makes the head of its clause of a verb that has a subject of its own and
// was read as the description of its object: "Canada imposed tariffs on steel".
func upended(d *text.Doc, i int) bool {
	v, noun := &d.Tokens[i], d.Tokens[i].Head
	subject := d.Child(i, "nsubj")
	if !tensed(v) || subject < 0 || subject > i || d.Child(noun, "cop", "nsubj", "case") >= 0 {
		return false
	}
	n := &d.Tokens[noun]
	v.Head, v.Rel, n.Head, n.Rel = n.Head, n.Rel, i, "obj"
	for k := range d.Children(noun) {
		switch t := &d.Tokens[k]; {
		case k != i && (k < subject || t.Rel == "punct"):
			t.Head = i
			if t.Rel == "det" {
				t.Head = subject
			}
		}
	}
	return true
}

// tensed tells a verb in the past or present tense.
func tensed(t *text.Token) bool {
	return t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP")
}

// named makes the subject of a name or noun before a finite verb without one, of
// which it was read as a part: "the union struck".
func named(d *text.Doc, i int) bool {
	verb := &d.Tokens[d.Tokens[i].Head]
	if !nominal(d.Tokens[i]) || !tensed(verb) {
		return false
	}
	if d.Child(d.Tokens[i].Head, "nsubj", "nsubj:pass", "aux", "case", "det") >= 0 {
		return false
	}
	d.Tokens[i].Rel = "nsubj"
	return true
}

// headless makes the head of a sentence of the verb between its subject and its
// object, of which the subject was read as the subject of the object: "the regime
// exterminated villagers".
func headless(d *text.Doc, i int) bool {
	subject := d.Tokens[i].Head
	object := d.Tokens[subject].Head
	if d.Tokens[i].XPOS != "VBD" || subject > i || object < i || d.Tokens[subject].Rel != "nsubj" || !nominal(d.Tokens[object]) || d.Child(object, "cop", "aux", "case") >= 0 || d.Child(i, "obj", "mark") >= 0 {
		return false
	}
	v, o := &d.Tokens[i], &d.Tokens[object]
	v.Head, v.Rel, o.Head, o.Rel, d.Tokens[subject].Head = o.Head, o.Rel, i, "obj", i
	return true
}

// rooted makes the head of its clause of a verb in the present, with a subject of its
// own, that was read as the subject of its object: "the law bans protests".
func rooted(d *text.Doc, i int) bool {
	v, object := &d.Tokens[i], d.Tokens[i].Head
	o := &d.Tokens[object]
	if subject := d.Child(i, "nsubj"); v.UPOS != "VERB" || v.XPOS != "VBZ" && v.XPOS != "VBP" || subject < 0 || subject > i || d.Child(i, "obj", "mark") >= 0 {
		return false
	}
	if !nominal(*o) || d.Child(object, "cop", "aux", "case", "mark") >= 0 {
		return false
	}
	v.Head, v.Rel, o.Head, o.Rel = o.Head, o.Rel, i, "obj"
	return true
}

// straddled takes apart a phrase that was read around the verb, whose object it
// ends with: "supporters of the king blocked roads", read as "of … roads".
func straddled(d *text.Doc, i int) bool {
	noun := d.Tokens[i].Head
	verb := d.Tokens[noun].Head
	if verb < noun || verb > i || d.Tokens[noun].Rel != "nsubj" || d.Tokens[verb].UPOS != "VERB" || d.Child(verb, "obj") >= 0 {
		return false
	}
	owner := -1
	for k := range d.Children(i) {
		if k < verb && nominal(d.Tokens[k]) {
			owner = k
		}
	}
	if owner < 0 {
		return false
	}
	for k := range d.Children(i) {
		if k < verb && k != owner {
			d.Tokens[k].Head = owner
		}
	}
	d.Tokens[owner].Head, d.Tokens[owner].Rel = noun, "nmod"
	d.Tokens[i].Head, d.Tokens[i].Rel = verb, "obj"
	return true
}

// outer joins a plain past tense without a subject to the verb of the same tense
// and not to the perfect or modal inside its content: "denied that soldiers had
// fired and said it would inquire".
func outer(d *text.Doc, i int) bool {
	inner := d.Tokens[i].Head
	in := &d.Tokens[inner]
	if d.Tokens[i].XPOS != "VBD" || in.Rel != "ccomp" || in.Head < 0 || in.Head > inner || d.Tokens[in.Head].XPOS != "VBD" {
		return false
	}
	if d.Child(i, "nsubj", "nsubj:pass", "aux", "aux:pass") >= 0 || d.Child(inner, "aux", "aux:pass") < 0 {
		return false
	}
	d.Tokens[i].Head = in.Head
	return true
}

// cased hangs a noun with a preposition, which stands before the opening word of
// the clause whose subject it was read as, on the noun before it: "talks with the
// bloc after rebuffing it".
func cased(d *text.Doc, i int) bool {
	c, mark := d.Child(i, "case"), d.Child(d.Tokens[i].Head, "mark")
	if c < 1 || c > i || mark < i || !nominal(d.Tokens[c-1]) || c-1 == d.Tokens[i].Head {
		return false
	}
	d.Tokens[i].Head, d.Tokens[i].Rel = c-1, "nmod"
	return true
}

// bounded makes the object of its verb of a count whose bound was read as a
// preposition or particle: "left at least 55 people dead", "sent up to 300
// soldiers", "killed as many as 20". How long, how far and by how much stay.
func bounded(d *text.Doc, i int) bool {
	verb, number := d.Tokens[i].Head, d.Child(i, "nummod")
	if d.Tokens[i].UPOS == "NUM" {
		number = i
	}
	if number < 0 || d.Tokens[verb].UPOS != "VERB" || d.Child(verb, "obj", "aux:pass") >= 0 || slices.Contains(measures, d.Tokens[i].Lemma) {
		return false
	}
	first := bound(d, number)
	if first <= verb || d.Tokens[first-1].UPOS == "ADP" && first-1 != verb || slices.Contains(movers, d.Tokens[verb].Lemma) {
		return false
	}
	if c := d.Child(i, "case"); c >= 0 && c < first || d.Tokens[verb].XPOS == "VBN" && d.Child(verb, "aux") < 0 {
		return false
	}
	if strings.EqualFold(d.Tokens[first].Form, "up") {
		d.Tokens[first].Head, d.Tokens[first].Rel = number, "advmod"
		d.Tokens[first+1].Head, d.Tokens[first+1].Rel = first, "fixed"
	} else if number == i && number-first == 1 {
		return false // "begins around 5"
	}
	d.Tokens[i].Rel = "obj"
	return true
}

// leaving makes what somebody was left as the second object of "leave", not a
// description of them: "left dozens of villagers dead". i is the adjective.
func leaving(d *text.Doc, i int) bool {
	noun := d.Tokens[i].Head
	for noun >= 0 && d.Tokens[noun].Is("nmod") {
		noun = d.Tokens[noun].Head
	}
	if noun < 0 || noun > i || d.Tokens[noun].Rel != "obj" || !slices.Contains(plights, d.Tokens[i].Lemma) && !slices.Contains(plights, strings.ToLower(d.Tokens[i].Form)) {
		return false
	}
	verb := d.Tokens[noun].Head
	if d.Tokens[verb].Lemma != "leave" || verb > noun || d.Child(verb, "xcomp") >= 0 {
		return false
	}
	d.Tokens[i].Head, d.Tokens[i].Rel = verb, "xcomp"
	return true
}

// inYear hangs a year with a preposition on the verb, not on the subject that it
// was read as a count of: "in 1994 rebels invaded the country".
func inYear(d *text.Doc, i int) bool {
	noun, c := d.Tokens[i].Head, d.Child(i, "case")
	if f := d.Tokens[i].Form; len(f) != 4 || strings.Trim(f, "0123456789") != "" || f < "1500" || f > "2100" || c != i-1 || c < 0 {
		return false
	}
	if n := &d.Tokens[noun]; n.Head <= noun || !n.Is("nsubj") || d.Child(noun, "case") >= 0 {
		return false
	}
	d.Tokens[i].Head, d.Tokens[i].Rel = d.Tokens[noun].Head, "obl"
	return true
}

// plights are what people are left as.
var plights = []string{"dead", "injured", "wounded", "hurt", "homeless", "missing", "maimed", "stranded", "displaced", "unconscious", "hospitalized", "hospitalised", "unaccounted"}

// bound is where the words begin that say how exact the number behind them is, −1
// when there are none.
func bound(d *text.Doc, number int) int {
	for _, words := range bounds {
		first := number - len(words)
		if first < 0 {
			continue
		}
		if slices.EqualFunc(d.Tokens[first:number], words, func(t text.Token, w string) bool { return strings.EqualFold(t.Form, w) }) {
			return first
		}
	}
	return -1
}

var bounds = [][]string{{"at", "least"}, {"at", "most"}, {"up", "to"}, {"as", "many", "as"}, {"around"}, {"about"}}

// movers are verbs behind which such words say where to or how far.
var movers = []string{"go", "come", "rise", "climb", "walk", "move", "march", "travel", "drive", "stand", "range", "grow", "amount", "live", "gather", "fall", "drop", "fly", "sail", "stretch", "extend", "last"}

// measures are nouns that say how much of something, not whom it happens to.
var measures = []string{"day", "week", "month", "year", "hour", "minute", "second", "time", "percent", "%", "cent", "mile", "kilometre", "kilometer", "km", "metre", "meter", "point", "degree", "decade"}
