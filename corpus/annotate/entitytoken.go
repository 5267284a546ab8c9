package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// nameToken is a token as the search for names sees it.
type nameToken struct {
	text.Token
	low   string // folded, without the full stop of an abbreviation
	first bool   // its capital may be the sentence's, not its own
	upper bool   // a word with a capital that can be part of a name
	shout bool   // two or more letters, all capitals
	title bool   // stands in a line where every word has a capital
}

// nameScan is an article laid out for the search for names.
type nameScan struct {
	tagged    *Tagged
	src       string
	tokens    []nameToken
	sentences []tokenRange
	capitals  map[string]int     // folded words printed with a capital that is their own
	lowers    map[string]int     // folded words printed without
	pairs     map[[2]string]bool // two words side by side with capitals of their own
	things    map[string]bool    // folded words of the names of ships and storms
	found     []found
	left      []found // capitalised words that look like no name
}

// tokenRange is the tokens [lo, hi).
type tokenRange struct{ lo, hi int }

func newNameScan(t *Tagged) *nameScan {
	s := &nameScan{tagged: t, src: t.src, tokens: make([]nameToken, len(t.tokens)), capitals: map[string]int{}, lowers: map[string]int{}, pairs: map[[2]string]bool{}, things: map[string]bool{}}
	for i, k := range t.tokens {
		s.tokens[i] = newNameToken(s.src, k)
	}
	s.markHyphened()
	for i := range t.sentences {
		r := tokenRange{t.from[i], t.from[i+1]}
		s.sentences = append(s.sentences, r)
		s.markFirst(r)
		s.markTitle(r)
	}
	s.count()
	return s
}

func newNameToken(src string, t text.Token) nameToken {
	w := t.In(src)
	low := text.Fold(strings.TrimSuffix(w, "."))
	n := nameToken{Token: t, low: low, upper: t.Kind == text.Upper || hasArticle(w) || hasParticle(w)}
	if n.upper {
		n.shout = isShout(w)
		n.upper = w != "I" && !isLowerTail(w) && !isPartyTag(w) && !isStateTag(w)
	}
	return n
}

// markHyphened gives their capital back to given names that look like a
// compound, behind the family name: "Kim Jae-in".
func (s *nameScan) markHyphened() {
	for i := range s.tokens {
		t := &s.tokens[i]
		if i > 0 && t.Kind == text.Upper && !t.upper && s.tokens[i-1].Kind == text.Upper && lexicon.FamilyFirst(s.low(i-1)) && isLowerTail(t.In(s.src)) {
			t.upper = true
		}
	}
}

// hasArticle reports whether w is a name behind an Arabic article: "al-Venn".
func hasArticle(w string) bool {
	i := strings.IndexByte(w, '-')
	if i < 2 || i > 4 || i+1 >= len(w) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w[i+1:])
	switch w[:i] {
	case "al", "el", "as", "ash", "ad", "an", "ar", "at", "az":
		return unicode.IsUpper(r)
	}
	return false
}

// hasParticle reports whether w is a name with its particle in small letters
// glued to it: "deVenn".
func hasParticle(w string) bool {
	for _, p := range [...]string{"de", "di", "da", "du", "la", "le", "van", "von", "d'", "d’"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) > 3 && isCapital(rest[0]) {
			return true
		}
	}
	return false
}

