package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// nameBefore returns the person named right before a description that is set
// off by a comma: "Mara Venn, a harbour pilot, …"; -1 if none is.
func (r *resolver) nameBefore(k int) int {
	ph := r.phrases[k]
	i := ph.lo - 1
	if !r.is(i, ",") || r.at(i).mark != 0 || r.at(ph.hi-1).pos == "NNS" || !lexicon.RoleHead(r.at(ph.hi-1).lower) && !r.hasNumber(ph) {
		return -1
	}
	i--
	if r.is(i, ")") {
		for i--; i > 0 && !r.is(i, "(", ","); i-- {
		}
		i--
	}
	n := r.at(i).phrase
	lo := r.sentences[r.at(i).sentence].lo
	if n != 0 {
		n = r.headName(n-1, lo) + 1 // "Mara Venn of Halden, a pilot, …"
	}
	if n == 0 || !r.isNamedPerson(n-1) || r.at(i).sentence != r.at(ph.lo).sentence {
		return -1
	}
	closed := r.at(r.reach(k)).Kind == text.Punct && !r.is(r.reach(k), ":")
	b := r.at(r.phrases[n-1].lo - 1)
	if v := r.reach(k); r.phrases[n-1].lo == lo && !r.is(ph.lo, "the") && len(r.cuesIn(v, v+1)) > 0 && !r.is(v+1, ",", ".") {
		return r.phrases[n-1].entity - 1 // "Mara Venn, an aide to the board | said it"
	}
	if b.mark != 0 && r.at(ph.lo).mark == 0 && r.marks[b.mark-1].Outer.End == b.End && r.endsOpen(&r.marks[b.mark-1]) {
		return r.phrases[n-1].entity - 1 // "“…,” Mara Venn, a board spokeswoman | said"
	}
	opens := r.phrases[n-1].lo == lo || isSpeechVerb(b.lower) || b.mark != 0 || b.lower == ","
	if closed || opens && !r.is(ph.lo, "the") && !staysUnnamed(r.at(ph.hi-1).lower) {
		return r.phrases[n-1].entity - 1
	}
	return -1
}

// nameSetOff returns the person whose name is all that two commas set off behind
// phrase k, before its verb: "his running mate, Mara Venn, had warned", "the first
// member to leave it, Rep. Mara Venn, said". -1 if none is.
func (r *resolver) nameSetOff(k int) int {
	i := r.reach(k)
	if r.is(i, "to") {
		for end := i + longestAside; i < end && !r.is(i, ",") && r.at(i).mark == 0 && !r.at(i).isFinite(); {
			i++
		}
	}
	if r.endsInAnother(k) {
		return -1
	}
	n := r.at(i+1).phrase - 1
	if !r.is(i, ",") || r.at(i).mark != 0 || n < 0 || r.phrases[n].lo != i+1 || !r.isNamedPerson(n) {
		return -1
	}
	if t := r.at(r.phrases[k].hi - 1); t.pos == "NNS" || t.pos == "NNPS" || !r.is(r.phrases[n].hi, ",") {
		return -1
	}
	if v := r.skipAux(r.phrases[n].hi + 1); !r.at(v).isVerb() || r.at(v).pos == "VBG" || r.at(v).mark != 0 {
		return -1
	}
	return r.phrases[n].entity - 1
}

// endsInAnother reports whether what hangs on phrase k ends in another's role, so that
// a name behind it may be that other's: "a lawyer for | the accuser |, Mara Venn".
func (r *resolver) endsInAnother(k int) bool {
	b := r.at(r.reach(k)-1).phrase - 1
	return b > k && r.phrases[b].kind != named && lexicon.RoleHead(r.at(r.phrases[b].hi-1).lower)
}

// longestAside is how many tokens what tells a person apart may have before the
// name: "the first member | to call for a vote".
const longestAside = 12

