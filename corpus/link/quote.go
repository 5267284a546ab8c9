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

// quote is a quote of a story as statements are made of it.
type quote struct {
	ref      news.Ref
	q        *news.Quote
	outlet   string
	words    *wording
	content  int
	speakers []int // indices of actors, sorted
	tellers  []int // indices of the actors who tell what the speakers said, sorted
	marked   bool  // stands in marks
	wire     bool  // printed by the agency itself
	paper    bool  // stands in a paper, not in somebody's mouth
}

// direct reports whether the quote is a clause or more in marks.
func (q *quote) direct() bool { return q.q.Kind == news.Direct }

// teller tells a story: it makes the statements of its quotes.
type teller struct {
	rs     []news.Reading
	people []news.Actor
	actor  map[news.Ref]int // the actor of an entity
	stems  stemmer

	accords map[[2]int]accord // of actors compared

	pairs    comparer
	agencies map[string]bool // names that some article gives as its agency
	decided  *decided        // what editors have decided; nil for nothing
}

func newTeller(rs []news.Reading, people []news.Actor) *teller {
	l := &teller{rs: rs, actor: map[news.Ref]int{}, stems: stemmer{}, accords: map[[2]int]accord{}, agencies: map[string]bool{}}
	for i := range rs {
		if a := rs[i].Article.Agency.Value; a != "" {
			l.agencies[a] = true
		}
	}
	l.know(people, func(int) bool { return true })
	return l
}

// know takes in the actors, as far as some readings name them.
func (l *teller) know(people []news.Actor, named func(reading int) bool) {
	l.people = people
	for i := range people {
		for _, e := range people[i].Entities {
			if named(e.Reading) {
				l.actor[e] = i
			}
		}
	}
}

// quotes returns the quotes of some readings.
func (l *teller) quotes(readings []int) []quote {
	var out []quote
	for _, r := range readings {
		for i := range l.rs[r].Quotes {
			out = append(out, l.quote(news.Ref{Reading: r, Item: i}))
		}
	}
	return out
}

func (l *teller) quote(at news.Ref) quote {
	r := &l.rs[at.Reading]
	q := &r.Quotes[at.Item]
	w := newWording(r.Article.Text, q.Span, l.stems)
	out := quote{
		ref: at, q: q, outlet: r.Article.OutletName(), words: w, content: w.content(),
		speakers: l.speakers(at.Reading, q.Speakers), tellers: l.tellers(at), marked: q.Kind != news.Indirect,
		wire: l.agencies[r.Article.Outlet.Value],
	}
	out.paper = slices.ContainsFunc(out.speakers, func(s int) bool { return isPaper(&l.people[s]) })
	return out
}

// isPaper reports whether an actor is a paper: "the lawsuit", "the Harbour Board
// report".
func isPaper(a *news.Actor) bool {
	ws := text.FoldedWords(a.Name)
	return (a.Kind != news.Person || described(a)) && len(ws) > 0 && document(ws[len(ws)-1])
}

