package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// newSource adds a described source to the article's entities.
func (r *resolver) newSource(s text.Span, head string, ph phrase) int {
	if e := r.surnamed(ph); e >= 0 {
		return e
	}
	name := s.In(r.src)
	key := text.Fold(name)
	if e, ok := r.described[key]; ok {
		r.mention(e, s, news.ByDescription)
		return e
	}
	r.described[key] = len(r.entities)
	r.many[len(r.entities)] = r.at(ph.hi-1).pos == "NNS" || r.at(ph.hi-1).pos == "NNPS" || r.is(ph.hi-1, "some", "many", "others", "both", "few", "several", "most")
	r.entities = append(r.entities, news.Entity{
		Name: name, Kind: r.sourceKind(head, ph), Anonymous: true, Gender: genderOf(head),
		Mentions: []news.Mention{{Span: s, Form: news.ByDescription}},
	})
	return len(r.entities) - 1
}

// introducedSo returns the unnamed source whom the article brought in with the words of
// phrase k, "the official | familiar with the raid" behind "an official familiar with the
// raid"; -1 if there is none.
func (r *resolver) introducedSo(k int) int {
	words := text.Fold(r.whole(k).In(r.src))
	rest, ok := strings.CutPrefix(words, "the ")
	if !ok || strings.Count(rest, " ") < 2 {
		return -1
	}
	for _, article := range []string{"a ", "an ", "one ", "another "} {
		if e, ok := r.described[article+rest]; ok && !r.many[e] {
			return e
		}
	}
	return -1
}

// oneAmong returns the source that "one" of several described people is, "one of Venn's
// pilots"; -1 if phrase k is no such one.
func (r *resolver) oneAmong(k int) int {
	if !r.oneOfPeople(k) {
		return -1
	}
	t := r.at(r.phrases[r.at(r.phrases[k].hi+1).phrase-1].hi - 1)
	head := text.Fold(strings.TrimSuffix(t.lower, "s"))
	if t.pos != "NNS" || !lexicon.RoleHead(head) {
		return -1
	}
	r.trust[k] = sureIndefinite
	return r.newSource(r.whole(k), head, r.phrases[k])
}

// genderOf returns the gender that the head of a description tells: "wife".
func genderOf(head string) news.Gender {
	switch lexicon.RoleGender(head) {
	case lexicon.Male:
		return news.Male
	case lexicon.Female:
		return news.Female
	}
	return ""
}

// sourceKind returns what a described source is, by the head of its phrase.
func (r *resolver) sourceKind(head string, ph phrase) news.ActorKind {
	if head == "narrator" || head == "voice" {
		return news.Person
	}
	if lexicon.Speaks(head) && !lexicon.RoleHead(head) {
		return news.Organisation
	}
	if t := r.at(ph.hi - 1); !isPeople(t.lower) && (t.pos == "NNP" || t.pos == "NNPS") && !lexicon.RoleHead(head) {
		return news.Organisation
	}
	return news.Person
}

// isPeople reports whether w, in lower case, names the people of a place:
// "most Americans".
func isPeople(w string) bool {
	one, ok := strings.CutSuffix(w, "s")
	if !ok {
		return false
	}
	_, ok = lexicon.Demonym(one)
	return ok
}

// owned returns the name of the person that stands behind the outlet or body it
// is of: "Dana Venn" of "CNN's Dana Venn". Empty if phrase ph is no such.
func (r *resolver) owned(ph phrase) text.Span {
	lo := ph.hi - 2
	if lo-2 < ph.lo || r.at(lo-1).pos != "POS" || r.at(lo-2).mention == 0 || r.entities[r.at(lo-2).mention-1].Kind != news.Organisation {
		return text.Span{}
	}
	for i := lo; i < ph.hi; i++ {
		t := r.at(i)
		if t.Kind != text.Upper || t.mention != 0 || t.pos != "NNP" || isShout(t.In(r.src)) || i == lo && lexicon.CommonWord(t.lower) || lexicon.ThingHead(t.lower) || lexicon.OrgHead(t.lower) || lexicon.RoleHead(t.lower) {
			return text.Span{}
		}
	}
	return r.span(lo, ph.hi)
}