// knownAs returns the person whose name a description is said to be known by:
// "the leader, known as Mara Venn, wrote"; -1 if no name is given so.
func (r *resolver) knownAs(k int) int {
	i := r.reach(k)
	if r.is(i, ",") {
		i++
	}
	if r.is(i, "better") {
		i++
	}
	if !r.is(i, "known", "identified", "named", "called") {
		return -1
	}
	if i++; r.is(i, "only") {
		i++
	}
	if r.is(i, "as") {
		i++
	}
	n := r.at(i).phrase
	if n == 0 || r.phrases[n-1].lo != i || !r.isNamedPerson(n-1) || r.at(r.phrases[k].hi-1).pos == "NNS" {
		return -1
	}
	return r.phrases[n-1].entity - 1
}

// stateLawyers returns the body whose lawyers a phrase names: those who argue
// for it speak for it, "three Harbour Board lawyers", and "government lawyers"
// for the department of justice that the article names. -1 if the words are
// others or it names none.
func (r *resolver) stateLawyers(ph phrase) int {
	if !r.is(ph.hi-1, "lawyers", "attorneys") || ph.hi-ph.lo < 2 {
		return -1
	}
	if m := r.at(ph.hi - 2).mention; m != 0 && r.entities[m-1].Kind == news.Organisation && !r.entities[m-1].Anonymous {
		return m - 1
	}
	if !r.is(ph.hi-2, "government", "administration", "federal") {
		return -1
	}
	for e := range r.entities {
		switch text.Fold(r.entities[e].Name) {
		case "justice department", "department of justice", "ministry of justice", "justice ministry":
			return e
		}
	}
	return -1
}

// namedLater returns the one judge whom the article names behind a first
// mention as "a federal judge": reports of a ruling begin so. -1 if there is
// none or several.
func (r *resolver) namedLater(k int) int {
	ph := r.phrases[k]
	if !r.is(ph.hi-1, "judge", "magistrate") || !r.is(ph.lo, "a", "an") {
		return -1
	}
	found := -1
	for e := range r.entities {
		ent := &r.entities[e]
		role := text.FoldedWords(ent.Role.In(r.src))
		if ent.Kind != news.Person || ent.Anonymous || !slices.Contains(role, "judge") {
			continue
		}
		if found >= 0 || ent.Mentions[0].Start < r.at(ph.lo).Start {
			return -1
		}
		found = e
	}
	return found
}

// staysUnnamed reports whether a head is that of sources who are cited without
// a name: "conversations with Venn, a source said".
func staysUnnamed(head string) bool {
	switch head {
	case "source", "official", "aide", "person", "insider", "spokesman", "spokeswoman", "spokesperson", "expert", "analyst", "diplomat", "officer", "witness", "friend":
		return true
	}
	return false
}

// onlyPerson returns the one person whom a bare office, "the senator", can
// mean: the only one the article has named so far, or the only one whose role
// it has not given, if named in the last three sentences; -1 if there is none
// or more.
func (r *resolver) onlyPerson(k int, head string) int {
	ph := r.phrases[k]
	if !isElected(head) || !r.is(ph.lo, "the") || r.reach(k) != ph.hi || ph.hi > ph.lo+2 && (ph.hi > ph.lo+3 || r.at(ph.lo+1).Kind != text.Upper) {
		return -1
	}
	all, without, near := map[int]bool{}, map[int]bool{}, -1
	for i := k - 1; i >= max(0, k-lookBack); i-- {
		e := r.personOf(i)
		if e < 0 {
			continue
		}
		all[e] = true
		if r.entities[e].Role.Empty() {
			without[e] = true
			if r.back(i, k) <= 3 {
				near = e
			}
		}
	}
	if len(all) == 1 {
		for e := range all {
			return e
		}
	}
	if len(without) == 1 {
		return near
	}
	return -1
}

