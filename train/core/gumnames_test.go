package main

import (
	"os"
	"path/filepath"
	"testing"

	"griot/text"
)

const marked = `# newdoc id = a
1	President	President	PROPN	NNP	_	4	nsubj	_	Entity=(1-person-giv:act-1
2	Ada	Ada	PROPN	NNP	_	1	flat	_	_
3	Okoro	Okoro	PROPN	NNP	_	1	flat	_	Entity=1)
4	visited	visit	VERB	VBD	_	0	root	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-organization-new-2
6	Bank	Bank	PROPN	NNP	_	4	obj	_	_
7	of	of	ADP	IN	_	8	case	_	_
8	Azania	Azania	PROPN	NNP	_	6	nmod	_	Entity=(3-place-new-1)2)
9	in	in	ADP	IN	_	11	case	_	_
10	her	her	PRON	PRP$	_	11	det	_	Entity=(4-place-new-2(1-person-giv:act-1)
11	town	town	NOUN	NN	_	4	obl	_	Entity=4)

`

func TestNamesOfEntities(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gum.conllu")
	if err := os.WriteFile(path, []byte(marked), 0o644); err != nil {
		t.Fatal(err)
	}
	docs, err := readGUMNames(path)
	if err != nil {
		t.Fatal(err)
	}
	got := goldNames(docs[0])
	want := []text.Name{{Range: text.Range{First: 1, End: 3}, Type: "PER"}, {Range: text.Range{First: 5, End: 8}, Type: "ORG"}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("names %v, want %v", got, want)
	}
	if none := uint32(1); docs[0][10]&none == 0 || docs[0][0]&none == 0 {
		t.Errorf("what is no name is one: %b %b", docs[0][0], docs[0][10])
	}
}
