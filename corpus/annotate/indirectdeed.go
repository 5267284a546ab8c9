package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// withDeeds adds to reports, in order, those of verbs that are no words of speech and yet say what somebody
// will do, wants of others or stands for, "offered | to mend the gates", "encouraged | the
// crews to vote", "endorsed | Venn for the board", and of what a paper has in it, "the
// report lists | ten cases of theft".
func (p *page) withDeeds(rs []reported) []reported {
	for i := range p.tokens {
		if r, ok := p.toldByDeed(i); ok {
			rs = append(rs, r)
		}
		if r, ok := p.toldPer(i); ok {
			rs = append(rs, r)
		}
	}
	sortReported(rs)
	return rs
}

// toldPer reads "Per the decree, pilots must pay" and "Pilots must pay, per the decree" at
// the token "per".
func (p *page) toldPer(i int) (reported, bool) {
	k := p.at(i + 1).phrase
	st := p.sentences[p.at(i).sentence]
	if !p.is(i, "per") || k == 0 || p.at(i).mark != 0 || p.at(i+1).mark != 0 || p.at(p.phrases[k-1].hi-1).Kind != text.Upper && !p.isPaper(k-1) || i > st.lo && !p.is(i-1, ",") {
		return reported{}, false
	}
	behind, stop := p.reach(k-1), p.trimStop(st.hi)
	lo, hi := st.lo, stop
	switch {
	case i == st.lo:
		lo = p.behindSource(behind, stop)
	case behind >= stop:
		hi = i - 1
	case !p.is(behind, ","):
		return reported{}, false
	}
	if lo >= hi || lo == behind || !p.clauseIn(lo, hi) || p.isSaid(lo, hi) || !p.enough(lo, hi, 3) {
		return reported{}, false
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: "per", Class: "say", Strength: 3}}, lo: i, hi: i + 1}
	a := p.credit(p.apposed(k-1), &c, sieveAccording)
	a.at.Start = max(a.at.Start, p.at(i+1).Start) // a name may have taken "Per" for its own
	return reported{a, p.clauseSpan(lo, hi)}, a.found()
}

// toldByDeed reads such a verb at token v.
func (p *page) toldByDeed(v int) (reported, bool) {
	f, lo, ok := p.deedAt(v)
	if !ok || p.at(v).mark != 0 || p.isPassive(v) || p.notSaid(v) != v || !p.isDone(v) {
		return reported{}, false
	}
	st := p.sentences[p.at(v).sentence]
	c := cue{CueForm: f, lo: v, hi: v + 1, sentence: p.at(v).sentence}
	if p.is(c.hi, "out") {
		c.hi++
	}
	s := p.subject(v)
	if s == none || p.phrases[s].lo > v || p.isWriter(s) || p.nobody(s) || p.supposed(v, s) || p.isCondition(s) || p.followsRelative(&c) || !p.canDo(s, f, lo) {
		return reported{}, false
	}
	end := p.contentEnd(&c, lo, st.hi)
	if f.Takes('t') {
		end = p.thingEnd(lo, end)
	}
	if p.hangs(s) || p.relative(&c) {
		end = min(end, p.subordinateEnd(lo, st.hi))
	}
	a := p.credit(s, &c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found() && p.enough(lo, end, 3)
}

// deedAt returns the cue that the verb at token v is for what it says is done, and where
// that begins.
func (p *page) deedAt(v int) (lexicon.CueForm, int, bool) {
	t, i := p.at(v), v+1
	switch t.lower {
	case "offers", "offered":
		return compound("offer", "suggest", "i", t), i, p.infinitiveAt(i)
	case "agreed":
		return compound("agree", "agree", "i", t), i, p.infinitiveAt(i)
	case "encourage", "encourages", "encouraged", "encouraging":
		return compound("encourage", "urge", "oi", t), i, p.moves(i)
	case "endorse", "endorses", "endorsed":
		return compound("endorse", "agree", "t", t), i, p.opensThing(i)
	case "defend", "defends", "defended", "defending":
		return compound("defend", "argue", "t", t), i, p.opensStance(i)
	case "outline", "outlines", "outlined":
		return compound("outline", "say", "t", t), i, p.opensThing(i)
	case "lay", "lays", "laid":
		return compound("outline", "say", "t", t), i + 1, p.is(i, "out") && p.opensThing(i+1)
	case "list", "lists", "listed", "mention", "mentions", "mentioned", "detail", "details", "detailed", "documents", "documented", "describes", "described":
		return compound("list", "say", "t", t), i, p.opensThing(i)
	}
	return lexicon.CueForm{}, v, false
}

// canDo reports whether phrase s can do what cue f says is done, and so speak: somebody or
// a body, and no court for a backing; for what is laid out at token lo a paper, or somebody
// where that is a plan.
func (p *page) canDo(s int, f lexicon.CueForm, lo int) bool {
	ph := p.phrases[s]
	w := p.at(ph.hi - 1).lower
	switch {
	case ph.kind == timely || p.is(ph.lo, "it", "this", "that", "which"):
		return false
	case f.Class == "say" && p.isPaper(s):
		return true
	case f.Class == "say":
		return f.Lemma == "outline" && ph.kind != thing && p.isPlan(p.headWord(lo))
	case f.Lemma == "endorse" && (w == "court" || w == "courts" || w == "justices" || w == "judge"):
		return false
	}
	return ph.kind != thing || lexicon.RoleHead(strings.TrimSuffix(w, "s"))
}

// opensStance reports whether what somebody did, decided or said stands at token i, which
// only words defend: "closing the port", "her decision to close it".
func (p *page) opensStance(i int) bool {
	if p.at(i).pos == "VBG" && p.at(i).mark == 0 {
		return p.at(i+1).phrase != 0 || p.at(i).phrase != 0
	}
	w := strings.TrimSuffix(p.headWord(i), "s")
	switch w {
	case "decision", "move", "comment", "remark", "handling", "record", "action", "response", "choice", "use", "approach", "law", "program", "programme", "tweet", "statement", "order", "conduct", "behavior", "behaviour", "deal", "ban", "strategy":
		return p.opensThing(i)
	}
	return p.isPlan(p.headWord(i)) && p.opensThing(i)
}

// isPlan reports whether w, in lower case, names what somebody means to do.
func (p *page) isPlan(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "plan", "proposal", "vision", "agenda", "policy", "policies", "demand", "condition", "priority", "priorities", "reason", "strategy", "case", "idea", "concern", "platform":
		return true
	}
	return false
}