// personOf returns the person whom phrase i names, itself or as the owner of
// its noun; -1 if it names none.
func (r *resolver) personOf(i int) int {
	if r.isNamedPerson(i) {
		return r.phrases[i].entity - 1
	}
	if e := r.possessor(r.phrases[i]); e >= 0 && r.entities[e].Kind == news.Person {
		return e
	}
	return -1
}

// isElected reports whether a head names an office that is spoken of without
// saying who holds it.
func isElected(head string) bool {
	switch head {
	case "president", "premier", "chancellor", "senator", "governor", "mayor", "congressman", "congresswoman", "king", "queen", "pope", "pontiff", "minister":
		return true
	}
	return false
}

// isStatesman reports whether a description like "the North Korean diplomat"
// can mean the holder of a role like "North Korean foreign minister": the head
// is a general one and the country the same.
func (r *resolver) isStatesman(k int, head string, role []string) bool {
	heads := statesmen[head]
	if heads == nil {
		return false
	}
	land := r.countryIn(k)
	return land != "" && land == country(role) && slices.ContainsFunc(role, func(w string) bool { return slices.Contains(heads, w) })
}

// statesmen are the general nouns for those who act for a country, with the
// offices they can mean.
var statesmen = map[string][]string{
	"diplomat": {"minister", "ambassador", "envoy", "secretary", "negotiator"},
	"leader":   {"president", "premier", "minister", "chancellor", "king", "prince", "dictator", "ruler"},
	"envoy":    {"ambassador", "diplomat", "negotiator", "representative"},
	"official": {"minister", "secretary", "envoy", "negotiator", "spokesman", "spokeswoman"},
}

// country returns the country of the first adjective among folded words that
// names one, "North Korea" of "north korean"; empty if none does.
func country(words []string) string {
	for i, w := range words {
		if i+1 < len(words) {
			if c, ok := lexicon.Demonym(w + " " + words[i+1]); ok {
				return c
			}
		}
		if c, ok := lexicon.Demonym(w); ok {
			return c
		}
	}
	return ""
}

// placedNear returns the body that the subject of a sentence right before "the
// department" at phrase k says by the same head where it is: "The police department
// in Halden was late." -1 if none does, or one is named since.
func (r *resolver) placedNear(k int) int {
	ph := r.phrases[k]
	head := r.at(ph.hi - 1).lower
	if !r.is(ph.lo, "the") || ph.hi != ph.lo+2 || lexicon.RoleHead(head) || !lexicon.OrgNoun(head) && !lexicon.OrgHead(head) {
		return -1
	}
	for i := k - 1; i >= 0 && r.back(i, k) <= 2; i-- {
		c := r.phrases[i]
		if r.at(c.lo).mark != 0 || r.at(c.hi-1).lower != head {
			continue
		}
		if c.kind == named || c.kind == pronoun || c.lo != r.sentences[r.at(c.lo).sentence].lo || !r.is(c.hi, "in", "of", "at") || r.at(c.hi+1).Kind != text.Upper {
			return -1
		}
		if es := r.resolve(i); len(es) == 1 {
			return es[0]
		}
		return -1
	}
	return -1
}

// standsElsewhere reports whether the words behind phrase k say where a body is that
// each town has one of, and the name of body e has no word of that town: "the police
// department in Halden" is not the Port Venn Police Department.
func (r *resolver) standsElsewhere(k int, e *news.Entity) bool {
	i := r.phrases[k].hi
	t := r.at(i + 1)
	if !r.is(i-1, "department", "police", "hospital", "school", "university", "council", "court", "office", "station") || !r.is(i, "in") || t.Kind != text.Upper || t.mark != 0 || t.phrase == 0 || r.phrases[t.phrase-1].kind == timely {
		return false
	}
	return !hasWord(e.Name, text.Fold(t.lower))
}

