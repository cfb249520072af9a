package atlas

import "testing"

// FuzzRead opens damaged gazetteers; what is fuzzed is what they unpack to.
func FuzzRead(f *testing.F) {
	raw, err := write([]Entry{{Place: Place{Name: "Boni", Country: "NE", Lat: 13, Lon: 1.8, ID: 7}, Names: []string{"Bony"}}, {Place: Place{Name: "Téra", Country: "NE", Lat: 14, Lon: 0.8, ID: 8}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := read(raw)
		if err != nil {
			return
		}
		for i := range min(a.Len(), 100) {
			a.Place(i)
		}
		a.Find("boni")
		a.Division("NE", "07")
	})
}
