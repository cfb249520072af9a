// Package eval scores the program against gold annotation: one file per task,
// each with the published definition of its measures.
//
// A score is a fact about a gold file, so an empty or malformed one is an
// error and never a figure.
package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Options are what a caller of Run may choose; the zero value is the plain run.
type Options struct {
	GoldTokens   bool   // parse: keep the gold sentences and words
	GoldMentions bool   // same: keep the gold mentions
	GivenActors  bool   // event: source and target are told
	OutletHome   bool   // placelink: where the outlet is at home is told
	Map          string // name: a file that maps the gold's type names to ours
}

// Result is what a task found on one gold file.
type Result struct {
	Task    string
	Gold    string // base name of the gold file or folder
	Docs    int
	Seconds float64            // wall time of the whole task, reading included
	Figures map[string]float64 // by the names CONTRACT.md gives them, mostly 0…1
	Types   map[string]float64 // per type, for tasks that have types
}

// Errors that Run returns, wrapped in which task or file.
var (
	ErrNoTask = errors.New("no such task")
	ErrEmpty  = errors.New("holds no gold annotation for this task")
	ErrFormat = errors.New("is not in the format of this task's gold")
)

// Run scores the program at a task against a gold file or folder. An unknown
// task gives ErrNoTask; a gold file that cannot be read, is empty or has
// another format gives an error that names it.
func Run(task, gold string, opt Options) (Result, error) {
	i := slices.IndexFunc(tasks, func(t Task) bool { return t.Name == task })
	if i < 0 {
		return Result{}, fmt.Errorf("%q: %w; the tasks are %s", task, ErrNoTask, strings.Join(Names(), ", "))
	}
	if _, err := os.Stat(gold); err != nil {
		return Result{}, fmt.Errorf("eval %s: %w", task, err)
	}
	began := time.Now()
	r, err := tasks[i].Run(gold, opt)
	if err != nil {
		return Result{}, fmt.Errorf("eval %s %s: %w", task, gold, err)
	}
	if r.Docs == 0 {
		return Result{}, fmt.Errorf("eval %s %s: %w", task, gold, ErrEmpty)
	}
	r.Task, r.Gold, r.Seconds = task, filepath.Base(gold), time.Since(began).Seconds()
	return r, nil
}

// Names lists the tasks.
func Names() []string {
	all := make([]string, len(tasks))
	for i, t := range tasks {
		all[i] = t.Name
	}
	return all
}

// MarshalJSON writes one flat object: task, gold, docs, seconds, then the
// figures in the order of the task's row in the table (others after them by
// name), then types. Figures are rounded to four places.
func (r Result) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	field(&b, "task", r.Task)
	field(&b, "gold", r.Gold)
	field(&b, "docs", r.Docs)
	field(&b, "seconds", math.Round(r.Seconds*1000)/1000)
	for _, name := range r.order() {
		field(&b, name, round4(r.Figures[name]))
	}
	if len(r.Types) > 0 {
		types := make(map[string]float64, len(r.Types))
		for k, v := range r.Types {
			types[k] = round4(v)
		}
		field(&b, "types", types)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// order lists the names of the figures as they are shown.
func (r Result) order() []string {
	var order, rest []string
	for _, t := range tasks {
		if t.Name != r.Task {
			continue
		}
		for _, name := range t.Figures {
			if _, ok := r.Figures[name]; ok {
				order = append(order, name)
			}
		}
	}
	for name := range r.Figures {
		if !slices.Contains(order, name) {
			rest = append(rest, name)
		}
	}
	slices.Sort(rest)
	return append(order, rest...)
}

// field appends one member to an object; its values always marshal.
func field(b *bytes.Buffer, name string, value any) {
	if b.Len() > 1 {
		b.WriteByte(',')
	}
	v, _ := json.Marshal(value)
	fmt.Fprintf(b, "%q:%s", name, v)
}

func round4(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0
	}
	return math.Round(x*1e4) / 1e4
}

// F1 is the harmonic mean of precision and recall given counts of what is
// right, what was found and what is in the gold; 0 when nothing is right.
func F1(right, found, gold int) float64 {
	if right == 0 {
		return 0
	}
	return 2 * float64(right) / float64(found+gold)
}

// Ratio is part/whole, 0 when the whole is 0.
func Ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
