package said

import (
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/claim/claimtest"
	"griot/data"
	"griot/text"
)

func statements(t *testing.T, text string) []griot.Statement {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc := claimtest.Doc(t, text)
	all := r.Find(doc, nil).Statements
	for _, s := range all {
		for _, p := range s.Spans {
			if p[0] < 0 || p[1] > len(text) || p[0] >= p[1] || !strings.Contains(s.Content, text[p[0]:p[1]]) {
				t.Errorf("%q: span %v is not in the content %q", text, p, s.Content)
			}
		}
	}
	return all
}

// TestExamples runs the example of every row of the tables of speech.
func TestExamples(t *testing.T) {
	rows, err := data.CueRows("speech", "act", "pos", "lemmas", "takes", "example", "yields")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		var got []string
		for _, s := range statements(t, row[4]) {
			got = append(got, s.Speaker.Words+" | "+s.Cue+" | "+s.Content)
		}
		if s := strings.Join(got, "; "); s != row[5] {
			t.Errorf("%q yields %q, want %q", row[4], s, row[5])
		}
	}
	rows, err = data.CueRows("addressees", "place", "lemmas", "example", "yields")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		all := statements(t, row[2])
		if len(all) != 1 || all[0].Addressee == nil || all[0].Addressee.Words != row[3] {
			t.Errorf("%q yields %v, want it said to %s", row[2], all, row[3])
		}
	}
	rows, err = data.CueRows("sources", "class", "words", "example", "yields")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if all := statements(t, row[2]); len(all) != 1 || all[0].Class != row[3] {
			t.Errorf("%q yields %v, want class %s", row[2], all, row[3])
		}
	}
}

// TestReported holds the cases that users of other tools report as broken.
func TestReported(t *testing.T) {
	checkSpeech(t, []speech{
		{"apposition after the name and a paragraph break",
			"It was the first attack in months, said Wassim Nasr, a journalist and researcher at the Soufan Center.\n\n“They mark their territory because of the coup,” he said.",
			"Wassim Nasr; he", "It was the first attack in months; “They mark their territory because of the coup,”"},
		{"speaker after the quotation", "“We will not yield,” said General Tiani, the leader of the junta.", "General Tiani", "“We will not yield,”"},
		{"guillemets", "«We will not yield,» the general said.", "the general", "«We will not yield,»"},
		{"straight marks", "\"We will not yield,\" the general said.", "the general", "\"We will not yield,\""},
		{"a quotation in two pieces", "“We are ready,” the general said. “We will not yield to anyone.”", "the general", "“We are ready,” … “We will not yield to anyone.”"},
		{"a quotation of two paragraphs", "“We are ready,” the general said. “Our people know it.\n\n“We will not yield to anyone.”", "the general",
			"“We are ready,” … “Our people know it. … “We will not yield to anyone.”"},
		{"a nickname is no quotation", "Joseph “Papa” Banda led the march.", "", ""},
		{"a scare quote is no quotation", "The so-called “peace” lasted two days.", "", ""},
		{"a bullet is no quotation", "» The bank closed on Monday.", "", ""},
		{"an unbalanced mark", "\" The bank closed on Monday, the mayor said.", "the mayor", "The bank closed on Monday"},
		{"of two people the one who speaks", "Ali met Banda on Monday, and Banda said the talks were over.", "Banda", "the talks were over"},
		{"according to", "According to the ministry, rebels attacked the town.", "the ministry", "rebels attacked the town"},
		{"according to, up to but", "According to the ministry, rebels attacked the town, but the army shelled the village.", "the ministry", "rebels attacked the town"},
		{"according to, of what is to come", "The envoy is expected to arrive, according to officials.", "officials", "The envoy is expected to arrive"},
		{"an op-ed", "“Our country is under attack,” Bazoum wrote in an op-ed.", "Bazoum", "“Our country is under attack,”"},
		{"a quotation resumed", "“Every time you yield,” Banda said, with a smile, “you give them courage.”", "Banda", "“Every time you yield,” … “you give them courage.”"},
		{"the story goes on after the quotation", "“The war is over,” Banda said, and the crowd left the square.", "Banda", "“The war is over,”"},
		{"asked and answered", "Asked about the coup, Banda said, “We will not yield.”", "Banda", "“We will not yield.”"},
		{"said first", "Said Banda: “We will not yield to anyone.”", "Banda", "“We will not yield to anyone.”"},
		{"the nearest of two verbs", "The film concludes with footage of Joseph Banda saying, “We will not yield.”", "Joseph Banda", "“We will not yield.”"},
		{"signed", "“The worst leader of all.” ― Ali Banda", "Ali Banda", "“The worst leader of all.”"},
		{"named by a clause", "A man identified as Colonel Abdramane said the borders were closed.", "Colonel Abdramane", "the borders were closed"},
		{"named by itself", "A group calling itself the Red Front said the borders were closed.", "the Red Front", "the borders were closed"},
		{"after an adverb", "The so-called Los Extraditables today claimed responsibility for the attack on judge Maria Diaz.", "The so-called Los Extraditables", "responsibility for the attack on judge Maria Diaz"},
	})
}

