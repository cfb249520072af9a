package main

import (
	"os"
	"path/filepath"
	"strings"

	"griot"
	"griot/text"
	"griot/text/segment"
)

// sentences is a list of different sentences, none too short to have a tree nor
// so long that it is a list.
type sentences struct {
	list [][]string
	seen map[string]bool
}

const shortest, longest = 4, 80

func (s *sentences) add(forms []string) bool {
	key := strings.Join(forms, " ")
	if len(forms) < shortest || len(forms) > longest || s.seen[key] {
		return false
	}
	s.seen[key] = true
	s.list = append(s.list, forms)
	return true
}

// marked adds the sentences of the sets of names and of the silver names.
func (s *sentences) marked(shared, silver string) error {
	var files []string
	for _, f := range []string{"wikigold.tsv", "wnut17-train.tsv", "re3d-nobbc.tsv"} {
		files = append(files, filepath.Join(shared, "gold/names", f))
	}
	if silver != "" {
		files = append(files, silver)
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var forms []string
		for line := range strings.SplitSeq(string(b), "\n") {
			if form, _, ok := strings.Cut(line, "\t"); ok {
				forms = append(forms, form)
				continue
			}
			s.add(forms)
			forms = nil
		}
	}
	return nil
}

// reports adds sentences of the reports of the world, so many words.
func (s *sentences) reports(shared string, words int) error {
	paths, err := filepath.Glob(filepath.Join(shared, "reports/world/*.txt"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		if words <= 0 {
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		d := &text.Doc{Report: griot.Report{Text: string(b)}}
		if err := segment.Run(d); err != nil {
			return err
		}
		for _, sentence := range d.Sentences {
			var forms []string
			for _, t := range d.Tokens[sentence.First:sentence.Range.End] {
				forms = append(forms, t.Form)
			}
			if s.add(forms) {
				words -= len(forms)
			}
		}
	}
	return nil
}
