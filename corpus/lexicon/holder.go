package lexicon

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed holder.txt
var holderText string

// seat is an office with a family name.
type seat struct{ office, family string }

// holder is whom an office with a family name means: the given names, and the
// year of the death, 0 for most.
type holder struct {
	given []string
	died  int
}

// famous is the family names of the well-known holders of an office in the time
// of today's articles.
var famous = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for s, h := range holders() {
		out[s.family] = out[s.family] || h.died == 0
	}
	return out
})

// FamousFamily reports whether w, folded, is the family name of a well-known
// head of state or government, who may go by it alone.
func FamousFamily(w string) bool { return famous()[NameKey(w)] }

var holders = sync.OnceValue(func() map[seat]holder {
	out := map[seat]holder{}
	office := ""
	for line := range strings.Lines(holderText) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0 || f[0] == "#":
		case f[0][0] == '[':
			office = strings.Trim(f[0], "[]")
		default:
			h := holder{given: f[1:]}
			if year, err := strconv.Atoi(f[len(f)-1]); err == nil {
				h.given, h.died = f[1:len(f)-1], year
			}
			out[seat{office, NameKey(f[0])}] = h
		}
	}
	return out
})

// IsHolder reports whether somebody of the folded given names can be the
// well-known holder of an office with that family name, "president" and
// "minister" for a prime minister; known is false if there is no such holder,
// and anybody can.
func IsHolder(office, family string, given []string) (is, known bool) {
	h := holders()[seat{office, NameKey(family)}]
	return len(h.given) == 0 || h.isOf(given), len(h.given) > 0
}

// isOf reports whether one of the folded given names is the holder's.
func (h holder) isOf(given []string) bool {
	return slices.ContainsFunc(given, func(w string) bool {
		return slices.ContainsFunc(h.given, func(n string) bool {
			return NameKey(n) == NameKey(w) || SameGiven(n, w) || len(w) == 1 && w[0] == n[0] || strings.HasPrefix(w, n+"-")
		})
	})
}

// LatePresident returns the year in which the well-known president of the folded
// names died, 0 if there is none or that is not known: who holds an office in
// an article of a later year is another of that name.
func LatePresident(given, family string) int {
	h := holders()[seat{"president", NameKey(family)}]
	if h.died == 0 || !h.isOf([]string{given}) {
		return 0
	}
	return h.died
}
