package annotate

import (
	"sort"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// page is an article laid out for the sieves: its tokens with parts of speech,
// sentences, noun phrases and pairs of marks, each knowing the others by index.
type page struct {
	src        string
	tagger     *Tagger
	paragraphs []text.Span
	sentences  []sentence
	tokens     []token
	phrases    []phrase // in order
	marks      []Marked
	entities   []news.Entity
	cues       []cue             // in order
	unsaid     []cue             // cues of not saying, in order: "did not say"
	surnames   map[string][]int  // last word of a person's name, folded → the people so named; made on first use
	signers    map[string]int    // name, folded → the person so named, of those asked for by a signature; made on first use
	labels     map[string]int    // labels in capitals that begin words in marks → how often; made on first use
	plain      map[string]int    // pairs of words, folded, side by side outside marks → how often; made on first use
	turnNames  map[string]int    // words before the colon that a paragraph begins with → how often; made on first use
	headings   map[int]text.Span // paragraph → the subheading right before it
	bylines    map[int]text.Span // paragraph → the name in the line below that signs it
	told       []reported        // what is said without marks, in order; known once it is read
}

// sentence is a run of tokens [lo, hi) of one paragraph.
type sentence struct {
	text.Span
	lo, hi    int
	paragraph int
}

type token struct {
	text.Token
	lower    string
	pos      tag.PartOfSpeech
	mark     int // 1 + index of the pair of marks it stands in, 0 outside
	mention  int // 1 + index of the entity whose name it belongs to, 0 if none
	phrase   int // 1 + index of its noun phrase, 0 if none
	sentence int
}

// newPage lays an article out.
func newPage(t *Tagged, paragraphs []text.Span, entities []news.Entity, marks []Marked) *page {
	p := &page{src: t.src, tagger: t.tagger, paragraphs: paragraphs, entities: entities, marks: marks}
	p.tokens, p.sentences = make([]token, 0, len(t.tokens)), make([]sentence, 0, len(t.sentences))
	par := 0
	for i, s := range t.sentences {
		for par < len(paragraphs)-1 && paragraphs[par].End <= s.Start {
			par++
		}
		p.addSentence(s, par, t.tokens[t.from[i]:t.from[i+1]], t.pos[t.from[i]:])
	}
	p.flagMarks()
	p.flagMentions()
	p.chunk()
	p.findCues()
	return p
}

// headings returns the subheading that stands right before a paragraph, for
// those that have one.
func headings(a *news.Article, paragraphs []text.Span) map[int]text.Span {
	out := map[int]text.Span{}
	i := 0
	for k, b := range a.Blocks {
		for i < len(paragraphs) && paragraphs[i].Start < b.Start {
			i++
		}
		if k > 0 && i < len(paragraphs) && paragraphs[i] == b.Span && a.Blocks[k-1].Kind == news.Subhead {
			out[i] = a.Blocks[k-1].Span
		}
	}
	return out
}

func (p *page) addSentence(s text.Span, paragraph int, tokens []text.Token, pos []tag.PartOfSpeech) {
	lo := len(p.tokens)
	for i, t := range tokens {
		p.tokens = append(p.tokens, token{
			Token: t, lower: strings.ToLower(t.In(p.src)), pos: pos[i], sentence: len(p.sentences),
		})
	}
	p.correct(lo)
	p.sentences = append(p.sentences, sentence{Span: s, lo: lo, hi: len(p.tokens), paragraph: paragraph})
}

// correct mends what the tagger often misreads in speech reports, from token
// lo on: "the official said", where the noun is taken for an adjective and the
// verb for a participle.
func (p *page) correct(lo int) {
	p.mendTold(lo)
	for i := lo; i < len(p.tokens); i++ {
		t, next := p.at(i), p.at(i+1)
		if t.pos == "JJ" && lexicon.RoleHead(t.lower) && !next.isNoun() && next.pos != "JJ" && next.pos != "POS" {
			t.pos = "NN"
		}
		if t.pos == "IN" && lexicon.RoleHead(t.lower) && next.Kind == text.Upper {
			t.pos = "NN" // "said | economist | Mara Venn"
		}
		if t.lower == "her" && t.pos == "PRP" && (next.isNoun() || next.pos == "JJ") {
			t.pos = "PRP$"
		}
		if t.lower == "points" && next.lower == "out" {
			t.pos = "VBZ"
		}
		if p.goesOnTitle(i, lo) {
			t.pos = "NNP"
		}
		if t.lower == "ally" && t.isAdverb() {
			t.pos = "NN" // "the Venn | ally"
		}
		if t.lower == "cannot" {
			t.pos = "MD"
		}
		if t.lower == "talks" && p.at(i-1).pos != "PRP" && p.at(i-2).pos == "DT" {
			t.pos = "NNS"
		}
		f, ok := lexicon.CueOf(t.lower)
		if ok && t.isNoun() && f.Form == lexicon.Third && (f.Strength == 3 || f.Strength == 2 && p.contends(i, f)) && lexicon.CueNoun(t.lower) == "" && (!p.is(i, "states", "notes", "details") || next.lower == "that") && i > lo && (p.at(i-1).pos == "CC" || p.speaksAt(i-1) || p.at(i-1).Kind == text.Upper && (p.at(i-1).isNoun() || p.at(i-1).pos == "JJ")) && t.Kind == text.Lower {
			t.pos = "VBZ"
		}
		if ok && t.pos == "NNS" && f.Class == "report" && next.Kind >= text.Mark && isPress(p.at(i-1).In(p.src)) {
			t.pos = "VBZ"
		}
		if ok && !t.isVerb() && f.Form == lexicon.Past && f.Strength >= 2 && t.Kind == text.Lower && i > lo && p.at(i-1).Kind == text.Upper && p.speaksAt(i-1) {
			t.pos = "VBD"
		}
		if ok && t.isNoun() && f.Form != lexicon.Base && next.lower == "back" && t.Kind == text.Lower && i > lo && p.speaksAt(i-1) && p.is(i+2, ",", ".", "at", "in", "on", "that") {
			t.pos = "VBD" // "Venn | shot | back"
		}
		if p.hidesVerb(i, lo) || p.saysThat(i, lo) || p.actsInStead(i, lo) || ok && (p.saysAs(i, lo, f) || p.callsWhat(i, lo, f)) {
			t.pos = "VBZ"
			if b := p.at(i - 1); b.pos == "JJ" && i > lo && lexicon.RoleHead(b.lower) {
				b.pos = "NN"
			}
		}
		if (t.pos == "RP" || t.pos == "IN") && next.isNoun() && strings.Contains(t.In(p.src), "-") {
			t.pos = "JJ" // "last-minute"
		}
		if t.lower == "top" && t.pos == "NN" && (next.pos == "VBN" || next.pos == "JJ") {
			t.pos = "JJ"
		}
		if t.lower == "warning" && t.pos == "NN" && (p.is(i-1, ",") && (p.is(i+1, "of", "against", "that") || next.pos == "PRP" || next.pos == "EX") || p.at(i-1).isAux() && p.is(i+1, "of", "against", "that")) {
			t.pos = "VBG"
		}
		if ok && f.Form == lexicon.Gerund && f.Takes('c') && !t.isVerb() && p.is(i-1, ",") && t.Kind == text.Lower && lexicon.CueNoun(t.lower) == "" && (next.isNoun() || next.pos == "PRP" || next.pos == "DT") && !p.is(i, "reading", "following", "finding", "ruling", "reporting", "showing", "understanding", "teaching", "learning") {
			t.pos = "VBG" // ", | noting | crews were paid"
		}
		p.mendNoun(i, lo)
		if p.plansTo(i, lo) {
			t.pos = "VBZ"
		}
		if p.saysNow(i, lo) {
			t.pos = "VBP"
		}
		if p.namesPosts(i, lo) {
			t.pos = "NNS"
		}
		if t.pos == "VBZ" && p.namesPeople(i) {
			t.pos = "NNS" // "but | aides | said"
		}
		if t.lower == "read" && t.isNoun() && i > lo && lexicon.Speaks(p.at(i-1).lower) && !next.isNoun() {
			t.pos = "VBD" // “…,” the statement read
		}
		if ok && t.pos == "VBN" && f.Form == lexicon.Past && i > lo && next.lower != "by" && (p.speaksAt(i-1) || p.closesAppositive(i-1, lo) || t.lower == "said" && p.is(i-1, ",")) {
			t.pos = "VBD"
		}
	}
}

// speaksAt reports whether the token at i can head the subject of a cue right
// behind it.
func (p *page) speaksAt(i int) bool {
	t := p.at(i)
	return t.pos == "PRP" || t.pos == "NNP" || t.pos == "NNPS" || lexicon.RoleHead(t.lower) || lexicon.Speaks(t.lower)
}

// flagMarks tells each token the pair of marks it stands in; the marks
// themselves belong to their pair.
func (p *page) flagMarks() {
	i := 0
	for k, m := range p.marks {
		for i < len(p.tokens) && p.tokens[i].End <= m.Outer.Start {
			i++
		}
		for i < len(p.tokens) && p.tokens[i].Start < m.Outer.End {
			p.tokens[i].mark = k + 1
			i++
		}
	}
}

// flagMentions tells each token the entity whose name it belongs to.
func (p *page) flagMentions() {
	for e, ent := range p.entities {
		for _, m := range ent.Mentions {
			if m.Form != news.ByName {
				continue
			}
			for i := p.tokenAt(m.Start); i < len(p.tokens) && p.tokens[i].Start < m.End; i++ {
				p.tokens[i].mention = e + 1
				if t := &p.tokens[i]; t.Kind == text.Upper && !t.isNoun() {
					t.pos = "NNP"
				}
			}
		}
	}
}

// tokenAt returns the index of the first token that ends behind offset.
func (p *page) tokenAt(offset int) int {
	lo, hi := 0, len(p.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.tokens[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// at returns the token at i, an empty one outside the page.
func (p *page) at(i int) *token {
	if i < 0 || i >= len(p.tokens) {
		return &token{}
	}
	return &p.tokens[i]
}

// is reports whether token i is one of the given words, in lower case.
func (p *page) is(i int, words ...string) bool {
	l := p.at(i).lower
	for _, w := range words {
		if l == w {
			return true
		}
	}
	return false
}

// span returns the bytes from token lo up to, not including, token hi.
func (p *page) span(lo, hi int) text.Span {
	if hi <= lo {
		return text.Span{}
	}
	return text.Span{Start: p.tokens[lo].Start, End: p.tokens[hi-1].End}
}

func (t *token) isVerb() bool { return strings.HasPrefix(string(t.pos), "VB") || t.pos == "MD" }
func (t *token) isFinite() bool {
	return t.pos == "VBD" || t.pos == "VBZ" || t.pos == "VBP" || t.pos == "MD"
}
func (t *token) isAdverb() bool { return strings.HasPrefix(string(t.pos), "RB") }
func (t *token) isNoun() bool   { return strings.HasPrefix(string(t.pos), "NN") }

// isAux reports whether the token helps a verb: a form of have, be or do, or a
// modal.
func (t *token) isAux() bool {
	switch t.lower {
	case "has", "have", "had", "having", "is", "was", "were", "are", "be", "been", "being", "am", "does", "did", "do", "'s", "’s", "'ve", "’ve", "'d", "’d":
		return t.isVerb() || t.Kind == text.Clitic && t.pos != "POS"
	}
	return t.pos == "MD"
}

// cue is a word that reports speech, outside all marks.
type cue struct {
	lexicon.CueForm
	lo, hi   int // its tokens
	sentence int
	passive  bool // "was told", "quoted as saying"
}

// findCues collects the cue verbs of the page. A word counts as its verb where
// the tagger reads a verb there, or where it is speech wherever it stands and
// the tagger reads no noun after an article.
func (p *page) findCues() {
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.mark != 0 || t.mention != 0 && t.Kind == text.Upper {
			continue
		}
		f, ok := lexicon.CueOf(t.lower)
		hi := i + 1
		if w, j, more := p.wordsOfCue(i); more {
			f, hi = w, j
		} else if !ok || !p.readsAsVerb(i, f) {
			continue
		}
		c := cue{CueForm: f, lo: i, hi: hi, sentence: t.sentence, passive: p.isPassive(i)}
		if p.notSaid(i) != i {
			p.unsaid = append(p.unsaid, c)
			continue
		}
		p.cues = append(p.cues, c)
	}
}

func (p *page) readsAsVerb(i int, f lexicon.CueForm) bool {
	t := p.at(i)
	switch {
	case f.Lemma == "point" && !p.is(i+1, "to", "out", "at"), f.Lemma == "go" && !p.is(i+1, "on"), f.Lemma == "call" && p.is(i+1, "off", "up", "in"), f.Lemma == "put" && !p.is(i+1, "it"):
		return false
	}
	if p.is(i, "ruling", "finding", "reporting") && (p.at(i-1).isNoun() || p.is(i-1, "to")) && p.at(i+1).pos != "DT" && p.at(i+1).phrase == 0 {
		return false // "a lower court ruling in the case"
	}
	if p.is(i-1, "whose") || p.isOwned(i) || p.is(i, "states") && (p.is(i+1, "who", "which") || !p.is(i+1, "that", ":", ",") && p.at(i+1).mark == 0 && !lexicon.Speaks(p.at(i-1).lower) && p.at(i-1).pos != "PRP" || p.is(i-1, "swing", "member", "battleground", "border", "neighbouring", "neighboring")) {
		return false // "her boss' promises", "from swing states"
	}
	if t.pos == "VBG" && p.at(i-1).pos == "DT" && p.at(i+1).isNoun() {
		return false // "this charging document"
	}
	if t.pos == "VBD" && strings.HasSuffix(p.at(i-1).lower, "ly") && p.at(i-2).pos == "DT" && p.modifiesNext(i) {
		return false
	}
	if p.namesPosts(i, p.sentences[t.sentence].lo) || p.namesReports(i, f) || f.Form == lexicon.Past && p.is(i-1, "the", "a", "an") {
		return false
	}
	if t.isVerb() {
		return t.pos != "VBN" && !(t.pos == "VBD" && p.at(i-1).isFinite() && !p.at(i-1).isAux()) || !p.modifiesNext(i)
	}
	prev := p.at(i - 1)
	switch prev.pos {
	case "DT", "PRP$", "JJ", "IN", "POS", "CD", "TO":
		return false
	}
	return f.Strength == 3 && f.Form != lexicon.Base && f.Form != lexicon.Gerund && prev.Kind != text.Clitic
}

// isOwned reports whether token i stands behind a noun with its possessive mark
// or a possessive pronoun, and so is no verb.
func (p *page) isOwned(i int) bool {
	switch b := p.at(i - 1); {
	case b.pos == "POS" && p.is(i, "said", "says", "told") && p.at(i-2).Kind == text.Upper:
		return false // "Lloyd's said"
	case b.pos == "POS", b.pos == "PRP$":
		return true
	case b.lower == "'" || b.lower == "’":
		return b.mark == 0 && p.at(i-2).isNoun() && p.at(i-2).End == b.Start
	}
	return false
}

// modifies reports whether a word before a participle makes it an adjective:
// "the promised tariffs", "her stated aim".
func modifies(t *token) bool {
	switch t.pos {
	case "DT", "PRP$", "POS", "JJ", "CD", "IN":
		return true
	}
	return false
}

// modifiesNext reports whether the participle at i is an adjective of the noun
// behind it: "include proposed changes".
func (p *page) modifiesNext(i int) bool {
	b, n := p.at(i-1), p.at(i+1)
	if strings.HasSuffix(b.lower, "ly") && p.at(i-2).pos == "DT" {
		b = p.at(i - 2) // "the newly revealed memo"
	}
	return n.isNoun() && (modifies(b) || b.isVerb() && !b.isAux())
}

// isPassive reports whether a form of be stands before the verb, adverbs
// between, or the verb is a participle that begins a clause ("when asked").
func (p *page) isPassive(i int) bool {
	if p.at(i).pos != "VBN" && p.at(i).pos != "VBD" {
		return false
	}
	j := p.skipBackAdverbs(i - 1)
	if p.is(j, "is", "was", "were", "are", "be", "been", "being", "got") {
		return true
	}
	if p.is(j, "and", "or") && p.at(i).pos == "VBN" && p.at(j-1).pos == "VBN" && p.at(i+1).phrase == 0 && p.isPassive(j-1) {
		return true // "was trolled and | accused of"
	}
	if p.is(i, "asked", "pressed", "questioned", "quizzed") && p.is(i-1, ",") && p.is(i+1, "if", "whether", "about", "why", "how", "what", "by", "on", "when", "who", "for") {
		return p.at(i).pos == "VBN" || p.answersLater(i)
	}
	if p.at(i).pos != "VBN" || j != i-1 {
		return false
	}
	return p.is(j, "when", "if", "once") || p.is(i, "asked", "told", "pressed", "questioned", "quizzed", "reminded", "informed") && (p.is(j, ",") || p.at(j).sentence != p.at(i).sentence)
}

// cuesIn returns the cues whose first token lies in [lo, hi).
func (p *page) cuesIn(lo, hi int) []cue {
	from := sort.Search(len(p.cues), func(k int) bool { return p.cues[k].lo >= lo })
	to := sort.Search(len(p.cues), func(k int) bool { return p.cues[k].lo >= hi })
	return p.cues[from:max(from, to)]
}
