package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"unicode/utf8"

	"griot/claim/where"
)

// geoDoc is an article with its place names, as in gold geo/*.jsonl. Offsets
// in the file count code points; readGeo turns them into bytes.
type geoDoc struct {
	ID       json.Token
	Title    string
	Domain   string
	URL      string
	Text     string
	Toponyms []toponym
}

type toponym struct {
	Start, End int
	Text       string
	Lat, Lon   *float64
	ID         json.Number `json:"geonameid"`
}

func (d *geoDoc) spans() []where.Span {
	out := make([]where.Span, len(d.Toponyms))
	for i, t := range d.Toponyms {
		out[i] = where.Span{Start: t.Start, End: t.End}
	}
	return out
}

func readGeo(path string) ([]geoDoc, error) {
	var docs []geoDoc
	names := 0
	err := jsonLines(path, func(line []byte) error {
		var d geoDoc
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		at := codePoints(d.Text)
		for i := range d.Toponyms {
			t := &d.Toponyms[i]
			if t.Start < 0 || t.End < t.Start || t.End >= len(at) {
				return fmt.Errorf("%q has no characters %d to %d", d.Title, t.Start, t.End)
			}
			t.Start, t.End = at[t.Start], at[t.End]
		}
		names += len(d.Toponyms)
		docs = append(docs, d)
		return nil
	})
	if err == nil && names == 0 {
		err = ErrEmpty
	}
	return docs, err
}

// jsonLines calls each for every line of a file that is not blank; what each
// finds wrong is ErrFormat with the line's number.
func jsonLines(path string, each func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for n := 1; in.Scan(); n++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		if err := each(in.Bytes()); err != nil {
			return fmt.Errorf("line %d: %w: %w", n, ErrFormat, err)
		}
	}
	return in.Err()
}

// codePoints maps the index of every code point, and of the end, to its byte.
func codePoints(s string) []int {
	at := make([]int, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}
