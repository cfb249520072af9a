package library

import (
	"context"
	"fmt"
	"sync"
)

// job makes a value once for all who wait for it, in a goroutine of its own: who
// stops waiting does not stop it for the others. When it fails, the next who asks
// starts it again. Its zero value is ready.
type job[T any] struct {
	mu     sync.Mutex
	latest *try[T]
}

// try is one attempt; value and err are there when done is closed.
type try[T any] struct {
	done   chan struct{}
	cancel context.CancelFunc
	value  T
	err    error
}

// wait returns the value when it is there, or an error when ctx ends first.
func (j *job[T]) wait(ctx context.Context, do func(context.Context) (T, error)) (T, error) {
	t := j.start(ctx, do)
	select {
	case <-t.done:
		return t.value, t.err
	case <-ctx.Done():
	}
	select {
	case <-t.done: // at the same moment
		return t.value, t.err
	default:
		var none T
		return none, ctx.Err()
	}
}

// start begins the work, unless it is under way or was done.
func (j *job[T]) start(ctx context.Context, do func(context.Context) (T, error)) *try[T] {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.latest != nil && !j.latest.failed() {
		return j.latest
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	t := &try[T]{done: make(chan struct{}), cancel: cancel}
	j.latest = t
	go func() {
		defer cancel()
		defer close(t.done)
		t.value, t.err = safely(ctx, do)
	}()
	return t
}

// stop ends the work when it is still under way.
func (j *job[T]) stop() {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.latest != nil {
		j.latest.cancel()
	}
}

func (t *try[T]) failed() bool {
	select {
	case <-t.done:
		return t.err != nil
	default:
		return false
	}
}

// safely makes a fault of the work an error of those who wait for it.
func safely[T any](ctx context.Context, do func(context.Context) (T, error)) (value T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the view cannot be made: %v", fault)
		}
	}()
	return do(ctx)
}
