package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"griot"
	"griot/face/table"
	"griot/pipeline"
	"griot/record/memory"
)

const ambush = "Gunmen killed 17 soldiers near Torodi on Tuesday, the army said. \"We will not rest,\" said General Salifou Mody.\n\nNiger closed its airspace on Sunday."

// served is the API and the pages of a record of one report.
func served(t *testing.T, o serveOptions) (http.Handler, griot.Record) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	rec := memory.New()
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	r := griot.Report{Ref: "1.txt", Outlet: "Lake Wire", Title: "Ambush", Published: griot.NewDay(2023, 8, 16), PublishedBasis: griot.PublishedStated, Language: "en", Text: ambush}
	r.ID = r.Identify()
	reading, err := reader.Read(r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rec.Add(ctx, reading); err != nil {
		t.Fatal(err)
	}
	h, err := o.handler(ctx, &terminal{out: io.Discard, errs: io.Discard, quiet: true}, rec)
	if err != nil {
		t.Fatal(err)
	}
	return h, rec
}

// ask sends a request to this machine's own server; headers are name, value, ….
func ask(h http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:8080"
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestEveryTableIsServedInEveryForm(t *testing.T) {
	h, _ := served(t, serveOptions{})
	for _, tab := range table.Tables() {
		var rows []map[string]any
		w := ask(h, "GET", "/api/v1/"+tab.Name, "")
		if err := json.Unmarshal(w.Body.Bytes(), &rows); w.Code != 200 || err != nil {
			t.Errorf("%s: %d, %v", tab.Name, w.Code, err)
		}
		lines := ask(h, "GET", "/api/v1/"+tab.Name+"?format=jsonl", "")
		if n := strings.Count(lines.Body.String(), "\n"); n != len(rows) {
			t.Errorf("%s: %d lines, %d rows", tab.Name, n, len(rows))
		}
		table, err := csv.NewReader(ask(h, "GET", "/api/v1/"+tab.Name+"?format=csv", "").Body).ReadAll()
		if err != nil || len(table) != len(rows)+1 {
			t.Errorf("%s as CSV: %d rows, want %d and a head: %v", tab.Name, len(table), len(rows), err)
		}
	}
}

func TestWhatTheAPIAnswers(t *testing.T) {
	h, rec := served(t, serveOptions{})
	var event, report string
	for c, err := range rec.Claims(context.Background(), griot.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		report = c.Report
	}
	var events []griot.Event
	if err := json.Unmarshal(ask(h, "GET", "/api/v1/events?type=ASSAULT", "").Body.Bytes(), &events); err != nil || len(events) == 0 {
		t.Fatalf("no attack: %v", err)
	}
	event = events[0].ID
	for _, c := range []struct {
		path  string
		code  int
		words string
	}{
		{"/openapi.json", 200, `"openapi":"3.1`},
		{"/healthz", 200, "ok"},
		{"/metrics", 200, "griot_request_seconds"},
		{"/api/v1/events/" + event, 200, `"id":"` + event},
		{"/api/v1/reports/" + report, 200, "Gunmen killed 17 soldiers near Torodi"},
		{"/api/v1/search?q=airspace", 200, "airspace"},
		{"/api/v1/brief?as=md", 200, "# Situation report"},
		{"/api/v1/diff?day1=2023-08-01&day2=2023-08-17", 200, `"what":"new"`},
		{"/api/v1/why/" + event, 200, "Lake Wire"},
		{"/api/v1/events?actor=nobody", 200, "[]"},
		{"/api/v1/events?as-of=2020-01-01", 200, "[]"},
		{"/api/v1/events/e_0", 404, `"status":404`},
		{"/api/v1/why/x", 404, `"detail":`},
		{"/api/v1/events?from=monday", 400, "YYYY-MM-DD"},
		{"/api/v1/events?limit=many", 400, `"status":400`},
		{"/api/v1/events?format=xml", 422, `"title":"Unprocessable Entity"`},
		{"/api/v1/search", 422, `"status":422`},
	} {
		w := ask(h, "GET", c.path, "")
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.words) {
			t.Errorf("%s: %d, want %d with %s: %.300s", c.path, w.Code, c.code, c.words, w.Body)
		}
		if kind := w.Header().Get("Content-Type"); c.code >= 400 && kind != "application/problem+json" {
			t.Errorf("%s: an error as %s", c.path, kind)
		}
	}
}

