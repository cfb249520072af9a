package intake_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot"
	"griot/intake"
)

// read writes one file and reads it.
func read(t *testing.T, name, content string, opt intake.Options) []intake.Item {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return collect([]string{path}, opt)
}

func collect(paths []string, opt intake.Options) []intake.Item {
	var items []intake.Item
	for it := range intake.Read(paths, opt) {
		items = append(items, it)
	}
	return items
}

// TestFolderLeavesPipesAlone: what has no end must not stop the files beside it.
func TestFolderLeavesPipesAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("Rebels attacked the town on Monday."), 0o600); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", filepath.Join(dir, "b.txt"))
	if err != nil {
		t.Skip("no sockets here: ", err)
	}
	defer socket.Close()
	items := collect([]string{dir}, intake.Options{})
	if len(items) != 2 || items[0].Problem != nil || items[1].Problem == nil || !strings.Contains(items[1].Problem.What, "no plain file") {
		t.Errorf("%+v", items)
	}
}

func TestFormats(t *testing.T) {
	const story = "Rebels killed 17 soldiers near the town of Torodi on Tuesday, the ministry said in a statement."
	page := "<html><head><title>Attack</title><meta name=\"date\" content=\"2023-08-16\"></head><body><article><h1>Attack</h1><p>" +
		strings.Repeat(story+" ", 4) + "</p><p>" + strings.Repeat(story+" ", 3) + "</p></article></body></html>"
	for _, test := range []struct {
		name, content string
		reports       int
		published     string
		basis         griot.PublishedBasis
		outlet        string
	}{
		{"header.txt", "published: 2023-08-16\noutlet: Daily\n\n" + story, 1, "2023-08-16", griot.PublishedStated, "Daily"},
		{"header.md", "Title: Attack\nDate: 16 August 2023\nSource: Daily\n\n# Attack\n\n" + story, 1, "2023-08-16", griot.PublishedStated, "Daily"},
		{"front-matter.md", "---\noutlet: Daily\npublished: 2023-08-16\ntitle: \"Attack\"\n---\n\n# Attack\n\n" + story, 1, "2023-08-16", griot.PublishedStated, "Daily"},
		{"first-line.txt", " date 2023-08-16 " + story, 1, "2023-08-16", griot.PublishedStated, ""},
		{"address.txt", "https://example.org/2023/08/16/attack\n\n" + story, 1, "2023-08-16", griot.PublishedInferred, ""},
		{"dateline.txt", "NIAMEY, Aug 16, 2023 (Agency) - " + story, 1, "2023-08-16", griot.PublishedInferred, ""},
		{"address-short.txt", "https://example.org/news/2023/8/6/attack\n\n" + story, 1, "2023-08-06", griot.PublishedInferred, ""},
		{"address-day-first.txt", "https://example.org/16/08/2023/attack\n\n" + story, 1, "2023-08-16", griot.PublishedInferred, ""},
		{"address-either-way.txt", "https://example.org/06/08/2023/attack\n\n" + story, 1, "", griot.PublishedUnknown, ""},
		{"address-serial.txt", "https://example.org/stories/202308160416.html\n\n" + story, 1, "2023-08-16", griot.PublishedInferred, ""},
		{"address-number.txt", "https://example.org/stories/202399160416.html\n\n" + story, 1, "", griot.PublishedUnknown, ""},
		{"dateline-colon.txt", "NIAMEY - 16 August 2023: " + story, 1, "2023-08-16", griot.PublishedInferred, ""},
		{"line-above.txt", "Seventeen soldiers die\nAugust 16, 2023\n\n" + story, 1, "2023-08-16", griot.PublishedInferred, ""},
		{"line-within.txt", story + "\n\nAugust 16, 2023\n\n" + story, 1, "", griot.PublishedUnknown, ""},
		{"colon.txt", "Killed: 17 soldiers\n\n" + story, 1, "", griot.PublishedUnknown, ""},
		{"undated.txt", story, 1, "", griot.PublishedUnknown, ""},
		{"bom.txt", "\xef\xbb\xbfdate 2023-08-16\n\n" + story, 1, "2023-08-16", griot.PublishedStated, ""},
		{"utf16.txt", utf16("date 2023-08-16\n\n" + story), 1, "2023-08-16", griot.PublishedStated, ""},
		{"page.html", page, 1, "2023-08-16", griot.PublishedStated, ""},
		{"lines.jsonl", `{"text":"` + story + `","date":"2023-08-16","source":"Daily"}` + "\n\n" + `{"text":"x y","published":"2023-08-17"}`, 2, "2023-08-16", griot.PublishedStated, "Daily"},
		{"pretty.json", "{\n \"text\": \"" + story + "\",\n \"published\": \"2023-08-16T10:00:00+02:00\"\n}", 1, "2023-08-16", griot.PublishedStated, ""},
		{"array.json", `[{"text":"a b"},{"text":"c d"}]`, 2, "", griot.PublishedUnknown, ""},
		{"table.csv", "date,text,outlet\n2023-08-16,\"" + story + "\",Daily\n2023-08-17,more,Daily\n", 2, "2023-08-16", griot.PublishedStated, "Daily"},
		{"feed.xml", `<?xml version="1.0"?><rss version="2.0"><channel><title>Daily</title><item><title>Attack</title><description>` + story + `</description><pubDate>Wed, 16 Aug 2023 10:00:00 GMT</pubDate></item></channel></rss>`, 1, "2023-08-16", griot.PublishedStated, "Daily"},
		{"crawl.warc.gz", warc(page), 1, "2023-08-16", griot.PublishedStated, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			items := read(t, test.name, test.content, intake.Options{})
			if len(items) != test.reports {
				t.Fatalf("%d items, want %d: %+v", len(items), test.reports, items)
			}
			r := items[0].Report
			if items[0].Problem != nil {
				t.Fatal(items[0].Problem)
			}
			if r.Published.String() != test.published || r.PublishedBasis != test.basis || r.Outlet != test.outlet {
				t.Errorf("published %q (%s), outlet %q; want %q (%s), %q", r.Published, r.PublishedBasis, r.Outlet, test.published, test.basis, test.outlet)
			}
			if r.ID != r.Identify() || !strings.Contains(r.Text, "killed") && test.name != "array.json" {
				t.Errorf("report %+v", r)
			}
			checkBlocks(t, r)
		})
	}
}

