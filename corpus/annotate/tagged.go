package annotate

import (
	"fmt"

	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// Tagger reads parts of speech, names and reported speech. It is safe for concurrent use.
type Tagger struct {
	pos          *tag.POSTagger
	names        *tag.NameTagger
	attributions *tag.AttributionTagger
	speech       *tag.SpeechScorer
}

// NewTagger returns a tagger with the embedded weights. It fails only if they
// are damaged.
func NewTagger() (*Tagger, error) {
	pos, err := tag.POS()
	if err != nil {
		return nil, fmt.Errorf("read the weights for parts of speech: %w", err)
	}
	names, err := tag.Names()
	if err != nil {
		return nil, fmt.Errorf("read the weights for names: %w", err)
	}
	attributions, err := tag.Attributions()
	if err != nil {
		return nil, fmt.Errorf("read the weights for attributions: %w", err)
	}
	speech, err := tag.Speech()
	if err != nil {
		return nil, fmt.Errorf("read the weights for reported speech: %w", err)
	}
	return &Tagger{pos: pos, names: names, attributions: attributions, speech: speech}, nil
}

// Tagged is the sentences of an article cut into tokens with their parts of
// speech, once for all that reads them. It is for one goroutine at a time.
type Tagged struct {
	tagger    *Tagger
	src       string
	sentences []text.Span
	tokens    []text.Token
	pos       []tag.PartOfSpeech
	from      []int // the first token of each sentence, and the end of the last
}

// Tag cuts the sentences of src and tags their tokens.
func (t *Tagger) Tag(src string, sentences []text.Span) *Tagged {
	out := &Tagged{tagger: t, src: src, sentences: sentences, from: make([]int, 1, len(sentences)+1)}
	for _, s := range sentences {
		tokens := withoutBoxes(src, s, text.Tokens(src, s))
		out.tokens = append(out.tokens, tokens...)
		out.pos = append(out.pos, t.pos.Tag(src, tokens)...)
		out.from = append(out.from, len(out.tokens))
	}
	return out
}

// names returns what the name tagger says of every token in the sentences
// asked for by their tokens, made to agree among them; nothing of the others.
func (t *Tagged) names(ask func(lo, hi int) bool) []tag.Label {
	labels := make([]tag.Label, len(t.tokens))
	for i := range t.sentences {
		if lo, hi := t.from[i], t.from[i+1]; ask(lo, hi) {
			copy(labels[lo:hi], t.tagger.names.Tag(t.src, t.tokens[lo:hi], t.pos[lo:hi]))
		}
	}
	return tag.Vote(t.src, t.tokens, labels)
}
