package index

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"verbatim/corpus/text"
)

// maxTerm is the longest term kept, in bytes; longer words count by their
// beginning.
const maxTerm = 96

// queryWords returns the words of a piece of a query, exactly as those of
// articles are indexed.
func queryWords(s string) []string {
	var out []string
	eachWord(s, text.Span{Start: 0, End: len(s)}, func(w text.Word) { out = append(out, w.Fold) })
	return out
}

// eachWord calls f with the words of src within s: those of [text.Words], with
// a word of its own for each character of scripts that do not put spaces
// between words. A span that does not fit holds none.
func eachWord(src string, s text.Span, f func(text.Word)) {
	if !s.Fits(src) {
		return
	}
	for _, w := range text.Words(src, s) {
		if isASCII(w.Fold) && len(w.Fold) == w.Len() || !spaceless(w.Fold) {
			emit(w, f)
			continue
		}
		for _, part := range characters(src, w.Span) {
			emit(text.Word{Span: part, Fold: text.Fold(part.In(src))}, f)
		}
	}
}

func emit(w text.Word, f func(text.Word)) {
	if len(w.Fold) > maxTerm {
		w.Fold = cutRunes(w.Fold, maxTerm)
	}
	if w.Fold != "" {
		f(w)
	}
}

// cutRunes returns the first n bytes of s, fewer rather than half a rune.
func cutRunes(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// characters cuts a span into single characters of spaceless scripts and runs
// of others. Combining marks stay with what they stand on.
func characters(src string, s text.Span) []text.Span {
	var out []text.Span
	alone := true // whether the last piece is a character by itself
	for i, r := range s.In(src) {
		at := s.Start + i
		end := at + utf8.RuneLen(r)
		switch {
		case unicode.IsMark(r) && len(out) > 0, !alone && !isSpaceless(r):
			out[len(out)-1].End = end
		default:
			out = append(out, text.Span{Start: at, End: end})
			alone = isSpaceless(r)
		}
	}
	return out
}

func spaceless(s string) bool { return strings.ContainsFunc(s, isSpaceless) }

func isSpaceless(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai,
		unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// contractions are the words in 's that are not a name with its ending.
var contractions = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("it he she that this there here what who where when why how let everyone everybody") {
		m[w+"'s"] = true
	}
	return m
})

// owner returns the name that w is the possessive of, so that a phrase finds
// "Mara Venn" where "Mara Venn's" is printed, and "" for all other words.
func owner(src string, w text.Word) string {
	base, ok := strings.CutSuffix(w.Fold, "'s")
	if !ok || base == "" || contractions()[w.Fold] {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(src[w.Start:]); !unicode.IsUpper(r) {
		return ""
	}
	return base
}

// stemmer finds the stems of words, and remembers them. It is safe for
// concurrent use.
type stemmer struct {
	mu    sync.RWMutex
	known map[string]string
}

// maxStems bounds the memory of a stemmer, in words.
const maxStems = 1 << 17

// stem returns the stem of a folded word, the word itself where no rule of
// English applies.
func (t *stemmer) stem(word string) string {
	if !stemmable(word) {
		return word
	}
	t.mu.RLock()
	s, ok := t.known[word]
	t.mu.RUnlock()
	if ok {
		return s
	}
	s = english.Stem(word, false)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.known == nil || len(t.known) >= maxStems {
		t.known = make(map[string]string, 1024)
	}
	t.known[strings.Clone(word)] = s
	return s
}

// stemmable reports whether the word is short, and of plain letters with at
// most apostrophes between them.
func stemmable(word string) bool {
	if len(word) < 3 || len(word) > 32 {
		return false
	}
	for i := range len(word) {
		if c := word[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}
