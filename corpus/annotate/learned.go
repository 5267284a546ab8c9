package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// surest is the least score at which what the trained tagger alone takes for
// reported speech is believed.
const surest = 1

// learned adds the reports that the trained tagger sees and no rule does:
// other cues, clauses in other places. Where a rule has spoken, it stands.
func (p *page) learned(rules []reported) []reported {
	if p.tagger == nil {
		return rules
	}
	out, next := rules, 0
	for i := range p.sentences {
		st := p.sentences[i]
		from := max(0, next-1) // one that began before may reach into the sentence
		for next < len(rules) && rules[next].content.Start < st.End {
			next++
		}
		if !p.mayReport(st, rules[from:next]) {
			continue
		}
		for _, n := range p.tagger.speech.Reports(p.speechSentence(st), surest) {
			if r, ok := p.fromTagger(st, n); ok && !overlapsAny(rules[from:next], r) && !sharesCue(rules[from:next], r) && !overlapsAny(out[len(rules):], r) {
				out = append(out, r)
			}
		}
	}
	sortReported(out)
	return out
}

// mayReport reports whether a sentence holds a verb or noun of the lexicon of
// cues outside marks, and outside what the rules have read in it; others are not
// worth the tagger's time.
func (p *page) mayReport(st sentence, read []reported) bool {
	if len(read) > near {
		read = nil // looking each word up in many would take its square
	}
	for i := st.lo; i < st.hi; i++ {
		t := p.at(i)
		if t.mark != 0 || isRead(read, t.Span) {
			continue
		}
		if _, ok := lexicon.CueOf(t.lower); ok || lexicon.CueNoun(t.lower) != "" || t.lower == "according" {
			return true
		}
	}
	return false
}

// isRead reports whether a word is the cue of a report or stands in what it
// reports.
func isRead(rs []reported, w text.Span) bool {
	for i := range rs {
		if rs[i].content.Contains(w) || rs[i].cue.Contains(w) {
			return true
		}
	}
	return false
}

// speechSentence hands a sentence to the tagger.
func (p *page) speechSentence(st sentence) *tag.SpeechSentence {
	n := st.hi - st.lo
	tokens, pos, marks := make([]text.Token, n), make([]tag.PartOfSpeech, n), make([]bool, n)
	for k := range n {
		t := &p.tokens[st.lo+k]
		tokens[k], pos[k], marks[k] = t.Token, t.pos, t.mark != 0
	}
	return tag.NewSpeechSentence(p.src, tokens, pos, marks, p.tagger.attributions.Tag(p.src, tokens, pos, marks))
}

// fromTagger turns a reading of the tagger into a report.
func (p *page) fromTagger(st sentence, n tag.Report) (reported, bool) {
	lo, hi, at := st.lo+n.Lo, st.lo+n.Hi, st.lo+n.Cue
	f, ok := lexicon.CueOf(p.at(at).lower)
	if !ok || p.wholeQuote(lo, hi) || !p.enough(lo, hi, 3) || p.isPassive(at) {
		return reported{}, false
	}
	k := p.sourceOf(st, n, p.subject(at))
	if by := p.inverted(at); by != none && p.isPressPhrase(by) && by != k {
		return reported{}, false // "…, Venn said, reports the Daily Gull"
	}
	if k == none || p.phrases[k].kind == timely || p.phrases[k].lo > at && lo > at {
		return reported{}, false
	}
	behind := at + 1
	if w, j, more := p.wordsOfCue(at); more {
		f, behind = w, j
	}
	c := &cue{CueForm: f, lo: at, hi: behind, sentence: p.at(at).sentence}
	if lo > at {
		lo = p.behindTime(lo)
		if p.cutsSubject(hi) {
			hi = st.hi
		}
		hi = min(hi, p.contentEnd(c, lo, hi))
		if p.hangs(k) {
			lo, hi = p.hanging(lo, hi)
		} else if p.inOpening(c) {
			hi = p.openingEnd(lo, hi, false)
		}
	}
	a := p.credit(k, c, sieveLearned)
	return reported{a, p.clauseSpan(lo, hi)}, a.found() && (p.enough(lo, hi, 3) || p.nextMark(lo, hi) < hi && p.enough(lo, hi, 2))
}

// hanging returns the part of tokens [lo, hi) that is said where the saying hangs
// on what is told next: up to its comma, or behind a time of the saying that ends
// there, "as Venn wrote in July, | the tugs are old".
func (p *page) hanging(lo, hi int) (int, int) {
	end := p.subordinateEnd(lo, hi)
	if end < hi && p.isAdjunct(lo, end) {
		return end + 1, hi
	}
	return lo, end
}

// cutsSubject reports whether a content that ends before token hi ends between a
// pronoun and its verb.
func (p *page) cutsSubject(hi int) bool {
	k := p.at(hi - 1).phrase
	return k != 0 && p.phrases[k-1].kind == pronoun && p.at(hi).isFinite() && p.at(hi).mark == 0 && p.at(hi-1).mark == 0
}

// behindTime steps over the time of the saying, or whom it was said to, where a
// content would begin with it: "asked the port | this week | to remove", "asked |
// her | about the loan".
func (p *page) behindTime(lo int) int {
	if p.is(lo-1, "asked", "asks", "asking") {
		if k := p.at(lo).phrase; k != 0 && p.isSomeone(k-1) && p.is(p.phrases[k-1].hi, "about") {
			return p.phrases[k-1].hi
		}
	}
	if k := p.at(lo).phrase; k != 0 && p.phrases[k-1].kind == timely && p.is(p.phrases[k-1].hi, "to", "that", "not", "whether", "if") {
		return p.phrases[k-1].hi
	}
	return lo
}

// sourceOf returns the phrase the tagger takes for the source, the verb's own
// subject where that is part of it or where it names none: an appositive
// belongs to the source, but does not head it.
func (p *page) sourceOf(st sentence, n tag.Report, subject int) int {
	if n.SourceLo == n.SourceHi || subject != none && p.phrases[subject].kind != thing && p.canBeSubject(subject, st.lo) {
		return subject
	}
	if subject != none && p.phrases[subject].lo >= st.lo+n.SourceLo && p.phrases[subject].hi <= st.lo+n.SourceHi {
		return subject
	}
	for i := st.lo + n.SourceHi - 1; i >= st.lo+n.SourceLo; i-- {
		if p.at(i).phrase != 0 {
			return p.headOf(p.at(i).phrase-1, st.lo+n.SourceLo)
		}
	}
	return subject
}

func overlapsAny(rs []reported, r reported) bool {
	for _, o := range rs {
		if o.content.Overlaps(r.content) {
			return true
		}
	}
	return false
}

// sharesCue reports whether a rule has read what the cue of r reports.
func sharesCue(rs []reported, r reported) bool {
	for _, o := range rs {
		if o.cue.Overlaps(r.cue) && (o.sieve == sieveHead || o.sieve == sieveTail || o.sieve == sieveInverted) {
			return true
		}
	}
	return false
}
