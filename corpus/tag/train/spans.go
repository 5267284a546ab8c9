package main

import "slices"

// spanOf is a run of tokens [lo, hi) of one kind.
type spanOf struct {
	lo, hi int
	kind   string
}

// names returns the spans that labels "B-x" and "I-x" mark.
func names(labels []string) []spanOf {
	var out []spanOf
	for i, l := range labels {
		if l == "O" {
			continue
		}
		n := len(out)
		if l[0] == 'I' && n > 0 && out[n-1].hi == i && out[n-1].kind == l[2:] {
			out[n-1].hi++
			continue
		}
		out = append(out, spanOf{i, i + 1, l[2:]})
	}
	return out
}

// spans counts spans found and missed, by set and kind.
type spans struct {
	order []string
	n     map[string]*[3]int // right, found, true
}

func (c *spans) at(name string) *[3]int {
	if c.n == nil {
		c.n = map[string]*[3]int{}
	}
	if c.n[name] == nil {
		c.n[name] = &[3]int{}
		c.order = append(c.order, name)
	}
	return c.n[name]
}

func (c *spans) count(set string, truth, got []spanOf) {
	for _, g := range got {
		for _, key := range []string{"all", "all " + g.kind, set, set + " " + g.kind} {
			n := c.at(key)
			n[1]++
			if slices.Contains(truth, g) {
				n[0]++
			}
		}
	}
	for _, g := range truth {
		for _, key := range []string{"all", "all " + g.kind, set, set + " " + g.kind} {
			c.at(key)[2]++
		}
	}
}

func (c *spans) write(r *report) {
	slices.Sort(c.order)
	for _, name := range c.order {
		n := c.n[name]
		p, rc := ratio(n[0], n[1]), ratio(n[0], n[2])
		f := 0.0
		if p+rc > 0 {
			f = 2 * p * rc / (p + rc)
		}
		r.line("%-40s F1 %6.2f  P %6.2f of %d  R %6.2f of %d", name, f, p, n[1], rc, n[2])
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}
