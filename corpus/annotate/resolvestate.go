package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// goesOnSaying returns the person who has just spoken, where "the former pilot"
// is who adds to that or continues; -1 elsewhere.
func (r *resolver) goesOnSaying(k int) int {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	if !r.justSpoke(k) || len(r.together) != 1 || !r.is(ph.lo, "the") || t.pos == "NNS" || !lexicon.RoleHead(t.lower) || staysUnnamed(t.lower) {
		return -1
	}
	if e := &r.entities[r.last-1]; e.Kind != news.Person || e.Anonymous || !r.is(ph.lo-1, "added", "adds", "continued", "continues") && !r.is(r.reach(k), "added", "adds", "continued", "continues") {
		return -1
	}
	return r.last - 1
}

// spokenOf returns the person whom the sentence before phrase k is plainly about, where
// the phrase describes one by a role that the article has given nobody: "the
// consultant" is then another word for that person. -1 if the words tell a source apart
// that stays unnamed, or that person holds another office.
func (r *resolver) spokenOf(k int, head string) int {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	if !r.is(ph.lo, "the") || t.pos != "NN" || t.Kind != text.Lower || !lexicon.RoleHead(head) || lexicon.RolePlural(head) || staysUnnamed(head) || isPlayer(head) || r.reach(k) != ph.hi || r.at(ph.lo).mark != 0 || r.opensBehindName(k) || lexicon.RoleOffice(head) && ph.hi == ph.lo+2 {
		return -1
	}
	fits := func(e int) bool {
		ent := &r.entities[e]
		g := genderOf(head)
		return ent.Kind == news.Person && !ent.Anonymous && !r.many[e] && (g == "" || ent.Gender == "" || g == ent.Gender) && !r.isElsewhere(e, k) && !r.isForeign(e, k)
	}
	e, weight := r.weighed(k, fits)
	if e < 0 || weight < plainlyBefore || lexicon.RoleOffice(head) && r.holdsOffice(e) || r.namedBehind(k)[e] {
		return -1
	}
	if _, next := r.weighed(k, func(o int) bool { return o != e && fits(o) }); weight-next < nearlyOutdone {
		return -1
	}
	return e
}

// opensBehindName reports whether the sentence of phrase k names a person before it: the
// phrase then sets somebody else against that one, "Venn asked, but | the pilot said".
func (r *resolver) opensBehindName(k int) bool {
	lo := max(r.sentences[r.at(r.phrases[k].lo).sentence].lo, r.phrases[k].lo-longestSpoken)
	for i := lo; i < r.phrases[k].lo; i++ {
		if t := r.at(i); t.mark == 0 && r.isPerson(t.mention) {
			return true
		}
	}
	return false
}

// plainlyBefore is the weight of the subject of the sentence before.
const plainlyBefore = 13

// holdsOffice reports whether the article gives person e an office.
func (r *resolver) holdsOffice(e int) bool {
	return slices.ContainsFunc(text.FoldedWords(r.entities[e].Role.In(r.src)), lexicon.RoleOffice)
}

// isPlayer reports whether a head names somebody by the part played in what is told, who
// may come into it without a name: "the driver", "the victim".
func isPlayer(head string) bool {
	switch head {
	case "victim", "suspect", "driver", "gunman", "shooter", "judge", "prosecutor", "lawyer", "attorney", "reporter", "journalist", "interviewer", "moderator", "host", "author", "writer", "caller", "doctor", "nurse", "teacher", "student", "boy", "girl", "man", "woman", "mother", "father", "son", "daughter", "wife", "husband", "brother", "sister",
		"narrator", "recruiter", "agent", "policeman", "soldier", "guard", "owner", "manager", "patient", "plaintiff", "defendant", "speaker", "user", "writer-director", "child", "baby", "caretaker", "worker", "employee", "protester", "voter", "survivor", "buyer", "seller", "whistleblower", "informant", "accuser", "detective", "investigator", "opponent", "enemy", "public", "president":
		return true
	}
	return false
}