// TestSpeakers holds further ways in which newspapers say who says what.
func TestSpeakers(t *testing.T) {
	checkSpeech(t, []speech{
		{"a sentence after the quotation", "The general announced: “We will not yield to anyone.” He cited the war in the north.", "The general; He", "“We will not yield to anyone.”; the war in the north"},
		{"accused of doing", "The fighters were accused by locals of burning the village.", "locals", "burning the village"},
		{"speaks on in a participle", "The minister told the agency that the talks were over, adding that the army stays.", "The minister; The minister", "that the talks were over; that the army stays"},
		{"an agency is told without that", "The writer told investigators he has never met the suspect.", "The writer", "he has never met the suspect"},
		{"a phrase before the cue is not said", "The suspects, including three drivers, said they picked up the boxes.", "The suspects, including three drivers", "they picked up the boxes"},
		{"asked before he says", "Asked about the allegations, the mayor said he was unaware of them.", "the mayor", "he was unaware of them"},
		{"who puts out a paper", "Police issued a statement to clarify that the man is a retired officer.", "Police", "that the man is a retired officer"},
		{"a name and a description before the verb", "“He is the only one,” Nivesh Karki, the firm's director told an agency.", "Nivesh Karki", "“He is the only one,”"},
		{"a title after the verb", "“We are ready,” said police spokesperson Captain Xoli Mbele.", "police spokesperson Captain Xoli Mbele", "“We are ready,”"},
		{"an adjective is no cue", "The suspect was arrested before his alleged plans because “neighbours complained of a smell”.", "", ""},
		{"it was found out by nobody", "It was found that the gang burned the house.", "", ""},
		{"according to another, at the end", "The suspect claimed that he met the victim, according to the judge.", "the judge; The suspect", "The suspect claimed that he met the victim; that he met the victim"},
		{"an occasion after the speaker", "The government was ready for talks, the minister said on Tuesday after 19 members were suspended.", "the minister", "The government was ready for talks"},
		{"said, and said", "The military said the base was hit and said there were no wounded on its side.", "The military; The military", "the base was hit; there were no wounded on its side"},
		{"a paragraph break within the sentence", "“The mission is an achievement of our people,”\n\nstated Juan Banda, a former minister.", "Juan Banda", "“The mission is an achievement of our people,”"},
	})
}

// speech is a text and what its statements must be, joined by "; ".
type speech struct{ name, text, speaker, content string }

