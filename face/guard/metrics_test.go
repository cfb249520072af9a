package guard_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"griot/face/guard"
)

func TestMetrics(t *testing.T) {
	h := guard.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/gone" {
			w.WriteHeader(http.StatusGone)
		}
		if f, ok := w.(http.Flusher); ok && r.URL.Path == "/changes" {
			f.Flush()
		}
	}), guard.Options{Public: true, Log: slog.New(slog.DiscardHandler)})
	ask := func(method, path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(method, path, nil))
		return w
	}
	ask("GET", "/")
	ask("GET", "/")
	ask("GET", "/gone")
	ask("BREW", "/")
	if !ask("GET", "/changes").Flushed {
		t.Error("a stream of events is not flushed")
	}
	got := ask("GET", "/metrics").Body.String()
	for _, line := range []string{
		"# TYPE griot_request_seconds histogram\n",
		"griot_request_seconds_bucket{code=\"200\",method=\"get\",le=\"10\"} 3\n",
		"griot_request_seconds_bucket{code=\"200\",method=\"get\",le=\"+Inf\"} 3\n",
		"griot_request_seconds_count{code=\"200\",method=\"get\"} 3\n",
		"griot_request_seconds_count{code=\"410\",method=\"get\"} 1\n",
		"griot_request_seconds_count{code=\"200\",method=\"other\"} 1\n",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}
