package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/text"
	"griot/text/parse"
)

// named is a sentence of a set of names: the labels each word may have.
type named struct {
	forms   []string
	allowed []uint32
}

// nameSet tells how the types of a set map to ours, and whether what it leaves
// unmarked may yet be a name of type MISC.
type nameSet struct {
	file   string
	types  map[string]string
	noMisc bool
	// phrases tells that names are marked as whole noun phrases, so that words
	// in lower case within them teach nothing
	phrases bool
	noisy   bool // messages, not sentences
}

var nameSets = []nameSet{
	{file: "uner-ewt-train.tsv", noMisc: true, types: map[string]string{"PER": "PER", "ORG": "ORG", "LOC": "LOC"}},
	{file: "wikigold.tsv", types: map[string]string{"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}},
	{file: "wnut17-train.tsv", noMisc: true, noisy: true, types: map[string]string{
		"person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC", "product": "MISC", "creative-work": "MISC"}},
	{file: "re3d-nobbc.tsv", noMisc: true, phrases: true, types: map[string]string{
		"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC"}},
}

var miscLabels = typeLabels("MISC")

// typeLabels is the labels of a type, a bit each.
func typeLabels(typ string) uint32 {
	var set uint32
	for n := 1; n <= 3; n++ {
		for i := range n {
			set |= 1 << parse.NameLabel(typ, i, n)
		}
	}
	return set
}

func readNames(dir string) (map[string][]named, error) {
	sets := map[string][]named{}
	for _, set := range nameSets {
		list, err := set.read(filepath.Join(dir, set.file))
		if err != nil {
			return nil, err
		}
		sets[set.file] = list
	}
	return sets, nil
}

func (set nameSet) read(path string) ([]named, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []named
	var forms, tags []string
	end := func() {
		if len(forms) > 0 {
			list = append(list, named{forms, set.labels(forms, tags)})
		}
		forms, tags = nil, nil
	}
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		if in.Text() == "" {
			end()
			continue
		}
		form, tag, ok := strings.Cut(in.Text(), "\t")
		if !ok {
			return nil, fmt.Errorf("%s:%d: no tab", path, n)
		}
		forms, tags = append(forms, form), append(tags, tag)
	}
	end()
	return list, in.Err()
}

// labels turns BIO tags into the labels that each word may have.
func (set nameSet) labels(forms, tags []string) []uint32 {
	allowed := make([]uint32, len(tags))
	for i := 0; i < len(tags); {
		typ := strings.TrimPrefix(strings.TrimPrefix(tags[i], "B-"), "I-")
		j := i + 1
		for j < len(tags) && tags[j] == "I-"+typ && tags[i] != "O" {
			j++
		}
		set.label(allowed[i:j], forms[i:j], set.types[typ])
		i = j
	}
	return allowed
}

func (set nameSet) label(allowed []uint32, forms []string, typ string) {
	if set.phrases && typ != "" && !properName(forms) {
		return // a noun phrase such as "the Iraqi foreign minister"
	}
	for k := range allowed {
		allowed[k] = 1 << parse.NameLabel(typ, k, len(allowed))
		if typ == "" && set.noMisc {
			allowed[k] |= miscLabels
		}
	}
}

// dropMisc takes back that unmarked words may be MISC, but for adjectives and
// plurals with a capital, such as peoples: titles and months are no names.
func dropMisc(allowed []uint32, words []text.Token) {
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w.Form)
		if unicode.IsUpper(first) && (w.UPOS == "ADJ" || w.XPOS == "NNPS") {
			continue
		}
		if allowed[i] == 1<<parse.NameLabel("", 0, 1)|miscLabels {
			allowed[i] &^= miscLabels
		}
	}
}

// properName tells whether every longer word of a phrase is capitalised and
// none is an article or a title.
func properName(forms []string) bool {
	for _, f := range forms {
		r, _ := utf8.DecodeRuneInString(f)
		if strings.EqualFold(f, "the") || strings.EqualFold(f, "minister") || strings.EqualFold(f, "president") ||
			len(f) > 3 && unicode.IsLower(r) {
			return false
		}
	}
	return true
}
