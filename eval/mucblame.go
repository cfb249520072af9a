package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// responsible holds armed groups responsible for incidents: those named in a
// sentence of blame or of a claim of responsibility, for the incident told last
// before it, and those named in a sentence that tells of an incident.
func responsible(all []mucIncident, known []griot.ActorFacts, doc *text.Doc) {
	if len(all) == 0 {
		return
	}
	groups := slices.DeleteFunc(slices.Clone(known), func(a griot.ActorFacts) bool { return !armedGroup(&a) })
	for _, sent := range doc.Sentences {
		sentence := strings.ToLower(doc.Report.Text[sent.ByteStart:sent.ByteEnd])
		how := confidence(&griot.Claim{}, sentence)
		m := toldAt(all, sent.ByteStart)
		if how == reportedAsFact && !slices.Contains(m.sentences, sent.ByteStart) {
			continue
		}
		for i := range known {
			a := &known[i]
			names := namesOf(a)
			if !armedGroup(a) && !(a.Kind == "organisation" && properName(a.Name) && named(names, claimants(sentence))) {
				continue
			}
			if named(names, sentence) {
				m.fill("perp_org", names...)
				m.hold(strings.Join(names, "/"), how)
			}
		}
	}
	rebels(all, groups)
}

// rebels holds the one armed group that a document names responsible for what
// nameless rebels did in it.
func rebels(all []mucIncident, groups []griot.ActorFacts) {
	if len(groups) != 1 {
		return
	}
	names := namesOf(&groups[0])
	for i := range all {
		if len(all[i].confidence) == 0 && slices.ContainsFunc(all[i].slots["perp_individual"], nameless) {
			all[i].fill("perp_org", names...)
			all[i].hold(strings.Join(names, "/"), reportedAsFact)
		}
	}
}

// nameless tells a fill that calls people rebels without naming their group.
func nameless(fill []string) bool {
	return slices.ContainsFunc(fill, rebel.MatchString)
}

var rebel = regexp.MustCompile(`(?i)\b(guerrillas?|rebels?|terrorists?|subversives?|extremists?|insurgents?|commandos?|militants?)\b`)

// toldAt is the incident told of at a byte, or last before it, else the first.
func toldAt(all []mucIncident, at int) *mucIncident {
	best, begins := 0, -1
	for i := range all {
		for _, s := range all[i].sentences {
			if s <= at && s > begins {
				best, begins = i, s
			}
		}
	}
	return &all[best]
}

// armedGroup tells whether an actor is a rebel, criminal or unidentified armed
// group with a name.
func armedGroup(a *griot.ActorFacts) bool {
	for _, sector := range []string{"REB", "UAF", "CRM"} {
		if strings.HasSuffix(a.Code, " "+sector) || a.Code == sector {
			return a.Kind != "person" && a.Name != strings.ToLower(a.Name)
		}
	}
	return false
}

// claimants is the part of a sentence before a claim of responsibility, in which
// whoever claims it is named; "" where there is none.
func claimants(sentence string) string {
	if at := claims.FindStringIndex(sentence); at != nil {
		return sentence[:at[0]]
	}
	return ""
}

func namesOf(a *griot.ActorFacts) []string { return append([]string{a.Name}, a.Aliases...) }

// named tells whether a sentence in small letters has one of the names.
func named(names []string, sentence string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return len(n) > 2 && strings.Contains(sentence, strings.ToLower(n)) })
}

// inherit holds the one organisation that a document holds responsible for an
// incident responsible for its other incidents too.
func inherit(all []mucIncident) {
	from := -1
	for i := range all {
		switch n := len(all[i].confidence); {
		case n > 1, n == 1 && from >= 0:
			return
		case n == 1:
			from = i
		}
	}
	for i := range all {
		if from < 0 || i == from {
			continue
		}
		all[i].slots["perp_org"] = all[from].slots["perp_org"]
		all[i].confidence = all[from].confidence
	}
}
