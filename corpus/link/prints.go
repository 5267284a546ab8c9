package link

import (
	"cmp"
	"iter"
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

// prints finds the quotes that have a run of words inside marks. Most runs
// stand in one: only those of several have a list.
type prints struct {
	in      map[uint32]held // the quote of a run; of an article below 0 the place of its list, as -1-place
	lists   []edition
	free    []int32 // places of lists to use again
	nodes   []leaf
	spare   int32          // the first node that is free, -1 for none
	touched map[int32]bool // articles of which what is known of old quotes does not hold any more
	reading func(h int32) *news.Reading
}

// held is a quote of an article.
type held struct{ article, item int32 }

// leaf is a quote of a list, and the node of the next, -1 for none.
type leaf struct {
	held
	next int32
}

// edition is all the quotes of a run, those of an article one after the other.
type edition struct {
	first int32 // of the nodes
	tells bool  // it is no phrase that many use
}

func newPrints(reading func(h int32) *news.Reading) *prints {
	return &prints{in: map[uint32]held{}, spare: -1, touched: map[int32]bool{}, reading: reading}
}

// add files the quotes of an article under their runs.
func (p *prints) add(h int32) {
	p.eachRun(h, func(k uint32, items []held) {
		at, ok := p.in[k]
		switch {
		case !ok && len(items) == 1:
			p.in[k] = items[0]
		case !ok:
			p.in[k] = p.shelve(items)
		case at.article >= 0:
			at = p.shelve([]held{at})
			p.in[k] = at
			p.bind(at, items)
			p.came(at, h, true)
		default:
			told := p.edition(at).tells
			p.bind(at, items)
			p.came(at, h, told)
		}
	})
	p.touched[h] = true
}

func (p *prints) edition(at held) *edition { return &p.lists[-1-at.article] }

// shelve makes a list of some quotes.
func (p *prints) shelve(of []held) held {
	at := held{article: -1 - int32(len(p.lists))}
	if n := len(p.free); n > 0 {
		at.article, p.free = -1-p.free[n-1], p.free[:n-1]
	} else {
		p.lists = append(p.lists, edition{})
	}
	*p.edition(at) = edition{first: -1}
	p.bind(at, of)
	p.edition(at).tells = p.tells(at)
	return at
}

// bind puts quotes before the others of a list.
func (p *prints) bind(list held, of []held) {
	e := p.edition(list)
	for _, q := range of {
		at := p.spare
		if at >= 0 {
			p.spare = p.nodes[at].next
		} else {
			at = int32(len(p.nodes))
			p.nodes = append(p.nodes, leaf{})
		}
		p.nodes[at] = leaf{q, e.first}
		e.first = at
	}
}

// all yields the quotes of a list.
func (p *prints) all(list held) iter.Seq[held] {
	return func(yield func(held) bool) {
		for at := p.edition(list).first; at >= 0; at = p.nodes[at].next {
			if !yield(p.nodes[at].held) {
				return
			}
		}
	}
}

// came notes of what is known of the articles of a run what does not hold any
// more, now that an article came to them, or went: all, if the run began or
// ceased to tell; else where those that are newer had their words from.
func (p *prints) came(list held, h int32, told bool) {
	tells := p.tells(list)
	p.edition(list).tells = tells
	if !tells && !told {
		return
	}
	for o := range p.all(list) {
		if tells != told || reuseDays <= p.between(h, o.article) {
			p.touched[o.article] = true
		}
	}
}

// between is how many days the one article is older than the other; many where
// the other has no day, none where it has none itself.
func (p *prints) between(h, o int32) int32 {
	a, b := dayNumber(p.reading(h).Article.Published.Date), dayNumber(p.reading(o).Article.Published.Date)
	switch {
	case a == undated:
		return 0
	case b == undated:
		return reuseDays
	}
	return b - a
}

// remove takes an article away.
func (p *prints) remove(h int32) {
	delete(p.touched, h)
	p.eachRun(h, func(k uint32, _ []held) {
		at, ok := p.in[k]
		switch {
		case !ok:
		case at.article >= 0:
			delete(p.in, k)
		default:
			p.removeFrom(at, h)
			p.came(at, h, p.edition(at).tells)
			first := p.edition(at).first
			switch {
			case first < 0:
				delete(p.in, k)
			case p.nodes[first].next < 0:
				p.in[k] = p.nodes[first].held
				p.removeFrom(at, p.nodes[first].article)
			default:
				return
			}
			p.free = append(p.free, -1-at.article)
		}
	})
}

// removeFrom takes the quotes of an article off a list.
func (p *prints) removeFrom(list held, h int32) {
	for at := &p.edition(list).first; *at >= 0; {
		n := *at
		if p.nodes[n].article != h {
			at = &p.nodes[n].next
			continue
		}
		*at = p.nodes[n].next
		p.nodes[n].next, p.spare = p.spare, n
	}
}

// others yields the quotes of a run, none if it has but one article or does not
// tell.
func (p *prints) others(run uint32) iter.Seq[held] {
	at, ok := p.in[run]
	if !ok || at.article >= 0 || !p.edition(at).tells {
		return func(func(held) bool) {}
	}
	return p.all(at)
}

// tells reports whether a run is neither a stock phrase, nor a text that many
// quote, as two people by name say it; nor furniture, as one outlet alone has
// it in many of its articles.
func (p *prints) tells(list held) bool {
	var names []string
	articles, alone, outlet, last := 0, true, "", int32(-1)
	for o := range p.all(list) {
		r := p.reading(o.article)
		if o.article != last {
			if articles++; articles == 1 {
				outlet = r.Article.OutletName()
			}
			if articles > stockPrints {
				return false
			}
			alone = alone && r.Article.OutletName() == outlet
		}
		last = o.article
		if name := namedAlone(r, &r.Quotes[o.item]); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return (articles <= 2 || !alone) && !strangers(names)
}

// eachRun calls f with the runs of words inside the marks of an article that
// may be known again, each once, and the quotes that have it.
func (p *prints) eachRun(h int32, f func(run uint32, of []held)) {
	type at struct {
		run  uint32
		item int32
	}
	var all []at
	r := p.reading(h)
	for i := range r.Quotes {
		if q := &r.Quotes[i]; q.Kind != news.Indirect {
			for _, run := range runsOf(text.Words(r.Article.Text, q.Span)) {
				all = append(all, at{run.key, int32(i)})
			}
		}
	}
	slices.SortFunc(all, func(a, b at) int { return cmp.Or(cmp.Compare(a.run, b.run), cmp.Compare(a.item, b.item)) })
	all = slices.Compact(all)
	var of []held
	for i, a := range all {
		if of = append(of, held{h, a.item}); i+1 == len(all) || all[i+1].run != a.run {
			f(a.run, of)
			of = of[:0]
		}
	}
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
