package news_test

import (
	"testing"

	"verbatim/corpus/news"
)

func TestSidesNameEachValueOnce(t *testing.T) {
	c := news.Conflict{Field: "speaker", Claims: []news.Claim{{Outlet: "Gull", Value: "Mara Venn"}, {Outlet: "Tern", Value: "Orrin Tarn"}, {Outlet: "Courier", Value: "Mara Venn"}}}
	s := c.Sides()
	if len(s) != 2 || len(s[0]) != 2 || s[0][1].Outlet != "Courier" || len(s[1]) != 1 || s[1][0].Value != "Orrin Tarn" {
		t.Errorf("sides %+v", s)
	}
}