// isPaper reports whether phrase k is a writing, which says what it lists.
func (p *page) isPaper(k int) bool {
	i := p.phrases[k].hi - 1
	return lexicon.Document.Has(p.at(i).lower) || p.is(i, "lawsuit", "complaint", "indictment", "statement", "ad", "study", "review", "dossier", "bulletin", "brief", "guidelines")
}

// isCondition reports whether phrase s is the subject of a clause that only sets a
// condition: "as long as | the crews | agreed".
func (p *page) isCondition(s int) bool {
	i := p.phrases[s].lo
	return p.is(i-1, "as") && p.is(i-2, "long", "soon") || p.is(i-1, "once", "provided", "requiring", "that") && p.is(i-2, "provided", "requiring", "requires", "required")
}

// infinitiveAt reports whether "to" or "not to" and its verb stand at token i.
func (p *page) infinitiveAt(i int) bool {
	if p.is(i, "not") {
		i++
	}
	return p.is(i, "to") && p.at(i+1).pos == "VB" && p.at(i).mark == 0 && p.at(i+1).mark == 0
}

// moves reports whether people and what they are to do stand at token i: "pilots in the
// harbour | to strike".
func (p *page) moves(i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].lo != i || p.phrases[k-1].kind == timely || p.is(i, "it", "a", "an") {
		return false
	}
	return p.infinitiveAt(p.skipAdjuncts(p.reach(k-1), i+longestInfinitive))
}

// opensThing reports whether a noun phrase outside marks begins at token i.
func (p *page) opensThing(i int) bool {
	k := p.at(i).phrase
	return k != 0 && p.at(i).mark == 0 && p.phrases[k-1].lo == i && p.phrases[k-1].kind != pronoun && p.phrases[k-1].kind != timely && !p.is(i, "one") && !p.is(i+1, "following")
}

// isDone reports whether the verb at token v tells what is or was done: it is finite, or
// has or is before it and no "to" or modal.
func (p *page) isDone(v int) bool {
	h := p.skipBackAdverbs(v - 1)
	switch p.at(v).pos {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return p.is(h, "has", "have", "had", "'ve", "’ve", "'s", "’s") && p.at(h).pos != "POS" && p.at(h).Kind <= text.Clitic
	case "VBG":
		return p.is(h, "is", "are", "was", "were", "been")
	}
	return false
}

// thingEnd returns the token behind the noun phrase and what hangs on it in tokens [lo,
// end): before a finite verb that belongs to none of its relative clauses, or the subject
// of that, and before how it was put: "by | arguing that".
func (p *page) thingEnd(lo, end int) int {
	owed := 0
	for i := lo + 1; i < end; i++ {
		switch t := p.at(i); {
		case t.mark != 0 || p.is(i, "bid"):
		case p.is(i, "by") && p.gerundAt(i+1), p.gerundAt(i):
			return i
		case p.opensRelative(i) || p.is(i, "if", "unless", "what", "how", "why", "whether", "than"):
			owed++
		case t.isFinite() && owed > 0:
			owed--
			i = p.verbGroup(i)
		case t.isFinite():
			k := p.at(p.skipBackAdverbs(i - 1)).phrase
			if k != 0 && p.phrases[k-1].lo > lo && (p.at(p.phrases[k-1].lo-1).pos == "CC" || p.is(p.phrases[k-1].lo-1, ",")) {
				return p.trimStop(p.phrases[k-1].lo - 1)
			}
			if p.at(i-1).pos == "CC" {
				i--
			}
			return i
		}
	}
	return end
}
