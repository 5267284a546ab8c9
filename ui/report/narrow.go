package report

import (
	"context"
	"fmt"

	"verbatim/corpus"
	"verbatim/corpus/news"
	"verbatim/index"
)

// CompareFound is [Compare] of the statements with a quote that the query
// finds; all of them if it is empty. An error in the query is an
// [*index.QueryError].
func CompareFound(ctx context.Context, b *news.Briefing, query string) (*Comparison, error) {
	if query == "" {
		return Compare(b, nil), nil
	}
	found, err := quotesWith(ctx, b, query)
	if err != nil {
		return nil, fmt.Errorf("query %q: %w", query, err)
	}
	c := Compare(b, func(r news.Ref) bool { return found[news.QuoteID(&b.Readings[r.Reading].Article, r.Item)] })
	c.Query = query
	return c, nil
}

// quotesWith returns the IDs of the quotes that a query finds.
func quotesWith(ctx context.Context, b *news.Briefing, query string) (map[string]bool, error) {
	x, err := index.Open(index.Options{InMemory: true, ReadingVersion: corpus.Version})
	if err != nil {
		return nil, err
	}
	defer x.Close() //nolint:errcheck // it is in memory
	if err := x.Update(ctx, *b, nil); err != nil {
		return nil, err
	}
	n := 1
	for i := range b.Readings {
		n += len(b.Readings[i].Quotes)
	}
	res, err := x.Search(ctx, query, index.SearchOptions{Limit: n, Scope: index.Quotes})
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for _, h := range res.Hits {
		found[h.Quote] = true
	}
	return found, nil
}
