package ui

import (
	"context"
	"testing"

	"verbatim/index"
)

// working runs the work over the built-in sample and returns what it tells.
func working(t *testing.T) (updates <-chan Update, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	w := newWorker(ctx, Work{})
	w.Index = func() (*index.Index, error) { return index.Open(index.Options{InMemory: true}) }
	w.Close = func(x *index.Index) { _ = x.Close() }
	w.working, stop = context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.run()
	}()
	t.Cleanup(func() {
		cancel()
		<-done
	})
	return w.updates, stop
}

func TestWorkTellsWhatItReads(t *testing.T) {
	updates, _ := working(t)
	var briefing, counted, indexed bool
	for u := range updates {
		briefing = briefing || u.Briefing != nil && u.Finished
		counted = counted || u.Size > 0 && u.Articles > 0
		if u.Work == "indexing" && u.Done >= u.Total {
			t.Error("told that all is indexed before it can be searched at every key")
		}
		if u.Err != nil {
			t.Fatal(u.Err)
		}
		if indexed = u.Finished && u.Searcher != nil && u.Work == ""; indexed {
			break
		}
	}
	if !briefing || !counted || !indexed {
		t.Errorf("told of a briefing: %t, how far: %t, an index: %t", briefing, counted, indexed)
	}
}

func TestWorkCanBeStopped(t *testing.T) {
	updates, stop := working(t)
	stop()
	for u := range updates {
		if u.Err != nil {
			t.Errorf("stopping is an error: %v", u.Err)
		}
		if u.Finished {
			return
		}
	}
	t.Error("the work never finished")
}
