package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// BodyKey returns a key under which the forms of one organisation's or place's
// name fall together: without "the" and the company form, its words in one
// order and one spelling ("Department of Health", "Health Department"), and
// with the country of a public body by its name however it is given: "China's
// ministry of commerce", "the Chinese commerce ministry", "Commerce Ministry
// of China". Keys are for comparing, never for showing.
func BodyKey(name string) string {
	if k := loneKnown(name); k != nil {
		return knownKey(k)
	}
	ws := bodyWords(name)
	country := ""
	if len(ws) > 1 {
		country, ws = takeCountry(ws)
	}
	if c := circuit(ws); c != "" {
		return c
	}
	if k := slices.Index(ws, "revolutionary"); k >= 0 && k+1 < len(ws) && (ws[k+1] == "guard" || ws[k+1] == "guards") {
		return "revolutionary guards"
	}
	ws = runFor(ws)
	for len(ws) > 1 && lexicon.OrgSuffix(ws[len(ws)-1]) {
		ws = ws[:len(ws)-1]
		if k := loneKnown(strings.Join(ws, " ")); k != nil {
			return strings.ToLower(k.Name)
		}
	}
	ws = ofChamber(portfolio(turnOffice(inOneSpelling(ws))))
	key := strings.Join(ws, " ")
	if country == "" || country == "United States" && len(ws) > 1 {
		return key
	}
	return strings.ToLower(country) + " " + key
}

// bodyWords returns the folded words of a name, without "the" and the
// possessive.
func bodyWords(name string) []string {
	f := newKnownForm(name, nil)
	var out []string
	for _, t := range f.tokens {
		switch t.low {
		case "the", "'s", "’s", ",", ".", "(", ")", "'", "’":
		case "dept":
			out = append(out, "department")
		default:
			out = append(out, t.low)
		}
	}
	return out
}

// inOneSpelling returns words spelt as one house does, compounds apart.
func inOneSpelling(ws []string) []string {
	out := make([]string, 0, len(ws))
	for _, w := range ws {
		for part := range strings.SplitSeq(w, "-") {
			out = append(out, lexicon.Spelling(part))
		}
	}
	return out
}

// takeCountry splits the country of a body off its name: a country or, of a
// public body, its adjective at the head, or "of" the country at the end.
func takeCountry(ws []string) (string, []string) {
	public := slices.ContainsFunc(ws, isPublicKind)
	if country, rest := headCountry(ws, public); country != "" {
		return country, rest
	}
	if !public {
		return "", ws
	}
	for k := 1; k+1 < len(ws); k++ {
		if ws[k] != "of" {
			continue
		}
		if c := wholeCountry(ws[k+1:]); c != "" {
			return c, ws[:k]
		}
	}
	return "", ws
}

func headCountry(ws []string, public bool) (string, []string) {
	if len(ws) > 2 {
		two := ws[0] + " " + ws[1]
		if d, ok := lexicon.Demonym(two); ok {
			return d, ws[2:]
		}
		if k := loneCountry(two); k != "" {
			return k, ws[2:]
		}
	}
	if d, ok := lexicon.Demonym(ws[0]); ok && (public && ws[0] != "american" || d == "United States" && ws[0] != "american") {
		return d, ws[1:]
	}
	if k := loneCountry(ws[0]); k != "" {
		return k, ws[1:]
	}
	return "", ws
}

// wholeCountry returns the country that words are the name of, in full as
// states write it: "people republic of china"; empty if they are none's.
func wholeCountry(ws []string) string {
	if k := slices.Index(ws, "of"); k > 0 && ws[0] == "people" {
		ws = ws[k+1:]
	}
	for len(ws) > 1 {
		switch ws[0] {
		case "republic", "federal", "democratic", "islamic", "kingdom", "socialist", "arab", "state", "of":
			if c := loneCountry(strings.Join(ws, " ")); c != "" {
				return c
			}
			ws = ws[1:]
			continue
		}
		break
	}
	if len(ws) == 2 && ws[1] == "federation" {
		if d, ok := lexicon.Demonym(ws[0]); ok {
			return d
		}
	}
	return loneCountry(strings.Join(ws, " "))
}

