package ui

import (
	"context"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/index"
)

// Update is how far the reading has come. Each one replaces the one before.
type Update struct {
	Briefing *news.Briefing // all that is known so far, nil for "as before"; never changed once sent
	Work     string         // what is being done, "indexing" say; empty for reading
	Done     int            // files read, or articles that Work is done with
	Total    int            // of them in all, 0 if not known yet
	Bytes    int64          // bytes read, which tell better than files how far it is
	Size     int64          // bytes in all, 0 if they are not counted
	Articles int            // articles read, where bytes are counted
	Searcher Searcher       // nil for "as before"
	Notice   string         // one line for the editor: an index opened read-only, say
	Err      error          // what ended the reading early
	Finished bool           // nothing more is being read
}

// Searcher answers queries. It is called from a goroutine other than the
// screen's and must give up when the context ends.
type Searcher interface {
	// Search returns the best hits, at most q.Limit. An error that concerns
	// the query is shown to the editor as it is, in one line.
	Search(ctx context.Context, q Query) (Results, error)
	// Find returns all that the words of a query find, at most that many
	// articles and quotes. Its errors are those of Search.
	Find(ctx context.Context, words string, most int) (Finds, error)
}

// Query is what is typed on the search line and the selection it is asked in.
type Query struct {
	Words    string
	Limit    int
	Articles []string // news.Article.IDs to search in, nil for all
	Outlet   string   // to search in, empty for all
	Actor    string   // who must act or speak, empty for anybody
	Alarms   bool     // altered or merged quotes only
}

// Results is the answer to a query.
type Results struct {
	Hits  []Hit
	Total int // hits in all, also those above the limit
}

// Hit is one place found.
type Hit struct {
	Article string      // news.Article.ID
	At      text.Span   // where to open the article
	Words   []text.Span // the matched words in the article's Text, in order
}

// SearchIn returns a searcher over an index.
func SearchIn(x *index.Index) Searcher { return indexSearcher{x} }

type indexSearcher struct{ x *index.Index }

// Search asks the index, the last word taken for unfinished.
func (s indexSearcher) Search(ctx context.Context, q Query) (Results, error) {
	o := index.SearchOptions{Limit: q.Limit, Typing: true}
	o.Lens = index.Lens{Articles: q.Articles, Actor: q.Actor, Alarms: q.Alarms}
	if q.Outlet != "" {
		o.Lens.Outlets = []string{q.Outlet}
	}
	found, err := s.x.Search(ctx, q.Words, o)
	if err != nil {
		return Results{}, err
	}
	out := Results{Total: found.Total, Hits: make([]Hit, len(found.Hits))}
	for i, h := range found.Hits {
		out.Hits[i] = Hit{Article: h.Article, At: placeOf(h), Words: h.Spans}
	}
	return out, nil
}

// Find asks the index for everything, the last word taken for finished.
func (s indexSearcher) Find(ctx context.Context, words string, most int) (Finds, error) {
	found, err := s.x.Search(ctx, words, index.SearchOptions{Limit: most})
	if err != nil {
		return Finds{}, err
	}
	var out Finds
	for _, h := range found.Hits {
		out.Articles = append(out.Articles, h.Article)
		if h.Quote != "" {
			out.Quotes = append(out.Quotes, Spot{h.Article, h.At.Start})
		}
	}
	return out, nil
}

// placeOf returns the words an index shows of a hit, where it shows any.
func placeOf(h index.Hit) text.Span {
	switch {
	case len(h.Snippet.Spans) > 0:
		s := h.Snippet.Spans[0]
		return text.Span{Start: h.Snippet.Start + s.Start, End: h.Snippet.Start + s.End}
	case len(h.Spans) > 0:
		return h.Spans[0]
	}
	return h.At
}
