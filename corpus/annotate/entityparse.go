package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// parse reads the run [i, j) and returns the token to go on from, j or later.
func (s *nameScan) parse(i, j, end int) int {
	if s.word(i) == "&" && i+1 < j {
		i++
	}
	name, n := s.knownAt(i, end)
	if n > 0 && name.Kind == lexicon.KnownThing {
		return i + n
	}
	if i+n >= j && n > 0 {
		return s.parseKnown(i, i+n, end, name)
	}
	if h := s.titleIn(i, j); h >= 0 {
		return s.parseTitled(i, h, j)
	}
	if k := s.chamberOrg(i, j, end); k > j {
		s.add(found{tokenRange: tokenRange{i, k}, kind: news.Organisation, sure: true})
		return s.behindChamber(i, k, end)
	}
	if k := s.skipAdjective(i, j); k == i+1 && k < j && lexicon.GroupAdjective(s.low(i)) || k == i && j-i == 2 && s.low(i) == "gop" {
		k = i + 1
		if name, n := s.knownAt(k, end); n > 0 && k+n == j {
			return s.parseKnown(k, k+n, end, name)
		}
	}
	if k := s.joinedOrg(i, j, end); k > j {
		return s.parseOrg(i, k, end)
	}
	if k := s.membersFor(i, j, end); k > j {
		s.add(found{tokenRange: tokenRange{i, k}, kind: news.Organisation, sure: true})
		return k
	}
	if next := s.parseOffice(i, j, end); next > 0 {
		return next
	}
	if s.isTraded(i, j) {
		i++
	}
	if s.isOrg(i, j, end) {
		return s.parseOrg(i, j, end)
	}
	if n > 0 {
		return s.parseKnownFirst(i, j, end, name, n)
	}
	if k := s.skipAdjective(i, j); k > i {
		return s.parseAdjective(i, k, j, end)
	}
	return s.parseOpen(i, j, end)
}

// isTraded reports whether the run [i, j) begins, at the head of a sentence,
// with the trade of the company behind it: "Builder Venncorp".
func (s *nameScan) isTraded(i, j int) bool {
	return j-i == 2 && s.tokens[i].first && lexicon.OrgNoun(s.low(i)) && !isFamily(s.low(i)) && !isFamily(s.low(i+1)) && !s.isTitle(i+1)
}

// parseKnown takes the known name [i, j), with the lower-case words that make
// another organisation of it ("Venland foreign ministry").
func (s *nameScan) parseKnown(i, j, end int, name *lexicon.Known) int {
	if name.Kind != lexicon.KnownPlace || name.Speaks != "" {
		if k := s.lowerOrg(j, end); k > j && !isCampaign(s.low(k-1)) && (name.Kind == lexicon.KnownCountry || s.tokens[j].Kind != text.Clitic) {
			s.add(found{tokenRange: tokenRange{i, k}, kind: news.Organisation, sure: true})
			return k
		}
	}
	kind := news.Place
	if name.Kind == lexicon.KnownBody {
		kind = news.Organisation
	}
	s.add(found{tokenRange: tokenRange{i, j}, kind: kind, known: name, sure: true})
	return j
}

// parseKnownFirst reads a run that begins with the known name of n tokens.
func (s *nameScan) parseKnownFirst(i, j, end int, name *lexicon.Known, n int) int {
	k := i + n
	_, given := lexicon.GivenName(s.low(i))
	switch {
	case j-k == 3 && s.word(k+1) == "&":
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Organisation, sure: true})
	case lexicon.PlaceHead(s.low(j-1)) && name.Kind != lexicon.KnownBody, j-k == 2 && s.low(k) == "base":
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Place, sure: true})
	case n == 1 && given && !lexicon.CommonWord(s.low(k)) && !lexicon.GroupAdjective(s.low(k)) && !s.precededByThe(i):
		return s.parseOpen(i, j, end)
	case j-k == 1 && s.isNamesake(i, k, name):
		return s.parseOpen(i, j, end)
	case name.Kind == lexicon.KnownPlace && s.low(j-1) == "news" && j-k < 3:
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Organisation, sure: true})
	case name.Kind == lexicon.KnownBody && s.onlySuffix(k, j):
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Organisation, known: name, sure: true})
	case j-k > 1:
		s.parseKnown(i, k, k, name)
		return s.parse(k, j, end)
	case s.precededByThe(i) && strings.HasSuffix(s.low(j-1), "s") && name.Kind == lexicon.KnownPlace && !lexicon.CommonWord(s.low(j-1)):
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Organisation, sure: true})
	default:
		s.parseKnown(i, k, k, name)
		s.parseSingle(k)
	}
	return j
}

