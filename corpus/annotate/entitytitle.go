package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// isTitle reports whether the capitalised token at i can stand before a name
// as a title or role.
func (s *nameScan) isTitle(i int) bool {
	low := s.low(i)
	return lexicon.Title(low) || lexicon.RoleHead(roleWord(low))
}

// roleWord strips what may be glued to the front of a role: "then-senator".
func roleWord(low string) string {
	for _, p := range []string{"then-", "ex-", "former-", "co-", "vice-"} {
		if len(low) > len(p) && low[:len(p)] == p {
			return low[len(p):]
		}
	}
	return low
}

// titleIn returns the last token of [i, j) that is a title with a name behind
// it, -1 if there is none.
func (s *nameScan) titleIn(i, j int) int {
	if isPlaceOnly(s.low(j-1)) && j-i > 2 {
		return -1
	}
	if s.orgTail(j) && !s.isTitledName(i, j) {
		if _, given := lexicon.GivenName(s.low(j - 2)); !given || j-i < 3 {
			return -1
		}
	}
	for h := j - 2; h >= i; h-- {
		if s.isTitle(h) && s.isNameStart(h, j) && !s.isSurname(i, h) && !(s.low(h) == "dean" && h+2 == j) && !(isFamily(s.low(h)) && s.isInitial(h+1)) {
			return h
		}
	}
	return -1
}

// isTitledName reports whether the last word of [i, j) is a family name that
// also heads places and bodies, right behind a title: "President Park".
func (s *nameScan) isTitledName(i, j int) bool {
	if j-i < 2 || !lexicon.Title(s.low(j-2)) && !lexicon.RoleOffice(s.low(j-2)) {
		return false
	}
	switch s.low(j - 1) {
	case "park", "hill", "lake", "banks", "rivers", "forest", "woods", "church", "lane", "marsh", "mills", "wells", "grove", "glen", "ridge", "field", "fields", "law", "price", "power", "case", "day", "story", "young", "west", "camp", "castle", "temple", "garden", "gardens", "shore", "coast", "heights", "press", "guard", "sterling", "bridges", "bridge", "street", "moon", "wall":
		return true
	}
	return false
}

// orgTail reports whether the token before j heads an organisation or thing.
func (s *nameScan) orgTail(j int) bool {
	low := s.low(j - 1)
	return lexicon.OrgHead(low) || lexicon.ThingHead(low) || lexicon.PlaceHead(low) || isCompanyForm(low)
}

// isNameStart reports whether a name begins behind the title at h.
func (s *nameScan) isNameStart(h, j int) bool {
	if isParticle(s.low(h+1)) && h+2 < j && s.tokens[h+1].Kind == text.Lower {
		return lexicon.Title(s.low(h)) || lexicon.RoleOffice(roleWord(s.low(h)))
	}
	low := s.low(h + 1)
	if _, n := s.knownAt(h, j); n > 1 || s.isGeneralFirm(h) {
		return false // "St. Venn"
	}
	if lexicon.Courtesy(s.low(h)) && h+2 == j && !lexicon.OfficeAddress(low) {
		return s.tokens[h+1].upper
	}
	if !s.tokens[h+1].upper || isNameSuffix(low) || low == "corps" || s.isTitle(h+1) && !s.isAlsoName(h+1, j) || lexicon.RoleModifier(low) && !isFamily(low) {
		return false
	}
	if _, ok := lexicon.Demonym(low); ok {
		return false
	}
	_, given := lexicon.GivenName(low)
	if lexicon.Title(s.low(h)) || lexicon.RoleOffice(roleWord(s.low(h))) {
		if given || j-h > 2 {
			return given || !s.allCommon(h+1, j)
		}
		name, _ := s.knownAt(h+1, j)
		return (name == nil || name.Kind == lexicon.KnownPlace) && (!lexicon.CommonWord(low) || lexicon.Honorific(s.low(h)))
	}
	return j-h > 2 && (given || !lexicon.CommonWord(low))
}

// isAlsoName reports whether a word that is a role is a given name here.
func (s *nameScan) isAlsoName(i, j int) bool {
	_, given := lexicon.GivenName(s.low(i))
	return given && i+1 < j && !s.isTitle(i+1) && !lexicon.RoleOffice(s.low(i))
}

