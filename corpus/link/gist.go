package link

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// gist is what a quote says, as stems: a paraphrase keeps the gist and little
// else.
type gist struct {
	stems  []int32 // sorted, each once
	total  float64 // the sum of their weights
	around []int32 // sorted: the stems of the sentences it stands in and beside; nil as long as nobody asks
	deeds  []int32 // the stems of the cue, where that is an act of its own
	denied []int32 // sorted: the families of what it says is not so
	denial bool    // it is told as a denial of what it says
	holds  []int   // the quotes in marks it holds, if it has no marks itself
}

// gists are those of a story's quotes, each stem with how much it tells: what
// every quote of the story has tells nothing of one.
type gists struct {
	ids     map[string]int32
	base    []float64
	count   []int  // quotes that have the stem
	number  []bool // a figure that seldom comes up by chance
	figure  []figureOf
	name    []bool // it is capitalised where a common word would not be
	small   []bool // it is not, somewhere: "the Inspector General", "the inspector general"
	seldom  []bool // a word that is seldom used, neither name nor number
	weight  []float64
	of      []gist
	outlets int                     // of the story
	read    func(quote int) []int32 // the stems round a quote
	odds    map[[2]int]chance       // of the pairs compared

	familyIDs map[string]int32
	familyOf  []int32 // of each stem; a stem of no family is one of its own
	told      []int   // quotes that have a word of the family
	nameOf    []bool  // the family is of a name
}

// newGists reads the gists of a story's quotes. Skip reports whether a token
// of a quote is no part of what was said.
func newGists(qs []quote, outlets int, skip func(quote int, t *token) bool, st stemmer) *gists {
	g := &gists{ids: map[string]int32{}, familyIDs: map[string]int32{}, of: make([]gist, len(qs)), outlets: max(1, outlets)}
	short := acronyms(qs)
	for i := range qs {
		g.of[i].stems, g.of[i].denied = g.terms(&qs[i], short, func(t *token) bool { return skip(i, t) })
		g.of[i].deeds = g.deed(&qs[i], st)
		g.of[i].denial = qs[i].q.CueClass == denial
		g.tally(g.of[i].stems)
	}
	g.weigh()
	return g
}

