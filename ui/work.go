package ui

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"verbatim/corpus"
	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
	"verbatim/index"
)

// Work is the reading behind a screen: it reads, tells the screen how far it
// is, and keeps the index in step.
type Work struct {
	Paths []string                     // files and folders, none for the built-in sample
	Index func() (*index.Index, error) // opens the index of the paths
	Close func(x *index.Index)         // closes it

	Corrections *corrections.Book // what editors decide; nil for nothing
}

// lastWork is how long the work behind a closed screen may take to store what
// it has. What is not stored is read again next time.
const lastWork = 2 * time.Second

// Run shows the screen over the work until the editor quits or ctx ends, see
// [Run]; the updates of o are those of the work.
func (k Work) Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := newWorker(ctx, k)
	var stop context.CancelCauseFunc
	w.working, stop = context.WithCancelCause(ctx)
	o.Stop = func() { stop(corpus.ErrStopped) }
	done, shown := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		select {
		case <-shown:
		case <-time.After(firstWait): // there may be no screen to show it on
		}
		w.run()
	}()
	o.shown = func() { close(shown) }
	o.Updates, o.pressed = w.updates, w.lulls.key
	o.Corrections, o.Corrected = k.Corrections, w.correct
	err := Run(ctx, o)
	cancel()
	select {
	case <-done:
	case <-time.After(lastWork):
	}
	return err
}

// firstWait is how long the work waits for the first frame, which it would
// only delay.
const firstWait = 100 * time.Millisecond

// worker is work that is being done.
type worker struct {
	Work
	ctx     context.Context
	working context.Context // ends when the editor stops the work, and the screen goes on
	updates chan Update

	processors int // to read on

	gathered  *corpus.Gathered // what is linked anew when an editor decides
	stopped   bool             // not all was read
	decided   chan struct{}    // has something when one has
	following sync.WaitGroup
	indexing  sync.Mutex
	lulls     *lulls

	mu   sync.Mutex
	last Update // without the briefing
}

func newWorker(ctx context.Context, k Work) *worker {
	return &worker{Work: k, ctx: ctx, working: ctx, updates: make(chan Update, 1), decided: make(chan struct{}, 1), lulls: newLulls()}
}

// screenThreads is how many threads run Go beside those that read. The screen's
// goroutines, woken by a key, would else wait for one that reads to be put off,
// which takes some hundredths of a second; a thread that has slept the system
// lets run at once.
const screenThreads = 2

func (w *worker) run() {
	defer close(w.updates)
	w.processors = runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(w.processors + screenThreads)
	defer runtime.GOMAXPROCS(w.processors)
	defer func() {
		if r := recover(); r != nil {
			w.send(func(u *Update) { u.Err = fmt.Errorf("reading failed: %v", r) })
		}
	}()
	if err := w.read(); err != nil && w.ctx.Err() == nil {
		w.send(func(u *Update) { u.Err = err })
	}
}

func (w *worker) read() error {
	x, err := w.Index()
	if err != nil {
		return err
	}
	defer w.Close(x)
	defer w.following.Wait()
	w.send(func(u *Update) { u.Searcher, u.Notice = SearchIn(x), x.Notice() })
	err = w.fill(x)
	if w.working.Err() != nil {
		err = nil // it was stopped
	}
	w.send(func(u *Update) { u.Finished, u.Searcher, u.Err = true, SearchIn(x), err })
	<-w.ctx.Done() // the index stays open while the screen may ask it
	return nil
}

// fill reads, and makes the index hold what has been read: of reading that was
// stopped, what it had, and the index keeps what it knew besides. It returns
// when the screen closes or the work is stopped.
func (w *worker) fill(x *index.Index) error {
	b, err := corpus.Read(w.working, w.Paths, corpus.Options{Workers: w.processors, Background: true, Cache: x, Corrections: w.Corrections, Progress: w.progress, Partial: w.partial, Gathered: w.gather})
	ctx := w.working
	w.stopped = err != nil && w.working.Err() != nil && len(b.Readings) > 0
	switch {
	case w.stopped:
		ctx = w.ctx
		w.send(func(u *Update) { u.Briefing, u.Finished = &b, true })
	case err != nil:
		return err
	default:
		w.send(func(u *Update) { u.Briefing, u.Done, u.Finished = &b, u.Total, true })
	}
	w.indexing.Lock()
	w.following.Go(func() { w.follow(x) })
	err = w.hold(ctx, x, b, w.indexed)
	w.indexing.Unlock()
	if err != nil && ctx.Err() == nil {
		return err
	}
	x.Settle(ctx)
	debug.FreeOSMemory() // what reading left behind, which a key would else have to wait for
	s := SearchIn(x)
	rehearse(ctx, s)
	w.following.Go(func() { w.lulls.watch(w.ctx) })
	w.send(func(u *Update) { u.Searcher, u.Notice, u.Work = s, x.Notice(), "" })
	<-w.working.Done()
	return nil
}

// rehearse asks what an editor may type first, a letter or two: the first keys
// would else wait for what a search touches for the first time, on the disk and in
// memory.
func rehearse(ctx context.Context, s Searcher) {
	for _, second := range []string{"", "a", "e", "i", "o", "u", "h", "n", "r", "t"} {
		for first := 'a'; first <= 'z' && ctx.Err() == nil; first++ {
			run(ctx, s, 0, Query{Words: string(first) + second, Limit: screenful})
		}
	}
}

// screenful is how many hits a screen shows, or more.
const screenful = 60

// indexed tells how far the index is. When all is written it is not fit for keys
// yet, and how long that takes cannot be told.
func (w *worker) indexed(done, total int) {
	w.tell(func(u *Update) {
		u.Work, u.Done, u.Total, u.Size = "indexing", done, total, 0
		if done == total {
			u.Work, u.Done, u.Total = "tidying", 0, 0
		}
	})
}

func (w *worker) progress(p corpus.Progress) {
	w.tell(func(u *Update) {
		u.Done, u.Total, u.Bytes, u.Size, u.Articles = p.Done, p.Total, p.Bytes, p.Size, p.Articles
	})
}

// tell changes what the screen was told last and tells it that unless it is
// busy: the next one will do.
func (w *worker) tell(change func(*Update)) {
	w.mu.Lock()
	change(&w.last)
	u := w.last
	w.mu.Unlock()
	select {
	case w.updates <- u:
	default:
	}
}

func (w *worker) partial(b news.Briefing) {
	w.send(func(u *Update) { u.Briefing = &b })
}

// send changes what the screen was told last and tells it that.
func (w *worker) send(change func(*Update)) {
	w.mu.Lock()
	change(&w.last)
	u := w.last
	w.last.Briefing, w.last.Searcher, w.last.Notice = nil, nil, "" // "as before"
	w.mu.Unlock()
	select {
	case w.updates <- u:
	case <-w.ctx.Done():
	}
}
