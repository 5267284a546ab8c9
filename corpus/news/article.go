// Package news holds the nouns of the trade as types: article, quote, actor,
// statement, event, story. It holds no judgement; the packages that read and
// link do.
//
// Every span is a byte range of one article's Text, on rune boundaries.
package news

import (
	"path"

	"verbatim/corpus/text"
)

// Origin says where a fact about an article was found.
type Origin string

// The places a headline, outlet or date can come from, surest first.
const (
	Unknown         Origin = ""
	FromFrontMatter Origin = "front matter"
	FromRecord      Origin = "record" // the fields of a JSON row
	FromJSONLD      Origin = "json-ld"
	FromMeta        Origin = "meta" // HTML meta tags
	FromDateline    Origin = "dateline"
	FromByline      Origin = "byline"
	FromPage        Origin = "page" // elsewhere in the text: a page date, a disclaimer
	FromFile        Origin = "file" // the file's name or folder
)

// Field is a fact about an article, where it came from, and the words of the
// text that give it (an empty span where the text does not).
type Field struct {
	Value  string
	Origin Origin
	At     text.Span
}

// DateField is a [Field] that holds a day.
type DateField struct {
	Date   Date
	Origin Origin
	At     text.Span
}

// BlockKind says what a paragraph of a page is.
type BlockKind string

// The kinds of paragraph. Only Body and Subhead are the article's own text;
// only Body is searched and read for quotes.
const (
	Body      BlockKind = "body"
	Subhead   BlockKind = "subhead"
	Headline  BlockKind = "headline"
	Byline    BlockKind = "byline"
	Dateline  BlockKind = "dateline" // stands before the body text of its own line
	Caption   BlockKind = "caption"
	Credit    BlockKind = "credit"    // agency credits, sign-offs, disclaimers
	Furniture BlockKind = "furniture" // navigation, share lines, comment forms
	Metadata  BlockKind = "metadata"  // front matter
)

// Block is one paragraph of a page. Blocks are in order, do not overlap, and
// together hold every byte of the text that is not white space.
type Block struct {
	text.Span
	Kind BlockKind
}

// Article is one article as its outlet published it.
type Article struct {
	ID        string // "a" and the first hex digits of the text's sha256; unique in a briefing
	File      string // the path as it was opened
	Row       int    // 1-based row of a file that holds many articles, else 0
	Format    string // "text", "markdown", "html", "jsonl"
	Text      string // the decoded source, valid UTF-8, never re-flowed
	Outlet    Field
	Agency    Field
	Headline  Field
	Byline    []Field // one a person
	Dateline  Field   // as printed, without the dash that ends it
	Published DateField
	URL       string
	Blocks    []Block
}

// Paragraphs returns the spans of the article's blocks of the given kind.
func (a *Article) Paragraphs(kind BlockKind) []text.Span {
	var out []text.Span
	for _, b := range a.Blocks {
		if b.Kind == kind {
			out = append(out, b.Span)
		}
	}
	return out
}

// OutletName returns the outlet, or the file's base name where none is known,
// so that every article has a name to be called by.
func (a *Article) OutletName() string {
	if a.Outlet.Value != "" {
		return a.Outlet.Value
	}
	return path.Base(a.File)
}

// Line returns the 1-based line of the file at a byte offset of Text, for
// formats whose Text is the file itself.
func (a *Article) Line(offset int) int {
	n := 1
	for i := 0; i < offset && i < len(a.Text); i++ {
		if a.Text[i] == '\n' {
			n++
		}
	}
	return n
}

// Problem is something that could not be read. The rest was.
type Problem struct {
	File string `json:"file"`
	What string `json:"what"`
}
