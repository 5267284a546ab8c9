package ui

import (
	"strings"
	"testing"
)

func TestTabGoesThroughQuotesAndNames(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("s", "g")
	for _, want := range []string{"she: Mara Venn, Harbour Minister", "quote 3 of 5", "Tomas Reke, opposition leader", "quote 4 of 5", "a senior port official · 1 statement"} {
		d.press("tab")
		d.sees(want)
	}
	d.press("enter")
	d.sees("›  actor", "a senior port official")
	d.press("esc", "shift+tab", "shift+tab", "enter")
	d.sees("›  actor", "Tomas Reke  person")
}

func TestBracketsGoThroughQuotesAlone(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("s")
	for _, want := range []string{"quote 3 of 5", "quote 4 of 5", "quote 5 of 5", "quote 1 of 5"} {
		d.press("]")
		d.sees(want)
	}
	d.press("[")
	d.sees("quote 5 of 5")
}

// names of what is not shown are passed over until it is.
func TestTabPassesOverWhatIsHidden(t *testing.T) {
	d := open(t, 120, 40, Options{})
	rd := &d.r.c.b.Readings[0]
	rd.Entities[1].Mentions[0].Span = span(harbourPost, "Sport")
	d.press("s")
	seen := func() bool {
		for range 12 {
			d.press("tab")
			if strings.Contains(d.screen(), "Sport: Tomas Reke") {
				return true
			}
		}
		return false
	}
	if seen() {
		t.Error("a name of the furniture is stopped at while it is hidden")
	}
	if d.press("f"); !seen() {
		t.Error("a name of the furniture is passed over though it is shown")
	}
}

func TestAClickInThePage(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.r.mouse = true
	d.press("s", "L")
	d.clicks("decided this")
	d.sees("quote 3 of 5")
	d.clicks("Reke, called")
	d.sees("Tomas Reke, opposition leader")
	d.clicks("Reke, called")
	d.sees("›  actor")
}

func TestThePageIsLeftWhereItWas(t *testing.T) {
	d := open(t, 60, 15, Options{})
	d.press("s", "f", "f", "G")
	p := d.r.leaveOff()
	top := d.r.top().(*reader).topByte()
	e := drive(t, 60, 15, Options{})
	e.r.place = &p
	e.read(fixture(), true)
	if got := e.r.top().(*reader).topByte(); got != top || top == 0 {
		t.Errorf("the page was left at byte %d and is at %d", top, got)
	}
}

// a key that finds nothing to do says why.
func TestKeysThatDoNothingSayWhy(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{"1", "s", "n"}, "No hits on this page"},
		{[]string{"1", "s", "enter"}, "tab goes to a quote or a name"},
		{[]string{"enter", "N"}, "no other statement"},
		{[]string{"enter", "l", "l", "l", "l", "l", "l", "r"}, "cannot be the reference"},
	} {
		d := open(t, 120, 40, Options{Compare: swapReference})
		d.press(c.keys...)
		d.sees(c.want)
	}
}
