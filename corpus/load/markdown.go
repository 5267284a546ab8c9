package load

import (
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// markdown reads a Markdown file. Its text stays the file; the blocks say
// what its marks mean, each mark a piece of furniture of its own.
func markdown(s string) Document {
	d := Document{Format: Markdown, Text: s}
	m := &marker{d: &d}
	for i := front(&d); i < len(s); {
		var line text.Span
		line, i = nextLine(s, i)
		m.line(line.Trim(s))
	}
	m.flush()
	return d
}

// marker gathers the blocks of a Markdown file line by line.
type marker struct {
	d      *Document
	para   text.Span // the paragraph being gathered
	open   bool
	fence  string // the mark that ends a code block
	titled bool
	quoted bool // the paragraph stands behind ">", and may go on behind others
}

func (m *marker) block(at text.Span, kind news.BlockKind) {
	if at = at.Trim(m.d.Text); !at.Empty() {
		m.d.Blocks = append(m.d.Blocks, news.Block{Span: at, Kind: kind})
	}
}

// flush ends the paragraph.
func (m *marker) flush() {
	if m.open {
		m.block(m.para, m.kind(m.para.In(m.d.Text)))
	}
	m.open = false
}

func (m *marker) kind(s string) news.BlockKind {
	if onlyLinks(s) || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") {
		return news.Furniture
	}
	return news.Body
}

func (m *marker) line(at text.Span) {
	s := at.In(m.d.Text)
	switch {
	case m.fence != "" || strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~"):
		m.code(at)
	case s == "":
		m.flush()
	case m.open && isUnderline(s):
		m.setext(at)
	case isRule(s):
		m.flush()
		m.block(at, news.Furniture)
	case headingLen(s) > 0:
		m.flush()
		m.heading(at)
	default:
		m.prose(at)
	}
}

func (m *marker) code(at text.Span) {
	s := at.In(m.d.Text)
	m.flush()
	m.block(at, news.Furniture)
	switch {
	case m.fence == "":
		m.fence = s[:3]
	case strings.HasPrefix(s, m.fence):
		m.fence = ""
	}
}

// heading reads "## Words ##".
func (m *marker) heading(at text.Span) {
	s := at.In(m.d.Text)
	level := headingLen(s)
	words := text.Span{Start: at.Start + level, End: at.Start + len(strings.TrimRight(s, "# \t"))}.Trim(m.d.Text)
	if words.Empty() {
		m.block(at, news.Furniture)
		return
	}
	m.block(text.Span{Start: at.Start, End: at.Start + level}, news.Furniture)
	m.title(words, level)
	m.block(text.Span{Start: words.End, End: at.End}, news.Furniture)
}

// title marks a heading: the first of the top level is the headline.
func (m *marker) title(words text.Span, level int) {
	kind := news.Subhead
	if level == 1 && !m.titled {
		m.titled = true
		kind = news.Headline
		f := news.Field{Value: words.In(m.d.Text), Origin: news.FromPage, At: words}
		setField(&m.d.Headline, f)
	}
	m.block(words, kind)
}

// setext ends a heading that is underlined.
func (m *marker) setext(at text.Span) {
	level := 2
	if m.d.Text[at.Start] == '=' {
		level = 1
	}
	m.open = false
	m.title(m.para, level)
	m.block(at, news.Furniture)
}

// prose adds a line to the paragraph; marks of quotes and lists begin one.
func (m *marker) prose(at text.Span) {
	s := at.In(m.d.Text)
	mark := markLen(s)
	goesOn := m.open && m.quoted && mark > 0 && strings.Trim(s[:mark], "> ") == ""
	if mark > 0 && !goesOn {
		m.flush()
		m.block(text.Span{Start: at.Start, End: at.Start + mark}, news.Furniture)
		at = text.Span{Start: at.Start + mark, End: at.End}.Trim(m.d.Text)
		m.quoted = s[0] == '>'
	}
	switch {
	case at.Empty():
	case m.open:
		m.para.End = at.End
	default:
		m.para, m.open = at, true
		m.quoted = m.quoted && mark > 0
	}
}

// markLen returns the length of the quote and list marks s begins with.
func markLen(s string) int {
	n := 0
	for n < len(s) {
		rest := s[n:]
		switch {
		case rest[0] == '>':
			n++
		case rest[0] == ' ' && n > 0:
			n++
		case len(rest) > 1 && strings.IndexByte("-*+", rest[0]) >= 0 && rest[1] == ' ':
			n += 2
		case itemLen(rest) > 0:
			n += itemLen(rest)
		default:
			return n
		}
	}
	return n
}

// itemLen returns the length of a list number, "1. " or "12) ".
func itemLen(s string) int {
	_, n := digits(s, 1, 2)
	if n > 0 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
		return n + 2
	}
	return 0
}

func headingLen(s string) int {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n > 6 || n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}

func isUnderline(s string) bool {
	return strings.Trim(s, "=") == "" || len(s) > 1 && strings.Trim(s, "-") == ""
}

// isRule reports whether a line is "---", "* * *" or the like.
func isRule(s string) bool {
	s = strings.ReplaceAll(s, " ", "")
	return len(s) > 2 && (strings.Trim(s, "-") == "" || strings.Trim(s, "*") == "" || strings.Trim(s, "_") == "")
}

// onlyLinks reports whether s is nothing but links and images.
func onlyLinks(s string) bool {
	seen := false
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimLeft(s, " \t\r\n|·•,") {
		n := linkLen(s)
		if n == 0 {
			return false
		}
		seen = true
		s = s[n:]
	}
	return seen
}

// linkLen returns the length of the link or image s begins with: "[a](b)",
// "![a](b)", "[![a](b)](c)", "[a]: b", "<http…>", "http…".
func linkLen(s string) int {
	for _, p := range []string{"http://", "https://", "<http://", "<https://"} {
		if strings.HasPrefix(s, p) {
			if n := strings.IndexAny(s, " \t\r\n"); n > 0 {
				return n
			}
			return len(s)
		}
	}
	i := 0
	if strings.HasPrefix(s, "!") {
		i = 1
	}
	if i >= len(s) || s[i] != '[' {
		return 0
	}
	i += bracketLen(s[i:], '[', ']')
	switch {
	case i < len(s) && s[i] == '(':
		n := bracketLen(s[i:], '(', ')')
		if n == 0 {
			return 0
		}
		return i + n
	case i > 2 && i < len(s) && s[i] == ':':
		return len(s)
	}
	return 0
}

// bracketLen returns the length of the bracketed run s begins with, 0 if it
// is not closed.
func bracketLen(s string, open, shut byte) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
