package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// recentPerson returns the person "he" or "she" at phrase k most likely is:
// the nearest sentences weigh most, then a subject before an object, then who
// spoke last; gender must agree where both are known, and who is spoken to in
// the same sentence is somebody else. -1 if there is none.
func (r *resolver) recentPerson(k int) int {
	r.chase(k)
	return r.personBy(k)
}

// chase finds whom each "he" and "she" before phrase k stands for, so that a
// person goes on through the sentences that only say so.
func (r *resolver) chase(k int) {
	for r.chased < k {
		i := r.chased
		r.chased++
		ph := r.phrases[i]
		if ph.kind == named {
			if e := r.bearer(i); e != ph.entity-1 {
				r.stands[i] = e
			}
		} else if m := r.at(ph.lo).mention; r.isPerson(m) && r.at(ph.lo+1).pos == "POS" {
			if e := r.bearerOf(i, m-1); e != m-1 {
				r.stands[i] = e // "| Venn's | plan"
			}
		}
		if _, known := r.memo[i]; known || ph.kind != pronoun || !r.is(ph.lo, "he", "she") || r.at(ph.lo).mark != 0 {
			continue
		}
		if e := r.personBy(i); e >= 0 {
			r.stands[i] = e
		}
	}
}

// personBy is recentPerson where all before phrase k are known.
func (r *resolver) personBy(k int) int {
	want := r.pronounGender(k)
	other, quoted := r.addressee(k), r.quotedBy(k)
	fits := func(e int) bool {
		ent := &r.entities[e]
		return ent.Kind == news.Person && e != other && !r.many[e] && (ent.Gender == "" || ent.Gender == want)
	}
	if e := r.selfNamed(k); e >= 0 && fits(e) {
		return e
	}
	e, weight := r.weighed(k, func(e int) bool { return fits(e) && !quoted[e] && r.canBePronoun(e, k) && !r.asks(e) })
	if m := r.namedInMain(k); m >= 0 && weight < clearlyBefore && fits(m) {
		return m
	}
	if e >= 0 {
		return e
	}
	if e := r.heaviest(k, func(e int) bool { return fits(e) && !quoted[e] }); e >= 0 {
		return e
	}
	return r.heaviest(k, fits)
}

// asks reports whether an entity is an unnamed one who is there to ask: whoever
// speaks next is another, if anybody.
func (r *resolver) asks(e int) bool {
	if !r.isUnnamed(e) {
		return false
	}
	switch _, head, _ := cutLast(r.entities[e].Name); head {
	case "reporter", "interviewer", "questioner", "moderator", "heckler":
		return true
	}
	return false
}

// soon is how many sentences behind "he" the article names him at the latest.
const soon = 6

// namedSoon returns the first person whom the reporter names behind "he" or "she"
// at phrase k, where nobody is named before: some articles begin so. -1 if
// somebody is, or nobody follows.
func (r *resolver) namedSoon(k int) int {
	st := r.at(r.phrases[k].lo).sentence
	if st > soon {
		return -1
	}
	for i, c := range r.phrases {
		if r.at(c.lo).sentence > st+soon {
			break
		}
		e := r.personOf(i)
		if e < 0 || r.at(c.lo).mark != 0 {
			continue
		}
		if i < k || !r.canBePronoun(e, k) {
			break
		}
		return e
	}
	return -1
}

// pronounGender returns the gender that the pronoun of phrase k tells.
func (r *resolver) pronounGender(k int) news.Gender {
	if r.is(r.phrases[k].lo, "she", "her") {
		return news.Female
	}
	return news.Male
}

// quotedBy returns the entities named in the marks that end or stand in the
// sentence of phrase k: who is spoken of there is hardly the one who speaks.
func (r *resolver) quotedBy(k int) map[int]bool {
	out := map[int]bool{}
	st := r.sentences[r.at(r.phrases[k].lo).sentence]
	within := false // what another says within the words
	for i := r.marksFrom(st.lo); i < st.hi; i++ {
		t := r.at(i)
		if t.mark == 0 || r.opensWithin(i) || r.is(i, "’", "'") && r.at(i).pos != "POS" {
			within = t.mark != 0 && r.opensWithin(i)
		}
		if t.mark != 0 && t.mention != 0 && !within {
			out[t.mention-1] = true
		}
	}
	for i := st.lo; i < r.phrases[k].lo && len(out) > 0; i++ {
		if t := r.at(i); t.mark == 0 && t.mention != 0 {
			delete(out, t.mention-1) // the reporter speaks of that one too
		}
	}
	return out
}

