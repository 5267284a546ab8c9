package report_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"verbatim/corpus/news"
	"verbatim/ui/report"
)

var tag = regexp.MustCompile(`<[^>]*>`)

// rendered is the words a reader of the Markdown sees.
func rendered(t *testing.T, md string) string {
	t.Helper()
	var buf bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(md), &buf); err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(tag.ReplaceAllString(buf.String(), ""))
}

// FuzzMarkdownShowsTextAsItIs holds that no text of an article is read as
// markup, nor reaches the terminal as a control.
func FuzzMarkdownShowsTextAsItIs(f *testing.F) {
	for _, s := range []string{
		"plain", "*a* _b_ __c__ **d** `e` ~~f~~ ~g~", "[x](y) [x][y] [x]: y ![i](j)", "<b> <!-- --> <http://a.b> &amp; &#35; &copy",
		"# h", "a #", "1) one", "--", "+", "[x] task", "    code", "- item", "1. one", "> q", "| a | b |", "\\* \\", "``old marks''", "snake_case_word", "http://a.b/c_d_e", "[ ] task", "***", "a\\",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		b := &news.Briefing{Problems: []news.Problem{{File: s, What: s + "."}}}
		md := markdown(t, b)
		noControls(t, md)
		want := strings.Join(strings.Fields(strings.TrimSpace(report.Inert(s))+": "+report.Inert(s+".")), " ")
		if got := strings.Join(strings.Fields(rendered(t, md)), " "); !strings.HasSuffix(got, want) {
			t.Fatalf("%q reads as %q", want, got)
		}
	})
}
