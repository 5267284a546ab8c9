package annotate

import (
	"slices"
	"strings"
	"sync"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// described is a definite description: "the former harbour minister".
type described struct {
	tokenRange
	head    string
	country string // the country its adjective says
	words   []string
	party   bool // it says whose party's: "the Liberal mayor"
}

// gallery holds the members by what descriptions can call them.
type gallery struct {
	*cast
	roles  map[*member]map[string]bool // see roleWords
	people map[string][]*member        // a word of their roles → people
	bodies map[string][]*member        // a word of their names or their class → organisations
	at     map[*member][]int           // first tokens of their mentions, ascending
}

// mostDescribed bounds how many members one description is tried on.
const mostDescribed = 64

// readDescriptions finds the definite descriptions that repeat the role of a
// person or the kind of an organisation the article has named before.
func (c *cast) readDescriptions() {
	g := c.newGallery()
	for i := range c.tokens {
		if c.low(i) != "the" {
			continue
		}
		d, ok := c.describedAt(i)
		if !ok {
			continue
		}
		m := g.person(&d)
		if m == nil {
			m = g.body(&d)
		}
		if m != nil {
			m.described = append(m.described, c.span(d.lo, d.hi))
		}
	}
}

func (c *cast) newGallery() *gallery {
	g := &gallery{cast: c, roles: c.roleWords(), people: map[string][]*member{}, bodies: map[string][]*member{}, at: map[*member][]int{}}
	for _, m := range c.members {
		for k := range m.names {
			g.at[m] = append(g.at[m], m.names[k].lo)
		}
		slices.Sort(g.at[m])
		switch m.kind {
		case news.Person:
			for w := range g.roles[m] {
				file(g.people, w, m)
			}
		case news.Organisation:
			for w := range c.kindWords(m) {
				file(g.bodies, w, m)
			}
		}
	}
	return g
}

func file(in map[string][]*member, w string, m *member) {
	if len(in[w]) < mostDescribed {
		in[w] = append(in[w], m)
	}
}

// kindWords returns the folded words of an organisation's names, of the known
// forms of it, and its class.
func (c *cast) kindWords(m *member) map[string]bool {
	out := map[string]bool{}
	if m.known != nil {
		out[m.known.Class] = true
		for _, form := range m.known.Forms {
			ws := strings.Fields(strings.ToLower(form))
			for i, w := range ws {
				if head := i+1 == len(ws) || isOfWord(ws[i+1]); head && w != "administration" {
					out[w] = true
				}
			}
		}
		return out
	}
	for k := range m.names {
		f := &m.names[k]
		for i := f.lo; i < f.hi; i++ {
			if head := i+1 == f.hi || isOfWord(c.low(i+1)); head && (f.hi-f.lo > 1 || c.tokens[i].Kind == text.Lower) || isCompanyForm(c.low(i)) {
				out[c.low(i)] = true
			}
		}
	}
	return out
}

// isOfWord reports whether w, folded, goes before what a body is of.
func isOfWord(w string) bool { return w == "of" || w == "on" || w == "for" || w == "against" }

// describedAt reads the description whose "the" is at i.
func (c *cast) describedAt(i int) (described, bool) {
	d := described{tokenRange: tokenRange{i, i + 1}}
	for k := i + 1; k < len(c.tokens) && k < i+6; k++ {
		t := &c.tokens[k]
		if t.Kind == text.Upper || t.upper {
			if isPartyAdjective(t.low) {
				d.party = true
				continue
			}
			n, country := c.countryAt(k)
			if n == 0 {
				break
			}
			d.country = country
			k += n - 1
			continue
		}
		if t.Kind != text.Lower || lexicon.FunctionWord(t.low) && !lexicon.RoleModifier(t.low) {
			break
		}
		if c.owner[k] > 0 {
			break
		}
		if c.isHead(k) {
			d.hi, d.head = k+1, t.low
			return d, true
		}
		if c.speaksAt(k) {
			break
		}
		d.words = append(d.words, t.low)
	}
	return d, false
}

// isPartyAdjective reports whether w, folded, says of what party somebody is.
func isPartyAdjective(w string) bool {
	switch w {
	case "republican", "democratic", "conservative", "liberal", "labour", "labor", "tory":
		return true
	}
	return false
}

// countryAt returns how many tokens at k are a country or its adjective.
func (c *cast) countryAt(k int) (int, string) {
	if country, ok := lexicon.Demonym(c.low(k) + " " + c.low(k+1)); ok {
		return 2, country
	}
	if country, ok := lexicon.Demonym(c.low(k)); ok {
		return 1, country
	}
	if name, n := c.knownAt(k, len(c.tokens)); n > 0 && name.Kind == lexicon.KnownCountry {
		return n, name.Name
	}
	return 0, ""
}

// isHead reports whether the lower-case word at k heads a description: a role
// or a kind of body that no other noun follows.
func (c *cast) isHead(k int) bool {
	low := c.low(k)
	if !lexicon.RoleHead(low) && bodyKind(low) == nil || lexicon.RolePlural(low) {
		return false
	}
	if k+1 >= len(c.tokens) {
		return true
	}
	t := &c.tokens[k+1]
	if isAdjectiveToo(low) && t.Kind == text.Lower && !lexicon.FunctionWord(t.low) && !c.speaksAt(k+1) {
		return false
	}
	return t.Kind != text.Upper && !lexicon.RoleHead(t.low) && !lexicon.OrgNoun(t.low) && bodyKind(t.low) == nil && t.low != "of"
}

// roleWords returns the folded words of each person's roles, and the countries
// among them by name.
func (c *cast) roleWords() map[*member]map[string]bool {
	out := map[*member]map[string]bool{}
	for _, m := range c.members {
		if m.kind != news.Person {
			continue
		}
		words := map[string]bool{}
		for k := range m.names {
			f := &m.names[k]
			c.addRoleWords(words, f.role)
			if f.hi-f.lo > 1 {
				c.addRoleWords(words, c.apposition(f.hi))
			}
		}
		if len(words) > 0 {
			out[m] = words
		}
	}
	return out
}

func (c *cast) addRoleWords(words map[string]bool, r tokenRange) {
	own := c.ownRole(r)
	for i := r.lo; i < r.hi; i++ {
		if lexicon.RoleHead(c.low(i)) && (i < own.lo || i >= own.hi) {
			continue // whose daughter or aide
		}
		words[lexicon.Office(c.low(i))] = true
		if n, country := c.countryAt(i); n > 0 {
			words[country] = true
		}
	}
}

// ownRole returns the part of a role in which an office is the person's own, not
// that of somebody whose aide or kin the person is: "adviser" of "President
// Tarn's adviser" and "adviser to President Tarn".
func (c *cast) ownRole(r tokenRange) tokenRange {
	for i := r.lo + 1; i < r.hi; i++ {
		if isRolePreposition(c.low(i)) && lexicon.RoleHead(c.low(i-1)) {
			r.hi = i
		}
	}
	for i := r.hi - 1; i > r.lo; i-- {
		if c.tokens[i].Kind == text.Clitic {
			r.lo = i + 1
			break
		}
	}
	return r
}

// person returns the person the description means: of those named before
// whose role fits, the one named last; nil if none fits.
func (g *gallery) person(d *described) *member {
	if !lexicon.RoleHead(d.head) {
		return nil
	}
	candidates := g.people[lexicon.Office(d.head)]
	if d.head == "leader" && d.country != "" {
		candidates = g.people[d.country]
	}
	var best *member
	last, home, fits := -1, false, 0
	was, tells := slices.Contains(d.words, "former"), false
	for _, m := range candidates {
		at := g.lastBefore(m, d.lo)
		if at < 0 || !fitsRole(g.roles[m], d) {
			continue
		}
		fits++
		if was && g.roles[m]["former"] != tells {
			if !tells {
				best, last, tells = m, at, true // "the former minister" is who was called so
			}
			continue
		}
		if h := d.country != "" || !isForeign(g.roles[m]); h && !home || h == home && at > last {
			best, last, home = m, at, h
		}
	}
	if d.party && fits > 1 {
		return nil
	}
	if !lexicon.RoleOffice(d.head) && (fits > 1 || d.lo-last > 60) {
		return nil
	}
	return best
}

// isForeign reports whether a person's role words say a country: the holder of
// the same office at home is called by the office alone.
func isForeign(words map[string]bool) bool {
	for w := range words {
		if w != "" && w[0] >= 'A' && w[0] <= 'Z' && w != "United States" {
			return true
		}
	}
	return false
}

// fitsRole reports whether a person's role words are those of the description.
func fitsRole(words map[string]bool, d *described) bool {
	if d.country != "" && !words[d.country] {
		return false
	}
	head := lexicon.Office(d.head)
	if !words[head] && !(d.country != "" && head == "leader" && isRuling(words)) {
		return false
	}
	for _, w := range d.words {
		if w != "former" && w != "then" && !words[w] {
			return false
		}
	}
	for _, w := range [...]string{"vice", "deputy", "assistant"} {
		if words[w] && !slices.Contains(d.words, w) {
			return false
		}
	}
	return true
}

func isRuling(words map[string]bool) bool {
	return words["president"] && !words["vice"] || words["premier"] || words["prime"] || words["chancellor"] || words["dictator"]
}

// lastBefore returns the token of the last mention of m before token i, -1 if
// there is none.
func (g *gallery) lastBefore(m *member, i int) int {
	at := g.at[m]
	k, _ := slices.BinarySearch(at, i)
	if k == 0 {
		return -1
	}
	return at[k-1]
}

// body returns the organisation named last before the description whose name
// or class says it is of that kind; nil if there is none.
func (g *gallery) body(d *described) *member {
	if len(d.words) > 0 {
		return nil
	}
	var best *member
	last := -1
	for _, w := range bodyKind(d.head) {
		for _, m := range g.bodies[w] {
			if at := g.lastBefore(m, d.lo); at > last && (d.country == "" || m.known == nil && g.isOf(&m.names[0], d.country)) {
				best, last = m, at
			}
		}
	}
	return best
}

// isOf reports whether the name f says the country.
func (c *cast) isOf(f *found, country string) bool {
	for i := f.lo; i < f.hi; i++ {
		if n, name := c.countryAt(i); n > 0 && name == country {
			return true
		}
	}
	return false
}

// bodyKind returns the words in a name, or the class of the lexicon, that make
// an organisation what the noun w says; nil if w is no such noun.
func bodyKind(w string) []string {
	switch w {
	case "company", "firm", "automaker", "carmaker", "chipmaker", "drugmaker", "retailer", "planemaker", "manufacturer", "giant", "startup", "start-up":
		return companyWords
	case "airline":
		return airlineWords
	case "union":
		return unionWords
	case "newspaper", "paper", "magazine", "tabloid", "broadcaster":
		return mediaWords
	case "court":
		return courtWords
	case "ministry", "department", "committee", "subcommittee", "commission", "council", "agency", "bureau", "university", "college", "bank", "party", "administration", "campaign", "parliament", "senate", "foundation", "institute", "association", "federation", "authority", "chamber", "board", "academy", "hospital", "museum", "government", "military", "army", "navy", "caucus", "tribunal", "trust", "charity", "society", "coalition", "alliance", "league", "corporation", "fund", "panel", "mission", "embassy":
		return singleWords()[w]
	}
	return nil
}

var (
	companyWords = []string{"companies", "inc", "corp", "ltd", "llc", "plc", "company", "corporation", "group", "holdings", "motors", "airlines", "airways", "technologies", "industries", "stores", "foods", "pharmaceuticals"}
	airlineWords = []string{"airlines", "airways", "airline"}
	unionWords   = []string{"union", "workers", "teamsters", "guild", "employees"}
	mediaWords   = []string{"media", "times", "post", "journal", "herald", "tribune", "gazette", "chronicle", "newspaper", "telegraph", "news", "daily", "magazine", "broadcasting", "observer", "mail", "globe", "star", "examiner"}
	courtWords   = []string{"court", "circuit", "tribunal"}
	singleWords  = sync.OnceValue(func() map[string][]string {
		out := map[string][]string{}
		for w := range strings.FieldsSeq("ministry department committee subcommittee commission council agency bureau university college bank party administration campaign parliament senate foundation institute association federation authority chamber board academy hospital museum government military army navy caucus tribunal trust charity society coalition alliance league corporation fund panel mission embassy") {
			out[w] = []string{w}
		}
		return out
	})
)
