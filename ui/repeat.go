package ui

import (
	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// repeatSign stands before what says that a quote is an old one.
const repeatSign = "↺"

// repeats says where words of a statement were printed first, if another story
// had them before.
func (c *catalog) repeats(s *news.Statement) []cell.Line {
	if s.Reused == nil {
		return nil
	}
	_, a := c.quote(s.Reused.First)
	if a == nil {
		return nil
	}
	first := cell.Text(Notable, repeatSign+" an old quote: ").Add(Plain, "first printed "+dayOrNone(a.Published.Date)+" by ").Add(Outlet, a.OutletName())
	return []cell.Line{first.Add(Quiet, ", in "+a.File)}
}
