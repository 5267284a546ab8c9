package link

// besideGap parts a run at whose edge an ellipsis stands: as many words as one
// wording has beside its ellipsis stand for as many of the other, the rest is
// left out openly. Behind tells that the open part stands behind the changed
// one. There is none where the ellipsis stands among the words.
func (c *comparison) besideGap(u run) (open, changed run, behind bool) {
	r, v := u.r1-u.r0, u.v1-u.v0
	switch {
	case r > v && v > 0:
		at, ok := c.vary.gapAt(u.v0, u.v1)
		switch {
		case ok && at == u.v1:
			return run{u.r0 + v, u.r1, u.v1, u.v1}, run{u.r0, u.r0 + v, u.v0, u.v1}, true
		case ok && at == u.v0:
			return run{u.r0, u.r1 - v, u.v0, u.v0}, run{u.r1 - v, u.r1, u.v0, u.v1}, false
		}
	case v > r && r > 0:
		at, ok := c.ref.gapAt(u.r0, u.r1)
		switch {
		case ok && at == u.r1:
			return run{u.r1, u.r1, u.v0 + r, u.v1}, run{u.r0, u.r1, u.v0, u.v0 + r}, true
		case ok && at == u.r0:
			return run{u.r0, u.r0, u.v0, u.v1 - r}, run{u.r0, u.r1, u.v1 - r, u.v1}, false
		}
	}
	return run{}, run{}, false
}

// openEnd is [comparison.openRun] for a run at an end, where what stands behind
// an ellipsis takes the place of nothing.
func (c *comparison) openEnd(u run) bool {
	return c.vary.ellipsis(u.v0, u.v1) || c.ref.ellipsis(u.r0, u.r1) || c.openRun(u)
}

// gapAt returns the one place at the tokens from i to j before which an
// ellipsis stands.
func (w *wording) gapAt(i, j int) (int, bool) {
	at, n := 0, 0
	for k := i; k <= j; k++ {
		if k < len(w.toks) && w.toks[k].gap || k == len(w.toks) && w.gap {
			at, n = k, n+1
		}
	}
	return at, n == 1
}
