package link

// hollow returns the pairs of a quote that has no word of content, and one
// without marks that has its words as they stand: "I get along with him", cut
// out of an answer that another outlet prints as a transcript. Of two without
// marks both have the same words.
func (g *gists) hollow(qs []quote) [][2]int {
	begin := map[[emptyWords]string][]int{}
	for i := range qs {
		if q := &qs[i]; len(g.of[i].stems) == 0 && len(q.words.toks) >= emptyWords && len(q.speakers) > 0 {
			if k := firstKeys(q.words.toks); len(begin[k]) < maxPosting {
				begin[k] = append(begin[k], i)
			}
		}
	}
	if len(begin) == 0 {
		return nil
	}
	var out [][2]int
	for i := range qs {
		if ts := qs[i].words.toks; !qs[i].marked {
			for k := 0; k+emptyWords <= len(ts); k++ {
				for _, h := range begin[firstKeys(ts[k:])] {
					if qs[h].fills(&qs[i], k) && (qs[h].marked || h < i) {
						out = append(out, [2]int{min(h, i), max(h, i)})
					}
				}
			}
		}
	}
	return out
}

// fills reports whether a quote stands word for word in one without marks of
// another article, from a token on; one without marks too if it is all of it.
func (q *quote) fills(other *quote, token int) bool {
	run, ts := q.words.toks, other.words.toks
	if q.ref.Reading == other.ref.Reading || len(ts)-token < len(run) || !q.marked && len(ts) != len(run) {
		return false
	}
	return containsRun(ts[token:token+len(run)], run)
}
