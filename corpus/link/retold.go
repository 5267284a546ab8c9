package link

import (
	"slices"

	"verbatim/corpus/news"
)

// How far two quotes of one article must agree to be one utterance told twice:
// an article that prints a speaker's words in two places prints two answers
// more often than one answer in two wordings.
const (
	toldTwice  = 0.75
	toldAnew   = 0.86 // where a word of content differs between two whole clauses
	toldBeside = 0.92 // where one stands beside the other
	sideBySide = 150  // bytes between two quotes that go on with each other
)

// retold reports whether two quotes of one article are the same words, a part
// of them, or nearly so. Of two whole clauses none says the other again that turns
// its sense, nor, beside it, one that has another word of content.
func (d *bond) retold(x, y *quote) bool {
	switch {
	case d.hurt == 0 && !d.turned:
		return d.cover >= toldTwice || d.long()
	case d.words < 3 || d.both() < toldTwice:
		return false
	case !d.clauses:
		return true
	}
	if y.q.Outer.Start-x.q.Outer.End <= sideBySide {
		return !d.turned && !d.reworded && d.both() >= toldBeside
	}
	return !d.turned && (!d.reworded || d.both() >= toldAnew)
}

// sense tells what the words changed between two wordings do to what is said:
// turn it, by a negation or a number, or put it in other words of content.
func (c *comparison) sense() (turned, reworded bool) {
	for _, e := range c.edits {
		switch e.Kind {
		case news.EditInsert, news.EditSubstitute, news.EditCutInside:
			r, v := c.ref.within(e.Reference.Start, e.Reference.End), c.vary.within(e.Variant.Start, e.Variant.End)
			x, y := meaningOf(r), meaningOf(v)
			turned = turned || x.negations != y.negations || !slices.Equal(x.numbers, y.numbers)
			reworded = reworded || x.content != y.content
		}
	}
	return turned, reworded
}
