package link

import (
	"strconv"
	"strings"

	"verbatim/corpus/lexicon"
)

// numberPhrase reads the number the pieces begin with, in figures or in
// words, with its unit: "$34bn", "34 billion dollars", "twenty per cent". It
// returns a key that is the same for all ways to write it, and how many
// pieces it took.
func numberPhrase(ps []piece) (string, int) {
	v, n, ordinal := numberValue(ps)
	if n == 0 {
		return "", 0
	}
	key := "#" + strconv.FormatFloat(v, 'f', -1, 64)
	if ordinal {
		return key + "th", n
	}
	unit, m := numberUnit(ps, n)
	return key + unit, n + m
}

// numberValue reads the number itself.
func numberValue(ps []piece) (v float64, n int, ordinal bool) {
	if isDigits(ps[0].fold) {
		v, ordinal, ok := figures(ps[0].fold)
		if !ok {
			return 0, 0, false
		}
		if !ordinal && len(ps) > 1 {
			if s := lexicon.Number(ps[1].fold); s.Kind == lexicon.NumberScale && len(ps[1].fold) > 1 {
				return v * s.Value, 2, false
			}
		}
		return v, 1, ordinal
	}
	return spelled(ps)
}

// figures reads "7,000", "2.5", "200bn", "3rd".
func figures(w string) (v float64, ordinal, ok bool) {
	end := strings.IndexFunc(w, func(r rune) bool { return (r < '0' || r > '9') && r != ',' && r != '.' })
	if end < 0 {
		end = len(w)
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w[:end], ",", ""), 64)
	if err != nil {
		return 0, false, false
	}
	switch rest := w[end:]; rest {
	case "":
		return v, false, true
	case "st", "nd", "rd", "th":
		return v, true, true
	default:
		s := lexicon.Number(rest)
		return v * s.Value, false, s.Kind == lexicon.NumberScale
	}
}

// maxNumber is the most words a number is read from.
const maxNumber = 12

// spelled reads a number in words.
func spelled(ps []piece) (v float64, n int, ordinal bool) {
	var whole, part float64
	last := lexicon.NotNumber
	for n < min(len(ps), maxNumber) {
		w := lexicon.Number(ps[n].fold)
		if n == 0 && ps[0].fold == "a" && len(ps) > 1 && isLarge(ps[1].fold) {
			part, last, n = 1, lexicon.NumberUnit, 1
			continue
		}
		if ps[n].fold == "and" && (last == lexicon.NumberHundred || last == lexicon.NumberScale) && n+1 < len(ps) && isSmall(ps[n+1].fold) {
			n++
			continue
		}
		if len(ps[n].fold) < 3 || !follows(last, w.Kind) {
			break
		}
		switch w.Kind {
		case lexicon.NumberHundred:
			part = max(part, 1) * 100
		case lexicon.NumberScale:
			whole, part = whole+max(part, 1)*w.Value, 0
		default:
			part += w.Value
		}
		last, n = w.Kind, n+1
		if w.Kind == lexicon.NumberOrdinal {
			return whole + part, n, true
		}
	}
	return whole + part, n, false
}

// follows reports whether a number word of the one kind may stand behind one
// of the other in one number.
func follows(last, next lexicon.NumberKind) bool {
	switch next {
	case lexicon.NotNumber:
		return false
	case lexicon.NumberUnit, lexicon.NumberOrdinal:
		return last != lexicon.NumberUnit
	case lexicon.NumberTen:
		return last != lexicon.NumberUnit && last != lexicon.NumberTen
	case lexicon.NumberHundred:
		return last == lexicon.NumberUnit
	}
	return last != lexicon.NotNumber && last != lexicon.NumberScale
}

func isLarge(w string) bool {
	k := lexicon.Number(w).Kind
	return len(w) > 3 && (k == lexicon.NumberHundred || k == lexicon.NumberScale)
}

func isSmall(w string) bool {
	k := lexicon.Number(w).Kind
	return k == lexicon.NumberUnit || k == lexicon.NumberTen
}

// numberUnit reads the unit of a number that took the first n pieces.
func numberUnit(ps []piece, n int) (string, int) {
	rest := ps[n:]
	switch {
	case len(rest) > 0 && (rest[0].fold == "percent" || rest[0].fold == "pct"):
		return "%", 1
	case len(rest) > 1 && rest[0].fold == "per" && rest[1].fold == "cent":
		return "%", 2
	case ps[0].money != 0:
		return string(ps[0].money), 0
	case len(rest) > 0:
		if c, ok := currency(rest[0].fold); ok {
			return c, 1
		}
	}
	return "", 0
}

func currency(w string) (string, bool) {
	switch w {
	case "dollar", "dollars":
		return "$", true
	case "pound", "pounds":
		return "£", true
	case "euro", "euros":
		return "€", true
	}
	return "", false
}
