package corrections

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLine is the most bytes of a line that is read as a decision.
const maxLine = 64 << 10

// Parse reads a line of the file, without its end. The error says what of it
// cannot be read, as a message goes on after "line 7": "names no file".
func Parse(line string) (Decision, error) {
	switch {
	case len(line) > maxLine:
		return Decision{}, fmt.Errorf("is longer than a decision can be")
	case !utf8.ValidString(line):
		return Decision{}, fmt.Errorf("is not UTF-8")
	}
	p := parser{rest: line}
	d := Decision{Kind: Kind(p.word())}
	joint, known := joints[d.Kind]
	if !known {
		return Decision{}, fmt.Errorf("begins with %q, which is no decision", clipped(string(d.Kind)))
	}
	d.At = p.place()
	switch {
	case d.Kind.two():
		p.expect(joint)
		d.With = p.place()
	case d.Kind.texts():
		p.expect(joint)
		if !p.isQuoted() {
			p.fail("has no words in quotation marks after %q", joint)
			break
		}
		d.Text = p.quoted()
	}
	p.end()
	if p.err == nil {
		p.err = d.lacks()
	}
	return d, p.err
}

// lacks says what a decision does not name.
func (d Decision) lacks() error {
	switch {
	case d.At.File == "" || d.Kind.two() && d.With.File == "":
		return fmt.Errorf("names no file")
	case d.Kind != BookmarkArticle && isBlank(d.At.Words) || d.Kind.two() && isBlank(d.With.Words):
		return fmt.Errorf("names no words of the file, in quotation marks")
	case d.Kind.texts() && isBlank(d.Text):
		return fmt.Errorf("says nothing after %q", joints[d.Kind])
	}
	return nil
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// parser reads a line word by word and keeps the first error.
type parser struct {
	rest string
	err  error
}

func (p *parser) skip() { p.rest = strings.TrimLeftFunc(p.rest, unicode.IsSpace) }

// word takes what stands before the next white space.
func (p *parser) word() string {
	p.skip()
	i := strings.IndexFunc(p.rest, unicode.IsSpace)
	if i < 0 {
		i = len(p.rest)
	}
	w := p.rest[:i]
	p.rest = p.rest[i:]
	return w
}

func (p *parser) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
}

func (p *parser) expect(w string) {
	if got := p.word(); got != w {
		p.fail("has %q where %q should stand", clipped(got), w)
	}
}

func (p *parser) end() {
	p.skip()
	if p.rest != "" {
		p.fail("goes on with %q", clipped(p.rest))
	}
}

// isQuoted reports whether words in quotation marks follow.
func (p *parser) isQuoted() bool {
	p.skip()
	return strings.HasPrefix(p.rest, `"`)
}

// quoted takes words in quotation marks, which follow.
func (p *parser) quoted() string {
	q, err := strconv.QuotedPrefix(p.rest)
	if err != nil {
		p.fail("has a quotation mark that is not closed, or an unknown \\ within")
		return ""
	}
	p.rest = p.rest[len(q):]
	s, err := strconv.Unquote(q)
	if err != nil {
		p.fail("has an unknown \\ within quotation marks")
	}
	return s
}

// place takes a file, words, their sum and their number.
func (p *parser) place() Place {
	var out Place
	if p.isQuoted() {
		out.File = p.quoted()
	} else {
		out.File = p.word()
	}
	if p.isQuoted() {
		out.Words = p.quoted()
	}
	for {
		before := p.rest
		switch w := p.word(); {
		case len(w) > 1 && w[0] == '#' && out.Sum == "" && out.Words != "":
			out.Sum = w[1:]
			continue
		case isNumber(w) && out.Nth == 0:
			out.Nth, _ = strconv.Atoi(w[1:]) // too great a number is of no quote
			continue
		}
		p.rest = before
		return out
	}
}

// isNumber reports whether w is like x2.
func isNumber(w string) bool {
	digits, ok := strings.CutPrefix(w, "x")
	return ok && digits != "" && len(digits) < 9 && strings.Trim(digits, "0123456789") == ""
}

// clipped shortens what a message shows of a line.
func clipped(s string) string {
	const most = 40
	r := []rune(s[:min(len(s), 4*most)])
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return string(r)
}
