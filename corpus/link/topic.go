package link

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const (
	topicWords = 350 // words of the body that are read; news tells its story first
	topicTerms = 40  // terms kept of an article
	nameBoost  = 1.5
	headBoost  = 2.0
)

// term is a stem of an article and how much it tells of it.
type term struct {
	id     int32
	weight float64
}

// vocabulary numbers the stems of a corpus and counts the articles of each.
type vocabulary struct {
	ids  map[string]int32
	word []string // one folded word of each stem
	docs []int
	n    int // articles
}

func (v *vocabulary) id(stem, word string) int32 {
	i, ok := v.ids[stem]
	if !ok {
		i = int32(len(v.docs))
		v.ids[stem] = i
		v.docs = append(v.docs, 0)
		v.word = append(v.word, word)
	}
	return i
}

// idf is how rare a term is: in this corpus, and, as long as the corpus is
// small, in the language.
func (v *vocabulary) idf(id int32) float64 {
	const prior = 400 // articles of the language at large
	p := 0.004
	if r := lexicon.Rank(v.word[id]); r > 0 {
		p = min(0.5, max(p, 25/float64(r)))
	}
	return math.Log((float64(v.n) + prior) / (float64(v.docs[id]) + prior*p))
}

// counts are the terms of one article and how often it has them.
type counts struct {
	id []int32
	tf []float64
}

// count reads the terms of an article.
func (v *vocabulary) count(a *news.Article, st stemmer) counts {
	tf := map[int32]float64{}
	for i, w := range headWords(a) {
		v.tally(tf, w, a.Headline.Value[w.Start:w.End], headBoost, i > 0, st)
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
			v.tally(tf, w, a.Text[w.Start:w.End], 1, i > 0, st)
		}
	}
	return v.close(tf)
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

func headWords(a *news.Article) []text.Word {
	return text.Words(a.Headline.Value, text.Span{Start: 0, End: min(len(a.Headline.Value), 400)})
}

func (v *vocabulary) tally(tf map[int32]float64, w text.Word, raw string, boost float64, inner bool, st stemmer) {
	if lexicon.Stopword(w.Fold) || len(w.Fold) < 2 {
		return
	}
	if r, _ := utf8.DecodeRuneInString(raw); inner && unicode.IsUpper(r) {
		boost *= nameBoost
	}
	tf[v.id(st.stem(w.Fold), w.Fold)] += boost
}

// close turns a tally into counts in order, and counts the article for each
// of its terms.
func (v *vocabulary) close(tf map[int32]float64) counts {
	var c counts
	for id := range tf {
		c.id = append(c.id, id)
	}
	slices.Sort(c.id)
	for _, id := range c.id {
		c.tf = append(c.tf, tf[id])
		v.docs[id]++
	}
	v.n++
	return c
}

// topic returns the terms that tell most of an article, as a vector of length
// one in order of id.
func (v *vocabulary) topic(c counts) []term {
	out := make([]term, 0, len(c.id))
	for i, id := range c.id {
		if w := (1 + math.Log(max(c.tf[i], 1))) * v.idf(id); w > 0 {
			out = append(out, term{id, w})
		}
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id)) })
	out = slices.Clip(out[:min(len(out), topicTerms)])
	length := 0.0
	for _, t := range out {
		length += t.weight * t.weight
	}
	length = math.Sqrt(max(length, 1e-9))
	for i := range out {
		out[i].weight /= length
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	return out
}

// cosine is the likeness of two topics, from 0 to 1.
func cosine(a, b []term) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			sum += a[i].weight * b[j].weight
			i, j = i+1, j+1
		}
	}
	return sum
}
