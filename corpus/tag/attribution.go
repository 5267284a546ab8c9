package tag

import (
	_ "embed"
	"sync"

	"verbatim/corpus/text"
)

//go:embed attribution.bin
var attributionWeights []byte

// Part is what a token is to an attribution.
type Part string

// The parts of an attribution.
const (
	NoPart  Part = ""
	Source  Part = "source"  // who said it: "a spokesman for the port"
	Cue     Part = "cue"     // the words that show that it was said: "told reporters"
	Content Part = "content" // what was said, "that" included
)

// AttributionLabel says what a token is part of.
type AttributionLabel struct {
	Part       Part
	Begin      bool    // the first token of its part
	Confidence float32 // by how much the label beats every other: 0 is a toss-up, above 1 it is seldom wrong
}

// AttributionTagger finds the sources, cues and contents of attributions. It
// is safe for concurrent use.
type AttributionTagger struct {
	m       *Model
	lattice *Lattice
	labels  []AttributionLabel // of each class
}

// Attributions returns the embedded tagger. It is made at the first call.
var Attributions = sync.OnceValues(func() (*AttributionTagger, error) {
	m, err := Decode(attributionWeights)
	if err != nil {
		return nil, err
	}
	return NewAttributionTagger(m), nil
})

// NewAttributionTagger makes a tagger of a model whose classes are "O",
// "B-source", "I-source" and so on.
func NewAttributionTagger(m *Model) *AttributionTagger {
	t := &AttributionTagger{m: m, lattice: NewLattice(m, AttributionContexts)}
	for _, c := range m.Classes {
		l := AttributionLabel{}
		if len(c) > 2 {
			l = AttributionLabel{Part: Part(c[2:]), Begin: c[0] == 'B'}
		}
		t.labels = append(t.labels, l)
	}
	return t
}

// Tag returns one label a token of a sentence; pos holds its parts of speech as
// [POSTagger.Tag] gives them. InMarks, nil for none, is true for the tokens
// that stand in quotation marks, the marks included: each run of them is taken
// whole, all content or none of it, and never source or cue.
func (t *AttributionTagger) Tag(src string, tokens []text.Token, pos []PartOfSpeech, inMarks []bool) []AttributionLabel {
	out := make([]AttributionLabel, len(tokens))
	els := AttributionElements(src, tokens, pos, inMarks)
	n := len(t.labels)
	emit := make([]int32, len(els)*n)
	var buf [96]uint32
	for i := range els {
		row := emit[i*n:][:n]
		t.m.Scores(AttributionFeatures(buf[:0], els, i), row)
		if els[i].Quoted {
			t.onlyContent(row)
		}
	}
	var p Search
	t.lattice.Best(&p, emit, contextsOf(els))
	for i, m := range t.lattice.margins(&p, emit) {
		t.fill(out, els[i], t.labels[p.labels[i]], float32(min(m, 100*confidenceUnit))/confidenceUnit)
	}
	return out
}

// onlyContent rules out what words in marks are not.
func (t *AttributionTagger) onlyContent(row []int32) {
	for k := range row {
		if p := t.labels[k].Part; p == Source || p == Cue {
			row[k] = Never
		}
	}
}

// fill labels the tokens of an element.
func (t *AttributionTagger) fill(out []AttributionLabel, e AttributionElement, l AttributionLabel, confidence float32) {
	l.Confidence = confidence
	for i := e.Lo; i < e.Hi; i++ {
		out[i] = l
		l.Begin = false
	}
}
