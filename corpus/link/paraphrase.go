package link

import (
	"cmp"
	"math"
	"slices"

	"verbatim/corpus/news"
)

// grade is how sure it is that a quote without marks reports the statement of
// another.
type grade int

const (
	unlike grade = iota
	possible
	sure
)

// The odds, as logarithms, that two quotes which share something of their gist
// are one utterance, and what tells for and against it. They were fitted on
// pairs judged by reading, the words of each story by what the others tell.
const (
	oddsNone    = -4.9  // to begin with
	oddsAgreed  = 2.2   // the speakers agree
	oddsStems   = 1.5   // for the logarithm of the number of stems both have
	oddsScore   = 3.3   // for the share of both
	oddsLong    = -0.6  // for the logarithm of the weight of the longer
	oddsNear    = 5.4   // for what stands round both
	oddsLead    = 0.7   // for the logarithm of the lead over the second best
	oddsNumber  = 2.0   // a number is shared
	oddsWhole   = 3.5   // one stands in the other
	oddsCue     = 1.7   // both are told as a promise, a denial, a demand
	oddsNegated = -0.25 // one is denied
	oddsWraps   = -2.0  // one holds words in marks of another statement
	oddsThin    = -1.0  // one is a word in marks, and that is all they share
	oddsOwn     = -1.0  // both stand in one article: it seldom tells a thing twice
)

// The odds from which on a quote without marks surely, or possibly, reports
// the statement of another.
const (
	oddsSure     = 0.3
	oddsSurer    = 1.5 // where the speakers do not agree, and in one article
	oddsPossible = -0.3
	oddsCertain  = 3.0 // whatever they share
)

// odds tells how likely two quotes are one utterance.
func (e *echo) odds() float64 {
	o := oddsNone + oddsStems*math.Log(1+float64(e.like.stems)) + oddsScore*e.like.score + oddsLong*math.Log(1+e.like.longer)
	o += oddsOfNear(e.near) + oddsLead*math.Log(min(max(e.lead, 0.2), 5))
	for _, t := range []struct {
		is   bool
		odds float64
	}{
		{e.with == agreed, oddsAgreed}, {e.like.number, oddsNumber}, {e.like.whole, oddsWhole}, {e.cue, oddsCue},
		{e.negated, oddsNegated}, {e.wraps, oddsWraps}, {e.thin, oddsThin}, {e.own, oddsOwn},
	} {
		if t.is {
			o += t.odds
		}
	}
	return o
}

func oddsOfNear(near float64) float64 { return oddsNear * min(near, 0.6) }

// thin reports whether a quote is one telling word in marks.
func thin(q *quote) bool { return q.marked && q.content == 1 }

// gradeOf judges an echo.
func gradeOf(e *echo) grade {
	switch {
	case e.thin && e.sure >= oddsPossible && !e.singular():
		return possible
	case e.like.whole && (e.with == agreed || e.sure >= oddsSurer && (!e.own || e.like.stems >= wholeWords)):
		return sure
	case e.sure < oddsPossible || !e.hinted():
		return unlike
	case (e.sure >= oddsSurer || e.sure >= oddsSure && e.with == agreed && !e.own) && e.proved():
		return sure
	}
	return possible
}

// singular reports whether two quotes of one speaker share a word that is
// seldom used: it tells more than the common ones do.
func (e *echo) singular() bool { return e.like.uncommon > 0 && e.with == agreed && !e.own }

// proved reports whether two quotes share enough to be surely one utterance,
// however near they stand: whom the story is about is never enough by itself,
// nor is one word where the speakers do not agree.
func (e *echo) proved() bool {
	switch plain := e.like.plain; {
	case e.own:
		return plain >= 2 && e.with == agreed
	case e.with == agreed && plain >= 1, e.sure >= oddsCertain:
		return true
	default:
		return plain >= 2 || e.mostly()
	}
}

// mostly reports whether two quotes have most of what both say in common.
func (e *echo) mostly() bool { return e.like.stems >= 4 && e.like.score >= mostShared }

