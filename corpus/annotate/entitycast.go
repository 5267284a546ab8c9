package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// cast puts the names found in an article together into entities.
type cast struct {
	*nameScan
	members   []*member
	families  map[string][]*member // family name key → people
	others    map[string][]*member // given and inner names → people
	bodies    map[string]*member   // organisation or place key → its entity
	bare      map[string]int       // folded single word → how often it stands alone
	alone     map[string][]int     // name key → the tokens where a word of it stands alone, ascending
	titled    map[int]bool         // first tokens of the names behind a title that made a person
	initials  map[string]*member   // initials of an organisation's name → it
	asPlaces  map[string]bool      // countries of one word, folded, told of as places; made on first use
	firsts    map[string]*member   // first word of a company's name → it, nil where two begin with it
	heads     map[string][]placed  // last word of an organisation's name, or the one before "of" → its mentions
	nicks     map[string]*member   // see nicknamed
	keys      map[string]string    // name keys by the word they are of
	labels    []tag.Label          // what the name tagger says of each token
	headlined map[string]bool      // folded family names behind a given name in a headline
	owner     []int                // for each token 1 + the index of the name or role found that holds it
}

// member is an entity in the making.
type member struct {
	kind      news.ActorKind
	words     []string // of a person: the folded words of the fullest name, suffix apart
	suffix    string   // "jr"
	names     []found  // its mentions
	full      int      // how many of them give more than the family name
	held      int      // how many give the family name behind an office of theirs
	gender    [2]int   // votes for male, female
	known     *lexicon.Known
	described []text.Span     // where a description stands for it
	fullAt    []int           // the first tokens of its mentions by full name, ascending
	titles    map[string]bool // the titles before its mentions
}

func newCast(s *nameScan) *cast {
	c := &cast{nameScan: s, families: map[string][]*member{}, others: map[string][]*member{}, bodies: map[string]*member{}, bare: map[string]int{}, alone: map[string][]int{},
		titled: map[int]bool{}, initials: map[string]*member{}, firsts: map[string]*member{}, heads: map[string][]placed{}, nicks: map[string]*member{}, keys: map[string]string{},
	}
	c.headlined = c.readFamilies()
	c.owner = make([]int, len(s.tokens))
	for k, f := range s.found {
		if f.hi-f.lo == 1 {
			c.bare[s.low(f.lo)]++
			k := c.key(s.low(f.lo))
			c.alone[k] = append(c.alone[k], f.lo)
		}
		for i := f.role.lo; i < f.role.hi; i++ {
			c.owner[i] = k + 1
		}
		for i := f.lo; i < f.hi; i++ {
			c.owner[i] = k + 1
		}
	}
	return c
}

// assemble decides what every name found stands for: full names first, then
// what leans on them.
func (c *cast) assemble() {
	c.consult()
	var singles []int
	var weak []int
	for i := range c.found {
		f := &c.found[i]
		if f.kind == news.Person || f.kind == "" {
			f.role = c.roleOf(f)
		}
		switch {
		case f.kind == news.Person && len(c.nameWords(f)) > 1:
			c.undress(f)
			if c.isShouted(f) {
				continue
			}
			if f.sure || !f.role.empty() {
				c.addFull(*f)
				continue
			}
			weak = append(weak, i)
		case f.kind == news.Person, f.kind == "", f.known != nil && f.hi-f.lo == 1:
			singles = append(singles, i)
		default:
			c.addBody(*f)
		}
	}
	for _, i := range weak {
		f := &c.found[i]
		if c.bodies[c.bodyKey(f)] != nil {
			c.addBody(*f)
		} else if c.isEpithet(f) {
			f.lo = f.hi - 1
			singles = append(singles, i)
		} else if c.trim(f) {
			singles = append(singles, i)
		} else if k := c.placeBehind(f); k != nil {
			c.addBody(found{tokenRange: tokenRange{f.hi - 1, f.hi}, known: k})
		} else if c.isPersonal(f) {
			c.addFull(*f)
		} else {
			c.addUncertain(*f)
		}
	}
	c.addLeft()
	c.joinTails()
	c.joinSlips()
	slices.Sort(singles)
	for _, m := range c.members {
		slices.Sort(m.fullAt)
	}
	for _, at := range c.alone {
		slices.Sort(at)
	}
	c.addSingles(singles)
}

