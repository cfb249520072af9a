package eval

import (
	"regexp"
	"slices"
	"strings"

	"griot"
	"griot/claim"
	"griot/claim/fact"
	"griot/claim/said"
	"griot/claim/what"
	"griot/claim/who"
	"griot/text"
)

// mucReader makes templates of documents.
type mucReader struct {
	claims  *claim.Reader
	who     *who.Directory
	lexicon *what.Lexicon
	judge   *fact.Judge
	said    *said.Reader
}

func newMUCReader() (*mucReader, error) {
	r := &mucReader{}
	var err error
	for _, load := range []func(){
		func() { r.claims, err = claim.New() },
		func() { r.who, err = who.New() },
		func() { r.lexicon, err = what.New() },
		func() { r.judge, err = fact.New() },
		func() { r.said, err = said.New() },
	} {
		if load(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// mucScene is a document and what is known of it while templates are made.
type mucScene struct {
	doc     *text.Doc
	reading griot.Reading
	cast    *who.Cast
	judge   *fact.Judge
	talk    *said.Talk
	orgs    []mucOrg
	bombed  bool // a bombing is told of
	all     []mucIncident
	at      map[string]int // incidents by type and stage
	told    []int          // for each sentence the incident told of last, -1
}

// incidents are the templates that follow from a document: the attacks on
// people and property, those of one type told once for a document, since most
// documents tell of one. Fights between armed sides are none.
func (r *mucReader) incidents(doc *text.Doc) []mucIncident {
	s := &mucScene{doc: doc, reading: r.claims.Read(doc), cast: r.who.Cast(doc), judge: r.judge, at: map[string]int{}, told: make([]int, len(doc.Sentences))}
	s.talk = r.said.Find(doc, s.cast)
	s.orgs = organisations(doc, s.reading.Actors)
	for i := range s.told {
		s.told[i] = -1
	}
	deeds := deedsOf(doc, s.cast, r.lexicon, r.judge)
	deeds = slices.DeleteFunc(deeds, s.irrelevant)
	s.bombed = slices.ContainsFunc(deeds, func(d mucDeed) bool { return d.typ == "BOMBING" && d.stage == accomplished && len(d.on) > 0 })
	for i := range deeds {
		s.tell(&deeds[i])
	}
	s.unfinished()
	s.blame()
	s.rebels()
	s.inherit()
	return slices.DeleteFunc(s.all, s.passing)
}

// irrelevant tells a deed of or among the armed: whom soldiers fight, and whom
// rebels fight in arms.
func (s *mucScene) irrelevant(d mucDeed) bool {
	if battles[d.frame.Lemma] {
		return true
	}
	if t := s.doc.Tokens[d.head]; (t.XPOS == "VBZ" || t.XPOS == "VBP") && s.doc.Child(d.head, "aux", "aux:pass") < 0 {
		return true
	}
	if d.typ == "KIDNAPPING" || len(d.on) == 0 {
		return false
	}
	return !slices.ContainsFunc(d.on, func(k int) bool { return !s.armed(k) })
}

// armed tells whether the phrase that token k heads is of those who bear arms.
func (s *mucScene) armed(k int) bool {
	span := s.doc.Span(s.doc.Subtree(k))
	return soldiery.MatchString(s.doc.Report.Text[span.Start:span.End]) ||
		slices.ContainsFunc(orgsIn(s.orgs, span.Start, span.End), func(o mucOrg) bool { return !o.state })
}

// tell adds a deed to the incident that it is told of.
func (s *mucScene) tell(d *mucDeed) {
	m := s.incidentOf(d)
	sent := s.doc.Sentences[d.sentence]
	m.sentences = append(m.sentences, sent.ByteStart)
	sentence := s.doc.Report.Text[sent.ByteStart:sent.ByteEnd]
	for _, k := range d.by {
		s.culprit(m, d, k, sentence)
	}
	s.fighters(m, d, sent.ByteStart, sentence)
	for _, k := range d.on {
		if s.specific(k) {
			s.target(m, k)
		}
	}
}

// incidentOf is the incident that a deed belongs to. What somebody nameless
// suffered is the effect of the deed told before it in the same breath.
func (s *mucScene) incidentOf(d *mucDeed) *mucIncident {
	if d.effect {
		for back := 0; back < 2 && d.sentence >= back; back++ {
			if k := s.told[d.sentence-back]; k >= 0 && s.all[k].stage[0] == d.stage && s.all[k].typ[0] != "KIDNAPPING" {
				s.told[d.sentence] = k
				return &s.all[k]
			}
		}
	}
	if d.typ == "ATTACK" && plainly[d.frame.Lemma] && d.stage == accomplished && s.bombed {
		d.typ = "BOMBING"
	}
	k, ok := s.at[d.typ+d.stage]
	if ok && d.typ != "BOMBING" && s.another(&s.all[k], d) {
		ok = false
	}
	if !ok {
		return s.add(d)
	}
	s.told[d.sentence] = k
	return &s.all[k]
}

// add adds an incident of the type and stage of a deed.
func (s *mucScene) add(d *mucDeed) *mucIncident {
	s.told[d.sentence] = len(s.all)
	s.at[d.typ+d.stage] = len(s.all)
	s.all = append(s.all, mucIncident{typ: []string{d.typ}, stage: []string{d.stage}, confidence: map[string][]string{}, slots: map[string][][]string{}})
	return &s.all[len(s.all)-1]
}

var (
	duds    = regexp.MustCompile(`(?i)\b(bombs?|explosives?|dynamite|explosive device|charges?|grenades?)\b[^.]{0,80}\b(defused|deactivated|dismantled|failed to explode|did not explode)\b|\b(defused|deactivated|dismantled)\b[^.]{0,60}\b(bombs?|explosives?|dynamite|device|charges?)\b`)
	threats = regexp.MustCompile(`(?i)\bdeath threats?\b|\bthreat(?:en(?:s|ed|ing)?|s)?(?: \w+){0,4} (?:to (?:kill|murder|assassinate|attack|execute)|with death)\b`)
	mines   = regexp.MustCompile(`(?i)\bbomb threats?\b|\bthreat(?:en(?:s|ed|ing)?|s)?(?: \w+){0,4} to (?:bomb|blow|dynamite)\b`)
)

// unfinished finds the bombs that did not go off and the threats of death that no
// deed tells of.
func (s *mucScene) unfinished() {
	for i, sent := range s.doc.Sentences {
		words := s.doc.Report.Text[sent.ByteStart:sent.ByteEnd]
		d := mucDeed{sentence: i}
		switch {
		case duds.MatchString(words):
			d.typ, d.stage = "BOMBING", "ATTEMPTED"
		case threats.MatchString(words):
			d.typ, d.stage = "ATTACK", "THREATENED"
		case mines.MatchString(words):
			d.typ, d.stage = "BOMBING", "THREATENED"
		default:
			continue
		}
		if _, told := s.at[d.typ+d.stage]; !told {
			m := s.add(&d)
			m.sentences = append(m.sentences, sent.ByteStart)
		}
	}
}

// another tells a deed with an author and a target of its own from an incident
// of other targets.
func (s *mucScene) another(m *mucIncident, d *mucDeed) bool {
	if d.frame.Odds < what.Likely || len(d.by) == 0 || len(d.on) == 0 || slices.Contains(m.sentences, s.doc.Sentences[d.sentence].ByteStart) {
		return false
	}
	if len(m.slots["hum_tgt"])+len(m.slots["phys_tgt"]) == 0 {
		return false
	}
	for _, k := range d.on {
		words := []string{s.doc.Words(s.phrase(k))}
		if a, ok := s.cast.At(k); ok && a.Name != "" {
			words = append(words, a.Name)
		}
		for _, slot := range []string{"hum_tgt", "phys_tgt"} {
			if slices.ContainsFunc(m.slots[slot], func(have []string) bool { return sameFill(have, words) }) {
				return false
			}
		}
	}
	return true
}

// culprit fills in who did it: the phrase that token k heads, and the
// organisation named in it.
func (s *mucScene) culprit(m *mucIncident, d *mucDeed, k int, sentence string) {
	span := s.doc.Span(s.phrase(k))
	orgs := orgsIn(s.orgs, span.Start, span.End)
	if a, ok := s.cast.At(k); ok && len(orgs) == 0 {
		orgs = s.byID(a.ID)
	}
	words := s.doc.Report.Text[span.Start:span.End]
	if len(orgs) == 0 && bodies.MatchString(words) && !unknown.MatchString(words) {
		orgs = []mucOrg{{names: []string{bareOrg(words)}, state: true}}
	}
	for _, o := range orgs {
		if o.vague || o.state && (len(d.on) == 0 || !crimes[d.frame.Lemma]) {
			continue
		}
		m.fill("perp_org", o.names...)
		m.hold(strings.Join(o.names, "/"), s.confidence(d, words, sentence))
	}
	m.fill("perp_individual", words)
}

// unknown tells a phrase that says that nobody knows who.
var unknown = regexp.MustCompile(`(?i)\b(unidentified|unknown|armed group|a group|groups? of|men|guerrillas?|rebels?|terrorists?|subversives?|gang of|same|two|three|four|five|several|this|these|that|those|their|our|we|us)\b`)

// bareOrg is a phrase without what introduces it.
func bareOrg(words string) string { return leadIn.ReplaceAllString(words, "") }

var leadIn = regexp.MustCompile(`(?i)^[, ]*(apparently )?(by |of |from |between |to |for )?(the |an? )?(members of |elements of |self-styled |so-called |(clandestine|terrorist|guerrilla|rebel) (group|organization) )*(the )?`)

// phrase is the subtree of token k up to its first clause.
func (s *mucScene) phrase(k int) text.Range {
	r := s.doc.Subtree(k)
	for c := range s.doc.Children(k) {
		if t := s.doc.Tokens[c]; c > k && (t.Rel == "acl:relcl" || t.Is("acl") || t.Is("conj") || t.Is("parataxis")) {
			r.End = min(r.End, s.doc.Subtree(c).First)
		}
	}
	return r
}

// byID is the named organisation of an identity.
func (s *mucScene) byID(id string) []mucOrg {
	if i := slices.IndexFunc(s.orgs, func(o mucOrg) bool { return o.id == id && !o.vague }); i >= 0 {
		return s.orgs[i : i+1]
	}
	return nil
}

// target fills in whom or what a deed hit.
func (s *mucScene) target(m *mucIncident, k int) {
	words := s.doc.Words(s.phrase(k))
	a, ok := s.cast.At(k)
	if ok && (a.Code != "" || isPersonal(&a, s.reading.Actors)) || people.MatchString(words) {
		m.fill("hum_tgt", words, a.Name)
	} else {
		m.fill("phys_tgt", words)
	}
}

// specific tells a target that a reader could find: not "civilians", not "people".
func (s *mucScene) specific(k int) bool {
	t := s.doc.Tokens[k]
	return t.XPOS != "NNS" || s.doc.Subtree(k).Len() > 1 && s.doc.Child(k, "det", "nummod", "nmod", "nmod:poss", "amod", "compound") >= 0
}

var people = regexp.MustCompile(`(?i)\b(people|persons?|m[ae]n|wom[ae]n|child(ren)?|civilians?|peasants?|priests?|journalists?|residents|members?|leaders?|mayor|judge|minister|[a-z]+ists|[a-z]+ers|jesuits?|bishop|students?|citizens|officials?|senator|deputy)\b`)

// confidence is how the text holds those responsible who do a deed in it.
func (s *mucScene) confidence(d *mucDeed, words, sentence string) string {
	low := strings.ToLower(sentence)
	switch {
	case claims.MatchString(low):
		return "CLAIMED OR ADMITTED"
	case presumed.MatchString(words) || blames.MatchString(low):
		return accusedBy(low, len(low))
	case s.alleged(d.head):
		return accusedBy(low, len(low))
	case maybes.MatchString(low):
		return "POSSIBLE"
	}
	return reportedAsFact
}

// alleged tells whether whoever tells a deed only claims it.
func (s *mucScene) alleged(head int) bool {
	return slices.ContainsFunc(s.talk.Voices(head), func(v griot.Voice) bool { return alleges.MatchString(v.Cue) })
}

var alleges = regexp.MustCompile(`(?i)\b(claim\w*|alleg\w*|charg\w*|maintain\w*|insist\w*|accus\w*|believ\w*|suspect\w*|denounc\w*)\b`)

// accusedBy is how a sentence accuses: by authorities where one of them says so,
// before the verb that accuses or as who is quoted.
func accusedBy(sentence string, before int) string {
	if at := lastMatch(accuses, sentence[:before]); at >= 0 && office.MatchString(sentence[:at]) || speaks.MatchString(sentence) {
		return accusedByOffice
	}
	return accusedPlain
}

// The confidences of MUC that are told apart here.
const (
	reportedAsFact  = "REPORTED AS FACT" // nothing qualifies it
	accusedPlain    = "SUSPECTED OR ACCUSED"
	accusedByOffice = "SUSPECTED OR ACCUSED BY AUTHORITIES"
)

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

// fill adds a fill unless one like it is there.
func (m *mucIncident) fill(slot string, words ...string) {
	for _, have := range m.slots[slot] {
		if sameFill(have, words) {
			return
		}
	}
	m.slots[slot] = append(m.slots[slot], words)
}

func isPersonal(a *griot.Actor, known []griot.ActorFacts) bool {
	i := slices.IndexFunc(known, func(f griot.ActorFacts) bool { return f.ID == a.ID })
	return i >= 0 && (known[i].Kind == "person" || known[i].Kind == "people" || known[i].Kind == "group")
}

// passing tells an incident that a document names in passing: it is told once and
// late, and nobody and nothing is named that it hit.
func (s *mucScene) passing(m mucIncident) bool {
	if m.stage[0] != accomplished {
		return false
	}
	n := min(len(m.sentences), 3)
	for _, fill := range m.slots["hum_tgt"] {
		if fullName.MatchString(fill[0]) {
			n++
			break
		}
	}
	switch targets := len(m.slots["hum_tgt"]) + len(m.slots["phys_tgt"]); {
	case targets > 1:
		n++
	case targets == 0:
		n--
	}
	switch first := s.doc.Sentences[0].ByteEnd; {
	case m.sentences[0] < first:
		n++
	case s.sentenceAt(m.sentences[0]) >= 8:
		n--
	}
	if talked.MatchString(s.doc.Report.Text[:min(250, len(s.doc.Report.Text))]) {
		n--
	}
	return n < 0
}

// sentenceAt is the index of the sentence that begins at a byte.
func (s *mucScene) sentenceAt(at int) int {
	return slices.IndexFunc(s.doc.Sentences, func(x text.Sentence) bool { return x.ByteStart == at })
}

var (
	// talked are the kinds of text in which incidents are talked about, not told.
	talked   = regexp.MustCompile(`(?i)\b(interview|speech|commentary|editorial|conference|clandestine)\b`)
	fullName = regexp.MustCompile(`[A-Z][a-z]+ [A-Z][a-z]+`)
)
