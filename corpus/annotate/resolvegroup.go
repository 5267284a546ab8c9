package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// howMany returns how many people a phrase like "the two", "the pair" or "both"
// means that does not say who; 0 for others.
func (r *resolver) howMany(k int) int {
	ph := r.phrases[k]
	if ph.hi == ph.lo+3 && r.is(ph.lo, "the") && r.at(ph.lo+1).pos == "JJ" && r.is(ph.hi-1, "trio", "duo", "pair") {
		ph.lo++ // "the conservative trio"
	}
	if ph.hi > ph.lo+2 || ph.hi == ph.lo+2 && !r.is(ph.lo, "the") || ph.hi == ph.lo+1 && !r.is(ph.lo, "both") || r.is(ph.hi, "of", "in", "who", "that") {
		return 0
	}
	switch r.at(ph.hi - 1).lower {
	case "two", "pair", "duo", "couple", "both":
		return 2
	case "three", "trio":
		return 3
	}
	return 0
}

// farGroup is how many of the reporter's sentences back "the two" looks for
// those who are named together.
const farGroup = 4

// group returns the last n people whom the article names together before phrase
// k: "Venn and Lind". None where there are none.
func (r *resolver) group(k, n int) []int {
	if r.justSpoke(k) && len(r.together) == n {
		return r.together
	}
	for i := k - 1; i >= 0 && r.back(i, k) <= farGroup; i-- {
		if !r.isNamedPerson(i) || !r.canBeSubject(i, r.sentences[r.at(r.phrases[i].lo).sentence].lo) {
			continue
		}
		if es := r.namedTogether(i); len(es) == n {
			return es
		}
	}
	return nil
}

// spokeTogether reports whether phrase k, "the senators", describes no more than
// that those who have just spoken together are several.
func (r *resolver) spokeTogether(k int) bool {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	if !r.justSpoke(k) || len(r.together) < 2 || !r.is(ph.lo, "the") || ph.hi != ph.lo+2 || t.pos != "NNS" || r.reach(k) != ph.hi {
		return false
	}
	one := strings.TrimSuffix(t.lower, "s")
	for _, w := range text.FoldedWords(r.entities[r.together[0]].Role.In(r.src)) {
		if w = strings.TrimSuffix(w, "s"); w == one || alike(w, one) {
			return true
		}
	}
	return false
}

// isPaper reports whether phrase k names a paper or other words that speak for
// somebody: "Venn's memo".
func (r *resolver) isPaper(k int) bool {
	ph := r.phrases[k]
	return ph.kind != named && ph.kind != pronoun && paper(r.at(ph.hi-1).lower) != ""
}

// A surname alone that has meant a person oftenBare times goes on to mean that
// one, unless another who bears it weighs surelyBare.
const (
	oftenBare  = 3
	surelyBare = 14
)

// clearlyBare is what another must weigh more than the one of a family whom the
// article names first, for a surname alone to mean that other.
const clearlyBare = 6

// bearer returns the person whom a name means: where it is a surname alone that
// several bear, the one of them who weighs most at that place, as a pronoun's
// antecedent does.
func (r *resolver) bearer(k int) int {
	e := r.phrases[k].entity - 1
	if ph := r.phrases[k]; r.entities[e].Kind != news.Person || ph.hi != ph.lo+1 {
		return e
	}
	return r.bearerOf(k, e)
}

// bearerOf is bearer of the name of person e that phrase k begins with.
func (r *resolver) bearerOf(k, e int) int {
	ph := r.phrases[k]
	family := r.familyOf(text.Fold(r.at(ph.lo).lower))
	if len(family) < 2 || !slices.Contains(family, e) {
		return e
	}
	best, weight := r.weighed(k, func(o int) bool { return slices.Contains(family, o) })
	if first := r.firstOf(family); best >= 0 && first != best {
		if _, w := r.weighed(k, func(o int) bool { return o == first }); weight-w < clearlyBare {
			best = first
		}
	}
	if best < 0 || r.bare[e] >= max(oftenBare, r.bare[best]) && weight < surelyBare || !r.introducedFirst(best, e) {
		best = e
	}
	r.bare[best]++
	return best
}

// firstOf returns whom of a family the article names in full first.
func (r *resolver) firstOf(family []int) int {
	return slices.MinFunc(family, func(a, b int) int { return r.introduction(a) - r.introduction(b) })
}

// introducedFirst reports whether the article gives the name of person a, in full
// or with a title, before it does that of person b: a surname alone goes to
// whom the article is about. Whom it takes for known stays.
func (r *resolver) introducedFirst(a, b int) bool {
	at := r.introduction(b)
	return a == b || r.introduction(a) < at && at < len(r.src)
}

// introduction returns the offset of the first name of more than one word, or with
// a title, that the article gives a person, its end if it gives none.
func (r *resolver) introduction(e int) int {
	if at, ok := r.introduced[e]; ok {
		return at
	}
	first := len(r.src)
	for _, m := range r.entities[e].Mentions {
		if m.Form == news.ByName && m.Start < first && (strings.ContainsAny(m.In(r.src), " \u00a0") || r.titled(m.Start)) {
			first = m.Start
		}
	}
	r.introduced[e] = first
	return first
}

// titled reports whether a title stands right before the name at an offset.
func (r *resolver) titled(at int) bool {
	t := r.at(r.tokenAt(at) - 1)
	return t.Kind == text.Upper && t.mark == 0 && (isTitle(t.lower) || lexicon.RoleOffice(t.lower))
}

// largestFamily is how many people of one surname are told apart.
const largestFamily = 8

// familyOf returns the people whom the article names in full or with a title by a
// surname, folded.
func (r *resolver) familyOf(surname string) []int {
	family, ok := r.families[surname]
	if ok {
		return family
	}
	for _, e := range r.bearers(surname) {
		first, _, full := cutLast(r.entities[e].Name)
		named := full && strings.ToLower(first) != first || !full && r.introduction(e) < len(r.src)
		if named && !r.entities[e].Anonymous && len(family) < largestFamily {
			family = append(family, e)
		}
	}
	if len(family) == 0 {
		family = r.namedFirst(surname)
	}
	r.families[surname] = family
	return family
}

// namedFirst returns the people whose names of several words begin with a word,
// folded, as family names do in the east of Asia.
func (r *resolver) namedFirst(word string) []int {
	if r.firsts == nil {
		r.firsts = map[string][]int{}
		for e := range r.entities {
			ent := &r.entities[e]
			if first, _, full := strings.Cut(ent.Name, " "); full && ent.Kind == news.Person && !ent.Anonymous {
				first = text.Fold(first)
				r.firsts[first] = append(r.firsts[first], e)
			}
		}
	}
	family := r.firsts[word]
	return family[:min(len(family), largestFamily)]
}

// namedBehind returns the people whom the reporter names in the sentence of phrase
// k only behind it: a description as its subject is none of them.
func (r *resolver) namedBehind(k int) map[int]bool {
	out := map[int]bool{}
	st := r.sentences[r.at(r.phrases[k].lo).sentence]
	if !r.canBeSubject(k, st.lo) {
		return out
	}
	for i := st.hi - 1; i >= st.lo; i-- {
		switch t := r.at(i); {
		case t.mention == 0 || t.mark != 0:
		case i >= r.phrases[k].hi:
			out[t.mention-1] = true
		default:
			delete(out, t.mention-1)
		}
	}
	return out
}
