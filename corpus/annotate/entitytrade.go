package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// isTradeWord reports whether w, folded, behind a name makes the name of a
// company or club of it: "Venn Marine", "Venn Athletic".
func isTradeWord(w string) bool {
	if isClubWord(w) {
		return true
	}
	switch w {
	case "marine", "water", "shipping", "lines", "ferries", "freight", "haulage", "trucking", "couriers", "rail", "railway", "mining", "minerals", "metals", "chemical", "chemicals", "plastics", "textiles", "tobacco", "brewing", "distillers", "dairies",
		"assurance", "mutual", "realty", "construction", "contractors", "builders", "engineering", "architects", "consultants", "analytics", "dynamics", "genetics", "genomics", "diagnostics", "pharma", "sciences", "instruments", "wireless", "mobile", "interactive",
		"apparel", "footwear", "outfitters", "beverages", "pharmacy", "cruises", "utilities", "telecoms", "international", "global", "worldwide", "strategies", "polling", "insights":
		return true
	}
	return false
}

// isClubWord reports whether w, folded, ends the names of sports clubs and is
// no family name.
func isClubWord(w string) bool {
	switch w {
	case "athletic", "united", "rovers", "wanderers", "fc", "afc", "cf", "rfc", "albion", "hotspur", "argyle", "rugby":
		return true
	}
	return false
}

// isTrade reports whether the run [i, j) is a name with a word for a trade or a
// club behind it, and no adjective of a noun that follows.
func (s *nameScan) isTrade(i, j int) bool {
	last := s.low(j - 1)
	if j-i < 2 || lexicon.CommonWord(s.low(i)) || s.everyday(i) || s.isTitle(i) || lexicon.GroupAdjective(s.low(i)) {
		return false
	}
	if _, given := lexicon.GivenName(s.low(i)); given && !isClubWord(last) {
		return false
	}
	if !isTradeWord(last) && !(isTownClub(last) && j-i == 2 && s.low(i-1) != "in" && s.isMatchReport()) {
		return false
	}
	return !s.isNounAt(j) || lexicon.RoleHead(s.low(j))
}

// isNounAt reports whether the token at i is read as a noun in lower case.
func (s *nameScan) isNounAt(i int) bool {
	return i < len(s.tokens) && s.tokens[i].Kind == text.Lower && strings.HasPrefix(string(s.tagged.pos[i]), "NN")
}

// isTownClub reports whether w, folded, ends the names of towns and, in reports
// of matches, of their clubs.
func isTownClub(w string) bool { return w == "city" || w == "town" || w == "county" }

// isMatchReport reports whether the article uses several of the words that
// reports on sports clubs have.
func (s *nameScan) isMatchReport() bool {
	n := 0
	for _, w := range [...]string{"midfielder", "striker", "goalkeeper", "defender", "winger", "coach", "league", "goal", "goals", "fans", "match", "squad", "season", "relegation", "relegated", "trophy", "cup", "kick-off", "penalty", "manager", "club"} {
		if s.lowers[w] > 0 {
			n++
		}
	}
	return n >= 4
}

// isNation reports whether w, folded, is the name of a land by its adjective,
// which the article prints too: "Venna" beside "Vennan", "Venne" beside
// "Vennian".
func (s *nameScan) isNation(w string) bool {
	if len(w) < 4 || isFamily(w) {
		return false
	}
	if stem, ok := strings.CutSuffix(w, "e"); ok {
		return s.printed(stem + "ian")
	}
	return strings.HasSuffix(w, "a") && s.printed(w+"n")
}

// isNationAdjective reports whether w, folded, is the adjective of a land that
// the article names.
func (s *nameScan) isNationAdjective(w string) bool {
	stem, ok := strings.CutSuffix(w, "n")
	if !ok || len(stem) < 4 || isFamily(w) {
		return false
	}
	if strings.HasSuffix(stem, "a") && s.printed(stem) {
		return true
	}
	stem, ok = strings.CutSuffix(stem, "ia")
	return ok && s.printed(stem+"e")
}

// printed reports whether the article prints w, folded, with a capital of its
// own.
func (s *nameScan) printed(w string) bool { return s.capitals[w] > 0 }

// isTeam reports whether the run [i, j) is a place's name with a plural behind
// it that is no everyday word, as teams are called: "the Port Venn Gulls".
func (s *nameScan) isTeam(i, j int) bool {
	last := s.low(j - 1)
	return j-i > 2 && lexicon.PlaceFirst(s.low(i)) && strings.HasSuffix(last, "s") && len(last) > 4 && !lexicon.PlaceHead(last) && !lexicon.CommonWord(last) && (s.precededByThe(i) || s.isMatchReport())
}
