package fuse

import (
	"slices"
	"strings"

	"griot"
)

// plurals are the verbs that change when a body's name stands for "they";
// singulars those that change when that of many stands for "it".
var (
	plurals   = map[string]string{"were": "was", "are": "is", "have": "has", "do": "does"}
	singulars = map[string]string{"was": "were", "is": "are", "has": "have", "does": "do"}
)

// agreeing puts the verb that begins an act into the number of a name that
// stands for a pronoun.
func agreeing(c *griot.Claim, act, pronoun, name string) string {
	verb, rest, _ := strings.Cut(act, " ")
	switch they := strings.EqualFold(pronoun, "they"); {
	case several(name) && strings.EqualFold(pronoun, "it"):
		if form, ok := singulars[verb]; ok {
			return form + " " + rest
		}
	case !several(name) && they && plurals[verb] != "":
		return plurals[verb] + " " + rest
	case !several(name) && they:
		return thirdPerson(c, act)
	}
	return act
}

// several tells whether a name is of many, or of a body of many.
func several(name string) bool {
	head, _, _ := strings.Cut(name, " of ")
	return strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "States") && !strings.HasSuffix(head, "Nations") ||
		slices.Contains(many, head)
}

// many are the nouns for many people that actors without a name of their own go by.
var many = []string{"people", "police", "men", "women", "children", "troops"}

// thirdPerson puts the verb of an act that begins with its bare form, or an adverb
// before it, into the third person: "strongly condemn it" is "strongly condemns it".
func thirdPerson(c *griot.Claim, act string) string {
	words := strings.Split(act, " ")
	i := 0
	if strings.HasSuffix(words[0], "ly") && len(words) > 1 {
		i = 1
	}
	bare := strings.TrimLeft(words[i], "“\"")
	if bare == "" || !strings.EqualFold(bare, c.Lemma) {
		return act
	}
	words[i] = words[i][:len(words[i])-len(bare)] + inflected(bare)
	return strings.Join(words, " ")
}

// inflected is the third person of a verb.
func inflected(verb string) string {
	last := verb[len(verb)-1]
	switch {
	case last == 'y' && len(verb) > 1 && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		return verb[:len(verb)-1] + "ies"
	case strings.ContainsRune("sxzo", rune(last)), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"):
		return verb + "es"
	}
	return verb + "s"
}

// helped is an act that begins with the bare form of its verb, with the helping
// word that a verb before it in the sentence has: "will go on and offer talks" is
// "will offer talks". It fails where there is none.
func helped(c *griot.Claim, act, sentence string) (string, bool) {
	if !strings.EqualFold(firstOf(act), c.Lemma) {
		return act, true
	}
	before, _, ok := strings.Cut(sentence, act[:min(len(act), 20)])
	words := strings.Fields(before)
	for i := len(words) - 1; ok && i >= 0; i-- {
		if word := strings.ToLower(words[i]); slices.Contains([]string{"will", "would", "can", "could", "may", "might", "must", "should"}, word) {
			return word + " " + act, true
		}
	}
	return act, false
}
