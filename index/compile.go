package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"verbatim/corpus/news"
)

// Scope says which documents a search finds.
type Scope uint8

// The scopes.
const (
	Auto     Scope = iota // as the query's fields suggest
	Both                  // articles and quotes
	Articles              // articles only
	Quotes                // quotes only
)

// scopeOf returns the scope a query suggests: speaker, quote, kind and
// relation speak of one quote, body of an article.
func scopeOf(n node) Scope {
	scope := Both
	walk(n, func(l leaf) {
		switch l.in {
		case fieldBody:
			scope = Articles
		case fieldSpeaker, fieldQuote, fieldKind, fieldRelation:
			if scope == Both {
				scope = Quotes
			}
		}
	})
	return scope
}

// walk calls f with all leaves that a hit can match, not the negated ones.
func walk(n node, f func(leaf)) {
	switch n := n.(type) {
	case andNode:
		for _, c := range n {
			walk(c, f)
		}
	case orNode:
		for _, c := range n {
			walk(c, f)
		}
	case leaf:
		f(n)
	}
}

// ranked reports whether hits of the query differ in score: whether it asks
// for words of the text, and not only for names, days and kinds.
func ranked(n node) bool {
	found := false
	walk(n, func(l leaf) { found = found || l.isText() })
	return found
}

func (l leaf) isText() bool {
	switch l.in {
	case anywhere, fieldBody, fieldHeadline, fieldQuote:
		return true
	}
	return false
}

// compiler turns trees into bleve's queries.
type compiler struct {
	scope Scope
	stem  *stemmer
}

// query returns the query of a tree; everything in scope for nil.
func (c *compiler) query(n node) query.Query {
	switch n := n.(type) {
	case andNode:
		return c.all(n)
	case orNode:
		var either anyOf
		for _, sub := range n {
			either = append(either, c.query(sub))
		}
		return either
	case notNode:
		return c.all([]node{n})
	case dates:
		return quiet{days(n)}
	case leaf:
		if n.isText() {
			return c.text(n)
		}
		return quiet{c.name(n)}
	}
	return c.everything()
}

// all returns the query for documents that hold all parts and none of the
// negated ones.
func (c *compiler) all(ns []node) query.Query {
	var q allOf
	for _, n := range ns {
		if not, ok := n.(notNode); ok {
			q.not = append(q.not, quiet{c.query(not.n)})
			continue
		}
		q.must = append(q.must, c.query(n))
	}
	if len(q.must) == 0 {
		q.must = append(q.must, c.everything())
	}
	return q
}

// everything returns the query for all documents in scope.
func (c *compiler) everything() query.Query {
	switch c.scope {
	case Articles:
		return quiet{whole(inType, typeArticle)}
	case Quotes:
		return quiet{whole(inType, typeQuote)}
	}
	return quiet{query.NewMatchAllQuery()}
}

// place is a field of words, and what a match in it is worth.
type place struct {
	in    string
	boost float64
}

// places returns where the words of a text leaf are looked for.
func (c *compiler) places(f field) []place {
	body, headline := place{inBody, 1}, place{inHeadline, 2}
	switch {
	case f == fieldBody:
		return []place{body}
	case f == fieldHeadline:
		return []place{headline}
	case f == fieldQuote && c.scope == Quotes:
		return []place{{inQuote, 1}}
	case f == fieldQuote && c.scope == Articles:
		return []place{{inQuoted, 1}}
	case f == fieldQuote:
		return []place{{inQuote, 1}, {inQuoted, 1}}
	case c.scope == Articles:
		return []place{body, headline}
	case c.scope == Quotes:
		return []place{{inQuote, 1}, {inContext, 0.5}}
	}
	return []place{body, headline, {inQuote, 1}}
}

// text returns the query of a leaf over fields of text, which have stems.
func (c *compiler) text(l leaf) query.Query {
	var either anyOf
	for _, p := range c.places(l.in) {
		if p.in == inContext && l.how == byPhrase {
			continue // it has no places
		}
		if l.how == byWord {
			either = append(either, c.forms(p, l.words[0])...)
			if !l.open {
				continue
			}
		}
		either = append(either, c.leafIn(p.in, l, p.boost))
	}
	return keptQuery{fmt.Sprint(c.scope, " ", l.how, " ", l), either.query()}
}

