package load

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const maxPage = 16 << 20 // bytes of one HTML page

// page reads an HTML page.
func (r *reader) page(raw []byte) error {
	if len(raw) > maxPage {
		return fmt.Errorf("page larger than %d MB; not read", maxPage>>20)
	}
	doc, err := html.Parse(bytes.NewReader([]byte(decode(raw, true))))
	if err != nil {
		return errors.New("page is nested too deeply; not read")
	}
	d := pageDocument(doc)
	if strings.TrimSpace(d.Text) == "" {
		return errors.New("no visible text on the page")
	}
	r.send(d)
	return nil
}

// pageDocument reads a parsed page.
func pageDocument(doc *html.Node) Document {
	s, lines := render(doc)
	d := Document{Format: HTML, Text: s}
	metadata(&d, doc)
	body := bodyLines(s, lines, mainText(doc))
	head := headlineLines(&d, lines)
	from, to := bounds(body)
	for i, l := range lines {
		kind := lineKind(l, body[i], head[i])
		if from < to || kind != news.Furniture {
			d.Blocks = append(d.Blocks, news.Block{Span: l.Span, Kind: kind})
		}
	}
	return d
}

// lineKind says what a line is; where no main text was found, furniture means
// nothing.
func lineKind(l line, body, head bool) news.BlockKind {
	switch {
	case head:
		return news.Headline
	case l.caption:
		return news.Caption
	case !body:
		return news.Furniture
	case headingLevel(l.node) > 0:
		return news.Subhead
	}
	return news.Body
}

// headingLevel returns 1 to 6 for a line inside a heading, else 0.
func headingLevel(n *html.Node) int {
	for ; n != nil; n = n.Parent {
		switch n.DataAtom {
		case atom.H1:
			return 1
		case atom.H2:
			return 2
		case atom.H3:
			return 3
		case atom.H4:
			return 4
		case atom.H5:
			return 5
		case atom.H6:
			return 6
		case atom.Article, atom.Section, atom.Main, atom.Body, atom.Table:
			return 0
		}
	}
	return 0
}

// headlineLines finds the lines that print the headline, and points at the
// first of them. Where the page declares no headline its first heading of the
// top level is taken; a top heading of nearly the same words is one too.
func headlineLines(d *Document, lines []line) []bool {
	out := make([]bool, len(lines))
	if d.Headline.Value == "" {
		d.Headline = firstHeading(d.Text, lines)
	}
	want := wordHashes(d.Headline.Value)
	if len(want) == 0 {
		return out
	}
	for i, l := range lines {
		ws, level := wordHashes(l.In(d.Text)), headingLevel(l.node)
		same := combine(ws) == combine(want)
		out[i] = same || level == 1 && resembles(ws, want)
		if out[i] && (d.Headline.At.Empty() || level == 1 && headingAt(lines, d.Headline.At) != 1) {
			d.Headline.At = l.Span
		}
	}
	return out
}

// firstHeading returns the first top heading of more than two words.
func firstHeading(s string, lines []line) news.Field {
	for _, l := range lines {
		if headingLevel(l.node) == 1 && strings.Count(l.In(s), " ") >= 2 {
			return news.Field{Value: l.In(s), Origin: news.FromPage}
		}
	}
	return news.Field{}
}

// resembles reports whether two headlines share most of their words.
func resembles(a, b []uint64) bool {
	shared := 0
	for _, w := range a {
		if slices.Contains(b[:min(len(b), 40)], w) {
			shared++
		}
	}
	return len(a) <= 40 && shared*5 >= max(len(a), len(b))*3
}

func headingAt(lines []line, at text.Span) int {
	for _, l := range lines {
		if l.Span == at {
			return headingLevel(l.node)
		}
	}
	return 0
}

// mainText returns what go-trafilatura takes for the article on the page,
// empty if it finds none.
func mainText(doc *html.Node) (lines []string) {
	defer func() {
		if recover() != nil { // it can fail on broken pages; our own rules then judge the lines
			lines = nil
		}
	}()
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil || res.ContentNode == nil {
		return nil
	}
	s, at := render(res.ContentNode)
	for _, l := range at {
		lines = append(lines, l.In(s))
	}
	return lines
}
