package link

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"verbatim/corpus/news"
)

// What two deeds must share to be one happening, beside a trigger of one
// class: a sum in which a common actor or place counts one.
const (
	argsSame    = 1.9  // the triggers are of one class
	argsKindred = 2.2  // of kindred classes
	argsAlso    = 2.6  // one names the other's in passing
	argsSpeech  = 1.4  // both are the words of one speaker
	argsClash   = 0.5  // more where the days differ: a conflict must be sure
	argsDay     = 0.7  // less where they do not; a day alone never joins
	argsDeed    = 1.0  // the least for deeds of one class and day
	argsNone    = 0.01 // nothing where neither article tells another of the class: the day is enough
	argsWitness = 0.8  // one gives evidence that day, the other speaks or is asked
	argsWords   = 1.2  // deeds of one day whose triggers have nothing in common
	wordsAlike  = 0.15 // likeness from which such deeds may be one
	wordsLone   = 0.05 // the same where each article tells but one deed of that day, long gone
	argsSaid    = 0.4  // the same for speech acts, of which a day has many
	farApart    = 31   // days between two deeds that are never one
	longGone    = 7    // days before its article from which a deed is of the past, not of the news
)

// match is how well two deeds of two articles go together.
type match struct {
	a, b  int
	score float64 // above 1 where they may be one happening
}

// deedGroups merges deeds into happenings.
type deedGroups struct {
	c      *clues
	ds     []*deed
	count  map[int]int // deeds that an actor takes part in
	score  map[[2]int]float64
	group  []int // of each deed
	member map[int][]int
}

// merge returns the deeds of a story in groups of one happening each. A day
// never joins two, and two days never part them: outlets that disagree stay
// together. But what one article itself puts on two days is two.
func (c *clues) merge(ds []*deed) [][]*deed {
	g := &deedGroups{c: c, ds: ds, count: map[int]int{}, score: map[[2]int]float64{}, group: make([]int, len(ds)), member: map[int][]int{}}
	for i, d := range ds {
		g.group[i], g.member[i] = i, []int{i}
		for _, a := range d.actors {
			g.count[a]++
		}
	}
	c.countTerms(ds)
	for _, m := range g.matches() {
		g.join(m)
	}
	return g.list()
}

