package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// extent finds where the article's sentences begin and end, and makes all that
// follows a sure end furniture.
func (p *page) extent() {
	p.first, p.last = len(p.parts), 0
	for i := range p.parts {
		if p.reads(&p.parts[i]) {
			p.first, p.last = min(p.first, i), i+1
		}
	}
	if p.last == 0 {
		p.short()
	}
	p.end()
}

// reads reports whether a part reads as the article's sentences. The lede may
// lack its full stop, and a paragraph may announce the next by a colon.
func (p *page) reads(t *part) bool {
	if t.prose() {
		return true
	}
	if !t.open() || t.words < proseWords {
		return false
	}
	s := t.In(p.src)
	if strings.HasSuffix(s, ":") {
		return true
	}
	_, ok := scanDateline(s)
	return ok
}

// short finds the extent of an article that has no long sentence; one that
// has none at all has no head.
func (p *page) short() {
	for i := range p.parts {
		if t := &p.parts[i]; t.open() && t.sentence && t.words > 3 {
			p.first, p.last = min(p.first, i), i+1
		}
	}
	if p.last == 0 {
		p.first = 0
	}
}

// end cuts the article off at the first sure sign of its end that has at
// least as much prose before it as behind. A sign-off printed again further
// down only parts one piece from the next.
func (p *page) end() {
	total, again := 0, map[string]int{}
	for i := range p.parts {
		total += p.weight(i)
		if p.parts[i].class == lexicon.FurnitureSign {
			again[p.parts[i].In(p.src)]++
		}
	}
	before := 0
	for i := range p.parts {
		before += p.weight(i)
		c, s := p.parts[i].class, p.parts[i].In(p.src)
		if c == lexicon.FurnitureSign {
			again[s]--
		}
		if i > p.first && before*2 >= total && (c == lexicon.FurnitureEnd || c == lexicon.FurnitureSign && again[s] <= 0) {
			p.cut(i)
			return
		}
	}
}

// weight returns the length in bytes of a part that reads as prose, else 0.
func (p *page) weight(i int) int {
	if t := &p.parts[i]; t.prose() {
		return t.Len()
	}
	return 0
}

// cut makes all open parts after i furniture.
func (p *page) cut(i int) {
	for j := i + 1; j < len(p.parts); j++ {
		if t := &p.parts[j]; t.open() {
			t.kind = news.Furniture
		}
	}
	p.last = min(p.last, i)
}

// head decides the open parts before the article's sentences begin.
func (p *page) head() {
	for i, inList := range p.headLists() {
		t := &p.parts[i]
		switch {
		case !t.open() || isPost(t.In(p.src)) || t.words > subWords && !inList || (t.sentence || strings.HasSuffix(t.In(p.src), ":")) && t.words > 3:
		case inList || t.words < 5:
			t.kind = news.Furniture
		default:
			t.kind = news.Subhead // a line under the headline
		}
	}
}

// headLists says for each part before the article's sentences whether it
// belongs to a list of links or points.
func (p *page) headLists() []bool {
	out := make([]bool, min(p.first, len(p.parts)))
	inList := false
	for i := range out {
		t := &p.parts[i]
		inList = t.class == lexicon.FurnitureList || inList && t.kind == "" && !t.sentence
		out[i] = inList
	}
	return out
}

// middle decides the open parts between the article's sentences: subheads,
// and the links of a list.
func (p *page) middle() {
	inList := false
	for i := p.first; i < p.last; {
		t := &p.parts[i]
		if t.class == lexicon.FurnitureList {
			inList = true
		}
		n := p.run(i)
		listed := i > 0 && strings.HasSuffix(p.parts[i-1].In(p.src), ":") && p.parts[i-1].open()
		switch {
		case n == 0:
			inList = inList && !t.open()
			i++
			continue
		case n > 1 && listed: // a list the article gives
		case inList || n > 2 && p.isMenu(i, i+n) || n == 1 && p.parts[i].words > subWords:
			p.mark(i, i+n, news.Furniture)
		case n <= 2:
			p.mark(i, i+n, news.Subhead)
		}
		i += n
	}
}

