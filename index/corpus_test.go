package index

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// told is an invented article: what a test says of it, from which a briefing
// is made.
type told struct {
	name     string // of the article in tests; its file is name + ".txt"
	outlet   string
	agency   string
	headline string
	date     string
	body     string // paragraphs, divided by blank lines
	people   []person
	quotes   []said
}

type person struct {
	name, role string
	aliases    []string
}

type said struct {
	by       string // name of one of the people, "" for nobody
	words    string // as they stand in the body
	kind     news.QuoteKind
	relation news.Relation
}

// corpus is ten invented articles.
var corpus = []told{
	{
		name: "harbour", outlet: "The Harbour Herald", agency: "NWA", headline: "Minister defiant as port strike spreads", date: "2026-03-12",
		body: "PORT ELLEN, March 12 (NWA) – Harbour Minister Mara Venn said on Thursday that she \"will not resign\" over the strike.\n\n" +
			"“I have been asked to go. I am staying,” Venn told reporters. “The cranes will move on Monday.”\n\n" +
			"Union leader Tomas Holt called Venn's plan “a fantasy”.",
		people: []person{{"Mara Venn", "Harbour Minister", []string{"Venn"}}, {"Tomas Holt", "Union leader", []string{"Holt"}}},
		quotes: []said{
			{"Mara Venn", "will not resign", news.Partial, news.Verbatim},
			{"Mara Venn", "I have been asked to go. I am staying,", news.Direct, news.Verbatim},
			{"Mara Venn", "The cranes will move on Monday.", news.Direct, news.Altered},
			{"Tomas Holt", "a fantasy", news.Partial, news.Verbatim},
		},
	},
	{
		name: "rival", outlet: "Daily Quay", headline: "Venn could go within days", date: "2026-03-13",
		body: "Sources close to the Harbour Minister expect that she will now resign.\n\n" +
			"\"She cannot resign before the vote,\" said an aide, who asked not to be named.\n\n" +
			"The strikers said Mr. Holt’s team hadn't been invited.",
		people: []person{{"Mara Venn", "Harbour Minister", []string{"Venn"}}, {"an aide", "", nil}},
		quotes: []said{{"an aide", "She cannot resign before the vote,", news.Direct, news.Trimmed}},
	},
	{
		name: "cafe", outlet: "Courrier du Nord", headline: "Le café ferme à Škofja", date: "2026-02-20",
		body: "Owner Zoë Čapek closed the Cafe\u0301 Étoile on Friday.\n\n« C'est fini », a dit Čapek.\n\n" +
			"The naïve hope that “we’d reopen” is gone; the piñata stays up.",
		people: []person{{"Zoë Čapek", "Owner", []string{"Čapek"}}},
		quotes: []said{{"Zoë Čapek", "C'est fini", news.Direct, news.Verbatim}, {"", "we’d reopen", news.Partial, news.Verbatim}},
	},
	{
		name: "cjk", outlet: "東方時報", headline: "港口罷工擴大", date: "2026-03-13",
		body:   "部長表示不會辭職。\n\nThe ferry 渡輪 did not sail.",
		people: []person{{"部長", "", nil}},
		quotes: []said{{"部長", "不會辭職", news.Indirect, news.Paraphrase}},
	},
	{
		name: "budget", outlet: "The Ledger", agency: "NWA", headline: "Budget vote put off again", date: "2025-12-01",
		body: "The vice-president, Ana Ruiz, put off the vote on the 7,000-page budget.\n\n" +
			"\"We are not delaying anything,\" Ruiz said. \"We're resigned to waiting.\"\n\nShe leaves for Oslo today.",
		people: []person{{"Ana Ruiz", "vice-president", []string{"Ruiz"}}},
		quotes: []said{
			{"Ana Ruiz", "We are not delaying anything,", news.Direct, news.Verbatim},
			{"Ana Ruiz", "We're resigned to waiting.", news.Direct, news.Merged},
		},
	},
	{
		name: "flood", outlet: "The Harbour Herald", headline: "Flood water reaches the old town", date: "2026-03-14",
		body:   "Water rose overnight in the old town.\n\nNobody was hurt, the fire service said.",
		people: []person{{"fire service", "", nil}},
		quotes: []said{{"fire service", "Nobody was hurt", news.Indirect, news.Paraphrase}},
	},
	{
		name: "match", outlet: "Sport Quay", headline: "Rovers win on penalties", date: "2025-06-30",
		body:   "Rovers won the harbour cup on penalties. Coach Ines Holt cried.",
		people: []person{{"Ines Holt", "Coach", []string{"Holt"}}},
	},
	{name: "undated", outlet: "The Ledger", headline: "A note on our corrections", body: "We correct errors of fact. Resignations are facts."},
	{name: "empty", outlet: "Blank", headline: "", date: "2026-01-01", body: ""},
	{
		name: "long", outlet: "Daily Quay", headline: "The whole strike, hour by hour", date: "2026-03-14",
		body: strings.Repeat("The hours went by on the quay without a single crane moving. ", 60) + "Then the harbour master blew a whistle.\n\nThe end.",
	},
}

