package annotate

import "strings"

// turns finds transcript lines, embedded posts and blocks set without marks. A
// label in capitals, or Q and A, makes a turn wherever a paragraph begins with
// it; a plain name with a colon does so only where turns follow each other, since
// reporters lead into quotations with one.
func (p *page) turns() []reported {
	var out []reported
	lo, before := 0, false
	var asking *parties
	for i := range p.paragraphs {
		hi := p.paragraphEnd(lo, i)
		named := hi > lo && p.namedTurn(lo, hi)
		if hi > lo {
			next := p.paragraphEnd(hi, i+1)
			if l, ok := p.labelAt(p.sentences[lo].lo); ok && l.phrase == none && asking == nil {
				asking = p.partiesBefore(lo)
			}
			beside := named && (before || next > hi && p.namedTurn(hi, next) || p.isAsked(lo))
			out = append(out, p.turnsOf(p.sentences[lo].lo, p.sentences[hi-1].hi, beside, asking)...)
		}
		lo, before = hi, named
	}
	return append(append(out, p.posts()...), p.blocks()...)
}

// paragraphEnd returns the sentence behind the last of paragraph i, whose
// first is lo.
func (p *page) paragraphEnd(lo, i int) int {
	for lo < len(p.sentences) && p.sentences[lo].paragraph == i {
		lo++
	}
	return lo
}

// namedTurn reports whether the paragraph of sentences [lo, hi) begins with a
// label and goes on with a clause.
func (p *page) namedTurn(lo, hi int) bool {
	from, to := p.sentences[lo].lo, p.sentences[hi-1].hi
	l, ok := p.labelAt(from)
	return ok && p.clauseIn(l.from, to)
}

// label is the name of a speaker before a turn: its phrase, or none for Q and
// A, and where the words begin.
type label struct {
	at, from int // tokens
	phrase   int
	who      int  // the person whose initials it is, none if it is a name
	loud     bool // in capitals, or Q and A
}

// turnsOf returns the turns of the paragraph of tokens [lo, hi); beside says
// that the paragraph before or behind begins with a label too.
func (p *page) turnsOf(lo, hi int, beside bool, asking *parties) []reported {
	first, ok := p.labelAt(lo)
	if !ok {
		return nil
	}
	labels := []label{first}
	for i := first.from; i < hi; i++ {
		if l, ok := p.labelAt(i); ok && l.from < hi && p.closesTurn(i-1) {
			labels = append(labels, l)
			i = l.from
		}
	}
	if !first.loud && !beside && len(labels) < 2 {
		return nil
	}
	var out []reported
	for k, l := range labels {
		end := hi
		if k+1 < len(labels) {
			end = labels[k+1].at
		}
		if r, ok := p.turnOf(l, end, asking); ok {
			out = append(out, r)
		}
	}
	return out
}

func (p *page) turnOf(l label, end int, asking *parties) (reported, bool) {
	if l.from >= end || p.at(l.from).mark != 0 || !l.loud && p.isAbout(l.from, end) {
		return reported{}, false
	}
	a := attribution{sieve: sieveTranscript, class: "say", confidence: confidence[sieveTranscript]}
	if l.who != none {
		a.entities, a.at = []int{l.who}, p.span(l.at, p.phrases[l.phrase].hi)
	} else if l.phrase != none {
		a.phrases, a.at = []int{l.phrase}, p.span(p.phrases[l.phrase].lo, p.phrases[l.phrase].hi)
	} else if asking != nil {
		asking.turn(&a, p.at(l.at).In(p.src))
	}
	return reported{a, p.clauseSpan(l.from, end)}, true
}

// isAbout reports whether tokens [lo, hi) speak of somebody and to nobody, as a
// review of a speaker does behind his name.
func (p *page) isAbout(lo, hi int) bool {
	about := false
	for i := lo; i < hi; i++ {
		switch p.at(i).lower {
		case "i", "we", "you", "my", "our", "your", "me", "us":
			if p.at(i).mark == 0 {
				return false
			}
		case "he", "she", "his", "her":
			about = true
		}
	}
	return about
}

