package tag

import (
	"sync"

	_ "embed"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

//go:embed name.bin
var nameWeights []byte

// Label says what a token is part of.
type Label struct {
	Kind       news.ActorKind // empty outside names
	Begin      bool           // the first token of its name
	Confidence float32        // by how much the label beats every other: 0 is a toss-up, above 1 it is seldom wrong
}

// NameTagger finds the names of persons, organisations and places. It is safe
// for concurrent use.
type NameTagger struct {
	m       *Model
	lattice *Lattice
	labels  []Label // of each class
}

// Names returns the embedded tagger. It is made at the first call.
var Names = sync.OnceValues(func() (*NameTagger, error) {
	m, err := Decode(nameWeights)
	if err != nil {
		return nil, err
	}
	return NewNameTagger(m), nil
})

// NewNameTagger makes a tagger of a model whose classes are "O", "B-person",
// "I-person" and so on.
func NewNameTagger(m *Model) *NameTagger {
	t := &NameTagger{m: m, lattice: NewLattice(m, 1)}
	for _, c := range m.Classes {
		t.labels = append(t.labels, parseLabel(c))
	}
	return t
}

func parseLabel(class string) Label {
	if len(class) < 3 {
		return Label{}
	}
	return Label{Kind: news.ActorKind(class[2:]), Begin: class[0] == 'B'}
}

// confidenceUnit is the margin that makes a confidence of 1.
const confidenceUnit = 1500

// Tag returns one label a token of a sentence; pos holds its parts of speech
// as [POSTagger.Tag] gives them. Titles and roles are no part of a name.
func (t *NameTagger) Tag(src string, tokens []text.Token, pos []PartOfSpeech) []Label {
	out := make([]Label, len(tokens))
	words := NameWords(src, tokens, pos)
	n := len(t.labels)
	emit := make([]int32, len(words)*n)
	var buf [80]uint32
	open := false
	for i := range words {
		row := emit[i*n:][:n]
		if !words[i].Open {
			t.close(row)
			continue
		}
		open = true
		t.m.Scores(NameFeatures(buf[:0], words, i), row)
	}
	if !open {
		return out
	}
	var p Search
	for i, k := range t.lattice.Best(&p, emit, nil) {
		out[i] = t.labels[k]
	}
	for i, m := range t.lattice.margins(&p, emit) {
		out[i].Confidence = float32(min(m, 100*confidenceUnit)) / confidenceUnit
	}
	return out
}

// close rules out every label but the one of no name.
func (t *NameTagger) close(row []int32) {
	for k := range row {
		if t.labels[k].Kind != "" {
			row[k] = Never
		}
	}
}
