package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"griot"
	"griot/face/alert"
	"griot/record"
)

// article is an entry of the test feed.
type article struct{ guid, link, title, text, day string }

func rss(entries ...article) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Wire</title>`)
	for _, e := range entries {
		fmt.Fprintf(&b, "<item><guid>%s</guid><link>%s</link><title>%s</title><pubDate>%s 10:00:00 GMT</pubDate><description>%s</description></item>",
			e.guid, e.link, e.title, e.day, e.text)
	}
	return b.String() + "</channel></rss>"
}

func attack(n int) article {
	return article{
		guid: fmt.Sprint("g", n), link: fmt.Sprintf("http://wire.example/%d", n), title: fmt.Sprintf("Attack %d in the north", n),
		text: fmt.Sprintf("Rebels killed %d soldiers in an attack on a convoy in northern Mali on Thursday, the army said.", n), day: "Fri, 04 Aug 2023",
	}
}

// newsServer answers /feed with what it was last told to.
type newsServer struct {
	*httptest.Server
	mu     sync.Mutex
	answer http.HandlerFunc
	asked  int
}

func newNewsServer(t *testing.T) *newsServer {
	t.Helper()
	s := &newsServer{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/feed" {
			http.NotFound(w, r)
			return
		}
		s.mu.Lock()
		answer := s.answer
		s.asked++
		s.mu.Unlock()
		answer(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *newsServer) set(h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = h
}

// page answers with a text and its ETag.
func page(text string) http.HandlerFunc {
	tag := fmt.Sprintf("%q", griot.NewID("t_", text))
	return func(w http.ResponseWriter, r *http.Request) {
		if w.Header().Set("ETag", tag); r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = w.Write([]byte(text))
	}
}

func reportsIn(t *testing.T, path string) []griot.Report {
	t.Helper()
	rec, err := record.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer rec.Close()
	var all []griot.Report
	for r, err := range rec.Readings(context.Background(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r.Report)
	}
	return all
}

func TestWatchReadsAFeedAndItsEdits(t *testing.T) {
	s := newNewsServer(t)
	path := filepath.Join(t.TempDir(), "w.db")
	look := func(want int) []griot.Report {
		t.Helper()
		if code, _, errs := run(t, "watch", "--once", "--quiet", "--allow-private", "--record", path, s.URL+"/feed"); code != exitOK {
			t.Fatalf("exit %d: %s", code, errs)
		}
		all := reportsIn(t, path)
		if len(all) != want {
			t.Fatalf("%d reports, want %d", len(all), want)
		}
		return all
	}
	s.set(page(rss(attack(3), attack(4))))
	look(2)
	look(2) // not modified
	edited := attack(4)
	edited.text += " The ministry revised the number."
	s.set(page(rss(attack(3), edited)))
	replacing := 0
	for _, r := range look(3) {
		if r.Replaces != "" {
			replacing++
		}
	}
	if replacing != 1 {
		t.Errorf("%d reports replace another, want 1", replacing)
	}
	renamed := strings.Replace(rss(attack(3), edited), "The Wire", "The New Wire", 1)
	s.set(page(renamed))
	look(3) // the same words under another name of the feed
	home := func(n int) article { a := attack(n); a.link = "http://wire.example/"; return a }
	s.set(page(rss(home(5), home(6), home(7)))) // one link, one guid for all: nobody replaces anybody
	for _, r := range look(6) {
		if r.URL == "http://wire.example/" && r.Replaces != "" {
			t.Errorf("%s replaces %s", r.ID, r.Replaces)
		}
	}
}

func TestWatchOutlivesFaults(t *testing.T) {
	good := rss(attack(3))
	latin := "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Presse</title><item><link>http://wire.example/3</link><title>Attack</title><description>Rebels killed three soldiers near T\xe9ra on Thursday.</description></item></channel></rss>"
	zip := func(b []byte) []byte {
		var out bytes.Buffer
		z := gzip.NewWriter(&out)
		_, _ = z.Write(b)
		_ = z.Close()
		return out.Bytes()
	}
	bomb := zip(make([]byte, 32<<20))
	for _, test := range []struct {
		name string
		h    http.HandlerFunc
		want int // reports
	}{
		{"malformed XML", page(strings.Replace(good, "</description>", "<description", 1)), 0},
		{"cut off", page(good[:len(good)/2]), 0},
		{"not a feed", page("Hello."), 0},
		{"wrong charset", page(latin), 1},
		{"gzip bomb", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(bomb)
		}, 0},
		{"gone", http.NotFound, 0},
		{"a JSON feed", page(`{"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[{"id":"1","url":"http://wire.example/1","content_text":"Rebels killed three soldiers near Boni on Thursday."}]}`), 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newNewsServer(t)
			s.set(test.h)
			path := filepath.Join(t.TempDir(), "w.db")
			args := []string{"watch", "--once", "--allow-private", "--record", path, s.URL + "/feed"}
			code, _, errs := run(t, args...)
			if n := len(reportsIn(t, path)); n != test.want || (code == exitOK) != (test.want > 0) {
				t.Fatalf("exit %d with %d reports, want %d\n%s", code, n, test.want, errs)
			}
			if n := strings.Count(errs, "level=ERROR"); test.want == 0 && n != 1 {
				t.Errorf("the fault is logged %d times\n%s", n, errs)
			}
			s.set(page(good))
			if code, _, errs := run(t, args...); code != exitOK || len(reportsIn(t, path)) != test.want+1 {
				t.Errorf("after the fault: exit %d\n%s", code, errs)
			}
		})
	}
}