// checkBlocks checks that blocks follow one another and hold everything but
// white space.
func checkBlocks(t *testing.T, r griot.Report) {
	t.Helper()
	at := 0
	for _, b := range append(r.Blocks, griot.Block{Start: len(r.Text), End: len(r.Text)}) {
		if b.Start < at || b.End < b.Start || strings.TrimSpace(r.Text[at:b.Start]) != "" {
			t.Fatalf("block %+v does not follow byte %d: between them is %q", b, at, r.Text[at:max(at, b.Start)])
		}
		at = b.End
	}
}

func utf16(s string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

// warc is a compressed file of two records, the second a web page.
func warc(page string) string {
	var all bytes.Buffer
	for _, rec := range []string{
		"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd",
		func() string {
			body := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
			return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		}(),
	} {
		z := gzip.NewWriter(&all)
		fmt.Fprint(z, rec+"\r\n\r\n")
		z.Close()
	}
	return all.String()
}

func TestWhatIsKnownBeside(t *testing.T) {
	meta := map[string]intake.Facts{"a.txt": {Published: griot.NewDay(2023, 8, 1), Outlet: "Daily"}}
	flags := intake.Options{Meta: meta, Published: griot.NewDay(2023, 9, 1), Outlet: "Weekly"}
	for name, want := range map[string]string{"a.txt": "2023-08-01 given Daily", "b.txt": "2023-09-01 given Weekly"} {
		r := read(t, name, "Rebels left.", flags)[0].Report
		if got := fmt.Sprint(r.Published, " ", r.PublishedBasis, " ", r.Outlet); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	r := read(t, "a.txt", "date 2023-07-01\n\nRebels left.", flags)[0].Report
	if r.Published.String() != "2023-07-01" || r.Outlet != "Daily" {
		t.Errorf("the report's own day must come first: %s %s", r.Published, r.Outlet)
	}
}

func TestBadInputSaysWhatWhereAndWhatToDo(t *testing.T) {
	for _, test := range []struct {
		name, content string
		kept          int
		want          string
	}{
		{"empty.txt", "", 0, "it is empty"},
		{"blank.txt", " \n\t\n", 0, "it is empty"},
		{"binary.txt", "\x7fELF\x00\x01\x02", 0, "binary"},
		{"long.txt", strings.Repeat("x", intake.MaxReportBytes+1), 0, "split it"},
		{"page.html", "<html><body></body></html>", 0, "no article"},
		{"no-text.csv", "day,body\n2023-08-01,x\n", 0, "--map text=NAME"},
		{"broken.jsonl", "{\"text\":\"a b\"}\n{\"text\":\n{\"text\":\"c d\"}\n", 2, "broken.jsonl:2"},
		{"first-broken.jsonl", "{\"text\":\n{\"text\":\"c d\"}\n", 1, "not JSON"},
		{"no-day.txt", "date: 2023-13-45\noutlet: Daily\n\nRebels left.", 1, "line 1: «2023-13-45» is no day"},
		{"no-day-inline.txt", "date 2023-02-31 Rebels left.", 1, "is no day"},
		{"no-day.jsonl", `{"text":"a b","date":"yesterday"}`, 1, "is no day"},
		{"cut.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nshort", 0, "record 1"},
		{"feed.rss", "<rss><channel><item>", 0, "not a feed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			kept, said := 0, ""
			for _, it := range read(t, test.name, test.content, intake.Options{}) {
				if !it.Lost() {
					kept++
				}
				if it.Problem != nil {
					said += it.Problem.Error() + "\n"
				}
			}
			if kept != test.kept || !strings.Contains(said, test.want) {
				t.Errorf("kept %d reports and said %q; want %d and %q", kept, said, test.kept, test.want)
			}
		})
	}
}

func TestABrokenLineOfJSONIsThatLines(t *testing.T) {
	const lines = 17 // in all more bytes than one may have
	other := strings.Repeat("x", 1<<20)
	var b strings.Builder
	b.WriteString("{broken\n")
	for i := range lines {
		fmt.Fprintf(&b, "{\"text\":\"a %d\",\"page\":\"%s\"}\n", i, other)
	}
	b.WriteString("broken}\n")
	items := read(t, "lines.jsonl", b.String(), intake.Options{})
	if len(items) != lines+2 {
		t.Fatalf("%d items, want %d", len(items), lines+2)
	}
	for n, it := range items {
		line := fmt.Sprint("lines.jsonl:", n+1)
		if broken := n == 0 || n == lines+1; broken != it.Lost() || broken && !strings.HasSuffix(it.Problem.Where, line) {
			t.Fatalf("%s: %v", line, it.Problem)
		}
	}
}

func TestTextBehindMuchWhiteSpaceIsRead(t *testing.T) {
	items := read(t, "late.txt", strings.Repeat("\n", 10_000)+"Rebels attacked Torodi.", intake.Options{})
	if len(items) != 1 || items[0].Lost() {
		t.Errorf("%+v", items)
	}
	items = read(t, "white.txt", strings.Repeat("\n", 10_000), intake.Options{})
	if len(items) != 1 || !items[0].Lost() || !strings.Contains(items[0].Problem.What, "no text") {
		t.Errorf("%+v", items)
	}
}

func TestInvalidUTF8IsMended(t *testing.T) {
	r := read(t, "a.txt", "Th\xc3\xa9 caf\xc3\xa9 \xff burned.", intake.Options{})[0].Report
	if r.Text != "Thé café \uFFFD burned." {
		t.Errorf("%q", r.Text)
	}
	r = read(t, "b.txt", "The caf\xe9 burned.", intake.Options{})[0].Report
	if r.Text != "The café burned." {
		t.Errorf("%q", r.Text)
	}
}

func TestFoldersAreWalkedInOrderAndCirclesEnd(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "README.md"} {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o700)
		os.WriteFile(path, []byte("Report "+name), 0o600)
	}
	os.WriteFile(filepath.Join(dir, "reports.csv"), []byte("file,published\na.txt,2023-08-01\n"), 0o600)
	if err := os.Symlink(dir, filepath.Join(dir, "sub", "up")); err != nil {
		t.Skip("this file system has no links:", err)
	}
	var refs, problems []string
	for _, it := range collect([]string{dir, filepath.Join(dir, "nothing")}, intake.Options{}) {
		if it.Problem != nil {
			problems = append(problems, it.Problem.Error())
		} else {
			refs = append(refs, it.Report.Ref+" "+it.Report.Published.String())
		}
	}
	if got := strings.Join(refs, ", "); got != "a.txt 2023-08-01, b.txt , sub/c.txt " {
		t.Errorf("read %s", got)
	}
	if len(problems) != 2 || !strings.Contains(problems[0], "contains itself") || !strings.Contains(problems[1], "no such file") {
		t.Errorf("problems: %q", problems)
	}
}

