package link

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const (
	topicWords = 350 // words of the body that are read; news tells its story first
	topicTerms = 40  // terms kept of an article
	foundBy    = 20  // of these, the weightiest, by which it is found
	nameBoost  = 1.5
	headBoost  = 2.0
	leaders    = 0.015 // the share of texts in which a well-known president's name is taken to be
	quoteWords = 6     // words of a quote that two articles must share to be tied by it
	quoteTie   = 0.12  // likeness that each such run of words adds
	maxQuote   = 0.6
	sampleRuns = 4 // of so many neighbouring runs one at least is a key
)

// undated is the day of an article without one.
const undated = math.MinInt32

// profile is what of an article tells its story. It depends on the article
// alone, so that how alike two articles are does not change with the articles
// beside them.
type profile struct {
	id     string   // orders what is equally alike
	day    int32    // since 1970
	outlet string   // who published it; empty if it is not known
	terms  []term   // a vector of length one, in order of key
	runs   []uint32 // the runs of words of its quotes in marks, rising
	keys   []uint32 // what it is found by, rising
}

// term is a hashed stem and how much it tells of the article.
type term struct {
	key    uint32
	weight float32
}

// newProfile makes the profile of a reading.
func newProfile(r *news.Reading, st stemmer) *profile {
	p := &profile{id: r.Article.ID, day: dayNumber(r.Article.Published.Date), outlet: r.Article.Outlet.Value}
	t := tallier{terms: map[uint32]*tallied{}, stems: st}
	t.article(&r.Article)
	p.terms = t.top()
	weighty := slices.Clone(p.terms[:min(len(p.terms), foundBy)])
	for _, t := range weighty {
		p.keys = append(p.keys, t.key)
	}
	slices.SortFunc(p.terms, func(a, b term) int { return cmp.Compare(a.key, b.key) })
	for i := range r.Quotes {
		if q := &r.Quotes[i]; q.Kind != news.Indirect {
			first := len(p.runs)
			p.runs = runKeys(p.runs, text.Words(r.Article.Text, q.Span))
			p.keys = sampled(p.keys, p.runs[first:])
		}
	}
	p.runs, p.keys = eachOnce(p.runs), eachOnce(p.keys)
	all, n := slices.Concat(p.runs, p.keys), len(p.runs)
	p.runs, p.keys = all[:n:n], all[n:]
	return p
}

func eachOnce(keys []uint32) []uint32 {
	slices.Sort(keys)
	return slices.Compact(keys)
}

// dayNumber counts the days since 1970.
func dayNumber(d news.Date) int32 {
	if d.IsZero() {
		return undated
	}
	return int32(d.Sub(news.Date{Year: 1970, Month: 1, Day: 1}))
}

// near reports whether two articles may be of one story by their days.
func (p *profile) near(o *profile) bool {
	d := p.day - o.day
	return p.day == undated || o.day == undated || -storyDays <= d && d <= storyDays
}

// likeness is how much two articles have in common, 0 for nothing.
func (p *profile) likeness(o *profile) float64 {
	like := cosine(p.terms, o.terms)
	if p.repeats(o) {
		return like
	}
	shared := 0
	meetKeys(p.runs, o.runs, func(uint32) bool {
		shared++
		return float64(shared)*quoteTie < maxQuote
	})
	return like + min(float64(shared)*quoteTie, maxQuote)
}

// repeats reports whether the quotes that two articles share may be an outlet's
// own words again: it has them for years, and another article in a box on the
// page. Only days tell.
func (p *profile) repeats(o *profile) bool {
	return p.outlet != "" && p.outlet == o.outlet && (p.day == undated || o.day == undated)
}

// meetKeys calls f with the keys of both lists, which rise, until it returns
// false.
func meetKeys(a, b []uint32, f func(key uint32) bool) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			if !f(a[i]) {
				return
			}
			i, j = i+1, j+1
		}
	}
}

// cosine is the likeness of two topics, from 0 to 1.
func cosine(a, b []term) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key < b[j].key:
			i++
		case a[i].key > b[j].key:
			j++
		default:
			sum += float64(a[i].weight) * float64(b[j].weight)
			i, j = i+1, j+1
		}
	}
	return sum
}

