package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// personWords returns the folded words of a person's name, and its suffix
// ("jr") apart.
func personWords(name string) (words []string, suffix string) {
	for _, w := range text.FoldedWords(strings.ReplaceAll(name, "-", "")) {
		switch w {
		case "jr", "sr", "ii", "iii", "iv":
			suffix = w
		default:
			words = append(words, w)
		}
	}
	return words, suffix
}

// meetPeople merges the people of one story: full names that agree, then the
// single names that only one of them bears.
func (c *crew) meetPeople(ps []*persona) {
	families := map[string][]*persona{}
	for _, p := range ps {
		if p.kind == news.Person && len(p.words) > 1 {
			c.meetFull(families, p)
		}
	}
	c.meetSlips(families, ps)
	for _, p := range ps {
		if p.kind == news.Person && len(p.words) == 1 {
			c.meetSingle(families, p)
		}
	}
	c.meetLetters(ps)
}

// meetFull merges a person named in full with the one person before that can
// be the same, or files them.
func (c *crew) meetFull(families map[string][]*persona, p *persona) {
	for _, key := range familyKeys(p.words) {
		for _, q := range families[key] {
			if q != p && q.into == nil && c.samePerson(q, p) {
				merge(q, p)
				fileFamilies(families, q)
				return
			}
		}
	}
	fileFamilies(families, p)
}

func fileFamilies(families map[string][]*persona, p *persona) {
	for _, key := range familyKeys(p.words) {
		if !slices.Contains(families[key], p) {
			families[key] = append(families[key], p)
		}
	}
}

// familyKeys returns the keys of what may be the family name: the last word,
// the first where families stand first, the word behind an Arabic article.
func familyKeys(words []string) []string {
	keys := []string{lexicon.NameKey(words[len(words)-1])}
	if lexicon.FamilyFirst(words[0]) {
		keys = append(keys, lexicon.NameKey(words[0]))
	}
	last := words[len(words)-1]
	for _, article := range []string{"al", "el"} {
		if rest, ok := strings.CutPrefix(last, article); ok && len(rest) > 4 {
			keys = append(keys, lexicon.NameKey(rest))
		}
	}
	return keys
}

// samePerson reports whether two full names of one story can be one person's.
func (c *crew) samePerson(p, q *persona) bool {
	if p.gender != "" && q.gender != "" && p.gender != q.gender && !sameFirst(p.words, q.words) {
		return false
	}
	if p.suffix != q.suffix && (p.suffix != "" && q.suffix != "" || oneArticle(p.refs, q.refs)) {
		return false
	}
	if oneArticle(p.refs, q.refs) || c.namesake(p) != c.namesake(q) || p.suffix != q.suffix && c.isOther(p, q) {
		return false
	}
	if isTail(p.words, q.words) || isTail(q.words, p.words) {
		return true
	}
	if lexicon.NameKey(strings.Join(p.words, "")) == lexicon.NameKey(strings.Join(q.words, "")) {
		return true
	}
	if lexicon.NameKey(p.words[len(p.words)-1]) != lexicon.NameKey(q.words[len(q.words)-1]) {
		return false
	}
	if givenAgree(p.words, q.words) {
		return true
	}
	return middleAgree(p.words, q.words) && (spelledAlike(p.words[0], q.words[0]) && c.rolesAgree(p, q) || c.isSlip(p, q))
}

func sameFirst(a, b []string) bool { return lexicon.NameKey(a[0]) == lexicon.NameKey(b[0]) }

// oneArticle reports whether both are named in one article, which then tells
// them apart.
func oneArticle(p, q []news.Ref) bool {
	for _, a := range p {
		for _, b := range q {
			if a.Reading == b.Reading {
				return true
			}
		}
	}
	return false
}

func isTail(a, b []string) bool {
	return len(b) > 1 && len(b) < len(a) && slices.Equal(a[len(a)-len(b):], b)
}

// givenAgree reports whether the given names agree: equal, one spelling of the
// other, one short for the other, or an initial of it.
func givenAgree(a, b []string) bool {
	x, y := a[0], b[0]
	if len(x) == 1 || len(y) == 1 {
		return x[0] == y[0]
	}
	if lexicon.NameKey(x) == lexicon.NameKey(y) || lexicon.SameGiven(x, y) {
		return middleAgree(a, b)
	}
	return false
}

// middleAgree reports whether no middle initial speaks against the other.
func middleAgree(a, b []string) bool {
	if len(a) < 3 || len(b) < 3 {
		return true
	}
	return a[1][0] == b[1][0]
}

// meetSingle merges a person of one name with the only person of the story who
// bears it as a family name, else as a given name.
func (c *crew) meetSingle(families map[string][]*persona, p *persona) {
	key := lexicon.NameKey(p.words[0])
	if q := only(families[key], p); q != nil {
		if !(q.suffix == "jr" && oneArticle(p.refs, q.refs)) && !c.introduced(p) {
			merge(q, p)
		}
		return
	}
	if len(families[key]) == 0 || p.office != "" && !slices.ContainsFunc(families[key], p.canBe) {
		families[key] = append(families[key], p)
	}
}

// introduced reports whether an article brings in a person by a family name
// that stands first and says who that is: "Lu, who sells fruit". Many bear such
// a name.
func (c *crew) introduced(p *persona) bool {
	if !lexicon.FamilyFirst(p.words[0]) {
		return false
	}
	r := p.refs[0]
	ms := c.entity(r).Mentions
	src := c.readings[r.Reading].Article.Text
	return len(ms) > 0 && ms[0].Fits(src) && strings.HasPrefix(src[ms[0].End:], ", who ")
}

// only returns the one persona of a list that p can be, nil if there are
// several or none. Of several the one named in most articles will do if none
// of the others comes near.
func only(ps []*persona, p *persona) *persona {
	var best *persona
	second := 0
	for _, q := range ps {
		if q == p || q.into != nil || p.gender != "" && q.gender != "" && p.gender != q.gender || !p.canBe(q) {
			continue
		}
		switch {
		case best == nil:
			best = q
		case len(q.refs) > len(best.refs):
			best, second = q, len(best.refs)
		default:
			second = max(second, len(q.refs))
		}
	}
	if best == nil || second > 0 && len(best.refs) < 3*second {
		return nil
	}
	return best
}

// canBe reports whether the office of a person known by the family name alone
// leaves open that q, named in full, is meant.
func (p *persona) canBe(q *persona) bool {
	if p.office == "" || len(p.words) != 1 || len(q.words) < 2 || p.gender == news.Female {
		return true
	}
	return mayHold(p.office, p.words[0], q.words, q.isKin, q.office)
}

// mayHold reports whether somebody of a full name, kin to somebody or not, and
// of an office or none, may be the holder of an office who is called by the
// family name: not the holder's kin, nor of another given name than a well-known
// holder has.
func mayHold(office, family string, words []string, isKin bool, own string) bool {
	given := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == family })
	is, known := lexicon.IsHolder(office, family, given)
	return is && (known || !isKin || own == office)
}
