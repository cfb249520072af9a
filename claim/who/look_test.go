package who

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"griot"
	"griot/text"
	"griot/text/parse"
	"griot/text/refer"
	"griot/text/segment"
)

func TestLook(t *testing.T) {
	d := directory(t)
	m, err := parse.Load()
	if err != nil {
		t.Fatal(err)
	}
	run, err := text.Chain(append(append([]text.Stage{segment.Stage()}, parse.Stages(m)...), refer.Stage())...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range strings.Fields(os.Getenv("LOOK")) {
		b, _ := os.ReadFile(f)
		day, _ := griot.ParseDay(os.Getenv("DAY"))
		doc := &text.Doc{Report: griot.Report{ID: f, Text: string(b), Published: day}}
		if err := run(doc); err != nil {
			t.Fatal(err)
		}
		c := d.Cast(doc)
		fmt.Println("==", f, "story", c.story)
		for _, s := range doc.Sentences {
			fmt.Println("\n#", strings.Join(strings.Fields(doc.Report.Text[s.Start:s.End]), " "))
			for i := s.First; i < s.Range.End; i++ {
				tk := doc.Tokens[i]
				if !(tk.Is("nsubj") || tk.Is("obj") || tk.Is("obl") || tk.Is("nmod") || tk.Is("appos") || tk.Is("conj") || tk.Is("root") || tk.Is("iobj") || tk.Is("nmod:poss")) || tk.UPOS == "VERB" || tk.UPOS == "AUX" {
					continue
				}
				id := c.at(i)
				fmt.Printf("   %-35q %-12s %-10s %s  [%s] {%s}\n", doc.Words(c.extent(i)), tk.Rel, id.code, id.name, id.kind, id.why)
			}
		}
	}
}

func TestLookFacts(t *testing.T) {
	d := directory(t)
	m, _ := parse.Load()
	run, _ := text.Chain(append(append([]text.Stage{segment.Stage()}, parse.Stages(m)...), refer.Stage())...)
	for _, f := range strings.Fields(os.Getenv("LOOK")) {
		b, _ := os.ReadFile(f)
		day, _ := griot.ParseDay(os.Getenv("DAY"))
		doc := &text.Doc{Report: griot.Report{ID: f, Text: string(b), Published: day}}
		if err := run(doc); err != nil {
			t.Fatal(err)
		}
		c := d.Cast(doc)
		fmt.Println("==", f, "story", c.story)
		for _, a := range c.Actors() {
			fmt.Printf("  %-40s %-12s %-10s %v\n", a.Name, a.Kind, a.Code, a.Aliases)
		}
		for _, r := range c.Roles() {
			fmt.Printf("  R %-30s %-25s of %-25s former=%v %q {%s}\n", r.Name, r.Role, r.Of, r.Former, r.Quote, r.Identity)
		}
	}
}
