package annotate

import "verbatim/corpus/news"

// Entities returns the people, organisations and places the sentences of an
// article name, in the order of their first mention, each with all its
// mentions by name. What is merely described ("a port official") is not among
// them.
func Entities(t *Tagged) []news.Entity {
	s := newNameScan(t)
	for _, r := range s.sentences {
		if r.lo < r.hi && !s.tokens[r.lo].title {
			s.scan(r)
		}
	}
	c := newCast(s)
	c.assemble()
	c.readHeadlines()
	c.readDescriptions()
	return c.entities()
}
