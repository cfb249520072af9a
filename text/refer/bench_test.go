package refer

import (
	"strings"
	"testing"
)

// BenchmarkRun resolves a text of 600 short sentences about one person.
func BenchmarkRun(b *testing.B) {
	d := tree(b, strings.Repeat(person+"\n\n", 200))
	b.ResetTimer()
	for b.Loop() {
		if err := Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "words/s")
}
