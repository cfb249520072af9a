package eval

import (
	"runtime"
	"strings"
	"time"

	"griot/pipeline"
)

// Read measures the whole way of the reports in a folder, from bytes to checked
// readings, one after the other on one core. Loading the models is not counted
// in words_per_second.
func Read(folder string, _ Options) (Result, error) {
	reports, words := pipeline.Reports(folder), 0
	for i := range reports {
		words += len(strings.Fields(reports[i].Text))
	}
	reader, err := pipeline.NewReader()
	if err != nil {
		return Result{}, err
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	began := time.Now()
	for _, report := range reports {
		reading, err := reader.Read(report)
		if err == nil {
			err = reading.Check()
		}
		if err != nil {
			return Result{}, err
		}
	}
	seconds := time.Since(began).Seconds()
	return Result{Docs: len(reports), Figures: map[string]float64{
		"words_per_second": float64(words) / max(seconds, 1e-9),
		"peak_rss_mb":      peakMB(),
		"reports":          float64(len(reports)),
	}}, nil
}
