package pipeline

import (
	"context"
	"iter"

	"griot"
	"griot/intake"
)

// Summary counts what a Fill did.
type Summary struct {
	Read       int // reports added
	Known      int // reports that were in the record already
	Unread     int // reports kept without claims, for their language
	Undated    int
	Claims     int
	Statements int
	Figures    int
	Problems   []*intake.Problem // what was left out, and warnings
	Lost       int               // of them, inputs of which nothing was kept
}

// How many items, or bytes of their texts, are stored in one go: enough that
// storing costs little, few enough that little is read again after a crash.
const (
	atOnce      = 32
	bytesAtOnce = 1 << 20
)

// Fill reads reports into a record with so many workers at once. The record is
// filled in the order of the items whatever the number of workers. done is told
// after each item, and may be nil.
func Fill(ctx context.Context, rec griot.Record, r *Reader, items iter.Seq[intake.Item], jobs int, done func(intake.Item)) (Summary, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var sum Summary
	var some []work
	bytes := 0
	store := func() error {
		err := sum.store(ctx, rec, some, done)
		some, bytes = some[:0], 0
		return err
	}
	for w := range inOrder(ctx, items, jobs, func(it intake.Item) work { return r.work(ctx, rec, it) }) {
		some = append(some, w)
		if bytes += len(w.item.Report.Text); len(some) == atOnce || bytes >= bytesAtOnce {
			if err := store(); err != nil {
				return sum, err
			}
		}
	}
	if err := store(); err != nil {
		return sum, err
	}
	return sum, ctx.Err()
}

// work is an item on its way to the record.
type work struct {
	item    intake.Item
	reading griot.Reading
	known   bool
	err     error // of the record
	fault   error // of reading this report
}

func (r *Reader) work(ctx context.Context, rec griot.Record, it intake.Item) work {
	w := work{item: it}
	if it.Lost() {
		return w
	}
	if w.known, w.err = rec.Has(ctx, it.Report.ID); w.err != nil || w.known {
		return w
	}
	w.reading, w.fault = r.Read(it.Report)
	return w
}

// store puts the readings among some works into the record, and counts.
func (sum *Summary) store(ctx context.Context, rec griot.Record, some []work, done func(intake.Item)) error {
	var readings []griot.Reading
	for i := range some {
		if some[i].read() {
			readings = append(readings, some[i].reading)
		}
	}
	added, err := addAll(ctx, rec, readings)
	for i := range some {
		w := &some[i]
		switch {
		case w.err != nil:
			return w.err
		case !w.read():
		case len(added) == 0:
			return err
		default:
			w.known = !added[0]
			added = added[1:]
		}
		sum.count(w)
		if done != nil {
			done(w.item)
		}
	}
	return err
}

// addAll is rec.AddAll or, when that fails, rec.Add of as many as can be added:
// one reading that is refused must not keep out those before it.
func addAll(ctx context.Context, rec griot.Record, readings []griot.Reading) ([]bool, error) {
	if len(readings) == 0 {
		return nil, nil
	}
	if added, err := rec.AddAll(ctx, readings); err == nil {
		return added, nil
	}
	var added []bool
	for _, r := range readings {
		one, err := rec.Add(ctx, r)
		if err != nil {
			return added, err
		}
		added = append(added, one)
	}
	return added, nil
}

// read tells whether there is a reading to store.
func (w *work) read() bool { return w.err == nil && w.fault == nil && !w.known && !w.item.Lost() }

func (sum *Summary) count(w *work) {
	if w.item.Problem != nil {
		sum.Problems = append(sum.Problems, w.item.Problem)
	}
	switch {
	case w.item.Lost():
		sum.Lost++
		return
	case w.known:
		sum.Known++
		return
	case w.fault != nil:
		sum.Problems = append(sum.Problems, &intake.Problem{Where: w.item.Report.Ref, What: w.fault.Error()})
		sum.Lost++
		return
	}
	sum.Read++
	sum.Claims += len(w.reading.Claims)
	sum.Statements += len(w.reading.Statements)
	sum.Figures += len(w.reading.Figures)
	if !w.reading.Report.Published.Known() {
		sum.Undated++
	}
	if !Readable(w.reading.Report.Language) {
		sum.Unread++
	}
}

// inOrder maps items with so many goroutines and yields the results in the
// order of the items. At most a few results wait for their turn.
func inOrder[In, Out any](ctx context.Context, items iter.Seq[In], jobs int, do func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan Out, max(jobs, 1)) // bounds what is under way
		go func() {
			defer close(queue)
			slots := make(chan struct{}, max(jobs, 1))
			for item := range items {
				result := make(chan Out, 1)
				select {
				case queue <- result:
				case <-ctx.Done():
					return
				}
				slots <- struct{}{}
				go func() {
					result <- do(item)
					<-slots
				}()
			}
		}()
		for result := range queue {
			if !yield(<-result) {
				return
			}
		}
	}
}
