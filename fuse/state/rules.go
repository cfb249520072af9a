package state

import (
	"slices"
	"strings"
	"sync"

	"griot"
	"griot/data"
	"griot/fuse/same"
)

// rule is a row of data/state/rules.tsv.
type rule struct {
	id       string
	types    []griot.Type
	modes    []string
	words    [][]string // any of them, each a set of stems that must all be there
	not      []string
	subject  string
	person   bool // the subject must be a person
	official bool // … or somebody of the state or of its politics
	party    bool // … or a side of a conflict, no private person
	group    bool // … or no single person
	property string
	value    string
	ends     bool
	example  string
	yields   string
}

var columns = []string{"id", "types", "modes", "words", "not", "subject", "property", "value", "effect", "example", "yields"}

// rules reads the table once. It is part of the program; a malformed one is a
// fault of the build, which a test finds.
var rules = sync.OnceValue(func() []rule {
	rows, err := data.StateRows("rules", columns...)
	if err != nil {
		panic(err)
	}
	list := make([]rule, len(rows))
	for i, r := range rows {
		one := rule{id: r[0], modes: strings.Fields(r[2]), property: r[6], value: r[7], ends: r[8] == "end", example: r[9], yields: r[10]}
		one.subject, one.person = strings.CutSuffix(r[5], ".person")
		one.subject, one.official = strings.CutSuffix(one.subject, ".official")
		one.subject, one.party = strings.CutSuffix(one.subject, ".party")
		one.subject, one.group = strings.CutSuffix(one.subject, ".group")
		for _, t := range strings.Fields(r[1]) {
			one.types = append(one.types, griot.Type(t))
		}
		for _, alternative := range strings.Fields(r[3]) {
			one.words = append(one.words, stems(strings.Split(alternative, "+")))
		}
		one.not = stems(strings.Fields(r[4]))
		list[i] = one
	}
	return list
})

func stems(words []string) []string {
	for i, w := range words {
		words[i] = same.Stem(w)
	}
	return words
}

// fires tells whether the rule applies to a claim whose words, as stems, are given.
func (r *rule) fires(c *griot.Claim, words []string) bool {
	if !slices.Contains(r.types, c.Type) || len(r.modes) > 0 && !slices.Contains(r.modes, c.Mode) {
		return false
	}
	has := func(w string) bool { return slices.Contains(words, w) }
	if slices.ContainsFunc(r.not, has) {
		return false
	}
	if len(r.words) == 0 {
		return true
	}
	return slices.ContainsFunc(r.words, func(all []string) bool {
		return !slices.ContainsFunc(all, func(w string) bool { return !has(w) })
	})
}