// isEpithet reports whether the name f of two words is what somebody named in
// full is called by with the given name: "Stormy Ana" of Ana Venn.
func (c *cast) isEpithet(f *found) bool {
	low := c.low(f.hi - 1)
	return f.hi-f.lo == 2 && f.role.empty() && !isFamily(c.low(f.lo)) && isFamily(low) && len(c.families[c.key(low)]) == 0 && len(c.others[low]) == 1 && c.bare[c.low(f.lo)] == 0
}

// trim takes off a name without a known given name the words before the name
// of somebody the article names elsewhere: "Stop Venn", "Sanctimonious Ana
// Venn". It reports whether the family name alone is left.
func (c *cast) trim(f *found) bool {
	for g := f.lo + 1; g+1 < f.hi; g++ {
		if !isFamily(c.low(g)) || c.isInitial(g-1) || !lexicon.CommonWord(c.low(f.lo)) && g == f.lo+1 && len(c.families[c.key(c.low(f.hi-1))]) == 0 {
			continue
		}
		f.lo = g
		return false
	}
	if isFamily(c.low(f.lo)) || lexicon.FamilyFirst(c.low(f.lo)) || len(c.families[c.key(c.low(f.hi-1))]) == 0 || !c.tokens[f.hi-1].upper {
		return false
	}
	if c.isInitial(f.lo) || !lexicon.CommonWord(c.low(f.lo)) && c.bare[c.low(f.lo)] == 0 {
		return false
	}
	f.lo = f.hi - 1
	return true
}

func (r tokenRange) empty() bool { return r.lo >= r.hi }

// roleOf returns the words that give the role of the name f, before it.
func (c *cast) roleOf(f *found) tokenRange {
	if !f.role.empty() {
		return f.role
	}
	r := c.lowerRole(f.lo)
	if r.empty() {
		return r
	}
	f.title = c.low(r.hi - 1)
	for r.lo > 0 && max(c.owner[r.lo], c.owner[r.lo-1]) > 0 {
		o := &c.found[max(c.owner[r.lo], c.owner[r.lo-1])-1]
		if o.kind != news.Organisation || o.lo >= r.lo || o.hi < r.lo {
			break
		}
		r.lo = o.lo
	}
	return r
}

// nameWords returns the folded words of a person's name, nicknames and
// suffixes apart.
func (c *cast) nameWords(f *found) []string {
	var out []string
	for i := f.lo; i < f.hi; i++ {
		t := &c.tokens[i]
		if t.Kind == text.Mark || t.Kind == text.Punct {
			if i+2 < f.hi && c.word(i) != "," && c.word(i) != "&" {
				i += 2
			}
			continue
		}
		if !isNameSuffix(t.low) || i == f.lo {
			out = append(out, t.low)
		}
	}
	return out
}

func (c *cast) suffixOf(f *found) string {
	if low := c.low(f.hi - 1); isNameSuffix(low) && f.hi-f.lo > 1 {
		return low
	}
	return ""
}

