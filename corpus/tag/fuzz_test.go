package tag_test

import (
	"strings"
	"testing"
	"time"

	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// FuzzDecode holds that no bytes make Decode panic, and that what it accepts
// can be used.
func FuzzDecode(f *testing.F) {
	good, err := tag.Encode([]string{"O", "B-x", "I-x"}, []tag.Weight{{Feature: 3, Class: 1, Value: -7}, {Feature: 3, Class: 2, Value: 9}, {Feature: 1 << 30, Class: 0, Value: 1}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := tag.Decode(data)
		if err != nil {
			return
		}
		m.Scores([]uint32{0, 1, 3, 1 << 30}, make([]int32, max(len(m.Classes), 1)))
	})
}

// FuzzTaggers holds that no text makes a tagger panic, and that every token has
// its label.
func FuzzTaggers(f *testing.F) {
	f.Add("“We will not close,” said Mara Venn, the harbour minister.")
	f.Add("According to the Port Haven Gull, she \x1b[31mtold\x00 \xff\xfe reporters")
	f.Add(strings.Repeat("Venn said ", 40))
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<14 {
			return
		}
		ts := load(t)
		start := time.Now()
		defer func() {
			if took := time.Since(start); took > time.Second/4+time.Duration(len(src))*100*time.Microsecond {
				t.Errorf("%d bytes took %s", len(src), took)
			}
		}()
		s := sentence{src, text.Tokens(src, text.Span{Start: 0, End: len(src)})}
		pos := ts.pos.Tag(src, s.tokens)
		labels := ts.names.Tag(src, s.tokens, pos)
		parts := ts.attributions.Tag(src, s.tokens, pos, s.inMarks())
		if len(pos) != len(s.tokens) || len(labels) != len(s.tokens) || len(parts) != len(s.tokens) {
			t.Fatalf("%d tokens, %d tags, %d labels, %d parts", len(s.tokens), len(pos), len(labels), len(parts))
		}
		if voted := tag.Vote(src, s.tokens, labels); len(voted) != len(labels) {
			t.Fatalf("%d labels, %d by vote", len(labels), len(voted))
		}
		ready := tag.NewSpeechSentence(src, s.tokens, pos, s.inMarks(), parts)
		for _, r := range ts.speech.Reports(ready, -1) {
			if r.Lo < 0 || r.Hi > len(s.tokens) || r.Lo >= r.Hi || r.Cue < 0 || r.Cue >= len(s.tokens) || r.SourceHi < r.SourceLo {
				t.Fatalf("reading out of range: %+v of %d", r, len(s.tokens))
			}
		}
	})
}
