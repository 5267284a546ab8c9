package link

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/corpus/annotate"
	"verbatim/corpus/lexicon"
)

// isTelling reports whether the name of a body, whose key is key, is the same
// one's wherever it is printed. "Health Department" is not.
func isTelling(name, key string) bool {
	if annotate.IsKnownName(key) || annotate.IsNationalBody(name) {
		return true
	}
	ws := strings.Fields(key)
	isRun := len(ws) == 2 && (ws[1] == "administration" || ws[1] == "campaign")
	if isRun && lexicon.GroupAdjective(ws[0]) {
		return false
	}
	for _, w := range ws {
		if !lexicon.CommonWord(w) && !lexicon.OrgHead(w) {
			return true
		}
	}
	n := contentWords(ws)
	if slices.ContainsFunc(ws, lexicon.OrgHead) {
		n--
	}
	switch {
	case key == "west wing":
		return true
	case isRun:
		return isSurnameOf(name)
	case n < 1:
		return false
	case isChamber(ws[0]) && ws[len(ws)-1] == "committee":
		return true
	case isLocal(ws):
		return n > 2
	}
	return n > 1 || isSingular(ws[len(ws)-1])
}

// isChamber reports whether w, folded, begins the names of the committees of a
// country's parliament.
func isChamber(w string) bool { return w == "house" || w == "senate" || w == "joint" }

// isSingular reports whether a body of the kind w, folded, is the only one of its
// name, however everyday: "Tide Institute".
func isSingular(w string) bool {
	switch w {
	case "institute", "foundation", "bureau", "university", "journal", "review", "fund", "academy":
		return true
	}
	return false
}

// isSurnameOf reports whether a name in two words, "Field administration", is
// of somebody's administration or campaign: the first has a capital and says
// neither when nor of which kind it is.
func isSurnameOf(name string) bool {
	ws := strings.Fields(strings.TrimPrefix(name, "the "))
	if len(ws) != 2 || !unicode.IsUpper([]rune(ws[0])[0]) || unicode.IsUpper([]rune(ws[1])[0]) {
		return false
	}
	low := strings.ToLower(ws[0])
	return !lexicon.GroupAdjective(low) && !lexicon.RoleModifier(low) && !lexicon.RoleHead(low) && !lexicon.OrgHead(low)
}

// contentWords counts the words of a key that are not mere grammar.
func contentWords(ws []string) int {
	n := 0
	for _, w := range ws {
		if !lexicon.FunctionWord(w) {
			n++
		}
	}
	return n
}

// isLocal reports whether a key is of a body such as each country, state or
// town has: "public health department", "city planning commission".
func isLocal(ws []string) bool {
	for _, w := range ws {
		switch w {
		case "department", "ministry", "court", "courts", "committee", "subcommittee", "police", "office", "district", "school", "schools", "assembly", "division", "embassy", "board", "commission", "authority", "delegation", "county", "city", "state", "local", "fire", "hospital":
			return true
		}
	}
	return false
}
