package who

import (
	"testing"

	"griot"
	"griot/text"
)

func TestTheHomeOfAnOutlet(t *testing.T) {
	d := directory(t)
	for _, x := range []struct {
		outlet, url, iso string
		local            bool
	}{
		{"Bangkok Post", "", "THA", true},
		{"Reuters", "", "GBR", false},
		{"", "https://www.reuters.com/world/1", "GBR", false},
		{"", "https://www.nairobidispatch.com/a", "KEN", true},
		{"", "https://newsghana.com/a", "GHA", true},
		{"", "https://www.thestandard.com.hk/a", "HKG", true},
		{"", "https://www.moscowtimes.com/a", "RUS", true},
		{"Coastal Herald", "", "", false},
	} {
		c := &Cast{dir: d, doc: &text.Doc{Report: griot.Report{Outlet: x.outlet, URL: x.url}}}
		if iso, local := c.home(); iso != x.iso || local != x.local {
			t.Errorf("%s %s: home is %q, local %v, not %q, %v", x.outlet, x.url, iso, local, x.iso, x.local)
		}
	}
}

func TestALocalOutletsStoryIsItsCountrys(t *testing.T) {
	doc := parsed(summer, "Police/NOUN/2/nsubj arrested/VERB/0/root two/NUM/4/nummod Malians/PROPN/2/obj ./PUNCT/2/punct")
	for url, code := range map[string]string{"https://newsghana.com/a": "GHA COP", "https://reuters.com/a": "MLI COP"} {
		doc.Report.URL = url
		if a, _ := directory(t).Cast(doc).At(0); a.Code != code {
			t.Errorf("%s: the police are %q, not %q", url, a.Code, code)
		}
	}
}
