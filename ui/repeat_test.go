package ui

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// TestOldQuoteIsShown shows a statement with old words in the preview and side
// by side.
func TestOldQuoteIsShown(t *testing.T) {
	b := fixture()
	b.Statements[0].Reused = &news.Reuse{First: b.Statements[1].Variants[0].Quote}
	c := newCatalog(b)
	_, first := c.quote(b.Statements[1].Variants[0].Quote)
	want := "an old quote: first printed " + dayOrNone(first.Published.Date) + " by " + first.OutletName()
	shown := map[string]string{}
	for _, l := range (previews{c, 200}).statement(0) {
		shown["preview"] += l.String() + "\n"
	}
	s := &side{shared: &shared{}, c: c, st: b.Statements[0], w: 200}
	s.arrange()
	s.build()
	for _, l := range s.sheet.lines {
		shown["side by side"] += l.String() + "\n"
	}
	for _, name := range []string{"preview", "side by side"} {
		if !strings.Contains(shown[name], want) {
			t.Errorf("%s: no %q in\n%s", name, want, shown[name])
		}
	}
}