// isPublicKind reports whether w, folded, in a name makes it that of a body of
// which each country or town has its own.
func isPublicKind(w string) bool {
	switch w {
	case "ministry", "department", "government", "parliament", "army", "navy", "military", "police", "court", "embassy", "consulate", "cabinet", "presidency", "regime", "forces", "senate", "legislature", "congress", "intelligence", "prosecutor", "treasury", "central", "party", "coastguard":
		return true
	}
	return false
}

// turnOffice puts the words of an office's name in one order: "department of
// health" as "health department", "senate committee on health" as "senate
// health committee".
func turnOffice(ws []string) []string {
	k := slices.IndexFunc(ws, func(w string) bool { return w == "of" || w == "on" })
	if k < 1 || k+1 >= len(ws) || !turns(ws[k-1], ws[k]) || ws[k-1] == "university" && lexicon.State(strings.Join(ws[k+1:], " ")) != "" {
		return ws // "University of Venn" is not Venn University in all lands
	}
	before, head, of := ws[:k-1], ws[k-1], ws[k+1:]
	out := make([]string, 0, len(ws))
	if ws[k] == "of" && len(before) > 0 && isLocalKind(before[0]) {
		out = append(append(out, of...), before...)
	} else {
		out = append(append(out, before...), of...)
	}
	return append(out, head)
}

// turns reports whether the name of a body of the kind head, with a phrase
// behind it, is printed in the other order too.
func turns(head, preposition string) bool {
	switch head {
	case "department", "ministry", "university", "bank", "bureau":
		return preposition == "of"
	case "committee", "subcommittee", "commission", "council":
		return true
	case "office", "court", "parliament", "embassy":
		return preposition == "of"
	}
	return false
}

// isLocalKind reports whether w says what a body of a town or region is, not
// whose: "police department of", "city council of".
func isLocalKind(w string) bool {
	switch w {
	case "city", "town", "county", "village", "state", "police", "fire", "high", "supreme", "district", "central":
		return true
	}
	return false
}

// portfolio writes what a ministry is charged with in one way.
func portfolio(ws []string) []string {
	n := len(ws) - 1
	if n < 1 || ws[n] != "ministry" && ws[n] != "department" {
		return ws
	}
	if ws[0] == "federal" && n > 1 {
		ws, n = ws[1:], n-1
	}
	switch strings.Join(ws[:n], " ") {
	case "foreign affairs", "external affairs":
		return []string{"foreign", ws[n]}
	case "internal affairs":
		return []string{"interior", ws[n]}
	case "national defense":
		return []string{"defense", ws[n]}
	}
	return ws
}

// ofChamber writes the name of a chamber's committee in one way, by the first
// thing it is charged with: "house energy and harbours committee" and "house
// select committee on energy" as "house energy committee".
func ofChamber(ws []string) []string {
	n := len(ws) - 1
	if n < 2 || ws[0] != "house" && ws[0] != "senate" || ws[n] != "committee" {
		return ws
	}
	for _, w := range ws[1:n] {
		switch w {
		case "select", "permanent", "special":
			continue
		case "republican", "democratic", "gop", "majority", "minority", "conference", "campaign", "steering":
			return ws
		}
		return []string{ws[0], w, ws[n]}
	}
	return ws
}

// IsNationalBody reports whether a name is that of a body of which each country
// has one, with its country: "the Norwegian government", "U.S. military".
func IsNationalBody(name string) bool {
	ws := bodyWords(name)
	if len(ws) < 2 {
		return false
	}
	country, rest := headCountry(ws, true)
	if country == "" {
		country, rest = takeCountry(ws)
	}
	if country == "" {
		return false
	}
	switch strings.Join(rest, " ") {
	case "government", "military", "army", "navy", "air force", "marines", "marine corps", "coast guard", "armed forces", "parliament", "congress", "senate", "cabinet", "regime", "intelligence", "intelligence agencies", "state media", "media", "police", "central bank", "supreme court", "postal service", "census bureau":
		return true
	}
	return false
}

