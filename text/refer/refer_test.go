package refer

import (
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/text"
	"griot/text/lang"
)

// tree makes a document of sentences written one word a line: form, lemma,
// tag, head (from 1 within the sentence, 0 the root), relation, name type.
func tree(t testing.TB, rows string) *text.Doc {
	t.Helper()
	d := &text.Doc{Report: griot.Report{Language: "en"}}
	var b strings.Builder
	first := 0
	for sentence := range strings.SplitSeq(strings.TrimSpace(rows), "\n\n") {
		for line := range strings.SplitSeq(sentence, "\n") {
			f := strings.Fields(line)
			head := int(f[3][0]-'0') - 1
			if len(f[3]) == 2 {
				head = int(f[3][0]-'0')*10 + int(f[3][1]-'0') - 1
			}
			k := text.Token{Start: b.Len(), Form: f[0], Lemma: f[1], UPOS: f[2], Head: -1, Rel: f[4], Sentence: len(d.Sentences)}
			if head >= 0 {
				k.Head = first + head
			}
			if f[2] == "NOUN" {
				k.Feats = "Number=Sing"
				if f[0] != f[1] {
					k.Feats = "Number=Plur"
				}
			}
			b.WriteString(f[0])
			k.End = b.Len()
			b.WriteByte(' ')
			d.Tokens = append(d.Tokens, k)
			addName(d, len(d.Tokens)-1, f[5:])
		}
		d.Sentences = append(d.Sentences, text.Sentence{Range: text.Range{First: first, End: len(d.Tokens)}})
		first = len(d.Tokens)
	}
	d.Report.Text = b.String()
	d.Paragraphs = []text.Paragraph{{Range: text.Range{End: len(d.Tokens)}, ByteEnd: b.Len(), Kind: griot.Body}}
	d.Link()
	return d
}

// addName begins a name at token i, or takes the token to the one before it
// when the same type stands there too.
func addName(d *text.Doc, i int, f []string) {
	if len(f) == 0 {
		return
	}
	if n := len(d.Names); n > 0 && d.Names[n-1].End == i && d.Names[n-1].Type == f[0] {
		d.Names[n-1].End++
		return
	}
	d.Names = append(d.Names, text.Name{Range: text.Range{First: i, End: i + 1}, Type: f[0]})
}

// chains shows the entities of more than one mention by the heads of their
// mentions.
func chains(t *testing.T, d *text.Doc) []string {
	t.Helper()
	if err := Run(d); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range d.Entities {
		if len(e.Mentions) < 2 {
			continue
		}
		var heads []string
		for _, m := range e.Mentions {
			heads = append(heads, d.Tokens[d.Mentions[m].Head].Form)
		}
		out = append(out, strings.Join(heads, " "))
	}
	return out
}

const person = `Gen. Gen. PROPN 2 nmod:desc
Karim Karim PROPN 4 nsubj PER
Bello Bello PROPN 2 flat PER
spoke speak VERB 0 root

Bello Bello PROPN 2 nsubj PER
left leave VERB 0 root

He he PRON 2 nsubj
slept sleep VERB 0 root`

const bloc = `The the DET 2 det
Common Common PROPN 8 nsubj ORG
Market Market PROPN 2 flat ORG
( ( PUNCT 5 punct
CM CM PROPN 2 appos ORG
) ) PUNCT 5 punct
has have AUX 8 aux
met meet VERB 0 root

CM CM PROPN 2 nsubj ORG
left leave VERB 0 root`

const apposition = `The the DET 2 det
bloc bloc NOUN 6 nsubj
, , PUNCT 4 punct
ECOWAS ECOWAS PROPN 2 appos ORG
, , PUNCT 4 punct
met meet VERB 0 root

The the DET 2 det
bloc bloc NOUN 3 nsubj
left leave VERB 0 root`

const country = `Mali Mali PROPN 2 nsubj LOC
voted vote VERB 0 root

Mali Mali PROPN 2 nsubj LOC
grew grow VERB 0 root

The the DET 2 det
country country NOUN 3 nsubj
slept sleep VERB 0 root`

const rebels = `The the DET 3 det
rebel rebel NOUN 3 compound
XYZ XYZ PROPN 4 nsubj ORG
fought fight VERB 0 root

The the DET 2 det
insurgents insurgent NOUN 3 nsubj
fled flee VERB 0 root`

const fallen = `Bello Bello PROPN 2 nsubj PER
ousted oust VERB 0 root
Okoro Okoro PROPN 2 obj PER

The the DET 3 det
deposed deposed ADJ 3 amod
leader leader NOUN 4 nsubj
slept sleep VERB 0 root`

const opening = `Karim Karim PROPN 3 nsubj PER
Bello Bello PROPN 1 flat PER
met meet VERB 0 root
Anton Anton PROPN 3 obj PER
Okoro Okoro PROPN 4 flat PER

He he PRON 2 nsubj
smiled smile VERB 0 root`

const mute = `The the DET 2 det
ministry ministry NOUN 3 nsubj
said say VERB 0 root
it it PRON 5 nsubj
rained rain VERB 3 ccomp

The the DET 2 det
toll toll NOUN 3 nsubj
rose rise VERB 0 root
it it PRON 5 nsubj
said say VERB 3 parataxis`

const sexes = `Odette Odette PROPN 3 nsubj PER
Nsimba Nsimba PROPN 1 flat PER
came come VERB 0 root

Anton Anton PROPN 3 nsubj PER
Veresk Veresk PROPN 1 flat PER
met meet VERB 0 root
her she PRON 3 obj`

const strangers = `Bello Bello PROPN 2 nsubj PER
met meet VERB 0 root
Okoro Okoro PROPN 2 obj PER`

