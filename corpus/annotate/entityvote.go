package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// ballot is what the uses of one open word in an article say of it.
type ballot struct {
	uses                []int // indices into found
	person, body, place int
	the                 int            // 1 if "the" stands before it somewhere
	acts                int            // uses that go with an organisation
	calls               int            // uses before a colon, as transcripts call a speaker
	kind                news.ActorKind // what the tagger makes of its surest use
	sure                float32        // how sure that is
	says                int            // uses that speak or own
	borne               bool           // a role or an age goes with it
}

// vote decides the words left open, all uses of a word together.
func (c *cast) vote(open []int) {
	ballots := map[string]*ballot{}
	var order []string
	for _, i := range open {
		f := &c.found[i]
		low := c.low(f.lo)
		if f.weak && f.role.empty() && !(f.the && isPressName(low)) || c.things[low] {
			continue
		}
		b := ballots[low]
		if b == nil {
			b = &ballot{}
			ballots[low] = b
			order = append(order, low)
		}
		b.uses = append(b.uses, i)
		c.poll(b, f)
	}
	for _, low := range order {
		c.elect(ballots[low], low)
	}
}

// poll adds what one use of a word says.
func (c *cast) poll(b *ballot, f *found) {
	before, after := c.low(f.lo-1), c.low(f.hi)
	if kind, w := c.opinion(f); w > b.sure {
		b.kind, b.sure = kind, w
	}
	b.borne = b.borne || !f.role.empty() || c.isAged(f.hi) || after == "," && c.low(f.hi+1) == "who"
	switch {
	case c.tokens[f.lo].first && after == ":" && c.tokens[f.lo].shout:
		b.person += 2
		b.calls++
	case !f.role.empty():
		b.person += 3
	case c.speaksAt(f.hi) && !f.the, c.speaksAt(f.lo - 1):
		b.person += 2
	case c.isAged(f.hi), after == "," && c.low(f.hi+1) == "who":
		b.person += 3
	}
	if lexicon.OrgNoun(before) || lexicon.OrgNoun(after) && !f.the {
		b.body += 3
	}
	if isForWord(before) && c.isOfficer(f.lo-2) && !f.the {
		b.body += 3
	}
	if f.the {
		b.the = 1
	}
	if f.the || c.speaksAt(f.hi) || c.tokens[min(f.hi, len(c.tokens)-1)].Kind == text.Clitic {
		b.acts++
	}
	if c.speaksAt(f.hi) || c.tokens[min(f.hi, len(c.tokens)-1)].Kind == text.Clitic {
		b.says++
	}
	if isPlacePreposition(before) {
		b.place++
	}
	if after == "," && f.hi+1 < len(c.tokens) {
		if k, _ := c.knownAt(f.hi+1, len(c.tokens)); k != nil && k.Kind != lexicon.KnownBody && isPlacePreposition(before) {
			b.place += 3
		}
	}
}

// isForWord reports whether w, folded, stands between an officer and the body.
func isForWord(w string) bool { return w == "for" || w == "of" || w == "at" }

// isOfficer reports whether the word at i says what somebody is for a company:
// "a spokesperson for Venncorp".
func (c *cast) isOfficer(i int) bool {
	switch c.low(i) {
	case "spokesman", "spokeswoman", "spokesperson", "ceo", "executive", "co-founder", "cofounder", "founder", "shareholder", "shareholders", "subsidiary", "shares":
		return true
	}
	return false
}

