package link

import (
	"strconv"
	"strings"
	"unicode"

	"verbatim/corpus/annotate"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// persona is the entities of one story that are one actor, in the making.
type persona struct {
	story    int
	kind     news.ActorKind
	words    []string // of a person: the folded words of the fullest name, suffix apart
	suffix   string   // "jr"
	gender   news.Gender
	office   string // of a person: the highest office held, "president"
	isKin    bool   // a person told by whose wife or child that is
	refs     []news.Ref
	into     *persona // what it was merged into; nil if it stands
	isHidden bool     // a described source
	of       *dossier // of an actor of several stories, the first of them
}

// keysAcross returns what a persona that stands is met by in other stories: the
// full names of a person, the name of another if it says which one it is.
func (c *crew) keysAcross(p *persona) []string {
	switch {
	case p.isHidden:
		return nil
	case p.kind == news.Person:
		return c.fullKeys(p)
	}
	name := c.nameOf(p)
	if key := annotate.BodyKey(name); isTelling(name, key) {
		return []string{key}
	}
	return nil
}

// crew is the personas of one story or several.
type crew struct {
	readings []news.Reading
	story    []int
	all      []*persona
}

func newCrew(rs []news.Reading, story []int) *crew {
	c := &crew{readings: rs, story: story}
	for r := range rs {
		first := len(c.all)
		for e := range rs[r].Entities {
			c.all = append(c.all, c.newPersona(news.Ref{Reading: r, Item: e}))
		}
		c.unmask(c.all[first:])
	}
	return c
}

// unmask merges a described source of one article with the one whose name and
// role, as printed, the description is.
func (c *crew) unmask(ps []*persona) {
	forms := map[string]*persona{}
	for _, p := range ps {
		if !p.isHidden {
			for _, a := range c.entity(p.refs[0]).Aliases {
				forms[text.Fold(a)] = p
			}
		}
	}
	for _, p := range ps {
		if !p.isHidden {
			continue
		}
		name := strings.TrimPrefix(text.Fold(c.entity(p.refs[0]).Name), "the ")
		if q := forms[name]; q != nil {
			p.words, p.suffix = nil, ""
			merge(q, p)
		}
	}
}

func (c *crew) entity(r news.Ref) *news.Entity { return &c.readings[r.Reading].Entities[r.Item] }

func (c *crew) newPersona(r news.Ref) *persona {
	e := c.entity(r)
	p := &persona{story: c.story[r.Reading], kind: e.Kind, gender: e.Gender, refs: []news.Ref{r}, isHidden: e.Anonymous}
	if e.Kind == news.Person {
		p.words, p.suffix = personWords(e.Name)
		role := e.Role.In(c.readings[r.Reading].Article.Text)
		if p.isKin = annotate.IsKinRole(role); !p.isKin {
			p.office = topOffice(role)
		}
	}
	return p
}

// isNamed reports whether the entity tells the name of p: it is no description
// that p was found behind.
func (c *crew) isNamed(p *persona, r news.Ref) bool {
	return p.isHidden || !c.entity(r).Anonymous
}

// meetInStories merges within each story.
func (c *crew) meetInStories() {
	byStory := map[int][]*persona{}
	var order []int
	for _, p := range c.all {
		if p.isHidden || p.into != nil {
			continue
		}
		if byStory[p.story] == nil {
			order = append(order, p.story)
		}
		byStory[p.story] = append(byStory[p.story], p)
	}
	for _, s := range order {
		c.meetPeople(byStory[s])
		c.meetBodies(byStory[s])
		c.settleKinds(byStory[s])
	}
	c.meetOffices()
}

// standing returns the personas that are not merged into another.
func (c *crew) standing() []*persona {
	var out []*persona
	for _, p := range c.all {
		if p.into == nil {
			out = append(out, p)
		}
	}
	return out
}

// merge makes q part of p. The fuller name stands.
func merge(p, q *persona) {
	if p == q {
		return
	}
	p.refs = append(p.refs, q.refs...)
	q.into, q.refs = p, nil
	if len(q.words) > len(p.words) {
		p.words = q.words
	}
	if p.suffix == "" {
		p.suffix = q.suffix
	}
	if p.gender == "" {
		p.gender = q.gender
	}
	if p.office == "" {
		p.office = q.office
	}
	p.isKin = p.isKin || q.isKin
}

// idOf returns the identifier an actor's name gives, the same whenever the
// same articles are read.
func (c *crew) idOf(a *news.Actor) string {
	id := slug(a.Name)
	switch a.Kind {
	case news.Person:
		id = "p-" + id
	case news.Organisation:
		id = "o-" + id
	case news.Place:
		id = "l-" + id
	}
	if a.Anonymous {
		id += "-" + c.readings[a.Entities[0].Reading].Article.ID
	}
	return id
}

func uniqueID(seen map[string]int, id string) string {
	seen[id]++
	n := seen[id]
	if n == 1 {
		return id
	}
	return uniqueID(seen, id+"-"+strconv.Itoa(n))
}

// slug writes a name in lower-case letters and digits with hyphens between.
func slug(name string) string {
	var b strings.Builder
	for _, r := range text.Fold(name) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '\'':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > 60 {
			break
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}
