package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/text"
)

// parties is who asks and who answers in lines marked Q and A, by their
// entities; none where prose does not tell.
type parties struct {
	asks, answers party
}

// party is an entity and the words before the lines that name it.
type party struct {
	who int
	at  text.Span
}

func nobody() party { return party{who: none} }

// partiesBefore reads who asks and who answers out of the sentence that leads
// to the lines, right before sentence s: "Mara Venn asked Tam Orley:", "The
// counsel, Mara Venn, was next:" behind a sentence about Tam Orley, "an
// interview with Tam Orley".
func (p *page) partiesBefore(s int) *parties {
	out := &parties{nobody(), nobody()}
	if s == 0 {
		return out
	}
	st := p.sentences[s-1]
	named := p.peopleIn(st.lo, st.hi)
	switch {
	case len(named) == 1 && (p.putsQuestions(named[0].who) || p.tellsOf(st.lo, st.hi, askers...)):
		out.asks = named[0]
		out.answers = p.lastAbout(s-1, named[0].who)
	case len(named) == 1 && p.tellsOf(st.lo, st.hi, "interview", "conversation", "transcript", "spoke", "talked", "answered", "answers", "asked"):
		out.answers = named[0]
	case len(named) == 2 && p.putsQuestions(named[0].who) != p.putsQuestions(named[1].who):
		out.asks, out.answers = named[0], named[1]
		if p.putsQuestions(named[1].who) {
			out.asks, out.answers = named[1], named[0]
		}
	case len(named) == 2 && p.asksOf(named, st.hi):
		out.asks, out.answers = named[0], named[1]
	}
	return out
}

// peopleIn returns the people whom the reporter names in tokens [lo, hi), each
// once.
func (p *page) peopleIn(lo, hi int) []party {
	var out []party
	for i := lo; i < hi; i++ {
		k := p.at(i).phrase - 1
		if k < 0 || p.phrases[k].lo != i || !p.isNamedPerson(k) {
			continue
		}
		x := party{p.phrases[k].entity - 1, p.span(p.phrases[k].lo, p.phrases[k].hi)}
		if len(out) == 0 || out[0].who != x.who && out[len(out)-1].who != x.who {
			out = append(out, x)
		}
	}
	return out
}

// putsQuestions reports whether the role of a person is to ask: counsel, host.
func (p *page) putsQuestions(e int) bool {
	words := text.FoldedWords(p.entities[e].Role.In(p.src))
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(askers, w) })
}

// askers are the roles of those who put questions.
var askers = []string{"counsel", "lawyer", "attorney", "barrister", "prosecutor", "interviewer", "host", "anchor", "reporter", "correspondent", "moderator", "journalist", "presenter"}

// tellsOf reports whether one of some words stands in tokens [lo, hi).
func (p *page) tellsOf(lo, hi int, words ...string) bool {
	for i := lo; i < hi; i++ {
		if p.at(i).mark == 0 && p.is(i, words...) {
			return true
		}
	}
	return false
}

// asksOf reports whether the first of two people asks the other: a verb of
// asking stands between the names, and is no passive.
func (p *page) asksOf(two []party, hi int) bool {
	for i := p.tokenAt(two[0].at.End); i < hi && p.at(i).Start < two[1].at.Start; i++ {
		if p.is(i, "asked", "questioned", "pressed", "interviewed", "grilled", "cross-examined", "examined") {
			return !p.at(i-1).isAux() && p.at(i).isVerb()
		}
	}
	return false
}

// farAbout is how many sentences back the one who answers is named.
const farAbout = 4

// lastAbout returns the person whom the last sentence before s that has a
// person as its subject is about, unless that is who asks.
func (p *page) lastAbout(s, asker int) party {
	for i := s - 1; i >= 0 && i >= s-farAbout; i-- {
		st := p.sentences[i]
		if k := p.firstSubject(st.lo, st.hi); k != none && p.isNamedPerson(k) {
			if e := p.phrases[k].entity - 1; e != asker {
				return party{e, p.span(p.phrases[k].lo, p.phrases[k].hi)}
			}
			return nobody()
		}
	}
	return nobody()
}

// turn credits a line of questions and answers to whoever the label stands for.
func (ps *parties) turn(a *attribution, word string) {
	who := ps.answers
	if strings.HasPrefix(word, "Q") {
		who = ps.asks
	}
	if who.who != none {
		a.entities, a.at = []int{who.who}, who.at
	}
}
