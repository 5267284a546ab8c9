package report

import (
	"fmt"

	"verbatim/corpus/news"
)

// Unread says in a line how many files could not be read, and of a single one
// why; nothing where all could. The briefing itself says which.
func Unread(ps []news.Problem) string {
	switch len(ps) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("1 file could not be read: %s: %s", ps[0].File, ps[0].What)
	}
	return fmt.Sprintf("%d files could not be read", len(ps))
}
