package corrections

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// page is the lines of a file as they stand, each with what was read in it.
type page struct {
	lines []line
	mark  bool // it begins with a byte order mark
	crlf  bool // as the first line ends, and so a new one
}

type line struct {
	raw string // without the end of line
	cr  bool   // it ends in "\r\n"
	is  lineKind
	Decision
	err error // of an unreadable one
}

type lineKind uint8

const (
	comment lineKind = iota // or nothing
	decision
	unreadable
	conflict // a marker of git's
	ancestor // between git's markers: what both sides come from
)

// head begins a file that Verbatim makes.
const head = `# What editors have corrected in these articles with Verbatim: one decision a line, in any order.
# Merge with git as text; "verbatim.corrections merge=union" in .gitattributes lets git keep both sides.
`

const byteOrderMark = "\ufeff"

func parsePage(data []byte) page {
	var p page
	data, p.mark = bytes.CutPrefix(data, []byte(byteOrderMark))
	if len(data) == 0 {
		return p
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	p.crlf = bytes.HasSuffix(first, []byte("\r"))
	inAncestor := false
	for raw := range strings.SplitSeq(strings.TrimSuffix(string(data), "\n"), "\n") {
		raw, cr := strings.CutSuffix(raw, "\r")
		l := parseLine(raw)
		if l.is == conflict {
			inAncestor = strings.HasPrefix(l.raw, "|||||||")
		} else if inAncestor {
			l = line{raw: raw, is: ancestor}
		}
		l.cr = cr
		p.lines = append(p.lines, l)
	}
	return p
}

func parseLine(raw string) line {
	l := line{raw: raw}
	switch s := strings.TrimSpace(raw); {
	case s == "" || s[0] == '#':
	case isMarker(raw):
		l.is = conflict
	default:
		l.is = decision
		if l.Decision, l.err = Parse(raw); l.err != nil {
			l.is = unreadable
		}
	}
	return l
}

// isMarker reports whether a line is one that git leaves where two sides have
// changed the same lines.
func isMarker(raw string) bool {
	for _, m := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if rest, ok := strings.CutPrefix(raw, m); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// bytes writes the lines as they stood.
func (p *page) bytes() []byte {
	var out bytes.Buffer
	if p.mark {
		out.WriteString(byteOrderMark)
	}
	for _, l := range p.lines {
		out.WriteString(l.raw)
		if l.cr {
			out.WriteByte('\r')
		}
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// problems says what of the lines could not be read, and where.
func (p *page) problems(tell func(no int, what string)) {
	for i, l := range p.lines {
		switch {
		case l.is == unreadable:
			tell(i+1, fmt.Sprintf("line %d %s; it is kept and not followed", i+1, l.err))
		case l.is == conflict && strings.HasPrefix(l.raw, "<<<<<<<"):
			tell(i+1, fmt.Sprintf("line %d: git has left a conflict here; the lines of both sides are followed", i+1))
		}
	}
}

// edit is what a change comes to on a page: lines put in and lines taken out,
// as they stand.
type edit struct{ add, drop []string }

func (e edit) empty() bool { return len(e.add)+len(e.drop) == 0 }

// inverse is the edit that takes e back.
func (e edit) inverse() edit { return edit{add: e.drop, drop: e.add} }

// editOf returns what a change comes to: what is there already is not added,
// and the opposite of what is added goes.
func (p *page) editOf(c Change) edit {
	var e edit
	for _, d := range c.Drop {
		e.drop = append(e.drop, p.linesOf(d.is)...)
	}
	for _, d := range c.Add {
		e.drop = append(e.drop, p.linesOf(d.opposes)...)
		if len(p.linesOf(d.is)) == 0 || slices.ContainsFunc(c.Drop, d.is) {
			e.add = append(e.add, d.String())
		}
	}
	slices.Sort(e.drop)
	e.drop = slices.Compact(e.drop)
	return e
}

// linesOf returns the decisions of the page that are so, as they stand.
func (p *page) linesOf(so func(Decision) bool) []string {
	var out []string
	for _, l := range p.lines {
		if l.is == decision && so(l.Decision) {
			out = append(out, l.raw)
		}
	}
	return out
}

// apply carries an edit out. A new line goes before the first decision that
// sorts behind it, so that two who add lines seldom add them at one place.
func (p *page) apply(e edit) {
	gone := map[string]bool{}
	for _, raw := range e.drop {
		gone[raw] = true
	}
	p.lines = slices.DeleteFunc(p.lines, func(l line) bool { return l.is == decision && gone[l.raw] })
	if len(p.lines) == 0 && len(e.add) > 0 {
		*p = parsePage([]byte(head))
	}
	for _, raw := range e.add {
		if !slices.ContainsFunc(p.lines, func(l line) bool { return l.is == decision && l.raw == raw }) {
			p.insert(raw)
		}
	}
}

// insert puts a line in its place, or at the end where git has left a conflict:
// within one it would go with the side it stands on.
func (p *page) insert(raw string) {
	i := slices.IndexFunc(p.lines, func(l line) bool { return l.is == decision && l.raw > raw })
	if i < 0 || slices.ContainsFunc(p.lines, func(l line) bool { return l.is == conflict }) {
		i = len(p.lines)
	}
	l := parseLine(raw)
	l.cr = p.crlf
	p.lines = slices.Insert(p.lines, i, l)
}