// opensWithin reports whether a single mark that opens a quotation stands at token i.
func (r *resolver) opensWithin(i int) bool {
	t := r.at(i)
	return r.is(i, "‘", "'", "`") && t.End == r.at(i+1).Start && r.at(i-1).End < t.Start
}

// longestSpoken is how many tokens of one pair of marks are looked through for
// those who are spoken of there.
const longestSpoken = 120

// marksFrom returns the first token of the marks that the sentence which begins at
// token lo goes on with, lo if it begins outside.
func (r *resolver) marksFrom(lo int) int {
	i := lo
	for i > 0 && i > lo-longestSpoken && r.at(lo).mark != 0 && r.at(i-1).mark == r.at(lo).mark {
		i--
	}
	return i
}

// heaviest returns the entity that fits and weighs most as the antecedent of
// phrase k, -1 if none fits in the last six of the reporter's sentences.
func (r *resolver) heaviest(k int, fits func(e int) bool) int {
	best, _ := r.weighed(k, fits)
	return best
}

// nearBack is how many noun phrases an antecedent is looked back for: more than
// six sentences hold, unless one has no end.
const nearBack = 200

// weighed is heaviest with the weight.
func (r *resolver) weighed(k int, fits func(e int) bool) (best int, score float64) {
	best = -1
	for i := k - 1; i >= max(0, k-nearBack); i-- {
		if r.back(i, k) > 6 {
			break
		}
		e := r.candidate(i)
		if e < 0 || !fits(e) {
			continue
		}
		if s := r.weigh(i, k, e); s > score {
			best, score = e, s
		}
	}
	return best, score
}

// candidate returns the entity phrase i stands for, as far as it is known
// without making a new one; -1 if it is not.
func (r *resolver) candidate(i int) int {
	c := r.phrases[i]
	switch c.kind {
	case named:
		if e, ok := r.stands[i]; ok {
			return e
		}
		return c.entity - 1
	case pronoun, description:
		if e := r.plainName(i); e >= 0 {
			return e
		}
		if es, ok := r.memo[i]; ok {
			if len(es) == 1 {
				return es[0]
			}
			return -1
		}
		if e, ok := r.stands[i]; ok {
			return e
		}
	}
	if e, ok := r.stands[i]; ok {
		return e
	}
	if c.kind == thing || c.kind == description && !lexicon.RoleHead(r.at(c.hi-1).lower) {
		if e := r.owner(c); e >= 0 {
			return e
		}
	}
	if head := r.at(c.hi - 1).lower; c.kind == description && r.at(c.lo).mark == 0 && r.isDefinite(c) && (lexicon.RoleHead(head) || lexicon.Speaks(head)) {
		return r.describes(i)
	}
	return -1
}

// describes is lookup of a phrase looked back to. It is looked up once: each
// looks back at those before it.
func (r *resolver) describes(i int) int {
	e, ok := r.looked[i]
	if !ok {
		e = r.lookup(i)
		r.looked[i] = e
	}
	return e
}

// possessor returns the entity a phrase says its noun belongs to, "Venn" of
// "Venn's plan"; -1 if it names none.
func (r *resolver) possessor(c phrase) int {
	for i := c.lo; i+1 < c.hi; i++ {
		if r.at(i).mention != 0 && r.at(i+1).pos == "POS" {
			return r.at(i).mention - 1
		}
	}
	return -1
}

// weigh rates phrase i, standing for entity e, as the antecedent of phrase k.
func (r *resolver) weigh(i, k, e int) float64 {
	c := r.phrases[i]
	s := 12 - 3*float64(r.back(i, k))
	if r.at(c.lo).mark != 0 {
		s -= 6
	}
	st := r.at(c.lo).sentence
	if r.sentences[st].paragraph == r.sentences[r.at(r.phrases[k].lo).sentence].paragraph {
		s += 5
	}
	if (r.canBeSubject(i, r.sentences[st].lo) || r.isInverted(i)) && !r.ownsAdjunct(i) || r.isFronted(i) {
		s += 2
		if c.lo >= r.mainClause(st) && !r.earlierSubject(i) && !r.opensAside(i) {
			s += 2
		}
	}
	if r.at(c.hi-1).pos == "POS" || r.at(c.hi).pos == "POS" || c.kind == thing {
		s -= 3
	}
	if r.is(c.hi, "who") && r.is(c.lo-1, "was", "is") && r.is(c.lo-2, "it") {
		s += 4 // "it was | Venn | who"
	}
	if r.isAddressed(c) {
		s -= 4
	}
	if q := r.phrases[k].lo; st == r.at(q).sentence && (r.is(q-1, "which", "whom") || r.is(q-1, "where") && r.ownsBefore(c, q-1)) {
		s += 5 // "an echo of | Venn's | attacks, which he called", "at | Venn's | talk, where he said"
	}
	if c.kind == named && r.inPassing(e, k) {
		s -= 6
	}
	if e != r.last-1 && r.toldOfBy(i, k) {
		s -= 12
	}
	if e == r.last-1 && !r.opensAside(i) {
		s++
		if c.lo >= r.mainClause(st) && !(r.opensTold(i) && r.earlierSubject(i)) {
			s += 2
		}
	}
	return s
}