// isSurname reports whether the role word at h is rather part of the full name
// that begins at i: "Sacha Baron Cohen", "James Baker Jones".
func (s *nameScan) isSurname(i, h int) bool {
	_, given := lexicon.GivenName(s.low(i))
	if h == i || !given || lexicon.Title(s.low(i)) {
		return false
	}
	if h != i+1 && !(h == i+2 && len(s.low(i+1)) == 1) {
		return false
	}
	switch s.low(h) {
	case "baron", "king", "prince", "earl", "duke", "dean", "bishop", "pope", "major", "marshal", "judge", "khan", "lord", "cardinal", "guard", "saint", "st", "grand", "counts", "count", "chance", "brother":
		return true
	}
	return !lexicon.Title(s.low(h)) && !lexicon.RoleOffice(roleWord(s.low(h)))
}

// parseTitled reads the run [i, j) whose title is at h.
func (s *nameScan) parseTitled(i, h, j int) int {
	if low := s.low(h); (low == "st" || low == "saint") && j-h == 2 {
		return j
	}
	s.nested(i, h)
	s.addPerson(h+1, j, tokenRange{s.extendRole(i), h + 1}, s.low(h))
	return j
}

// addPerson adds the person named by [lo, hi) behind the words of role.
func (s *nameScan) addPerson(lo, hi int, role tokenRange, title string) {
	if name, n := s.knownAt(lo, hi); n > 1 && lo+n < hi && name.Kind != lexicon.KnownBody {
		lo += n
	}
	s.add(found{tokenRange: tokenRange{lo, hi}, kind: news.Person, role: role, title: title, sure: true})
}

// nested adds the organisations and places named inside a role [i, h).
func (s *nameScan) nested(i, h int) {
	for i < h {
		if k := s.committeeIn(i, h); k > i+2 && (s.low(i) == "senate" || s.low(i) == "house") {
			s.add(found{tokenRange: tokenRange{i, k}, kind: news.Organisation, sure: true})
			i = k
			continue
		}
		if name, n := s.knownAt(i, h); n > 0 {
			s.parseKnown(i, i+n, i+n, name)
			i += n
			continue
		}
		k := s.skipAdjective(i, h)
		if k == i {
			k = s.nestedOrg(i, h)
		}
		i = max(i+1, k)
	}
}

// nestedOrg adds the organisation that [i, h) begins with, if its words before
// the first role word are one, and returns the token behind it.
func (s *nameScan) nestedOrg(i, h int) int {
	k := i
	for k < h && !s.isTitle(k) && !lexicon.RoleModifier(s.low(k)) && s.tokens[k].upper {
		k++
	}
	if k-i > 1 && (lexicon.OrgHead(s.low(k-1)) || lexicon.ThingHead(s.low(k-1))) || k-i == 1 && s.tokens[i].shout {
		s.add(found{tokenRange: tokenRange{i, k}, kind: news.Organisation, sure: true})
	}
	return k
}

// parseOffice reads "Secretary of War Pete Venn": a run that ends in an
// office, "of", and a run in which a name follows what the office is of. It
// returns 0 where the run is no such thing.
func (s *nameScan) parseOffice(i, j, end int) int {
	if last := s.low(j - 1); !s.isTitle(j-1) || lexicon.RolePlural(last) || lexicon.OrgHead(last) && !lexicon.RoleOffice(last) || j+1 >= end || !isRolePreposition(s.low(j)) {
		return 0
	}
	k := j + 1
	if s.low(k) == "the" {
		k++
	}
	if k >= end || !s.tokens[k].upper {
		return 0
	}
	m := s.runEnd(k, end)
	p := s.officeEnd(k, m, end)
	if h := s.titleIn(k, m); h >= 0 {
		p = h + 1
	}
	if p < 0 {
		s.nested(i, j-1)
		return s.parse(k, m, end)
	}
	m = max(m, s.runEnd(p, end))
	s.nested(i, j-1)
	s.nested(k, p)
	s.addPerson(p, m, tokenRange{s.extendRole(i), p}, s.low(j-1))
	return m
}

func isRolePreposition(w string) bool {
	switch w {
	case "of", "for", "to", "at", "on", "in":
		return true
	}
	return false
}

// officeEnd returns the token at which a person's name begins within [k, m),
// behind what the office is of; -1 if there is no name.
func (s *nameScan) officeEnd(k, m, end int) int {
	if s.orgTail(m) {
		return -1
	}
	if _, n := s.knownAt(k, end); n > 0 {
		if k+n >= end || !s.tokens[k+n].upper || k+n > m+2 {
			return -1
		}
		if name, more := s.knownAt(k+n, end); name != nil && k+n+more >= m {
			return -1
		}
		if lexicon.OrgHead(s.low(k+n)) || k+n+1 == m && isPublic(s.low(k+n)) || s.committeeIn(k+n, s.runEnd(k+n, end)) > 0 {
			return -1
		}
		return k + n
	}
	for p := k + 1; p+1 < m; p++ {
		if _, given := lexicon.GivenName(s.low(p)); given {
			return p
		}
	}
	p := k
	for p < m && lexicon.CommonWord(s.low(p)) {
		p++
	}
	if p > k && p < m && s.tokens[p].upper && len(s.low(p)) > 2 {
		if name, n := s.knownAt(p, m); n == 0 || name.Kind != lexicon.KnownPlace {
			return p
		}
	}
	if m-k >= 3 && s.tokens[m-2].upper && s.isOdd(m-2) && s.isOdd(m-1) {
		return m - 2
	}
	return -1
}

