package ui

import (
	"context"
	"testing"
)

// asked notes what it is asked, and ends a context at the word until.
type asked struct {
	words map[string]bool
	until string
	end   context.CancelFunc
}

func (a *asked) Search(_ context.Context, q Query) (Results, error) {
	a.words[q.Words] = true
	switch q.Words {
	case "q":
		panic("index damaged")
	case a.until:
		a.end()
	}
	return Results{}, nil
}

func (a *asked) Find(context.Context, string, int) (Finds, error) { return Finds{}, nil }

func TestRehearse(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	a := &asked{words: map[string]bool{}, end: cancel}
	rehearse(ctx, a)
	for _, w := range []string{"a", "q", "z", "th"} {
		if !a.words[w] {
			t.Errorf("%q was not asked for", w)
		}
	}
	a = &asked{words: map[string]bool{}, until: "c", end: cancel}
	rehearse(ctx, a)
	if len(a.words) != 3 {
		t.Errorf("%d searches, though stopped at the third", len(a.words))
	}
}
