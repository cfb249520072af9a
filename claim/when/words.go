package when

import "unicode/utf8"

// word is a word, number or mark of the text.
type word struct {
	start, end int32
	senses     []sense
	space      bool // white space stands before it
	capital    bool // it begins with a capital
}

// sense is one way to take a word: a class with a value, or the word itself.
type sense struct {
	class   class
	value   float64
	capital bool // only when written with a capital
}

// class is a class of words, or a single word that a rule names; 0 is none.
type class uint16

// is gives the value a word has in a class.
func (w *word) is(c class) (float64, bool) {
	for _, s := range w.senses {
		if s.class == c && (!s.capital || w.capital) {
			return s.value, true
		}
	}
	return 0, false
}

// scanner cuts text into words and looks them up. It is used again for the
// next piece of text.
type scanner struct {
	*language
	text  string
	words []word
	arena []sense // of numbers
}

// scan cuts text[from:to] into s.words, in linear time.
func (s *scanner) scan(from, to int) {
	s.words = s.words[:0]
	s.arena = make([]sense, 0, 64)
	text := s.text[:to]
	space := true
	for i := from; i < to; {
		c := text[i]
		if c == ' ' || '\t' <= c && c <= '\r' {
			space = true
			i++
			continue
		}
		w := word{start: int32(i), space: space}
		space = false
		kind, body, end := wordAt(text, i)
		switch kind {
		case blank:
			space, i = true, end
			continue
		case digits:
			end = s.number(&w, text, i, end)
		case letters:
			w.capital = 'A' <= c && c <= 'Z'
			end = s.lookUp(&w, text, body, end)
		case dash:
			w.senses = s.dash
		case mark:
			w.senses = s.marks[c&0x7f]
		}
		w.end = int32(end)
		s.words = append(s.words, w)
		i = end
	}
}

// wordKind is what a word is made of.
type wordKind uint8

const (
	blank wordKind = iota
	digits
	letters
	dash // a typographic one
	mark // one byte
	other
)

// wordAt tells what begins at i and where it ends. An apostrophe belongs to the
// letters after it; body is where these begin.
func wordAt(text string, i int) (kind wordKind, body, end int) {
	c := text[i]
	switch {
	case isDigit(c):
		for end = i + 1; end < len(text) && isDigit(text[end]); end++ {
		}
		return digits, i, end
	case c == '\'':
		end = lettersEnd(text, i+1)
		if end > i+1 {
			return letters, i + 1, end
		}
		return mark, i, i + 1
	case isLetter(c):
		end = lettersEnd(text, i)
		if end > i {
			return letters, i, end
		}
		return typographic(text, i)
	}
	return mark, i, i + 1
}

func lettersEnd(text string, i int) int {
	for i < len(text) && isLetter(text[i]) && !markAt(text, i) {
		i++
	}
	return i
}

// markAt tells whether a typographic mark (U+2000…U+207F) or a no-break space
// begins at i.
func markAt(text string, i int) bool {
	return i+1 < len(text) && (text[i] == 0xe2 && (text[i+1] == 0x80 || text[i+1] == 0x81) || text[i] == 0xc2 && text[i+1] == 0xa0)
}

// typographic is wordAt for what markAt finds.
func typographic(text string, i int) (wordKind, int, int) {
	r, n := utf8.DecodeRuneInString(text[i:])
	end := i + n
	switch r {
	case '\u00a0', '\u2009', '\u202f', '\u200b':
		return blank, i, end
	case '\u2010', '\u2011', '\u2013': // hyphens, en dash
		return dash, i, end
	case '\u2018', '\u2019': // apostrophes
		if e := lettersEnd(text, end); e > end {
			return letters, end, e
		}
	}
	return other, i, end
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

// longest word of the vocabulary, in bytes
const longest = 24

// lookUp finds the senses of the letters text[body:end] and gives their end,
// which lies after a full stop that belongs to an abbreviation. An apostrophe
// before body is part of the word.
func (s *scanner) lookUp(w *word, text string, body, end int) int {
	if dotted := dottedEnd(text, body, end); dotted > end {
		if senses, ok := s.vocabulary(text[body:dotted], false); ok {
			w.senses = senses
			return dotted
		}
	}
	w.senses, _ = s.vocabulary(text[body:end], body > int(w.start))
	return end
}

// dottedEnd is where the abbreviation ends that the letters text[i:end] begin,
// if they do: "Sept." or "a.m.".
func dottedEnd(text string, i, end int) int {
	if at(text, end) != '.' || end-i > 4 {
		return end
	}
	if end-i > 1 {
		return end + 1
	}
	for end < i+8 && at(text, end) == '.' && isLetter(at(text, end+1)) && !isLetter(at(text, end+2)) {
		end += 2
	}
	if at(text, end) == '.' {
		end++
	}
	return end
}

// vocabulary looks a word up without regard to case. apostrophe tells that one
// stood before it.
func (l *language) vocabulary(w string, apostrophe bool) ([]sense, bool) {
	if len(w) > longest {
		return nil, false
	}
	var buf [longest + 1]byte
	b := buf[:0]
	if apostrophe {
		b = append(b, '\'')
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	senses, ok := l.words[string(b)]
	return senses, ok
}
