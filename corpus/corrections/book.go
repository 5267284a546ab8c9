package corrections

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"
)

// Book is the corrections of a corpus: those in the file beside it, and those
// of this session that could not be written there. It is safe for concurrent
// use; other programs may write the file meanwhile.
type Book struct {
	path string // of the file
	base string // the absolute folder that names are relative to; empty for names as they are
	make bool   // the folder, if it is not there

	mu      sync.Mutex
	unsaved []edit // what could not be written, on top of the file
	done    []step
	undone  []step
}

// Change is what an editor decides at once.
type Change struct {
	Add, Drop []Decision
	Says      string // what is so when it is done, in words: "A and B are one actor"
	Undone    string // what is so when it is taken back: "A and B are two actors again"
}

// step is a change as it was made.
type step struct {
	edit
	says, undone string
}

// ErrNothing says that there is nothing to change, undo or redo.
var ErrNothing = errors.New("nothing to change")

// Unsaved says that a change is made but could not be written, and lasts for
// the session only.
type Unsaved struct {
	File string
	Err  error
}

// Error names the file and says why it was not written.
func (u *Unsaved) Error() string {
	return fmt.Sprintf("kept for this session only: write %s: %v", u.File, u.Err)
}

// Unwrap returns why the file was not written.
func (u *Unsaved) Unwrap() error { return u.Err }

// Beside returns the corrections beside a corpus: of the folder that was
// opened, of the folder of the first of several paths, or, of the built-in
// sample, where no path is given, in the XDG data folder.
func Beside(paths []string) *Book {
	if len(paths) == 0 {
		return &Book{path: filepath.Join(xdg.DataHome, "verbatim", "sample", FileName), make: true}
	}
	dir := paths[0]
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	b := &Book{path: filepath.Join(dir, FileName)}
	if abs, err := filepath.Abs(dir); err == nil {
		b.base = abs
	}
	return b
}

// File returns the path of the file, which need not be there.
func (b *Book) File() string { return b.path }

// name returns what an article's file is called in the corrections.
func (b *Book) name(file string) string {
	if b.base == "" {
		return filepath.ToSlash(file)
	}
	abs, err := filepath.Abs(filepath.FromSlash(file))
	if err != nil {
		return filepath.ToSlash(file)
	}
	rel, err := filepath.Rel(b.base, abs)
	if err != nil {
		return filepath.ToSlash(abs)
	}
	return filepath.ToSlash(rel)
}

// Set returns the decisions as they are now, in the file and out of it. What
// cannot be read is among its problems.
func (b *Book) Set() Set {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := Set{file: filepath.ToSlash(b.path), name: b.name}
	p, err := b.read()
	if err != nil {
		s.tell(0, err.Error())
	}
	p.problems(s.tell)
	for i, l := range p.lines {
		if l.is == decision {
			s.lines = append(s.lines, numbered{i + 1, l.Decision})
		}
	}
	if len(b.unsaved) > 0 {
		for _, e := range b.unsaved {
			p.apply(e)
		}
		s.lines = p.decisions(s.lines)
	}
	return s
}

// Do makes a change. The error is [ErrNothing] if it is made already, an
// [Unsaved] if it could not be written, and else says why the file could not be
// read. It may take a second, where another program is writing the file.
func (b *Book) Do(c Change) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	e, err := b.change(func(p *page) edit { return p.editOf(c) })
	if e.empty() {
		return firstOf(err, ErrNothing)
	}
	b.done, b.undone = append(b.done, step{e, c.Says, c.Undone}), nil
	return err
}

// Undo takes the last change of this session back and returns what is so now.
// The errors are those of [Book.Do].
func (b *Book) Undo() (says string, err error) { return b.back(&b.done, &b.undone) }

// Redo makes the last change that was undone again and returns what is so now.
// The errors are those of [Book.Do].
func (b *Book) Redo() (says string, err error) { return b.back(&b.undone, &b.done) }

// back inverts the last step of one list and puts it on the other.
func (b *Book) back(from, to *[]step) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(*from)
	if n == 0 {
		return "", ErrNothing
	}
	last := (*from)[n-1]
	_, err := b.change(func(*page) edit { return last.inverse() })
	if err != nil && !errors.As(err, new(*Unsaved)) {
		return "", err
	}
	*from = (*from)[:n-1]
	*to = append(*to, step{last.inverse(), last.undone, last.says})
	return last.undone, err
}

// change reads the file, changes it and writes it, all that could not be
// written before with it.
func (b *Book) change(of func(*page) edit) (edit, error) {
	unlock, err := b.lock()
	defer unlock()
	p, readErr := b.read()
	err = firstOf(readErr, err)
	for _, e := range b.unsaved {
		p.apply(e)
	}
	e := of(&p)
	switch {
	case e.empty() && readErr != nil:
		return e, fmt.Errorf("%s %w", filepath.ToSlash(b.path), readErr)
	case e.empty():
		return e, nil
	}
	p.apply(e)
	if err == nil {
		err = b.write(p.bytes())
	}
	if err != nil {
		b.unsaved = append(b.unsaved, e)
		return e, &Unsaved{filepath.ToSlash(b.path), cause(err)}
	}
	b.unsaved = nil
	return e, nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// cause is an error without the path that whoever tells it names anyway.
func cause(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	if l := (*os.LinkError)(nil); errors.As(err, &l) {
		return l.Err
	}
	return err
}

// Set is the decisions of a corpus at one time.
type Set struct {
	file     string // of the corrections, as problems name it
	name     func(file string) string
	lines    []numbered
	problems []trouble
}

// trouble is what cannot be read or followed of a line, 0 for none in the file.
type trouble struct {
	no   int
	what string
}

// numbered is a decision and its line in the file, 0 for one that is not
// written.
type numbered struct {
	no int
	Decision
}

func (s *Set) tell(no int, what string) { s.problems = append(s.problems, trouble{no, what}) }

// decisions returns those of a page that was edited, with the lines they have
// in the file.
func (p *page) decisions(written []numbered) []numbered {
	no := make(map[Decision]int, len(written))
	for _, l := range written {
		no[l.Decision] = l.no
	}
	var out []numbered
	for _, l := range p.lines {
		if l.is == decision {
			out = append(out, numbered{no[l.Decision], l.Decision})
		}
	}
	return out
}

// Names returns the decisions of a kind that name a place.
func (s *Set) Names(kind Kind, at Place) []Decision {
	var out []Decision
	for _, l := range s.lines {
		if l.Kind == kind && (l.At.is(at) || kind.two() && l.With.is(at)) {
			out = append(out, l.Decision)
		}
	}
	return out
}
