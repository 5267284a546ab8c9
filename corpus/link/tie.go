package link

import (
	"cmp"
	"math"
	"slices"
)

const (
	storyDays  = 4    // days between two articles of one story that report it themselves
	sameStory  = 0.33 // likeness from which two articles may be of one story
	dateless   = 0.12 // what more is asked of an article without a day
	laterDay   = 0.02 // what more is asked for each day between them
	storyShare = 0.65 // of sameStory, what all pairs of two joined stories must come to on average
)

// ties keeps which articles have so much in common that they may be of one
// story. Which do depends on what articles there are, never on the order in
// which they came; adding one costs as much as there are articles of its days
// that share a key with it.
type ties struct {
	arts    []*profile // by handle; nil where there is none
	of      [][]tie    // of each article
	posts   postings
	changed map[int32]bool // articles whose ties have changed

	met  []int32 // for each article, by which search it was met last
	turn int32
}

// tie is what an article has in common with another.
type tie struct {
	to   int32
	like float64
}

func newTies() *ties { return &ties{posts: newPostings(), changed: map[int32]bool{}} }

// add ties an article to the others.
func (t *ties) add(h int32, p *profile) {
	for int(h) >= len(t.arts) {
		t.arts, t.of, t.met = append(t.arts, nil), append(t.of, nil), append(t.met, 0)
	}
	t.arts[h] = p
	period := p.period()
	var many []uint32 // keys that too many share since this one does
	for _, k := range p.keys {
		if near, all := t.posts.add(k, period, h); near == crowd+1 || all == crowdAlways+1 {
			many = append(many, k)
		}
	}
	t.changed[h] = true
	t.find(h)
	for _, k := range many {
		t.crowded(k, period)
	}
}

// find adds the ties that an article lacks.
func (t *ties) find(h int32) {
	p := t.arts[h]
	t.turn++
	t.met[h] = t.turn
	for _, e := range t.of[h] {
		t.met[e.to] = t.turn
	}
	for _, k := range p.keys {
		t.posts.near(k, p.period(), func(o int32) {
			if t.met[o] == t.turn {
				return
			}
			t.met[o] = t.turn
			if q := t.arts[o]; p.near(q) {
				if like := p.likeness(q); like >= least(p, q) {
					t.tie(h, o, like)
				}
			}
		})
	}
}

// least is the likeness that ties two articles.
func least(p, q *profile) float64 {
	if p.day == undated || q.day == undated {
		return sameStory + dateless
	}
	return sameStory + laterDay*math.Abs(float64(p.day-q.day))
}

func (t *ties) tie(a, b int32, like float64) {
	t.of[a] = append(t.of[a], tie{b, like})
	t.of[b] = append(t.of[b], tie{a, like})
	t.changed[a], t.changed[b] = true, true
}

func (t *ties) untie(a, b int32) {
	t.of[a] = slices.DeleteFunc(t.of[a], func(e tie) bool { return e.to == b })
	t.of[b] = slices.DeleteFunc(t.of[b], func(e tie) bool { return e.to == a })
	t.changed[a], t.changed[b] = true, true
}

// crowded undoes the ties that only a key made which now too many share.
func (t *ties) crowded(key uint32, period int32) {
	if t.posts.buckets[slot{key, period}].n == crowd+1 && period != noPeriod {
		t.posts.articles(key, period, t.prune)
	}
	if t.posts.keys[key].n == crowdAlways+1 {
		t.posts.articles(key, noPeriod, t.prune)
	}
}

// prune undoes the ties of an article to which no key leads any more.
func (t *ties) prune(h int32) {
	for _, e := range slices.Clone(t.of[h]) {
		if !t.meet(t.arts[h], t.arts[e.to]) {
			t.untie(h, e.to)
		}
	}
}

// meet reports whether two articles share a key that tells.
func (t *ties) meet(p, q *profile) bool {
	a, b, found := p.period(), q.period(), false
	meetKeys(p.keys, q.keys, func(k uint32) bool {
		found = t.posts.telling(k, a) && t.posts.telling(k, b)
		return !found
	})
	return found
}

// remove undoes the ties of an article.
func (t *ties) remove(h int32) {
	p := t.arts[h]
	period := p.period()
	for _, e := range slices.Clone(t.of[h]) {
		t.untie(h, e.to)
	}
	t.arts[h], t.of[h] = nil, nil
	for _, k := range p.keys {
		t.posts.remove(k, period, h)
	}
	delete(t.changed, h)
	for _, k := range p.keys {
		t.uncrowded(k, period)
	}
}

// uncrowded makes the ties of a key that not too many share any more.
func (t *ties) uncrowded(key uint32, period int32) {
	if t.posts.buckets[slot{key, period}].n == crowd && period != noPeriod {
		t.posts.articles(key, period, t.find)
	}
	if t.posts.keys[key].n == crowdAlways {
		t.posts.articles(key, noPeriod, t.find)
	}
}

// groups returns the articles that may be of one story with any whose ties
// have changed, each group of them joined by ties.
func (t *ties) groups() [][]int32 {
	t.turn++
	var out [][]int32
	for h := range t.changed {
		if g := t.reach(h); len(g) > 0 {
			out = append(out, g)
		}
	}
	clear(t.changed)
	return out
}

// reach returns what ties lead to from an article, in order of id, and nothing
// where that has been reached before.
func (t *ties) reach(h int32) []int32 {
	if t.met[h] == t.turn {
		return nil
	}
	t.met[h] = t.turn
	out := []int32{h}
	for i := 0; i < len(out); i++ {
		for _, e := range t.of[out[i]] {
			if t.met[e.to] != t.turn {
				t.met[e.to] = t.turn
				out = append(out, e.to)
			}
		}
	}
	slices.SortFunc(out, func(a, b int32) int { return cmp.Compare(t.arts[a].id, t.arts[b].id) })
	return out
}
