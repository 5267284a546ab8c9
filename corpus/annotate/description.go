package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// ofDescription resolves "the minister", "a senior official", "the company".
func (r *resolver) ofDescription(k int) []int {
	ph := r.phrases[k]
	span := r.whole(k)
	if a := r.apposed(k); a != k {
		if !r.isDefinite(ph) && r.endsInAnother(k) {
			r.trust[k] = sureEither
		}
		return r.resolve(a)
	}
	if e := max(r.plainName(k), r.asSurname(k)); e >= 0 {
		r.mention(e, span, news.ByName)
		return []int{e}
	}
	if es := r.author(k); es != nil {
		return es
	}
	if r.spokeTogether(k) {
		return r.together
	}
	if es := r.members(k); es != nil {
		return es
	}
	if e := r.nameBefore(k); e >= 0 {
		return []int{e}
	}
	if e := r.secondRole(k); e >= 0 {
		return []int{e}
	}
	if e := r.nameSetOff(k); e >= 0 {
		return []int{e}
	}
	if e := r.knownAs(k); e >= 0 {
		return []int{e}
	}
	if e := r.fullyNamed(k, span); e >= 0 {
		return []int{e}
	}
	if e := r.lookup(k); e >= 0 {
		r.mention(e, span, news.ByDescription)
		return []int{e}
	}
	if e := r.namedLater(k); e >= 0 {
		r.mention(e, span, news.ByDescription)
		return []int{e}
	}
	if es := r.membersLater(k); es != nil {
		return es
	}
	if e := r.stateLawyers(ph); e >= 0 {
		r.mention(e, span, news.ByDescription)
		return []int{e}
	}
	if e := r.campaignOf(k); e >= 0 {
		return []int{e}
	}
	if r.isNobody(k, span) {
		return nil
	}
	if name := r.owned(ph); !name.Empty() && name.End == span.End {
		r.entities = append(r.entities, news.Entity{Name: flat(name.In(r.src)), Kind: news.Person, Mentions: []news.Mention{{Span: name, Form: news.ByName}}})
		return []int{len(r.entities) - 1}
	}
	if name := r.properName(ph); !name.Empty() && name.End == span.End {
		return []int{r.newNamed(name)}
	}
	r.trust[k] = r.sourceTrust(k)
	return []int{r.newSource(span, text.Fold(r.at(ph.hi-1).lower), ph)}
}

// lookup returns the entity a description stands for among those known, -1 if
// it is none of them.
func (r *resolver) lookup(k int) int {
	ph := r.phrases[k]
	if e := r.placedNear(k); e >= 0 {
		return r.trusted(k, sureRole, e)
	}
	head := text.Fold(r.at(ph.hi - 1).lower)
	if e := r.mentionAt(ph); e >= 0 && !(r.is(ph.lo+1, "former") && (r.namedBehind(k)[e] || r.isIncumbent(k, e))) && !r.inPassing(e, k) {
		return r.trusted(k, sureMentioned, r.atHome(k, e, head))
	}
	if !r.isDefinite(ph) || r.ofSome(k) {
		return -1
	}
	if e := r.goesOnSaying(k); e >= 0 {
		return r.trusted(k, sureGoesOn, e)
	}
	if e := r.theSame(k, head); e >= 0 {
		return r.trusted(k, sureGoesOn, e)
	}
	if e := r.introducedSo(k); e >= 0 {
		return r.trusted(k, sureGoesOn, e)
	}
	if e := r.ofState(k, head); e >= 0 {
		return r.trusted(k, sureState, e)
	}
	if e := r.atHome(k, r.byRole(k, head), head); e >= 0 {
		return r.trusted(k, sureRole, e)
	}
	if e := r.chosen(k, head); e >= 0 {
		return r.trusted(k, sureRole, e)
	}
	if e := r.ofTerm(k, head); e >= 0 {
		return r.trusted(k, sureRoleless, e)
	}
	if r.at(ph.lo).pos == "PRP$" && lexicon.Kin.Has(head) {
		return -1 // "his father" is nobody just named
	}
	if e := r.roleless(k, head); e >= 0 {
		return r.trusted(k, sureRoleless, e)
	}
	if e := r.onlyPerson(k, head); e >= 0 && !r.lesser(ph, text.FoldedWords(r.entities[e].Role.In(r.src))) {
		return r.trusted(k, sureOnly, e)
	}
	was := r.was(k)
	if !slices.Contains(epithets, head) && !r.hasNumber(ph) && !was {
		return r.trusted(k, sureTopic, r.spokenOf(k, head))
	}
	sure := sureEpithet
	if r.countryIn(k) != "" {
		sure = sureAbroad
	}
	quoted := r.quotedBy(k)
	return r.trusted(k, sure, r.heaviest(k, func(e int) bool {
		return r.entities[e].Kind == news.Person && !r.many[e] && !quoted[e] && !(was && (r.entities[e].Anonymous || r.isIncumbent(k, e))) && !r.isElsewhere(e, k) && !r.isForeign(e, k)
	}))
}

