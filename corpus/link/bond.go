package link

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// bond is what two quotes have in common.
type bond struct {
	a, b     int // indices of the quotes, a before b
	with     accord
	words    int // common words
	content  int // of those that carry content
	nameless int // of those that are no names
	rare     int // of those that are neither names, numbers nor common words
	weight   int // of the common words
	hurt     int // the weight of the words changed, added or dropped between them
	cover    float64
	alike    float64 // 1 for the same words and no others
	exact    bool    // the same words but for signs and case
	clauses  bool    // both are whole clauses
	redone   bool    // all content of the shorter stands in one place of the longer
	unsure   bool    // of neither is it sure who speaks
	elsewhen bool    // their articles put them on two days, or before two audiences
	turned   bool    // a negation or a number makes them say different things
	reworded bool    // a word of content is changed, added or dropped
	cited    bool    // one only repeats what the other says
	inA      stretchOf

	inB stretchOf

	// Of hurt, the words that a, or b, has in brackets and the other as speech.
	bracketA, bracketB int
}

// stretchOf is the tokens of a quote, from the first common one to behind the
// last.
type stretchOf struct{ from, to int }

func (s stretchOf) overlap(o stretchOf) int { return min(s.to, o.to) - max(s.from, o.from) }

// newBond aligns two quotes.
func newBond(qs []quote, a, b int, with accord) bond {
	x, y := qs[a].words, qs[b].words
	c := compare(x, y)
	d := bond{a: a, b: b, with: with, words: len(c.pairs)}
	if d.words == 0 {
		return d
	}
	first, last := c.pairs[0], c.pairs[len(c.pairs)-1]
	d.inA, d.inB = stretchOf{first.ref, last.ref + 1}, stretchOf{first.vary, last.vary + 1}
	for _, p := range c.pairs {
		d.weight += x.toks[p.ref].weight
		if !x.toks[p.ref].stop {
			d.content++
			if !x.toks[p.ref].name && !y.toks[p.vary].name {
				d.nameless++
			}
		}
		if t := &x.toks[p.ref]; t.weight == weightRare && !t.name && !t.number && lexicon.Rank(t.key) == 0 && lexicon.Rank(t.stem) == 0 {
			d.rare++
		}
	}
	d.exact = c.relation() == news.Verbatim
	d.clauses = qs[a].direct() && qs[b].direct()
	d.unsure = !qs[a].vouched() && !qs[b].vouched()
	d.hurt = c.hurt()
	d.turned, d.reworded = c.sense()
	d.elsewhen = elsewhen(&qs[a], &qs[b])
	d.cited = d.nested(qs)
	d.bracketA, d.bracketB = c.bracketHurt()
	d.cover = float64(d.weight) / float64(max(1, min(x.total, y.total)))
	if with == agreed {
		least := redoneContent
		if d.clauses {
			least++
		}
		d.redone = redone(x.toks, y.toks, least) || redone(y.toks, x.toks, least)
	}
	d.alike = 2 * float64(d.weight) / float64(max(1, x.total+y.total))
	return d
}

// redoneWords is the length from which a quote may be another rendering of
// words that it shares no run with; a shorter one is a stock phrase too soon.
const redoneWords = 5

// redoneContent is how many words of content such a quote has at least; a whole
// clause has one more, as two are in many of one speaker's.
const redoneContent = 2