func TestCopiesThatHoldAndCompression(t *testing.T) {
	h, rec := served(t, serveOptions{})
	first := ask(h, "GET", "/api/v1/claims", "", "Accept-Encoding", "gzip")
	tag := first.Header().Get("ETag")
	if w := ask(h, "GET", "/api/v1/claims", "", "If-None-Match", tag); tag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("the tag %q gets %d with %d bytes", tag, w.Code, w.Body.Len())
	}
	if first.Header().Get("Content-Encoding") != "gzip" {
		t.Error("a long answer is not compressed")
	} else if z, err := gzip.NewReader(first.Body); err != nil {
		t.Error(err)
	} else if b, err := io.ReadAll(z); err != nil || !bytes.Contains(b, []byte("Torodi")) {
		t.Errorf("%.80s: %v", b, err)
	}
	r := griot.Report{Ref: "2.txt", Text: "Nothing."}
	r.ID = r.Identify()
	if _, err := rec.Add(context.Background(), griot.Reading{Report: r}); err != nil {
		t.Fatal(err)
	}
	if w := ask(h, "GET", "/api/v1/claims", "", "If-None-Match", tag); w.Code != 200 {
		t.Errorf("after a new report the old copy still holds: %d", w.Code)
	}
}

func TestReportsHandedIn(t *testing.T) {
	report := `{"text":"Rebels attacked a bridge at Gao on Monday.","published":"2023-08-22","outlet":"Daily"}`
	closed, _ := served(t, serveOptions{})
	if w := ask(closed, "POST", "/api/v1/reports", report); w.Code != http.StatusForbidden {
		t.Errorf("without --write: %d", w.Code)
	}
	h, rec := served(t, serveOptions{write: true})
	var first struct{ ID, Status string }
	for range 2 {
		w := ask(h, "POST", "/api/v1/reports", report)
		var out struct{ ID, Status string }
		if err := json.Unmarshal(w.Body.Bytes(), &out); w.Code != http.StatusAccepted || err != nil || first.ID != "" && out != first {
			t.Fatalf("%d %s: %v", w.Code, w.Body, err)
		}
		first = out
	}
	for has := false; !has; time.Sleep(10 * time.Millisecond) { // as long as the machine takes
		var err error
		if has, err = rec.Has(t.Context(), first.ID); err != nil {
			t.Fatal(err)
		}
	}
	if w := ask(h, "GET", first.Status, ""); w.Code != 200 || !strings.Contains(w.Body.String(), "bridge at Gao") {
		t.Errorf("the report that was handed in: %d %.200s", w.Code, w.Body)
	}
	for body, code := range map[string]int{`{"text":""}`: 422, `{"text":"x","published":"today"}`: 400, `{`: 400, `{"text":"` + strings.Repeat("x", 21<<20) + `"}`: 413} {
		if w := ask(h, "POST", "/api/v1/reports", body); w.Code != code {
			t.Errorf("%.30s: %d, want %d", body, w.Code, code)
		}
	}
}

func TestNewClaimsAreSent(t *testing.T) {
	h, rec := served(t, serveOptions{})
	server := httptest.NewServer(h)
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, "GET", server.URL+"/api/v1/changes", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	await := func(words string) {
		for lines.Scan() {
			if strings.Contains(lines.Text(), words) {
				return
			}
			if strings.Contains(lines.Text(), "Torodi") {
				t.Error("a claim from before is sent")
			}
		}
		t.Fatalf("the stream ended without %q: %v", words, lines.Err())
	}
	await(`"version"`)
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	report := griot.Report{Ref: "2.txt", Published: griot.NewDay(2023, 8, 22), Language: "en", Text: "Rebels attacked a bridge at Gao on Monday."}
	report.ID = report.Identify()
	reading, err := reader.Read(report)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rec.Add(ctx, reading); err != nil {
		t.Fatal(err)
	}
	await(`"quote":"Rebels attacked a bridge`)
	await(`"version"`)
}

func TestWhoMayAsk(t *testing.T) {
	h, _ := served(t, serveOptions{})
	r := httptest.NewRequest("GET", "/", nil) // as example.com
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, r); w.Code != http.StatusForbidden {
		t.Errorf("a page elsewhere can read: %d", w.Code)
	}
	if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %q", policy)
	}
	kept, _ := served(t, serveOptions{token: "s3cret"})
	for _, c := range []struct {
		path, header string
		code         int
	}{{"/", "", 401}, {"/", "Bearer wrong", 401}, {"/api/v1/claims", "Bearer s3cret", 200}, {"/api/v1/claims?token=s3cret", "", 200}, {"/?token=no", "", 401}} {
		if w := ask(kept, "GET", c.path, "", "Authorization", c.header); w.Code != c.code {
			t.Errorf("%s with %q: %d, want %d", c.path, c.header, w.Code, c.code)
		}
	}
	for addr, ok := range map[string]bool{"127.0.0.1:0": true, "localhost:0": true, "[::1]:0": true, "0.0.0.0:0": false, ":8080": false, "192.0.2.1:80": false} {
		if err := (&serveOptions{addr: addr}).checkAddr(); (err == nil) != ok {
			t.Errorf("%s: %v", addr, err)
		}
		if err := (&serveOptions{addr: addr, token: "t"}).checkAddr(); err != nil {
			t.Errorf("%s with a token: %v", addr, err)
		}
	}
}
