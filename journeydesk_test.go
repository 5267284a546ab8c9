package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// articles writes a story of the fords of Marrow into a folder, as four outlets
// report it: one drops a not, one has another day, one has only some of it.
func (d *desktop) articles(folder string) {
	d.t.Helper()
	for name, words := range map[string]string{
		"courier.txt": `---
outlet: Alder Courier
headline: Marrow ferries stay tied up as Brandt refuses to sign
published: 2031-03-05
---
“I will not sign a lease that sinks in the first flood,” ferry master Olle Brandt told reporters in Marrow on Wednesday.

The river gauge at Marrow failed on March 3, the water board said. “We learned of it from the cows,” said Inga Moss, who farms below the weir.
`,
		"ledger.txt": `---
outlet: Harbour Ledger
headline: Brandt ready to sign for Marrow ferries
published: 2031-03-05
---
“I will sign a lease that sinks in the first flood,” ferry master Olle Brandt told reporters in Marrow on Wednesday.

The river gauge at Marrow failed on March 4, according to the water board.
`,
		"tern.txt": `---
outlet: The Tern
headline: No lease, no ferries, says the master of Marrow
published: 2031-03-06
---
“I will not sign a lease,” Olle Brandt told reporters in Marrow on Wednesday.

“We learned of it from the cows,” Inga Moss said of the river gauge at Marrow, which failed on March 3.
`,
		"echo.txt": `---
outlet: Evening Echo
headline: Marrow ferry master will not sign
published: 2031-03-06
---
The Marrow ferries did not run on Wednesday. Olle Brandt, their master, said he would not sign the lease.
`,
	} {
		d.file(filepath.Join(folder, name), words, 0o644)
	}
}

// TestJourneyEditor searches from the matrix, reads at the hit, and corrects
// the file at that line in the editor.
func TestJourneyEditor(t *testing.T) {
	t.Parallel()
	d := withSample(t)
	told := filepath.Join(d.dir, "told")
	d.env = []string{"EDITOR=" + d.file("note-it", "#!/bin/sh\nprintf '%s\\n' \"$@\" >"+told+".new && mv "+told+".new "+told+"\n", 0o755)}
	s := d.open(120, 40, "desk")
	s.await("Verbatim", "desk", "18 articles")
	s.press("M")
	s.await("›  matrix", "carried")

	s.press("/")
	s.await("›  search")
	s.typed(`"wrote down the time"`)
	s.await("3 hits", "▶ Marl Valley Courier")
	s.press("Enter")
	s.await("›  Marl Valley Courier", ", n/N", "wrote down the time")
	s.press("e")
	s.until("the reader again after the editor", func(now string) bool {
		_, err := os.Stat(told)
		return err == nil && strings.Contains(now, ", n/N")
	})
	b, err := os.ReadFile(told)
	if err != nil {
		t.Fatal(err)
	}
	args := strings.Split(strings.TrimSpace(string(b)), "\n")
	if len(args) != 2 || !filepath.IsAbs(args[1]) {
		t.Fatalf("the editor is told %q", args)
	}
	page, err := os.ReadFile(args[1])
	if err != nil {
		t.Fatal(err)
	}
	line, err := strconv.Atoi(strings.TrimPrefix(args[0], "+"))
	if lines := strings.Split(string(page), "\n"); err != nil || line < 1 || line > len(lines) || !strings.Contains(lines[line-1], "wrote down the time") {
		t.Errorf("the editor opens at %s of\n%s", args[0], page)
	}
	s.back("›  search")
	s.back("›  matrix")
	s.quit()
}