// ofState returns the person named last before phrase k whom the article gives
// the state that the phrase says: "the Texas Republican" after "Sen. Mara Venn
// (R-Texas)". -1 if it says none or gives it to nobody.
func (r *resolver) ofState(k int, head string) int {
	ph := r.phrases[k]
	if !slices.Contains(epithets, head) && !isElected(head) {
		return -1
	}
	state := r.stateIn(ph.lo, ph.hi)
	if state == "" {
		return -1
	}
	for i := k - 1; i >= max(0, k-nearBack); i-- {
		if r.isNamedPerson(i) && r.statesOf(r.phrases[i].entity - 1)[state] {
			return r.phrases[i].entity - 1
		}
	}
	return -1
}

// isElsewhere reports whether the article gives person e a state, and none of
// them is that which phrase k says.
func (r *resolver) isElsewhere(e, k int) bool {
	state := r.stateIn(r.phrases[k].lo, r.phrases[k].hi)
	of := r.statesOf(e)
	return state != "" && len(of) > 0 && !of[state]
}

// isForeign reports whether phrase k says whose country's somebody is, "the Norland
// leader", and the article gives person e a role of another.
func (r *resolver) isForeign(e, k int) bool {
	land := r.countryIn(k)
	of := country(text.FoldedWords(r.entities[e].Role.In(r.src)))
	return land != "" && of != "" && of != land
}

// countryIn returns the country of the first adjective in phrase k that names one;
// empty if none does.
func (r *resolver) countryIn(k int) string {
	var words []string
	for i := r.phrases[k].lo; i < r.phrases[k].hi; i++ {
		words = append(words, text.Fold(r.at(i).lower))
	}
	return country(words)
}

// statesOf returns the states that stand beside the names of person e: "Texas
// Sen. Mara Venn", "Mara Venn (R-Texas)", "Mara Venn of Texas".
func (r *resolver) statesOf(e int) map[string]bool {
	if out, ok := r.states[e]; ok {
		return out
	}
	out := map[string]bool{}
	for _, m := range r.entities[e].Mentions {
		if m.Form != news.ByName {
			continue
		}
		lo, hi := r.tokenAt(m.Start), r.tokenAt(m.End)
		if s := r.stateIn(r.besideStart(lo), lo); s != "" {
			out[s] = true
		}
		if s := r.stateIn(hi, r.besideEnd(hi)); s != "" {
			out[s] = true
		}
	}
	r.states[e] = out
	return out
}

// besideStart returns the first of the few tokens before a name at token i that
// go with it: no verb, comma, conjunction or preposition parts them from it, as in
// "Brandt of Texas met Ms. Venn".
func (r *resolver) besideStart(i int) int {
	lo := max(i-3, r.sentences[r.at(i).sentence].lo)
	for k := i; k > lo; k-- {
		if t := r.at(k - 1); t.isFinite() || t.pos == "CC" || t.pos == "IN" || t.lower == "to" || t.lower == "," || t.mark != r.at(i).mark {
			return k
		}
	}
	return lo
}

// besideEnd returns the token behind what is set beside a name that ends before
// token i: a bracket, words between commas, or "of" and a place.
func (r *resolver) besideEnd(i int) int {
	if !r.is(i, "(", ",", "of") {
		return i
	}
	for j := i + 1; j < i+6; j++ {
		if r.at(j).sentence != r.at(i).sentence || r.at(j).mark != 0 || r.at(j).isFinite() || r.is(j, ")") || r.is(j, ",") && j > i+1 && !r.is(j-1, "d", "r") {
			return j
		}
	}
	return i + 6
}

