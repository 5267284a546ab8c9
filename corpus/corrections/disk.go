package corrections

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// maxFile is the most bytes of a file of corrections.
const maxFile = 16 << 20

// read reads the file; one that is not there is empty.
func (b *Book) read() (page, error) {
	f, err := os.Open(b.path)
	if errors.Is(err, fs.ErrNotExist) {
		return page{}, nil
	}
	if err != nil {
		return page{}, fmt.Errorf("could not be read: %w", cause(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = fmt.Errorf("is larger than %d bytes", maxFile)
	}
	if err != nil {
		return page{}, fmt.Errorf("could not be read: %w", cause(err))
	}
	return parsePage(data), nil
}

// write puts the file in place at once: whoever reads it sees all or nothing
// of it.
func (b *Book) write(data []byte) error {
	path := b.path
	if really, err := filepath.EvalSymlinks(path); err == nil {
		path = really
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
		if mode&0o200 == 0 {
			return fs.ErrPermission // a file that is to stay as it is
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+FileName+"-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = firstOf(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use to anybody
	}
	return err
}

// How long a lock is waited for, and how old one is that its owner has left.
const (
	lockTries = 100
	lockPause = 10 * time.Millisecond
	lockLeft  = 10 * time.Second
)

// lock keeps other Verbatims from writing between reading and writing here.
// What it returns unlocks, whether or not there was an error.
func (b *Book) lock() (unlock func(), err error) {
	if b.make {
		if err := os.MkdirAll(filepath.Dir(b.path), 0o755); err != nil {
			return func() {}, err
		}
	}
	name := filepath.Join(filepath.Dir(b.path), "."+FileName+".lock")
	for range lockTries {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			_ = f.Close()
			return func() { _ = os.Remove(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return func() {}, err
		}
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > lockLeft {
			_ = os.Remove(name)
			continue
		}
		time.Sleep(lockPause)
	}
	return func() {}, errors.New("another Verbatim is writing it")
}
