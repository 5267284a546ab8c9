package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed body.txt
var bodyText string

var speaking = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.Lines(bodyText) {
		if w = strings.TrimSpace(w); w != "" && w[0] != '#' {
			out[w] = true
		}
	}
	return out
})

// Speaks reports whether a noun, in lower case, names a body, paper or screen
// that can be said to speak: "ministry", "newspapers", "ruling".
func Speaks(w string) bool {
	b := speaking()
	switch {
	case b[w]:
		return true
	case strings.HasSuffix(w, "ies"):
		return b[w[:len(w)-3]+"y"]
	case strings.HasSuffix(w, "s"):
		return b[w[:len(w)-1]] || strings.HasSuffix(w, "es") && b[w[:len(w)-2]]
	}
	return false
}
