package ui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"verbatim/corpus/news"
)

// scenes are the screens an editor meets, and the keys that lead there.
var scenes = []struct {
	name string
	keys []string
}{
	{"desk", nil},
	{"desk-actor", []string{"2", "enter"}},
	{"desk-story", []string{"1", "j"}},
	{"desk-event", []string{"3", " "}},
	{"desk-query", []string{"/", "type:tide", "ctrl+f"}},
	{"desk-drop", []string{"2", "enter", "a", "-"}},
	{"desk-large", []string{"+"}},
	{"side", []string{"enter"}},
	{"side-context", []string{"enter", "c"}},
	{"side-speaker", []string{"j", "enter"}},
	{"reader", []string{"enter", "enter"}},
	{"reader-furniture", []string{"s", "f", "L"}},
	{"reader-find", []string{"s", "/", "type:sea"}},
	{"search", []string{"/", "type:wall"}},
	{"search-error", []string{"/", "type:wall", "type: \"se"}},
	{"search-empty", []string{"/"}},
	{"search-past", []string{"/", "type:sea", "ctrl+s", "enter", "esc", "ctrl+u", "type:tide", "enter", "esc", "ctrl+u", "down"}},
	{"help", []string{"?"}},
	{"help-typed", []string{"?", "f", "type:copy"}},
	{"problems", []string{"!"}},
	{"matrix", []string{"M"}},
	{"matrix-cell", []string{"M", "j", "l", "l", "l"}},
	{"matrix-whole", []string{"M", "w", "G"}},
	{"timeline", []string{"T", "j"}},
	{"card", []string{"A", "j"}},
	{"card-actor", []string{"2", "j", "A"}},
	{"stories", []string{"S"}},
	{"stories-typed", []string{"S", "type:wall"}},
	{"actors", []string{"P"}},
	{"actors-typed", []string{"P", "type:minister", "down"}},
	{"events", []string{"E", "down"}},
	{"desk-typed", []string{"f", "type:venn"}},
	{"outlets", []string{"O"}},
}

var sizes = [][2]int{{80, 24}, {120, 40}, {200, 60}}

func TestScreens(t *testing.T) {
	for _, sc := range scenes {
		for _, wh := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", sc.name, wh[0], wh[1]), func(t *testing.T) {
				d := open(t, wh[0], wh[1], Options{Compare: swapReference})
				d.press(sc.keys...)
				golden.RequireEqual(t, d.screen())
			})
		}
	}
}

// annotated is the fixture with what editors have put on it: a bookmark on one
// telling of a statement, a note, both, and a bookmark on an article.
func annotated() *news.Briefing {
	b := fixture()
	of := func(statement, variant int) news.Ref { return b.Statements[statement].Variants[variant].Quote }
	b.Bookmarks = []news.Ref{of(0, 1), of(2, 0), {Reading: 6, Item: -1}}
	b.Notes = []news.Note{{Quote: of(1, 0), Words: "Ask Reke's office for the tape."}, {Quote: of(0, 0), Words: "Checked against the recording: “will”."}}
	return b
}

// TestScreensWithMarks compares where bookmarks and notes stand in the list, in
// the matrix and side by side.
func TestScreensWithMarks(t *testing.T) {
	for _, sc := range [][]string{{"desk"}, {"matrix", "M"}, {"side", "enter"}, {"side-noted", "j", "enter"}} {
		for _, wh := range sizes[:2] {
			t.Run(fmt.Sprintf("%s-%dx%d", sc[0], wh[0], wh[1]), func(t *testing.T) {
				d := drive(t, wh[0], wh[1], Options{Compare: swapReference})
				d.read(annotated(), true)
				d.press(sc[1:]...)
				golden.RequireEqual(t, d.screen())
			})
		}
	}
}

// views are scenes that show each view once.
var views = []string{"desk", "side", "reader", "reader-find", "search", "search-error", "help", "problems", "matrix", "timeline", "card", "stories-typed", "actors", "events", "outlets"}

// TestScreensInColour compares what the terminal is told: on a dark and a light
// background, and without colour, where weight, underline and reversal are left.
func TestScreensInColour(t *testing.T) {
	looks := []struct {
		name  string
		o     Options
		sizes [][2]int
	}{
		{"dark", Options{Theme: "dark"}, sizes}, {"light", Options{Theme: "light"}, sizes[1:2]}, {"none", Options{NoColor: true}, sizes},
	}
	for _, look := range looks {
		for _, sc := range scenes {
			for _, wh := range look.sizes {
				if !slices.Contains(views, sc.name) {
					continue
				}
				t.Run(fmt.Sprintf("%s-%s-%dx%d", sc.name, look.name, wh[0], wh[1]), func(t *testing.T) {
					look.o.Compare = swapReference
					d := open(t, wh[0], wh[1], look.o)
					d.press(sc.keys...)
					golden.RequireEqual(t, d.r.View())
				})
			}
		}
	}
}

// swapReference stands in for the comparison of package link.
func swapReference(b *news.Briefing, statement, reference int) news.Statement {
	s := b.Statements[statement]
	s.Reference = reference
	return s
}

func TestScreenWhileReading(t *testing.T) {
	for _, wh := range sizes {
		t.Run(fmt.Sprintf("%dx%d", wh[0], wh[1]), func(t *testing.T) {
			d := drive(t, wh[0], wh[1], Options{Stop: func() {}})
			d.send(reading(0, 0))
			d.send(reading(9000, 30*time.Second))
			b := fixture()
			d.send(read{Update: Update{Briefing: b, Done: 9000, Total: 20000}, catalog: newCatalog(b), at: time.Unix(1030, 0)})
			d.press("esc")
			golden.RequireEqual(t, d.screen())
		})
	}
}