// isPersonal reports whether a name of several words, none a known given name,
// is a person's.
func (c *cast) isPersonal(f *found) bool {
	score := 1
	if c.isAffiliation(f) || c.isCalledBody(f) {
		score -= 5
	}
	for i := f.lo; i < f.hi; i++ {
		if low := c.low(i); lexicon.CommonWord(low) && len(low) > 1 {
			score--
		}
		if c.tokens[i].shout && len(c.low(i)) > 2 && !c.isInitial(i) || isCamel(c.word(i)) {
			score -= 2
		}
	}
	if isPlacePreposition(c.low(f.lo - 1)) {
		score -= 2
	}
	if k, _ := c.knownAt(f.hi-1, f.hi); k != nil && k.Kind == lexicon.KnownCountry {
		score -= 2
	}
	if c.isCalledByFirst(f) {
		score -= 3
	}
	if low := c.low(f.lo); lexicon.CommonWord(low) && len(low) > 1 {
		score--
	}
	if len(c.families[c.key(c.low(f.lo))]) > 0 && !lexicon.FamilyFirst(c.low(f.lo)) {
		score -= 3
	}
	if c.speaksAt(f.hi) || c.speaksAt(f.lo-1) {
		score += 2
	}
	if c.isAged(f.hi) || c.low(f.hi) == "," && c.low(f.hi+1) == "who" {
		score += 3
	}
	if f.lo > 1 && c.tokens[f.lo-1].Kind == text.Clitic && c.owner[f.lo-2] > 0 && c.found[c.owner[f.lo-2]-1].kind == news.Organisation {
		score++ // "CNN's Bakaro Sellander"
	}
	if !c.apposition(f.hi).empty() {
		score += 3
	}
	if c.bare[c.low(f.hi-1)] > 0 && !lexicon.CommonWord(c.low(f.hi-1)) {
		score += 2
	}
	if lexicon.FamilyFirst(c.low(f.lo)) {
		score++
	}
	return score+c.tagScore(f) > 0
}

// placeBehind returns the known place that the name f of two words ends in where
// the word before it is no part of a name: an everyday one, or one that opens a
// sentence as a command does, "Add Norway". It is nil if there is none.
func (c *cast) placeBehind(f *found) *lexicon.Known {
	k, _ := c.knownAt(f.hi-1, f.hi)
	if k == nil || k.Kind == lexicon.KnownBody || f.hi-f.lo != 2 {
		return nil
	}
	land := k.Kind == lexicon.KnownCountry
	switch {
	case lexicon.CommonWord(c.low(f.lo)) && land, c.tokens[f.lo].first && c.isVerb(f.lo):
		return k
	case c.tokens[f.lo].first && c.bare[c.low(f.hi-1)] > 0 && (land || lexicon.State(k.Name) != ""):
		return k // "Combine Norway and", where Norway is spoken of
	}
	return nil
}

// isVerb reports whether the word at i is read as the base form of a verb, or
// printed without a capital elsewhere.
func (c *cast) isVerb(i int) bool {
	return c.lowers[c.low(i)] > 0 || c.tagged.pos[i] == "VB" || c.tagged.pos[i] == "VBP"
}

// isAged reports whether an age stands behind the name that ends before i:
// ", 43,".
func (s *nameScan) isAged(i int) bool {
	return s.low(i) == "," && i+2 < len(s.tokens) && s.tokens[i+1].Kind == text.Number && len(s.low(i+1)) <= 3 && (s.low(i+2) == "," || s.low(i+2) == ".")
}

// addFull adds a mention by full name.
func (c *cast) addFull(f found) {
	words, suffix := c.nameWords(&f), c.suffixOf(&f)
	m := c.findFull(words, suffix)
	if m == nil {
		m = &member{kind: news.Person, words: words, suffix: suffix}
		c.members = append(c.members, m)
		c.index(m)
	} else if len(words) > len(m.words) {
		m.words = words
		c.index(m)
	}
	m.full++
	c.mention(m, f)
}

// addFullTo adds a mention by full name of a person known by the family name.
func (c *cast) addFullTo(m *member, f found) {
	m.words = c.nameWords(&f)
	c.index(m)
	m.full++
	c.mention(m, f)
}

// key returns the name key of a folded word.
func (c *cast) key(w string) string {
	k, ok := c.keys[w]
	if !ok {
		k = lexicon.NameKey(w)
		c.keys[w] = k
	}
	return k
}

