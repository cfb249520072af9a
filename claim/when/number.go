package when

import "strconv"

// number reads the number whose first digits are text[i:end]: its senses, and
// where it ends. Digits that run into other letters are no number.
func (s *scanner) number(w *word, text string, i, end int) int {
	from := len(s.arena)
	stop := s.numeral(text, i, end)
	w.senses = s.arena[from:len(s.arena):len(s.arena)]
	return stop
}

func (s *scanner) sense(c class, value float64) {
	s.arena = append(s.arena, sense{class: c, value: value})
}

func (s *scanner) numeral(text string, i, end int) int {
	if stop, ok := s.figureDate(text, i, end); ok {
		return stop
	}
	if stop, ok := s.clock(text, i, end); ok {
		return stop
	}
	if stop := s.suffixed(text, i, end); stop > 0 {
		return stop
	}
	if end-i <= 3 && at(text, end) == ',' && threeDigits(text, end+1) {
		n := atoi(text[i:end])
		for at(text, end) == ',' && threeDigits(text, end+1) {
			n = min(1000*n+atoi(text[end+1:end+4]), 1e9)
			end += 4
		}
		s.sense(s.class.num, float64(n))
		return end
	}
	n := atoi(text[i:end])
	if c := at(text, end); (c == '.' || c == '/') && isDigit(at(text, end+1)) {
		return s.fraction(text, i, end, n)
	}
	s.whole(text[i:end], n)
	return end
}

// whole adds the senses of plain digits.
func (s *scanner) whole(digits string, n int) {
	if len(digits) <= 9 {
		s.sense(s.class.num, float64(n))
	}
	switch len(digits) {
	case 1, 2:
		if 1 <= n && n <= 31 {
			s.sense(s.class.day, float64(n))
		}
		if n <= 24 {
			s.sense(s.class.hour, float64(60*n))
		}
		if len(digits) == 2 {
			s.sense(s.class.yy, float64(n))
		}
	case 4:
		if 1000 <= n && n <= 2100 {
			s.sense(s.class.year, float64(n))
		}
		if 1900 <= n && n <= 2039 {
			s.sense(s.class.nearYear, float64(n))
		}
		if n/100 < 24 && n%100 < 60 {
			s.sense(s.class.military, float64(n/100*60+n%100))
		}
	}
}

// figureDate reads 2023-08-04, 8/4/2023, 4.8.2023 and 2023/08/04 as year,
// month and day in one figure, yyyymmdd.
func (s *scanner) figureDate(text string, i, end int) (int, bool) {
	sep := at(text, end)
	if sep != '-' && sep != '/' && sep != '.' || end-i > 4 || end-i == 3 {
		return 0, false
	}
	e2 := digitsEnd(text, end+1)
	e3 := digitsEnd(text, e2+1)
	if n := e2 - end - 1; n < 1 || n > 2 || at(text, e2) != sep || e3 == e2+1 || isLetter(at(text, e3)) {
		return 0, false
	}
	a, b, c := atoi(text[i:end]), atoi(text[end+1:e2]), atoi(text[e2+1:e3])
	y, m, d, class := c, a, b, s.class.slash
	switch {
	case end-i == 4 && e3-e2 <= 3:
		y, m, d = a, b, c
		if sep == '-' {
			class = s.class.iso
		}
	case end-i <= 2 && sep != '-' && (e3-e2 == 5 || e3-e2 == 3):
		if sep == '.' || m > 12 {
			m, d = d, m
		}
		if e3-e2 == 3 {
			y = century(y)
		}
	default:
		return 0, false
	}
	if m < 1 || m > 12 || d < 1 || d > 31 || y < 1000 || y > 2100 {
		return e3, true // figures, but no date
	}
	s.sense(class, float64(y*10000+m*100+d))
	return e3, true
}

// clock reads 10:30 and 10:30:15 as minutes after midnight.
func (s *scanner) clock(text string, i, end int) (int, bool) {
	if at(text, end) != ':' || end-i > 2 || digitsEnd(text, end+1) != end+3 {
		return 0, false
	}
	h, m := atoi(text[i:end]), atoi(text[end+1:end+3])
	end += 3
	if at(text, end) == ':' && digitsEnd(text, end+1) == end+3 {
		end += 3
	}
	if h <= 24 && m < 60 {
		s.sense(s.class.clock, float64(60*h+m))
	}
	return end, true
}

// suffixed reads 21st, 1980s, 5pm; digits that run into other letters are
// skipped as a whole. 0 means that no letters follow.
func (s *scanner) suffixed(text string, i, end int) int {
	apostrophe := 0
	if at(text, end) == '\'' && at(text, end+1) == 's' {
		apostrophe = 1
	}
	stop := lettersEnd(text, end+apostrophe)
	if stop == end {
		return 0
	}
	n := atoi(text[i:end])
	switch suffix := text[end+apostrophe : stop]; suffix {
	case "st", "nd", "rd", "th":
		if end-i <= 2 {
			s.sense(s.class.dayth, float64(n))
		}
	case "s":
		if n%10 == 0 && end-i == 4 && n >= 1000 && n < 2100 {
			s.sense(s.class.decade, float64(n/10))
		} else if n%10 == 0 && end-i == 2 {
			s.sense(s.class.decade, float64(century(n)/10))
		} else if apostrophe > 0 {
			return 0
		}
	case "am", "pm", "AM", "PM", "a", "p", "hrs", "h", "GMT", "UTC":
		s.whole(text[i:end], n)
		return end
	default:
		for stop < len(text) && (isDigit(text[stop]) || isLetter(text[stop]) && !markAt(text, stop)) {
			stop++
		}
	}
	return stop
}

// fraction reads 2.5 and 1/2; 5.30 may also be a time of day.
func (s *scanner) fraction(text string, i, end, n int) int {
	e := digitsEnd(text, end+1)
	m := atoi(text[end+1 : e])
	if text[end] == '/' {
		if e-i <= 5 && m > 1 && n < m {
			s.sense(s.class.fraction, float64(n)/float64(m))
		} else if e-i == 7 && end-i == 4 && century(m) == n+1 { // 2022/23
			s.sense(s.class.nearYear, float64(n))
		}
		return e
	}
	if f, err := strconv.ParseFloat(text[i:e], 64); err == nil && e-i < 9 {
		s.sense(s.class.num, f)
	}
	if e == end+3 && n <= 24 && m < 60 {
		s.sense(s.class.hour, float64(60*n+m))
	}
	return e
}

// century makes a four-digit year of two digits: 49 is 2049, 50 is 1950.
func century(yy int) int {
	if yy >= 100 {
		return yy
	}
	if yy < 50 {
		return 2000 + yy
	}
	return 1900 + yy
}

func at(text string, i int) byte {
	if i < len(text) {
		return text[i]
	}
	return 0
}

func digitsEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

func threeDigits(text string, i int) bool {
	return digitsEnd(text, i) == i+3
}

// atoi reads digits; what is too long for a number is -1.
func atoi(digits string) int {
	if len(digits) > 9 {
		return -1
	}
	n := 0
	for i := 0; i < len(digits); i++ {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}
