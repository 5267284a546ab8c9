package link

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

//go:embed family.txt
var familyText string

// maxPhrase is the number of words of the longest phrase of a family.
const maxPhrase = 3

// families maps the stem of a word, or the stems of a phrase with hyphens
// between, to the family that reports swap it within; a word of two families is
// of the first.
var families = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	st := stemmer{}
	var past [][2]string // stems of irregular forms, and what they are forms of
	for line := range strings.Lines(familyText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		ws := strings.Fields(line)
		name := out[phraseStems(ws[0], st)]
		if name == "" {
			name = "~" + ws[0]
		}
		for _, w := range ws {
			addTo(out, name, phraseStems(w, st))
			past = append(past, irregularForms(w, st)...)
		}
	}
	for _, p := range past {
		addTo(out, out[p[1]], p[0])
	}
	return out
})

// addTo puts a word into a family if it is of none.
func addTo(families map[string]string, name, stem string) {
	if families[stem] == "" {
		families[stem] = name
	}
}

// phraseStems returns the stems of a phrase that has hyphens between its words.
func phraseStems(w string, st stemmer) string {
	ws := strings.Split(w, "-")
	for i := range ws {
		ws[i] = st.stem(ws[i])
	}
	return strings.Join(ws, "-")
}

// irregularForms returns the stems of the irregular forms of a verb, or of a
// phrase that begins with one, each with the stems of the verb or phrase.
func irregularForms(w string, st stemmer) [][2]string {
	verb, rest, _ := strings.Cut(w, "-")
	if rest != "" {
		rest = "-" + rest
	}
	base := phraseStems(w, st)
	var out [][2]string
	for _, f := range lexicon.Inflect(verb) {
		if s := phraseStems(f+rest, st); s != base && !slices.Contains(out, [2]string{s, base}) {
			out = append(out, [2]string{s, base})
		}
	}
	return out
}

// family returns what stands for a stem among words of its meaning.
func family(stem string) string {
	if f := families()[stem]; f != "" {
		return f
	}
	return stem
}

// familyOfName returns what stands for a capitalised word: for a country and
// its people the country.
func familyOfName(fold, stem string) string {
	if c, ok := lexicon.Demonym(fold); ok {
		return "@" + text.Fold(c)
	}
	if c := lands()[fold]; c != "" {
		return "@" + text.Fold(c)
	}
	return family(stem)
}
