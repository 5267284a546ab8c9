package load

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	shingleLen = 4  // words
	minShared  = 75 // per cent of a line's shingles that make it the article's
)

// bodyLines reports for each line of a page whether it is part of the main
// text. All are false if there is none.
func bodyLines(s string, lines []line, main []string) []bool {
	out := make([]bool, len(lines))
	exact, shingles := map[uint64]bool{}, map[uint64]bool{}
	for _, l := range main {
		ws := wordHashes(l)
		exact[combine(ws)] = true
		for i := 0; i+shingleLen <= len(ws); i++ {
			shingles[combine(ws[i:i+shingleLen])] = true
		}
	}
	for i, l := range lines {
		ws := wordHashes(l.In(s))
		out[i] = len(ws) >= shingleLen && (exact[combine(ws)] || shared(ws, shingles))
	}
	addShort(s, lines, out, exact)
	addSiblings(s, lines, out)
	return out
}

// shared reports whether most of a line's shingles are in the set.
func shared(ws []uint64, set map[uint64]bool) bool {
	hits, n := 0, len(ws)-shingleLen+1
	for i := range n {
		if set[combine(ws[i:i+shingleLen])] {
			hits++
		}
	}
	return hits*100 >= n*minShared
}

// addShort adds lines of a few words that stand between others of the main
// text, as its subheads do.
func addShort(s string, lines []line, body []bool, exact map[uint64]bool) {
	from, to := bounds(body)
	for i := from; i < to; i++ {
		ws := wordHashes(lines[i].In(s))
		if len(ws) > 0 && len(ws) < shingleLen && exact[combine(ws)] {
			body[i] = true
		}
	}
}

// bounds returns the first line of the main text and the one after its last.
func bounds(body []bool) (from, to int) {
	from = len(body)
	for i, b := range body {
		if b {
			from, to = min(from, i), i+1
		}
	}
	return from, to
}

// addSiblings adds paragraphs that were passed over although they stand
// beside others of the main text in the same element, between them.
func addSiblings(s string, lines []line, body []bool) {
	members := map[*html.Node]int{}
	for i, l := range lines {
		if body[i] && isParagraph(l.node) {
			members[l.node.Parent]++
		}
	}
	from, to := bounds(body)
	for i := from; i < to; i++ {
		l := lines[i]
		if !body[i] && !l.caption && isParagraph(l.node) && members[l.node.Parent] > 1 && isProse(l.In(s)) {
			body[i] = true
		}
	}
}

func isParagraph(n *html.Node) bool { return n != nil && n.DataAtom == atom.P }

// isProse reports whether a line reads as sentences.
func isProse(s string) bool {
	return len(s) > 40 && strings.ContainsAny(s[len(s)-4:], ".!?\"”’'")
}

const (
	hashBase  = 14695981039346656037
	hashPrime = 1099511628211
)

// wordHashes returns a hash for each run of letters and digits, case folded.
func wordHashes(s string) []uint64 {
	out := make([]uint64, 0, len(s)/6+1)
	h, in := uint64(hashBase), false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			h, in = (h^uint64(unicode.ToLower(r)))*hashPrime, true
			continue
		}
		if in {
			out = append(out, h)
		}
		h, in = hashBase, false
	}
	if in {
		out = append(out, h)
	}
	return out
}

func combine(hs []uint64) uint64 {
	h := uint64(hashBase)
	for _, v := range hs {
		h = (h ^ v) * hashPrime
		h ^= h >> 29
	}
	return h
}