// roleless returns the person who spoke last, a sentence or two before, if the
// article has given no role yet that "the general" could contradict; -1 else.
func (r *resolver) roleless(k int, head string) int {
	if r.last == 0 || head == "person" || !lexicon.RoleHead(head) || lexicon.RolePlural(head) || r.at(r.phrases[k].hi-1).pos == "NNS" {
		return -1
	}
	e := &r.entities[r.last-1]
	if e.Kind != news.Person || e.Anonymous || !e.Role.Empty() || r.lastAt > k || r.back(r.lastAt, k) > 2 {
		return -1
	}
	return r.last - 1
}

// mentionAt returns the entity a mention of which ends with the phrase, -1 if
// none does.
func (r *resolver) mentionAt(ph phrase) int {
	if e, ok := r.byEnd[r.at(ph.hi-1).End]; ok {
		return e
	}
	if ph.hi-ph.lo < 2 || !lexicon.OrgNoun(r.at(ph.hi-1).lower) {
		return -1
	}
	if m := r.at(ph.hi - 2).mention; m != 0 && r.entities[m-1].Kind == news.Organisation {
		return m - 1
	}
	return -1
}

// longestNamed is the most words that are taken for a name for their capitals
// alone.
const longestNamed = 5

// properName returns the words of a description that has capitals throughout
// behind its article, and so is the name of an organisation: "the Harbour
// Herald". Empty if it is not one.
func (r *resolver) properName(ph phrase) text.Span {
	lo := ph.lo
	if r.is(lo, "the") {
		lo++
	}
	last := r.at(ph.hi - 1)
	if lo >= ph.hi || last.pos != "NNP" || lexicon.RoleHead(last.lower) || lexicon.CueNoun(last.lower) != "" || lexicon.ThingHead(last.lower) || ph.hi-lo > longestNamed {
		return text.Span{}
	}
	for i := lo; i < ph.hi; i++ {
		t := r.at(i)
		_, demonym := lexicon.Demonym(t.lower)
		if t.Kind != text.Upper || demonym && ph.hi-lo == 1 || lexicon.FunctionWord(t.lower) {
			return text.Span{}
		}
	}
	if lo == ph.lo && ph.hi-lo == 1 {
		return text.Span{} // a lone word whose capital may be the sentence's
	}
	return r.span(lo, ph.hi)
}

// newNamed returns the organisation or person of that name, adding it to the article's
// entities if it is not among them.
func (r *resolver) newNamed(s text.Span) int {
	key, kind := BodyKey(s.In(r.src)), r.kindOfName(s)
	for e := range r.entities {
		if ent := &r.entities[e]; ent.Kind == kind && !ent.Anonymous && BodyKey(ent.Name) == key {
			r.mention(e, s, news.ByName)
			return e
		}
	}
	r.entities = append(r.entities, news.Entity{
		Name: flat(s.In(r.src)), Kind: kind, Mentions: []news.Mention{{Span: s, Form: news.ByName}},
	})
	return len(r.entities) - 1
}

func (r *resolver) isDefinite(ph phrase) bool {
	return r.is(ph.lo, "the", "that", "this", "those", "these", "his", "her", "their", "its") || r.at(ph.lo).pos == "PRP$"
}

// bodies are the nouns that can stand for any body named before.
var bodies = []string{"club", "team", "airline", "bank", "union", "charity", "university", "school", "hospital", "company", "group", "agency", "organization", "organisation", "newspaper", "paper", "firm", "outlet", "network", "broadcaster"}

// papers are those of bodies that print.
var papers = []string{"newspaper", "paper", "outlet", "network", "broadcaster"}

// isPress reports whether a name is that of a paper, station or news agency.
func isPress(name string) bool {
	for _, w := range text.FoldedWords(name) {
		switch w {
		case "times", "post", "news", "daily", "journal", "herald", "tribune", "gazette", "guardian", "telegraph", "observer", "chronicle", "courier",
			"globe", "press", "reuters", "bbc", "cnn", "nbc", "abc", "cbs", "npr", "pbs", "msnbc", "cnbc", "afp", "ap", "bloomberg", "politico", "axios", "magazine",
			"weekly", "sun", "mirror", "mail", "star", "examiner", "inquirer", "review", "record", "bulletin", "broadcasting", "radio", "television", "tv", "media",
			"xinhua", "tass", "interfax", "kyodo", "yonhap", "anadolu", "independent", "standard", "ledger", "sentinel", "dispatch", "register", "argus", "echo",
			"newsweek", "economist", "spectator", "zeitung", "spiegel", "monde", "figaro", "pais", "pravda", "kommersant", "ria", "dpa", "ansa", "efe", "pti", "upi":
			return true
		}
	}
	_, ok := lexicon.AgencyOf(name)
	return ok
}