// run counts the parts from i on that could be subheads.
func (p *page) run(i int) int {
	n := 0
	for i+n < p.last && p.title(&p.parts[i+n]) {
		n++
	}
	return n
}

// title reports whether an open part could be a subhead: a few words that
// begin with a capital and do not end as a sentence or a clause does.
func (p *page) title(t *part) bool {
	s := t.In(p.src)
	if !t.open() || t.sentence || t.words > subWords && !isLoud(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«("))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) || strings.IndexByte(",;:-", s[len(s)-1]) >= 0 {
		return false
	}
	if w := s[strings.LastIndexByte(s, ' ')+1:]; w == "that" || w == "saying" {
		return false // "Venn wrote that", with the words in the next paragraph
	}
	if t.words > 7 && strings.Contains(s, " said ") && !titleCased(s) {
		return false // a sentence that lost its full stop
	}
	return !isPost(s) && !isCitation(s) && !isTurn(s) && !strings.HasSuffix(s, "–") && !strings.HasSuffix(s, "—")
}

// isTurn reports whether a line is a turn of a transcript: "HOLM: If you …".
func isTurn(s string) bool {
	name, said, ok := strings.Cut(s, ": ")
	return ok && len(name) > 1 && len(name) < 40 && name == strings.ToUpper(name) && said != strings.ToUpper(said)
}

// isCitation reports whether a line is a quotation with its source after a
// dash: “Words.” — Name.
func isCitation(s string) bool {
	return isSpeech(s) && (strings.Contains(s, "—") || strings.Contains(s, "―") || strings.Contains(s, "–") || strings.Contains(s, " - ") || strings.Contains(s, "--"))
}

// isLoud reports whether a line of some length is all in capitals.
func isLoud(s string) bool { return len(s) < titleBytes && s == strings.ToUpper(s) }

// isPost reports whether a line prints a post of a social network: "Words —
// Name (@name) date".
func isPost(s string) bool {
	return strings.Contains(s, "(@") || strings.Contains(s, "pic.twitter.com/")
}

// isMenu reports whether a run of short lines is a menu rather than a list
// the article gives: words alone, few a line.
func (p *page) isMenu(from, to int) bool {
	words := 0
	for i := from; i < to; i++ {
		words += p.parts[i].words
		if strings.ContainsAny(p.parts[i].key, "0123456789:") {
			return false
		}
	}
	return words <= 4*(to-from)
}

func (p *page) mark(from, to int, kind news.BlockKind) {
	for i := from; i < to; i++ {
		if p.parts[i].open() {
			p.parts[i].kind = kind
		}
	}
}

// tail decides the open parts after the last of the article's sentences: a
// short sentence may still belong to it, and a long one that was cut short.
func (p *page) tail() {
	if p.last == 0 {
		return
	}
	for i := p.last; i < len(p.parts); i++ {
		t := &p.parts[i]
		s := t.In(p.src)
		if t.open() && !t.sentence && t.words <= subWords && !isPost(s) && !strings.HasPrefix(s, "—") && !strings.HasPrefix(s, "--") {
			t.kind = news.Furniture
		}
	}
}

// repeats makes a paragraph furniture that has been printed before, as those
// set large beside the text are.
func (p *page) repeats() {
	seen := make(map[string]bool, len(p.parts))
	for i := range p.parts {
		t := &p.parts[i]
		if !t.open() || t.words < 6 {
			continue
		}
		s := t.In(p.src)
		if seen[s] {
			t.kind = news.Furniture
		}
		seen[s] = true
	}
}

// titleCased reports whether most words of a line begin with a capital, as those
// of a subhead in title case do.
func titleCased(s string) bool {
	upper, all := 0, 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		all++
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return 2*upper > all
}
