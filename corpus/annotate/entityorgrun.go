package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// isOrg reports whether the run [i, j) has the shape of an organisation's name.
func (s *nameScan) isOrg(i, j, end int) bool {
	last := s.low(j - 1)
	if j-i > 1 && (lexicon.OrgFirst(s.low(i)) && !s.everyday(i) || isCompanyForm(last) && (j-i > 2 || !s.everyday(i))) {
		return true
	}
	if s.isTrade(i, j) || j-i == 2 && s.isGeneralFirm(i) {
		return true
	}
	if !lexicon.OrgHead(last) {
		return s.isDomain(j, end)
	}
	if j-i == 1 {
		return s.extendOrg(j, end) > j
	}
	_, given := lexicon.GivenName(s.low(i))
	if given && j-i == 2 && isWeakOrgHead(last) && !s.precededByThe(i) {
		return false
	}
	return !(lexicon.PlaceHead(last) && isWeakOrgHead(last))
}

// isGeneralFirm reports whether the token at i begins a company's name that
// looks like an officer's: "General Mills".
func (s *nameScan) isGeneralFirm(i int) bool {
	if s.low(i) != "general" {
		return false
	}
	switch s.low(i + 1) {
	case "mills", "atomics", "foods", "catalyst", "tire":
		return true
	}
	return false
}

// isCompanyForm reports whether w, folded, is the legal form behind a company's
// name and no word of another use.
func isCompanyForm(w string) bool {
	switch w {
	case "inc", "corp", "co", "ltd", "llc", "llp", "plc", "gmbh":
		return true
	}
	return false
}

// isWeakOrgHead reports whether a head of organisations is a common family
// name, place or thing too.
func isWeakOrgHead(w string) bool {
	switch w {
	case "banks", "post", "press", "guard", "guards", "order", "wing", "stores", "times", "center", "house", "law", "court", "church", "chambers", "fields", "province", "district", "kingdom", "school", "schools", "hospital", "network", "company", "mafia", "steel", "board", "power", "crew",
		"books", "works", "music", "team", "force", "sterling", "union", "standard", "rangers", "journal", "dispatch", "herald", "movement", "fire", "club":
		return true
	}
	return false
}

// isDomain reports whether a web address follows the run glued: "Venn.org".
func (s *nameScan) isDomain(j, end int) bool {
	return s.domainEnd(j, end) > j
}

func (s *nameScan) domainEnd(j, end int) int {
	if j+1 >= end || s.word(j) != "." || s.tokens[j].Start != s.tokens[j-1].End || s.tokens[j+1].Start != s.tokens[j].End {
		return j
	}
	switch s.low(j + 1) {
	case "com", "org", "net", "gov", "co", "edu", "uk", "io", "ru", "eu":
		return j + 2
	}
	return j
}

// parseOrg takes the organisation the run [i, j) names, with what follows
// "of" and "for".
func (s *nameScan) parseOrg(i, j, end int) int {
	for i+1 < j && s.everyday(i) && !s.isNational(i) && !s.opensOffice(i, j) && !(isCompanyForm(s.low(j-1)) && s.isTitle(i) && j-i == 3) {
		i++
	}
	k := max(s.extendOrg(j, end), s.domainEnd(j, end))
	s.add(found{tokenRange: tokenRange{i, k}, kind: news.Organisation, sure: true})
	return k
}

// opensOffice reports whether the everyday word at i, at the head of a sentence,
// is the first of what the body that ends before j is in charge of: "Foreign
// Affairs Ministry".
func (s *nameScan) opensOffice(i, j int) bool {
	if j-i == 2 && s.low(j) == "and" && j+2 < len(s.tokens) && s.isService(i, j, j+2) {
		j += 2
	}
	if s.tokens[i].title || j-i < 3 || !lexicon.OrgHead(s.low(j-1)) && s.low(j-2) != "and" {
		return false
	}
	switch s.low(i) {
	case "foreign", "national", "federal", "international", "internal", "public", "human", "civil", "royal", "environmental", "economic":
		return true
	}
	return false
}

func (s *nameScan) isNational(i int) bool {
	name, n := s.knownAt(i, len(s.tokens))
	return n > 0 && name.Kind == lexicon.KnownCountry
}

// extendOrg returns the end of the organisation's name that ends at j with the "of
// Health", "for the 5th Circuit" behind it.
func (s *nameScan) extendOrg(j, end int) int {
	first := j
	for range 3 {
		k := s.orgStep(j, end)
		if k == j && j > first {
			k = s.fieldStep(j, end)
		}
		if k == j {
			break
		}
		j = k
	}
	return j
}

// fieldStep returns the end of what goes on behind the field that a body's name
// ends in at j: "for the Prohibition | of Chemical Dyes", "for the Right | to
// Dredge and Moor".
func (s *nameScan) fieldStep(j, end int) int {
	k := j + 1
	if s.low(j) == "of" && s.low(k) == "the" {
		k++
	}
	if k >= end || !s.tokens[k].upper || s.tokens[j-1].shout || s.isTitle(k) {
		return j
	}
	switch {
	case s.low(j) == "to" && s.low(j-1) == "right":
	case s.low(j) != "of" || isFamily(s.low(j-1)) || isFamily(s.low(k)):
		return j
	}
	if _, n := s.knownAt(j-1, j); n > 0 {
		return j
	}
	m := s.runEnd(k, end)
	if s.low(j) == "to" && s.low(m) == "and" && m+1 < end && s.tokens[m+1].upper {
		m = s.runEnd(m+1, end)
	}
	return m
}

