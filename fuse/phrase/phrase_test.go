package phrase

import (
	"strings"
	"testing"

	"griot"
)

func TestReducedClauseIsASentence(t *testing.T) {
	text := "The miners killed by gunmen in Boni were buried."
	c := &griot.Claim{End: 27, Quote: text[:27], Lemma: "kill", Sentence: griot.Span{End: len(text)}, Recipients: []griot.Actor{{Words: "The miners", End: 10}},
		Actors: []griot.Actor{{Words: "gunmen", Start: 21, End: 27}}}
	if got := Of(c, text, func(w string) string { return strings.TrimSuffix(w, "ed") }); got.Subject != "The miners" || got.Act != "were killed by gunmen in Boni" {
		t.Errorf("%+v", got)
	}
}

func TestClauseLeavesOutWhatStandsBetween(t *testing.T) {
	for _, row := range []struct{ text, quote, actor, lemma, subject, act string }{
		{"The officers closed the borders, imposed a curfew from 10 and left.", "The officers closed the borders, imposed a curfew", "The officers", "impose", "The officers", "imposed a curfew from 10"},
		{"France rejected the offer of the council on Friday.", "France rejected", "France", "reject", "France", "rejected the offer of the council on Friday"},
		{"Mali, ruled by officers, has warned its neighbours, again.", "Mali, ruled by officers, has warned its neighbours", "Mali", "warn", "Mali", "has warned its neighbours"},
		{"The constitution had been suspended, a note said.", "The constitution had been suspended", "", "suspend", "", "The constitution had been suspended"},
		{"Its chiefs were told to meet without delay, he said.", "Its chiefs were told to meet", "Its chiefs", "meet", "Its chiefs", "were told to meet without delay"},
		{"Mali, ruled by officers, has warned of war against them.", "Mali, ruled by officers, has warned of war", "Mali", "warn", "Mali", "has warned of war against them"},
		{"The chiefs who landed in Accra on Friday", "The chiefs who landed", "The chiefs", "land", "The chiefs", "landed in Accra on Friday"},
		{"She walked out of the prison at 8 p.m. on Friday.", "She walked out", "She", "walk", "She", "walked out of the prison at 8 p.m. on Friday"},
		{"The bloc urged calm so as to help the region.", "The bloc urged calm", "The bloc", "urge", "The bloc", "urged calm"},
		{"The bloc called for the unconditional and immediate release of all.", "The bloc called for the unconditional", "The bloc", "call", "The bloc", "called for the unconditional and immediate release of all"},
		{"Park blamed Han, claiming that it was illegal for him to go.", "Park blamed Han, claiming that it was illegal", "Park", "illegal", "Park", "blamed Han, claiming that it was illegal for him to go"},
		{"Two states there who were training guards left.", "Two states there who were training guards", "Two states", "training", "Two states", "were training guards"},
		{"They gave the men who seized power there one week to leave.", "the men who seized power", "the men", "seize", "the men", "seized power"},
		{"Police hold a baker who allegedly stabbed two guests in Lomé, they said.", "a baker who allegedly stabbed two guests", "", "stabb", "a baker", "allegedly stabbed two guests in Lomé"},
		{"The officers imposed a curfew from 10 p.m. to 5 a.m. and left.", "The officers imposed a curfew", "The officers", "impose", "The officers", "imposed a curfew from 10 p.m. to 5 a.m."},
		{"Troops were attacked by gunmen near Boni.", "Troops were attacked by gunmen", "gunmen", "attack", "", "Troops were attacked by gunmen near Boni"},
	} {
		at := strings.Index(row.text, row.quote)
		c := &griot.Claim{Start: at, End: at + len(row.quote), Quote: row.quote, Lemma: row.lemma, Sentence: griot.Span{End: len(row.text)}}
		if row.actor != "" {
			a := strings.Index(row.text, row.actor)
			c.Actors = []griot.Actor{{Words: row.actor, Start: a, End: a + len(row.actor)}}
		}
		stem := func(w string) string { return strings.TrimSuffix(strings.TrimSuffix(w, "ed"), "e") }
		if got := Of(c, row.text, stem); got.Subject != row.subject || got.Act != row.act {
			t.Errorf("%s:\n got %q + %q\nwant %q + %q", row.text, got.Subject, got.Act, row.subject, row.act)
		}
	}
}

func TestWholeGoesToTheEndOfTheClause(t *testing.T) {
	text := "The bloc urged calm so as to help the region, and left."
	c := &griot.Claim{End: 19, Quote: text[:19], Lemma: "urge", Sentence: griot.Span{End: len(text)}, Clause: [2]int{0, 44}, Actors: []griot.Actor{{Words: "The bloc", End: 8}}}
	if got := Whole(c, text, strings.ToLower).Act; got != "urged calm so as to help the region" {
		t.Errorf("%q", got)
	}
	c.Clause = [2]int{}
	if got, want := Whole(c, text, strings.ToLower), Of(c, text, strings.ToLower); got != want {
		t.Errorf("without a clause: %q, want %q", got, want)
	}
}
