// Package clean says what each paragraph of a document is: headline, byline,
// dateline, body, caption, furniture. Nothing is deleted or changed; all is
// chosen as spans of the text.
//
// It goes in stages: split cuts the text into parts; judge says what a part is
// from its own words alone; the rest look at where the part stands. A part
// that reads as sentences stays body unless a strong sign is against it.
package clean

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Article reads a document as an article. Its blocks hold every byte of the
// text that is not white space.
func Article(d load.Document) news.Article {
	p := &page{src: d.Text, parts: split(d)}
	p.a = news.Article{
		ID: id(d.Text), File: d.File, Row: d.Row, Format: d.Format, Text: d.Text,
		Outlet: d.Outlet, Agency: d.Agency, Headline: d.Headline, Byline: d.Byline,
		Published: d.Published, URL: d.URL.Value,
	}
	for i := range p.parts {
		p.judge(&p.parts[i])
	}
	p.extent()
	p.standfirst()
	p.headline()
	p.byline()
	p.pageDate()
	p.head()
	p.middle()
	p.tail()
	p.repeats()
	p.dateline()
	p.rights()
	p.settle()
	p.date()
	p.a.Blocks = p.blocks()
	return p.a
}

func id(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "a" + hex.EncodeToString(sum[:])[:10]
}

// page is a document while it is being read as an article.
type page struct {
	src   string
	parts []part
	a     news.Article
	first int  // the first part that reads as the article's sentences
	last  int  // the one after the last of them
	fed   bool // the page says that it took the report from elsewhere

	unsure text.Span       // the name in the dateline's brackets, if no agency's
	words  map[string]bool // see vocabulary
}

// blocks gives each part its kind: body if nothing else was found.
func (p *page) blocks() []news.Block {
	out := make([]news.Block, 0, len(p.parts)+2)
	add := func(b news.Block) {
		if b.Span = b.Trim(p.src); !b.Empty() {
			out = append(out, b)
		}
	}
	for _, t := range p.parts {
		kind := cmp.Or(t.kind, t.hint, news.Body)
		body := t.Span
		if !t.lead.Empty() {
			add(t.lead)
			body.Start = t.lead.End
		}
		if !t.tail.Empty() {
			body.End = t.tail.Start
		}
		add(news.Block{Span: body, Kind: kind})
		if !t.tail.Empty() {
			add(t.tail)
		}
	}
	return out
}