// isOdd reports whether the word at i is none that a subject, post or thing is
// called by.
func (s *nameScan) isOdd(i int) bool {
	low := s.low(i)
	return !lexicon.CommonWord(low) && !lexicon.ThingHead(low) && !lexicon.OrgHead(low) && s.lowers[low] == 0
}

// extendRole returns where a role that begins at token i really begins: the
// words before it that belong to it are taken along.
func (s *nameScan) extendRole(i int) int {
	if lexicon.Honorific(s.low(i)) && s.tokens[i].Kind == text.Upper && !lexicon.RoleOffice(s.low(i)) && s.low(i) != "sen" && s.low(i) != "rep" && s.low(i) != "gov" && s.low(i) != "gen" {
		return i
	}
	for lo := i - 12; i > max(0, lo) && !s.opensParagraph(i); {
		if n := len(s.found); n > 0 && s.found[n-1].hi == i && s.found[n-1].kind == news.Organisation {
			i = s.found[n-1].lo
			continue
		}
		if !s.goesBeforeRole(i - 1) {
			break
		}
		i--
	}
	if s.tokens[i].Kind == text.Clitic {
		i++
	}
	return i
}

// opensParagraph reports whether an empty line stands before token i.
func (s *nameScan) opensParagraph(i int) bool {
	return i > 0 && strings.Contains(s.src[s.tokens[i-1].End:s.tokens[i].Start], "\n\n")
}

func (s *nameScan) goesBeforeRole(i int) bool {
	t := &s.tokens[i]
	switch {
	case t.low == "first" && s.isFirst(i+1):
		return true
	case s.everyday(i) && !lexicon.RoleModifier(t.low):
		_, n := s.knownAt(i, len(s.tokens))
		_, demonym := lexicon.Demonym(t.low + " " + s.low(i+1))
		return n > 1 || demonym || t.first && s.followedByName(i) && !lexicon.CommonWord(t.low) && !lexicon.CalendarWord(t.low) && !hasVerbEnding(t.low) && !isSpeechVerb(t.low)
	case t.Kind == text.Clitic:
		return (t.low == "'s" || t.In(s.src) == "’s") && i > 0 && s.tokens[i-1].upper
	case t.upper:
		return !lexicon.CalendarWord(t.low) && (!lexicon.FunctionWord(t.low) && !strings.HasSuffix(t.In(s.src), ".") || t.shout && len(t.low) < 6)
	case t.Kind == text.Lower && s.followedByName(i):
		return goesBeforeTitle(t.low) || isLowerTail(t.In(s.src)) || isGluedRole(t.In(s.src))
	case t.Kind == text.Lower:
		return lexicon.RoleModifier(t.low) || lexicon.RoleHead(t.low) && !lexicon.RolePlural(t.low) || isLowerTail(t.In(s.src))
	}
	return false
}

// isFirst reports whether "first" goes with the office at i: "First Lady".
func (s *nameScan) isFirst(i int) bool {
	switch s.low(i) {
	case "lady", "gentleman", "minister", "daughter", "son", "couple", "secretary":
		return true
	}
	return false
}

// isGluedRole reports whether w is the first word of an office with what it was
// or is glued to its front: "then-Harbour", "ex-Navy".
func isGluedRole(w string) bool {
	head, tail, ok := strings.Cut(w, "-")
	if !ok || tail == "" || tail[0] < 'A' || tail[0] > 'Z' {
		return false
	}
	switch head {
	case "then", "ex", "former", "now":
		return true
	}
	return false
}

// goesBeforeTitle reports whether the lower-case word w belongs to a title in
// capitals behind it: "former President", "state Sen.".
func goesBeforeTitle(w string) bool {
	switch w {
	case "former", "ex", "then", "retired", "late", "veteran", "longtime", "acting", "interim", "outgoing", "incoming", "newly", "disgraced", "embattled", "state", "federal", "district", "county", "city", "assistant", "deputy", "senior", "chief", "vice", "associate", "conservative", "liberal", "moderate", "ranking", "freshman", "fellow":
		return true
	}
	return false
}

