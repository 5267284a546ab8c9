package link

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed family.txt
var familyText string

// families maps the stem of a word to the family that reports swap it within; a
// word of two families is of the first.
var families = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	st := stemmer{}
	for line := range strings.Lines(familyText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		ws := strings.Fields(line)
		for _, w := range ws {
			if k := st.stem(w); out[k] == "" {
				out[k] = "~" + ws[0]
			}
		}
	}
	return out
})

// family returns what stands for a stem among words of its meaning.
func family(stem string) string {
	if f := families()[stem]; f != "" {
		return f
	}
	return stem
}