// tallier counts the stems of one article.
type tallier struct {
	terms map[uint32]*tallied
	stems stemmer
}

// tallied is how often an article has a stem, names counting more, and how
// common its commonest word is.
type tallied struct{ tf, common float64 }

func (t *tallier) article(a *news.Article) {
	head := a.Headline.Value
	for i, w := range text.Words(head, text.Span{Start: 0, End: min(len(head), 400)}) {
		t.add(w, head[w.Start:w.End], headBoost, i > 0)
	}
	left := topicWords
	for _, b := range a.Blocks {
		if b.Kind != news.Body || left <= 0 {
			continue
		}
		ws := text.Words(a.Text, clip(a.Text, b.Span, left*8))
		ws = ws[:min(len(ws), left)]
		left -= len(ws)
		for i, w := range ws {
			t.add(w, a.Text[w.Start:w.End], 1, i > 0)
		}
	}
}

// clip bounds a paragraph to n bytes, on a rune boundary.
func clip(src string, s text.Span, n int) text.Span {
	if s.Len() > n {
		s.End = s.Start + n
		for s.End > s.Start && !utf8.RuneStart(src[s.End]) {
			s.End--
		}
	}
	return s
}

func (t *tallier) add(w text.Word, raw string, boost float64, inner bool) {
	if lexicon.Stopword(w.Fold) || len(w.Fold) < 2 {
		return
	}
	r, _ := utf8.DecodeRuneInString(raw)
	if inner && unicode.IsUpper(r) {
		boost *= nameBoost
	}
	key := hashWord(hashOffset, t.stems.stem(w.Fold))
	c := t.terms[key]
	if c == nil {
		c = &tallied{}
		t.terms[key] = c
		if unicode.IsUpper(r) && leads(w.Fold) {
			c.common = leaders
		}
	}
	c.tf += boost
	c.common = max(c.common, commonness(w.Fold))
}

// leads reports whether a folded word is the family name of a well-known
// president, who is in many stories of a day: who is named tells little of which
// it is.
func leads(name string) bool {
	_, known := lexicon.IsHolder("president", strings.TrimSuffix(name, "'s"), nil)
	return known
}

// top returns the terms that tell most of the article, as a vector of length
// one, the weightiest first.
func (t *tallier) top() []term {
	out := make([]term, 0, len(t.terms))
	for key, c := range t.terms {
		out = append(out, term{key, float32((1 + math.Log(max(c.tf, 1))) * math.Log(1/c.common))})
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key)) })
	out = slices.Clone(out[:min(len(out), topicTerms)])
	length := 0.0
	for _, x := range out {
		length += float64(x.weight) * float64(x.weight)
	}
	for i := range out {
		out[i].weight /= float32(math.Sqrt(length))
	}
	return out
}

// runKeys adds the keys of the runs of some words that two articles would
// hardly share by chance.
func runKeys(out []uint32, ws []text.Word) []uint32 {
	content := 0
	for i := range ws {
		if !lexicon.Stopword(ws[i].Fold) {
			content++
		}
		first := i + 1 - quoteWords
		if first > 0 && !lexicon.Stopword(ws[first-1].Fold) {
			content--
		}
		if first >= 0 && content >= 1 {
			out = append(out, runKey(ws[first:i+1]))
		}
	}
	return out
}

// sampled adds the least of each few neighbouring runs: two quotes that share
// more words than that have one of them in common.
func sampled(out, runs []uint32) []uint32 {
	for i := range runs {
		if i+sampleRuns <= len(runs) || i == 0 {
			out = append(out, slices.Min(runs[i:min(i+sampleRuns, len(runs))]))
		}
	}
	return out
}

func runKey(ws []text.Word) uint32 {
	h := uint32(hashOffset)
	for _, w := range ws {
		h = hashWord(h, w.Fold)
	}
	return h
}

// The 32-bit FNV-1a hash.
const (
	hashOffset = 2166136261
	hashPrime  = 16777619
)

func hashWord(h uint32, w string) uint32 {
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * hashPrime
	}
	return (h ^ ' ') * hashPrime
}
