package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// meetOffices merges those whom an article knows only by an office that one
// person holds, "the auditor general", with the one person whom the story's
// other articles name as its holder.
func (c *crew) meetOffices() {
	type seat struct {
		story  int
		office string
	}
	holders := map[seat][]*persona{}
	for _, p := range c.all {
		if p.isHidden || p.into != nil || p.kind != news.Person || len(p.words) < 2 {
			continue
		}
		for _, o := range c.offices(p) {
			holders[seat{p.story, o}] = append(holders[seat{p.story, o}], p)
		}
	}
	for _, p := range c.all {
		if !p.isHidden || p.into != nil || p.kind != news.Person {
			continue
		}
		name := c.entity(p.refs[0]).Name
		office := officeOf(name)
		if hs := holders[seat{p.story, office}]; office != "" && isKnown(name) && len(hs) == 1 && !oneArticle(hs[0].refs, p.refs) {
			p.words, p.suffix = nil, ""
			merge(hs[0], p)
		}
	}
}

// offices returns the offices that the articles say a person holds, each once.
func (c *crew) offices(p *persona) []string {
	var out []string
	for _, r := range p.refs {
		o := officeOf(c.entity(r).Role.In(c.readings[r.Reading].Article.Text))
		if o != "" && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// officeOf returns the office that a role or description gives, without the
// article before it and "the country's": two words at least, the last of them
// an office that one person holds at a time. Empty if it gives none.
func officeOf(s string) string {
	ws := text.FoldedWords(s)
	for len(ws) > 0 && (ws[0] == "the" || strings.HasSuffix(ws[0], "'s") && lexicon.CommonWord(strings.TrimSuffix(ws[0], "'s"))) {
		ws = ws[1:]
	}
	if len(ws) < 2 || !lexicon.OfficeSole(ws[len(ws)-1]) || lexicon.OfficeUnsaid(ws[0]) {
		return ""
	}
	return strings.Join(ws, " ")
}

// isKnown reports whether a description is of somebody spoken of as known:
// "the auditor general", "the country's auditor general".
func isKnown(name string) bool {
	ws := text.FoldedWords(name)
	return len(ws) > 1 && (ws[0] == "the" || strings.HasSuffix(ws[0], "'s"))
}