func TestWatchRefusesThisMachine(t *testing.T) {
	s := newNewsServer(t)
	s.set(page(rss(attack(3))))
	path := filepath.Join(t.TempDir(), "w.db")
	code, _, errs := run(t, "watch", "--once", "--record", path, s.URL+"/feed")
	if code != exitFailure || s.asked != 0 || !strings.Contains(errs, "allow_private") {
		t.Errorf("exit %d after %d requests: %s", code, s.asked, errs)
	}
}

func TestWatchReadsWhatChangesInAFolder(t *testing.T) {
	dir := t.TempDir()
	path, folder := filepath.Join(dir, "w.db"), filepath.Join(dir, "in")
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct{ name, text string }{
		{"a.txt", "date 2023-08-04\n\nRebels killed three soldiers near Boni."},
		{"b.txt", "date 2023-08-05\n\nThe army withdrew from Boni."},
		{"b.txt", "date 2023-08-05\n\nThe army withdrew from Boni on Friday."},
	} {
		write(step.name, step.text)
		if code, _, errs := run(t, "watch", "--once", "--quiet", "--record", path, folder); code != exitOK {
			t.Fatalf("exit %d: %s", code, errs)
		}
	}
	all := reportsIn(t, path)
	if len(all) != 3 {
		t.Fatalf("%d reports, want 3", len(all))
	}
	for _, r := range all {
		if isEdit := strings.Contains(r.Text, "on Friday"); isEdit != (r.Replaces != "") {
			t.Errorf("%q replaces %q", r.Text, r.Replaces)
		}
	}
}

func TestWatchTellsOfAnEventOnce(t *testing.T) {
	s := newNewsServer(t)
	s.set(page(rss(attack(3))))
	dir := t.TempDir()
	told, archive := filepath.Join(dir, "told.jsonl"), filepath.Join(dir, "archive")
	conf := filepath.Join(dir, "griot.toml")
	settings := fmt.Sprintf(`record = %q
archive = %q
allow_private = true

[[feed]]
url = "%s/feed"
outlet = "Wire"

[[alert]]
name = "attacks"
type = "assault"
status = ["happened", "ongoing"]
to = "file:%s"

[[alert]]
name = "aid"
type = "AID"
`, filepath.Join(dir, "w.db"), archive, s.URL, told)
	if err := os.WriteFile(conf, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := run(t, "watch", "--once", "--config", conf); code != exitDiffers || out != "" {
		t.Fatalf("exit %d, said %q: %s", code, out, errs)
	}
	edited := attack(3)
	edited.title = "Attack in the north, updated"
	s.set(page(rss(edited)))
	if code, _, errs := run(t, "watch", "--once", "--config", conf); code != exitOK {
		t.Fatalf("told again: exit %d: %s", code, errs)
	}
	b, err := os.ReadFile(told)
	if err != nil {
		t.Fatal(err)
	}
	var a alert.Alert
	if err := json.Unmarshal(b, &a); err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	if a.Rule != "attacks" || a.Event.Type != griot.Assault || len(a.Sentences) == 0 || !strings.Contains(a.Sentences[0].Text, "Rebels killed 3 soldiers") || a.Sentences[0].Outlet != "Wire" {
		t.Errorf("alert %s", b)
	}
	if files, _ := filepath.Glob(filepath.Join(archive, "*.warc.gz")); len(files) != 2 {
		t.Errorf("archived %v, want a file for each run", files)
	}
}

func TestAnAlertThatCannotBeToldWaits(t *testing.T) {
	dir := t.TempDir()
	folder, told, conf := filepath.Join(dir, "in"), filepath.Join(dir, "later", "told.jsonl"), filepath.Join(dir, "griot.toml")
	settings := fmt.Sprintf("record = %q\n[[folder]]\npath = %q\n[[alert]]\nname = \"all\"\nto = %q\n", filepath.Join(dir, "w.db"), folder, "file:"+told)
	if err := errors.Join(os.Mkdir(folder, 0o755), os.WriteFile(conf, []byte(settings), 0o600),
		os.WriteFile(filepath.Join(folder, "a.txt"), []byte("date 2023-08-04\n\nRebels killed three soldiers near Boni."), 0o600)); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := run(t, "watch", "--once", "--config", conf); code != exitFailure || !strings.Contains(errs, "could not be told") {
		t.Errorf("exit %d: %s", code, errs)
	}
	if err := os.Mkdir(filepath.Dir(told), 0o755); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := run(t, "watch", "--once", "--config", conf); code != exitDiffers {
		t.Errorf("with somewhere to tell: exit %d: %s", code, errs)
	}
}

func TestWatchConfigFaultsAreUsageErrors(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"misspelt", "[[feed]]\nurl = \"http://a.example\"\noutlett = \"x\"", "line 3"},
		{"not TOML", "record = ", "line 1"},
		{"no scheme", "[[feed]]\nurl = \"a.example\"", "http"},
		{"no such type", "[[alert]]\nname = \"x\"\ntype = \"WAR\"", "WAR"},
		{"nowhere", "[[alert]]\nname = \"x\"\nto = \"pager\"", "pager"},
		{"too often", "every = \"1ms\"", "1ms"},
		{"empty", "", "feed"},
	} {
		path := filepath.Join(t.TempDir(), "griot.toml")
		if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _, errs := run(t, "watch", "--once", "--config", path); code != exitUsage || !strings.Contains(errs, test.want) {
			t.Errorf("%s: exit %d, %q; want %q in it", test.name, code, errs, test.want)
		}
	}
}
