// Package clean says what each paragraph of a document is: headline, byline,
// dateline, body, caption, furniture. Nothing is deleted or changed; all is
// chosen as spans of the text.
package clean

import (
	"crypto/sha256"
	"encoding/hex"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Article reads a document as an article: its blocks hold every byte that is
// not white space, in order.
func Article(d load.Document) news.Article {
	a := news.Article{
		ID: id(d.Text), File: d.File, Row: d.Row, Format: d.Format, Text: d.Text,
		Outlet: d.Outlet, Agency: d.Agency, Headline: d.Headline, Byline: d.Byline,
		Published: d.Published, URL: d.URL.Value,
	}
	a.Blocks = lines(d)
	return a
}

func id(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "a" + hex.EncodeToString(sum[:])[:10]
}

func lines(d load.Document) []news.Block {
	var out []news.Block
	start := 0
	cut := func(end int) {
		for i := start; i < end; {
			j := i
			for j < end && d.Text[j] != '\n' {
				j++
			}
			if at := (text.Span{Start: i, End: j}).Trim(d.Text); !at.Empty() {
				out = append(out, news.Block{Span: at, Kind: news.Body})
			}
			i = j + 1
		}
	}
	for _, b := range d.Blocks {
		cut(b.Start)
		out = append(out, b)
		start = b.End
	}
	cut(len(d.Text))
	return out
}
