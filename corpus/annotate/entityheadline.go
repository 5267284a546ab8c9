package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// readHeadlines finds, in lines set as headlines, the names that the rest of
// the article gives or the lexicon has. A headline alone makes nobody.
func (c *cast) readHeadlines() {
	forms := map[string][]headForm{}
	for _, r := range c.sentences {
		if r.lo >= r.hi || !c.tokens[r.lo].title {
			continue
		}
		if len(forms) == 0 {
			forms = c.headForms()
		}
		for i := r.lo; i < r.hi; {
			i += c.headlineAt(forms, i, r.hi)
		}
	}
}

// readFamilies returns the words that stand behind a given name in the lines set
// as headlines: "Venn" of "The Case of Ana Venn". What the article calls so is
// somebody.
func (c *cast) readFamilies() map[string]bool {
	out := map[string]bool{}
	for _, r := range c.sentences {
		for i := r.lo; i+1 < r.hi && c.tokens[r.lo].title; i++ {
			t := &c.tokens[i+1]
			if isFamily(c.low(i)) && !lexicon.CommonWord(c.low(i)) && t.Kind == text.Upper && !lexicon.CommonWord(t.low) && !isFamily(t.low) {
				out[t.low] = true
			}
		}
	}
	return out
}

// headForm is a name of several words that the article gives.
type headForm struct {
	words []string
	of    *member
}

func (c *cast) headForms() map[string][]headForm {
	out := map[string][]headForm{}
	seen := map[string]bool{}
	for _, m := range c.members {
		for k := range m.names {
			f := &m.names[k]
			if f.hi-f.lo < 2 {
				continue
			}
			var h headForm
			for i := f.lo; i < f.hi; i++ {
				h.words = append(h.words, c.low(i))
			}
			key := strings.Join(h.words, " ")
			if seen[key] {
				continue
			}
			seen[key], h.of = true, m
			out[h.words[0]] = append(out[h.words[0]], h)
		}
	}
	return out
}

// headlineAt reads what begins at token i of a headline and returns how many
// tokens it takes.
func (c *cast) headlineAt(forms map[string][]headForm, i, end int) int {
	t := &c.tokens[i]
	if t.Kind != text.Upper {
		return 1
	}
	for _, h := range forms[t.low] {
		if c.isHeadForm(h, i, end) {
			c.mention(h.of, found{tokenRange: tokenRange{i, i + len(h.words)}, kind: h.of.kind, known: h.of.known})
			return len(h.words)
		}
	}
	name, n := c.knownAt(i, end)
	if _, given := lexicon.GivenName(t.low); given && i+1 < end && c.tokens[i+1].Kind == text.Upper && !lexicon.CommonWord(t.low) {
		f := found{tokenRange: tokenRange{i, i + 2}, kind: news.Person}
		if ms := c.families[c.key(c.low(i+1))]; len(ms) == 1 && len(ms[0].words) == 1 {
			c.addFullTo(ms[0], f)
			return 2
		}
	}
	if ms := c.families[c.key(t.low)]; n < 2 && len(ms) > 0 && !lexicon.CommonWord(t.low) {
		f := found{tokenRange: tokenRange{i, i + 1}, kind: news.Person}
		if m := c.familyOf(&f); m != nil {
			c.mention(m, f)
			return 1
		}
	}
	if f := (found{tokenRange: tokenRange{i, i + n}, known: name}); n == 1 && name.Kind == lexicon.KnownBody {
		if m := c.firstWordOf(&f); m != nil {
			c.mention(m, f)
			return n
		}
	}
	if n > 0 && name.Kind != lexicon.KnownThing {
		c.addBody(found{tokenRange: tokenRange{i, i + n}, known: name})
		return n
	}
	return 1
}

func (c *cast) isHeadForm(h headForm, i, end int) bool {
	if i+len(h.words) > end {
		return false
	}
	for k, w := range h.words {
		if c.low(i+k) != w {
			return false
		}
	}
	return true
}
