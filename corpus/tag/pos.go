package tag

import (
	_ "embed"
	"strings"
	"sync"

	"verbatim/corpus/text"
)

//go:embed pos.bin
var posWeights []byte

//go:embed posword.txt
var posWords string

// PartOfSpeech is a tag of the Penn Treebank set: "NNP", "VBD", "IN".
type PartOfSpeech string

// POSTagger tags tokens with their parts of speech. It is safe for concurrent
// use.
type POSTagger struct {
	m     *Model
	dict  *POSDict
	tags  []PartOfSpeech
	index map[PartOfSpeech]uint8
}

// POS returns the embedded tagger. It is made at the first call.
var POS = sync.OnceValues(func() (*POSTagger, error) {
	m, err := Decode(posWeights)
	if err != nil {
		return nil, err
	}
	return NewPOSTagger(m, NewPOSDict(posWords)), nil
})

// NewPOSTagger makes a tagger of a model whose classes are parts of speech and
// the dictionary it was trained with.
func NewPOSTagger(m *Model, dict *POSDict) *POSTagger {
	t := &POSTagger{m: m, dict: dict, index: map[PartOfSpeech]uint8{}}
	for i, c := range m.Classes {
		t.tags = append(t.tags, PartOfSpeech(c))
		t.index[PartOfSpeech(c)] = uint8(i)
	}
	return t
}

// Tag returns one part of speech a token of a sentence, left to right, each
// decided before the next.
func (t *POSTagger) Tag(src string, tokens []text.Token) []PartOfSpeech {
	out := make([]PartOfSpeech, len(tokens))
	words := t.dict.Words(src, tokens)
	scores := make([]int32, len(t.tags))
	var buf [64]uint32
	var p1, p2 PartOfSpeech
	for i := range words {
		if out[i] = words[i].Sure; out[i] == "" {
			clear(scores)
			t.m.Scores(POSFeatures(buf[:0], words, i, p1, p2), scores)
			out[i] = t.tags[Best(scores)]
		}
		p2, p1 = p1, out[i]
	}
	return out
}

// POSDict is what the training text tells of its words: the parts of speech
// each is found as.
type POSDict struct {
	words map[string]posEntry
}

type posEntry struct {
	class uint32       // the tags it is found as, hashed
	sure  PartOfSpeech // the one tag it is always found as, empty if there are more
}

// NewPOSDict reads a dictionary: a line has a word in lower case, a tab and its
// tags, the commonest first; "!" behind a lone tag says that it may be taken
// for granted.
func NewPOSDict(s string) *POSDict {
	d := &POSDict{words: map[string]posEntry{}}
	for line := range strings.Lines(s) {
		w, tags, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		tags, sure := strings.CutSuffix(tags, " !")
		e := posEntry{class: hashOf(tags)}
		if sure {
			e.sure = PartOfSpeech(tags)
		}
		d.words[w] = e
	}
	return d
}

// POSWord is a token made ready for [POSFeatures].
type POSWord struct {
	Sure PartOfSpeech // its tag where that needs no weighing

	lower, shape, class               uint32
	tail1, tail2, tail3, tail4, head2 uint32
	head3                             uint32
}

// Words makes the tokens of a sentence ready.
func (d *POSDict) Words(src string, tokens []text.Token) []POSWord {
	out := make([]POSWord, len(tokens))
	for i, k := range tokens {
		out[i] = d.word(k.In(src))
		if m := markTag(src, k); m != "" {
			out[i].Sure = m
		}
	}
	return out
}

func (d *POSDict) word(w string) POSWord {
	l := Lowered(w)
	out := POSWord{
		lower: hashOf(l), shape: wordShape(w),
		tail1: hashOf(tail(l, 1)), tail2: hashOf(tail(l, 2)), tail3: hashOf(tail(l, 3)), tail4: hashOf(tail(l, 4)),
		head2: hashOf(head(l, 2)), head3: hashOf(head(l, 3)),
	}
	e, ok := d.words[l]
	if !ok {
		out.class = out.shape ^ out.tail2*fnvPrime
		return out
	}
	out.class = e.class
	if w == l || len(w) == 1 || w[1:] == l[1:] {
		out.Sure = e.sure
	}
	return out
}

// markTag returns the tag of a double quotation mark by its direction, which
// the white space before it tells; nothing for other tokens.
func markTag(src string, k text.Token) PartOfSpeech {
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

func at(words []POSWord, i int) *POSWord {
	if i < 0 || i >= len(words) {
		return &outside
	}
	return &words[i]
}

var outside = POSWord{lower: 1, shape: 1, class: 1} // before the first token and after the last

// POSFeatures appends the features of token i; p1 and p2 are the tags of the
// token before and the one before that.
func POSFeatures(buf []uint32, words []POSWord, i int, p1, p2 PartOfSpeech) []uint32 {
	w, l, r, r2 := &words[i], at(words, i-1), at(words, i+1), at(words, i+2)
	t1, t2 := hashOf(string(p1)), hashOf(string(p2))
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	return append(buf,
		feature(0).sum(),
		feature(1).mix(w.lower).sum(),
		feature(2).mix(w.tail3).sum(),
		feature(3).mix(w.tail2).sum(),
		feature(4).mix(w.head3).sum(),
		feature(5).mix(w.shape).mix(first).sum(),
		feature(6).mix(t1).sum(),
		feature(7).mix(t2).mix(t1).sum(),
		feature(8).mix(t1).mix(w.lower).sum(),
		feature(9).mix(l.lower).sum(),
		feature(10).mix(r.lower).sum(),
		feature(11).mix(l.lower).mix(w.lower).sum(),
		feature(12).mix(w.lower).mix(r.lower).sum(),
		feature(13).mix(r.tail3).sum(),
		feature(14).mix(l.tail3).sum(),
		feature(15).mix(at(words, i-2).lower).sum(),
		feature(16).mix(r2.lower).sum(),
		feature(17).mix(r.shape).mix(w.shape).sum(),
		feature(18).mix(t1).mix(w.tail3).sum(),
		feature(19).mix(t1).mix(r.lower).sum(),
		feature(20).mix(w.class).sum(),
		feature(21).mix(r.class).sum(),
		feature(22).mix(w.class).mix(r.class).sum(),
		feature(23).mix(t1).mix(r.class).sum(),
		feature(24).mix(t1).mix(w.class).sum(),
		feature(25).mix(r.class).mix(r2.class).sum(),
		feature(26).mix(w.tail4).sum(),
		feature(27).mix(w.head2).sum(),
		feature(28).mix(t2).mix(t1).mix(w.class).sum(),
		feature(29).mix(t1).mix(w.class).mix(r.class).sum(),
		feature(30).mix(l.shape).mix(w.shape).mix(first).sum(),
		feature(31).mix(w.tail1).mix(w.shape).sum(),
	)
}