// elect makes an entity of a word if its uses say what it is.
func (c *cast) elect(b *ballot, low string) {
	t := &c.tokens[c.found[b.uses[0]].lo]
	_, given := lexicon.GivenName(low)
	switch {
	case c.isNationAdjective(low), c.isFamilyPlural(b, low), c.isModel(low):
	case c.isNation(low) && !b.borne:
		c.enrol(b, news.Place)
	case t.shout && t.Kind == text.Upper && b.calls > 0 && b.the == 0 && len(low) > 3 && !lexicon.CommonWord(low):
		c.enrol(b, news.Person)
	case t.shout && t.Kind == text.Upper:
		if c.isAcronym(b, low) {
			c.enrol(b, news.Organisation)
		}
	case b.the > 0 && b.acts > 1 && isPressName(low):
		c.enrol(b, news.Organisation)
	case isCamel(t.In(c.src)) && (b.acts > 0 || b.person > 0 || len(b.uses) > 1):
		c.enrol(b, news.Organisation)
	case b.body >= 3 && b.body+b.the > b.person:
		c.enrol(b, news.Organisation)
	case !given && !b.borne && b.person >= 2 && b.sure >= tagTips && b.kind != news.Person:
		c.enrol(b, b.kind)
	case b.person >= 2 && b.person >= b.place && !lexicon.ThingHead(low) && (b.borne || !lexicon.PlaceHead(low) && !lexicon.OrgHead(low)):
		c.enrol(b, news.Person)
	case given && len(b.uses) > 1 && b.place == 0 && b.body == 0 && !lexicon.CommonWord(low):
		c.enrol(b, news.Person)
	case len(b.uses) > 1 && c.headlined[low] && b.the+b.place+b.body == 0 && !lexicon.CommonWord(low):
		c.enrol(b, news.Person)
	case lexicon.FamousFamily(low) && (b.says > 0 || len(b.uses) > 1) && b.the+b.place+b.body == 0 && !lexicon.CommonWord(low):
		c.enrol(b, news.Person)
	case b.kind == news.Organisation && b.sure >= tagTells && b.says > 0 && b.person == 0 && b.place == 0 && !c.isPlural(low) && !lexicon.CommonWord(low):
		c.enrol(b, news.Organisation)
	case b.kind == news.Place && b.sure >= tagTips && b.place > 0 && b.person == 0 && !lexicon.CommonWord(low):
		c.enrol(b, news.Place)
	case b.place >= 2 && b.person == 0:
		c.enrol(b, news.Place)
	}
}

// isFamilyPlural reports whether a word is several of one family, "the Venns".
func (c *cast) isFamilyPlural(b *ballot, low string) bool {
	one, ok := strings.CutSuffix(low, "s")
	return ok && b.the > 0 && len(c.families[c.key(one)]) > 0 && !b.borne
}

// isAcronym reports whether a word in capitals is used as an organisation's.
func (c *cast) isAcronym(b *ballot, low string) bool {
	n := len(strings.ReplaceAll(low, ".", ""))
	switch {
	case isPlainAcronym(low) || c.isNumbered(b) || c.isLaw(b) || c.isModel(low) || c.isShorthand(b) || n < 2 || n > 8 || lexicon.CommonWord(low):
		return false
	case n == 2:
		return b.the > 0 || b.person > 1
	case n < 5:
		return b.acts > 0 || len(b.uses) > 1
	}
	return b.the > 0 || b.person > 1
}

// isModel reports whether w, folded, is what an arm, a vehicle or a road is
// called: letters, a hyphen and digits, "GBU-43".
func (c *cast) isModel(w string) bool {
	i := strings.IndexByte(w, '-')
	return i > 0 && i+1 < len(w) && w[i+1] >= '0' && w[i+1] <= '9'
}

// isNumbered reports whether a number stands behind a word wherever it is used,
// more than once, as behind the short name of a bill: "HJR 38".
func (c *cast) isNumbered(b *ballot) bool {
	for _, i := range b.uses {
		if hi := c.found[i].hi; hi >= len(c.tokens) || c.tokens[hi].Kind != text.Number {
			return false
		}
	}
	return len(b.uses) > 1
}

// isLaw reports whether an acronym is introduced in brackets behind the name of
// a law, treaty or programme: "Clean Harbours Act (CHA)".
func (c *cast) isLaw(b *ballot) bool {
	for _, i := range b.uses {
		f := &c.found[i]
		if c.word(f.lo-1) != "(" || f.lo < 2 {
			continue
		}
		t := &c.tokens[f.lo-2]
		return t.Kind == text.Upper && lexicon.ThingHead(t.low) && !lexicon.OrgHead(t.low)
	}
	return false
}

// isShorthand reports whether an acronym is introduced in brackets behind the
// lower-case words it is made of, no body's name: "a massive air blast (MAB)".
func (c *cast) isShorthand(b *ballot) bool {
	for _, i := range b.uses {
		f := &c.found[i]
		if open := c.word(f.lo - 1); open != "(" && open != "[" {
			continue
		}
		letters := c.low(f.lo)
		k := f.lo - 1 - len(letters)
		if k < 0 {
			continue
		}
		n := 0
		for n < len(letters) && c.tokens[k+n].Kind == text.Lower && c.low(k + n)[0] == letters[n] {
			n++
		}
		last := c.low(f.lo - 2)
		return n == len(letters) && !lexicon.OrgHead(last) && !lexicon.OrgNoun(last) && !lexicon.LowerOrg(last)
	}
	return false
}

