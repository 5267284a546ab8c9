// Package chroma stands in for github.com/alecthomas/chroma/v2, which glamour
// colours code with and which fills its tables of languages and styles at
// start-up: 10 ms and 4 MB in each run of the program, a third of the time to
// the first frame. A briefing has no code in it, so that this one need only
// have the names it is compiled with, and leaves code as it is.
package chroma

// TokenType names what a piece of code is.
type TokenType uint8

// The pieces of code that glamour has colours for.
const (
	Text TokenType = iota
	Error
	Background
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)

// StyleEntries are the colours of pieces of code.
type StyleEntries map[TokenType]string

// Style has a name, and no colours.
type Style struct{ Name string }

// MustNewStyle returns a style of that name.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{Name: name} }
