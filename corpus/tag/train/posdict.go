package main

import (
	"sort"
	"strings"

	"verbatim/corpus/tag"
)

const (
	dictLeast = 3  // occurrences a word of the dictionary has
	sureLeast = 30 // and one whose tag is taken for granted
)

// dictionary counts the tags of the words of the sentences that use picks and
// writes them as [tag.NewPOSDict] reads them.
func dictionary(all []sentence, use func(*sentence) bool) string {
	counts := map[string]map[string]int{}
	for i := range all {
		if s := &all[i]; s.tags != nil && use(s) {
			countTags(counts, s)
		}
	}
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	sort.Strings(words)
	var b strings.Builder
	for _, w := range words {
		if line := dictLine(counts[w]); line != "" {
			b.WriteString(w + "\t" + line + "\n")
		}
	}
	return b.String()
}

func countTags(counts map[string]map[string]int, s *sentence) {
	for k, t := range s.tokens {
		w := tag.Lowered(t.In(s.src))
		if counts[w] == nil {
			counts[w] = map[string]int{}
		}
		counts[w][s.tags[k]]++
	}
}

// dictLine returns the tags that are at least a tenth of all, the commonest
// first, marked where it is the only one; empty for a rare word.
func dictLine(m map[string]int) string {
	total := 0
	for _, n := range m {
		total += n
	}
	if total < dictLeast {
		return ""
	}
	var tags []string
	for t, n := range m {
		if n*10 >= total {
			tags = append(tags, t)
		}
	}
	sort.Slice(tags, func(i, j int) bool {
		a, b := m[tags[i]], m[tags[j]]
		return a > b || a == b && tags[i] < tags[j]
	})
	line := strings.Join(tags, " ")
	if top := m[tags[0]]; total >= sureLeast && (total-top)*500 <= total && !strings.HasPrefix(line, "NNP") {
		line += " !"
	}
	return line
}