// hinted reports whether two quotes share enough to be possibly one utterance.
func (e *echo) hinted() bool {
	switch plain := e.like.plain; {
	case plain >= 2 || e.mostly():
		return true
	case e.own || e.with < uncertain:
		return false
	default:
		return plain == 1 && (e.near >= nearHint || e.with == agreed)
	}
}

// How much of what stands round two quotes, and of the quotes, must be the same
// for what they share to count.
const (
	nearHint   = 0.15 // with one word, to be possible at all
	nearOwn    = 0.2  // the most that counts in one article, where the same things stand round all
	mostShared = 0.6  // the share of both that needs no telling word
)

// echo is the likeness of two quotes at least one of which has no marks.
type echo struct {
	a, b    int
	with    accord
	like    likeness
	near    float64 // likeness of what stands round them
	lead    float64 // by how many times they are liker each other than anything else of the other's article
	negated bool    // one says what the other denies
	cue     bool    // both are told by cues of one class that says more than that it was said
	own     bool    // both stand in one article
	wraps   bool    // one holds words in marks, of another statement than the other
	thin    bool    // one is a word in marks, and that is all they share
	sure    float64 // the odds that they are one utterance
	rough   bool    // near is no more than the most it can be
	grade   grade
}

// chance is the odds of an echo, and the near they were found with.
type chance struct {
	odds, near float64
	rough      bool // of near, see [echo.rough]
}

// echoes returns the pairs of quotes that may be a statement and its
// paraphrase, the surest first. It notes what hints at less.
func (l *linker) echoes(qs []quote, g *gists, hints hints, same func(x, y int) bool) []echo {
	var out []echo
	for _, p := range g.sharing() {
		e := echo{a: p[0], b: p[1], with: l.accord(&qs[p[0]], &qs[p[1]]), lead: 1}
		joins := e.with > atOdds && (!qs[e.a].marked || !qs[e.b].marked)
		if !joins && qs[e.a].outlet == qs[e.b].outlet {
			continue // it would be no hint of another outlet
		}
		if e.like = g.likeness(e.a, e.b); joins {
			out = append(out, e)
			continue
		}
		e.weigh(qs, g)
		hints.note(qs, &e)
	}
	best := rivalsOf(qs, out, same)
	g.odds = make(map[[2]int]chance, len(out))
	for i := range out {
		e := &out[i]
		e.lead = best.lead(qs, e, same)
		e.wraps = g.holdsElse(e.a, e.b, same) || g.holdsElse(e.b, e.a, same)
		e.weigh(qs, g)
		hints.note(qs, e)
		g.odds[[2]int{e.a, e.b}] = chance{e.sure, e.near, e.rough}
	}
	out = slices.DeleteFunc(out, func(e echo) bool { return e.grade == unlike })
	slices.SortFunc(out, func(x, y echo) int {
		return cmp.Or(cmp.Compare(y.grade, x.grade), cmp.Compare(y.sure, x.sure), x.a-y.a, x.b-y.b)
	})
	return out
}

// weigh sets all of an echo that follows from its quotes and its lead. What
// stands round both is read only where it can change anything.
func (e *echo) weigh(qs []quote, g *gists) {
	e.like.whole = whole(qs[e.a].words, qs[e.b].words)
	e.own = qs[e.a].ref.Reading == qs[e.b].ref.Reading
	e.negated = g.of[e.a].negated != g.of[e.b].negated
	e.cue = sameCue(qs[e.a].q, qs[e.b].q)
	e.thin = e.like.stems == 1 && (thin(&qs[e.a]) || thin(&qs[e.b]))
	e.near, e.rough = e.nearMost(), true
	if e.judge(qs); e.grade != unlike || e.hints() {
		e.near, e.rough = min(g.near(e.a, e.b), e.nearMost()), false
		e.judge(qs)
	}
}

// nearMost is the most that what stands round both can count.
func (e *echo) nearMost() float64 {
	if e.own {
		return nearOwn
	}
	return 1
}

func (e *echo) judge(qs []quote) {
	e.sure = e.odds()
	e.grade = gradeOf(e)
	if untold(&qs[e.a], &qs[e.b]) {
		e.grade = unlike
	}
}

