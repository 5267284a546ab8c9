package annotate

import (
	"testing"

	"verbatim/corpus/news"
)

// TestAnchorIn holds which articles of Monday, 3 March are of the day behind it.
func TestAnchorIn(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		from news.Origin
		want string
	}{
		"told twice":                 {"Mara Venn sued the port on Tuesday.\nThe union met on Tuesday.", news.FromPage, "2031-03-04"},
		"its own day told later":     {"Mara Venn sued the port on Tuesday.\nThe union met on Tuesday.\nOn Monday, Orrin Tarn resigned.", news.FromPage, "2031-03-04"},
		"told once":                  {"Mara Venn sued the port on Tuesday.", news.FromPage, "2031-03-03"},
		"its own day told first":     {"On Monday, Orrin Tarn resigned.\nMara Venn sued the port on Tuesday.\nThe union met on Tuesday.", news.FromPage, "2031-03-03"},
		"the Tuesday before":         {"Mara Venn sued the port last Tuesday.\nThe union met last Tuesday.", news.FromPage, "2031-03-03"},
		"to come":                    {"Mara Venn will sue the port on Tuesday.\nThe union will meet on Tuesday.", news.FromPage, "2031-03-03"},
		"in marks":                   {"“She sued the port on Tuesday and we met on Tuesday,” Orrin Tarn said.", news.FromPage, "2031-03-03"},
		"today too":                  {"Orrin Tarn resigned today.\nMara Venn sued the port on Tuesday.\nThe union met on Tuesday.", news.FromPage, "2031-03-03"},
		"a byline is the newsroom's": {"Mara Venn sued the port on Tuesday.\nThe union met on Tuesday.", news.FromByline, "2031-03-03"},
	} {
		src := c.body
		a := news.Article{Text: src, Published: news.DateField{Date: news.Date{Year: 2031, Month: 3, Day: 3}, Origin: c.from}}
		for _, p := range lines(src) {
			a.Blocks = append(a.Blocks, news.Block{Span: p, Kind: news.Body})
		}
		ss := Sentences(src, lines(src))
		if got := AnchorIn(&a, ss); got.Day.String() != c.want {
			t.Errorf("%s: %v, want %s", name, got.Day, c.want)
		}
	}
}
