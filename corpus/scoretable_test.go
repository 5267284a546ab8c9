package corpus_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The figures of README.md are those of the golden scores, between these two
// lines.
const (
	readme       = "../README.md"
	figuresBegin = "<!-- figures: written by go test ./corpus -run Figures -update -->\n"
	figuresEnd   = "<!-- end of figures -->\n"
)

// shownFigures are the figures that README.md shows, by their names in score.py.
var shownFigures = []string{
	"quotes in marks, same words",
	"marked words nobody said, given a speaker",
	"indirect reports found",
	"speaker right (of quotes found)",
	"same statement, both in marks (pairs)",
	"same statement, one without marks (pairs)",
	"relation right (of variants matched)",
	"alarm: a statement altered or merged",
	"actors found as one actor",
	"event dates right (per outlet)",
	"direct found (half the words)",
	"mixed found (half the words)",
	"speaker mention right (of speech found)",
	"pairs: alarm",
	"pairs: false alarms on harmless differences",
}

func TestFiguresOfReadme(t *testing.T) {
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(b), figuresBegin)
	got, after, ended := strings.Cut(rest, figuresEnd)
	if !ok || !ended {
		t.Fatalf("%s has no place for figures", readme)
	}
	want := figureTable(t)
	if *updateScores {
		if err := os.WriteFile(readme, []byte(before+figuresBegin+want+figuresEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("the figures of %s are not the golden ones; -update writes them", readme)
	}
}

// figureTable is the golden scores as a table of Markdown.
func figureTable(t *testing.T) string {
	t.Helper()
	sets := []string{"seeds", "stories", "polnear", "pairs"}
	golden := map[string]map[string]*float64{}
	for _, s := range sets {
		var f map[string]*float64
		decode(t, "testdata/scores/"+s+".json", &f)
		golden[s] = f
	}
	var b strings.Builder
	b.WriteString("| | " + strings.Join(sets, " | ") + " |\n|---|" + strings.Repeat("---|", len(sets)) + "\n")
	for _, name := range shownFigures {
		b.WriteString("| " + strings.TrimPrefix(name, "pairs: "))
		for _, s := range sets {
			cell := ""
			if f := golden[s][name]; f != nil {
				cell = fmt.Sprintf("%.3f", *f)
			}
			b.WriteString(" | " + cell)
		}
		b.WriteString(" |\n")
	}
	return b.String()
}
