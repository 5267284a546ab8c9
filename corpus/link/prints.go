package link

import (
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const (
	reuseContent = 3   // words with content of the six or more that an old quote must share with a new one
	stockPrints  = 60  // articles from which on a run of words is a phrase of the trade
	reuseLong    = 9   // words in a row that are an old quote whatever is said round them
	reuseOther   = 12  // those that must be where it is not known that one person said both
	reuseShare   = 0.5 // part of the shorter quote that fewer must be
)

// prints finds the articles that have a run of words inside marks. Most runs
// stand in one article: only those of several have a list.
type prints struct {
	in      map[uint32]int32 // the article of a run; below 0 the place of its list, as -1-place
	lists   [][]int32
	free    []int32        // places of lists to use again
	touched map[int32]bool // articles of which another that has a run of theirs came or went
}

func newPrints() *prints { return &prints{in: map[uint32]int32{}, touched: map[int32]bool{}} }

// add files an article under its runs.
func (p *prints) add(h int32, r *news.Reading) {
	for _, k := range tellingRuns(r) {
		at, ok := p.in[k]
		switch {
		case !ok:
			p.in[k] = h
		case at >= 0:
			p.in[k] = p.shelve(at, h)
			p.touched[at] = true
		default:
			p.touch(p.lists[-1-at])
			p.lists[-1-at] = append(p.lists[-1-at], h)
		}
	}
	p.touched[h] = true
}

// shelve makes a list of two articles.
func (p *prints) shelve(a, b int32) int32 {
	if n := len(p.free); n > 0 {
		at := p.free[n-1]
		p.free, p.lists[at] = p.free[:n-1], append(p.lists[at][:0], a, b)
		return -1 - at
	}
	p.lists = append(p.lists, []int32{a, b})
	return -int32(len(p.lists))
}

// touch notes that what is known of articles does not hold any more. What too
// many share tells of none of them, before and after.
func (p *prints) touch(articles []int32) {
	if len(articles) > stockPrints+1 {
		return
	}
	for _, h := range articles {
		p.touched[h] = true
	}
}

// remove takes an article away.
func (p *prints) remove(h int32, r *news.Reading) {
	delete(p.touched, h)
	for _, k := range tellingRuns(r) {
		at, ok := p.in[k]
		switch {
		case !ok:
		case at >= 0:
			delete(p.in, k)
		default:
			left := slices.DeleteFunc(p.lists[-1-at], func(o int32) bool { return o == h })
			p.touch(left)
			p.lists[-1-at] = left
			if len(left) == 1 {
				p.in[k] = left[0]
				p.free = append(p.free, -1-at)
			}
		}
	}
}

// others returns the articles of a run, none if it has but one or too many.
func (p *prints) others(run uint32) []int32 {
	at, ok := p.in[run]
	if !ok || at >= 0 || len(p.lists[-1-at]) > stockPrints {
		return nil
	}
	return p.lists[-1-at]
}

// tellingRuns returns the runs of words inside the marks of an article that
// may be known again, each once.
func tellingRuns(r *news.Reading) []uint32 {
	var out []uint32
	for i := range r.Quotes {
		if q := &r.Quotes[i]; q.Kind != news.Indirect {
			for _, run := range runsOf(text.Words(r.Article.Text, q.Span)) {
				out = append(out, run.key)
			}
		}
	}
	return eachOnce(out)
}

// passage is six neighbouring words of a quote that say something.
type passage struct {
	key uint32
	of  []text.Word // all words of the quote
	at  int         // the first of the six
}

func (p *passage) words() []text.Word { return p.of[p.at : p.at+quoteWords] }

func runsOf(ws []text.Word) []passage {
	var out []passage
	content := 0
	for i := range ws {
		content += weighed(&ws[i])
		first := i + 1 - quoteWords
		if first > 0 {
			content -= weighed(&ws[first-1])
		}
		if first >= 0 && content >= reuseContent {
			out = append(out, passage{runKey(ws[first : i+1]), ws, first})
		}
	}
	return out
}

func weighed(w *text.Word) int {
	if lexicon.Stopword(w.Fold) {
		return 0
	}
	return 1
}

// place returns the first of the words that are those of a passage, -1 for
// none.
func (p *passage) place(ws []text.Word) int {
	run := p.words()
	for i := 0; i+len(run) <= len(ws); i++ {
		if slices.EqualFunc(ws[i:i+len(run)], run, sameFold) {
			return i
		}
	}
	return -1
}

func sameFold(a, b text.Word) bool { return a.Fold == b.Fold }

// again reports whether the words round a passage that another quote has too
// make it an old quote: a long run of them, or most of the shorter quote, and
// both where it is not the same person who is credited.
func (p *passage) again(ws []text.Word, who accord) bool {
	at := p.place(ws)
	if at < 0 || who == atOdds {
		return false
	}
	before := matching(p.of[:p.at], ws[:at], true)
	n := before + matching(p.of[p.at:], ws[at:], false)
	most := float64(n) >= reuseShare*float64(min(len(p.of), len(ws)))
	if who == agreed {
		return most || n >= reuseLong
	}
	return most && n >= reuseOther
}

// matching counts the words that are the same at the start, or the end, of
// both.
func matching(a, b []text.Word, end bool) int {
	n := 0
	for n < len(a) && n < len(b) {
		x, y := a[n], b[n]
		if end {
			x, y = a[len(a)-1-n], b[len(b)-1-n]
		}
		if !sameFold(x, y) {
			break
		}
		n++
	}
	return n
}
