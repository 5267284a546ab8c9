package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// name returns a short name of a happening: that of the telling which says
// most in few words. It is empty where none tells it whole, or but one outlet
// tells it and names nobody.
func (c *clues) name(ds []*deed) string {
	best, most := "", -1<<30
	several := slices.ContainsFunc(ds, func(d *deed) bool { return d.reading != ds[0].reading })
	usual := usualClass(ds)
	for _, d := range ds {
		for _, t := range d.tellings {
			s, n := c.nameOf(t)
			if t.r.NameBare && s == t.r.Name {
				if !several {
					continue
				}
				n -= 6
			}
			if t.class == usual {
				n += 3
			}
			if t.r.Modality == news.Denied {
				n -= 9 // what was not done names what was only where nothing else does
			}
			if s != "" && n > most {
				best, most = s, n
			}
		}
	}
	return best
}

// whose puts behind a name that is one noun where it was, if it befell somebody:
// "Shooting in Halden"; else who takes part, people before bodies: "Briefing (Orrin
// Tarn)". The name is empty where nobody named does.
func (c *clues) whose(name string, e news.Event) string {
	if name == "" || strings.Contains(name, " ") {
		return name
	}
	if tr, _ := lexicon.TriggerNoun(strings.ToLower(name), nil); kin(tr.Class) == "harm" || tr.Class == "storm" {
		if e.Place == "" {
			return ""
		}
		return name + " in " + e.Place
	}
	actors := e.Actors
	for _, kind := range []news.ActorKind{news.Person, news.Organisation} {
		for _, a := range actors {
			if upper(c.people[a].Name) && c.people[a].Kind == kind {
				return name + " (" + c.people[a].Name + ")"
			}
		}
	}
	return ""
}

// usualClass returns the class of trigger that most tellings have.
func usualClass(ds []*deed) string {
	count := map[string]int{}
	best := ""
	for _, d := range ds {
		for _, t := range d.tellings {
			if count[t.class]++; count[t.class] > count[best] {
				best = t.class
			}
		}
	}
	return best
}

// bareWorth is how good a name is that says no more than who spoke.
const bareWorth = -12

// nameOf returns the name that a telling gives, and how good a one it is.
func (c *clues) nameOf(t *telling) (string, int) {
	if t.r.Name != "" && !t.r.NameBare {
		s := c.withAuthor(t, t.r.Name)
		return s, c.worth(t, s)
	}
	if isSpeech(t.class) && !t.noun && t.who >= 0 {
		if s := c.quoted(t); s != "" {
			return s, c.worth(t, s) - 1
		}
		if t.leading && t.class == "say" && c.isQuoted(t) && c.people[t.who].Kind == news.Person && !c.people[t.who].Anonymous && upper(c.people[t.who].Name) {
			return text.Possessive(c.people[t.who].Name) + " remarks", bareWorth
		}
	}
	if t.r.Name == "" && (t.class == "publish" || t.class == "air") {
		if s := c.quotedIn(t); s != "" {
			return s, c.worth(t, s) - 2
		}
	}
	if a := c.author(t); a >= 0 {
		s := text.Possessive(c.people[a].Name) + " " + t.r.Trigger.In(t.src)
		return s, c.worth(t, s) - 2
	}
	return t.r.Name, c.worth(t, t.r.Name)
}

// withAuthor puts whose it is before the name of a speech or writing that names
// nobody there: "[Orrin Tarn’s] interview on Harbour Radio".
func (c *clues) withAuthor(t *telling, name string) string {
	trigger := t.r.Trigger.In(t.src)
	a := c.author(t)
	if a < 0 || len(name) < len(trigger) || !strings.EqualFold(name[:len(trigger)], trigger) || strings.Contains(name, c.people[a].Name) {
		return name
	}
	return text.Possessive(c.people[a].Name) + " " + trigger + name[len(trigger):]
}

// author returns the one person whose words the sentence of a speech or writing,
// a noun, gives; -1 if there is no one such.
func (c *clues) author(t *telling) int {
	out := -1
	if !t.noun || t.quoted || t.class != "speech" && t.class != "interview" && t.class != "post" {
		return out
	}
	for _, q := range c.rs[t.at.Reading].Quotes {
		if q.Cue.Empty() || !t.r.Contains(q.Cue) || len(q.Speakers) != 1 {
			continue
		}
		a, ok := c.actors[news.Ref{Reading: t.at.Reading, Item: q.Speakers[0]}]
		if !ok || out >= 0 && out != a || c.people[a].Kind != news.Person || c.people[a].Anonymous || !upper(c.people[a].Name) {
			return -1
		}
		out = a
	}
	return out
}

