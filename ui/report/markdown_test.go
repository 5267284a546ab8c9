package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/ui/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func markdown(t *testing.T, b *news.Briefing) string {
	t.Helper()
	var buf bytes.Buffer
	if err := report.Markdown(&buf, b); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// isGolden compares a sheet with the one that is kept, or keeps it.
func isGolden(t *testing.T, name, got string) {
	t.Helper()
	golden := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the sheet changed; -update if that is meant:\n%s", got)
	}
}

func TestMarkdownGolden(t *testing.T) {
	got := markdown(t, fixture(t))
	isGolden(t, "briefing.md", got)
	noControls(t, got)
}

func TestMarkdownShowsTextAsItIs(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain “quoted” [sic] text_with_score", "plain “quoted” [sic] text_with_score"},
		{"*bold* _soft_ `code` ~gone~", `\*bold\* \_soft\_ \` + "`code\\`" + ` \~gone\~`},
		{"a <script>", `a \<script>`},
		{"AT&T, R&amp;D", `AT&T, R\&amp;D`},
		{"[link](http://x)", `[link\](http://x)`},
		{"two\nlines\x1b[2J", "two lines␛[2J"},
		{"# 1", `\# 1`},
	} {
		b := &news.Briefing{Problems: []news.Problem{{File: "f", What: c.in}}}
		if got := markdown(t, b); !strings.Contains(got, "- f: "+c.want+"\n") {
			t.Errorf("%q is not shown as %q in %q", c.in, c.want, got)
		}
	}
}

func TestMarkdownCutsEndlessQuotes(t *testing.T) {
	b := fixture(t)
	long := strings.Repeat("é", 1<<19)
	b.Readings[2].Article.Text = long
	b.Readings[2].Quotes[0] = news.Quote{Kind: news.Direct}
	b.Readings[2].Quotes[0].Span.End = len(long)
	got := markdown(t, b)
	if len(got) > 20_000 {
		t.Errorf("the briefing is %d bytes long", len(got))
	}
	if !strings.Contains(got, "bytes more") {
		t.Error("a cut quote does not say so")
	}
}
