package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/text"
)

// blame holds those responsible whom a sentence accuses or who claim the deed in
// it, for the incident told in it, or last before it.
func (s *mucScene) blame() {
	if len(s.all) == 0 {
		return
	}
	last := -1
	for i, sent := range s.doc.Sentences {
		if s.told[i] >= 0 {
			last = s.told[i]
		}
		words := s.doc.Report.Text[sent.ByteStart:sent.ByteEnd]
		for _, h := range heldBy(words, orgsIn(s.orgs, sent.ByteStart, sent.ByteEnd), sent.ByteStart) {
			m := &s.all[max(last, 0)]
			m.fill("perp_org", h.org.names...)
			m.hold(strings.Join(h.org.names, "/"), h.how)
		}
	}
}

// mucHeld is an organisation that a sentence holds responsible, and how.
type mucHeld struct {
	org mucOrg
	how string
}

var (
	disclaims = regexp.MustCompile(`(?i)\b(no one|nobody|no group|no organization|none|not|denied|denies|deny|refused)\b`)
	accuses   = regexp.MustCompile(`(?i)\b(accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|suspect(?:s|ed)?|charg(?:e|es|ed)|implicat(?:e|es|ed)|link(?:s|ed))\b`)
	ofWhat    = regexp.MustCompile(`\b(of \w+ing|for|with|that|who|which|made by|on|against|at|when|if|it|them)\b`)
	unsure    = regexp.MustCompile(`\b(if|whether|no confirmation|never|reject\w*|denied|denies|not|rule out)\b`)
	elsewhere = regexp.MustCompile(`\b(those|that|indicated|said|punish|ask\w*|investigat\w+|who|to|not|never|den\w+|and)\b|,`)
	passive   = regexp.MustCompile(`(?i)\b(was|were|is|are|been|being|be)( \w+ly)? $`)
	attribute = regexp.MustCompile(`(?i)\b(attribut\w+|blamed)\b[^.;]{0,80}? (to|on) `)
	workOf    = regexp.MustCompile(`(?i)\b(work of|responsibility of|hand of|perpetrated by|committed by|carried out by|staged by|executed by|planted by|placed by|claimed by|the part of) `)
	// deedWords are words for what somebody may be to blame for.
	deedWords = regexp.MustCompile(`\b(attacks?|bomb\w*|murder\w*|kill\w*|assassinat\w*|kidnap\w*|abduct\w*|massacre\w*|explosion|explosive|crimes?|deaths?|ambush\w*|dynamit\w*|destr\w+|sabotage|blew up|shot|slaying|holocaust|blast|incidents?|terrorist acts?|action|genocide|claimed (responsibility|credit))\b`)
	doneBy    = regexp.MustCompile(`(perpetrated|committed|carried out|staged|executed|planted|placed) by (the )?(\w+ ){0,3}$`)
	behind    = regexp.MustCompile(`(?i)\b(responsible for|responsible of|guilty of|was behind|were behind|is behind|are behind|involved in|implicated in|participated in|took part in|held responsible|hold responsible|responsibility (for|in)|authors? of)\b|^ (members |guerrillas )?(is|are|was|were)? ?(being )?(held )?(directly )?responsible`)
)

// heldBy are the organisations that a sentence which begins at a byte of the
// document holds responsible.
func heldBy(sentence string, orgs []mucOrg, begin int) []mucHeld {
	var all []mucHeld
	low := strings.ToLower(sentence)
	if !deedWords.MatchString(low) {
		return nil
	}
	for _, o := range orgs {
		if o.vague {
			continue
		}
		from, to := o.start-begin, o.end-begin
		rest := low[:from] + strings.Repeat("_", to-from) + low[to:]
		switch {
		case claimsIt(low, from):
			all = append(all, mucHeld{o, "CLAIMED OR ADMITTED"})
		case accused(low, from, to):
			how := accusedBy(rest, from)
			if doneBy.MatchString(low[:from]) && !blames.MatchString(rest) {
				how = reportedAsFact
			}
			all = append(all, mucHeld{o, how})
		}
	}
	return all
}

