package load

import (
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// plain reads a text file, with front matter if it has any.
func plain(s string) Document {
	d := Document{Format: Text, Text: s}
	front(&d)
	return d
}

// front fills in what front matter says and marks it as metadata. It returns
// the offset at which the text proper begins.
func front(d *Document) int {
	fm, end := scanFront(d.Text)
	if end == 0 {
		return 0
	}
	d.Blocks = append(d.Blocks, news.Block{Span: text.Span{Start: 0, End: end}.Trim(d.Text), Kind: news.Metadata})
	for _, e := range fm {
		fill(d, e, news.FromFrontMatter)
	}
	return end
}

// entry is one fact, under the key its source gave it.
type entry struct {
	key   string
	value string
	at    text.Span // of the value in Text; empty if it does not stand there
}

// fill puts an entry into the field its key means. The first one stays.
func fill(d *Document, e entry, from news.Origin) {
	if e.value == "" {
		return
	}
	f := news.Field{Value: e.value, Origin: from, At: e.at}
	switch e.key {
	case "outlet", "source", "publisher", "site":
		setField(&d.Outlet, f)
	case "agency", "wire":
		setField(&d.Agency, f)
	case "headline", "title":
		setField(&d.Headline, f)
	case "url", "link", "canonical":
		setField(&d.URL, f)
	case "byline", "author", "authors", "by":
		d.Byline = append(d.Byline, people(f)...)
	case "published", "date", "pubdate", "published_at":
		if day, ok := ParseDay(e.value); ok && d.Published.Date.IsZero() {
			d.Published = news.DateField{Date: day, Origin: from, At: e.at}
		}
	}
}

func setField(to *news.Field, f news.Field) {
	if to.Value == "" {
		*to = f
	}
}
