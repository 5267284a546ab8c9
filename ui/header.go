package ui

import (
	"github.com/charmbracelet/x/ansi"

	"verbatim/ui/cell"
)

// headerRows returns the rows of the header: one, or two where there is a lens
// or something to say.
func (r *root) headerRows() int {
	if r.onDesk() || !r.lens.empty() || r.progress.Notice != "" || r.progress.Err != nil {
		return 2
	}
	return 1
}

func (r *root) onDesk() bool { return len(r.stack) == 1 }

// header is the title and how far the reading is, then the lens.
func (r *root) header() []cell.Line {
	title, status := cell.Text(Bar, " Verbatim"), r.status()
	var where cell.Line
	if w := r.top().where(); len(w) > 0 {
		where = cell.Text(Quiet, "  ›  ").Join(w)
	}
	left := r.w - title.Width() - where.Width() - status.Width() - 2
	title = title.Add(Quiet, "  "+ending(r.opts.Title, left)).Join(where)
	return []cell.Line{cell.Spread(r.w, title, status), r.chips()}
}

// ending is as much of the end of a path as fits.
func ending(s string, width int) string {
	const least = 8
	over := cell.Text(Plain, s).Width() - max(width, least)
	if over <= 0 {
		return s
	}
	return ansi.TruncateLeft(s, over+1, "…")
}

// status says how far the reading is, or what there is when it is done.
func (r *root) status() cell.Line {
	line := cell.Blank(1)
	if r.working() {
		line = line.Join(r.progressLine())
	} else {
		line = line.Add(Quiet, plural(len(r.c.b.Readings), "article"))
		if r.w >= 100 {
			line = line.Add(Quiet, ", "+plural(len(r.c.outlets), "outlet"))
		}
		if n := r.c.alarmed; n > 0 {
			line = line.Add(Quiet, ", ").Add(Alarm, "≠ "+plural(n, "alarm"))
		}
	}
	if n := len(r.c.b.Problems); n > 0 {
		line = line.Add(Quiet, ", ").Add(Fault, plural(n, "problem")).Add(Quiet, " (!)")
	}
	return line.Add(Plain, " ")
}

// said puts what the reading has to say at the right of a line, or in its
// place where no filter would be hidden.
func (r *root) said(line cell.Line) cell.Line {
	var says cell.Line
	switch {
	case r.progress.Err != nil:
		says = cell.Text(Fault, " ✗ "+r.progress.Err.Error()+" ")
	case r.progress.Notice != "":
		says = cell.Text(Notable, " "+r.progress.Notice+" ")
	default:
		return line
	}
	if !r.lens.empty() {
		return cell.Spread(r.w, line, says.Cut(r.w*2/3))
	}
	if line.Width()+says.Width() > r.w {
		line = nil
	}
	return cell.Spread(r.w, line, says.Cut(r.w))
}