// briefing makes a briefing of articles, each quote in a statement of its own.
func briefing(ts ...told) news.Briefing {
	var b news.Briefing
	for i, t := range ts {
		b.Readings = append(b.Readings, reading(t))
		for e, p := range t.people {
			b.Actors = append(b.Actors, news.Actor{
				Name: p.name, Kind: news.Person, Aliases: p.aliases, Entities: []news.Ref{{Reading: i, Item: e}},
			})
		}
		for q, s := range t.quotes {
			v := news.Variant{Quote: news.Ref{Reading: i, Item: q}, Relation: s.relation}
			b.Statements = append(b.Statements, news.Statement{Variants: []news.Variant{v}})
		}
	}
	return b
}

func reading(t told) news.Reading {
	src := t.headline + "\n\n" + t.body
	sum := sha256.Sum256([]byte(src))
	a := news.Article{
		ID: "a" + hex.EncodeToString(sum[:6]), File: t.name + ".txt", Text: src, Format: "text",
		Outlet: news.Field{Value: t.outlet}, Agency: news.Field{Value: t.agency},
		Headline: news.Field{Value: t.headline, At: text.Span{Start: 0, End: len(t.headline)}},
	}
	if t.date != "" {
		a.Published.Date, _ = news.ParseDate(t.date)
	}
	a.Blocks = append(a.Blocks, news.Block{Span: a.Headline.At, Kind: news.Headline})
	at := len(t.headline) + 2
	for _, p := range strings.Split(t.body, "\n\n") {
		a.Blocks = append(a.Blocks, news.Block{Span: text.Span{Start: at, End: at + len(p)}, Kind: news.Body})
		at += len(p) + 2
	}
	rd := news.Reading{Article: a}
	for _, p := range t.people {
		rd.Entities = append(rd.Entities, entity(src, p))
	}
	for _, s := range t.quotes {
		rd.Quotes = append(rd.Quotes, quoteIn(&rd, s))
	}
	return rd
}

func entity(src string, p person) news.Entity {
	e := news.Entity{Name: p.name, Kind: news.Person, Aliases: p.aliases, Role: find(src, p.role)}
	if at := find(src, p.name); !at.Empty() {
		e.Mentions = append(e.Mentions, news.Mention{Span: at, Form: news.ByName})
	}
	return e
}

func quoteIn(rd *news.Reading, s said) news.Quote {
	src := rd.Article.Text
	q := news.Quote{Span: find(src, s.words), Kind: s.kind}
	q.Outer = q.Span
	for e := range rd.Entities {
		if rd.Entities[e].Name == s.by {
			q.Speakers = append(q.Speakers, e)
		}
	}
	for _, b := range rd.Article.Blocks {
		if b.Contains(q.Span) {
			q.Context = b.Span
		}
	}
	return q
}

func find(src, words string) text.Span {
	i := strings.Index(src, words)
	if i < 0 || words == "" {
		return text.Span{}
	}
	return text.Span{Start: i, End: i + len(words)}
}

// open opens an index and closes it with the test.
func open(t testing.TB, o Options) *Index {
	t.Helper()
	x, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// indexed returns an index in memory of the articles.
func indexed(t testing.TB, ts ...told) *Index {
	t.Helper()
	x := open(t, Options{InMemory: true})
	updated(t, x, briefing(ts...))
	return x
}

func updated(t testing.TB, x *Index, b news.Briefing) {
	t.Helper()
	if err := x.Update(context.Background(), b, nil); err != nil {
		t.Fatal(err)
	}
}

// found returns what a query finds, as "name" for articles and "name.q1" for
// quotes, in order.
func found(t testing.TB, x *Index, q string, o SearchOptions) []string {
	t.Helper()
	return names(searchFor(t, x, q, o).Hits)
}

func searchFor(t testing.TB, x *Index, q string, o SearchOptions) Results {
	t.Helper()
	if o.Today.IsZero() {
		o.Today = parseDay
	}
	res, err := x.Search(context.Background(), q, o)
	if err != nil {
		t.Fatalf("search %q: %v", q, err)
	}
	return res
}

func names(hits []Hit) []string {
	out := make([]string, len(hits))
	for i, h := range hits {
		out[i] = strings.TrimSuffix(h.File, ".txt")
		if h.Quote != "" {
			out[i] += strings.TrimPrefix(h.Quote, h.Article)
		}
	}
	return out
}