// TestJourneySheet goes from a cell of the matrix to the statement, holds it
// against another outlet, and sends that to a colleague.
func TestJourneySheet(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	d.articles("desk")
	s := d.open(120, 40, "desk")
	s.await("4 articles", "≠ 1 alarm")
	s.press("M")
	s.await("›  matrix", "carried", "▼Harbour L", "Harbour Ledger", "›≠‹", "{…}")
	s.press("Enter")
	s.await("▶ Harbour Ledger", "◆ reference", "≠ altered", "• “not” dropped")
	s.press("r")
	s.await("◆ reference, your choice", "• “not” added")
	s.press("x")
	s.await("Written: verbatim-")
	sheets, err := filepath.Glob(filepath.Join(d.dir, "verbatim-*.html"))
	if err != nil || len(sheets) != 1 {
		t.Fatalf("sheets: %v, %v", sheets, err)
	}
	d.has(filepath.Base(sheets[0]), "Harbour Ledger", "Alder Courier", "The Tern", "Olle Brandt", "altered")
	s.back("›  matrix", "›≠‹")
	s.back("1 Stories")
	s.quit()
}

// TestJourneyDecisions bookmarks, notes, merges and takes back, and finds it
// all again another day.
func TestJourneyDecisions(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	d.articles("desk")
	s := d.open(120, 40, "desk")
	s.await("4 articles", "≠ 1 alarm", "4 Quotes")
	s.press("4")
	s.await("━ 4 Quotes")
	s.quoteOn("I will not sign a lease")
	s.press("b")
	s.await("Bookmarked: “I will not sign", "z undoes")
	s.press("t")
	s.await("Note on “I will not sign")
	s.typed("Ask the Ledger for its tape.")
	s.press("Enter")
	s.await("Noted on “I will not sign", "Ask the Ledger")

	s.press("m")
	s.await("Merge “I will not sign")
	s.quoteOn("from the cows")
	s.press("m")
	s.await("One statement now:")
	d.has("desk/verbatim.corrections", "merge-statements")
	s.press("z")
	s.await("Undone. Two statements again: “I will not sign")
	s.quit()
	d.has("desk/verbatim.corrections", "bookmark", `says "Ask the Ledger for its tape."`, "courier.txt")
	if b, err := os.ReadFile(filepath.Join(d.dir, "desk/verbatim.corrections")); err != nil || strings.Contains(string(b), "merge-statements c") {
		t.Errorf("what was undone is still there, %v:\n%s", err, b)
	}

	s = d.open(120, 40, "desk")
	s.await("4 articles", "≠ 1 alarm")
	s.press("*")
	s.await("[bookmarked only]", "━ 4 Quotes 1 of", "I will not sign")
	s.press("Enter")
	s.await("Ask the Ledger for its tape.", "≠ altered")
	s.quit()
}

// TestJourneyResized turns the terminal's size in every view, and first while
// the articles are being read.
func TestJourneyResized(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	d.articles("desk")
	s := d.open(80, 24, "desk")
	s.resize(200, 60)
	s.await("4 articles", "≠ 1 alarm")
	s.resize(80, 24)
	for _, v := range []struct{ key, words, leave string }{
		{"", "1 Stories", ""},
		{"Enter", "◆ reference", "Escape"},
		{"s", "furniture", "Escape"},
		{"M", "carried", "Escape"},
		{"T", "Happened", "Escape"},
		{"A", "quoted", "Escape"},
		{"S", "headline", "Escape"},
		{"P", "mentions", "Escape"},
		{"E", "disagree on", "Escape"},
		{"/", "speaker:venn", "Escape"},
		{"?", "Briefing", "Escape"},
	} {
		if v.key != "" {
			s.press(v.key)
		}
		for _, size := range [][2]int{{80, 24}, {200, 60}, {80, 24}, {120, 40}, {80, 24}} {
			s.resize(size[0], size[1])
			s.fills(size[0], size[1], v.words)
		}
		if v.leave != "" {
			s.back("1 Stories")
		}
	}
	// What was beside is below in a small one.
	s.press("Enter")
	s.until("columns below one another", func(now string) bool {
		return strings.Contains(now, "◆ reference") && !strings.Contains(now, "│") && strings.Contains(now, "Alder Courier")
	})
	s.resize(160, 40)
	s.await("Alder Courier", "│ ▶ Harbour Ledger")
	s.quit()
}

