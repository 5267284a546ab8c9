package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// isCalledBody reports whether the noun right before the name f, or set off
// behind it, says that it is a body: "the party Venn Alda", "Al Venn, a
// newspaper,".
func (c *cast) isCalledBody(f *found) bool {
	switch c.low(f.lo - 1) {
	case "party", "newspaper", "daily", "broadcaster", "magazine", "charity", "website", "militia", "retailer", "insurer", "insurers":
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
