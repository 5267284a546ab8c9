package link

import (
	"slices"

	"verbatim/corpus/news"
)

// keptPairs is the number of pairs of quotes from which on how they compare is
// kept: a smaller story is told anew as soon.
const keptPairs = 200

// compared is how pairs of quotes of a story compare. It is kept from one
// telling to the next: who joins a story is compared with the others, they are
// not compared again. Once made it is not changed, two stories that were one
// share it.
type compared struct {
	at    map[quotePair]int32 // in bonds; -1 for two that are not one utterance
	bonds []bond
}

// add notes how two quotes compare.
func (c *compared) add(p quotePair, d bond, same bool) {
	c.at[p] = -1
	if same {
		c.at[p] = int32(len(c.bonds))
		c.bonds = append(c.bonds, d)
	}
}

// quotePair is two quotes, the first before the second in the briefing, and how
// their speakers agree.
type quotePair struct {
	a, b quoteID
	with int8 // an accord
}

// quoteID is a quote of an article that is linked. No other article is given
// the number of one, whether or not it is still there.
type quoteID struct {
	article uint32
	item    int32
}

// comparer compares the quotes of a story's articles.
type comparer struct {
	articles []uint32    // their numbers; nil if nothing is kept
	were     []*compared // of the tellings before
	are      compared
	least    int // of so many pairs they are kept
}

// compare returns the bond of two quotes, false if they are not one utterance.
func (c *comparer) compare(qs []quote, a, b int, with accord) (d bond, same bool) {
	if c.articles == nil {
		return sameBond(qs, a, b, with)
	}
	p := quotePair{c.id(qs[a].ref), c.id(qs[b].ref), int8(with)}
	d, same, known := c.known(p)
	if !known {
		d, same = sameBond(qs, a, b, with)
	}
	d.a, d.b = a, b
	c.are.add(p, d, same)
	return d, same
}

func (c *comparer) id(r news.Ref) quoteID { return quoteID{c.articles[r.Reading], int32(r.Item)} }

func (c *comparer) known(p quotePair) (d bond, same, known bool) {
	for _, w := range c.were {
		if at, ok := w.at[p]; ok {
			if at >= 0 {
				d = w.bonds[at]
			}
			return d, at >= 0, true
		}
	}
	return bond{}, false, false
}

// kept returns what is to be kept for the next telling, nil for nothing. It
// keeps nothing else of the telling.
func (c *comparer) kept() *compared {
	if len(c.are.at) < c.least {
		return nil
	}
	return &compared{c.are.at, slices.Clip(c.are.bonds)}
}

// sameBond aligns two quotes that may be one utterance. It returns false if
// they are not.
func sameBond(qs []quote, a, b int, with accord) (bond, bool) {
	d := newBond(qs, a, b, with)
	return d, d.same() && (qs[a].ref.Reading != qs[b].ref.Reading || d.retold(&qs[a], &qs[b]))
}

// comparer returns that of a story, which knows what its articles' last tellings
// have compared.
func (l *Linker) comparer(s *dossier) comparer {
	c := comparer{are: compared{at: map[quotePair]int32{}}, least: l.keptPairs}
	for _, h := range s.members {
		a := l.arts[h]
		c.articles = append(c.articles, a.number)
		if a.pairs != nil && !slices.Contains(c.were, a.pairs) {
			c.were = append(c.were, a.pairs)
		}
	}
	return c
}