// matches returns the pairs that may be one, the best first.
func (g *deedGroups) matches() []match {
	var out []match
	for i := range g.ds {
		for j := i + 1; j < len(g.ds); j++ {
			if g.ds[i].reading == g.ds[j].reading && !g.ds[i].isNameFor(g.ds[j]) && !g.ds[j].isNameFor(g.ds[i]) {
				continue // what an article tells apart is two
			}
			if s := g.compare(g.ds[i], g.ds[j]); s > 0 {
				g.score[[2]int{i, j}] = s
				if s < 1 {
					continue
				}
				if apart(g.ds[i], g.ds[j]) && g.once(g.ds[i], g.ds[j]) {
					s *= argsDeed / (argsSame + argsClash) // as sure, but not as soon
				}
				out = append(out, match{i, j, s})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y match) int {
		return cmp.Or(g.later(x)-g.later(y), cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return out
}

// later is 0 for matches of one day that are all but certain, which are joined
// before any that may be in dispute, and 1 for the others.
func (g *deedGroups) later(m match) int {
	a, b := g.ds[m.a], g.ds[m.b]
	if !apart(a, b) && g.only(a, b) && !g.strangers(a, b) {
		return 0
	}
	return 1
}

// join puts the groups of a match together if nothing in them forbids it, they
// go together on average, and of the pairs in dispute at least half are sure.
func (g *deedGroups) join(m match) {
	x, y := g.group[m.a], g.group[m.b]
	if x == y {
		return
	}
	sum, n, unsure := 0.0, 0, 0
	for _, i := range g.member[x] {
		for _, j := range g.member[y] {
			if g.ds[i].forbids(g.ds[j]) {
				return
			}
			if disputed(g.ds[i], g.ds[j]) {
				if unsure++; g.score[[2]int{min(i, j), max(i, j)}] > 0 {
					unsure -= 2
				}
			}
			if g.ds[i].reading != g.ds[j].reading {
				sum += g.score[[2]int{min(i, j), max(i, j)}]
				n++
			}
		}
	}
	if sum < 0.6*float64(n) || unsure > 0 {
		return
	}
	for _, j := range g.member[y] {
		g.group[j] = x
	}
	g.member[x] = append(g.member[x], g.member[y]...)
	delete(g.member, y)
}

// forbids reports whether two deeds cannot be one happening, whatever their
// words.
func (d *deed) forbids(o *deed) bool {
	n := d.day.Sub(o.day)
	switch {
	case d.reading == o.reading && (d.day != o.day || slices.ContainsFunc(o.tellings, d.besides) || slices.ContainsFunc(o.tellings, d.isAnothers)), max(n, -n) > farApart:
		return true
	case apart(d, o) && d.planned != o.planned:
		return true
	case d.exact != news.DayExact && !d.exact.Holds(d.day, o.day), o.exact != news.DayExact && !o.exact.Holds(o.day, d.day):
		return true
	}
	return apart(d, o) && placesClash(d.places, o.places)
}

// apart reports whether two deeds have two days.
func apart(a, b *deed) bool {
	return a.exact == news.DayExact && b.exact == news.DayExact && a.day != b.day
}

// placesClash reports whether two lists of places can be no one place: each
// names a city, in two countries.
func placesClash(a, b []string) bool {
	clash := false
	for _, p := range a {
		for _, q := range b {
			if p == q || cities()[p] == "" || cities()[q] == "" || cities()[p] == cities()[q] {
				return false
			}
			clash = true
		}
	}
	return clash
}

// disputed reports whether two deeds, if they are one, are told with two days
// or in two places.
func disputed(a, b *deed) bool { return apart(a, b) || placesClash(a.places, b.places) }

// compare returns how well two deeds of two articles go together, 0 for not
// at all.
func (g *deedGroups) compare(a, b *deed) float64 {
	if a.forbids(b) {
		return 0
	}
	terms := g.c.likeness(a, b)
	need := g.needed(a, b, terms)
	if need == 0 {
		return 0
	}
	if disputed(a, b) && !g.sure(a, b, terms) || g.c.townsClash(a, b) && !g.c.surelyOne(a, b) {
		return 0
	}
	if a.speech && b.speech && common(a.announced, b.announced) == 0 && !oneOccasion(a, b) && (terms < 0.08 || terms < 0.14 && (a.speaker < 0) != (b.speaker < 0) || terms < 0.3 && g.twoSpeakers(a, b)) {
		return 0
	}
	score := g.people(a, b) + places(a, b) + 4*terms
	switch need {
	case argsNone:
		return 1 + score/argsSame
	case argsWords:
		return min(1, score/need) // when all others are joined
	}
	return score / need
}

// needed returns how much two deeds must share, 0 if they do not go together.
func (g *deedGroups) needed(a, b *deed, terms float64) float64 {
	if g.nextMeeting(a, b) {
		return argsNone
	}
	need := argsNeeded(a, b)
	oneDay := a.day == b.day && a.exact == b.exact && a.exact == news.DayExact
	if oneDay && (gaveEvidence(a, b) || gaveEvidence(b, a)) {
		return argsWitness
	}
	switch {
	case oneOccasion(a, b), oneDay && g.bothLookBack(a, b):
		return argsNone
	case oneDay && terms >= wordsLone && common(a.terms, b.terms) > 1 && g.lone(a) && g.lone(b):
		return argsNone
	case need == 0 && oneDay && !a.speech && !b.speech && terms >= wordsAlike:
		return argsWords
	case need == 0:
		return 0
	case a.speech && b.speech && a.speaker == b.speaker:
		need = argsSpeech
	}
	switch {
	case oneDay && a.speech && b.speech:
		return need - argsSaid
	case oneDay && !a.speech && !b.speech && need == argsSame:
		need = argsDeed
		if g.only(a, b) && !g.strangers(a, b) && !g.unlike(a, b, terms) {
			return argsNone
		}
	case a.day == b.day && a.exact == b.exact:
		need -= argsDay
	case apart(a, b) && g.once(a, b):
		need = argsDeed
	case apart(a, b):
		need += argsClash
	}
	return need
}

// unlike reports whether two deeds of which a day has many, meetings or arrests,
// each name somebody, but nobody in common and little else: one of their articles
// knows nobody whom the other names.
func (g *deedGroups) unlike(a, b *deed, terms float64) bool {
	many := func(class string) bool { return class == "meet" || class == "charge" || class == "vote" }
	if g.c.knowsAny(a.reading, b.actors) && g.c.knowsAny(b.reading, a.actors) {
		return false
	}
	return slices.ContainsFunc(a.classes, many) && slices.ContainsFunc(b.classes, many) &&
		len(a.actors) > 0 && len(b.actors) > 0 && common(a.actors, b.actors) == 0 && common(a.places, b.places) == 0 && terms < wordsLone
}

// knowsAny reports whether an article names one of the actors.
func (c *clues) knowsAny(reading int, actors []int) bool {
	for e := range c.rs[reading].Entities {
		if a, ok := c.actors[news.Ref{Reading: reading, Item: e}]; ok && slices.Contains(actors, a) {
			return true
		}
	}
	return false
}

// lone reports whether a deed lies well before its article, which tells no other
// of that day: what several articles look back at is one.
func (g *deedGroups) lone(d *deed) bool {
	out := ownDay(&g.c.rs[d.reading].Article)
	if d.speech || d.planned || d.exact != news.DayExact || out.IsZero() || out.Sub(d.day) < longGone {
		return false
	}
	return !slices.ContainsFunc(g.c.told[d.reading], func(o *deed) bool { return o != d && o.day == d.day && o.exact == d.exact })
}

// people counts the actors and countries two deeds share. One who takes part
// in most of what the story tells says less.
func (g *deedGroups) people(a, b *deed) float64 {
	sum := 0.0
	for _, p := range a.actors {
		if _, ok := slices.BinarySearch(b.actors, p); !ok {
			continue
		}
		switch {
		case g.c.people[p].Kind == news.Place:
			sum += 0.6
		case len(g.ds) > 6 && 3*g.count[p] > len(g.ds):
			sum += 0.8
		default:
			sum++
		}
	}
	return sum + 0.4*float64(min(2, common(a.lands, b.lands))) + 0.5*float64(min(3, g.loneNames(a, b)))
}

// loneNames counts the names both deeds use, besides those of the actors they
// share.
func (g *deedGroups) loneNames(a, b *deed) int {
	n := common(a.names, b.names)
	for _, p := range a.actors {
		if _, ok := slices.BinarySearch(b.actors, p); ok {
			n -= len(strings.Fields(g.c.people[p].Name))
		}
	}
	return max(0, n)
}

// places is what two deeds' places say for them: one if they share one, less
// than nothing if they have two that differ.
func places(a, b *deed) float64 {
	switch {
	case len(a.places) == 0 || len(b.places) == 0:
		return 0
	case common(a.places, b.places) > 0:
		return 1
	}
	for _, p := range a.places {
		for _, q := range b.places {
			if l := lands()[p]; l != "" && l == lands()[q] {
				return 0.6
			}
		}
	}
	return -0.7
}

// argsNeeded returns how much two deeds must share for what their triggers
// are, 0 if these do not go together.
func argsNeeded(a, b *deed) float64 {
	switch {
	case common(a.classes, b.classes) > 0, len(a.classes)+len(b.classes) == 0 && common(a.lemmas, b.lemmas) > 0:
		return argsSame
	case kindredLists(a.classes, b.classes), common(a.lemmas, b.lemmas) > 0:
		return argsKindred
	case common(a.classes, b.announced) > 0, common(a.announced, b.classes) > 0, common(a.announced, b.announced) > 0:
		return argsKindred
	case !a.speech && !b.speech && (common(a.classes, b.also) > 0 || common(a.also, b.classes) > 0):
		return argsAlso
	}
	return 0
}

func kindredLists(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return kin(x) == kin(y) })
	})
}

