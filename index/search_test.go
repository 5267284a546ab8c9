package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

func TestSearch(t *testing.T) {
	x := indexed(t, corpus...)
	for _, c := range []struct {
		query string
		want  string // names, sorted
	}{
		{`whistle`, `long`},
		{`cranes`, `harbour harbour.q3 long`},
		{`crane`, `harbour harbour.q3 long`},
		{`"crane"`, `long`},
		{`resign`, `budget budget.q2 harbour harbour.q1 rival rival.q1 undated`},
		{`resign -vote`, `budget.q2 harbour harbour.q1 undated`},
		{`cranes monday`, `harbour harbour.q3`},
		{`cranes AND monday`, `harbour harbour.q3`},
		{`whistle OR penalties`, `long match`},
		{`(whistle OR penalties) harbour`, `long match`},
		{`penalties NOT harbour`, ``},
		{`body:penalties NOT headline:harbour`, `match`},
		{`nosuchword`, ``},
		{`nosuchword -whistle`, ``},
		{`date:1900 -whistle`, ``},

		{`headline:strike`, `harbour long`},
		{`body:strike`, `harbour`},
		{`strike headline:defiant`, `harbour`},
		{`outlet:quay`, `long match rival rival.q1`},
		{`outlet:"daily quay"`, `long rival rival.q1`},
		{`outlet:"quay daily"`, ``},
		{`agency:nwa body:vote`, `budget`},
		{`actor:"mara venn"`, `harbour harbour.q1 harbour.q2 harbour.q3 rival`},
		{`actor:holt penalties`, `match`},

		{`speaker:venn`, `harbour.q1 harbour.q2 harbour.q3`},
		{`speaker:"harbour minister"`, `harbour.q1 harbour.q2 harbour.q3`},
		{`speaker:ven*`, `harbour.q1 harbour.q2 harbour.q3`},
		{`speaker:vemn~`, `harbour.q1 harbour.q2 harbour.q3`},
		{`speaker:unattributed`, `cafe.q2`},
		{`speaker:venn cranes`, `harbour.q2 harbour.q3`}, // in the sentences around q2,
		{`speaker:venn quote:cranes`, `harbour.q3`},
		{`speaker:venn -quote:cranes`, `harbour.q1 harbour.q2`},
		{`speaker:venn body:fantasy`, `harbour`},
		{`quote:resign`, `budget.q2 harbour.q1 rival.q1`},
		{`kind:partial`, `cafe.q2 harbour.q1 harbour.q4`},
		{`kind:partial speaker:holt`, `harbour.q4`},
		{`relation:alarm`, `budget.q2 harbour.q3`},
		{`relation:merged OR relation:trimmed`, `budget.q2 rival.q1`},
		{`kind:direct -relation:verbatim`, `budget.q2 harbour.q3 rival.q1`},

		{`date:2025`, `budget budget.q1 budget.q2 match`},
		{`date:2026-03-14`, `flood flood.q1 long`},
		{`date:today`, `flood flood.q1 long`},
		{`date:..2025-06-30`, `match`},
		{`date:2026-03-14..`, `flood flood.q1 long`},
		{`date:2026-03-12..2026-03-12 kind:direct`, `harbour.q2 harbour.q3`},

		{`pen*`, `match`},
		{`PEN*`, `match`},
		{`p*lties`, `match`},
		{`*lties`, `match`},
		{`penaltyes~`, `match`},
		{`PENALTIEZ~1`, `match`},
		{`7,000`, `budget`},
		{`vice-president`, `budget`},
		{`"vice president"`, `budget`},
		{`vice-pres*`, `budget`},
	} {
		got := found(t, x, c.query, SearchOptions{Limit: 100})
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.query, s, c.want)
		}
	}
}

// Words are never dropped or reduced inside a phrase.
func TestSearchPhrasesAreExact(t *testing.T) {
	x := indexed(t, corpus...)
	for _, c := range []struct{ query, want string }{
		{`"will not resign"`, `harbour harbour.q1`},
		{`"will now resign"`, `rival`},
		{`"will resign"`, ``},
		{`"not resign"`, `harbour harbour.q1`},
		{`"will not resigned"`, ``},
		{`"she will not resign"`, `harbour`}, // marks are not words
		{`"to go i am"`, `harbour harbour.q2`},
		{`"the a of"`, ``},
		{`"the old town"`, `flood`},
		{`"old town" "fire service"`, `flood`},
		{`"town nobody"`, ``}, // over two paragraphs
		{`"staying venn told"`, `harbour`},
		{`"resign i have"`, ``},
		{`"will not res`, `harbour harbour.q1`}, // still being typed
		{`"will no`, `harbour harbour.q1 rival`},
		{`"will `, `harbour harbour.q1 harbour.q3 rival`},
		{`-"will not resign" resign`, `budget budget.q2 rival rival.q1 undated`},
		{`quote:"will not"`, `harbour.q1`},
		{`headline:"old town"`, `flood`},
		{`"venn's plan"`, `harbour`},
		{`"venn plan"`, `harbour`},
		{`"called venn"`, `harbour`},
		{`"hadn't been"`, `rival`},
		{`"holt's team"`, `rival`},
	} {
		got := found(t, x, c.query, SearchOptions{})
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.query, s, c.want)
		}
	}
}

