package who

import (
	"strconv"
	"strings"
	"testing"

	"griot"
	"griot/text"
)

// parsed builds a document from lines, one sentence each, of words written
// form/UPOS/head/rel with heads counted from 1 in the sentence; "[PER" before
// and "]" after words mark a name.
func parsed(day griot.Day, lines ...string) *text.Doc {
	doc := &text.Doc{Report: griot.Report{ID: "r_test", Published: day}}
	var b strings.Builder
	for n, line := range lines {
		first, start := len(doc.Tokens), b.Len()
		name := -1
		for _, w := range strings.Fields(line) {
			if kind, ok := strings.CutPrefix(w, "["); ok {
				name = len(doc.Names)
				doc.Names = append(doc.Names, text.Name{Range: text.Range{First: len(doc.Tokens)}, Type: kind})
				continue
			}
			if w == "]" {
				doc.Names[name].End = len(doc.Tokens)
				continue
			}
			p := strings.Split(w, "/")
			head, _ := strconv.Atoi(p[2])
			if head--; head >= 0 {
				head += first
			}
			doc.Tokens = append(doc.Tokens, text.Token{Start: b.Len(), End: b.Len() + len(p[0]), Form: p[0], Lemma: singular(strings.ToLower(p[0])),
				UPOS: p[1], Head: head, Rel: p[3], Sentence: n})
			b.WriteString(p[0] + " ")
		}
		r := text.Range{First: first, End: len(doc.Tokens)}
		doc.Sentences = append(doc.Sentences, text.Sentence{Range: r, ByteStart: start, ByteEnd: b.Len(), Paragraph: n})
		doc.Paragraphs = append(doc.Paragraphs, text.Paragraph{Range: r, ByteStart: start, ByteEnd: b.Len(), Kind: griot.Body})
	}
	doc.Report.Text = b.String()
	doc.Link()
	return doc
}

var (
	summer = griot.NewDay(2015, 6, 1)
	lines  = []string{
		// 0
		"Rebels/NOUN/2/nsubj killed/VERB/0/root 17/NUM/4/nummod soldiers/NOUN/2/obj in/ADP/6/case [LOC Chad/PROPN/2/obl ] ./PUNCT/2/punct",
		// 7
		"[PER Colonel/NOUN/2/nmod:desc Ali/PROPN/4/nsubj Bakari/PROPN/2/flat ] blamed/VERB/0/root French/ADJ/6/amod troops/NOUN/4/obj in/ADP/8/case [LOC Chad/PROPN/6/nmod ] ./PUNCT/4/punct",
		// 16
		"[PER Bakari/PROPN/2/nsubj ] thanked/VERB/0/root [ORG the/DET/4/det Ministry/PROPN/2/obj of/ADP/6/case Defense/PROPN/4/nmod ] ./PUNCT/2/punct",
		// 23
		"The/DET/2/det president/NOUN/3/nsubj met/VERB/0/root the/DET/5/det chancellor/NOUN/3/obj of/ADP/7/case [LOC Germany/PROPN/5/nmod ] ./PUNCT/3/punct",
		// 31
		"Thousands/NOUN/4/nsubj of/ADP/3/case people/NOUN/1/nmod left/VERB/0/root the/DET/6/det village/NOUN/4/obj ./PUNCT/4/punct",
		// 38
		"The/DET/3/det US/PROPN/3/compound ambassador/NOUN/6/nsubj to/ADP/5/case [LOC Kenya/PROPN/3/nmod ] left/VERB/0/root ./PUNCT/6/punct",
	}
)

