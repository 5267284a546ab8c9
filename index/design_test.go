package index

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/search"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// The benchmarks of this file compare ways of doing a thing, one of which the
// package does; the package's documentation says how they came out.

// BenchmarkBody compares ways to index the body: at offsets of the whole text,
// with stems only where they differ from the word; with all stems; and as a
// list of paragraphs, spans by array position.
func BenchmarkBody(b *testing.B) {
	br := perf(b, 2000)
	for _, way := range []struct {
		name string
		body func(d *document.Document, src string, paragraphs []text.Span, st *stemmer)
	}{
		{"offsets", func(d *document.Document, src string, ps []text.Span, st *stemmer) { addSpans(d, inBody, src, ps, st) }},
		{"all stems", addAllStems},
		{"paragraphs", addParagraphs},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				dir := b.TempDir()
				x, err := Open(Options{Dir: dir})
				if err != nil {
					b.Fatal(err)
				}
				writeBodies(b, x, br, way.body)
				phrases := timeOf(b, x, `"in a statement"`, `"the white house"`)
				words := timeOf(b, x, "minister resign", "election", "president")
				if err := x.Close(); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(size(b, dir))/float64(len(br.Readings)), "bytes/article")
				b.ReportMetric(phrases, "ms/phrase")
				b.ReportMetric(words, "ms/word")
			}
		})
	}
}

func writeBodies(b *testing.B, x *Index, br news.Briefing, body func(*document.Document, string, []text.Span, *stemmer)) {
	docs := x.bleve.NewBatch()
	for i := range br.Readings {
		a := &br.Readings[i].Article
		it := item{Record: record{Article: a.ID}}
		d, err := it.document(a.Text, x.stem)
		if err != nil {
			b.Fatal(err)
		}
		body(d, a.Text, a.Paragraphs(news.Body), x.stem)
		if err := docs.IndexAdvanced(d); err != nil {
			b.Fatal(err)
		}
	}
	if err := x.bleve.Batch(docs); err != nil { // one, so that sizes do not depend on merging
		b.Fatal(err)
	}
}

func addAllStems(d *document.Document, src string, paragraphs []text.Span, st *stemmer) {
	whole, stems := newTerms(inBody), newTerms(inBody+stemSuffix)
	position := 0
	for _, p := range paragraphs {
		eachWord(src, p, func(w text.Word) {
			position++
			whole.add(w.Fold, position, w.Span)
			stems.add(st.stem(w.Fold), position, w.Span)
		})
		position += gap
	}
	d.AddField(whole.finish())
	d.AddField(stems.finish())
}

// inParagraphOf is terms of one paragraph of a list.
type inParagraphOf struct {
	*terms
	at []uint64
}

func (f inParagraphOf) ArrayPositions() []uint64 { return f.at }

func addParagraphs(d *document.Document, src string, paragraphs []text.Span, st *stemmer) {
	for i, p := range paragraphs {
		f := newWordField(inBody, st)
		f.words(src, p, func(s text.Span) text.Span { return text.Span{Start: s.Start - p.Start, End: s.End - p.Start} })
		for _, t := range []*terms{f.whole, f.stems} {
			at := []uint64{uint64(i)}
			for i := range t.places {
				t.places[i].ArrayPositions = at
			}
			t.finish()
			if t.length > 0 {
				d.AddField(inParagraphOf{t, at})
			}
		}
	}
}

// timeOf returns the milliseconds a search of the queries takes.
func timeOf(b *testing.B, x *Index, queries ...string) float64 {
	const rounds = 30
	var sum float64
	for range rounds {
		for _, q := range queries {
			res, err := x.Search(context.Background(), q, SearchOptions{Scope: Articles})
			if err != nil {
				b.Fatal(err)
			}
			sum += res.Took.Seconds() * 1000
		}
	}
	return sum / float64(rounds*len(queries))
}

func size(b *testing.B, dir string) (n int64) {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".zap" {
			return err
		}
		info, err := d.Info()
		n += info.Size()
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// BenchmarkLocate compares finding the places of a match in a second search
// among the hits with asking for them in the first.
func BenchmarkLocate(b *testing.B) {
	x := open(b, Options{Dir: b.TempDir()})
	updated(b, x, perf(b, 4000))
	for _, q := range []string{"resign minister", "president trump", "said", `"white house"`} {
		for _, twice := range []bool{true, false} {
			b.Run(fmt.Sprintf("%s/twice=%v", q, twice), func(b *testing.B) {
				for b.Loop() {
					collectBoth(b, x, q, twice)
				}
			})
		}
	}
}

func collectBoth(b *testing.B, x *Index, q string, twice bool) {
	tree, err := parse(q, parseDay, false)
	if err != nil {
		b.Fatal(err)
	}
	s := &searching{ranked: true, spans: true}
	s.query = (&compiler{scope: Both, stem: x.stem}).query(tree)
	snap, err := x.snapshot()
	if err != nil {
		b.Fatal(err)
	}
	defer snap.Close()
	if twice {
		e := snap.evaluator(b.Context())
		found, err := s.collect(e)
		if err == nil {
			_, err = e.locate(s, found)
		}
		if err != nil {
			b.Fatal(err)
		}
		return
	}
	found, err := s.query.Searcher(b.Context(), snap, nil, search.SearcherOptions{IncludeTermVectors: true})
	if err != nil {
		b.Fatal(err)
	}
	err = each(b.Context(), snap, found, func(*search.DocumentMatch) {})
	if err != nil {
		b.Fatal(err)
	}
}
