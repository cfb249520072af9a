package eval

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"griot"
	"griot/data"
	"griot/text"
)

// mucOrg is an organisation as a document names it.
type mucOrg struct {
	start, end int      // bytes of one mention
	names      []string // by which the key may call it
	id         string
	state      bool // a force or office of a state
	common     bool // a description, not a name: "death squads"
}

// described are bodies that a text describes, or that are not in the tables: forces
// of a state, armed bodies without a name of their own, names of groups by what
// they call themselves.
var described = []struct {
	words         *regexp.Regexp
	state, common bool
}{
	{regexp.MustCompile(`\b(?:(?:[A-Z][a-z]+(?:an|ese|ish)|[Ff]ascist|[Nn]ational) )?(?:[Aa]rmed [Ff]orces|[Aa]rmy|[Aa]ir [Ff]orce|[Nn]avy|[Nn]ational [Gg]uard|[Nn]ational [Pp]olice|[Tt]reasury [Pp]olice|[Gg]overnment|[Cc]ivil [Dd]efense|general staff|high command)\b`), true, true},
	{regexp.MustCompile(`\b(?:(?:[a-z-]+ist|[Rr]ight-wing|[Ll]eft-wing|ultra[a-z-]+|paramilitary|drug|narcotics|drug[- ]trafficking|narcotics-trafficking|[A-Z][a-z]+(?:an|ese)) )*(?:death squads?|paramilitary (?:groups?|organizations?|forces?|squads?)|mafias?|drug (?:cartels?|traffickers|trafficking organizations?)|narcotraffickers|[Cc]artels?|(?:drug|narcotics)[- ]trafficking gangs?)\b`), false, true},
	{regexp.MustCompile(`(?:\b[A-Z][A-Za-z0-9'-]+ (?:(?:of|for|and|de) (?:the )?)?)+(?:[Ff]ront|[Mm]ovement|[Cc]ommandos?|[Cc]ommand|[Cc]artel|[Gg]ang|[Gg]uerrilla [A-Z][a-z]+|[Cc]oordinating [Bb]oard|[Bb]rigades?|[Cc]olumn)\b`), false, false},
}

// organisations finds the bodies that a document may hold responsible, in text
// order, the longer of two names that overlap: those of its cast, those of the
// table of groups that a text in capitals hid from it, and those described.
func organisations(doc *text.Doc, known []griot.ActorFacts) []mucOrg {
	var all []mucOrg
	whole := doc.Report.Text
	for i := range known {
		a := &known[i]
		if !armedGroup(a) || !properName(a.Name) {
			continue
		}
		for _, name := range namesOf(a) {
			if !properName(name) {
				continue
			}
			for _, at := range wordsIn(whole, name) {
				all = append(all, mucOrg{start: at, end: at + len(name), names: append(namesOf(a), whole[at:at+len(name)]), id: a.ID})
			}
		}
	}
	for _, g := range knownGroups() {
		for _, name := range g {
			for _, at := range wordsIn(whole, name) {
				all = append(all, mucOrg{start: at, end: at + len(name), names: g, id: g[0]})
			}
		}
	}
	for _, d := range described {
		for _, at := range d.words.FindAllStringIndex(whole, -1) {
			words := whole[at[0]:at[1]]
			all = append(all, mucOrg{start: at[0], end: at[1], names: []string{words}, id: words[strings.LastIndexByte(words, ' ')+1:], state: d.state, common: d.common})
		}
	}
	slices.SortStableFunc(all, func(a, b mucOrg) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	kept := all[:0]
	for _, o := range all {
		if n := len(kept); n > 0 && o.start < kept[n-1].end {
			continue
		}
		kept = append(kept, o)
	}
	return oneIdentity(whole, kept)
}

// oneIdentity gives the organisations that a document names once with another
// name behind it, "Army of National Liberation (ELN)", one identity and all names
// of both throughout.
func oneIdentity(whole string, all []mucOrg) []mucOrg {
	same := func(a, b *mucOrg) {
		from, names := b.id, append(slices.Clone(a.names), b.names...)
		for i := range all {
			if all[i].id == from || all[i].id == a.id {
				all[i].id, all[i].names = a.id, names
			}
		}
	}
	for i := 1; i < len(all); i++ {
		a, b := &all[i-1], &all[i]
		if a.id != b.id && !a.state && !b.state && alias.MatchString(whole[a.end:b.start]) {
			same(a, b)
		}
	}
	return all
}

// alias is what stands between two names of one organisation.
var alias = regexp.MustCompile(`^"?,? ?[\[(]?(or |the )?"?$`)

// knownGroups are the names of each armed group that the tables know.
var knownGroups = sync.OnceValue(func() [][]string {
	rows, _ := data.ActorRows("groups", "name", "aliases", "code") // embedded, and tested there
	var all [][]string
	for _, row := range rows {
		names := []string{row[0]}
		if row[1] != "" {
			names = append(names, strings.Split(row[1], "|")...)
		}
		all = append(all, names)
	}
	return all
})

// wordsIn are the bytes at which a name stands in a text as whole words.
func wordsIn(whole, name string) []int {
	var all []int
	if len(name) < 3 {
		return nil
	}
	for from := 0; ; {
		at := strings.Index(whole[from:], name)
		if at < 0 {
			return all
		}
		at += from
		from = at + len(name)
		if !wordAt(whole, at-1) && !wordAt(whole, from) {
			all = append(all, at)
		}
	}
}

func wordAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || s[i] >= '0' && s[i] <= '9')
}

