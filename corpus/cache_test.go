package corpus

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

// counting is a cache in memory that counts, and articles are counted with it.
type counting struct {
	mu       sync.Mutex
	readings map[string][]news.Reading
	hits     int
	read     int // articles that had to be read
}

func newCounting() *counting { return &counting{readings: map[string][]news.Reading{}} }

func (c *counting) Reading(key string) ([]news.Reading, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	rs, ok := c.readings[key]
	if ok {
		c.hits++
	}
	return rs, ok
}

func (c *counting) Keep(key string, rs []news.Reading) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.readings[key] = rs
	return nil
}

// open reads paths and returns how many articles had to be read, and how many
// answers came from the cache.
func (c *counting) open(t testing.TB, paths ...string) (b news.Briefing, read, hits int) {
	t.Helper()
	c.read, c.hits = 0, 0
	s := usual()
	s.article = func(d load.Document) (news.Reading, error) {
		c.mu.Lock()
		c.read++
		c.mu.Unlock()
		return readArticle(d)
	}
	b, err := brief(context.Background(), listed(t, paths...), Options{Workers: 2, Cache: c}, s)
	if err != nil {
		t.Fatal(err)
	}
	return b, c.read, c.hits
}

func TestSecondOpeningReadsNothing(t *testing.T) {
	dir := mixed(t)
	c := newCounting()
	first, read, hits := c.open(t, dir)
	if read != 56 || hits != 0 {
		t.Errorf("the first time %d articles are read and %d known", read, hits)
	}
	second, read, hits := c.open(t, dir)
	if read != 0 || hits != 56 {
		t.Errorf("the second time %d articles are read and %d known", read, hits)
	}
	if !reflect.DeepEqual(first, second) {
		t.Error(cmp.Diff(first, second))
	}
	if plain := mustRead(t, Options{}, dir); !reflect.DeepEqual(first, plain) {
		t.Error(cmp.Diff(plain, first))
	}
}

func TestOnlyWhatChangedIsReadAgain(t *testing.T) {
	dir := mixed(t)
	c := newCounting()
	c.open(t, dir)
	write(t, filepath.Join(dir, "day1/a.txt"), article("Hale Mail", 100))
	write(t, filepath.Join(dir, "rows.jsonl"), row("Hale Mail", 200)+"\n"+rows(31)) // a row before, a row at the end
	b, read, _ := c.open(t, dir)
	if read != 3 {
		t.Errorf("%d articles are read, want the 3 new ones", read)
	}
	if plain := mustRead(t, Options{}, dir); !reflect.DeepEqual(b, plain) {
		t.Error(cmp.Diff(plain, b))
	}
}

// The path can give an article its date, and its format.
func TestSameBytesElsewhereAreReadAgain(t *testing.T) {
	text := "The quay at Port Hale is shut.\n\n" + body(1)
	dir := folder(t, map[string]string{"2031-03-04/a.txt": text, "2031-05-06/b.txt": text, "x.md": text})
	c := newCounting()
	for range 2 {
		b, _, _ := c.open(t, dir)
		if len(b.Readings) != 3 {
			t.Fatalf("%d articles", len(b.Readings))
		}
		for i, want := range []string{"2031-03-04", "2031-05-06", ""} {
			if a := b.Readings[i].Article; a.Published.Date.String() != want {
				t.Errorf("%s is of %s, want %q", a.File, a.Published.Date, want)
			}
		}
		if f := b.Readings[2].Article.Format; f != load.Markdown {
			t.Errorf("x.md is read as %s", f)
		}
	}
}

// broken is a cache that fails in every way.
type broken struct{}

func (broken) Reading(string) ([]news.Reading, bool) { panic("a damaged segment") }

func (broken) Keep(string, []news.Reading) error { return errors.New("the disk is full") }

func TestBrokenCacheOnlyCostsTime(t *testing.T) {
	dir := mixed(t)
	want, got := mustRead(t, Options{}, dir), mustRead(t, Options{Cache: broken{}}, dir)
	if !reflect.DeepEqual(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}