func TestAtGivesTheActorOfAPhrase(t *testing.T) {
	c := directory(t).Cast(parsed(summer, lines...))
	for _, x := range []struct {
		tok               int
		name, code, words string
	}{
		{0, "rebels", "", "Rebels"},
		{3, "Armed Forces of Chad", "TCD MIL", "17 soldiers"},
		{5, "Chad", "TCD", "Chad"},
		{8, "Ali Bakari", "TCD MIL", "Colonel Ali Bakari"},
		{12, "Armed Forces of France", "FRA MIL", "French troops in Chad"},
		{16, "Ali Bakari", "TCD MIL", "Bakari"},
		{19, "Ministry of Defence of Chad", "TCD GOV", "the Ministry of Defense"},
		{24, "Idriss Déby", "TCD GOV", "The president"},
		{27, "Angela Merkel", "DEU GOV", "the chancellor of Germany"},
		{31, "people", "TCD CVL", "Thousands of people"},
		{36, "village", "TCD CVL", "the village"},
		{40, "ambassador of the United States", "USA GOV", "The US ambassador to Kenya"},
	} {
		a, ok := c.At(x.tok)
		if !ok || a.Name != x.name || a.Code != x.code || a.Words != x.words {
			t.Errorf("%s: got %q %q %q (%v), want %q %q %q", c.doc.Tokens[x.tok].Form, a.Name, a.Code, a.Words, ok, x.name, x.code, x.words)
		}
		if ok && c.doc.Report.Text[a.Start:a.End] != a.Words {
			t.Errorf("%q is not what stands at %d:%d", a.Words, a.Start, a.End)
		}
	}
	for _, tok := range []int{1, 37, -1, 1000} {
		if a, ok := c.At(tok); ok {
			t.Errorf("token %d is no actor, but At says %q", tok, a.Name)
		}
	}
}

func TestAllGivesOneActorForEachCountry(t *testing.T) {
	c := directory(t).Cast(parsed(summer,
		"French/ADJ/6/amod ,/PUNCT/3/punct German/ADJ/1/conj and/CCONJ/5/cc Polish/ADJ/1/conj ministries/NOUN/7/nsubj protested/VERB/0/root",
		"Kenya/PROPN/5/nsubj and/CCONJ/3/cc Uganda/PROPN/1/conj have/VERB/0/root troops/NOUN/4/obj there/ADV/4/advmod"))
	for tok, want := range map[int]string{5: "FRA GOV, DEU GOV, POL GOV", 11: "KEN MIL, UGA MIL"} {
		var codes []string
		for _, a := range c.All(tok) {
			codes = append(codes, a.Code)
		}
		if got := strings.Join(codes, ", "); got != want {
			t.Errorf("%s: %s, want %s", c.doc.Tokens[tok].Form, got, want)
		}
	}
}

func TestReportsAgreeOnWhoIsMeant(t *testing.T) {
	d := directory(t)
	one := d.Cast(parsed(summer, "[PER Gen./NOUN/2/nmod:desc José/PROPN/4/nsubj Nuñez/PROPN/2/flat ] resigned/VERB/0/root"))
	two := d.Cast(parsed(summer+9, "[PER Jose/PROPN/3/nsubj Nunez/PROPN/1/flat ] resigned/VERB/0/root", "[PER Nunez/PROPN/2/nsubj ] left/VERB/0/root"))
	a, _ := one.At(1)
	b, _ := two.At(0)
	c, _ := two.At(3)
	if a.ID == "" || a.ID != b.ID || b.ID != c.ID {
		t.Errorf("one person, three IDs: %+v %+v %+v", a, b, c)
	}
	var why string
	for _, r := range two.Roles() {
		if r.Role == "alias" && r.Of == "Nunez" {
			why = r.Identity
		}
	}
	if why == "" {
		t.Errorf("nothing says why Nunez is Jose Nunez: %+v", two.Roles())
	}
}

