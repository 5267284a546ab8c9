package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestJourneySample goes through the built-in sample as an editor would.
func TestJourneySample(t *testing.T) {
	t.Parallel()
	s := openTerminal(t, 120, 40)
	s.await("Verbatim", "the built-in sample")
	s.await("articles,", "alarms")

	s.press("2")
	s.await("━ 2 Actors")
	s.cursorOn("Ioana Vexler")
	s.press("Enter")
	s.await("[actor: Ioana Vexler]")

	s.press("4")
	s.await("━ 4 Quotes")
	s.quoteOn("I was asked to take one sentence")
	s.press("Enter")
	s.await("◆ reference", "≠ altered", "{line}", "The Daily Gull")
	s.press("x")
	s.await("Written: verbatim-ioana-vexler.html")

	s.press("Enter")
	s.await("I was asked to take one line", "quote ", "furniture")
	s.back("◆ reference")
	s.back("[actor: Ioana Vexler]", "1 Stories")
	s.press("Escape")
	s.gone("[actor:")

	s.press("/")
	s.await("›  search")
	s.typed(`"wrote down the time"`)
	s.await("wrote down the time", "Marl Valley Courier")
	s.press("Enter")
	s.await("wrote down the time", "furniture")
	s.back("›  search")
	s.back("1 Stories")
	s.quit()
}

// TestJourneySeeds goes through the five real articles: by an actor to a
// statement that one outlet merged with another, to its source, to a search.
func TestJourneySeeds(t *testing.T) {
	t.Parallel()
	seeds, err := filepath.Abs("../shared/seeds")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(seeds); err != nil {
		t.Skip("no seeds: ../shared is not there")
	}
	s := openTerminal(t, 140, 45, seeds)
	s.await("Verbatim", "5 articles,")

	s.press("2")
	s.await("━ 2 Actors")
	s.cursorOn("Donald Trump")
	s.press("Enter")
	s.await("[actor: Donald Trump]")

	s.press("4")
	s.await("━ 4 Quotes")
	s.quoteOn("tango")
	s.press("Enter")
	s.await("◆ reference", "+ merged", "{+", "+}")
	s.press("Enter")
	s.await("tango", "quote ", "furniture")
	s.back("◆ reference", "+ merged")
	s.back("1 Stories")

	// The words of a parenthesis became speech.
	s.press("4")
	s.await("━ 4 Quotes")
	s.quoteOn("worked")
	s.press("Enter")
	s.await("◆ reference", "≠ altered", "{")
	s.back("1 Stories")

	s.press("/")
	s.await("›  search")
	s.typed("speaker:trump tango")
	s.await("tango", "hits")
	s.press("Enter")
	s.await("tango", "furniture")
	s.back("›  search")
	s.back("1 Stories")
	s.quit()
}

// TestJourneyInterrupted ends the program in the middle of things.
func TestJourneyInterrupted(t *testing.T) {
	t.Parallel()
	s := openTerminal(t, 80, 24)
	s.await("Verbatim", "1 Stories", "alarms") // all is read: leaving asks nothing
	s.press("/")
	s.await("›  search")
	s.typed("qqq")
	s.await("qqq")
	s.press("C-c")
	s.await("[exit 0]")
}

// TestJourneyNowhere says what is wrong before any screen is drawn.
func TestJourneyNowhere(t *testing.T) {
	t.Parallel()
	s := openTerminal(t, 80, 24, "no/such/folder")
	s.await("verbatim: open no/such/folder: no such file or directory", "[exit 1]")
}

// TestJourneyWithoutColour shows every difference by a sign.
func TestJourneyWithoutColour(t *testing.T) {
	t.Parallel()
	s := openTerminal(t, 80, 24, "--no-color")
	s.await("≠", "1 Stories", "articles,")
	if raw := s.tmux("capture-pane", "-p", "-e"); coloured.MatchString(raw) {
		t.Errorf("colours despite --no-color:\n%q", raw)
	}
	s.quit()
}

// coloured matches what asks a terminal for any colour but its own.
var coloured = regexp.MustCompile("\x1b\\[[0-9;]*\\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
