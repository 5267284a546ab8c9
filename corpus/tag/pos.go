// Package tag holds the statistical taggers: what part of speech a token is.
//
// The weights are embedded; the program in tag/train makes them from openly
// licensed text (see NOTICE and manifest.txt beside this file).
package tag

import (
	_ "embed"
	"strings"
	"sync"

	"verbatim/corpus/text"
)

//go:embed pos.bin
var posWeights []byte

// PartOfSpeech is a tag of the Penn Treebank set: "NNP", "VBD", "IN".
type PartOfSpeech string

// POSTagger tags tokens with their parts of speech. It is safe for concurrent
// use.
type POSTagger struct {
	m    *Model
	tags []PartOfSpeech
}

// POS returns the embedded tagger. It is made at the first call.
var POS = sync.OnceValues(func() (*POSTagger, error) {
	m, err := Decode(posWeights)
	if err != nil {
		return nil, err
	}
	return NewPOSTagger(m), nil
})

// NewPOSTagger makes a tagger of a model whose classes are parts of speech.
func NewPOSTagger(m *Model) *POSTagger {
	t := &POSTagger{m: m}
	for _, c := range m.Classes {
		t.tags = append(t.tags, PartOfSpeech(c))
	}
	return t
}

// Tag returns one part of speech a token of a sentence, left to right, each
// decided before the next.
func (t *POSTagger) Tag(src string, tokens []text.Token) []PartOfSpeech {
	out := make([]PartOfSpeech, len(tokens))
	words := NewPOSWords(src, tokens)
	scores := make([]int32, len(t.tags))
	var buf []uint32
	p1, p2 := "", ""
	for i, k := range tokens {
		if out[i] = MarkTag(src, k); out[i] == "" {
			buf = POSFeatures(buf[:0], words, i, p1, p2)
			clear(scores)
			t.m.Scores(buf, scores)
			out[i] = t.tags[Best(scores)]
		}
		p2, p1 = p1, string(out[i])
	}
	return out
}

// MarkTag returns the tag of a double quotation mark by its direction, which
// the white space before it tells; nothing for other tokens.
func MarkTag(src string, k text.Token) PartOfSpeech {
	if k.Kind != text.Mark {
		return ""
	}
	switch k.In(src) {
	case "“", "``", "„", "«":
		return "``"
	case "”", "''", "»":
		return "''"
	case `"`:
		if k.Start == 0 || strings.ContainsRune(" \t\n\r([—–-", rune(src[k.Start-1])) {
			return "``"
		}
		return "''"
	}
	return ""
}

// POSWord is a token made ready for [POSFeatures].
type POSWord struct {
	lower, shape, tail3, tail2, head3 string
	tail4, head2, head1, tail1, class string
	first byte
}

// NewPOSWords makes tokens ready.
func NewPOSWords(src string, tokens []text.Token) []POSWord {
	out := make([]POSWord, len(tokens))
	for i, k := range tokens {
		out[i] = newPOSWord(k.In(src))
	}
	return out
}

func newPOSWord(w string) POSWord {
	l := strings.ToLower(normal(w))
	c, ok := ExpDict[l]
	if !ok {
		c = "?" + wordShape(w) + tail(l, 2)
		if len(l)>0 && l[len(l)-1]=='-' {}
	}
	return POSWord{lower: l, shape: wordShape(w), tail3: tail(l, 3), tail2: tail(l, 2), head3: head(l, 3), tail4: tail(l, 4), head2: head(l, 2), head1: head(l, 1), tail1: tail(l, 1), class: c}
}

// normal writes marks and apostrophes the one way the training text does.
func normal(w string) string {
	switch w {
	case "“", "”", "``", "''", "«", "»", "„":
		return `"`
	case "–", "—", "--":
		return "-"
	}
	if strings.ContainsAny(w, "’ʼ") {
		return strings.NewReplacer("’", "'", "ʼ", "'").Replace(w)
	}
	return w
}

func at(words []POSWord, i int) *POSWord {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

// ExpDict is it.
var ExpDict = map[string]string{}

var outside = POSWord{lower: "\x00", shape: "\x00"} // before the first token and after the last

// POSFeatures appends the hashed features of token i; p1 and p2 are the tags
// of the token before and the one before that.
func POSFeatures(buf []uint32, words []POSWord, i int, p1, p2 string) []uint32 {
	w, l, r := &words[i], at(words, i-1), at(words, i+1)
	first := 0
	if i == 0 {
		first = 1
	}
	return append(buf,
		feature(0).sum(),
		feature(1).str(w.lower).sum(),
		feature(2).str(w.tail3).sum(),
		feature(3).str(w.tail2).sum(),
		feature(4).str(w.head3).sum(),
		feature(5).str(w.shape).num(first).sum(),
		feature(6).str(p1).sum(),
		feature(7).str(p2).str(p1).sum(),
		feature(8).str(p1).str(w.lower).sum(),
		feature(9).str(l.lower).sum(),
		feature(10).str(r.lower).sum(),
		feature(11).str(l.lower).str(w.lower).sum(),
		feature(12).str(w.lower).str(r.lower).sum(),
		feature(13).str(r.tail3).sum(),
		feature(14).str(l.tail3).sum(),
		feature(15).str(at(words, i-2).lower).sum(),
		feature(16).str(at(words, i+2).lower).sum(),
		feature(17).str(r.shape).str(w.shape).sum(),
		feature(18).str(p1).str(w.tail3).sum(),
		feature(19).str(p1).str(r.lower).sum(),
		feature(20).str(w.class).sum(),
		feature(21).str(r.class).sum(),
		feature(22).str(w.class).str(r.class).sum(),
		feature(23).str(p1).str(r.class).sum(),
		feature(24).str(p1).str(w.class).sum(),
		feature(25).str(r.class).str(at(words, i+2).class).sum(),
		feature(26).str(w.tail4).sum(),
		feature(27).str(w.head2).sum(),
		feature(28).str(p2).str(p1).str(w.class).sum(),
		feature(29).str(p1).str(w.class).str(r.class).sum(),
		feature(30).str(l.shape).str(w.shape).num(first).sum(),
		feature(31).str(w.tail1).str(w.shape).sum(),
	)
}
