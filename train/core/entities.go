package main

import (
	"bufio"
	"os"
	"regexp"
	"strings"

	"griot/text/parse"
)

// GUM marks entities, not names: nested noun phrases with a type. What follows
// for names is which type a proper noun within them may have, not where the
// name begins and ends.

var entityTypes = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}

var personLabels = typeLabels("PER")

var entityMark = regexp.MustCompile(`\(([^-()]+)-([a-z]+)[^()]*|([^-()]+)\)|\)`)

// readEntities gives, for each document of a treebank and each of its words,
// the labels the word may have.
func readEntities(path string) ([][]uint32, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs [][]uint32
	var open []string // types of the entities around the word, outermost first
	var ids []string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "# newdoc") {
			docs, open, ids = append(docs, nil), nil, nil
		}
		col := strings.Split(line, "\t")
		if len(col) != 10 || strings.ContainsAny(col[0], "-.") {
			continue
		}
		var closing []string
		for _, m := range entityMark.FindAllStringSubmatch(misc(col[9], "Entity"), -1) {
			switch {
			case m[1] != "":
				ids, open = append(ids, m[1]), append(open, m[2])
				closing = append(closing, "")
			case m[3] != "":
				closing = append(closing, m[3])
			default:
				closing = append(closing, lastOpen(ids))
			}
		}
		last := len(docs) - 1
		if k := len(docs[last]) - 1; k >= 0 && col[3] == "PROPN" && docs[last][k]&personLabels != 0 {
			docs[last][k] |= 1 << parse.NameLabel("", 0, 1) // it may be a title
		}
		docs[last] = append(docs[last], entityLabels(col[3], open))
		for _, id := range closing {
			for k := len(ids) - 1; k >= 0 && id != ""; k-- {
				if ids[k] == id {
					ids = append(ids[:k:k], ids[k+1:]...)
					open = append(open[:k:k], open[k+1:]...)
					break
				}
			}
		}
	}
	return docs, in.Err()
}

func lastOpen(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[len(ids)-1]
}

// entityLabels is the labels of a word of a class within entities of some types.
func entityLabels(upos string, open []string) uint32 {
	if upos != "PROPN" {
		if len(open) > 0 && (upos == "ADP" || upos == "DET" || upos == "PUNCT" || upos == "CCONJ" || upos == "NUM") {
			return 0
		}
		return 1<<parse.NameLabel("", 0, 1) | miscLabels
	}
	if len(open) == 0 {
		return 0
	}
	var set uint32
	for _, t := range open {
		if typ, ok := entityTypes[t]; ok {
			set |= typeLabels(typ)
		}
	}
	if _, ok := entityTypes[open[len(open)-1]]; !ok {
		set |= miscLabels | 1<<parse.NameLabel("", 0, 1)
	}
	return set
}

func misc(s, key string) string {
	for f := range strings.SplitSeq(s, "|") {
		if v, ok := strings.CutPrefix(f, key+"="); ok {
			return v
		}
	}
	return ""
}