// fills waits until the words are on a screen that is drawn from the first row
// to the last, and no row is wider.
func (s *terminal) fills(w, h int, words string) {
	s.t.Helper()
	s.until(fmt.Sprintf("%q on %d × %d cells", words, w, h), func(now string) bool {
		rows := strings.Split(strings.TrimRight(now, "\n"), "\n")
		return len(rows) == h && strings.HasPrefix(rows[0], " Verbatim") && strings.Contains(now, words) &&
			len([]rune(rows[0])) > w-3 && len([]rune(rows[0])) <= w
	})
}

// TestJourneyPickedUp narrows by story and alarms over several views, drops
// one filter, leaves, and goes on where it was.
func TestJourneyPickedUp(t *testing.T) {
	t.Parallel()
	d := withSample(t)
	s := d.open(120, 40, "desk")
	s.await("18 articles", "alarms")
	s.press("2")
	s.await("━ 2 Actors")
	s.cursorOn("Ioana Vexler")
	s.press("Enter")
	s.await("[actor: Ioana Vexler]")
	s.press("a")
	s.await("[alarms only]")
	s.press("T")
	s.await("›  timeline", "[alarms only]", "[actor: Ioana Vexler]")
	s.press("-")
	s.await("Drop which filter?", "[1 actor: Ioana Vexler]")
	s.press("1")
	s.gone("[actor:")
	s.press("M")
	s.await("›  matrix", "[alarms only]", "carried")
	s.press("l", "j")
	s.press("Enter")
	s.await("›  statement ", "[alarms only]", "◆ reference")
	was := ""
	s.until("which statement it is", func(now string) bool {
		was = whichStatement.FindString(now)
		return was != ""
	})
	s.quit()

	s = d.open(120, 40, "desk")
	s.await(was, "[alarms only]", "◆ reference")
	s.back("›  matrix", "[alarms only]")
	s.back("›  timeline", "[alarms only]")
	s.back("1 Stories", "[alarms only]")
	s.press("Escape")
	s.gone("[alarms only]")
	s.quit()
}

// whichStatement matches where the title says which statement is shown.
var whichStatement = regexp.MustCompile(`statement \d+ of \d+ `)

// TestJourneyLocked opens the same articles twice: the second says that the
// index is in use, and works.
func TestJourneyLocked(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	d.articles("desk")
	first := d.open(120, 30, "desk")
	first.await("4 articles", "≠ 1 alarm")
	second := d.open(120, 30, "desk")
	second.await("4 articles", "≠ 1 alarm", "The index is open in process", "so this one is kept in memory.")
	second.press("/")
	second.await("›  search")
	second.typed("speaker:moss cows")
	second.await("2 hits", "from the cows")
	second.back("1 Stories")
	second.quit()
	first.press("/")
	first.typed("gauge")
	first.await("hits", "gauge at Marrow")
	first.back("1 Stories")
	first.quit()
}

// TestJourneyDates follows an outlet that has another day than the rest to its
// page, and a name to all that is known of who bears it.
func TestJourneyDates(t *testing.T) {
	t.Parallel()
	s := withSample(t).open(120, 40, "desk")
	s.await("18 articles", "alarms")
	s.press("T")
	s.await("›  timeline", "! date", "Happened")
	line := ""
	s.walk("another day", func(_, at string) bool {
		line = strings.TrimSpace(at)
		return strings.HasPrefix(line, "! ")
	})
	_, said, _ := strings.Cut(line, "“")
	said, _, _ = strings.Cut(said, "”")
	s.press("Enter")
	s.await(said, "furniture")
	s.back("›  timeline")
	s.press("B")
	s.await("2 Actors")
	s.press("2")
	s.await("━ 2 Actors")
	s.cursorOn("Mara Venn")
	s.press("A")
	s.await("›  actor", "Mara Venn  person", "Harbour Minister", "quoted", "─ Says", "─ Spoken of")
	s.press("Enter")
	s.await("›  statement ", "◆ reference")
	s.back("›  actor")
	s.quit()
}

