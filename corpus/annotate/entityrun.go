package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// found is a stretch of text that names something, before the article's
// mentions are put together.
type found struct {
	tokenRange
	kind  news.ActorKind // empty while open
	known *lexicon.Known // nil unless the lexicon has it
	role  tokenRange     // the words before the name that give a role; may be empty
	title string         // the folded title or role word right before the name
	sure  bool           // no further evidence is needed
	the   bool           // "the" stands before it
	weak  bool           // a name only if somebody bears it: a title or an everyday word
}

// scan finds the names of one sentence.
func (s *nameScan) scan(r tokenRange) {
	for i := r.lo; i < r.hi; {
		i = max(i+1, s.scanAt(i, r.hi))
	}
}

// scanAt reads what begins at token i and returns the token to go on from.
func (s *nameScan) scanAt(i, end int) int {
	t := &s.tokens[i]
	if s.isOrdinal(i) && i+1 < end && s.tokens[i+1].upper {
		return s.scanOrdinal(i, end)
	}
	if !t.upper || s.isTag(i) {
		if t.Kind == text.Lower && isShip(t.low) && i+1 < end && s.tokens[i+1].upper && !isFamily(s.low(i+1)) {
			return s.scanVessel(i, end)
		}
		return i + 1
	}
	if end := s.workEnd(i, end); end > 0 {
		return end
	}
	if isVessel(t.low) && i+1 < end && s.tokens[i+1].upper {
		return s.scanVessel(i, end)
	}
	if (s.everyday(i) || s.isDate(i)) && !s.isMonthlyGiven(i) && !s.opensOffice(i, s.runEnd(i, end)) {
		if _, n := s.knownAt(i, end); n < 2 && !s.opensRole(i, end) {
			return i + 1
		}
	}
	return s.scanRun(i, end)
}

// scanRun reads the run of capitalised words that begins at token i.
func (s *nameScan) scanRun(i, end int) int {
	j := s.runEnd(i, end)
	if k := s.cut(i, j); k < j {
		s.parse(i, k, k)
		return j
	}
	return s.parse(i, j, end)
}

// isVessel reports whether w, folded, stands before the name of a ship or storm.
func isVessel(w string) bool { return lexicon.Vessel.Has(w) }

// isShip reports whether w, folded, says what ship the name behind it is of: "the
// tanker Halden Star".
func isShip(w string) bool {
	switch w {
	case "tanker", "freighter", "trawler", "frigate", "destroyer", "warship", "ferry", "yacht", "submarine", "vessel", "battleship", "ship":
		return true
	}
	return false
}

// scanVessel passes over the ship or storm named behind token i and keeps its
// name, which by itself is nobody's. "Ms." is no ship's.
func (s *nameScan) scanVessel(i, end int) int {
	if s.low(i) == "ms" && s.word(i) != "MS" || s.isTitle(i+1) {
		return s.scanRun(i, end)
	}
	j := s.runEnd(i+1, end)
	for k := i + 1; k < j; k++ {
		s.things[s.low(k)] = true
	}
	return j
}

// longestWork is the most words of a title of a work that is read as one.
const longestWork = 6

// workEnd returns the end of the title of a work that opens at token i, right
// behind a quotation mark: words with capitals throughout, an everyday word
// first, that a mark closes, as "Morning Venn". It is 0 where there is none.
func (s *nameScan) workEnd(i, end int) int {
	if i == 0 || s.tokens[i-1].Kind != text.Mark || !lexicon.CommonWord(s.low(i)) && !s.isThing(i, end) || s.low(i) == "the" || s.isTitle(i) || s.isNational(i) {
		return 0
	}
	for k := i + 1; k < min(end, i+longestWork+2); k++ {
		t := &s.tokens[k]
		switch {
		case t.Kind == text.Mark:
			if t.Start == s.tokens[k-1].End && k-i > 1 && t.In(s.src) != "'" && !lexicon.OrgHead(s.low(k-1)) {
				return k
			}
			return 0
		case t.low == "," && k+1 < end && s.tokens[k+1].Kind == text.Mark, t.Kind == text.Clitic:
		case t.Kind != text.Upper && !(lexicon.FunctionWord(t.low) && k-i < 3):
			return 0
		}
	}
	return 0
}

// isThing reports whether the two words at i are the name of a plan, bill or the
// like that a mark closes: "Penny Plan".
func (s *nameScan) isThing(i, end int) bool {
	return i+2 < end && s.tokens[i+2].Kind == text.Mark && s.tokens[i+1].Kind == text.Upper && lexicon.ThingHead(s.low(i+1)) && !lexicon.PlaceHead(s.low(i+1))
}

// isTag reports whether the word at i is a hashtag or an account's handle.
func (s *nameScan) isTag(i int) bool {
	w := s.word(i - 1)
	return (w == "#" || w == "@") && s.tokens[i-1].End == s.tokens[i].Start
}

