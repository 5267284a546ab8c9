package ui

import (
	"os"
	"testing"
)

func TestDemo(t *testing.T) {
	if os.Getenv("UIDEMO") == "" {
		t.Skip()
	}
	b := fixture()
	up := make(chan Update, 3)
	up <- Update{Briefing: b, Done: 7, Total: 7, Finished: true, Searcher: wordSearcher{b}}
	if err := Run(t.Context(), Options{Updates: up, Title: "port-hale", Compare: swapReference}); err != nil {
		t.Fatal(err)
	}
}
