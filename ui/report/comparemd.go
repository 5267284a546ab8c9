package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"verbatim/ui/signs"
)

// Markdown writes the comparison as a sheet: every variant with outlet, date,
// headline, file and line, the words that differ between signs and in bold.
func (c *Comparison) Markdown(w io.Writer) error {
	d := &comparisonMD{bufio.NewWriter(w)}
	d.printf("# %s\n\n%s\n", escape(c.summary()), escape(legend))
	for i := range c.Statements {
		d.statement(i+1, &c.Statements[i])
	}
	d.dated(c.Dated)
	if err := d.w.Flush(); err != nil {
		return fmt.Errorf("write comparison as Markdown: %w", err)
	}
	return nil
}

// comparisonMD writes one sheet. Errors stay in the writer until it is
// flushed.
type comparisonMD struct{ w *bufio.Writer }

func (d *comparisonMD) printf(format string, args ...any) { fmt.Fprintf(d.w, format, args...) }

func (d *comparisonMD) statement(n int, s *Compared) {
	warning := s.warning()
	if warning != "" {
		warning = "⚠ " + warning + ": "
	}
	d.printf("\n## %d\\. %s%s\n\n", n, warning, escape(s.Speaker))
	if s.Story != "" {
		d.printf("in: %s\n\n", escape(s.Story))
	}
	for i := range s.Variants {
		d.variant(&s.Variants[i])
	}
	for _, r := range s.remarks() {
		d.printf("- %s\n", escape(r))
	}
}

func (d *comparisonMD) variant(t *Told) {
	role := t.relation()
	if t.Alarm && !t.Reference {
		role = "⚠ " + role
	}
	d.printf("- **%s**, %s", escape(t.Outlet), escape(t.source()))
	if t.Headline != "" {
		d.printf(": %s", escape(t.Headline))
	}
	d.printf(" [%s]\n  - %s", escape(t.where), escape(role))
	if t.Attribution != "" {
		d.printf(", %s", escape(t.Attribution))
	}
	d.printf(": %s\n", markedMD(t))
	for _, x := range t.Differences {
		d.printf("  - %s\n", escape(x))
	}
}

// markedMD is the words as printed, those that differ in bold between their
// signs.
func markedMD(t *Told) string {
	runs, more := clipped(t.runs)
	var b strings.Builder
	for _, r := range runs {
		before, after := r.mark.Around()
		switch {
		case r.mark == signs.None:
			b.WriteString(escapeRun(r.words))
		case r.words == "" || loudness(r.mark) == "soft":
			b.WriteString(r.before + before + escapeRun(r.words) + after + r.after)
		default:
			b.WriteString(before + "**" + escape(r.words) + "**" + after)
		}
	}
	if more > 0 {
		fmt.Fprintf(&b, " … (%d bytes more)", more)
	}
	return b.String()
}

func (d *comparisonMD) dated(es []DatedEvent) {
	if len(es) == 0 {
		return
	}
	d.printf("\n## What happened when\n\n")
	for _, e := range es {
		d.printf("- **%s** %s\n", orElse(e.Date, "no date"), escape(e.Name))
		for _, t := range e.Told {
			d.printf("  - %s", escape(t.Outlet))
			if t.Value != "" {
				d.printf(" “%s”", escape(t.Value))
			}
			d.printf(" [%s]\n", escape(t.Where))
		}
		for _, c := range e.Conflicts {
			d.printf("  - ⚠ %s\n", escape(c.words()))
		}
	}
}
