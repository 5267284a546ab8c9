package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// inPassing reports whether the reporter names person e before phrase k only as one
// whose office another is to hold, or as who is to hold that of another: "to succeed
// Justice Mara Venn". That one is neither "the judge" nor "he" there.
func (r *resolver) inPassing(e, k int) bool {
	from, ok := r.beyond[e]
	if !ok {
		from = r.beyondOffice(e)
		r.beyond[e] = from
	}
	return from > r.at(r.phrases[k].lo).Start
}

// beyondOffice returns the offset of the first name of person e that tells more of
// that one than whose office it was or will be, 0 where the first does.
func (r *resolver) beyondOffice(e int) int {
	ent := &r.entities[e]
	if ent.Kind != news.Person || ent.Anonymous {
		return 0
	}
	first, seen := len(r.src), false
	for _, m := range ent.Mentions {
		if m.Form != news.ByName {
			continue
		}
		if i := r.tokenAt(m.Start); r.at(i).mark == 0 && r.succeeded(i) {
			seen = true
		} else {
			first = min(first, m.Start)
		}
	}
	if !seen {
		return 0
	}
	return first
}

// succeeded reports whether the name at token i stands behind a verb of following
// somebody in an office, with no more than a title between: "to replace | Judge Mara
// Venn", "was succeeded by | Venn".
func (r *resolver) succeeded(i int) bool {
	k := r.at(i).phrase - 1
	if k < 0 {
		return false
	}
	ph := r.phrases[k]
	v := ph.lo - 1
	if r.at(ph.hi).pos == "POS" || r.possessor(ph) >= 0 || r.at(v).mark != 0 {
		return false
	}
	switch {
	case r.is(v, "succeed", "succeeds", "succeeded", "succeeding", "replace", "replaces", "replaced", "replacing"):
		return true
	case r.is(v, "by"):
		return r.is(v-1, "succeeded", "replaced", "vacated")
	case r.is(v, "to"):
		return r.is(v-1, "successor")
	case r.is(v, "of"):
		return r.is(v-1, "seat", "place", "vacancy", "post", "departure", "retirement", "death") && r.fillsBefore(v-1)
	}
	return false
}

// fillsBefore reports whether a verb of filling an office stands a few words before
// token i: "to fill | the vacancy left by the death".
func (r *resolver) fillsBefore(i int) bool {
	for j := i - 1; j >= max(0, i-8) && r.at(j).mark == 0; j-- {
		if r.is(j, "fill", "fills", "filled", "filling", "take", "takes", "took", "taking") {
			return true
		}
	}
	return false
}

// isForBench reports whether "the judge" may mean one whose role says that a court is
// to have that one: "Supreme Court nominee".
func isForBench(head string, role []string) bool {
	switch head {
	case "judge", "justice", "jurist":
	default:
		return false
	}
	return slices.Contains(role, "court") && slices.ContainsFunc(role, func(w string) bool { return w == "nominee" || w == "pick" || w == "candidate" })
}

// chosen returns the person whom the article tells last to have been elected, for "the
// president-elect" at phrase k, or nominated, for "the nominee"; -1 if it tells of none
// or the head is another.
func (r *resolver) chosen(k int, head string) int {
	ph := r.phrases[k]
	elect := strings.HasSuffix(head, "-elect")
	if !elect && head != "nominee" || !r.is(ph.lo, "the") || ph.hi != ph.lo+2 {
		return -1
	}
	for i := k - 1; i >= max(0, k-lookBack); i-- {
		e := r.personOf(i)
		if e < 0 || r.at(r.phrases[i].lo).mark != 0 || r.entities[e].Anonymous || r.inPassing(e, k) {
			continue
		}
		if elect && r.wasElected(i) || !elect && r.wasNominated(i) {
			return e
		}
	}
	return -1
}

// wasElected reports whether the words beside the name of phrase i say that this one
// won an office: "to elect | Mara Venn as mayor", "Venn won", "Venn's victory".
func (r *resolver) wasElected(i int) bool {
	ph := r.phrases[i]
	if r.possessor(ph) >= 0 {
		return r.is(ph.hi-1, "victory", "win", "election", "inauguration")
	}
	if r.is(ph.lo-1, "elect", "elected", "electing", "elects", "select", "selected", "chose", "choose") {
		return true
	}
	for i := ph.lo; i < ph.hi; i++ {
		if strings.HasSuffix(r.at(i).lower, "-elect") {
			return true // "then-President-elect Mara Venn"
		}
	}
	v := ph.hi
	if r.at(v).isAux() && r.is(v+1, "elected") {
		return true
	}
	return r.is(v, "won", "defeated", "beat")
}

