//go:build unix

package bench

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"griot"
	"griot/face/library"
	"griot/face/web"
	"griot/pipeline"
)

// pagePaths are the pages that a reader of a long crisis opens; e, a and r are an
// event, an actor and a report of it.
func pagePaths(event, actor, report string) []string {
	return []string{"/", "/?since=2022-06-01", "/timeline", "/timeline?page=300", "/timeline?actor=Group+7&only=contested", "/map", "/map?view=world", "/state", "/figures", "/figures?of=killed",
		"/expectations", "/actors", "/actors?name=group+29", "/sources", "/search?q=rebels+killed", "/events/" + event, "/actors/" + actor, "/reports/" + report, "/events/e_0"}
}

// TestPages measures the first page of a server that has just started, and then
// every page, over a synthetic record:
//
//	go test ./eval/bench -run Pages -claims 100000 -timeout 10m -v -update
//
// The record is kept where -record says, for the next time.
func TestPages(t *testing.T) {
	if *scaleClaims == 0 {
		t.Skip("SKIPPED: measuring is asked for with: go test ./eval/bench -run Pages -claims 100000")
	}
	ctx := context.Background()
	rec, _ := scaleRecordOf(t)
	figures := map[string]float64{"claims": float64(*scaleClaims)}
	view := filled(t, rec, figures)
	view.AsOf = 0
	if _, err := view.Rows(ctx, griot.Query{}); errors.Is(err, griot.ErrNotFound) {
		if err := rec.SaveDerived(ctx, view.Version, derived(*scaleClaims, 0)); err != nil {
			t.Fatal(err)
		}
	}
	lib := library.New(rec, pipeline.Know, pipeline.View)
	mux := http.NewServeMux()
	if err := web.Register(mux, lib); err != nil {
		t.Fatal(err)
	}
	ask := func(path string) (ms float64, size int) {
		w := httptest.NewRecorder()
		began := time.Now()
		mux.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if path != "/events/e_0" && w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
		return float64(time.Since(began).Microseconds()) / 1000, w.Body.Len()
	}
	spent := cpuTime(t)
	figures["first_page_ms"], _ = ask("/")
	figures["first_page_cpu_ms"] = float64((cpuTime(t) - spent).Milliseconds())
	cpu, began := cpuTime(t), time.Now()
	k, _, err := lib.Known(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	figures["whole_view_s"], figures["whole_view_cpu_s"] = time.Since(began).Seconds(), (cpuTime(t) - cpu).Seconds()
	figures["peak_mb"] = peakMB(t)
	for _, path := range pagePaths(k.Events[9].ID, k.Events[9].Actors[0].ID, k.Readings[9].Report.ID) {
		spent := cpuTime(t)
		ms, size := ask(path)
		cpu := float64((cpuTime(t) - spent).Microseconds()) / 1000
		t.Logf("%-45s %6.0f ms, %6.0f ms of CPU %7d bytes", path, ms, cpu, size)
		figures["worst_page_ms"], figures["worst_page_cpu_ms"] = max(figures["worst_page_ms"], ms), max(figures["worst_page_cpu_ms"], cpu)
		figures["worst_page_bytes"] = max(figures["worst_page_bytes"], float64(size))
	}
	keep(t, fmt.Sprint("pages-", *scaleClaims), figures)
}
