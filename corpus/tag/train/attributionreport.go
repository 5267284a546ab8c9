package main

import (
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// extents are the spans of each part of an article that were found.
type extents map[tag.Part][]text.Span

// extentsOf tags the sentences of one article and gathers the parts. Content
// that goes on within one pair of marks is one, whatever sentences it has.
func extentsOf(ss []newsSentence, t *tag.AttributionTagger) extents {
	out := extents{}
	before := 0 // the marks content ran in at the end of the sentence before
	for i := range ss {
		s := &ss[i]
		last := tag.NoPart
		for k, l := range t.Tag(s.doc.Text, s.tokens, s.pos, s.inMarks) {
			if l.Part == tag.NoPart {
				last = l.Part
				continue
			}
			spans := out[l.Part]
			if n := len(spans); !l.Begin && last == l.Part || k == 0 && l.Part == tag.Content && before != 0 && before == s.marks[0] {
				spans[n-1].End = s.tokens[k].End
			} else {
				out[l.Part] = append(spans, s.tokens[k].Span)
			}
			last = l.Part
		}
		if before = 0; last == tag.Content {
			before = s.marks[len(s.marks)-1]
		}
	}
	return out
}

// extentScore counts spans found.
type extentScore struct{ exact, half, found, half2, gold int }

func (c *extentScore) count(src string, gold, got []text.Span) {
	c.found += len(got)
	c.gold += len(gold)
	for _, g := range gold {
		exact, half := false, false
		for _, p := range got {
			exact = exact || bare(src, p) == bare(src, g)
			half = half || overlap(p, g) >= 0.5
		}
		c.exact += bit(exact)
		c.half += bit(half)
	}
	for _, p := range got {
		half := false
		for _, g := range gold {
			half = half || overlap(p, g) >= 0.5
		}
		c.half2 += bit(half)
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bare returns a span without the punctuation and marks at its ends.
func bare(src string, s text.Span) text.Span {
	toks := text.Tokens(src, s)
	for len(toks) > 0 && toks[0].Kind >= text.Mark {
		toks = toks[1:]
	}
	for len(toks) > 0 && toks[len(toks)-1].Kind >= text.Mark {
		toks = toks[:len(toks)-1]
	}
	if len(toks) == 0 {
		return s
	}
	return text.Span{Start: toks[0].Start, End: toks[len(toks)-1].End}
}

// overlap is what two spans share of what they cover together.
func overlap(a, b text.Span) float64 {
	if !a.Overlaps(b) {
		return 0
	}
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	return float64(shared) / float64(a.Cover(b).Len())
}

// reportAttributions measures on articles: the parts found, exactly and by
// half, and the contents found by half for each kind.
func reportAttributions(r *report, title string, docs []labelled, pos *tag.POSTagger, t *tag.AttributionTagger) map[tag.Part]*extentScore {
	score := map[tag.Part]*extentScore{tag.Source: {}, tag.Cue: {}, tag.Content: {}}
	kinds := map[string]*[2]int{}
	for i := range docs {
		scoreDoc(&docs[i], extentsOf(layOut(&docs[i], pos), t), score, kinds)
	}
	writeExtents(r, title, score, kinds)
	return score
}

// scoreDoc counts the parts of one article.
func scoreDoc(d *labelled, got extents, score map[tag.Part]*extentScore, kinds map[string]*[2]int) {
	gold := extents{}
	for k := range d.Quotes {
		q := &d.Quotes[k]
		gold[tag.Content] = append(gold[tag.Content], q.contents()...)
		if q.Speaker != nil {
			gold[tag.Source] = append(gold[tag.Source], text.Span(*q.Speaker))
		}
		if q.Cue != nil {
			gold[tag.Cue] = append(gold[tag.Cue], text.Span(*q.Cue))
		}
		kind := q.Kind
		if !q.Speech {
			kind += ", no speech"
		}
		if kinds[kind] == nil {
			kinds[kind] = &[2]int{}
		}
		for _, c := range q.contents() {
			kinds[kind][0] += bit(half(c, got[tag.Content]))
			kinds[kind][1]++
		}
	}
	for part, s := range score {
		s.count(d.Text, gold[part], got[part])
	}
}

// half reports whether one of the spans found shares half with s.
func half(s text.Span, found []text.Span) bool {
	for _, p := range found {
		if overlap(p, s) >= 0.5 {
			return true
		}
	}
	return false
}

func writeExtents(r *report, title string, score map[tag.Part]*extentScore, kinds map[string]*[2]int) {
	r.section(title)
	for _, part := range []tag.Part{tag.Source, tag.Cue, tag.Content} {
		s := score[part]
		r.line("%-10s exact P %5.1f R %5.1f   half P %5.1f R %5.1f   %d found, %d labelled", part, ratio(s.exact, s.found), ratio(s.exact, s.gold), ratio(s.half2, s.found), ratio(s.half, s.gold), s.found, s.gold)
	}
	for _, k := range []string{"direct", "mixed", "indirect", "indirect, no speech"} {
		if n := kinds[k]; n != nil {
			r.line("%-22s %5.1f%% of %d by half", k, ratio(n[0], n[1]), n[1])
		}
	}
}
