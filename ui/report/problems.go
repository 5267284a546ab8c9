package report

import (
	"fmt"
	"path"
	"strings"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// Unread says in a line how many files could not be read and how many
// corrections not followed, and of a single one why; nothing where all could.
// The briefing itself says which.
func Unread(ps []news.Problem) string {
	var files, lines []news.Problem
	for _, p := range ps {
		if path.Base(p.File) == corrections.FileName {
			lines = append(lines, p)
		} else {
			files = append(files, p)
		}
	}
	var out []string
	for _, s := range []string{counted(files, "file", "could not be read"), counted(lines, "correction", "could not be followed")} {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

func counted(ps []news.Problem, noun, what string) string {
	switch len(ps) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("1 %s %s: %s: %s", noun, what, ps[0].File, ps[0].What)
	}
	return fmt.Sprintf("%d %ss %s", len(ps), noun, what)
}
