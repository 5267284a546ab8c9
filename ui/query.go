package ui

import (
	"context"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
)

// Finds is all that a query finds, without order.
type Finds struct {
	Articles []string // news.Article.IDs, those of the quotes too
	Quotes   []Spot   // where the quotes begin
}

// Spot is a byte of an article's text.
type Spot struct {
	Article string // news.Article.ID
	At      int    // byte offset
}

// matched is what a search that narrows the views has found.
type matched struct {
	articles map[string]bool
	quotes   []Spot
}

// sought is the search that is, or was last, looked up for the lens.
type sought struct {
	words string
	grown int       // times the index had grown
	under *lookedUp // nil where nothing is
}

// lookedUp is a search under way, or done.
type lookedUp struct {
	ctx  context.Context
	stop context.CancelFunc
}

// drop stops what is looked up in vain.
func (s sought) drop() {
	if s.under != nil {
		s.under.stop()
	}
}

// lookUp begins to look a search up.
func lookUp(words string, grown int) sought {
	ctx, stop := context.WithCancel(context.Background())
	return sought{words, grown, &lookedUp{ctx, stop}}
}

// sifted is what a searcher said to the search of the lens.
type sifted struct {
	sought
	found Finds
	err   error
}

// seek looks the search of the lens up, once in each state of the index.
func (r *root) seek() tea.Cmd {
	ch, ok := r.lens.get(byQuery)
	searcher, grown := r.found.searcher, r.found.grown
	if !ok || searcher == nil {
		r.sought.drop()
		r.sought = sought{}
		return nil
	}
	if r.sought.under != nil && ch.name == r.sought.words && grown == r.sought.grown {
		return nil
	}
	r.sought.drop()
	want := lookUp(ch.name, grown)
	r.sought = want
	most := 1
	for i := range r.c.b.Readings {
		most += 1 + len(r.c.b.Readings[i].Quotes)
	}
	return func() tea.Msg { return sift(searcher, want, most) }
}

// sift asks the searcher; one that panics has an error to show for it.
func sift(searcher Searcher, want sought, most int) (m tea.Msg) {
	defer func() {
		if r := recover(); r != nil {
			m = sifted{sought: want, err: fmt.Errorf("the index failed: %v", r)}
		}
	}()
	f, err := searcher.Find(want.under.ctx, want.words, most)
	return sifted{want, f, err}
}

// sift narrows by what was found, unless the lens has another search by now. A
// search that cannot be made is dropped.
func (r *root) sift(m sifted) {
	ch, ok := r.lens.get(byQuery)
	switch {
	case !ok || m.sought != r.sought:
		return
	case m.err != nil:
		r.says(Fault, "✗ "+m.err.Error())
		r.lens = r.lens.without(byQuery)
	default:
		ch.found = &matched{articles: map[string]bool{}, quotes: m.found.Quotes}
		for _, a := range m.found.Articles {
			ch.found.articles[a] = true
		}
		r.lens = r.lens.inPlace(ch)
	}
	r.refresh()
}

// ofQuery looks up the readings and statements that the search has found, nil
// where none narrows.
func (s *sieve) ofQuery(l Lens) (readings, statements map[int]bool) {
	ch, ok := l.get(byQuery)
	if !ok || ch.found == nil {
		return nil, nil
	}
	readings, statements = map[int]bool{}, map[int]bool{}
	for a := range ch.found.articles {
		if i, ok := s.c.readingOf[a]; ok {
			readings[i] = true
		}
	}
	for _, q := range ch.found.quotes {
		r, ok := s.c.findQuote(anchor{q.Article, q.At})
		if i, told := s.c.statementOf[r]; ok && told && !s.c.onlyPossible(i, r) {
			statements[i] = true
		}
	}
	return readings, statements
}

// onlyPossible reports whether a quote is not sure to be of its statement.
func (c *catalog) onlyPossible(statement int, r news.Ref) bool {
	for _, v := range c.b.Statements[statement].Variants {
		if v.Quote == r {
			return v.Possible
		}
	}
	return true
}

// narrowBy makes what is on the line, as far as it can be searched for, narrow
// every view.
func (s *search) narrowBy() {
	q := s.query().Words
	switch {
	case q == "":
		s.up.send(say{Notable, "Type a search first: it then narrows every view."})
	case s.err != nil:
		s.up.send(say{Fault, "✗ " + s.err.Error()})
	default:
		s.note()
		s.up.send(setLens{s.lens.with(chip{facet: byQuery, name: q})})
		s.up.send(openBriefing{})
	}
}
