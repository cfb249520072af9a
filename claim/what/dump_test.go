package what

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" {
		t.Skip("debug")
	}
	f, _ := os.Open(name)
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	read := chain(t)
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		doc := read(in.Text())
		for i, k := range doc.Tokens {
			if os.Getenv("TREE") != "" {
				fmt.Printf("%d\t%s\t%s\t%s\t%s\t%d\t%s\n", i, k.Form, k.Lemma, k.UPOS, k.XPOS, k.Head, k.Rel)
			}
		}
		fmt.Println(in.Text())
		for _, f := range lex.Find(doc, nil) {
			fmt.Printf("   %.2f %s/%s [%s] %s | %q %s %v\n", f.Odds, f.Type, f.Mode, yield(doc, f), f.Status, doc.Words(f.Extent), f.Lemma, f.Rules)
		}
	}
}