// wasNominated reports whether the words beside the name of phrase i say that somebody
// put this one forward for an office: "nominated | Mara Venn", "Venn's nomination".
func (r *resolver) wasNominated(i int) bool {
	ph := r.phrases[i]
	if r.possessor(ph) >= 0 {
		return r.is(ph.hi-1, "nomination", "confirmation")
	}
	if r.is(ph.lo-1, "nominated", "nominate", "nominates", "nominating", "tapped") {
		return true
	}
	v := ph.hi
	for r.at(v).isAux() && v < ph.hi+3 {
		v++
	}
	return v > ph.hi && r.is(v, "nominated")
}

// theSame returns the unnamed source who has just spoken, where "the same official" at
// phrase k speaks again; -1 if that is another.
func (r *resolver) theSame(k int, head string) int {
	ph := r.phrases[k]
	if !r.is(ph.lo, "the", "this", "that") || !r.is(ph.lo+1, "same") || ph.hi != ph.lo+3 || r.at(ph.hi-1).pos == "NNS" || !lexicon.RoleHead(head) && head != "person" && head != "source" {
		return -1
	}
	if r.justSpoke(k) && len(r.together) == 1 && !r.many[r.last-1] && r.isSource(r.last-1, head) {
		return r.last - 1
	}
	for i := k - 1; i >= max(0, k-nearBack); i-- {
		if e := r.introduces(i, head); e >= 0 && !r.many[e] {
			return e
		}
	}
	return -1
}

// isSource reports whether entity e is an unnamed person whom head, a word for
// somebody, may mean.
func (r *resolver) isSource(e int, head string) bool {
	ent := &r.entities[e]
	if ent.Kind != news.Person || !ent.Anonymous {
		return false
	}
	switch head {
	case "person", "source", "individual":
		return true
	}
	return hasWord(ent.Name, head) || slices.ContainsFunc(text.FoldedWords(ent.Name), func(w string) bool { return alike(w, head) })
}

// unnamedBefore returns the person whom the sentence before "he" or "she" at phrase k
// has as its subject without a name, told apart by whose that one is: "The aide to
// Venn's board, who left in May, denied it. “…,” | he said". -1 if the sentence is
// about another, or the article says who is meant.
func (r *resolver) unnamedBefore(k int) int {
	q := r.at(r.phrases[k].lo).sentence
	if q == 0 || !r.saysQuoted(k) {
		return -1
	}
	s := r.at(r.quotedFrom(q)).sentence - 1
	if s < 0 || r.sentences[s].paragraph < r.sentences[q].paragraph-1 {
		return -1
	}
	st := r.sentences[s]
	i := r.firstSubject(st.lo, st.hi)
	if i == none || i >= k || r.phrases[i].kind != description || r.reach(i) == r.phrases[i].hi || r.apposed(i) != i || r.at(r.phrases[i].lo).mark != 0 || !r.is(r.reach(i), ",") || !r.is(r.reach(i)+1, "who") {
		return -1
	}
	head := r.at(r.phrases[i].hi - 1)
	g := genderOf(head.lower)
	if head.pos != "NN" || !lexicon.RoleHead(head.lower) || g != "" && g != r.pronounGender(k) {
		return -1
	}
	for j := st.lo; j < r.phrases[i].lo; j++ {
		if r.isPerson(r.at(j).mention) {
			return -1
		}
	}
	es := r.resolve(i)
	if len(es) != 1 || !r.entities[es[0]].Anonymous {
		return -1
	}
	return es[0]
}

// saysQuoted reports whether the pronoun of phrase k stands right behind words in marks
// as the subject of a verb of speech: "“…,” | he said".
func (r *resolver) saysQuoted(k int) bool {
	lo := r.phrases[k].lo
	v := r.skipAux(r.phrases[k].hi)
	return lo > 0 && r.at(lo-1).mark != 0 && len(r.cuesIn(v, v+1)) > 0
}

// quotedFrom returns the token at which the marks begin that sentence s goes on with.
func (r *resolver) quotedFrom(s int) int { return r.marksFrom(r.sentences[s].lo) }

// hasNumber reports whether a description gives an age: "the 63-year-old", "the
// 63-year-old former pilot".
func (r *resolver) hasNumber(ph phrase) bool {
	for i := ph.lo; i < min(ph.hi, ph.lo+3); i++ {
		if strings.HasSuffix(r.at(i).lower, "-year-old") {
			return true
		}
	}
	return false
}

// was reports whether phrase k tells what a person once was, as another name for
// whoever is spoken of: "The former harbour minister".
func (r *resolver) was(k int) bool {
	ph := r.phrases[k]
	return r.is(ph.lo, "the") && r.is(ph.lo+1, "former", "one-time", "ex", "retired") && r.at(ph.hi-1).pos == "NN" && r.reach(k) == ph.hi && r.at(ph.hi).lower != ","
}