// claimsIt tells whether who is named at a byte claims responsibility.
func claimsIt(s string, at int) bool {
	i := claims.FindStringIndex(s)
	return i != nil && at < i[0] && i[0]-at < 120 && !disclaims.MatchString(s[at:i[0]])
}

// accused tells whether who is named between two bytes is said to be to blame.
func accused(s string, from, to int) bool {
	if unsure.MatchString(s[:from]) {
		return false
	}
	if at := lastMatch(workOf, s[:from]); at >= 0 && from-at < 40 {
		return true
	}
	if at := attribute.FindStringIndex(s[:from]); at != nil && from-at[1] < 40 {
		return true
	}
	if at := behind.FindStringIndex(s[to:]); at != nil && at[0] < 40 && !elsewhere.MatchString(s[to:to+at[0]]) {
		return true
	}
	for _, at := range accuses.FindAllStringIndex(s, -1) {
		reduced := strings.HasPrefix(s[at[1]:], " of ") || strings.HasPrefix(s[at[1]:], " in ")
		if reduced || passive.MatchString(s[:at[0]]) {
			if to <= at[0] && at[0]-to < 30 && !elsewhere.MatchString(s[to:at[0]]) {
				return true
			}
		} else if between := s[at[1]:max(at[1], from)]; from >= at[1] && len(between) < 70 && !ofWhat.MatchString(between) {
			return true
		}
	}
	return false
}

func lastMatch(re *regexp.Regexp, s string) int {
	all := re.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return -1
	}
	return all[len(all)-1][1]
}

// rebels holds the one armed group that a document names responsible for what
// nameless rebels did in it.
func (s *mucScene) rebels() {
	var only *mucOrg
	for i := range s.orgs {
		o := &s.orgs[i]
		if o.state || o.vague {
			continue
		}
		if only != nil && only.id != o.id {
			return
		}
		only = o
	}
	if only == nil {
		return
	}
	for i := range s.all {
		if m := &s.all[i]; len(m.confidence) == 0 && (slices.ContainsFunc(m.slots["perp_individual"], nameless) || s.rebelsNear(m)) {
			m.fill("perp_org", only.names...)
			m.hold(strings.Join(only.names, "/"), reportedAsFact)
		}
	}
}

// rebelsNear tells whether a sentence that tells of an incident names rebels.
func (s *mucScene) rebelsNear(m *mucIncident) bool {
	return slices.ContainsFunc(s.doc.Sentences, func(x text.Sentence) bool {
		return slices.Contains(m.sentences, x.ByteStart) && rebel.MatchString(s.doc.Report.Text[x.ByteStart:x.ByteEnd])
	})
}

// nameless tells a fill that calls people rebels without naming their group.
func nameless(fill []string) bool {
	return slices.ContainsFunc(fill, rebel.MatchString)
}

var rebel = regexp.MustCompile(`(?i)\b(guerrillas?|rebels?|terrorists?|subversives?|extremists?|insurgents?|commandos?|militants?)\b`)

// armedGroup tells whether an actor is a rebel, criminal or unidentified armed
// group with a name.
func armedGroup(a *griot.ActorFacts) bool {
	for _, sector := range []string{"REB", "UAF", "CRM", "PRM"} {
		if strings.HasSuffix(a.Code, " "+sector) || a.Code == sector {
			return a.Kind != "person" && a.Name != strings.ToLower(a.Name)
		}
	}
	return false
}

func namesOf(a *griot.ActorFacts) []string { return append([]string{a.Name}, a.Aliases...) }

// inherit holds the one organisation that a document holds responsible for an
// incident responsible for its other incidents too.
func (s *mucScene) inherit() {
	from := -1
	for i := range s.all {
		switch n := len(s.all[i].confidence); {
		case n > 1, n == 1 && from >= 0:
			return
		case n == 1:
			from = i
		}
	}
	for i := range s.all {
		if from < 0 || i == from || s.all[i].stage[0] != accomplished {
			continue
		}
		s.all[i].slots["perp_org"] = s.all[from].slots["perp_org"]
		s.all[i].confidence = s.all[from].confidence
	}
}
