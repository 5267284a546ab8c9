package index

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/news"
)

// Bounds on what a query may ask for.
const (
	maxQueryBytes  = 4096
	maxQueryLeaves = 128
	maxQueryDepth  = 32
)

// parser reads a query by recursive descent:
//
//	query = { group } ;
//	group = unit { "OR" unit } ;
//	unit  = ( "-" | "NOT" ) unit | field ":" unit | "(" query ")" | term ;
//
// A part that asks for nothing is nil, and its parent leaves it out.
type parser struct {
	lex    lexer
	tok    lexeme
	in     field     // of the terms that follow
	today  news.Date // what date:today means
	typing bool      // a word at the very end may be unfinished
	depth  int
	leaves int
	err    *QueryError
}

// parse returns the tree of a query, nil for one that asks for nothing.
func parse(q string, today news.Date, typing bool) (node, error) {
	if len(q) > maxQueryBytes {
		return nil, &QueryError{maxQueryBytes, fmt.Sprintf("the query is longer than %d bytes", maxQueryBytes)}
	}
	p := parser{lex: lexer{src: q}, today: today, typing: typing}
	p.advance()
	n := p.query(false)
	if p.err != nil {
		return nil, p.err
	}
	return n, nil
}

// Check returns a [*QueryError] if a query cannot be asked as it stands. It is for
// one that is typed to its end: a search as one types takes what is open, a
// quotation mark or a bracket, for unfinished.
func Check(q string) error {
	if _, err := parse(q, news.Date{}, false); err != nil {
		return err
	}
	return closed(q)
}