// TestJourneyMouse does with the mouse what the keys do, and gives it back.
func TestJourneyMouse(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	d.articles("desk")
	config := filepath.Join(d.home, "verbatim", "config.toml")
	if err := os.MkdirAll(filepath.Dir(config), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(config, []byte("mouse = true\n[keys]\nenter = [\"ctrl+e\"]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := d.open(120, 40, "desk")
	s.await("4 articles", "≠ 1 alarm")
	s.calm()
	s.clicks("› Olle Brandt")
	s.await("━ 2 Actors", "▶ Olle Brandt")
	s.clicks("▶ Olle Brandt")
	s.await("[actor: Olle Brandt]")
	s.clicks("[actor:")
	s.gone("[actor:")
	s.clicks("M matrix")
	s.await("›  matrix", "carried")
	s.clicks("esc back")
	s.await("1 Stories")
	s.clicks("“We learned")
	s.clicks("▶ =")
	s.await("›  statement ")
	s.press("C-o")
	s.await("The mouse is the terminal's again")
	s.press("C-o")
	s.await("Mouse on")
	s.quit()
}

// TestJourneyStopped stops the reading of many articles half-way, keeps what
// there is, and reads the rest another time.
func TestJourneyStopped(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	const many = 1000
	var b strings.Builder
	for i := range many {
		fmt.Fprintf(&b, `{"outlet":"Outlet %d","headline":"Gauge %d fails at weir %d","published":"2031-03-%02d","text":"The gauge at weir %d failed, ferry master Olle Brandt said. “We counted %d planks in the water,” he told reporters in Marrow on Monday. “Nobody has asked for number %d.”"}`+"\n", i%7, i, i, 1+i%28, i, i, i)
		if i%100 == 99 {
			d.file(fmt.Sprintf("desk/%04d.jsonl", i), b.String(), 0o644)
			b.Reset()
		}
	}
	s := d.open(120, 40, "desk")
	s.await("reading █")
	s.press("Escape")
	s.await("Still reading")
	s.press("s")
	s.await("Stopped at", "What has been read stays")
	s.await("━ 4 Quotes", "planks in the water")
	s.press("Enter")
	s.await("◆ reference")
	s.quit()
	s = d.open(120, 40, "desk")
	s.await("1,000 articles,")
	s.quit()
}

// TestJourneyTerminated is ended from outside, and leaves the terminal as it
// was.
func TestJourneyTerminated(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	d.articles("desk")
	s := d.open(80, 24, "desk")
	s.await("4 articles", "≠ 1 alarm")
	if err := syscall.Kill(s.pid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.ended("[exit 0]")
}

// TestJourneyHungUp closes the terminal, and finds the place in the next one.
func TestJourneyHungUp(t *testing.T) {
	t.Parallel()
	d := newDesktop(t)
	d.articles("desk")
	s := d.open(80, 24, "desk")
	s.await("4 articles", "≠ 1 alarm")
	s.press("T")
	s.await("›  timeline")
	pid := s.pid()
	s.tmux("kill-session")
	for end := time.Now().Add(patience); syscall.Kill(pid, 0) == nil && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	s = d.open(80, 24, "desk")
	s.await("›  timeline")
	s.quit()
}

// pid returns the process of the program: the child of the pane's.
func (s *terminal) pid() int {
	s.t.Helper()
	shell := strings.TrimSpace(s.tmux("display-message", "-p", "#{pane_pid}"))
	b, err := os.ReadFile("/proc/" + shell + "/task/" + shell + "/children")
	if err != nil {
		s.t.Skip("no /proc to find the program in: ", err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		s.t.Fatalf("the children of %s are %q", shell, b)
	}
	return pid
}
