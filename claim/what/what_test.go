package what

import (
	"slices"
	"strings"
	"testing"

	"griot"
	"griot/claim/claimtest"
)

// TestFindOnHostileText reads texts that no newspaper prints: it must neither
// fail nor take longer than their length warrants.
func TestFindOnHostileText(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{
		"empty":       "",
		"one trigger": "attack",
		"no stop":     strings.Repeat("rebels attacked the town and ", 2000),
		"triggers":    strings.Repeat("attack ", 3000),
		"controls":    "Rebels \x00attacked\x01 the \u202etown.",
		"brackets":    strings.Repeat("(", 500) + "Rebels attacked the town" + strings.Repeat(")", 500),
	} {
		doc := claimtest.Doc(t, s)
		for _, f := range lex.Find(doc, nil) {
			if f.Extent.Len() <= 0 || f.Extent.End > len(doc.Tokens) || !f.Extent.Has(f.Head) && f.Extent.Len() > widest {
				t.Errorf("%s: frame at %d quotes %v", name, f.Head, f.Extent)
			}
			if f.Odds < 0 || f.Odds > 1 || !f.Type.HasMode(f.Mode) {
				t.Errorf("%s: %s has mode %q and odds %v", name, f.Type, f.Mode, f.Odds)
			}
		}
	}
}

// TestOdds keeps apart what is told from what is only spoken of.
func TestOdds(t *testing.T) {
	checkTelling(t, []telling{
		{"Rebels attacked the town on Monday.", true},
		{"The town was attacked by rebels on Monday.", true},
		{"Rebels launched an attack on the town.", true},
		{"Prices rose after the attack.", false},
		{"The army needs more men if rebels attack the town.", false},
		{"The state fights corruption.", false},
		{"The talks are to begin on Wednesday.", true},
		{"The fighting is to stop at midnight on Friday.", true},
		{"The general said any attack would meet with a firm response.", true},
		{"The talks were about the border.", false},
		{"The minister called for lifting the sanctions.", true},
		{"The nurses have been on strike for ten days.", true},
		{"The spokesman went on to accuse Chile of spying.", true},
		{"The government moved to ban the party.", true},
		{"The minister had to resign.", true},
		{"The minister did not have to resign.", false},
		{"The spokesman went to Lima to accuse Chile of spying.", false},
		{"Rebels held the town after attacks that left 40 people dead.", true},
		{"A letter from the ministry demanding talks lay on the table.", true},
		{"The judge heard a suit filed by the union.", true},
		{"Men accused of spying were in the room.", true},
		{"Prices fell after weeks of violent protests.", true},
		{"We are going to arrest the mayor.", true},
		{"We are going to town to see the mayor.", false},
		{"The two countries signed on Tuesday an agreement.", true},
		{"The minister used new powers to block the website.", true},
		{"An apology from the army did little to calm the families.", true},
		{"Prices rose before an apology from the army.", false},
		{"Denials by the general failed to convince the judge.", true},
		{"The army met on Monday and seized power.", true},
		{"The military seized power.", true},
		{"Fighting broke out between the two sides.", true},
		{"The bloc, which sent troops to the border, said so.", true},
		{"The minister needed new powers to block the website.", false},
		{"The officer asked whether the mayor would resign.", false},
		{"“Where is the army?” the bishop asked.", false},
		{"The inquiry into the deaths is under way.", true},
		{"Investigations into the fraud are pending.", true},
		{"The envoy, who is on a visit to Uganda, likes tea.", true},
		{"Talks between the Kenyan minister and the Ugandan president covered trade.", true},
		{"They mourned a gathering of men opposing the king.", false},
		{"The king's decision to pardon the rebels was a relief.", true},
		{"A decision to pardon the rebels may come.", false},
		{"The raid prompted the mayor to close the border.", true},
		{"The raid may prompt the mayor to close the border.", false},
		{"The rebels, who continue to loot villages, came from the north.", true},
	})
}

// TestPurpose tells purposes that came about with what served them from others.
func TestPurpose(t *testing.T) {
	checkTelling(t, []telling{
		{"The firm has used guards to beat up strikers.", true},
		{"The firm needs guards to beat up strikers.", false},
		{"The union held a briefing to demand a pay rise.", true},
		{"The union will hire a lawyer to demand a pay rise.", false},
		{"The governor phoned the ministry to ask for help.", true},
		{"The governor flew to the capital to ask for help.", false},
	})
}

// telling is a text, and whether it has an event that is worth a claim.
type telling struct {
	text   string
	likely bool
}

func checkTelling(t *testing.T, cases []telling) {
	t.Helper()
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if likely := tells(t, lex, c.text); likely != c.likely {
			t.Errorf("%q: likely is %v, want %v", c.text, likely, c.likely)
		}
	}
}

// tells tells whether a text has an event that is worth a claim.
func tells(t *testing.T, lex *Lexicon, text string) bool {
	return slices.ContainsFunc(lex.Find(claimtest.Doc(t, text), nil), func(f Frame) bool { return f.Odds >= Likely })
}

