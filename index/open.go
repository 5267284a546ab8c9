package index

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// Names within the folder of an index.
const (
	storeName = "readings.db"
	bleveName = "bleve"
	lockName  = "holder.json"
)

// markKey is where bleve keeps the mark that ties it to the store.
const markKey = "verbatim mark"

// Open opens the index of a corpus, making it where there is none. What is
// damaged or of another version is set aside and made anew; what cannot be
// opened because another process holds it, or because the disk does not let
// us, is replaced by an index in memory. [Index.Notice] then says so. An error
// remains only where not even memory can hold one.
func Open(o Options) (*Index, error) {
	x := &Index{stem: &stemmer{}}
	if o.InMemory {
		return x, x.openMemory()
	}
	x.dir = folder(o)
	err := x.openDisk(o)
	if err == nil {
		return x, nil
	}
	x.note(whyMemory(x.dir, err))
	x.dir, x.holder = "", nil
	return x, x.openMemory()
}

// folder returns the folder of the index that o asks for.
func folder(o Options) string {
	dir, corpus := o.Dir, o.Corpus
	if dir == "" {
		dir = filepath.Join(xdg.DataHome, "verbatim")
	}
	if corpus == "" {
		corpus = "default"
	}
	return filepath.Join(dir, corpus)
}

func whyMemory(dir string, err error) string {
	if isHeld(err) {
		return "The index is open in " + heldBy(dir) + ", so this one is kept in memory."
	}
	return fmt.Sprintf("The index is kept in memory: %v.", err)
}

func (x *Index) note(s string) { x.notice = append(x.notice, s) }

func joinSentences(ss []string) string { return strings.Join(ss, " ") }

// openMemory replaces what is open by an empty index in memory.
func (x *Index) openMemory() error {
	b, err := bleve.NewUsing("", staticMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return fmt.Errorf("open an index in memory: %w", err)
	}
	x.bleve, x.digests, x.frozen = b, map[string][]uint64{}, false
	x.orders.forget()
	x.memory.forget()
	if x.store == nil {
		x.store = newStore()
	}
	return nil
}

// openDisk opens the index in x.dir to write, or failing that to read.
func (x *Index) openDisk(o Options) error {
	if o.ReadOnly {
		return x.openReadOnly(o)
	}
	if err := os.MkdirAll(x.dir, 0o700); err != nil {
		return err
	}
	err := x.openToWrite(o)
	if isHeld(err) || errors.Is(err, os.ErrPermission) {
		if x.openReadOnly(o) == nil {
			x.note("The index is open for reading only: " + whyFrozen(x.dir, err) + ".")
			return nil
		}
	}
	return err
}

func whyFrozen(dir string, err error) string {
	if isHeld(err) {
		return heldBy(dir) + " has it open too"
	}
	return "its folder cannot be written to"
}

func (x *Index) openToWrite(o Options) error {
	path := filepath.Join(x.dir, storeName)
	s, err := openStore(path, o.ReadingVersion, false)
	if err != nil && !isHeld(err) && !errors.Is(err, os.ErrPermission) && exists(path) {
		x.note("The store of readings was damaged and has been made anew.")
		if err := setAside(path); err != nil {
			return err
		}
		s, err = openStore(path, o.ReadingVersion, false)
	}
	if err != nil {
		return err
	}
	x.store = s
	if err := x.openBleve(); err != nil {
		x.store = nil
		return errors.Join(err, s.close())
	}
	x.holder = hold(x.dir)
	return nil
}

// openBleve opens the words, or makes them anew where they cannot be opened
// or do not go with the store.
func (x *Index) openBleve() error {
	path := filepath.Join(x.dir, bleveName)
	if x.store.mark() == "" && exists(path) { // of another version, or its store was lost
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	b, err := openSegments(path, false)
	if err == nil {
		mark, _ := b.GetInternal([]byte(markKey))
		if len(mark) > 0 && string(mark) == x.store.mark() && x.loadDigests(b) == nil {
			x.bleve = b
			return nil
		}
		err = b.Close()
	}
	if isHeld(err) {
		return err
	}
	if exists(path) {
		if err != nil {
			x.note("The index was damaged and is being made anew.")
		}
		if err := setAside(path); err != nil {
			return err
		}
	}
	return x.createBleve(path)
}

func (x *Index) createBleve(path string) error {
	b, err := bleve.NewUsing(path, staticMapping(), scorch.Name, scorch.Name, settings(false))
	if err != nil {
		return fmt.Errorf("make the index %s: %w", path, err)
	}
	mark := rand.Text()
	if err := errors.Join(b.SetInternal([]byte(markKey), []byte(mark)), x.store.forget(mark)); err != nil {
		return errors.Join(fmt.Errorf("make the index %s: %w", path, err), b.Close())
	}
	x.bleve, x.digests = b, map[string][]uint64{}
	return nil
}

func (x *Index) openReadOnly(o Options) error {
	s, err := openStore(filepath.Join(x.dir, storeName), o.ReadingVersion, true)
	if err != nil {
		return err
	}
	b, err := openSegments(filepath.Join(x.dir, bleveName), true)
	if err == nil {
		x.store, x.bleve, x.frozen = s, b, true
		if err = x.loadDigests(b); err == nil {
			return nil
		}
		err = errors.Join(err, b.Close())
	}
	x.store, x.bleve, x.frozen = nil, nil, false
	return errors.Join(err, s.close())
}

// openSegments opens the folder of bleve after checking its files, for bleve
// itself panics beyond recovery on damaged ones.
func openSegments(path string, readOnly bool) (b bleve.Index, err error) {
	if err := errors.Join(verifySegments(filepath.Join(path, "store")), verifySeal(path)); err != nil {
		return nil, err
	}
	err = guard(func() error {
		b, err = bleve.OpenUsing(path, settings(readOnly))
		return err
	})
	if err == nil && !readOnly {
		err = breakSeal(path)
	}
	return b, err
}

// settings are bleve's. Without bolt_timeout a second process waits for ever.
func settings(readOnly bool) map[string]any {
	return map[string]any{"bolt_timeout": lockWait.String(), "read_only": readOnly}
}

// staticMapping maps nothing: documents come to bleve already cut into terms.
func staticMapping() mapping.IndexMapping {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentDisabledMapping()
	m.IndexDynamic, m.StoreDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// setAside moves a damaged file or folder out of the way, and keeps the last
// one for whoever wants to look.
func setAside(path string) error {
	old := path + ".damaged"
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	return os.Rename(path, old)
}
