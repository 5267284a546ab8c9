package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// author returns who is behind a paper that speaks, as far as the article says
// whose it is: "GM's statement", "a letter from Venn", "an ad released by the
// campaign", and "the ad" after "the campaign answered with an ad"; several where
// several signed it. None if the words do not say: then the paper speaks for itself.
func (r *resolver) author(k int) []int {
	ph := r.phrases[k]
	head := paper(r.at(ph.hi - 1).lower)
	if head == "" {
		return nil
	}
	if r.is(ph.lo, "a", "an") && r.is(ph.lo-1, "wrote", "penned", "writing") {
		return r.presenter(k) // "Venn wrote | a column in the Gull"
	}
	if es := r.maker(k); es != nil {
		return es
	}
	if e := r.plaintiffs(k); head == "suit" && e >= 0 {
		return []int{e}
	}
	if r.is(ph.lo, "a", "an") && (isPlatform(r.at(ph.hi-2).lower) || ph.hi == ph.lo+2 && r.is(ph.hi, "saying", "that", "which", "to", "for")) {
		return r.presenter(k)
	}
	whole := ph.hi == ph.lo+3 && r.is(ph.lo+1, "full", "entire", "complete", "whole", "original", "written")
	if !r.isDefinite(ph) || ph.hi != ph.lo+2 && !whole {
		return nil // "the majority report" is no other one
	}
	if es, known := r.authorBefore(k, head); known {
		return es
	}
	if head == "suit" {
		return r.suer(k)
	}
	if r.justSpoke(k) && len(r.together) == 1 && (whole || r.is(ph.hi, "in") && r.is(ph.hi+1, "full")) && !r.isPaper(r.lastAt) {
		return r.together // "Venn said no. The full statement:"
	}
	return nil
}

// authorBefore returns who is behind the paper that phrase k speaks of again, one of
// the kind of head, and whether the words say that it is the one before.
func (r *resolver) authorBefore(k int, head string) (es []int, known bool) {
	ph := r.phrases[k]
	for i := k - 1; i >= max(0, k-lookBack) && r.back(i, k) <= 12; i-- {
		c := r.phrases[i]
		if r.at(c.lo).mark != 0 || paper(r.at(c.hi-1).lower) != head || r.at(c.hi-1).pos != r.at(ph.hi-1).pos {
			continue
		}
		if es := r.maker(i); es != nil {
			return es, true
		}
		if r.is(c.lo, "his", "her") {
			return one(r.recentPerson(i)), true
		}
		if !r.isDefinite(c) || head == "suit" && r.is(c.lo-1, "filed", "brought") {
			if es := r.presenter(i); es != nil {
				return es, true
			}
			if es := r.issuer(i); es != nil || head != "suit" {
				return es, true
			}
		}
		if r.saysOwner(c) || head != "suit" && c.hi > c.lo+2 {
			return nil, head != "suit"
		}
	}
	return nil, false
}

// one returns entity e as a list of one, none if it is -1.
func one(e int) []int {
	if e < 0 {
		return nil
	}
	return []int{e}
}

// suer returns who is last said before phrase k to sue: what the lawsuit claims, that
// one claims. None if nobody is.
func (r *resolver) suer(k int) []int {
	at := r.phrases[k].lo
	for i := at - 1; i >= 0 && r.told[r.at(at).sentence]-r.told[r.at(i).sentence] <= 12; i-- {
		if !r.is(i, "sued", "sues", "suing") || r.at(i).mark != 0 || !r.at(i).isVerb() {
			continue
		}
		if r.isPassive(i) {
			if n := r.at(i+2).phrase - 1; r.is(i+1, "by") && n >= 0 {
				return r.resolve(r.apposed(n))
			}
			return nil
		}
		return r.makers(r.subjectWithin(i, r.sentences[r.at(i).sentence].lo, 6))
	}
	return nil
}

// plaintiffs returns those the article calls so: what a lawsuit claims, they
// claim. -1 if it speaks of none, or of one among others.
func (r *resolver) plaintiffs(k int) int {
	best := none
	for i, c := range r.phrases {
		t := r.at(c.hi - 1)
		if c.kind != description || t.mark != 0 || t.lower != "plaintiffs" && t.lower != "claimants" || r.hasNumber(c) || r.is(c.hi, "in") || r.apposed(i) != i {
			continue
		}
		if best == none || abs(i-k) < abs(best-k) {
			best = i
		}
	}
	if best == none {
		return -1
	}
	es := r.resolve(best)
	if len(es) != 1 {
		return -1
	}
	if e := &r.entities[es[0]]; e.Anonymous {
		e.Kind = news.Organisation // a party, which "it" may mean
	}
	return es[0]
}

