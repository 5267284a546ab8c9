package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/corpus/news"
)

// left drives a program, leaves it and opens another that takes up from there.
func left(t *testing.T, file string, keys ...string) {
	t.Helper()
	d := open(t, 120, 40, Options{})
	keep := d.r.begin(Options{State: file, Title: "port-hale"})
	d.press(keys...)
	keep()
}

// back drives a program begun with a state file, before it has read anything.
func back(t *testing.T, file string) *driver {
	t.Helper()
	d := drive(t, 120, 40, Options{})
	d.r.begin(Options{State: file, Title: "port-hale"})
	return d
}

func TestOneComesBackToWhereOneLeft(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		sees []string
	}{
		{"lens", []string{"2", "enter"}, []string{"[actor: Mara Venn]", "━ 4 Quotes 2 of 5"}},
		{"cursor", []string{"2", "j", "j"}, []string{"━ 2 Actors", "▶ Olle Brandt"}},
		{"alarms", []string{"a"}, []string{"[alarms only]"}},
		{"outlet", []string{"O", "enter"}, []string{"[outlet: Daily Ledger]"}},
		{"side", []string{"j", "enter", "l"}, []string{"statement 2 of 5", "▶ Daily Ledger"}},
		{"matrix", []string{"M", "j", "l"}, []string{"▼Northern", "▶ =! Tomas"}},
		{"reader", []string{"enter", "enter"}, []string{"port-hale/a2.txt", "▌ Mara Venn, the harbour minister"}},
		{"timeline", []string{"T"}, []string{"─ Planned 2 events"}},
		{"card", []string{"A"}, []string{" Mara Venn  person"}},
		{"search", []string{"/", "type:sea"}, []string{"━ / sea", "3 hits"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "state", "state.toml")
			left(t, file, c.keys...)
			d := back(t, file)
			d.seesNot("New here")
			d.read(fixture(), true)
			d.sees(c.sees...)
			left(t, file) // nothing
		})
	}
}

func TestThePlaceWaitsUntilItIsRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.toml")
	left(t, file, "enter", "l")
	d := back(t, file)
	d.read(&news.Briefing{Readings: fixture().Readings[6:]}, false)
	d.sees("4 Quotes")
	d.read(fixture(), true)
	d.sees("▶ Coastal Times")

	d = back(t, file)
	d.read(&news.Briefing{Readings: fixture().Readings[6:]}, false)
	d.press("j") // the editor is somewhere else by now
	d.read(fixture(), true)
	d.seesNot("▶ Coastal Times")
}

func TestAPlaceThatIsGone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.toml")
	left(t, file, "2", "enter", "4", "enter", "l")
	d := back(t, file)
	d.read(&news.Briefing{}, true)
	d.sees("no quotes", "No article found here")
}

func TestFirstRunSaysWhereToBegin(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.toml")
	d := back(t, file)
	d.sees("New here? ? shows all keys", "M the overview")
	d.press("j")
	d.seesNot("New here?")
}

func TestAStateThatCannotBeReadIsLeftAlone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.toml")
	const broken = "history = [\"a\"\nsaved"
	if err := os.WriteFile(file, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	d := back(t, file)
	d.sees("state.toml:2:", "left as it is")
	left(t, file, "j")
	if b, _ := os.ReadFile(file); string(b) != broken {
		t.Errorf("the file is now %q", b)
	}
}

func TestSearchesOutliveTheRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.toml")
	left(t, file, "/", "type:sea", "ctrl+s", "enter", "esc", "esc")
	d := back(t, file)
	d.read(fixture(), true)
	d.press("/", "ctrl+u")
	d.sees("★ sea")
}

func TestOldestPlacesAreForgotten(t *testing.T) {
	s := state{Places: map[string]leftOff{}}
	for i := range maxPlaces + 5 {
		s.Places[strings.Repeat("x", i+1)] = leftOff{When: time.Unix(int64(i), 0)}
	}
	s.forgetOldest()
	if _, ok := s.Places["xxxxx"]; ok || len(s.Places) != maxPlaces {
		t.Errorf("%d places are kept", len(s.Places))
	}
}