// lookBack is how many noun phrases a description is looked back for.
const lookBack = 1500

// byRole returns the person whose role the description repeats, or the body
// whose name holds its head: "the minister" of "Harbour Minister Mara Venn",
// "the ministry" of "the Commerce Ministry". Words that narrow the head weigh
// most, then the exact head, then how often the article names the entity, then
// how near it stands. -1 if there is none.
func (r *resolver) byRole(k int, head string) int {
	best, score := -1, 0.0
	later := r.namedBehind(k)
	tried := map[int]bool{} // an entity fits best where it is named last
	for i := k - 1; i >= max(0, k-lookBack); i-- {
		c := r.phrases[i]
		if best < 0 {
			if e := r.introduces(i, head); e >= 0 && !r.isElsewhere(e, k) {
				return e
			}
		}
		if c.kind != named || tried[c.entity] || later[c.entity-1] || r.inPassing(c.entity-1, k) {
			continue
		}
		tried[c.entity] = true
		if s := r.fit(k, i, head); s > score {
			best, score = c.entity-1, s
		}
	}
	if best >= 0 || !slices.Contains(bodies, head) || slices.Contains(papers, head) && r.saysKind(k) {
		return best
	}
	if t := r.at(r.phrases[k].hi - 1); t.Kind == text.Upper && r.phrases[k].hi > r.phrases[k].lo+1 {
		return -1 // "the Club for Tides" is a name
	}
	can := map[int]bool{}
	fits := func(e int) bool {
		is, ok := can[e]
		if !ok {
			is = r.canBe(e, head) && !r.namesOther(k, &r.entities[e], false)
			can[e] = is
		}
		return is
	}
	if e := r.heaviest(k, fits); e >= 0 {
		return e
	}
	if !slices.Contains(businesses, head) || r.phrases[k].hi-r.phrases[k].lo > 2 {
		return -1
	}
	return r.nearest(k, fits)
}

// nearest returns the entity that fits and is named last before phrase k
// outside marks, -1 if there is none.
func (r *resolver) nearest(k int, fits func(e int) bool) int {
	for i := k - 1; i >= max(0, k-lookBack); i-- {
		if c := r.phrases[i]; c.kind == named && r.at(c.lo).mark == 0 && fits(c.entity-1) {
			return c.entity - 1
		}
	}
	return -1
}

// canBe reports whether an entity can be the body that head stands for.
func (r *resolver) canBe(e int, head string) bool {
	ent := &r.entities[e]
	if ent.Kind != news.Organisation || ent.Anonymous && !hasWord(ent.Name, head) || isPress(ent.Name) != slices.Contains(papers, head) {
		return false
	}
	if !slices.Contains(businesses, head) {
		return head != "group" && head != "charity" || !r.isState(e)
	}
	if k := loneKnown(ent.Name); k != nil {
		return k.Class == "companies"
	}
	words := text.FoldedWords(ent.Name)
	return len(words) > 0 && !lexicon.LowerOrg(words[len(words)-1]) && !slices.ContainsFunc(words, isPublic)
}

// businesses are those of bodies that trade.
var businesses = []string{"company", "firm", "airline", "bank", "club", "team"}

// isPublic reports whether w, folded, in its name makes an organisation no
// company.
func isPublic(w string) bool {
	switch w {
	case "department", "ministry", "committee", "commission", "council", "court", "courts", "senate", "house", "congress", "parliament", "assembly", "party", "union", "university", "college", "school", "police", "army", "office", "bureau", "agency", "authority",
		"administration", "association", "league", "institute", "center", "centre", "foundation", "society", "church", "hospital", "inspectorate", "tribunal", "board", "campaign", "coalition", "movement", "pac", "democrats", "republicans":
		return true
	}
	return false
}

