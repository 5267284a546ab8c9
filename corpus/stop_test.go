package corpus

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// What was read when the reading is stopped is linked, and it is told how much
// was not read.
func TestStoppedReadingKeepsWhatWasRead(t *testing.T) {
	for _, workers := range []int{1, 3} {
		ctx, stop := context.WithCancelCause(context.Background())
		s := usual()
		o := Options{Workers: workers, Progress: func(p Progress) {
			if p.Articles >= 10 {
				stop(ErrStopped)
			}
		}}
		b, err := brief(ctx, listed(t, mixed(t)), o, s)
		if !errors.Is(err, ErrStopped) {
			t.Fatalf("got %v", err)
		}
		if n := len(b.Readings); n < 5 || n > 40 || len(b.Stories) == 0 || len(b.Statements) == 0 {
			t.Errorf("%d articles, %d stories, %d statements", n, len(b.Stories), len(b.Statements))
		}
		last := b.Problems[len(b.Problems)-1]
		if !strings.Contains(last.What, "reading was stopped: of 27 files ") || last.File == "" {
			t.Errorf("problem %+v", last)
		}
	}
}
