package fuse

import (
	"testing"

	"griot"
)

func TestInitialsAreTheNameTheyStandFor(t *testing.T) {
	actor := func(id, name, kind string) griot.ActorFacts { return griot.ActorFacts{ID: id, Name: name, Kind: kind} }
	same := initials([]griot.Reading{
		{Actors: []griot.ActorFacts{actor("1", "Front for the Renewal of Ituri", "organisation"), actor("2", "Union of Farmers and Growers", "organisation")}},
		{Actors: []griot.ActorFacts{actor("3", "FRI", "group"), actor("4", "UFG", "organisation"), actor("5", "United Front of Guerrillas", "group")}},
		{Actors: []griot.ActorFacts{actor("6", "Ana Bel Cruz", "person"), actor("7", "ABC", "organisation")}},
	})
	if same["3"].ID != "1" {
		t.Errorf("FRI is %q, want the Front for the Renewal of Ituri", same["3"].Name)
	}
	if full, ok := same["4"]; ok {
		t.Errorf("UFG is %q though two bodies have these initials", full.Name)
	}
	if full, ok := same["7"]; ok {
		t.Errorf("ABC is the person %q", full.Name)
	}
}
