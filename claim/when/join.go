package when

// join puts together the words of phrases ("a few") and of numbers ("two
// hundred and ten", "nineteen ninety-six"), in place and in linear time.
func (s *scanner) join() {
	out := s.words[:0]
	for i := 0; i < len(s.words); {
		w := s.words[i]
		end := i + 1
		if len(w.senses) > 0 {
			if senses, e := s.phraseAt(i); e > 0 {
				w.senses, end = senses, e
			} else if e := s.cardinalAt(&w, i); e > 0 {
				end = e
			}
			w.end = s.words[end-1].end
		}
		out = append(out, w)
		i = end
	}
	s.words = out
}

// phraseAt is the longest phrase that begins at word i, and the word after it;
// 0 when there is none.
func (s *scanner) phraseAt(i int) (senses []sense, end int) {
	w := &s.words[i]
	for _, sense := range w.senses {
		for _, p := range s.phrases[sense.class] {
			if e := i + 1 + len(p.rest); e > end && s.follows(i+1, p.rest) {
				senses, end = p.senses, e
			}
		}
	}
	return senses, end
}

func (s *scanner) follows(i int, rest []class) bool {
	if i+len(rest) > len(s.words) {
		return false
	}
	for k, c := range rest {
		if _, ok := s.words[i+k].is(c); !ok {
			return false
		}
	}
	return true
}

// cardinalAt reads a number of several words at word i into w and gives the
// word after it, or 0. A single word keeps its senses.
func (s *scanner) cardinalAt(w *word, i int) int {
	total, current := 0.0, 0.0
	j := i
	if _, ok := s.words[i].is(s.class.a); ok {
		if v, ok := s.cardinal(i + 1); !ok || v < 100 {
			return 0
		}
		j, current = i+1, 1
	} else if v, ok := s.words[i].is(s.class.num); ok {
		j, current = i+1, v
	} else if _, ok := s.cardinal(i); !ok {
		return 0
	} else if e := s.spokenYear(w, i); e > 0 {
		return e
	}
	for {
		k := s.skipJoint(i, j, current)
		v, ok := s.cardinal(k)
		switch {
		case ok && v == 1000:
			total, current = total+max(current, 1)*1000, 0
		case ok && v == 100 && current < 100:
			current = max(current, 1) * 100
		case ok && v < 100 && fits(current, v):
			current += v
		default:
			if e := s.halfAt(j); e > 0 && j > i {
				j, current = e, current+0.5
			}
			return s.numberOf(w, i, j, total+current)
		}
		j = k + 1
	}
}

// numberOf gives w the value of the number words i…j-1.
func (s *scanner) numberOf(w *word, i, j int, value float64) int {
	if j == i+1 {
		return 0
	}
	from := len(s.arena)
	s.sense(s.class.num, value)
	if value >= 1000 && value <= 2100 {
		s.sense(s.class.year, value)
	}
	w.senses = s.arena[from:len(s.arena):len(s.arena)]
	return j
}

func (s *scanner) cardinal(i int) (float64, bool) {
	if i >= len(s.words) {
		return 0, false
	}
	return s.words[i].is(s.class.cardinal)
}

// skipJoint passes the hyphen in "twenty-four" and the "and" in "two hundred
// and ten".
func (s *scanner) skipJoint(i, j int, current float64) int {
	if j == i || j+1 >= len(s.words) {
		return j
	}
	if _, ok := s.words[j].is(s.class.hyphen); ok && !s.words[j].space && !s.words[j+1].space {
		return j + 1
	}
	if _, ok := s.words[j].is(s.class.and); ok && current >= 100 {
		return j + 1
	}
	return j
}

// fits tells whether v may follow what was said so far: units after tens, tens
// after hundreds, anything after nothing.
func fits(current, v float64) bool {
	n := int(current) % 100
	return n == 0 || n >= 20 && n%10 == 0 && v < 10
}

// spokenYear reads "nineteen ninety-six".
func (s *scanner) spokenYear(w *word, i int) int {
	century, _ := s.cardinal(i)
	tens, ok := s.cardinal(i + 1)
	if !ok || century < 11 || century > 19 || tens < 10 || tens > 90 {
		return 0
	}
	year, end := 100*century+tens, i+2
	k := s.skipJoint(i, end, 0)
	if unit, ok := s.cardinal(k); ok && unit < 10 && tens >= 20 {
		year, end = year+unit, k+1
	}
	from := len(s.arena)
	s.sense(s.class.year, year)
	s.sense(s.class.nearYear, year)
	w.senses = s.arena[from:len(s.arena):len(s.arena)]
	return end
}

// halfAt passes "and a half" and "1/2" at word j.
func (s *scanner) halfAt(j int) int {
	if j < len(s.words) {
		if v, ok := s.words[j].is(s.class.fraction); ok && v == 0.5 {
			return j + 1
		}
	}
	if s.follows(j, []class{s.class.and, s.class.a, s.class.half}) {
		return j + 3
	}
	return 0
}
