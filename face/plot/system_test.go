package plot_test

import (
	"strings"
	"testing"

	"griot/face/plot"
)

func TestASystemShowsEveryTie(t *testing.T) {
	tie := func(words string, out bool) plot.Tie {
		return plot.Tie{Fact: plot.Fact{Text: words, Since: "3 Aug", Class: "cut", Title: words, Href: "#h_1"}, Out: out, In: !out}
	}
	hubs := []plot.Hub{
		{Node: plot.Node{Name: "Torland", Facts: []plot.Fact{{Text: "borders closed", Href: "#h_2"}}}, Spokes: []plot.Spoke{
			{Node: plot.Node{Name: "Lake Union", Href: "/actors/a_1"}, Ties: []plot.Tie{tie("sanctions", false), tie("talks refused", true)}},
			{Node: plot.Node{Name: "Kofi"}, Ties: []plot.Tie{tie("head of state", false)}},
		}},
		{Node: plot.Node{Name: "Sea Guard", Facts: []plot.Fact{{Text: "on alert", Href: "#h_3"}}}},
	}
	svg := string(plot.System(hubs, "system"))
	drawn(t, "system", svg)
	for _, words := range []string{"Torland", "Lake Union", "Kofi", "Sea Guard", "borders closed", "sanctions, 3 Aug", "talks refused, 3 Aug", "head of state, 3 Aug", "on alert"} {
		if !strings.Contains(svg, ">"+words+"<") {
			t.Errorf("the drawing does not say %q", words)
		}
	}
	if n := strings.Count(svg, "<path class=\"tip"); n != 3 {
		t.Errorf("%d arrows for 3 ties", n)
	}
}

func TestASystemOfAnyNames(t *testing.T) {
	many := plot.Hub{Node: plot.Node{Name: strings.Repeat(attack, 50)}}
	for range 12 {
		many.Spokes = append(many.Spokes, plot.Spoke{Node: plot.Node{Name: attack, Href: attack}, Ties: []plot.Tie{{Fact: plot.Fact{Text: strings.Repeat("long ", 99), Title: attack, Href: attack}}}})
	}
	for name, hubs := range map[string][]plot.Hub{"none": nil, "many": {many, many, many, many}, "alone": {{Node: plot.Node{Name: attack}}}} {
		drawn(t, name, string(plot.System(hubs, attack)))
	}
}
