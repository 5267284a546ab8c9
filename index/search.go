package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// defaultLimit is how many hits a search returns unless told.
const defaultLimit = 50

// SearchOptions narrow a search. The zero value finds the best fifty.
type SearchOptions struct {
	Limit  int       // hits wanted, 50 if 0
	After  string    // [Results.Next] of the page before
	Scope  Scope     // articles, quotes, or as the query suggests
	Newest bool      // by date, newest first, rather than by score
	Typing bool      // the last word of the query may be unfinished
	Today  news.Date // what date:today means; the zero Date is the real one
	Lens   Lens
}

// Lens is a selection all hits must lie in. Empty parts select everything.
type Lens struct {
	Articles []string  // IDs; hits are these articles and their quotes
	Quotes   []string  // IDs; hits are these quotes
	Outlets  []string  // names, whole
	Actor    string    // words of the name of somebody who acts or speaks
	Speaker  string    // words of the name of who speaks
	From, To news.Date // days of publication, both included
	Alarms   bool      // altered or merged quotes only
}

// Results is a page of hits.
type Results struct {
	Total int // of all pages
	Hits  []Hit
	Next  string // for [SearchOptions.After]; "" at the end
	Took  time.Duration
	Scope Scope // what was searched, never Auto
}

// Hit is an article or quote found.
type Hit struct {
	Article   string // ID
	Quote     string // ID, see [news.QuoteID]; "" for an article
	QuoteAt   int    // index of the quote in its reading; -1 for an article
	File      string
	Row       int
	Outlet    string
	Agency    string
	Headline  string
	Date      news.Date
	Speaker   string // of a quote, "" if unattributed; joint speakers with commas
	Kind      news.QuoteKind
	Relations []news.Relation
	At        text.Span   // of a quote: its words; of an article: its headline, or empty
	Spans     []text.Span // words that matched, in the article's text, in order
	Snippet   Snippet
	Score     float64
}

// Search finds the documents that a query asks for. An empty query asks for
// all of them. Errors in the query are a [*QueryError].
func (x *Index) Search(ctx context.Context, q string, o SearchOptions) (Results, error) {
	start := time.Now()
	if o.Today.IsZero() {
		o.Today = news.DateOf(start)
	}
	tree, err := parse(q, o.Today, o.Typing)
	if err != nil {
		return Results{}, err
	}
	if o.Scope == Auto {
		o.Scope = scopeOf(tree)
	}
	s := &searching{x: x, o: o, ranked: ranked(tree) && !o.Newest, spans: ranked(tree)}
	c := &compiler{scope: o.Scope, stem: x.stem}
	s.query = c.lens(tree, o.Lens)
	var out Results
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.closed {
		return Results{}, errClosed
	}
	err = guard(func() (err error) {
		out, err = s.run(ctx)
		return err
	})
	if err != nil {
		return Results{}, fmt.Errorf("search %q: %w", q, err)
	}
	out.Took, out.Scope = time.Since(start), o.Scope
	return out, nil
}

// lens returns the query of a tree within scope and lens.
func (c *compiler) lens(tree node, l Lens) query.Query {
	q := allOf{must: []query.Query{c.query(tree), c.everything()}}
	if l.Alarms {
		q.must = append(q.must, quiet{anyWhole(inRelation, string(news.Altered), string(news.Merged))})
	}
	if len(l.Articles) > 0 {
		q.must = append(q.must, quiet{anyWhole(inArticle, l.Articles...)})
	}
	if len(l.Quotes) > 0 {
		q.must = append(q.must, quiet{query.NewDocIDQuery(l.Quotes)})
	}
	if len(l.Outlets) > 0 {
		folded := make([]string, len(l.Outlets))
		for i, s := range l.Outlets {
			folded[i] = text.Fold(s)
		}
		q.must = append(q.must, quiet{anyWhole(inHouse, folded...)})
	}
	for in, name := range map[field]string{fieldActor: l.Actor, fieldSpeaker: l.Speaker} {
		if words := queryWords(name); len(words) > 0 {
			q.must = append(q.must, quiet{c.name(leaf{in: in, how: byPhrase, words: words})})
		}
	}
	if !l.From.IsZero() || !l.To.IsZero() {
		q.must = append(q.must, quiet{days(dates{l.From, l.To})})
	}
	return q
}

func anyWhole(in string, values ...string) query.Query {
	var any anyOf
	for _, v := range values {
		any = append(any, whole(in, v))
	}
	return any.query()
}

// searching is one search under way.
type searching struct {
	x      *Index
	o      SearchOptions
	query  query.Query
	ranked bool // by score, else by date
	spans  bool // the query has words to point at
}