// opensRole reports whether the everyday word at i is a title before a name.
func (s *nameScan) opensRole(i, end int) bool {
	if i+1 >= end {
		return false
	}
	if lexicon.OrgHead(s.low(i)) && s.extendOrg(i+1, end) > i+1 {
		return true
	}
	if !s.isTitle(i) {
		return false
	}
	if k := i + 2; isRolePreposition(s.low(i+1)) && k < end {
		return s.tokens[k].upper || s.low(k) == "the" && k+1 < end && s.tokens[k+1].upper
	}
	return s.tokens[i+1].upper && !s.everyday(i+1)
}

// isMonthlyGiven reports whether the month at i is a given name: a role stands
// right before it and a family name behind it, as in "manager May Venn".
func (s *nameScan) isMonthlyGiven(i int) bool {
	switch s.low(i) {
	case "may", "june", "april", "august":
		return s.followedByName(i) && !lexicon.CommonWord(s.low(i+1)) && i > 0 && s.tokens[i-1].Kind == text.Lower && lexicon.RoleHead(s.low(i-1))
	}
	return false
}

// isDate reports whether the token at i is a month or weekday and no name.
func (s *nameScan) isDate(i int) bool {
	if !lexicon.CalendarWord(s.low(i)) {
		return false
	}
	next := i + 1
	given := isFamily(s.low(i))
	return !given || next >= len(s.tokens) || !s.tokens[next].upper || lexicon.CommonWord(s.low(next)) && !isFamily(s.low(next))
}

func (s *nameScan) isOrdinal(i int) bool {
	t := &s.tokens[i]
	return t.Kind == text.Number && (strings.HasSuffix(t.low, "th") || strings.HasSuffix(t.low, "st") || strings.HasSuffix(t.low, "nd") || strings.HasSuffix(t.low, "rd"))
}

// scanOrdinal reads "9th U.S. Circuit Court of Appeals".
func (s *nameScan) scanOrdinal(i, end int) int {
	j := s.runEnd(i+1, end)
	if !lexicon.OrgHead(s.low(j - 1)) {
		return i + 1
	}
	j = s.extendOrg(j, end)
	s.add(found{tokenRange: tokenRange{i, j}, kind: news.Organisation, sure: true})
	return j
}

// longestRun bounds the tokens of one run of capitalised words: a page of
// capitals is no name.
const longestRun = 40

// runEnd returns the end of the run of capitalised words that begins at i,
// with the particles, initials and nicknames inside it.
func (s *nameScan) runEnd(i, end int) int {
	j := i + 1
	for j < min(end, i+longestRun) {
		n := s.runStep(i, j, end)
		if n == 0 {
			break
		}
		j += n
	}
	return j
}

// cut returns where the run [i, j) stops being one name: where a page printed
// a name again, glued to what followed it ("Ana Venn Ana VennStorm").
func (s *nameScan) cut(i, j int) int {
	if s.word(j) == "(" {
		for e := i; e < j-2; e++ {
			if s.low(e) == s.low(j+1) && isFamily(s.low(e)) {
				return j - 1 // "Bob Venn | Robert (Bob) Venn"
			}
		}
	}
	for k := i + 1; k < j; k++ {
		low := s.low(k)
		for e := i; e < k; e++ {
			w := s.low(e)
			if len(w) < 3 || s.word(k-1) == "&" || !strings.HasPrefix(low, w) || s.tokens[k].Kind != text.Upper {
				continue
			}
			if low == w && k > e+1 && (e == i || isFamily(w)) {
				return k
			}
			if rest := s.word(k)[min(len(w), s.tokens[k].Len()):]; low != w && e > i && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z' {
				return e + 1
			}
		}
	}
	return j
}

// runStep returns how many tokens from j on belong to the run that began at i.
func (s *nameScan) runStep(i, j, end int) int {
	t := &s.tokens[j]
	switch {
	case t.upper && s.goesOn(j):
		return 1
	case isParticle(t.low) && t.Kind == text.Lower:
		return s.particleStep(j, end)
	case t.In(s.src) == "&" && j+1 < end && s.tokens[j+1].upper:
		return 2
	case t.In(s.src) == "," && j+1 < end && isNameSuffix(s.low(j+1)) && s.low(j+1) != "i":
		return 2
	case (t.Kind == text.Mark || t.In(s.src) == "(") && s.isNickname(i, j, end):
		return 3
	case t.Kind == text.Clitic && j+1 < end && s.tokens[j+1].Kind == text.Upper && s.ownsName(i, j):
		return 2
	case t.Kind == text.Mark:
		return s.membersStep(j, end)
	case s.isOrdinal(j) && j+1 < end && s.tokens[j+1].upper:
		return 1
	}
	return 0
}

