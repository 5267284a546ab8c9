package annotate

import (
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// resolver turns the phrases that name speakers into entities, in the order of
// the text: who spoke last decides who "he" is.
type resolver struct {
	*page
	described  map[string]int          // folded name of a described source → its entity
	byEnd      map[int]int             // offset behind a mention by description → its entity
	known      map[mentionKey]bool     // mentions added
	trust      map[int]float64         // phrase that is no name → how sure its entity is
	memo       map[int][]int           // phrase → entities
	looked     map[int]int             // description looked back to → its entity, -1 if it has none
	stands     map[int]int             // "he" or "she" that says nothing → its person
	families   map[string][]int        // surname, folded → the people named with it in full, of those asked for
	firsts     map[string][]int        // first of several words of a name, folded → the people so named, once asked for
	states     map[int]map[string]bool // person → the states given beside the name, of those asked for
	introduced map[int]int             // person → where the article names that one in full first, of those asked for
	beyond     map[int]int             // person → where the article tells more of that one than of an office, of those asked for
	bare       map[int]int             // person → how often a surname that others bear too meant that one
	chased     int                     // the first phrase not yet looked at for those
	lastAt     int                     // the phrase that named it
	last       int                     // 1 + the entity that spoke last
	together   []int                   // who spoke last, all of them
	spoken     []int                   // those who spoke together last
	spokenAt   int                     // the phrase that named them
	many       map[int]bool            // described sources that are more than one
	gender     map[int]news.Gender     // what he and she have told of people whose names do not
	told       []int                   // for each sentence, how many before it hold words of the reporter
}

type mentionKey struct {
	entity int
	at     text.Span
}

func newResolver(p *page) *resolver {
	r := &resolver{page: p, described: map[string]int{}, byEnd: map[int]int{}, known: map[mentionKey]bool{}, trust: map[int]float64{}, memo: map[int][]int{}, looked: map[int]int{}, families: map[string][]int{}, stands: map[int]int{}, introduced: map[int]int{}, beyond: map[int]int{}, bare: map[int]int{}, states: map[int]map[string]bool{}, many: map[int]bool{}, gender: map[int]news.Gender{}}
	for e := range r.entities {
		for _, m := range r.entities[e].Mentions {
			r.known[mentionKey{e, m.Span}] = true
			if m.Form == news.ByDescription {
				r.byEnd[m.End] = e
			}
		}
	}
	n := 0
	for _, s := range r.sentences {
		r.told = append(r.told, n)
		if r.nextOutside(s.lo, s.hi) < s.hi {
			n++
		}
	}
	return r
}

// nextOutside returns the first word in [lo, hi) that stands outside marks, hi
// if none does.
func (r *resolver) nextOutside(lo, hi int) int {
	for ; lo < hi; lo++ {
		if t := r.at(lo); t.mark == 0 && t.Kind <= text.Number {
			return lo
		}
	}
	return hi
}

// back returns how many of the reporter's sentences phrase i stands before
// phrase k.
func (r *resolver) back(i, k int) int {
	return r.told[r.at(r.phrases[k].lo).sentence] - r.told[r.at(r.phrases[i].lo).sentence]
}

// entitiesOf resolves an attribution's phrases, each entity once.
func (r *resolver) entitiesOf(a *attribution) []int {
	out := slices.Clone(a.entities)
	if a.owned > 0 {
		if e := r.recentPerson(a.owned - 1); e >= 0 {
			out = append(out, e)
		}
	}
	for _, k := range a.phrases {
		for _, e := range r.resolve(k) {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	if len(out) > 0 {
		r.last, r.together = out[0]+1, out
		if len(a.phrases) > 0 {
			r.lastAt = a.phrases[0]
		}
		if len(out) > 1 && !slices.ContainsFunc(out, func(e int) bool { return r.entities[e].Anonymous }) {
			r.spoken, r.spokenAt = out, r.lastAt
		}
	}
	return out
}

// resolve returns the entities behind phrase k, none where it stays open.
func (r *resolver) resolve(k int) []int {
	if es, ok := r.memo[k]; ok {
		return es
	}
	es := r.find(k)
	r.memo[k] = es
	return es
}

func (r *resolver) find(k int) []int {
	ph := r.phrases[k]
	switch ph.kind {
	case named:
		r.chase(k)
		return []int{r.bearer(k)}
	case pronoun:
		return r.ofPronoun(k)
	case timely:
		return nil
	}
	if n := r.howMany(k); n > 0 {
		if es := r.group(k, n); es != nil || !r.is(ph.lo, "both") {
			return es
		}
	}
	if ph.kind == thing {
		return r.ofThing(k)
	}
	return r.ofDescription(k)
}

// ofThing resolves a noun that is nobody by itself: a paper that says whose it
// is, "a list posted by the department", or the last word of the name of a body,
// "the league".
func (r *resolver) ofThing(k int) []int {
	if e := r.nameSetOff(k); e >= 0 {
		return []int{e}
	}
	if e := r.chosen(k, text.Fold(r.at(r.phrases[k].hi-1).lower)); e >= 0 {
		return []int{e}
	}
	if e := r.oneAmong(k); e >= 0 {
		return []int{e}
	}
	if r.hasNumber(r.phrases[k]) {
		if e := r.nameBefore(k); e >= 0 {
			return []int{e}
		}
	}
	if es := r.author(k); es != nil {
		return es
	}
	if e := r.speaksOn(k); e >= 0 {
		r.mention(e, r.whole(k), news.ByDescription)
		return []int{e}
	}
	ph := r.phrases[k]
	if ph.hi != ph.lo+2 || !r.is(ph.lo, "the") {
		return nil
	}
	head := text.Fold(r.at(ph.hi - 1).lower)
	e := r.nearest(k, func(e int) bool {
		words := text.FoldedWords(r.entities[e].Name)
		return r.entities[e].Kind == news.Organisation && len(words) > 1 && words[len(words)-1] == head
	})
	if e < 0 {
		return nil
	}
	r.mention(e, r.whole(k), news.ByDescription)
	return []int{e}
}

// ofPronoun resolves he, she, it and they to an entity named or described
// before; who to its antecedent.
func (r *resolver) ofPronoun(k int) []int {
	ph := r.phrases[k]
	switch r.at(ph.lo).lower {
	case "who", "which":
		if a := r.antecedent(ph.lo, r.sentences[r.at(ph.lo).sentence].lo); a != none && a != k {
			return r.resolve(a)
		}
	case "he", "she", "him", "her":
		if e := r.unnamedSubject(k); e >= 0 {
			r.trust[k] = sureUnnamed
			return []int{e}
		}
		if e := r.unnamedBefore(k); e >= 0 {
			r.trust[k] = sureUnnamed
			return []int{e}
		}
		if e := r.recentPerson(k); e >= 0 {
			r.trust[k] = r.pronounTrust(k, e)
			r.learnGender(e, k)
			r.mention(e, r.span(ph.lo, ph.hi), news.ByPronoun)
			return []int{e}
		}
		if e := r.namedSoon(k); e >= 0 {
			r.mention(e, r.span(ph.lo, ph.hi), news.ByPronoun)
			return []int{r.trusted(k, sureLater, e)}
		}
	case "it":
		if r.justSpoke(k) && len(r.together) == 1 && r.isPaper(r.lastAt) && r.nextOutside(r.sentences[r.at(ph.lo).sentence].lo, ph.hi) == ph.lo {
			return r.together
		}
		if i := r.paperRead(k); i != none {
			return r.resolve(i)
		}
		own := r.subjectOf(k)
		if e := r.heaviest(k, func(e int) bool { return r.entities[e].Kind == news.Organisation || e == own }); e >= 0 {
			return []int{e}
		}
	case "they":
		return r.ofThey(k)
	}
	return nil
}

// subjectOf returns the place that the sentence of "it" at phrase k, or the clause
// before it there, has as its subject: "| Norland blames what it calls"; failing
// that the place that the sentence before in the paragraph has. -1 if none is.
func (r *resolver) subjectOf(k int) int {
	st := r.at(r.phrases[k].lo).sentence
	if e := r.placeFirst(st, k); e >= 0 || st == 0 || r.sentences[st-1].paragraph != r.sentences[st].paragraph {
		return e
	}
	return r.placeFirst(st-1, k)
}

// placeFirst returns the place whose name, before phrase k, a sentence begins with
// as its subject; -1 if it begins otherwise.
func (r *resolver) placeFirst(st, k int) int {
	i := r.at(r.sentences[st].lo).phrase - 1
	if i < 0 || i >= k || r.phrases[i].kind != named || r.at(r.phrases[i].lo).mark != 0 || r.phrases[i].lo != r.sentences[st].lo {
		return -1
	}
	e := r.phrases[i].entity - 1
	if r.entities[e].Kind != news.Place || r.at(r.phrases[i].hi).pos == "POS" {
		return -1
	}
	return e
}

// ofThey resolves "they": those who have just spoken together, a source whose
// words do not say if it is a man or a woman, or the group that weighs most.
func (r *resolver) ofThey(k int) []int {
	if r.justSpoke(k) && (len(r.together) > 1 || r.many[r.last-1] || r.isUnnamed(r.last-1)) {
		return r.together
	}
	if i := r.peopleBefore(k); i != none {
		return r.resolve(i)
	}
	if es := r.subjectsTogether(k); es != nil {
		return es
	}
	if r.meansPapers(k) {
		return nil
	}
	e, weight := r.weighed(k, func(e int) bool {
		return r.many[e] || r.entities[e].Kind == news.Organisation && !r.onlyQuoted(e, k) && !isPress(r.entities[e].Name)
	})
	if len(r.spoken) > 0 && weight < plainly && r.spokenAt < k && r.back(r.spokenAt, k) <= farGroup {
		return r.spoken
	}
	if e >= 0 {
		return []int{e}
	}
	return nil
}

// meansPapers reports whether the sentence before "they" is about papers, as its
// subject: "The leaked files date from May."
func (r *resolver) meansPapers(k int) bool {
	s := r.at(r.phrases[k].lo).sentence - 1
	if s < 0 || r.sentences[s].paragraph < r.sentences[s+1].paragraph-1 {
		return false
	}
	i := r.at(r.sentences[s].lo).phrase - 1
	if i < 0 || r.phrases[i].kind == named {
		return false
	}
	t := r.at(r.phrases[i].hi - 1)
	return t.mark == 0 && t.pos == "NNS" && (paper(t.lower) != "" || r.is(r.phrases[i].hi-1, "files", "documents", "records", "transcripts", "papers", "cables", "notes"))
}

// peopleBefore returns the phrase that describes several people as a subject
// before "they" in its sentence: "Venn's advisers denied what they called …".
func (r *resolver) peopleBefore(k int) int {
	st := r.at(r.phrases[k].lo).sentence
	for i := k - 1; i >= 0 && r.at(r.phrases[i].lo).sentence == st; i-- {
		c := r.phrases[i]
		if t := r.at(c.hi - 1); c.kind == description && t.mark == 0 && t.pos == "NNS" && lexicon.RoleHead(t.lower) && r.canBeSubject(i, r.sentences[st].lo) {
			return i
		}
	}
	return none
}

// justSpoke reports whether the speaker of the last quote was named no more
// than two of the reporter's sentences before phrase k.
func (r *resolver) justSpoke(k int) bool {
	return r.last > 0 && r.lastAt < k && r.back(r.lastAt, k) <= 2
}

// isUnnamed reports whether an entity is one described person of neither
// gender: "one former aide".
func (r *resolver) isUnnamed(e int) bool {
	ent := &r.entities[e]
	return ent.Kind == news.Person && ent.Anonymous && ent.Gender == ""
}

func (r *resolver) mention(e int, s text.Span, form news.MentionForm) {
	k := mentionKey{e, s}
	if r.known[k] {
		return
	}
	r.known[k] = true
	ent := &r.entities[e]
	ent.Mentions = append(ent.Mentions, news.Mention{Span: s, Form: form})
}

// learnGender keeps what the pronoun of phrase k tells of a person.
func (r *resolver) learnGender(e, k int) {
	if _, known := r.gender[e]; known || r.entities[e].Gender != "" {
		return
	}
	r.gender[e] = news.Male
	if r.is(r.phrases[k].lo, "she", "her") {
		r.gender[e] = news.Female
	}
}

// addressee returns the entity named right behind the verb of subject k, as in
// "he told Lind"; -1 if there is none.
func (r *resolver) addressee(k int) int {
	i := r.skipAux(r.phrases[k].hi)
	if n := r.at(i + 1).phrase; n != 0 && r.at(i).isVerb() && r.phrases[n-1].kind == named {
		return r.phrases[n-1].entity - 1
	}
	return -1
}

// mainClause returns the token the main clause of sentence s begins at: behind
// the comma where it opens with a clause of time or reason.
func (r *resolver) mainClause(s int) int {
	st := r.sentences[s]
	if !clauseWord(r.at(st.lo).lower) && !(r.is(st.lo, "even") && clauseWord(r.at(st.lo+1).lower)) || r.is(st.lo, "but", "that") {
		return st.lo
	}
	for i := st.lo + 1; i < st.hi; i++ {
		if r.at(i).mark == 0 && r.behindComma(i) {
			return i
		}
	}
	return st.lo
}