// fullyNamed returns the person whose name stands in a description behind the
// role that it is, as the article has it: "the former head of the harbour
// board Mara Venn on Monday". -1 if none does.
func (r *resolver) fullyNamed(k int, s text.Span) int {
	for i := r.phrases[k].lo; i < len(r.tokens) && r.at(i).Start < s.End; i++ {
		m := r.at(i).mention
		if !r.isPerson(m) {
			continue
		}
		if r.followsBody(i, r.phrases[k].lo) && !r.goesOnBehind(i) {
			return m - 1
		}
		e := &r.entities[m-1]
		for _, a := range e.Aliases {
			if strings.Contains(a, " ") && strings.HasSuffix(a, r.at(i).In(r.src)) && !r.goesOnBehind(i) && strings.HasPrefix(flat(s.In(r.src)), a) {
				return m - 1
			}
		}
	}
	return -1
}

// followsBody reports whether the name at token i stands, with its title, right
// behind that of a body, at lo or later: "the Harbour Board Rep. Mara Venn".
func (r *resolver) followsBody(i, lo int) bool {
	for i--; i > lo && isTitle(r.at(i).lower); i-- {
	}
	m := r.at(i).mention
	return i > lo && m != 0 && r.entities[m-1].Kind == news.Organisation && !r.entities[m-1].Anonymous && r.at(i+1).Kind == text.Upper
}

// goesOnBehind reports whether a name that ends with token i only says whose
// the noun behind it is: "Venn's critics", "Venn aides".
func (r *resolver) goesOnBehind(i int) bool {
	t := r.at(i + 1)
	return t.Kind == text.Clitic || t.Kind == text.Mark || t.pos == "POS" || t.pos == "NN" || t.pos == "NNS"
}

// secondRole returns the person whose other role phrase k is, joined to one by
// "and": "Mara Venn, a pilot and a member of the board, …", "Port Professor and
// former Harbour Minister Mara Venn". -1 if it is none.
func (r *resolver) secondRole(k int) int {
	ph := r.phrases[k]
	if t := r.at(ph.hi - 1); !lexicon.RoleHead(t.lower) || t.pos == "NNS" {
		return -1
	}
	if n := r.at(ph.lo - 2).phrase; r.is(ph.lo-1, "and") && n != 0 && r.phrases[n-1].kind == description && r.at(r.phrases[n-1].hi-1).pos != "NNS" {
		return r.nameBefore(n - 1)
	}
	n := r.at(ph.hi + 1).phrase
	if !r.is(ph.hi, "and") || n == 0 || !r.isNamedPerson(n-1) || r.at(ph.lo).pos == "DT" {
		return -1
	}
	if q := r.phrases[n-1]; r.at(q.lo).mention == 0 && r.at(q.lo).pos != "DT" && !isTitle(r.at(q.lo).lower) {
		return q.entity - 1
	}
	return -1
}

// isNobody reports whether a description is of nobody in particular: a word
// for a group or an office that says nothing of whom, or what no name or role
// can begin with.
func (r *resolver) isNobody(k int, s text.Span) bool {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	if name := s.In(r.src); strings.HasPrefix(name, "-") || strings.HasPrefix(name, "'") || strings.HasPrefix(name, "’") {
		return true
	}
	if isPartyTag(t.In(r.src)) || isStateTag(t.In(r.src)) || r.is(ph.lo, "no") || r.isLong(k, s) {
		return true
	}
	if s.End != t.End {
		return r.endsInPronoun(k, s)
	}
	switch bare := ph.hi == ph.lo+1; {
	case bare && anybody(t.lower), bare && t.Kind == text.Lower && t.pos != "NNS" && lexicon.RoleHead(t.lower) && !lexicon.RolePlural(t.lower):
		return true
	case bare && (isTitle(t.lower) && !isShout(t.In(r.src)) || lexicon.GroupAdjective(t.lower) && t.pos != "NNPS" && t.pos != "NNS"):
		return true
	}
	return anybody(t.lower) && r.onlyCounts(ph)
}

// longestSource is the most words of a description of somebody; what is longer
// is a sentence read wrongly.
const longestSource = 16

