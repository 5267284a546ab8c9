package report

import (
	"slices"

	"verbatim/corpus/news"
)

// marks is what editors have put on a briefing, by quote.
type marks struct {
	bookmarked map[news.Ref]bool // an Item of -1 is the article itself
	notes      map[news.Ref][]string
}

func newMarks(b *news.Briefing) marks {
	m := marks{bookmarked: map[news.Ref]bool{}, notes: map[news.Ref][]string{}}
	for _, r := range b.Bookmarks {
		m.bookmarked[r] = true
	}
	for _, n := range b.Notes {
		m.notes[n.Quote] = append(m.notes[n.Quote], n.Words)
	}
	return m
}

// isMarked reports whether a variant of the statement is bookmarked.
func (m *marks) isMarked(s *news.Statement) bool {
	return slices.ContainsFunc(s.Variants, func(v news.Variant) bool { return m.bookmarked[v.Quote] })
}

// notesOn returns the notes on a statement, each once.
func (m *marks) notesOn(s *news.Statement) []string {
	var out []string
	for _, v := range s.Variants {
		for _, n := range m.notes[v.Quote] {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}
