package index

import (
	"context"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
)

// Bounds on tidying: up to how many documents a segment is small, how many
// small ones may stay, and how long all may take.
const (
	smallSegment = 30_000
	maxSmall     = 4
	tidyTime     = time.Minute
)

// Settle makes the index fit for being searched at every key, after much has been
// written to it: it joins the small segments that this has left, where they are
// many, for a search looks each word up in each of them. It returns when that is
// done or ctx ends. Searches go on beside it, more slowly, and a writing stops it.
func (x *Index) Settle(ctx context.Context) {
	done := x.tidy()
	if done == nil {
		return
	}
	select {
	case <-done:
	case <-ctx.Done():
		x.updating.Lock()
		x.leave()
		x.updating.Unlock()
	}
}

// tidy begins to join the small segments, if there are many, and returns what is
// closed when it ends, else nil.
func (x *Index) tidy() <-chan struct{} {
	x.updating.Lock()
	defer x.updating.Unlock()
	if x.isClosed() || x.dir == "" || x.frozen || x.smallSegments() <= maxSmall {
		return nil
	}
	x.join()
	return x.tidied
}

// join makes one segment of the small ones. It returns at once: the work goes
// on beside searches, until the next writing or the closing of the index stops
// it. It needs x.updating.
func (x *Index) join() {
	inner, err := x.bleve.Advanced()
	s, ok := inner.(*scorch.Scorch)
	if err != nil || !ok {
		return
	}
	ctx, stop := context.WithTimeout(context.Background(), tidyTime)
	x.untidy = stop
	x.tidied = make(chan struct{})
	go func(done chan<- struct{}) {
		defer close(done)
		defer stop()
		if guard(func() error { return s.ForceMerge(ctx, joining()) }) != nil || ctx.Err() != nil {
			return // they stay as they are, which is no harm
		}
		x.mu.RLock()
		defer x.mu.RUnlock()
		if !x.closed {
			_ = guard(func() error { return x.warm(ctx) }) // what fails, the search that needs it will say
		}
	}(x.tidied)
}

// leave stops tidying. It needs x.updating.
func (x *Index) leave() {
	if x.untidy != nil {
		x.untidy()
	}
}

// smallSegments returns how many segments could be joined, 0 where that cannot
// be told.
func (x *Index) smallSegments() int {
	snap, err := x.snapshot()
	if err != nil {
		return 0
	}
	n := 0
	for _, seg := range snap.Segments() {
		if seg.LiveSize() < smallSegment {
			n++
		}
	}
	if snap.Close() != nil {
		return 0
	}
	return n
}

// joining plans to make one segment of the small ones.
func joining() *mergeplan.MergePlanOptions {
	o := mergeplan.DefaultMergePlanOptions
	o.MaxSegmentSize = 2 * smallSegment // bleve joins those of up to half of it
	o.SegmentsPerMergeTask = 64
	o.CalcBudget = func(int64, int64, *mergeplan.MergePlanOptions) int { return 1 }
	return &o
}
