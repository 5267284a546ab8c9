package link

import (
	"math"

	"verbatim/corpus/lexicon"
)

// vocabulary numbers the stems of a story's reports and counts the reports of
// each.
type vocabulary struct {
	ids  map[string]int32
	word []string // one folded word of each stem
	docs []int
	n    int // reports
}

func (v *vocabulary) id(stem, word string) int32 {
	i, ok := v.ids[stem]
	if !ok {
		i = int32(len(v.docs))
		v.ids[stem] = i
		v.docs = append(v.docs, 0)
		v.word = append(v.word, word)
	}
	return i
}

// idf is how rare a term is: in these reports, and, as long as they are few,
// in the language.
func (v *vocabulary) idf(id int32) float64 {
	const prior = 400 // reports of the language at large
	return math.Log((float64(v.n) + prior) / (float64(v.docs[id]) + prior*commonness(v.word[id])))
}

// commonness is the share of the texts of the language that have a word, as
// its rank tells.
func commonness(word string) float64 {
	const rare = 0.004
	if r := lexicon.Rank(word); r > 0 {
		return min(0.5, max(rare, 25/float64(r)))
	}
	return rare
}
