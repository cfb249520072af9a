package where

import (
	"math"
	"slices"
	"strings"

	"griot/claim/where/atlas"
)

// Span is a half-open range of bytes that names a place.
type Span struct{ Start, End int }

// scene is the places of one report while they are being told apart.
type scene struct {
	r      *Resolver
	text   string
	spans  []Span
	of     []int // the name of each span
	names  []name
	beside [][]int // for each span, the names that stand beside it as what it lies in
	home   *Home
}

func (r *Resolver) scene(text string, spans []Span, home *Home) *scene {
	s := &scene{r: r, text: text, spans: spans, home: home, of: make([]int, len(spans)), beside: make([][]int, len(spans))}
	byKey := map[string]int{}
	for i, sp := range spans {
		key := atlas.Key(text[sp.Start:sp.End])
		n, ok := byKey[key]
		if !ok {
			n = len(s.names)
			byKey[key] = n
			s.names = append(s.names, name{key: key, first: i, candidates: r.candidates(key)})
		}
		s.of[i] = n
		s.names[n].mentions++
	}
	for i := range spans {
		for _, j := range [...]int{i - 1, i + 1, i + 2} {
			if j >= 0 && j < len(spans) && s.joined(min(i, j), max(i, j)) && s.of[i] != s.of[j] {
				s.beside[i] = append(s.beside[i], s.of[j])
			}
		}
	}
	return s
}

// passes is how often the names of a report inform one another.
const passes = 3

// settle weighs every name against all others.
func (s *scene) settle() {
	for i := range s.names {
		s.prior(s.names[i].candidates)
	}
	for range passes {
		next := make([][]candidate, len(s.names))
		for i := range s.names {
			next[i] = slices.Clone(s.names[i].candidates)
			s.context(i, next[i])
		}
		for i := range s.names {
			s.names[i].candidates = next[i]
		}
		s.neighbours()
		for i := range s.names {
			s.r.weigh(s.names[i].candidates)
		}
	}
}

// prior sets the odds by fame alone.
func (s *scene) prior(cs []candidate) {
	sum := 0.0
	for i := range cs {
		cs[i].odds = math.Exp(2.3 * (cs[i].fame - cs[0].fame))
		sum += cs[i].odds
	}
	for i := range cs {
		cs[i].odds /= sum
	}
}

// window lists the names that inform name i: those first mentioned nearest.
func (s *scene) window(i int) (lo, hi int) {
	lo = max(0, i-widest/2)
	hi = min(len(s.names), lo+widest)
	return max(0, hi-widest), hi
}

// context sets what the other names say for the candidates of name i.
func (s *scene) context(i int, cs []candidate) {
	lo, hi := s.window(i)
	total := 0.0
	for k := range cs {
		e := &cs[k].for_
		e.country, e.state, e.near, e.named, e.namedIn, e.nearest = 0, 0, 0, 0, 0, ""
	}
	for j := lo; j < hi; j++ {
		o := &s.names[j]
		if j == i || len(o.candidates) == 0 {
			continue
		}
		w := 1 + math.Log(float64(o.mentions))
		total += w
		for k := range cs {
			cs[k].hear(o, w)
		}
	}
	for k := range cs {
		e := &cs[k].for_
		if total > 0 {
			e.country, e.state = e.country/total, e.state/total
		}
		e.near = math.Log1p(e.near)
		if s.home != nil {
			cs[k].atHome(s.home)
		}
	}
}

// hear adds what one other name says for the candidate.
func (c *candidate) hear(o *name, w float64) {
	e := &c.for_
	near := 0.0
	for k := range o.candidates {
		d := &o.candidates[k]
		if c.Country != "" && d.Country == c.Country {
			e.country += w * d.odds
			if d.Kind == atlas.Country && d.odds > 0.4 {
				e.named = 1
			}
			if c.Admin1 != "" && d.Admin1 == c.Admin1 {
				e.state += w * d.odds
				if d.Kind == atlas.Admin1 && d.odds > 0.3 {
					e.namedIn = 1
				}
			}
		}
		if d.odds > 0.05 && local(c.Kind) && local(d.Kind) && math.Abs(c.Lat-d.Lat) < 6 {
			near = max(near, d.odds*math.Exp(-atlas.Km(c.Lat, c.Lon, d.Lat, d.Lon)/120))
		}
	}
	if near > 0 {
		e.near += w * near
		if near > 0.3 {
			e.nearest = o.key
		}
	}
}

// local tells whether places of a kind are small enough to be near another.
func local(k atlas.Kind) bool { return k >= atlas.Admin1 && k <= atlas.Section }

func (c *candidate) atHome(h *Home) {
	e := &c.for_
	e.home, e.homeIn, e.homeNear = 0, 0, 0
	if c.Country != h.Country {
		return
	}
	if h.Admin1 == "" {
		e.home = 1
		return
	}
	e.home = 0.3 // its division and how near it is say the rest
	if c.Admin1 == h.Admin1 {
		e.homeIn = 1
	}
	if c.Kind.Populated() || c.Kind == atlas.Admin2 {
		e.homeNear = math.Exp(-atlas.Km(c.Lat, c.Lon, h.Lat, h.Lon) / 150)
	}
}

// neighbours sets for every name whether any mention stands beside a place
// that its candidates lie in.
func (s *scene) neighbours() {
	for i := range s.names {
		for k := range s.names[i].candidates {
			s.names[i].candidates[k].for_.beside, s.names[i].candidates[k].for_.besideIn = 0, 0
		}
	}
	for i, near := range s.beside {
		s.contain(s.names[s.of[i]].candidates, near)
	}
}

// contain marks the candidates that lie in one of the places named beside.
func (s *scene) contain(cs []candidate, beside []int) {
	for _, b := range beside {
		for k := range s.names[b].candidates {
			d := &s.names[b].candidates[k]
			if d.Kind > atlas.Admin2 {
				continue
			}
			for i := range cs {
				switch c := &cs[i]; {
				case c.row == d.row || c.Kind == atlas.Country:
				case d.Kind == atlas.Country && c.Country == d.Country:
					c.for_.beside = 1
				case d.Kind != atlas.Country && c.Kind != atlas.Admin1 && c.Country == d.Country && c.Admin1 == d.Admin1:
					c.for_.besideIn = 1
				}
			}
		}
	}
}

// joined tells whether what stands between two spans ties them as a place and
// what it lies in: "Bangor, Maine", "Torodi in the Tillabéri region of Niger".
func (s *scene) joined(i, j int) bool {
	a, b := s.spans[i].End, s.spans[j].Start
	if a > b || b-a > 30 {
		return false
	}
	gap := s.text[a:b]
	if gap == " " {
		return true
	}
	words := strings.FieldsFunc(gap, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == '\'' || r == '’' })
	if len(words) == 0 {
		return gap != ""
	}
	if len(words) > 5 {
		return false
	}
	free := 1
	for _, w := range words {
		switch w {
		case "in", "of", "near", "the", "s":
		default:
			if free--; free < 0 || !lower(w) {
				return false
			}
		}
	}
	return words[0] == "in" || words[0] == "of" || words[0] == "near" || words[0] == "s"
}

func lower(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}