// stateIn returns the first state of the United States that tokens [lo, hi) name,
// in full or cut short; empty if none does.
func (r *resolver) stateIn(lo, hi int) string {
	for i := lo; i < min(hi, len(r.tokens)); i++ {
		w := r.at(i).In(r.src)
		party := isPartyTag(w)
		if party {
			w = w[2:]
		}
		if i+1 < hi {
			if s := lexicon.State(w + " " + r.at(i+1).In(r.src)); s != "" {
				return s
			}
		}
		if s := lexicon.State(w); s != "" {
			return s
		}
		if s, dot := strings.CutSuffix(w, "."); dot || party {
			if s = lexicon.StateShort(s); s != "" {
				return s
			}
		}
	}
	return ""
}

// ofTerm returns the person whose time in office the words before the comma right before
// phrase k, an office, say: "In the last days of | Mara Venn's | term, the mayor said". -1
// if they say nobody's, or that person holds another.
func (r *resolver) ofTerm(k int, head string) int {
	ph := r.phrases[k]
	lo := r.sentences[r.at(ph.lo).sentence].lo
	if !lexicon.RoleOffice(head) || !r.is(ph.lo-1, ",") || r.at(ph.lo-1).mark != 0 || r.at(lo).pos != "IN" || ph.lo-lo > longestAside {
		return -1
	}
	if !r.is(ph.lo-2, "term", "tenure", "run", "campaign", "presidency", "rule", "career", "reign", "office", "administration", "mayoralty", "premiership") {
		return -1
	}
	n := r.at(ph.lo-2).phrase - 1
	if n < 0 {
		return -1
	}
	e := r.possessor(r.phrases[n])
	if e < 0 || r.entities[e].Kind != news.Person || r.holdsOffice(e) || r.isElsewhere(e, k) {
		return -1
	}
	return e
}

// muchMore is how many times as often as another the article names the one whom it is
// about.
const muchMore = 3

// atHome returns person e, unless a bare office, "the president", which e holds elsewhere
// as "Norland's president Tam Lind", means one without a role whom the article names much
// more often.
func (r *resolver) atHome(k, e int, head string) int {
	ph := r.phrases[k]
	if e < 0 || !isElected(head) || ph.hi != ph.lo+2 || !r.is(ph.lo, "the") || !r.saysLand(e) {
		return e
	}
	best, least := e, muchMore*len(r.entities[e].Mentions)
	for o := range r.entities {
		if ent := &r.entities[o]; ent.Kind == news.Person && !ent.Anonymous && ent.Role.Empty() && len(ent.Mentions) >= least {
			best, least = o, len(ent.Mentions)+1
		}
	}
	return best
}

// saysLand reports whether the role that the article gives person e says of what country.
func (r *resolver) saysLand(e int) bool {
	role := r.entities[e].Role
	if role.Empty() {
		return false
	}
	for i := r.tokenAt(role.Start); i < len(r.tokens) && r.at(i).Start < role.End; i++ {
		m := r.at(i).mention
		if m != 0 && r.entities[m-1].Kind == news.Place {
			return true
		}
	}
	return country(text.FoldedWords(role.In(r.src))) != ""
}

// saysKind reports whether a noun before the head of phrase k says what kind of paper it
// is: "the briefing paper" is none that is printed daily.
func (r *resolver) saysKind(k int) bool {
	ph := r.phrases[k]
	t := r.at(ph.hi - 2)
	return ph.hi > ph.lo+2 && t.isNoun() && t.Kind == text.Lower
}

// isIncumbent reports whether phrase k is of one who once held an office, and the role of
// person e is no more than the title of one who does: "the former senator" is not Sen.
// Mara Venn.
func (r *resolver) isIncumbent(k, e int) bool {
	ph, role := r.phrases[k], text.FoldedWords(r.entities[e].Role.In(r.src))
	if len(role) != 1 || !r.is(ph.lo, "former") && !r.is(ph.lo+1, "former") {
		return false
	}
	switch role[0] {
	case "sen", "rep", "gov", "senator", "governor", "congressman", "congresswoman":
		return true
	}
	return false
}
