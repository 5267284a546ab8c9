package corrections

import (
	"os"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// rows returns readings of one file of many articles.
func rows(headlines ...string) []news.Reading {
	var out []news.Reading
	for i, h := range headlines {
		a := news.Article{File: "rows.jsonl", Row: i + 1, Text: "It stays down. It stays down."}
		a.Headline.Value = h
		quotes := []news.Quote{{Span: text.Span{Start: 0, End: 14}}, {Span: text.Span{Start: 15, End: 29}}}
		out = append(out, news.Reading{Article: a, Quotes: quotes, Entities: []news.Entity{{Name: "Mara Venn", Aliases: []string{"Venn", "VENN"}}}})
	}
	return out
}

// foundIn writes one decision to a file and looks it up.
func foundIn(t *testing.T, rs []news.Reading, d Decision) Found {
	t.Helper()
	b := &Book{path: t.TempDir() + "/" + FileName}
	if err := os.WriteFile(b.path, []byte(d.String()+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := b.Set()
	found, _, ps := s.Find(rs)
	if len(ps) > 0 {
		t.Errorf("%s: %+v", d, ps)
	}
	return found
}

// Each place is found again, whatever else of the file is called the same.
func TestPlacesOfTheSameWords(t *testing.T) {
	rs, b := rows("Wall", "", "Wall", ""), new(Book)
	for r := range rs {
		at := news.Ref{Reading: r, Item: -1}
		if f := foundIn(t, rs, Decision{Kind: BookmarkArticle, At: b.Article(rs, r)}); len(f.Bookmarks) != 1 || f.Bookmarks[0] != at {
			t.Errorf("article %d: %+v", r, f.Bookmarks)
		}
		for q := range rs[r].Quotes {
			at.Item = q
			if f := foundIn(t, rs, Decision{Kind: Bookmark, At: b.Quote(rs, at)}); len(f.Bookmarks) != 1 || f.Bookmarks[0] != at {
				t.Errorf("quote %+v: %+v", at, f.Bookmarks)
			}
		}
		at.Item = 0
		d := Decision{Kind: MergeActors, At: b.Name(rs, news.Ref{}, "Mara Venn"), With: b.Name(rs, at, "Mara Venn")}
		if f := foundIn(t, rs, d); len(f.SameActors) != 1 || f.SameActors[0][1] != at {
			t.Errorf("name %d: %+v", r, f.SameActors)
		}
	}
	d := Decision{Kind: MergeActors, At: Place{File: "rows.jsonl", Words: "venn"}, With: Place{File: "rows.jsonl", Words: "Venn", Nth: 4}}
	if f := foundIn(t, rs, d); len(f.SameActors) != 1 || f.SameActors[0] != [2]news.Ref{{}, {Reading: 3}} {
		t.Errorf("by another form: %+v", f.SameActors)
	}
}

// A sum, and the ends of words, find what whole words do.
func TestPlacesOfShortenedWords(t *testing.T) {
	rs := rows("Wall")
	for _, p := range []Place{
		{File: "rows.jsonl", Words: "It … down", Nth: 2},
		{File: "rows.jsonl", Words: "It …", Sum: sumOf(keyOf("it stays down")), Nth: 2},
	} {
		if f := foundIn(t, rs, Decision{Kind: Bookmark, At: p}); len(f.Bookmarks) != 1 || f.Bookmarks[0] != (news.Ref{Item: 1}) {
			t.Errorf("%s: %+v", p, f.Bookmarks)
		}
	}
}
