package ui

import (
	"fmt"

	"verbatim/corpus"
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
	defer func() {
		if r := recover(); r != nil {
			w.send(func(u *Update) { u.Err = fmt.Errorf("following a decision failed: %v", r) })
		}
	}()
	for {
		select {
		case <-w.ctx.Done():
			return
		case <-w.decided:
			w.brief(x)
		}
	}
}

func (w *worker) brief(x *index.Index) {
	b := w.gathered.Brief(w.Corrections.Set())
	w.send(func(u *Update) { u.Briefing = &b })
	w.indexing.Lock()
	defer w.indexing.Unlock()
	err := x.Update(w.ctx, b, nil)
	if err == nil {
		err = x.Prune()
	}
	if w.ctx.Err() == nil {
		w.send(func(u *Update) { u.Searcher, u.Notice, u.Err = SearchIn(x), x.Notice(), err })
	}
}
