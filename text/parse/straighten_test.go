package parse

import (
	"fmt"
	"strings"
	"testing"

	"griot/text"
)

// tree makes a sentence of "form/UPOS/XPOS/head/relation" words; heads count
// from 1.
func tree(t *testing.T, words string) *text.Doc {
	t.Helper()
	d := &text.Doc{}
	for _, w := range strings.Fields(words) {
		part := strings.Split(w, "/")
		tok := text.Token{Form: part[0], Lemma: strings.TrimSuffix(part[0], "ed"), UPOS: part[1], XPOS: part[2], Rel: part[4]}
		if part[0] == "said" {
			tok.Lemma = "say"
		}
		fmt.Sscan(part[3], &tok.Head)
		tok.Head--
		d.Tokens = append(d.Tokens, tok)
	}
	d.Sentences = []text.Sentence{{Range: text.Range{End: len(d.Tokens)}}}
	d.Link()
	return d
}

// straightened are trees as they are read and what must hang on what then.
var straightened = []struct{ name, words, want string }{
	{"who says so at the end",
		"Leaders/NOUN/NNS/6/nsubj called/VERB/VBN/1/acl on/ADP/IN/4/case Kenya/PROPN/NNP/2/obl officials/NOUN/NNS/6/nsubj said/VERB/VBD/0/root",
		"Leaders nsubj called, called ccomp said"},
	{"a second clause with that",
		"He/PRON/PRP/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/5/mark it/PRON/PRP/5/nsubj rained/VERB/VBD/2/ccomp and/CCONJ/CC/9/cc that/SCONJ/IN/9/mark rebels/NOUN/NNS/9/nsubj attacked/VERB/VBD/2/conj",
		"attacked conj rained"},
	{"two fates under one auxiliary",
		"Twelve/NUM/CD/3/nsubj:pass were/AUX/VBD/3/aux:pass killed/VERB/VBN/0/root and/CCONJ/CC/6/cc others/NOUN/NNS/3/nsubj:pass wounded/VERB/VBN/3/conj",
		"others nsubj:pass wounded"},
	{"a verb read as the description of its object",
		"Canada/PROPN/NNP/2/nsubj imposed/VERB/VBD/3/amod tariffs/NOUN/NNS/0/root on/ADP/IN/5/case steel/NOUN/NN/3/nmod ./PUNCT/./3/punct",
		"Canada nsubj imposed, tariffs obj imposed, . punct imposed"},
	{"a verb between its subject and its object",
		"Troops/NOUN/NNS/3/nsubj killed/VERB/VBD/1/acl villagers/NOUN/NNS/0/root",
		"Troops nsubj killed, villagers obj killed"},
	{"a subject read as an auxiliary",
		"Clashes/AUX/VBZ/2/aux broke/VERB/VBD/0/root out/ADP/RP/2/compound:prt",
		"Clashes nsubj broke"},
	{"a phrase read around its verb",
		"Fans/NOUN/NNS/4/nsubj of/ADP/IN/5/case Bella/PROPN/NNP/5/compound blocked/VERB/VBD/0/root roads/NOUN/NNS/1/nmod",
		"Bella nmod Fans, of case Bella, roads obj blocked"},
	{"a phrase with a preposition read as a subject",
		"Talks/NOUN/NNS/0/root with/ADP/IN/3/case Chad/PROPN/NNP/5/nsubj after/SCONJ/IN/5/mark rebuffing/VERB/VBG/1/advcl it/PRON/PRP/5/obj",
		"Chad nmod Talks"},
	{"a subject read as part of its verb",
		"The/DET/DT/2/det union/NOUN/NN/3/compound struck/VERB/VBD/0/root",
		"union nsubj struck"},
	{"a noun read as the complement of what describes it",
		"They/PRON/PRP/2/nsubj benefit/VERB/VBP/0/root from/ADP/IN/4/case oil/NOUN/NN/5/obl supplied/VERB/VBN/2/advcl by/ADP/IN/7/case Chad/PROPN/NNP/5/obl:agent",
		"oil obl benefit, supplied acl oil"},
	{"what somebody is told",
		"He/PRON/PRP/2/nsubj warned/VERB/VBD/0/root voters/NOUN/NNS/2/iobj that/SCONJ/IN/6/mark marches/NOUN/NNS/6/nsubj:pass banned/VERB/VBN/3/acl",
		"banned ccomp warned"},
	{"a speaker behind what is said",
		"Ortega/PROPN/NNP/2/nsubj lied/VERB/VBD/5/ccomp ,/PUNCT/,/5/punct \"/PUNCT/''/5/punct denounced/VERB/VBD/0/root monitors/NOUN/NNS/5/obj",
		"monitors nsubj denounced"},
	{"a wife by her name",
		"The/DET/DT/2/det wife/NOUN/NN/7/nsubj of/ADP/IN/4/case Roe/PROPN/NNP/2/nmod ,/PUNCT/,/6/punct Jane/PROPN/NNP/4/appos spoke/VERB/VBD/0/root",
		"Jane appos wife"},
	{"a country in commas",
		"The/DET/DT/2/det port/NOUN/NN/7/nsubj of/ADP/IN/4/case Tema/PROPN/NNP/2/nmod ,/PUNCT/,/6/punct Ghana/PROPN/NNP/4/appos shut/VERB/VBD/0/root",
		"Ghana appos Tema"},
	{"a description with an agent",
		"Attacks/NOUN/NNS/2/nsubj launched/VERB/VBD/0/root by/ADP/IN/4/case rebels/NOUN/NNS/2/obl:agent killed/VERB/VBN/2/advcl ten/NUM/CD/5/obj",
		"Attacks nsubj killed, launched acl Attacks, rebels obl:agent launched"},
	{"a clause without that",
		"Powers/NOUN/NNS/2/nsubj fear/VERB/VBP/0/root coups/NOUN/NNS/2/obj month/NOUN/NN/6/obl:unmarked will/AUX/MD/6/aux weaken/VERB/VB/2/ccomp unity/NOUN/NN/6/obj",
		"coups nsubj weaken, month nmod:unmarked coups"},
	{"a count with at least",
		"Raids/NOUN/NNS/2/nsubj killed/VERB/VBD/0/root at/ADP/IN/4/case least/ADJ/JJS/5/nmod 40/NUM/CD/6/nummod herders/NOUN/NNS/2/obl",
		"herders obj killed"},
	{"a count with up to",
		"Chad/PROPN/NNP/2/nsubj sent/VERB/VBD/0/root up/ADP/RP/2/compound:prt to/ADP/IN/6/case 300/NUM/CD/6/nummod troops/NOUN/NNS/2/obl",
		"troops obj sent, up advmod 300, to fixed up"},
	{"what many were left as",
		"Raids/NOUN/NNS/2/nsubj leave/VERB/VBP/0/root dozens/NOUN/NNS/2/obj of/ADP/IN/5/case herders/NOUN/NNS/3/nmod dead/ADJ/JJ/5/amod",
		"dead xcomp leave"},
	{"a year before its subject",
		"In/ADP/IN/2/case 1991/NUM/CD/3/nummod guards/NOUN/NNS/4/nsubj fled/VERB/VBD/0/root",
		"1991 obl fled, guards nsubj fled"},
	{"a verb read as the subject of its object",
		"Laws/NOUN/NNS/2/nsubj bans/VERB/VBZ/3/nsubj strikes/NOUN/NNS/0/root",
		"Laws nsubj bans, strikes obj bans"},
	{"how long at least",
		"It/PRON/PRP/2/nsubj lasted/VERB/VBD/0/root at/ADP/IN/4/case least/ADJ/JJS/5/nmod 40/NUM/CD/6/nummod day/NOUN/NNS/2/obl",
		"day obl lasted"},
	{"a country before a title",
		"U.S./PROPN/NNP/4/nsubj envoy/PROPN/NNP/4/nsubj Roe/PROPN/NNP/2/flat said/VERB/VBD/0/root",
		"U.S. compound envoy"},
	{"a past tense read as a participle",
		"Donors/NOUN/NNS/2/nsubj:pass pushed/VERB/VBN/0/root for/ADP/IN/4/case talks/NOUN/NNS/2/obl ./PUNCT/./2/punct",
		"Donors nsubj pushed"},
	{"a headline keeps its participle",
		"Donors/NOUN/NNS/2/nsubj:pass pushed/VERB/VBN/0/root for/ADP/IN/4/case talks/NOUN/NNS/2/obl",
		"Donors nsubj:pass pushed"},
	{"brackets around a phrase",
		"Troops/NOUN/NNS/4/nsubj (/PUNCT/(/4/punct loyal/ADJ/JJ/1/amod left/VERB/VBD/0/root )/PUNCT/)/3/punct",
		"( punct left"}, // what they enclose has two heads: left alone
	{"quotation marks around a phrase",
		"He/PRON/PRP/2/nsubj saw/VERB/VBD/0/root \"/PUNCT/``/2/punct real/ADJ/JJ/5/amod change/NOUN/NN/2/obj \"/PUNCT/''/2/punct ./PUNCT/./2/punct",
		"\" punct change"},
	{"a participle after a comma",
		"It/PRON/PRP/3/nsubj was/AUX/VBD/3/cop partner/NOUN/NN/0/root of/ADP/IN/5/case states/NOUN/NNS/3/nmod trying/VERB/VBG/5/acl hard/ADV/RB/6/advmod ,/PUNCT/,/9/punct agreeing/VERB/VBG/6/advcl",
		"agreeing advcl partner"},
}

func TestStraighten(t *testing.T) {
	for _, x := range straightened {
		d := tree(t, x.words)
		straighten(d)
		for _, want := range strings.Split(x.want, ", ") {
			found := false
			for _, tok := range d.Tokens {
				found = found || tok.Head >= 0 && fmt.Sprint(tok.Form, " ", tok.Rel, " ", d.Tokens[tok.Head].Form) == want
			}
			if !found {
				t.Errorf("%s: not %q", x.name, want)
			}
		}
	}
}
