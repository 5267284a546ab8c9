package index

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scattered returns an index on disk that was written document by document.
func scattered(t *testing.T) *Index {
	t.Helper()
	x := open(t, Options{Dir: t.TempDir()})
	r := newReader(briefing(corpus...))
	for n := range corpus {
		items := r.items(n)
		digests, err := digestsOf(items)
		if err != nil {
			t.Fatal(err)
		}
		for i := range items {
			write(t, x, &items[i], r.b.Readings[n].Article.Text)
		}
		x.learn(map[string][]uint64{r.b.Readings[n].Article.ID: digests})
	}
	return x
}

func write(t *testing.T, x *Index, it *item, src string) {
	t.Helper()
	doc, err := it.document(src, x.stem)
	if err != nil {
		t.Fatal(err)
	}
	b := x.bleve.NewBatch()
	if err := b.IndexAdvanced(doc); err != nil {
		t.Fatal(err)
	}
	if err := x.bleve.Batch(b); err != nil {
		t.Fatal(err)
	}
}

// Small segments become one, which answers as they did.
func TestTidy(t *testing.T) {
	x := scattered(t)
	queries := []string{"the", "harb", `"will not res`, "minister resign", "speaker:venn"}
	want := map[string][]string{}
	for _, q := range queries {
		want[q] = found(t, x, q, SearchOptions{Typing: true})
	}
	x.updating.Lock()
	x.join()
	x.updating.Unlock()
	<-x.tidied
	if n := x.smallSegments(); n != 1 {
		t.Errorf("%d segments", n)
	}
	for _, q := range queries {
		if d := cmp.Diff(want[q], found(t, x, q, SearchOptions{Typing: true})); d != "" {
			t.Errorf("%s (-before +after):\n%s", q, d)
		}
	}
}

// Closing does not wait for tidying, nor does writing.
func TestTidyIsLeft(t *testing.T) {
	x := scattered(t)
	x.updating.Lock()
	x.join()
	x.updating.Unlock()
	updated(t, x, briefing(corpus[:2]...))
	if got := searchFor(t, x, "", SearchOptions{Scope: Articles}).Total; got != 2 {
		t.Errorf("%d articles", got)
	}
	x.updating.Lock()
	x.join()
	x.updating.Unlock()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	<-x.tidied
	if err := x.Update(context.Background(), briefing(corpus...), nil); err == nil {
		t.Error("a closed index is written to")
	}
}

// Who waits for an index to be fit waits no longer than asked to.
func TestSettle(t *testing.T) {
	x := scattered(t)
	x.Settle(t.Context())
	if n := x.smallSegments(); n > maxSmall {
		t.Errorf("%d segments", n)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	x = scattered(t)
	x.Settle(ended)
	updated(t, x, briefing(corpus[:2]...))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x.Settle(t.Context()) // nothing is left to be done
}
