package expect

import (
	"strings"
	"sync"

	"griot"
	"griot/data"
	"griot/fuse/same"
)

// rules say which later acts fulfil which, and which words withdraw or promise.
type rules struct {
	outcomes  map[[2]string][]griot.Type // by type and mode
	withdrawn map[string]bool            // lemmas
	promise   map[string]bool
}

// loaded reads the tables of data/state once. They are part of the program; a
// malformed one is a fault of the build, which a test finds.
var loaded = sync.OnceValue(func() *rules {
	r := &rules{outcomes: map[[2]string][]griot.Type{}, withdrawn: map[string]bool{}, promise: map[string]bool{}}
	rows, err := data.StateRows("outcomes", "type", "mode", "outcomes", "example", "later", "outcome")
	if err != nil {
		panic(err)
	}
	for _, row := range rows {
		for _, t := range strings.Fields(row[2]) {
			key := [2]string{row[0], row[1]}
			r.outcomes[key] = append(r.outcomes[key], griot.Type(t))
		}
	}
	rows, err = data.StateRows("expectation-words", "sense", "lemmas", "example")
	if err != nil {
		panic(err)
	}
	senses := map[string]map[string]bool{"withdrawn": r.withdrawn, "promise": r.promise}
	for _, row := range rows {
		for _, lemma := range strings.Fields(row[1]) {
			senses[row[0]][same.Stem(lemma)] = true
		}
	}
	return r
})

// fulfilling lists the types of act that show a claim's act to have come about.
func (r *rules) fulfilling(c *griot.Claim) []griot.Type {
	if types, ok := r.outcomes[[2]string{string(c.Type), c.Mode}]; ok {
		return types
	}
	if types, ok := r.outcomes[[2]string{string(c.Type), ""}]; ok {
		return types
	}
	return []griot.Type{c.Type}
}
