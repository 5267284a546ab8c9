package ui

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"
)

func TestRolesThatMustBeSeen(t *testing.T) {
	for _, p := range []termenv.Profile{termenv.TrueColor, termenv.ANSI256, termenv.ANSI, termenv.Ascii} {
		for _, light := range []bool{false, true} {
			th := newTheme(light, false, p)
			for _, r := range []int{int(Differs), int(Joined), int(Missing), int(Found), int(Here), int(Alarm), int(Caret)} {
				if th.plain[r] == "" || th.plain[r] == th.plain[Plain] {
					t.Errorf("profile %v, light %v: role %d looks like plain text", p, light, r)
				}
			}
			if th.chosen[Plain] == "" {
				t.Errorf("profile %v, light %v: the cursor's line cannot be seen", p, light)
			}
		}
	}
}

func TestLightAndDarkDiffer(t *testing.T) {
	a, b := newTheme(false, false, termenv.ANSI256), newTheme(true, false, termenv.ANSI256)
	if a.plain[Words] == b.plain[Words] {
		t.Errorf("words are %q on dark and on light", a.plain[Words])
	}
	if !strings.Contains(a.plain[Differs], "38;5;") {
		t.Errorf("what differs is %q", a.plain[Differs])
	}
}

// Of sixteen colours an alarm alone is red, and the cursor's line can be seen
// whatever the terminal's owner made of them.
func TestSixteenColours(t *testing.T) {
	for _, light := range []bool{false, true} {
		th := newTheme(light, false, termenv.ANSI)
		for _, r := range []int{int(Notable), int(Missing), int(Unattributed), int(Same), int(Key)} {
			for _, red := range []string{"31", "91"} {
				if strings.Contains(th.plain[r], red) {
					t.Errorf("light %v: %s is red: %q", light, roleNames[r], th.plain[r])
				}
			}
		}
		if !strings.Contains(th.plain[Alarm], "1m") || !strings.Contains(th.chosen[Plain], "7m") {
			t.Errorf("light %v: an alarm is %q, the cursor's line %q", light, th.plain[Alarm], th.chosen[Plain])
		}
	}
}
