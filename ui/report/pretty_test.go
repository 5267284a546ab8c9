package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"verbatim/corpus/news"
)

func TestMarkdownFor(t *testing.T) {
	b := news.Briefing{Problems: []news.Problem{{File: "a.bin", What: "is no text \x1b[31m"}}}
	var piped, plain, drawn bytes.Buffer
	for _, c := range []struct {
		terminal bool
		out      *bytes.Buffer
	}{{false, &piped}, {true, &drawn}} {
		if err := MarkdownFor(c.terminal, "dark")(c.out, &b); err != nil {
			t.Fatal(err)
		}
	}
	if err := Markdown(&plain, &b); err != nil {
		t.Fatal(err)
	}
	if piped.String() != plain.String() {
		t.Errorf("a pipe gets\n%s\nwant\n%s", piped.String(), plain.String())
	}
	if drawn.String() == plain.String() || !strings.Contains(ansi.Strip(drawn.String()), "a.bin") {
		t.Errorf("a terminal gets\n%s", drawn.String())
	}
	for line := range strings.Lines(drawn.String()) {
		if w := ansi.StringWidth(line); w > 82 {
			t.Errorf("a line of %d cells: %q", w, line)
		}
	}
	if strings.Contains(drawn.String(), "[31m is") || strings.Contains(drawn.String(), "text \x1b[31m") {
		t.Errorf("an escape of the file's got through: %q", drawn.String())
	}
}
