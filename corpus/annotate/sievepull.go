package annotate

import (
	"strings"

	"verbatim/corpus/text"
)

// Of a pull quote: the fewest words that are told apart from what all say, and the most
// of them looked for in an article.
const (
	shortestPull = 6
	mostPulls    = 16
)

// pulled credits the paragraphs of nothing but words in marks that no sentence leads to,
// and that the article quotes a second time where it says whose they are: a page prints
// them large, for show.
func (p *page) pulled(as []attribution) {
	var spoken []string
	tries := 0
	for i := range p.marks {
		if as[i].found() && as[i].sieve != sieveAlone || !p.fillsParagraph(&p.marks[i]) {
			continue
		}
		words := p.wordsIn(i)
		if strings.Count(words, " ") <= shortestPull {
			continue
		}
		if tries++; tries > mostPulls {
			return
		}
		if spoken == nil {
			for j := range p.marks {
				spoken = append(spoken, p.wordsIn(j))
			}
		}
		for j := range spoken {
			if j != i && as[j].found() && as[j].sieve != sieveAlone && strings.Contains(spoken[j], words) {
				as[i] = inherit(as[j], sieveRun)
				break
			}
		}
	}
}

// wordsIn returns the words of a pair of marks, folded, with a space on either side.
func (p *page) wordsIn(i int) string {
	return " " + strings.Join(text.FoldedWords(p.marks[i].Inner.In(p.src)), " ") + " "
}

// fillsParagraph reports whether a paragraph holds no more than a pair of marks.
func (p *page) fillsParagraph(m *Marked) bool {
	lo, hi := p.tokenAt(m.Outer.Start), p.tokenAt(m.Outer.End)
	if lo > 0 && p.sentences[p.at(lo-1).sentence].paragraph == m.Paragraph {
		return false
	}
	return hi >= len(p.tokens) || p.sentences[p.at(hi).sentence].paragraph != m.Paragraph
}

// signsOff credits the person whose name, with no more than a bracket or a description,
// is all that stands behind a sentence in marks to the end of its paragraph: "“…” Rep.
// Mara Venn (D-Ohio)".
func (p *page) signsOff(m *Marked, lo, hi int) attribution {
	k := p.at(lo).phrase - 1
	if k < 0 || p.phrases[k].lo != lo || !p.isNamedPerson(k) || hi-lo > longestByline || !p.isClause(m) || !p.startsSentence(m) {
		return attribution{}
	}
	if end := p.phrases[k].hi; p.clauseIn(end, hi) && !(p.is(end, "(") && p.bracketStart(hi-1, lo) == end) {
		return attribution{}
	}
	if hi < len(p.tokens) && p.sentences[p.at(hi).sentence].paragraph == m.Paragraph || !p.is(p.phrases[k].hi, "(", ",", ".") && p.phrases[k].hi < hi {
		return attribution{}
	}
	return p.credit(k, &cue{}, sieveSigned)
}