func abs(n int) int { return max(n, -n) }

// saysOwner reports whether a phrase says whose its noun is, by name or not.
func (r *resolver) saysOwner(c phrase) bool {
	for i := c.lo; i < c.hi; i++ {
		if r.at(i).pos == "POS" || r.at(i).pos == "PRP$" {
			return true
		}
	}
	return false
}

// isSomebodys reports whether people or a body, named by w in lower case, may have
// written a paper.
func isSomebodys(w string) bool {
	return lexicon.RoleHead(w) || isCampaign(w) || w == "team" || slices.Contains(bodies, w) || paper(w) == "" && (lexicon.OrgNoun(w) || lexicon.OrgHead(w))
}

// bodyOf returns the body named last before phrase k whose kind stands before the
// paper there: "the committee statement". -1 if none does.
func (r *resolver) bodyOf(k int) int {
	ph := r.phrases[k]
	t := r.at(ph.hi - 2)
	if ph.hi != ph.lo+3 || !r.is(ph.lo, "the") || !t.isNoun() || t.Kind != text.Lower || !lexicon.Speaks(t.lower) || paper(t.lower) != "" {
		return -1
	}
	head := text.Fold(t.lower)
	return r.nearest(k, func(e int) bool {
		return r.entities[e].Kind == news.Organisation && !r.entities[e].Anonymous && hasWord(r.entities[e].Name, head)
	})
}

// isPleading reports whether a noun, in lower case, names a paper that says "of" whom it
// is: "the petition | of Mara Venn".
func isPleading(w string) bool {
	switch paper(w) {
	case "suit", "brief", "filing", "petition", "argument", "motion", "affidavit", "letter", "statement", "testimony", "opinion", "dissent":
		return true
	}
	return false
}

// paperRead returns the phrase of the paper in the sentence before "it" at phrase k,
// where "it" reads or states something, "Venn issued a statement. | It | read", or where
// that sentence tells what the paper says: "The suit alleged fraud. | It | also accused".
func (r *resolver) paperRead(k int) int {
	st := r.at(r.phrases[k].lo).sentence
	if st == 0 || r.phrases[k].lo != r.sentences[st].lo {
		return none
	}
	v := r.skipAdverbs(r.phrases[k].hi)
	if f := r.firstPhrase(st - 1); f >= 0 && len(r.cuesIn(v, v+1)) > 0 && r.phrases[f].lo == r.sentences[st-1].lo && r.isPaper(f) && r.at(r.phrases[f].lo).mark == 0 && r.sentences[st-1].paragraph == r.sentences[st].paragraph {
		return f
	}
	if !r.is(r.phrases[k].hi, "read", "reads", "states", "stated") {
		return none
	}
	for i := k - 1; i >= 0 && r.at(r.phrases[i].lo).sentence >= st-1; i-- {
		if c := r.phrases[i]; r.at(c.lo).mark == 0 && paper(r.at(c.hi-1).lower) != "" && r.at(c.hi-1).pos == "NN" {
			return i
		}
	}
	return none
}

// isPlatform reports whether w, in lower case, names a place that others post at,
// so that "a Facebook post" is none of its own.
func isPlatform(w string) bool {
	switch w {
	case "facebook", "twitter", "instagram", "youtube", "tiktok", "telegram", "snapchat", "reddit", "linkedin", "whatsapp", "weibo":
		return true
	}
	return false
}

// presenter returns those who are said to put the paper of phrase k before
// the public: "the campaign | retorted with an ad", "Venn | said in a
// statement". None if nobody is.
func (r *resolver) presenter(k int) []int {
	ph := r.phrases[k]
	st := r.sentences[r.at(ph.lo).sentence]
	for i := ph.lo - 1; i >= max(st.lo, ph.lo-8); i-- {
		t := r.at(i)
		if t.mark != 0 || t.lower == ";" {
			return nil
		}
		if r.is(i, "that") && t.phrase == 0 && r.clauseIn(i, ph.lo) {
			return nil // "the Gull reports | that a letter was sent"
		}
		if !t.isVerb() || t.isAux() || !presents(t.lower) {
			continue
		}
		return r.makers(r.subjectWithin(i, st.lo, 6))
	}
	return nil
}

