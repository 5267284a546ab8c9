package annotate

import (
	"strconv"
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// BenchmarkEntities names the people, bodies and places of articles as they
// come; the milliseconds for 700 words are its figure.
func BenchmarkEntities(b *testing.B) {
	as := perfArticles(b, 300)
	words := 0
	for _, a := range as {
		words += len(strings.Fields(a.Text))
	}
	tagger := testTagger(b)
	var tagged []*Tagged
	for i := range as {
		tagged = append(tagged, tagger.Tag(as[i].Text, Sentences(as[i].Text, as[i].Paragraphs(news.Body))))
	}
	b.ResetTimer()
	for b.Loop() {
		for _, t := range tagged {
			Entities(t)
		}
	}
	per := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(per/float64(words)*700*1000, "ms/700words")
}

// BenchmarkEntitiesDoubled names those of one text again and again twice as
// long: the time a byte must stay.
func BenchmarkEntitiesDoubled(b *testing.B) {
	var all strings.Builder
	for _, a := range perfArticles(b, 20) {
		all.WriteString(a.Text)
		all.WriteByte('\n')
	}
	tagger := testTagger(b)
	for n := 1; n <= 8; n *= 2 {
		a := bodyOnly(strings.Repeat(all.String(), n))
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				Entities(tagger.Tag(a.Text, Sentences(a.Text, a.Paragraphs(news.Body))))
			}
		})
	}
}
