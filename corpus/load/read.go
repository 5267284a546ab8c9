package load

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"verbatim/corpus/news"
)

const (
	maxText     = 64 << 20 // bytes of one text, decompressed
	maxRow      = 16 << 20 // bytes of one row of JSON
	maxRatio    = 100      // of decompressed to compressed bytes, beyond maxText
	maxProblems = 20       // bad rows of one file told one by one
	headBytes   = 64 << 10 // of JSON looked at to tell rows from one object
)

// Read reads the file and calls emit for each article in it, in order. It
// returns what could not be read: the whole file, or some of its rows.
func Read(in Input, emit func(Document)) []news.Problem {
	r := &reader{in: in, emit: emit}
	if err := r.read(); err != nil {
		r.problem(err.Error())
	}
	if r.hidden > 0 {
		r.problems = append(r.problems, news.Problem{File: in.File, What: fmt.Sprintf("%d more rows could not be read", r.hidden)})
	}
	return r.problems
}

// reader reads one file.
type reader struct {
	in       Input
	emit     func(Document)
	problems []news.Problem
	hidden   int // problems beyond maxProblems
}

func (r *reader) problem(what string) {
	if len(r.problems) >= maxProblems {
		r.hidden++
		return
	}
	r.problems = append(r.problems, news.Problem{File: r.in.File, What: what})
}

func (r *reader) send(d Document) {
	d.File = r.in.File
	r.emit(d)
}

func (r *reader) read() error {
	f, err := r.in.open()
	if err != nil {
		return cause(err)
	}
	defer f.Close()
	src, err := unpack(f, streams(r.in.File))
	if err != nil {
		return err
	}
	return r.dispatch(src, extension(r.in.File))
}

func (r *reader) dispatch(src *bufio.Reader, ext string) error {
	switch ext {
	case ".jsonl", ".ndjson":
		return r.rows(src)
	case ".json":
		return r.json(src)
	}
	raw, err := readAll(src)
	if err != nil {
		return err
	}
	if what := unreadable(ext, raw); what != "" {
		return errors.New(what)
	}
	switch formatOf(ext, raw) {
	case HTML:
		return r.page(raw)
	case Markdown:
		return r.text(raw, markdown)
	case JSONL:
		return r.json(bufio.NewReaderSize(bytes.NewReader(raw), headBytes))
	}
	return r.text(raw, plain)
}

// text reads a file that is its own text.
func (r *reader) text(raw []byte, as func(string) Document) error {
	s := decode(raw, false)
	if strings.TrimSpace(s) == "" {
		return errors.New("empty: no text in it")
	}
	r.send(as(s))
	return nil
}

// extension returns the file's extension in lower case, that of what is
// inside for one that is compressed.
func extension(file string) string {
	file = strings.TrimSuffix(strings.ToLower(file), ".gz")
	return path.Ext(path.Base(file))
}

// streams reports whether a file is read piece by piece, and not at once.
func streams(file string) bool {
	switch extension(file) {
	case ".jsonl", ".ndjson", ".json":
		return true
	}
	return false
}

// unpack returns a reader of f's content, decompressed if it is gzip.
func unpack(f io.Reader, stream bool) (*bufio.Reader, error) {
	size := 512
	if stream {
		size = headBytes
	}
	br := bufio.NewReaderSize(f, size)
	if magic, _ := br.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return br, nil
	}
	counted := &counter{r: br}
	z, err := gzip.NewReader(counted)
	if err != nil {
		return nil, fmt.Errorf("gzip is damaged: %w", err)
	}
	return bufio.NewReaderSize(&bombGuard{z: z, in: counted}, size), nil
}

// counter counts the bytes read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// bombGuard stops a stream that grows out of all proportion.
type bombGuard struct {
	z  io.Reader
	in *counter
	n  int64
}

func (b *bombGuard) Read(p []byte) (int, error) {
	n, err := b.z.Read(p)
	b.n += int64(n)
	if b.n > maxText && b.n > maxRatio*b.in.n {
		return 0, errors.New("gzip expands beyond all proportion; not read")
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("gzip is damaged: %w", err)
	}
	return n, err
}

// readAll reads the whole of a text, or says that it is too large.
func readAll(src io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(src, maxText+1))
	if err != nil {
		return nil, cause(err)
	}
	if len(raw) > maxText {
		return nil, fmt.Errorf("larger than %d MB; not read", maxText>>20)
	}
	return raw, nil
}

// cause takes the path off an error, as the file is named beside it.
func cause(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
