package annotate

import (
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// attribution is who is credited with words, and by what.
type attribution struct {
	phrases    []int // the phrases that name the speakers, joint ones all
	entities   []int
	carriers   []int     // phrases that only carry the words: "NBC reported"
	owned      int       // 1 + the phrase "his claim" whose owner is the speaker
	at         text.Span // the words that name the speaker
	cue        text.Span
	class      string
	sieve      string
	confidence float64
}

func (a *attribution) found() bool { return a.sieve != "" }

// before returns the tokens [lo, hi) of the sentence a pair of marks begins
// in that stand before it.
func (p *page) before(m *Marked) (lo, hi int) {
	hi = p.tokenAt(m.Outer.Start)
	lo = p.sentences[p.at(min(hi, len(p.tokens)-1)).sentence].lo
	if hi > lo && hi-lo <= longestBullet && p.isBullet(lo, hi) {
		lo = hi
	}
	return lo, hi
}

// longestBullet is how many tokens the bullet of a list has at most: "--".
const longestBullet = 3

// isBullet reports whether tokens [lo, hi) are no more than what a list sets before
// each of its points: "♦", "--".
func (p *page) isBullet(lo, hi int) bool {
	for ; lo < hi; lo++ {
		switch w := p.at(lo).In(p.src); w {
		case "-", "--", "–", "—", "•", "·", "*", "♦", "●", "▪", "■", "►", "○", "◆":
		default:
			return false
		}
	}
	return true
}

// after returns the tokens [lo, hi) behind a pair of marks, to the end of the
// sentence they belong to; sameSentence says whether that is the one the marks
// end in.
func (p *page) after(m *Marked) (lo, hi int, sameSentence bool) {
	lo = p.tokenAt(m.Outer.End)
	if lo >= len(p.tokens) || lo == 0 {
		return lo, lo, false
	}
	s := p.sentences[p.at(lo).sentence]
	if s.paragraph != m.Paragraph {
		return lo, lo, false
	}
	return lo, s.hi, p.at(lo).sentence == p.at(lo-1).sentence
}

// isClause reports whether marked words read as a clause of their own: they
// begin as a sentence does, or the reporter leads into them with a colon or
// comma, and they are more than a phrase.
func (p *page) isClause(m *Marked) bool {
	in := m.Inner.In(p.src)
	n := len(text.FoldedWords(in))
	if n == 0 {
		return false
	}
	lo, hi := p.before(m)
	starts := hi == lo || p.is(hi-1, ":", ",") || m.Continues
	upper := beginsUpper(in)
	switch {
	case upper && starts && (n >= 2 || endsSentenceText(in)):
		return true
	case upper && n >= 4 && p.hasVerb(m) && !p.isTitleCase(m):
		return true
	case starts && n >= 3 && p.hasVerb(m) && hi > lo && p.is(hi-1, ":"):
		return true
	}
	return false
}

func beginsUpper(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			return !unicode.IsLower(r)
		case unicode.IsDigit(r):
			return true
		}
	}
	return false
}

func endsSentenceText(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || r == '!' || r == '?' || r == ','
}

// hasVerb reports whether a finite verb stands in the marks.
func (p *page) hasVerb(m *Marked) bool {
	lo, hi := p.tokenAt(m.Inner.Start), p.tokenAt(m.Inner.End)
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.isFinite() || t.Kind == text.Clitic && t.isAux() {
			return true
		}
	}
	return false
}

// isTitleCase reports whether all words of weight in the marks begin with a
// capital or digit, as titles of works do.
func (p *page) isTitleCase(m *Marked) bool {
	n := 0
	for _, w := range text.Words(p.src, m.Inner) {
		s := w.In(p.src)
		switch w.Fold {
		case "a", "an", "the", "of", "and", "or", "in", "on", "for", "to", "at", "by", "with", "from", "de", "la":
			continue
		}
		if !beginsUpper(s) {
			return false
		}
		n++
	}
	return n > 0
}

