package load

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"verbatim/corpus/news"
)

// record is an article as a row of JSON.
type record struct {
	Outlet    loose `json:"outlet"`
	Source    loose `json:"source"`
	Publisher loose `json:"publisher"`
	Agency    loose `json:"agency"`
	Headline  loose `json:"headline"`
	Title     loose `json:"title"`
	Published loose `json:"published"`
	Date      loose `json:"date"`
	URL       loose `json:"url"`
	Byline    list  `json:"byline"`
	Authors   list  `json:"authors"`
	Author    list  `json:"author"`
	Text      prose `json:"text"`
	Body      prose `json:"body"`
}

// rows reads JSON, one article a line.
func (r *reader) rows(src *bufio.Reader) error {
	var buf []byte
	for n := 1; ; n++ {
		line, err := readRow(src, buf[:0])
		buf = line
		switch {
		case errors.Is(err, errLongRow):
			r.problem(fmt.Sprintf("row %d: longer than %d MB; not read", n, maxRow>>20))
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return cause(err)
		}
		if n == 1 {
			line = trimBOM(line)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			r.row(n, line)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
	}
}

var errLongRow = errors.New("row too long")

// readRow appends the next line to buf. A line beyond maxRow is skipped.
func readRow(src *bufio.Reader, buf []byte) ([]byte, error) {
	long := false
	for {
		part, err := src.ReadSlice('\n')
		if len(buf)+len(part) > maxRow {
			long, buf = true, buf[:0]
		}
		if !long {
			buf = append(buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return buf, errLongRow
		}
		return buf, err
	}
}

func (r *reader) row(n int, line []byte) {
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		r.problem(fmt.Sprintf("row %d: %s", n, jsonCause(err)))
		return
	}
	r.record(n, &rec)
}

// record sends a row as a document, or says that it holds no text.
func (r *reader) record(n int, rec *record) {
	d, err := rec.document()
	switch {
	case err != nil && n > 0:
		r.problem(fmt.Sprintf("row %d: %v", n, err))
	case err != nil:
		r.problem(err.Error())
	default:
		d.Row = n
		r.send(d)
	}
}

// json reads a file that holds one object, an array of them, or a row a line.
func (r *reader) json(src *bufio.Reader) error {
	head, _ := src.Peek(headBytes)
	head = bytes.TrimSpace(trimBOM(head))
	if len(head) > 0 && head[0] == '[' {
		return r.array(src)
	}
	first, _, more := bytes.Cut(head, []byte("\n"))
	if more && json.Valid(first) {
		return r.rows(src)
	}
	raw, err := readAll(src)
	if err != nil {
		return err
	}
	var rec record
	switch err := json.Unmarshal(trimBOM(raw), &rec); {
	case err == nil:
		r.record(0, &rec)
		return nil
	case isSyntax(err) && bytes.IndexByte(bytes.TrimSpace(raw), '\n') >= 0 && !startsOpen(first):
		return r.rows(bufio.NewReader(bytes.NewReader(raw)))
	default:
		return errors.New(jsonCause(err))
	}
}

// startsOpen reports whether a first line is the beginning of an object laid
// out over several lines.
func startsOpen(first []byte) bool {
	first = bytes.TrimSpace(first)
	return !bytes.HasSuffix(first, []byte("}"))
}

func isSyntax(err error) bool {
	var se *json.SyntaxError
	return errors.As(err, &se)
}

// array reads the objects of a JSON array one by one.
func (r *reader) array(src *bufio.Reader) error {
	if b, _ := src.Peek(3); bytes.Equal(b, []byte("\ufeff")) {
		_, _ = src.Discard(3)
	}
	dec := json.NewDecoder(src)
	if _, err := dec.Token(); err != nil {
		return errors.New(jsonCause(err))
	}
	for n := 1; dec.More(); n++ {
		var rec record
		err := dec.Decode(&rec)
		var te *json.UnmarshalTypeError
		switch {
		case errors.As(err, &te):
			r.problem(fmt.Sprintf("row %d: %s", n, jsonCause(err)))
		case err != nil:
			return fmt.Errorf("row %d and all after it: %s", n, jsonCause(err))
		default:
			r.record(n, &rec)
		}
	}
	return nil
}

// jsonCause says what is wrong with JSON in an editor's words.
func jsonCause(err error) string {
	var te *json.UnmarshalTypeError
	if errors.As(err, &te) {
		if te.Field == "" {
			return "not an object but " + te.Value
		}
		return fmt.Sprintf("%q is not text but %s", te.Field, te.Value)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || strings.HasPrefix(err.Error(), "unexpected end of JSON") {
		return "JSON ends too early"
	}
	return "broken JSON: " + strings.TrimPrefix(err.Error(), "json: ")
}

var errNoText = errors.New("no text in it (wanted a field \"text\" or \"body\")")

// document turns a row into a document; its File and Row are still to be set.
func (c *record) document() (Document, error) {
	d := Document{Format: JSONL, Text: sanitise(string(c.Text))}
	if strings.TrimSpace(d.Text) == "" {
		d.Text = sanitise(string(c.Body))
	}
	if strings.TrimSpace(d.Text) == "" {
		return d, errNoText
	}
	put := func(key string, vs ...loose) {
		for _, v := range vs {
			fill(&d, entry{key: key, value: strings.TrimSpace(sanitise(string(v)))}, news.FromRecord)
		}
	}
	put("outlet", c.Outlet, c.Source, c.Publisher)
	put("agency", c.Agency)
	put("headline", c.Headline, c.Title)
	put("published", c.Published, c.Date)
	put("url", c.URL)
	for _, l := range []list{c.Byline, c.Authors, c.Author} {
		if len(d.Byline) == 0 {
			put("byline", l...)
		}
	}
	return d, nil
}
