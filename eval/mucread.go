package eval

import (
	"slices"
	"strings"

	"griot"
	"griot/data"
)

// incidents are the templates that follow from a reading: the attacks on
// people and property, those of one type told once for a document, since most
// documents tell of one. Fights between armed sides are none.
func incidents(reading griot.Reading) []mucIncident {
	var all []mucIncident
	at := map[string]int{}
	for i := range reading.Claims {
		c := &reading.Claims[i]
		typ, stage := incidentType(c), incidentStage(c)
		if typ == "" || stage == "" {
			continue
		}
		k, ok := at[typ+stage]
		if !ok {
			k = len(all)
			at[typ+stage] = k
			all = append(all, mucIncident{typ: []string{typ}, stage: []string{stage}, confidence: map[string][]string{}, slots: map[string][][]string{}})
		}
		all[k].take(c, reading.Actors)
	}
	return all
}

// incidentType is the type of MUC for a claim, "" for none.
func incidentType(c *griot.Claim) string {
	armed := func(a griot.Actor) bool { return strings.HasSuffix(a.Code, "REB") || strings.HasSuffix(a.Code, "MIL") }
	switch {
	case c.Type == griot.Threaten && c.Mode == "violence":
		return "ATTACK"
	case c.Type != griot.Assault, len(c.Recipients) == 0 && len(c.Actors) > 1,
		len(c.Recipients) > 0 && !slices.ContainsFunc(c.Recipients, func(a griot.Actor) bool { return !armed(a) }):
		return ""
	}
	switch c.Mode {
	case "explosives", "suicide-attack":
		return "BOMBING"
	case "abduct":
		return "KIDNAPPING"
	case "destroy":
		if strings.Contains(strings.ToLower(c.Quote), "fire") || c.Lemma == "burn" || c.Lemma == "torch" {
			return "ARSON"
		}
		if c.Lemma == "destroy" {
			return "BOMBING"
		}
	}
	return "ATTACK"
}

// incidentStage is how far the act went, "" where the claim denies it.
func incidentStage(c *griot.Claim) string {
	for _, rule := range c.Rules {
		if strings.HasPrefix(rule, "operator:") && (strings.HasSuffix(rule, "/try") || strings.HasSuffix(rule, "/fail")) {
			return "ATTEMPTED"
		}
	}
	switch {
	case c.Lemma == "attempt":
		return "ATTEMPTED"
	case c.Type == griot.Threaten, c.Status == griot.Threatened, c.Status == griot.Announced:
		return "THREATENED"
	case c.Status == griot.Denied, c.Status == griot.Demanded, c.Status == griot.Conditional:
		return ""
	}
	return accomplished
}

// take fills the slots of an incident from a claim.
func (m *mucIncident) take(c *griot.Claim, known []griot.ActorFacts) {
	for _, a := range c.Actors {
		if isOrganisation(&a, known) {
			m.fill("perp_org", a.Words, a.Name)
			org := a.Words + "/" + a.Name
			if len(m.confidence[org]) == 0 {
				m.confidence[org] = []string{confidence(c, &a)}
			}
		} else {
			m.fill("perp_individual", a.Words)
		}
	}
	for _, a := range c.Recipients {
		if a.Code == "" && !isPersonal(&a, known) {
			m.fill("phys_tgt", a.Words)
		} else {
			m.fill("hum_tgt", a.Words, a.Name)
		}
	}
}

// fill adds a fill unless one like it is there.
func (m *mucIncident) fill(slot string, words ...string) {
	for _, have := range m.slots[slot] {
		if sameFill(have, words) {
			return
		}
	}
	m.slots[slot] = append(m.slots[slot], words)
}

// confidence is how the text holds an actor responsible.
func confidence(c *griot.Claim, a *griot.Actor) string {
	if c.Status == griot.Possible {
		return "POSSIBLE"
	}
	if len(c.Voices) == 0 {
		return "REPORTED AS FACT"
	}
	v := c.Voices[0]
	switch {
	case v.ID == a.ID:
		return "CLAIMED OR ADMITTED"
	case strings.Contains("accuse blame charge allege suspect attribute", v.Cue):
		return "SUSPECTED OR ACCUSED"
	}
	for _, word := range []string{"police", "army", "official", "minist", "government", "authorit", "militar", "president", "command"} {
		if strings.Contains(strings.ToLower(v.Words), word) {
			return "SUSPECTED OR ACCUSED BY AUTHORITIES"
		}
	}
	return "REPORTED AS FACT"
}

func isOrganisation(a *griot.Actor, known []griot.ActorFacts) bool {
	i := slices.IndexFunc(known, func(f griot.ActorFacts) bool { return f.ID == a.ID })
	return i >= 0 && (known[i].Kind == "organisation" || known[i].Kind == "group" && a.Name != strings.ToLower(a.Name))
}

func isPersonal(a *griot.Actor, known []griot.ActorFacts) bool {
	i := slices.IndexFunc(known, func(f griot.ActorFacts) bool { return f.ID == a.ID })
	return i >= 0 && (known[i].Kind == "person" || known[i].Kind == "people" || known[i].Kind == "group")
}

// sentenceCase turns a text printed in capitals into one with small letters: a
// word starts with a capital where a sentence starts and where it is no common
// word of English. The bytes of a letter stay one.
func sentenceCase(s string) string {
	if capitals(s) < len(s)/2 {
		return s
	}
	common := commonWords()
	b := []byte(strings.ToLower(s))
	start := true
	for i := 0; i < len(b); {
		j := i
		for j < len(b) && (b[j] >= 'a' && b[j] <= 'z' || b[j] == '\'') {
			j++
		}
		if j == i {
			start = start || b[i] == '.' || b[i] == '\n' || b[i] == ']'
			i++
			continue
		}
		word := string(b[i:j])
		stem := strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "s")
		if start || !common[word] && !common[stem] {
			b[i] -= 'a' - 'A'
		}
		if i > 0 && b[i-1] == '[' { // an acronym in brackets
			copy(b[i:j], s[i:j])
		}
		start, i = false, j
	}
	return string(b)
}

func capitals(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			n++
		}
	}
	return n
}

// commonWords are words that are written small.
func commonWords() map[string]bool {
	words := map[string]bool{}
	for _, w := range data.SmallWords() {
		words[w] = true
	}
	return words
}
