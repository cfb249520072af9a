package who

import (
	"testing"

	"griot"
	"griot/text"
)

// What stands around a name or office tells whose it is; each line is a report in
// which Ghana is the story.
func TestOfficesAndTheirNames(t *testing.T) {
	d := directory(t)
	for _, x := range []struct {
		tok  int
		line string
		want string
	}{
		{1, "The/DET/2/det [ORG Ministry/PROPN/6/nsubj of/ADP/5/case National/ADJ/5/amod Defense/PROPN/2/nmod ] spoke/VERB/0/root", "Ministry of Defence of Ghana/GHA GOV"},
		{2, "[ORG National/ADJ/3/amod Police/PROPN/3/compound Agency/PROPN/10/nsubj ] (/PUNCT/5/punct NPA/PROPN/3/appos )/PUNCT/5/punct Director/NOUN/3/appos [PER Jane/PROPN/10/nsubj Roe/PROPN/8/flat ] spoke/VERB/0/root", "Jane Roe/GHA COP"},
		{1, "The/DET/2/det minister/NOUN/9/nsubj of/ADP/4/case [ORG Labour/PROPN/2/nmod ] ,/PUNCT/7/punct [PER Jane/PROPN/2/appos Roe/PROPN/6/flat ] ,/PUNCT/2/punct spoke/VERB/0/root", "Jane Roe/GHA GOV"},
		{0, "Russian/ADJ/2/amod invasions/NOUN/3/nsubj began/VERB/0/root", "Russia/RUS"},
		{0, "Russians/PROPN/2/nsubj left/VERB/0/root", "people of Russia/RUS CVL"},
		{0, "[PER Jane/PROPN/11/nsubj Roe/PROPN/1/flat ] ,/PUNCT/5/punct a/DET/5/det representative/NOUN/1/appos for/ADP/9/case the/DET/9/det [ORG UN/PROPN/9/compound ] chief/NOUN/5/nmod ,/PUNCT/5/punct spoke/VERB/0/root", "Jane Roe/UNO GOV"},
		{0, "[PER Jane/PROPN/4/nsubj Roe/PROPN/1/flat Tuesday/PROPN/1/flat ] spoke/VERB/0/root", "Jane Roe/"},
		{1, "Trade/NOUN/2/compound minister/NOUN/8/nsubj and/CCONJ/5/cc party/NOUN/5/compound leader/NOUN/2/conj [PER Jane/PROPN/5/flat Roe/PROPN/6/flat ] spoke/VERB/0/root", "Jane Roe/GHA GOV"},
		{4, "[PER Jane/PROPN/4/nsubj Roe/PROPN/1/flat Imperial/PROPN/1/flat ] is/AUX/0/root [ORG Roe/PROPN/6/compound Imperial/PROPN/4/obj ]", "Jane Roe Imperial/"},
		{1, "Sandinista/PROPN/2/compound government/NOUN/3/nsubj spoke/VERB/0/root", "Government of Nicaragua/NIC GOV"},
		{1, "The/DET/2/det president/NOUN/6/nsubj of/ADP/5/case the/DET/5/det union/NOUN/2/nmod spoke/VERB/0/root", "president of union/GHA LAB"},
		{1, "a/DET/2/det rector/NOUN/9/nsubj of/ADP/4/case [ORG Accra/PROPN/5/compound University/PROPN/2/nmod ] ,/PUNCT/7/punct [PER Jane/PROPN/5/appos Roe/PROPN/7/flat ] spoke/VERB/0/root", "Jane Roe/GHA EDU"},
		{1, "the/DET/2/det son/NOUN/8/nsubj of/ADP/4/case [PER Jane/PROPN/2/nmod Roe/PROPN/4/flat ] ,/PUNCT/7/punct [PER John/PROPN/2/appos ] spoke/VERB/0/root", "John/GHA CVL"},
		{1, "Former/ADJ/2/amod senator/NOUN/9/nsubj and/CCONJ/4/cc activist/NOUN/2/conj ,/PUNCT/6/punct [PER Jane/PROPN/4/appos Roe/PROPN/6/flat ] ,/PUNCT/6/punct spoke/VERB/0/root", "Jane Roe/GHA LEG"},
		{1, "The/DET/2/det minister/NOUN/11/nsubj of/ADP/4/case Labour/PROPN/2/nmod and/CCONJ/6/cc Industry/PROPN/4/conj ,/PUNCT/8/punct [PER Jane/PROPN/2/appos Roe/PROPN/8/flat ] ,/PUNCT/8/punct spoke/VERB/0/root", "Jane Roe/GHA GOV"},
		{1, "dark/ADJ/2/amod forces/NOUN/3/nsubj spoke/VERB/0/root", "forces/"},
		{2, "Togo/PROPN/3/nmod:poss 's/PART/1/case neighbour/NOUN/4/nsubj spoke/VERB/0/root", "Ghana/GHA"},
		{3, "Togo/PROPN/2/nsubj left/VERB/0/root that/DET/4/det country/NOUN/2/obj", "Togo/TGO"},
		{3, "[ORG Accra/PROPN/4/compound Police/PROPN/4/compound General/ADJ/4/amod Command/PROPN/5/nsubj ] spoke/VERB/0/root", "Accra Police General Command/GHA COP"},
		{1, "The/DET/2/det king/NOUN/3/nsubj spoke/VERB/0/root", "king/"},
		{1, "The/DET/2/det king/NOUN/5/nsubj of/ADP/4/case Jordan/PROPN/2/nmod spoke/VERB/0/root", "Abdullah II/JOR GOV"},
		{1, "The/DET/2/det president/NOUN/6/nsubj of/ADP/4/case [PER Casa/PROPN/2/nmod Roja/PROPN/4/flat ] spoke/VERB/0/root", "president of Casa Roja/"},
		{2, "Canada/PROPN/3/nmod:poss 's/PART/1/case premier/NOUN/4/nsubj spoke/VERB/0/root", "premier/"},
	} {
		doc := parsed(summer, "Ghana/PROPN/2/nsubj prospers/VERB/0/root", x.line)
		if a, _ := d.Cast(doc).At(x.tok + 2); a.Name+"/"+a.Code != x.want {
			t.Errorf("%s: %s/%s, want %s", x.line, a.Name, a.Code, x.want)
		}
	}
}

