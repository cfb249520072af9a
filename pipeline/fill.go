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

// Fill reads reports into a record with so many workers at once. The record is
// filled in the order of the items whatever the number of workers. done is told
// after each item, and may be nil.
func Fill(ctx context.Context, rec griot.Record, r *Reader, items iter.Seq[intake.Item], jobs int, done func(intake.Item)) (Summary, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var sum Summary
	for w := range inOrder(ctx, items, jobs, func(it intake.Item) work { return r.work(ctx, rec, it) }) {
		if err := sum.take(ctx, rec, w); err != nil {
			return sum, err
		}
		if done != nil {
			done(w.item)
		}
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

func (sum *Summary) take(ctx context.Context, rec griot.Record, w work) error {
	if w.err != nil {
		return w.err
	}
	if w.item.Problem != nil {
		sum.Problems = append(sum.Problems, w.item.Problem)
	}
	switch {
	case w.item.Lost():
		sum.Lost++
		return nil
	case w.known:
		sum.Known++
		return nil
	case w.fault != nil:
		sum.Problems = append(sum.Problems, &intake.Problem{Where: w.item.Report.Ref, What: w.fault.Error()})
		sum.Lost++
		return nil
	}
	added, err := rec.Add(ctx, w.reading)
	if err != nil {
		return err
	}
	if !added {
		sum.Known++
		return nil
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
	return nil
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
