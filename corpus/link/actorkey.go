package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// officeMark begins the keys by which people meet who hold one office and whose
// given names may be one.
const officeMark = "~"

// fullKeys returns the keys of a person's full names, each once: all forms
// under which the articles of a story name one person lead to that person. Who
// holds a high office is met by it too, whatever form the given name has.
func (c *crew) fullKeys(p *persona) []string {
	var out []string
	add := func(key string) {
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	namesake := c.namesake(p)
	seats := c.seatsOf(p)
	for _, r := range p.refs {
		words, _ := personWords(c.entity(r).Name)
		given := givenOf(words)
		if !c.isNamed(p, r) || given == "" {
			continue
		}
		family := lexicon.NameKey(words[len(words)-1])
		strong := lexicon.NameKey(given) + " " + family + namesake
		if len(words[0]) == 1 {
			strong = words[0] + " " + strong
		}
		add(strong)
		for _, s := range seats {
			add(officeMark + family + " " + s)
		}
	}
	return out
}

// givenOf returns the given name that a person's folded names say, behind an
// initial the second: "christopher" of "J. Christopher Venn". Empty if they say
// none.
func givenOf(words []string) string {
	for _, w := range words[:max(0, len(words)-1)] {
		if len(w) > 1 {
			return w
		}
	}
	return ""
}

// seatsOf returns the offices that the articles say a person holds and by which
// a person of one family is known whatever form the given name has, sorted: the
// high ones by their word, the others with the word before.
func (c *crew) seatsOf(p *persona) []string {
	var out []string
	for _, r := range p.refs {
		ws := text.FoldedWords(c.entity(r).Role.In(c.readings[r.Reading].Article.Text))
		for i, w := range ws {
			if isOfAnother(w) {
				break
			}
			switch s := lexicon.OfficeSeat(w); {
			case s != "":
				out = append(out, s)
			case w == "president" && isHolder(p):
				out = append(out, w)
			case i > 0 && lexicon.OfficeSole(w) && !lexicon.OfficeUnsaid(ws[i-1]) && !lexicon.OfficeAnywhere(ws[i-1]):
				out = append(out, ws[i-1]+" "+lexicon.Office(w))
			}
		}
	}
	return sorted(out)
}

// isHolder reports whether a person has the name of a well-known president.
func isHolder(p *persona) bool {
	n := len(p.words) - 1
	is, known := lexicon.IsHolder("president", p.words[n], p.words[:n])
	return is && known
}

// isOfAnother reports whether what follows the folded word w in a role may be
// whose aide or kin somebody is: "aide to the senator", "Venn's adviser".
func isOfAnother(w string) bool {
	return w == "to" || w == "for" || w == "of" || strings.HasSuffix(w, "'s")
}

// namesake returns a mark for somebody of the name of a president long dead who
// holds an office in an article of today, empty for all others.
func (c *crew) namesake(p *persona) string {
	if p.kind != news.Person || len(p.words) != 2 {
		return ""
	}
	died := lexicon.LatePresident(p.words[0], p.words[1])
	if died == 0 || c.readings[p.refs[0].Reading].Article.Published.Date.Year <= died {
		return ""
	}
	for _, s := range c.seatsOf(p) {
		if s == "president" {
			return ""
		}
		if lexicon.OfficeSeat(s) != "" {
			return " " + s
		}
	}
	return ""
}

// isOther reports whether of two of one name, one with "Jr." behind it, the
// other is the well-known holder of an office that nothing tells of the first,
// or whose child the first is.
func (c *crew) isOther(p, q *persona) bool {
	if p.suffix == "" {
		p, q = q, p
	}
	if !isHolder(q) || p.office != "" {
		return false
	}
	return p.isKin || q.office != "" && common(c.roleWords(p), c.roleWords(q)) == 0
}
