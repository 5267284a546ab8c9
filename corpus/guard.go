package corpus

import (
	"context"
	"fmt"
	"strings"
)

// fault is a failure of the program itself, caught where it can be told.
type fault struct{ what string }

func (f fault) Error() string { return f.what }

// guard runs f; a panic in it becomes a [fault].
func guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fault{strings.Join(strings.Fields(fmt.Sprint(r)), " ")}
		}
	}()
	return f()
}

// answer is what a function that [begin] runs gives.
type answer[T any] struct {
	value T
	err   error
}

// await runs f beside the caller and returns its answer, or the error of ctx as
// soon as that ends; what f answers later is dropped. A panic in f is an error
// of doing what.
func await[T any](ctx context.Context, what string, f func() (T, error)) (T, error) {
	done := begin(what, f)
	select {
	case a := <-done:
		return a.value, a.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// finish is [await] for work on what has been read: where the reading is
// stopped, it waits for the answer, lest what was read be lost.
func finish[T any](ctx context.Context, what string, f func() (T, error)) (T, error) {
	done := begin(what, f)
	select {
	case a := <-done:
		return a.value, a.err
	case <-ctx.Done():
	}
	if isStopped(ctx, ctx.Err()) {
		a := <-done
		return a.value, a.err
	}
	var none T
	return none, ctx.Err()
}

// begin runs f and returns where its answer comes.
func begin[T any](what string, f func() (T, error)) <-chan answer[T] {
	done := make(chan answer[T], 1)
	go func() {
		var a answer[T]
		caught := guard(func() error {
			a.value, a.err = f()
			return nil
		})
		if caught != nil {
			a.err = fmt.Errorf("%s: %w", what, caught)
		}
		done <- a
	}()
	return done
}
