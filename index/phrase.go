package index

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// phrase finds words in order; the last of an open one may be a beginning.
type phrase struct {
	in    string
	leaf  leaf
	boost float64
}

// Searcher implements [query.Query].
func (q phrase) Searcher(ctx context.Context, r bleveindex.IndexReader, _ mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	words := make([][]string, len(q.leaf.words))
	for i, w := range q.leaf.words {
		words[i] = []string{w}
	}
	if q.leaf.open {
		ends, err := expand(r, q.in, q.leaf)
		if err != nil || len(ends) == 0 {
			return none(r, err)
		}
		words[len(words)-1] = ends
	}
	s := &phraseSearcher{in: q.in, boost: q.boost, options: o, norm: 1}
	return s, s.open(ctx, r, words)
}

// phraseSearcher goes through the documents that hold the words of a phrase
// one behind the other. bleve's own searcher builds maps of all places of all
// words for each document that holds them in any order, which for common
// words is many times the work.
type phraseSearcher struct {
	in      string
	boost   float64
	options search.SearcherOptions
	parts   []part // in order of the phrase
	rarest  []int  // indices of parts, those in fewest documents first
	next    uint64 // the first document not looked at
	idf     float64
	norm    float64  // of the query
	starts  []uint64 // positions at which the phrase begins in the document
}

// part is one word of a phrase, in one or more forms.
type part struct {
	forms []stream
	count uint64
}

// stream is the documents that hold one form.
type stream struct {
	reader bleveindex.TermFieldReader
	word   string
	at     uint64 // the document it stands at
	begun  bool
	buf    bleveindex.TermFieldDoc
	id     bleveindex.IndexInternalID
}

// noDoc is where streams end.
const noDoc = math.MaxUint64

func (s *phraseSearcher) open(ctx context.Context, r bleveindex.IndexReader, words [][]string) error {
	n, err := r.DocCount()
	if err != nil {
		return err
	}
	for i, forms := range words {
		s.parts = append(s.parts, part{})
		for _, w := range forms {
			tr, err := r.TermFieldReader(ctx, []byte(w), s.in, false, s.options.Score != "none", true)
			if err != nil {
				return errors.Join(err, s.Close())
			}
			s.parts[i].forms = append(s.parts[i].forms, stream{reader: tr, word: w})
			s.parts[i].count += tr.Count()
		}
		s.idf += 1 + math.Log(float64(n+1)/float64(s.parts[i].count+1))
		s.rarest = append(s.rarest, i)
	}
	slices.SortStableFunc(s.rarest, func(a, b int) int { return cmp.Compare(s.parts[a].count, s.parts[b].count) })
	return nil
}

// Next implements [search.Searcher].
func (s *phraseSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	for {
		doc, err := s.align()
		if err != nil || doc == noDoc {
			return nil, err
		}
		s.next = doc + 1
		if s.match() {
			return s.emit(ctx, doc), nil
		}
	}
}

// Advance implements [search.Searcher].
func (s *phraseSearcher) Advance(ctx *search.SearchContext, id bleveindex.IndexInternalID) (*search.DocumentMatch, error) {
	s.next = max(s.next, id.Value())
	return s.Next(ctx)
}

// align moves all parts to the first document from next on that has them all.
func (s *phraseSearcher) align() (uint64, error) {
	want := s.next
	for i := 0; i < len(s.rarest); i++ {
		at, err := s.parts[s.rarest[i]].seek(want)
		if err != nil || at == noDoc {
			return at, err
		}
		if at > want && i > 0 {
			i = -1
		}
		want = at
	}
	return want, nil
}

// seek moves to the first document at or after want, and returns it.
func (p *part) seek(want uint64) (uint64, error) {
	least := uint64(noDoc)
	for i := range p.forms {
		f := &p.forms[i]
		if err := f.seek(want); err != nil {
			return noDoc, err
		}
		least = min(least, f.at)
	}
	return least, nil
}

