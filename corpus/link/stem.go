package link

import (
	"maps"
	"strings"

	"github.com/kljensen/snowball/english"

	"verbatim/corpus/lexicon"
)

// maxStems bounds a stemmer's memory: few words make up most of the news, the
// names and numbers of a large corpus have no end.
const maxStems = 1 << 14

// stemmer keeps what it has found of words: the words of news repeat.
type stemmer map[string]lexeme

// lexeme is what is known of a folded word: its stem, and, once it has been
// read as a word of a quote, what it is compared by.
type lexeme struct {
	word
	stem string // empty if it is not made yet
	read bool
}

// word is a word in one spelling for all houses, its rank and the stem of that.
type word struct {
	key, keyStem string
	rank         int
}

// stem returns the stem of a folded word, its genitive and its house's
// spelling off.
func (s stemmer) stem(w string) string {
	x := s[w]
	if x.stem == "" {
		w = strings.Clone(w)
		x.stem = sharing(w, english.Stem(lexicon.Spelling(strings.TrimSuffix(w, "'s")), false))
		s.keep(w, x)
	}
	return x.stem
}

// word returns what a folded word is compared by.
func (s stemmer) word(w string) word {
	x := s[w]
	if !x.read {
		w = strings.Clone(w)
		key := sharing(w, lexicon.Spelling(w))
		x.word = word{key, s.stem(key), lexicon.Rank(key)}
		x.stem, x.read = s[w].stem, true
		s.keep(w, x)
	}
	return x.word
}

// sharing returns what is made of a word: in the memory of the word where it is
// the beginning of that, else in its own, not to hold the article that it is
// from.
func sharing(w, made string) string {
	if strings.HasPrefix(w, made) {
		return w[:len(made)]
	}
	return strings.Clone(made)
}

// keep stores what was found. When there is no room, all words but the
// commonest are forgotten.
func (s stemmer) keep(w string, x lexeme) {
	if len(s) >= maxStems {
		maps.DeleteFunc(s, func(w string, _ lexeme) bool { return lexicon.Rank(w) == 0 })
	}
	s[w] = x
}
