package link

import (
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const (
	storyDays  = 4    // days between two articles of one story that report it themselves
	sameStory  = 0.26 // likeness from which two articles may be of one story
	storyShare = 0.6  // of sameStory, what all pairs of two joined stories must come to on average
	maxShared  = 150  // articles of a window that share a term, beyond which it makes no candidates
	quoteWords = 6    // words of a quote that two articles must share to be tied by it
	quoteTie   = 0.12 // likeness that each such run of words adds
	maxQuote   = 0.6
)

// ties finds which articles have much in common. Only articles that share a
// rare term or a stretch of a quote within the days of a story are compared.
type ties struct {
	rs     []news.Reading
	topics [][]term
	order  []int // readings by day, those without one last
	day    []int // days since the first, -1 for not known
}

func newTies(rs []news.Reading) *ties {
	t := &ties{rs: rs, topics: make([][]term, len(rs)), day: make([]int, len(rs)), order: make([]int, len(rs))}
	v := &vocabulary{ids: map[string]int32{}}
	st := stemmer{}
	cs := make([]counts, len(rs))
	for i := range rs {
		cs[i] = v.count(&rs[i].Article, st)
		t.order[i] = i
	}
	for i := range rs {
		t.topics[i] = v.topic(cs[i])
	}
	t.setDays()
	return t
}

func (t *ties) setDays() {
	epoch := news.Date{Year: 1970, Month: 1, Day: 1}
	for i := range t.rs {
		t.day[i] = -1
		if d := t.rs[i].Article.Published.Date; !d.IsZero() {
			t.day[i] = d.Sub(epoch)
		}
	}
	slices.SortStableFunc(t.order, func(a, b int) int {
		if (t.day[a] < 0) != (t.day[b] < 0) {
			return t.day[b] - t.day[a]
		}
		return t.day[a] - t.day[b]
	})
}

// near reports whether two articles may be of one story by their days.
func (t *ties) near(a, b int) bool {
	d := t.day[a] - t.day[b]
	return t.day[a] < 0 || t.day[b] < 0 || -storyDays <= d && d <= storyDays
}

// find returns the ties between articles, the closest first.
func (t *ties) find() []tie {
	posts := map[uint64][]int{}
	var out []tie
	for _, r := range t.order {
		shared := map[int]float64{}
		for _, k := range t.topics[r] {
			t.meet(posts, uint64(k.id), r, func(o int) { shared[o] += 0 })
		}
		for _, k := range quoteKeys(&t.rs[r]) {
			t.meet(posts, k, r, func(o int) { shared[o] += quoteTie })
		}
		for o, q := range shared {
			like := cosine(t.topics[r], t.topics[o]) + min(q, maxQuote)
			if like >= sameStory*storyShare {
				out = append(out, tie{min(r, o), max(r, o), like})
			}
		}
	}
	slices.SortFunc(out, byLikeness)
	return out
}

// meet calls f with the earlier articles that have a key, and adds r to them.
// A key that too many articles of the window share is no sign of a story.
func (t *ties) meet(posts map[uint64][]int, key uint64, r int, f func(int)) {
	list := posts[key]
	from := 0
	for from < len(list) && !t.near(list[from], r) {
		from++
	}
	list = list[from:]
	if len(list) <= maxShared {
		for _, o := range list {
			f(o)
		}
	}
	posts[key] = append(list, r)
}

// quoteKeys returns a key for each run of words of the quotes in marks that
// two articles would hardly share by chance.
func quoteKeys(r *news.Reading) []uint64 {
	var out []uint64
	for i := range r.Quotes {
		if q := &r.Quotes[i]; q.Kind != news.Indirect {
			out = runKeys(out, text.Words(r.Article.Text, q.Span))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// runKeys adds the keys of the runs of some words.
func runKeys(out []uint64, ws []text.Word) []uint64 {
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

// runKey hashes a run; the numbers of terms have the lower half of the keys.
func runKey(ws []text.Word) uint64 {
	h := uint64(hashOffset)
	for _, w := range ws {
		h = hashWord(h, w.Fold)
	}
	return h | 1<<63
}

// The 64-bit FNV-1a hash.
const (
	hashOffset = 14695981039346656037
	hashPrime  = 1099511628211
)

func hashWord(h uint64, w string) uint64 {
	for i := 0; i < len(w); i++ {
		h = (h ^ uint64(w[i])) * hashPrime
	}
	return (h ^ ' ') * hashPrime
}

// cluster joins articles into stories, the closest tie first; two stories
// become one only if their articles are alike on the whole. It returns the
// root of each article's story.
func (t *ties) cluster() []int {
	all := t.find()
	like := make(map[[2]int]float64, len(all))
	for _, e := range all {
		like[[2]int{e.a, e.b}] = e.like
	}
	root := make([]int, len(t.rs))
	list := make([][]int, len(t.rs))
	for i := range root {
		root[i], list[i] = i, []int{i}
	}
	for _, e := range all {
		a, b := root[e.a], root[e.b]
		if e.like < sameStory || a == b || t.apart(list[a], list[b]) || average(like, list[a], list[b]) < sameStory*storyShare {
			continue
		}
		a, b = min(a, b), max(a, b)
		for _, m := range list[b] {
			root[m] = a
		}
		list[a], list[b] = append(list[a], list[b]...), nil
	}
	return root
}

// apart reports whether two stories have days, but none near the other's: an
// article without a day is no bridge over the months.
func (t *ties) apart(a, b []int) bool {
	dated := false
	for _, x := range a {
		for _, y := range b {
			if t.day[x] < 0 || t.day[y] < 0 {
				continue
			}
			if t.near(x, y) {
				return false
			}
			dated = true
		}
	}
	return dated
}

// average is the likeness of two stories: that of all pairs of their articles.
// Of large ones a sample is enough.
func average(like map[[2]int]float64, a, b []int) float64 {
	const sample = 24
	sum, n := 0.0, 0
	for _, x := range a[:min(len(a), sample)] {
		for _, y := range b[:min(len(b), sample)] {
			sum += like[[2]int{min(x, y), max(x, y)}]
			n++
		}
	}
	return sum / float64(n)
}