// WithoutForm returns the name of a company without the form at its end: "Grand
// Millers" of "Grand Millers Co.".
func WithoutForm(name string) string {
	ws := strings.Fields(name)
	for len(ws) > 1 && isCompanyForm(text.Fold(strings.TrimSuffix(ws[len(ws)-1], "."))) {
		ws = ws[:len(ws)-1]
	}
	return strings.TrimSuffix(strings.Join(ws, " "), ",")
}

// runFor writes the name of the people around a candidate in one way:
// "President Ana Venn's re-election campaign" and "Venn for Mayor" as "venn
// campaign".
func runFor(ws []string) []string {
	n := len(ws)
	if n > 2 && ws[n-2] == "for" && lexicon.RoleOffice(ws[n-1]) {
		return []string{ws[n-3], "campaign"}
	}
	if n < 3 || ws[n-1] != "campaign" {
		return ws
	}
	k := n - 2
	for k > 0 && slices.Contains(campaignKinds, ws[k]) {
		k--
	}
	out := []string{ws[k], "campaign"}
	for _, w := range ws[:k] {
		if !isFamily(w) && !isInitials(w) && !lexicon.Title(w) && !lexicon.RoleOffice(w) && !lexicon.RoleModifier(w) {
			return ws
		}
	}
	return out
}

// campaignKinds are the words between a candidate and the campaign.
var campaignKinds = []string{"re-election", "reelection", "election", "presidential", "general-election"}

// circuit returns the key of a numbered court of appeals, whose name is printed
// in many orders; empty for other names.
func circuit(ws []string) string {
	number, is := "", false
	for _, w := range ws {
		is = is || w == "circuit"
		if w != "" && w[0] >= '0' && w[0] <= '9' {
			number = w
		}
	}
	if !is || number == "" {
		return ""
	}
	return number + " circuit"
}

// HomeKey returns the key of a state body's name without its country, by which
// it goes at home: "commerce ministry" of "China's ministry of commerce". Empty
// if the name gives no country or is not of such a body.
func HomeKey(name string) string {
	ws := bodyWords(name)
	if len(ws) < 2 {
		return ""
	}
	country, rest := takeCountry(ws)
	key := strings.Join(portfolio(turnOffice(inOneSpelling(rest))), " ")
	if country == "" || country == "United States" || !strings.Contains(key, " ") || !strings.HasSuffix(key, " ministry") && key != "central bank" {
		return ""
	}
	return key
}

// ShortKey returns the word that a company, station or university is called by
// for short, the first of its name: "venncorp" of "Venncorp Capital". Empty if
// the name is none of those or the word is everyday English.
func ShortKey(name string) string {
	ws := bodyWords(name)
	if len(ws) < 2 || !isCompanyHead(ws[len(ws)-1]) || len(ws[0]) < 3 || lexicon.GroupAdjective(ws[0]) || lexicon.PlaceFirst(ws[0]) {
		return ""
	}
	k := loneKnown(ws[0])
	if k == nil && (lexicon.CommonWord(ws[0]) || isFamily(ws[0])) || k != nil && k.Kind != lexicon.KnownBody {
		return ""
	}
	if _, demonym := lexicon.Demonym(ws[0]); demonym {
		return ""
	}
	return ws[0]
}

// CampaignKey returns the key of the campaign that "the Venn team" or "Venn's
// camp" is, "venn campaign"; empty if the name is none of those.
func CampaignKey(name string) string {
	ws := bodyWords(name)
	if n := len(ws); n == 2 && (ws[1] == "team" || ws[1] == "camp") {
		return ws[0] + " campaign"
	}
	return ""
}