// forms returns the queries for a word and its other forms: as it is, and with
// its stem.
func (c *compiler) forms(p place, word string) []query.Query {
	stem := c.stem.stem(word)
	out := []query.Query{term(p.in, word, 2*p.boost), term(p.in+stemSuffix, stem, p.boost)}
	if stem != word {
		out = append(out, term(p.in, stem, p.boost))
	}
	return out
}

// name returns the query of a leaf over a field of names or values.
func (c *compiler) name(l leaf) query.Query {
	if l.how == byValue {
		return anyWhole(string(l.in), l.words...)
	}
	return c.leafIn(string(l.in), l, 1)
}

// leafIn returns the query of a leaf in one field, whole words only.
func (c *compiler) leafIn(in string, l leaf, boost float64) query.Query {
	switch {
	case l.how == byPhrase && len(l.words) > 1:
		return &phrase{expanded{in: in, leaf: l}, boost}
	case l.how == byFuzzy:
		return &expansion{expanded{in: in, leaf: l}, boost}
	case l.how == byPrefix, l.how == byGlob, l.open:
		return unscored{&expansion{expanded{in: in, leaf: l}, boost}}
	}
	return term(in, l.words[0], boost)
}

func term(in, word string, boost float64) query.Query {
	q := query.NewTermQuery(word)
	q.SetField(in)
	q.SetBoost(boost)
	return q
}

func whole(in, value string) query.Query { return term(in, value, 1) }

// days returns the query for a range of days. Unknown days are in none.
func days(n dates) query.Query {
	from, to := n.from, n.to
	if from.IsZero() {
		from = news.Date{Year: 1, Month: 1, Day: 1}
	}
	if to.IsZero() {
		to = news.Date{Year: 9999, Month: 12, Day: 31}
	}
	lo, hi, yes := dayNumber(from), dayNumber(to), true
	q := bleve.NewNumericRangeInclusiveQuery(&lo, &hi, &yes, &yes)
	q.SetField(inDate)
	return q
}

// allOf finds what all of must find, and none of not. It stands for bleve's
// boolean query, which forgets a must that finds nothing.
type allOf struct{ must, not []query.Query }

// Searcher implements [query.Query].
func (q allOf) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	must, err := searchers(ctx, r, m, o, q.must)
	if err != nil {
		return nil, err
	}
	all := must[0]
	if len(must) > 1 {
		if all, err = searcher.NewConjunctionSearcher(ctx, r, must, o); err != nil {
			return nil, err
		}
	}
	if len(q.not) == 0 {
		return all, nil
	}
	not, err := anyOf(q.not).Searcher(ctx, r, m, o)
	if err != nil {
		return nil, err
	}
	return searcher.NewBooleanSearcher(ctx, r, all, nil, not, o)
}

// anyOf finds what one or more of its queries find.
type anyOf []query.Query

// query returns the only one, or all.
func (q anyOf) query() query.Query {
	if len(q) == 1 {
		return q[0]
	}
	return q
}

// Searcher implements [query.Query].
func (q anyOf) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	either, err := searchers(ctx, r, m, o, q)
	if err != nil {
		return nil, err
	}
	if len(either) == 1 {
		return either[0], nil
	}
	return searcher.NewDisjunctionSearcher(ctx, r, either, 1, o)
}

func searchers(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping, o search.SearcherOptions,
	qs []query.Query) ([]search.Searcher, error) {
	out := make([]search.Searcher, 0, len(qs))
	for _, q := range qs {
		s, err := q.Searcher(ctx, r, m, o)
		if err != nil {
			for _, s := range out {
				err = errors.Join(err, s.Close())
			}
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// unscored finds what its query finds and points at it, without a score: over
// many words that is the sum of bit sets.
type unscored struct{ query.Query }

// Searcher implements [query.Query].
func (q unscored) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	o.Score = "none"
	return q.Query.Searcher(ctx, r, m, o)
}

// quiet finds what its query finds, and leaves score and spans alone.
type quiet struct{ query.Query }

// Searcher implements [query.Query].
func (q quiet) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	return q.Query.Searcher(ctx, r, m, search.SearcherOptions{Score: "none"})
}
