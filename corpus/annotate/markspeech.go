package annotate

// isMentioned reports whether marked words without a speaker are what the
// sentence speaks of, no more than a phrase: "“Low tide” is a longer film".
func (p *page) isMentioned(m *Marked) bool {
	if m.RunsOn || m.Continues || p.hasVerb(m) || endsSentenceText(m.Inner.In(p.src)) {
		return false
	}
	lo, hi, same := p.after(m)
	if !same {
		return false
	}
	for lo < hi && p.at(lo).isAdverb() {
		lo++
	}
	return lo < hi && p.at(lo).mark == 0 && (p.at(lo).isFinite() || p.at(lo).pos == "IN")
}
