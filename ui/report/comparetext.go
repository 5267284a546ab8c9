package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
	"verbatim/ui/signs"
)

// The roles of text in a terminal.
const (
	plain cell.Role = iota
	quiet
	strong // names, and words that differ
	alarm
)

// The layout of a comparison, in cells.
const (
	broad     = 100 // from here on tellings stand side by side
	minColumn = 30
	maxColumn = 60
	readable  = 96 // a longer line tires the eye
	narrowest = 20
)

// Text writes the comparison to be read in a terminal: side by side in a broad
// one, stacked in a narrow one. Ink marks what signs say anyway.
func (c *Comparison) Text(w io.Writer, t Terminal) error {
	p := &page{w: bufio.NewWriter(w), width: max(t.Width, narrowest), bold: t.Ink}
	c, folder := c.near()
	if t.Links {
		p.links = c.links()
	}
	p.add(wrapped(strong, c.summary(), p.width)...)
	for _, x := range c.legend() {
		p.add(wrapped(quiet, x, p.width)...)
	}
	for i := range c.Statements {
		p.statement(i+1, &c.Statements[i])
	}
	if folder != "" {
		p.add(nil)
		p.add(wrapped(quiet, inFolder+folder, p.width)...)
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	return nil
}

// inFolder is said once before the folder of all that is cited.
const inFolder = "The files are in "

// page is a terminal that is written to line by line. Errors stay in the
// writer until it is flushed.
type page struct {
	w     *bufio.Writer
	width int
	bold  bool
	links links
}

// links are those of all files told of.
func (c *Comparison) links() links {
	out := links{}
	for i := range c.Statements {
		for j := range c.Statements[i].Variants {
			t := &c.Statements[i].Variants[j]
			out.add(t.where, t.File)
		}
	}
	return out
}

func (p *page) add(ls ...cell.Line) {
	for _, l := range ls {
		p.line(l)
	}
}

// line writes a line without the spaces at its end.
func (p *page) line(l cell.Line) {
	for n := len(l); n > 0; n = len(l) {
		t := strings.TrimRight(l[n-1].Text, " ")
		if l = append(l[:n-1:n-1], cell.Piece{Text: t, Role: l[n-1].Role}); t != "" {
			break
		}
		l = l[:n-1]
	}
	for _, x := range l {
		on, off := "", ""
		if p.bold {
			on, off = ink(x.Role)
		}
		fmt.Fprint(p.w, on, p.links.in(x.Text), off)
	}
	fmt.Fprintln(p.w)
}

// ink is how a terminal is asked for a role, and to stop it.
func ink(r cell.Role) (on, off string) {
	switch r {
	case quiet:
		return "\x1b[2m", "\x1b[0m"
	case strong:
		return "\x1b[1m", "\x1b[0m"
	case alarm:
		return "\x1b[1;7m", "\x1b[0m"
	}
	return "", ""
}

func wrapped(r cell.Role, s string, width int) []cell.Line {
	return rows(s, width, r, nil)
}

func rows(s string, width int, base cell.Role, marks []cell.Mark) []cell.Line {
	var out []cell.Line
	for _, r := range cell.Wrap(s, text.Span{End: len(s)}, width, base, marks) {
		out = append(out, r.Line)
	}
	return out
}

// indented sets lines n cells in.
func indented(n int, ls []cell.Line) []cell.Line {
	for i := range ls {
		ls[i] = ls[i].Indent(n)
	}
	return ls
}

func (p *page) statement(n int, s *Compared) {
	head := cell.Text(strong, fmt.Sprintf("━ %d ", n))
	if a := s.warning(); a != "" {
		head = head.Add(alarm, a).Add(plain, " ")
	} else if r := s.gravest(); r != "" {
		head = head.Add(quiet, r).Add(plain, " ")
	}
	head = head.Add(strong, s.names).Add(plain, ": "+s.words).Cut(p.width-2).Add(plain, " ")
	p.add(nil, head.Join(cell.Rule(quiet, "━", p.width-head.Width())))
	for _, x := range s.setting() {
		p.add(indented(2, wrapped(quiet, x, p.width-2))...)
	}
	for _, x := range s.remarks() {
		p.add(indented(2, wrapped(plain, x, p.width-2))...)
	}
	p.tellings(s.Variants)
}

// warning names the relations that raise the alarm, each behind its sign.
func (s *Compared) warning() string {
	out := make([]string, len(s.Alarms))
	for i, r := range s.Alarms {
		out[i] = signs.Relation(r) + " " + string(r)
	}
	return strings.Join(out, ", ")
}

// gravest names the relation that departs the most from the reference where
// none raises the alarm: a paraphrase only where there is nothing else.
func (s *Compared) gravest() string {
	worst := 0
	for i := range s.Variants {
		if t := &s.Variants[i]; !t.Possible && !t.Reference {
			worst = max(worst, slices.Index(gravity, t.Relation))
		}
	}
	return signs.Relation(gravity[worst]) + " " + string(gravity[worst])
}

// gravity is the relations that raise no alarm, in the order in which an editor
// wants to know of them.
var gravity = []news.Relation{news.Paraphrase, news.Verbatim, news.Styled, news.Trimmed, news.Edited}

// setting says who speaks, and in which story where no headline below says it.
func (s *Compared) setting() []string {
	var out []string
	if s.Speaker != s.names {
		out = append(out, s.Speaker)
	}
	if s.Story != "" && !slices.ContainsFunc(s.Variants, func(t Told) bool { return t.Headline == s.Story }) {
		out = append(out, "in: "+s.Story)
	}
	return out
}

// remarks says what editors noted, who does not carry a statement, and what
// outlets do not agree on.
func (s *Compared) remarks() []string {
	var out []string
	for _, n := range s.Notes {
		out = append(out, "† note: "+n)
	}
	if s.Reused != nil {
		out = append(out, "↺ "+s.Reused.words())
	}
	if len(s.Absent) > 0 {
		out = append(out, "· absent: "+strings.Join(s.Absent, ", "))
	}
	if len(s.TooEarly) > 0 {
		out = append(out, "< published too early to carry it: "+strings.Join(s.TooEarly, ", "))
	}
	if len(s.NotFound) > 0 {
		out = append(out, "- not found, though not surely left out: "+strings.Join(s.NotFound, ", "))
	}
	for _, c := range s.Conflicts {
		out = append(out, "! "+c.words())
	}
	return out
}

// words says a conflict with every source, each value once.
func (d Disputed) words() string {
	var values []string
	from := map[string][]string{}
	for _, k := range d.Claims {
		if from[k.Value] == nil {
			values = append(values, k.Value)
		}
		from[k.Value] = append(from[k.Value], k.Outlet+", "+k.Where)
	}
	for i, v := range values {
		values[i] = fmt.Sprintf("%s (%s)", v, strings.Join(from[v], "; "))
	}
	return "outlets disagree on the " + d.Field + ": " + strings.Join(values, " / ")
}

// tellings writes the variants: side by side where there is room, what is not
// sure apart and below.
func (p *page) tellings(ts []Told) {
	columns, unsure := byOutlet(ts)
	if p.width >= broad {
		p.sideBySide(columns)
	} else {
		p.stacked(firstsFirst(columns))
	}
	if len(unsure) > 0 {
		p.add(nil, cell.Text(quiet, "  "+notSure).Cut(p.width))
		p.stacked(unsure)
	}
}

// notSure is said before the variants that are not sure.
const notSure = "Possible paraphrases: similar, not shown to be the same statement"

// byOutlet divides the sure variants into columns, one an outlet, without those
// that are folded into others.
func byOutlet(ts []Told) (columns [][]*Told, unsure []*Told) {
	at := map[string]int{}
	for i := range ts {
		t := &ts[i]
		c, have := at[t.Outlet]
		switch {
		case t.folded:
		case t.Possible:
			unsure = append(unsure, t)
		case have:
			columns[c] = append(columns[c], t)
		default:
			at[t.Outlet] = len(columns)
			columns = append(columns, []*Told{t})
		}
	}
	return columns, unsure
}

// sideBySide sets as many columns as fit, and the others below.
func (p *page) sideBySide(columns [][]*Told) {
	n := min((p.width+1)/(minColumn+3), len(columns))
	if n == 0 {
		return
	}
	width := min((p.width+1)/n-3, maxColumn)
	for band := range slices.Chunk(columns, n) {
		p.add(nil)
		p.band(band, width)
	}
}

func (p *page) band(columns [][]*Told, width int) {
	told, most := make([][]cell.Line, len(columns)), 0
	for i, ts := range columns {
		for j, t := range ts {
			if j > 0 {
				told[i] = append(told[i], nil)
			}
			told[i] = append(told[i], t.column(width, j > 0 && ts[j-1].Article == t.Article)...)
		}
		most = max(most, len(told[i]))
	}
	for y := range most {
		var l cell.Line
		for i := range told {
			var part cell.Line
			if y < len(told[i]) {
				part = told[i][y]
			}
			if i > 0 {
				l = l.Add(quiet, "│ ")
			}
			l = l.Join(part.Fit(width), cell.Blank(1))
		}
		p.line(l)
	}
}

// firstsFirst puts what each outlet has foremost together, to be compared, and
// behind it what they have besides.
func firstsFirst(columns [][]*Told) []*Told {
	var firsts, others []*Told
	for _, c := range columns {
		firsts, others = append(firsts, c[0]), append(others, c[1:]...)
	}
	return append(firsts, others...)
}

func (p *page) stacked(ts []*Told) {
	cited := map[string]bool{}
	for _, t := range ts {
		p.add(nil)
		p.add(indented(2, t.stack(min(p.width-2, readable), cited[t.Article]))...)
		cited[t.Article] = true
	}
}

// column tells a variant in width cells: who published it, when, under which
// headline, unless that has just been said, and where it stands; how it
// relates; the words; what differs.
func (t *Told) column(width int, again bool) []cell.Line {
	var out []cell.Line
	if again {
		out = wrapped(quiet, t.Outlet+", also", width)
	} else {
		out = append(wrapped(strong, t.Outlet, width), wrapped(quiet, t.source(), width)...)
		out = append(out, wrapped(quiet, t.Headline, width)...)
	}
	out = append(out, wrapped(quiet, t.where, width)...)
	out = append(out, cell.Text(t.ink(), t.relation()).Cut(width))
	out = append(out, wrapped(plain, t.Attribution, width)...)
	return append(append(out, nil), t.body(width)...)
}

// stack tells a variant where others stand above and below it: how it relates
// leads, and each thing else has a line, not a row of its own.
func (t *Told) stack(width int, again bool) []cell.Line {
	relation, outlet := t.relation()+"  ", t.Outlet
	head, below := relation+outlet+"  "+t.source(), strings.TrimSpace(t.where+"  "+t.Headline)
	if again {
		head, below = relation+outlet+", also", t.where
	}
	out := rows(head, width, quiet, []cell.Mark{
		{Span: text.Span{End: len(t.relation())}, Role: t.ink()},
		{Span: text.Span{Start: len(relation), End: len(relation) + len(outlet)}, Role: strong},
	})
	out = append(out, wrapped(quiet, below, width)...)
	out = append(out, wrapped(plain, t.Attribution, width)...)
	return append(out, indented(2, t.body(width-2))...)
}

// ink is the role of a variant's relation.
func (t *Told) ink() cell.Role {
	if t.Alarm && !t.Reference {
		return alarm
	}
	return plain
}

// body is the words, and what differs in them.
func (t *Told) body(width int) []cell.Line {
	out := t.inked(width)
	for i, d := range t.Differences {
		r := quiet
		if t.loud[i] {
			r = strong
		}
		out = append(out, wrapped(r, "• "+d, width)...)
	}
	return append(out, wrapped(quiet, t.Also(), width)...)
}

// inked wraps the words with those that differ in bold.
func (t *Told) inked(width int) []cell.Line {
	runs, more := clipped(t.runs)
	var b strings.Builder
	var marks []cell.Mark
	for _, r := range runs {
		at := b.Len()
		b.WriteString(r.shown())
		if loudness(r.mark) == "loud" {
			marks = append(marks, cell.Mark{Span: text.Span{Start: at, End: b.Len()}, Role: strong})
		}
	}
	if more > 0 {
		fmt.Fprintf(&b, " … (%d bytes more)", more)
	}
	return rows(b.String(), width, plain, marks)
}
