package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/index"
	"verbatim/ui"
)

// brittle is the program with two faults: what compares with another reference
// panics, and what writes the sheet.
func brittle() {
	a := &app{out: os.Stdout, errs: os.Stderr}
	work := ui.Work{Index: func() (*index.Index, error) { return a.openIndex(nil) }, Close: a.shut}
	os.Exit(a.exitCode(work.Run(context.Background(), ui.Options{
		Title:   "the built-in sample",
		Compare: func(*news.Briefing, int, int) news.Statement { panic("the comparison is brittle") },
		Export:  func(*news.Briefing, ui.Sheet) (string, error) { panic("the sheet is brittle") },
	})))
}

// logged matches what is said of a crash.
var logged = regexp.MustCompile(`the log is in (\S+\.log)`)

// TestJourneyCrash has the program fail at a key and behind one: the terminal is
// as it was, the shell's line echoes what is typed, and the log is where the
// one line on the screen says.
func TestJourneyCrash(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, key, why string }{
		{"at a key", "r", "the comparison is brittle"},
		{"behind a key", "x", "the sheet is brittle"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := newDesktop(t)
			d.program = "brittle"
			s := d.open(240, 40)
			s.await("1 Stories", "alarms")
			s.press("Enter")
			s.await("◆ reference", "≠ altered")
			s.press("l", c.key)
			s.ended("[exit 1]")
			s.typed("still here")
			s.says(c.why, s.await("verbatim: the screen failed: "+c.why, "still here"))
		})
	}
}

// says expects one line for a crash, and a log of it that tells why and where.
func (s *terminal) says(why, screen string) {
	s.t.Helper()
	if strings.Contains(screen, "goroutine") || strings.Contains(screen, "Caught") {
		s.t.Errorf("the crash is on the screen:\n%s", screen)
	}
	m := logged.FindStringSubmatch(screen)
	if m == nil {
		s.t.Fatalf("the screen names no log:\n%s", screen)
	}
	b, err := os.ReadFile(m[1])
	if err != nil {
		s.t.Fatal(err)
	}
	for _, words := range []string{why, "goroutine", `views: ["Briefing" "Side by side"]`} {
		if !strings.Contains(string(b), words) {
			s.t.Errorf("%s has no %q:\n%s", filepath.Base(m[1]), words, b)
		}
	}
}
