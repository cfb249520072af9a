package data_test

import (
	"testing"

	"griot/data"
)

func TestBasemapRingsAreClosed(t *testing.T) {
	for _, name := range []string{"world", "detail"} {
		m, err := data.OpenBasemap(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Countries) < 170 {
			t.Errorf("%s: %d countries; the world has more", name, len(m.Countries))
		}
		for _, c := range m.Countries {
			for _, ring := range c.Rings {
				for i, n := range ring {
					_, end := ends(m, n)
					start, _ := ends(m, ring[(i+1)%len(ring)])
					if end != start {
						t.Errorf("%s: %s: line %d ends at %v, the next begins at %v", name, c.Name, n, end, start)
					}
				}
			}
		}
	}
}

func ends(m *data.Basemap, n int) (first, last data.LonLat) {
	if n < 0 {
		line := m.Lines[^n]
		return line[len(line)-1], line[0]
	}
	line := m.Lines[n]
	return line[0], line[len(line)-1]
}
