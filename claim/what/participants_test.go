package what

import (
	"testing"

	"griot"
	"griot/claim/claimtest"
	"griot/text"
)

// taking is a text, and who acts on whom in its last event of a type.
type taking struct {
	text string
	typ  griot.Type
	want string
}

func checkTaking(t *testing.T, cases []taking) {
	t.Helper()
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		var got []string
		for _, f := range lex.Find(claimtest.Doc(t, c.text), nil) {
			if f.Type == c.typ {
				got = append(got, yield(claimtest.Doc(t, c.text), f))
			}
		}
		if len(got) == 0 || got[len(got)-1] != c.want {
			t.Errorf("%q: %s is %q, want %q", c.text, c.typ, got, c.want)
		}
	}
}

// TestParticipants reads who acts on whom where the words stand far apart or the
// tree hangs them elsewhere.
func TestParticipants(t *testing.T) {
	checkTaking(t, []taking{
		{"The government has issued bans on demonstrations and threatened outspoken activists.", griot.Threaten, "government > activists"},
		{"The driver was promised by the police that he would go home.", griot.Agree, "police > driver"},
		{"The mayor may be asked to vote for the ministers.", griot.Request, "> mayor"},
		{"The guards beat some inmates and some prisoners hacked to death.", griot.Assault, "> prisoners"},
		{"The executive is committed to reforms.", griot.Agree, "executive >"},
		{"Paris condemned the increase in the activity of terrorist groups in regions of Syria.", griot.Accuse, "Paris > groups"},
		{"The president denied speculation of a cabinet reshuffle.", griot.Reject, "president >"},
		{"The judge denied the mayor access to power.", griot.Reject, "judge >"},
		{"The president left after the army called for him to resign.", griot.Request, "army > him"},
		{"The police detained those who protested.", griot.Coerce, "police > those"},
		{"The party denounced his arrest.", griot.Accuse, "party >"},
		{"The party denounced the arrest of the mayor.", griot.Accuse, "party >"},
		{"The party threatened to carry out a citizen's arrest against mayor Jane Roe.", griot.Threaten, "party > mayor"},
		{"The opposition cried foul play, a claim now backed by Kenya.", griot.Accuse, "opposition >"},
		{"The constitution of 2010 was suspended by the officers.", griot.Coerce, "officers > constitution"},
		{"The farmers were beaten and abducted by soldiers.", griot.Assault, "soldiers > farmers"},
		{"The miners were kidnapped and tortured by rebels.", griot.Assault, "rebels > miners"},
		{"The king answered the accusations made against him by the mayor.", griot.Accuse, "mayor > him"},
		{"The general denied the accusations made against him by the widow.", griot.Reject, "general > widow"},
		{"The party called for her resignation from the senate.", griot.Request, "party > her"},
		{"The letter came in response to the mayor urging the farmers to rise.", griot.Request, "mayor > farmers"},
		{"The party convened a conference alleging that the governor stole funds.", griot.Accuse, "party > governor"},
		{"They applied to the Refuge Program for journalists, which would allow them to take refuge in Spain.", griot.Concede, "Program > them"},
		{"Youths threw stones. Police fired tear gas.", griot.Assault, "Police > Youths"},
	})
}

// TestParticipantsOfWords reads who promises, asks, threatens and meets where a noun
// tells of it, or a series of acts goes on behind an object.
func TestParticipantsOfWords(t *testing.T) {
	checkTaking(t, []taking{
		{"The rebels released a captured pilot, apologised for the downing of the helicopter and offered to open talks.", griot.Concede, "rebels > helicopter"},
		{"The generals vowed not to arrest the ministers.", griot.Agree, "generals > ministers"},
		{"The army said it would not attack the town.", griot.Agree, "it > town"},
		{"The church told politicians to stop insulting one another.", griot.Request, "church > politicians"},
		{"Settlers were given until Monday to leave the farms.", griot.Request, "> Settlers"},
		{"The rebels were given a week to disarm.", griot.Request, "> rebels"},
		{"The police chief said those responsible would be arrested.", griot.Threaten, "chief > those"},
		{"Calls for Kenya to withdraw its troops grew.", griot.Request, "> Kenya"},
		{"The two sides held two days of talks in Doha.", griot.Consult, "sides >"},
		{"After talks with the king in Rome, the envoy said a deal was near.", griot.Consult, "king, envoy >"},
		{"A statement signed by the bishops condemns the verdict.", griot.Accuse, "bishops >"},
		{"The raid follows an appeal for help from the governor.", griot.Request, "governor >"},
		{"A call by the archbishop for soldiers to disobey orders angered the palace.", griot.Request, "archbishop > soldiers"},
		{"The signing of a pact between Egypt and Sudan angered Kenya.", griot.Support, "Egypt, Sudan >"},
		{"The freeing of the hostages by the rebels was hailed.", griot.Retreat, "rebels > hostages"},
	})
}

// namesakes is a cast that takes every word for an actor of that name.
type namesakes struct{ doc *text.Doc }

func (n namesakes) At(tok int) (griot.Actor, bool) {
	form := n.doc.Tokens[tok].Form
	return griot.Actor{ID: form, Name: form}, true
}

// TestAnswered reads whose accusation, offer or demand is turned down.
func TestAnswered(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Ghana accused Togo of theft. Togo rejected the accusation.", "Togo > Ghana"},
		{"Kenya offered talks. Somalia rejected the offer.", "Somalia > Kenya"},
		{"Ghana accused Togo of theft. Benin rejected the accusation.", "Benin >"},
		{"Ghana accused Togo of theft. Togo rejected an accusation.", "Togo >"},
	} {
		doc := claimtest.Doc(t, c.text)
		got := ""
		for _, f := range lex.Find(doc, namesakes{doc}) {
			if f.Type == griot.Reject {
				got = yield(doc, f)
			}
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
