package where

import (
	"math"
	"strings"
	"sync"
	"testing"

	"griot"
	"griot/claim/where/atlas"
	"griot/data"
	"griot/text"
	"griot/text/segment"
)

// once opens the gazetteer for all tests.
var once = sync.OnceValues(func() (*Resolver, error) { return New() })

func resolver(t *testing.T) *Resolver {
	t.Helper()
	r, err := once()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestGazetteer(t *testing.T) {
	packed, err := data.Gazetteer.ReadFile("gazetteer/places.bin")
	if err != nil {
		t.Fatal(err)
	}
	if len(packed) > 6_000_000 {
		t.Errorf("the gazetteer has %d bytes, more than 6 MB", len(packed))
	}
	if n := resolver(t).atlas.Len(); n < 200_000 {
		t.Errorf("the gazetteer has only %d places", n)
	}
}

func find(t *testing.T, body string) *Places {
	t.Helper()
	d := &text.Doc{Report: griot.Report{Text: body, Language: "en"}}
	if err := segment.Run(d); err != nil {
		t.Fatal(err)
	}
	return resolver(t).Find(d)
}

// named is the first toponym of those words.
func (p *Places) named(words string) *Toponym {
	for i := range p.All {
		if p.All[i].Place.Words == words {
			return &p.All[i]
		}
	}
	return nil
}

// The mistakes that users of other geoparsers reported.
func TestReportedMistakes(t *testing.T) {
	for _, c := range []struct{ text, words, country, admin1 string }{
		{"The firm moved from Long Beach, CA to Reno last year.", "Long Beach", "US", "California"},
		{"She was born in Bangor, Maine, in 1950.", "Bangor", "US", "Maine"},
		{"She was born in Bangor, Northern Ireland, in 1950.", "Bangor", "GB", "Northern Ireland"},
		{"Governors met in Albany on Monday, said officials from New York and Buffalo.", "Albany", "US", "New York"},
		{"Ships left the USA for Liberia.", "USA", "US", ""},
		{"Rebels raided Mambasa, in eastern Congo, on Friday.", "Mambasa", "CD", ""},
		{"Rebels of Congo struck near Mambasa, the army of Congo said. Congo sent soldiers.", "Mambasa", "CD", ""},
		{"Leaders from across Africa met in Addis Ababa.", "Africa", "", ""},
		{"European leaders condemned the coup.", "European", "", ""},
		{"Paris, Texas, has a tower of its own.", "Paris", "US", "Texas"},
		{"Soldiers entered the presidential palace in Niamey, the capital of Niger.", "Niamey", "NE", "Niamey"},
		{"Soldiers entered the presidential palace in Niamey, the capital of Niger.", "Niger", "NE", ""},
	} {
		p := find(t, c.text)
		got := p.named(c.words)
		if got == nil {
			t.Errorf("%q: %q was not found in %v", c.text, c.words, p.All)
			continue
		}
		if got.Place.Country != c.country || got.Place.Admin1 != c.admin1 {
			t.Errorf("%q: %q is in %s, %s: %s", c.text, c.words, got.Place.Admin1, got.Place.Country, got.Place.Reason)
		}
	}
}

// A name that is no place, or not a place here.
func TestNoPlace(t *testing.T) {
	for _, c := range []struct{ text, words string }{
		{"In March, they met again.", "March"}, {"Mr. Houston said so.", "Houston"}, {"They live on Lebanon Street.", "Lebanon"},
		{"Reading is fun.", "Reading"}, {"He went IN and out.", "IN"}, {"The White House said no.", "White House"},
	} {
		if got := find(t, c.text).named(c.words); got != nil {
			t.Errorf("%q: %q was taken for %s, %s", c.text, c.words, got.Place.Name, got.Place.Country)
		}
	}
}

// Villages that the gazetteer lacks are put where the text says.
func TestVillages(t *testing.T) {
	for _, c := range []struct {
		text, words string
		lat, lon    float64
		within      float64 // km from the point, at most the radius given
	}{
		{"The convoy was hit in the village of Kwatalo, in the Tillaberi region of Niger.", "Kwatalo", 14, 1.8, 250},
		{"Gunmen entered the village of Kwatalo, 40 km from Niamey.", "Kwatalo", 13.51, 2.11, 50},
		{"The attack took place between the villages of Kwatalo and Ouallam in Niger.", "Kwatalo", 14.32, 2.09, 60},
		{"Soldiers of Niger patrolled Niger's south. They died in the village of Kwatalo, near the border with Benin.", "Kwatalo", 12, 3.3, 300},
		{"Gunmen burned Kwatalo village near Ouallam in Niger. Kwatalo village lies in ruins.", "Kwatalo", 14.32, 2.09, 60},
	} {
		got := find(t, c.text).named(c.words)
		if got == nil {
			t.Errorf("%q: %q was not found", c.text, c.words)
			continue
		}
		p := got.Place
		if p.RadiusKm == 0 || p.RadiusKm > c.within || atlas.Km(p.Lat, p.Lon, c.lat, c.lon) > c.within {
			t.Errorf("%q: %q is within %.0f km of %.2f, %.2f: %s", c.text, c.words, p.RadiusKm, p.Lat, p.Lon, p.Reason)
		}
		if p.GeonameID != 0 || p.Odds >= 0.8 || p.Country != "NE" {
			t.Errorf("%q: an inferred place has ID %d, odds %.2f, country %q", c.text, p.GeonameID, p.Odds, p.Country)
		}
	}
}

func TestVillageWithoutTies(t *testing.T) {
	got := find(t, "They fled to the village of Kwatalo.").named("Kwatalo")
	if got == nil || got.Place.RadiusKm != 0 || got.Place.Odds != 0 || got.Place.Name != "Kwatalo" {
		t.Errorf("a village that nothing is said of became %+v", got)
	}
}

func TestReadPlaces(t *testing.T) {
	dump := "2595294\tTorodi\tTorodi\tTorody\t13.12\t1.8\tP\tPPL\tNE\t\t11\t\t\t\t4000\t\t220\tAfrica/Niamey\t2012-01-01\n"
	table := "name,lat,lon,country,names\nTorodi,13.12,1.8,ne,Torody|Toorodi\n"
	for name, body := range map[string]string{"NE.txt": dump, "mine.csv": table} {
		entries, err := ReadPlaces(strings.NewReader(body), name)
		if err != nil || len(entries) != 1 {
			t.Fatalf("%s: %v, %v", name, entries, err)
		}
		r, err := New(entries...)
		if err != nil {
			t.Fatal(err)
		}
		c := r.Resolve("Torody, Niger", []Span{{0, 6}, {8, 13}}, nil)[0]
		if c.Name != "Torodi" || c.Country != "NE" || math.Abs(c.Lat-13.12) > 0.001 {
			t.Errorf("%s: found %+v", name, c)
		}
	}
	for name, body := range map[string]string{"a.txt": "one\ttwo\n", "b.csv": "name,lat\nX,1\n", "c.csv": "name,lat,lon\nX,95,1\n", "d.csv": ""} {
		if _, err := ReadPlaces(strings.NewReader(body), name); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
}

// A village that shares its name with a town elsewhere is not put there.
func TestNamesakes(t *testing.T) {
	for _, c := range []struct{ text, words string }{
		{"Gunmen killed soldiers between the villages of Boni and Kwatalo in the Tillaberi region of Niger.", "Boni"},
		{"Soldiers died in Oxford, a village in the Tillaberi region of Niger.", "Oxford"},
	} {
		got := find(t, c.text).named(c.words)
		if got == nil || got.Place.Country != "NE" || got.Place.GeonameID != 0 {
			t.Errorf("%q: %q became %+v", c.text, c.words, got)
		}
	}
	got := find(t, "The minister flew from Paris, a blow to France in Niger.").named("Paris")
	if got == nil || got.Place.Country != "FR" {
		t.Errorf("Paris became %+v", got)
	}
}

// A small place in a country that the report does not speak of is no place of
// that report: it lies in the country at hand, or the report does not say where.
func TestStrays(t *testing.T) {
	for _, c := range []struct{ text, words, country string }{
		// a variant of a far city's name
		{"Soldiers killed four farmers in Boni, officials said.\n\nThe army of Mali denied it.", "Boni", ""},
		{"Soldiers of Mali killed four farmers in Boni, officials in Mali said.", "Boni", "ML"},
		// villages and towns with namesakes
		{"Gunmen killed two people in Arena, the police of Peru said. Peru sent soldiers.", "Arena", "PE"},
		{"Residents of Playa Blanca, in Costa Rica, closed the road.", "Playa Blanca", "CR"},
		// the country, its division or another place near it is spoken of
		{"Residents of Playa Blanca, in Spain, closed the road.", "Playa Blanca", "ES"},
		{"The minister of Peru spoke in Wantage and Oxford.", "Wantage", "GB"},
		// great places need nobody to speak for them
		{"The president of Mali flew to Munich.", "Munich", "DE"},
		{"The president of Mali flew to the Hague.", "Hague", "NL"},
		{"Ships of Chile crossed the Pacific.", "Pacific", ""},
		// no report about another country
		{"Gunmen killed two people in Wantage.", "Wantage", "GB"},
	} {
		got := find(t, c.text).named(c.words)
		if got == nil || got.Place.Country != c.country {
			t.Errorf("%q: %q became %+v, not a place in %q", c.text, c.words, got, c.country)
		}
	}
}

// Of a name that places everywhere have, the best known one in every country is
// weighed, however many greater ones there are elsewhere.
func TestCommonNames(t *testing.T) {
	for key, countries := range map[string]string{"san jose": "CR US ES PA HN NI", "san antonio": "US CL CU UY BZ", "santa rosa": "AR CL VE PA NI"} {
		seen := map[string]bool{}
		cs := resolver(t).candidates(key)
		for i, c := range cs {
			seen[c.Country] = true
			if i > 0 && c.fame > cs[i-1].fame {
				t.Errorf("%s: %s stands behind a lesser place", key, c.Name)
			}
		}
		if len(cs) > widest {
			t.Errorf("%s: %d places are weighed, more than %d", key, len(cs), widest)
		}
		for _, country := range strings.Fields(countries) {
			if !seen[country] {
				t.Errorf("no %s in %s is weighed", key, country)
			}
		}
	}
}