func (f *stream) seek(want uint64) error {
	if f.begun && f.at >= want {
		return nil
	}
	var d *bleveindex.TermFieldDoc
	var err error
	if !f.begun && want == 0 || f.begun && f.at+1 == want {
		d, err = f.reader.Next(f.buf.Reset())
	} else {
		f.id = bleveindex.NewIndexInternalID(f.id, want)
		d, err = f.reader.Advance(f.id, f.buf.Reset())
	}
	f.begun, f.at = true, noDoc
	if err == nil && d != nil {
		f.at = d.ID.Value()
	}
	return err
}

// match finds where the phrase begins in the document the parts stand at.
func (s *phraseSearcher) match() bool {
	doc := s.next - 1
	s.starts = s.starts[:0]
	for _, f := range s.parts[0].forms {
		if f.at == doc {
			for _, v := range f.buf.Vectors {
				s.starts = append(s.starts, v.Pos)
			}
		}
	}
	for i := 1; i < len(s.parts) && len(s.starts) > 0; i++ {
		p := &s.parts[i]
		s.starts = slices.DeleteFunc(s.starts, func(at uint64) bool { return !p.has(doc, at+uint64(i)) })
	}
	return len(s.starts) > 0
}

// has reports whether the part stands at a position of doc.
func (p *part) has(doc, position uint64) bool {
	for i := range p.forms {
		if f := &p.forms[i]; f.at == doc && f.place(position) != nil {
			return true
		}
	}
	return false
}

// place returns where the form stands at a position, nil if it does not.
func (f *stream) place(position uint64) *bleveindex.TermFieldVector {
	i, ok := slices.BinarySearchFunc(f.buf.Vectors, position, func(v *bleveindex.TermFieldVector, at uint64) int {
		return cmp.Compare(v.Pos, at)
	})
	if !ok {
		return nil
	}
	return f.buf.Vectors[i]
}

func (s *phraseSearcher) emit(ctx *search.SearchContext, doc uint64) *search.DocumentMatch {
	m := ctx.DocumentMatchPool.Get()
	m.IndexInternalID = bleveindex.NewIndexInternalID(m.IndexInternalID, doc)
	if s.options.Score != "none" {
		tf := math.Sqrt(float64(len(s.starts)))
		m.Score = tf * s.lengthNorm(doc) * s.idf * s.boost * s.idf * s.norm
	}
	if !s.options.IncludeTermVectors {
		return m
	}
	for _, start := range s.starts {
		for i := range s.parts {
			m.FieldTermLocations = s.parts[i].locate(m.FieldTermLocations, s.in, doc, start+uint64(i))
		}
	}
	return m
}

func (s *phraseSearcher) lengthNorm(doc uint64) float64 {
	for _, f := range s.parts[0].forms {
		if f.at == doc {
			return f.buf.Norm
		}
	}
	return 0
}

func (p *part) locate(to []search.FieldTermLocation, in string, doc, position uint64) []search.FieldTermLocation {
	for i := range p.forms {
		f := &p.forms[i]
		if f.at != doc {
			continue
		}
		if v := f.place(position); v != nil {
			at := search.Location{Pos: v.Pos, Start: v.Start, End: v.End}
			to = append(to, search.FieldTermLocation{Field: in, Term: f.word, Location: at})
		}
	}
	return to
}

// Close implements [search.Searcher].
func (s *phraseSearcher) Close() error {
	var err error
	for _, p := range s.parts {
		for _, f := range p.forms {
			err = errors.Join(err, f.reader.Close())
		}
	}
	return err
}

// Weight implements [search.Searcher].
func (s *phraseSearcher) Weight() float64 { return s.boost * s.idf * s.boost * s.idf }

// SetQueryNorm implements [search.Searcher].
func (s *phraseSearcher) SetQueryNorm(n float64) { s.norm = n }

// Count implements [search.Searcher].
func (s *phraseSearcher) Count() uint64 { return s.parts[s.rarest[0]].count }

// Min implements [search.Searcher].
func (s *phraseSearcher) Min() int { return 0 }

// Size implements [search.Searcher].
func (s *phraseSearcher) Size() int { return 256 * len(s.parts) }

// DocumentMatchPoolSize implements [search.Searcher].
func (s *phraseSearcher) DocumentMatchPoolSize() int { return 1 }
