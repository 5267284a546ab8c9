package ui

import (
	"strings"

	"verbatim/corpus/news"
)

// Labels are what a filter typed over a list looks at.

func (c *catalog) storyLabel(i int) string {
	return c.headline(i) + " " + strings.Join(c.b.Stories[i].Outlets, " ")
}

func (c *catalog) actorLabel(i int) string {
	a := &c.b.Actors[i]
	return a.Name + " " + a.Role + " " + strings.Join(a.Aliases, " ")
}

func (c *catalog) eventLabel(i int) string {
	return eventName(&c.b.Events[i]) + " " + day(c.eventDate(i))
}

// statementLabel is speakers, outlets and the beginning of the words.
func (c *catalog) statementLabel(i int) string {
	const cells = 60
	s := &c.b.Statements[i]
	label := c.speakers(s).String() + " " + strings.Join(c.statements[i].outlets, " ")
	if q, a := c.quote(referenceOf(s)); q != nil {
		label += " " + squeeze(beginning(a.Text, q, cells))
	}
	return label
}

// dateStories finds the day of the newest article of each story.
func (c *catalog) dateStories() {
	c.newest = make([]news.Date, len(c.b.Stories))
	for i, s := range c.b.Stories {
		for _, r := range s.Readings {
			if rd := c.reading(r); rd != nil && rd.Article.Published.Date.Compare(c.newest[i]) > 0 {
				c.newest[i] = rd.Article.Published.Date
			}
		}
	}
}
