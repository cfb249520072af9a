package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestNamesAreSwappedForTheirLike(t *testing.T) {
	n, c := small(t)
	n.rng = rand.New(rand.NewPCG(1, 1))
	c.book = nameBook{}
	for _, name := range strings.Split("Ada Bola Chidi Dayo Emeka Femi Gbenga Habiba Ijeoma Jide Kemi", " ") {
		c.book.add("PER", []string{name, name + "son"})
	}
	tr := &trainer{options: options{recipe: recipe{swapped: 1}}, corpus: c, net: n}
	s := c.samples[len(c.samples)-1]
	r := tr.swapped(s)
	if slices.Equal(r.forms, s.forms) || !strings.HasSuffix(r.forms[1], "son") || !slices.Equal(r.names, s.names) {
		t.Errorf("%v became %v", s.forms, r.forms)
	}
	if r.rows[2] == s.rows[2] || s.forms[0] != "Bola" {
		t.Errorf("the rows of %v are those of %v", r.forms, s.forms)
	}
	if want := "ORG X of X"; pattern("ORG", []string{"Bank", "of", "Azania"}) != want {
		t.Errorf("the pattern is not %q", want)
	}
}
