package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// members returns the people whom a description of several, "the senators", "the
// three lawmakers", means: those whom the article names together, nearest before
// phrase k, in the number and the role that it says. None where it names none so.
func (r *resolver) members(k int) []int {
	if !r.meansMembers(k) {
		return nil
	}
	n, head := r.countIn(k), strings.TrimSuffix(text.Fold(r.at(r.phrases[k].hi-1).lower), "s")
	at := r.at(r.phrases[k].lo).sentence
	for s := at; s >= 0 && r.told[at]-r.told[s] <= farMembers; s-- {
		best, near := []int(nil), false
		for i := r.firstPhrase(s); i >= 0 && i < k && r.at(r.phrases[i].lo).sentence == s; i++ {
			if r.introducesMany(i, head) {
				best, near = nil, true // "six senators wrote": they are meant
			}
			if es, last := r.listOf(i, k, n, head, n == 0 || r.told[at]-r.told[s] > nearMembers); es != nil {
				best, near = es, true
				i = last
			}
		}
		if near {
			return best
		}
	}
	return nil
}

// listOf returns the people whom the list that phrase i begins names, if the
// description of n of them, or of any number, at phrase k can mean them by its head,
// and the last phrase that tells of them. Where they must be called so, one of them
// must bear that role.
func (r *resolver) listOf(i, k, n int, head string, called bool) (people []int, last int) {
	es, hi := r.listFrom(i)
	if len(es) < 2 || n > 0 && len(es) != n {
		return nil, i
	}
	d := r.describedAs(i, hi, head)
	if d != none && !r.sameOwner(d, k) || d == none && !r.allCanBe(es, head, !called) {
		return nil, i
	}
	return es, max(i+len(es)-1, d)
}

// describedAs returns the phrase that tells by head, in the singular, what all are whom
// the list of tokens from phrase i up to hi names: "| Orley's lawyers |, Venn and
// Lind", "Venn and Lind, | lawyers for Orley". none if none does.
func (r *resolver) describedAs(i, hi int, head string) int {
	before := r.phrases[i].lo - 1
	if r.is(before, ",") {
		before--
	}
	for _, at := range []int{before, hi + 1} {
		if at > hi && !r.is(hi, ",") {
			break
		}
		d := r.at(at).phrase - 1
		if d >= 0 && at < hi {
			d, _ = r.nounChain(d, r.sentences[r.at(at).sentence].lo)
		}
		if d < 0 || r.phrases[d].kind == named || r.at(r.phrases[d].lo).sentence != r.at(r.phrases[i].lo).sentence {
			continue
		}
		if t := r.at(r.phrases[d].hi - 1); (t.pos == "NNS" || t.pos == "NNPS") && isRole(text.Fold(t.lower), head) {
			return d
		}
	}
	return none
}

// sameOwner reports whether two descriptions of people may be of the same ones, as far
// as they say whose they are: "Venn's lawyers" are no "lawyers for Lind".
func (r *resolver) sameOwner(a, b int) bool {
	x, y := r.belongsTo(a), r.belongsTo(b)
	return x < 0 || y < 0 || x == y
}

// belongsTo returns the entity whose people a description says they are, -1 if it does
// not say: "Venn's lawyers", "lawyers for Venn".
func (r *resolver) belongsTo(k int) int {
	ph := r.phrases[k]
	if e := r.owner(ph); e >= 0 {
		return e
	}
	if n := r.at(ph.hi+1).phrase - 1; n >= 0 && r.is(ph.hi, "for", "of", "to", "with") && r.phrases[n].kind == named {
		return r.phrases[n].entity - 1
	}
	return -1
}

// membersLater returns the people whom the article names behind a first mention of
// several that tells how many or whose they are: "Lawyers for Orley said so. …
// Attorneys Venn and Lind". None where none are named so soon.
func (r *resolver) membersLater(k int) []int {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	head := strings.TrimSuffix(text.Fold(t.lower), "s")
	n := 0
	if r.is(ph.lo, "two", "three", "four", "five", "six") && ph.hi > ph.lo+1 {
		n = lexicon.SmallNumber(r.at(ph.lo).lower)
	}
	if t.mark != 0 || t.pos != "NNS" && t.pos != "NNPS" || !lexicon.RoleHead(t.lower) && !lexicon.RoleHead(head) || n == 0 && r.belongsTo(k) < 0 && !r.is(ph.hi, "for") {
		return nil
	}
	at := r.at(ph.lo).sentence
	for i := k + 1; i < len(r.phrases) && r.at(r.phrases[i].lo).sentence <= at+soonMembers; i++ {
		if es := r.namedTogether(i); len(es) > 1 && (n == 0 || n == len(es)) {
			es, _ = r.listOf(i, k, n, head, true)
			return es
		}
	}
	return nil
}

