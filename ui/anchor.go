package ui

import (
	"sort"

	"verbatim/corpus/news"
)

// Every item of a briefing has an anchor, and is found again by it in the
// next. The find functions return -1 where an item has gone.

// anchored are the anchors of all items, by index into the briefing.
type anchored struct{ stories, actors, events, statements []anchor }

// anchorAll finds the anchors of all items once: every refilling of a list
// asks for them.
func (c *catalog) anchorAll() {
	all := func(n int, first func(int) anchor) []anchor { return anchors(seq(n), first) }
	c.at = anchored{
		stories: all(len(c.b.Stories), c.firstStory), actors: all(len(c.b.Actors), c.firstActor),
		events: all(len(c.b.Events), c.firstEvent), statements: all(len(c.b.Statements), c.firstStatement),
	}
}

// nthAnchor returns one of some anchors, none for -1.
func nthAnchor(as []anchor, i int) anchor {
	if i < 0 || i >= len(as) {
		return anchor{}
	}
	return as[i]
}

func (c *catalog) storyAnchor(i int) anchor { return nthAnchor(c.at.stories, i) }

func (c *catalog) firstStory(i int) anchor {
	if rs := c.b.Stories[i].Readings; len(rs) > 0 && c.reading(rs[0]) != nil {
		return anchor{article: c.b.Readings[rs[0]].Article.ID}
	}
	return anchor{}
}

func (c *catalog) findStory(a anchor) int {
	if r, ok := c.readingOf[a.article]; ok {
		return c.storyOf[r]
	}
	return -1
}

func (c *catalog) statementAnchor(i int) anchor { return nthAnchor(c.at.statements, i) }

func (c *catalog) firstStatement(i int) anchor {
	for _, v := range c.b.Statements[i].Variants {
		if q, a := c.quote(v.Quote); q != nil {
			return anchor{a.ID, q.Start}
		}
	}
	return anchor{}
}

func (c *catalog) findStatement(a anchor) int {
	r, ok := c.findQuote(a)
	if !ok {
		return -1
	}
	if s, ok := c.statementOf[r]; ok {
		return s
	}
	return -1
}

// statementNow returns the anchor of the statement that has the quote at an
// anchor.
func (c *catalog) statementNow(was anchor) anchor {
	if i := c.findStatement(was); i >= 0 {
		return c.statementAnchor(i)
	}
	return anchor{}
}

// actorNow returns the anchor of the actor who is named at an anchor.
func (c *catalog) actorNow(was anchor) anchor {
	if i := c.findActor(was); i >= 0 {
		return c.actorAnchor(i)
	}
	return anchor{}
}

// findQuote returns the quote that starts at the anchor.
func (c *catalog) findQuote(a anchor) (news.Ref, bool) {
	r, ok := c.readingOf[a.article]
	if !ok {
		return news.Ref{}, false
	}
	qs := c.b.Readings[r].Quotes
	i := sort.Search(len(qs), func(i int) bool { return qs[i].Start >= a.at })
	return news.Ref{Reading: r, Item: i}, i < len(qs) && qs[i].Start == a.at
}

// actorPlace returns where an actor is first named, nowhere for -1.
func (c *catalog) actorPlace(i int) place {
	if i < 0 {
		return place{}
	}
	for _, r := range c.b.Actors[i].Entities {
		if e := c.entity(r); e != nil && len(e.Mentions) > 0 {
			return place{c.b.Readings[r.Reading].Article.ID, e.Mentions[0].Span}
		}
	}
	return place{}
}

func (c *catalog) actorAnchor(i int) anchor { return nthAnchor(c.at.actors, i) }

func (c *catalog) firstActor(i int) anchor {
	p := c.actorPlace(i)
	return anchor{p.article, p.Start}
}

func (c *catalog) findActor(a anchor) int {
	r, ok := c.readingOf[a.article]
	if !ok {
		return -1
	}
	for i, e := range c.b.Readings[r].Entities {
		if mentionAt(e.Mentions, a.at) {
			if actor, ok := c.actorOf[news.Ref{Reading: r, Item: i}]; ok {
				return actor
			}
		}
	}
	return -1
}

func mentionAt(ms []news.Mention, at int) bool {
	i := sort.Search(len(ms), func(i int) bool { return ms[i].Start >= at })
	return i < len(ms) && ms[i].Start == at
}

// eventPlace returns where an event is first told, nowhere for -1.
func (c *catalog) eventPlace(i int) place {
	if i < 0 {
		return place{}
	}
	for _, r := range c.b.Events[i].Reports {
		if rep, a := c.report(r); rep != nil {
			return place{a.ID, rep.Span}
		}
	}
	return place{}
}

func (c *catalog) eventAnchor(i int) anchor { return nthAnchor(c.at.events, i) }

func (c *catalog) firstEvent(i int) anchor {
	p := c.eventPlace(i)
	return anchor{p.article, p.Start}
}

func (c *catalog) findEvent(a anchor) int {
	r, ok := c.readingOf[a.article]
	if !ok {
		return -1
	}
	for i, rep := range c.b.Readings[r].Reports {
		if rep.Start != a.at {
			continue
		}
		if e, ok := c.eventOf[news.Ref{Reading: r, Item: i}]; ok {
			return e
		}
	}
	return -1
}