// isShout reports whether w has two letters or more and all are capitals.
func isShout(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// isLowerTail reports whether w is a compound whose last part has no capital:
// "Venn-backed". The name in it is not the name of what it stands for.
func isLowerTail(w string) bool {
	i := strings.LastIndexByte(w, '-')
	if i <= 0 || i+1 >= len(w) {
		return false
	}
	tail := w[i+1:]
	if r, _ := utf8.DecodeRuneInString(tail); !unicode.IsLower(r) {
		return false
	}
	if strings.HasSuffix(tail, "ed") || strings.HasSuffix(tail, "ing") {
		return true
	}
	switch tail {
	case "led", "born", "era", "style", "run", "wide", "made", "held", "friendly", "only", "free", "bound", "area", "like", "size", "heavy", "rich", "built", "hit", "to", "on", "in", "off", "up", "down", "out", "first", "level", "related", "type", "wing", "leaning", "elected", "grown", "range", "speaking", "old", "year", "long", "term", "driven", "proof", "specific":
		return true
	}
	return false
}

// isPartyTag reports whether w is a lawmaker's party with the state: "D-Mich".
func isPartyTag(w string) bool {
	return len(w) > 2 && w[1] == '-' && (w[0] == 'D' || w[0] == 'R' || w[0] == 'I')
}

// isStateTag reports whether w is a state's name cut short, as behind a town
// or a lawmaker's party: "Mass.".
func isStateTag(w string) bool {
	w, dot := strings.CutSuffix(w, ".")
	return dot && lexicon.StateShort(w) != ""
}

// markFirst marks the tokens of a sentence whose capital may not be their own:
// the first word, and the first behind an opening mark or a colon.
func (s *nameScan) markFirst(r tokenRange) {
	open := true
	for i := r.lo; i < r.hi; i++ {
		t := &s.tokens[i]
		switch t.Kind {
		case text.Punct:
			w := t.In(s.src)
			open = open || strings.ContainsAny(w, ":;•–—([*|") || w == "-" || w == "…"
		case text.Mark:
			open = true
		default:
			t.first = open
			open = false
		}
	}
}

// markTitle marks the tokens of a line that is set as a headline.
func (s *nameScan) markTitle(r tokenRange) {
	long, capital, small, commas := 0, 0, 0, 0
	for i := r.lo; i < r.hi; i++ {
		t := &s.tokens[i]
		if t.Kind == text.Upper && !t.first && !t.shout && t.Len() > 1 && lexicon.FunctionWord(t.low) && t.low != "may" && t.low != "will" {
			small++
		}
		if t.low == "," {
			commas++
		}
		if t.Kind != text.Lower && t.Kind != text.Upper || t.Len() < 4 {
			continue
		}
		long++
		if t.Kind == text.Upper {
			capital++
		}
	}
	if long < 4 || commas > 1 || capital*10 < long*9 || small == 0 && r.hi > r.lo && (s.word(r.hi-1) == "." || s.word(r.hi-1) == ":") {
		return
	}
	for i := r.lo; i < r.hi; i++ {
		s.tokens[i].title = true
	}
}

// count counts the words of the article as printed with and without a capital.
func (s *nameScan) count() {
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.Kind == text.Lower && !t.upper:
			s.lowers[t.low]++
		case t.upper && !t.first && !t.title:
			s.capitals[t.low]++
			if i+1 < len(s.tokens) && s.tokens[i+1].upper && lexicon.CommonWord(t.low) {
				s.pairs[[2]string{t.low, s.tokens[i+1].low}] = true
			}
		}
	}
}

// word returns the token at i as printed; empty outside the text.
func (s *nameScan) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].In(s.src)
}

// low returns the folded token at i; empty outside the text.
func (s *nameScan) low(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].low
}

// span returns the bytes from token lo to before token hi.
func (s *nameScan) span(lo, hi int) text.Span {
	if lo >= hi {
		return text.Span{}
	}
	return text.Span{Start: s.tokens[lo].Start, End: s.tokens[hi-1].End}
}

