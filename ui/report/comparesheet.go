package report

import (
	"bufio"
	"bytes"
	_ "embed" // the page of a comparison
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/ui/signs"
)

// Write writes the comparison in a format of a sheet: json, md, html or csv.
func (c *Comparison) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return c.JSON(w)
	case "md":
		return c.Markdown(w)
	case "html":
		return c.HTML(w)
	case "csv":
		return c.CSV(w)
	}
	return fmt.Errorf("write comparison: no format %q", format)
}

// JSON writes the comparison as one JSON object, each statement on a line of
// its own.
func (c *Comparison) JSON(w io.Writer) error {
	out := bufio.NewWriter(w)
	e := encoder{w: out}
	var head bytes.Buffer
	enc := json.NewEncoder(&head)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(c.Query); err != nil {
		return fmt.Errorf("write comparison as JSON: %w", err)
	}
	fmt.Fprintf(out, "{\"version\": %d,\n\"query\": %s", Version, escapeControls(bytes.TrimSpace(head.Bytes())))
	section(&e, "statements", len(c.Statements), func(i int) *Compared { return &c.Statements[i] })
	fmt.Fprint(out, "\n}\n")
	if e.err == nil {
		e.err = out.Flush()
	}
	if e.err != nil {
		return fmt.Errorf("write comparison as JSON: %w", e.err)
	}
	return nil
}

// columns are the first row of the CSV.
var columns = []string{
	"statement", "alarm", "speaker", "story", "relation", "outlet", "agency", "headline", "published", "file", "line", "url",
	"attribution", "text", "marked", "differences", "absent", "too early", "conflicts", "notes",
}

// CSV writes the comparison as RFC 4180 has it, in UTF-8, one row a variant. A
// cell that a spreadsheet would take for a formula begins with an apostrophe.
func (c *Comparison) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	_ = out.Write(columns) // it keeps its errors
	for i := range c.Statements {
		s := &c.Statements[i]
		for j := range s.Variants {
			_ = out.Write(s.cells(i+1, &s.Variants[j]))
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write comparison as CSV: %w", err)
	}
	return nil
}

// cells is the row of a variant.
func (s *Compared) cells(n int, t *Told) []string {
	conflicts := make([]string, len(s.Conflicts))
	for i, d := range s.Conflicts {
		conflicts[i] = d.words()
	}
	line, flag := "", ""
	if t.Line > 0 {
		line = strconv.Itoa(t.Line)
	} else if t.Row > 0 {
		line = strconv.Itoa(t.Row)
	}
	if t.Alarm && !t.Reference {
		flag = "alarm"
	}
	out := []string{
		strconv.Itoa(n), flag, s.Speaker, s.Story, t.role(), t.Outlet, t.Agency, t.Headline, t.Published, t.File, line, t.URL,
		t.Attribution, t.Text, t.Marked, strings.Join(t.Differences, "; "), strings.Join(s.Absent, "; "), strings.Join(s.TooEarly, "; "), strings.Join(conflicts, "; "), strings.Join(s.Notes, "; "),
	}
	for i := range out {
		out[i] = literal(out[i])
	}
	return out
}

// role is the relation of a telling in words alone.
func (t *Told) role() string {
	switch {
	case t.Reference:
		return "reference"
	case t.Possible:
		return "possible " + string(t.Relation)
	}
	return string(t.Relation)
}

// literal makes a cell inert: for a terminal, and for a spreadsheet that would
// compute it.
func literal(s string) string {
	s = Inert(s)
	t := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
	if first, _ := utf8.DecodeRuneInString(t); strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}

//go:embed compare.html
var pageSource string

// pageTemplate escapes all it is given.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("comparison").Funcs(template.FuncMap{
		"inert": Inert, "add": func(a, b int) int { return a + b },
		"notSure": func() string { return notSure }, "inFolder": func() string { return inFolder },
	}).Parse(pageSource)
})

