package ui

import (
	"context"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Update is how far the reading has come. Each one replaces the one before.
type Update struct {
	Briefing *news.Briefing // all that is known so far, nil for "as before"; never changed once sent
	Done     int            // articles read
	Total    int            // articles to read, 0 if not known yet
	Searcher Searcher       // nil for "as before"
	Notice   string         // one line for the editor: an index opened read-only, say
	Err      error          // what ended the reading early
	Finished bool           // nothing more is being read
}

// Searcher answers queries. It is called from a goroutine other than the
// screen's and must give up when the context ends.
type Searcher interface {
	// Search returns the best hits, at most limit. An error that concerns the
	// query is shown to the editor as it is, in one line.
	Search(ctx context.Context, query string, limit int) (Results, error)
}

// Results is the answer to a query.
type Results struct {
	Hits  []Hit
	Total int // hits in all, also those above the limit
}

// Hit is one place found.
type Hit struct {
	Article string      // news.Article.ID
	Quote   text.Span   // the quote found, empty where the article's text was
	Words   []text.Span // the matched words in the article's Text, in order
}
