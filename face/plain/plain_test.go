package plain_test

import (
	"testing"

	"griot/face/plain"
)

func TestLine(t *testing.T) {
	for s, want := range map[string]string{
		"two\n lines\t here ":   "two lines here",
		"\x1b[31mred\x07\u009b": "[31mred",
		"Tillabéri, «ok»":       "Tillabéri, «ok»",
	} {
		if got := plain.Line(s); got != want {
			t.Errorf("Line(%q) = %q, want %q", s, got, want)
		}
	}
}
