package ui

import (
	"slices"
	"strings"
	"testing"
)

// rowWith returns the row of the screen with the words, without its colours.
func (d *driver) rowWith(words string) string {
	d.t.Helper()
	for _, row := range strings.Split(d.screen(), "\n") {
		if strings.Contains(row, words) {
			return row
		}
	}
	d.t.Fatalf("no row with %q:\n%s", words, d.screen())
	return ""
}

func TestMatrixTellsEveryRelationBySign(t *testing.T) {
	d := open(t, 200, 60, Options{NoColor: true})
	d.press("M")
	row := strings.Fields(strings.SplitN(d.rowWith("▶ ≠!"), "5/6", 2)[1])
	want := []string{"◆", "›≠‹", "~", "+!", "…", "<"} // Post, Ledger, Star, Times, Echo, Bird
	if strings.Join(row, " ") != strings.Join(want, " ") {
		t.Errorf("the signs are %q, want %q", row, want)
	}
	d.sees("◆ reference", "= verbatim", "~ styled", "… trimmed", "[ edited", "≠ altered", "+ merged", "¶ paraphrase", "? possible", "· absent", "< too early")
}

// What else raises an alarm is told below the cell.
func TestMatrixTellsAllAlarmsOfARow(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("M")
	d.sees("▼Daily", "• “could” for “will”", "+ merged      Coastal Times", "is of another utterance", "outlets disagree on the date")
	d.press("h")
	d.sees("▼Harbour", "≠ altered     Daily Ledger", "• “could” for “will”")
}

func TestMatrixOpensTheCell(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("M", "enter")
	d.sees("▶ Daily Ledger", "◆ reference", "statement 1 of 4")
	d.press("esc", "l", "s")
	d.sees("Northern Star", "port-hale/a4.txt")
}

func TestMatrixSaysWhoIsAbsent(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("M", "j", "l", "l", "enter")
	d.sees("▼Coastal", "Coastal Times does not carry this statement. Its other")
	d.press("l", "l", "enter")
	d.sees("Early Bird published too early")
	d.press("k")
	d.seesNot("open side by side")
}

func TestMatrixGoesThroughStories(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("M")
	d.sees("Minister will not rebuild", "story 1 of 2")
	d.press("n")
	d.sees("Ferry line to close", "story 2 of 2", "1 statement", "1 outlet")
	d.press("n")
	d.sees("no other story")
	d.press("w")
	d.sees("all stories of the filter", "7 outlets", "5 statements")
	d.press("M")
	d.sees("4 Quotes")
}

func TestMatrixKeepsToTheLens(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("2", "enter", "M")
	d.sees("2 statements", "[actor: Mara Venn]")
	d.press("B", "esc", "1", "j", "enter", "M")
	d.sees("Ferry line", "1 statement")
	d.seesNot("story 1 of")
}

func TestMatrixOpensAtTheStoryOfTheKeys(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("1", "j", "M")
	d.sees("Ferry line to close", "story 2 of 2")
	d.press("esc", "4", "G", "enter", "M")
	d.sees("Minister will not rebuild")
}

func TestMatrixPagesItsColumns(t *testing.T) {
	d := drive(t, 120, 40, Options{})
	b := big(200)
	b.Stories[0].Outlets = nil
	for i := range b.Readings {
		b.Stories[0].Outlets = append(b.Stories[0].Outlets, b.Readings[i].Article.OutletName())
	}
	d.read(b, true)
	d.press("M")
	d.sees("outlets 1–8 of 200 →")
	for range 20 {
		d.press("l")
	}
	d.sees("← outlets 14–21 of 200 →", "▼Out ")
}

func TestMatrixKeepsItsPlace(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("M", "j", "j", "l")
	d.sees("▼Northern", "▶ ·  Mara")
	d.read(fixture(), true)
	d.sees("▼Northern", "▶ ·  Mara")
}

// The filters are at hand where the statements are looked over.
func TestFiltersInMatrixAndCard(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("M", "a")
	d.sees("[alarms only]", "1 statement", "›≠‹")
	d.press("a", "O", "enter")
	d.sees("›  matrix", "[outlet: Daily Ledger]", "2 statements")
	d.press("-", "A", "a")
	d.sees("Says 1 of 2 statements", "[alarms only]")
}

// What is said of a cell is wrapped, not cut, and a large count is readable.
func TestMatrixSaysAllOfACell(t *testing.T) {
	d := drive(t, 80, 24, Options{})
	b := fixture()
	b.Statements[0].Absent = nil
	b.Stories[0].Outlets[2] = "An Early Bird of a Very Long Name"
	b.Readings[5].Article.Outlet.Value = "An Early Bird of a Very Long Name"
	d.read(b, true)
	d.press("M", "l", "l", "l", "l", "l")
	d.sees("is not sure that it is", "left out; the reference:")
	m := matrix{c: newCatalog(b), story: newCatalog(b).storyAnchor(0), stories: append(make([]int, 1), slices.Repeat([]int{1}, 1199)...)}
	if got := m.storyCount(); got != "story 1 of 1,200" {
		t.Errorf("it counts %q", got)
	}
}

// The columns of outlets that do not all fit have names one can read.
func TestPagedColumnsAreBroad(t *testing.T) {
	outlets := make([]string, 40)
	for i := range outlets {
		outlets[i] = "The Harbour Post"
	}
	if l := layoutMatrix(120, 40, outlets, 9); l.column != pagedMatrixColumn {
		t.Errorf("a column of 40 outlets has %d cells", l.column)
	}
	if l := layoutMatrix(120, 40, outlets[:12], 9); l.column >= pagedMatrixColumn || l.shown != 12 {
		t.Errorf("12 outlets are shown as %d of %d cells", l.shown, l.column)
	}
	if got := initialled("New York Times - News", 7).String(); got != "N Y T N" {
		t.Errorf("with others alike it is %q", got)
	}
	if got := shortName("CNN (Web News)", 3).String(); got != "CWN" {
		t.Errorf("in short it is %q", got)
	}
}
