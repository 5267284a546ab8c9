package link

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Two neighbouring sentences of an article that have this part of a
// statement's content, and at least so many words of it, or all, may tell it.
// What nobody has in marks each tells in words of his own: less is enough.
const (
	carriedShare = 0.44
	carriedWords = 4

	toldShare = 0.4
	toldWords = 3
)

// bodies finds the sentences of a story's articles by their stems: what an
// outlet tells in words that were not recognised as a quote is not left out.
type bodies struct {
	rs    []news.Reading
	at    map[string][]int32 // sentences that have a stem, rising
	of    []int32            // the reading of each sentence
	stems stemmer
}

func newBodies(rs []news.Reading, readings []int, st stemmer) *bodies {
	b := &bodies{rs: rs, at: map[string][]int32{}, stems: st}
	if len(readings) < 2 {
		return b
	}
	for _, r := range readings {
		for _, s := range rs[r].Sentences {
			b.add(r, s)
		}
	}
	return b
}

func (b *bodies) add(reading int, s text.Span) {
	n := int32(len(b.of))
	b.of = append(b.of, int32(reading))
	for _, w := range text.Words(b.rs[reading].Article.Text, s) {
		if lexicon.Stopword(w.Fold) {
			continue
		}
		st := b.stems.stem(w.Fold)
		if at := b.at[st]; len(at) == 0 || at[len(at)-1] != n {
			b.at[st] = append(at, n)
		}
	}
}

// carriers returns the readings in which two neighbouring sentences have most
// of what a quote says.
func (b *bodies) carriers(q *quote) map[int]bool {
	total := 0
	has := map[int32]int{} // weight each sentence has of it
	seen := map[string]bool{}
	src := q.words.src
	for _, w := range text.Words(src, q.words.span) {
		st := b.stems.stem(w.Fold)
		if lexicon.Stopword(w.Fold) || seen[st] {
			continue
		}
		seen[st] = true
		total++
		last := int32(-1)
		for _, s := range b.at[st] {
			has[s]++
			if s > 0 && last != s-1 && b.of[s-1] == b.of[s] {
				has[s-1]++
			}
			last = s
		}
	}
	out := map[int]bool{}
	if total < 2 {
		return out
	}
	share, least := carriedShare, carriedWords
	if !q.marked {
		share, least = toldShare, toldWords
	}
	for s, n := range has {
		if float64(n) >= share*float64(total) && n >= min(total, least) {
			out[int(b.of[s])] = true
		}
	}
	return out
}

// hints holds for each quote the readings that have something like it, too
// little for a variant and too much to say that it is left out.
type hints map[int]map[int]bool

func (h hints) note(qs []quote, e *echo) {
	if e.hints() {
		h.add(e.a, qs[e.b].ref.Reading)
		h.add(e.b, qs[e.a].ref.Reading)
	}
}

// The odds from which on an echo is a hint. Of one speaker little is enough.
const (
	oddsHint      = -3.2
	oddsOtherHint = -2.6
)

func (e *echo) hints() bool {
	return e.sure >= oddsOtherHint || e.with == agreed && e.sure >= oddsHint
}

// of returns the readings that have something like any of some quotes.
func (h hints) of(quotes []int) map[int]bool {
	out := map[int]bool{}
	for _, q := range quotes {
		for r := range h[q] {
			out[r] = true
		}
	}
	return out
}

func (h hints) add(quote, reading int) {
	if h[quote] == nil {
		h[quote] = map[int]bool{}
	}
	h[quote][reading] = true
}
