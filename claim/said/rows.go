package said

import (
	"fmt"
	"strings"

	"griot/data"
)

// use is a word in one of the ways in which it reports: "say" with a clause.
type use struct{ lemma, pos, takes string }

func loadUses() (map[use]string, error) {
	rows, err := data.CueRows("speech", "act", "pos", "lemmas", "takes", "example", "yields")
	if err != nil {
		return nil, err
	}
	uses := make(map[use]string)
	for _, row := range rows {
		if row[1] != "verb" && row[1] != "noun" {
			return nil, fmt.Errorf("speech: %q is neither verb nor noun", row[1])
		}
		for _, lemma := range strings.Fields(row[2]) {
			for _, takes := range strings.Fields(row[3]) {
				if _, twice := uses[use{lemma, row[1], takes}]; !twice {
					uses[use{lemma, row[1], takes}] = row[0]
				}
			}
		}
	}
	return uses, nil
}

// class is a kind of source and a word that tells it.
type class struct{ word, name string }

func loadClasses() ([]class, error) {
	rows, err := data.CueRows("sources", "class", "words", "example", "yields")
	if err != nil {
		return nil, err
	}
	var out []class
	for _, row := range rows {
		for _, word := range strings.Fields(row[1]) {
			out = append(out, class{word, row[0]})
		}
	}
	return out, nil
}

// loadHearers reads where the words for those who are spoken to stand.
func loadHearers() (map[use]bool, error) {
	rows, err := data.CueRows("addressees", "place", "lemmas", "example", "yields")
	if err != nil {
		return nil, err
	}
	hearers := make(map[use]bool)
	for _, row := range rows {
		for _, lemma := range strings.Fields(row[1]) {
			hearers[use{lemma, "verb", row[0]}] = true
		}
	}
	return hearers, nil
}
