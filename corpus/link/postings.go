package link

// crowd is the number of articles of one period from which on a key that they
// share is no sign of a story.
const crowd = 150

// crowdAlways is crowd for articles without a day, which meet those of all
// years: it keeps what one more costs from growing with the years.
const crowdAlways = 60

// periodDays is the length of a period; articles of one story lie in the same
// or in neighbouring ones.
const periodDays = storyDays + 1

// noPeriod is the period of undated articles.
const noPeriod = undated

// postings finds articles by their keys: for each key and period a list.
type postings struct {
	keys    map[uint32]shelf
	buckets map[slot]bucket
	nodes   []posting
	free    int32 // the first node that is free, -1 for none
}

type slot struct {
	key    uint32
	period int32
}

// shelf is all the articles of a key: how many, and the newest period that was
// met.
type shelf struct{ n, latest int32 }

// bucket is the articles of a key and period: how many, the first node, and
// the period of the key that was met before it.
type bucket struct{ n, first, before int32 }

type posting struct{ article, next int32 }

func newPostings() postings {
	return postings{keys: map[uint32]shelf{}, buckets: map[slot]bucket{}, free: -1}
}

func (p *profile) period() int32 {
	if p.day == undated {
		return noPeriod
	}
	return (p.day + 1<<20*periodDays) / periodDays
}

// add files an article under a key, and returns how many the key has now in the
// period, and in all.
func (x *postings) add(key uint32, period, article int32) (near, all int32) {
	s, known := x.keys[key]
	b, ok := x.buckets[slot{key, period}]
	if !ok {
		b = bucket{first: -1, before: s.latest}
		if !known {
			b.before = period // the end of the chain
		}
		s.latest = period
	}
	at := x.free
	if at >= 0 {
		x.free = x.nodes[at].next
		x.nodes[at] = posting{article, b.first}
	} else {
		at = int32(len(x.nodes))
		x.nodes = append(x.nodes, posting{article, b.first})
	}
	b.first = at
	b.n++
	s.n++
	x.buckets[slot{key, period}], x.keys[key] = b, s
	return b.n, s.n
}

// remove takes an article off a key.
func (x *postings) remove(key uint32, period, article int32) {
	s, b := x.keys[key], x.buckets[slot{key, period}]
	at := &b.first
	for *at >= 0 && x.nodes[*at].article != article {
		at = &x.nodes[*at].next
	}
	if *at < 0 {
		return
	}
	node := *at
	*at = x.nodes[node].next
	x.nodes[node].next, x.free = x.free, node
	b.n--
	s.n--
	if x.buckets[slot{key, period}], x.keys[key] = b, s; s.n == 0 {
		x.forget(key, s.latest)
	}
}

// forget drops a key that no article has any more, and its chain of periods.
func (x *postings) forget(key uint32, latest int32) {
	delete(x.keys, key)
	for period, more := latest, true; more; {
		b := x.buckets[slot{key, period}]
		delete(x.buckets, slot{key, period})
		period, more = b.before, b.before != period
	}
}

// telling reports whether a key tells the story of articles of a period. The
// period of an article without a day is all time.
func (x *postings) telling(key uint32, period int32) bool {
	if period == noPeriod {
		return x.keys[key].n <= crowdAlways
	}
	return x.buckets[slot{key, period}].n <= crowd
}

// articles calls f with those of a key and period.
func (x *postings) articles(key uint32, period int32, f func(article int32)) {
	if b, ok := x.buckets[slot{key, period}]; ok {
		x.each(b, f)
	}
}

// each calls f with the articles of a bucket.
func (x *postings) each(b bucket, f func(article int32)) {
	for at := b.first; at >= 0; at = x.nodes[at].next {
		f(x.nodes[at].article)
	}
}

// all calls f with the articles of a key.
func (x *postings) all(key uint32, f func(article int32)) {
	s, ok := x.keys[key]
	if !ok {
		return
	}
	for period := s.latest; ; {
		x.articles(key, period, f)
		before := x.buckets[slot{key, period}].before
		if before == period {
			return
		}
		period = before
	}
}

// near calls f with the articles that share a key that tells, and by its
// periods may be of one story with an article of the given one.
func (x *postings) near(key uint32, period int32, f func(article int32)) {
	if period == noPeriod {
		if x.telling(key, period) {
			x.all(key, f)
		}
		return
	}
	of, here := x.buckets[slot{key, period}]
	if of.n > crowd {
		return
	}
	for p := period - 1; p <= period+1; p++ {
		b, ok := of, here
		if p != period {
			b, ok = x.buckets[slot{key, p}]
		}
		if ok && b.n <= crowd {
			x.each(b, f)
		}
	}
	if x.keys[key].n <= crowdAlways {
		x.articles(key, noPeriod, f)
	}
}
