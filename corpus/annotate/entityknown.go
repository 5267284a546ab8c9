package annotate

import (
	"sync"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// knownForm is one form of a known name, cut as the text is.
type knownForm struct {
	tokens []knownToken
	name   *lexicon.Known
}

type knownToken struct {
	low     string
	printed string // as the lexicon prints it
	upper   bool   // must have a capital
	exact   bool   // must be printed just so: an acronym that is also a word
}

// knownForms maps the first folded token of every known form to the forms that
// begin with it, longest first.
var knownForms = sync.OnceValue(func() map[string][]knownForm {
	out := map[string][]knownForm{}
	names := lexicon.KnownNames()
	for i := range names {
		for _, form := range names[i].Forms {
			f := newKnownForm(form, &names[i])
			first := f.tokens[0].low
			out[first] = insertLongest(out[first], f)
		}
	}
	return out
})

func newKnownForm(form string, name *lexicon.Known) knownForm {
	tokens := text.Tokens(form, text.Span{Start: 0, End: len(form)})
	f := knownForm{name: name}
	for _, t := range tokens {
		n := newNameToken(form, t)
		k := knownToken{low: n.low, printed: t.In(form), upper: n.upper}
		k.exact = n.shout && len(tokens) == 1 && len(n.low) <= 5
		f.tokens = append(f.tokens, k)
	}
	return f
}

func insertLongest(fs []knownForm, f knownForm) []knownForm {
	n := len(f.tokens)
	if f.name != nil && f.name.Kind == lexicon.KnownThing {
		n++ // before a body of that name
	}
	i := 0
	for i < len(fs) && len(fs[i].tokens) >= n {
		i++
	}
	fs = append(fs, knownForm{})
	copy(fs[i+1:], fs[i:])
	fs[i] = f
	return fs
}

// knownAt returns the longest known name that begins at token i and ends
// before token end, and how many tokens it has; nil and 0 if there is none.
func (s *nameScan) knownAt(i, end int) (*lexicon.Known, int) {
	for _, f := range knownForms()[s.tokens[i].low] {
		if s.isForm(f, i, end) {
			return f.name, len(f.tokens)
		}
	}
	return nil, 0
}

func (s *nameScan) isForm(f knownForm, i, end int) bool {
	if i+len(f.tokens) > end {
		return false
	}
	for k, want := range f.tokens {
		t := &s.tokens[i+k]
		if t.low != want.low || want.upper && t.Kind != text.Upper && !t.upper {
			return false
		}
		if want.exact && t.In(s.src) != want.printed {
			return false
		}
	}
	if len(f.tokens) > 1 {
		return true
	}
	return s.isLoneForm(f, i)
}

// isLoneForm reports whether the one token at i is plainly the known name of
// one word, and no everyday word with a capital.
func (s *nameScan) isLoneForm(f knownForm, i int) bool {
	t := &s.tokens[i]
	switch {
	case f.tokens[0].exact:
		return !t.title && !s.shouting(i)
	case s.everyday(i):
		return false
	case f.name.The && len(f.name.Name) == t.Len():
		return s.low(i-1) == "the" && !s.followedByName(i)
	case f.name.Mid:
		return !t.first && !t.title || s.capitals[t.low] > 0 && s.lowers[t.low] == 0
	}
	return true
}

// shouting reports whether a neighbour of the token at i is all capitals and
// an everyday word, so that capitals say nothing there.
func (s *nameScan) shouting(i int) bool {
	for _, k := range [2]int{i - 1, i + 1} {
		if k >= 0 && k < len(s.tokens) && s.tokens[k].shout && lexicon.CommonWord(s.tokens[k].low) && len(s.tokens[k].low) > 1 {
			return true
		}
	}
	return false
}

func (s *nameScan) followedByName(i int) bool {
	return i+1 < len(s.tokens) && s.tokens[i+1].upper && s.tokens[i+1].Kind == text.Upper
}
