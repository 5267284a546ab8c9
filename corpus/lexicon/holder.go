package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed holder.txt
var holderText string

// seat is an office with a family name.
type seat struct{ office, family string }

var holders = sync.OnceValue(func() map[seat][]string {
	out := map[seat][]string{}
	office := ""
	for line := range strings.Lines(holderText) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0 || f[0] == "#":
		case f[0][0] == '[':
			office = strings.Trim(f[0], "[]")
		default:
			out[seat{office, NameKey(f[0])}] = f[1:]
		}
	}
	return out
})

// IsHolder reports whether somebody of the folded given names can be the
// well-known holder of an office with that family name, "president" and
// "minister" for a prime minister; known is false if there is no such holder,
// and anybody can.
func IsHolder(office, family string, given []string) (is, known bool) {
	names := holders()[seat{office, NameKey(family)}]
	if len(names) == 0 {
		return true, false
	}
	return slices.ContainsFunc(given, func(w string) bool {
		return slices.ContainsFunc(names, func(n string) bool {
			return NameKey(n) == NameKey(w) || SameGiven(n, w) || len(w) == 1 && w[0] == n[0] || strings.HasPrefix(w, n+"-")
		})
	}), true
}
