package plot_test

import (
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"griot"
	"griot/data"
	"griot/face/plot"
)

const attack = `"><script>alert(1)</script>`

// brokenPath is a command of a path without its numbers.
var brokenPath = regexp.MustCompile(` d="[^"]*[MlvL]([MlZz]|")`)

// drawn checks that a picture is well-formed and small.
func drawn(t *testing.T, name, svg string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	if strings.Contains(svg, "<script") || strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
		t.Errorf("%s holds what it must not: %.300s", name, svg)
	}
	if bad := brokenPath.FindString(svg); bad != "" {
		t.Errorf("%s has a path that breaks off: %s", name, bad)
	}
	if len(svg) > 70_000 {
		t.Errorf("%s has %d bytes", name, len(svg))
	}
}

func TestLanesOfAnyDays(t *testing.T) {
	for name, bars := range map[string][]plot.Bar{
		"none":    nil,
		"one day": {{From: 700_000, To: 700_000}},
		"open":    {{To: 700_000}, {From: 700_000}, {}},
		"ages":    {{From: 1, To: 3_600_000, Title: attack, Class: "q4", Href: attack}},
	} {
		lanes := []plot.Lane{{Label: attack, Bars: bars}}
		drawn(t, name, string(plot.Lanes(lanes, 700_000, 700_000, 700_001, attack)))
		drawn(t, name, string(plot.Lanes(lanes, 1, 3_600_000, 0, attack)))
	}
}

func TestOverlappingBarsAreStacked(t *testing.T) {
	height := func(days ...griot.Day) string {
		var bars []plot.Bar
		for _, d := range days {
			bars = append(bars, plot.Bar{From: d, To: d + 5})
		}
		svg := string(plot.Lanes([]plot.Lane{{Bars: bars}}, 700_000, 700_100, 0, ""))
		_, after, _ := strings.Cut(svg, "viewBox=")
		return strings.Fields(after)[3]
	}
	if apart, over := height(700_000, 700_050), height(700_000, 700_002); apart == over {
		t.Errorf("bars that overlap take as much height as bars that do not: %s", apart)
	}
}

func TestSeriesOfAnyAmounts(t *testing.T) {
	for name, points := range map[string][]plot.Point{
		"none": nil,
		"zero": {{From: 700_000, To: 700_000}},
		"huge": {{From: 700_000, To: 700_009, Min: 1, Max: 1 << 62, Title: attack}, {From: 700_003, To: 700_003, Min: 5, Max: -1}},
	} {
		drawn(t, name, string(plot.Series(points, 700_000, 700_010, attack)))
	}
}

func TestMapsOfTheWorldAndOfAPlace(t *testing.T) {
	world, detail, borders := basemap(t, "world"), basemap(t, "detail"), basemap(t, "admin1")
	svg := string(plot.Map(world, nil, plot.World, nil, "world"))
	drawn(t, "world", svg)
	if n := strings.Count(svg, "<path"); n < 150 {
		t.Errorf("the world has %d countries", n)
	}
	for name, at := range map[string][2]float64{"Niamey": {13.5, 2.1}, "Fiji": {-17.8, 179.9}, "pole": {89, 0}, "Oslo": {59.9, 10.7}} {
		marks := []plot.Mark{{Lat: at[0], Lon: at[1], RadiusKm: 1e9, Count: 3, Label: attack, Title: attack, Href: "#p1"}}
		view, beyond := plot.Fit(marks)
		if beyond != 0 {
			t.Errorf("%s lies outside its own view", name)
		}
		drawn(t, name, string(plot.Map(detail, borders, view, marks, name)))
	}
	europe := plot.View{West: 5, South: 39, East: 39, North: 57} // nowhere are there more divisions
	drawn(t, "Europe", string(plot.Map(detail, borders, europe, nil, "Europe")))
}

func basemap(t *testing.T, name string) *data.Basemap {
	t.Helper()
	m, err := data.OpenBasemap(name)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestBordersWithinACountryAreDrawn(t *testing.T) {
	niger := plot.View{West: 0, South: 11, East: 16, North: 20}
	svg := string(plot.Map(basemap(t, "detail"), basemap(t, "admin1"), niger, nil, ""))
	_, path, found := strings.Cut(svg, `class="admin"`)
	path, _, _ = strings.Cut(path, "/>")
	if n := strings.Count(path, "M"); !found || n < 20 {
		t.Errorf("%d lines between the regions of Niger and its neighbours", n)
	}
}

func TestAmount(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1500: "1,500", 30_000: "30,000", 2_500_000: "2.5 m", 1_000_000_000: "1 bn"} {
		if got := plot.Amount(n); got != want {
			t.Errorf("Amount(%d) = %q, want %q", n, got, want)
		}
	}
}