const speaker = `“ “ PUNCT 3 punct
I I PRON 3 nsubj
stay stay VERB 7 ccomp
, , PUNCT 3 punct
” ” PUNCT 3 punct
Bello Bello PROPN 7 nsubj PER
said say VERB 0 root`

func TestChains(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		want       []string
	}{
		{"a person's last name and pronoun", person, []string{"Karim Bello He"}},
		{"an acronym", bloc, []string{"Common CM CM"}},
		{"an apposition and its noun later on", apposition, []string{"bloc ECOWAS bloc"}},
		{"the country of the report", country, []string{"Mali Mali country"}},
		{"two persons", strangers, nil},
		{"the rebels where one group is called rebel", rebels, []string{"XYZ insurgents"}},
		{"who was ousted", fallen, []string{"Okoro leader"}},
		{"who opens a sentence is the subject before", opening, []string{"Karim He"}},
		{"a toll says nothing", mute, []string{"ministry it it"}},
		{"a given name tells the gender", sexes, []string{"Odette her"}},
		{"a speaker named after the quotation", speaker, []string{"I Bello"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := chains(t, tree(t, c.rows)); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestAlike runs the example of each row: "delegation => mission".
func TestAlike(t *testing.T) {
	rows, err := lang.Table("en", "alike", 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		first, then, ok := strings.Cut(r[1], " => ")
		set := strings.Split(r[0], "|")
		if !ok || !slices.Contains(set, first) || !slices.Contains(set, then) {
			t.Errorf("%q is no example of its row", r[1])
		}
		d := tree(t, "A a DET 2 det\n"+first+" "+first+" NOUN 3 nsubj\ncame come VERB 0 root\n\nThe the DET 2 det\n"+then+" "+then+" NOUN 3 nsubj\nleft leave VERB 0 root")
		if got := chains(t, d); !slices.Equal(got, []string{first + " " + then}) {
			t.Errorf("%s: %q", r[1], got)
		}
	}
}

func TestEntityNames(t *testing.T) {
	d := tree(t, person)
	chains(t, d)
	if e := d.Entities[d.Mentions[0].Entity]; e.Name != "Karim Bello" || e.Type != "PER" {
		t.Errorf("the person is %q, %s", e.Name, e.Type)
	}
}

func TestSpeakerOfAQuotation(t *testing.T) {
	d := tree(t, speaker)
	l, err := lang.Of("en")
	if err != nil {
		t.Fatal(err)
	}
	quoted, who := speakers(d, l)
	if !quoted[1] || quoted[5] || who[1] != 5 || who[5] != -1 {
		t.Errorf("quoted %v, speaker %v", quoted, who)
	}
}

func TestAcronyms(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        bool
	}{
		{"ecowas", "economic community of west african states", true},
		{"au", "african union", true},
		{"u.n.", "united nations", true},
		{"nato", "european union", false},
		{"mali", "ministry of agriculture", false},
	} {
		if got := isAcronym([]string{c.short}, strings.Fields(c.long)); got != c.want {
			t.Errorf("%s of %s: %v", c.short, c.long, got)
		}
	}
}

func TestPartsOfNames(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        bool
	}{
		{"bello", "amina bello", true},
		{"amina", "amina bello", true},
		{"a. bello", "amina bello", true},
		{"amina bello", "amina j. bello", true},
		{"okoro", "amina bello", false},
		{"fatou bello", "amina bello", false},
		{"j.", "amina j. bello", false},
	} {
		if got := partOf(strings.Fields(c.short), strings.Fields(c.long)); got != c.want {
			t.Errorf("%s of %s: %v", c.short, c.long, got)
		}
	}
}

// TestDeepTree: a chain of nouns as long as the text is no harder than any.
func TestDeepTree(t *testing.T) {
	d := &text.Doc{}
	const n = 20000
	var b strings.Builder
	for i := range n {
		k := text.Token{Start: b.Len(), Form: "x", Lemma: "x", UPOS: "NOUN", Head: i - 1, Rel: "nmod"}
		b.WriteString("x ")
		k.End = b.Len() - 1
		d.Tokens = append(d.Tokens, k)
	}
	d.Report.Text = b.String()
	d.Sentences = []text.Sentence{{Range: text.Range{End: n}}}
	d.Paragraphs = []text.Paragraph{{Range: text.Range{End: n}, ByteEnd: b.Len(), Kind: griot.Body}}
	d.Link()
	if err := Run(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Mentions) != n {
		t.Errorf("%d mentions", len(d.Mentions))
	}
}

func TestReadGold(t *testing.T) {
	row := func(id, form, head, rel, misc string) string {
		return strings.Join([]string{id, form, form, "NOUN", "NN", "_", head, rel, "_", misc}, "\t")
	}
	docs, err := ReadGold(strings.NewReader("# newdoc id = a\n" + strings.Join([]string{
		row("1", "dogs", "2", "nsubj", "Entity=(1-animal-new"),
		row("2", "bark", "0", "root", "_"),
		row("3", "loudly", "2", "advmod", "Entity=1)(2-abstract-new)"),
		row("4", "they", "2", "obj", "Entity=(1-animal-giv)"),
	}, "\n") + "\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if len(d.Entities) != 2 || len(d.Mentions) != 3 || len(d.Entities[0].Mentions) != 2 || d.Mentions[0].Range != (text.Range{First: 0, End: 3}) || d.Mentions[0].Head != 1 {
		t.Errorf("%+v %+v", d.Entities, d.Mentions)
	}
	if _, err := ReadGold(strings.NewReader(row("1", "dogs", "0", "root", "Entity=7)") + "\n\n")); err == nil {
		t.Error("a mention that ends without a beginning is no error")
	}
}
