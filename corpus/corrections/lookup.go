package corrections

import (
	"strings"

	"verbatim/corpus/news"
)

// quoteIndex is the quotes of a file by what they are looked for by.
type quoteIndex struct {
	all   []quoteKey
	byKey map[string][]news.Ref
	bySum map[string][]news.Ref // made when it is asked for
}

type quoteKey struct {
	at  news.Ref
	key string
}

func newQuoteIndex(rs []news.Reading, readings []int) *quoteIndex {
	x := &quoteIndex{byKey: map[string][]news.Ref{}}
	for _, r := range readings {
		for i, q := range rs[r].Quotes {
			k := quoteKey{news.Ref{Reading: r, Item: i}, keyOf(q.In(rs[r].Article.Text))}
			x.all = append(x.all, k)
			x.byKey[k.key] = append(x.byKey[k.key], k.at)
		}
	}
	return x
}

// find returns the quotes that a place fits, in the order of the file.
func (x *quoteIndex) find(p Place) []news.Ref {
	switch {
	case p.Sum != "":
		return x.ofSum(p.Sum)
	case !strings.Contains(p.Words, "…"):
		return x.byKey[keyOf(p.Words)]
	}
	var out []news.Ref
	fits := p.fitting()
	for _, k := range x.all {
		if fits(k.key) {
			out = append(out, k.at)
		}
	}
	return out
}

func (x *quoteIndex) ofSum(sum string) []news.Ref {
	if x.bySum == nil {
		x.bySum = map[string][]news.Ref{}
		for _, k := range x.all {
			s := sumOf(k.key)
			x.bySum[s] = append(x.bySum[s], k.at)
		}
	}
	return x.bySum[sum]
}

// nameIndex is the entities of a file by their names and by other forms of
// these.
type nameIndex struct{ names, aliases map[string][]news.Ref }

func newNameIndex(rs []news.Reading, readings []int) *nameIndex {
	x := &nameIndex{map[string][]news.Ref{}, map[string][]news.Ref{}}
	for _, r := range readings {
		for i := range rs[r].Entities {
			e, at := &rs[r].Entities[i], news.Ref{Reading: r, Item: i}
			name(x.names, e.Name, at)
			for _, a := range e.Aliases {
				name(x.aliases, a, at)
			}
		}
	}
	return x
}

// name puts an entity under a name, once.
func name(under map[string][]news.Ref, form string, at news.Ref) {
	key := nameKey(form)
	if refs := under[key]; len(refs) == 0 || refs[len(refs)-1] != at {
		under[key] = append(refs, at)
	}
}

// nth returns one of the things that a place names, counted from 1; 0 is the
// first too.
func nth(refs []news.Ref, n int) (news.Ref, bool) {
	n = max(n, 1)
	if len(refs) < n {
		return news.Ref{}, false
	}
	return refs[n-1], true
}