// redone reports whether all content of the one, so many words of it or more,
// stands close together and in the same order in the other, whatever the small
// words: as when a speech is translated anew.
func redone(short, long []token, content int) bool {
	var want []string
	weight, first, last := 0, -1, 0
	for i := range short {
		if t := &short[i]; !t.stop {
			want = append(want, t.stem)
			weight += t.weight
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	if len(want) < content || len(short) < redoneWords || len(short) > len(long) || weight < weightCommon+weightRare {
		return false
	}
	reach := last - first + 3
	for i := range long {
		if long[i].stem == want[0] && follow(long[i:min(len(long), i+reach)], want) {
			return true
		}
	}
	return false
}

// follow reports whether the stems stand among the tokens in that order.
func follow(ts []token, want []string) bool {
	for i := range ts {
		if len(want) > 0 && ts[i].stem == want[0] {
			want = want[1:]
		}
	}
	return len(want) == 0
}

// hurt is the weight of the words that no house style or open mark explains.
// Of a change at an end, where the longer side may be cut, as much of that
// counts as the other has.
func (c *comparison) hurt() int {
	n := 0
	for _, e := range c.edits {
		switch e.Kind {
		case news.EditInsert, news.EditSubstitute, news.EditCutInside:
			r, v := weightWithin(c.ref.toks, e.Reference.Start, e.Reference.End), weightWithin(c.vary.toks, e.Variant.Start, e.Variant.End)
			switch {
			case !c.atEnd(e):
			case c.otherSentence(e):
				continue
			default:
				r = min(r, v)
				v = r
			}
			n += max(r, v)
		}
	}
	return n
}

// atEnd reports whether an edit stands before or behind all common words.
func (c *comparison) atEnd(e news.Edit) bool {
	first, last := c.pairs[0], c.pairs[len(c.pairs)-1]
	return e.Reference.End <= c.ref.toks[first.ref].Start || e.Reference.Start >= c.ref.toks[last.ref].End
}

// otherSentence reports whether a change at an end is one sentence for
// another: the variant, or the reference, ends its sentence where they part.
func (c *comparison) otherSentence(e news.Edit) bool {
	if e.Reference.Start >= c.ref.toks[c.pairs[len(c.pairs)-1].ref].End {
		return starts(c.ref.toks, e.Reference.Start) || starts(c.vary.toks, e.Variant.Start)
	}
	return c.ref.toks[c.pairs[0].ref].start || c.vary.toks[c.pairs[0].vary].start
}

// starts reports whether the token at an offset begins a sentence.
func starts(ts []token, offset int) bool {
	i := lowerBoundToken(ts, offset)
	return i < len(ts) && ts[i].start
}

// bracketHurt is the part of hurt that comes of brackets in the reference, and
// in the variant.
func (c *comparison) bracketHurt() (ref, vary int) {
	for _, p := range c.pairs {
		r, v := &c.ref.toks[p.ref], &c.vary.toks[p.vary]
		switch {
		case r.open > 0 && v.open == 0 && c.ref.addition(p.ref):
			ref += r.weight
		case v.open > 0 && r.open == 0 && c.vary.addition(p.vary):
			vary += r.weight
		}
	}
	return ref, vary
}

func weightWithin(ts []token, start, end int) int {
	i := lowerBoundToken(ts, start)
	n := 0
	for ; i < len(ts) && ts[i].End <= end; i++ {
		n += ts[i].weight
	}
	return n
}

// lowerBoundToken returns the first token that starts at or behind offset.
func lowerBoundToken(ts []token, offset int) int {
	lo, hi := 0, len(ts)
	for lo < hi {
		if m := (lo + hi) / 2; ts[m].Start >= offset {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// purity is the part of what the two say together that is the same.
func (d *bond) purity() float64 {
	return float64(d.weight) / float64(max(1, d.weight+d.hurt))
}

// both is the part of the shorter that is common, less what was changed.
func (d *bond) both() float64 { return d.cover * d.purity() }

// same reports whether the two are one utterance. The less the speakers
// agree, the more the words must.
func (d *bond) same() bool {
	both := d.both()
	if d.hurt > 0 && (d.cited || d.elsewhen && both < otherOccasion) {
		return false
	}
	switch d.with {
	case agreed:
		return d.sameVoice(both)
	case allied, uncertain, loose:
		if d.with != loose && d.hurt == 0 && d.words >= 4 && d.content >= 1 && d.cover == 1 && !d.clauses {
			return true
		}
		enough := d.words >= 8 || d.content >= 5 || d.hurt == 0 && d.words >= 5 && d.content >= 3
		return d.words >= 4 && d.content >= 2 && (both >= 0.72 || enough && both >= 0.62 || d.overlap())
	}
	return d.words >= 9 && (d.content >= 4 && both >= 0.66 || d.content >= 3 && both >= 0.85)
}

// overlap reports whether two quotes that have only a part in common are one
// utterance. Where nobody vouches for who speaks, two passages of one paper
// share a formula too: then none of its words may differ.
func (d *bond) overlap() bool {
	return d.long() && (d.hurt == 0 || d.purity() >= 0.85 && !d.unsure)
}

// sameVoice is same for two quotes of one speaker: a few words with content
// are enough, and a translation done anew keeps little more.
func (d *bond) sameVoice(both float64) bool {
	switch {
	case d.hurt == 0 && (d.content >= 2 || d.words >= 3 && d.content >= 1):
		return d.cover >= 0.5 || d.long()
	case d.words >= 3 && d.content >= 2 && (d.words >= 6 || d.nameless >= 2), d.words >= 7 && d.content >= 1:
		return both >= 0.5 || (d.words >= 8 || !d.clauses) && both >= 0.4 || d.long() && d.purity() >= 0.8
	}
	if d.redone {
		return true
	}
	return d.words >= 2 && (!d.clauses || d.alike >= 0.5) && (both >= 0.6 && d.content >= 2 || both >= 0.5 && d.rare > 0)
}

// long reports whether so many words are common that two quotes which overlap
// only in part are one utterance.
func (d *bond) long() bool { return d.words >= 9 && d.content >= 4 }

// vouchedFrom is the confidence from which on an attribution is taken to be
// right where nothing else supports it: more than [sureSpeaker], as it joins
// what nothing else may part.
const vouchedFrom = 0.6

// vouched reports whether it is sure who says a quote.
func (q *quote) vouched() bool { return len(q.speakers) > 0 && q.q.Confidence >= vouchedFrom }