// closesTurn reports whether the token before a label ends what was said.
func (p *page) closesTurn(i int) bool {
	return p.at(i).mark == 0 && p.is(i, ".", "?", "!", "—", "–", "-", "--", "…", "]", ")")
}

// labelAt reads a speaker's label at token i.
func (p *page) labelAt(i int) (label, bool) {
	t := p.at(i)
	if t.mark != 0 {
		return label{}, false
	}
	if w := t.In(p.src); w == "Q." || w == "A." || (w == "Q" || w == "A") && p.is(i+1, ".", ":") {
		from := i + 1
		if p.is(from, ".", ":") {
			from++
		}
		return label{at: i, from: from, phrase: none, who: none, loud: true}, true
	}
	k := p.at(p.skipStars(i)).phrase
	if k == 0 || p.phrases[k-1].lo != p.skipStars(i) {
		return label{}, false
	}
	ph := p.phrases[k-1]
	colon := p.skipStars(ph.hi)
	if !p.is(colon, ":") {
		return label{}, false
	}
	from := p.skipStars(colon + 1)
	words := p.span(ph.lo, ph.hi).In(p.src)
	l := label{at: i, from: from, phrase: k - 1, who: p.byInitials(words), loud: strings.ToUpper(words) == words && len(words) > 2}
	if p.at(from).mark != 0 || isCry(words) || !p.isSpeakerLabel(ph, l.loud) {
		return label{}, false
	}
	return l, ph.kind == named || l.loud || l.who != none || p.isTurnName(ph)
}

// skipStars steps over the stars that make a label bold in plain text:
// "**VENN:** Yes".
func (p *page) skipStars(i int) int {
	for p.is(i, "*", "**") {
		i++
	}
	return i
}

// isCry reports whether words in capitals before a colon call for attention:
// they name no speaker.
func isCry(s string) bool {
	switch strings.TrimLeft(s, "#") {
	case "NEW", "NEWS", "BREAKING", "BREAKING NEWS", "JUST IN", "UPDATE", "UPDATED", "WATCH", "READ", "READ MORE", "LISTEN", "LIVE", "SCOOP", "EXCLUSIVE", "VIDEO", "PHOTO", "PHOTOS",
		"RELATED", "MORE", "ALERT", "DEVELOPING", "CORRECTION", "NOTE", "TODAY", "FACT", "FACT CHECK", "POLL", "OPINION", "ANALYSIS", "REMINDER", "THREAD", "WARNING", "PS", "P.S.":
		return true
	}
	return false
}

// isStageDirection reports whether the marks hold no more than a bracket that tells
// what happens in the hall: "(LAUGHTER)".
func (p *page) isStageDirection(m *Marked) bool {
	in := strings.TrimRight(m.Inner.In(p.src), " .\n")
	n := len(in) - 1
	if n < 2 || (in[0] != '(' || strings.IndexByte(in, ')') != n) && (in[0] != '[' || strings.IndexByte(in, ']') != n) {
		return false
	}
	switch in = in[1:n]; strings.ToLower(in) {
	case "laughter", "laughs", "applause", "crosstalk", "cross talk", "inaudible", "cheers", "cheering", "music", "end video clip", "begin video clip", "commercial break", "pause", "boos":
		return true
	}
	return strings.ToUpper(in) == in
}

// isSignOff reports whether the marks hold what a page asks its readers to follow.
func (p *page) isSignOff(m *Marked) bool {
	in := strings.TrimSpace(m.Inner.In(p.src))
	return strings.HasPrefix(in, "Follow ") && strings.Contains(in, " @") && len(in) < longestSignOff && p.fillsParagraph(m)
}

// longestSignOff is how many bytes the line has at most with which a page asks its
// readers to follow somebody.
const longestSignOff = 90