// isNamesake reports whether a known name at token i, with one more word at k,
// is rather a person's: a role stands right before it, or families stand first
// where it is a family name.
func (s *nameScan) isNamesake(i, k int, name *lexicon.Known) bool {
	low := s.low(k)
	if k != i+1 || name.Kind == lexicon.KnownCountry || lexicon.CommonWord(low) || lexicon.OrgHead(low) || lexicon.PlaceHead(low) || lexicon.ThingHead(low) || s.tokens[i].shout || s.precededByThe(i) {
		return false
	}
	if name.Kind == lexicon.KnownPlace && lexicon.FamilyFirst(s.low(i)) {
		return true
	}
	return name.Kind == lexicon.KnownBody && s.tokens[i-min(i, 1)].Kind == text.Lower && lexicon.RoleHead(s.low(i-1)) && !lexicon.RolePlural(s.low(i-1)) && !lexicon.OrgNoun(s.low(i-1))
}

func (s *nameScan) onlySuffix(k, j int) bool {
	for ; k < j; k++ {
		if !lexicon.OrgSuffix(s.low(k)) {
			return false
		}
	}
	return true
}

func (s *nameScan) precededByThe(i int) bool { return s.low(i-1) == "the" }

// parseAdjective reads a run that begins with adjectives of people, parties or
// faiths up to token k.
func (s *nameScan) parseAdjective(i, k, j, end int) int {
	if k == j {
		if m := s.lowerOrg(j, end); m > j && !s.isAnyOnes(i, m) {
			s.add(found{tokenRange: tokenRange{i, m}, kind: news.Organisation, sure: true})
			return m
		}
		return j
	}
	return s.parse(k, j, end)
}

// isAnyOnes reports whether the body [i, m) is any of a party or faith: "a
// Democratic administration".
func (s *nameScan) isAnyOnes(i, m int) bool {
	if _, demonym := lexicon.Demonym(s.low(i)); demonym || m-i != 2 {
		return false
	}
	return lexicon.GroupAdjective(s.low(i)) && isRule(s.low(m-1))
}

// isRule reports whether w is what those in power are called.
func isRule(w string) bool {
	return w == "administration" || w == "government" || w == "regime" || w == "presidency"
}

// skipAdjective returns the token behind the adjectives that [i, j) begins
// with: "Northern Irish", "Republican".
func (s *nameScan) skipAdjective(i, j int) int {
	for i < j {
		n := s.adjectiveAt(i, j)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

func (s *nameScan) adjectiveAt(i, j int) int {
	if i+1 < j {
		if s.low(i) == "puerto" && strings.HasPrefix(s.low(i+1), "rican") {
			return 2
		}
		if _, ok := lexicon.Demonym(s.low(i) + " " + s.low(i+1)); ok {
			return 2
		}
	}
	if _, ok := lexicon.Demonym(s.low(i)); ok {
		return 1
	}
	if _, given := lexicon.GivenName(s.low(i)); given && i+1 < j && !lexicon.CommonWord(s.low(i+1)) && !lexicon.GroupAdjective(s.low(i+1)) {
		return 0
	}
	if lexicon.GroupAdjective(s.low(i)) {
		return 1
	}
	return 0
}

// parseOpen reads a run nothing but its shape tells of.
func (s *nameScan) parseOpen(i, j, end int) int {
	if m := s.lowerOrg(j, end); m > j && j-i <= 3 && !s.everyday(i) && s.low(m-1) != "presidency" {
		s.add(found{tokenRange: tokenRange{i, m}, kind: news.Organisation, sure: true})
		return m
	}
	if s.isPrefixed(i, j) {
		i++
	}
	if s.isPeopleOf(i, j) {
		return j
	}
	if j-i == 1 {
		s.parseSingle(i)
		return j
	}
	_, given := lexicon.GivenName(s.low(i))
	the := s.precededByThe(i)
	switch {
	case s.isCampus(i, j):
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Organisation, sure: true})
	case s.isOfficeOnly(i, j):
		s.nested(i, j-1)
	case strings.Contains(s.src[s.tokens[i].Start:s.tokens[j-1].End], "&"), s.endsInBody(i, j), s.low(i) == "team", s.isTeam(i, j):
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Organisation, sure: true})
	case s.tokens[j-1].shout && !s.tokens[i].shout && !isNameSuffix(s.low(j-1)) && !s.isInitial(j-1):
	case s.isPlace(i, j, given && !the):
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Place, sure: true})
	case lexicon.ThingHead(s.low(j-1)) && (j-i > 2 || !given || the || lexicon.CommonWord(s.low(i))), isCamel(s.word(j-1)) && !(given && s.isCamelSurname(j-1)):
	case given && !the && s.nameLength(i, j) <= 5 && (!lexicon.GroupAdjective(s.low(j-1)) || s.isSurnameToo(j-1)) && !s.isBeforeNoun(i, j):
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Person, sure: !s.allCommon(i+1, j) || s.nameLength(i, j) < 3})
	case !the && s.nameLength(i, j) <= 4 && !s.allCommon(i, j) && !lexicon.GroupAdjective(s.low(j-1)):
		s.add(found{tokenRange: tokenRange{i, j}, kind: news.Person})
	default:
		s.left = append(s.left, found{tokenRange: tokenRange{i, j}, the: the})
	}
	return j
}

