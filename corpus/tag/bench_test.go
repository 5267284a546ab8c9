package tag_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"verbatim/corpus/tag"
)

// perToken runs do over the sample and reports how many tokens a second it
// takes on one core.
func perToken(b *testing.B, ss []sentence, do func(i int)) {
	n := 0
	for _, s := range ss {
		n += len(s.tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range ss {
			do(i)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkPOS(b *testing.B) {
	ts, ss := load(b), sampleSentences(b)
	perToken(b, ss, func(i int) { ts.pos.Tag(ss[i].src, ss[i].tokens) })
}

func BenchmarkNames(b *testing.B) {
	ts, ss := load(b), sampleSentences(b)
	pos := posOf(ts, ss)
	perToken(b, ss, func(i int) { ts.names.Tag(ss[i].src, ss[i].tokens, pos[i]) })
}

func BenchmarkVote(b *testing.B) {
	ts, ss := load(b), sampleSentences(b)
	pos := posOf(ts, ss)
	labels := make([][]tag.Label, len(ss))
	for i, s := range ss {
		labels[i] = ts.names.Tag(s.src, s.tokens, pos[i])
	}
	perToken(b, ss, func(i int) { tag.Vote(ss[i].src, ss[i].tokens, labels[i]) })
}

func BenchmarkAttributions(b *testing.B) {
	ts, ss := load(b), sampleSentences(b)
	pos := posOf(ts, ss)
	perToken(b, ss, func(i int) { ts.attributions.Tag(ss[i].src, ss[i].tokens, pos[i], ss[i].inMarks()) })
}

func BenchmarkSpeech(b *testing.B) {
	ts, ss := load(b), sampleSentences(b)
	pos := posOf(ts, ss)
	labels := make([][]tag.AttributionLabel, len(ss))
	for i, s := range ss {
		labels[i] = ts.attributions.Tag(s.src, s.tokens, pos[i], s.inMarks())
	}
	perToken(b, ss, func(i int) {
		ts.speech.Reports(tag.NewSpeechSentence(ss[i].src, ss[i].tokens, pos[i], ss[i].inMarks(), labels[i]), 0)
	})
}

func posOf(ts taggers, ss []sentence) [][]tag.PartOfSpeech {
	out := make([][]tag.PartOfSpeech, len(ss))
	for i, s := range ss {
		out[i] = ts.pos.Tag(s.src, s.tokens)
	}
	return out
}

// BenchmarkLongLine doubles a line of capitals, marks and cues: the time per
// token stays the same.
func BenchmarkLongLine(b *testing.B) {
	ts := load(b)
	for _, n := range []int{1000, 2000, 4000, 8000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := one(strings.Repeat("Venn said, “no”, Okoro claimed the Port ", n))
			perToken(b, []sentence{s}, func(int) { everything(ts, s) })
		})
	}
}

// everything runs all taggers over a sentence.
func everything(ts taggers, s sentence) {
	pos := ts.pos.Tag(s.src, s.tokens)
	tag.Vote(s.src, s.tokens, ts.names.Tag(s.src, s.tokens, pos))
	labels := ts.attributions.Tag(s.src, s.tokens, pos, s.inMarks())
	ts.speech.Reports(tag.NewSpeechSentence(s.src, s.tokens, pos, s.inMarks(), labels), 0)
}

// BenchmarkDecode measures what the first call of each tagger costs.
func BenchmarkDecode(b *testing.B) {
	for _, name := range []string{"pos.bin", "name.bin", "attribution.bin", "speech.bin"} {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := tag.Decode(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
