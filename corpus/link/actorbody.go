package link

import (
	"strings"
	"unicode"

	"verbatim/corpus/annotate"
	"verbatim/corpus/news"
)

// meetBodies merges the organisations and places of one story by any of the
// keys of their names, then acronyms with the one name they abbreviate.
func (c *crew) meetBodies(ps []*persona) {
	keys := map[string]*persona{}
	for _, p := range ps {
		if p.kind != news.Person && p.into == nil {
			c.meetBody(keys, p)
		}
	}
	for _, p := range ps {
		if p.kind == news.Organisation && p.into == nil {
			c.meetInitials(keys, p)
		}
	}
	c.meetShort(keys, ps)
}

func (c *crew) meetBody(keys map[string]*persona, p *persona) {
	own := c.bodyKeys(p)
	for _, k := range own {
		if q := keys[k]; q != nil && q != p {
			merge(q, p)
			p = q
			break
		}
	}
	for _, k := range own {
		if keys[k] == nil {
			keys[k] = p
		}
	}
}

// bodyKeys returns the keys of an organisation's or place's forms: its name,
// and of its other forms the acronyms and those of several words.
func (c *crew) bodyKeys(p *persona) []string {
	var out []string
	for _, r := range p.refs {
		e := c.entity(r)
		if !c.isNamed(p, r) {
			continue
		}
		k := annotate.BodyKey(e.Name)
		out = append(out, k)
		if glued := strings.ReplaceAll(k, " ", ""); len(glued) >= minGlued {
			out = append(out, glued)
		}
		for _, a := range e.Aliases {
			if k := annotate.BodyKey(a); isAcronym(a) || strings.Contains(k, " ") {
				out = append(out, k)
			}
		}
	}
	return out
}

// minGlued is the least length of a name that is the same printed in one word:
// "Harbour Watch" and "HarbourWatch".
const minGlued = 8

// isAcronym reports whether s is two to six capitals, full stops apart.
func isAcronym(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.':
			return false
		}
	}
	return n > 1 && n < 7
}

// meetInitials merges a name of several words with the acronym that its
// initialsOf make, if the story prints it.
func (c *crew) meetInitials(keys map[string]*persona, p *persona) {
	for _, r := range p.refs {
		letters := initialsOf(annotate.WithoutForm(c.entity(r).Name))
		if len(letters) < 3 && (len(letters) < 2 || !c.isFirm(r)) {
			continue
		}
		if q := keys[letters]; q != nil && q != p && q.into == nil && q.kind == news.Organisation {
			merge(p, q)
			keys[letters] = p
			return
		}
	}
}

// isFirm reports whether a company's form stands in the name, so that two
// letters tell which one an acronym is: "GM" beside "Grand Millers Co.".
func (c *crew) isFirm(r news.Ref) bool {
	name := c.entity(r).Name
	return len(annotate.WithoutForm(name)) < len(name)
}

// initialsOf returns the folded initials of the capitalised words of a name.
func initialsOf(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		r := []rune(w)[0]
		if unicode.IsUpper(r) && !strings.EqualFold(w, "the") {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// settleKinds merges a person of one name, told by nothing but use, with the
// organisation or place of that name in the same story.
func (c *crew) settleKinds(ps []*persona) {
	bodies := map[string]*persona{}
	for _, p := range ps {
		if p.kind != news.Person && p.into == nil {
			bodies[annotate.BodyKey(c.entity(p.refs[0]).Name)] = p
		}
	}
	for _, p := range ps {
		if p.kind != news.Person || p.into != nil || len(p.words) != 1 || c.hasRole(p) {
			continue
		}
		if q := bodies[p.words[0]]; q != nil && len(q.refs) >= len(p.refs) {
			p.words = nil
			merge(q, p)
		}
	}
}

func (c *crew) hasRole(p *persona) bool {
	for _, r := range p.refs {
		if !c.entity(r).Role.Empty() {
			return true
		}
	}
	return false
}
