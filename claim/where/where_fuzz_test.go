package where

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

func FuzzReadPlaces(f *testing.F) {
	f.Add([]byte("name,lat,lon,country\nBoni,13.1,1.8,NE\n"), true)
	f.Add([]byte(strings.Join([]string{"1", "Boni", "Boni", "", "13.1", "1.8", "P", "PPL", "NE", "", "07", "", "", "", "100", "", "", "", ""}, "\t")), false)
	f.Fuzz(func(t *testing.T, b []byte, table bool) {
		name := "NE.txt"
		if table {
			name = "own.csv"
		}
		places, err := ReadPlaces(bytes.NewReader(b), name)
		if err != nil {
			return
		}
		for _, p := range places {
			if !(math.Abs(p.Lat) <= 90) || !(math.Abs(p.Lon) <= 180) || p.Name == "" {
				t.Fatalf("%+v is nowhere", p)
			}
		}
	})
}
