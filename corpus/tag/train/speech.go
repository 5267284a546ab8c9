package main

import (
	"fmt"

	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// speechFolds is into how many parts the articles are divided so that the
// scorer learns from what the attribution tagger says of articles it has not
// seen.
const (
	speechFolds  = 4
	speechEpochs = 12
	speechHidden = 30 // features of a hundred hidden at a time
)

// question is a cue with its readings: which is right, if any.
type question struct {
	rows  [][]int32 // of a reading
	worth []int32   // of a reading: whole where it is right, less where half is
}

// The worth of a reading, and the cost of one that is worth nothing.
const (
	wholeWorth = 100
	halfWorth  = 50
	speechCost = 50
)

// speechSentences makes the sentences ready, each labelled by a tagger that has
// not seen its article.
func speechSentences(all []newsSentence, use func(*newsSentence) bool) ([]*tag.SpeechSentence, error) {
	out := make([]*tag.SpeechSentence, len(all))
	for fold := range uint64(speechFolds) {
		in := func(s *newsSentence) bool { return digest(s.doc.ID)/heldOut%speechFolds == fold }
		bin, err := trainAttributions(all, func(s *newsSentence) bool { return use(s) && !in(s) })
		if err != nil {
			return nil, err
		}
		m, err := tag.Decode(bin)
		if err != nil {
			return nil, fmt.Errorf("label across: %w", err)
		}
		t := tag.NewAttributionTagger(m)
		for i := range all {
			if s := &all[i]; use(s) && in(s) {
				out[i] = ready(s, t)
			}
		}
	}
	return out, nil
}

func ready(s *newsSentence, t *tag.AttributionTagger) *tag.SpeechSentence {
	return tag.NewSpeechSentence(s.doc.Text, s.tokens, s.pos, s.inMarks, t.Tag(s.doc.Text, s.tokens, s.pos, s.inMarks))
}

// trainSpeech learns which reading of each cue is right. A cue whose every
// reading is wrong must score them all below 0.
func trainSpeech(all []newsSentence, ready []*tag.SpeechSentence) ([]byte, error) {
	q := quiz{p: newPerceptron(1), hidden: newHider(speechHidden)}
	questions := gatherQuestions(q.p, all, ready)
	for epoch := range speechEpochs {
		for _, i := range shuffled(len(questions), uint64(epoch)+1) {
			q.answer(&questions[i])
		}
	}
	return tag.Encode([]string{"speech"}, q.p.weights(pruning{scale: 128, least: 20, few: 3}))
}

// gatherQuestions lays out the cues of the sentences, with the features that
// occur at least so often.
func gatherQuestions(p *perceptron, all []newsSentence, ready []*tag.SpeechSentence) []question {
	const often = 3
	seen := map[uint32]int{}
	var groups [][]tag.SpeechCandidate
	var of []int
	for i, s := range ready {
		if s == nil {
			continue
		}
		for _, cs := range tag.SpeechCandidates(s) {
			for _, c := range cs {
				for _, f := range c.Features {
					if seen[f]++; seen[f] == often {
						p.row(f)
					}
				}
			}
			groups, of = append(groups, cs), append(of, i)
		}
	}
	out := make([]question, len(groups))
	for g, cs := range groups {
		for _, c := range cs {
			out[g].rows = append(out[g].rows, p.known(c.Features))
			out[g].worth = append(out[g].worth, worthOf(&all[of[g]], c.Report))
		}
	}
	return out
}

// worthOf says how right a reading is: the labels have an attribution with its
// cue and its words.
func worthOf(s *newsSentence, r tag.Report) int32 {
	span := text.Span{Start: s.tokens[r.Lo].Start, End: s.tokens[r.Hi-1].End}
	sentence := text.Span{Start: s.tokens[0].Start, End: s.tokens[len(s.tokens)-1].End}
	best := int32(0)
	for i := range s.doc.Quotes {
		q := &s.doc.Quotes[i]
		if q.Cue == nil || !q.Speech || !text.Span(*q.Cue).Overlaps(s.tokens[r.Cue].Span) {
			continue
		}
		for _, g := range extentsWithin(q, sentence) {
			switch {
			case bare(s.doc.Text, g) == bare(s.doc.Text, span):
				return wholeWorth
			case overlap(g, span) >= 0.5:
				best = halfWorth
			}
		}
	}
	return best
}

// extentsWithin returns the part of what was said that lies in a sentence; where
// there are several, what they cover: "The port, he said, will close" is one.
func extentsWithin(q *attributed, sentence text.Span) []text.Span {
	var out []text.Span
	for _, c := range q.contents() {
		if c.Overlaps(sentence) {
			out = append(out, text.Span{Start: max(c.Start, sentence.Start), End: min(c.End, sentence.End)})
		}
	}
	if len(out) > 1 {
		out = []text.Span{out[0].Cover(out[len(out)-1])}
	}
	return out
}

// quiz learns from questions, one after the other.
type quiz struct {
	p      *perceptron
	hidden *hider
	live   [][]int32 // the rows seen this time, for each reading
	sums   []int32
}

// answer picks the reading that scores best, wrong ones given their cost ahead,
// and moves the weights if a better one was there. No reading at all scores 0.
func (z *quiz) answer(q *question) {
	z.p.step++
	z.hidden.next()
	z.live, z.sums = z.live[:0], z.sums[:0]
	for _, rows := range q.rows {
		rows = z.hidden.visible(rows)
		var sum [1]int32
		z.p.scoreRows(rows, sum[:])
		z.live, z.sums = append(z.live, rows), append(z.sums, sum[0])
	}
	truth, guess := z.pick(q)
	if guess == truth {
		return
	}
	if truth >= 0 {
		z.p.addRows(z.live[truth], 0, 1)
	}
	if guess >= 0 {
		z.p.addRows(z.live[guess], 0, -1)
	}
}

// pick returns the best of the readings that are worth most, and the best of
// all with the cost of what they miss ahead; -1 stands for none.
func (z *quiz) pick(q *question) (truth, guess int) {
	most := int32(0)
	for _, w := range q.worth {
		most = max(most, w)
	}
	truth, guess = -1, -1
	ahead := most * speechCost / wholeWorth
	for k, w := range q.worth {
		cost := int32(0)
		if most == 0 || w < most {
			cost = (wholeWorth - w) * speechCost / wholeWorth
		} else if truth < 0 || z.sums[k] > z.sums[truth] {
			truth = k
		}
		if z.sums[k]+cost > ahead {
			guess, ahead = k, z.sums[k]+cost
		}
	}
	return truth, guess
}

// reportSpeech measures the scorer's readings on articles: what share of them is
// labelled, and what share of the speech without marks is among them.
func reportSpeech(r *report, title string, docs []labelled, pos *tag.POSTagger, t *tag.AttributionTagger, sc *tag.SpeechScorer) {
	r.section(title)
	for _, least := range []float32{-0.5, 0, 0.5, 1, 1.5} {
		n := measureSpeech(docs, pos, t, sc, least)
		r.line("above %5.2f   %d found, whole %5.1f%%, half %5.1f%%   of %d indirect and mixed found by half %5.1f%%", least, n[0], ratio(n[1], n[0]), ratio(n[2], n[0]), n[3], ratio(n[4], n[3]))
	}
}

// measureSpeech returns how many readings score above least, how many of them
// are labelled, as a whole and by half, and how much speech without marks there
// is and is among them by half.
func measureSpeech(docs []labelled, pos *tag.POSTagger, t *tag.AttributionTagger, sc *tag.SpeechScorer, least float32) (n [5]int) {
	for i := range docs {
		d := &docs[i]
		var got []text.Span
		for _, s := range layOut(d, pos) {
			got = append(got, outermost(&s, sc.Reports(ready(&s, t), least))...)
		}
		whole, halves := precisionOf(d, got)
		n[0], n[1], n[2] = n[0]+len(got), n[1]+whole, n[2]+halves
		for k := range d.Quotes {
			if q := &d.Quotes[k]; q.Speech && q.Kind != "direct" {
				n[3]++
				n[4] += bit(half(text.Span{Start: q.Start, End: q.End}, got))
			}
		}
	}
	return n
}

// precisionOf counts the spans that are labelled, with the same words and with
// half of them.
func precisionOf(d *labelled, got []text.Span) (whole, halves int) {
	for _, g := range got {
		w, h := false, false
		for k := range d.Quotes {
			for _, c := range append(d.Quotes[k].contents(), text.Span{Start: d.Quotes[k].Start, End: d.Quotes[k].End}) {
				w = w || bare(d.Text, c) == bare(d.Text, g)
				h = h || overlap(c, g) >= 0.5
			}
		}
		whole, halves = whole+bit(w), halves+bit(h)
	}
	return whole, halves
}

// outermost returns the spans of readings, those within another left out.
func outermost(s *newsSentence, rs []tag.Report) []text.Span {
	var out []text.Span
	for i, r := range rs {
		held := false
		for j, o := range rs {
			held = held || i != j && o.Lo <= r.Lo && r.Hi <= o.Hi && (o.Lo != r.Lo || o.Hi != r.Hi || j < i)
		}
		if !held {
			out = append(out, text.Span{Start: s.tokens[r.Lo].Start, End: s.tokens[r.Hi-1].End})
		}
	}
	return out
}
