package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// addSingles decides the names of one word, in order: family names of people
// named in full, names behind a title, known names, acronyms, given names; what
// is left by how the article uses it.
func (c *cast) addSingles(singles []int) {
	for _, i := range singles {
		f := &c.found[i]
		if f.kind != news.Person || f.title == "" {
			continue
		}
		if m := c.familyOf(f); m != nil {
			if c.bears(m, f.title) {
				m.held++
			}
			continue
		}
		if m := c.firstSurname(f); m != nil {
			c.titled[f.lo] = true
			c.mention(m, *f)
			continue
		}
		c.addTitled(*f)
	}
	var left []int
	for _, i := range singles {
		f := &c.found[i]
		if c.titled[f.lo] {
			continue
		}
		switch m := c.single(f); {
		case m != nil:
			c.mention(m, *f)
		case f.known != nil:
			c.addBody(*f)
		case f.kind == "":
			left = append(left, i)
		}
	}
	c.vote(left)
}

// firstSurname returns the one person whose first family name of two f is: "Mr.
// Lopez" of Ana Lopez Venn; nil if there is none or several.
func (c *cast) firstSurname(f *found) *member {
	w := c.low(f.hi - 1)
	if ms := c.others[w]; len(ms) == 1 && f.hi-f.lo == 1 && len(ms[0].words) > 2 && ms[0].words[0] != w && !isFamily(w) {
		return ms[0]
	}
	return nil
}

// addTitled adds a person named by title and one name alone.
func (c *cast) addTitled(f found) {
	m := &member{kind: news.Person, words: c.nameWords(&f)}
	if len(m.words) == 0 {
		return
	}
	c.members = append(c.members, m)
	c.index(m)
	c.titled[f.lo] = true
	if lexicon.TitleGender(f.title) == lexicon.Unsaid {
		m.held++
	}
	c.mention(m, f)
}

// single returns the entity a name of one word stands for, nil if the words
// alone do not tell.
func (c *cast) single(f *found) *member {
	inPlace := f.known != nil && f.known.Kind != lexicon.KnownBody && (isPlacePreposition(c.low(f.lo-1)) || c.low(f.lo-1) == "from" && lexicon.CueNoun(c.low(f.lo-2)) == "" && !isDocument(c.low(f.lo-2)))
	if !inPlace && (!c.inherits(f) || c.isNamesake(f)) {
		if m := c.familyOf(f); m != nil {
			return m
		}
	}
	if f.known != nil {
		if m := c.acronym(f); m != nil && f.known.Kind == lexicon.KnownPlace {
			return m // "the GAO" of a Government Accountability Office is no town
		}
		if f.known.Kind == lexicon.KnownBody && !c.tokens[f.lo].shout {
			return c.firstWordOf(f)
		}
		return nil
	}
	if m := c.acronym(f); m != nil {
		return m
	}
	if f.the {
		if m := c.shortBody(f); m != nil || c.low(f.lo) != "treasury" && !c.isNounAt(f.hi) {
			return m
		}
	}
	if m := c.firstWordOf(f); m != nil {
		return m
	}
	if c.everyday(f.lo) {
		return nil
	}
	if t := &c.tokens[f.lo]; t.shout && !t.title && len(t.low) < 4 {
		return nil // "ED" is no Ed
	}
	if ms := c.others[c.low(f.lo)]; len(ms) == 1 {
		return ms[0]
	}
	return c.nicknamed(c.low(f.lo))
}

// shortBody returns the organisation named last before f whose name ends in
// it: "the Committee", "the Times"; nil if there is none.
func (c *cast) shortBody(f *found) *member {
	low := c.low(f.lo)
	if !lexicon.OrgHead(low) && !isPressName(low) {
		return nil
	}
	at := c.heads[low]
	k, _ := slices.BinarySearchFunc(at, f.lo, func(p placed, lo int) int { return p.lo - lo })
	if k == 0 {
		return nil
	}
	return at[k-1].of
}

// placed is a mention of an organisation by its first token.
type placed struct {
	lo int
	of *member
}

// fileHeads files an organisation's mention under the words it can be called
// by for short.
func (c *cast) fileHeads(m *member, f *found) {
	file := func(w string) { c.heads[w] = append(c.heads[w], placed{f.lo, m}) }
	file(c.low(f.hi - 1))
	for i := f.lo; i+1 < f.hi; i++ {
		if w := c.low(i + 1); w == "of" || w == "on" || w == "for" {
			file(c.low(i))
			break
		}
	}
}

