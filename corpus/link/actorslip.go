package link

import (
	"strings"

	"verbatim/corpus/annotate"
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// mostNamesakes bounds how many people of one given name a slip is looked for
// among.
const mostNamesakes = 32

// meetSlips merges a person whose family name an article has misspelt with the
// one of the story whose it is: the given name and what they are agree, and the
// family name differs by a slip.
func (c *crew) meetSlips(families map[string][]*persona, ps []*persona) {
	givens := map[string][]*persona{}
	for _, p := range ps {
		if p.kind != news.Person || p.into != nil || len(p.words) < 2 {
			continue
		}
		key := lexicon.NameKey(p.words[0])
		q := c.slipOf(givens[key], p)
		if q == nil {
			if len(givens[key]) < mostNamesakes {
				givens[key] = append(givens[key], p)
			}
			continue
		}
		if len(p.refs) > len(q.refs) {
			q.words = p.words // the slip is the rarer
		}
		for _, k := range familyKeys(p.words) {
			families[k] = append(families[k], q)
		}
		merge(q, p)
		fileFamilies(families, q)
	}
}

// slipOf returns the one of a list, all of one given name, whose family name p
// has with a slip; nil if there is none.
func (c *crew) slipOf(list []*persona, p *persona) *persona {
	for _, q := range list {
		a, b := p.words[len(p.words)-1], q.words[len(q.words)-1]
		if slipped(a, b) && middleAgree(p.words, q.words) && p.suffix == q.suffix && !oneArticle(p.refs, q.refs) && c.rolesAgree(p, q) {
			return q
		}
	}
	return nil
}

// meetLetters merges what the story calls by three letters or more, and takes
// for a body that it names no further, with the one person whose initials they
// are: "RHB" beside "Rosa Halden-Brandt".
func (c *crew) meetLetters(ps []*persona) {
	people := map[string]*persona{} // nil where several have the initials
	for _, p := range ps {
		if p.kind != news.Person || p.into != nil || p.isHidden || len(p.words) < 2 {
			continue
		}
		if l := c.lettersOf(p); len(l) > 2 {
			if q, ok := people[l]; ok && q != p {
				people[l] = nil
				continue
			}
			people[l] = p
		}
	}
	for _, p := range ps {
		if p.kind == news.Place || p.into != nil || p.isHidden || len(people) == 0 {
			continue
		}
		name := c.nameOf(p)
		if q := people[strings.ToLower(name)]; q != nil && q != p && isAcronym(name) && !annotate.IsKnownName(strings.ToLower(name)) && oneArticle(p.refs, q.refs) {
			p.words, p.suffix = nil, ""
			merge(q, p)
		}
	}
}

// lettersOf returns the folded initials of a person's fullest name, both of a
// double one.
func (c *crew) lettersOf(p *persona) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(c.nameOf(p), func(r rune) bool { return r == ' ' || r == '-' }) {
		if !strings.HasSuffix(w, ".") && w[0] >= 'A' && w[0] <= 'Z' {
			b.WriteByte(w[0] + 'a' - 'A')
		}
	}
	return b.String()
}
