package link

// hollow returns the pairs of a quote in marks that has no word of content, and
// a longer one without marks that has its words as they stand: "I get along
// with him", cut out of an answer that another outlet prints as a transcript.
func (g *gists) hollow(qs []quote) [][2]int {
	begin := map[[emptyWords]string][]int{}
	for i := range qs {
		if q := &qs[i]; q.marked && len(g.of[i].stems) == 0 && len(q.words.toks) >= emptyWords && len(q.speakers) > 0 {
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
					if run := qs[h].words.toks; qs[h].ref.Reading != qs[i].ref.Reading && len(ts)-k >= len(run) && containsRun(ts[k:k+len(run)], run) {
						out = append(out, [2]int{min(h, i), max(h, i)})
					}
				}
			}
		}
	}
	return out
}
