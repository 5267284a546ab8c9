package lexicon

import "strings"

// NameKey returns a key under which the spellings that transliteration gives
// one family or given name fall together: "zelenskiy", "zelensky" and
// "zelenskyy", "sergei" and "sergey". The word w is folded. Keys are for
// comparing names, never for showing.
func NameKey(w string) string {
	b := make([]byte, 0, len(w))
	for i := 0; i < len(w); {
		to, n := nameLetters(w[i:], len(b) == 0)
		b = appendSingle(b, to)
		i += n
	}
	if n := len(b); n > 2 && b[n-1] == 'i' && b[n-2] == 'i' {
		b = b[:n-1]
	}
	return string(b)
}

// appendSingle appends s to b, a letter said twice once.
func appendSingle(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		if len(b) == 0 || b[len(b)-1] != s[i] {
			b = append(b, s[i])
		}
	}
	return b
}

// nameLetters returns what the letters at the head of s are written as in a
// key, and how many bytes of s that takes.
func nameLetters(s string, first bool) (string, int) {
	for _, f := range nameFolds {
		if strings.HasPrefix(s, f[0]) {
			return f[1], len(f[0])
		}
	}
	if first && strings.HasPrefix(s, "ye") {
		return "e", 2
	}
	switch s[0] {
	case 'y', 'j':
		return "i", 1
	case 'w':
		return "v", 1
	case 'q':
		return "k", 1
	case '\'', '-', '.':
		return "", 1
	}
	return s[:1], 1
}

// nameFolds are letters that transliterations write in several ways. Longer
// ones stand before their parts.
var nameFolds = [][2]string{
	{"ł", "l"}, {"ø", "o"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ß", "s"}, {"æ", "a"}, {"œ", "o"}, {"ı", "i"}, {"’", ""}, {"ʼ", ""},
	{"skiy", "ski"}, {"skyy", "ski"}, {"skyi", "ski"}, {"skii", "ski"}, {"skij", "ski"}, {"ckij", "cki"},
	{"iy", "i"}, {"yy", "i"}, {"yi", "i"}, {"ij", "i"}, {"ii", "i"}, {"jj", "i"},
	{"kh", "h"}, {"gh", "g"}, {"dh", "d"}, {"ph", "f"}, {"ck", "k"}, {"tz", "c"}, {"ts", "c"}, {"dj", "j"}, {"dzh", "j"},
	{"oo", "u"}, {"ou", "u"}, {"ee", "i"}, {"ue", "u"}, {"oe", "o"}, {"ae", "a"}, {"ks", "x"},
}
