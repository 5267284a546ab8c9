package tag

import (
	"strings"
	"unicode/utf8"
)

// hash is the number of a feature: its kind and its parts mixed. Two features
// that share a number are taken for one, which 32 bits make rare.
type hash uint32

const (
	golden    hash   = 0x9e3779b1
	fnvOffset uint32 = 2166136261
	fnvPrime  uint32 = 16777619
)

// feature begins a feature of kind n.
func feature(n uint8) hash { return (hash(n) + 1) * golden }

// mix adds a part.
func (h hash) mix(v uint32) hash {
	h = (h ^ hash(v)) * golden
	return h ^ h>>15
}

// sum ends a feature; 0 marks an empty slot and is no feature.
func (h hash) sum() uint32 {
	h = (h ^ h>>13) * 0x85ebca6b
	if h ^= h >> 16; h == 0 {
		return 1
	}
	return uint32(h)
}

// hashOf is FNV-1a of a string.
func hashOf(s string) uint32 {
	h := fnvOffset
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

// tail returns the last n bytes of s, on a rune boundary.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && s[i]&0xc0 == 0x80 {
		i++
	}
	return s[i:]
}

// head returns the first n bytes of s, on a rune boundary.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}

// wordShape says how a word is printed: letters as A and a, digits as 0, runs
// once, the rest as it is.
func wordShape(s string) uint32 {
	h, last := fnvOffset, byte(0)
	for n, r := range s {
		c := byte('x')
		switch {
		case 'a' <= r && r <= 'z':
			c = 'a'
		case 'A' <= r && r <= 'Z':
			c = 'A'
		case '0' <= r && r <= '9':
			c = '0'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if c != last {
			h = (h ^ uint32(c)) * fnvPrime
		}
		if last = c; n > 40 {
			break
		}
	}
	return h
}

// Lowered returns w in lower case, marks and apostrophes written the one way
// the training text does.
func Lowered(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '`' || c == '\'' || c == '-' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	return strings.ToLower(normal(w))
}

func normal(w string) string {
	switch w {
	case "“", "”", "``", "''", "«", "»", "„":
		return `"`
	case "–", "—", "--":
		return "-"
	}
	if strings.ContainsAny(w, "’ʼ") {
		return strings.NewReplacer("’", "'", "ʼ", "'").Replace(w)
	}
	return w
}
