package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestSearchesAreRemembered(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("/", "type:sea", "enter", "esc", "ctrl+u", "type:tide", "enter", "esc", "ctrl+u", "type:nobody said this", "esc")
	if got := d.r.found.memory.History; !slices.Equal(got, []string{"sea", "tide"}) {
		t.Errorf("the history is %q", got)
	}
	d.press("/", "ctrl+u", "type:wal", "ctrl+p")
	d.sees("/ tide", "3 hits")
	d.press("ctrl+p", "ctrl+p")
	d.sees("/ sea")
	d.press("ctrl+n", "ctrl+n")
	d.sees("/ wal")
	d.press("up") // on the first hit
	d.sees("/ tide")
	d.press("down", "up")
	d.sees("/ tide")
}

func TestSearchesAreSavedAndOffered(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("/", "type:sea", "ctrl+s")
	d.sees("Saved: sea")
	d.press("ctrl+u", "type:tide", "enter", "esc", "ctrl+u")
	d.sees("▶ ★ sea", "    tide", "both words")
	d.press("down", "enter")
	d.sees("/ tide", "3 hits")
	d.press("ctrl+u", "enter")
	d.sees("/ sea")
	d.press("ctrl+s")
	d.sees("No longer saved: sea")
}

func TestHistoryHasAnEnd(t *testing.T) {
	var m memory
	for i := range 3 * maxHistory {
		m.note(fmt.Sprint(i))
	}
	m.note("  ")
	m.note(fmt.Sprint(3*maxHistory - 5))
	if n := len(m.History); n != maxHistory || m.History[n-1] != fmt.Sprint(3*maxHistory-5) {
		t.Errorf("%d searches, the last %q", n, m.History[n-1])
	}
}

func TestHitsShowWordsSpeakerAndOutlet(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("/", "type:surrender")
	d.sees("The Harbour Post", "Tomas Reke called", "Olle Brandt", "a surrender to the tide")
	if !strings.Contains(d.r.View(), d.r.theme.plain[Found]+"surrender") {
		t.Error("the words found do not stand out")
	}
}

func TestThemeCanBeSwitched(t *testing.T) {
	d := open(t, 120, 40, Options{})
	dark := d.r.View()
	d.press("ctrl+t")
	if d.r.View() == dark || !d.r.theme.light {
		t.Error("the theme is the same")
	}
	d.press("ctrl+t")
	if d.r.View() != dark {
		t.Error("the theme is not what it was")
	}
}
