package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot/text"
)

func treesOf(t *testing.T, conllu string) *text.Doc {
	t.Helper()
	docs, err := text.ReadCoNLLU(strings.NewReader(conllu))
	if err != nil {
		t.Fatal(err)
	}
	return docs[0]
}

func TestArcsAreComparedByBytes(t *testing.T) {
	want := treesOf(t, "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n2\tno\tno\tDET\tDT\t_\t3\tdet\t_\tSpaceAfter=No\n3\tw\tw\tNOUN\tNN\t_\t1\tobl:tmod\t_\t_\n\n")
	same := treesOf(t, "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n2\tno\tno\tDET\tDT\t_\t3\tcase\t_\tSpaceAfter=No\n3\tw\tw\tNOUN\tNN\t_\t1\tobl\t_\t_\n\n")
	merged := treesOf(t, "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n2\tnow\tnow\tADV\tRB\t_\t1\tadvmod\t_\t_\n\n")
	for _, c := range []struct {
		name     string
		got      *text.Doc
		uas, las match
	}{
		{"same words", same, match{3, 3, 3}, match{2, 3, 3}},
		{"other words", merged, match{1, 2, 3}, match{1, 2, 3}},
	} {
		if uas, las := arcs(c.got, want); uas != c.uas || las != c.las {
			t.Errorf("%s: UAS %v, LAS %v; want %v, %v", c.name, uas, las, c.uas, c.las)
		}
	}
}

func TestReadBIO(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	types, err := readMap(file("map", "# theirs ours\nperson PER\nweapon\tO\n"))
	if err != nil {
		t.Fatal(err)
	}
	docs, err := readBIO(file("gold.tsv", "Ada\tB-person\nLovelace\tI-person\nfired\tO\n\nRifles\tB-weapon\n"), types)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || len(docs[0].Names) != 1 || len(docs[1].Names) != 0 {
		t.Fatalf("read %d documents: %+v", len(docs), docs)
	}
	if n := docs[0].Names[0]; docs[0].Words(n.Range) != "Ada Lovelace" || n.Type != "PER" {
		t.Errorf("name %+v", n)
	}
	for name, content := range map[string]string{"one column": "Ada\n", "no BIO": "Ada\tperson\n"} {
		if _, err := readBIO(file("bad", content), nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := readMap(file("map", "person\n")); err == nil {
		t.Error("a map with one column: no error")
	}
}