// soonMembers is how many sentences on those are named at the latest whom an article
// first tells of by what they are.
const soonMembers = 6

// farMembers is how many of the reporter's sentences back a description of several
// looks for those who are named together; nearMembers, for those of whom it tells the
// number alone.
const (
	farMembers  = 8
	nearMembers = 2
)

// meansMembers reports whether phrase k describes several by no more than their
// number and what all of them are: "the senators", "the two port officials".
func (r *resolver) meansMembers(k int) bool {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	if t.mark != 0 || t.pos != "NNS" && t.pos != "NNPS" || !r.is(ph.lo, "the", "these", "those", "both") || r.reach(k) != ph.hi || r.is(ph.hi, "who", "that", "whose") {
		return false
	}
	one := strings.TrimSuffix(t.lower, "s")
	if !lexicon.RoleHead(t.lower) && !lexicon.RoleHead(one) && !r.is(ph.hi-1, "men", "women") || r.is(ph.lo-1, "of") {
		return false
	}
	if r.countIn(k) > 0 {
		return true
	}
	party := ph.hi == ph.lo+3 && r.is(ph.lo+1, "gop", "republican", "democratic", "labour", "conservative", "tory")
	return (ph.hi == ph.lo+2 || party) && one != "judge" && one != "justice" // who sit as one court
}

// countIn returns how many people phrase k says it is of, 0 if it does not say.
func (r *resolver) countIn(k int) int {
	ph := r.phrases[k]
	if r.is(ph.lo, "both") {
		return 2
	}
	if r.is(ph.lo+1, "two", "three", "four", "five", "six") && ph.hi > ph.lo+2 {
		return lexicon.SmallNumber(r.at(ph.lo + 1).lower)
	}
	return 0
}

// firstPhrase returns the first phrase of sentence s, -1 if it has none.
func (r *resolver) firstPhrase(s int) int {
	for i := r.sentences[s].lo; i < r.sentences[s].hi; i++ {
		if n := r.at(i).phrase; n != 0 {
			return n - 1
		}
	}
	return -1
}

// introducesMany reports whether phrase i tells of several of those whom head, in the
// singular, names, without saying who they are: "a group of | senators".
func (r *resolver) introducesMany(i int, head string) bool {
	c := r.phrases[i]
	t := r.at(c.hi - 1)
	return c.kind != named && t.mark == 0 && (t.pos == "NNS" || t.pos == "NNPS") && strings.TrimSuffix(text.Fold(t.lower), "s") == head && !r.isDefinite(c) && len(r.namedTogether(i+1)) == 0
}

// namedTogether returns the people whom a list that phrase i begins names, what
// stands behind each name passed over: "Venn, L-Halden, Lind (L-Port) and Orley".
// None where it begins no list.
func (r *resolver) namedTogether(i int) []int {
	es, _ := r.listFrom(i)
	return es
}

// behindList returns the token behind the list that phrase i begins, or behind the
// phrase where it begins none.
func (r *resolver) behindList(i int) int {
	if es, hi := r.listFrom(i); len(es) > 0 {
		return hi
	}
	return r.reach(i)
}

// listFrom is namedTogether with the token behind the list.
func (r *resolver) listFrom(i int) (people []int, hi int) {
	if i >= len(r.phrases) || !r.isNamedPerson(i) || r.goesOnList(i) {
		return nil, 0
	}
	out, ended := []int{r.phrases[i].entity - 1}, false
	for len(out) < mostJoint {
		j := r.pastTag(r.pastBracket(r.reach(i)))
		comma := r.is(j, ",")
		if comma {
			j++
		}
		last := r.is(j, "and", "&")
		if last {
			j++
		}
		n := r.at(j).phrase - 1
		if !comma && !last || n < 0 || r.phrases[n].lo != j || !r.isNamedPerson(n) || slices.Contains(out, r.phrases[n].entity-1) {
			break
		}
		out, i, ended = append(out, r.phrases[n].entity-1), n, last
	}
	if !ended {
		return nil, 0
	}
	return out, r.pastTag(r.pastBracket(r.reach(i)))
}

