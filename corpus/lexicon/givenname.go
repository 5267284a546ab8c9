package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed givenname.txt
var givenText string

//go:embed givennick.txt
var nickText string

//go:embed givenfamily.txt
var familyText string

type givenBook struct {
	names    map[string]Gender
	nicks    map[string][]string
	families map[string]bool
}

var givens = sync.OnceValue(func() givenBook {
	s := sections(givenText)
	b := givenBook{names: s["m"].withGender(Male), nicks: map[string][]string{}, families: map[string]bool{}}
	for _, w := range s["f"] {
		if g, ok := b.names[w]; ok && g == Male {
			b.names[w] = Unsaid
			continue
		}
		b.names[w] = Female
	}
	addGender(b.names, s["any"], Unsaid)
	addGender(b.names, late()["f"], Female)
	for line := range strings.Lines(nickText) {
		if f := strings.Fields(line); len(f) > 1 && f[0] != "#" {
			b.nicks[f[0]] = f[1:]
		}
	}
	for line := range strings.Lines(familyText) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				b.families[w] = true
			}
		}
	}
	return b
})

// GivenName reports whether the folded word w is a common given name, and the
// gender it mostly goes with.
func GivenName(w string) (Gender, bool) {
	g, ok := givens().names[w]
	return g, ok
}

// FamilyFirst reports whether the folded word w is a family name that stands
// before the given name: Chinese, Korean, Vietnamese.
func FamilyFirst(w string) bool { return givens().families[w] }

// SameGiven reports whether two folded given names can be the same person's:
// one is a short form of the other, or both of a third.
func SameGiven(a, b string) bool {
	n := givens().nicks
	if a == b || slices.Contains(n[a], b) || slices.Contains(n[b], a) {
		return true
	}
	for _, x := range n[a] {
		if slices.Contains(n[b], x) {
			return true
		}
	}
	return false
}
