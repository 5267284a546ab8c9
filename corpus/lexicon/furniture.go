package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed furniture.txt
var furnitureText string

// FurnitureClass says what a phrase makes of the line it stands in.
type FurnitureClass string

// The classes, explained in furniture.txt.
const (
	NotFurniture   FurnitureClass = ""
	FurnitureNav   FurnitureClass = "nav"
	FurnitureList  FurnitureClass = "list"
	FurnitureEnd   FurnitureClass = "end"
	FurnitureImage FurnitureClass = "caption"
	FurnitureWork  FurnitureClass = "credit"
	FurnitureSign  FurnitureClass = "signoff"
)

// The greatest lengths, in words, of lines that phrases are looked for in.
const (
	furnitureStartWords = 30
	furnitureAnyWords   = 60
)

// FurnitureLine is a line of a page, as phrases are looked for in it.
type FurnitureLine struct {
	Key      string // see [FurnitureKey]
	Words    int    // of the whole line
	Sentence bool   // it ends as a sentence does
	Quoted   bool   // it holds quotation marks
}

type furniturePhrase struct {
	class FurnitureClass
	where string
	words string
}

// furnitureBook holds the phrases by the first word of each; whole lines
// without a wildcard by all their words.
type furnitureBook struct {
	whole   map[string]FurnitureClass
	byFirst map[string][]furniturePhrase
	loose   []furniturePhrase // those that begin with a wildcard
}

var furnitureBooks = sync.OnceValue(func() *furnitureBook {
	b := &furnitureBook{whole: map[string]FurnitureClass{}, byFirst: map[string][]furniturePhrase{}}
	for line := range strings.Lines(furnitureText) {
		f := strings.Fields(line)
		if len(f) < 3 || strings.HasPrefix(f[0], "#") {
			continue
		}
		b.add(furniturePhrase{FurnitureClass(f[0]), f[1], strings.Join(f[2:], " ")})
	}
	return b
})

func (b *furnitureBook) add(p furniturePhrase) {
	first, _, _ := strings.Cut(p.words, " ")
	switch {
	case p.where == "=" && !strings.Contains(p.words, "*"):
		b.whole[p.words] = p.class
	case first == "*":
		b.loose = append(b.loose, p)
	default:
		b.byFirst[first] = append(b.byFirst[first], p)
	}
}

// FurnitureOf says what the phrases of a line make of it. A phrase that heads
// the line or is all of it goes before one within it.
func FurnitureOf(l FurnitureLine) FurnitureClass {
	b := furnitureBooks()
	key := strings.TrimSuffix(l.Key, " :")
	if c, ok := b.whole[key]; ok {
		return c
	}
	if c := b.at(key, l, true); c != NotFurniture {
		return c
	}
	if l.Words > furnitureAnyWords {
		return NotFurniture
	}
	for i := strings.IndexByte(key, ' ') + 1; i > 0 && i < len(key); {
		if c := b.at(key[i:], l, false); c != NotFurniture {
			return c
		}
		n := strings.IndexByte(key[i:], ' ')
		if n < 0 {
			break
		}
		i += n + 1
	}
	return NotFurniture
}

// at looks for phrases where key begins; head says that it is the line's own
// beginning.
func (b *furnitureBook) at(key string, l FurnitureLine, head bool) FurnitureClass {
	first, _, _ := strings.Cut(key, " ")
	for _, p := range b.byFirst[first] {
		if p.matches(key, l, head) {
			return p.class
		}
	}
	if head {
		for _, p := range b.loose {
			if p.matches(key, l, head) {
				return p.class
			}
		}
	}
	return NotFurniture
}

func (p furniturePhrase) matches(key string, l FurnitureLine, head bool) bool {
	switch p.where {
	case "=":
		return head && hasPhrase(key, p.words, true)
	case "^":
		return head && l.Words <= furnitureStartWords && hasPhrase(key, p.words, false)
	case "^-":
		return head && l.Words <= furnitureStartWords && !l.Sentence && hasPhrase(key, p.words, false)
	case "^^":
		return head && hasPhrase(key, p.words, false)
	case "~":
		return !l.Quoted && hasPhrase(key, p.words, false)
	case "~~":
		return hasPhrase(key, p.words, false)
	case "$$":
		return l.Words <= furnitureStartWords && !l.Quoted && hasPhrase(key, p.words, true)
	}
	return !l.Sentence && hasPhrase(key, p.words, true)
}

// hasPhrase reports whether key begins with the phrase, all of it if whole.
func hasPhrase(key, phrase string, whole bool) bool {
	for phrase != "" {
		word, rest, _ := strings.Cut(phrase, " ")
		if word == "*" {
			return afterGap(key, rest, whole)
		}
		n, ok := takeWord(key, word)
		if !ok {
			return false
		}
		key, phrase = key[n:], rest
	}
	return !whole || key == ""
}

// takeWord returns the length of the word key begins with, and the space
// after it, if it is the one wanted. "@*" is any word that begins with "@",
// "*@*" any that holds one.
func takeWord(key, word string) (int, bool) {
	n := strings.IndexByte(key, ' ')
	got, next := key, len(key)
	if n >= 0 {
		got, next = key[:n], n+1
	}
	switch word {
	case "@", "@*":
		return next, strings.HasPrefix(got, "@")
	case "*@*":
		return next, strings.Contains(got, "@")
	}
	return next, got == word
}

// afterGap reports whether the rest of a phrase follows within one to five
// words.
func afterGap(key, rest string, whole bool) bool {
	for i := 0; i < 5 && key != ""; i++ {
		n := strings.IndexByte(key, ' ')
		if n < 0 {
			key = ""
		} else {
			key = key[n+1:]
		}
		if hasPhrase(key, rest, whole) && (rest == "" || key != "") {
			return true
		}
	}
	return false
}

// FurnitureKey folds a line for comparison with the phrases: lower-case words
// with one space between, without apostrophes and punctuation; a colon after
// a word becomes a word of its own. It returns the number of words too, colons
// not counted. Beyond limit bytes of s words are only counted.
func FurnitureKey(s string, limit int) (string, int) {
	out := make([]byte, 0, min(len(s), limit)+8)
	words, in := 0, false
	var before, last byte
	for i := 0; i < len(s); {
		c := s[i]
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		before, last = last, c
		switch {
		case isFurnitureWord(r, s[i:], in):
			if !in {
				words++
			}
			out, in = appendKey(out, r, in, len(out) < limit), true
		case in && (r == '\'' || r == '’'):
		case r == ':' && in && i <= limit && !(isDigit(before) && startsDigit(s[i:])):
			out, in = append(out, " :"...), false
		default:
			in = false
		}
	}
	return string(out), words
}

func appendKey(out []byte, r rune, in, wanted bool) []byte {
	if !wanted {
		return out
	}
	if !in && len(out) > 0 {
		out = append(out, ' ')
	}
	return utf8.AppendRune(out, unicode.ToLower(r))
}

func startsDigit(s string) bool { return s != "" && isDigit(s[0]) }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isFurnitureWord reports whether r is part of a word; rest follows it, in
// says that a word has begun.
func isFurnitureWord(r rune, rest string, in bool) bool {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '©' || r == '@' {
		return true
	}
	if r != '.' && r != '-' && r != '/' || !in || rest == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(next) || unicode.IsDigit(next)
}
