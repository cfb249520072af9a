package what

import (
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// merge makes one of the finds that tell of one happening, and drops what is
// dead. The work is quadratic in the finds of one sentence, which is bounded.
func (r *reader) merge(finds []*find) []*find {
	var live []*find
	for _, f := range finds {
		if f.typ != "" && !f.dead && (!f.row.inner || f.inner != "") {
			live = append(live, f)
		}
	}
	for _, f := range live {
		for _, g := range live {
			if f == g || f.dead || g.dead {
				continue
			}
			switch {
			case r.names(f, g):
				keep := f.mode
				absorb(f, g)
				f.mode = keep
			case f.typ == g.typ && r.same(f, g):
				absorb(f, g)
			case r.swallows(f, g):
				g.dead = true
				if len(f.recipients) == 0 && g.typ != griot.Support { // protesters' demands tell whom they protest against
					f.recipients = without(slices.Clone(g.recipients), f.actors)
				}
			case f.typ == griot.Protest && r.under(g.word, f.head) && g.how != byVerb:
				g.how = byContent
			}
		}
	}
	return slices.DeleteFunc(live, func(f *find) bool { return f.dead })
}

// names tells whether the noun of g is one of the words that the row of f asks
// for, so that both are one trigger: "lifted the curfew", "imposed a ban".
func (r *reader) names(f, g *find) bool {
	if g.row.pos != 'n' || f.word == g.word {
		return false
	}
	for _, n := range f.row.needs {
		if n.not || len(n.words) == 0 || strings.ContainsAny(n.words[0][:1], "@#") {
			continue
		}
		if slices.Contains(r.source(f.word, n.place), g.word) {
			return true
		}
	}
	return false
}

// same tells whether g is told again, or told further, by what f tells: the
// noun under the verb ("killed in an attack"), the verb that goes on ("killed
// ten and wounded six", "opened fire, killing two").
func (r *reader) same(f, g *find) bool {
	if f.word == g.word || f.head == g.head {
		return true
	}
	noun := g.row.pos == 'n'
	switch {
	case noun && g.how != byContent && r.within(g.word, f.head):
		return !r.apart(f.recipients, g.recipients) || r.isArgument(g.word, f.head)
	case noun:
		return false
	case f.row.pos == 'n' && f.how == byMention:
		return false
	}
	t := r.tok(g.head)
	follows := t.Head == f.head && (t.Is("conj") || t.Is("advcl") || t.Is("xcomp")) ||
		t.Is("conj") && r.tok(f.head).Is("conj") && t.Head == r.tok(f.head).Head && f.head < g.head
	if t.Is("advcl") && r.first(t.Head) == f.head && len(f.actors) == 0 && f.typ == griot.Assault {
		return true // "ten soldiers were killed and two wounded when rebels attacked"
	}
	if t.Is("advcl") && t.Head == f.head && f.typ == griot.Accuse && slices.Equal(sorted(f.actors), sorted(g.actors)) {
		return true // "accused the police of neglect, alleging that officers"
	}
	if t.Is("conj") && f.typ != griot.Assault && f.typ != griot.Protest {
		return false // to arrest and to deport are two acts
	}
	sameDoers := slices.Equal(sorted(f.actors), sorted(g.actors)) || f.typ == griot.Assault && len(g.actors) == 0 // "… killed and others wounded when men attacked"
	return follows && sameDoers && (f.mode == g.mode || f.mode == "" || g.mode == "" || t.Is("advcl")) && !r.named(g.recipients, f)
}

// first is the first verb of the coordination that the verb at i stands in.
func (r *reader) first(i int) int {
	for hops := 0; hops < farthest && r.sent.Has(i) && r.tok(i).Is("conj") && r.sent.Has(r.tok(i).Head); hops++ {
		i = r.tok(i).Head
	}
	return i
}

// named tells whether an act that goes on from f strikes somebody else who is
// named; a number or a pronoun is no name.
func (r *reader) named(toks []int, f *find) bool {
	for _, t := range toks {
		if slices.Contains(f.recipients, t) {
			continue
		}
		if r.tok(t).UPOS == "PROPN" || f.typ == griot.Coerce || f.typ == griot.Accuse || f.typ == griot.Request {
			return len(f.recipients) > 0
		}
	}
	return false
}

// apart tells whether two lists of recipients name different things.
func (r *reader) apart(a, b []int) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(t int) bool { return slices.Contains(b, t) })
}

// within tells whether token i lies in the clause of the predicate at h: under
// it, with no other clause between.
func (r *reader) within(i, h int) bool {
	for range 2 * farthest {
		if i == h {
			return true
		}
		t := r.tok(i)
		if t.Is("ccomp") || t.Is("acl") || t.Is("advcl") || t.Is("parataxis") || t.Head < r.sent.First {
			return false
		}
		if t.Is("conj") && verbal(t) {
			return false
		}
		i = t.Head
	}
	return false
}

// under tells whether token i lies anywhere under h.
func (r *reader) under(i, h int) bool {
	for range r.sent.Len() {
		if i == h {
			return true
		}
		if i = r.tok(i).Head; i < r.sent.First {
			return false
		}
	}
	return false
}

// isArgument tells whether the noun at i is the subject or object of h.
func (r *reader) isArgument(i, h int) bool {
	t := r.tok(i)
	return t.Head == h && (t.Is("nsubj") || t.Is("obj") || t.Is("obl"))
}

// absorb adds to f what g knows better.
func absorb(f, g *find) {
	g.dead = true
	if len(f.actors) == 0 || len(f.actors) == 1 && f.actors[0] == g.word {
		f.actors = without(slices.Clone(g.actors), f.recipients)
	}
	if !twoSided(f.row) && (len(f.recipients) == 0 || g.row.pos == 'v' && f.row.pos == 'v') {
		f.recipients = sorted(append(slices.Clone(f.recipients), without(slices.Clone(g.recipients), f.actors)...))
	}
	f.actors = slices.DeleteFunc(slices.Clone(f.actors), func(t int) bool { return t == g.word })
	if f.mode == "" {
		f.mode = g.mode
	}
	f.rules = append(f.rules, g.rules...)
}

// swallows tells whether g is part of f though of another type: the demands of
// protesters, the deployment that sets the scene of an attack, the charge that
// goes with an arrest of the same person.
func (r *reader) swallows(f, g *find) bool {
	if !r.under(g.head, f.head) {
		return false
	}
	switch f.typ {
	case griot.Protest:
		switch g.typ {
		case griot.Request, griot.Accuse, griot.Reject, griot.Support, griot.Agree:
			return true
		}
	case griot.Assault:
		return g.typ == griot.Mobilize && g.how != byVerb
	case griot.Consult:
		return g.typ == griot.Agree && g.how == byMention
	}
	return false
}

// contexts are those of the row and those that the quoted words and the words
// beside the participants tell.
func (r *reader) contexts(f *find, extent text.Range) []string {
	all := slices.Clone(f.row.contexts)
	for i := extent.First; i < extent.End; i++ {
		all = append(all, r.lex.contexts[r.word(i)]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
