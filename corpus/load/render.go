package load

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/corpus/text"
)

// line is one line of a page's visible text.
type line struct {
	text.Span
	node    *html.Node // the block element it stands in
	caption bool       // it belongs to a picture
}

// renderer writes down the visible text of a page: a line for each block
// element, white space collapsed as a browser does.
type renderer struct {
	out     strings.Builder
	lines   []line
	start   int  // of the line being written
	space   bool // a space is due before the next word
	pre     int  // depth of elements that keep their line ends
	caption int  // depth of figures
	block   *html.Node
}

// render returns the visible text of n and its lines.
func render(n *html.Node) (string, []line) {
	r := &renderer{}
	r.node(n)
	r.breakLine()
	s := r.out.String()
	kept := r.lines[:0]
	for _, l := range r.lines {
		if l.Span = l.Trim(s); !l.Empty() {
			kept = append(kept, l)
		}
	}
	return s, kept
}

// breakLine ends the line being written, if anything stands on it.
func (r *renderer) breakLine() {
	r.space = false
	if r.out.Len() == r.start {
		return
	}
	r.lines = append(r.lines, line{
		Span:    text.Span{Start: r.start, End: r.out.Len()},
		node:    r.block,
		caption: r.caption > 0,
	})
	r.out.WriteByte('\n')
	r.start = r.out.Len()
}

func (r *renderer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		r.text(n.Data)
	case html.ElementNode:
		r.element(n)
	case html.DocumentNode:
		r.children(n)
	}
}

func (r *renderer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
}

func (r *renderer) element(n *html.Node) {
	switch {
	case isUnseen(n):
	case n.DataAtom == atom.Br:
		r.breakLine()
	case n.DataAtom == atom.Q:
		r.text("“")
		r.children(n)
		r.word("”")
	case isInline(n):
		r.children(n)
	default:
		r.blockElement(n)
	}
}

func (r *renderer) blockElement(n *html.Node) {
	r.breakLine()
	outer := r.block
	r.block = n
	pre, caption := n.DataAtom == atom.Pre, n.DataAtom == atom.Figcaption || n.DataAtom == atom.Figure
	r.pre += count(pre)
	r.caption += count(caption)
	r.children(n)
	r.breakLine()
	r.pre -= count(pre)
	r.caption -= count(caption)
	r.block = outer
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// text writes a text node, collapsing white space.
func (r *renderer) text(s string) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && !isSpace(s[j]) {
			j++
		}
		if j > i {
			r.word(s[i:j])
		}
		for i = j; i < len(s) && isSpace(s[i]); i++ {
			if r.pre > 0 && s[i] == '\n' {
				r.breakLine()
			}
			r.space = true
		}
	}
}

func (r *renderer) word(w string) {
	if r.space && r.out.Len() > r.start {
		r.out.WriteByte(' ')
	}
	r.space = false
	r.out.WriteString(w)
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

// isUnseen reports whether a browser shows nothing of the element.
func isUnseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg, atom.Iframe,
		atom.Object, atom.Select, atom.Textarea, atom.Audio, atom.Video, atom.Canvas, atom.Math,
		atom.Datalist, atom.Title:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if hides(a.Val) {
				return true
			}
		case "class":
			if readAloud(a.Val) {
				return true
			}
		}
	}
	return false
}

// hides reports whether a style attribute makes its element unseen.
func hides(style string) bool {
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// readAloud reports whether a class is one of those by which text is kept for
// screen readers alone.
func readAloud(class string) bool {
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only", "screen-reader-only":
			return true
		}
	}
	return false
}

// isInline reports whether the element stands within its line.
func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code,
		atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Img, atom.Input, atom.Ins,
		atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Picture, atom.Ruby, atom.Rp, atom.Rt, atom.S,
		atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time,
		atom.Tt, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return n.DataAtom == 0 && !strings.Contains(n.Data, "-") // custom elements are mostly boxes
}
