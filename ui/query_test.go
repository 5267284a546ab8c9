package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// a search that narrows does so in every view, and goes with its chip.
func TestASearchNarrowsEveryView(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("/", "type:tide", "ctrl+f")
	d.sees("[search: tide]", "4 Quotes 1 of 5", "a surrender to the tide", "1 Stories 1 of 2")
	d.seesNot("Inga Moss", "We will not rebuild")
	d.press("M")
	d.sees("1 statement", "a surrender")
	d.press("T")
	d.sees("meet residents")
	d.seesNot("ferry")
	d.press("S")
	d.sees("Stories /  1 of 2")
	d.press("esc", "B", "-")
	d.sees("4 Quotes 5", "No filter")
}

// the search list keeps to the other chips, not to its own.
func TestSearchIsNotNarrowedByItsOwnChip(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("/", "type:tide", "ctrl+f", "/")
	d.seesNot("within the filter")
	d.press("ctrl+u", "type:ferry")
	d.sees("2 hits")
}

func TestAQueryThatIsWrongDoesNotNarrow(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("/", "type:\"wall", "ctrl+f")
	d.sees("close it", "search")
	d.seesNot("[search:")
}

func TestASearchThatFailsIsDropped(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.r.found.use(brokenSearcher{})
	d.r.lens = d.r.lens.with(chip{facet: byQuery, name: "wall"})
	d.press("j")
	d.sees("the index failed", "No filter")
}

// the search is made anew when the index has grown.
func TestASearchThatNarrowsGrows(t *testing.T) {
	d := open(t, 120, 40, Options{})
	small := fixture()
	small.Readings[0].Article.Text = strings.Repeat(" ", len(harbourPost))
	d.r.found.use(wordSearcher{small})
	d.press("/", "type:pretend", "ctrl+f", "M")
	d.sees("1 statement")
	if ch, _ := d.r.lens.get(byQuery); len(ch.found.articles) != 2 {
		t.Errorf("%d articles are found", len(ch.found.articles))
	}
	d.read(fixture(), true)
	if ch, _ := d.r.lens.get(byQuery); len(ch.found.articles) != 3 {
		t.Errorf("%d articles are found when the index has grown", len(ch.found.articles))
	}
}

func TestAnyChipCanBeDropped(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("2", "enter", "a", "M", "-")
	d.sees("[1 actor: Mara Venn]", "[2 alarms only]", "Drop which filter?")
	d.press("1")
	d.sees("[alarms only]")
	d.seesNot("Mara Venn]", "Drop which")
	d.press("-", "-")
	d.sees("There is no filter to drop.")
}

func TestSeveralChipsAreDroppedAtOnceOrKept(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("2", "enter", "a", "-", "x")
	d.sees("[actor: Mara Venn]", "[alarms only]")
	d.press("-", "-")
	d.sees("No filter")
}

// the card and the list of outlets keep to the selection too.
func TestCardAndOutletsKeepToTheLens(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("/", "type:tide", "ctrl+f", "2", "A")
	d.sees("Says nothing here")
	d.press("-")
	d.sees("Says 2 statements")
	d.press("B", "1", "j", "enter", "O")
	d.sees("Outlets 1 of 7", "Nordwire")
	d.seesNot("Daily Ledger")
}

func TestSlashFindsInHelp(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("?", "/", "type:bookmar")
	d.seesNot("side by side at the outlet")
	d.press("esc", "/", "type:furniture")
	d.sees("Reader", "furniture: show what")
	d.press("esc", "esc", "/")
	d.sees("Type to search")
	if d.send(tea.KeyMsg{Type: tea.KeyF1}); d.r.top().view() != viewHelp {
		t.Error("f1 does not show help where keys are text")
	}
	d.sees("━ Search")
	d.press("esc")
	d.sees("Type to search")
}

// a search that narrows is there again in the next run, and made anew.
func TestASearchThatNarrowsIsRestored(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("/", "type:tide", "ctrl+f")
	p := d.r.leaveOff()
	e := drive(t, 120, 40, Options{})
	e.r.place = &p
	e.read(fixture(), true)
	e.sees("[search: tide]", "4 Quotes 1 of 5")
}

