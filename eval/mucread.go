package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/claim/fact"
	"griot/text"
)

// incidents are the templates that follow from a reading: the attacks on
// people and property, those of one type told once for a document, since most
// documents tell of one. Fights between armed sides are none.
func incidents(reading griot.Reading, doc *text.Doc, judge *fact.Judge) []mucIncident {
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
		all[k].sentences = append(all[k].sentences, c.Sentence.Start)
		all[k].take(c, reading.Actors, sentence)
	}
	for _, m := range presupposed(doc, judge) {
		k, ok := at[m.typ[0]+accomplished]
		if !ok {
			at[m.typ[0]+accomplished] = len(all)
			all = append(all, m)
			continue
		}
		all[k].sentences = append(all[k].sentences, m.sentences...)
		all[k].fill("hum_tgt", m.slots["hum_tgt"][0]...)
	}
	for _, c := range accused {
		blame(all, c, reading.Actors)
	}
	responsible(all, reading.Actors, doc)
	inherit(all)
	return slices.DeleteFunc(all, aimless)
}

// aimless tells an attack on nobody and nothing, and for which no organisation is
// held responsible: too vague a report to be an incident.
func aimless(m mucIncident) bool {
	return m.typ[0] == "ATTACK" && m.stage[0] == accomplished && len(m.slots["hum_tgt"])+len(m.slots["phys_tgt"])+len(m.confidence) == 0
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
			m := toldAt(all, c.Sentence.Start)
			m.fill("perp_org", a.Name, a.Words)
			m.hold(a.Name+"/"+a.Words, how)
		} else {
			toldAt(all, c.Sentence.Start).fill("perp_individual", a.Words)
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

// reportedAsFact is the confidence of what nothing qualifies.
const reportedAsFact = "REPORTED AS FACT"

// take fills the slots of an incident from a claim.
func (m *mucIncident) take(c *griot.Claim, known []griot.ActorFacts, sentence string) {
	for _, a := range c.Actors {
		if how := confidence(c, sentence); isOrganisation(&a, known) && (how != reportedAsFact || !ofState(&a)) {
			m.fill("perp_org", a.Name, a.Words)
			m.hold(a.Name+"/"+a.Words, how)
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

// ofState tells the forces and offices of a state, whose deeds are no incidents
// unless somebody holds them responsible.
func ofState(a *griot.Actor) bool {
	return slices.ContainsFunc([]string{" MIL", " COP", " GOV", " SPY", " JUD"}, func(s string) bool { return strings.HasSuffix(a.Code, s) })
}

// hold holds an organisation responsible; what was said first stays, but for
// what is claimed or suspected after a plain report.
func (m *mucIncident) hold(org, how string) {
	for have := range m.confidence {
		if sameFill(strings.Split(have, "/"), strings.Split(org, "/")) {
			if how != reportedAsFact && m.confidence[have][0] == reportedAsFact {
				m.confidence[have] = []string{how}
			}
			return
		}
	}
	m.confidence[org] = []string{how}
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
	return reportedAsFact
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
	return i >= 0 && (known[i].Kind == "organisation" || known[i].Kind == "group") && properName(a.Name)
}

// properName tells the name of an organisation from a description: its last word
// has a capital, unlike "Salvadoran guerrillas".
func properName(name string) bool {
	words := strings.Fields(name)
	return len(words) > 0 && words[len(words)-1] != strings.ToLower(words[len(words)-1])
}

func isPersonal(a *griot.Actor, known []griot.ActorFacts) bool {
	i := slices.IndexFunc(known, func(f griot.ActorFacts) bool { return f.ID == a.ID })
	return i >= 0 && (known[i].Kind == "person" || known[i].Kind == "people" || known[i].Kind == "group")
}
