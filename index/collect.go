package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// rank is the place of a document among the hits.
type rank struct {
	score float64
	order uint64 // see [orderOf]
	doc   uint64
}

// compareRanks puts the better first: higher scores, then newer days.
func compareRanks(a, b rank) int {
	switch {
	case a.score != b.score:
		return sign(a.score > b.score)
	case a.order != b.order:
		return sign(a.order > b.order)
	}
	return 0
}

func sign(less bool) int {
	if less {
		return -1
	}
	return 1
}

// String writes the place of a page's end, for [SearchOptions.After].
func (r rank) String() string { return fmt.Sprintf("%x %x", math.Float64bits(r.score), r.order) }

// parseRank reads what [rank.String] writes.
func parseRank(s string) (rank, error) {
	var bits, order uint64
	if _, err := fmt.Sscanf(s, "%x %x", &bits, &order); err != nil {
		return rank{}, fmt.Errorf("go on after %q: not a place of ours", s)
	}
	return rank{score: math.Float64frombits(bits), order: order}, nil
}

// collector keeps the best of many.
type collector struct {
	limit int
	after *rank // only what comes after it, if not nil
	total int
	best  []rank
	full  bool // limit are kept, and worst is the last of them
	worst rank
}

func (c *collector) offer(r rank) {
	c.total++
	if c.full && compareRanks(r, c.worst) >= 0 {
		return
	}
	if c.after != nil && compareRanks(*c.after, r) >= 0 {
		return
	}
	c.best = append(c.best, r)
	if len(c.best) >= 2*c.limit {
		c.cut()
	}
}

// offerAll offers what a part finds.
func (c *collector) offerAll(snap *snapshot, p *finding) {
	seg, scores := 0, p.scores
	p.docs.each(func(slot uint32) {
		score := float32(0)
		if len(scores) > 0 && scores[0].slot == slot {
			score, scores = scores[0].score, scores[1:]
		}
		if c.full && float64(score) < c.worst.score { // most, where there are many
			c.total++
			return
		}
		for slot-snap.base[seg] >= uint32(len(snap.orders[seg])) {
			seg++
		}
		n := slot - snap.base[seg]
		c.offer(rank{float64(score), snap.orders[seg][n], snap.first[seg] + uint64(n)})
	})
}

// cut sorts what is kept and drops what is beyond the limit.
func (c *collector) cut() {
	slices.SortFunc(c.best, compareRanks)
	if len(c.best) < c.limit {
		return
	}
	c.best = c.best[:c.limit]
	c.full, c.worst = true, c.best[c.limit-1]
}

// askEvery is how many documents go by between looks at the context.
const askEvery = 1024

// each calls f with every match of a searcher, in order of documents, and
// closes the searcher.
func each(ctx context.Context, r bleveindex.IndexReader, s search.Searcher, f func(*search.DocumentMatch)) (err error) {
	defer func() { err = errors.Join(err, s.Close()) }()
	sc := &search.SearchContext{
		DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0),
		IndexReader:       r,
	}
	for n := 0; ; n++ {
		if n%askEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		m, err := s.Next(sc)
		if err != nil || m == nil {
			return err
		}
		f(m)
		sc.DocumentMatchPool.Put(m)
	}
}
