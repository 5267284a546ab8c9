package link

import "math"

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
	oddsAllied  = 1.3   // they stand for one side
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
	oddsDay     = 1.2   // both articles say that it was said on one day
	oddsDays    = -0.6  // they say that it was said on two
	oddsThin    = -1.0  // one is a word in marks, and that is all they share
	oddsOwn     = -1.0  // both stand in one article: it seldom tells a thing twice
)

// The odds from which on a quote without marks surely, or possibly, reports
// the statement of another.
const (
	oddsSure     = 0.3
	oddsSurer    = 1.5  // where the speakers do not agree and neither is in marks, in one article, and where one denies what the other says
	oddsVague    = 0.6  // where they may agree, and one is in marks
	oddsBare     = 0.8  // where neither is in marks, as reports of one subject are alike, or the speakers only stand for one side
	oddsRich     = -0.4 // more where they have much in common
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
		{e.with == agreed, oddsAgreed}, {e.with == allied, oddsAllied}, {e.like.number, oddsNumber}, {e.like.whole, oddsWhole}, {e.cue, oddsCue},
		{e.negated, oddsNegated}, {e.wraps, oddsWraps}, {e.thin, oddsThin}, {e.own, oddsOwn}, {e.days == oneDay, oddsDay}, {e.days == twoDays, oddsDays},
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
	case e.sure >= e.enough() && e.proved() && !e.contrary:
		return sure
	}
	return possible
}

// enough is the odds from which on an echo is sure.
func (e *echo) enough() float64 {
	rich := 0.0
	if e.rich() {
		rich = oddsRich
	}
	switch {
	case e.own || e.negated || e.with < allied && e.bare:
		return oddsSurer
	case e.with < allied:
		return oddsVague
	case e.bare || e.with == allied:
		return oddsBare + rich
	}
	return oddsSure + rich
}

// rich reports whether two quotes have so much in common that they are about more
// than one subject: three telling words of some weight, a third of what both say,
// and each more than of anything else in the other's article.
func (e *echo) rich() bool {
	return e.like.plain >= richWords && e.like.shared >= richWeight && e.like.score >= richShare && e.lead >= 1
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
	case (e.with == agreed || e.with == allied && e.days == oneDay) && plain >= 1 && e.weighty(), e.sure >= oddsCertain:
		return true
	default:
		return plain >= 2 || e.mostly() || e.topical()
	}
}

// topical reports whether two quotes of one speaker share what the whole story
// is about, told among the same things, or both deny it: a speaker denies less
// than he speaks of.
func (e *echo) topical() bool {
	return e.with == agreed && !e.own && e.like.stems >= 2 && (e.near >= nearTopic || e.like.denied > 0)
}

// weighty reports whether what two quotes share is more than one common word
// of much else.
func (e *echo) weighty() bool {
	return e.like.stems > 1 || e.like.shared >= loneWord || e.like.score >= loneScore
}

// mostly reports whether two quotes have most of what both say in common.
func (e *echo) mostly() bool { return e.like.stems >= 4 && e.like.score >= mostShared }

// hinted reports whether two quotes share enough to be possibly one utterance.
func (e *echo) hinted() bool {
	switch plain := e.like.plain; {
	case plain >= 2 || e.mostly() || e.topical():
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
	nearTopic  = 0.25 // with two words of what the story is about, where one speaker is named
	nearOwn    = 0.2  // the most that counts in one article, where the same things stand round all
	mostShared = 0.6  // the share of both that needs no telling word
	loneWord   = 0.9  // the weight of one word, or
	loneScore  = 0.3  // its share of both, from which it is enough where one speaker is named
	richWords  = 3
	richWeight = 2.5
	richShare  = 0.33
)
