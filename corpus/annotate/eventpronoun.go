package annotate

import (
	"slices"
	"sort"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// pronoun returns whom the pronoun at token i means, by name.
func (n *namer) pronoun(i int) ([]namePart, bool) {
	e, ok := n.meant(i)
	if !ok {
		return nil, false
	}
	return []namePart{{instead: n.entities[e].Name}}, true
}

// doer returns whom the pronoun before the verb of the trigger means, if one
// stands there.
func (n *namer) doer() (int, bool) {
	if !n.tr.verb || n.tr.group == nil {
		return 0, false
	}
	i := n.beforeVerb(n.tr.group.first - 1)
	if i > 0 && n.t.pos(i) == "CC" {
		if g := n.tensedBefore(i); g != nil {
			i = n.beforeVerb(g.first - 1) // "She left, but will return"
		}
	}
	if i < 0 || n.t.pos(i) != "PRP" || n.t.toks[i].quoted != n.t.toks[n.tr.from].quoted {
		return 0, false
	}
	return n.meant(i)
}

// tensedBefore returns the last verb with a tense of its own before token i on
// the same side of the marks, nil if there is none.
func (n *namer) tensedBefore(i int) *verbGroup {
	for k := len(n.t.groups) - 1; k >= 0; k-- {
		if g := &n.t.groups[k]; g.head < i && n.isTensed(g) && !g.bare && g.quoted == n.t.toks[i].quoted {
			return g
		}
	}
	return nil
}

// possessed returns the noun phrase [from,to) with whom its possessive pronoun
// means in the place of that: "Mara Venn’s aide".
func (n *namer) possessed(from, to int) ([]namePart, bool) {
	e, ok := n.meant(from)
	if !ok || from+1 >= to {
		return nil, false
	}
	return []namePart{{instead: text.Possessive(n.entities[e].Name)}, {from: from + 1, to: to}}, true
}

// meant returns the entity that the pronoun at token i means: as its speaker
// was resolved, else the one person named before it in its sentence, else the
// one that the sentence before is about.
func (n *namer) meant(i int) (int, bool) {
	for _, m := range n.within(n.t.toks[i].Span) {
		if m.Span == n.t.toks[i].Span {
			return m.entity, true
		}
	}
	if n.t.low(i) == "its" {
		return n.onlyBody(i)
	}
	g := pronounGender(n.t.low(i))
	if g == "" || n.t.toks[i].quoted {
		return 0, false
	}
	ps := n.people(text.Span{Start: n.t.Start, End: n.t.toks[i].Start}, g)
	if len(ps) > 0 {
		return ps[0].entity, len(ps) == 1 && !n.describes(i)
	}
	k := sort.Search(len(n.sentences), func(k int) bool { return n.sentences[k].Start >= n.t.Start })
	for back := 1; back <= 2 && k-back >= 0; back++ {
		s := n.sentences[k-back]
		if ps := n.people(s, g); len(ps) > 0 {
			return ps[0].entity, ps[0].Start-s.Start < opening
		}
		if tellsOfRole(n.src, s) {
			break
		}
	}
	return 0, false
}

// named returns the parts with the people that pronouns behind the verb mean in
// their place, if the name has not named them: "A jury acquitted him".
func (n *namer) named(ps []namePart) []namePart {
	var out []namePart
	for _, p := range ps {
		if p.instead == "" {
			for i := p.from; i < p.to; i++ {
				if e, ok := n.unnamed(i, ps); ok {
					out = append(out, namePart{from: p.from, to: i}, namePart{instead: n.entities[e].Name})
					p.from = i + 1
				}
			}
		}
		out = append(out, p)
	}
	return out
}

// unnamed returns whom the pronoun at token i means, an object, unless the parts of
// the name may speak of them before it.
func (n *namer) unnamed(i int, ps []namePart) (int, bool) {
	w := n.t.low(i)
	if w != "him" && w != "her" || n.t.pos(i) != "PRP" {
		return 0, false
	}
	e, ok := n.meant(i)
	if !ok || ps[0].instead != "" {
		return 0, false
	}
	for _, p := range ps {
		for k := p.from; k < min(p.to, i); k++ {
			if m := n.marks[k]; m.hi > 0 && (m.entity == e || n.isPerson(m.entity)) {
				return 0, false
			}
		}
	}
	return e, true
}

// onlyBody returns the body that the "its" at token i means, as the only one its
// sentence names before it, with no place that might be meant.
func (n *namer) onlyBody(i int) (int, bool) {
	who := -1
	for _, m := range n.within(text.Span{Start: n.t.Start, End: n.t.toks[i].Start}) {
		switch ent := &n.entities[m.entity]; {
		case ent.Kind == news.Person:
		case ent.Kind == news.Place, ent.Anonymous, who >= 0 && who != m.entity:
			return 0, false
		default:
			who = m.entity
		}
	}
	return who, who >= 0 && !n.t.toks[i].quoted
}

// describes reports whether the words before token i speak of somebody by a
// role alone, who may be meant as well: "the president".
func (n *namer) describes(i int) bool {
	for i--; i > 0; i-- {
		if n.t.low(i-1) == "the" && lexicon.RoleHead(n.t.low(i)) && n.marks[i].hi == 0 && n.marks[min(i+1, len(n.marks)-1)].hi == 0 {
			return true
		}
	}
	return false
}

// tellsOfRole reports whether a sentence speaks of somebody by a role alone.
func tellsOfRole(src string, s text.Span) bool {
	ws := text.Words(src, s)
	for i := 1; i < len(ws); i++ {
		if lexicon.RoleHead(ws[i].Fold) && ws[i-1].Fold == "the" {
			return true
		}
	}
	return false
}

// opening is how many bytes a sentence may have before whom it is about.
const opening = 12

func pronounGender(w string) news.Gender {
	switch w {
	case "he", "his", "him":
		return news.Male
	case "she", "her":
		return news.Female
	}
	return ""
}

// people returns the first mention in s of each person that a pronoun of the
// gender can mean.
func (n *namer) people(s text.Span, g news.Gender) []namedSpan {
	var out []namedSpan
	for _, m := range n.within(s) {
		ent := &n.entities[m.entity]
		if ent.Kind != news.Person || ent.Anonymous || ent.Gender != "" && ent.Gender != g {
			continue
		}
		if !slices.ContainsFunc(out, func(o namedSpan) bool { return o.entity == m.entity }) {
			out = append(out, m)
		}
	}
	return out
}
