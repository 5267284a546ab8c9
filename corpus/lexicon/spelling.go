package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed spelling.txt
var spellingText string

// spellings maps a folded British or variant spelling to the American one.
var spellings = sync.OnceValue(func() map[string]string { return stylePairs(spellingText) })

// Spelling returns one spelling for all spellings of a folded word that are
// the same word in another house's style: "rumours" and "rumors", "travelled"
// and "traveled", "adviser" and "advisor". The result is for comparison only.
func Spelling(w string) string {
	if s, ok := spellings()[w]; ok {
		return s
	}
	if len(w) < 6 {
		return w
	}
	if s, ok := stemSpelling(w); ok {
		return s
	}
	return endingSpelling(w)
}

// stemSpelling looks a word up without its inflection.
func stemSpelling(w string) (string, bool) {
	for _, end := range []string{"s", "es", "d", "ed", "ing", "ly", "er", "ers", "'s", "al", "ally", "able", "ful", "ist", "ists", "ism", "hood", "hoods", "less"} {
		if stem, ok := strings.CutSuffix(w, end); ok {
			if s, ok := spellings()[stem]; ok {
				return s + end, true
			}
		}
	}
	if stem, ok := strings.CutSuffix(w, "bly"); ok {
		if s, ok := spellings()[stem+"ble"]; ok {
			return strings.TrimSuffix(s, "e") + "y", true
		}
	}
	return "", false
}

// spellingEndings are the regular ones, the longer first.
var spellingEndings = [][2]string{
	{"isations", "izations"}, {"isation", "ization"}, {"ising", "izing"}, {"isers", "izers"}, {"iser", "izer"}, {"ised", "ized"}, {"ises", "izes"}, {"ise", "ize"},
	{"ysing", "yzing"}, {"ysed", "yzed"}, {"yse", "yze"}, {"ogues", "ogs"}, {"ogue", "og"},
}

func endingSpelling(w string) string {
	for _, e := range spellingEndings {
		if stem, ok := strings.CutSuffix(w, e[0]); ok {
			return stem + e[1]
		}
	}
	return w
}

// stylePairs reads lines of two words; "#" begins a comment.
func stylePairs(s string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(s) {
		if f := strings.Fields(line); len(f) == 2 && f[0] != "#" {
			out[f[0]] = f[1]
		}
	}
	return out
}

// styleWords reads words separated by white space; lines that begin with "#" are
// comments.
func styleWords(s string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(s) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			out[w] = true
		}
	}
	return out
}