// isCamelSurname reports whether the word at i, behind a given name, is a family
// name with a capital inside, "LeVenn", and not a name that the page has glued to
// what follows it: neither part stands by itself.
func (s *nameScan) isCamelSurname(i int) bool {
	w := s.word(i)
	k := 2
	for k < len(w) && !(w[k] >= 'A' && w[k] <= 'Z') {
		k++
	}
	head, tail := text.Fold(w[:k]), text.Fold(w[k:])
	return k < 5 && len(tail) > 3 && s.capitals[head] == 0 && !isFamily(tail) && !lexicon.CommonWord(tail) && !isCamel(w[k:])
}

// isSurnameToo reports whether the adjective of a people at i is a family name
// as well and no noun follows it: "Ana White".
func (s *nameScan) isSurnameToo(i int) bool {
	switch s.low(i) {
	case "white", "black", "french", "english", "irish", "welsh", "german", "roman", "christian", "islam":
		return !s.isNounAt(i + 1)
	}
	return false
}

// isPrefixed reports whether the run [i, j) is a full name behind the acronym of
// an office or body: "DNI Ana Venn".
func (s *nameScan) isPrefixed(i, j int) bool {
	return j-i > 2 && s.tokens[i].shout && len(s.low(i)) > 2 && !isFamily(s.low(i)) && !s.isInitial(i) && !s.tokens[i+1].shout && isFamily(s.low(i+1)) && !s.tokens[j-1].shout
}

// isPeopleOf reports whether the run [i, j) is those who live in a known place:
// "Port Venners" of Port Venn.
func (s *nameScan) isPeopleOf(i, j int) bool {
	last := s.low(j - 1)
	for _, end := range [...]string{"ers", "er", "ans", "an", "ites", "ite"} {
		stem, ok := strings.CutSuffix(last, end)
		if !ok || len(stem) < 3 || j-i < 2 {
			continue
		}
		if k := loneKnown(strings.ToLower(s.src[s.tokens[i].Start:s.tokens[j-2].End]) + " " + stem); k != nil && k.Kind != lexicon.KnownBody {
			return true
		}
	}
	return false
}

// isCampus reports whether the run [i, j) is an acronym before a place, as parts
// of a university are called: "UN Port Venn".
func (s *nameScan) isCampus(i, j int) bool {
	if t := &s.tokens[i]; !t.shout || t.title || len(t.low) > 4 || s.isInitial(i) || s.shouting(i) || isPlainAcronym(t.low) || lexicon.GroupAdjective(t.low) {
		return false
	}
	name, n := s.knownAt(i+1, j)
	return n == j-i-1 && name.Kind == lexicon.KnownPlace
}

// isOfficeOnly reports whether the run [i, j) ends in an office and no name:
// "Venncorp President and …".
func (s *nameScan) isOfficeOnly(i, j int) bool {
	last := s.low(j - 1)
	return lexicon.RoleOffice(last) && !isFamily(last) && !s.isSurname(i, j-1) && !s.isSpeaker(i, j)
}

// parseSingle takes the lone capitalised word at i, left open.
func (s *nameScan) parseSingle(i int) {
	t := &s.tokens[i]
	if strings.HasSuffix(t.low, "ism") && len(t.low) > 5 {
		return
	}
	if lexicon.CalendarWord(t.low) || len(t.low) < 2 || isNameSuffix(t.low) || t.low == "ret" || lexicon.FunctionWord(t.low) && !t.shout && !(isFamilyToo(t.low) && s.capitals[t.low] > 0) || strings.HasSuffix(t.In(s.src), ".") && lexicon.Title(t.low) {
		return
	}
	s.add(found{tokenRange: tokenRange{i, i + 1}, weak: s.isTitle(i) || lexicon.CommonWord(t.low) && !t.shout})
}

// endsInBody reports whether the run ends in the acronym of a known body:
// "Venland GOP".
func (s *nameScan) endsInBody(i, j int) bool {
	name, n := s.knownAt(j-1, j)
	return n == 1 && name.Kind == lexicon.KnownBody && s.tokens[j-1].shout && !s.tokens[i].shout
}