// orgsIn are the organisations named between two bytes.
func orgsIn(all []mucOrg, start, end int) []mucOrg {
	var in []mucOrg
	for _, o := range all {
		if start <= o.start && o.end <= end {
			in = append(in, o)
		}
	}
	return in
}

// properName tells the name of an organisation from a description: its last word
// has a capital, unlike "Salvadoran guerrillas".
func properName(name string) bool {
	words := strings.Fields(name)
	return len(words) > 0 && (words[len(words)-1] != strings.ToLower(words[len(words)-1]) || strings.HasSuffix(name, "cartel"))
}

// named are the organisations in the phrase that token k heads, or the one that
// it means.
func (s *mucScene) named(k int) []mucOrg {
	span := s.doc.Span(s.phrase(k))
	orgs := orgsIn(s.orgs, span.Start, span.End)
	if len(orgs) > 0 {
		return orgs
	}
	if orgs = s.ownerOf(k); len(orgs) > 0 {
		return orgs
	}
	a, ok := s.Cast.At(k)
	if orgs = s.byID(a.ID); ok && len(orgs) > 0 {
		return orgs
	}
	words := s.doc.Report.Text[span.Start:span.End]
	if bodies.MatchString(s.doc.Tokens[k].Form) && s.proper(s.phrase(k)) && !unknown.MatchString(words) && strings.Count(words, " ") < 7 {
		return []mucOrg{{start: span.Start, end: span.End, names: []string{bareOrg(words)}, state: official(a.Code)}}
	}
	return nil
}

// ownerOf are the organisations whose people the noun at k is, where they stand
// before it and the tree does not join them: "ELN [Army of National Liberation]
// guerrillas".
func (s *mucScene) ownerOf(k int) []mucOrg {
	sent := s.doc.Sentences[s.doc.Tokens[k].Sentence]
	at := s.doc.Tokens[k].Start
	for _, o := range orgsIn(s.orgs, sent.ByteStart, at) {
		if !o.state && joined.MatchString(s.doc.Report.Text[o.end:at]) {
			return []mucOrg{o}
		}
	}
	return nil
}

// joined is what stands between the name of a group and the noun for its people.
var joined = regexp.MustCompile(`^"?( [\[(][^\])]*[\])])?( [a-z-]+)? $`)

// proper tells whether there is a proper noun among tokens.
func (s *mucScene) proper(r text.Range) bool {
	return slices.ContainsFunc(s.doc.Tokens[r.First:r.End], func(t text.Token) bool { return t.UPOS == "PROPN" })
}

// byID is the named organisation of an identity.
func (s *mucScene) byID(id string) []mucOrg {
	if i := slices.IndexFunc(s.orgs, func(o mucOrg) bool { return o.id == id }); i >= 0 {
		return s.orgs[i : i+1]
	}
	return nil
}

// bodies are nouns that make an organisation of the phrase of who did it.
var bodies = regexp.MustCompile(`(?i)\b(groups?|organi[sz]ations?|front|army|movement|commandos?|command|squads?|gangs?|cartels?|mafias?|part(?:y|ies)|regime|corps|factions?|units|police|forces|government|communists|left|military|intelligence|guard|faction|brigades?|sectors)\b`)

// unknown tells a phrase that says that nobody knows who.
var unknown = regexp.MustCompile(`(?i)\b(unidentified|unknown|armed group|a group|groups? of|men|guerrillas?|rebels?|terrorists?|subversives?|gang of|same|two|three|four|five|several|this|these|that|those|their|our|we|us)\b`)

// bareOrg is a phrase without what introduces it.
func bareOrg(words string) string { return leadIn.ReplaceAllString(words, "") }

var leadIn = regexp.MustCompile(`(?i)^[, ]*(apparently )?(by |of |from |between |to |for )?(the |an? )?(members of |elements of |self-styled |so-called |(clandestine|terrorist|guerrilla|rebel) (group|organization) )*(the )?`)

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