// isPressName reports whether w, folded, behind "the" is what newspapers are
// called for short.
func isPressName(w string) bool {
	switch w {
	case "times", "post", "journal", "herald", "tribune", "telegraph", "star", "globe", "mail", "gazette", "chronicle", "examiner", "observer", "sun", "inquirer", "courier", "record", "register", "bee", "sentinel", "daily", "dispatch":
		return true
	}
	return false
}

// nicknamed returns the one person whose given name low is short for, or the
// long form of; nil if there is none or several.
func (c *cast) nicknamed(low string) *member {
	if _, ok := lexicon.GivenName(low); !ok {
		return nil
	}
	if m, ok := c.nicks[low]; ok {
		return m
	}
	c.nicks[low] = c.findNicknamed(low)
	return c.nicks[low]
}

func (c *cast) findNicknamed(low string) *member {
	var found *member
	for _, m := range c.members {
		if m.kind != news.Person || len(m.words) < 2 || !lexicon.SameGiven(m.words[0], low) {
			continue
		}
		if found != nil {
			return nil
		}
		found = m
	}
	return found
}

// inherits reports whether a known place or body of one word, which is also
// the family name of a person in the article, is plainly not that person.
func (c *cast) inherits(f *found) bool {
	return f.known != nil && (f.the && !c.isHis(f) || f.known.Kind == lexicon.KnownCountry || c.tokens[f.lo].shout && f.known.Kind == lexicon.KnownBody)
}

// isNamesake reports whether the name f of a country is rather that of a person whom the
// article names in full before, "Tom Norland … Norland said": it tells of no country so
// named.
func (c *cast) isNamesake(f *found) bool {
	if f.known == nil || f.known.Kind != lexicon.KnownCountry || f.the || f.hi-f.lo != 1 {
		return false
	}
	if m := c.familyOf(f); m == nil || c.lastFull(m, f.lo) < 0 {
		return false
	}
	if c.asPlaces == nil {
		c.asPlaces = c.usedAsPlaces()
	}
	return !c.asPlaces[c.low(f.lo)]
}

// usedAsPlaces returns the countries of one word, folded, that the article tells of as
// places: "in Norland", "to Norland", "Norland and".
func (c *cast) usedAsPlaces() map[string]bool {
	out := map[string]bool{}
	for i := range c.found {
		f := &c.found[i]
		if f.known == nil || f.known.Kind != lexicon.KnownCountry || f.hi-f.lo != 1 {
			continue
		}
		b := c.low(f.lo - 1)
		if isPlacePreposition(b) || b == "from" || b == "to" && c.low(f.lo-2) != "according" || b == "and" || c.low(f.hi) == "and" {
			out[c.low(f.lo)] = true
		}
	}
	return out
}

// isHis reports whether the name f of a town, behind "the", says whose the noun
// behind it is: "the Venn email".
func (c *cast) isHis(f *found) bool {
	return f.known != nil && f.known.Kind == lexicon.KnownPlace && c.isNounAt(f.hi) && isDocument(c.low(f.hi))
}

// familyOf returns the person whose family name f is: the only one, else the
// one the title fits, else the one named in full or by office most, else last.
func (c *cast) familyOf(f *found) *member {
	words := c.nameWords(f)
	if len(words) == 0 || f.the && f.title == "" && !c.isHis(f) {
		return nil
	}
	ms := c.families[c.key(words[len(words)-1])]
	if len(ms) == 1 && !c.isRelative(ms[0], f) && !c.contradicts(ms[0], f) {
		return ms[0]
	}
	var best *member
	for _, m := range ms {
		if c.contradicts(m, f) || c.isRelative(m, f) {
			continue
		}
		if best == nil || c.likelier(m, best, f) {
			best = m
		}
	}
	return best
}

// likelier reports whether the family name f is rather m than n.
func (c *cast) likelier(m, n *member, f *found) bool {
	suffix := c.suffixOf(f)
	if x, y := m.suffix == suffix, n.suffix == suffix; x != y {
		return x
	}
	if x, y := c.bears(m, f.title), c.bears(n, f.title); x != y {
		return x
	}
	if x, y := m.full+m.held, n.full+n.held; x != y {
		return x > y
	}
	if x, y := m.held > 0, n.held > 0; x != y {
		return x
	}
	if x, y := c.isSettled(m, n), c.isSettled(n, m); x != y {
		return x
	}
	return c.lastFull(m, f.lo) > c.lastFull(n, f.lo)
}

