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

// stopped returns a problem that says what of the listing was not read.
func (g *gatherer) stopped() news.Problem {
	first, n := "", 0
	for i := range g.inputs {
		if !g.ended[i] {
			if n++; n == 1 {
				first = g.inputs[i].File
			}
		}
	}
	return news.Problem{File: first, What: fmt.Sprintf("%v: of %d files %d were not read, or not to their end; this is the first", ErrStopped, len(g.inputs), n)}
}
