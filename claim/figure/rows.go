package figure

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"griot/data"
)

// numeral is what one word adds to a number: a value, or a scale that
// multiplies what stands before it.
type numeral struct {
	value int64
	scale bool
}

// quantity is a phrase that gives an amount without a numeral.
type quantity struct {
	words    []string
	min, max int64
}

// bound is a phrase beside a number that says how exact it is.
type bound struct {
	kind  string // about, floor, above, ceiling, below
	words []string
}

// slot is where a counted phrase may stand to its governor, and the lemma that
// must be there.
type slot struct{ place, lemma string }

func loadNumerals() (map[string]numeral, error) {
	rows, err := data.CueRows("numerals", "word", "value", "scale")
	if err != nil {
		return nil, err
	}
	out := make(map[string]numeral, len(rows))
	for _, row := range rows {
		v, err := strconv.ParseInt(row[1], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("numerals: %w", err)
		}
		out[row[0]] = numeral{v, row[2] == "scale"}
	}
	return out, nil
}

func loadQuantities() ([]quantity, error) {
	rows, err := data.CueRows("quantities", "words", "min", "max", "example", "yields")
	if err != nil {
		return nil, err
	}
	var out []quantity
	for _, row := range rows {
		low, err := strconv.ParseInt(row[1], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("quantities: %w", err)
		}
		high, err := strconv.ParseInt(row[2], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("quantities: %w", err)
		}
		out = append(out, quantity{strings.Fields(row[0]), low, high})
	}
	slices.SortStableFunc(out, func(a, b quantity) int { return len(b.words) - len(a.words) })
	return out, nil
}

func loadBounds() ([]bound, error) {
	rows, err := data.CueRows("bounds", "kind", "words", "example", "yields")
	if err != nil {
		return nil, err
	}
	var out []bound
	for _, row := range rows {
		out = append(out, bound{row[0], strings.Fields(row[1])})
	}
	return out, nil
}

func loadCounted() (map[slot]string, error) {
	rows, err := data.CueRows("counted", "of", "place", "lemmas", "example", "yields")
	if err != nil {
		return nil, err
	}
	out := make(map[slot]string)
	for _, row := range rows {
		for _, lemma := range strings.Fields(row[2]) {
			out[slot{row[1], lemma}] = row[0]
		}
	}
	return out, nil
}
