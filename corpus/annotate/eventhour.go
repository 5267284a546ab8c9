package annotate

import (
	"strings"

	"verbatim/corpus/text"
)

// hourReach is how many tokens an hour may have: "at 11:59 p.m. ET".
const hourReach = 9

// behindHour returns the token behind an hour at i: "at 5 p.m.".
func (n *namer) behindHour(i int) int {
	j := n.t.skip(i, "at", "around", "by")
	if j == i || !n.t.isHour(j) || n.t.toks[j].Kind != text.Number && len(n.t.low(j)) < 4 {
		return i
	}
	for j < len(n.t.toks) && j < i+hourReach && n.t.isHour(j) {
		j++
	}
	if n.t.low(j-1) == "." && j == len(n.t.toks) {
		j--
	}
	return j
}

// beforeHour returns the token that an hour right before token i begins with,
// i if there is none: "at 3 a.m.".
func (n *namer) beforeHour(i int) int {
	j := i - 1
	for j > 0 && j > i-hourReach && n.t.isHour(j) && n.t.low(j) != "at" {
		j--
	}
	if w := n.t.low(j); j < i-1 && (w == "at" || w == "around" || w == "by" || w == "after" || w == "before") && n.t.toks[j+1].Kind == text.Number {
		if w := n.t.low(j - 1); w == "just" || w == "shortly" || w == "soon" {
			j--
		}
		return j
	}
	return i
}

// isHour reports whether token i may be of an hour.
func (t *dateText) isHour(i int) bool {
	if i < 0 || i >= len(t.toks) {
		return false
	}
	switch w := strings.Trim(t.low(i), "."); w {
	case "p.m", "a.m", "pm", "am", "et", "gmt", "est", "edt", "local", "time", "p", "m", "a", "", ":", "noon", "midnight", "eastern":
		return true
	}
	return t.toks[i].Kind == text.Number && len(t.low(i)) < 6
}

// untilAt returns the "until" that a date and the hour before it stand behind, -1 if
// there is none: "until 10 a.m. Friday".
func (t *dateText) untilAt(date int) int {
	i := date - 1
	for i > 0 && i > date-hourReach && t.isHour(i) {
		i--
	}
	if w := t.low(i); w == "until" || w == "till" {
		return i
	}
	return -1
}
