package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"griot"
)

// seeds are the test files that end in one of the extensions.
func seeds(f *testing.F, exts ...string) {
	f.Helper()
	for _, ext := range exts {
		files, err := filepath.Glob("testdata/*" + ext)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
}

// fuzzFormat reads arbitrary bytes with one format's reader. Whatever they are,
// each item is a sound report or says why there is none.
func fuzzFormat(f *testing.F, read func(*input, func(Item) bool)) {
	f.Helper()
	f.Fuzz(func(t *testing.T, b []byte) {
		in := &input{file: file{path: "in", ref: "in"}, r: bufio.NewReaderSize(bytes.NewReader(b), headBytes)}
		n := 0
		read(in, func(it Item) bool {
			checkItem(t, &it)
			n++
			return n < 200
		})
	})
}

func checkItem(t *testing.T, it *Item) {
	t.Helper()
	r := &it.Report
	if it.Lost() {
		if it.Problem == nil || it.Problem.What == "" {
			t.Fatal("lost, and nobody says why")
		}
		return
	}
	if !utf8.ValidString(r.Text) || len(r.Text) > MaxReportBytes || strings.TrimSpace(r.Text) == "" {
		t.Fatalf("text of %d bytes: %.80q", len(r.Text), r.Text)
	}
	if r.ID != r.Identify() {
		t.Fatalf("%s has the content of %s", r.ID, r.Identify())
	}
	checkBlocks(t, r.Text, 0, r.Blocks)
}

func checkBlocks(t *testing.T, text string, start int, blocks []griot.Block) {
	t.Helper()
	for i, b := range blocks {
		if b.Start < start || b.End <= b.Start || b.End > len(text) {
			t.Fatalf("block %d is %+v after byte %d of %d", i, b, start, len(text))
		}
		if strings.TrimSpace(text[start:b.Start]) != "" && i > 0 {
			t.Fatalf("block %d leaves out %.80q", i, text[start:b.Start])
		}
		start = b.End
	}
}

func FuzzText(f *testing.F) {
	seeds(f, ".txt", ".md")
	f.Add([]byte("outlet: Daily\npublished: 2023-08-04\n\nRebels took a bridge."))
	f.Add([]byte("date 2023-08-04\nBody"))
	f.Add([]byte("\xff\xfeR\x00e\x00"))
	fuzzFormat(f, readPlain)
}

func FuzzHTML(f *testing.F) {
	seeds(f, ".html", ".htm")
	f.Add([]byte(`<html><head><meta charset="latin1"><title>T</title></head><body><article><p>Rebels took a bridge near Boni on Friday, and the army withdrew to the south.</p></article></body></html>`))
	fuzzFormat(f, readHTML)
}

func FuzzJSON(f *testing.F) {
	seeds(f, ".json", ".jsonl")
	f.Add([]byte(`{"text":"Rebels took a bridge.","date":"2023-08-04"}` + "\n" + `{"text":7}`))
	f.Add([]byte(`[{"text":"a"},{"text":"b"}]`))
	fuzzFormat(f, readJSON)
}

func FuzzCSV(f *testing.F) {
	seeds(f, ".csv", ".tsv")
	f.Add([]byte("text,date\n\"Rebels took\na bridge\",2023-08-04\n"))
	fuzzFormat(f, readCSV)
}

func FuzzFeed(f *testing.F) {
	seeds(f, ".rss", ".atom", ".xml")
	f.Add([]byte(`<rss version="2.0"><channel><title>W</title><item><title>A</title><link>http://a.example/1</link><description>&lt;p&gt;Rebels&lt;/p&gt;</description></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><title>A</title><content type="html">B</content></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"Rebels."}]}`))
	fuzzFormat(f, readFeed)
}

func FuzzWARC(f *testing.F) {
	seeds(f, ".warc", ".warc.gz")
	record := "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\nContent-Length: 83\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Rebels.</p></body></html>\r\n\r\n"
	f.Add([]byte(record))
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write([]byte(record))
	_ = z.Close()
	f.Add(zipped.Bytes())
	fuzzFormat(f, readWARC)
}

func FuzzFetched(f *testing.F) {
	f.Add("text/html; charset=utf-8", []byte("<html><body><p>Rebels took a bridge.</p></body></html>"))
	f.Add("", []byte("<rss><channel><item><title>A</title></item></channel></rss>"))
	f.Fuzz(func(t *testing.T, contentType string, b []byte) {
		n := 0
		for it := range ReadFetched(Fetched{"http://a.example/", contentType, b}, Options{}) {
			checkItem(t, &it)
			n++
		}
		if n == 0 && !isFeed(b[:min(len(b), headBytes)]) && !isJSONFeed(b[:min(len(b), headBytes)]) {
			t.Fatal("nothing was read, and nobody says why")
		}
	})
}

func FuzzBlocks(f *testing.F) {
	f.Add("NIAMEY, Aug 4 (Reuters) - Rebels took a bridge.\n\nBy A. Writer\n\n© 2023", 0)
	f.Add("# Title\n\n- a\n- b\n", 3)
	f.Fuzz(func(t *testing.T, text string, start int) {
		if !utf8.ValidString(text) || start < 0 || start > len(text) || start < len(text) && !utf8.RuneStart(text[start]) {
			t.Skip()
		}
		checkBlocks(t, text, start, Blocks(text, start))
	})
}

func FuzzMeta(f *testing.F) {
	f.Add([]byte("file,published,outlet\na.txt,2023-08-04,Daily\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		table, err := ReadMeta(bytes.NewReader(b), "reports.csv")
		if (table == nil) == (err == nil) {
			t.Fatalf("table %v with error %v", table, err)
		}
	})
}
