package clean

import (
	"strings"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// headParts is how far down a page its description is looked for.
const headParts = 12

// headline marks the lines that print the headline, and finds it where
// nothing declares it.
func (p *page) headline() {
	if p.a.Headline.Value == "" {
		p.chooseHeadline()
	}
	want, _ := lexicon.FurnitureKey(p.a.Headline.Value, keyBytes)
	if want == "" {
		return
	}
	for i := range p.parts {
		p.matchHeadline(&p.parts[i], want)
	}
}

// matchHeadline marks a part that is the headline, or ends in it glued to the
// breadcrumbs of the page.
func (p *page) matchHeadline(t *part, want string) {
	switch {
	case t.kind == news.Metadata || t.words > 3*titleWords:
	case t.key == want || t.words >= 3 && strings.HasPrefix(want, t.key+" ") && strings.Count(want[len(t.key):], " ") <= 4:
		t.kind = news.Headline
		if p.a.Headline.At.Empty() {
			p.a.Headline.At = t.Span
		}
	case t.kind == "" && t.words < titleWords+8 && !t.sentence && gluedTo(t.key, want):
		t.kind = news.Furniture
	}
}

// gluedTo reports whether a line ends in a headline of some length, whose
// first word may have run into the word before it.
func gluedTo(key, headline string) bool {
	_, rest, _ := strings.Cut(headline, " ")
	return strings.Count(rest, " ") >= 3 && len(key) > len(rest) && strings.HasSuffix(key, rest)
}

// chooseHeadline takes the headline from the lines before the article's
// sentences: the one that is printed twice, or the one right above the byline
// or date, or whose words the report uses, or the first.
func (p *page) chooseHeadline() {
	best, rank := -1, 0
	for i, inList := range p.headLists() {
		if r := p.headlineRank(i); r > rank && !inList {
			best, rank = i, r
		}
	}
	if best < 0 {
		return
	}
	t := &p.parts[best]
	p.a.Headline = news.Field{Value: t.In(p.src), Origin: news.FromPage, At: t.Span}
}

func (p *page) headlineRank(i int) int {
	t := &p.parts[i]
	if !p.couldHead(t) {
		return 0
	}
	rank := 1
	if i > 0 && p.endsIn(&p.parts[i-1], t) || p.printedTwice(i) {
		rank += 4
	}
	if i+1 < len(p.parts) && p.underHeadline(&p.parts[i+1]) {
		rank += 2
	}
	if told, of := p.told(t); told >= 2 && told*2 >= of {
		rank += 2 // the name of an outlet or a column is not what the report is about
	}
	return rank
}

// couldHead reports whether a part has the form of a headline.
func (p *page) couldHead(t *part) bool {
	s := t.In(p.src)
	if !t.open() || t.words < 3 || t.words > titleWords || len(s) > titleBytes {
		return false
	}
	last := s[len(s)-1]
	_, dated := dateLine(s)
	return last != '.' && last != ',' && last != ':' && !dated && !isByline(s) && !isOffice(s) && !isTurn(s)
}

// endsIn reports whether the part before ends in the same words, after the
// breadcrumbs of a page.
func (p *page) endsIn(before, t *part) bool {
	return before.words < titleWords+8 && !before.sentence && gluedTo(before.key, t.key)
}

// printedTwice reports whether the line stands a second time among the first
// lines of the page.
func (p *page) printedTwice(i int) bool {
	for j := i + 1; j < min(p.first+2, i+8, len(p.parts)); j++ {
		if p.parts[j].key == p.parts[i].key {
			return true
		}
	}
	return false
}

// underHeadline reports whether a part is what stands under a headline.
func (p *page) underHeadline(t *part) bool {
	s := t.In(p.src)
	_, dated := dateLine(s)
	return dated || isByline(s) || isOffice(s)
}

// standfirst makes furniture of a first line that is the page's description
// for search engines: cut off in the middle, its words those of the body.
func (p *page) standfirst() {
	for i := range min(p.first+1, len(p.parts), headParts) {
		t := &p.parts[i]
		if t.open() && (p.goesOn(i) || i < p.first && !t.sentence && isCut(t.In(p.src)) && !isSpeech(t.In(p.src)) && p.retold(t)) {
			t.kind = news.Furniture
		}
	}
}

// goesOn reports whether one of the next parts begins with all the words of
// this one, and goes on.
func (p *page) goesOn(i int) bool {
	t := &p.parts[i]
	if t.words < 8 || len(t.key) >= keyBytes {
		return false
	}
	for j := i + 1; j < min(i+6, len(p.parts)); j++ {
		next := &p.parts[j]
		if next.open() && len(next.key) > len(t.key)+8 && strings.HasPrefix(next.key, t.key) {
			return true
		}
	}
	return false
}

// cutLengths are the lengths, in characters, at which publishing systems cut
// off a description: from, to.
var cutLengths = [][2]int{{145, 166}, {195, 206}, {245, 257}, {295, 321}}

// isCut reports whether a line has the length of a description that was cut
// off, and more than one sentence or a last word that no sentence ends with.
func isCut(s string) bool {
	n := utf8.RuneCountInString(s)
	for _, l := range cutLengths {
		if l[0] <= n && n <= l[1] {
			return strings.Contains(s, ". ") || len(strings.TrimSpace(lastWords(s, 1))) <= 3
		}
	}
	return false
}

// retold reports whether most of the longer words of a part stand in the
// article's sentences.
func (p *page) retold(t *part) bool {
	told, of := p.told(t)
	return of >= 8 && told*10 >= of*6
}

// told counts the longer words of a part, and those of them that stand in the
// article's sentences.
func (p *page) told(t *part) (told, of int) {
	for _, w := range text.Words(p.src, t.Span) {
		if len(w.Fold) < 4 {
			continue
		}
		of++
		if p.vocabulary()[w.Fold] {
			told++
		}
	}
	return told, of
}

// vocabulary is the words of the article's sentences.
func (p *page) vocabulary() map[string]bool {
	if p.words == nil {
		p.words = map[string]bool{}
		for i := p.first; i < p.last; i++ {
			for _, w := range text.Words(p.src, p.parts[i].Span) {
				p.words[w.Fold] = true
			}
		}
	}
	return p.words
}
