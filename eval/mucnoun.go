package eval

import (
	"griot/claim/fact"
	"griot/text"
)

// deeds are nouns that name an incident, and its type. Whoever investigates or
// condemns "the murder of six priests" takes it for granted: no act of the
// ontology, but an incident of MUC.
var deeds = map[string]string{
	"murder": "ATTACK", "killing": "ATTACK", "assassination": "ATTACK", "massacre": "ATTACK", "slaying": "ATTACK",
	"attack": "ATTACK", "ambush": "ATTACK", "kidnapping": "KIDNAPPING", "abduction": "KIDNAPPING", "bombing": "BOMBING",
}

// before are the prepositions between a deed and its victim.
var before = map[string]bool{"of": true, "on": true, "against": true}

// presupposed finds the incidents that nouns with a victim name, unless the
// sentence says that they did not come about.
func presupposed(doc *text.Doc, judge *fact.Judge) []mucIncident {
	var all []mucIncident
	for i, t := range doc.Tokens {
		typ := deeds[t.Lemma]
		if typ == "" || t.UPOS != "NOUN" {
			continue
		}
		victim := doc.Child(i, "nmod")
		if victim < i || !before[doc.Tokens[doc.Subtree(victim).First].Lemma] || !judge.Of(doc, i).Status.Real() {
			continue
		}
		r := doc.Subtree(victim)
		r.First++ // the preposition
		if r.Len() == 0 || r.Len() > 30 {
			continue
		}
		m := mucIncident{typ: []string{typ}, stage: []string{accomplished}, sentences: []int{doc.Sentences[t.Sentence].ByteStart},
			confidence: map[string][]string{}, slots: map[string][][]string{}}
		m.fill("hum_tgt", doc.Words(r))
		all = append(all, m)
	}
	return all
}