func checkSpeech(t *testing.T, cases []speech) {
	t.Helper()
	for _, c := range cases {
		var speakers, contents []string
		for _, s := range statements(t, c.text) {
			speakers, contents = append(speakers, s.Speaker.Words), append(contents, s.Content)
		}
		if got := strings.Join(speakers, "; "); got != c.speaker {
			t.Errorf("%s: speaker %q, want %q", c.name, got, c.speaker)
		}
		if got := strings.Join(contents, "; "); got != c.content {
			t.Errorf("%s: content %q, want %q", c.name, got, c.content)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		text      string
		kind      griot.StatementKind
		anonymous bool
	}{
		{"“We will not yield,” the general said.", griot.Direct, false},
		{"The general said his men would “not yield” to the bloc.", griot.Mixed, false},
		{"Two US officials said the base was closed.", griot.Indirect, true},
		{"A source close to the junta said the base was closed.", griot.Indirect, true},
	} {
		all := statements(t, c.text)
		if len(all) != 1 || all[0].Kind != c.kind || all[0].Anonymous != c.anonymous {
			t.Errorf("%q yields %+v, want %s, anonymous %v", c.text, all, c.kind, c.anonymous)
		}
	}
}

// TestVoices tells who says so, the nearest the act first, and what each holds of
// it; an outlet's own name is left out.
func TestVoices(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, act, want string }{
		{"The minister told reporters that the army said rebels attacked the town.", "attacked", "the army said happened; The minister told happened"},
		{"The army said officials feared that rebels attacked the town.", "attacked", "officials feared possible; The army said possible"},
		{"The army denied the rebels' claim that they attacked the town.", "attacked", "the rebels claim happened; The army denied denied"},
		{"The minister said the rebels denied that they attacked the town.", "attacked", "the rebels denied denied; The minister said denied"},
		{"The mayor denied that the army said it will leave the town.", "leave", "The mayor denied denied"},
		{"Rebels might attack the town, the army said.", "attack", "the army said possible"},
		{"Reuters said rebels attacked the town.", "attacked", ""},
	} {
		doc := claimtest.Doc(t, c.text)
		doc.Report.Outlet = "Reuters"
		var got []string
		for i, tok := range doc.Tokens {
			if tok.Form != c.act {
				continue
			}
			for _, v := range r.Find(doc, nil).Voices(i) {
				got = append(got, v.Words+" "+v.Cue+" "+string(v.Status))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: voices are %q, want %q", c.text, s, c.want)
		}
	}
}

// TestOwner tells whose a deed is that somebody says was theirs.
func TestOwner(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"The group claimed responsibility for the attack on the station.", "The group"},
		{"The rebels took credit for an attack in the capital.", "The rebels"},
		{"No group has claimed responsibility for the attack.", ""},
		{"Neither the rebels nor any other group claimed responsibility for the attack.", ""},
		{"The group denied responsibility for the attack.", ""},
		{"The group claimed the attack was over.", ""},
		{"The attack on the station was claimed by the rebels.", "the rebels"},
		{"The rebels claimed the attack.", "The rebels"},
		{"The group \"Red Dawn\" claimed responsibility on Monday for the attack.", "The group \"Red Dawn\""},
		{"The rebels said they were behind the attack.", "The rebels"},
		{"The rebels said they were not behind the attack.", ""},
	} {
		doc := claimtest.Doc(t, c.text)
		by, _ := r.Find(doc, nil).Owner(slices.IndexFunc(doc.Tokens, func(t text.Token) bool { return t.Form == "attack" }))
		if by.Words != c.want {
			t.Errorf("%q: the attack is %q's, want %q's", c.text, by.Words, c.want)
		}
	}
}

// TestHostile makes sure that a flood of marks and cues takes linear time.
func TestHostile(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const n = 16000
	doc := &text.Doc{Paragraphs: []text.Paragraph{{Range: text.Range{End: n}, Kind: griot.Body}}}
	doc.Report.Text = strings.Repeat("a", n)
	forms := []string{"\"", "said", ",", "“", "he", "said", "”", ":"}
	for i := range n {
		f := forms[i%len(forms)]
		u := "VERB"
		switch f {
		case "he":
			u = "PRON"
		case "said":
		default:
			u = "PUNCT"
		}
		doc.Tokens = append(doc.Tokens, text.Token{Start: i, End: i + 1, Form: f, Lemma: "say", UPOS: u, XPOS: "VBD", Head: i - 1, Rel: "ccomp"})
	}
	doc.Sentences = []text.Sentence{{Range: text.Range{End: n}, ByteEnd: n}}
	doc.Link()
	r.Find(doc, nil)
}