// fit rates the entity of phrase i as the one the description k means; 0 if it
// cannot be.
func (r *resolver) fit(k, i int, head string) float64 {
	e := &r.entities[r.phrases[i].entity-1]
	if e.Kind == news.Organisation {
		if !hasWord(e.Name, head) || r.namesOther(k, e, true) || r.standsElsewhere(k, e) {
			return 0
		}
		return 8 - float64(min(r.back(i, k), 6))
	}
	exact, like := false, false
	role := text.FoldedWords(e.Role.In(r.src))
	for _, w := range role {
		exact = exact || w == head
		like = like || alike(w, head)
	}
	if e.Kind == news.Person && !exact && !like {
		like = r.isStatesman(k, head, role) || isForBench(head, role)
	}
	if e.Kind != news.Person || !exact && !like || !lexicon.RoleHead(head) || r.many[r.phrases[i].entity-1] {
		return 0
	}
	if t := r.at(r.phrases[k].hi - 1); t.pos == "NNS" && lexicon.RolePlural(head) {
		return 0 // "the judges" are more than one
	}
	if t := r.at(r.phrases[k].hi - 1); t.Kind == text.Upper && lexicon.OrgHead(head) && !lexicon.RoleOffice(head) {
		return 0 // "the Port Authority" is no authority
	}
	s := 4 + min(4, float64(len(e.Mentions))/2) - float64(min(r.back(i, k), 6))/2
	if exact {
		s += 3
	}
	if r.lesser(r.phrases[k], role) || r.isIncumbent(k, r.phrases[i].entity-1) || r.isElsewhere(r.phrases[i].entity-1, k) {
		return 0
	}
	s -= min(3, float64(len(role)-1)) // "the president" is rather the President than the Tirsovan one
	for j := r.phrases[k].lo; j < r.phrases[k].hi-1; j++ {
		w := text.Fold(r.at(j).lower)
		switch {
		case slices.Contains(role, w):
			s += 6
		case r.at(j).Kind == text.Upper && r.at(j).pos != "DT":
			s -= 3
		}
	}
	return max(s, 0.1)
}

// lesser reports whether a role is one below the office that phrase ph names:
// "the president" is no vice president.
func (r *resolver) lesser(ph phrase, role []string) bool {
	for _, w := range role {
		switch w {
		case "vice", "deputy", "assistant":
		default:
			continue
		}
		for i := ph.lo; i < ph.hi; i++ {
			if strings.HasPrefix(r.at(i).lower, w) {
				return false
			}
		}
		return true
	}
	return false
}

// namesOther reports whether a noun before the head of phrase k, any or one with a
// capital, is no word of that body's name: "the justice department" is no
// department of health, "the Gull news agency" no other agency.
func (r *resolver) namesOther(k int, e *news.Entity, anyNoun bool) bool {
	ph := r.phrases[k]
	for i := ph.lo; i < ph.hi-1; i++ {
		t := r.at(i)
		if _, land := lexicon.Demonym(t.lower); land || !t.isNoun() || t.Kind != text.Upper && !anyNoun || t.mention != 0 && r.at(i+1).pos == "POS" {
			continue
		}
		if w := text.Fold(t.lower); !hasWord(e.Name, w) && !slices.ContainsFunc(e.Aliases, func(a string) bool { return hasWord(a, w) }) {
			return true
		}
	}
	return false
}

// introduces returns the source that phrase i describes for the first time by
// the same head ("a port official" for "the official"), -1 if it is none.
func (r *resolver) introduces(i int, head string) int {
	c := r.phrases[i]
	if c.kind != description || r.at(c.lo).mark != 0 || r.isDefinite(c) || text.Fold(r.at(c.hi-1).lower) != head || !lexicon.RoleHead(head) {
		return -1
	}
	if es := r.resolve(i); len(es) == 1 {
		return es[0]
	}
	return -1
}

func hasWord(name, head string) bool { return slices.Contains(text.FoldedWords(name), head) }

// alike reports whether two role nouns can name one office.
func alike(a, b string) bool {
	for _, set := range [][]string{
		{"spokesman", "spokeswoman", "spokesperson"}, {"chairman", "chairwoman", "chair", "chairperson"}, {"lawyer", "attorney", "counsel"},
		{"congressman", "congresswoman", "representative", "lawmaker", "rep"}, {"senator", "lawmaker", "sen"}, {"boss", "chief", "head", "director", "ceo", "executive"},
		{"premier", "prime"}, {"adviser", "advisor", "aide"}, {"officer", "official"}, {"justice", "judge"}, {"minister", "secretary"},
		{"governor", "gov"}, {"general", "gen"}, {"mp", "lawmaker"}, {"pope", "pontiff"}, {"coach", "manager"}, {"striker", "player", "midfielder", "defender", "goalkeeper"},
	} {
		if slices.Contains(set, a) && slices.Contains(set, b) {
			return true
		}
	}
	return false
}
