package tag

import (
	_ "embed"
	"sync"

	"verbatim/corpus/text"
)

//go:embed speech.bin
var speechWeights []byte

// SpeechScorer judges whether a cue reports speech and from where to where. It
// is safe for concurrent use.
type SpeechScorer struct{ m *Model }

// Speech returns the embedded scorer. It is made at the first call.
var Speech = sync.OnceValues(func() (*SpeechScorer, error) {
	m, err := Decode(speechWeights)
	if err != nil {
		return nil, err
	}
	return NewSpeechScorer(m), nil
})

// NewSpeechScorer makes a scorer of a model with one class.
func NewSpeechScorer(m *Model) *SpeechScorer { return &SpeechScorer{m} }

// SpeechSentence is a sentence made ready for scoring.
type SpeechSentence struct {
	els    []AttributionElement
	owner  []int // of a token: its element
	labels []AttributionLabel
	parts  []Part // of an element
}

// NewSpeechSentence makes a sentence ready. The labels are what
// [AttributionTagger.Tag] says of it.
func NewSpeechSentence(src string, tokens []text.Token, pos []PartOfSpeech, inMarks []bool, labels []AttributionLabel) *SpeechSentence {
	s := &SpeechSentence{els: AttributionElements(src, tokens, pos, inMarks), owner: make([]int, len(tokens)), labels: labels}
	for i, e := range s.els {
		for k := e.Lo; k < e.Hi; k++ {
			s.owner[k] = i
		}
		s.parts = append(s.parts, labels[e.Lo].Part)
	}
	return s
}

// Report is a reading of a sentence: the cue at token Cue reports the speech of
// tokens [Lo, Hi). Where the cue stands within them it interrupts what is said.
type Report struct {
	Cue, Lo, Hi        int
	SourceLo, SourceHi int     // the tokens of the source the tagger sees nearest to the cue; empty if it sees none
	Score              float32 // see [SpeechScorer.Score]
}

// scoreUnit is the sum of weights that makes a score of 1.
const scoreUnit = 1500

// Score says how likely it is that the cue at token cue, a verb of speech,
// "according" or a noun like "claim", reports the speech of tokens [lo, hi).
// Above 0 it is rather so than not; a reading with a better extent has a higher
// score. Tokens out of range score lowest.
func (t *SpeechScorer) Score(s *SpeechSentence, cue, lo, hi int) float32 {
	if cue < 0 || lo < 0 || cue >= len(s.owner) || hi > len(s.owner) || lo >= hi {
		return -100
	}
	var buf [96]uint32
	return t.score(s, buf[:0], candidate{s.owner[cue], s.owner[lo], s.owner[hi-1] + 1})
}

func (t *SpeechScorer) score(s *SpeechSentence, buf []uint32, c candidate) float32 {
	var sum [1]int32
	t.m.Scores(speechFeatures(buf, s, c), sum[:])
	return float32(sum[0]) / scoreUnit
}

// Longer sentences are lists, and more cues in one are noise.
const (
	longestSentence = 300 // elements
	mostCues        = 16
)

// cues returns the elements of the sentence that are cues.
func (s *SpeechSentence) cues() []int {
	if len(s.els) > longestSentence {
		return nil
	}
	var out []int
	for i := range s.els {
		if s.els[i].cue != 0 && len(out) < mostCues {
			out = append(out, i)
		}
	}
	return out
}

// Reports returns for each cue of the sentence the reading that scores best, if
// that is above least, in order of the cues. Readings may lie within one
// another, and may be all in quotation marks.
func (t *SpeechScorer) Reports(s *SpeechSentence, least float32) []Report {
	var out []Report
	var buf [96]uint32
	var cs []candidate
	for _, i := range s.cues() {
		cs = candidates(cs[:0], s.els, i)
		best, top := -1, least
		for k, c := range cs {
			if v := t.score(s, buf[:0], c); v > top {
				best, top = k, v
			}
		}
		if best >= 0 {
			r := s.report(cs[best])
			r.Score = top
			r.SourceLo, r.SourceHi = s.sourceOf(cs[best].cue)
			out = append(out, r)
		}
	}
	return out
}

func (s *SpeechSentence) report(c candidate) Report {
	return Report{Cue: s.els[c.cue].Lo, Lo: s.els[c.lo].Lo, Hi: s.els[c.hi-1].Hi}
}

// sourceReach is how far from its cue, in elements, a source is looked for.
const sourceReach = 16

// sourceOf returns the tokens of the source nearest to the cue at an element,
// that before it first, none beyond the cue before or behind.
func (s *SpeechSentence) sourceOf(cue int) (lo, hi int) {
	for d := 1; d < sourceReach; d++ {
		if cue-d > s.els[cue].first && partNumber(s, cue-d) == 1 {
			return s.run(cue - d)
		}
		if next := s.els[cue].second; (next < 0 || cue+d < next) && partNumber(s, cue+d) == 1 {
			return s.run(cue + d)
		}
	}
	return 0, 0
}

// run returns the tokens about element i that are part of the same.
func (s *SpeechSentence) run(i int) (lo, hi int) {
	lo, hi = s.els[i].Lo, s.els[i].Hi
	part := s.labels[lo].Part
	for lo > 0 && !s.labels[lo].Begin && s.labels[lo-1].Part == part {
		lo--
	}
	for hi < len(s.labels) && !s.labels[hi].Begin && s.labels[hi].Part == part {
		hi++
	}
	return lo, hi
}

// SpeechCandidate is a reading to learn from.
type SpeechCandidate struct {
	Report
	Features []uint32
}

// SpeechCandidates returns all readings of the cues of a sentence that
// [SpeechScorer.Reports] weighs, one slice for each cue.
func SpeechCandidates(s *SpeechSentence) [][]SpeechCandidate {
	var out [][]SpeechCandidate
	for _, i := range s.cues() {
		var of []SpeechCandidate
		for _, c := range candidates(nil, s.els, i) {
			of = append(of, SpeechCandidate{s.report(c), speechFeatures(nil, s, c)})
		}
		out = append(out, of)
	}
	return out
}
