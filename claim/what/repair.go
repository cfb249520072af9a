package what

import (
	"strings"

	"griot/text"
)

// repair finds the words of the sentence that were tagged as nouns or adjectives
// but head a clause: they have an object, or a subject and neither copula nor
// preposition ("rebels advanced on", "youths tore down the flag", "to free the
// hostages"). They are read as verbs.
func (r *reader) repair() {
	for i := r.sent.First; i < r.sent.End; i++ {
		switch t := &r.doc.Tokens[i]; t.UPOS {
		case "ADJ", "NOUN":
			if xpos := r.clauseHead(i, t); xpos != "" {
				r.retag(i, "VERB", xpos)
			} else if t.XPOS == "NNS" {
				r.planning(i, t)
			}
		case "VERB": // "clashes broke out", "open to dialogue"
			if form := strings.ToLower(t.Form); t.XPOS == "VBP" && r.lex.irregular[form] == form { // "youths beat up reporters"
				r.retag(i, "VERB", "VBD")
			}
			switch named := len(r.lex.rows[r.lex.base(t)+".n"]) > 0; {
			case r.gerund(i):
				r.retag(i, "NOUN", "NN")
				r.fixed[i].Rel = "nsubj"
			case named && (t.Is("nsubj") || r.doc.Child(i, "det") >= 0 && t.Is("obj") || t.Is("csubj") && len(r.lex.rows[r.lex.base(t)+".v"]) == 0):
				r.retag(i, "NOUN", "NNS")
			}
		case "ADV":
			if i-2 >= r.sent.First && r.doc.Tokens[i-1].Form == "-" && len(r.lex.rows[r.doc.Tokens[i-2].Form+"-"+t.Form+".n"]) > 0 { // "sit-in"
				r.retag(i, "NOUN", "NN")
			}
		}
	}
}

func (r *reader) retag(i int, upos, xpos string) {
	if r.fixed == nil {
		r.fixed = map[int]*text.Token{}
	}
	t := r.doc.Tokens[i]
	t.UPOS, t.XPOS = upos, xpos
	r.fixed[i] = &t
}

// clauseHead is the tag of the verb that the token at i ought to be, "" for none.
func (r *reader) clauseHead(i int, t *text.Token) string {
	subjects, object := 0, false
	for k := range r.doc.Children(i) {
		switch c := &r.doc.Tokens[k]; {
		case c.Is("cop") || c.Is("case") && k < i && !strings.EqualFold(c.Form, "to"):
			return ""
		case c.Rel == "nsubj":
			subjects++
		case c.Is("obj"):
			object = true
		}
	}
	form := strings.ToLower(t.Form)
	_, irregular := r.lex.irregular[form]
	switch past := irregular || strings.HasSuffix(form, "ed"); {
	case past && (object || subjects > 0):
		return "VBD"
	case object || subjects > 1:
		return "VB"
	}
	return ""
}

// gerund tells whether the word at i is a noun of the lexicon that was read as a
// clause of its own: "fighting broke out".
func (r *reader) gerund(i int) bool {
	t := &r.doc.Tokens[i]
	return t.Is("csubj") && t.XPOS == "VBG" && r.doc.Child(i, "obj", "nsubj", "mark") < 0 && len(r.lex.rows[strings.ToLower(t.Form)+".n"]) > 0
}

// planning reads the plural noun that heads a whole sentence and has an infinitive as
// the verb of whoever stands before it: "the alliance plans to hold a march".
func (r *reader) planning(i int, t *text.Token) {
	who, what := r.doc.Child(i, "compound"), r.doc.Child(i, "acl")
	if t.Head >= r.sent.First || who < r.sent.First || who != i-1 || what < i || !r.lex.class("person", r.lex.base(&r.doc.Tokens[who])) || len(r.lex.rows[r.lex.base(t)+".v"]) == 0 {
		return
	}
	to := r.doc.Child(what, "mark")
	if to != i+1 || !strings.EqualFold(r.doc.Tokens[to].Form, "to") {
		return
	}
	r.retag(i, "VERB", "VBZ")
	r.retag(who, r.doc.Tokens[who].UPOS, r.doc.Tokens[who].XPOS)
	r.retag(what, r.doc.Tokens[what].UPOS, r.doc.Tokens[what].XPOS)
	r.fixed[who].Rel, r.fixed[what].Rel = "nsubj", "xcomp"
}