// isSettled reports whether the article has called m by the family name alone
// before it names n in full, as it calls one person throughout.
func (c *cast) isSettled(m, n *member) bool {
	if len(m.fullAt) == 0 || len(n.fullAt) == 0 {
		return false
	}
	first, until := m.fullAt[0], n.fullAt[0]
	at := c.alone[c.key(m.words[len(m.words)-1])]
	k, _ := slices.BinarySearch(at, first)
	return k < len(at) && at[k] < until
}

// bears reports whether a mention of m is behind the title too.
func (c *cast) bears(m *member, title string) bool {
	if title == "" || lexicon.TitleGender(title) != lexicon.Unsaid {
		return false
	}
	return m.titles[title]
}

// contradicts reports whether the title of f says another gender than that of
// the person.
func (c *cast) contradicts(m *member, f *found) bool {
	g := lexicon.TitleGender(f.title)
	if g == lexicon.Unsaid {
		g = lexicon.RoleGender(f.title)
	}
	have := c.genderOf(m)
	return g == lexicon.Male && have == news.Female || g == lexicon.Female && have == news.Male
}

// lastFull returns the token of the last full mention of m before token i, -1
// if there is none.
func (c *cast) lastFull(m *member, i int) int {
	k, _ := slices.BinarySearch(m.fullAt, i)
	if k == 0 {
		return -1
	}
	return m.fullAt[k-1]
}

// genderOf returns the gender of a person, from titles and roles, else from
// the given name.
func (c *cast) genderOf(m *member) news.Gender {
	switch {
	case m.gender[0] > m.gender[1]:
		return news.Male
	case m.gender[1] > m.gender[0]:
		return news.Female
	case len(m.words) < 2 || lexicon.FamilyFirst(m.words[0]) && len(m.words[0]) < 5:
		return ""
	}
	for _, w := range m.words[:len(m.words)-1] {
		if g, ok := lexicon.GivenName(w); ok {
			switch g {
			case lexicon.Male:
				return news.Male
			case lexicon.Female:
				return news.Female
			}
			return ""
		}
	}
	return ""
}

// acronym returns the organisation of the article whose initials f is.
func (c *cast) acronym(f *found) *member {
	t := &c.tokens[f.lo]
	if !t.shout {
		return nil
	}
	letters := strings.ReplaceAll(t.low, ".", "")
	if m := c.initials[letters]; m != nil {
		return m
	}
	if f.lo > 1 && c.word(f.lo-1) == "(" && c.owner[f.lo-2] > 0 {
		n := &c.found[c.owner[f.lo-2]-1]
		if n.kind == news.Organisation && n.hi == f.lo-1 && n.hi-n.lo > 1 && len(letters) > 1 && (letters[0] == c.low(n.lo)[0] || sameLetters(letters, c.initialsOf(n))) {
			return c.bodies[c.bodyKey(n)]
		}
	}
	return nil
}

// initialsOf returns the initials of the words of f that have a capital.
func (c *cast) initialsOf(f *found) string {
	var b strings.Builder
	for i := f.lo; i < f.hi; i++ {
		if c.tokens[i].Kind == text.Upper && c.low(i) != "" {
			b.WriteByte(c.low(i)[0])
		}
	}
	return b.String()
}

// sameLetters reports whether two short words have the same letters in any
// order: the acronym of another language's name.
func sameLetters(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// fileInitials files an organisation under the initials of its name: of the
// words with a capital, of all, and without the first or the last of many.
func (c *cast) fileInitials(m *member, f *found) {
	var big, all []byte
	for i := f.lo; i < f.hi; i++ {
		low := c.low(i)
		if low == "" || c.tokens[i].Kind == text.Punct || low == "the" {
			continue
		}
		all = append(all, low[0])
		if c.tokens[i].Kind == text.Upper {
			big = append(big, low[0])
		}
	}
	forms := [][]byte{big, all}
	if len(big) > 3 {
		forms = append(forms, big[:len(big)-1], big[1:])
	}
	for _, w := range forms {
		if len(w) > 1 && c.initials[string(w)] == nil {
			c.initials[string(w)] = m
		}
	}
}
