package link

import "slices"

// maxPosting bounds how many quotes may share a key that makes candidates;
// what more of them share is a phrase of the trade.
const maxPosting = 60

// candidates returns the pairs of quotes worth aligning: those that share a
// pair of neighbouring words one of which carries content, or a rare stem.
func candidates(qs []quote, ok func(a, b int) bool) [][2]int {
	posts := map[string][]int32{}
	for i := range qs {
		for k := range keysOf(qs[i].words) {
			posts[k] = append(posts[k], int32(i))
		}
	}
	seen := map[[2]int]bool{}
	for _, p := range posts {
		if len(p) > maxPosting {
			continue
		}
		for i, a := range p {
			for _, b := range p[i+1:] {
				if c := [2]int{int(a), int(b)}; !seen[c] && ok(c[0], c[1]) {
					seen[c] = true
				}
			}
		}
	}
	return sortedPairs(seen)
}

func sortedPairs(set map[[2]int]bool) [][2]int {
	out := make([][2]int, 0, len(set))
	for c := range set {
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y [2]int) int {
		if x[0] != y[0] {
			return x[0] - y[0]
		}
		return x[1] - y[1]
	})
	return out
}

// keysOf returns what a quote is found by.
func keysOf(w *wording) map[string]bool {
	keys := map[string]bool{}
	for i := range w.toks {
		t := &w.toks[i]
		if t.weight >= weightRare {
			keys[t.stem] = true
		}
		if i > 0 && (!t.stop || !w.toks[i-1].stop) {
			keys[w.toks[i-1].stem+" "+t.stem] = true
		}
	}
	return keys
}
