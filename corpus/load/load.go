// Package load turns files into decoded documents: one reader a format, each
// giving text in valid UTF-8 and what the format itself says of outlet,
// headline, byline and date. It judges nothing; that is for the package clean.
//
// A file that cannot be read becomes a problem and the rest goes on.
package load

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"

	"verbatim/corpus/news"
)

// The formats a document can have come from.
const (
	Text     = "text"
	Markdown = "markdown"
	HTML     = "html"
	JSONL    = "jsonl"
)

// Input is one file to read.
type Input struct {
	File string // the path as it was opened, slash separated
	Size int64  // bytes of the file when it was listed; 0 where it was not

	path  string
	fsys  fs.FS // nil for the operating system
	watch func(n int) error
}

// OS returns the input for a file of the operating system.
func OS(path string) Input { return Input{File: slash(path), path: path} }

// At returns the input for a file of fsys.
func At(fsys fs.FS, path string) Input { return Input{File: path, path: path, fsys: fsys} }

// Watched returns the input with a function that is told the bytes of each
// piece read of the file. Its error ends the reading, as a problem.
func (in Input) Watched(watch func(n int) error) Input {
	in.watch = watch
	return in
}

func (in Input) open() (io.ReadCloser, error) {
	f, err := in.file()
	if err != nil || in.watch == nil {
		return f, err
	}
	return &watched{f, in.watch}, nil
}

func (in Input) file() (io.ReadCloser, error) {
	if in.fsys != nil {
		return in.fsys.Open(in.path)
	}
	return os.Open(in.path)
}

// watched is a file that tells how much of it is read.
type watched struct {
	io.ReadCloser
	watch func(n int) error
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.ReadCloser.Read(p)
	if stop := w.watch(n); stop != nil {
		return 0, stop
	}
	return n, err
}

// Key returns the sha256 of the file's raw bytes in hex, so that a file that
// has not changed need not be read again. The error says that the file could
// not be opened or read.
func (in Input) Key() (string, error) {
	f, err := in.open()
	if err != nil {
		return "", fmt.Errorf("hash %s: %w", in.File, cause(err))
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", fmt.Errorf("hash %s: %w", in.File, cause(err))
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Document is one article as its file holds it.
type Document struct {
	File      string // the path as it was opened, slash separated
	Row       int    // 1-based row of a file that holds many, else 0
	Format    string // Text, Markdown, HTML or JSONL
	Text      string // decoded, valid UTF-8, without NUL; line ends as they are
	Outlet    news.Field
	Agency    news.Field
	Headline  news.Field
	URL       news.Field
	Byline    []news.Field // one a person
	Published news.DateField

	// Blocks says what parts of Text are, as far as the format itself says so
	// (front matter, headings of Markdown, all of HTML): in order, not
	// overlapping, and not necessarily all of it.
	Blocks []news.Block
}

// Key returns a sha256 in hex of all that the document says, wherever it
// stands: the same article has the same key in another file or row.
func (d Document) Key() string {
	h := sha256.New()
	part := func(s string) { fmt.Fprintf(h, "%d:%s", len(s), s) }
	part(d.Format)
	part(d.Text)
	for _, f := range append([]news.Field{d.Outlet, d.Agency, d.Headline, d.URL}, d.Byline...) {
		part(f.Value)
	}
	part(d.Published.Date.String())
	return hex.EncodeToString(h.Sum(nil))
}
