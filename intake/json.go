package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxLineBytes bounds one JSON record: a text at its limit, with every character
// escaped, and its other fields.
const maxLineBytes = 2 * MaxReportBytes

// readJSON reads reports as JSON objects: one a line, one over several lines, or
// an array of them.
func readJSON(in *input, yield func(Item) bool) {
	first, err := firstByte(in.r)
	if err != nil {
		yield(Item{Problem: unreadable(in.path, err)})
		return
	}
	if first == '[' {
		in.readArray(yield)
		return
	}
	in.readLines(yield)
}

func firstByte(r *bufio.Reader) (byte, error) {
	if b, _ := r.Peek(3); bytes.Equal(b, []byte("\xef\xbb\xbf")) {
		_, _ = r.Discard(3)
	}
	for {
		b, err := r.ReadByte()
		if err != nil || !strings.ContainsRune(" \t\r\n", rune(b)) {
			if err == nil {
				err = r.UnreadByte()
			}
			return b, err
		}
	}
}

// readLines reads JSONL. A file whose first line is no object on its own may be
// one object over several lines.
func (in *input) readLines(yield func(Item) bool) {
	for n := 1; ; n++ {
		line, err := readLine(in.r, maxLineBytes)
		if n == 1 && err == nil && !json.Valid(line) {
			whole, ok, err := in.whole(line)
			if err != nil {
				yield(Item{Problem: unreadable(in.path, err)})
				return
			}
			if ok {
				yield(in.object(in.ref, whole))
				return
			}
		}
		if len(bytes.TrimSpace(line)) > 0 && !yield(in.object(fmt.Sprintf("%s#%d", in.ref, n), line)) {
			return
		}
		switch {
		case errors.Is(err, errTooLong):
			if !yield(Item{Problem: &Problem{fmt.Sprintf("%s:%d", in.path, n), "the line is longer than 16 MB", "split the report in it"}}) {
				return
			}
		case err == io.EOF:
			return
		case err != nil:
			yield(Item{Problem: unreadable(in.path, err)})
			return
		}
	}
}

// whole is all that is left to read, behind its first line, where that is one
// value of JSON. Where it is not, ok is false and the rest is still to be read.
func (in *input) whole(first []byte) (all []byte, ok bool, err error) {
	rest, err := io.ReadAll(io.LimitReader(in.r, maxLineBytes))
	if err != nil {
		return nil, false, err
	}
	all = slices.Concat(first, rest)
	if len(rest) < maxLineBytes && json.Valid(all) {
		return all, true, nil
	}
	in.r = bufio.NewReader(io.MultiReader(bytes.NewReader(rest), in.r))
	return nil, false, nil
}

func (in *input) readArray(yield func(Item) bool) {
	dec := json.NewDecoder(io.LimitReader(in.r, 1<<30))
	if _, err := dec.Token(); err != nil {
		yield(Item{Problem: in.badJSON(in.path, err)})
		return
	}
	for n := 1; dec.More(); n++ {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			yield(Item{Problem: in.badJSON(fmt.Sprintf("%s:%d", in.path, n), err)})
			return
		}
		if !yield(in.object(fmt.Sprintf("%s#%d", in.ref, n), raw)) {
			return
		}
	}
}

func (in *input) badJSON(where string, err error) *Problem {
	return &Problem{where, "it is not JSON (" + err.Error() + ")", "give one JSON object a line, with its text in «text»"}
}

// object makes a report of one JSON object.
func (in *input) object(ref string, raw []byte) Item {
	var fields map[string]any
	if err := json.Unmarshal(raw, &fields); err != nil {
		return Item{Problem: in.badJSON(in.where(ref), err)}
	}
	get := func(name string) string {
		if to := in.opt.Rename[name]; to != "" {
			name = to
		}
		s, _ := fields[name].(string)
		return s
	}
	return in.record(ref, get, "field")
}

// record makes a report of named values, from JSON or a table.
func (in *input) record(ref string, get func(string) string, kind string) Item {
	text := get("text")
	if strings.TrimSpace(text) == "" {
		name := "text"
		if to := in.opt.Rename["text"]; to != "" {
			name = to
		}
		return Item{Problem: &Problem{in.where(ref), fmt.Sprintf("it has no text in a %s named «%s»", kind, name),
			"name the right one with --map text=NAME"}}
	}
	var said Facts
	var warning *Problem
	for _, key := range []string{"published", "date", "outlet", "source", "url", "title", "language"} {
		if value := get(key); value != "" {
			before := said
			if _, bad := said.set(key, value); bad {
				said = before
				warning = badDay("", value)
				warning.Where = in.where(ref)
			}
		}
	}
	item := in.report(ref, text, said, nil)
	if item.Problem == nil {
		item.Problem = warning
	}
	return item
}

var errTooLong = errors.New("line too long")

// readLine reads up to the next line break. A longer line than limit is skipped
// whole and reported as errTooLong.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if len(line) > limit {
			tooLong, line = true, nil
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case tooLong && err == nil:
			return nil, errTooLong
		default:
			return line, err
		}
	}
}
