package main

import (
	"strings"

	"verbatim/corpus/lexicon"
)

// labels returns what each entry of the sentence is part of, "B-person",
// "I-place", "O"; nil where the set does not say.
func (b *treebank) labels() []string {
	switch {
	case b.cols.label >= 0:
		out := make([]string, len(b.cur))
		for i, e := range b.cur {
			out[i] = kindLabel(e.label)
		}
		return out
	case b.cols.entity >= 0:
		return bracketLabels(b.cur)
	}
	return nil
}

// kindLabel maps the labels of UNER and CrossNER.
func kindLabel(l string) string {
	edge, kind, _ := strings.Cut(l, "-")
	switch kind {
	case "PER", "person", "politician":
		return edge + "-person"
	case "ORG", "organisation", "politicalparty":
		return edge + "-organisation"
	case "LOC", "country", "location":
		return edge + "-place"
	}
	return "O"
}

// labelOf returns the label of a token that covers entries with the given
// labels: a name only if all its parts are of one. Starts is false where its
// first entry began in the token before.
func labelOf(ls []string, es []entry, starts bool) string {
	for i, l := range ls {
		if l == "O" && es[i].form != "-" {
			return "O"
		}
	}
	if ls[0] != "O" && !starts {
		return "I" + ls[0][1:]
	}
	return ls[0]
}

// bracket is an entity of GUM over entries [lo, hi].
type bracket struct {
	id, kind string
	lo, hi   int
}

// bracketLabels derives names from GUM's brackets, which hold whole noun
// phrases, named or not.
func bracketLabels(es []entry) []string {
	out := make([]string, len(es))
	for i := range out {
		out[i] = "O"
	}
	for _, b := range brackets(es) {
		lo, hi := nameWithin(es, b)
		if lo == hi || out[lo] != "O" || out[hi-1] != "O" {
			continue
		}
		out[lo] = "B-" + b.kind
		for i := lo + 1; i < hi; i++ {
			out[i] = "I-" + b.kind
		}
	}
	return out
}

// brackets reads "(3-person-new…", "3)" and "(3-person…)", outermost first.
// One that runs over the end of the sentence is left out.
func brackets(es []entry) []bracket {
	var all, open []bracket
	for i, e := range es {
		s := strings.TrimPrefix(e.entity, "Entity=")
		for s != "" && s != "_" {
			n := strings.IndexAny(s[1:], "()") + 1
			if n == 0 {
				n = len(s)
			}
			switch s[0] {
			case '(':
				f := strings.Split(s[1:n], "-")
				open = append(open, bracket{id: f[0], kind: kindOf(f), lo: i})
				if n < len(s) && s[n] == ')' {
					open, all = closeBracket(open, all, f[0], i)
					n++
				}
			default:
				open, all = closeBracket(open, all, strings.TrimLeft(s[:n], ")"), i)
				if n < len(s) && s[n] == ')' {
					n++
				}
			}
			s = s[n:]
		}
	}
	return outermostFirst(all)
}

func kindOf(f []string) string {
	if len(f) < 2 {
		return ""
	}
	switch f[1] {
	case "person", "place":
		return f[1]
	case "organization":
		return "organisation"
	}
	return ""
}

// closeBracket closes the innermost open bracket of that id.
func closeBracket(open, all []bracket, id string, at int) ([]bracket, []bracket) {
	for k := len(open) - 1; k >= 0; k-- {
		if open[k].id == id {
			b := open[k]
			b.hi = at
			return append(open[:k:k], open[k+1:]...), append(all, b)
		}
	}
	return open, all
}

func outermostFirst(bs []bracket) []bracket {
	for i := 1; i < len(bs); i++ {
		for j := i; j > 0 && bs[j].hi-bs[j].lo > bs[j-1].hi-bs[j-1].lo; j-- {
			bs[j], bs[j-1] = bs[j-1], bs[j]
		}
	}
	return bs
}

// nameWithin returns the entries [lo, hi) of the name that heads a bracket,
// none if its head is no name: the run of proper nouns the phrase's first noun
// run ends in, with "of X" where it is no person.
func nameWithin(es []entry, b bracket) (lo, hi int) {
	if b.kind == "" {
		return 0, 0
	}
	hi = b.lo
	for hi <= b.hi && inBaseNounPhrase(es[hi]) {
		hi++
	}
	for hi > b.lo && es[hi-1].tag == "POS" {
		hi--
	}
	lo = hi
	for lo > b.lo && isNamePart(es, lo-1) {
		lo--
	}
	for lo < hi && (!isProper(es[lo]) || b.kind == "person" && hi-lo > 1 && isHonour(es[lo].form)) {
		lo++
	}
	if lo == hi || !isProper(es[hi-1]) || b.kind == "person" && notPerson(es[lo:hi]) || b.kind != "person" && onlyDemonym(es[lo:hi]) {
		return 0, 0
	}
	if b.kind != "person" {
		hi = withOf(es, hi, b.hi)
	}
	return lo, hi
}

func inBaseNounPhrase(e entry) bool {
	switch e.tag {
	case "DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "RB", "VBN", "VBG", "``", "AFX", "$":
		return true
	}
	return e.form == "&"
}

func isProper(e entry) bool { return e.tag == "NNP" || e.tag == "NNPS" }

// isNamePart reports whether the entry at i goes on a name to its right.
func isNamePart(es []entry, i int) bool {
	return isProper(es[i]) || es[i].tag == "HYPH" || es[i].form == "&"
}

// isHonour reports whether w stands before a person's name and is no part of
// it.
func isHonour(w string) bool {
	l := strings.TrimSuffix(strings.ToLower(w), ".")
	return lexicon.Title(l) || lexicon.RoleHead(l) || lexicon.RoleModifier(l)
}

func notPerson(es []entry) bool {
	last := es[len(es)-1]
	_, demonym := lexicon.Demonym(strings.ToLower(last.form))
	return last.tag == "NNPS" || len(es) == 1 && (demonym || isHonour(last.form))
}

func onlyDemonym(es []entry) bool {
	_, ok := lexicon.Demonym(strings.ToLower(es[0].form))
	return ok && len(es) == 1
}

// withOf takes "of Portsmouth", "of the Interior" along.
func withOf(es []entry, hi, last int) int {
	i := hi
	for i <= last && (es[i].form == "of" || es[i].form == "for" || es[i].form == "and" || es[i].form == "the") {
		i++
	}
	if i == hi || i > last || es[hi].form == "the" || !isProper(es[i]) {
		return hi
	}
	for i <= last && isProper(es[i]) {
		i++
	}
	return withOf(es, i, last)
}
