package tag

// near sorts a distance into few kinds.
func near(n int) uint32 {
	switch {
	case n < 4:
		return uint32(max(n, 0))
	case n < 7:
		return 4
	case n < 12:
		return 5
	}
	return 6
}

// pattern is the coarse kinds of the elements from i+lo up to i+hi.
func pattern(els []AttributionElement, i, lo, hi int) uint32 {
	h := uint32(0)
	for k := i + lo; k <= i+hi; k++ {
		h = h*16 + uint32(elementAt(els, k).kind)
	}
	return h
}

// AttributionFeatures appends the features of element i.
func AttributionFeatures(buf []uint32, els []AttributionElement, i int) []uint32 {
	w, l, r, l2, r2 := &els[i], elementAt(els, i-1), elementAt(els, i+1), elementAt(els, i-2), elementAt(els, i+2)
	buf = append(buf,
		feature(0).sum(),
		feature(1).mix(w.lower).sum(),
		feature(2).mix(l.lower).sum(),
		feature(3).mix(r.lower).sum(),
		feature(4).mix(l.lower).mix(w.lower).sum(),
		feature(5).mix(w.lower).mix(r.lower).sum(),
		feature(6).mix(w.pos).sum(),
		feature(7).mix(l.pos).mix(w.pos).sum(),
		feature(8).mix(w.pos).mix(r.pos).sum(),
		feature(9).mix(l2.pos).mix(l.pos).mix(w.pos).sum(),
		feature(10).mix(l.pos).mix(w.pos).mix(r.pos).sum(),
		feature(11).mix(w.pos).mix(r.pos).mix(r2.pos).sum(),
		feature(12).mix(w.shape).mix(uint32(min(i, 1))).sum(),
		feature(13).mix(w.tail3).sum(),
		feature(14).mix(l2.lower).sum(),
		feature(15).mix(r2.lower).sum(),
		feature(16).mix(pattern(els, i, -2, 2)).sum(),
		feature(17).mix(pattern(els, i, 0, 4)).sum(),
		feature(18).mix(pattern(els, i, -4, 0)).sum(),
		feature(19).mix(w.cue).sum(),
		feature(20).mix(w.cue).mix(pattern(els, i, 1, 2)).sum(),
		feature(21).mix(w.cue).mix(pattern(els, i, -2, -1)).sum(),
		feature(22).mix(l.cue).mix(w.pos).sum(),
		feature(23).mix(r.cue).mix(w.pos).sum(),
		feature(24).mix(uint32(w.flags&(isRole|isTitle|isGiven|isOrgNoun|isOrgHead))).mix(uint32(w.kind)).sum(),
		feature(25).mix(uint32(els[0].kind)).mix(uint32(min(i, 2))).sum(),
		feature(26).mix(uint32(elementAt(els, len(els)-1).kind)).mix(uint32(min(len(els)-1-i, 2))).sum(),
	)
	return cueFeatures(buf, els, i)
}

// cueFeatures appends how far the nearest cues are, what they are and what
// stands between.
func cueFeatures(buf []uint32, els []AttributionElement, i int) []uint32 {
	w := &els[i]
	c1, c2 := elementAt(els, w.first), elementAt(els, w.second)
	d1, d2 := uint32(9), uint32(9)
	k1, k2 := uint32(0), uint32(0) // commas between
	q1, q2 := uint32(0), uint32(0) // what stands beside the cue
	if w.first >= 0 {
		d1, k1 = near(i-w.first-1), uint32(min(w.commas-c1.commas, 3))
		q1 = pattern(els, w.first, -1, 1)
	}
	if w.second >= 0 {
		d2, k2 = near(w.second-i-1), uint32(min(c2.commas-w.commas, 3))
		q2 = pattern(els, w.second, -1, 1)
	}
	kind := uint32(w.kind)
	v1, v2 := uint32(min(w.verbs-c1.verbs, 3)), uint32(min(c2.verbs-w.verbs, 3))
	begin := elementAt(els, w.part)
	tail := uint32(0)
	if w.tail >= 0 {
		tail = 8 + near(max(w.tail-i, 0)) + 16*near(max(i-w.tail, 0))
	}
	return append(buf,
		feature(50).mix(d1).mix(c1.cue).sum(),
		feature(51).mix(d2).mix(c2.cue).sum(),
		feature(52).mix(d1).mix(k1).mix(q1).sum(),
		feature(53).mix(d2).mix(k2).mix(q2).sum(),
		feature(54).mix(d1).mix(d2).mix(kind).sum(),
		feature(55).mix(k1).mix(k2).mix(q1).mix(q2).sum(),
		feature(56).mix(c1.cue).mix(q1).mix(k1).sum(),
		feature(57).mix(c2.cue).mix(q2).mix(k2).sum(),
		feature(58).mix(c1.lower).mix(k1).sum(),
		feature(59).mix(c2.lower).mix(k2).sum(),
		feature(60).mix(d1).mix(w.pos).mix(k1).sum(),
		feature(61).mix(d2).mix(w.pos).mix(k2).sum(),
		feature(62).mix(boolBit(c1.firm)).mix(boolBit(c2.firm)).mix(k1).mix(k2).mix(kind).sum(),
		feature(63).mix(c1.cue).mix(d1).mix(w.pos).sum(),
		feature(64).mix(c2.cue).mix(d2).mix(w.pos).sum(),
		feature(65).mix(c1.cue).mix(pattern(els, w.first, 1, 2)).mix(v1).mix(k1).sum(),
		feature(66).mix(c2.cue).mix(pattern(els, w.second, -2, -1)).mix(v2).mix(k2).sum(),
		feature(67).mix(kind).mix(d2).mix(pattern(els, i, 1, 3)).sum(),
		feature(68).mix(begin.lower).mix(k1).sum(),
		feature(69).mix(pattern(els, w.part, 0, 2)).mix(near(i-w.part)).mix(k1).sum(),
		feature(70).mix(tail).mix(kind).sum(),
		feature(71).mix(tail).mix(k1).mix(c1.cue).sum(),
		feature(72).mix(uint32(elementAt(els, i-1).flags)).mix(kind).sum(),
		feature(73).mix(uint32(elementAt(els, i+1).flags)).mix(kind).sum(),
		feature(74).mix(uint32(w.flags)).mix(d1).sum(),
	)
}

func boolBit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}