// ownsName reports whether the possessive before the clitic at j is part of a
// name: "Women's March", "St. Venn's Hospital".
func (s *nameScan) ownsName(i, j int) bool {
	switch s.low(i) {
	case "st", "saint":
		return lexicon.OrgHead(s.low(j+1)) || lexicon.PlaceHead(s.low(j+1))
	}
	if det := s.low(i - 1); j == i+1 && (det == "a" || det == "an" || det == "the") && isFamily(s.low(i)) {
		return lexicon.OrgHead(s.low(j + 1))
	}
	switch s.low(j - 1) {
	case "women", "men", "children", "people", "workers", "farmers", "teachers", "veterans":
		return j == i+1
	}
	return false
}

// membersStep returns how many tokens from the apostrophe at j on go on with
// the name of a body called by its members: "Dockers’ Union", "Dockers’ and
// Millers’ Union"; 0 if it is none.
func (s *nameScan) membersStep(j, end int) int {
	if w := s.word(j); w != "'" && w != "’" || s.tokens[j-1].End != s.tokens[j].Start || !strings.HasSuffix(s.low(j-1), "s") {
		return 0
	}
	k := j + 1
	if s.low(k) == "and" && k+2 < end && s.tokens[k+1].upper {
		if k += 3; !strings.HasPrefix(s.word(k-1), "'") && !strings.HasPrefix(s.word(k-1), "’") {
			return 0
		}
	}
	if k >= end || s.tokens[k].Kind != text.Upper || !isMemberBody(s.low(k)) {
		return 0
	}
	return k + 1 - j
}

// isMemberBody reports whether w, folded, is what people of one trade or
// interest join.
func isMemberBody(w string) bool {
	switch w {
	case "union", "association", "guild", "federation", "league", "alliance", "club", "society", "council", "congress", "party", "trust", "institute", "coalition", "forum", "movement":
		return true
	}
	return false
}

func (s *nameScan) particleStep(j, end int) int {
	n := 1
	for j+n < end && n < 3 && s.tokens[j+n].Kind == text.Lower && isParticle(s.low(j+n)) {
		n++
	}
	if j+n < end && s.tokens[j+n].upper && s.tokens[j+n].Kind == text.Upper && (s.low(j) != "e" && s.low(j) != "y" || n == 1) {
		return n
	}
	return 0
}

// isNickname reports whether the mark at j opens a nickname within a name:
// Robert "Bob" Venn.
func (s *nameScan) isNickname(i, j, end int) bool {
	for j-i > 2 && s.isTitle(i) {
		i++
	}
	if j+3 >= end || j-i > 2 || !s.tokens[j+1].upper || !s.tokens[j+3].upper || s.tokens[j+3].Kind != text.Upper {
		return false
	}
	if _, ok := lexicon.GivenName(s.low(i)); !ok {
		return false
	}
	closer := &s.tokens[j+2]
	if s.word(j) == "(" {
		return s.word(j+2) == ")" && len(s.low(j+1)) > 2 && !s.tokens[j+1].shout
	}
	return closer.Kind == text.Mark
}

// goesOn reports whether the capitalised word at j goes on with the name
// before it rather than being a word of another kind.
func (s *nameScan) goesOn(j int) bool {
	low := s.low(j)
	if s.isInitial(j) {
		return true
	}
	if isCompanyForm(s.low(j - 1)) {
		return false
	}
	if s.word(j+1) == "&" && s.tokens[j].End == s.tokens[j+1].Start {
		return true
	}
	if lexicon.CalendarWord(low) || lexicon.FunctionWord(low) {
		return (isFamily(s.low(j-1)) || lexicon.Courtesy(s.low(j-1))) && isFamilyToo(low) && s.low(j+1) != "be" || s.tokens[j].shout && low != "a" && low != "i"
	}
	return true
}

// isFamilyToo reports whether w, a month or a word of mere grammar, is a family
// name behind a given name: "Ana Little".
func isFamilyToo(w string) bool {
	switch w {
	case "may", "will", "march", "little", "more", "much", "few", "best", "long", "self":
		return true
	}
	return false
}

// isParticle reports whether w, in lower case, joins parts of a name.
func isParticle(w string) bool {
	switch w {
	case "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "van", "von", "der", "den", "ter", "ten", "zu", "bin", "bint", "ibn", "ben", "al", "el", "y", "e", "af", "av":
		return true
	}
	return false
}

func isNameSuffix(w string) bool {
	switch w {
	case "jr", "sr", "ii", "iii", "iv":
		return true
	}
	return false
}

func (s *nameScan) add(f found) {
	if f.lo > 0 && !f.the {
		f.the = s.low(f.lo-1) == "the"
	}
	s.found = append(s.found, f)
}
