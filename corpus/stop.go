package corpus

import (
	"context"
	"errors"
	"fmt"

	"verbatim/corpus/news"
)

// ErrStopped is the cause to end the context of [Read] with so that what is
// read by then is not lost, see [context.WithCancelCause].
var ErrStopped = errors.New("reading was stopped")

// isStopped reports whether what ended the reading is that it was stopped.
func isStopped(ctx context.Context, err error) bool {
	return errors.Is(err, context.Canceled) && errors.Is(context.Cause(ctx), ErrStopped)
}

// stopped adds to the problems what of the listing was not read, and returns
// [ErrStopped]; nothing of both where all was read before the stop.
func (g *gatherer) stopped(problems []news.Problem) ([]news.Problem, error) {
	first, n := "", 0
	for i := range g.inputs {
		if !g.ended[i] {
			if n++; n == 1 {
				first = g.inputs[i].File
			}
		}
	}
	if n == 0 {
		return problems, nil
	}
	what := fmt.Sprintf("%v: of %d files %d were not read, or not to their end; this is the first", ErrStopped, len(g.inputs), n)
	return append(problems, news.Problem{File: first, What: what}), ErrStopped
}
