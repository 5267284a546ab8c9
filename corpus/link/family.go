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
// of the first. A word whose stem is another family's already ("department",
// "depart") is there as it is written, behind [asWritten].
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
			if stem := phraseStems(w, st); !addTo(out, name, stem) && stem != w && !strings.Contains(w, "-") {
				addTo(out, name, asWritten+w)
			}
			past = append(past, irregularForms(w, st)...)
		}
	}
	for _, p := range past {
		addTo(out, out[p[1]], p[0])
	}
	return out
})

// asWritten begins what stands for a word that is not of its stem's family.
const asWritten = "="

// writtenApart maps the words that are of another family than their stem to
// what stands for them.
var writtenApart = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for k := range families() {
		if w, ok := strings.CutPrefix(k, asWritten); ok {
			out[w] = k
		}
	}
	return out
})

// gistStem returns what a token is known by in a gist: its stem, unless it is a
// word that only its stem makes look like others.
func gistStem(t *token) string {
	if own, ok := writtenApart()[t.fold]; ok && !t.name {
		return own
	}
	return t.stem
}

// beginsPhrase holds the stems that a phrase of a family begins with.
var beginsPhrase = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for k := range families() {
		if first, _, ok := strings.Cut(k, "-"); ok {
			out[first] = true
		}
	}
	return out
})

// addTo puts a word into a family if it is of none, and reports whether it is
// of that one.
func addTo(families map[string]string, name, stem string) bool {
	if families[stem] == "" {
		families[stem] = name
	}
	return families[stem] == name
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
