package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// clicks clicks on the first place of the words on the screen.
func (d *driver) clicks(words string) {
	d.t.Helper()
	d.points(words, tea.MouseButtonLeft)
}

func (d *driver) points(words string, b tea.MouseButton) {
	d.t.Helper()
	for y, row := range strings.Split(d.screen(), "\n") {
		if i := strings.Index(row, words); i >= 0 {
			d.send(tea.MouseMsg{X: ansi.StringWidth(row[:i]), Y: y, Action: tea.MouseActionPress, Button: b})
			return
		}
	}
	d.t.Fatalf("no %q to click on:\n%s", words, d.screen())
}

func TestMouseIsTheTerminalsUntilItIsSwitched(t *testing.T) {
	d := open(t, 120, 40, Options{})
	before := d.screen()
	d.clicks("Tomas Reke")
	if d.screen() != before {
		t.Error("a click does something while the mouse is off")
	}
	d.press("ctrl+o")
	d.sees("Mouse on", "ctrl+o")
	d.press("ctrl+o")
	d.sees("terminal's again")
}

func TestClicks(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []string
		click []string // words, in order
		want  string
	}{
		{"a row of a pane", nil, []string{"Tomas Reke  opp"}, "▶ Tomas Reke"},
		{"a row twice narrows", nil, []string{"Tomas Reke  opp", "Tomas Reke  opp"}, "[actor: Tomas Reke]"},
		{"a statement twice", nil, []string{"“a surrender", "“a surrender"}, ""},
		{"a chip", []string{"2", "enter", "a"}, []string{"[actor"}, " [alarms only] - drops it"},
		{"a chip that is asked for", []string{"2", "enter", "a", "-"}, []string{"[2 alarms"}, " [actor: Mara Venn] - drops it"},
		{"a column", []string{"enter"}, []string{"said 1 Dec"}, "▶ Coastal Times"},
		{"a hit", []string{"/", "type:wall"}, []string{"Northern Star"}, "▶ Northern Star"},
		{"a story", []string{"S"}, []string{"Ferry line"}, "▶ Ferry line"},
		{"a report", []string{"T"}, []string{"Sat  6 Dec"}, "▶"},
		{"a cell", []string{"M"}, []string{"≠ "}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := open(t, 160, 40, Options{Compare: swapReference})
			d.r.mouse = true
			d.press(c.keys...)
			for _, w := range c.click {
				d.clicks(w)
			}
			if c.name == "a statement twice" {
				if d.r.top().view() != viewSide {
					t.Errorf("it opens %s", viewNames[d.r.top().view()])
				}
				return
			}
			d.sees(c.want)
		})
	}
}

func TestClicksOnTheFooterPressItsKeys(t *testing.T) {
	d := open(t, 160, 40, Options{})
	d.r.mouse = true
	for _, c := range []struct{ click, want string }{
		{"M matrix", "›  matrix"},
		{"esc back", "1 Stories"},
		{"/ search", "›  search"},
		{"f1 help", "━ Search"},
		{"esc back", "›  search"},
		{"esc back", "1 Stories"},
		{"? help", "━ Briefing"},
		{"esc back", "No filter"},
	} {
		d.clicks(c.click)
		d.sees(c.want)
	}
	d.press("2", "enter", "a", "-")
	d.clicks("1–7")
	d.sees("Drop which filter?")
	d.clicks("- drop them all")
	d.sees("No filter")
}

func TestMouseFollowsKeysThatAreElsewhere(t *testing.T) {
	c, err := parseConfig("config.toml", []byte("[keys]\nenter = [\"f5\", \"space\"]\nfilter-by = []\ndown = [\"ctrl+x\"]\nup = [\"alt+w\"]\nsource = []\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, 160, 40, Options{keys: &c.keys})
	d.r.mouse = true
	d.points("Tomas Reke  opp", tea.MouseButtonWheelDown)
	if at := d.r.desk().lists[actorList].cursor; at != wheelRows {
		t.Errorf("the wheel goes to row %d", at)
	}
	d.points("Tomas Reke  opp", tea.MouseButtonWheelUp)
	d.clicks("Tomas Reke  opp")
	d.clicks("Tomas Reke  opp")
	d.sees("[actor: Tomas Reke]")
}

func TestEveryKeyCanBePressed(t *testing.T) {
	k := defaultKeys()
	for _, n := range k.named() {
		for _, name := range n.Keys() {
			b := rebound(*n.Binding, []string{name})
			if got, ok := pressOf(b); !ok || got.String() != name {
				t.Errorf("%s: %q becomes %q", n.name, name, got)
			}
		}
	}
	if _, ok := pressOf(rebound(k.quit, nil)); ok {
		t.Error("a key that is off can be pressed")
	}
}

func TestWheelGoesThroughWhatItIsOver(t *testing.T) {
	d := open(t, 120, 30, Options{})
	d.r.mouse = true
	d.points("Tomas Reke  opp", tea.MouseButtonWheelDown)
	if d.r.desk().focus != actorList || d.r.desk().lists[actorList].cursor != wheelRows {
		t.Errorf("the wheel is on pane %d, row %d", d.r.desk().focus, d.r.desk().lists[d.r.desk().focus].cursor)
	}
	d.press("4")
	d.points("◆ reference", tea.MouseButtonWheelDown)
	if d.r.desk().preview.top != wheelRows || d.r.desk().lists[statementList].cursor != 0 {
		t.Errorf("the preview is at %d, the cursor at %d", d.r.desk().preview.top, d.r.desk().lists[statementList].cursor)
	}
}

func TestClickInTheMatrix(t *testing.T) {
	d := open(t, 160, 40, Options{Compare: swapReference})
	d.r.mouse = true
	d.press("M")
	m := d.r.top().(*matrix)
	d.send(tea.MouseMsg{X: m.lay.left + 2*m.lay.column + 1, Y: d.r.headerRows() + 3 + 1, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	if m.row != 1 || m.col != 2 {
		t.Errorf("the keys are on row %d, column %d", m.row, m.col)
	}
}

// The shell has had the terminal: the mouse is asked for again.
func TestMouseAfterTheShell(t *testing.T) {
	d := open(t, 120, 40, Options{mouse: true})
	if !yields(d.r.route(tea.ResumeMsg{}), tea.EnableMouseCellMotion()) {
		t.Error("the mouse is not the program's again")
	}
	if d.r.route(continued{}) == nil {
		t.Error("the terminal is not taken again")
	}
}

// However narrow the screen, its foot names the key that leaves the view.
func TestFootNamesTheWayBack(t *testing.T) {
	for _, k := range []string{"enter", "s", "M", "T", "A", "?", "O"} {
		d := open(t, minWidth, minHeight, Options{})
		d.press(k)
		d.sees("esc back")
		foot := []rune(d.r.footer().String())
		at := strings.Index(string(foot), "esc back")
		if b, ok := d.r.hintAt(len([]rune(string(foot)[:at]))); !ok || b.Help() != d.r.keys.back.Help() {
			t.Errorf("%s: a click there presses %v", k, b.Help())
		}
	}
}