// surnamed returns the person whose surname, with its particle, a phrase of one
// capitalised word is, "al-Marri"; -1 if it is nobody's.
func (r *resolver) surnamed(ph phrase) int {
	t := r.at(ph.hi - 1)
	if ph.hi != ph.lo+1 || t.pos != "NNP" || !strings.Contains(t.lower, "-") {
		return -1
	}
	for _, e := range r.bearers(t.lower) {
		if _, last, full := cutLast(r.entities[e].Name); strings.EqualFold(last, t.lower) {
			if full {
				return e
			}
			break
		}
	}
	return -1
}

// asSurname returns the person whose surname phrase k is, though it be a title or a
// word besides: "Judge said" of Mark Judge, "Mr. Will". -1 if it is nobody's, or that
// of two.
func (r *resolver) asSurname(k int) int {
	ph := r.phrases[k]
	lo := ph.lo
	if lo+1 < ph.hi && isTitle(r.at(lo).lower) {
		lo++
	}
	t := r.at(lo)
	if ph.hi != lo+1 || t.Kind != text.Upper || isShout(t.In(r.src)) {
		return -1
	}
	found := -1
	for _, e := range r.bearers(t.lower) {
		if _, last, full := cutLast(r.entities[e].Name); full && strings.EqualFold(last, t.lower) && !r.entities[e].Anonymous {
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

// ofSome reports whether a description says of what unnamed thing its head is
// one, "the president of a union": then it is nobody named by his office alone.
func (r *resolver) ofSome(k int) bool {
	i := r.phrases[k].hi
	return r.is(i, "of", "at", "for") && r.is(i+1, "a", "an", "another", "one")
}

// isState reports whether an organisation is one of the state's: a ministry, a
// court, a house of parliament.
func (r *resolver) isState(e int) bool {
	words := text.FoldedWords(r.entities[e].Name)
	return slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "department", "ministry", "committee", "court", "senate", "house", "congress", "parliament", "police", "administration", "kremlin", "pentagon":
			return true
		}
		return false
	})
}

// speaksOn returns the person who has just spoken, for a description of a
// person by what no role says, "the midfielder", "the former submariner"; -1 if
// the words may name a thing or that person's role is another.
func (r *resolver) speaksOn(k int) int {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	if !r.is(ph.lo, "the") || ph.hi == ph.lo+1 || r.reach(k) != ph.hi || t.pos == "NNS" {
		return -1
	}
	e := r.speaking(k)
	if e < 0 {
		return -1
	}
	if lexicon.Speaks(t.lower) || lexicon.OrgNoun(t.lower) || lexicon.OrgHead(t.lower) || lexicon.CueNoun(t.lower) != "" || paper(t.lower) != "" || isWork(t.lower) {
		return -1
	}
	if r.is(ph.lo+1, "former", "retired", "ex", "one-time", "longtime", "veteran") || namesDoer(t.lower) {
		return e
	}
	return -1
}

// plainly is the weight of the subject of a sentence of the same paragraph.
const plainly = 16

// speaking returns the person who has just spoken, or whom the sentence before
// in the paragraph of phrase k is about; -1 if it is nobody or several.
func (r *resolver) speaking(k int) int {
	isOne := func(e int) bool { return r.entities[e].Kind == news.Person && !r.many[e] }
	if r.justSpoke(k) && len(r.together) == 1 && isOne(r.last-1) {
		return r.last - 1
	}
	if e, weight := r.weighed(k, isOne); weight >= plainly {
		return e
	}
	return -1
}

// namesDoer reports whether w, in lower case, is built like the name of one who
// does what its stem says: "goalkeeper", "violinist", "oarsman".
func namesDoer(w string) bool {
	if len(w) < 7 || strings.HasSuffix(w, "paper") || strings.HasSuffix(w, "letter") {
		return false
	}
	for _, end := range []string{"keeper", "fielder", "ender", "ist", "ician", "man", "woman", "eer", "ster", "goer", "holder", "maker", "player", "rower", "ssman"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
