package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/data"
	"griot/text"
)

// incidents are the templates that follow from a reading: the attacks on
// people and property, those of one type told once for a document, since most
// documents tell of one. Fights between armed sides are none.
func incidents(reading griot.Reading, doc *text.Doc) []mucIncident {
	var all []mucIncident
	var accused []*griot.Claim
	at := map[string]int{}
	for i := range reading.Claims {
		c := &reading.Claims[i]
		sentence := strings.ToLower(reading.Report.Text[c.Sentence.Start:c.Sentence.End])
		typ, stage := incidentType(c), incidentStage(c, sentence)
		if typ == "" || stage == "" {
			if c.Type == griot.Accuse && c.Mode == "allege" {
				accused = append(accused, c)
			}
			continue
		}
		k, ok := at[typ+stage]
		if !ok {
			k = len(all)
			at[typ+stage] = k
			all = append(all, mucIncident{typ: []string{typ}, stage: []string{stage}, confidence: map[string][]string{}, slots: map[string][][]string{}})
		}
		all[k].take(c, reading.Actors, sentence)
	}
	for _, c := range accused {
		blame(all, c, reading.Actors)
	}
	if len(all) > 0 {
		all[0].responsible(reading.Actors, doc)
	}
	return all
}

// responsible holds the armed groups responsible that a sentence names beside a
// word of blame or of responsibility.
func (m *mucIncident) responsible(known []griot.ActorFacts, doc *text.Doc) {
	for _, sent := range doc.Sentences {
		sentence := strings.ToLower(doc.Report.Text[sent.Start:sent.End])
		if !claims.MatchString(sentence) && !blames.MatchString(sentence) {
			continue
		}
		for _, a := range known {
			if !strings.HasSuffix(a.Code, "REB") && !strings.HasSuffix(a.Code, "UAF") || a.Name == strings.ToLower(a.Name) {
				continue
			}
			named := func(name string) bool { return len(name) > 2 && strings.Contains(sentence, strings.ToLower(name)) }
			if named(a.Name) || slices.ContainsFunc(a.Aliases, named) {
				m.fill("perp_org", append([]string{a.Name}, a.Aliases...)...)
				m.hold(strings.Join(append([]string{a.Name}, a.Aliases...), "/"), confidence(&griot.Claim{}, sentence))
			}
		}
	}
}

// blame holds those whom a claim accuses responsible for the first incident.
func blame(all []mucIncident, c *griot.Claim, known []griot.ActorFacts) {
	if len(all) == 0 {
		return
	}
	how := "SUSPECTED OR ACCUSED"
	if slices.ContainsFunc(c.Actors, func(a griot.Actor) bool { return office.MatchString(strings.ToLower(a.Words)) }) {
		how += " BY AUTHORITIES"
	}
	for _, a := range c.Recipients {
		if isOrganisation(&a, known) {
			all[0].fill("perp_org", a.Name)
			all[0].hold(a.Name, how)
		} else {
			all[0].fill("perp_individual", a.Words)
		}
	}
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

// incidentStage is how far the act went, "" where the claim denies it or only
// plans it. sentence is the one that the claim stands in.
func incidentStage(c *griot.Claim, sentence string) string {
	switch {
	case c.Type == griot.Threaten:
		if !strings.Contains(sentence, "threat") {
			return ""
		}
		return "THREATENED"
	case c.Status != griot.Happened && c.Status != griot.Ongoing && c.Status != griot.Possible:
		return ""
	case attempts.MatchString(sentence):
		return "ATTEMPTED"
	}
	return accomplished
}

var (
	attempts = regexp.MustCompile(`\b(attempt(s|ed)?|tried|trying|foiled|thwarted|defused|deactivated|unharmed|unhurt|unsuccessful(ly)?|failed to)\b`)
	blames   = regexp.MustCompile(`\b(accus\w+|blam\w+|suspect\w*|alleg\w+|attribut\w+|presum\w+|charged|responsible for|implicated|involved in)\b`)
	claims   = regexp.MustCompile(`\b(claim\w*|took|taken|take|accept\w*|admit\w*|acknowledg\w+)\b.{0,40}\b(responsib\w+|credit)\b`)
	maybes   = regexp.MustCompile(`\b(possibl[ey]|perhaps|might have|may have|apparently|could have)\b`)
	office   = regexp.MustCompile(`\b(police|army|officials?|minist(er|ry)|government|authorit(y|ies)|military|president|command|attorney|judge|armed forces|security)\b`)
)

// take fills the slots of an incident from a claim.
func (m *mucIncident) take(c *griot.Claim, known []griot.ActorFacts, sentence string) {
	for _, a := range c.Actors {
		if isOrganisation(&a, known) {
			m.fill("perp_org", a.Name)
			m.hold(a.Name, confidence(c, sentence))
			if a.Words != a.Name && !strings.Contains(a.Name, strings.TrimPrefix(a.Words, "the ")) {
				m.fill("perp_individual", a.Words)
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

// hold holds an organisation responsible; what was said first stays.
func (m *mucIncident) hold(org, how string) {
	if len(m.confidence[org]) == 0 {
		m.confidence[org] = []string{how}
	}
}

// confidence is how the text holds an actor responsible.
func confidence(c *griot.Claim, sentence string) string {
	switch {
	case claims.MatchString(sentence):
		return "CLAIMED OR ADMITTED"
	case blames.MatchString(sentence) && office.MatchString(sentence):
		return "SUSPECTED OR ACCUSED BY AUTHORITIES"
	case blames.MatchString(sentence):
		return "SUSPECTED OR ACCUSED"
	case c.Status == griot.Possible || maybes.MatchString(sentence):
		return "POSSIBLE"
	}
	return "REPORTED AS FACT"
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
		if start || !isCommon(common, string(b[i:j])) {
			b[i] -= 'a' - 'A'
		}
		if i > 0 && b[i-1] == '[' { // an acronym in brackets
			copy(b[i:j], s[i:j])
		}
		start, i = false, j
	}
	return string(b)
}

// isCommon tells whether a word, or what it is a form of, is among the common.
func isCommon(common map[string]bool, word string) bool {
	if common[word] {
		return true
	}
	for _, ending := range []string{"'s", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "ings", "ied", "ies"} {
		stem, ok := strings.CutSuffix(word, ending)
		if ok && len(stem) > 2 && (common[stem] || common[stem+"e"] || common[stem+"y"] || stem[len(stem)-1] == stem[len(stem)-2] && common[stem[:len(stem)-1]]) {
			return true
		}
	}
	return false
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
