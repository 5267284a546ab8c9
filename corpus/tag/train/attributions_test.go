package main

import (
	"os"
	"testing"

	"verbatim/corpus/tag"
)

// TestAttributionsOfPolNeAR measures the embedded tagger on articles of other
// years, outlets and annotators, where the folder shared lies beside the
// repository.
func TestAttributionsOfPolNeAR(t *testing.T) {
	docs, err := readLabelled("../../../../shared/gold/polnear-dev.jsonl")
	if os.IsNotExist(err) {
		t.Skip("no gold readings beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	pos, err := tag.POS()
	if err != nil {
		t.Fatal(err)
	}
	attributions, err := tag.Attributions()
	if err != nil {
		t.Fatal(err)
	}
	speech, err := tag.Speech()
	if err != nil {
		t.Fatal(err)
	}
	var r report
	score := reportAttributions(&r, "PolNeAR", docs, pos, attributions)
	reportSpeech(&r, "Readings of cues", docs, pos, attributions, speech)
	t.Logf("%s", r.b)
	if n := measureSpeech(docs, pos, attributions, speech, 0); ratio(n[2], n[0]) < 80 || ratio(n[4], n[3]) < 62 {
		t.Errorf("readings above 0: %.1f%% labelled by half, %.1f%% of speech found", ratio(n[2], n[0]), ratio(n[4], n[3]))
	}
	for part, least := range map[tag.Part][2]float64{tag.Source: {80, 52}, tag.Cue: {64, 43}, tag.Content: {55, 42}} {
		s := score[part]
		if p, rc := ratio(s.exact, s.found), ratio(s.exact, s.gold); p < least[0] || rc < least[1] {
			t.Errorf("%s: exact P %.1f R %.1f, want %.0f and %.0f", part, p, rc, least[0], least[1])
		}
	}
}
