package main

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"unicode/utf8"

	"griot"
	"griot/face/api"
	"griot/face/library"
	"griot/pipeline"
	"griot/record/memory"
)

func FuzzConfig(f *testing.F) {
	f.Add([]byte("every = \"10m\"\n[[feed]]\nurl = \"https://a.example/rss\"\n[[folder]]\npath = \"in\"\n[[alert]]\nname = \"x\"\ntype = [\"ASSAULT\"]\nto = \"webhook:https://b.example/\"\n"))
	f.Add([]byte("[[alert]]\nname = \"x\"\nactor = 7\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := parseConfig(b)
		if err != nil {
			return
		}
		for _, s := range c.sources() {
			if s.name == "" || s.feed && !isAddress(s.name) {
				t.Fatalf("a source %+v", s)
			}
		}
	})
}

// FuzzSubmit hands arbitrary bodies in at the API; a report that is let through
// can be read from.
func FuzzSubmit(f *testing.F) {
	mux := http.NewServeMux()
	var got *griot.Report
	submit := func(_ context.Context, r griot.Report) error { got = &r; return nil }
	api.Register(mux, library.New(memory.New(), pipeline.Know, pipeline.View), api.Options{Submit: submit})
	f.Add([]byte(`{"text":"Rebels took a bridge.","published":"2023-08-04","outlet":"Daily","title":"T","url":"http://a.example/"}`))
	f.Add([]byte(`{"text":"\ud800","published":null}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		got = nil
		req := httptest.NewRequest(http.MethodPost, "/api/v1/reports", bytes.NewReader(body))
		req.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, req)
		if w.Code >= 500 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if got != nil && (!utf8.ValidString(got.Text) || got.ID != got.Identify()) {
			t.Fatalf("it let through %+v", got)
		}
	})
}
