package corpus_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"verbatim/corpus"
	"verbatim/corpus/news"
	"verbatim/index"
)

// counted counts what is asked of an index, and what it is given.
type counted struct {
	*index.Index
	known, kept atomic.Int64
}

func (c *counted) Reading(key string) ([]news.Reading, bool) {
	rs, ok := c.Index.Reading(key)
	if ok {
		c.known.Add(1)
	}
	return rs, ok
}

func (c *counted) Keep(key string, rs []news.Reading) error {
	c.kept.Add(1)
	return c.Index.Keep(key, rs)
}

// An index that is closed and opened again knows all that has not changed.
func TestIndexKeepsReadings(t *testing.T) {
	dir, store := t.TempDir(), t.TempDir()
	var rows strings.Builder
	for i := range 20 {
		fmt.Fprintf(&rows, "{\"outlet\":\"Hale Mail\",\"text\":\"“Pier %d stays shut,” said Mara Venn of Port Hale.\"}\n", i)
	}
	put := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	open := func() (news.Briefing, int64, int64) {
		x, err := index.Open(index.Options{Dir: store, Corpus: index.CorpusKey([]string{dir}), ReadingVersion: corpus.Version})
		if err != nil {
			t.Fatal(err)
		}
		c := &counted{Index: x}
		b, err := corpus.Read(context.Background(), []string{dir}, corpus.Options{Cache: c})
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Prune(); err != nil {
			t.Error(err)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
		return b, c.known.Load(), c.kept.Load()
	}
	put("a.txt", "“The quay stays shut,” said Tomas Ilk of the dockers.")
	put("b.jsonl", rows.String())
	first, known, kept := open()
	if len(first.Readings) != 21 || known != 0 || kept != 21 {
		t.Errorf("first %d articles, %d known, %d kept", len(first.Readings), known, kept)
	}
	again, known, kept := open()
	if known != 21 || kept != 0 || !reflect.DeepEqual(first, again) {
		t.Errorf("then %d known, %d kept, the same briefing: %t", known, kept, reflect.DeepEqual(first, again))
	}
	put("b.jsonl", rows.String()+"{\"outlet\":\"Hale Mail\",\"text\":\"“Pier 90 opens,” said Mara Venn.\"}\n")
	if b, known, kept := open(); len(b.Readings) != 22 || known != 21 || kept != 1 {
		t.Errorf("after a new row %d articles, %d known, %d kept", len(b.Readings), known, kept)
	}
}
