package ui

// The smallest screen the program can be used on.
const (
	minWidth  = 60
	minHeight = 15
)

// rect is a part of the screen in cells.
type rect struct{ x, y, w, h int }

// frame divides the screen into the header, the body and the footer.
type frame struct{ header, body, footer rect }

// frameOf lays out w × h cells with a header of that many rows.
func frameOf(w, h, header int) frame {
	const footer = 1
	return frame{
		header: rect{0, 0, w, header},
		body:   rect{0, header, w, h - header - footer},
		footer: rect{0, h - footer, w, footer},
	}
}

// deskLayout places the panes of the briefing; a rect without height is not
// shown.
type deskLayout struct {
	stories, actors, events, statements, preview rect
}

// deskItems is how much there is to list at the left of the briefing.
type deskItems struct{ stories, actors, events int }

// layoutDesk lays the briefing out in w × h cells: lists at the left,
// statements beside them, a preview below them; from 160 columns on it is at
// the right.
func layoutDesk(w, h int, n deskItems) deskLayout {
	left := min(max(w/3, 24), 48)
	var d deskLayout
	d.stories, d.actors, d.events = stack(left, h, n)
	x := left + 1
	d.statements = rect{x, 0, w - x, h}
	switch {
	case w >= 160:
		d.statements.w = (w - x) * 55 / 100
		px := x + d.statements.w + 1
		d.preview = rect{px, 0, w - px, h}
	case h >= 18:
		d.statements.h = h * 55 / 100
		d.preview = rect{x, d.statements.h, w - x, h - d.statements.h}
	}
	return d
}

// layoutLarge gives one list of the briefing the width of the screen.
func layoutLarge(w, h, list int) deskLayout {
	p := layoutPicker(w, h)
	d := deskLayout{preview: p.preview}
	*[]*rect{&d.stories, &d.actors, &d.events, &d.statements}[list] = p.list
	return d
}

// stack divides the left column: actors get the most, for they are the most. A
// list gets no more rows than it can fill where another could do with them.
func stack(w, h int, n deskItems) (stories, actors, events rect) {
	const least = 4
	need := func(items int) int { return max(items+1, least) }
	s := min(max(h*30/100, least), need(n.stories))
	e := min(max(h*28/100, least), need(n.events))
	spare := max(h-s-e-need(n.actors), 0)
	more := min(spare, need(n.events)-e)
	e, spare = e+more, spare-more
	s += min(spare, need(n.stories)-s)
	return rect{0, 0, w, s}, rect{0, s, w, h - s - e}, rect{0, h - e, w, e}
}

// pickerLayout places a list and what it previews.
type pickerLayout struct{ list, preview rect }

// layoutPicker lays a list out in w × h cells, its preview at the right, or
// below where that would take the list's columns.
func layoutPicker(w, h int) pickerLayout {
	switch {
	case w >= 160:
		left := w * 60 / 100
		return pickerLayout{rect{0, 0, left, h}, rect{left + 1, 0, w - left - 1, h}}
	case h >= 18:
		top := h * 60 / 100
		return pickerLayout{rect{0, 0, w, top}, rect{0, top, w, h - top}}
	}
	return pickerLayout{list: rect{0, 0, w, h}}
}

// minColumn is the least width of a side-by-side column, in cells, with the
// rule between two columns not counted.
const minColumn = 30

// columns returns how many columns of a side-by-side fit and how wide each is;
// none below 100 cells, where variants are stacked.
func columns(w, outlets int) (n, width int) {
	if w < 100 || outlets < 2 {
		return 0, w
	}
	n = min((w+1)/(minColumn+1), outlets, 6)
	return n, (w+1)/n - 1
}