func (s *searching) run(ctx context.Context) (Results, error) {
	req, err := s.request()
	if err != nil {
		return Results{}, err
	}
	res, err := s.x.bleve.SearchInContext(ctx, req)
	if err != nil {
		return Results{}, err
	}
	out := Results{Total: int(res.Total), Hits: make([]Hit, 0, len(res.Hits))}
	spans, err := s.locate(ctx, res.Hits)
	if err != nil {
		return Results{}, err
	}
	for _, m := range res.Hits {
		h, err := hitOf(m, spans[m.ID])
		if err != nil {
			return Results{}, err
		}
		out.Hits = append(out.Hits, h)
	}
	if n := len(res.Hits); n == req.Size && n > 0 {
		out.Next = s.cursor(out.Hits[n-1], res.Hits[n-1].ID)
	}
	return out, nil
}

func (s *searching) request() (*bleve.SearchRequest, error) {
	limit := s.o.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	req := bleve.NewSearchRequestOptions(s.query, limit, 0, false)
	req.Fields = []string{inHit}
	req.Sort = search.SortOrder{&search.SortField{Field: inDate, Desc: true, Type: search.SortFieldAsNumber}, &search.SortDocID{}}
	if s.ranked {
		req.Sort[0] = &search.SortScore{Desc: true}
	} else {
		req.Score = bleve.ScoreNone
	}
	if s.o.After != "" {
		key, id, ok := cutCursor(s.o.After)
		if !ok {
			return nil, errors.New("the place to go on from is not one of ours")
		}
		req.SearchAfter = []string{key, id}
	}
	return req, req.Validate()
}

// cursor names the place after a hit: its sort key and its ID.
func (s *searching) cursor(h Hit, id string) string {
	key := unknownDay
	switch {
	case s.ranked:
		key = h.Score
	case !h.Date.IsZero():
		key = dayNumber(h.Date)
	}
	return strconv.FormatFloat(key, 'g', -1, 64) + " " + id
}

func cutCursor(s string) (key, id string, ok bool) {
	for i := range s {
		if s[i] == ' ' {
			_, err := strconv.ParseFloat(s[:i], 64)
			return s[:i], s[i+1:], err == nil
		}
	}
	return "", "", false
}

// locate returns the spans of the words that matched in each hit. It searches
// again among the hits alone: asking for places in the first search would
// unpack those of every document that matches.
func (s *searching) locate(ctx context.Context, hits search.DocumentMatchCollection) (map[string][]text.Span, error) {
	if !s.spans || len(hits) == 0 {
		return nil, nil
	}
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	q := allOf{must: []query.Query{quiet{query.NewDocIDQuery(ids)}, s.query}}
	req := bleve.NewSearchRequestOptions(q, len(ids), 0, false)
	req.IncludeLocations = true
	req.Score = bleve.ScoreNone
	res, err := s.x.bleve.SearchInContext(ctx, req)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]text.Span, len(ids))
	for _, m := range res.Hits {
		out[m.ID] = spansOf(m.Locations)
	}
	return out, nil
}

// spansOf returns the places of a match in the article's text, each once.
func spansOf(locations search.FieldTermLocationMap) []text.Span {
	var out []text.Span
	for _, terms := range locations {
		for _, locs := range terms {
			for _, l := range locs {
				if l.End > l.Start {
					out = append(out, text.Span{Start: int(l.Start), End: int(l.End)})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b text.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return slices.CompactFunc(out, func(a, b text.Span) bool { return a.Contains(b) })
}

func hitOf(m *search.DocumentMatch, spans []text.Span) (Hit, error) {
	var rec record
	stored, _ := m.Fields[inHit].(string)
	if err := decode(stored, &rec); err != nil {
		return Hit{}, fmt.Errorf("read what is stored of %s: %w", m.ID, err)
	}
	h := Hit{
		Article: rec.Article, QuoteAt: rec.Quote - 1, File: rec.File, Row: rec.Row, Outlet: rec.Outlet, Agency: rec.Agency,
		Headline: rec.Headline, Speaker: rec.Speaker, Kind: news.QuoteKind(rec.Kind), At: rec.At, Spans: spans, Score: m.Score,
	}
	if rec.Quote > 0 {
		h.Quote = m.ID
	}
	if d, err := news.ParseDate(rec.Date); err == nil {
		h.Date = d
	}
	for _, r := range rec.Relations {
		h.Relations = append(h.Relations, news.Relation(r))
	}
	h.Snippet = snip(&rec, spans)
	return h, nil
}
