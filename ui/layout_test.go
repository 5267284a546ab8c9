package ui

import "testing"

// The lists at the left fill the column; none has rows to spare while another
// lacks them.
func TestStack(t *testing.T) {
	for h := minHeight - 3; h <= 80; h++ {
		for _, n := range []deskItems{{}, {1, 70, 17}, {10, 300, 59}, {4, 3, 40}, {400, 2, 1}, {9000, 90000, 9000}} {
			s, a, e := stack(40, h, n)
			if s.y != 0 || a.y != s.h || e.y != a.y+a.h || e.y+e.h != h {
				t.Errorf("%d rows for %+v: %+v %+v %+v", h, n, s, a, e)
			}
			spare := func(r rect, items int) bool { return r.h > max(items+1, 4) }
			lacks := func(r rect, items int) bool { return r.h < items+1 }
			if (spare(s, n.stories) || spare(a, n.actors) || spare(e, n.events)) && (lacks(s, n.stories) || lacks(a, n.actors) || lacks(e, n.events)) {
				t.Errorf("%d rows for %+v: %d, %d, %d", h, n, s.h, a.h, e.h)
			}
		}
	}
}

func TestOneOutletAlone(t *testing.T) {
	d := open(t, 200, 60, Options{NoColor: true})
	seen := 0
	for words, sign := range map[string]string{
		"“There is no money left,”":          " ", // the story is of one outlet
		"work could begin in March":          absentSign,
		"“The sea has decided this for us.”": absentSign,
	} {
		for _, i := range d.r.c.order {
			q, a := d.r.c.quote(referenceOf(&d.r.c.b.Statements[i]))
			if printed(q, a.Text).In(a.Text) != words {
				continue
			}
			seen++
			if s := d.r.c.statements[i].signOf().String(); s != sign+" " {
				t.Errorf("%s has the sign %q, want %q", words, s, sign)
			}
		}
	}
	if seen != 3 {
		t.Errorf("%d of 3 statements are there", seen)
	}
}

// One pane takes the screen, whichever it is, until all are wanted again.
func TestEnlarge(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {80, 24}, {200, 60}} {
		d := open(t, size[0], size[1], Options{})
		d.press("+")
		d.sees("━ 4 Quotes 5", "▶ ≠! Mara Venn")
		d.seesNot("1 Stories", "2 Actors")
		d.press("tab")
		d.sees("━ 1 Stories 2", "▶ Minister will not")
		d.seesNot("4 Quotes")
		d.press("j", "enter") // to what is left of the quotes
		d.sees("━ 4 Quotes 1 of 5", "Inga Moss")
		d.read(fixture(), true)
		d.press("+")
		d.sees("1 Stories", "2 Actors", "━ 4 Quotes 1 of 5")
	}
}

// A pane that was away comes back scrolled as it was.
func TestEnlargeAndBack(t *testing.T) {
	d := open(t, 80, 15, Options{})
	d.press("2", "j")
	d.sees("  Mara Venn  Harbour", "▶ Tomas Reke")
	d.press("1", "+", "+", "2")
	d.sees("  Mara Venn  Harbour", "▶ Tomas Reke")
}
