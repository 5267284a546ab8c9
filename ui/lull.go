package ui

import (
	"context"
	"runtime"
	"runtime/metrics"
	"time"
)

// A collection of garbage goes through all that is held: of 20,000 articles
// that takes most of a second of a processor, and the keys of that time wait.
// The runtime begins one when as much has been thrown away as is held, which
// keys alone bring about, so it would be in the middle of typing. Between two
// keys there is no time for it, in a pause there is: lulls has it done there,
// early enough that typing does not come to it.
//
// How far the heap may grow is left as it is for the whole program, to twice
// what is held: one who types on without a pause comes to a collection as
// before, and one who sets GOGC or GOMEMLIMIT has what they say.

// lull is how long no key comes before the hand is thought to rest. Few type so
// slowly.
const lull = time.Second

// lulls collects garbage while no key comes.
type lulls struct {
	keys    chan struct{}
	after   func(time.Duration) <-chan time.Time
	due     func() bool
	collect func()
}

func newLulls() *lulls {
	return &lulls{keys: make(chan struct{}, 1), after: time.After, due: garbageIsMuch, collect: runtime.GC}
}

// key says that a key has come. It never waits.
func (l *lulls) key() {
	select {
	case l.keys <- struct{}{}:
	default: // one that is not seen yet does as well
	}
}

// watch collects what is due in every pause, until the context ends.
func (l *lulls) watch(ctx context.Context) {
	var over <-chan time.Time // nil where nothing has been thrown away since
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.keys:
			over = l.after(lull)
		case <-over:
			over = nil
			if l.due() {
				l.collect()
			}
		}
	}
}

// heap is how much memory is taken, in bytes.
type heap struct {
	held uint64 // with what has been thrown away since the last collection
	live uint64 // found in use by that
	goal uint64 // of held, at which the runtime collects
}

// garbageIsMuch reports whether a collection now saves keys to come from one.
func garbageIsMuch() bool {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}, {Name: "/gc/heap/goal:bytes"}}
	metrics.Read(s)
	return heap{s[0].Value.Uint64(), s[1].Value.Uint64(), s[2].Value.Uint64()}.muchGarbage()
}

// muchGarbage reports whether a quarter of what may be thrown away has been.
func (h heap) muchGarbage() bool {
	return h.goal > h.live && h.held > h.live && h.held-h.live >= (h.goal-h.live)/4
}