// isSpeech decides whether marked words were said or written by a source; the
// rest are titles, terms, nicknames and words the reporter holds off.
func (p *page) isSpeech(m *Marked, a *attribution) bool {
	if len(text.Words(p.src, m.Inner)) == 0 || p.isStageDirection(m) || p.isSignOff(m) {
		return false
	}
	if p.isWord(m) || p.isName(m) || p.isLinkTitle(m) || p.isTerm(m) && !p.isCalledBy(m) || p.isModifier(m) && !p.judges(m, a) || p.isHeldOff(m, a) {
		return false
	}
	if a.found() {
		return !p.isTitle(m, a)
	}
	return p.isClause(m) && !p.isTitleCase(m) || m.RunsOn || m.Continues || p.isPassage(m)
}

// isTitle reports whether the marks hold the title of a work: title case, and
// not what somebody is called.
func (p *page) isTitle(m *Marked, a *attribution) bool {
	if p.isProgramme(m) {
		return true
	}
	lo, hi := p.before(m)
	if !p.isTitleCase(m) || len(text.Words(p.src, m.Inner)) > 9 || a.sieve == sieveHead && (a.class == "criticise" || a.class == "call" && !p.is(hi-1, "for", "on", "from")) {
		return false
	}
	if hi == lo {
		return false
	}
	switch b := p.at(hi - 1); {
	case b.pos == "POS", b.lower == "'" || b.lower == "’", p.is(hi-1, "on", "in", "of", "the", "to", "from", "for", "a", "an", "at"), isWork(b.lower):
		return true
	case p.is(hi-1, ",") && isWork(p.at(hi-2).lower), p.is(hi-1, "told", "tells", "telling"):
		return true // "in the book, “…”", "told “Harbour Today”"
	case p.is(hi-1, ":", ","):
		return false
	case b.pos == "CC":
		return !p.hasVerb(m)
	}
	lo, hi, same := p.after(m)
	return same && hi > lo && len(text.Words(p.src, m.Inner)) >= 2 && (p.at(lo).isVerb() || p.at(lo).isNoun()) && !p.hasVerb(m)
}

// isProgramme reports whether the marks hold, in title case, what a paper or station
// owns: "on Channel Nine's “Harbour Night”".
func (p *page) isProgramme(m *Marked) bool {
	_, hi := p.before(m)
	if hi < 2 || p.at(hi-1).pos != "POS" || p.at(hi-1).mark != 0 || !p.isTitleCase(m) {
		return false
	}
	e := p.at(hi - 2).mention
	return e != 0 && p.entities[e-1].Kind == news.Organisation && isPress(p.entities[e-1].Name)
}

func isWork(w string) bool {
	switch w {
	case "film", "movie", "book", "novel", "show", "series", "song", "album", "single", "play", "musical", "programme", "program", "podcast",
		"column", "essay", "article", "memoir", "documentary", "titled", "entitled", "headlined", "called", "named", "game", "poem", "painting",
		"exhibition", "report", "magazine", "newspaper", "ballad", "hit", "sitcom", "drama", "comedy", "thriller", "best-seller", "bestseller":
		return true
	}
	return false
}

// isWord reports whether the marks hold one small word that is spoken about:
// "“when” must mean".
func (p *page) isWord(m *Marked) bool {
	ws := text.Words(p.src, m.Inner)
	if len(ws) != 1 || endsSentenceText(m.Inner.In(p.src)) {
		return false
	}
	switch p.at(p.tokenAt(ws[0].Start)).pos {
	case "WRB", "IN", "DT", "CC", "TO", "WDT", "WP", "PRP":
		_, hi := p.before(m)
		return hi > 0 && !p.is(hi-1, ",", ":")
	}
	return false
}

// isModifier reports whether the marks hold a short term the reporter goes on
// to use as an adjective, "a “no confidence” vote", or owns to a third party
// far from any cue, "the port's “ghost fleet” in the bay".
func (p *page) isModifier(m *Marked) bool {
	lo, hi := p.before(m)
	alo, ahi, same := p.after(m)
	if hi == lo || !same || alo >= ahi || len(text.Words(p.src, m.Inner)) > 3 || p.hasVerb(m) || endsSentenceText(m.Inner.In(p.src)) {
		return false
	}
	b, a := p.at(hi-1), p.at(alo)
	if b.pos == "POS" && len(p.cuesIn(max(lo, hi-8), hi)) == 0 {
		return true
	}
	return a.isNoun() && a.mark == 0 && a.Kind == text.Lower && (b.pos == "DT" || b.pos == "POS" || b.pos == "PRP$" || b.pos == "JJ" || b.pos == "NNP" && p.at(hi-2).isNoun())
}

