package corpus

import (
	"context"
	"errors"
	"strings"
	"testing"

	"verbatim/corpus/link"
	"verbatim/corpus/news"
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

// Stopped while the articles are linked, the reading ends with all of them.
// Cancelled, it ends at once.
func TestStoppedWhileLinking(t *testing.T) {
	for _, cause := range []error{ErrStopped, nil} {
		ctx, stop := context.WithCancelCause(context.Background())
		release := make(chan struct{})
		s := usual()
		s.link = func(rs []news.Reading, ps []news.Problem) news.Briefing {
			stop(cause)
			if cause == nil {
				<-release
			}
			return link.Link(rs, ps)
		}
		b, err := brief(ctx, listed(t, mixed(t)), Options{}, s)
		close(release)
		if cause == nil {
			if !errors.Is(err, context.Canceled) || len(b.Readings) > 0 {
				t.Errorf("cancelled: %d articles, %v", len(b.Readings), err)
			}
			continue
		}
		if err != nil || len(b.Readings) < 40 || len(b.Stories) == 0 || len(b.Statements) == 0 {
			t.Errorf("stopped: %d articles, %d stories, %d statements, %v", len(b.Readings), len(b.Stories), len(b.Statements), err)
		}
	}
}

// Stopped when the last article has come, nothing is missing.
func TestStoppedAtTheEnd(t *testing.T) {
	ctx, stop := context.WithCancelCause(context.Background())
	o := Options{Progress: func(p Progress) {
		if p.Done == p.Total {
			stop(ErrStopped)
		}
	}}
	b, err := brief(ctx, listed(t, mixed(t)), o, usual())
	if err != nil || len(b.Readings) < 40 || len(b.Statements) == 0 {
		t.Errorf("%d articles, %d statements, %v", len(b.Readings), len(b.Statements), err)
	}
	for _, p := range b.Problems {
		if strings.Contains(p.What, ErrStopped.Error()) {
			t.Errorf("problem %+v", p)
		}
	}
}
