// Package bench measures how fast and how large griot is. Speeds are benchmarks,
// not tests: machines differ and are shared, so only ratios taken in one run
// mean anything. golden.json holds what one machine measured; -update rewrites it.
package bench

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"griot/intake"
	"griot/pipeline"
)

var update = flag.Bool("update", false, "rewrite golden.json with what this machine measures")

// BenchmarkRead is the way from text to checked readings, in words per second.
func BenchmarkRead(b *testing.B) {
	reader, err := pipeline.NewReader()
	if err != nil {
		b.Fatal(err)
	}
	var items []intake.Item
	words := 0
	for it := range intake.Read([]string{"../../testdata/stories/war", "../../testdata/stories/flood", "../../examples/niger-2023"}, intake.Options{}) {
		if !it.Lost() {
			items = append(items, it)
			words += len(strings.Fields(it.Report.Text))
		}
	}
	b.ResetTimer()
	for range b.N {
		for _, it := range items {
			if _, err := reader.Read(it.Report); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad is the start of a program that reads: models, tables, gazetteer.
func BenchmarkLoad(b *testing.B) {
	for range b.N {
		if _, err := pipeline.NewReader(); err != nil {
			b.Fatal(err)
		}
	}
}

// TestGolden measures the built program and, with -update, keeps the figures.
func TestGolden(t *testing.T) {
	if !*update {
		t.Skip("SKIPPED: measuring is asked for with: go test ./eval/bench -run Golden -update")
	}
	binary := filepath.Join(t.TempDir(), "griot")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", binary, "../../cmd/griot")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	info, err := os.Stat(binary)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := exec.Command(binary, "--help").Run(); err != nil {
		t.Fatal(err)
	}
	start := time.Since(began)
	out, err := exec.Command(binary, "eval", "read", "../../../shared/reports/world").Output()
	if err != nil {
		t.Skip("SKIPPED: needs ../shared/reports/world")
	}
	var read map[string]any
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	golden, err := json.MarshalIndent(map[string]any{
		"machine":          runtime.GOOS + "/" + runtime.GOARCH + ", one core, shared",
		"binary_mb":        float64(info.Size()>>10) / 1024,
		"start_ms":         start.Milliseconds(),
		"words_per_second": read["words_per_second"],
		"peak_rss_mb":      read["peak_rss_mb"],
		"reports":          read["reports"],
	}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("golden.json", append(golden, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
}