// distinct sorts numbers and drops what is there twice.
func distinct(ids []int32) []int32 {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// id returns the number of a token's stem.
func (g *gists) id(t *token) int32 {
	if id, ok := g.ids[t.stem]; ok {
		g.spelled(id, t)
		return id
	}
	id := int32(len(g.count))
	g.ids[t.stem] = id
	figure, weight := t.number && telltale(t.key), t.weight
	if t.number && !figure {
		weight = weightStop
	}
	g.count, g.base, g.number = append(g.count, 0), append(g.base, float64(weight)/weightCommon), append(g.number, figure)
	g.name, g.small = append(g.name, false), append(g.small, false)
	g.spelled(id, t)
	g.figure = append(g.figure, readFigure(t))
	g.seldom = append(g.seldom, !t.name && !t.number && lexicon.Rank(t.key) == 0 && lexicon.Rank(t.stem) == 0)
	name := family(t.stem)
	if t.name {
		name = familyOfName(t.key, t.stem)
	}
	f, ok := g.familyIDs[name]
	if !ok {
		f = int32(len(g.told))
		g.familyIDs[name], g.told, g.nameOf = f, append(g.told, 0), append(g.nameOf, strings.HasPrefix(name, "@"))
	}
	g.familyOf = append(g.familyOf, f)
	return id
}

// spelled notes whether a stem is spelled as a name is.
func (g *gists) spelled(id int32, t *token) {
	g.name[id] = g.name[id] || t.name
	g.small[id] = g.small[id] || !t.name && !t.start
}

// isName reports whether a stem is a name: what is written small too is an office
// or a word of a headline.
func (g *gists) isName(id int32) bool { return g.name[id] && !g.small[id] }

// The bare numbers up to which, and the years within which, one that two quotes
// share may have come up by chance.
const (
	smallNumber = 12
	firstYear   = 1900
	lastYear    = 2099
)

// telltale reports whether the key of a number is a figure that tells of what
// it was said: no small count, ordinal or year.
func telltale(key string) bool {
	v, err := strconv.ParseFloat(strings.TrimPrefix(key, "#"), 64)
	if err != nil {
		return !strings.HasSuffix(key, "th") // it has a unit
	}
	return v > smallNumber && (v < firstYear || v > lastYear)
}

// tally counts a quote that has some stems.
func (g *gists) tally(stems []int32) {
	for _, id := range stems {
		g.count[id]++
	}
	for _, f := range g.families(stems) {
		g.told[f]++
	}
}

// families returns the families of some stems, sorted, each once.
func (g *gists) families(stems []int32) []int32 {
	out := make([]int32, len(stems))
	for i, id := range stems {
		out[i] = g.familyOf[id]
	}
	return distinct(out)
}

func (g *gists) weigh() {
	g.weight = make([]float64, len(g.count))
	for id, n := range g.count {
		g.weight[id] = g.base[id] * g.telling(n)
	}
	for i := range g.of {
		for _, id := range g.of[i].stems {
			g.of[i].total += g.weight[id]
		}
	}
}

// telling is what a word that n quotes of the story have tells of one, from 0
// to 1.
func (g *gists) telling(n int) float64 {
	return 1 / (1 + math.Log(max(1, float64(n)/float64(g.outlets))))
}

// dull reports whether a stem belongs to the telling, not to what is told.
func dull(stem string) bool {
	switch stem {
	case "look", "said", "say", "told", "tell", "add", "ask", "announc", "statement", "accord", "spokesman", "spokeswoman", "report",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "day", "year", "month", "today", "yesterday", "tomorrow":
		return true
	}
	return false
}

// likeness is what two quotes share of their gist.
type likeness struct {
	shared   float64 // the weight of the stems both have
	longer   float64 // the weight of the fuller gist
	stems    int     // how many those are, words of one family with them
	plain    int     // of those, how many tell more than whom or what the story is about
	names    int     // names that not all of the story has
	uncommon int     // words that are seldom used
	number   bool    // a number that not all of the story has is among them
	whole    bool    // all the words of the one stand in the other as they are
	things   int     // of the stems, how many are no names: nobody is denied, but what is said of him
	against  int     // of those, how many one denies and the other does not
	denied   int     // how many both deny
	score    float64 // their share of both, from 0 to 1
}

func (g *gists) likeness(a, b int) likeness {
	x, y := &g.of[a], &g.of[b]
	var l likeness
	var xs, ys []int32 // the families of what only one has
	var ns, ms []int32 // its figures
	i, j := 0, 0
	for i < len(x.stems) || j < len(y.stems) {
		switch {
		case j == len(y.stems) || i < len(x.stems) && x.stems[i] < y.stems[j]:
			xs, ns = g.kindred(xs, x.stems[i]), g.figures(ns, x.stems[i])
			i++
		case i == len(x.stems) || x.stems[i] > y.stems[j]:
			ys, ms = g.kindred(ys, y.stems[j]), g.figures(ms, y.stems[j])
			j++
		default:
			g.share(&l, x.stems[i])
			if !g.isName(x.stems[i]) {
				l.oppose(x, y, g.familyOf[x.stems[i]])
			}
			i, j = i+1, j+1
		}
	}
	for _, f := range g.meet(&l, distinct(xs), distinct(ys)) {
		if !g.nameOf[f] {
			l.oppose(x, y, f)
		}
	}
	g.round(&l, ns, ms)
	g.done(&l, x, y)
	g.done(&l, y, x)
	l.longer = max(x.total, y.total)
	l.score = (l.shared/max(x.total, 0.1) + l.shared/max(y.total, 0.1)) / 2
	return l
}

// share adds to a likeness a stem both have.
func (g *gists) share(l *likeness, stem int32) {
	w := g.weight[stem]
	l.shared += w
	l.stems++
	l.tell(w, g.isName(stem))
	l.number = l.number || g.number[stem] && w >= 1.2
	if g.seldom[stem] {
		l.uncommon++
	}
}

// kindred adds the family of a stem that has one.
func (g *gists) kindred(to []int32, stem int32) []int32 {
	if f := g.familyOf[stem]; g.told[f] > g.count[stem] {
		return append(to, f)
	}
	return to
}

// familyShare is what two words of one family are worth of a word twice.
const familyShare = 0.6

// oppose notes whether one of two gists, or both, deny what both have.
func (l *likeness) oppose(x, y *gist, family int32) {
	l.things++
	switch a, b := x.denies(family), y.denies(family); {
	case a != b:
		l.against++
	case a:
		l.denied++
	}
}

// denies reports whether a gist says that something of a family is not so.
func (x *gist) denies(family int32) bool {
	_, ok := slices.BinarySearch(x.denied, family)
	return ok != x.denial
}

// denying reports whether a gist denies anything.
func (x *gist) denying() bool { return x.denial || len(x.denied) > 0 }

// meet adds to a likeness the families that two sorted lists have in common,
// and returns those.
func (g *gists) meet(l *likeness, x, y []int32) []int32 {
	var both []int32
	for _, f := range x {
		if _, ok := slices.BinarySearch(y, f); ok {
			both = append(both, f)
			l.shared += familyShare * g.telling(g.told[f])
			l.stems++
			l.tell(g.telling(g.told[f]), g.nameOf[f])
		}
	}
	return both
}

// topical is the weight up to which a stem is what the whole story is about.
const topical = 0.45

// tell counts a stem of some weight both have, if it tells one of the story's
// quotes from the next.
func (l *likeness) tell(weight float64, name bool) {
	switch {
	case weight <= topical:
	case name:
		l.names++
	default:
		l.plain++
	}
}

// further is the weight of the stems that quote i has in common with quote m
// and with none of the others but itself.
func (g *gists) further(i, m int, others []int) float64 {
	sum := 0.0
	for _, id := range g.of[i].stems {
		if !g.has(m, id) {
			continue
		}
		if !slices.ContainsFunc(others, func(o int) bool { return o != i && g.has(o, id) }) {
			sum += g.weight[id]
		}
	}
	return sum
}

func (g *gists) has(i int, id int32) bool {
	_, ok := slices.BinarySearch(g.of[i].stems, id)
	return ok
}

// sharing returns the pairs of quotes that have a stem in common, or two of one
// family, which not too many have.
func (g *gists) sharing() [][2]int {
	posts := make([][]int32, len(g.told))
	m := newMeeting(len(g.of))
	for i := range g.of {
		for _, f := range g.families(g.of[i].stems) {
			if g.told[f] > maxPosting {
				continue
			}
			m.meet(posts[f], i)
			posts[f] = append(posts[f], int32(i))
		}
	}
	return m.sorted()
}

// reporters returns a test for the tokens of a quote that are the reporter's
// way to tell it, or another quote's words: the name of the speaker, and in an
// indirect quote what stands in marks.
func (l *teller) reporters(qs []quote) func(int, *token) bool {
	names := map[int]map[string]bool{}
	marked := map[int][]text.Span{}
	for i := range qs {
		if qs[i].marked {
			r := qs[i].ref.Reading
			marked[r] = append(marked[r], qs[i].q.Span)
		}
	}
	for r := range marked {
		marked[r] = outermost(marked[r])
	}
	return func(i int, t *token) bool {
		for _, s := range qs[i].speakers {
			if _, ok := names[s]; !ok {
				names[s] = l.nameStems(s)
			}
			if names[s][t.stem] {
				return true
			}
		}
		return !qs[i].marked && inside(t.Span, marked[qs[i].ref.Reading])
	}
}

// outermost sorts spans and drops those that stand within another.
func outermost(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n == 0 || s.End > out[n-1].End {
			out = append(out, s)
		}
	}
	return out
}

// inside reports whether a span stands within one of some outermost spans.
func inside(s text.Span, spans []text.Span) bool {
	i, ok := slices.BinarySearchFunc(spans, s.Start, func(m text.Span, at int) int { return m.Start - at })
	if !ok {
		i--
	}
	return i >= 0 && spans[i].Contains(s)
}

// nameStems returns the stems of all names of an actor.
func (l *teller) nameStems(actor int) map[string]bool {
	m := map[string]bool{}
	for _, name := range append([]string{l.people[actor].Name}, l.people[actor].Aliases...) {
		w := newWording(name, text.Span{Start: 0, End: len(name)}, l.stems)
		for k := range w.toks {
			m[w.toks[k].stem] = true
		}
	}
	return m
}