func TestStdin(t *testing.T) {
	items := collect([]string{"-"}, intake.Options{Stdin: strings.NewReader("date 2023-08-16\n\nRebels left.")})
	if len(items) != 1 || items[0].Report.Ref != "stdin" || items[0].Report.Published.String() != "2023-08-16" {
		t.Errorf("%+v", items)
	}
}

func TestFurniture(t *testing.T) {
	const text = `Rebels strike near border as talks stall

A man walks past a burnt truck
A man walks past a burnt truck in Torodi, where rebels struck last month.
(Jane Doe / Some Agency)

By Jane Doe

NIAMEY, Niger (AP) — Rebels killed 17 soldiers near the border on Tuesday, the ministry of defence said.

The country shut its borders last week. A court may decide soon.

Aug. 5, 2023

The army sent more troops to the region, officials told reporters in the capital on Wednesday.

A long wait

Traders said that they could not cross with their goods, and that prices had doubled in a week.

READ MORE: Five things to know about the rebels

Additional reporting by John Roe; editing by Mary Moe

Subscribe to our newsletter`
	want := []griot.BlockKind{griot.Heading, griot.Caption, griot.Caption, griot.Credit, griot.Byline, griot.Dateline, griot.Body,
		griot.Teaser, griot.Teaser, griot.Body, griot.Heading, griot.Body, griot.Teaser, griot.Byline, griot.Notice}
	blocks := intake.Blocks(text, 0)
	for i, b := range blocks {
		if i >= len(want) || b.Kind != want[i] {
			t.Errorf("block %d, %q, is %s; want %v", i, text[b.Start:b.End], b.Kind, want[min(i, len(want)-1)])
		}
	}
	if len(blocks) != len(want) {
		t.Errorf("%d blocks, want %d", len(blocks), len(want))
	}
}

