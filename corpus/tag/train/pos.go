package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"verbatim/corpus/tag"
)

type taggedSentence struct {
	words, tags []string
	held        bool
}

const heldOut = 8 // every eighth document

func trainPOS(data, out string) error {
	var all []taggedSentence
	for _, name := range []string{"ewt.tsv.gz", "gum.tsv.gz"} {
		s, err := readTagged(filepath.Join(data, "tagger", name))
		if err != nil {
			return err
		}
		all = append(all, s...)
	}
	classes, index := tagSet(all)
	p := newPerceptron(len(classes))
	for epoch := range uint64(7) {
		wrong, n := 0, 0
		for _, i := range shuffled(len(all), epoch+1) {
			if !all[i].held {
				w, k := learnSentence(p, &all[i], index, classes)
				wrong, n = wrong+w, n+k
			}
		}
		fmt.Printf("pos epoch %d: %.2f%% wrong of %d tokens\n", epoch+1, 100*float64(wrong)/float64(n), n)
	}
	bin, err := tag.Encode(classes, p.weights(0.12))
	if err != nil {
		return err
	}
	if err := reportPOS(bin, all); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "pos.bin"), bin, 0o644)
}

func learnSentence(p *perceptron, s *taggedSentence, index map[string]int, classes []string) (wrong, n int) {
	words := posWords(s.words)
	p1, p2 := "", ""
	for i := range words {
		f := tag.POSFeatures(nil, words, i, p1, p2)
		guess := p.learn(f, index[s.tags[i]])
		if classes[guess] != s.tags[i] {
			wrong++
		}
		p2, p1 = p1, classes[guess]
	}
	return wrong, len(words)
}

func posWords(words []string) []tag.POSWord {
	out := make([]tag.POSWord, len(words))
	for i, w := range words {
		out[i] = tag.NewPOSWord(w)
	}
	return out
}

// reportPOS prints the accuracy of the model as it will be shipped on the
// documents held out, in all and for each tag.
func reportPOS(bin []byte, all []taggedSentence) error {
	m, err := tag.Decode(bin)
	if err != nil {
		return err
	}
	right, total := map[string]int{}, map[string]int{}
	scores := make([]int32, len(m.Classes))
	for _, s := range all {
		if !s.held {
			continue
		}
		words := posWords(s.words)
		p1, p2 := "", ""
		for i := range words {
			clear(scores)
			m.Scores(tag.POSFeatures(nil, words, i, p1, p2), scores)
			g := m.Classes[tag.Best(scores)]
			total[s.tags[i]]++
			total["all"]++
			if g == s.tags[i] {
				right[g]++
				right["all"]++
			}
			p2, p1 = p1, g
		}
	}
	names := make([]string, 0, len(total))
	for k := range total {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool { return total[names[i]] > total[names[j]] })
	for _, k := range names {
		fmt.Printf("pos held out %-6s %6.2f%% of %d\n", k, 100*float64(right[k])/float64(total[k]), total[k])
	}
	fmt.Printf("pos.bin %d bytes\n", len(bin))
	return nil
}

func tagSet(all []taggedSentence) ([]string, map[string]int) {
	index := map[string]int{}
	var classes []string
	for _, s := range all {
		for _, t := range s.tags {
			if _, ok := index[t]; !ok {
				index[t] = 0
				classes = append(classes, t)
			}
		}
	}
	sort.Strings(classes)
	for i, c := range classes {
		index[c] = i
	}
	return classes, index
}

// readTagged reads a gzip-compressed tab-separated treebank: a blank line ends
// a sentence, "# newdoc" begins a document.
func readTagged(path string) ([]taggedSentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var out []taggedSentence
	var cur treebankSentence
	doc := 0
	flush := func() {
		if len(cur.words) > 0 {
			out = append(out, taggedSentence{cur.words, cur.tags, doc%heldOut == 0})
		}
		cur = treebankSentence{}
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		line := sc.Text()
		switch {
		case line == "":
			flush()
		case strings.HasPrefix(line, "# newdoc"):
			doc++
		case !strings.HasPrefix(line, "#"):
			cur.add(strings.Split(line, "\t"))
		}
	}
	flush()
	return out, sc.Err()
}

// treebankSentence gathers tokens as package text cuts them: hyphenated words
// whole.
type treebankSentence struct {
	words, tags []string
	glued       bool // the token before has no space behind it
}

func (s *treebankSentence) add(f []string) {
	if len(f) < 6 || strings.ContainsAny(f[0], "-.") {
		return
	}
	form, t := f[1], f[4]
	if t == "" || t == "GW" || t == "AFX" {
		t = "NN"
	}
	n := len(s.words)
	switch {
	case s.glued && n > 0 && (form == "-" && t == "HYPH" || strings.HasSuffix(s.words[n-1], "-") && len(s.words[n-1]) > 1):
		s.words[n-1] += form
		if form != "-" {
			s.tags[n-1] = compound(s.tags[n-1], t)
		}
	default:
		s.words, s.tags = append(s.words, form), append(s.tags, t)
	}
	s.glued = strings.Contains(f[5], "SpaceAfter=No")
}

// compound returns the tag of a hyphenated word from those of its parts.
func compound(first, last string) string {
	switch {
	case first == "CD" && last != "CD", last == "VBN", last == "VBG":
		return "JJ"
	}
	return last
}