// index files a person under the parts of the name.
func (c *cast) index(m *member) {
	last := len(m.words) - 1
	c.file(c.families, m.words[last], m)
	if bare := bareArticle(m.words[last]); bare != m.words[last] {
		c.file(c.families, bare, m)
	}
	for i, w := range m.words[:last] {
		if i == 0 && lexicon.FamilyFirst(w) {
			c.file(c.families, w, m)
		}
		if !isInitials(w) && !isParticle(w) {
			if len(c.others[w]) < mostDescribed && !slices.Contains(c.others[w], m) {
				c.others[w] = append(c.others[w], m)
			}
		}
	}
}

func (c *cast) file(in map[string][]*member, w string, m *member) {
	k := c.key(w)
	if len(in[k]) < mostDescribed && !slices.Contains(in[k], m) {
		in[k] = append(in[k], m)
	}
}

// bareArticle strips the Arabic article: "al-venn" is "venn".
func bareArticle(w string) string {
	if i := strings.IndexByte(w, '-'); i > 1 && i < 4 && hasArticle(w[:i]+"-A") {
		return w[i+1:]
	}
	return w
}

// findFull returns the person a full name is another form of, nil if none.
func (c *cast) findFull(words []string, suffix string) *member {
	family := c.key(bareArticle(words[len(words)-1]))
	for _, m := range c.families[family] {
		if c.sameFullName(m.words, words) && c.sameSuffix(m, words, suffix) {
			return m
		}
	}
	whole := c.key(strings.Join(words, ""))
	for _, m := range c.families[c.key(words[0])] {
		if c.key(strings.Join(m.words, "")) == whole {
			return m
		}
	}
	return nil
}

// sameFullName reports whether two full names with one family name can be one
// person's.
func (c *cast) sameFullName(a, b []string) bool {
	if isTail(a, b) || isTail(b, a) {
		return true
	}
	return c.sameGiven(a[0], b[0]) && sameMiddle(a, b)
}

// sameMiddle reports whether no middle name or initial speaks against the
// other.
func sameMiddle(a, b []string) bool {
	return len(a) < 3 || len(b) < 3 || a[1][0] == b[1][0]
}

// isTail reports whether b is the end of a: "Lopez Venn" of "Ana Lopez Venn".
func isTail(a, b []string) bool {
	if len(b) < 2 || len(b) > len(a) {
		return false
	}
	return slices.Equal(a[len(a)-len(b):], b)
}

// sameGiven reports whether two folded given names agree: equal, spelt
// otherwise, short for one another, or one an initial.
func (c *cast) sameGiven(a, b string) bool {
	if isInitials(a) || isInitials(b) {
		return a[0] == b[0]
	}
	return c.key(a) == c.key(b) || lexicon.SameGiven(a, b)
}

// withParticles returns where a family name at token lo begins with the
// particles the full name has before it: "von der Venn".
func (c *cast) withParticles(m *member, lo int) int {
	k := slices.Index(m.words, c.low(lo))
	for k > 0 && lo > 0 && isParticle(m.words[k-1]) && c.low(lo-1) == m.words[k-1] {
		k, lo = k-1, lo-1
	}
	return lo
}

func (c *cast) mention(m *member, f found) {
	if m.kind == news.Person {
		f.lo = c.withParticles(m, f.lo)
	}
	m.names = append(m.names, f)
	if f.title != "" {
		if m.titles == nil {
			m.titles = map[string]bool{}
		}
		m.titles[f.title] = true
	}
	if f.hi-f.lo > 1 {
		m.fullAt = append(m.fullAt, f.lo)
	}
	for _, g := range []lexicon.Gender{lexicon.TitleGender(f.title) + lexicon.RoleGender(f.title), c.kinGender(&f)} {
		switch g {
		case lexicon.Male, 2 * lexicon.Male:
			m.gender[0] += 3
		case lexicon.Female, 2 * lexicon.Female:
			m.gender[1] += 3
		}
	}
}
