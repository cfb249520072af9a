package main

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"griot"
)

// A soak goes through rounds; in the first part of each, every feed has the
// fault that it is named for.
const (
	longestRound = 5 * time.Minute
	growth       = 10 * time.Second  // between two new entries of a feed
	window       = 40                // entries that a feed lists
	giveUpAfter  = 100 * time.Second // three tries of 30 s each, with their pauses
	mayGrow      = 8 << 20           // bytes of heap between half-way and the end
)

// fault is how a feed is ill: what it answers then, and whether that is an error
// to be logged, once for each illness.
type fault struct {
	name   string
	answer func(w http.ResponseWriter, r *http.Request, entries []article)
	logged bool
	slow   bool // it takes giveUpAfter to see it
}

var faults = []fault{
	{name: "reset", logged: true, answer: func(w http.ResponseWriter, _ *http.Request, _ []article) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			panic(err)
		}
		_ = conn.(*net.TCPConn).SetLinger(0) // so that Close resets
		conn.Close()
	}},
	{name: "truncated", logged: true, answer: func(w http.ResponseWriter, _ *http.Request, entries []article) {
		good := rss(entries...)
		w.Header().Set("Content-Length", fmt.Sprint(len(good)))
		_, _ = w.Write([]byte(good[:len(good)/2]))
	}},
	{name: "slow loris", logged: true, slow: true, answer: func(w http.ResponseWriter, r *http.Request, entries []article) {
		for _, b := range []byte(rss(entries...)) {
			select {
			case <-time.After(time.Second):
			case <-r.Context().Done():
				return
			}
			_, _ = w.Write([]byte{b})
			_ = http.NewResponseController(w).Flush()
		}
	}},
	{name: "malformed XML", logged: true, answer: func(w http.ResponseWriter, _ *http.Request, entries []article) {
		_, _ = w.Write([]byte(strings.Replace(rss(entries...), "</description>", "<description", 1)))
	}},
	{name: "in trouble", logged: true, answer: func(w http.ResponseWriter, _ *http.Request, _ []article) {
		w.WriteHeader(http.StatusServiceUnavailable)
	}},
	{name: "gone", logged: true, answer: func(w http.ResponseWriter, r *http.Request, _ []article) { http.NotFound(w, r) }},
	{name: "wrong charset", answer: func(w http.ResponseWriter, r *http.Request, entries []article) {
		page(strings.ReplaceAll(rss(entries...), "é", "\xe9"))(w, r) // it goes on saying UTF-8
	}},
	{name: "duplicate GUIDs", answer: func(w http.ResponseWriter, r *http.Request, entries []article) {
		for i := range entries {
			entries[i].guid = "the same for all"
		}
		page(rss(entries...))(w, r)
	}},
	{name: "always 304", answer: func(w http.ResponseWriter, r *http.Request, entries []article) {
		if r.Header.Get("If-None-Match") == "" {
			page(rss(entries...))(w, r)
			return
		}
		w.WriteHeader(http.StatusNotModified)
	}},
}

// soak is a server of faulty feeds over time.
type soak struct {
	start        time.Time
	whole, round time.Duration
}

// newSoak lasts for seconds, or for what GRIOT_SOAK says: 1h is the one of which
// docs/scale.md tells.
func newSoak(t *testing.T) *soak {
	t.Helper()
	whole := 12 * time.Second
	if s := os.Getenv("GRIOT_SOAK"); s != "" {
		var err error
		if whole, err = time.ParseDuration(s); err != nil {
			t.Fatal(err)
		}
	}
	return &soak{start: time.Now(), whole: whole, round: min(whole, longestRound)}
}

// ill is how long the feeds are ill in each round.
func (s *soak) ill() time.Duration { return s.round * 2 / 3 }

// illnesses is how often in all a fault shows for long enough to be logged.
func (s *soak) illnesses(f *fault) int {
	if !f.logged || f.slow && s.ill() < giveUpAfter {
		return 0
	}
	return int(s.whole / s.round)
}

// published is what a feed has published so far, the newest last.
func (s *soak) published(feed int) []article {
	n := 1 + int(min(time.Since(s.start), s.whole)/growth)
	var all []article
	for i := range n {
		a := attack(1000*feed + i)
		a.text = strings.Replace(a.text, "northern Mali", "Téra", 1)
		all = append(all, a)
	}
	return all
}

func (s *soak) serve(feed int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		all := s.published(feed)
		all = all[max(0, len(all)-window):]
		if at := time.Since(s.start); at < s.whole && at%s.round < s.ill() {
			faults[feed].answer(w, r, all)
			return
		}
		page(rss(all...))(w, r)
	}
}

// TestSoak watches feeds that fall ill again and again while they grow. Whatever
// was published must be in the record, every illness logged once, and memory flat.
func TestSoak(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED with -short: watches feeds for some seconds")
	}
	s := newSoak(t)
	args := []string{"watch", "--allow-private", "--every", fmt.Sprint(max(s.round/60, time.Second)), "--record", filepath.Join(t.TempDir(), "w.db")}
	var feeds []string
	for i := range faults {
		n := newNewsServer(t)
		n.set(s.serve(i))
		feeds = append(feeds, n.URL+"/feed")
	}
	args = append(args, feeds...)
	ctx, stop := context.WithTimeout(context.Background(), s.whole)
	defer stop()
	var half, late runtime.MemStats // both while it watches, so that a leak shows
	for at, to := range map[time.Duration]*runtime.MemStats{s.whole / 2: &half, s.whole * 19 / 20: &late} {
		timer := time.AfterFunc(at, func() { runtime.GC(); runtime.ReadMemStats(to) })
		defer timer.Stop()
	}
	var out, errs bytes.Buffer
	if code := Run(ctx, args, strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("exit %d: %s", code, &errs)
	}
	if code, _, errs := run(t, append(args, "--once")...); code != exitOK { // now that all are well
		t.Fatalf("exit %d: %s", code, errs)
	}
	s.compare(t, reportsIn(t, args[5]), feeds, errs.String())
	t.Logf("heap %d kB half-way, %d kB near the end", half.HeapAlloc>>10, late.HeapAlloc>>10)
	if half.HeapAlloc == 0 || late.HeapAlloc > half.HeapAlloc+mayGrow {
		t.Errorf("the heap grew from %d to %d bytes", half.HeapAlloc, late.HeapAlloc)
	}
}

// compare asks that every entry of every feed is in the record once, and every
// illness in the log once.
func (s *soak) compare(t *testing.T, reports []griot.Report, feeds []string, log string) {
	t.Helper()
	kept := map[string]int{}
	for _, r := range reports {
		kept[r.URL]++
	}
	for i := range faults {
		for _, a := range s.published(i) {
			if kept[a.link] != 1 {
				t.Errorf("%s: %s is %d times in the record", faults[i].name, a.link, kept[a.link])
			}
		}
		told := 0
		for line := range strings.Lines(log) {
			if strings.Contains(line, "level=ERROR") && strings.Contains(line, feeds[i]) {
				told++
			}
		}
		if want := s.illnesses(&faults[i]); told != want {
			t.Errorf("%s: logged %d times, want %d", faults[i].name, told, want)
		}
		t.Logf("%s: %d reports, %d faults logged", faults[i].name, len(s.published(i)), told)
	}
	if t.Failed() {
		t.Log(log)
	}
}