// lowerRole returns the lower-case role that stands right before the name at
// lo: "special counsel", "secretary of state"; empty if there is none.
func (s *nameScan) lowerRole(lo int) tokenRange {
	h := lo - 1
	if s.word(h) == "," {
		if s.actsBehind(lo) {
			return tokenRange{} // "for his mother, | Venn said"
		}
		h--
	}
	if low := s.low(h); low == "named" || low == "called" {
		h--
	}
	if h < 0 || s.tokens[h].Kind != text.Lower {
		return s.placedRole(lo)
	}
	if low := roleWord(s.low(h)); lexicon.RoleHead(low) {
		if lexicon.OrgNoun(low) && !s.isFullName(lo) {
			return tokenRange{}
		}
		if low == "staff" {
			return s.lowerOffice(h)
		}
		if lexicon.RolePlural(low) && (h < lo-1 || !s.isJoint(lo)) || isAdjectiveToo(low) && !s.isFullName(lo) {
			return tokenRange{}
		}
		return tokenRange{s.extendRole(h), h + 1}
	}
	return s.lowerOffice(h)
}

// actsBehind reports whether the name at lo is one word and the verb of its own clause
// stands right behind it: then the comma before it sets nobody off.
func (s *nameScan) actsBehind(lo int) bool {
	return s.runEnd(lo, len(s.tokens)) == lo+1 && s.speaksAt(lo+1)
}

// placedRole returns the lower-case role with the land or place it is for that
// stands right before the full name at lo: "special envoy for Norway".
func (s *nameScan) placedRole(lo int) tokenRange {
	if !s.isFullName(lo) || lo == 0 || !s.tokens[lo-1].upper {
		return tokenRange{}
	}
	for k := lo - 1; k > 1 && k > lo-4; k-- {
		name, n := s.knownAt(k, lo)
		if name == nil || k+n != lo || name.Kind == lexicon.KnownThing {
			continue
		}
		p := k - 1
		if s.low(p) == "the" {
			p--
		}
		if p < 1 || !isRolePreposition(s.low(p)) || s.tokens[p-1].Kind != text.Lower || !lexicon.RoleOffice(s.low(p-1)) && s.low(p-1) != "envoy" && s.low(p-1) != "ambassador" {
			return tokenRange{}
		}
		return tokenRange{s.extendRole(p - 1), lo}
	}
	return tokenRange{}
}

// isJoint reports whether the name at lo is the first of several: "and"
// follows it and another name.
func (s *nameScan) isJoint(lo int) bool {
	j := s.runEnd(lo, len(s.tokens))
	for j < len(s.tokens) && s.word(j) == "," && j+1 < len(s.tokens) && s.tokens[j+1].upper {
		j = s.runEnd(j+1, len(s.tokens))
	}
	return s.low(j) == "and" && j+1 < len(s.tokens) && s.tokens[j+1].upper
}

// isFullName reports whether a given name and another word stand at lo.
func (s *nameScan) isFullName(lo int) bool {
	_, given := lexicon.GivenName(s.low(lo))
	return given && lo+1 < len(s.tokens) && s.tokens[lo+1].upper
}

// isAdjectiveToo reports whether a role word is as often an adjective.
func isAdjectiveToo(w string) bool {
	switch w {
	case "conservative", "liberal", "republican", "democrat", "private", "general", "major", "individual", "national", "native", "subject", "model", "star", "chief", "lead", "head", "prime", "principal", "superior", "junior", "fellow", "veteran", "minor", "official", "muslim", "migrant", "immigrant", "militant", "rebel", "terrorist", "separatist", "patient", "champion", "rival", "human", "female", "male", "host", "boss", "guard", "fan", "judge", "suspect", "guide", "member", "man", "woman", "girl", "boy", "guy", "person", "youth", "whip", "winger", "chair":
		return true
	}
	return false
}

// lowerOffice returns "secretary of state" where it ends at token h.
func (s *nameScan) lowerOffice(h int) tokenRange {
	for k := h; k > h-4 && k > 0; k-- {
		t := &s.tokens[k]
		if t.low == "of" || t.low == "for" {
			head := &s.tokens[k-1]
			if k < h && s.low(h) != "the" && head.Kind == text.Lower && lexicon.RoleHead(head.low) && !lexicon.RolePlural(head.low) && s.isFullName(h+1) {
				return tokenRange{s.extendRole(k - 1), h + 1}
			}
			return tokenRange{}
		}
		if t.Kind != text.Lower || s.speaksAt(k) || lexicon.FunctionWord(t.low) && t.low != "the" {
			return tokenRange{}
		}
	}
	return tokenRange{}
}
