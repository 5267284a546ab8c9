package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed style-short.txt
	styleShortText string
	//go:embed style-phrases.txt
	stylePhraseText string
	//go:embed style-names.txt
	styleNameText string
	//go:embed style-stopwords.txt
	styleStopText string
	//go:embed style-frequent.txt
	styleFrequentText string
	//go:embed style-contractions.txt
	styleContractionText string
)

var (
	styleShorts       = sync.OnceValue(func() map[string]string { return stylePairs(styleShortText) })
	styleNames        = sync.OnceValue(func() map[string]string { return stylePairs(styleNameText) })
	styleStops        = sync.OnceValue(func() map[string]bool { return styleWords(styleStopText) })
	stylePhrases      = sync.OnceValue(func() []Phrase { return readPhrases(stylePhraseText) })
	styleRanks        = sync.OnceValue(func() map[string]int { return readRanks(styleFrequentText) })
	styleContractions = sync.OnceValue(func() map[string][]string { return readContractions(styleContractionText) })
)

// LongForm returns the word a folded abbreviation stands for ("sen" gives
// "senator", "dec" "december"), or the word itself.
func LongForm(w string) string {
	if s, ok := styleShorts()[w]; ok {
		return s
	}
	return w
}

// NameForm returns one form for the transliterations of a folded name word
// ("zelensky", "zelenskyy"), or the word itself.
func NameForm(w string) string {
	if s, ok := styleNames()[w]; ok {
		return s
	}
	return w
}

// Phrase is a run of folded words that some houses write as one.
type Phrase struct {
	Words []string
	Short string // the folded short form: "us" for "united states"
}

// Phrases returns the phrases that have a short form.
func Phrases() []Phrase { return stylePhrases() }

// Stopword reports whether a folded word carries little content of its own:
// articles, pronouns, prepositions, auxiliaries, the commonest verbs and
// adverbs.
func Stopword(w string) bool { return styleStops()[w] }

// Rank returns how common a folded word is in English, 1 the commonest, 0 for
// a word that is not among the common ones.
func Rank(w string) int { return styleRanks()[w] }

// Contraction returns the folded words a folded contraction stands for ("do
// not" for "don't"), nil if it is none. The "'s" of a noun is not opened: it
// may be the genitive.
func Contraction(w string) []string { return styleContractions()[w] }

// readPhrases reads lines "short = the words".
func readPhrases(s string) []Phrase {
	var out []Phrase
	for line := range strings.Lines(s) {
		if short, long, ok := strings.Cut(line, "="); ok && !strings.HasPrefix(line, "#") {
			out = append(out, Phrase{Words: strings.Fields(long), Short: strings.TrimSpace(short)})
		}
	}
	return out
}

// readRanks numbers the words of a list, the commonest first.
func readRanks(s string) map[string]int {
	out := map[string]int{}
	for line := range strings.Lines(s) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			if out[w] == 0 {
				out[w] = len(out) + 1
			}
		}
	}
	return out
}

// readContractions reads lines of a contraction and its words.
func readContractions(s string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(s) {
		if f := strings.Fields(line); len(f) > 1 && f[0] != "#" {
			out[f[0]] = f[1:]
		}
	}
	return out
}