func (r *resolver) isLong(k int, s text.Span) bool {
	i := r.phrases[k].lo + longestSource
	return i < len(r.tokens) && r.at(i).Start < s.End
}

// endsInPronoun reports whether the last word of a description is a pronoun: it
// is no description but a piece of a clause.
func (r *resolver) endsInPronoun(k int, s text.Span) bool {
	for i := r.phrases[k].hi; i < len(r.tokens) && r.at(i).Start < s.End; i++ {
		if t := r.at(i); t.End == s.End {
			return t.pos == "PRP" && !r.is(i-1, "of")
		}
	}
	return false
}

// onlyCounts reports whether all that stands before the head of a phrase says
// how many: "many people", "fewer people", "at least 16 people".
func (r *resolver) onlyCounts(ph phrase) bool {
	for i := ph.lo; i < ph.hi-1; i++ {
		switch t := r.at(i); {
		case t.pos == "CD", t.lower == "the", t.lower == "vast", t.lower == "a", t.pos == "JJR", t.pos == "JJS", t.pos == "RB", t.lower == "many", t.lower == "some", t.lower == "several", t.lower == "few", anybody(t.lower):
		default:
			return false
		}
	}
	return true
}

// anybody reports whether a word, in lower case, is of people that nobody is
// told apart among.
func anybody(w string) bool {
	switch w {
	case "people", "most", "everyone", "everybody", "anyone", "nobody", "all", "more", "those", "candidates", "persons", "folks", "guys", "ones", "majority", "minority", "rest":
		return true
	}
	return false
}

// owner is possessor, where a description may stand for the name too: "the
// president's team".
func (r *resolver) owner(ph phrase) int {
	if e := r.possessor(ph); e >= 0 {
		return e
	}
	for i := ph.lo + 1; i < ph.hi-1; i++ {
		if r.at(i).pos != "POS" {
			continue
		}
		if e, ok := r.byEnd[r.at(i-1).End]; ok {
			return e
		}
	}
	return -1
}

// campaignOf returns the organisation that the people around somebody named
// are: "Venn's campaign" is "the Venn campaign", if the article names it, else
// it is one. -1 if phrase k is no such people.
func (r *resolver) campaignOf(k int) int {
	ph := r.phrases[k]
	head := strings.TrimSuffix(r.at(ph.hi-1).lower, "s")
	if !isCampaign(head) {
		return -1
	}
	owner := r.owner(ph)
	if n := r.at(ph.hi + 1).phrase; owner < 0 && r.is(ph.hi, "of") && n != 0 && r.isNamedPerson(n-1) {
		owner = r.phrases[n-1].entity - 1
	}
	if owner < 0 || r.entities[owner].Kind != news.Person || r.entities[owner].Anonymous {
		return -1
	}
	words := text.FoldedWords(r.entities[owner].Name)
	if len(words) == 0 {
		return -1
	}
	s := r.span(ph.lo, ph.hi)
	found := r.campaignNamed(words[len(words)-1], head, flat(s.In(r.src)))
	if found >= 0 {
		r.mention(found, s, news.ByDescription)
	} else if r.at(ph.lo).mention == owner+1 {
		r.entities = append(r.entities, news.Entity{Name: flat(s.In(r.src)), Kind: news.Organisation, Mentions: []news.Mention{{Span: s, Form: news.ByName}}})
		found = len(r.entities) - 1
	}
	return found
}

// campaignNamed returns the last body that is named after a family and a head,
// or as a description has it; failing that the family's campaign.
func (r *resolver) campaignNamed(family, head, described string) int {
	found := -1
	for e := range r.entities {
		ent := &r.entities[e]
		if _, last, _ := cutLast(ent.Name); ent.Kind != news.Organisation || ent.Anonymous || !isCampaign(strings.TrimSuffix(strings.ToLower(last), "s")) {
			continue
		}
		if ent.Name == described {
			return e
		}
		switch BodyKey(ent.Name) {
		case family + " " + head:
			found = e
		case family + " campaign":
			if found < 0 {
				found = e
			}
		}
	}
	return found
}
