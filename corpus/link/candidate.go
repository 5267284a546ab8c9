package link

import "slices"

// maxPosting bounds how many quotes may share a key that makes candidates;
// what more of them share is a phrase of the trade.
const maxPosting = 60

// candidates returns the pairs of quotes worth aligning: those that share a
// pair of neighbouring words one of which carries content, or a rare stem.
func candidates(qs []quote, ok func(a, b int) bool) [][2]int {
	ids := map[string]uint32{}
	keys := make([][]uint64, len(qs))
	posts := map[uint64][]int32{}
	for i := range qs {
		keys[i] = keysOf(qs[i].words, ids)
		for _, k := range keys[i] {
			posts[k] = append(posts[k], int32(i))
		}
	}
	m := newMeeting(len(qs))
	for i := range qs {
		for _, k := range keys[i] {
			if p := posts[k]; len(p) <= maxPosting {
				m.meet(p, i)
			}
		}
	}
	m.pairs = slices.DeleteFunc(m.pairs, func(c [2]int) bool { return !ok(c[0], c[1]) })
	return m.sorted()
}

// meeting notes the pairs of quotes that share a key, each once.
type meeting struct {
	pairs [][2]int
	met   []int // for each quote, behind the last one that met it
}

func newMeeting(quotes int) *meeting { return &meeting{met: make([]int, quotes)} }

// meet pairs a quote with those before it in a rising list. Quotes come in
// order.
func (m *meeting) meet(list []int32, i int) {
	for _, o := range list {
		if int(o) >= i {
			return
		}
		if m.met[o] != i+1 {
			m.met[o] = i + 1
			m.pairs = append(m.pairs, [2]int{int(o), i})
		}
	}
}

func (m *meeting) sorted() [][2]int {
	slices.SortFunc(m.pairs, func(x, y [2]int) int {
		if x[0] != y[0] {
			return x[0] - y[0]
		}
		return x[1] - y[1]
	})
	return m.pairs
}

// keysOf returns what a quote is found by, each once: rare stems, and pairs of
// stems, as they are numbered.
func keysOf(w *wording, ids map[string]uint32) []uint64 {
	keys := make([]uint64, 0, len(w.toks)*3/2)
	before := uint64(0)
	for i := range w.toks {
		t := &w.toks[i]
		id, ok := ids[t.stem]
		if !ok {
			id = uint32(len(ids) + 1)
			ids[t.stem] = id
		}
		if t.weight >= weightRare {
			keys = append(keys, uint64(id))
		}
		if i > 0 && (!t.stop || !w.toks[i-1].stop) {
			keys = append(keys, before<<32|uint64(id))
		}
		before = uint64(id)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
