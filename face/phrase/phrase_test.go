package phrase_test

import (
	"testing"

	"griot/face/phrase"
)

func TestMany(t *testing.T) {
	for want, got := range map[string]string{
		"1 report": phrase.Many(1, "report"), "0 reports": phrase.Many(0, "report"), "12,000 claims": phrase.Many(12_000, "claim"),
		"2 countries": phrase.Many(2, "country"), "1,234,567 events": phrase.Many(1_234_567, "event"), "-999": phrase.Number(-999), "-1,000": phrase.Number(-1000),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNamesOfBodiesHaveAnArticle(t *testing.T) {
	for name, want := range map[string]string{
		"State Department": "the State Department", "Armed Forces of Chad": "the Armed Forces of Chad", "Office for Refugees": "the Office for Refugees",
		"Turkish news agency": "the Turkish news agency", "a state agency": "a state agency", "Amina Diallo": "Amina Diallo", "local media": "local media",
		"Kenya's High Court": "Kenya's High Court", "The Court": "The Court", "": "",
	} {
		if got := phrase.Named(name); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
