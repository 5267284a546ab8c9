package tag

// speechFeatures appends the features of a reading.
func speechFeatures(buf []uint32, s *SpeechSentence, c candidate) []uint32 {
	els := s.els
	q := &els[c.cue]
	first, second := &els[c.lo], elementAt(els, c.lo+1)
	order := orderOf(c)
	held := heldBy(els, c)
	buf = append(buf,
		feature(0).mix(order).sum(),
		feature(1).mix(q.lower).mix(order).sum(),
		feature(2).mix(q.cue).mix(order).sum(),
		feature(3).mix(q.cue).mix(q.pos).mix(pattern(els, c.cue, -2, -1)).sum(),
		feature(4).mix(q.lower).mix(uint32(first.kind)).mix(order).sum(),
		feature(5).mix(q.cue).mix(first.lower).mix(order).sum(),
		feature(6).mix(q.cue).mix(pattern(els, c.lo, 0, 1)).mix(order).sum(),
		feature(7).mix(first.lower).mix(second.pos).sum(),
		feature(8).mix(pattern(els, c.lo, -2, 1)).mix(order).sum(),
		feature(9).mix(pattern(els, c.hi, -1, 2)).mix(order).sum(),
		feature(10).mix(elementAt(els, c.hi).lower).mix(elementAt(els, c.hi+1).pos).sum(),
		feature(11).mix(uint32(elementAt(els, c.hi).kind)).mix(elementAt(els, c.hi+1).cue).sum(),
		feature(12).mix(held).mix(order).sum(),
		feature(13).mix(held).mix(q.cue).mix(order).sum(),
		feature(14).mix(elementAt(els, c.lo-1).lower).mix(order).sum(),
		feature(15).mix(elementAt(els, c.cue-1).lower).mix(q.lower).sum(),
		feature(16).mix(elementAt(els, c.cue-1).pos).mix(elementAt(els, c.cue-2).pos).mix(order).sum(),
		feature(17).mix(elementAt(els, c.cue+1).lower).mix(q.cue).mix(order).sum(),
		feature(18).mix(uint32(elementAt(els, c.cue-1).flags)).mix(order).sum(),
		feature(19).mix(uint32(elementAt(els, c.cue-1).kind)).mix(q.cue).mix(order).sum(),
		feature(20).mix(pattern(els, c.cue, -3, 2)).mix(order).sum(),
		feature(21).mix(q.pos).mix(q.lower).mix(order).sum(),
		feature(22).mix(near(q.verbs)).mix(boolBit(q.first >= 0)).mix(order).sum(),
		feature(23).mix(boolBit(c.hi < len(els))).mix(pattern(els, c.hi, 0, 3)).sum(),
		feature(24).mix(uint32(first.flags)).mix(order).sum(),
		feature(25).mix(q.force).mix(order).sum(),
		feature(26).mix(q.force).mix(pattern(els, c.lo, 0, 1)).mix(order).sum(),
		feature(27).mix(q.frames).mix(uint32(first.kind)).mix(order).sum(),
		feature(28).mix(q.force).mix(pattern(els, c.cue, -1, 1)).mix(order).sum(),
		feature(29).mix(q.force).mix(held).mix(order).sum(),
	)
	return labelFeatures(gapFeatures(buf, els, c, order), s, c, order)
}

// orderOf says where the cue stands: before the content, behind or within it.
func orderOf(c candidate) uint32 {
	switch {
	case c.cue < c.lo:
		return 1
	case c.cue >= c.hi:
		return 2
	}
	return 3
}

// heldBy sums up the content: its length, verbs, commas, cues and quotations.
func heldBy(els []AttributionElement, c candidate) uint32 {
	verbs, commas, cues, quotes := 0, 0, 0, 0
	for i := c.lo; i < c.hi; i++ {
		e := &els[i]
		verbs += int(boolBit(e.finite && !e.Quoted))
		commas += int(boolBit(e.kind == kindComma))
		cues += int(boolBit(e.cue != 0 && e.firm && i != c.cue))
		quotes += int(boolBit(e.Quoted))
	}
	return near(c.hi-c.lo)<<12 | uint32(min(verbs, 2))<<8 | uint32(min(commas, 2))<<6 | uint32(min(cues, 1))<<4 | uint32(min(quotes, 2))
}

