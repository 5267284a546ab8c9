package main

import (
	"slices"
	"strings"

	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

var attributionClasses = []string{"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}

// partLabels returns what each token of the sentence is part of, as the labels
// of its article say.
func partLabels(s *newsSentence) []string {
	out := make([]string, len(s.tokens))
	for i := range out {
		out[i] = "O"
	}
	for i := range s.doc.Quotes {
		q := &s.doc.Quotes[i]
		for _, c := range q.contents() {
			label(out, s.tokens, c, "content")
		}
		if q.Speaker != nil {
			label(out, s.tokens, text.Span(*q.Speaker), "source")
		}
		if q.Cue != nil {
			label(out, s.tokens, text.Span(*q.Cue), "cue")
		}
	}
	return out
}

// label marks the tokens within span, which nothing else has marked.
func label(out []string, tokens []text.Token, span text.Span, part string) {
	edge := "B-"
	for i, t := range tokens {
		if !span.Contains(t.Span) || out[i] != "O" {
			continue
		}
		out[i] = edge + part
		edge = "I-"
	}
}

// attributionSample lays a sentence out for training: the features of each
// element and its label.
func attributionSample(s *newsSentence) sample {
	labels := partLabels(s)
	els := tag.AttributionElements(s.doc.Text, s.tokens, s.pos, s.inMarks)
	out := sample{features: make([][]uint32, len(els)), truth: make([]uint8, len(els))}
	for i, e := range els {
		out.features[i] = tag.AttributionFeatures(nil, els, i)
		out.contexts = append(out.contexts, tag.Context(els, i))
		out.truth[i] = uint8(max(slices.Index(attributionClasses, elementLabel(labels[e.Lo:e.Hi], e.Quoted)), 0))
	}
	return mendEdges(out)
}

// elementLabel returns the label of an element from those of its tokens: words
// in marks are content if most of them are.
func elementLabel(ls []string, quoted bool) string {
	if !quoted {
		return ls[0]
	}
	n := 0
	for _, l := range ls {
		if strings.HasSuffix(l, "-content") {
			n++
		}
	}
	switch {
	case 2*n <= len(ls):
		return "O"
	case ls[0] == "I-content":
		return "I-content"
	}
	return "B-content"
}

// trainAttributions learns from the sentences that use picks.
func trainAttributions(all []newsSentence, use func(*newsSentence) bool) ([]byte, error) {
	var samples []sample
	for i := range all {
		if use(&all[i]) {
			samples = append(samples, attributionSample(&all[i]))
		}
	}
	t := newStructured(attributionClasses, samples, course{epochs: 15, cost: 60, hide: 20})
	t.train(samples)
	return tag.Encode(attributionClasses, t.p.weights(pruning{scale: 128, least: 20, few: 3}))
}