// isBeforeNoun reports whether the run [i, j), whose words behind the first are
// everyday ones, says what kind of thing the noun behind it is: "the Halden
// Access pipelines".
func (s *nameScan) isBeforeNoun(i, j int) bool {
	if !s.allCommon(i+1, j) || !s.isNounAt(j) || s.speaksAt(j) || lexicon.RoleHead(s.low(j)) {
		return false
	}
	return s.tagged.pos[j] == "NNS" || s.low(j+1) == "," || s.low(j+1) == "."
}

// nameLength counts the words of [i, j), initials apart.
func (s *nameScan) nameLength(i, j int) int {
	n := 0
	for ; i < j; i++ {
		if t := &s.tokens[i]; (t.Kind == text.Upper || t.upper) && len(t.low) > 1 {
			n++
		}
	}
	return n
}

func (s *nameScan) allCommon(i, j int) bool {
	for ; i < j; i++ {
		if low := s.low(i); !lexicon.CommonWord(low) && len(low) > 1 {
			return false
		}
	}
	return true
}

// isPlace reports whether [i, j) has the shape of a place's name.
func (s *nameScan) isPlace(i, j int, given bool) bool {
	if s.isTeam(i, j) {
		return false
	}
	if _, people := lexicon.Demonym(s.low(j - 1)); people || lexicon.GroupAdjective(s.low(j-1)) {
		return false
	}
	if lexicon.PlaceHead(s.low(j - 1)) {
		if s.isInitial(j-2) || s.isSpeaker(i, j) || given && s.isPost(i-1) && !isPlaceOnly(s.low(j-1)) {
			return false // a family name
		}
		return !given || j-i > 2 || isPlaceOnly(s.low(j-1)) || isPlacePreposition(s.low(i-1)) || s.low(j-1) == "county" && s.low(i-1) == "of"
	}
	if isGround(s.low(j - 1)) {
		return !given || isPlacePreposition(s.low(i-1))
	}
	return lexicon.PlaceFirst(s.low(i)) && j-i <= 3 && !lexicon.ThingHead(s.low(j-1))
}

// isGround reports whether w, folded, ends the name of a stretch of ground or
// water and is hardly anybody's family name.
func isGround(w string) bool {
	switch w {
	case "cove", "basin", "bayou", "junction", "flats", "landfill", "rd", "hwy", "blvd", "ave", "reef", "mesa", "butte", "dunes", "wharf", "lagoon", "fjord", "quarry", "bluffs", "gulch", "ravine", "estuary", "reservoir", "wilderness", "archipelago", "isthmus", "wetlands", "foothills", "crater":
		return true
	}
	return false
}

// isPost reports whether the token at i is a role in small letters, as right
// before somebody's name: "host".
func (s *nameScan) isPost(i int) bool {
	return i >= 0 && s.tokens[i].Kind == text.Lower && lexicon.RoleHead(s.low(i)) && !lexicon.RolePlural(s.low(i)) && !lexicon.OrgNoun(s.low(i))
}

// isPlaceOnly reports whether w, folded, at the end of a name heads a place and
// is nobody's family name.
func isPlaceOnly(w string) bool {
	switch w {
	case "county", "airport", "island", "islands", "road", "avenue", "boulevard", "township", "highway":
		return true
	}
	return false
}

// isSpeaker reports whether a verb of speech stands beside the run [i, j) of two
// words, or an age or "who" behind it, as beside a person's name.
func (s *nameScan) isSpeaker(i, j int) bool {
	if j-i != 2 || s.precededByThe(i) || lexicon.PlaceFirst(s.low(i)) || lexicon.CommonWord(s.low(i)) {
		return false
	}
	return s.speaksAt(i-1) || s.speaksAt(j) || s.low(j) == "," && (s.low(j+1) == "who" || s.isAged(j) || s.isRoleAt(j+1))
}

// isRoleAt reports whether a short phrase with an article at token i has a role
// for its head: "the pollster".
func (s *nameScan) isRoleAt(i int) bool {
	if w := s.low(i); w != "a" && w != "an" && w != "the" {
		return false
	}
	for k := i + 1; k < len(s.tokens) && k < i+5; k++ {
		t := &s.tokens[k]
		if t.Kind != text.Lower && t.Kind != text.Upper {
			return false
		}
		if t.Kind == text.Lower && lexicon.RoleHead(t.low) {
			return true
		}
	}
	return false
}

func isPlacePreposition(w string) bool {
	switch w {
	case "in", "at", "near", "outside", "inside", "into", "across", "throughout", "toward", "towards", "around":
		return true
	}
	return false
}

func isFamily(w string) bool {
	_, given := lexicon.GivenName(w)
	return given
}