// gapFeatures appends what stands between the cue and the content, and what is
// left of the sentence.
func gapFeatures(buf []uint32, els []AttributionElement, c candidate, order uint32) []uint32 {
	lo, hi := c.cue+1, c.lo
	if order == 2 {
		lo, hi = c.hi, c.cue
	}
	commas, verbs, quotes, h := 0, 0, 0, uint32(0)
	for i := lo; i < hi && order < 3; i++ {
		commas += int(boolBit(els[i].kind == kindComma))
		verbs += int(boolBit(els[i].finite || els[i].kind == kindVerb))
		quotes += int(boolBit(els[i].Quoted))
		if i-lo < 5 {
			h = h*16 + uint32(els[i].kind)
		}
	}
	gap := near(hi-lo)<<8 | uint32(min(commas, 2))<<4 | uint32(min(verbs, 2))<<2 | uint32(min(quotes, 1))
	edges := boolBit(c.lo == 0)<<1 | boolBit(restless(els, c.hi))
	return append(buf,
		feature(40).mix(gap).mix(order).sum(),
		feature(41).mix(h).mix(near(hi-lo)).mix(order).sum(),
		feature(42).mix(gap).mix(els[c.cue].cue).mix(order).sum(),
		feature(43).mix(h).mix(uint32(els[c.lo].kind)).mix(order).sum(),
		feature(44).mix(edges).mix(order).sum(),
		feature(45).mix(edges).mix(els[c.cue].cue).mix(order).sum(),
		feature(46).mix(h).mix(els[c.cue].lower).mix(order).sum(),
		feature(47).mix(h).mix(els[c.cue].force).mix(edges).mix(order).sum(),
		feature(48).mix(h).mix(els[c.cue].frames).mix(order).sum(),
	)
}

// restless reports whether words are left behind element hi.
func restless(els []AttributionElement, hi int) bool {
	for ; hi < len(els); hi++ {
		if k := els[hi].kind; k != kindStop && k != kindComma {
			return true
		}
	}
	return false
}

// labelFeatures appends what the tagger says: of the cue, of the edges of the
// content, and of how much of it.
func labelFeatures(buf []uint32, s *SpeechSentence, c candidate, order uint32) []uint32 {
	in, n, source := 0, 0, 0
	for i := c.lo; i < c.hi; i++ {
		if i == c.cue || s.els[i].kind == kindComma {
			continue
		}
		n++
		in += int(boolBit(s.parts[i] == Content))
		source += int(boolBit(s.parts[i] == Source))
	}
	share := uint32(0)
	switch {
	case in == n:
		share = 4
	case in*10 >= n*8:
		share = 3
	case in*2 >= n:
		share = 2
	case in > 0:
		share = 1
	}
	edge := partNumber(s, c.lo-1)<<6 | partNumber(s, c.lo)<<4 | partNumber(s, c.hi-1)<<2 | partNumber(s, c.hi)
	cue := partNumber(s, c.cue)
	sure := boolBit(s.labels[s.els[c.cue].Lo].Confidence > 0.5)
	return append(buf,
		feature(60).mix(share).mix(order).sum(),
		feature(61).mix(share).mix(cue).mix(sure).sum(),
		feature(62).mix(edge).sum(),
		feature(63).mix(edge).mix(cue).sum(),
		feature(64).mix(cue).mix(sure).mix(order).sum(),
		feature(65).mix(uint32(min(source, 1))).mix(share).mix(order).sum(),
		feature(66).mix(sourceNear(s, c.cue)).mix(cue).sum(),
		feature(67).mix(boolBit(s.labels[s.els[c.lo].Lo].Begin)).mix(share).mix(order).sum(),
		feature(68).mix(share).mix(s.els[c.cue].cue).mix(order).sum(),
	)
}

func partNumber(s *SpeechSentence, i int) uint32 {
	if i < 0 || i >= len(s.parts) {
		return 0
	}
	switch s.parts[i] {
	case Source:
		return 1
	case Cue:
		return 2
	case Content:
		return 3
	}
	return 0
}

// sourceNear says on which side of the cue the tagger sees a source, and how
// near.
func sourceNear(s *SpeechSentence, cue int) uint32 {
	for d := 1; d < 8; d++ {
		if partNumber(s, cue-d) == 1 {
			return 1 + uint32(min(d, 3))
		}
		if partNumber(s, cue+d) == 1 {
			return 8 + uint32(min(d, 3))
		}
	}
	return 0
}
