package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"verbatim/ui/signs"
)

// Markdown writes the comparison as a sheet: every variant with outlet, date,
// headline, file and line, the words that differ in bold.
func (c *Comparison) Markdown(w io.Writer) error {
	d := &comparisonMD{bufio.NewWriter(w)}
	c, folder := c.near()
	d.printf("# %s\n", escape(c.summary()))
	d.legend(c)
	if c.HasContents() {
		d.contents(c.Statements)
	}
	for i := range c.Statements {
		d.statement(i+1, &c.Statements[i], c.HasContents())
	}
	d.dated(c.Dated)
	if folder != "" {
		d.printf("\n%s%s\n", inFolder, escape(folder))
	}
	if err := d.w.Flush(); err != nil {
		return fmt.Errorf("write comparison as Markdown: %w", err)
	}
	return nil
}

// comparisonMD writes one sheet. Errors stay in the writer until it is
// flushed.
type comparisonMD struct{ w *bufio.Writer }

func (d *comparisonMD) printf(format string, args ...any) { fmt.Fprintf(d.w, format, args...) }

func (d *comparisonMD) legend(c *Comparison) {
	var words []string
	for _, s := range c.wordSigns() {
		words = append(words, s.run.inMarkdown()+" "+s.Means)
	}
	for _, l := range sentences(words) {
		d.printf("\n%s\n", l)
	}
	for _, l := range sentences(c.otherSigns()) {
		d.printf("\n%s\n", escape(l))
	}
}

// contents lists the statements, each number a link.
func (d *comparisonMD) contents(ss []Compared) {
	d.printf("\n")
	for i := range ss {
		d.printf("- [%d](#s%d) %s\n", i+1, i+1, titleMD(&ss[i]))
	}
}

// titleMD is the gravest relation, who spoke, and the first words.
func titleMD(s *Compared) string {
	what := s.gravest()
	if w := s.warning(); w != "" {
		what = "⚠ " + w
	}
	return escape(what) + " · " + escape(s.heading())
}

func (d *comparisonMD) statement(n int, s *Compared, linked bool) {
	if linked {
		d.printf("\n<a id=\"s%d\"></a>\n", n)
	}
	d.printf("\n## %d\\. %s\n\n", n, titleMD(s))
	for _, x := range s.setting() {
		d.printf("%s\n\n", escape(x))
	}
	sure, unsure := blocks(s.Variants)
	for i := range sure {
		d.block(&sure[i])
	}
	for _, r := range s.remarks() {
		d.printf("- %s\n", escape(r))
	}
	if len(unsure) > 0 {
		d.printf("\n*%s*\n\n", notSure)
	}
	for i := range unsure {
		d.block(&unsure[i])
	}
}

// block cites an article once, and tells what it has.
func (d *comparisonMD) block(b *Block) {
	d.printf("- **%s**, %s", escape(b.Outlet), escape(b.source()))
	if b.Headline != "" {
		d.printf(": %s", escape(b.Headline))
	}
	d.printf(" [%s]\n", escape(b.where))
	d.variant(b.Told, "")
	for _, t := range b.More {
		d.variant(t, strings.TrimSuffix("also, "+t.Beside(b.Told), ", ")+": ")
	}
}

func (d *comparisonMD) variant(t *Told, lead string) {
	role := t.relation()
	if t.Alarm && !t.Reference {
		role = "⚠ " + role
	}
	d.printf("  - %s%s", lead, escape(role))
	if t.Attribution != "" {
		d.printf(", %s", escape(t.Attribution))
	}
	d.printf(": %s\n", markedMD(t))
	for _, x := range t.Differences {
		d.printf("    - %s\n", escape(x))
	}
	if also := t.Also(); also != "" {
		d.printf("  - %s\n", escape(also))
	}
}

// markedMD is the words as printed, those that differ in bold.
func markedMD(t *Told) string {
	runs, more := clipped(t.runs)
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.inMarkdown())
	}
	if more > 0 {
		fmt.Fprintf(&b, " … (%d bytes more)", more)
	}
	return b.String()
}

// inMarkdown is the run in bold if it differs: in source and on the page it
// reads the same but for the stars.
func (r run) inMarkdown() string {
	before, after := r.mark.Around()
	switch r.mark {
	case signs.Added:
		return "**" + escape(r.words) + "**"
	case signs.Joined:
		return "**+" + escape(r.words) + "+**"
	case signs.Dropped:
		return r.before + "**" + gap + "**" + r.after
	}
	return r.before + before + escapeRun(r.words) + after + r.after
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
