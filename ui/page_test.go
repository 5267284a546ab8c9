package ui

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Front matter keeps its lines; the lines of a paragraph are one.
func TestPageKeepsLinesOfFrontMatter(t *testing.T) {
	const src = "---\noutlet: Port Hale Courier\npublished: 2031-03-02\n---\n\nThe wall\nstays down."
	body := strings.Index(src, "The wall")
	rd := &news.Reading{Article: news.Article{Text: src, Blocks: []news.Block{
		{Span: text.Span{End: body - 2}, Kind: news.Metadata}, {Span: text.Span{Start: body, End: len(src)}, Kind: news.Body},
	}}}
	var rows []string
	for _, r := range pageOf(rd, nil, pageStyle{width: 60, furniture: true, numbers: true}).rows {
		if !r.Empty() {
			rows = append(rows, r.number+strings.TrimRight(r.line.String(), " "))
		}
	}
	want := "    1 ---|    2 outlet: Port Hale Courier|    3 published: 2031-03-02|    4 ---|    6 The wall stays down."
	if got := strings.Join(rows, "|"); got != want {
		t.Errorf("the page is\n%s\nwant\n%s", got, want)
	}
}