// sameCue reports whether the reporters of two quotes tell them as one kind of
// speech, other than that it was said.
func sameCue(a, b *news.Quote) bool {
	return a.CueClass == b.CueClass && a.CueClass != "" && a.CueClass != "say"
}

// wholeWords is the least number of words that tell a quote by themselves.
const wholeWords = 4

// whole reports whether all words of the one wording stand in the other.
func whole(x, y *wording) bool {
	a, b := x.toks, y.toks
	if len(a) > len(b) {
		a, b = b, a
	}
	content := 0
	for i := range a {
		if !a[i].stop {
			content++
		}
	}
	return len(a) >= wholeWords && (content >= 2 || len(a) > wholeWords) && containsRun(b, a)
}

// rivals holds for each quote and other article what there is most like it.
type rivals map[[2]int]rival

// rival is the best score, of which quote, and the best of one that is not the
// same thing told twice.
type rival struct {
	best, second float64
	quote        int
}

// rivalsOf finds the rivals among echoes. Same reports whether two quotes of
// one article are no rivals: parts of one statement, or one within the other.
func rivalsOf(qs []quote, es []echo, same func(x, y int) bool) rivals {
	byScore := make([]*echo, len(es))
	for i := range es {
		byScore[i] = &es[i]
	}
	slices.SortFunc(byScore, func(x, y *echo) int {
		return cmp.Or(cmp.Compare(y.like.score, x.like.score), x.a-y.a, x.b-y.b)
	})
	r := rivals{}
	for _, e := range byScore {
		r.note(e.a, e.b, qs[e.b].ref.Reading, e.like.score, same)
		r.note(e.b, e.a, qs[e.a].ref.Reading, e.like.score, same)
	}
	return r
}

// note takes in scores, the highest first.
func (r rivals) note(quote, other, article int, score float64, same func(x, y int) bool) {
	k := [2]int{quote, article}
	b, ok := r[k]
	switch {
	case !ok:
		b = rival{best: score, quote: other}
	case b.second == 0 && !same(b.quote, other):
		b.second = score
	}
	r[k] = b
}

// lead tells by how many times an echo is the best of both its quotes.
func (r rivals) lead(qs []quote, e *echo, same func(x, y int) bool) float64 {
	x, y := r[[2]int{e.a, qs[e.b].ref.Reading}], r[[2]int{e.b, qs[e.a].ref.Reading}]
	return min(x.margin(e.like.score, e.b, same), y.margin(e.like.score, e.a, same))
}

func (b rival) margin(score float64, other int, same func(x, y int) bool) float64 {
	if score < b.best && !same(b.quote, other) {
		return score / b.best
	}
	return score / max(b.second, 0.05)
}

// oddsSets is what all pairs of two joined sets must come to on average.
const oddsSets = -2

// paraphrased adds to the sets of quotes in marks the quotes that report them
// without, and makes sets of those that report what nobody has in marks.
func (l *linker) paraphrased(qs []quote, sets []set, outlets int, hints hints) []set {
	g := newGists(qs, outlets, l.reporters(qs))
	b := &binder{qs: qs, gists: g, sets: sets, in: make([][]int, len(qs))}
	for i, s := range sets {
		for _, m := range s.members {
			b.in[m] = append(b.in[m], i)
		}
	}
	for i := range qs {
		if !qs[i].marked {
			b.in[i] = []int{len(b.sets)}
			b.sets = append(b.sets, set{ref: i, members: []int{i}})
		}
	}
	g.read = l.surround(g, qs)
	g.wrap(qs)
	es := l.echoes(qs, g, hints, b.same)
	for _, e := range es {
		b.join(e)
	}
	for _, e := range es {
		b.second(e)
	}
	b.unwrap()
	b.repeated()
	return dropEmpty(b.sets)
}

func dropEmpty(sets []set) []set {
	return slices.DeleteFunc(sets, func(s set) bool { return len(s.members) == 0 })
}

