package eval

import (
	"maps"
	"testing"
)

// TestMUCScore holds the scorer to the rules of 1992: what pairs, what is counted
// of templates that do not, and what a fill earns.
func TestMUCScore(t *testing.T) {
	attack := func(typ, target, org, how string) mucIncident {
		m := mucIncident{typ: []string{typ}, stage: []string{accomplished}, confidence: map[string][]string{}, slots: map[string][][]string{"hum_tgt": {{target}}}}
		if org != "" {
			m.confidence[org] = []string{how}
		}
		return m
	}
	key := []mucIncident{attack("BOMBING", "the mayor", "Red Front/RF", accusedByOffice)}
	twice := attack("BOMBING", "mayor", "Red Front", accusedByOffice)
	twice.confidence["RF"] = []string{accusedByOffice}
	for _, c := range []struct {
		name  string
		found []mucIncident
		want  map[string]float64
	}{
		{"right", []mucIncident{attack("BOMBING", "mayor", "Red Front", accusedByOffice)},
			map[string]float64{"type_f1": 1, "confidence_recall": 1, "confidence_precision": 1}},
		{"half right where it is more general", []mucIncident{attack("BOMBING", "mayor", "RF", accusedPlain)},
			map[string]float64{"confidence_recall": .5, "confidence_precision": .5}},
		{"no pair without a participant in common", []mucIncident{attack("BOMBING", "a bus", "Red Front", accusedByOffice)},
			map[string]float64{"type_f1": 0, "confidence_recall": 0, "confidence_precision": 0}},
		{"an attack pairs with a bombing, its type is wrong", []mucIncident{attack("ATTACK", "mayor", "Red Front", accusedByOffice)},
			map[string]float64{"type_f1": 0, "confidence_recall": 1}},
		{"a spurious template costs precision", []mucIncident{attack("BOMBING", "mayor", "Red Front", accusedByOffice), attack("ARSON", "a bus", "RF", reportedAsFact)},
			map[string]float64{"confidence_precision": .5, "confidence_precision_matched": 1, "confidence_recall": 1}},
		{"a fill of the key is earned once", []mucIncident{twice},
			map[string]float64{"confidence_recall": 1, "confidence_precision": .5}},
	} {
		s := mucScore{}
		s.add(c.found, key)
		got := maps.Clone(s.result().Figures)
		for name, want := range c.want {
			if got[name] != want {
				t.Errorf("%s: %s is %v, want %v", c.name, name, got[name], want)
			}
		}
	}
}
