package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// author returns who is behind a paper that speaks, as far as the article says
// whose it is: "GM's statement", "a letter from Venn", "an ad released by the
// campaign", and "the ad" after "the campaign answered with an ad". -1 if the
// words do not say: then the paper speaks for itself.
func (r *resolver) author(k int) int {
	ph := r.phrases[k]
	head := paper(r.at(ph.hi - 1).lower)
	if head == "" {
		return -1
	}
	if r.is(ph.lo, "a", "an") && r.is(ph.lo-1, "wrote", "penned", "writing") {
		return r.presenter(k) // "Venn wrote | a column in the Gull"
	}
	if e := r.maker(k); e >= 0 {
		return e
	}
	if head == "suit" {
		return r.plaintiffs(k)
	}
	if r.is(ph.lo, "a", "an") && (isPlatform(r.at(ph.hi-2).lower) || ph.hi == ph.lo+2 && r.is(ph.hi, "saying", "that", "which", "to", "for")) {
		return r.presenter(k)
	}
	whole := ph.hi == ph.lo+3 && r.is(ph.lo+1, "full", "entire", "complete", "whole", "original", "written")
	if !r.isDefinite(ph) || ph.hi != ph.lo+2 && !whole {
		return -1 // "the majority report" is no other one
	}
	for i := k - 1; i >= max(0, k-lookBack) && r.back(i, k) <= 12; i-- {
		c := r.phrases[i]
		if r.at(c.lo).mark != 0 || paper(r.at(c.hi-1).lower) != head || r.at(c.hi-1).pos != r.at(ph.hi-1).pos {
			continue
		}
		if e := r.maker(i); e >= 0 {
			return e
		}
		if r.is(c.lo, "his", "her") {
			return r.recentPerson(i)
		}
		if !r.isDefinite(c) {
			if e := r.presenter(i); e >= 0 {
				return e
			}
			return r.issuer(i)
		}
		if c.hi > c.lo+2 || r.saysOwner(c) {
			return -1
		}
	}
	if r.justSpoke(k) && len(r.together) == 1 && (whole || r.is(ph.hi, "in") && r.is(ph.hi+1, "full")) && !r.isPaper(r.lastAt) {
		return r.last - 1 // "Venn said no. The full statement:"
	}
	return -1
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

// maker returns the entity that the words of phrase k, or those right behind
// it, name as the one it comes from.
func (r *resolver) maker(k int) int {
	ph := r.phrases[k]
	if e := r.possessor(ph); e >= 0 {
		return e
	}
	if m := r.at(ph.hi - 2).mention; ph.hi-ph.lo > 1 && m != 0 && r.entities[m-1].Kind == news.Organisation && !r.is(ph.hi-1, "filing", "filings") && !isPlatform(r.at(ph.hi-2).lower) {
		return m - 1 // "a Port Authority memo"
	}
	if e := r.bodyOf(k); e >= 0 {
		return e
	}
	i := ph.hi
	if r.is(i, "issued", "released", "published", "posted", "written", "signed", "produced", "prepared", "filed", "sent", "drafted", "commissioned", "conducted", "paid", "put", "aired") {
		for i++; i < ph.hi+5 && !r.is(i, "by", ",", "."); {
			i++
		}
		if !r.is(i, "by") {
			return -1
		}
	}
	n := r.at(i + 1).phrase
	if n != 0 && r.is(i, "from", "by") && r.phrases[n-1].kind == description && isCampaign(r.at(r.phrases[n-1].hi-1).lower) {
		return r.campaignOf(n - 1) // "an ad by Venn's campaign"
	}
	if n != 0 && r.is(i, "from", "by") && r.phrases[n-1].kind == description && r.isDefinite(r.phrases[n-1]) && lexicon.RoleHead(r.at(r.phrases[n-1].hi-1).lower) {
		if es := r.resolve(n - 1); len(es) == 1 {
			return es[0] // "a statement from the mayor"
		}
	}
	if n == 0 || r.phrases[n-1].kind != named {
		return -1
	}
	e := r.phrases[n-1].entity - 1
	if r.is(i, "from", "by") || r.is(i, "in") && isPress(r.entities[e].Name) || r.is(i, "of") && (paper(r.at(ph.hi-1).lower) == "report" && r.entities[e].Kind == news.Organisation || isPleading(r.at(ph.hi-1).lower)) {
		return e
	}
	return -1
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
// where "it" reads or states something: "Venn issued a statement. | It | read".
func (r *resolver) paperRead(k int) int {
	st := r.at(r.phrases[k].lo).sentence
	if st == 0 || !r.is(r.phrases[k].hi, "read", "reads", "states", "stated") || r.phrases[k].lo != r.sentences[st].lo {
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

// presenter returns the actor who is said to put the paper of phrase k before
// the public: "the campaign | retorted with an ad", "Venn | said in a
// statement". -1 if nobody is.
func (r *resolver) presenter(k int) int {
	ph := r.phrases[k]
	st := r.sentences[r.at(ph.lo).sentence]
	for i := ph.lo - 1; i >= max(st.lo, ph.lo-8); i-- {
		t := r.at(i)
		if t.mark != 0 || t.lower == ";" {
			return -1
		}
		if r.is(i, "that") && t.phrase == 0 && r.clauseIn(i, ph.lo) {
			return -1 // "the Gull reports | that a letter was sent"
		}
		if !t.isVerb() || t.isAux() || !presents(t.lower) {
			continue
		}
		s := r.subjectWithin(i, st.lo, 6)
		if s == none {
			return -1
		}
		if s = r.apposed(s); r.phrases[s].kind != named && r.phrases[s].kind != pronoun {
			return -1
		}
		if es := r.resolve(s); len(es) == 1 && r.entities[es[0]].Kind != news.Place {
			return es[0]
		}
		return -1
	}
	return -1
}

// issuer returns who speaks in the paper of phrase k, where that only says by what
// means: "Venn, in | a statement |, said", "In | a statement |, the firm said". -1 if
// nobody does, or the words stand elsewhere.
func (r *resolver) issuer(k int) int {
	ph := r.phrases[k]
	i, s := ph.lo-1, r.sentences[r.at(ph.lo).sentence]
	if !r.is(i, "in", "through", "via") || r.at(i).mark != 0 {
		return -1
	}
	n, end := none, r.skipAdjuncts(ph.hi, s.hi)
	if !r.is(end, ",") || r.at(end).mark != 0 {
		return -1
	}
	if i == s.lo {
		n = r.at(end+1).phrase - 1
	} else if r.is(i-1, ",") && r.at(i-1).mark == 0 && len(r.cuesIn(end+1, end+3)) > 0 {
		n = r.at(i-2).phrase - 1
	}
	if n < 0 || r.phrases[n].kind == thing || r.phrases[n].kind == timely || r.at(r.phrases[n].lo).mark != 0 {
		return -1
	}
	n = r.apposed(r.headName(n, s.lo))
	if es := r.resolve(n); len(es) == 1 && r.entities[es[0]].Kind != news.Place {
		return es[0]
	}
	return -1
}

// presents reports whether the subject of the verb w puts its object, or what
// it does so "with" or "in", before the public.
func presents(w string) bool {
	if f, ok := lexicon.CueOf(w); ok && f.Class != "criticise" && f.Class != "praise" && f.Class != "ask" {
		return true
	}
	switch w {
	case "issued", "issues", "issuing", "publishing", "releasing", "posting", "writing", "penned", "released", "releases", "published", "publishes", "posted", "launched", "launches", "aired", "airs", "ran", "unveiled", "unveils",
		"sent", "wrote", "filed", "files", "put", "hit", "fired", "produced", "signed", "drafted", "circulated", "submitted", "made", "gave", "retorted", "countered":
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
	"announcement": "statement", "warning": "statement", "opinion": "opinion", "dissent": "dissent", "book": "book", "memoir": "book",
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