// What the query's signs cannot mean is passed over, never an error.
func TestSearchWhileTyping(t *testing.T) {
	x := indexed(t, corpus...)
	for _, q := range []string{`-`, `"`, `a:b:c`, `(`, `)`, `((`, `OR`, `AND`, `NOT`, `- -`, `""`, `*`, `~`, `:`, `speaker:`,
		`speaker:"`, `date:`, `date:20`, `date:2026-`, `whistle -`, `whistle "`, `whistle (`, `-(`, `-"`, `~1`, `**`, `kind:`, `\`, `+`, `/x/`, `[a TO b]`} {
		for _, typing := range []bool{false, true} {
			searchFor(t, x, q, SearchOptions{Typing: typing})
		}
	}
	for _, c := range []struct{ query, want string }{
		{`whis`, `long`},
		{`whistle ha`, `long`},
		{`speaker:ca`, `cafe.q1`},
		{`vice-pre`, `budget`},
	} {
		if got := strings.Join(found(t, x, c.query, SearchOptions{Typing: true}), " "); got != c.want {
			t.Errorf("typing %s: got %s, want %s", c.query, got, c.want)
		}
		if got := found(t, x, c.query, SearchOptions{}); len(got) > 0 {
			t.Errorf("typed %s: got %v", c.query, got)
		}
	}
}

// Spans are bytes of the source, on its own rune boundaries.
func TestSearchSpans(t *testing.T) {
	x := indexed(t, corpus...)
	texts := map[string]string{}
	for _, rd := range briefing(corpus...).Readings {
		texts[rd.Article.ID] = rd.Article.Text
	}
	for _, c := range []struct{ query, first, want string }{
		{`cafe`, "cafe", "café|Cafe\u0301"},
		{`café`, "cafe", "café|Cafe\u0301"},
		{`capek etoile`, "cafe", "Čapek|Étoile|Čapek"},
		{`skofja`, "cafe", "Škofja"},
		{`naive pinata`, "cafe", "naïve|piñata"},
		{`we'd`, "cafe.q2", "we’d"},
		{`we’d`, "cafe.q2", "we’d"},
		{`"we'd reopen"`, "cafe.q2", "we’d|reopen"},
		{`hadn’t`, "rival", "hadn't"},
		{`不會辭職`, "cjk.q1", "不|會|辭|職"},
		{`渡輪`, "cjk", "渡|輪"},
		{`罷工`, "cjk", "罷|工"},
		{`輪渡`, "", ""},
		{`"venn plan"`, "harbour", "Venn|plan"},
		{`crane`, "harbour.q3", "cranes"},
		{`pen*`, "match", "penalties|penalties"},
		{`whistlle~`, "long", "whistle"},
		{`"vice president"`, "budget", "vice|president"},
		{`speaker:venn cranes`, "harbour.q3", "cranes"},
		{`speaker:"mara venn"`, "harbour.q1", ""},
		{`cranes -whistle`, "harbour.q3", "cranes"},
	} {
		hits := searchFor(t, x, c.query, SearchOptions{}).Hits
		if c.first == "" {
			if len(hits) > 0 {
				t.Errorf("%s found %v", c.query, names(hits))
			}
			continue
		}
		if len(hits) == 0 {
			t.Errorf("%s found nothing", c.query)
			continue
		}
		i := max(0, slices.Index(names(hits), c.first))
		if got := names(hits)[i] + " " + marked(texts[hits[i].Article], hits[i].Spans); got != c.first+" "+c.want {
			t.Errorf("%s\n got %s\nwant %s %s", c.query, got, c.first, c.want)
		}
		checkSnippet(t, texts[hits[i].Article], hits[i])
	}
}

func marked(src string, spans []text.Span) string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = s.In(src)
	}
	return strings.Join(out, "|")
}

func checkSnippet(t *testing.T, src string, h Hit) {
	t.Helper()
	s := h.Snippet
	if at := (text.Span{Start: s.Start, End: s.Start + len(s.Text)}); at.In(src) != s.Text {
		t.Errorf("the snippet %q is not the source's", s.Text)
	}
	if len(s.Text) > snippetBytes+40 || strings.Contains(s.Text, "\n") {
		t.Errorf("the snippet %q is too long", s.Text)
	}
	for _, sp := range s.Spans {
		at := text.Span{Start: sp.Start + s.Start, End: sp.End + s.Start}
		if !slices.Contains(h.Spans, at) || sp.In(s.Text) != at.In(src) {
			t.Errorf("the snippet's span %v is none of %v", sp, h.Spans)
		}
	}
}

