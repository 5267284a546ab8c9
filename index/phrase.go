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
	last  expanded
	boost float64
	among *among
}

// among is the documents a search is for, shared by the parts of its query:
// sorted, or nil for all of them.
type among struct{ docs []uint64 }

// from returns the first of the documents at or after doc.
func (a *among) from(doc uint64) uint64 {
	if a.docs == nil {
		return doc
	}
	i, _ := slices.BinarySearch(a.docs, doc)
	if i == len(a.docs) {
		return noDoc
	}
	return a.docs[i]
}

// Searcher implements [query.Query].
func (q *phrase) Searcher(ctx context.Context, r bleveindex.IndexReader, _ mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	words := make([][]string, len(q.last.leaf.words))
	for i, w := range q.last.leaf.words {
		words[i] = []string{w}
	}
	if q.last.leaf.open {
		ends, err := q.last.of(r)
		if err != nil || len(ends) == 0 {
			return none(r, err)
		}
		words[len(words)-1] = ends
	}
	s := &phraseSearcher{in: q.last.in, boost: q.boost, among: q.among, options: o, norm: 1}
	return s, s.open(ctx, r, words)
}

// phraseSearcher goes through the documents that hold the words of a phrase
// one behind the other. bleve's own searcher builds maps of all places of all
// words for each document that holds them in any order, which for common
// words is many times the work.
type phraseSearcher struct {
	in      string
	boost   float64
	among   *among
	options search.SearcherOptions
	parts   []part // in order of the phrase
	rarest  []int  // indices of the parts of one form, those in fewest documents first
	next    uint64 // the first document not looked at
	idf     float64
	norm    float64  // of the query
	starts  []uint64 // positions at which the phrase begins in the document
	fitting []uint64 // those of them that are found to go on
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
		if len(forms) == 1 {
			s.rarest = append(s.rarest, i)
		}
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
		if ok, err := s.match(doc); err != nil {
			return nil, err
		} else if ok {
			return s.emit(ctx, doc), nil
		}
	}
}

// Advance implements [search.Searcher].
func (s *phraseSearcher) Advance(ctx *search.SearchContext, id bleveindex.IndexInternalID) (*search.DocumentMatch, error) {
	s.next = max(s.next, id.Value())
	return s.Next(ctx)
}

// align moves the parts of one form to the first document from next on that
// has them all.
func (s *phraseSearcher) align() (uint64, error) {
	want := s.among.from(s.next)
	for i := 0; i < len(s.rarest) && want != noDoc; i++ {
		f := &s.parts[s.rarest[i]].forms[0]
		if err := f.seek(want); err != nil {
			return noDoc, err
		}
		if f.at > want {
			want, i = s.among.from(f.at), -1
		}
	}
	return want, nil
}

// seek moves to the first document at or after want.
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

// match finds where the phrase begins in doc, at which the parts of one form
// stand. Those of many are moved there only when all before them fit.
func (s *phraseSearcher) match(doc uint64) (bool, error) {
	s.starts = s.starts[:0]
	for _, v := range s.parts[0].forms[0].buf.Vectors {
		s.starts = append(s.starts, v.Pos)
	}
	for i := 1; i < len(s.parts) && len(s.starts) > 0; i++ {
		if err := s.narrow(i, doc); err != nil {
			return false, err
		}
	}
	return len(s.starts) > 0, nil
}

// narrow keeps the starts behind which part i stands. Of its forms, the most
// frequent first, it asks no more than it must, unless the places of all are
// wanted.
func (s *phraseSearcher) narrow(i int, doc uint64) error {
	forms := s.parts[i].forms
	s.fitting = s.fitting[:0]
	for j := 0; j < len(forms) && (len(s.starts) > 0 || s.options.IncludeTermVectors); j++ {
		f := &forms[j]
		if err := f.seek(doc); err != nil {
			return err
		}
		if f.at != doc {
			continue
		}
		s.starts = slices.DeleteFunc(s.starts, func(at uint64) bool {
			fits := f.place(at+uint64(i)) != nil
			if fits {
				s.fitting = append(s.fitting, at)
			}
			return fits
		})
	}
	s.starts, s.fitting = s.fitting, s.starts
	slices.Sort(s.starts)
	return nil
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
		m.Score = tf * s.parts[0].forms[0].buf.Norm * s.idf * s.boost * s.idf * s.norm
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
