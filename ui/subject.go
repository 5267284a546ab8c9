package ui

import (
	"verbatim/corpus/news"
)

// subject is what the keys of a screen are on: what other views open at, and
// what is copied, opened and edited. Each part may be missing.
type subject struct {
	place            // words of a page
	statement anchor // the statement told there
	actor     anchor
	story     anchor
	event     anchor
}

// ofQuote returns the subject that a quote is.
func (c *catalog) ofQuote(r news.Ref) subject {
	q, a := c.quote(r)
	if q == nil {
		return subject{}
	}
	s := subject{place: place{a.ID, q.Span}, statement: anchor{a.ID, q.Start}}
	if _, ok := c.statementOf[r]; !ok {
		s.statement = anchor{}
	}
	return s
}

// ofVariant returns the subject that a variant of a statement is.
func (c *catalog) ofVariant(s *news.Statement, n int) subject {
	if n < 0 || n >= len(s.Variants) {
		return subject{}
	}
	return c.ofQuote(s.Variants[n].Quote)
}

// storyFor returns the story a subject is of, -1 for none.
func (c *catalog) storyFor(s subject) int {
	if i := c.findStatement(s.statement); i >= 0 && c.b.Statements[i].Story >= 0 {
		return c.b.Statements[i].Story
	}
	if !s.story.zero() {
		return c.findStory(s.story)
	}
	return c.findStory(anchor{article: s.article})
}

// actorFor returns the actor a subject is or is spoken by, -1 for none.
func (c *catalog) actorFor(s subject) int {
	if !s.actor.zero() {
		return c.findActor(s.actor)
	}
	if r, ok := c.findQuote(anchor{s.article, s.Start}); ok {
		q, _ := c.quote(r)
		for _, e := range q.Speakers {
			if a, ok := c.actorOf[news.Ref{Reading: r.Reading, Item: e}]; ok {
				return a
			}
		}
	}
	if i := c.findStatement(s.statement); i >= 0 && len(c.statements[i].speakers) > 0 {
		return c.statements[i].speakers[0]
	}
	return -1
}
