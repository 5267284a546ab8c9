package report

import "verbatim/corpus/news"

// reused tells where words of a statement were printed first, nil if no other
// story had them before.
func (l *lookup) reused(s *news.Statement) *Reused {
	r := s.Reused
	if r == nil {
		return nil
	}
	a := l.article(r.First.Reading)
	return &Reused{
		Quote: l.quoteID(r.First), Variant: l.quoteID(s.Variants[r.Variant].Quote), Story: l.storyID(l.storyOf[r.First.Reading]),
		Outlet: a.OutletName(), Where: l.cite(r.First.Reading, l.quote(r.First).Start), Date: a.Published.Date.String(),
	}
}

// words says when, by whom and where.
func (r *Reused) words() string {
	return "an old quote: first printed " + r.Date + " by " + r.Outlet + ", in " + r.Where
}
