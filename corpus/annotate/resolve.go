package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// resolver turns the phrases that name speakers into entities, in the order of
// the text: who spoke last decides who "he" is.
type resolver struct {
	*page
	described map[string]int      // folded name of a described source → its entity
	byEnd     map[int]int         // offset behind a mention by description → its entity
	known     map[mentionKey]bool // mentions added
	memo      map[int][]int       // phrase → entities
	last      int                 // 1 + the entity that spoke last
	told      []int               // for each sentence, how many before it hold words of the reporter
}

type mentionKey struct {
	entity int
	at     text.Span
}

func newResolver(p *page) *resolver {
	r := &resolver{page: p, described: map[string]int{}, byEnd: map[int]int{}, known: map[mentionKey]bool{}, memo: map[int][]int{}}
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
	for _, k := range a.phrases {
		for _, e := range r.resolve(k) {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	if len(out) > 0 {
		r.last = out[0] + 1
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
		return []int{ph.entity - 1}
	case pronoun:
		return r.ofPronoun(k)
	case timely, thing:
		return nil
	}
	return r.ofDescription(k)
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
		if e := r.recentPerson(k); e >= 0 {
			r.mention(e, r.span(ph.lo, ph.hi), news.ByPronoun)
			return []int{e}
		}
	case "it":
		if e := r.heaviest(k, func(e int) bool { return r.entities[e].Kind == news.Organisation }); e >= 0 {
			return []int{e}
		}
	case "they":
		if e := r.heaviest(k, func(e int) bool { return r.isGroup(&r.entities[e]) }); e >= 0 {
			return []int{e}
		}
	}
	return nil
}

// isGroup reports whether "they" can stand for an entity.
func (r *resolver) isGroup(e *news.Entity) bool {
	return e.Kind == news.Organisation || e.Anonymous && strings.HasSuffix(e.Name, "s")
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

// recentPerson returns the person "he" or "she" at phrase k most likely is:
// the nearest sentences weigh most, then a subject before an object, then who
// spoke last; gender must agree where both are known, and who is spoken to in
// the same sentence is somebody else. -1 if there is none.
func (r *resolver) recentPerson(k int) int {
	want := news.Male
	if r.is(r.phrases[k].lo, "she", "her") {
		want = news.Female
	}
	other := r.addressee(k)
	return r.heaviest(k, func(e int) bool {
		ent := &r.entities[e]
		return ent.Kind == news.Person && e != other && (ent.Gender == "" || ent.Gender == want)
	})
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

func (r *resolver) skipAux(i int) int {
	for r.at(i).isAux() || r.at(i).isAdverb() {
		i++
	}
	return i
}

// heaviest returns the entity that fits and weighs most as the antecedent of
// phrase k, -1 if none fits in the last six of the reporter's sentences.
func (r *resolver) heaviest(k int, fits func(e int) bool) int {
	best, score := -1, 0.0
	for i := k - 1; i >= max(0, k-lookBack); i-- {
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
	return best
}

// candidate returns the entity phrase i stands for, as far as it is known
// without making a new one; -1 if it is not.
func (r *resolver) candidate(i int) int {
	c := r.phrases[i]
	switch c.kind {
	case named:
		return c.entity - 1
	case pronoun, description:
		if es, ok := r.memo[i]; ok {
			if len(es) == 1 {
				return es[0]
			}
			return -1
		}
	}
	if c.kind == description && r.at(c.lo).mark == 0 && r.isDefinite(c) && lexicon.RoleHead(r.at(c.hi-1).lower) {
		return r.lookup(i)
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
	if r.canBeSubject(i, r.sentences[st].lo) {
		s += 2
		if !r.earlierSubject(i) {
			s += 2
		}
	}
	if r.at(c.hi-1).pos == "POS" || r.at(c.hi).pos == "POS" {
		s -= 3
	}
	if e == r.last-1 {
		s += 3
	}
	return s
}

// earlierSubject reports whether another person stands as a subject before
// phrase i in its sentence.
func (r *resolver) earlierSubject(i int) bool {
	s := r.at(r.phrases[i].lo).sentence
	lo := r.sentences[s].lo
	for j := i - 1; j >= 0 && r.at(r.phrases[j].lo).sentence == s; j-- {
		if r.phrases[j].kind == named && r.isPerson(r.phrases[j].entity) && r.at(r.phrases[j].lo).mark == 0 && r.canBeSubject(j, lo) {
			return true
		}
	}
	return false
}

// ofDescription resolves "the minister", "a senior official", "the company".
func (r *resolver) ofDescription(k int) []int {
	ph := r.phrases[k]
	span := r.whole(k)
	if a := r.apposed(k); a != k {
		return r.resolve(a)
	}
	if e := r.author(k); e >= 0 {
		return []int{e}
	}
	if e := r.lookup(k); e >= 0 {
		r.mention(e, span, news.ByDescription)
		return []int{e}
	}
	return []int{r.newSource(span, text.Fold(r.at(ph.hi-1).lower), ph)}
}

// author returns who is behind a paper that speaks: "GM's statement", "a
// letter from Venn"; -1 if the words do not say.
func (r *resolver) author(k int) int {
	ph := r.phrases[k]
	if lexicon.CueNoun(r.at(ph.hi-1).lower) == "" {
		return -1
	}
	for i := ph.lo; i+1 < ph.hi; i++ {
		if m := r.at(i).mention; m != 0 && r.at(i+1).pos == "POS" {
			return m - 1
		}
	}
	if n := r.at(ph.hi + 1).phrase; n != 0 && r.is(ph.hi, "from", "by") && r.phrases[n-1].kind == named {
		return r.phrases[n-1].entity - 1
	}
	return -1
}

// lookup returns the entity a description stands for among those known, -1 if
// it is none of them.
func (r *resolver) lookup(k int) int {
	ph := r.phrases[k]
	if e := r.mentionAt(ph); e >= 0 {
		return e
	}
	if !r.isDefinite(ph) {
		return -1
	}
	head := text.Fold(r.at(ph.hi - 1).lower)
	if e := r.byRole(k, head); e >= 0 {
		return e
	}
	if slices.Contains(epithets, head) || r.hasNumber(ph) {
		return r.heaviest(k, func(e int) bool { return r.entities[e].Kind == news.Person })
	}
	return -1
}

// hasNumber reports whether a description gives an age: "the 63-year-old".
func (r *resolver) hasNumber(ph phrase) bool {
	return strings.HasSuffix(r.at(ph.hi-1).lower, "-year-old")
}

// epithets are the nouns that, with an article, name the person spoken of last
// whatever that person's role.
var epithets = []string{
	"democrat", "republican", "conservative", "liberal", "lawmaker", "legislator", "congressman", "congresswoman", "politician", "native",
	"leader", "star", "billionaire", "businessman", "businesswoman", "mogul", "candidate", "nominee", "incumbent", "hopeful", "frontrunner",
	"front-runner", "veteran", "tycoon", "magnate", "newcomer", "father-of-two", "mother-of-two", "father-of-three", "mother-of-three",
}

// mentionAt returns the entity a mention of which ends with the phrase, -1 if
// none does.
func (r *resolver) mentionAt(ph phrase) int {
	if e, ok := r.byEnd[r.at(ph.hi-1).End]; ok {
		return e
	}
	return -1
}

func (r *resolver) isDefinite(ph phrase) bool {
	return r.is(ph.lo, "the", "that", "this", "those", "these", "his", "her", "their", "its") || r.at(ph.lo).pos == "PRP$"
}

// bodies are the nouns that can stand for any body named before.
var bodies = []string{"company", "group", "agency", "organization", "organisation", "newspaper", "paper", "firm", "outlet"}

// papers are those of bodies that print.
var papers = []string{"newspaper", "paper", "outlet"}

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
	for i := k - 1; i >= max(0, k-lookBack); i-- {
		c := r.phrases[i]
		if best < 0 {
			if e := r.introduces(i, head); e >= 0 {
				return e
			}
		}
		if c.kind != named {
			continue
		}
		if s := r.fit(k, i, head); s > score {
			best, score = c.entity-1, s
		}
	}
	if best >= 0 || !slices.Contains(bodies, head) {
		return best
	}
	press := slices.Contains(papers, head)
	return r.heaviest(k, func(e int) bool {
		return r.entities[e].Kind == news.Organisation && isPress(r.entities[e].Name) == press
	})
}

// fit rates the entity of phrase i as the one the description k means; 0 if it
// cannot be.
func (r *resolver) fit(k, i int, head string) float64 {
	e := &r.entities[r.phrases[i].entity-1]
	if e.Kind == news.Organisation {
		if !hasWord(e.Name, head) {
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
	if e.Kind != news.Person || !exact && !like {
		return 0
	}
	s := 4 + min(4, float64(len(e.Mentions))/2) - float64(min(r.back(i, k), 6))/2
	if exact {
		s += 3
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
		{"governor", "gov"}, {"mp", "lawmaker"}, {"coach", "manager"}, {"striker", "player", "midfielder", "defender", "goalkeeper"},
	} {
		if slices.Contains(set, a) && slices.Contains(set, b) {
			return true
		}
	}
	return false
}

// newSource adds a described source to the article's entities.
func (r *resolver) newSource(s text.Span, head string, ph phrase) int {
	kind := news.Person
	if lexicon.Speaks(head) && !lexicon.RoleHead(head) {
		kind = news.Organisation
	}
	if t := r.at(ph.hi - 1); (t.pos == "NNP" || t.pos == "NNPS") && !lexicon.RoleHead(head) {
		kind = news.Organisation
	}
	name := s.In(r.src)
	key := text.Fold(name)
	if e, ok := r.described[key]; ok {
		r.mention(e, s, news.ByDescription)
		return e
	}
	r.described[key] = len(r.entities)
	r.entities = append(r.entities, news.Entity{
		Name: name, Kind: kind, Anonymous: true,
		Mentions: []news.Mention{{Span: s, Form: news.ByDescription}},
	})
	return len(r.entities) - 1
}