// HTML writes the comparison as one page that needs nothing else: no script,
// no font, no picture. It can be read in mail.
func (c *Comparison) HTML(w io.Writer) error {
	t, err := pageTemplate()
	if err != nil {
		return fmt.Errorf("write comparison as HTML: %w", err)
	}
	out := bufio.NewWriter(w)
	p := htmlPage{}
	p.Comparison, p.Folder = c.near()
	if err = t.Execute(out, p); err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("write comparison as HTML: %w", err)
	}
	return nil
}

// htmlPage is what the page shows; the methods below are what it asks for.
type htmlPage struct {
	*Comparison
	Folder string // of all files, empty where their paths say it
}

// Summary says in a line what is compared.
func (c *Comparison) Summary() string { return c.summary() }

// WordSigns explains the signs within words.
func (c *Comparison) WordSigns() []Sign { return c.wordSigns() }

// OtherSigns explains the others.
func (c *Comparison) OtherSigns() []string { return c.otherSigns() }

// HasContents reports whether a list of the statements goes before them.
func (c *Comparison) HasContents() bool { return len(c.Statements) > glance }

// glance is the number of statements that need no contents.
const glance = 5

// Warning names the relations that raise the alarm.
func (s *Compared) Warning() string { return s.warning() }

// Gravest names the relation that departs the most where none raises it.
func (s *Compared) Gravest() string { return s.gravest() }

// Heading is who said it, and its first words.
func (s *Compared) Heading() string { return s.heading() }

// Setting says who speaks and in which story.
func (s *Compared) Setting() []string { return s.setting() }

// Sure are the variants by article.
func (s *Compared) Sure() []Block {
	sure, _ := blocks(s.Variants)
	return sure
}

// Unsure are the possible ones.
func (s *Compared) Unsure() []Block {
	_, unsure := blocks(s.Variants)
	return unsure
}

// Remarks says who does not carry a statement, and what is disputed.
func (s *Compared) Remarks() []string { return s.remarks() }

// Words says a conflict with every source.
func (d Disputed) Words() string { return d.words() }

// Role is the relation behind its sign.
func (t *Told) Role() string { return t.relation() }

// Loud reports whether a telling that is not the reference is an alarm.
func (t *Told) Loud() bool { return t.Alarm && !t.Reference }

// Source names the agency and the day of publication.
func (t *Told) Source() string { return t.source() }

// Where is file and line.
func (t *Told) Where() string { return t.where }

// Link is the address of the article, empty unless it is one of the web.
func (t *Told) Link() string {
	if strings.HasPrefix(t.URL, "https://") || strings.HasPrefix(t.URL, "http://") {
		return t.URL
	}
	return ""
}

// Run is a run of words of a page.
type Run struct {
	Words string
	Mark  string // "", "added", "joined", "dropped" or "soft"
}

// Runs are the words as printed.
func (t *Told) Runs() []Run {
	rs, more := clipped(t.runs)
	out := make([]Run, 0, len(rs)+1)
	for _, r := range rs {
		out = append(out, Run{Words: r.before}, r.onSheet(), Run{Words: r.after})
	}
	if more > 0 {
		out = append(out, Run{Words: fmt.Sprintf(" … (%d bytes more)", more)})
	}
	return slices.DeleteFunc(out, func(r Run) bool { return r.Words == "" })
}

// onSheet is the run without the spaces around it, and without braces: on a
// sheet it is the style that says of words that they differ.
func (r run) onSheet() Run {
	before, after := r.mark.Around()
	switch r.mark {
	case signs.Added:
		return Run{r.words, "added"}
	case signs.Joined:
		return Run{r.words, "joined"}
	case signs.Dropped:
		return Run{gap, "dropped"}
	case signs.Cut, signs.Extra:
		return Run{before + r.words + after, "soft"}
	}
	return Run{Words: r.words}
}

// gap is where words are not.
const gap = "‹…›"

func loudness(m signs.Mark) string {
	switch m {
	case signs.None:
		return ""
	case signs.Cut, signs.Extra:
		return "soft"
	}
	return "loud"
}
