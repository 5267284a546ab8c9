package index

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"

	"verbatim/corpus/news"
)

// Options say where an index is and what it is for.
type Options struct {
	Dir            string // folder of all indexes; "" is verbatim in the XDG data folder
	Corpus         string // names the set of articles, see [CorpusKey]; "" is "default"
	InMemory       bool   // nothing is written to disk
	ReadOnly       bool   // do not write; several processes can read at once
	ReadingVersion string // of the program that reads articles: another version reads them anew
}

// Index holds the articles of a corpus for search, and the readings of its
// files. Its methods can be called from several goroutines at once.
type Index struct {
	dir    string // "" in memory
	store  *store
	holder *holder // nil where nothing is locked
	stem   *stemmer
	orders orders
	memory memory
	notice []string

	updating sync.Mutex         // held by Update and Add
	untidy   context.CancelFunc // stops the last tidying; nil before the first
	tidied   chan struct{}      // closed when it has ended

	mu     sync.RWMutex // of what follows: writers swap or close it
	bleve  bleve.Index
	frozen bool // opened for reading only
	closed bool

	learning sync.RWMutex        // of digests, while an update runs
	digests  map[string][]uint64 // of what is indexed: article ID → its documents
}

var errClosed = errors.New("the index is closed")

// Notice says in a sentence or two what the editor must know about the index:
// that another process holds it, that it was damaged and is being rebuilt.
// Mostly it is empty.
func (x *Index) Notice() string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return joinSentences(x.notice)
}

// Persistent reports whether what is indexed now is there at the next opening.
func (x *Index) Persistent() bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.dir != "" && !x.frozen
}

// Reading returns the articles read from the file of that content hash.
func (x *Index) Reading(key string) ([]news.Reading, bool) {
	rec, ok := x.store.reading(key)
	if !ok {
		return nil, false
	}
	var rs []news.Reading
	if err := decode(rec, &rs); err != nil {
		return nil, false
	}
	return rs, true
}

// Keep remembers the articles read from the file of that content hash. They
// are written in batches, the last of them by [Index.Close].
func (x *Index) Keep(key string, rs []news.Reading) error {
	b, err := encode(rs)
	if err == nil {
		err = x.store.keep(key, b)
	}
	if err != nil {
		return fmt.Errorf("keep the reading of %s: %w", key, err)
	}
	return nil
}

// Prune drops the readings that nobody asked for or kept since the index was
// opened. Call it when all the corpus has been read.
func (x *Index) Prune() error {
	if err := x.store.prune(); err != nil {
		return fmt.Errorf("prune the readings: %w", err)
	}
	return nil
}

// Close writes what waits and lets go of the index. Later calls of other
// methods fail; closing twice does nothing.
func (x *Index) Close() error {
	x.updating.Lock()
	defer x.updating.Unlock()
	x.leave()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil
	}
	x.closed = true
	err := errors.Join(x.closeBleve(), x.store.close(), x.holder.release())
	if err != nil {
		return fmt.Errorf("close the index: %w", err)
	}
	return nil
}

// closeWait is how long bleve has to close. It waits for goroutines of its own
// that may have failed on a damaged file.
const closeWait = 10 * time.Second

func (x *Index) closeBleve() error {
	done := make(chan error, 1)
	go func() { done <- guard(x.bleve.Close) }()
	select {
	case err := <-done:
		if err == nil && x.dir != "" && !x.frozen {
			err = seal(filepath.Join(x.dir, bleveName))
		}
		return err
	case <-time.After(closeWait):
		return errors.New("it does not close, and has been left as it is")
	}
}
