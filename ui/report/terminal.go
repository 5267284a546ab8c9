package report

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// The width where nothing tells it, and the greatest that is believed, in
// cells.
const (
	usualWidth = 80
	mostWidth  = 1000
)

// OnTerminal reports whether w is a terminal that can be drawn on.
func OnTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// Width is that of the terminal w is, in cells, or else what the variable
// COLUMNS says.
func Width(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return min(n, mostWidth)
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return min(n, mostWidth)
	}
	return usualWidth
}