// same reports whether two quotes stand in one set, or one within the other.
func (b *binder) same(x, y int) bool {
	return b.in[x][0] == b.in[y][0] || b.qs[x].ref.Reading == b.qs[y].ref.Reading && b.qs[x].q.Overlaps(b.qs[y].q.Span)
}

// binder joins sets by their echoes.
type binder struct {
	qs    []quote
	gists *gists
	sets  []set
	in    [][]int // the sets of each quote
}

// join makes one set of those of an echo's quotes, unless both have quotes in
// marks: paraphrases make no statement of two.
func (b *binder) join(e echo) {
	x, y := b.setOf(e.a, e.b), b.setOf(e.b, e.a)
	if x == y {
		return
	}
	if !b.qs[b.sets[x].ref].marked {
		x, y = y, x
	}
	s, t := &b.sets[x], &b.sets[y]
	doubt := e.grade == possible && !b.backed(&e, s, t)
	if b.qs[t.ref].marked || doubt && len(t.members) > 1 || b.odds(s, t) < oddsSets {
		return
	}
	for _, m := range t.members {
		b.in[m] = []int{x}
		if doubt || t.possible[m] {
			s.doubt(m)
		}
	}
	s.members = append(s.members, t.members...)
	t.members = nil
}

// backed reports whether two sets of which two quotes are possibly one are so
// by a third article's telling too.
func (b *binder) backed(e *echo, s, t *set) bool {
	if e.with != agreed || e.own || e.thin {
		return false
	}
	for _, x := range s.members {
		for _, y := range t.members {
			if (b.elsewhere(x, e) || b.elsewhere(y, e)) && b.gists.oddsOf(min(x, y), max(x, y)) >= oddsPossible {
				return true
			}
		}
	}
	return false
}

// elsewhere reports whether a quote stands in neither article of an echo's.
func (b *binder) elsewhere(i int, e *echo) bool {
	at := b.qs[i].ref.Reading
	return at != b.qs[e.a].ref.Reading && at != b.qs[e.b].ref.Reading
}

// secondShare is the weight of further stems for which a paraphrase belongs to
// a second statement.
const secondShare = 1.4

// second makes a quote without marks, in a set of a quote in marks already, a
// member of another such set too, if it tells that one with other words.
func (b *binder) second(e echo) {
	i, m := e.a, e.b
	if b.qs[i].marked {
		i, m = m, i
	}
	if e.grade != sure || b.qs[i].marked || !b.qs[m].marked || len(b.in[i]) > 1 {
		return
	}
	x, y := b.in[i][0], b.setOf(m, i)
	if x == y || !b.qs[b.sets[x].ref].marked || b.sets[x].possible[i] || slices.Contains(b.sets[y].members, i) {
		return
	}
	if b.gists.further(i, m, b.sets[x].members) >= secondShare {
		b.sets[y].members = append(b.sets[y].members, i)
		b.in[i] = append(b.in[i], y)
	}
}

// setOf returns the set of quote a; of several, the one whose reference is
// most like quote b.
func (b *binder) setOf(a, other int) int {
	best, most := b.in[a][0], -1.0
	for _, i := range b.in[a] {
		if s := b.gists.likeness(b.sets[i].ref, other).score; s > most {
			best, most = i, s
		}
	}
	return best
}

// unlikely is the odds that two quotes with nothing in common are one.
const unlikely = -3.5

// oddsOf returns the odds that two quotes are one utterance.
func (g *gists) oddsOf(a, b int) float64 {
	c, ok := g.odds[[2]int{a, b}]
	if !ok {
		return unlikely
	}
	if c.rough {
		c = chance{odds: c.odds - oddsOfNear(c.near), near: min(g.near(a, b), c.near)}
		c.odds += oddsOfNear(c.near)
		g.odds[[2]int{a, b}] = c
	}
	return c.odds
}

// odds is the average over all pairs of two sets.
func (b *binder) odds(s, t *set) float64 {
	sum := 0.0
	for _, x := range s.members {
		for _, y := range t.members {
			sum += b.gists.oddsOf(min(x, y), max(x, y))
		}
	}
	return sum / float64(len(s.members)*len(t.members))
}