// goesOnList reports whether the name of phrase i goes on a list: "Venn, | Lind | and
// Orley".
func (r *resolver) goesOnList(i int) bool {
	lo, at := r.sentences[r.at(r.phrases[i].lo).sentence].lo, r.phrases[i].lo-1
	if r.is(at, "and", "&") {
		at--
	}
	if r.is(at, ",") {
		at--
	}
	if at == r.phrases[i].lo-1 || at < lo || at <= 0 {
		return false
	}
	at = r.skipTag(r.skipBracket(at, lo), lo)
	n := r.at(at).phrase - 1
	return at >= lo && n >= 0 && r.isNamedPerson(r.headName(n, lo))
}

// pastTag returns the token behind a lawmaker's party and state at token i, where a
// list goes on: "Venn | , L-Halden | , and Lind"; i elsewhere.
func (r *resolver) pastTag(i int) int {
	if !r.is(i, ",") || !isPartyTag(r.at(i+1).In(r.src)) {
		return i
	}
	i += 2
	if r.is(i, ".") {
		i++
	}
	return i
}

// allCanBe reports whether head, in the singular, can name each of several people:
// one at least is called so, and none by another role. Where their number is told,
// those who have no role may be anything.
func (r *resolver) allCanBe(es []int, head string, counted bool) bool {
	called := false
	for _, e := range es {
		ent := &r.entities[e]
		if !agrees(ent.Gender, head) {
			return false
		}
		role := text.FoldedWords(ent.Role.In(r.src))
		if len(role) == 0 {
			continue
		}
		if fits := slices.ContainsFunc(role, func(w string) bool { return isRole(w, head) }); fits {
			called = true
		} else if !isAnyRole(head) {
			return false
		}
	}
	return called || counted
}

// isRole reports whether w, a word of a role, of one or of several, can name who head
// names in the singular.
func isRole(w, head string) bool {
	one := strings.TrimSuffix(w, "s")
	return w == head || one == head || alike(w, head) || alike(one, head)
}

// agrees reports whether a person of gender g can be one of the men or women that
// head names.
func agrees(g news.Gender, head string) bool {
	return g == "" || head != "men" && head != "women" || (g == news.Male) == (head == "men")
}

// epithets are the nouns that, with an article, name the person spoken of last
// whatever that person's role.
var epithets = []string{
	"democrat", "republican", "conservative", "liberal", "lawmaker", "legislator", "congressman", "congresswoman", "politician", "native",
	"leader", "star", "billionaire", "businessman", "businesswoman", "mogul", "candidate", "nominee", "incumbent", "hopeful", "frontrunner",
	"front-runner", "veteran", "tycoon", "magnate", "newcomer", "father-of-two", "mother-of-two", "father-of-three", "mother-of-three",
}

// isAnyRole reports whether head, in the singular, can name people whatever their
// role.
func isAnyRole(head string) bool {
	return head == "men" || head == "women" || head == "official" || slices.Contains(epithets, head)
}

// subjectsTogether returns the people whom the words before "they" at phrase k, in its
// sentence or the one before, name together as the subject: "Venn and Lind met Orley.
// | They | agreed". None where others are.
func (r *resolver) subjectsTogether(k int) []int {
	at := r.at(r.phrases[k].lo).sentence
	for s := at; s >= 0 && r.told[at]-r.told[s] <= 1; s-- {
		lo := r.mainClause(s)
		for i := r.firstPhrase(s); i >= 0 && i < k && r.at(r.phrases[i].lo).sentence == s; i++ {
			c := r.phrases[i]
			if c.lo < lo || r.at(c.lo).mark != 0 || c.kind == timely || !r.canBeSubject(i, lo) || !r.at(r.skipAdverbs(r.behindList(i))).isFinite() {
				continue
			}
			if es := r.namedTogether(i); len(es) > 1 {
				return r.unlessMany(es, i, k)
			}
			if s < at {
				return nil
			}
			break
		}
	}
	return nil
}

// unlessMany returns es, whom the list that phrase i begins names, unless several others
// are described between it and "they" at phrase k: "according to | several pilots".
func (r *resolver) unlessMany(es []int, i, k int) []int {
	for i += len(es); i < k; i++ {
		if e := r.candidate(i); e >= 0 && r.many[e] {
			return nil
		}
	}
	return es
}

// onlyQuoted reports whether the words before phrase k name entity e in marks alone: who
// is only spoken of is not who speaks.
func (r *resolver) onlyQuoted(e, k int) bool {
	for i := k - 1; i >= max(0, k-nearBack); i-- {
		if c := r.phrases[i]; r.at(c.lo).mark == 0 && r.candidate(i) == e {
			return false
		}
	}
	return true
}
