package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// posts finds the posts a page embeds without marks, by the signature behind
// them: "The gates are open. — Mara Venn (@maravenn) December 9, 2031". What a
// paper posts is its own report, and read as one.
func (p *page) posts() []reported {
	var out []reported
	for s := 0; s < len(p.sentences); {
		first, e := s, p.paragraphEnd(s, p.sentences[s].paragraph)
		lo, hi := p.sentences[s].lo, p.sentences[e-1].hi
		s = e
		for i := lo; i < hi; i++ {
			g, ok := p.signatureAt(i, hi)
			if !ok {
				continue
			}
			if r, ok := p.postOf(p.postStart(lo, g.dash, first), g); ok {
				out = append(out, r)
			}
			lo, i = g.end, g.end-1
		}
	}
	return out
}

// postSignature is the name and handle behind a post, as tokens.
type postSignature struct {
	dash, name, bracket, end int
	dated                    bool
}

// mostSigned is how many tokens a signature's name and handle may each have.
const mostSigned = 12

// signatureAt reads "— Name (@handle) Month 9, 2031" at token i; without the
// day nothing may follow it.
func (p *page) signatureAt(i, hi int) (postSignature, bool) {
	g := postSignature{dash: i, name: i + 1}
	if !isDash(p.at(i).lower) || p.at(i).mark != 0 {
		return g, false
	}
	for g.bracket = g.name; !p.is(g.bracket, "("); g.bracket++ {
		if g.bracket >= min(hi, i+mostSigned) || isDash(p.at(g.bracket).lower) {
			return g, false
		}
	}
	if g.bracket == g.name || !p.is(g.bracket+1, "@") {
		return g, false
	}
	g.end = g.bracket + 2
	for !p.is(g.end, ")") {
		if g.end++; g.end >= min(hi, g.bracket+mostSigned) {
			return g, false
		}
	}
	day := p.dayEnd(g.end+1, hi)
	g.dated, g.end = day > g.end+1, day
	return g, g.dated || g.end >= hi
}

// endsPost reports whether a link or the signature of a post stands at token i: "the
// gates are open | https://…", "| — Mara Venn (@maravenn) December 9, 2031".
func (p *page) endsPost(i, hi int) bool {
	t := p.at(i)
	if t.Kind <= text.Number && isLinkText(p.src[t.Start:]) {
		return true
	}
	if !isDash(t.lower) {
		return false
	}
	_, signed := p.signatureAt(i, hi)
	return signed
}

func isDash(w string) bool {
	switch w {
	case "—", "–", "-", "--", "―":
		return true
	}
	return false
}

// dayEnd returns the token behind the day at i, "December 9, 2031" or "9
// December 2031", i if there is none.
func (p *page) dayEnd(i, hi int) int {
	j, month := i, false
	for j < min(hi, i+5) {
		t := p.at(j)
		named := lexicon.Month(t.lower) != 0
		if !named && t.Kind != text.Number && t.lower != "," && t.lower != "." {
			break
		}
		month = month || named
		j++
	}
	if !month {
		return i
	}
	return j
}

// postStart returns the token a post begins at whose signature begins at dash:
// lo, or where the signature opens its paragraph, with sentence s, the paragraph
// before.
func (p *page) postStart(lo, dash, s int) int {
	if dash > p.sentences[s].lo || s == 0 {
		return lo
	}
	par := p.sentences[s-1].paragraph
	for s > 0 && p.sentences[s-1].paragraph == par {
		s--
	}
	return p.sentences[s].lo
}

// postOf credits the words before a signature to the name in it.
func (p *page) postOf(lo int, g postSignature) (reported, bool) {
	if lo >= g.dash || p.mostlyMarked(lo, g.dash) || !g.dated && !p.clauseIn(lo, g.dash) {
		return reported{}, false
	}
	a := attribution{at: p.span(g.name, g.bracket), class: "post", sieve: sieveSigned, confidence: confidence[sieveSigned]}
	if k := p.at(g.name).phrase; k != 0 && p.phrases[k-1].kind == named && p.phrases[k-1].hi == g.bracket {
		if p.isPressPhrase(k - 1) {
			return reported{}, false
		}
		a.phrases = []int{k - 1}
	}
	if isPress(a.at.In(p.src)) {
		return reported{}, false
	}
	at := withoutLinks(p.src, p.span(p.postText(lo, g.dash), g.dash))
	n := len(text.FoldedWords(at.In(p.src)))
	return reported{a, at}, n >= leastPosted && p.clauseIn(lo, g.dash) || n >= leastVerbless
}

// postText returns the token the words of a post begin at, behind the label for
// those who listen to the page: "Skip Rookery post by @maravenn".
func (p *page) postText(lo, hi int) int {
	if !p.is(lo, "skip") {
		return lo
	}
	for i := lo + 1; i+1 < min(hi, lo+8); i++ {
		if p.is(i, "@") {
			return i + 2
		}
	}
	return lo
}

// How many words a post has that is read as what somebody said, with a verb and
// without.
const (
	leastPosted   = 3
	leastVerbless = 5
)

// mostlyMarked reports whether more than half of tokens [lo, hi) stand in
// marks: what the marks hold is the quotation then.
func (p *page) mostlyMarked(lo, hi int) bool {
	n := 0
	for i := lo; i < hi; i++ {
		if p.at(i).mark != 0 {
			n++
		}
	}
	return 2*n > hi-lo
}

// withoutLinks cuts the addresses off the end of a post.
func withoutLinks(src string, s text.Span) text.Span {
	for s = s.Trim(src); !s.Empty(); s = s.Trim(src) {
		in := s.In(src)
		i := strings.LastIndexAny(in, " \u00a0\n\t") + 1
		for _, sign := range [...]string{"http://", "https://", "pic.twitter.com/"} {
			i += max(0, strings.LastIndex(in[i:], sign))
		}
		if !isLinkText(in[i:]) && !isDash(in[i:]) {
			break
		}
		s.End = s.Start + i
	}
	return s
}

func isLinkText(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "pic.twitter.com/")
}

// inPosts takes the speakers off the words in marks that stand in a post or
// block and were credited by what stands around them: whoever posts puts them in
// marks for reasons of his own.
func (p *page) inPosts(as []attribution, told []reported) {
	j := 0
	for i := range as {
		for j < len(told) && told[j].content.End <= p.marks[i].Outer.Start {
			j++
		}
		if j == len(told) || told[j].sieve != sieveSigned && told[j].sieve != sieveColon || !told[j].content.Contains(p.marks[i].Outer) {
			continue
		}
		switch as[i].sieve {
		case sieveReport, sieveAlone, sieveLead, sieveRun:
			as[i] = attribution{}
		}
	}
}