// kin is the larger class that a class of triggers belongs to.
func kin(class string) string {
	switch class {
	case "announce", "post", "speech", "brief", "say", "interview":
		return "say"
	case "decide", "rule", "order":
		return "rule"
	case "publish":
		return "say"
	case "deadline", "shutdown", "end":
		return "end"
	case "sanction", "effect", "retaliate":
		return "effect"
	case "sign", "agree":
		return "agree"
	case "pass", "vote":
		return "pass"
	case "resign", "dismiss":
		return "resign"
	case "kill", "injure", "attack", "crash":
		return "harm"
	case "charge", "convict", "argue", "sue":
		return "court"
	case "visit", "depart", "meet":
		return "meet"
	case "launch", "air":
		return "launch"
	}
	return class
}

// list returns the groups, in order of their first deed.
func (g *deedGroups) list() [][]*deed {
	var out [][]*deed
	for i := range g.ds {
		m := g.member[i]
		if g.group[i] != i || len(m) == 0 {
			continue
		}
		slices.Sort(m)
		ds := make([]*deed, len(m))
		for k, j := range m {
			ds[k] = g.ds[j]
		}
		out = append(out, ds)
	}
	return out
}

// countTerms counts the deeds that hold each term, and measures each deed.
func (c *clues) countTerms(ds []*deed) {
	c.vocab.n = len(ds)
	for _, d := range ds {
		for _, t := range d.terms {
			c.vocab.docs[t] = 0 // of another story
		}
	}
	for _, d := range ds {
		for _, t := range d.terms {
			c.vocab.docs[t]++
		}
	}
	for _, d := range ds {
		d.weights = 0
		for _, t := range d.terms {
			w := c.weight(t)
			d.weights += w * w
		}
	}
}

// weight is how much a term tells: rare in the language, and not in all that
// the story tells.
func (c *clues) weight(t int32) float64 {
	common := float64(c.vocab.docs[t]) / float64(max(c.vocab.n, 6))
	return max(0, c.vocab.idf(t)) * (1 - 0.7*min(1, common))
}

// likeness is how much the words of two deeds have in common, 0 to 1. Short
// ones are not held against the length of the other.
func (c *clues) likeness(a, b *deed) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch {
		case a.terms[i] < b.terms[j]:
			i++
		case a.terms[i] > b.terms[j]:
			j++
		default:
			w := c.weight(a.terms[i])
			sum += w * w
			i, j = i+1, j+1
		}
	}
	if sum == 0 {
		return 0
	}
	const floor = 120 // the squared length of some five rare words
	return sum / math.Sqrt(max(a.weights, floor)*max(b.weights, floor))
}
