//go:build unix

package bench

import (
	"flag"
	"fmt"
	"iter"
	"math"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"

	"griot"
	"griot/fuse"
	"griot/intake"
	"griot/pipeline"
)

var growthReports = flag.Int("reports", 0, "measure fusing up to so many reports")

// TestGrowth measures how the time and the memory of fusing grow with the number
// of reports, which are the stories of testdata over and over, each time about
// other people, places, numbers and days, with one in eight a copy of another.
// They come one by one, as a record yields them, and nobody else holds them:
//
//	go test ./eval/bench -run Growth -reports 10000 -timeout 30m -update
func TestGrowth(t *testing.T) {
	if *growthReports == 0 {
		t.Skip("SKIPPED: measuring is asked for with: go test ./eval/bench -run Growth -reports 1000")
	}
	figures := map[string]float64{}
	base, perReport := storyReadings(t)
	figures["read_s_per_1000_reports"] = 1000 * perReport
	last, lastN := 0.0, 0
	for n := *growthReports / 100; n <= *growthReports; n *= 10 {
		runtime.GC()
		made := time.Duration(0)
		began := cpuTime(t)
		d := fuse.DeriveEach(variations(t, base, n, &made), nil, 0)
		s := (cpuTime(t) - began - made).Seconds()
		name := strconv.Itoa(n)
		figures["fuse_s_"+name] = s
		figures["fuse_share_of_read_"+name] = s / (perReport * float64(n))
		figures["events_"+name] = float64(len(d.Events))
		if lastN > 0 { // 1 is linear, log n / log m more is n log n
			figures["growth_exponent_to_"+name] = math.Log(s/last) / math.Log(float64(n)/float64(lastN))
		}
		last, lastN = s, n
		figures["peak_mb_"+name] = peakMB(t)
		t.Logf("%d reports: %.1f s of processor time, peak %.0f MB", n, s, peakMB(t))
	}
	keep(t, fmt.Sprint("growth-", *growthReports), figures)
}

// storyReadings reads the stories, and tells the seconds that one report took.
func storyReadings(t *testing.T) ([]griot.Reading, float64) {
	t.Helper()
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var all []griot.Reading
	began := cpuTime(t)
	for it := range intake.Read([]string{"../../testdata/stories", "../../examples/niger-2023"}, intake.Options{}) {
		if it.Lost() {
			continue
		}
		r, err := reader.Read(it.Report)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all, (cpuTime(t) - began).Seconds() / float64(len(all))
}

// variations are n readings made of the base; made is the time that making them
// has taken.
func variations(t *testing.T, base []griot.Reading, n int, made *time.Duration) iter.Seq[griot.Reading] {
	return func(yield func(griot.Reading) bool) {
		for i := range n {
			began := cpuTime(t)
			r := vary(&base[i%len(base)], i/len(base))
			if i%8 == 7 {
				r.Report.Outlet += " reprint"
				identify(&r)
			}
			*made += cpuTime(t) - began
			if !yield(r) {
				return
			}
		}
	}
}

// vary is the reading of a report that differs from r's in its names, numbers
// and days but not in its length, so that every offset still holds.
func vary(r *griot.Reading, k int) griot.Reading {
	v := griot.Reading{Report: r.Report, Claims: slices.Clone(r.Claims), Statements: slices.Clone(r.Statements), Figures: slices.Clone(r.Figures), Actors: slices.Clone(r.Actors)}
	later := griot.Day(k * 3)
	v.Report.Text, v.Report.Title, v.Report.Outlet = disguise(r.Report.Text, k), disguise(r.Report.Title, k), disguise(r.Report.Outlet, k%40)
	v.Report.Published = shift(r.Report.Published, later)
	for i := range v.Claims {
		c := &v.Claims[i]
		c.Quote, c.When = disguise(c.Quote, k), shifted(c.When, later)
		c.Actors, c.Recipients, c.Where = varyActors(c.Actors, k), varyActors(c.Recipients, k), varyPlace(c.Where, k)
	}
	for i := range v.Statements {
		s := &v.Statements[i]
		s.Content, s.When, s.Speaker = disguise(s.Content, k), shifted(s.When, later), varyActors([]griot.Actor{s.Speaker}, k)[0]
	}
	for i := range v.Figures {
		f := &v.Figures[i]
		f.Quote, f.Words, f.When, f.Where = disguise(f.Quote, k), disguise(f.Words, k), shifted(f.When, later), varyPlace(f.Where, k)
	}
	for i := range v.Actors {
		v.Actors[i].Name = disguise(v.Actors[i].Name, k)
		v.Actors[i].ID = griot.NewID(griot.ActorID, v.Actors[i].Name)
	}
	identify(&v)
	return v
}

func varyActors(all []griot.Actor, k int) []griot.Actor {
	all = slices.Clone(all)
	for i := range all {
		all[i].Name, all[i].Words = disguise(all[i].Name, k), disguise(all[i].Words, k)
		all[i].ID = griot.NewID(griot.ActorID, all[i].Name)
	}
	return all
}

func varyPlace(p *griot.Place, k int) *griot.Place {
	if p == nil {
		return nil
	}
	other := *p
	other.Name, other.Words = disguise(p.Name, k), disguise(p.Words, k)
	other.Lat = math.Mod(p.Lat+float64(k%17), 80)
	return &other
}

func shift(d, by griot.Day) griot.Day {
	if !d.Known() {
		return d
	}
	return d + by
}

func shifted(i griot.Interval, by griot.Day) griot.Interval {
	i.From, i.To = shift(i.From, by), shift(i.To, by)
	return i
}

var nameOrNumber = regexp.MustCompile(`\p{Lu}\w+|\d+`)

// disguise turns the letters of names by k places, each word by its own, and the
// digits of numbers, all but the first, by k.
func disguise(s string, k int) string {
	return nameOrNumber.ReplaceAllStringFunc(s, func(word string) string {
		n := 0
		return strings.Map(func(r rune) rune {
			n++
			switch {
			case r >= 'a' && r <= 'z' && n > 1:
				return 'a' + (r-'a'+rune(k*n))%26
			case unicode.IsDigit(r) && n > 1:
				return '0' + (r-'0'+rune(k))%10
			}
			return r
		}, word)
	})
}

// cpuTime is what the process has used so far of all cores, garbage collection
// with it: on a machine that others use, a clock would measure them.
func cpuTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// peakMB is the most memory the process has held, as the kernel counts it.
func peakMB(t *testing.T) float64 {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Logf("SKIPPED in part: no peak memory without /proc: %v", err)
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kb, err := strconv.ParseFloat(strings.Fields(after)[0], 64)
	if err != nil {
		t.Fatal(err)
	}
	return kb / 1024
}
