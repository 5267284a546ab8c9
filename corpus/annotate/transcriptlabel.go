package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// isSpeakerLabel reports whether the words of phrase ph before a colon may name who
// speaks. Words in capitals that name nobody of the article must be a name or the part
// somebody plays: "CALLER". What lists and pages set before their points is neither.
func (p *page) isSpeakerLabel(ph phrase, loud bool) bool {
	if ph.entity > 0 && p.isPerson(ph.entity) {
		return true
	}
	if ph.entity > 0 && p.entities[ph.entity-1].Kind == news.Place {
		return false
	}
	if !loud {
		return true
	}
	last := p.at(ph.hi - 1)
	if lexicon.RoleHead(last.lower) || lexicon.RoleHead(strings.TrimSuffix(last.lower, "s")) || p.bySurname(last.lower) != none {
		return !p.is(ph.lo, "the", "our", "your", "more") && !p.is(ph.lo+1, "note", "notes")
	}
	for i := ph.lo; i < ph.hi; i++ {
		if t := p.at(i); t.Kind != text.Upper || lexicon.CommonWord(t.lower) || lexicon.FunctionWord(t.lower) {
			return false
		}
	}
	return true
}

// byInitials returns the only person of the article whose names begin with the letters of
// w, in capitals: "MV" of Mara Venn. None if it is nobody or two.
func (p *page) byInitials(w string) int {
	if len(w) < 2 || len(w) > 3 || strings.ToUpper(w) != w {
		return none
	}
	found := none
	for e := range p.entities {
		if !p.isPerson(e+1) || initials(p.entities[e].Name) != w {
			continue
		}
		if found != none {
			return none
		}
		found = e
	}
	return found
}

// initials returns the first letters of the words of a name.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		for _, r := range w {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}

// isTurnName reports whether a phrase that names nobody of the article looks like a name
// and begins several of its paragraphs before a colon: "Mitchell:".
func (p *page) isTurnName(ph phrase) bool {
	for i := ph.lo; i < ph.hi; i++ {
		if t := p.at(i); t.Kind != text.Upper || lexicon.CommonWord(t.lower) || lexicon.RoleHead(t.lower) || lexicon.CueNoun(t.lower) != "" {
			return false
		}
	}
	return p.oftenLabel(ph)
}

// isAsked reports whether a question is all of the paragraph before that of sentence s,
// whose label begins other paragraphs too: an interview.
func (p *page) isAsked(s int) bool {
	if s == 0 || !p.is(p.sentences[s-1].hi-1, "?") || p.at(p.sentences[s-1].hi-1).mark != 0 {
		return false
	}
	l, ok := p.labelAt(p.sentences[s].lo)
	return ok && l.phrase != none && p.oftenLabel(p.phrases[l.phrase])
}

// oftenLabel reports whether the words of a phrase begin more than one paragraph before a
// colon.
func (p *page) oftenLabel(ph phrase) bool {
	if p.turnNames == nil {
		p.turnNames = map[string]int{}
		for i, s := range p.sentences {
			k := p.at(p.skipStars(s.lo)).phrase
			if i > 0 && p.sentences[i-1].paragraph == s.paragraph || k == 0 || !p.is(p.skipStars(p.phrases[k-1].hi), ":") {
				continue
			}
			p.turnNames[p.span(p.phrases[k-1].lo, p.phrases[k-1].hi).In(p.src)]++
		}
	}
	return p.turnNames[p.span(ph.lo, ph.hi).In(p.src)] > 1
}
