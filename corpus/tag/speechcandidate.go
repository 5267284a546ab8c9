package tag

// candidate is a reading in elements: the cue, and the content [lo, hi).
type candidate struct{ cue, lo, hi int }

const (
	mostStarts = 7  // places behind a cue that content can begin at
	mostEnds   = 7  // places inside the sentence that it can end at
	cueReach   = 16 // elements between a cue and what it reports
)

// candidates appends the readings of the cue at element i.
func candidates(out []candidate, els []AttributionElement, i int) []candidate {
	end := len(els)
	for end > i && (els[end-1].kind == kindStop || els[end-1].kind == kindComma) {
		end--
	}
	out = behind(out, els, i, end)
	return before(out, els, i, end)
}

// behind appends "said (that) the port would close".
func behind(out []candidate, els []AttributionElement, cue, end int) []candidate {
	starts := 0
	for i := cue + 1; i < end && i <= cue+cueReach && starts < mostStarts; i++ {
		if i > cue+1 && !canBegin(els, i) || els[i].kind == kindComma || els[i].kind == kindStop {
			continue
		}
		starts++
		out = append(out, candidate{cue, i, end})
		out = innerEnds(out, els, candidate{cue, i, end})
	}
	return out
}

// canBegin reports whether content can begin at element i: at a noun phrase, a
// quotation, or a word that opens a clause.
func canBegin(els []AttributionElement, i int) bool {
	k, before := els[i].kind, els[i-1].kind
	switch k {
	case kindThat, kindTo, kindQuote, kindPronoun, kindDeterminer:
		return true
	case kindName, kindNoun:
		return before != kindName && before != kindNoun && before != kindDeterminer
	}
	return before == kindComma || els[i].flags&isFunction != 0 && k != kindPreposition
}

// innerEnds appends c ended at each comma, stop and joining word inside it.
func innerEnds(out []candidate, els []AttributionElement, c candidate) []candidate {
	n := 0
	for i := c.lo + 1; i < c.hi && n < mostEnds; i++ {
		e := &els[i]
		if e.kind == kindComma || e.kind == kindStop || e.kind == kindOther && !e.Quoted {
			out = append(out, candidate{c.cue, c.lo, i})
			n++
		}
	}
	return out
}

// before appends "The port would close, she said" and "The port, she said,
// would close".
func before(out []candidate, els []AttributionElement, cue, end int) []candidate {
	for k := cue; k > 0 && cue-k < cueReach; k-- {
		closes := els[k].kind == kindComma || k == cue || els[k-1].Quoted
		if !closes {
			continue
		}
		starts := 0
		for lo := 0; lo < k && starts < mostStarts; lo++ {
			if lo > 0 && els[lo-1].kind != kindComma && els[lo-1].kind != kindStop && els[lo-1].kind != kindOther {
				continue
			}
			starts++
			out = append(out, candidate{cue, lo, k})
			if cue+2 < end && k < cue {
				out = append(out, candidate{cue, lo, end})
			}
		}
	}
	return out
}
