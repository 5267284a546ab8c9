package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

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
	s := &searching{o: o, ranked: ranked(tree) && !o.Newest, spans: ranked(tree), key: o.key(q)}
	c := &compiler{scope: o.Scope, stem: x.stem}
	s.query = c.lens(tree, o.Lens)
	var out Results
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.closed {
		return Results{}, errClosed
	}
	err = guard(func() (err error) {
		out, err = s.run(ctx, x)
		return err
	})
	if err != nil {
		return Results{}, fmt.Errorf("search %q: %w", q, err)
	}
	out.Took, out.Scope = time.Since(start), o.Scope
	return out, nil
}

// key names the search for q: no other has the same.
func (o SearchOptions) key(q string) string {
	lens := o.Lens.key()
	o.Lens = Lens{}
	return fmt.Sprintf("%q %#v %s", q, o, lens)
}

// key names the lens, "" for one that selects everything. It is written for
// each letter that is typed, of a lens that may name thousands of articles.
func (l Lens) key() string {
	if l.empty() {
		return ""
	}
	var b strings.Builder
	for _, values := range [][]string{l.Articles, l.Quotes, l.Outlets, {l.Actor, l.Speaker}} {
		fmt.Fprint(&b, len(values), ":")
		for _, v := range values {
			b.WriteString(strconv.Itoa(len(v)))
			b.WriteByte(' ')
			b.WriteString(v)
		}
	}
	fmt.Fprint(&b, l.From, l.To, l.Alarms)
	return b.String()
}

func (l Lens) empty() bool {
	return len(l.Articles) == 0 && len(l.Quotes) == 0 && len(l.Outlets) == 0 && l.Actor == "" && l.Speaker == "" &&
		l.From.IsZero() && l.To.IsZero() && !l.Alarms
}

// lens returns the query of a tree within scope and lens. What the lens
// selects is kept from one letter to the next.
func (c *compiler) lens(tree node, l Lens) query.Query {
	q := allOf{must: []query.Query{c.query(tree)}}
	if c.scope != Both {
		q.must = append(q.must, c.everything())
	}
	if parts := c.selected(l); len(parts) > 0 {
		q.must = append(q.must, quiet{keptQuery{"lens " + l.key(), allOf{must: parts}}})
	}
	return q
}

// selected returns the queries that the lens asks of a document.
func (c *compiler) selected(l Lens) []query.Query {
	var q allOf
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
	return q.must
}

func anyWhole(in string, values ...string) query.Query {
	either := make(anyOf, len(values))
	for i, v := range values {
		either[i] = whole(in, v)
	}
	return either.query()
}

// searching is one search under way.
type searching struct {
	o      SearchOptions
	query  query.Query
	ranked bool     // by score, else by date
	spans  bool     // the query has words to point at
	found  *finding // what the query finds
	key    string   // of the search among those of its state of the index
}

func (s *searching) run(ctx context.Context, x *Index) (out Results, err error) {
	snap, err := x.snapshot()
	if err != nil {
		return Results{}, err
	}
	defer func() { err = errors.Join(err, snap.Close()) }()
	if out, ok := snap.memory.answer(s.key); ok {
		return out, nil
	}
	e := snap.evaluator(ctx)
	found, err := s.collect(e)
	if err != nil {
		return Results{}, err
	}
	e.close()
	spans, err := e.locate(s, found)
	if err != nil {
		return Results{}, err
	}
	out = Results{Total: found.total, Hits: make([]Hit, len(found.best))}
	for i, r := range found.best {
		err := snap.record(r.doc, func(rec *record, around []byte) { out.Hits[i] = hitOf(rec, around, r.score, spans[r.doc]) })
		if err != nil {
			return Results{}, err
		}
	}
	if found.full {
		out.Next = found.worst.String()
	}
	snap.memory.answered(s.key, out)
	return out, nil
}

// collect returns the best matches, those of the page asked for.
func (s *searching) collect(e *evaluator) (*collector, error) {
	c := &collector{limit: s.o.Limit}
	if c.limit <= 0 {
		c.limit = defaultLimit
	}
	if s.o.After != "" {
		after, err := parseRank(s.o.After)
		if err != nil {
			return nil, err
		}
		c.after = &after
	}
	found, err := e.find(s.query, s.ranked)
	if err != nil {
		return nil, err
	}
	s.found = found
	c.offerAll(e.snap, found)
	c.cut()
	return c, nil
}

// spansInOrder sorts the places of a match in the article's text, and leaves out
// those within others.
func spansInOrder(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return slices.CompactFunc(spans, func(a, b text.Span) bool { return a.Contains(b) })
}

func hitOf(rec *record, around []byte, score float64, spans []text.Span) Hit {
	h := Hit{
		Article: rec.Article, QuoteAt: rec.Quote - 1, File: rec.File, Row: rec.Row, Outlet: rec.Outlet, Agency: rec.Agency,
		Headline: rec.Headline, Speaker: rec.Speaker, Kind: news.QuoteKind(rec.Kind), At: rec.At, Spans: spans, Score: score,
	}
	if rec.Quote > 0 {
		h.Quote = news.QuoteID(&news.Article{ID: rec.Article}, h.QuoteAt)
	}
	if d, err := news.ParseDate(rec.Date); err == nil {
		h.Date = d
	}
	for _, r := range rec.Relations {
		h.Relations = append(h.Relations, news.Relation(r))
	}
	h.Snippet = snip(rec, around, spans)
	return h
}
