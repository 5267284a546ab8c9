package report

import (
	"bytes"
	"fmt"
	"io"

	"github.com/charmbracelet/glamour"

	"verbatim/corpus/news"
)

// leastLine and mostLine are the line lengths, in cells, of Markdown drawn on a
// terminal.
const (
	leastLine = 40
	mostLine  = 120
)

// MarkdownFor returns what writes a briefing as Markdown: as it is for a pipe,
// drawn with headings and emphasis for a terminal. The theme is "light",
// "dark", or anything else for what the terminal says of itself.
func MarkdownFor(terminal bool, theme string) func(io.Writer, *news.Briefing) error {
	if !terminal {
		return Markdown
	}
	return func(w io.Writer, b *news.Briefing) error {
		var md bytes.Buffer
		if err := Markdown(&md, b); err != nil {
			return err
		}
		style := glamour.WithAutoStyle()
		if theme == "light" || theme == "dark" {
			style = glamour.WithStandardStyle(theme)
		}
		r, err := glamour.NewTermRenderer(style, glamour.WithWordWrap(min(max(Width(w), leastLine), mostLine)))
		if err != nil {
			return fmt.Errorf("draw the briefing: %w", err)
		}
		out, err := r.RenderBytes(md.Bytes())
		if err != nil {
			return fmt.Errorf("draw the briefing: %w", err)
		}
		_, err = w.Write(out)
		return err
	}
}
