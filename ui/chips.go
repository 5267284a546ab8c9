package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// chips shows the lens, the newest narrowing last, each under its number while
// one is to be dropped.
func (r *root) chips() cell.Line {
	switch {
	case r.lens.empty() && !r.onDesk():
		return r.said(nil)
	case r.lens.empty() && r.partial():
		return r.said(cell.Text(Quiet, " So far on the screen: "+plural(len(r.c.b.Readings), "article")+". The rest joins as it is read and linked."))
	case r.lens.empty() && r.stopped:
		return r.said(cell.Text(Notable, " Stopped, and so not all is here. The rest is read when it is opened again."))
	case r.lens.empty() && r.bare():
		return r.said(r.nothingRead())
	case r.lens.empty():
		return r.said(cell.Text(Quiet, " No filter: enter on a story, an actor or an event narrows the rest."))
	}
	line := cell.Text(Quiet, " ")
	for i := range r.lens.chips {
		line = line.Join(r.chip(i)).Add(Plain, " ")
	}
	hint := cell.Text(Quiet, r.keys.drop.Help().Key+" drops it")
	if len(r.lens.chips) > 1 {
		hint = cell.Text(Quiet, r.keys.drop.Help().Key+" drops one")
	}
	if line.Width()+hint.Width() <= r.w {
		line = line.Join(hint)
	}
	return r.said(line)
}

// partial reports whether the screen has a part of what is being read.
func (r *root) partial() bool { return r.working() && !r.progress.Finished && !r.c.unread }

// bare reports whether all has been read and there is nothing.
func (r *root) bare() bool { return !r.c.unread && !r.working() && len(r.c.b.Readings) == 0 }

// nothingRead says what could be done about that.
func (r *root) nothingRead() cell.Line {
	if n := len(r.c.b.Problems); n > 0 {
		return cell.Text(Fault, " Nothing could be read: ").Add(Key, r.keys.problems.Help().Key).Add(Plain, " says why of each.")
	}
	return cell.Text(Notable, " No article found here. Text, Markdown, HTML and JSONL are read, gzipped too.")
}

// chip draws one chip of the lens, in no more than its part of the line where all
// do not fit.
func (r *root) chip(i int) cell.Line {
	n, most, all := len(r.lens.chips), max(r.w/3, 12), 1
	for k := range n {
		all += min(cell.Text(Chip, r.chipName(k)).Width(), most) + 1
	}
	if all > r.w {
		most = max((r.w-1)/n-1, 6)
	}
	name := r.chipName(i)
	if whole := cell.Text(Chip, name); whole.Width() <= most {
		return whole
	}
	return cell.Text(Chip, strings.TrimSuffix(name, "]")).Cut(most-1).Add(Chip, "]")
}

// chipName is what a chip says, in its brackets.
func (r *root) chipName(i int) string {
	c := &r.lens.chips[i]
	name := facetNames[c.facet]
	if c.facet != byAlarm && c.facet != byMark {
		name += ": " + c.name
	}
	if c.facet == byQuery && c.found == nil {
		name += " …"
	}
	if r.dropping {
		name = fmt.Sprintf("%d %s", i+1, name)
	}
	return "[" + name + "]"
}

// chipAt returns the chip in a column of the header, -1 for none.
func (r *root) chipAt(x int) int {
	at := 1
	for i := range r.lens.chips {
		w := r.chip(i).Width()
		if at <= x && x < at+w {
			return i
		}
		at += w + 1
	}
	return -1
}

// startDropping drops the only chip, or asks which.
func (r *root) startDropping() {
	switch len(r.lens.chips) {
	case 0:
		r.says(Notable, "There is no filter to drop.")
	case 1:
		r.dropChip(0)
	default:
		r.dropping = true
	}
}

// drops acts on the key that says which chip to drop.
func (r *root) drops(k tea.KeyMsg) tea.Cmd {
	r.dropping = false
	switch {
	case key.Matches(k, r.keys.kill):
		return tea.Quit
	case key.Matches(k, r.keys.dropAll):
		r.lens = Lens{}
		r.refresh()
	case key.Matches(k, r.keys.dropOne):
		r.dropChip(slices.Index(r.keys.dropOne.Keys(), k.String()))
	}
	return nil
}

func (r *root) dropChip(i int) {
	if i >= 0 && i < len(r.lens.chips) {
		r.lens = r.lens.without(r.lens.chips[i].facet)
		r.refresh()
	}
}
