package what

import (
	"testing"

	"griot"
)

// TestNamedActs tells acts that a noun takes for granted from those it only speaks of.
func TestNamedActs(t *testing.T) {
	checkTelling(t, []telling{
		{"The razing of the village has left hundreds homeless.", true},
		{"The razing of the village would anger the king.", false},
		{"The closure of the border has stranded traders.", true},
		{"The closure of the border requires a vote.", false},
		{"Prices rose after clashes between two clans.", true},
		{"Prices rose after the clashes.", false},
		{"Several were freed on Monday.", true},
		{"Those in custody are many.", false},
		{"The crews battled the blaze.", false},
		{"The kidnappers let the women go.", true},
		{"The minister let the women go back to work.", false},
	})
}

// TestPartiesOfNamedActs reads who acts on whom where the verb is a noun, or its
// parties stand elsewhere in the tree.
func TestPartiesOfNamedActs(t *testing.T) {
	checkTaking(t, []taking{
		{"The razing of the village by soldiers angered the king.", griot.Assault, "soldiers > village"},
		{"The jailing of two editors by a court angered the king.", griot.Coerce, "court > editors"},
		{"Among those arrested was the editor of a weekly.", griot.Coerce, "> editor"},
		{"Police arrested two and released one.", griot.Retreat, "Police >"},
		{"The governor ordered residents indoors and suspended classes as rival gangs fought running battles.", griot.Coerce, "governor > classes"},
		{"Youths beat up two reporters.", griot.Assault, "Youths > reporters"},
		{"The opposition alliance plans to block the port.", griot.Threaten, "alliance >"},
	})
}
