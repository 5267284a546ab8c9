package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed notname.txt
var notNameText string

//go:embed notnamephrase.txt
var thingText string

//go:embed orghead.txt
var orgHeadText string

type notNameBook struct {
	function, calendar, adjective, common, heads map[string]bool
}

var notNames = sync.OnceValue(func() notNameBook {
	s := sections(notNameText)
	return notNameBook{s["function"].set(), s["calendar"].set(), s["adjective"].set(), s["common"].set(), s["head"].set()}
})

// things returns the capitalised phrases that name nobody.
func things() []Known {
	var out []Known
	for line := range strings.Lines(thingText) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, Known{Name: line, Forms: []string{line}, Kind: KnownThing})
		}
	}
	return out
}

// FunctionWord reports whether the folded word w is grammar: articles,
// pronouns, prepositions, auxiliaries, numbers.
func FunctionWord(w string) bool { return notNames().function[w] }

// CalendarWord reports whether w, folded, is a month, weekday or feast.
func CalendarWord(w string) bool { return notNames().calendar[w] }

// GroupAdjective reports whether w, folded, is a religion, party, language or
// people that is no country's: printed with a capital, naming nobody.
func GroupAdjective(w string) bool { return notNames().adjective[w] }

// CommonWord reports whether the folded word w is everyday English, so that
// its capital at the head of a sentence says nothing.
func CommonWord(w string) bool {
	b := notNames()
	return b.common[w] || b.function[w] || b.calendar[w]
}

// ThingHead reports whether a capitalised phrase that ends in w, folded, is a
// thing and no person: "act", "awards", "revolution".
func ThingHead(w string) bool { return notNames().heads[w] }

type orgBook struct {
	heads, lower, places, placeFirst, described, suffixes, first map[string]bool
}

var orgHeads = sync.OnceValue(func() orgBook {
	s := sections(orgHeadText)
	return orgBook{s["head"].set(), s["lower"].set(), s["place"].set(), s["placefirst"].set(), s["lcorg"].set(), s["suffix"].set(), s["first"].set()}
})

// OrgHead reports whether a proper name that ends in w, folded, is an
// organisation's: "ministry", "university", "inc", "post-gazette".
func OrgHead(w string) bool { return orgHeads().heads[w] || PaperHead(w) }

var papers = sync.OnceValue(func() map[string]bool { return late()["paper"].set() })

// PaperHead reports whether w, folded, is the two names that one newspaper has
// from those it was made of: "post-gazette".
func PaperHead(w string) bool {
	a, b, ok := strings.Cut(w, "-")
	return ok && papers()[a] && papers()[b]
}

// OrgFirst reports whether a proper name that begins with w, folded, is an
// organisation's: "partido", "banco".
func OrgFirst(w string) bool { return orgHeads().first[w] }

// LowerOrg reports whether w, folded, its words joined by "-", makes an
// organisation of the name before it: "administration", "foreign-ministry".
func LowerOrg(w string) bool { return orgHeads().lower[w] }

// PlaceHead reports whether a proper name that ends in w, folded, is a place's.
func PlaceHead(w string) bool { return orgHeads().places[w] }

// PlaceFirst reports whether a proper name that begins with w, folded, is
// often a place's: "mount", "lake", "san".
func PlaceFirst(w string) bool { return orgHeads().placeFirst[w] }

// OrgNoun reports whether the lower-case noun w before a name says that it is
// an organisation's: "carmaker", "newspaper".
func OrgNoun(w string) bool { return orgHeads().described[w] }

// OrgSuffix reports whether w, folded, may be left off the end of a company's
// name.
func OrgSuffix(w string) bool { return orgHeads().suffixes[w] }
