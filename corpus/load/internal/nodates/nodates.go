// Package dateparser stands in for github.com/markusmobius/go-dateparser, which
// go-htmldate imports and which fills its tables of every language at start-up:
// 0.2 s and 78 MB in each run of the program. Dates of pages are found by the
// package load; nobody asks go-htmldate for any, so that this one need only
// have the names it is compiled with, and finds no date.
package dateparser

import (
	"errors"
	"time"
)

// ErrNoDate is what every parse answers.
var ErrNoDate = errors.New("dates are not parsed here")

// ParserType names a way to parse.
type ParserType uint8

// The ways to parse that go-htmldate asks for.
const (
	AbsoluteTime ParserType = iota
	CustomFormat
)

// PreferredDateSource says whether an incomplete date is taken for one that has
// passed.
type PreferredDateSource uint8

// Past takes an incomplete date for one that has passed.
const Past PreferredDateSource = 1

// Configuration says how to parse.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser parses nothing.
type Parser struct {
	ParserTypes []ParserType
}

// Date is the result of a parse.
type Date struct {
	Time time.Time // always zero
}

// Parse returns no date and [ErrNoDate].
func (p *Parser) Parse(_ *Configuration, _ string, _ ...string) (Date, error) {
	return Date{}, ErrNoDate
}
