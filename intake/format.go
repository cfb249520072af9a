package intake

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// format is one kind of file. The first whose test passes reads the file.
type format struct {
	name string
	// is looks at the name, in lower case, and the first bytes.
	is   func(name string, head []byte) bool
	read func(in *input, yield func(Item) bool)
}

// formats is every format there is, the most telling first.
var formats = []format{
	{"WARC", func(name string, head []byte) bool {
		return bytes.HasPrefix(head, []byte("WARC/")) || strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz")
	}, readWARC},
	{"JSON feed", func(_ string, head []byte) bool {
		return isJSONFeed(head) && bytes.HasPrefix(bytes.TrimSpace(head), []byte("{"))
	}, readFeed},
	{"JSON", func(name string, head []byte) bool {
		return hasExt(name, ".jsonl", ".ndjson", ".json") || bytes.HasPrefix(bytes.TrimSpace(head), []byte("{\""))
	}, readJSON},
	{"CSV", func(name string, _ []byte) bool { return hasExt(name, ".csv", ".tsv") }, readCSV},
	{"feed", func(name string, head []byte) bool {
		return hasExt(name, ".rss", ".atom") || isFeed(head)
	}, readFeed},
	{"HTML", func(name string, head []byte) bool {
		return hasExt(name, ".html", ".htm", ".xhtml") || isHTML(head)
	}, readHTML},
	{"text", func(string, []byte) bool { return true }, readPlain},
}

func hasExt(name string, exts ...string) bool {
	for _, e := range exts {
		if filepath.Ext(name) == e {
			return true
		}
	}
	return false
}

// input is an opened file on its way to its format's reader.
type input struct {
	file
	r   *bufio.Reader
	opt Options
}

const headBytes = 4096

// readFile opens a file and hands it to the first format that knows it.
func readFile(f file, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		var r io.Reader = opt.Stdin
		if f.path != stdin {
			opened, err := os.Open(f.path)
			if err != nil {
				yield(Item{Problem: unreadable(f.path, err)})
				return
			}
			defer opened.Close()
			r = opened
		}
		in := &input{file: f, r: bufio.NewReaderSize(r, headBytes), opt: opt}
		head, err := in.r.Peek(headBytes)
		if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
			yield(Item{Problem: unreadable(f.path, err)})
			return
		}
		if err == io.EOF && len(bytes.TrimSpace(head)) == 0 {
			yield(Item{Problem: &Problem{f.path, "it is empty", "nothing to read"}})
			return
		}
		in.choose(head).read(in, yield)
	}
}

func (in *input) choose(head []byte) format {
	name := strings.ToLower(in.ref)
	for _, f := range formats {
		if f.is(name, head) {
			return f
		}
	}
	return formats[len(formats)-1]
}

// all reads the whole input as UTF-8. Its Problem says why that cannot be one
// report's text.
func (in *input) all(limit int64) (string, *Problem) {
	b, err := io.ReadAll(io.LimitReader(in.r, limit+1))
	if err != nil {
		return "", unreadable(in.path, err)
	}
	if int64(len(b)) > limit {
		return "", &Problem{in.path, fmt.Sprintf("it is larger than %d MB, the most that one report may have", limit>>20),
			"split it, one report a file, or make it JSONL with one report a line"}
	}
	text, err := decode(b)
	if err != nil {
		return "", &Problem{in.path, err.Error(), "save it as UTF-8 text"}
	}
	return text, nil
}
