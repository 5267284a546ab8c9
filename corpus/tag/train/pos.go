package main

import (
	"sort"

	"verbatim/corpus/tag"
)

const posEpochs = 7

// posLearner learns parts of speech sentence by sentence, left to right on its
// own guesses.
type posLearner struct {
	p       *perceptron
	classes []string
	index   map[string]int
	dict    *tag.POSDict
	buf     []uint32
	scores  []int32
}

func newPOSLearner(classes []string, dict *tag.POSDict) *posLearner {
	l := &posLearner{dict: dict, p: newPerceptron(len(classes)), classes: classes, index: map[string]int{}, scores: make([]int32, len(classes))}
	for i, c := range classes {
		l.index[c] = i
	}
	return l
}

// trainPOS learns from the sentences that use picks and returns the model and
// its dictionary.
func trainPOS(all []sentence, classes []string, epochs int, use func(*sentence) bool) (bin []byte, words string, err error) {
	words = dictionary(all, use)
	l := newPOSLearner(classes, tag.NewPOSDict(words))
	for epoch := range epochs {
		for _, i := range shuffled(len(all), uint64(epoch)+1) {
			if s := &all[i]; s.tags != nil && use(s) {
				l.sentence(s)
			}
		}
	}
	bin, err = tag.Encode(classes, l.p.weights(pruning{scale: 128, least: 30, few: 6}))
	return bin, words, err
}

func (l *posLearner) sentence(s *sentence) {
	words := l.dict.Words(s.src, s.tokens)
	var p1, p2 tag.PartOfSpeech
	for i := range words {
		guess := words[i].Sure
		if guess == "" {
			l.buf = tag.POSFeatures(l.buf[:0], words, i, p1, p2)
			guess = tag.PartOfSpeech(l.classes[l.p.learn(l.buf, l.index[s.tags[i]], l.scores)])
		}
		p2, p1 = p1, guess
	}
}

func tagSet(all []sentence) []string {
	seen := map[string]bool{}
	var classes []string
	for _, s := range all {
		for _, t := range s.tags {
			if !seen[t] {
				seen[t] = true
				classes = append(classes, t)
			}
		}
	}
	sort.Strings(classes)
	return classes
}

// reportPOS measures the model as it will be shipped on the documents held
// out.
func reportPOS(r *report, t *tag.POSTagger, all []sentence) {
	var by tally
	for i := range all {
		s := &all[i]
		if s.tags == nil || !s.held {
			continue
		}
		for k, g := range t.Tag(s.src, s.tokens) {
			ok := string(g) == s.tags[k]
			by.count("all", ok)
			if s.whole[k] {
				by.count("cut as there", ok)
			}
			by.count("set "+s.set, ok)
			if genre := genreOf(s.doc); genre != "" {
				by.count("genre "+genre, ok)
			}
			by.count("tag "+s.tags[k], ok)
		}
	}
	r.section("Parts of speech, held out: right of tokens")
	by.write(r)
}

// genreOf returns what sort of text a document is, by its name.
func genreOf(doc string) string {
	for i := range doc {
		if doc[i] == '-' {
			return "ewt " + doc[:i]
		}
		if doc[i] == '_' && i > 3 {
			return "gum " + doc[4:i]
		}
	}
	return ""
}
