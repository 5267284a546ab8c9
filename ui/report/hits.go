package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/index"
	"verbatim/ui/cell"
)

// Hit is an article or a quote found, in the JSON of a search.
type Hit struct {
	Place                     // of a quote its words, of an article its headline
	Quote     string          `json:"quote,omitempty"` // id, if a quote was found
	File      string          `json:"file"`
	Row       int             `json:"row,omitempty"`
	Line      int             `json:"line,omitempty"` // 1-based, where the snippet begins; not of files whose lines are not the text's
	Outlet    string          `json:"outlet"`
	Agency    string          `json:"agency,omitempty"`
	Headline  string          `json:"headline"`
	Published string          `json:"published"`
	Speaker   string          `json:"speaker,omitempty"` // a name
	Kind      news.QuoteKind  `json:"kind,omitempty"`
	Relations []news.Relation `json:"relations,omitempty"`
	Snippet   string          `json:"snippet"`
	At        int             `json:"snippet_start"` // byte of the article's text
	Words     []Span          `json:"words"`         // that matched, in the article's text
}

// hits is the JSON of a search.
type hits struct {
	Version int    `json:"version"`
	Query   string `json:"query"`
	Total   int    `json:"total"`
	Hits    []Hit  `json:"hits"`
}

// Found is the answer to a query over a briefing.
type Found struct {
	Briefing *news.Briefing
	Query    string
	Results  index.Results
}

// JSON writes what was found as one JSON object.
func (f Found) JSON(w io.Writer) error {
	l := newLookup(f.Briefing)
	readings := l.byID()
	out := hits{Version: Version, Query: f.Query, Total: f.Results.Total, Hits: make([]Hit, len(f.Results.Hits))}
	for i := range f.Results.Hits {
		out.Hits[i] = l.jsonHit(&f.Results.Hits[i], readings)
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("write hits as JSON: %w", err)
	}
	if _, err := w.Write(escapeControls(buf.Bytes())); err != nil {
		return fmt.Errorf("write hits as JSON: %w", err)
	}
	return nil
}

func (l *lookup) byID() map[string]int {
	out := make(map[string]int, len(l.Readings))
	for i := range l.Readings {
		out[l.Readings[i].Article.ID] = i
	}
	return out
}

func (l *lookup) jsonHit(h *index.Hit, readings map[string]int) Hit {
	out := Hit{
		Place: Place{Article: h.Article, Span: Span(h.At)}, Quote: h.Quote, File: h.File, Row: h.Row,
		Outlet: h.Outlet, Agency: h.Agency, Headline: h.Headline, Published: h.Date.String(),
		Speaker: h.Speaker, Kind: h.Kind, Relations: h.Relations,
		Snippet: h.Snippet.Text, At: h.Snippet.Start, Words: spans(h.Spans),
	}
	if r, ok := readings[h.Article]; ok && l.hasLines(r) {
		out.Line = l.line(r, h.Snippet.Start)
	}
	return out
}

// Text writes what was found to be read: a line that says where each hit
// stands, and one that shows it. A terminal has them wrapped by words; the zero
// one is for a program, which wants lines. Ink makes the words that matched bold.
func (f Found) Text(w io.Writer, t Terminal) error {
	l := newLookup(f.Briefing)
	readings := l.byID()
	p := &page{w: bufio.NewWriter(w), width: math.MaxInt32, bold: t.Ink, links: links{}}
	if t.Width > 0 {
		p.width = max(t.Width, narrowest)
	}
	for i := range f.Results.Hits {
		h := &f.Results.Hits[i]
		where := h.File
		if r, ok := readings[h.Article]; ok {
			where = l.cite(r, h.Snippet.Start)
		}
		if t.Links {
			p.links.add(where, h.File)
		}
		p.add(wrapped(plain, onOneLine.Replace(where+": "+label(h)), p.width)...)
		p.add(indented(4, shown(h, p.width-4))...)
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write hits: %w", err)
	}
	return nil
}

// label says who published a hit, when, and under which headline.
func label(h *index.Hit) string {
	parts := []string{h.Outlet}
	if !h.Date.IsZero() {
		parts = append(parts, h.Date.String())
	}
	if h.Headline != "" {
		parts = append(parts, h.Headline)
	}
	return strings.Join(parts, ", ")
}

// shown is the snippet of a hit with its words marked, after the speaker of a
// quote.
func shown(h *index.Hit, width int) []cell.Line {
	lead := ""
	if h.Quote != "" {
		lead = orElse(h.Speaker, "unattributed") + ": "
	}
	var marks []cell.Mark
	for _, s := range h.Snippet.Spans {
		if s.Fits(h.Snippet.Text) {
			marks = append(marks, cell.Mark{Span: text.Span{Start: len(lead) + s.Start, End: len(lead) + s.End}, Role: strong})
		}
	}
	return rows(lead+onOneLine.Replace(h.Snippet.Text), width, plain, marks)
}

// onOneLine keeps the length, so that what is marked stays where it is.
var onOneLine = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\u0085", "  ", "\u2028", "   ", "\u2029", "   ")