// an index may know articles that have not been read yet.
func TestHitsThatAreNotReadYetWait(t *testing.T) {
	d := drive(t, 120, 40, Options{})
	whole := fixture()
	part := *whole
	part.Readings = whole.Readings[:1]
	part.Stories, part.Statements, part.Actors, part.Events = nil, nil, nil, nil
	d.send(read{Update: Update{Briefing: &part, Searcher: wordSearcher{whole}}, catalog: newCatalog(&part)})
	d.press("/", "type:wall")
	d.sees("The Harbour Post")
	d.seesNot("Northern Star", "not part of")
	d.send(read{Update: Update{Briefing: whole}, catalog: newCatalog(whole)})
	d.sees("The Harbour Post", "Northern Star")
}

// what nobody waits for is looked up no further.
func TestASearchThatNarrowsIsStopped(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.r.lens = d.r.lens.with(chip{facet: byQuery, name: "wall"})
	d.r.seek()
	first := d.r.sought.under.ctx
	if d.r.seek(); first.Err() != nil {
		t.Error("the same search was stopped")
	}
	d.r.lens = d.r.lens.with(chip{facet: byQuery, name: "tide"})
	d.r.seek()
	second := d.r.sought.under.ctx
	if first.Err() == nil || second.Err() != nil {
		t.Error("the search before was not stopped, or this one was")
	}
	d.r.lens = d.r.lens.without(byQuery)
	if d.r.seek(); second.Err() == nil {
		t.Error("the search of no lens was not stopped")
	}
}

// Alarms only leaves the events that outlets disagree on, bookmarks only those of
// the stories with one; what is counted beside them is what choosing it leaves.
func TestAlarmsAndBookmarksNarrowEveryList(t *testing.T) {
	b := annotated()
	b.Bookmarks = b.Bookmarks[2:]
	b.Statements[4].Variants[0].Relation = news.Altered // a story and a speaker of their own
	b.Statements[4].Reference = -1
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.press("a")
	d.sees("1 Stories 2", "2 Actors 2 of 6", "3 Events 1 of 2", "4 Quotes 2 of 5", "meeting with resid")
	d.seesNot("ferry line")
	d.press("2", "j", "enter")
	d.sees("[actor: Inga Moss]", "1 Stories 1 of 2", "2 Actors 2 of 6", "4 Quotes 1 of 5", "3 Events 0 of 2", "none under the filter")
	d.press("T")
	d.sees("no dated events under the filter")
	d.r.obey(setLens{Lens{}.with(chip{facet: byMark, name: "bookmarked only"})})
	d.sees("[bookmarked only]", "timeline, 1 event", "ferry line closes")
	d.press("-", "a")
	d.sees("[alarms only]", "timeline, 1 event", "meeting with residents")
	d.press("O", "j", "enter")
	d.sees("›  timeline", "[outlet: ")
}

// However many filters there are, each is seen.
func TestAllChipsAreSeen(t *testing.T) {
	d := open(t, 80, 24, Options{})
	l := Lens{}
	for _, f := range []facet{byQuery, byStory, byActor, byEvent, byOutlet, byAlarm, byMark} {
		l = l.with(chip{facet: f, name: "a very long name of something", item: anchor{"x", int(f)}, found: &matched{}})
	}
	d.r.lens = l
	line := d.r.chips().String()
	if n := strings.Count(line, "["); n != 7 || strings.Count(line, "]") != 7 || len([]rune(line)) > 80 {
		t.Errorf("%d of 7 filters: %q", n, line)
	}
	for x, want := range map[int]int{1: 0, 12: 1, 72: 6} {
		if got := d.r.chipAt(x); got != want {
			t.Errorf("at %d is filter %d, want %d", x, got, want)
		}
	}
	d.r.lens = Lens{l.chips[:2]}
	d.sees("- drops one")
}

// A filter that would leave nothing says so.
func TestNoFilterByWhatThereIsNot(t *testing.T) {
	b := fixture()
	b.Statements, b.Events = b.Statements[1:], b.Events[1:]
	d := drive(t, 80, 24, Options{Corrections: corrections.Beside([]string{t.TempDir()})})
	d.read(b, true)
	d.press("a")
	d.sees("There is no alarm here", "No filter")
	d.press("*")
	d.sees("Nothing is bookmarked: b on a", "No filter")
	d.read(annotated(), true)
	d.press("*")
	d.sees("[bookmarked only]")
	d.read(b, true)
	d.press("*")
	d.sees("No filter")
}
