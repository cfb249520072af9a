package fuse

import (
	"testing"

	"griot"
)

func TestVillagesShareTheirAnchor(t *testing.T) {
	claim := func(name, country string, radius, lat float64) *griot.Claim {
		return &griot.Claim{Where: &griot.Place{Name: name, Country: country, RadiusKm: radius, Lat: lat, Words: name}}
	}
	wide, narrow, bare := claim("Boni", "NE", 200, 14), claim("boni", "NE", 25, 13), claim("Boni", "NE", 0, 0)
	elsewhere, listed := claim("Boni", "ML", 300, 15), claim("Boni", "NE", 0, 0)
	listed.Where.GeonameID = 7
	r := &record{claims: []*griot.Claim{wide, narrow, bare, elsewhere, listed}}
	r.shareVillages()
	for _, c := range []*griot.Claim{wide, narrow, bare} {
		if c.Where.RadiusKm != 25 || c.Where.Lat != 13 {
			t.Errorf("%+v does not have the narrowest anchor", c.Where)
		}
	}
	if elsewhere.Where.RadiusKm != 300 || listed.Where.Lat != 0 {
		t.Errorf("a place of another country or of the gazetteer was moved: %+v, %+v", elsewhere.Where, listed.Where)
	}
}