func TestSearchHit(t *testing.T) {
	x := indexed(t, corpus...)
	b := briefing(corpus...)
	h := searchFor(t, x, `speaker:venn cranes`, SearchOptions{}).Hits[0]
	a := &b.Readings[0].Article
	want := Hit{
		Article: a.ID, Quote: news.QuoteID(a, 2), QuoteAt: 2, File: "harbour.txt", Outlet: "The Harbour Herald", Agency: "NWA",
		Headline: "Minister defiant as port strike spreads", Date: a.Published.Date, Speaker: "Mara Venn",
		Kind: news.Direct, At: b.Readings[0].Quotes[2].Span,
	}
	if h.Article != want.Article || h.Quote != want.Quote || h.QuoteAt != want.QuoteAt || h.File != want.File ||
		h.Outlet != want.Outlet || h.Agency != want.Agency || h.Headline != want.Headline || h.Date != want.Date ||
		h.Speaker != want.Speaker || h.Kind != want.Kind || h.At != want.At {
		t.Errorf("got %+v\nwant %+v", h, want)
	}
	if !slices.Equal(h.Relations, []news.Relation{news.Altered}) {
		t.Errorf("relations %v", h.Relations)
	}
	if !strings.Contains(h.Snippet.Text, "The cranes will move on Monday.") {
		t.Errorf("snippet %q", h.Snippet.Text)
	}
}

func TestSearchInPages(t *testing.T) {
	x := indexed(t, append(invented(230), corpus...)...)
	for _, q := range []string{"", "cranes", "number", "date:2026", "-word1"} {
		for _, newest := range []bool{false, true} {
			all := searchFor(t, x, q, SearchOptions{Limit: 1000, Newest: newest})
			if all.Next != "" || len(all.Hits) != all.Total || all.Total < 100 {
				t.Fatalf("%s: %d of %d, next %q", q, len(all.Hits), all.Total, all.Next)
			}
			var paged []string
			o := SearchOptions{Limit: 17, Newest: newest}
			for page := range 100 {
				res := searchFor(t, x, q, o)
				if res.Total != all.Total {
					t.Errorf("%s: page %d of %d, want %d", q, page, res.Total, all.Total)
				}
				paged = append(paged, names(res.Hits)...)
				if o.After = res.Next; o.After == "" {
					break
				}
			}
			if !slices.Equal(paged, names(all.Hits)) {
				t.Errorf("%s, newest %v:\n   all %v\npaged %v", q, newest, names(all.Hits), paged)
			}
		}
	}
	if _, err := x.Search(t.Context(), "cranes", SearchOptions{After: "nonsense"}); err == nil {
		t.Error("went on after nonsense")
	}
}

// The order of hits is the same however the index came about.
func TestSearchOrderIsTheSame(t *testing.T) {
	docs := append(invented(500), corpus...)
	x := indexed(t, docs...)
	y := open(t, Options{Dir: t.TempDir()})
	docs = reversed(docs)
	updated(t, y, briefing(docs[:200]...))
	updated(t, y, briefing(docs...))
	for _, q := range []string{"", "cranes", "quay", "number OR strike", "date:2026-01"} {
		a, b := found(t, x, q, SearchOptions{Limit: 40}), found(t, y, q, SearchOptions{Limit: 40})
		if !slices.Equal(a, b) {
			t.Errorf("%s\n%v\n%v", q, a, b)
		}
	}
}

// The best hits come first: the words as typed before other forms, headlines
// and quotes before bodies, short before long; with names and days alone, the
// newest.
func TestSearchRanks(t *testing.T) {
	x := indexed(t, append([]told{
		{name: "other", headline: "Talk of the town", body: "They resigned themselves. " + strings.Repeat("So it went on. ", 9)},
		{name: "same", headline: "Talk of the quay", body: "They will resign themselves. " + strings.Repeat("So it went on. ", 9)},
		{name: "head", headline: "Ministers resign", body: "Nothing more is known. " + strings.Repeat("So it went on. ", 9)},
	}, corpus...)...)
	for _, c := range []struct{ query, before, after string }{
		{`resign`, "same", "other"},
		{`resign`, "head", "same"},
		{`resign`, "harbour.q1", "harbour"},
		{`cranes`, "harbour.q3", "long"},
		{`date:2026`, "flood", "cafe"},
		{`outlet:herald`, "flood", "harbour"},
		{`str*`, "flood", "budget"},
		{``, "long", "undated"},
	} {
		got := found(t, x, c.query, SearchOptions{Limit: 100})
		a, b := slices.Index(got, c.before), slices.Index(got, c.after)
		if b < 0 && c.query != `str*` && c.query != `outlet:herald` || a > b && b >= 0 {
			t.Errorf("%s: %s is not before %s in %v", c.query, c.before, c.after, got)
		}
	}
	if got := found(t, x, `resign`, SearchOptions{Newest: true}); got[0] != "rival" && got[0] != "rival.q1" {
		t.Errorf("newest first: %v", got)
	}
}