// ownsBefore reports whether phrase c owns what token q, "where", stands behind: "Venn's |
// talk on Friday | where".
func (r *resolver) ownsBefore(c phrase, q int) bool {
	if r.at(c.hi-1).pos != "POS" && r.at(c.hi).pos != "POS" || c.hi > q {
		return false
	}
	for i := c.hi; i < q; i++ {
		if r.at(i).mark != 0 || r.at(i).isFinite() || r.is(i, ",") && i < q-1 {
			return false
		}
	}
	return true
}

// opensTold reports whether phrase i begins what somebody tells: "saying that | Venn
// told him".
func (r *resolver) opensTold(i int) bool {
	lo := r.phrases[i].lo
	return r.is(lo-1, "that") || len(r.cuesIn(lo-1, lo)) > 0 && !r.isInverted(i)
}

// isInverted reports whether phrase i stands as a subject behind its verb:
// "said | Mara Venn".
func (r *resolver) isInverted(i int) bool {
	v := r.phrases[i].lo - 1
	if !r.at(v).isFinite() || r.at(v).mark != 0 || v > 0 && r.at(v-1).mark == 0 && !r.is(v-1, ",") {
		return false
	}
	return r.inverted(v) == i
}

// isAddressed reports whether a phrase names who is told something.
func (r *resolver) isAddressed(c phrase) bool {
	f, ok := lexicon.CueOf(r.at(c.lo - 1).lower)
	return ok && f.Takes('o') && r.at(c.lo-1).isVerb()
}

// earlierSubject reports whether another person stands as a subject before
// phrase i in its sentence.
func (r *resolver) earlierSubject(i int) bool {
	s := r.at(r.phrases[i].lo).sentence
	lo, main := r.sentences[s].lo, r.mainClause(s)
	for j := i - 1; j >= 0 && r.phrases[j].lo >= main && r.at(r.phrases[j].lo).sentence == s; j-- {
		if r.opensAside(j) {
			continue
		}
		if (r.isNamedPerson(j) || r.phrases[j].kind == pronoun && r.is(r.phrases[j].lo, "he", "she") && r.at(r.phrases[j].lo).mark == 0) && r.canBeSubject(j, lo) {
			return true
		}
	}
	return false
}

// opensAside reports whether phrase i is the subject of a clause behind a comma that only
// says when or why: "On her tour, when | Lind | asked her of it, Venn laughed".
func (r *resolver) opensAside(i int) bool {
	w := r.phrases[i].lo - 1
	return r.is(w, "when", "after", "before", "because", "until", "once") && r.is(w-1, ",") && r.at(w).mark == 0
}

// toldOfBy reports whether phrase i is the subject of the words that the pronoun
// of phrase k says in the same sentence, some in marks, and so somebody else:
// "| Venn is “too slow,” | he said", "| Venn, | she added, “is slow”".
func (r *resolver) toldOfBy(i, k int) bool {
	c, q := r.phrases[i], r.phrases[k]
	st := r.sentences[r.at(q.lo).sentence]
	if c.lo >= st.lo && r.goesOnTelling(k) {
		return true
	}
	if c.lo < st.lo || c.lo > st.lo+1 || c.hi >= q.lo || r.at(c.lo).mark != 0 || !r.behindComma(q.lo) || len(r.cuesIn(q.hi, r.skipAux(q.hi)+1)) == 0 || r.mainClause(r.at(q.lo).sentence) != st.lo {
		return false
	}
	for j := c.hi; j < q.lo; j++ {
		if r.at(j).mark == 0 && (r.isDash(j) || r.is(j, ":", ";")) {
			return false // "Venn struck back – “…,” he said"
		}
	}
	if c.hi < q.lo-1 && !r.clauseIn(c.hi, q.lo) || r.nextMark(st.lo, st.hi) == st.hi {
		return false
	}
	return r.at(st.lo).pos != "IN" && len(r.cuesIn(st.lo, q.lo)) == 0
}
