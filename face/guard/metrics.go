package guard

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// buckets are the times by which answers are counted, in seconds.
var buckets = [...]float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

// metrics counts answers and shows the counts in the text format of Prometheus.
// The library for that, with what it links, is a twentieth of the program.
type metrics struct {
	mu    sync.Mutex
	times map[asked]*times
}

// asked is what answers are told apart by.
type asked struct {
	method string
	code   int
}

// times are how long answers took.
type times struct {
	within [len(buckets)]int // answers that took as long as each bucket, or less
	count  int
	sum    float64 // seconds
}

// timed counts the answers of a handler.
func (m *metrics) timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen := &watched{ResponseWriter: w, code: http.StatusOK}
		began := time.Now()
		next.ServeHTTP(seen, r)
		m.took(asked{known(r.Method), seen.code}, time.Since(began).Seconds())
	})
}

func (m *metrics) took(a asked, seconds float64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.times == nil {
		m.times = map[asked]*times{}
	}
	t := m.times[a]
	if t == nil {
		t = &times{}
		m.times[a] = t
	}
	for i, most := range buckets {
		if seconds <= most {
			t.within[i]++
		}
	}
	t.count++
	t.sum += seconds
}

// known is a method in small letters; clients may send any word for one.
func known(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return strings.ToLower(method)
	}
	return "other"
}

// ServeHTTP shows the counts.
func (m *metrics) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	var b strings.Builder
	b.WriteString("# HELP griot_request_seconds Time to answer.\n# TYPE griot_request_seconds histogram\n")
	m.mu.Lock()
	all := slices.SortedFunc(maps.Keys(m.times), func(a, b asked) int {
		return strings.Compare(a.method+strconv.Itoa(a.code), b.method+strconv.Itoa(b.code))
	})
	for _, a := range all {
		t := m.times[a]
		of := fmt.Sprintf("code=%q,method=%q", strconv.Itoa(a.code), a.method)
		for i, most := range buckets {
			fmt.Fprintf(&b, "griot_request_seconds_bucket{%s,le=\"%g\"} %d\n", of, most, t.within[i])
		}
		fmt.Fprintf(&b, "griot_request_seconds_bucket{%s,le=\"+Inf\"} %d\n", of, t.count)
		fmt.Fprintf(&b, "griot_request_seconds_sum{%s} %g\ngriot_request_seconds_count{%s} %d\n", of, t.sum, of, t.count)
	}
	m.mu.Unlock()
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	_, _ = w.Write([]byte(b.String()))
}

// watched notes the status of an answer.
type watched struct {
	http.ResponseWriter
	code    int
	started bool
}

func (w *watched) WriteHeader(code int) {
	if !w.started && code >= 200 {
		w.code, w.started = code, true
	}
	w.ResponseWriter.WriteHeader(code)
}

func (w *watched) Write(b []byte) (int, error) {
	w.started = true
	return w.ResponseWriter.Write(b)
}

// Flush sends what was written, for streams of events.
func (w *watched) Flush() {
	w.started = true
	_ = http.NewResponseController(w.ResponseWriter).Flush()
}

// Unwrap is for http.ResponseController.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }
