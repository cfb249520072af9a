package claim_test

import "testing"

func TestGamesAreNoConflict(t *testing.T) {
	claims := reading(t)
	for _, row := range []struct {
		text string
		want int
	}{
		{"The visitors attacked from the start, and the midfielder scored his third goal of the season. They clash with the champions in the semi-final.", 0},
		{"Police arrested 12 fans after clashes outside the stadium before the football match.", 1},
		{"Rebels attacked the town with mortars.", 1},
	} {
		if got := claims(row.text); len(got) != row.want {
			t.Errorf("%s: %d claims, want %d: %+v", row.text, len(got), row.want, got)
		}
	}
}
