package corrections

import (
	"verbatim/corpus/news"
)

// Quote returns the place of a quote among readings, as a line names it. It goes
// through all quotes of the file.
func (b *Book) Quote(rs []news.Reading, at news.Ref) Place {
	a := &rs[at.Reading].Article
	words := rs[at.Reading].Quotes[at.Item].In(a.Text)
	out, key := Place{File: b.name(a.File), Words: words}, keyOf(words)
	for r := range rs[:at.Reading+1] {
		if rs[r].Article.File != a.File {
			continue
		}
		for i, q := range rs[r].Quotes {
			if keyOf(q.In(rs[r].Article.Text)) == key && compareRefs(news.Ref{Reading: r, Item: i}, at) <= 0 {
				out.Nth++
			}
		}
	}
	return out
}

// Name returns the place of an entity among readings, by a form of its name.
func (b *Book) Name(rs []news.Reading, at news.Ref, form string) Place {
	a := &rs[at.Reading].Article
	out, key := Place{File: b.name(a.File), Words: form}, nameKey(form)
	for r := range rs[:at.Reading+1] {
		if rs[r].Article.File != a.File {
			continue
		}
		for i := range rs[r].Entities {
			if isName(&rs[r].Entities[i], key) && compareRefs(news.Ref{Reading: r, Item: i}, at) <= 0 {
				out.Nth++
			}
		}
	}
	return out
}

// Article returns the place of an article among readings: its file, and its
// headline where the file has many.
func (b *Book) Article(rs []news.Reading, at int) Place {
	a := &rs[at].Article
	out := Place{File: b.name(a.File)}
	if a.Row == 0 {
		return out
	}
	out.Words = a.Headline.Value
	key := keyOf(out.Words)
	for r := range rs[:at+1] {
		if o := &rs[r].Article; o.File == a.File && (out.Words == "" || keyOf(o.Headline.Value) == key) {
			out.Nth++
		}
	}
	return out
}
