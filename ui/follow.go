package ui

import (
	"context"
	"fmt"

	"verbatim/corpus"
	"verbatim/corpus/news"
	"verbatim/index"
)

// gather keeps what was read, to be linked anew.
func (w *worker) gather(g *corpus.Gathered) { w.gathered = g }

// correct says that an editor has decided something. What is being linked
// anew already follows it, or what comes after does.
func (w *worker) correct() {
	select {
	case w.decided <- struct{}{}:
	default:
	}
}

// follow makes the briefing anew whenever an editor has decided something, and
// the index with it, until the screen closes.
func (w *worker) follow(x *index.Index) {
	for {
		select {
		case <-w.ctx.Done():
			return
		case <-w.decided:
			w.brief(x)
		}
	}
}

// brief makes briefing and index anew. What fails is said, and the next
// decision is followed all the same.
func (w *worker) brief(x *index.Index) {
	defer func() {
		if r := recover(); r != nil {
			w.send(func(u *Update) { u.Err = fmt.Errorf("following a decision failed: %v", r) })
		}
	}()
	b := w.gathered.Brief(w.Corrections.Set())
	w.send(func(u *Update) { u.Briefing = &b })
	w.indexing.Lock()
	defer w.indexing.Unlock()
	err := w.hold(w.ctx, x, b, nil)
	if w.ctx.Err() == nil {
		w.send(func(u *Update) { u.Searcher, u.Notice, u.Err = SearchIn(x), x.Notice(), err })
	}
}

// hold makes the index hold a briefing, and, if all was read, nothing that is
// not of it. The caller has the indexing lock.
func (w *worker) hold(ctx context.Context, x *index.Index, b news.Briefing, progress func(done, total int)) error {
	err := x.Update(ctx, b, progress)
	if err == nil && !w.stopped {
		err = x.Prune()
	}
	return err
}
