package ui

import (
	"context"
	"testing"
	"time"
)

// rests is a hand whose pauses the test ends, and counts what is collected.
type rests struct {
	*lulls
	pauses    chan chan time.Time // one after each key
	asked     chan bool           // whether much is due, as told
	collected chan struct{}
}

func watched(t *testing.T) *rests {
	t.Helper()
	r := &rests{newLulls(), make(chan chan time.Time), make(chan bool), make(chan struct{}, 1)}
	r.after = func(d time.Duration) <-chan time.Time {
		if d != lull {
			t.Errorf("a pause of %s", d)
		}
		over := make(chan time.Time, 1)
		r.pauses <- over
		return over
	}
	r.due = func() bool { return <-r.asked }
	r.collect = func() { r.collected <- struct{}{} }
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		r.watch(ctx)
	}()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	return r
}

// pressed presses a key and returns what ends the pause after it.
func (r *rests) pressed() chan<- time.Time {
	r.key()
	return <-r.pauses
}

func TestGarbageIsCollectedInAPause(t *testing.T) {
	r := watched(t)
	for range 2 {
		r.pressed() <- time.Time{}
		r.asked <- true
		<-r.collected
	}
}

func TestGarbageIsNotCollectedBetweenKeys(t *testing.T) {
	r := watched(t)
	early := r.pressed()
	late := r.pressed() // before the pause is over
	early <- time.Time{}
	late <- time.Time{}
	r.asked <- false
	r.pressed() // would not be seen, were the early pause taken for one too
	if len(r.collected) > 0 {
		t.Error("collected though little was thrown away")
	}
}

// What is thrown away counts against what the runtime would allow.
func TestMuchGarbage(t *testing.T) {
	const quarter = 100
	for _, c := range []struct {
		held, live, goal uint64
		want             bool
	}{
		{1000, 1000, 1400, false},
		{1099, 1000, 1400, false},
		{1000 + quarter, 1000, 1400, true},
		{900, 1000, 1400, false},           // freed by hand since
		{1000 + quarter, 1000, 900, false}, // nothing is allowed: it is being collected all the time
		{1000 + quarter, 1000, ^uint64(0), false},
	} {
		if got := (heap{c.held, c.live, c.goal}).muchGarbage(); got != c.want {
			t.Errorf("%+v: %t", c, got)
		}
	}
}