func (s *nameScan) orgStep(j, end int) int {
	if j+1 >= end || !takesPhrase(s.low(j-1), s.low(j)) && !(s.low(j) == "of" && s.low(j+1) == "america" && lexicon.RolePlural(s.low(j-1))) {
		return j
	}
	k := j + 1
	if low := s.low(k); (low == "the" || low == "a" && s.low(j) == "for") && k+1 < end {
		k++
	}
	if s.tokens[k].Kind == text.Number && k+1 < end && s.tokens[k+1].upper {
		return s.runEnd(k+1, end)
	}
	if !s.tokens[k].upper || lexicon.CalendarWord(s.low(k)) || s.isTitle(k) && !lexicon.OrgHead(s.low(k)) && !lexicon.RolePlural(s.low(k)) && !s.isPortfolio(j-1, k) {
		return j
	}
	m := s.runEnd(k, end)
	if h := s.titleIn(k, m); h > k && !s.allCommon(h+1, m) {
		m = s.roleStart(k, h)
	}
	if l := s.listedFields(k, m, end); l > m {
		return l
	}
	if s.low(m) == "and" && m+1 < end && s.tokens[m+1].upper && s.joinsOf(j-1, k, m, end) {
		m = s.runEnd(m+1, end)
	}
	return m
}

// isPortfolio reports whether the title at k is rather what the department
// before it is in charge of: no name follows it, as in "Department of Justice".
func (s *nameScan) isPortfolio(head, k int) bool {
	switch s.low(head) {
	case "department", "ministry", "dept", "court", "courts":
		return !s.followedByName(k)
	}
	return false
}

// listedFields returns the end of the list of fields, set off by commas, that
// goes on behind [k, m): "of Tides, | Buoys and Explosives"; m if there is none.
func (s *nameScan) listedFields(k, m, end int) int {
	if s.word(m) != "," || !s.areThings(k, m) {
		return m
	}
	j := m
	for range 5 {
		last := false
		if s.word(j) == "," {
			j++
		}
		if s.low(j) == "and" {
			j, last = j+1, true
		}
		if j >= end || !s.tokens[j].upper {
			return m
		}
		e := s.runEnd(j, end)
		if !s.areThings(j, e) {
			return m
		}
		if j = e; last {
			return j
		}
	}
	return m
}

// areThings reports whether the words of [i, j) are everyday ones that name
// things, and none a person or body.
func (s *nameScan) areThings(i, j int) bool {
	for ; i < j; i++ {
		low := s.low(i)
		if low == "state" || low == "county" || low == "municipal" || low == "employees" {
			continue // public servants
		}
		if isFamily(low) || s.tokens[i].shout || lexicon.OrgHead(low) && !lexicon.ThingHead(low) || !lexicon.CommonWord(low) && !lexicon.ThingHead(low) && s.lowers[low] == 0 && !strings.HasSuffix(low, "s") {
			return false
		}
	}
	return true
}

// roleStart returns where in [k, h] the words of the role at h begin.
func (s *nameScan) roleStart(k, h int) int {
	for h > k && (lexicon.RoleModifier(s.low(h-1)) || s.isTitle(h-1)) {
		h--
	}
	return h
}

// joinsOf reports whether "and" within "Department of Health and Welfare"
// belongs to the name.
func (s *nameScan) joinsOf(head, k, m, end int) bool {
	switch s.low(head) {
	case "department", "ministry", "committee", "office", "bureau", "institute", "center", "centre", "centers", "commission", "agency", "board", "subcommittee",
		"academy", "society", "association", "college", "school", "foundation", "federation", "council", "organization", "organisation", "panel", "citizens":
	default:
		return false
	}
	e := s.runEnd(m+1, end)
	return s.titleIn(m+1, e) < 0 && !isPublicKind(s.low(e-1)) && (s.allCommon(k, m) && s.allCommon(m+1, e) || s.isField(k, m) && s.isField(m+1, e))
}

// isField reports whether [i, j) can be a field that a body works in, as
// "Tropical Medicine": at most three words, none a given name, a known name or
// the kind of a body.
func (s *nameScan) isField(i, j int) bool {
	if i >= j || j-i > 3 || lexicon.OrgHead(s.low(j-1)) && !lexicon.ThingHead(s.low(j-1)) && !strings.HasSuffix(s.low(j-1), "s") || s.low(j) == "of" || s.low(j) == "for" {
		return false
	}
	for k := i; k < j; k++ {
		if _, n := s.knownAt(k, j); n > 0 || isFamily(s.low(k)) || s.tokens[k].shout || s.isInitial(k) {
			return false
		}
	}
	return true
}

