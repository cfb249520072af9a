package fuse

import (
	"testing"

	"griot"
)

func TestInitialsAreTheNameTheyStandFor(t *testing.T) {
	actor := func(id, name, kind string) *griot.ActorFacts {
		return &griot.ActorFacts{ID: id, Name: name, Kind: kind}
	}
	same := initials([]kept{
		{actors: []*griot.ActorFacts{actor("1", "Front for the Renewal of Ituri", "organisation"), actor("2", "Union of Farmers and Growers", "organisation")}},
		{actors: []*griot.ActorFacts{actor("3", "FRI", "group"), actor("4", "UFG", "organisation"), actor("5", "United Front of Guerrillas", "group")}},
		{actors: []*griot.ActorFacts{actor("6", "Ana Bel Cruz", "person"), actor("7", "ABC", "organisation")}},
	})
	if full := same["3"]; full == nil || full.ID != "1" {
		t.Errorf("FRI is %v, want the Front for the Renewal of Ituri", full)
	}
	if full, ok := same["4"]; ok {
		t.Errorf("UFG is %q though two bodies have these initials", full.Name)
	}
	if full, ok := same["7"]; ok {
		t.Errorf("ABC is the person %q", full.Name)
	}
}
