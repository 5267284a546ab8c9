package ui

import (
	"strings"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// The signs of what editors have put on a statement.
const (
	bookmarkSign = "*"
	noteSign     = "†"
)

// findMarks looks up what editors have put on statements.
func (c *catalog) findMarks() {
	c.bookmarked, c.markedStory = map[news.Ref]bool{}, map[int]bool{}
	for _, r := range c.b.Bookmarks {
		c.bookmarked[r] = true
		if r.Reading >= 0 && r.Reading < len(c.storyOf) {
			c.markedStory[c.storyOf[r.Reading]] = true
		}
	}
	notes := map[news.Ref][]string{}
	for _, n := range c.b.Notes {
		notes[n.Quote] = append(notes[n.Quote], n.Words)
	}
	for i := range c.b.Statements {
		f := &c.statements[i]
		for _, v := range c.b.Statements[i].Variants {
			f.marked = f.marked || c.bookmarked[v.Quote]
			for _, n := range notes[v.Quote] {
				f.notes = appendNew(f.notes, n)
			}
		}
	}
}

// markOf is the cell behind the sign of a statement: a bookmark, or a note.
func (f *statementFacts) markOf() cell.Line {
	switch {
	case f.marked:
		return cell.Text(Key, bookmarkSign)
	case len(f.notes) > 0:
		return cell.Text(Key, noteSign)
	}
	return cell.Blank(1)
}

// noted writes the notes on a statement.
func (c *catalog) noted(statement, width int) []cell.Line {
	if statement < 0 || statement >= len(c.statements) {
		return nil
	}
	var out []cell.Line
	for _, n := range c.statements[statement].notes {
		out = append(out, wrapRoles(cell.Text(Key, noteSign+" ").Add(Strong, squeeze(n)), width)...)
	}
	return out
}

// isMarked reports whether the words of a telling are bookmarked.
func (t telling) isMarked() bool { return t.c.bookmarked[t.v.Quote] }

// marksOf returns the quotes of a statement that are bookmarked.
func (c *catalog) marksOf(statement int) []news.Ref {
	var out []news.Ref
	for _, v := range c.b.Statements[statement].Variants {
		if c.bookmarked[v.Quote] {
			out = append(out, v.Quote)
		}
	}
	return out
}

// noteOn returns the notes on a statement as one line to be typed on.
func (c *catalog) noteOn(statement int) string {
	return strings.Join(c.statements[statement].notes, "; ")
}
