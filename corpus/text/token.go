package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// TokenKind is the outward shape of a token.
type TokenKind uint8

// The shapes of token.
const (
	Lower  TokenKind = iota // a word beginning in lower case, or in a script without case
	Upper                   // a word beginning with a capital
	Number                  // digits, with inner stops and commas
	Clitic                  // 's, 're, n't and their like, split off the word before
	Mark                    // a quotation mark, one or two characters
	Punct                   // any other single character
)

// Token is a piece of running text as taggers count them: words with clitics
// split off ("Venn" "'s", "do" "n't"), numbers, single punctuation characters.
// Abbreviations keep their full stop ("Mr.", "U.S."). Hyphenated words are one
// token.
type Token struct {
	Span
	Kind TokenKind
}

// Tokens returns the tokens of src within s, in order.
func Tokens(src string, s Span) []Token {
	t := tokenizer{src: src, end: min(s.End, len(src)), out: make([]Token, 0, s.Len()/5+1)}
	for i := s.Start; i < t.end; {
		i = t.next(i)
	}
	return t.out
}

type tokenizer struct {
	src string
	end int
	out []Token
}

// next adds what stands at i and returns the offset behind it.
func (t *tokenizer) next(i int) int {
	rest := t.src[i:t.end]
	if n := hyphenatedLen(rest); n > 0 {
		return t.word(i, n)
	}
	r, w := utf8.DecodeRuneInString(rest)
	if isSpace(r) {
		return i + w
	}
	if n := markLen(rest); n > 0 {
		return t.add(i, n, Mark)
	}
	return t.add(i, w, Punct)
}

func (t *tokenizer) add(i, n int, k TokenKind) int {
	t.out = append(t.out, Token{Span{i, i + n}, k})
	return i + n
}

// word adds the n bytes at i as a word, its clitic apart.
func (t *tokenizer) word(i, n int) int {
	w := t.src[i : i+n]
	if c := cliticStart(w); c > 0 {
		t.add(i, c, shape(w))
		return t.add(i+c, n-c, Clitic)
	}
	if n < t.end-i && t.src[i+n] == '.' && (isInitial(w) || IsAbbreviation(w)) {
		n++
	}
	return t.add(i, n, shape(w))
}

func shape(w string) TokenKind {
	r, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(r):
		return Number
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return Upper
	}
	return Lower
}

// hyphenatedLen is wordLen with inner hyphens taken along.
func hyphenatedLen(s string) int {
	n := wordLen(s)
	for n > 0 && n < len(s) && (s[n] == '-' || strings.HasPrefix(s[n:], "‑")) {
		h := 1
		if s[n] != '-' {
			h = len("‑")
		}
		m := wordLen(s[n+h:])
		if m == 0 {
			break
		}
		n += h + m
	}
	return n
}

// cliticStart returns where the clitic of w begins, 0 if it has none.
func cliticStart(w string) int {
	if i := strings.LastIndexAny(w, "'’ʼ`´"); i > 0 {
		_, n := utf8.DecodeRuneInString(w[i:])
		switch strings.ToLower(w[i+n:]) {
		case "s", "re", "ve", "ll", "d", "m":
			return i
		case "t":
			if j := i - 1; j > 0 && (w[j] == 'n' || w[j] == 'N') {
				return j
			}
		}
	}
	return 0
}

// markLen returns the length of the quotation mark s begins with, 0 if none.
func markLen(s string) int {
	if strings.HasPrefix(s, "``") || strings.HasPrefix(s, "''") {
		return 2
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛', '\'', '‹', '›', '＂', '`':
		return n
	}
	return 0
}

// IsAbbreviation reports whether w, without its full stop, is commonly
// written with one that ends no sentence: titles, months, company forms.
func IsAbbreviation(w string) bool {
	switch w {
	case "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Fr", "Sr", "Jr", "St", "Hon", "Esq",
		"Gov", "Sen", "Sens", "Rep", "Reps", "Pres", "Lt", "Col", "Gen", "Capt", "Cmdr", "Maj", "Sgt", "Adm", "Pvt", "Cpl",
		"Supt", "Insp", "Det", "Atty", "Amb", "Sec", "Det-Sgt", "Messrs", "Mme", "Mlle", "M",
		"Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
		"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri",
		"Inc", "Ltd", "Co", "Corp", "Bros", "vs", "v", "No", "Nos", "approx", "est", "al", "cf", "e.g", "i.e", "p", "pp", "Vol",
		"Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont",
		"Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Ala", "Ark", "Del",
		"Ave", "Blvd", "Rd", "Mt", "Ft":
		return true
	}
	return false
}
