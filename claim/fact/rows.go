package fact

import (
	"fmt"
	"strconv"
	"strings"

	"griot"
	"griot/data"
)

// effect is what a predicate does to the act in its complement.
type effect struct {
	class        string
	value        float64
	status       griot.Status // "" leaves the act as its surroundings make it
	deniedValue  float64      // when the predicate itself is denied
	deniedStatus griot.Status
}

// frame is a predicate with one of the ways in which it takes an act.
type frame struct{ lemma, takes string }

// mark is what a word on the act itself, or on its clause, says of it.
type mark struct {
	value  float64
	status griot.Status
}

// place is a word and where it must stand: modal, adverb, adjective,
// determiner, clause.
type place struct{ kind, word string }

// negation is the status of marks that turn the act into its opposite.
const negation griot.Status = "negation"

func loadFrames() (map[frame]effect, error) {
	classes, err := loadClasses()
	if err != nil {
		return nil, err
	}
	rows, err := data.CueRows("attitudes", "class", "lemmas", "takes", "example", "yields")
	if err != nil {
		return nil, err
	}
	frames := make(map[frame]effect)
	for _, row := range rows {
		e, ok := classes[row[0]]
		if !ok {
			return nil, fmt.Errorf("attitudes: no class %q in classes", row[0])
		}
		for _, lemma := range strings.Fields(row[1]) {
			for _, takes := range strings.Fields(row[2]) {
				if _, twice := frames[frame{lemma, takes}]; !twice {
					frames[frame{lemma, takes}] = e
				}
			}
		}
	}
	return frames, nil
}

func loadClasses() (map[string]effect, error) {
	rows, err := data.CueRows("classes", "class", "value", "status", "denied_value", "denied_status", "note")
	if err != nil {
		return nil, err
	}
	classes := make(map[string]effect)
	for _, row := range rows {
		v, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			return nil, fmt.Errorf("classes: %w", err)
		}
		d, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			return nil, fmt.Errorf("classes: %w", err)
		}
		classes[row[0]] = effect{row[0], v, griot.Status(row[2]), d, griot.Status(row[4])}
	}
	return classes, nil
}

func loadMarks() (map[place]mark, error) {
	rows, err := data.CueRows("marks", "place", "words", "value", "status", "example", "yields")
	if err != nil {
		return nil, err
	}
	marks := make(map[place]mark)
	for _, row := range rows {
		v, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			return nil, fmt.Errorf("marks: %w", err)
		}
		for _, word := range strings.Fields(row[1]) {
			marks[place{row[0], word}] = mark{v, griot.Status(row[3])}
		}
	}
	return marks, nil
}
