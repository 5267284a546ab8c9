package index

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a search finds does not depend on those before it.
func TestSearchRemembers(t *testing.T) {
	x := indexed(t, corpus...)
	rnd := rand.New(rand.NewPCG(3, 4))
	queries := []string{`minister resign`, `"will not res`, `harbour -strike`, `speaker:venn go OR staying`, `old town water`, `pe`, `body:"the cranes" mon`}
	for range 100 {
		q := []rune(queries[rnd.IntN(len(queries))])
		o := SearchOptions{Typing: rnd.IntN(4) > 0, Limit: 1 + rnd.IntN(9), Newest: rnd.IntN(4) == 0}
		if rnd.IntN(3) == 0 {
			o.Lens.Outlets = []string{"The Harbour Herald"}
		}
		typed := string(q[:1+rnd.IntN(len(q))])
		before := searchFor(t, x, typed, o)
		x.memory.forget()
		after := searchFor(t, x, typed, o)
		before.Took, after.Took = 0, 0
		if d := cmp.Diff(after, before); d != "" {
			t.Fatalf("%q %+v (-alone +after others):\n%s", typed, o, d)
		}
	}
}

// What is remembered ends with the state of the index that it is of.
func TestSearchForgets(t *testing.T) {
	x := indexed(t, corpus[:3]...)
	for _, n := range []int{3, len(corpus), 1} {
		updated(t, x, briefing(corpus[:n]...))
		if got := searchFor(t, x, "", SearchOptions{Scope: Articles}).Total; got != n {
			t.Errorf("%d articles of %d", got, n)
		}
		fresh := indexed(t, corpus[:n]...)
		for _, q := range []string{"the", "h*", "headline:s", "harb"} {
			want, got := found(t, fresh, q, SearchOptions{Typing: true}), found(t, x, q, SearchOptions{Typing: true})
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s in %d articles (-fresh +updated):\n%s", q, n, d)
			}
		}
	}
}

// A shelf keeps what was taken last.
func TestShelf(t *testing.T) {
	var s shelf[int]
	s.put("a", 1, 2, 5)
	s.put("b", 2, 2, 5)
	if _, ok := s.take("a"); !ok {
		t.Error("a is gone")
	}
	s.put("c", 3, 3, 5)
	for key, want := range map[string]bool{"a": true, "b": false, "c": true} {
		if _, ok := s.take(key); ok != want {
			t.Errorf("%s is there: %v", key, ok)
		}
	}
	s.put("d", 4, 9, 5)
	if s.room != 0 || len(s.keys) != 0 || len(s.things) != 0 {
		t.Errorf("what does not fit is there: %+v", s)
	}
}

// Lenses that read alike are different searches.
func TestSearchTellsLensesApart(t *testing.T) {
	x := indexed(t, corpus...)
	for _, pair := range [][2]Lens{
		{{Outlets: []string{"The Harbour", "Herald"}}, {Outlets: []string{"The Harbour Herald"}}},
		{{Actor: "venn Speaker:x"}, {Actor: "venn", Speaker: "x"}},
		{{Articles: []string{"a b"}}, {Articles: []string{"a", "b"}}},
		{{Articles: []string{"a"}}, {Quotes: []string{"a"}}},
		{{Alarms: true}, {}},
	} {
		a, b := SearchOptions{Lens: pair[0]}, SearchOptions{Lens: pair[1]}
		if a.key("tide") == b.key("tide") {
			t.Errorf("%+v and %+v have the same key", pair[0], pair[1])
		}
		searchFor(t, x, "the", a)
		got := found(t, x, "the", b)
		x.memory.forget()
		if d := cmp.Diff(found(t, x, "the", b), got); d != "" {
			t.Errorf("%+v after %+v (-alone +after):\n%s", pair[1], pair[0], d)
		}
	}
}

// A word that stands nearly everywhere is found as any other is.
func TestFrequentWordIsFoundAlike(t *testing.T) {
	x := indexed(t, corpus...)
	snap, err := x.snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := snap.Close(); err != nil {
			t.Error(err)
		}
	}()
	e, word := snap.evaluator(t.Context()), termIn{inBody, "the"}
	want, err := e.sum(anyOf{term(word.in, word.term, 1)})
	if err != nil || len(want.scores) < 2 {
		t.Fatal(want, err)
	}
	got := &finding{docs: snap.none()}
	if err := e.addAlike(word, 1, got.docs); err != nil {
		t.Fatal(err)
	}
	got.scores = e.tally.total(got.docs, 1)
	if d := cmp.Diff(want.docs, got.docs); d != "" {
		t.Error(d)
	}
	for i, s := range got.scores {
		if s != (scored{want.scores[i].slot, 1}) {
			t.Errorf("%v for %v", s, want.scores[i])
		}
	}
}

// No more hits are kept than a screen can show.
func TestHugeAnswersAreNotKept(t *testing.T) {
	var m memory
	r := m.recall(m.now(), "")
	r.answered("few", Results{Hits: make([]Hit, maxHits)})
	r.answered("many", Results{Hits: make([]Hit, maxHits+1)})
	if _, ok := r.answer("few"); !ok {
		t.Error("few hits are not kept")
	}
	if _, ok := r.answer("many"); ok {
		t.Error("many hits are kept")
	}
}