// judges reports whether marked words that modify a noun are how a speaker calls
// it, not what all call it: adjectives alone, right behind what somebody says:
// "Venn said the “very substantial” gates would hold".
func (p *page) judges(m *Marked, a *attribution) bool {
	if a.sieve != sieveHead && a.sieve != sieveInverted || len(a.phrases) == 0 || !p.isSomebody(a.phrases[0]) || !p.outspoken(a) {
		return false
	}
	lo, hi := p.tokenAt(m.Inner.Start), p.tokenAt(m.Inner.End)
	if p.namedAs(m, a) {
		return true
	}
	for i := lo; i < hi; i++ {
		switch t := p.at(i); {
		case hi == lo+1 && t.pos == "VBG": // "other “horrifying” gates"
		case t.pos == "JJ" || t.pos == "JJS" || t.pos == "JJR" || t.pos == "CC" || t.lower == "," || t.isAdverb():
		default:
			return false
		}
	}
	return p.at(lo).Kind == text.Lower
}

// outspoken reports whether the cue of an attribution is speech wherever it
// stands, or gives an opinion.
func (p *page) outspoken(a *attribution) bool {
	f, ok := lexicon.CueOf(text.Fold(a.cue.In(p.src)))
	return ok && f.Lemma != "refer" && (f.Strength == 3 || f.Class == "criticise" || f.Class == "praise" || f.Class == "call")
}

// isLinkTitle reports whether words in marks and a colon begin a line that ends without a
// stop, as the headline of another article does: "'It began there': Why the gates fell".
func (p *page) isLinkTitle(m *Marked) bool {
	i := p.tokenAt(m.Outer.End)
	if !p.startsSentence(m) || !p.is(i, ":") || p.at(i).Start != m.Outer.End || p.tokenAt(m.Outer.Start) != p.sentences[p.at(i).sentence].lo {
		return false
	}
	end := p.paragraphs[m.Paragraph].In(p.src)
	return !endsSentenceText(end) && !endsSentenceText(m.Inner.In(p.src)) && p.at(i+1).Kind == text.Upper && p.at(i+1).mark == 0
}

// isName reports whether the marks hold a nickname inside a name.
func (p *page) isName(m *Marked) bool {
	i, j := p.tokenAt(m.Outer.Start), p.tokenAt(m.Outer.End)
	b, a := p.at(i-1), p.at(j)
	return i > 0 && j < len(p.tokens) && j-i <= 6 && b.Kind == text.Upper && a.Kind == text.Upper && p.isTitleCase(m) &&
		(b.pos == "NNP" || b.mention != 0) && (a.pos == "NNP" || a.mention != 0) && b.sentence == a.sentence && p.isPersonOrUnknown(b.mention)
}

func (p *page) isPersonOrUnknown(mention int) bool { return mention == 0 || p.isPerson(mention) }

// isTerm reports whether the reporter names the marked words as words: "the
// term", "so-called", "known as".
func (p *page) isTerm(m *Marked) bool {
	lo, hi := p.before(m)
	if hi == lo || p.isClause(m) {
		return false
	}
	switch {
	case p.isCut(hi):
		return false
	case (p.glosses(hi) || p.namesWhat(hi-1)) && !p.isPassage(m):
		return true
	case p.is(hi-1, "word", "words", "term", "terms", "phrase", "so-called", "nicknamed", "slogan", "code-named", "codenamed", "hashtag", "moniker", "acronym"):
		return true
	case p.is(hi-1, "as") && p.is(hi-2, "known", "designated", "listed"), p.is(hi-1, "the", "a", "an") && p.is(hi-2, "as") && p.is(hi-3, "known"), p.is(hi-1, "called") && p.is(hi-2, "so"):
		return true
	case p.is(hi-1, "called", "dubbed", "named", "titled", "termed", "considered", "deemed", "branded", "labeled", "labelled"):
		return p.isPassive(hi-1) || p.at(hi-1).pos == "VBN" && (p.at(hi-2).isNoun() || p.at(hi-2).lower == ",")
	}
	return false
}

// kind returns how the marked words are printed.
func (p *page) kindOfQuote(m *Marked) news.QuoteKind {
	if p.isClause(m) || m.Continues || m.RunsOn {
		return news.Direct
	}
	return news.Partial
}
