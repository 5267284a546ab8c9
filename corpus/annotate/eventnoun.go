package annotate

import (
	"verbatim/corpus/text"
)

// phrase names a happening after the noun phrase of its trigger: "the Geneva
// summit", "talks with the dockers in Halden". It must name somebody or
// something.
func (n *namer) phrase() ([]namePart, bool) {
	if n.qualifies() {
		return nil, false
	}
	from := n.nounStart()
	g := verbGroup{first: n.tr.from, head: n.tr.to - 1, quoted: n.t.toks[n.tr.from].quoted}
	p := predicate{namer: n, g: &g, limit: nameBehind, noun: true}
	to := n.withoutHalf(n.tr.to, max(p.trimmed(p.end()), n.tr.to))
	to = n.withoutMove(to)
	for from < n.tr.from && (n.isOwnDate(from) || n.t.pos(from) == "DT" || n.t.pos(from) == "POS" || n.t.low(from) == "'s") {
		from++
	}
	if n.t.pos(from) == "PRP$" {
		if ps, ok := n.possessed(from, to); ok {
			return ps, true
		}
		from++
	}
	return []namePart{{from: from, to: to}}, n.namesAny(from, to)
}

// withoutMove returns to, or where behind the trigger the words begin that say from
// where it is moved or to what, if it is the object of a verb and no more is done to
// it on its day: "moved the May 3 debate from Halden".
func (n *namer) withoutMove(to int) int {
	if g := n.tr.group; !n.tr.named || g == nil || g.head > n.tr.from || n.isOfTheDay(g) || !n.isArgument(g) {
		return to
	}
	for i := n.tr.to; i < to; i++ {
		switch n.t.low(i) {
		case "from", "to", "as", "into":
			if n.t.pos(i+1) != "VB" {
				return i
			}
		}
	}
	return to
}

// withoutHalf returns to, or where in [from,to) a "between" begins that lacks its
// "and".
func (n *namer) withoutHalf(from, to int) int {
	for i, at := from, 0; i < to; i++ {
		switch {
		case n.t.low(i) == "between":
			at = i
		case n.t.pos(i) == "CC" || n.t.pos(i) == "NNS":
			at = 0
		}
		if i == to-1 && at > 0 {
			return at
		}
	}
	return to
}

// qualifies reports whether the trigger only says which sort of another noun is
// meant: "vote totals".
func (n *namer) qualifies() bool {
	if !n.isHead(n.tr.to) || n.isOwnDate(n.tr.to) || n.isOtherDate(n.tr.to) || n.t.toks[n.tr.to].quoted != n.t.toks[n.tr.from].quoted {
		return false
	}
	_, ok := n.t.nounTrigger(n.tr.to)
	return !ok
}

// nounStart returns the first token of the noun phrase that the trigger is the
// head of.
func (n *namer) nounStart() int {
	k := n.tr.from
	for k > 0 && n.t.toks[k-1].quoted == n.t.toks[k].quoted {
		switch m := n.marks[k-1]; {
		case n.isOwnDate(k-1) && n.lo < n.from:
			return k
		case n.isOwnDate(k - 1):
			k--
		case n.isOtherDate(k-1) && n.t.pos(k) != "POS":
			return k
		case m.hi > 0:
			k = m.lo
		case n.nominalToken(k - 1):
			k--
		default:
			return k
		}
	}
	return k
}

// namesAny reports whether the tokens [from,to) name somebody or something.
func (n *namer) namesAny(from, to int) bool {
	for i := from; i < to; i++ {
		if n.isOwnDate(i) || n.isOtherDate(i) {
			continue
		}
		if n.marks[i].hi > 0 || (n.t.pos(i) == "NNP" || n.t.pos(i) == "NNPS") && n.t.toks[i].Kind == text.Upper && !n.t.namesTime(i) {
			return true
		}
	}
	return false
}
