package atlas

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"sort"
)

// Sense is a place that a name may mean.
type Sense struct {
	Row    int  // for Atlas.Place
	People bool // the name is the word for the people: "Nigeriens"
}

// extra holds the user's places; their rows follow the packed ones.
type extra struct {
	places []Place
	senses map[string][]Sense
}

// With is the atlas with places of the user's own beside it. The atlas itself
// stays as it is.
func (a *Atlas) With(entries ...Entry) *Atlas {
	with := *a
	with.extra = extra{slices.Clone(a.extra.places), maps.Clone(a.extra.senses)}
	for _, e := range entries {
		row := with.Len()
		with.extra.places = append(with.extra.places, e.Place)
		for _, n := range append([]string{e.Name}, e.Names...) {
			with.extra.note(Key(n), Sense{Row: row})
		}
		for _, n := range e.Peoples {
			with.extra.note(Key(n), Sense{Row: row, People: true})
		}
	}
	return &with
}

func (x *extra) note(key string, s Sense) {
	if key == "" || slices.Contains(x.senses[key], s) {
		return
	}
	if x.senses == nil {
		x.senses = map[string][]Sense{}
	}
	x.senses[key] = append(slices.Clip(x.senses[key]), s)
}

// Len is the number of places.
func (a *Atlas) Len() int { return len(a.rows) + len(a.extra.places) }

// Place is the place of a row.
func (a *Atlas) Place(i int) Place {
	if i >= len(a.rows) {
		return a.extra.places[i-len(a.rows)]
	}
	r := a.rows[i]
	in := a.areas[r.area]
	p := Place{ID: int(r.id), Name: a.names[r.name:r.end], Kind: Kind(r.kind), Country: in.country, Admin1: in.admin1, Admin2: in.admin2,
		Lat: float64(r.lat) / 1000, Lon: float64(r.lon) / 1000, Population: int(expand(r.size, 20)), RadiusKm: expand(r.radius, 50)}
	if p.Kind.Populated() {
		p.RadiusKm = townRadius(p.Population)
	}
	return p
}

// Find lists the places that a key may mean, in the order of their rows.
func (a *Atlas) Find(key string) []Sense {
	return append(a.packed(key), a.extra.senses[key]...)
}

func (a *Atlas) packed(key string) []Sense {
	b := sort.Search(len(a.heads), func(i int) bool { return string(a.first(i)) > key }) - 1
	if b < 0 || key == "" {
		return nil
	}
	k, p := int(a.heads[b].key), int(a.heads[b].post)
	word := make([]byte, 0, 64)
	for n := 0; n < block && k < len(a.keys); n++ {
		shared, own, next := a.key(k)
		if shared > len(word) {
			return nil
		}
		word = append(word[:shared], a.keys[next:next+own]...)
		switch bytes.Compare(word, []byte(key)) {
		case 0:
			return a.senses(p)
		case 1:
			return nil
		}
		k, p = next+own, a.skip(p)
	}
	return nil
}

// first is the first key of a block, which shares nothing with the one before.
func (a *Atlas) first(b int) []byte {
	_, own, next := a.key(int(a.heads[b].key))
	return a.keys[next : next+own]
}

func (a *Atlas) senses(p int) []Sense {
	count, n := binary.Uvarint(a.posts[p:])
	p += n
	out := make([]Sense, 0, count)
	row := uint64(0)
	for ; count > 0; count-- {
		d, n := binary.Uvarint(a.posts[p:])
		p += n
		row += d
		if row>>1 < uint64(len(a.rows)) {
			out = append(out, Sense{Row: int(row >> 1), People: row&1 == 1})
		}
	}
	return out
}

// Division is the name of a country's first-order division, or "". The rows of
// a country stand together in the order of their codes.
func (a *Atlas) Division(country, admin1 string) string {
	less := func(i int) bool {
		in := a.areas[a.rows[i].area]
		return in.country > country || in.country == country && in.admin1 >= admin1
	}
	for i := sort.Search(len(a.rows), less); i < len(a.rows); i++ {
		in := a.areas[a.rows[i].area]
		if in.country != country || in.admin1 != admin1 || in.admin2 != "" {
			return ""
		}
		if Kind(a.rows[i].kind) == Admin1 {
			return a.names[a.rows[i].name:a.rows[i].end]
		}
	}
	return ""
}

// Towns yields the packed towns of a country.
func (a *Atlas) Towns(country string) func(yield func(Place) bool) {
	return func(yield func(Place) bool) {
		at := func(i int) string { return a.areas[a.rows[i].area].country }
		for i := sort.Search(len(a.rows), func(i int) bool { return at(i) >= country }); i < len(a.rows) && at(i) == country; i++ {
			if Kind(a.rows[i].kind).Populated() && !yield(a.Place(i)) {
				return
			}
		}
	}
}