// TestTooBroad reads sentences that look like events to a pattern and are none,
// beside events in the same words.
func TestTooBroad(t *testing.T) {
	checkTelling(t, []telling{
		{"The envoy said she would not seek a second term.", false},
		{"The general said he would not run for re-election.", false},
		{"The general said he would not sit with the rebels.", true},
		{"The mayor said that he will not eat more than bread.", false},
		{"The judge said you should be ashamed.", false},
		{"Emergency teams have been mobilised after the flood.", false},
		{"The parties accepted money over three years.", false},
		{"The faction respected the general.", false},
		{"The minister said a task force would be formed to look into prices.", false},
		{"The ministry is ready to showcase its results.", false},
		{"The ministry is ready to send food to Liberia.", true},
		{"The senator declared himself winner.", false},
		{"Critics said the tour was a propaganda coup for China.", false},
		{"The envoy warned that rebels would attack the town.", false},
		{"Iran warned that its army would attack the town.", true},
		{"The chief warned that police would disperse the students.", true},
		{"The bishop announced, in protest, a day of fasting.", false},
		{"The mayor said the councils were responsible for civil defence.", false},
		{"The mayor said the councils were responsible for managing the roads.", false},
		{"The mayor said the rebels were responsible for the raid.", true},
		{"People who are in prison do not qualify.", false},
		{"Those convicted of fraud may not vote.", false},
		{"Two people convicted of treason by the court were flown out.", true},
		{"Jane Roe and John Doe looked into several options.", false},
		{"The sale of the factory has raised concerns among members of the party.", false},
	})
}

// TestBroadened reads objects that no row names: the verb alone is then enough, if
// somebody in politics takes part.
func TestBroadened(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, rule string }{
		{"The government eased its travel advice for Chad.", "broadened:CONCEDE/ease.v"},
		{"The army quelled the mood in the barracks.", "broadened:COERCE/quell.v"},
		{"The rebels renounced their old oath.", "broadened:CONCEDE/renounce.v"},
		{"The rain eased the heat.", ""},
		{"The minister raised his hand.", ""},
	} {
		rule := ""
		for _, f := range lex.Find(claimtest.Doc(t, c.text), nil) {
			if i := slices.IndexFunc(f.Rules, func(s string) bool { return strings.HasPrefix(s, broad) }); i >= 0 && f.Odds >= Likely {
				rule = f.Rules[i]
			}
		}
		if rule != c.rule {
			t.Errorf("%q: broadened by %q, want %q", c.text, rule, c.rule)
		}
	}
}

// TestEmbroiled reads what a union does in a report of politics and in one of its own.
func TestEmbroiled(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const politics = "The army arrested the minister. The president condemned the army. Troops attacked the palace. The parliament rejected the plan. "
	for text, want := range map[string]bool{
		politics + "The nurses met.": true,
		"The nurses met.":            false,
	} {
		if got := slices.ContainsFunc(lex.Find(claimtest.Doc(t, text), strangers{}), func(f Frame) bool {
			return f.Type == griot.Consult && f.Odds >= Likely
		}); got != want {
			t.Errorf("%q: likely is %v, want %v", text, got, want)
		}
	}
}

// monologue is speech from end to end.
type monologue struct{}

func (monologue) Told(int) bool { return true }

// TestSpoken reads what is demanded and whom it blames where the sentence has no
// verb of saying.
func TestSpoken(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text   string
		want   griot.Type
		spoken bool
	}{
		{"The army must answer for it.", griot.Request, true},
		{"The army must free the prisoners.", griot.Request, true},
		{"The ruling by the court was unjust.", griot.Accuse, true},
		{"The army must answer for it.", griot.Request, false},
	} {
		var speech Speech
		if c.spoken {
			speech = monologue{}
		}
		got := slices.ContainsFunc(lex.FindSpoken(claimtest.Doc(t, c.text), nil, speech), func(f Frame) bool {
			return f.Type == c.want && f.Voiced && f.Odds >= Likely
		})
		if got != c.spoken {
			t.Errorf("%q, spoken %v: found is %v", c.text, c.spoken, got)
		}
	}
}

// strangers is a cast that knows nobody.
type strangers struct{}

func (strangers) At(int) (griot.Actor, bool) { return griot.Actor{}, false }

// TestOutspoken tells the stands that private people take in public from what they
// say to one another.
func TestOutspoken(t *testing.T) {
	lex, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text   string
		likely bool
	}{
		{"The families disputed the report.", true},
		{"The nurses denounced the cuts.", true},
		{"The nurse asked the driver to stop.", false},
		{"The farmer mocked his neighbours.", false},
	} {
		likely := slices.ContainsFunc(lex.Find(claimtest.Doc(t, c.text), strangers{}), func(f Frame) bool { return f.Odds >= Likely })
		if likely != c.likely {
			t.Errorf("%q: likely is %v, want %v", c.text, likely, c.likely)
		}
	}
}