// worth is how good a name is: for whom and what it names, and for what it
// leaves out.
func (c *clues) worth(t *telling, name string) int {
	rd := &c.rs[t.at.Reading]
	score := 0
	for _, e := range t.r.Entities {
		if slices.ContainsFunc(rd.Entities[e].Mentions, func(m news.Mention) bool {
			return m.Form != news.ByPronoun && t.r.Contains(m.Span) && strings.Contains(name, m.In(t.src))
		}) {
			score += 3
		}
	}
	if !t.noun {
		score += 2
	}
	if t.dateFirst() {
		score -= 3
	}
	if t.leading {
		score++
	}
	if t.r.Place != "" && strings.Contains(name, t.r.Place) {
		score += 2
	}
	if isSpeech(t.class) {
		score -= 2
	}
	if strings.ContainsAny(name, "“”\"") {
		score -= 3
	}
	return score - max(0, len(strings.Fields(name))-12)
}

// What a name may hold of what somebody is quoted with, in words.
const (
	quotedLeast = 4
	quotedMost  = 14
)

// quoted names a speech act after what its speaker is quoted with, where the
// clause itself says nothing of it: "Tarn: “The gates stay shut”".
func (c *clues) quoted(t *telling) string {
	rd := &c.rs[t.at.Reading]
	for i := range rd.Quotes {
		q := &rd.Quotes[i]
		if !q.Cue.Overlaps(t.r.Trigger) || !c.saidBy(t, q) {
			continue
		}
		if s := c.saying(t, q, t.who); s != "" {
			return s
		}
	}
	return ""
}

// quotedIn is quoted for what was published, the words of the one speaker whom the
// sentence quotes: "…, Tarn said in an interview published on Monday".
func (c *clues) quotedIn(t *telling) string {
	rd := &c.rs[t.at.Reading]
	if !isWriting(wordBefore(t.src, t.r.Span, t.r.Trigger)) {
		return ""
	}
	for i := range rd.Quotes {
		q := &rd.Quotes[i]
		if q.Cue.Empty() || !t.r.Contains(q.Cue) || len(q.Speakers) != 1 {
			continue
		}
		a, ok := c.actors[news.Ref{Reading: t.at.Reading, Item: q.Speakers[0]}]
		if !ok {
			return ""
		}
		return c.saying(t, q, a)
	}
	return ""
}

// wordBefore returns the folded word of s right before another span, empty if there
// is none.
func wordBefore(src string, s, at text.Span) string {
	ws := text.Words(src, text.Span{Start: s.Start, End: max(s.Start, at.Start)})
	if len(ws) == 0 {
		return ""
	}
	return ws[len(ws)-1].Fold
}

// isWriting reports whether a noun names what somebody's words are published in.
func isWriting(w string) bool {
	switch w {
	case "interview", "statement", "letter", "report", "memo", "post", "video", "op-ed", "essay", "column", "note", "filing", "email", "speech", "survey", "poll", "study",
		"article", "transcript", "book", "message", "recording":
		return true
	}
	return false
}

// saying makes a name of who speaks and what a quote says, empty where it says
// nothing whole. Who is described alone is named in what an article leads with.
func (c *clues) saying(t *telling, q *news.Quote, who int) string {
	name, said := c.people[who].Name, firstClause(t.src, q.Span)
	if !upper(name) && c.people[who].Anonymous && t.leading {
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	switch {
	case !upper(name), said == "" || strings.HasPrefix(said, name) || strings.ContainsAny(said, "“”\"‘") || strings.Contains(said, " '"):
		return ""
	case q.Kind != news.Indirect:
		return name + ": “" + said + "”"
	case !isClause(t.src, q.Span) && !behindThat(t.src, q.Span):
		return ""
	}
	return name + ": " + said
}

// isQuoted reports whether a speech act gives a clause of its speaker's, in marks or
// behind a "that".
func (c *clues) isQuoted(t *telling) bool {
	return slices.ContainsFunc(c.rs[t.at.Reading].Quotes, func(q news.Quote) bool {
		return q.Cue.Overlaps(t.r.Trigger) && (q.Kind == news.Direct || q.Kind == news.Indirect && (behindThat(t.src, q.Span) || isClause(t.src, q.Span)))
	})
}

// upper reports whether a name begins with a capital, as a description does
// not: "a port official".
func upper(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// hangs reports whether a word makes the name behind it part of a phrase, not
// the subject: "the aide of".
func hangs(w string) bool { return slices.Contains(hangers, w) }

var hangers = []string{
	"of", "for", "to", "with", "by", "in", "at", "from", "between", "against", "on", "than", "including", "under", "near", "over",
	"about", "into", "through", "without", "like", "via", "within", "around", "among", "the",
}