// takesPhrase reports whether a name that ends in head goes on behind the
// preposition.
func takesPhrase(head, preposition string) bool {
	switch preposition {
	case "of":
		return lexicon.OrgHead(head) && !lexicon.RolePlural(head) && head != "administration" && head != "government" && head != "group" || head == "bank" || head == "knights" || head == "daughters" || head == "sons"
	case "for":
		switch head {
		case "center", "centre", "centers", "centres", "institute", "foundation", "council", "association", "campaign", "society", "agency", "ministry", "department", "committee", "office", "party", "union", "coalition", "movement", "organization", "organisation", "alliance", "fund", "network", "appeals", "academy", "americans", "citizens", "parents", "mothers", "families", "veterans", "doctors", "project", "league", "united", "partnership":
			return true
		}
	case "on":
		switch head {
		case "committee", "commission", "council", "subcommittee", "panel", "conference", "office", "center", "centre":
			return true
		}
	case "in":
		return head == "commerce" || head == "cooperation" || head == "co-operation"
	case "against":
		return head == "mothers" || head == "coalition" || head == "campaign" || head == "families"
	}
	return false
}

// joinedOrg returns the end of an organisation's name that holds an "and",
// such as "Securities and Exchange Commission" where [i, j) is "Securities";
// j where there is none.
func (s *nameScan) joinedOrg(i, j, end int) int {
	if k := s.couplesOrg(i, j, end); k > j {
		return k
	}
	if s.low(j) != "and" || j+1 >= end || !s.tokens[j+1].upper || j-i > 3 || s.isTitle(j-1) && s.runEnd(j+1, end) == j+2 {
		return j
	}
	m := s.runEnd(j+1, end)
	if s.isService(i, j, m) {
		return m
	}
	if !s.allCommonNames(i, j) && !(s.low(i) == "national" && j-i == 2 && !isFamily(s.low(i+1))) {
		return j
	}
	if !lexicon.OrgHead(s.low(m-1)) || m-j < 3 && (!s.precededByThe(i) || j-i > 1 && lexicon.OrgHead(s.low(j-1))) {
		return j
	}
	if _, n := s.knownAt(j+1, end); n > 0 {
		return j
	}
	return m
}

// couplesOrg returns the end of the name of a body that two people have given
// theirs to, [i, j) being the first of them: "Ana and Ole Venn Foundation"; j
// where there is none.
func (s *nameScan) couplesOrg(i, j, end int) int {
	if w := s.low(j); j-i != 1 || w != "and" && w != "&" || j+3 >= end || !isFamily(s.low(i)) || !isFamily(s.low(j+1)) {
		return j
	}
	m := s.runEnd(j+1, end)
	switch s.low(m - 1) {
	case "foundation", "trust", "fund", "library", "institute", "center", "centre", "museum":
		if m-j > 3 {
			return m
		}
	}
	return j
}

func (s *nameScan) allCommonNames(i, j int) bool {
	for ; i < j; i++ {
		_, given := lexicon.GivenName(s.low(i))
		_, demonym := lexicon.Demonym(s.low(i))
		if !lexicon.CommonWord(s.low(i)) && !demonym && !lexicon.GroupAdjective(s.low(i)) || given {
			return false
		}
	}
	return true
}

// lowerOrg returns the end of lower-case words at j that make an organisation
// of the name before them: "administration", "'s foreign ministry"; j where
// there are none.
func (s *nameScan) lowerOrg(j, end int) int {
	k := j
	possessive := k < end && s.tokens[k].Kind == text.Clitic && strings.HasSuffix(s.word(k), "s")
	if possessive {
		k++
	}
	if !possessive && k+1 < end && slices.Contains(campaignKinds, s.low(k)) && s.low(k+1) == "campaign" {
		return k + 2
	}
	for n := min(5, end-k); n > 0; n-- {
		if s.tokens[k].Kind != text.Lower || !s.isLowerOrg(k, k+n) {
			continue
		}
		if k+n < end && s.tokens[k+n].Kind == text.Lower && lexicon.RoleModifier(s.low(k+n)) {
			return j
		}
		if possessive && isCampaign(s.low(k)) {
			return j
		}
		if possessive && n == 1 && !isGoverning(s.low(k)) {
			return j
		}
		return k + n
	}
	return j
}

// isCampaign reports whether w is what the people around a person are called.
func isCampaign(w string) bool {
	return w == "campaign" || w == "team" || w == "camp"
}

func isGoverning(w string) bool {
	return w == "administration" || w == "government" || w == "parliament" || w == "military"
}

// isLowerOrg reports whether the tokens [k, e) are the lower-case words for a
// kind of organisation.
func (s *nameScan) isLowerOrg(k, e int) bool {
	if e == k+1 {
		return lexicon.LowerOrg(s.low(k))
	}
	var b strings.Builder
	for i := k; i < e; i++ {
		if s.tokens[i].Kind != text.Lower && s.tokens[i].Kind != text.Upper {
			return false
		}
		if i > k {
			b.WriteByte('-')
		}
		b.WriteString(s.low(i))
	}
	return lexicon.LowerOrg(b.String())
}
