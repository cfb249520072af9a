package fuse

import (
	"strings"
	"testing"

	"griot"
	"griot/fuse/phrase"
)

func TestLinesStandOnTheirOwn(t *testing.T) {
	guard := griot.Actor{Name: "Presidential Guard of Niger", Code: "NER MIL", Words: "they"}
	army := griot.Actor{Name: "Armed Forces of Niger", Code: "NER MIL", Words: "it"}
	bazoum := griot.Actor{Name: "Mohamed Bazoum", Words: "him"}
	for _, row := range []struct {
		subject, act, sentence, want string
		claim                        griot.Claim
	}{
		{"they", "were withdrawing the envoys", "", "The Presidential Guard of Niger was withdrawing the envoys", griot.Claim{Actors: []griot.Actor{guard}}},
		{"it", "was siding with the guard", "", "The Armed Forces of Niger were siding with the guard", griot.Claim{Actors: []griot.Actor{army}}},
		{"The guard", "shut him in", "", "The guard shut Mohamed Bazoum in", griot.Claim{Recipients: []griot.Actor{bazoum}}},
		{"", "set fire to the market", "DIFFA — Rebels came at dawn and set fire to the market.", "Rebels came at dawn and set fire to the market", griot.Claim{Lemma: "set"}},
		{"We", "have decided to go", "", "Amadou Diallo: “We have decided to go”", griot.Claim{Voices: []griot.Voice{{Name: "Amadou Diallo"}}}},
		{"", "Police must leave the hall at once", "", "Amadou Diallo: “Police must leave the hall at once”", griot.Claim{Lemma: "must", Actors: []griot.Actor{{ID: "a", Name: "Amadou Diallo", Start: 90, End: 92}}, Voices: []griot.Voice{{ID: "a", Name: "Amadou Diallo"}}}},
		{"they", "strongly condemn the raid", "", "The Ministry of Peace strongly condemns the raid", griot.Claim{Lemma: "condemn", Actors: []griot.Actor{{Name: "Ministry of Peace", Words: "they"}}}},
		{"", "offer talks", "Togo would go on and offer talks.", "Togo would offer talks", griot.Claim{Lemma: "offer", Actors: []griot.Actor{{Name: "Togo", Words: "It", End: 2}}, Start: 9, End: 20}},
		{"", "offer talks", "Did Togo offer talks?", "Did Togo offer talks?", griot.Claim{Lemma: "offer", Actors: []griot.Actor{{Name: "Togo", Words: "it", End: 2}}, Start: 9, End: 20}},
		{"", "said so", "He then said so in Lomé.", "Amadou Diallo then said so in Lomé", griot.Claim{Lemma: "say", Voices: []griot.Voice{{Name: "Amadou Diallo", Words: "He"}}}},
		{"", "“We denounce it,” wrote one reader", "", "Amadou Diallo: “We denounce it”", griot.Claim{Voices: []griot.Voice{{Name: "Amadou Diallo"}}}},
		{"The court", "closed the mine (TFM", "", "The court closed the mine", griot.Claim{}},
		{"its", "refusal to go", "", "The Armed Forces of Niger’s refusal to go", griot.Claim{Actors: []griot.Actor{army}}},
		{"", "every visit, she brings food", "On every visit, she brings food.", "On every visit, she brings food", griot.Claim{Lemma: "bring", Actors: []griot.Actor{{Name: "Aida Diallo", Words: "she", Start: 90, End: 93}}}},
		{"His men", "held the door", "", "The men of Amadou Diallo held the door", griot.Claim{Actors: []griot.Actor{{Name: "men of Amadou Diallo", Words: "His men"}}}},
	} {
		got := told(&row.claim, phrase.Clause{Subject: row.subject, Act: row.act}, row.sentence)
		if got != row.want {
			t.Errorf("%q %q: %q, want %q", row.subject, row.act, got, row.want)
		}
	}
	if long := told(&griot.Claim{}, phrase.Clause{Subject: "The mayor", Act: strings.Repeat("spoke again ", 40)}, ""); len(long) > longest+10 {
		t.Errorf("a line of %d bytes", len(long))
	}
}

func TestThingWithoutVerbGivesWayToItsSentence(t *testing.T) {
	for _, row := range []struct {
		subject, act, sentence, want string
		claim                        griot.Claim
	}{
		{"the guard", "'s raid on the market", "The guard's raid on the market angered Benin.", "The guard's raid on the market angered Benin", griot.Claim{}},
		{"", "the raid on the market", "The town has not forgotten the raid on the market.", "The town has not forgotten the raid on the market", griot.Claim{}},
		{"", "the raid on the market", "The paper reported the raid on the market.", "The paper reported the raid on the market", griot.Claim{}},
		{"the guard", "made a raid on the market", "Togo said the guard made a raid on the market.", "The guard made a raid on the market", griot.Claim{Clause: [2]int{10, 44}}},
		{"", "two men are in prison for theft", "Togo said two men are in prison for theft.", "Two men are in prison for theft", griot.Claim{}},
		{"", "fears that drove the traders out", "The town is still ruled by fears that drove the traders out.", "The town is still ruled by fears that drove the traders out", griot.Claim{Quote: "fears that drove the traders out", Start: 27, Clause: [2]int{38, 59}}},
		{"", "the raid on the market", strings.Repeat("The town spoke, ", 20) + "of the raid on the market.", "The raid on the market", griot.Claim{}},
	} {
		row.claim.Lemma = "raid"
		if got := told(&row.claim, phrase.Clause{Subject: row.subject, Act: row.act}, row.sentence); got != row.want {
			t.Errorf("%q %q: %q, want %q", row.subject, row.act, got, row.want)
		}
	}
}
