package index

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"

	"verbatim/corpus/news"
)

// batchSize is how many documents are written at once. In memory nothing is
// ever merged, so there the batches are larger.
func (x *Index) batchSize() int {
	if x.dir == "" {
		return 2000
	}
	return 500
}

// Update makes the index hold what the briefing holds: it indexes what is new
// or has changed, relations included, and drops what is gone. progress, if
// not nil, is told of articles done, never from two goroutines at once.
// Search works meanwhile, and finds what is done so far. A cancelled Update
// leaves the index sound; the next one goes on from there.
func (x *Index) Update(ctx context.Context, b news.Briefing, progress func(done, total int)) error {
	return x.change(ctx, b, progress, true)
}

// Add is [Index.Update] for a briefing that is not complete yet: it drops
// nothing.
func (x *Index) Add(ctx context.Context, b news.Briefing, progress func(done, total int)) error {
	return x.change(ctx, b, progress, false)
}

func (x *Index) change(ctx context.Context, b news.Briefing, progress func(done, total int), drop bool) error {
	x.updating.Lock()
	defer x.updating.Unlock()
	if x.isClosed() {
		return errClosed
	}
	x.leave()
	u := &update{x: x, r: newReader(b), total: len(b.Readings), progress: progress}
	if err := u.thaw(drop); err != nil {
		return fmt.Errorf("update the index: %w", err)
	}
	err := u.index(ctx)
	if err == nil && drop {
		err = u.dropGone(ctx)
	}
	if err != nil {
		return fmt.Errorf("update the index: %w", err)
	}
	_ = guard(func() error { return x.warm(ctx) }) // what fails, the search that needs it will say
	return nil
}

func (x *Index) isClosed() bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.closed
}

// update is one run of [Index.Update].
type update struct {
	x        *Index
	r        *reader
	total    int
	progress func(done, total int)

	mu   sync.Mutex
	done int
}

// thaw moves a read-only index into memory if the briefing differs from it.
func (u *update) thaw(drop bool) error {
	x := u.x
	if !x.frozen || u.same(drop) {
		return nil
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	err := x.bleve.Close()
	x.note("It is out of date, so this one is kept in memory.")
	x.dir = ""
	return errors.Join(err, x.openMemory())
}

// same reports whether the index holds the briefing already.
func (u *update) same(drop bool) bool {
	if drop && len(u.r.b.Readings) != len(u.x.digests) {
		return false
	}
	for i := range u.r.b.Readings {
		ds, err := digestsOf(u.r.items(i))
		if err != nil || !slices.Equal(ds, u.x.digests[u.id(i)]) {
			return false
		}
	}
	return true
}

func (u *update) id(i int) string { return u.r.b.Readings[i].Article.ID }

func digestsOf(items []item) ([]uint64, error) {
	out := make([]uint64, len(items))
	for i := range items {
		d, err := items[i].digest()
		if err != nil {
			return nil, err
		}
		out[i] = d
	}
	return out, nil
}

// index writes the documents of all readings, on all processors.
func (u *update) index(ctx context.Context) error {
	work := make(chan int)
	errs := make([]error, min(runtime.GOMAXPROCS(0), runtime.NumCPU()))
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for w := range errs {
		wg.Go(func() {
			errs[w] = guard(func() error { return u.worker(ctx, work) })
			if errs[w] != nil {
				cancel()
			}
		})
	}
	feed(ctx, work, len(u.r.b.Readings))
	wg.Wait()
	for _, err := range errs {
		if err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
	}
	return ctx.Err()
}

func feed(ctx context.Context, work chan<- int, n int) {
	defer close(work)
	for i := range n {
		select {
		case work <- i:
		case <-ctx.Done():
			return
		}
	}
}

// worker fills batches of its own and writes them.
func (u *update) worker(ctx context.Context, work <-chan int) error {
	b := u.newBatch()
	for i := range work {
		if err := b.add(u.r, i); err != nil {
			return err
		}
		b.articles++
		if b.docs.Size() < u.x.batchSize() && b.articles < 2000 {
			continue
		}
		if err := u.write(ctx, b); err != nil {
			return err
		}
		b = u.newBatch()
	}
	return u.write(ctx, b)
}

// batch is documents to be written together.
type batch struct {
	x        *Index
	docs     *bleve.Batch
	changed  map[string][]uint64
	articles int
}

func (u *update) newBatch() *batch {
	return &batch{x: u.x, docs: u.x.bleve.NewBatch(), changed: map[string][]uint64{}}
}

// add puts the documents of reading i that have changed into the batch.
func (b *batch) add(r *reader, i int) error {
	items := r.items(i)
	digests, err := digestsOf(items)
	if err != nil {
		return err
	}
	id := r.b.Readings[i].Article.ID
	old := b.x.known(id)
	if slices.Equal(old, digests) {
		return nil
	}
	for n := range items {
		if n < len(old) && old[n] == digests[n] {
			continue
		}
		doc, err := items[n].document(r.b.Readings[i].Article.Text, b.x.stem)
		if err != nil {
			return err
		}
		if err := b.docs.IndexAdvanced(doc); err != nil {
			return err
		}
	}
	b.drop(id, len(items), len(old))
	b.changed[id] = digests
	return nil
}

// drop deletes the documents of an article numbered from up to to.
func (b *batch) drop(id string, from, to int) {
	for n := from; n < to; n++ {
		it := item{Record: record{Article: id, Quote: n}}
		b.docs.Delete(it.id())
	}
}

func (x *Index) known(id string) []uint64 {
	x.learning.RLock()
	defer x.learning.RUnlock()
	return x.digests[id]
}

// write writes a batch: the documents first, so that after a crash too much
// is written again rather than too little.
func (u *update) write(ctx context.Context, b *batch) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if b.docs.Size() > 0 {
		written := u.x.memory.write()
		err := u.writeDocs(ctx, b)
		written()
		if err != nil {
			return err
		}
		if err := u.x.store.setDigests(b.changed); err != nil {
			return err
		}
	}
	u.x.learn(b.changed)
	u.mu.Lock()
	defer u.mu.Unlock()
	u.done += b.articles
	if u.progress != nil {
		u.progress(u.done, u.total)
	}
	return nil
}

// writeDocs hands the batch to bleve. When ctx ends it waits only a while: a
// batch under way is best finished, but after a failure of its own goroutines
// bleve never answers.
func (u *update) writeDocs(ctx context.Context, b *batch) error {
	done := make(chan error, 1)
	go func() { done <- guard(func() error { return u.x.bleve.Batch(b.docs) }) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(closeWait):
		return ctx.Err()
	}
}

func (x *Index) learn(changed map[string][]uint64) {
	x.learning.Lock()
	defer x.learning.Unlock()
	for id, ds := range changed {
		if ds == nil {
			delete(x.digests, id)
		} else {
			x.digests[id] = ds
		}
	}
}

// dropGone deletes the articles that the briefing no longer holds.
func (u *update) dropGone(ctx context.Context) error {
	here := make(map[string]bool, u.total)
	for i := range u.r.b.Readings {
		here[u.id(i)] = true
	}
	b := u.newBatch()
	for id, ds := range u.x.digests {
		if here[id] {
			continue
		}
		b.drop(id, 0, len(ds))
		b.changed[id] = nil
	}
	return u.write(ctx, b)
}