// everyday reports whether the capital of token i says nothing: it begins a
// sentence, or stands in a headline, and the word is everyday English or
// printed without a capital elsewhere.
func (s *nameScan) everyday(i int) bool {
	t := &s.tokens[i]
	if lexicon.FunctionWord(t.low) {
		if isFamilyToo(t.low) && s.capitals[t.low] > 0 && (s.speaksAt(i+1) || s.low(i+1) == "also" && s.speaksAt(i+2)) {
			return false
		}
		return !t.shout || t.title || len(t.low) > 3
	}
	if t.shout && !t.title {
		return lexicon.CommonWord(t.low) && len(t.low) > 3
	}
	if !t.first && !t.title {
		return false
	}
	if head, _, ok := strings.Cut(t.low, "-"); ok && bareArticle(t.low) == t.low && s.capitals[t.low] == 0 && lexicon.CommonWord(head) {
		return true
	}
	if lexicon.CommonWord(t.low) {
		return !s.isGivenBefore(i) && !s.isPaired(i) && (s.capitals[t.low] == 0 || !s.named(i))
	}
	if _, ok := lexicon.GivenName(t.low); ok || s.capitals[t.low] > 0 || isParticle(t.low) {
		return false
	}
	if isSpeechVerb(t.low) && strings.HasSuffix(t.low, "ed") {
		return true
	}
	return s.lowers[t.low] > 0 && !s.followedByName(i) || hasVerbEnding(t.low) && len(knownForms()[t.low]) == 0 || lexicon.OrgNoun(t.low)
}

// isGivenBefore reports whether the everyday word at i is rather a given name:
// a word that is none stands behind it, as in "Bill Venn".
func (s *nameScan) isGivenBefore(i int) bool {
	if !isFamily(s.low(i)) || isSpeechVerb(s.low(i)) || s.tokens[i].title || !s.followedByName(i) || s.tokens[i+1].shout || s.tokens[i+1].first {
		return false
	}
	low := s.low(i + 1)
	_, demonym := lexicon.Demonym(low)
	_, n := s.knownAt(i+1, len(s.tokens))
	return !lexicon.CommonWord(low) && !lexicon.GroupAdjective(low) && !demonym && n == 0
}

// isPaired reports whether the article prints the word at i and the one behind
// it elsewhere with capitals of their own: "Winter Venn".
func (s *nameScan) isPaired(i int) bool {
	return s.followedByName(i) && s.pairs[[2]string{s.low(i), s.low(i + 1)}]
}

// named reports whether an everyday word at the head of a sentence is plainly
// a name there: the words about it go with a name.
func (s *nameScan) named(i int) bool {
	return s.tokens[i].Kind == text.Upper && i+1 < len(s.tokens) && (s.word(i+1) == "'s" || s.word(i+1) == "’s" || s.speaksAt(i+1))
}

// hasVerbEnding reports whether w looks like a participle or an adverb, as
// sentences begin with: "reiterating", "belatedly".
func hasVerbEnding(w string) bool {
	return len(w) > 6 && (strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "ed"))
}

// isInitial reports whether the token at i is an initial: "A.", "J.D.".
func (s *nameScan) isInitial(i int) bool {
	w := s.word(i)
	return len(w) > 1 && w[len(w)-1] == '.' && isInitials(s.low(i))
}

// isInitials reports whether w, folded, is initials for given names.
func isInitials(w string) bool {
	return len(w) == 1 || len(w) == 3 && w[1] == '.'
}

// isCamel reports whether w has a capital inside, as brands do and names of
// people after Mac and their like.
func isCamel(w string) bool {
	if hasParticle(w) {
		return false
	}
	for i := 2; i < len(w); i++ {
		if w[i] < 'A' || w[i] > 'Z' || w[i-1] < 'a' || w[i-1] > 'z' {
			continue
		}
		switch w[:i] {
		case "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Da", "Del", "Dos", "El", "Al", "Abu", "Ben", "Ash", "Lu", "Jo", "Des", "Mc", "O'":
			return false
		}
		return true
	}
	return false
}

// speaksAt reports whether the token at i is a verb of speech.
func (s *nameScan) speaksAt(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].Kind == text.Lower && isSpeechVerb(s.tokens[i].low)
}

func isSpeechVerb(w string) bool {
	c, ok := lexicon.CueOf(w)
	return ok && (c.Cue.Strength > 1 || w == "says" || w == "said")
}
