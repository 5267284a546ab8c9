package ui

import (
	"context"
	"fmt"
	"sync"
	"time"

	"verbatim/corpus"
	"verbatim/corpus/news"
	"verbatim/index"
)

// Work is the reading behind a screen: it reads, tells the screen how far it
// is, and keeps the index in step.
type Work struct {
	Paths []string                     // files and folders, none for the built-in sample
	Index func() (*index.Index, error) // opens the index of the paths
	Close func(x *index.Index)         // closes it
}

// lastWork is how long the work behind a closed screen may take to store what
// it has. What is not stored is read again next time.
const lastWork = 2 * time.Second

// Run shows the screen over the work until the editor quits or ctx ends, see
// [Run]; the updates of o are those of the work.
func (k Work) Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := &worker{Work: k, ctx: ctx, updates: make(chan Update, 1)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.run()
	}()
	o.Updates = w.updates
	err := Run(ctx, o)
	cancel()
	select {
	case <-done:
	case <-time.After(lastWork):
	}
	return err
}

// worker is work that is being done.
type worker struct {
	Work
	ctx     context.Context
	updates chan Update

	mu   sync.Mutex
	last Update // without the briefing
}

func (w *worker) run() {
	defer close(w.updates)
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
	w.send(func(u *Update) { u.Searcher, u.Notice = SearchIn(x), x.Notice() })
	b, err := corpus.Read(w.ctx, w.Paths, corpus.Options{Cache: x, Progress: w.progress, Partial: w.partial})
	if err != nil {
		return err
	}
	w.send(func(u *Update) { u.Briefing, u.Done, u.Finished = &b, u.Total, true })
	err = x.Update(w.ctx, b, nil)
	if err == nil {
		err = x.Prune()
	}
	w.send(func(u *Update) { u.Searcher, u.Notice = SearchIn(x), x.Notice() })
	<-w.ctx.Done() // the index stays open while the screen may ask it
	return err
}

func (w *worker) progress(p corpus.Progress) {
	w.mu.Lock()
	w.last.Done, w.last.Total = p.Done, p.Total
	u := w.last
	w.mu.Unlock()
	select {
	case w.updates <- u:
	default: // the next one will do
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
