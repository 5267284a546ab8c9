package index

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"go.etcd.io/bbolt"

	"verbatim/corpus/news"
)

func TestReadings(t *testing.T) {
	dir := t.TempDir()
	b := briefing(corpus...)
	x, err := Open(Options{Dir: dir, ReadingVersion: "1"})
	if err != nil {
		t.Fatal(err)
	}
	keep := func(key string, rs []news.Reading) {
		t.Helper()
		if err := x.Keep(key, rs); err != nil {
			t.Fatal(err)
		}
	}
	keep("many", b.Readings)
	keep("one", b.Readings[:1])
	keep("none", nil)
	checkReading(t, x, "many", b.Readings)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}

	x = open(t, Options{Dir: dir, ReadingVersion: "1"})
	checkReading(t, x, "many", b.Readings)
	checkReading(t, x, "none", nil)
	if _, ok := x.Reading("other"); ok {
		t.Error("found what was never kept")
	}
	if err := x.Prune(); err != nil { // "one" was not asked for
		t.Fatal(err)
	}
	if _, ok := x.Reading("one"); ok {
		t.Error("still there after pruning")
	}
	checkReading(t, x, "many", b.Readings)
	updated(t, x, b)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}

	x = open(t, Options{Dir: dir, ReadingVersion: "2"})
	if _, ok := x.Reading("many"); ok {
		t.Error("a reading of another version")
	}
	if got := found(t, x, "whistle", SearchOptions{}); len(got) != 1 {
		t.Errorf("the words were dropped with the readings: %v", got)
	}
}

func checkReading(t *testing.T, x *Index, key string, want []news.Reading) {
	t.Helper()
	got, ok := x.Reading(key)
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("reading %s: %v, %d articles, want %d the same", key, ok, len(got), len(want))
	}
}

// Workers read and keep at once.
func TestReadingsAtOnce(t *testing.T) {
	x := open(t, Options{Dir: t.TempDir()})
	b := briefing(corpus...)
	big := b.Readings
	big[0].Article.Text = strings.Repeat("x", 300_000) // so that some are written on the way
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			for i := range 20 {
				key := fmt.Sprint(w, ".", i)
				if err := x.Keep(key, big); err != nil {
					t.Error(err)
				}
				if rs, ok := x.Reading(key); !ok || len(rs) != len(big) {
					t.Errorf("%s was not kept", key)
				}
				x.Reading(fmt.Sprint((w+1)%8, ".", i))
			}
		})
	}
	wg.Wait()
	for w := range 8 {
		for i := range 20 {
			if _, ok := x.Reading(fmt.Sprint(w, ".", i)); !ok {
				t.Errorf("%d.%d is gone", w, i)
			}
		}
	}
}

func TestCorpusKey(t *testing.T) {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	a := CorpusKey([]string{"x", "y"})
	for _, same := range [][]string{{"y", "x"}, {"x", "y", "x"}, {"./x", "y/"}, {filepath.Join(dir, "x"), "y"}} {
		if k := CorpusKey(same); k != a {
			t.Errorf("%v: %s, want %s", same, k, a)
		}
	}
	if CorpusKey([]string{"x"}) == a || CorpusKey([]string{"xy"}) == CorpusKey([]string{"x", "y"}) {
		t.Error("the same key for other paths")
	}
}

// A record whose bytes changed on disk is not there.
func TestReadingDamaged(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Keep("k", briefing(corpus...).Readings); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x = open(t, Options{Dir: dir})
	err = x.store.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketReadings)
		v := []byte(strings.Replace(string(b.Get([]byte("k"))), "resign", "reside", 1))
		return b.Put([]byte("k"), v)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := x.Reading("k"); ok {
		t.Error("read as if nothing had changed")
	}
}

// A store that cannot be written is begun anew by the next opening.
func TestReadingsThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.store.update(func(*bbolt.Tx) error { panic("page 7 is already freed") }); err == nil {
		t.Fatal("no error")
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x = open(t, Options{Dir: dir})
	if err := x.Keep("k", nil); err != nil {
		t.Error(err)
	}
	updated(t, x, briefing(corpus...))
	if _, err := os.Stat(filepath.Join(dir, "default", storeName+".damaged")); err != nil {
		t.Error(err)
	}
}
