package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// clearlyBefore is the weight of one of whom the sentence before "he" is plainly
// about: he goes on, whoever the main clause behind "he" names.
const clearlyBefore = 14

// namedInMain returns the person who is the subject of the main clause, where "he"
// or "she" at phrase k stands in a clause that leads to it: "Even as | she left
// the hall, Mara Venn told". -1 if k stands elsewhere or the subject is nobody.
func (r *resolver) namedInMain(k int) int {
	s := r.at(r.phrases[k].lo).sentence
	i := r.mainClause(s)
	if i <= r.phrases[k].lo || r.at(r.phrases[k].lo).mark != 0 {
		return -1
	}
	n := r.at(i).phrase - 1
	if n < 0 || r.phrases[n].lo != i || !r.isNamedPerson(n) || !r.canBePronoun(r.phrases[n].entity-1, k) {
		return -1
	}
	if v := r.skipAdverbs(r.phrases[n].hi); !r.at(v).isFinite() || r.at(v).mark != 0 {
		return -1
	}
	return r.phrases[n].entity - 1
}

// selfNamed returns the person whose name the words that "he" or "she" at phrase k
// is said to say give as his or her own: "“My name is Mara Venn,” | she said".
// -1 if they give none.
func (r *resolver) selfNamed(k int) int {
	st := r.sentences[r.at(r.phrases[k].lo).sentence]
	for i := max(st.lo, r.phrases[k].lo-longestSpoken); i < r.phrases[k].lo; i++ {
		if t := r.at(i); t.mark == 0 || t.mention == 0 || r.at(i-1).mention == t.mention || !r.isPerson(t.mention) {
			continue
		}
		if r.is(i-1, "is", "'s", "’s") && r.is(i-2, "name") && r.is(i-3, "my") || r.is(i-1, "am", "'m", "’m") && r.is(i-2, "i") {
			return r.at(i).mention - 1
		}
	}
	return -1
}

// ownsAdjunct reports whether phrase i only says whose something is that stands
// behind a preposition: "before | Venn's speech". Its owner is the subject of
// nothing.
func (r *resolver) ownsAdjunct(i int) bool {
	c := r.phrases[i]
	return (r.at(c.hi).pos == "POS" || c.kind != named && r.possessor(c) >= 0) && r.at(c.lo-1).pos == "IN"
}

// isFronted reports whether a sentence begins with whom it is about, behind "for"
// and before a comma: "For | Mara Venn, the pier is lost".
func (r *resolver) isFronted(i int) bool {
	c := r.phrases[i]
	lo := r.sentences[r.at(c.lo).sentence].lo
	return c.lo == lo+1 && r.is(lo, "for") && r.is(c.hi, ",") && r.isNamedPerson(i)
}

// plainName returns the person whose surname is all of a phrase that was not taken
// for a name, be the word also that of a thing: "| Hill | began". -1 if it is
// nobody's.
func (r *resolver) plainName(i int) int {
	c := r.phrases[i]
	t := r.at(c.lo)
	if c.kind != description || c.hi != c.lo+1 || t.pos != "NNP" || t.Kind != text.Upper || t.mark != 0 || t.mention != 0 || lexicon.RoleHead(t.lower) {
		return -1
	}
	return r.bySurname(t.lower)
}

// goesOnTelling reports whether "he" or "she" at phrase k, with the verb of speech
// right behind and a comma before, ends a sentence without marks, and who has
// spoken in the sentence before in the paragraph may be meant: who is named in what
// is told is then hardly the one who tells it: "Venn said no. The board let Lind
// go, | he said."
func (r *resolver) goesOnTelling(k int) bool {
	q := r.phrases[k]
	st := r.sentences[r.at(q.lo).sentence]
	v := r.skipAux(q.hi)
	if r.last == 0 || r.lastAt >= k || !r.behindComma(q.lo) || len(r.cuesIn(v, v+1)) == 0 || r.skipAdjuncts(v+1, st.hi) < st.hi-1 {
		return false
	}
	b := r.at(r.phrases[r.lastAt].lo)
	if b.sentence != r.at(q.lo).sentence-1 || r.sentences[b.sentence].paragraph != st.paragraph || len(r.cuesIn(st.lo, q.lo)) > 0 {
		return false
	}
	if hi := min(st.hi, q.hi+longestSpoken); r.nextMark(max(st.lo, q.lo-longestSpoken), hi) < hi {
		return false
	}
	e := r.last - 1
	return r.entities[e].Kind == news.Person && !r.many[e] && r.canBePronoun(e, k)
}

// unnamedSubject returns the person whom the sentence of "he" or "she" at phrase k
// describes for the first time as its subject, where it names nobody before k: "One
// early guest | left after | she shouted". -1 if it does not.
func (r *resolver) unnamedSubject(k int) int {
	lo := r.sentences[r.at(r.phrases[k].lo).sentence].lo
	i := r.at(lo).phrase - 1
	if i < 0 || i >= k || k-i > longestSpoken || r.phrases[i].lo != lo || r.is(r.phrases[i].hi, ",") || r.phrases[i].kind != description || r.isDefinite(r.phrases[i]) || !r.isOneUnnamed(i, k) {
		return -1
	}
	for j := i + 1; j < k; j++ {
		if r.personOf(j) >= 0 && r.at(r.phrases[j].lo).mark == 0 || r.phrases[j].kind == pronoun && r.is(r.phrases[j].lo, "he", "she") {
			return -1
		}
	}
	es := r.resolve(i)
	if len(es) != 1 || r.entities[es[0]].Kind != news.Person || r.many[es[0]] {
		return -1
	}
	return es[0]
}

// isOneUnnamed reports whether phrase i describes one person, who may be the "he" or
// "she" of phrase k.
func (r *resolver) isOneUnnamed(i, k int) bool {
	t := r.at(r.phrases[i].hi - 1)
	if t.mark != 0 || t.pos != "NN" || !lexicon.RoleHead(t.lower) || !r.is(r.phrases[i].lo, "a", "an", "one", "another") {
		return false
	}
	g := genderOf(t.lower)
	return g == "" || g == r.pronounGender(k)
}
