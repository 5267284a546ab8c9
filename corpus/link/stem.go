package link

import (
	"strings"

	"github.com/kljensen/snowball/english"

	"verbatim/corpus/lexicon"
)

// maxStems bounds a stemmer's memory; the words of a language are fewer, the
// names and numbers of a large corpus are not.
const maxStems = 1 << 17

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
		x.stem = strings.Clone(english.Stem(lexicon.Spelling(strings.TrimSuffix(w, "'s")), false))
		s.keep(w, x)
	}
	return x.stem
}

// word returns what a folded word is compared by.
func (s stemmer) word(w string) word {
	x := s[w]
	if !x.read {
		key := strings.Clone(lexicon.Spelling(w))
		x.word = word{key, s.stem(key), lexicon.Rank(key)}
		x.stem, x.read = s[w].stem, true
		s.keep(w, x)
	}
	return x.word
}

// keep stores what was found. The word is copied, not to hold the article that
// it is from.
func (s stemmer) keep(w string, x lexeme) {
	if len(s) >= maxStems {
		clear(s)
	}
	s[strings.Clone(w)] = x
}
