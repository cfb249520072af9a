package atlas

import (
	"bytes"
	"slices"
	"testing"
)

var sample = []Entry{
	{Place: Place{ID: 3, Name: "Ouallam", Kind: Town, Country: "NE", Admin1: "09", Lat: 14.316, Lon: 2.086, Population: 7500}, Names: []string{"Oualam"}},
	{Place: Place{ID: 1, Name: "Niger", Kind: Country, Country: "NE", Lat: 16, Lon: 8, Population: 22000000, RadiusKm: 630}, Peoples: []string{"Nigerien"}},
	{Place: Place{ID: 2, Name: "Tillabéri", Kind: Admin1, Country: "NE", Admin1: "09", Lat: 14, Lon: 1.5, RadiusKm: 150}},
	{Place: Place{ID: 4, Name: "Saint-Louis", Kind: Town, Country: "SN", Admin1: "14", Lat: 16.02, Lon: -16.5, Population: 250000}},
}

func open(t *testing.T, entries []Entry) *Atlas {
	t.Helper()
	var b bytes.Buffer
	if err := Pack(&b, entries); err != nil {
		t.Fatal(err)
	}
	a, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestFind(t *testing.T) {
	a := open(t, sample)
	for _, c := range []struct {
		name, want string
		people     bool
	}{
		{"Ouallam", "Ouallam", false}, {"OUALAM", "Ouallam", false}, {"Tillaberi", "Tillabéri", false},
		{"Nigerien", "Niger", true}, {"St. Louis", "Saint-Louis", false}, {"Saint Louis", "Saint-Louis", false},
	} {
		s := a.Find(Key(c.name))
		if len(s) != 1 || a.Place(s[0].Row).Name != c.want || s[0].People != c.people {
			t.Errorf("Find(%q) = %v, want %s", c.name, s, c.want)
		}
	}
	if s := a.Find("ouall"); s != nil {
		t.Errorf("part of a name found %v", s)
	}
	if got := a.Division("NE", "09"); got != "Tillabéri" {
		t.Errorf("Division = %q", got)
	}
}

func TestRoundTrip(t *testing.T) {
	a := open(t, sample)
	p := a.Place(a.Find("ouallam")[0].Row)
	if p.ID != 3 || p.Country != "NE" || p.Admin1 != "09" || Km(p.Lat, p.Lon, 14.316, 2.086) > 0.2 {
		t.Errorf("place came back as %+v", p)
	}
	if p.Population < 6700 || p.Population > 8400 {
		t.Errorf("population came back as %d", p.Population)
	}
	if n := a.Place(a.Find("niger")[0].Row); n.RadiusKm < 600 || n.RadiusKm > 660 {
		t.Errorf("radius came back as %g", n.RadiusKm)
	}
}

func TestPackIsDeterministic(t *testing.T) {
	var a, b bytes.Buffer
	turned := slices.Clone(sample)
	slices.Reverse(turned)
	if Pack(&a, sample) != nil || Pack(&b, turned) != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the order of the entries shows in the packed bytes")
	}
}

func TestOpenDamaged(t *testing.T) {
	var b bytes.Buffer
	if err := Pack(&b, sample); err != nil {
		t.Fatal(err)
	}
	for n := range b.Len() {
		if _, err := Open(b.Bytes()[:n]); err == nil {
			t.Fatalf("opened a gazetteer cut off after %d bytes", n)
		}
	}
}

func TestWith(t *testing.T) {
	a := open(t, sample)
	own := a.With(Entry{Place: Place{Name: "Torodi", Kind: Town, Country: "NE", Lat: 13.12, Lon: 1.8}})
	s := own.Find("torodi")
	if len(s) != 1 || own.Place(s[0].Row).Name != "Torodi" {
		t.Errorf("the user's place is found as %v", s)
	}
	if len(own.Find("ouallam")) != 1 {
		t.Error("the user's place hid another")
	}
	if len(a.Find("torodi")) != 0 {
		t.Error("the user's place is in the atlas that it was put beside")
	}
}
