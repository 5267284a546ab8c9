package link

import (
	"strings"

	"github.com/kljensen/snowball/english"

	"verbatim/corpus/lexicon"
)

// maxStems bounds a stemmer's memory; the words of a language are fewer, the
// names and numbers of a large corpus are not.
const maxStems = 1 << 17

// stemmer keeps the stems it has made: the words of news repeat.
type stemmer map[string]string

// stem returns the stem of a folded word, its genitive and its house's
// spelling off.
func (s stemmer) stem(w string) string {
	if st, ok := s[w]; ok {
		return st
	}
	if len(s) >= maxStems {
		clear(s)
	}
	st := english.Stem(lexicon.Spelling(strings.TrimSuffix(w, "'s")), false)
	s[strings.Clone(w)] = st
	return st
}