func TestRolesOfAReport(t *testing.T) {
	d := directory(t)
	for _, x := range []struct {
		line, name, role, of string
		former               bool
	}{
		{"[PER Jane/PROPN/9/nsubj Roe/PROPN/1/flat ] ,/PUNCT/4/punct head/NOUN/1/appos of/ADP/7/case the/DET/7/det [ORG Red/PROPN/4/nmod Line/PROPN/7/flat ] spoke/VERB/0/root",
			"Jane Roe", "head", "Red Line", false},
		{"Kenyan/ADJ/3/amod former/ADJ/3/amod minister/NOUN/4/nmod:desc [PER Jane/PROPN/6/nsubj Roe/PROPN/4/flat ] spoke/VERB/0/root",
			"Jane Roe", "minister", "Kenya", true},
		{"The/DET/2/det minister/NOUN/9/nsubj of/ADP/5/case the/DET/5/det environment/NOUN/2/nmod ,/PUNCT/7/punct [PER Jane/PROPN/2/appos Roe/PROPN/7/flat ] spoke/VERB/0/root",
			"Jane Roe", "environment minister", "", false},
		{"[PER Jane/PROPN/10/nsubj Roe/PROPN/1/flat ] ,/PUNCT/5/punct general/ADJ/5/amod coordinator/NOUN/1/appos of/ADP/8/case the/DET/8/det park/NOUN/5/nmod ,/PUNCT/5/punct spoke/VERB/0/root",
			"Jane Roe", "general coordinator", "", false},
		{"[PER Jane/PROPN/4/nsubj:pass Roe/PROPN/1/flat ] was/AUX/4/aux:pass appointed/VERB/0/root spokeswoman/NOUN/4/xcomp of/ADP/7/case [ORG Oxfam/PROPN/5/nmod ]",
			"Jane Roe", "spokeswoman", "Oxfam", false},
		{"[PER Jane/PROPN/3/nsubj Roe/PROPN/1/flat ] founded/VERB/0/root the/DET/6/det [ORG Dawn/PROPN/6/compound League/PROPN/3/obj ]",
			"Jane Roe", "founder", "Dawn League", false},
	} {
		doc := parsed(summer, x.line)
		for i := range doc.Tokens {
			if f := doc.Tokens[i].Form; f == "appointed" || f == "founded" {
				doc.Tokens[i].Lemma = strings.TrimSuffix(f, "ed")
			}
		}
		found := false
		roles := d.Cast(doc).Roles()
		for _, r := range roles {
			found = found || r.Name == x.name && r.Role == x.role && r.Of == x.of && r.Former == x.former
		}
		if !found {
			t.Errorf("%s: want %s %s of %s in %+v", doc.Report.Text, x.name, x.role, x.of, roles)
		}
	}
}

// A text may be all commas and countries; work stays in proportion to it.
func TestHostileText(t *testing.T) {
	var b strings.Builder
	for i := range 60000 {
		b.WriteString([]string{"French/ADJ/1/amod ", "and/CCONJ/1/cc ", "soldiers/NOUN/1/nmod ", "the/DET/1/det "}[i%4])
	}
	c := directory(t).Cast(parsed(summer, b.String()))
	for i := range c.doc.Tokens {
		c.At(i)
		c.All(i)
	}
	if n := len(c.Actors()); n == 0 || n > 10 {
		t.Errorf("%d actors", n)
	}
}

// A name that was not tagged as anybody's is a person's where only persons take
// the part, and a town of no fame gives its country to those named with it.
func TestUntaggedNamesAndTowns(t *testing.T) {
	doc := parsed(summer,
		"Police/NOUN/2/nsubj arrested/VERB/0/root Dana/PROPN/2/obj Orlov/PROPN/3/flat ./PUNCT/2/punct",
		"Residents/NOUN/4/nsubj of/ADP/3/case Mahagi/PROPN/1/nmod protested/VERB/0/root ./PUNCT/4/punct",
		"Filipino/ADJ/2/amod peacekeepers/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct")
	doc.Tokens[1].Lemma = "arrest"
	countries := make([]string, len(doc.Tokens))
	countries[7] = "CD"
	c := directory(t).CastAmong(doc, countries)
	for tok, want := range map[int]string{2: "Dana Orlov/", 5: "residents of Mahagi/COD CVL", 11: "Filipino peacekeepers/PHL MIL"} {
		if a, _ := c.At(tok); a.Name+"/"+a.Code != want {
			t.Errorf("%s: %s/%s, want %s", doc.Tokens[tok].Form, a.Name, a.Code, want)
		}
	}
}
