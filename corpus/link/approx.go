package link

import (
	"math"
	"strconv"
	"strings"
)

// figureOf is a number and its unit; the value is 0 for what is none.
type figureOf struct {
	value float64
	unit  string
}

// readFigure returns the number that a token is.
func readFigure(t *token) figureOf {
	digits, ok := strings.CutPrefix(t.key, "#")
	if !t.number || !ok {
		return figureOf{}
	}
	end := strings.IndexFunc(digits, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if end < 0 {
		end = len(digits)
	}
	v, err := strconv.ParseFloat(digits[:end], 64)
	if err != nil {
		return figureOf{}
	}
	return figureOf{v, digits[end:]}
}

// roughly is how far a round figure may be from the exact one it stands for.
const roughly = 0.04

// rounds reports whether f is a rounder figure for o: "more than $700 billion"
// for "$716 billion", "about 40 percent" for "39 percent".
func (f figureOf) rounds(o figureOf) bool {
	if f.unit != o.unit || f.value < 20 || math.Abs(f.value-o.value) > roughly*o.value {
		return false
	}
	return digits(f.value) < digits(o.value)
}

// telltaleUnit reports whether a figure is one that hardly another is near by
// chance: a sum of money or a share.
func telltaleUnit(f figureOf) bool { return f.unit != "" && f.unit != "th" }

// digits counts the digits of a figure without the noughts behind them.
func digits(v float64) int {
	s := strings.TrimRight(strconv.FormatFloat(v, 'f', -1, 64), "0")
	return len(strings.Trim(strings.ReplaceAll(s, ".", ""), "0"))
}

// figures adds the stem of a number.
func (g *gists) figures(to []int32, stem int32) []int32 {
	if g.figure[stem].value > 0 {
		return append(to, stem)
	}
	return to
}

// round adds to a likeness the figures of which one is a rounder one for the
// other.
func (g *gists) round(l *likeness, ns, ms []int32) {
	for _, n := range ns {
		for _, m := range ms {
			if x, y := g.figure[n], g.figure[m]; x.rounds(y) || y.rounds(x) {
				l.shared += familyShare
				l.stems++
				l.plain++
				l.number = l.number || telltaleUnit(x)
			}
		}
	}
}
