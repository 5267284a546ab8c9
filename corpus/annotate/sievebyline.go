package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// bylinesUnder returns the name in the line right below a paragraph that says who
// wrote the words quoted in it, and where: "Mara Venn, Harbour Gazette". Where the
// words behind the name are no paper's, the article must sign so more than once.
func bylinesUnder(a *news.Article, paragraphs []text.Span) map[int]text.Span {
	out, sure := map[int]text.Span{}, false
	i := 0
	for k, b := range a.Blocks {
		for i < len(paragraphs) && paragraphs[i].Start < b.Start {
			i++
		}
		if i == len(paragraphs) || paragraphs[i] != b.Span || k+1 == len(a.Blocks) || a.Blocks[k+1].Kind == news.Caption || !endsInMark(b.In(a.Text)) {
			continue
		}
		line := a.Blocks[k+1].Span
		if n := nameOver(line.In(a.Text)); n > 0 {
			out[i] = text.Span{Start: line.Start, End: line.Start + n}
			sure = sure || isPress(line.In(a.Text)[n:])
		}
	}
	if !sure && len(out) < 2 {
		return nil
	}
	return out
}

// endsInMark reports whether s ends in a quotation mark that closes.
func endsInMark(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isMark(r) && r != '“' && r != '„'
}

// How long a line is at most that signs with a name and a paper, in bytes, and how
// many words the name and what stands behind it have.
const (
	longestSigning = 90
	leastOfName    = 2
	mostOfName     = 9 // of two
	mostOfPaper    = 5
)

// nameOver returns the length of the name that a line begins with, before a comma
// and no more than a few words with capitals; 0 if it is no such line.
func nameOver(s string) int {
	name, paper, ok := strings.Cut(s, ", ")
	if !ok || len(s) > longestSigning || strings.ContainsAny(s[len(s)-1:], ".!?:;,") {
		return 0
	}
	n, m := strings.Fields(name), strings.Fields(paper)
	if len(n) < leastOfName || len(n) > mostOfName || len(m) == 0 || len(m) > mostOfPaper {
		return 0
	}
	for _, w := range n {
		if !beginsUpper(w) && w != "and" || strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(".-'’", r) }) >= 0 {
			return 0
		}
	}
	for _, w := range m {
		if !beginsUpper(w) && w != "of" && w != "the" && w != "and" && w != "&" {
			return 0
		}
	}
	return len(name)
}

// signedBelow credits the quotation that ends a paragraph to whom the line below it
// names, unless the reporter's own words say who spoke, and the paragraphs it runs
// on from with it.
func (p *page) signedBelow(as []attribution) {
	for i := range p.marks {
		m := &p.marks[i]
		at, ok := p.bylines[m.Paragraph]
		if !ok || i+1 < len(p.marks) && p.marks[i+1].Paragraph == m.Paragraph || m.Outer.End < p.paragraphs[m.Paragraph].End || p.isTold(&as[i]) {
			continue
		}
		as[i] = p.signedBy(at)
	}
	for i := len(p.marks) - 2; i >= 0; i-- {
		m, next := &p.marks[i], &as[i+1]
		if !m.RunsOn || !p.marks[i+1].Continues || !next.found() || next.sieve == sieveTranscript {
			continue
		}
		if _, signed := p.bylines[p.marks[i+1].Paragraph]; !as[i].found() || !p.isTold(&as[i]) && (signed || next.sieve == sieveRunsOn) {
			as[i] = inherit(*next, sieveRunsOn)
		}
	}
}

// isTold reports whether an attribution is to somebody by name, or to he or she.
func (p *page) isTold(a *attribution) bool {
	if !a.found() || len(a.phrases) == 0 {
		return a.found()
	}
	k := p.phrases[a.phrases[0]].kind
	return k == named || k == pronoun
}

// signedBy credits the person named at a span, who is added to those of the article
// if no sentence names that one.
func (p *page) signedBy(at text.Span) attribution {
	a := attribution{at: at, class: "say", sieve: sieveSigned, confidence: confidence[sieveSigned]}
	for !at.Empty() {
		one, rest, _ := strings.Cut(at.In(p.src), " and ")
		a.entities = append(a.entities, p.personAt(text.Span{Start: at.Start, End: at.Start + len(one)}))
		at.Start = at.End - len(rest)
	}
	return a
}

// personAt returns the person of the name at a span.
func (p *page) personAt(at text.Span) int {
	name := flat(at.In(p.src))
	if p.signers == nil {
		p.signers = map[string]int{}
		for e := range p.entities {
			if ent := &p.entities[e]; ent.Kind == news.Person && !ent.Anonymous {
				p.signers[text.Fold(ent.Name)] = e
			}
		}
	}
	if e, ok := p.signers[text.Fold(name)]; ok {
		return e
	}
	p.signers[text.Fold(name)] = len(p.entities)
	kind := news.Person
	switch text.Fold(name) {
	case "editorial board", "the editorial board", "editorial staff", "the editors", "staff":
		kind = news.Organisation
	}
	p.entities = append(p.entities, news.Entity{Name: name, Kind: kind, Mentions: []news.Mention{{Span: at, Form: news.ByName}}})
	return len(p.entities) - 1
}
