package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// undress takes off a full name what is no part of it, a title or an everyday
// word right before a given name: "Gen. Ana Venn" behind another role,
// "Inspector Ana Venn", "Crooked Ana Venn".
func (c *cast) undress(f *found) {
	lo := f.lo
	for f.hi-lo > 2 && !isFamily(c.low(lo)) && !isParticle(c.low(lo)) && !c.isInitial(lo) && c.tokens[lo].Kind == text.Upper &&
		(c.isTitle(lo) || lexicon.CommonWord(c.low(lo)) || lexicon.RoleModifier(c.low(lo))) && c.leadsToGiven(lo+1, f.hi) {
		lo++
	}
	if lo == f.lo || !isFamily(c.low(lo)) || isParticle(c.low(lo)) {
		return
	}
	if f.role.empty() && c.isTitle(lo-1) {
		f.role, f.title = tokenRange{f.lo, lo}, c.low(lo-1)
	}
	f.lo = lo
}

// leadsToGiven reports whether a given name with a word behind it stands in
// [lo, hi), and nothing but titles and everyday words before it.
func (c *cast) leadsToGiven(lo, hi int) bool {
	for ; lo+1 < hi; lo++ {
		if isFamily(c.low(lo)) && !isParticle(c.low(lo)) && c.tokens[lo+1].Kind == text.Upper {
			return true
		}
		if !c.isTitle(lo) && !lexicon.CommonWord(c.low(lo)) {
			return false
		}
	}
	return false
}

// mostShouted is the most words in capitals that are read as a name.
const mostShouted = 4

// isShouted reports whether f is a sentence in capitals rather than a name.
func (c *cast) isShouted(f *found) bool {
	n := 0
	for i := f.lo; i < f.hi; i++ {
		if c.tokens[i].shout {
			n++
		}
	}
	return n > mostShouted
}

// isCalledBody reports whether the noun right before the name f, or set off
// behind it, says that it is a body: "the party Venn Alda", "Al Venn, a
// newspaper,".
func (c *cast) isCalledBody(f *found) bool {
	switch c.low(f.lo - 1) {
	case "party", "newspaper", "daily", "broadcaster", "magazine", "charity", "website", "militia", "retailer", "insurer", "insurers":
		return true
	}
	if c.worksAt(f) {
		return true
	}
	if c.low(f.hi) == "newspaper" || c.low(f.hi) == "website" || c.low(f.hi) == "party" {
		return true
	}
	if c.low(f.hi) != "," || c.low(f.hi+1) != "a" && c.low(f.hi+1) != "the" {
		return false
	}
	for k := f.hi + 2; k < min(f.hi+6, len(c.tokens)) && c.tokens[k].Kind != text.Punct; k++ {
		switch c.low(k) {
		case "newspaper", "party", "company", "broadcaster", "charity", "firm", "website":
			return c.tokens[k+1].Kind == text.Punct || !c.isNounAt(k+1)
		}
	}
	return false
}

// isCalledByFirst reports whether the article calls what the name f stands for
// by its first word, which is no given name, and never by its last: "Venn" of
// "Venn Basin Survey".
func (c *cast) isCalledByFirst(f *found) bool {
	first, last := c.low(f.lo), c.low(f.hi-1)
	return c.bare[first] > 0 && c.bare[last] == 0 && !lexicon.FamilyFirst(first) && !isFamily(first)
}

// worksAt reports whether the name f is where somebody has a post: "an analyst at
// Venn Halda", "CEO of Venn Halda".
func (c *cast) worksAt(f *found) bool {
	role := c.low(f.lo - 2)
	switch c.low(f.lo - 1) {
	case "at":
		return lexicon.RoleHead(role)
	case "of":
		return role == "ceo" || role == "founder" || role == "co-founder" || role == "cofounder" || role == "subsidiary" || role == "president" || role == "executive"
	}
	return false
}

// kindOfName returns the kind of a speaker found by no rule but its capitals:
// that of a body behind "the", a person as the label of a line of a transcript,
// else by its words.
func (r *resolver) kindOfName(s text.Span) news.ActorKind {
	name, before := s.In(r.src), r.src[:s.Start]
	switch {
	case strings.HasSuffix(before, "the ") || strings.HasSuffix(before, "The "):
		return news.Organisation
	case strings.HasPrefix(r.src[s.End:], ":") && isShout(name) && strings.Contains(name, " "):
		return news.Person
	}
	return kindByWords(name)
}

// kindByWords returns the kind of what has a name of capitalised words and is
// found as a speaker alone: a person behind a form of address or by a given name
// with one more word that heads no body, else an organisation.
func kindByWords(name string) news.ActorKind {
	ws := strings.Fields(text.Fold(name))
	if len(ws) < 2 {
		return news.Organisation
	}
	last := ws[len(ws)-1]
	if lexicon.FormOfAddress(strings.TrimSuffix(ws[0], ".")) || len(ws) == 2 && isFamily(ws[0]) && !lexicon.CommonWord(last) && !lexicon.OrgHead(last) && !lexicon.ThingHead(last) {
		return news.Person
	}
	return news.Organisation
}
