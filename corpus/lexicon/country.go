package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed country.txt
var countryText string

//go:embed countryplace.txt
var placeText string

// KnownKind is what sort of thing a known name stands for.
type KnownKind uint8

// The kinds of known name.
const (
	KnownPlace KnownKind = iota
	KnownCountry
	KnownBody  // an organisation
	KnownThing // a work, an occasion, a law, a phrase of pages: nobody
)

// Known is a name that needs no evidence, with all its forms.
type Known struct {
	Name   string
	Forms  []string // as printed, Name among them
	Kind   KnownKind
	Class  string // of an organisation, the sort the list files it under: "companies", "media"
	Speaks string // the country a seat of power speaks for: "Russia" for the Kremlin; for a capital its country
	The    bool   // a name only behind "the"
	Mid    bool   // also an everyday word: a name only where the capital is not the sentence's
}

type countryBook struct {
	known    []Known
	demonyms map[string]string // folded adjective or noun → country
}

var countries = sync.OnceValue(func() countryBook {
	b := countryBook{demonyms: map[string]string{}}
	for f := range fields(countryText) {
		k := Known{Name: f[0], Forms: append([]string{f[0]}, bars(f[1])...), Kind: KnownCountry}
		b.known = append(b.known, k)
		for _, d := range strings.Fields(f[2]) {
			b.demonyms[strings.ToLower(strings.ReplaceAll(d, "-", " "))] = f[0]
		}
		if c := bars(f[3]); len(c) > 0 && c[0] != f[0] {
			b.addCapitals(f[0], c)
		}
	}
	for line := range strings.Lines(placeText) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, also, _ := strings.Cut(line, "=")
		name = strings.TrimSpace(name)
		b.known = append(b.known, Known{Name: name, Forms: append([]string{name}, bars(also)...)})
	}
	return b
})

// addCapitals adds the capitals of a country. Spellings of one city are one
// name where their keys share two letters, else each is a city of its own.
func (b *countryBook) addCapitals(country string, forms []string) {
	k := Known{Name: forms[0], Forms: forms[:1], Speaks: country}
	for _, f := range forms[1:] {
		if isSpelling(f, k.Name) || f == "D.C." {
			k.Forms = append(k.Forms[:len(k.Forms):len(k.Forms)], f)
			continue
		}
		b.known = append(b.known, Known{Name: f, Forms: []string{f}, Speaks: country})
	}
	b.known = append(b.known, k)
}

// isSpelling reports whether two names may be spellings of one city: "Kiev" and
// "Kyiv", not "Dar es Salaam" and "Dodoma".
func isSpelling(a, b string) bool {
	x, y := NameKey(strings.ToLower(a)), NameKey(strings.ToLower(b))
	return len(x) > 1 && len(y) > 1 && x[:2] == y[:2]
}

// Demonym returns the country of an adjective or a noun for its people,
// folded: "russian", "south korean".
func Demonym(w string) (country string, ok bool) {
	country, ok = countries().demonyms[w]
	return country, ok
}

// KnownNames returns the names of countries, capitals, places and
// organisations that need no evidence. The caller must not change them.
func KnownNames() []Known { return knownNames() }

var knownNames = sync.OnceValue(func() []Known {
	out := append(countries().known[:len(countries().known):len(countries().known)], bodies()...)
	return append(append(out, lateBodies()...), things()...)
})

// fields yields the four fields of lines divided by ";".
func fields(s string) func(func([4]string) bool) {
	return func(yield func([4]string) bool) {
		for line := range strings.Lines(s) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			var f [4]string
			for i, x := range strings.SplitN(line, ";", len(f)) {
				f[i] = strings.TrimSpace(x)
			}
			if !yield(f) {
				return
			}
		}
	}
}

// bars divides s at "|".
func bars(s string) []string {
	var out []string
	for x := range strings.SplitSeq(s, "|") {
		if x = strings.TrimSpace(x); x != "" {
			out = append(out, x)
		}
	}
	return out
}
