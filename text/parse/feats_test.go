package parse

import "testing"

func TestRowsFindVectors(t *testing.T) {
	l := NewLexicon([]string{"coup"}, nil, []int32{VectorEntry("junta"), VectorEntry("2023")})
	rows := l.Rows([]string{"Junta", "1999", "coup"})
	for i, want := range []int32{1, 2, 0} {
		if got := rows[i][VectorAt]; got != want {
			t.Errorf("word %d has vector %d, want %d", i, got, want)
		}
	}
	if r := rows[0].Strange(); r[VectorAt] != 1 || r[0] != 0 {
		t.Errorf("a strange word is %v", r)
	}
	if r := rows[0].Bare(); r[VectorAt] != 0 || r[1] != rows[0][1] {
		t.Errorf("a word without a vector is %v", r)
	}
}