// closed returns an error that names what a query opens and does not close.
func closed(q string) error {
	l := lexer{src: q}
	var open []int
	for t := l.next(); t.kind != lexEnd; t = l.next() {
		switch {
		case t.kind == lexOpen:
			return &QueryError{t.at, "the quotation mark has no end: close it"}
		case t.kind == lexLeft:
			open = append(open, t.at)
		case t.kind == lexRight && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return &QueryError{open[0], "the bracket ( has no end: close it"}
	}
	return nil
}

func (p *parser) advance() { p.tok = p.lex.next() }

func (p *parser) fail(at int, format string, args ...any) node {
	if p.err == nil {
		p.err = &QueryError{at, fmt.Sprintf(format, args...)}
	}
	return nil
}

// query reads groups up to the end, or to a closing parenthesis if nested.
func (p *parser) query(nested bool) node {
	var all []node
	for p.tok.kind != lexEnd && p.err == nil {
		switch {
		case p.tok.kind == lexRight && nested:
			return join(all)
		case !p.startsUnit():
			p.advance()
		default:
			all = add(all, p.group())
		}
	}
	return join(all)
}

// group reads units joined by OR, which binds tighter than a space.
func (p *parser) group() node {
	either := add(nil, p.unit())
	for p.tok.kind == lexOr && p.err == nil {
		for p.tok.kind == lexOr {
			p.advance()
		}
		if p.startsUnit() {
			either = add(either, p.unit())
		}
	}
	if len(either) > 1 {
		return orNode(either)
	}
	return join(either)
}

func add(ns []node, n node) []node {
	if n == nil {
		return ns
	}
	return append(ns, n)
}

func (p *parser) startsUnit() bool {
	switch p.tok.kind {
	case lexWord, lexPhrase, lexOpen, lexField, lexMinus, lexNot, lexLeft:
		return true
	}
	return false
}

func (p *parser) unit() node {
	if p.depth++; p.depth > maxQueryDepth {
		return p.fail(p.tok.at, "the query is nested too deeply")
	}
	defer func() { p.depth-- }()
	t := p.tok
	p.advance()
	switch t.kind {
	case lexMinus, lexNot:
		return negate(p.operand())
	case lexField:
		outer := p.in
		p.in = fieldNamed(t.text)
		n := p.operand()
		p.in = outer
		return n
	case lexLeft:
		n := p.query(true)
		if p.tok.kind == lexRight {
			p.advance()
		}
		return n
	}
	return p.term(t)
}

// operand reads the unit a minus or a field applies to, if there is one yet.
func (p *parser) operand() node {
	if !p.startsUnit() {
		return nil
	}
	return p.unit()
}

func negate(n node) node {
	switch n := n.(type) {
	case nil:
		return nil
	case notNode:
		return n.n
	}
	return notNode{n}
}

// term reads one thing to look for.
func (p *parser) term(t lexeme) node {
	if p.leaves++; p.leaves > maxQueryLeaves {
		return p.fail(t.at, "the query asks for more than %d things", maxQueryLeaves)
	}
	switch {
	case p.in == fieldDate:
		return p.date(t)
	case p.in == fieldKind:
		return p.value(t, kindValues)
	case p.in == fieldRelation:
		return p.relation(t)
	case t.kind == lexWord:
		return p.word(t)
	}
	l := leaf{in: p.in, how: byPhrase, words: queryWords(t.text), at: t.at}
	if t.kind == lexOpen && endsInWord(t.text) {
		l = l.unfinished()
	}
	return l.orNothing()
}

// unfinished returns the leaf with its last word as a beginning; without it
// where it is a single letter, for that says nothing yet.
func (l leaf) unfinished() leaf {
	if len(l.words) == 0 {
		return l
	}
	end := len(l.words) - 1
	r, n := utf8.DecodeRuneInString(l.words[end])
	switch {
	case n < len(l.words[end]):
		l.open = true
	case !isSpaceless(r):
		l.words = l.words[:end]
	}
	return l
}

// orNothing returns the leaf, or nil if it has no words.
func (l leaf) orNothing() node {
	if len(l.words) == 0 {
		return nil
	}
	return l
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// word reads a bare word, which can hold signs: pre*, fuz~, well-known.
func (p *parser) word(t lexeme) node {
	if name, _, ok := strings.Cut(t.text, ":"); ok && p.hasValue(t) {
		if f := misspelt(name); f != anywhere {
			return p.fail(t.at, "there is no field %q: did you mean %s:?", name, f)
		}
	}
	if i := strings.LastIndexByte(t.text, '~'); i > 0 && strings.Trim(t.text[i+1:], "0123456789") == "" {
		return p.fuzzy(t, t.text[:i], t.text[i+1:])
	}
	if strings.Contains(t.text, "*") {
		return p.glob(t)
	}
	l := leaf{in: p.in, words: queryWords(t.text), at: t.at}
	if len(l.words) > 1 {
		l.how = byPhrase
	}
	if p.typing && t.at+len(t.text) == len(p.lex.src) && endsInWord(t.text) {
		l = l.unfinished()
	}
	return l.orNothing()
}

// hasValue reports whether something follows the colon of a word.
func (p *parser) hasValue(t lexeme) bool {
	end := t.at + len(t.text)
	return !strings.HasSuffix(t.text, ":") || p.tok.at == end && p.tok.kind != lexEnd
}

// fuzzy reads word~ or word~2.
func (p *parser) fuzzy(t lexeme, word, edits string) node {
	l := leaf{in: p.in, how: byFuzzy, words: queryWords(word), at: t.at}
	switch {
	case len(l.words) > 1:
		l.how = byPhrase
	case len(l.words) == 0:
		return nil
	case edits == "1" || edits == "2":
		l.edits = int(edits[0] - '0')
	case edits != "":
		return p.fail(t.at+len(word), "write %s~1 or %s~2 for one or two letters that may differ", word, word)
	default:
		l.edits = 1 + min(1, utf8.RuneCountInString(l.words[0])/6)
	}
	return l
}

// glob reads word* and wo*rd. Of several words the last may be a beginning.
func (p *parser) glob(t lexeme) node {
	parts := strings.Split(t.text, "*")
	words := make([]string, len(parts))
	letters := 0
	for i, part := range parts {
		ws := queryWords(part)
		if len(ws) > 1 {
			l := leaf{in: p.in, how: byPhrase, words: queryWords(strings.ReplaceAll(t.text, "*", "")), at: t.at}
			l.open = strings.HasSuffix(t.text, "*")
			return l
		}
		words[i] = strings.Join(ws, "")
		letters += len(words[i])
	}
	switch {
	case letters == 0:
		return nil
	case len(parts) == 2 && words[1] == "":
		return leaf{in: p.in, how: byPrefix, words: words[:1], at: t.at}
	}
	return leaf{in: p.in, how: byGlob, words: []string{strings.Join(words, "*")}, at: t.at}
}

// value reads one of a fixed set, or the beginning of one.
func (p *parser) value(t lexeme, allowed []string) node {
	want := strings.ToLower(strings.TrimRight(t.text, "*"))
	if want == "" {
		return nil
	}
	l := leaf{in: p.in, how: byValue, at: t.at}
	for _, v := range allowed {
		if strings.HasPrefix(v, want) {
			l.words = append(l.words, v)
		}
	}
	if slices.Contains(allowed, want) {
		l.words = []string{want}
	}
	if len(l.words) == 0 {
		last := len(allowed) - 1
		return p.fail(t.at, "%s is one of %s or %s", p.in, strings.Join(allowed[:last], ", "), allowed[last])
	}
	return l
}

// relation reads a relation; alarm stands for those that raise one.
func (p *parser) relation(t lexeme) node {
	if strings.EqualFold(t.text, "alarm") || strings.EqualFold(t.text, "alarms") {
		return leaf{in: p.in, how: byValue, words: []string{string(news.Altered), string(news.Merged)}, at: t.at}
	}
	return p.value(t, relationValues)
}
