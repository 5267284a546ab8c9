package corpus

import (
	"context"
	"sync/atomic"

	"verbatim/corpus/news"
)

// gatherer puts what the workers tell in the order of the inputs, and tells
// the caller how far they are.
type gatherer struct {
	Options
	listing
	do       stages
	readings [][]news.Reading // one an input; a reading without id is still to come, or lost
	told     [][]news.Problem // one an input
	ended    []bool           // inputs of which nothing more comes
	progress Progress
}

func newGatherer(o Options, s stages, l listing) *gatherer {
	g := &gatherer{Options: o, listing: l, do: s}
	g.readings = make([][]news.Reading, len(l.inputs))
	g.told = make([][]news.Problem, len(l.inputs))
	g.ended = make([]bool, len(l.inputs))
	g.progress = Progress{Total: len(l.inputs), Problems: len(l.problems)}
	for _, in := range l.inputs {
		g.progress.Size += in.Size
	}
	return g
}

// gather takes results until there are no more. The error is that of ctx, or
// one that every article would have.
func (g *gatherer) gather(ctx context.Context, results <-chan result, bytes *atomic.Int64) error {
	var partial <-chan news.Briefing // nil while none is being made
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case b, ok := <-partial:
			partial = nil
			g.do.pace.finish()
			if ok {
				g.Partial(b)
			}
		case r, ok := <-results:
			if !ok {
				return ctx.Err()
			}
			if r.err != nil {
				return r.err
			}
			g.take(r, bytes.Load())
			if partial == nil && g.Partial != nil && g.progress.Done < g.progress.Total && g.do.pace.due() {
				partial = g.linkAside()
			}
		}
	}
}

// take stores a result and tells how far the work is.
func (g *gatherer) take(r result, bytes int64) {
	for i := range r.readings {
		g.readings[r.input] = put(g.readings[r.input], r.first+i, r.readings[i])
	}
	g.progress.Articles += len(r.readings)
	g.progress.Problems += len(r.problems)
	g.progress.Bytes = bytes
	if r.ended {
		g.told[r.input], g.ended[r.input] = r.problems, true
		g.progress.Done++
	}
	if g.Progress != nil {
		g.Progress(g.progress)
	}
}

// put sets the reading at place i of a list that grows as far as it must.
func put(rs []news.Reading, i int, r news.Reading) []news.Reading {
	for len(rs) <= i {
		rs = append(rs, news.Reading{})
	}
	rs[i] = r
	return rs
}

// linkAside links what is read so far while the workers go on. The channel is
// closed without a briefing if that fails; the last one will tell.
func (g *gatherer) linkAside() <-chan news.Briefing {
	rs, problems := g.gathered()
	done := make(chan news.Briefing, 1)
	go func() {
		defer close(done)
		g.stepBack()
		_ = guard(func() error {
			done <- g.do.aside(rs, problems)
			return nil
		})
	}()
	return done
}

// gathered returns the readings so far, each with an id of its own, and the
// problems, those of listing first. Of articles with the same outlet and text
// only the first is among them; the others are problems.
func (g *gatherer) gathered() ([]news.Reading, []news.Problem) {
	s := sieve{seen: map[identity]*news.Article{}, ids: map[string]int{}}
	s.readings = make([]news.Reading, 0, g.progress.Articles)
	s.problems = append(s.problems, g.problems...)
	for i, rs := range g.readings {
		s.problems = append(s.problems, g.told[i]...)
		s.add(rs)
	}
	return s.readings, s.problems
}
