package same

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"griot"
)

// view is a claim with what comparing needs, made once.
type view struct {
	*griot.Claim
	at      int      // position among all claims
	report  int      // position of its report
	words   []string // content words of what was done as stems, sorted, without those of the actors
	around  []string // content words of its sentence as stems, sorted
	another bool     // its sentence says that it tells of another act than those before
	lemma   string   // stem of the head word
	actors  []party
	objects []party // recipients
}

// party is an actor as far as comparing goes.
type party struct {
	id      string
	name    string
	country string // first part of the code
	sector  string // second part
	person  bool
	crowd   bool     // "people", "gunmen": a word for many, not a name
	head    string   // stem of the word that says what it is when it is described and not named: "chiefs" of defence
	words   []string // stems of its name
}

// state tells whether a party is a country, which takes part in everything.
func (x party) state() bool { return x.country != "" && x.sector == "" && !domains[x.country] }

// domains are the first parts of codes that are no countries: bodies of one
// domain have nothing in common but that.
var domains = map[string]bool{"IGO": true, "UNO": true, "EUR": true, "NGO": true, "IMG": true, "MNC": true, "ISM": true}

func (in *Input) view(c *griot.Claim, report int) *view {
	v := &view{Claim: c, report: report, lemma: Stem(strings.ToLower(c.Lemma))}
	v.actors, v.objects = in.parties(c.Actors), in.parties(c.Recipients)
	named := map[string]bool{v.lemma: true}
	for _, list := range [][]griot.Actor{c.Actors, c.Recipients} {
		for _, a := range list {
			for _, w := range Words(a.Words) {
				named[w] = true
			}
		}
	}
	for _, w := range Words(in.Act(c)) {
		if !named[w] {
			v.words = append(v.words, w)
		}
	}
	v.words = set(v.words)
	sentence := in.Sentence(c)
	v.around = set(Words(sentence))
	v.another = another.MatchString(sentence)
	return v
}

// another matches what a report begins another act with.
var another = regexp.MustCompile(`(?i)\b(another|separately|elsewhere|meanwhile|in a (separate|second))\b`)

// set sorts words and drops repeats.
func set(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

func (in *Input) parties(actors []griot.Actor) []party {
	list := make([]party, len(actors))
	for i, a := range actors {
		country, sector, _ := strings.Cut(a.Code, " ")
		list[i] = party{a.ID, a.Name, country, sector, in.Persons[a.ID], strings.ToLower(a.Name) == a.Name, head(a.Name), Words(a.Name)}
	}
	return list
}

// head is the stem of the word in small letters that a description stands on:
// the last one, or the one before "of"; "" for a name.
func head(name string) string {
	before, _, _ := strings.Cut(name, " of ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	if word == "" || word != strings.ToLower(word) {
		return ""
	}
	return Stem(word)
}

// Words are the content words of a text as stems, in order, with repeats: what
// is neither a function word nor shorter than three letters, and numbers.
func Words(text string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		if !function[w] && (len(w) > 2 || w[0] >= '0' && w[0] <= '9') {
			words = append(words, Stem(w))
		}
	}
	return words
}

// function holds the words that say nothing of what a text is about; when is
// told by days and not by their names.
var function = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`the and for that with was were has have had been being his her its their they them she him our your
		you who whom whose which what when where while will would could should may might can did does done are not but from into
		onto over under after before between about against than then there here this these those also more most other others some
		any all both each such only own same too very just now still yet out off down upon per via said says say told according
		how why because during until since though although however among amid
		monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
		november december today yesterday tomorrow day days week weeks month months year years night morning evening afternoon ago`) {
		m[w] = true
	}
	return m
}()
