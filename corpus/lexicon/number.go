package lexicon

import "sync"

// NumberKind says what a number word does in a number phrase.
type NumberKind uint8

// The kinds of number word.
const (
	NotNumber     NumberKind = iota
	NumberUnit               // zero to nineteen
	NumberTen                // twenty to ninety
	NumberHundred            // "hundred"
	NumberScale              // "thousand", "million", and their short forms
	NumberOrdinal            // "first" to "twentieth"
)

// NumberWord is the value of a number word.
type NumberWord struct {
	Kind  NumberKind
	Value float64
}

var (
	numberUnits    = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	numberTens     = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	numberOrdinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"}
)

var numberWords = sync.OnceValue(func() map[string]NumberWord {
	m := map[string]NumberWord{
		"hundred": {NumberHundred, 100}, "thousand": {NumberScale, 1e3}, "million": {NumberScale, 1e6}, "billion": {NumberScale, 1e9}, "trillion": {NumberScale, 1e12},
		"k": {NumberScale, 1e3}, "m": {NumberScale, 1e6}, "mn": {NumberScale, 1e6}, "bn": {NumberScale, 1e9}, "tn": {NumberScale, 1e12},
	}
	for i, w := range numberUnits {
		m[w] = NumberWord{NumberUnit, float64(i)}
	}
	for i, w := range numberTens {
		m[w] = NumberWord{NumberTen, float64(20 + 10*i)}
	}
	for i, w := range numberOrdinals {
		m[w] = NumberWord{NumberOrdinal, float64(i + 1)}
	}
	return m
})

// Number returns what a folded word says as a number. The short scales ("m",
// "bn") are words of their own elsewhere: they count only behind digits.
func Number(w string) NumberWord { return numberWords()[w] }
