package ui

import "testing"

func TestPickersOpenWhatIsUnderTheCursor(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("P", "type:reke", "enter")
	d.sees("›  actor ", "Tomas Reke  person", "role", "Says 1 statement")
	d.press("esc")
	d.sees("━ Actors /reke", "1 of 6")
	d.press("esc", "esc", "E", "type:ferry", "enter")
	d.sees("›  timeline, 2 events", "▶ Mon 15 Dec 2025  ferry line closes")
	d.press("esc", "esc", "esc", "S", "type:ferry", "enter")
	d.sees("[story: Ferry line to close")
}

func TestPickersNarrowEveryView(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("P", "type:mara", "ctrl+f")
	d.sees("[actor: Mara Venn", "━ 4 Quotes 2 of")
	d.press("E", "type:meeting", "ctrl+f")
	d.sees("[actor: Mara Venn", "[event: meeting with residents")
	d.press("E", "type:ferry")
	d.sees("no event has these words") // she has no part in it
}

func TestTheBriefingShowsWhatWasPicked(t *testing.T) {
	d := open(t, 120, 40, Options{})
	for _, c := range []struct {
		keys []string
		list int
		sees string
	}{
		{[]string{"2", "P", "type:brandt", "ctrl+f"}, actorList, " ●Olle Brandt"},
		{[]string{"-", "1", "S", "type:ferry", "enter"}, storyList, " ●Ferry line to close"},
		{[]string{"-", "1", "E", "type:ferry", "ctrl+f"}, eventList, " ●15 Dec ferry line closes"},
	} {
		d.press(c.keys...)
		d.sees(c.sees)
		l := d.desk().lists[c.list]
		if at, _ := l.current(); at != l.chosen {
			t.Errorf("%q: the cursor is on %v, not on %v", c.keys, at, l.chosen)
		}
	}
}

func TestPickersFollowTheCursor(t *testing.T) {
	d := open(t, 200, 60, Options{})
	d.press("E", "down")
	d.sees("│ The Hale ferry line will close")
	d.press("up")
	d.sees("│ ! outlets disagree on the date")
	d.press("type:nothing like it")
	d.sees("no event has these words")
	d.seesNot("outlets disagree on the date")
}

func TestAPreviewIsScrolledWhereOneTypes(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("S")
	d.sees("more lines, shift+↓/shift+↑", "Early Bird")
	d.press("shift+down")
	d.seesNot("Early Bird")
	d.press("shift+up")
	d.sees("Early Bird")
}
