package cell

import (
	"math/rand/v2"
	"strings"
)

var alphabets = []string{
	"abcdefghij ", "äöüéß ", "ажзий ", "שלום ", "سلام‌ ", "日本語港 ", "한국어 ", "हिन्दी क्षि ", "ไทยน้ำ ",
	"👩‍🚀👍🏽🇺🇦❤️ ", "\x1b[31m\x07\x00\x7f\u009b", "\u202e\u2066\u200b\u200d\ufeff", "e\u0301\u0308 ", "“”‘’—–… ", "\n\t\r ", "\xff\xc3\xe2\x82", "ｱﾞﾊ ",
}

// Sample returns n characters of several scripts, ill-formed ones among them.
func Sample(rnd *rand.Rand, n int) string {
	var b strings.Builder
	for b.Len() < n*2 {
		rs := alphabets[rnd.IntN(len(alphabets))]
		for range 1 + rnd.IntN(8) {
			i := rnd.IntN(len(rs))
			b.WriteString(rs[i:min(i+1+rnd.IntN(6), len(rs))])
		}
	}
	return b.String()
}