// isPlainPlural reports whether w, folded, is several of what an acronym for no
// organisation means: "CEOs".
func isPlainPlural(w string) bool {
	one, ok := strings.CutSuffix(w, "s")
	return ok && len(one) > 1 && !strings.HasSuffix(one, "s") && isPlainAcronym(one)
}

func (c *cast) enrol(b *ballot, kind news.ActorKind) {
	if kind != news.Person {
		for _, i := range b.uses {
			f := c.found[i]
			f.kind = kind
			c.addBody(f)
		}
		return
	}
	f := c.found[b.uses[0]]
	m := &member{kind: kind, words: c.nameWords(&f)}
	c.members = append(c.members, m)
	if len(m.words) == 1 && c.headlined[m.words[0]] {
		c.index(m) // for the full name in the headline
	}
	for _, i := range b.uses {
		c.mention(m, c.found[i])
	}
}

// isPlainAcronym reports whether w, folded, is an acronym for no organisation.
func isPlainAcronym(w string) bool {
	switch strings.ReplaceAll(w, ".", "") {
	case "tv", "ceo", "cfo", "coo", "cto", "cio", "dna", "rna", "gdp", "gop", "gps", "vip", "pr", "hr", "it", "ai", "ok", "id", "phd", "md", "mp", "mps", "mep", "meps", "msp", "lgbt", "lgbtq", "lgbtq+", "hiv", "aids", "ptsd", "aca", "daca", "tpp", "nafta", "ied", "ieds", "wmd", "wmds", "ufo", "ufos", "suv", "suvs", "dui", "dwi", "diy", "faq", "fyi", "rsvp", "asap", "covid", "sars", "mers", "ppe", "icu", "er", "mri", "iq", "qe", "vat", "ipo", "roi", "esg", "dei", "crt", "rv", "rvs", "atm", "atms", "dvd", "dvds", "cd", "cds", "pc", "pcs", "usb", "url", "pdf", "sms", "iphone", "am", "pm", "bc", "ad", "ce", "bce", "et", "est", "edt", "pst", "gmt", "bst", "utc", "usd", "eur", "gbp", "mph", "kph", "km", "kg", "cm", "mm", "ft", "op-ed", "pow", "pows", "mia", "sos", "snap", "chip", "foia", "fisa", "rico", "salt", "advertisement", "read", "watch", "more", "video", "photo", "photos", "breaking", "live", "update", "exclusive", "updated", "related", "new", "the", "and", "for", "not", "no", "all", "so", "very", "never", "any", "are", "is", "it's", "that", "you", "we", "they", "he", "she", "his", "her", "our", "my", "was", "have", "has", "but", "big", "great", "fake", "news", "witch", "hunt", "america", "again", "make", "i'm", "don't",
		"pac", "pacs", "llc", "dc", "ny", "nc", "nj", "nm", "nh", "sc", "sd", "nd", "ri", "wva", "d-ny", "cpi", "file", "reuters", "afp", "getty", "end", "reply", "leave", "join", "share",
		"lng", "lpg", "vp", "vps", "svp", "evp", "rpg", "rpgs", "re", "fwd", "xl", "xxl", "ufc", "pdfs", "r&b", "b&b", "bbq", "ak", "oped", "ps", "q&a", "jd", "mba", "ba", "bs", "ma", "dj", "mc", "cctv", "ev", "evs", "uav", "uavs", "icbm", "icbms", "rsv", "pcr", "ivf", "dream", "nda", "ndas",
		"ahca", "bcra", "usmca", "cafta", "ttip", "jcpoa", "hipaa", "tarp", "sopa", "pipa", "ndaa", "vawa", "emr", "emrs", "ehr", "ehrs", "gmo", "gmos", "snl", "ig", "ag", "dni", "potus", "flotus", "sot", "taa", "nat", "vo", "cpr", "adhd", "stem", "gpa", "sat", "act", "usc", "ii", "iii", "vi", "vii", "viii", "ix", "xi", "xii", "co2", "gtco2", "ch4", "s&p500":
		return true
	}
	return isPlainPlural(w)
}
