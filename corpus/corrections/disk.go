package corrections

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// The most bytes and lines of a file of corrections.
const (
	maxFile  = 16 << 20
	maxLines = 100_000
)

// read reads the file; one that is not there is empty. The error says what of
// the file is wrong.
func (b *Book) read() (page, error) {
	data, err := readFile(b.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return page{}, nil
	case err != nil:
		return page{}, fmt.Errorf("could not be read: %w", cause(err))
	case len(data) > maxFile:
		return page{}, fmt.Errorf("could not be read: it is larger than %d bytes", maxFile)
	case bytes.Count(data, []byte("\n")) > maxLines:
		return page{}, fmt.Errorf("could not be read: it has more than %d lines", maxLines)
	}
	return parsePage(data), nil
}

// readFile reads no more than tells that a file is too large, and nothing of
// what is no file: a pipe would be waited for.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

// write puts the file in place at once: whoever reads it sees all or nothing
// of it.
func (b *Book) write(data []byte) error {
	path, mode, err := b.target()
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+FileName+"-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	_ = f.Chmod(mode) // some mounts know no modes
	err = firstOf(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it is of no use to anybody
	}
	return err
}

// target returns the file that is written, behind symbolic links, and its mode.
// A file that is not there is made, so that the umask has its say.
func (b *Book) target() (string, fs.FileMode, error) {
	if _, err := os.Stat(b.path); errors.Is(err, fs.ErrNotExist) {
		f, err := os.OpenFile(b.path, os.O_CREATE|os.O_WRONLY, 0o666)
		if err != nil {
			return "", 0, err
		}
		_ = f.Close()
	}
	path, err := filepath.EvalSymlinks(b.path)
	if err != nil {
		return "", 0, err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", 0, err
	case info.Mode().Perm()&0o200 == 0:
		return "", 0, fs.ErrPermission // a file that is to stay as it is
	}
	return path, info.Mode().Perm(), nil
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