func TestSearchThroughALens(t *testing.T) {
	x := indexed(t, corpus...)
	b := briefing(corpus...)
	id := func(i int) string { return b.Readings[i].Article.ID }
	day := func(s string) news.Date {
		d, err := news.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		query string
		scope Scope
		lens  Lens
		want  string
	}{
		{"resign", Auto, Lens{Articles: []string{id(0), id(4)}}, "budget budget.q2 harbour harbour.q1"},
		{"resign", Quotes, Lens{Articles: []string{id(0), id(4)}}, "budget.q1 budget.q2 harbour.q1"}, // in the sentence around budget.q1
		{"resign", Articles, Lens{}, "budget harbour rival undated"},
		{"", Quotes, Lens{Quotes: []string{news.QuoteID(&b.Readings[0].Article, 1), "none"}}, "harbour.q2"},
		{"resign", Auto, Lens{Outlets: []string{"the harbour herald", "The Ledger"}}, "budget budget.q2 harbour harbour.q1 undated"},
		{"", Auto, Lens{Outlets: []string{"harbour"}}, ""}, // whole names only
		{"", Auto, Lens{Actor: "Ines Holt"}, "match"},
		{"", Auto, Lens{Actor: "Holt Ines"}, ""},
		{"", Quotes, Lens{Speaker: "Tomas Holt"}, "harbour.q4"},
		{"", Auto, Lens{Alarms: true}, "budget budget.q2 harbour harbour.q3"},
		{"", Articles, Lens{From: day("2026-03-13"), To: day("2026-03-13")}, "cjk rival"},
		{"", Articles, Lens{To: day("2025-12-31")}, "budget match"},
		{"strike", Articles, Lens{From: day("2026-03-13"), Outlets: []string{"Daily Quay"}}, "long"},
		{"-strike", Articles, Lens{Outlets: []string{"Daily Quay"}}, "rival"},
	} {
		got := found(t, x, c.query, SearchOptions{Scope: c.scope, Lens: c.lens, Limit: 100})
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q %+v\n got %s\nwant %s", c.query, c.lens, s, c.want)
		}
	}
	if s := searchFor(t, x, "kind:direct", SearchOptions{}).Scope; s != Quotes {
		t.Errorf("scope %d", s)
	}
}

func TestSearchStopped(t *testing.T) {
	x := indexed(t, corpus...)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := x.Search(ctx, "resign", SearchOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A beginning stands for many words, of which only so many are searched.
func TestSearchExpandsWithinBounds(t *testing.T) {
	var ts []told
	for i := range 40 {
		ts = append(ts, told{name: fmt.Sprint("x", i), body: manyWords(i)})
	}
	ts = append(ts, told{name: "often", body: "zebra"}, told{name: "often2", body: "zebra too"})
	x := indexed(t, ts...)
	r, err := x.snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, c := range []struct {
		l    leaf
		want int
	}{
		{leaf{how: byPrefix, words: []string{"z"}}, maxVague},
		{leaf{how: byGlob, words: []string{"*a"}}, maxVague},
		{leaf{how: byGlob, words: []string{"z*a"}}, maxExpanded},
		{leaf{how: byFuzzy, words: []string{"zaa"}, edits: 2}, maxExpanded},
	} {
		l := c.l
		words, err := expand(r, inBody, l)
		if err != nil || len(words) != c.want {
			t.Errorf("%s: %d words, want %d, %v", l, len(words), c.want, err)
		}
		if l.how != byFuzzy && words[0] != "zebra" {
			t.Errorf("%s: %s before the most frequent", l, words[0])
		}
	}
	for _, q := range []string{"z*", "*a", "zebr~2", `"zebra z`, "z* z* z*"} {
		searchFor(t, x, q, SearchOptions{Typing: true})
	}
}

// manyWords returns 50 words that begin with z and end in a.
func manyWords(seed int) string {
	var b strings.Builder
	for i := range 50 {
		n := seed*50 + i
		fmt.Fprintf(&b, "z%c%c%ca ", 'a'+n%26, 'a'+n/26%26, 'a'+n/676%26)
	}
	return b.String()
}
