package main

import (
	"fmt"
	"slices"

	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

var nameClasses = []string{"O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place"}

// taggedPOS returns the parts of speech of every sentence, as a tagger that has
// not seen it reads them: what it has learnt by heart it will not meet again.
func taggedPOS(all []sentence, whole *tag.POSTagger) ([][]tag.PartOfSpeech, error) {
	const folds = 2
	out := make([][]tag.PartOfSpeech, len(all))
	classes := tagSet(all)
	for fold := range folds {
		in := func(s *sentence) bool { return int(digest(s.doc)/heldOut%folds) == fold }
		bin, words, err := trainPOS(all, classes, 4, func(s *sentence) bool { return !s.held && !in(s) })
		if err != nil {
			return nil, err
		}
		m, err := tag.Decode(bin)
		if err != nil {
			return nil, fmt.Errorf("read parts of speech across: %w", err)
		}
		t := tag.NewPOSTagger(m, tag.NewPOSDict(words))
		for i := range all {
			if s := &all[i]; !s.held && in(s) && s.names != nil {
				out[i] = t.Tag(s.src, s.tokens)
			}
		}
	}
	for i := range all {
		if s := &all[i]; s.held && s.names != nil {
			out[i] = whole.Tag(s.src, s.tokens)
		}
	}
	return out, nil
}

// trainNames learns names from the sentences not held out.
func trainNames(all []sentence, pos [][]tag.PartOfSpeech) ([]byte, error) {
	var samples []sample
	for i := range all {
		if s := &all[i]; s.names != nil && !s.held {
			samples = append(samples, nameSample(s, pos[i]))
		}
	}
	t := newStructured(nameClasses, samples, course{epochs: 15, cost: 30, hide: 40})
	t.train(samples)
	return tag.Encode(nameClasses, t.p.weights(pruning{scale: 128, least: 20, few: 4}))
}

func nameSample(s *sentence, pos []tag.PartOfSpeech) sample {
	words := tag.NameWords(s.src, s.tokens, pos)
	out := sample{features: make([][]uint32, len(words)), truth: make([]uint8, len(words))}
	for i := range words {
		if words[i].Open {
			out.features[i] = tag.NameFeatures(nil, words, i)
			out.truth[i] = uint8(max(slices.Index(nameClasses, s.names[i]), 0))
		}
	}
	return mendEdges(out)
}

// mendEdges makes "I" behind nothing of its kind a "B": the tokens before it
// were closed.
func mendEdges(s sample) sample {
	for i, c := range s.truth {
		if c == 0 || c%2 == 1 {
			continue
		}
		if i == 0 || s.truth[i-1] != c && s.truth[i-1] != c-1 {
			s.truth[i] = c - 1
		}
	}
	return s
}

// reportNames measures the model on the sentences held out: whole names, same
// extent and kind; then again with the vote of each document.
func reportNames(r *report, t *tag.NameTagger, all []sentence, pos [][]tag.PartOfSpeech) {
	var by, voted spans
	var doc article
	for i := range all {
		s := &all[i]
		if s.names == nil || !s.held {
			continue
		}
		got := t.Tag(s.src, s.tokens, pos[i])
		by.count(s.set, names(s.names), names(labelNames(got)))
		if s.doc != doc.id {
			doc.vote(&voted)
			doc = article{id: s.doc, set: s.set}
		}
		doc.add(s, got)
	}
	doc.vote(&voted)
	r.section("Names, held out: same extent and kind")
	by.write(r)
	r.section("Names, held out, with the vote of each document")
	voted.write(r)
}

// article is the sentences of a document in one.
type article struct {
	id, set string
	src     string
	tokens  []text.Token
	labels  []tag.Label
	truth   []string
}

func (a *article) add(s *sentence, labels []tag.Label) {
	for _, t := range s.tokens {
		t.Start, t.End = t.Start+len(a.src), t.End+len(a.src)
		a.tokens = append(a.tokens, t)
	}
	a.src += s.src + "\n"
	a.labels, a.truth = append(a.labels, labels...), append(a.truth, s.names...)
}

func (a *article) vote(by *spans) {
	if len(a.tokens) > 0 {
		by.count(a.set, names(a.truth), names(labelNames(tag.Vote(a.src, a.tokens, a.labels))))
	}
}

func labelNames(ls []tag.Label) []string {
	out := make([]string, len(ls))
	for i, l := range ls {
		switch {
		case l.Kind == "":
			out[i] = "O"
		case l.Begin:
			out[i] = "B-" + string(l.Kind)
		default:
			out[i] = "I-" + string(l.Kind)
		}
	}
	return out
}
