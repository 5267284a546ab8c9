package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/text"
)

type lexKind uint8

const (
	lexEnd lexKind = iota
	lexWord
	lexPhrase // text holds what is between the marks
	lexOpen   // a phrase whose closing mark is missing
	lexField  // text holds the field's name
	lexMinus
	lexLeft
	lexRight
	lexAnd
	lexOr
	lexNot
)

// lexeme is one mark or word of a query.
type lexeme struct {
	kind lexKind
	text string
	at   int // byte offset in the query
}

// lexer cuts a query into lexemes. It never fails: marks that mean nothing
// where they stand are passed over.
type lexer struct {
	src string
	pos int
}

func (l *lexer) next() lexeme {
	for l.pos < len(l.src) {
		at := l.pos
		r, n := utf8.DecodeRuneInString(l.src[at:])
		l.pos += n
		switch {
		case unicode.IsSpace(r):
			continue
		case r == '(':
			return lexeme{lexLeft, "(", at}
		case r == ')':
			return lexeme{lexRight, ")", at}
		case isMark(r):
			return l.phrase(r, at)
		case r == '-':
			if l.startsTerm() {
				return lexeme{lexMinus, "-", at}
			}
			continue
		}
		l.pos = at
		return l.word()
	}
	return lexeme{lexEnd, "", len(l.src)}
}

// startsTerm reports whether a minus just read negates what follows, rather
// than standing alone.
func (l *lexer) startsTerm() bool {
	r, _ := utf8.DecodeRuneInString(l.src[l.pos:])
	return l.pos < len(l.src) && !unicode.IsSpace(r) && r != ')' && r != '-'
}

// phrase reads up to the mark that closes open.
func (l *lexer) phrase(open rune, at int) lexeme {
	start := l.pos
	for i, r := range l.src[start:] {
		if closes(open, r) {
			l.pos = start + i + utf8.RuneLen(r)
			return lexeme{lexPhrase, l.src[start : start+i], at}
		}
	}
	l.pos = len(l.src)
	return lexeme{lexOpen, l.src[start:], at}
}

// word reads a word, an operator or the name of a field with its colon.
func (l *lexer) word() lexeme {
	at := l.pos
	for l.pos < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.pos:])
		if unicode.IsSpace(r) || r == '(' || r == ')' || isMark(r) {
			break
		}
		l.pos += n
		if r == ':' && fieldNamed(l.src[at:l.pos-1]) != anywhere {
			return lexeme{lexField, l.src[at : l.pos-1], at}
		}
	}
	w := l.src[at:l.pos]
	switch w {
	case "AND", "&&":
		return lexeme{lexAnd, w, at}
	case "OR", "||":
		return lexeme{lexOr, w, at}
	case "NOT":
		return lexeme{lexNot, w, at}
	}
	return lexeme{lexWord, w, at}
}

// isMark reports whether r is a quotation mark around a phrase. Single marks
// are not: they are apostrophes.
func isMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»', '＂':
		return true
	}
	return false
}

// closes reports whether r ends a phrase begun by open.
func closes(open, r rune) bool {
	switch open {
	case '«':
		return r == '»'
	case '»':
		return r == '«' || r == '»'
	}
	return r == '"' || r == '”' || r == '“' || r == '＂'
}

// fieldNamed returns the field of that name in any case, anywhere if there is
// none.
func fieldNamed(name string) field {
	if len(name) > len("headline") {
		return anywhere
	}
	name = strings.ToLower(name)
	for _, f := range queryFields {
		if string(f) == name {
			return f
		}
	}
	return anywhere
}

// misspelt returns the field that name is a slip of, anywhere if none is near.
func misspelt(name string) field {
	if len(name) < 3 || len(name) > 12 {
		return anywhere
	}
	name = text.Fold(name)
	for _, f := range queryFields {
		if near(name, string(f)) {
			return f
		}
	}
	return anywhere
}

// near reports whether a and b are one slip apart: a letter too many, too few,
// other, or two swapped.
func near(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) || a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