// speakers returns the actors behind entities of a reading.
func (l *teller) speakers(reading int, entities []int) []int {
	var out []int
	for _, e := range entities {
		if a, ok := l.actor[news.Ref{Reading: reading, Item: e}]; ok {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// maxBefore is how many quotes before one may be a report that tells who said it.
const maxBefore = 8

// tellers returns the actors in whose report a quote's speaker is named: "Venn
// said Orley had briefed her and told her “it was over”." One outlet credits
// the words to Orley, the next to Venn.
func (l *teller) tellers(at news.Ref) []int {
	r := &l.rs[at.Reading]
	q := &r.Quotes[at.Item]
	if q.SpeakerAt.Empty() {
		return nil
	}
	var out []int
	for i := max(0, at.Item-maxBefore); i < at.Item; i++ {
		if t := &r.Quotes[i]; t.Kind == news.Indirect && t.Contains(q.SpeakerAt) {
			out = append(out, l.speakers(at.Reading, t.Speakers)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// accord says how the speakers of two quotes agree.
type accord int

// The degrees of accord, the least first.
const (
	atOdds    accord = iota // two people, both named
	loose                   // an organisation and a person or another organisation
	uncertain               // one is not known, or only described
	allied                  // a body and who speaks, or stands, for the same side
	agreed
)

// accord compares the speakers of two quotes.
func (l *teller) accord(a, b *quote) accord {
	if len(a.speakers) == 0 || len(b.speakers) == 0 {
		return uncertain
	}
	return l.accordOf(a.speakers, b.speakers)
}

// accordInMarks is the accord of the speakers of two quotes in marks, or of one
// with whom the other's article has tell it.
func (l *teller) accordInMarks(a, b *quote) accord {
	if l.relayed(a, b) {
		return agreed
	}
	return l.accord(a, b)
}

// relayed reports whether one article credits words in marks to whom the other
// credits with telling them.
func (l *teller) relayed(a, b *quote) bool {
	if a.ref.Reading == b.ref.Reading || !a.marked || !b.marked {
		return false
	}
	return l.accordOf(a.tellers, b.speakers) == agreed || l.accordOf(a.speakers, b.tellers) == agreed
}

// accordOf is the best accord of any of some actors and any of others.
func (l *teller) accordOf(these, those []int) accord {
	best := atOdds
	for _, x := range these {
		for _, y := range those {
			best = max(best, l.actorAccord(x, y))
		}
	}
	return best
}

// actorAccord compares two actors. It is asked of the same ones time and again.
func (l *teller) actorAccord(x, y int) accord {
	k := [2]int{x, y}
	a, ok := l.accords[k]
	if !ok {
		a = l.compareActors(x, y)
		l.accords[k] = a
	}
	return a
}

func (l *teller) compareActors(x, y int) accord {
	p, q := &l.people[x], &l.people[y]
	switch {
	case x == y, speaksFor(p, q), speaksFor(q, p), oneVoice(p, q), oneVoice(q, p), sameDocument(p, q), sameSource(p, q):
		return agreed
	case sameSide(p, q), paperOf(p, q), paperOf(q, p), counselOf(p, q), counselOf(q, p):
		return allied
	case described(p) || described(q):
		return uncertain
	case p.Kind == news.Person && q.Kind == news.Person && namesakes(p.Name, q.Name):
		return uncertain
	case p.Kind == news.Person && q.Kind == news.Person:
		return atOdds
	case p.Kind != news.Person && q.Kind != news.Person && sameBody(p.Name, q.Name):
		return agreed
	case serves(p, q), serves(q, p), officerOf(p, q), officerOf(q, p), oneState(p, q):
		return allied
	}
	return loose
}

// namesakes reports whether two people may be one: they share a surname, and
// their first names, where both are given, begin alike.
func namesakes(a, b string) bool {
	x, y := text.FoldedWords(a), text.FoldedWords(b)
	if len(x) == 0 || len(y) == 0 || skeleton(x[len(x)-1]) != skeleton(y[len(y)-1]) {
		return false
	}
	return len(x) == 1 || len(y) == 1 || x[0] != "" && y[0] != "" && x[0][0] == y[0][0]
}

// serves reports whether a body is the people of a person: "the Venn
// administration", "the Tarn campaign".
func serves(body, person *news.Actor) bool {
	if body.Kind == news.Person || person.Kind != news.Person {
		return false
	}
	own, who := text.FoldedWords(body.Name), text.FoldedWords(person.Name)
	if len(own) < 2 || len(who) == 0 {
		return false
	}
	switch own[len(own)-1] {
	case "administration", "government", "campaign", "team", "cabinet", "camp":
		return slices.Contains(own, who[len(who)-1])
	}
	return false
}

// sameDocument reports whether two actors are told as one paper: "the
// lawsuit", "the 10-year-old lawsuit".
func sameDocument(p, q *news.Actor) bool {
	if !isPaper(p) || !isPaper(q) {
		return false
	}
	x, y := text.FoldedWords(p.Name), text.FoldedWords(q.Name)
	return x[len(x)-1] == y[len(y)-1]
}

// sameSource reports whether two actors are told by what they are in the same
// words, a name among them: "a Harbour Board official". Two officials of no
// body may be anybody.
func sameSource(p, q *news.Actor) bool {
	if !described(p) || !described(q) || !strings.ContainsFunc(tail(p.Name), unicode.IsUpper) {
		return false
	}
	return slices.Equal(untitled(p.Name), untitled(q.Name))
}

// tail returns a name without its first word.
func tail(name string) string {
	_, rest, _ := strings.Cut(strings.TrimSpace(name), " ")
	return rest
}

// untitled returns the folded words of a name without its article.
func untitled(name string) []string {
	ws := text.FoldedWords(name)
	if len(ws) > 1 && article(name) {
		return ws[1:]
	}
	return ws
}

func document(w string) bool {
	switch w {
	case "lawsuit", "suit", "complaint", "indictment", "petition", "filing", "brief", "ruling", "order", "memo", "letter", "report", "study", "statement", "resolution", "advertisement", "ad", "rules":
		return true
	}
	return false
}

func subset(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}

// described reports whether an actor is told by what it is, not by name: "a
// Kremlin aide", "the advertisement".
func described(a *news.Actor) bool {
	if a.Anonymous {
		return true
	}
	rest := tail(a.Name)
	if first, _ := utf8.DecodeRuneInString(a.Name); unicode.IsUpper(first) && !article(a.Name) {
		return false
	}
	return !strings.ContainsFunc(rest, unicode.IsUpper)
}

func article(name string) bool {
	w, _, _ := strings.Cut(name, " ")
	switch strings.ToLower(w) {
	case "the", "a", "an":
		return true
	}
	return false
}

// sameBody reports whether the names of two organisations have two words or
// more in common, all of the shorter: "Commerce Ministry" and "China's
// ministry of commerce".
func sameBody(a, b string) bool {
	x, y := bodyWords(a), bodyWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) >= 2 && subset(x, y)
}

func bodyWords(name string) map[string]bool {
	out := map[string]bool{}
	for _, w := range text.FoldedWords(name) {
		if w = strings.TrimSuffix(w, "'s"); !lexicon.Stopword(w) && w != "affairs" {
			out[w] = true
		}
	}
	return out
}