// issuer returns who speaks in the paper of phrase k, where that only says by what
// means: "Venn, in | a statement |, said", "In | a statement |, the firm said". None if
// nobody does, or the words stand elsewhere.
func (r *resolver) issuer(k int) []int {
	ph := r.phrases[k]
	i, s := ph.lo-1, r.sentences[r.at(ph.lo).sentence]
	if !r.is(i, "in", "through", "via") || r.at(i).mark != 0 {
		return nil
	}
	n, end := none, r.behindDated(r.skipAdjuncts(ph.hi, s.hi), s.hi)
	if !r.is(end, ",") || r.at(end).mark != 0 {
		return nil
	}
	if i == s.lo {
		n = r.at(end+1).phrase - 1
	} else if r.is(i-1, ",") && r.at(i-1).mark == 0 && len(r.cuesIn(end+1, end+3)) > 0 {
		n = r.at(i-2).phrase - 1
	}
	if n < 0 || r.phrases[n].kind == thing || r.phrases[n].kind == timely || r.at(r.phrases[n].lo).mark != 0 {
		return nil
	}
	n = r.apposed(r.headName(n, s.lo))
	if es := r.namedTogether(n); es != nil {
		return es
	}
	if es := r.resolve(n); len(es) == 1 && r.entities[es[0]].Kind != news.Place {
		return es
	}
	return nil
}

// behindDated returns the token behind a participle at i and what hangs on it, that says
// when or to whom a paper was put out: "In a letter | sent to the board on Monday |,
// Venn". i if none stands there.
func (r *resolver) behindDated(i, hi int) int {
	if !isMaking(r.at(i).lower) && !r.is(i, "dated", "obtained", "addressed", "given", "provided") {
		return i
	}
	for j := i + 1; j < min(hi, i+longestAside); j++ {
		if r.is(j, ",") {
			return j
		}
		if t := r.at(j); t.mark != 0 || t.isFinite() {
			break
		}
	}
	return i
}

// presents reports whether the subject of the verb w puts its object, or what
// it does so "with" or "in", before the public.
func presents(w string) bool {
	if f, ok := lexicon.CueOf(w); ok && f.Class != "criticise" && f.Class != "praise" && f.Class != "ask" {
		return true
	}
	switch w {
	case "issued", "issues", "issuing", "publishing", "releasing", "posting", "writing", "penned", "released", "releases", "published", "publishes", "posted", "launched", "launches", "aired", "airs", "ran", "unveiled", "unveils",
		"sent", "wrote", "filed", "files", "brought", "put", "hit", "fired", "produced", "signed", "drafted", "circulated", "submitted", "made", "gave", "retorted", "countered":
		return true
	}
	return false
}

// papers that speak for their maker, those that name one thing under one name.
var paperKinds = map[string]string{
	"ad": "ad", "advert": "ad", "advertisement": "ad", "commercial": "ad", "spot": "ad", "video": "video", "clip": "video",
	"statement": "statement", "release": "statement", "communique": "statement",
	"letter": "letter", "memo": "memo", "memorandum": "memo", "email": "email", "e-mail": "email", "note": "note", "message": "message",
	"tweet": "post", "post": "post", "report": "report", "study": "report", "survey": "poll", "poll": "poll", "analysis": "report", "paper": "report",
	"suit": "suit", "lawsuit": "suit", "complaint": "suit", "brief": "brief", "filing": "filing", "petition": "petition",
	"argument": "argument", "motion": "motion", "affidavit": "affidavit",
	"rule": "rule", "regulation": "rule", "guidance": "rule", "guideline": "rule", "order": "order", "notice": "notice",
	"article": "article", "story": "article", "editorial": "editorial", "column": "column", "op-ed": "column", "essay": "essay",
	"list": "list", "speech": "speech", "remark": "remark", "comment": "remark", "testimony": "testimony", "response": "statement", "reply": "statement",
	"announcement": "statement", "warning": "statement", "opinion": "opinion", "dissent": "dissent", "ruling": "ruling", "book": "book", "memoir": "book",
}

// paper returns the kind of paper that a noun, in lower case, names; empty if
// it names none.
func paper(w string) string {
	if p, ok := paperKinds[w]; ok {
		return p
	}
	if p, ok := paperKinds[strings.TrimSuffix(w, "s")]; ok {
		return p
	}
	if p, ok := strings.CutSuffix(w, "ies"); ok {
		return paperKinds[p+"y"]
	}
	return ""
}
