package tag

import (
	"math/bits"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// NameWord is a token made ready for [NameFeatures].
type NameWord struct {
	Open bool // can be part of a name

	lower, shape, tail3, head3, tail2 uint32
	pos                               uint32
	flags                             wordFlags
	known                             uint32 // how it stands in a known name, 0 if it does not
	upper                             bool
	run                               int // 1 + index of its run of capitals, 0 if in none
}

// nameReach is how far from a capital a word can be and still be part of a
// name: "Bank of the West".
const nameReach = 2

// NameWords makes the tokens of a sentence ready.
func NameWords(src string, tokens []text.Token, pos []PartOfSpeech) []NameWord {
	out := make([]NameWord, len(tokens))
	low := make([]string, len(tokens))
	for i, k := range tokens {
		w := k.In(src)
		low[i] = Lowered(w)
		out[i] = NameWord{
			lower: hashOf(low[i]), shape: wordShape(w), tail3: hashOf(tail(low[i], 3)), tail2: hashOf(tail(low[i], 2)), head3: hashOf(head(low[i], 3)),
			pos: hashOf(string(pos[i])), upper: isUpperWord(w, k),
		}
		if k.Kind <= text.Upper {
			out[i].flags = flagsOf(low[i], out[i].upper)
		}
	}
	markKnown(out, low)
	openWords(out)
	return out
}

// isUpperWord reports whether a token can begin a name by its print: a capital
// in it, or a script without case.
func isUpperWord(w string, k text.Token) bool {
	if k.Kind == text.Upper {
		return !isDay(w)
	}
	if k.Kind != text.Lower && k.Kind != text.Number {
		return false
	}
	for i := 0; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' {
			return true
		}
	}
	return false
}

// isDay reports whether w is a weekday: its capital begins no name.
func isDay(w string) bool {
	return strings.HasSuffix(w, "day") && lexicon.CalendarWord(strings.ToLower(w))
}

func markKnown(ws []NameWord, low []string) {
	for i := 0; i < len(ws); {
		n := 0
		if ws[i].upper {
			m, kind := matchKnown(low, i)
			for n < m {
				ws[i+n].known = 1 + uint32(kind)*3 + uint32(min(n, 1))
				n++
			}
		}
		i += max(n, 1)
	}
}

// openWords lets every capitalised word be part of a name, and what stands
// between two of them.
func openWords(ws []NameWord) {
	last, run := -nameReach-2, 0
	for i := range ws {
		if !ws[i].upper {
			continue
		}
		if i-last-1 <= nameReach {
			for k := max(last, 0); k < i; k++ {
				ws[k].Open = true
			}
		}
		if last != i-1 {
			run++
		}
		ws[i].Open, ws[i].run = true, run
		last = i
	}
}

func nameAt(ws []NameWord, i int) *NameWord {
	if i < 0 || i >= len(ws) {
		return &outsideName
	}
	return &ws[i]
}

var outsideName = NameWord{lower: 1, shape: 1, pos: 1} // before the first token and after the last

// run returns the run of capitals [lo, hi) that token i stands in.
func runOf(ws []NameWord, i int) (lo, hi int) {
	lo, hi = i, i+1
	if ws[i].run == 0 {
		return lo, hi
	}
	for lo > 0 && ws[lo-1].run == ws[i].run && i-lo < 8 {
		lo--
	}
	for hi < len(ws) && ws[hi].run == ws[i].run && hi-i < 8 {
		hi++
	}
	return lo, hi
}

// NameFeatures appends the features of token i.
func NameFeatures(buf []uint32, ws []NameWord, i int) []uint32 {
	w, l, r, l2, r2 := &ws[i], nameAt(ws, i-1), nameAt(ws, i+1), nameAt(ws, i-2), nameAt(ws, i+2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	lo, hi := runOf(ws, i)
	before, after, head := nameAt(ws, lo-1), nameAt(ws, hi), nameAt(ws, hi-1)
	place := uint32(min(i-lo, 3))<<4 | uint32(min(hi-1-i, 3))
	buf = append(buf,
		feature(0).sum(),
		feature(1).mix(w.lower).sum(),
		feature(2).mix(l.lower).sum(),
		feature(3).mix(r.lower).sum(),
		feature(4).mix(l2.lower).sum(),
		feature(5).mix(r2.lower).sum(),
		feature(6).mix(l.lower).mix(w.lower).sum(),
		feature(7).mix(w.lower).mix(r.lower).sum(),
		feature(8).mix(w.shape).mix(first).sum(),
		feature(9).mix(l.shape).mix(w.shape).mix(r.shape).sum(),
		feature(10).mix(w.tail3).sum(),
		feature(11).mix(w.head3).sum(),
		feature(12).mix(w.tail2).sum(),
		feature(13).mix(w.pos).sum(),
		feature(14).mix(l.pos).mix(w.pos).sum(),
		feature(15).mix(w.pos).mix(r.pos).sum(),
		feature(16).mix(l.pos).mix(w.pos).mix(r.pos).sum(),
		feature(17).mix(w.pos).mix(w.shape).mix(first).sum(),
		feature(18).mix(w.known).mix(first).sum(),
		feature(19).mix(w.known).mix(l.known).mix(r.known).sum(),
		feature(20).mix(place).sum(),
		feature(21).mix(head.lower).mix(place).sum(),
		feature(22).mix(ws[lo].lower).mix(place).sum(),
		feature(23).mix(before.lower).mix(place).sum(),
		feature(24).mix(after.lower).mix(place).sum(),
		feature(25).mix(uint32(head.flags)).mix(place).sum(),
		feature(26).mix(uint32(before.flags)).mix(place).sum(),
		feature(27).mix(uint32(after.flags)).mix(place).sum(),
		feature(28).mix(uint32(w.flags)).mix(first).sum(),
		feature(29).mix(uint32(w.flags)).mix(uint32(r.flags)).sum(),
		feature(30).mix(uint32(l.flags)).mix(uint32(w.flags)).sum(),
		feature(31).mix(l2.lower).mix(l.lower).sum(),
		feature(32).mix(r.lower).mix(r2.lower).sum(),
		feature(33).mix(before.pos).mix(after.pos).mix(place).sum(),
	)
	return flagFeatures(buf, w, l, r, head, place, first)
}

// flagFeatures appends a feature for each thing the lexicon knows of the word,
// its neighbours and the last word of its run.
func flagFeatures(buf []uint32, w, l, r, head *NameWord, place, first uint32) []uint32 {
	for f := w.flags; f != 0; f &= f - 1 {
		buf = append(buf, feature(40).mix(uint32(bits.TrailingZeros32(uint32(f)))).mix(first).sum())
	}
	for f := l.flags; f != 0; f &= f - 1 {
		buf = append(buf, feature(41).mix(uint32(bits.TrailingZeros32(uint32(f)))).sum())
	}
	for f := r.flags; f != 0; f &= f - 1 {
		buf = append(buf, feature(42).mix(uint32(bits.TrailingZeros32(uint32(f)))).sum())
	}
	for f := head.flags; f != 0; f &= f - 1 {
		buf = append(buf, feature(43).mix(uint32(bits.TrailingZeros32(uint32(f)))).mix(place).sum())
	}
	return buf
}