// A ministry speaks on for the country that spoke before, of its own people.
func TestMinistrySpeaksOn(t *testing.T) {
	d := directory(t)
	told := "Italian/ADJ/2/amod soldiers/NOUN/3/nsubj landed/VERB/7/ccomp the/DET/6/det defence/NOUN/6/compound ministry/NOUN/7/nsubj said/VERB/0/root"
	for country, want := range map[string]string{"Italy": "Ministry of Defence of Italy", "Togo": "Ministry of Defence of Ghana"} {
		doc := parsed(summer, "Ghana/PROPN/2/nsubj prospers/VERB/0/root", "Ghana/PROPN/2/nsubj grows/VERB/0/root", country+"/PROPN/2/nsubj said/VERB/0/root they/PRON/4/nsubj left/VERB/2/ccomp", told)
		if a, _ := d.Cast(doc).At(13); a.Name != want {
			t.Errorf("%s: %s, want %s", country, a.Name, want)
		}
	}
}

// A title tells a bare surname from its namesakes: by its country, by an office that
// the one of the tables never had; where the family's name stands first, by that.
func TestNamesakes(t *testing.T) {
	d := directory(t)
	for _, x := range []struct {
		day        griot.Day
		tok        int
		line, want string
	}{
		{griot.NewDay(2005, 3, 8), 2, "Gambian/ADJ/2/amod President/PROPN/4/nsubj [PER Bush/PROPN/2/flat ] spoke/VERB/0/root", "Bush/GMB GOV"},
		{griot.NewDay(2005, 3, 8), 1, "President/PROPN/6/nsubj [PER Bush/PROPN/1/flat ] of/ADP/5/case the/DET/5/det Gambia/PROPN/1/nmod spoke/VERB/0/root", "Bush/GMB GOV"},
		{griot.NewDay(2005, 3, 8), 1, "President/PROPN/3/nsubj [PER Bush/PROPN/1/flat ] left/VERB/0/root Ghana/PROPN/3/obj", "George W. Bush/USA GOV"},
		{griot.NewDay(2024, 3, 8), 3, "Kuwait/PROPN/3/compound Prime/PROPN/3/compound Minister/PROPN/6/nsubj Sheikh/PROPN/3/flat [PER Sabah/PROPN/3/flat ] spoke/VERB/0/root", "Sabah/KWT GOV"},
		{griot.NewDay(2024, 3, 8), 1, "President/PROPN/3/nsubj [PER Yoon/PROPN/1/flat ] left/VERB/0/root Seoul/PROPN/3/obj", "Yoon Suk Yeol/KOR GOV"},
		{griot.NewDay(2024, 3, 8), 1, "President/PROPN/3/nsubj [PER Yoon/PROPN/1/flat ] left/VERB/0/root Accra/PROPN/3/obj", "Yoon/GHA GOV"},
	} {
		if a, _ := d.Cast(parsed(x.day, x.line)).At(x.tok); a.Name+"/"+a.Code != x.want {
			t.Errorf("%s: %s/%s, want %s", x.line, a.Name, a.Code, x.want)
		}
	}
}

func TestSeveralCountriesHaveSeveralLeaders(t *testing.T) {
	doc := parsed(summer, "Leaders/NOUN/6/nsubj of/ADP/3/case Japan/PROPN/1/nmod and/CCONJ/5/cc Ireland/PROPN/3/conj met/VERB/0/root")
	doc.Tokens[0].Feats = "Number=Plur"
	all := directory(t).Cast(doc).All(0)
	if len(all) != 2 || all[0].Code != "JPN GOV" || all[1].Code != "IRL GOV" {
		t.Errorf("%+v", all)
	}
}

// Whom a country attacks is not its own, and "they" of two named in one breath is
// both.
func TestEnemiesAndPairs(t *testing.T) {
	doc := parsed(summer,
		"Ghana/PROPN/2/nsubj hit/VERB/0/root Togo/PROPN/2/obj ,/PUNCT/5/punct killing/VERB/2/advcl three/NUM/7/nummod soldiers/NOUN/5/obj",
		"Ministers/NOUN/4/nsubj and/CCONJ/3/cc judges/NOUN/1/conj said/VERB/0/root they/PRON/6/nsubj left/VERB/4/ccomp")
	doc.Mentions = []text.Mention{
		{Range: text.Range{First: 7, End: 10}, Head: 7, Kind: text.MentionNominal},
		{Range: text.Range{First: 11, End: 12}, Head: 11, Kind: text.MentionPronoun},
	}
	doc.Entities = []text.Entity{{Mentions: []int{0, 1}}}
	c := directory(t).Cast(doc)
	if a, _ := c.At(6); a.Code != "TGO MIL" {
		t.Errorf("the soldiers are %q", a.Code)
	}
	if all := c.All(11); len(all) != 2 || all[0].Code != "GHA GOV" || all[1].Code != "GHA JUD" {
		t.Errorf("they are %+v", all)
	}
}
