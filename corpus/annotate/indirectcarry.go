package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// carriage is the span of a report that a paper makes of what somebody else is
// said to have said, and the phrases that name the paper.
type carriage struct {
	text.Span
	by []int
}

// carry takes out the reports of papers that only carry another's words, "the
// gates were open, Lind said, the Gull reported", and hands the paper to the
// report they hold as its carrier. Those that hold words in marks with their own
// attribution are returned for the marks.
func (p *page) carry(rs []reported) ([]reported, []carriage) {
	var out []reported
	var carried []carriage
	for i := range rs {
		o := &rs[i]
		if !p.isCarrier(o) {
			out = append(out, *o)
			continue
		}
		switch k := p.innerReport(rs, i); {
		case k > i:
			rs[k].carriers = o.phrases
		case p.attributesMarks(o):
			carried = append(carried, carriage{o.content, o.phrases})
		default:
			out = append(out, *o)
		}
	}
	return out, carried
}

// isCarrier reports whether a report names a paper as its speaker.
func (p *page) isCarrier(r *reported) bool {
	if len(r.phrases) == 0 || r.cue.Overlaps(r.content) {
		return false
	}
	switch r.sieve {
	case sieveHead:
		if r.class != "report" {
			return false
		}
	case sieveTail, sieveInverted, sieveAccording:
	default:
		return false
	}
	ph := p.phrases[r.phrases[0]]
	return ph.kind == named && isPress(p.entities[ph.entity-1].Name)
}

// near is how many reports behind one are looked at for what it holds: those
// of its sentence.
const near = 8

// innerReport returns the longest of the reports, in order, that report i holds
// with its cue and speaker; 0 if there is none. Behind "the Gull reported that"
// it must be what the paper reports first of all.
func (p *page) innerReport(rs []reported, i int) int {
	best := 0
	for k := i + 1; k < min(len(rs), i+near); k++ {
		r, o := &rs[k], &rs[i]
		if !o.content.Contains(r.content) || !o.content.Contains(r.cue) || r.cue.Empty() || r.class == "think" {
			continue
		}
		if o.sieve == sieveHead && p.tokenAt(r.at.Start) > p.tokenAt(o.content.Start)+1 {
			continue
		}
		if best == 0 || r.content.Len() > rs[best].content.Len() {
			best = k
		}
	}
	return best
}

// attributesMarks reports whether a report holds words in marks that are
// credited inside it.
func (p *page) attributesMarks(r *reported) bool {
	lo, hi := p.tokenAt(r.content.Start), p.tokenAt(r.content.End)
	for i := lo; i < hi; i++ {
		k := p.at(i).mark
		if k == 0 || p.at(i-1).mark == k {
			continue
		}
		if a := p.own(&p.marks[k-1]); a.found() && r.content.Contains(a.cue) && !a.cue.Empty() {
			return true
		}
	}
	return false
}

// carriedMarks tells the marks that papers carry who carries them.
func (p *page) carriedMarks(as []attribution, cs []carriage) {
	i := 0
	for _, c := range cs {
		for i < len(as) && p.marks[i].Outer.Start < c.Start {
			i++
		}
		for k := i; k < len(as) && c.Contains(p.marks[k].Outer); k++ {
			if as[k].found() && c.Contains(as[k].cue) {
				as[k].carriers = c.by
			}
		}
	}
}

// quotedAs reads "state radio quoted the minister as saying" and "the minister
// was quoted by state radio as saying" at the token "saying": who spoke, and
// who carries it, none if that is not told.
func (p *page) quotedAs(i int) (who, by int, ok bool) {
	if p.at(i).pos != "VBG" || !p.is(i-1, "as") && !p.quotesRight(i) {
		return none, none, false
	}
	q := i - 2
	for p.at(q).sentence == p.at(i).sentence && p.at(q).mark == 0 && i-q < 20 && !p.is(q, "quoted", "quoting", "quotes", "cited", "citing", "cites") {
		q--
	}
	if !p.is(q, "quoted", "quoting", "quotes", "cited", "citing", "cites") {
		return none, none, false
	}
	who, by = p.subject(q), none
	if p.isPassive(q) {
		if p.is(q+1, "by") && p.at(q+2).phrase != 0 {
			by = p.at(q+2).phrase - 1
		}
		return who, by, who != none
	}
	k := p.at(q + 1).phrase
	if k == 0 {
		return none, none, false
	}
	return p.apposed(k - 1), who, true
}

// quotesRight reports whether whom a verb quotes stands right before "saying" at
// token i: "Venn quoted | Lind | saying".
func (p *page) quotesRight(i int) bool {
	k := p.at(i-1).phrase - 1
	if k < 0 || !p.is(i, "saying") || p.at(i-1).mark != 0 {
		return false
	}
	q := p.phrases[k].lo - 1
	return p.is(q, "quoted", "quotes", "quoting") && p.at(q).mark == 0 && !p.isPassive(q)
}

// requote hands words in marks behind "quoted the minister as saying" to the
// minister.
func (p *page) requote(as []attribution) {
	for i := range as {
		if as[i].cue.Empty() {
			continue
		}
		t := p.tokenAt(as[i].cue.Start)
		if k := p.at(t + 1).phrase; k != 0 && p.is(t, "quoted", "quotes") && p.quotesRight(p.phrases[k-1].hi) {
			t = p.phrases[k-1].hi // "“…,” Venn quoted Lind | saying"
		}
		who, by, ok := p.quotedAs(t)
		f, isCue := lexicon.CueOf(p.at(t).lower)
		if !ok || !isCue {
			continue
		}
		if a := p.credit(who, &cue{CueForm: f, lo: t, hi: t + 1}, sieveHead); a.found() {
			as[i] = a
			as[i].carriers = carriersOf(by)
		}
	}
}

func carriersOf(by int) []int {
	if by == none {
		return nil
	}
	return []int{by}
}