func TestChronologyIsNoFurniture(t *testing.T) {
	const text = "date 2023-09-01\n\nOn 26 July the guard detained the president at his residence, and the borders were shut.\n\nSoldiers read a statement that night on television."
	for _, b := range intake.Blocks(text, len("date 2023-09-01")) {
		if b.Kind != griot.Body {
			t.Errorf("%q is %s", text[b.Start:b.End], b.Kind)
		}
	}
}

// A dateline is cut off the story, whatever its form; a name or label that begins
// a sentence is not.
func TestDatelines(t *testing.T) {
	const story = "Rebels killed 17 soldiers near the town of Torodi on Tuesday, the ministry said in a statement."
	for _, dateline := range []string{
		"(ANP) — ", "NIAMEY, Aug 16 (ANP) - ", "Niamey, Niger, Aug 16 2023 (ANP) - ", "NIAMEY (ANP)  ", "SENNA, Upper Province--", "NIAMEY: ", "NIAMEY, Aug 16: ",
		"NIAMEY - 16 August 2023: ", "Niamey- ", "Niamey – ", "coastal News, 16 August - ", "Niamey /ANP/. ", "",
	} {
		blocks := intake.Blocks(dateline+story, 0)
		if last := blocks[len(blocks)-1]; last.Kind != griot.Body || last.Start != len(dateline) {
			t.Errorf("%q: the story begins at byte %d as %s", dateline, last.Start, last.Kind)
		}
	}
	for _, text := range []string{"The army - Ruritania's largest - killed 17 soldiers.", "NATO (the alliance) sent troops to the town.", "Rebel-held towns were shelled on Tuesday."} {
		if blocks := intake.Blocks(text, 0); len(blocks) != 1 || blocks[0].Kind != griot.Body {
			t.Errorf("%q: %+v", text, blocks)
		}
	}
}

// A text of nothing but credits or labels, each of which could claim all the lines
// around it, is divided as fast as any other.
func TestFurnitureWithoutAStory(t *testing.T) {
	const lines = 20_000
	for line, want := range map[string]griot.BlockKind{"AP": griot.Credit, "Photo: Ann Lee": griot.Credit, "Watch": griot.Teaser} {
		blocks := intake.Blocks(strings.Repeat(line+"\n", lines), 0)
		if n := len(blocks); n != lines {
			t.Errorf("%q: %d blocks of %d lines", line, n, lines)
		}
		for _, b := range blocks {
			if b.Kind != want {
				t.Errorf("%q is %s, want %s", line, b.Kind, want)
				break
			}
		}
	}
}
