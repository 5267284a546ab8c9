package report_test

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// span finds the nth (from 0) place of part in src.
func span(t *testing.T, src, part string, nth int) text.Span {
	t.Helper()
	at := 0
	for {
		i := strings.Index(src[at:], part)
		if i < 0 {
			t.Fatalf("no %q in the fixture", part)
		}
		if nth == 0 {
			return text.Span{Start: at + i, End: at + i + len(part)}
		}
		at, nth = at+i+1, nth-1
	}
}

const (
	textA = "Ferry port shuts\n\n\"We will not close the port,\" Harbour Minister Mara Venn told reporters on Monday. A storm hit Port Alder on Sunday.\n"
	textB = "Minister promises\n\n\"We will never close the port,\" Venn said.\n\nShe and Tam Orley met on Tuesday. The storm hit on Saturday.\n"
	textC = "Tam Orley said *nothing* \x1b[31mred\x1b[0m \u009b2J & <b>bold</b>.\n"
)

// fixture is a briefing of three articles with an alarm, conflicts, an absent
// outlet, joint speakers and characters a terminal would obey.
func fixture(t *testing.T) *news.Briefing {
	t.Helper()
	a := news.Reading{
		Article: news.Article{
			ID: "a1", File: "in/a.txt", Format: "text", Text: textA,
			Outlet: news.Field{Value: "Alder Courier", Origin: news.FromFrontMatter}, Headline: news.Field{Value: "Ferry port shuts"},
			Byline: []news.Field{{Value: "Ines Rook"}}, Published: news.DateField{Date: news.Date{Year: 2031, Month: 3, Day: 3}},
			Blocks: []news.Block{{Span: text.Span{Start: 18, End: len(textA) - 1}, Kind: news.Body}},
		},
		Entities: []news.Entity{{
			Name: "Mara Venn", Kind: news.Person, Role: span(t, textA, "Harbour Minister", 0),
			Mentions: []news.Mention{{Span: span(t, textA, "Mara Venn", 0), Form: news.ByName}},
		}},
		Quotes: []news.Quote{{
			Span: span(t, textA, "We will not close the port,", 0), Outer: span(t, textA, `"We will not close the port,"`, 0), Kind: news.Direct,
			Speakers: []int{0}, SpeakerAt: span(t, textA, "Harbour Minister Mara Venn", 0), Cue: span(t, textA, "told", 0), Confidence: 0.95,
		}},
		Reports: []news.Report{{
			Span: span(t, textA, "A storm hit Port Alder on Sunday.", 0), Trigger: span(t, textA, "hit", 0), Lemma: "hit", Place: "Port Alder",
			Date: news.Date{Year: 2031, Month: 3, Day: 2}, DateAt: span(t, textA, "on Sunday", 0), Basis: "weekday, dateline", Modality: news.Happened,
		}},
	}
	b := news.Reading{
		Article: news.Article{ID: "b2", File: "in/b.txt", Format: "text", Text: textB, Outlet: news.Field{Value: "Ledger"}},
		Entities: []news.Entity{
			{Name: "Venn", Kind: news.Person, Mentions: []news.Mention{{Span: span(t, textB, "Venn", 0), Form: news.ByName}, {Span: span(t, textB, "She", 0), Form: news.ByPronoun}}},
			{Name: "Tam Orley", Kind: news.Person, Mentions: []news.Mention{{Span: span(t, textB, "Tam Orley", 0), Form: news.ByName}}},
		},
		Quotes: []news.Quote{{
			Span: span(t, textB, "We will never close the port,", 0), Outer: span(t, textB, `"We will never close the port,"`, 0), Kind: news.Direct,
			Speakers: []int{0, 1}, SpeakerAt: span(t, textB, "Venn", 0), Cue: span(t, textB, "said", 0), Confidence: 0.9, Sieve: "after",
		}},
		Reports: []news.Report{{
			Span: span(t, textB, "The storm hit on Saturday.", 0), Trigger: span(t, textB, "hit", 0), Lemma: "hit",
			Date: news.Date{Year: 2031, Month: 3, Day: 1}, DateAt: span(t, textB, "on Saturday", 0), Basis: "weekday", Modality: news.Happened,
		}},
	}
	c := news.Reading{Article: news.Article{ID: "c3", File: "in/c.txt", Format: "text", Text: textC}}
	c.Entities = []news.Entity{{Name: "Tam Orley", Kind: news.Person, Mentions: []news.Mention{{Span: span(t, textC, "Tam Orley", 0), Form: news.ByName}}}}
	c.Quotes = []news.Quote{{Span: span(t, textC, "*nothing* \x1b[31mred\x1b[0m \u009b2J & <b>bold</b>", 0), Kind: news.Indirect, Speakers: []int{0}, SpeakerAt: span(t, textC, "Tam Orley", 0)}}
	c.Quotes[0].Outer = c.Quotes[0].Span
	return &news.Briefing{
		Readings: []news.Reading{a, b, c},
		Stories:  []news.Story{{ID: "s1", Headline: "Ferry port shuts", Readings: []int{0, 1, 2}, Outlets: []string{"Alder Courier", "Ledger", "c.txt"}}},
		Actors: []news.Actor{
			{ID: "p1", Name: "Mara Venn", Kind: news.Person, Role: "Harbour Minister", Aliases: []string{"Venn"}, Entities: []news.Ref{{Reading: 0, Item: 0}, {Reading: 1, Item: 0}}},
			{ID: "p2", Name: "Tam Orley", Kind: news.Person, Entities: []news.Ref{{Reading: 1, Item: 1}, {Reading: 2, Item: 0}}},
		},
		Statements: []news.Statement{{
			ID: "t1", Speakers: []int{0}, Severity: 9,
			Variants: []news.Variant{
				{Quote: news.Ref{Reading: 0}, Relation: news.Verbatim},
				{Quote: news.Ref{Reading: 1}, Relation: news.Altered, Edits: []news.Edit{{
					Kind: news.EditSubstitute, Reference: span(t, textA, "not", 0), Variant: span(t, textB, "never", 0)}}},
				{Quote: news.Ref{Reading: 2}, Relation: news.Paraphrase, Possible: true},
			},
			Absent: []news.Absence{{Outlet: "c.txt"}, {Outlet: "Wire", TooEarly: true}},
			Conflicts: []news.Conflict{{Field: "speaker", Claims: []news.Claim{
				{Outlet: "Alder Courier", Value: "Mara Venn", At: news.Ref{Reading: 0}},
				{Outlet: "Ledger", Value: "Tam Orley", At: news.Ref{Reading: 1}}, {Outlet: "Ledger", Value: "Venn", At: news.Ref{Reading: 1}}}}},
		}},
		Events: []news.Event{{
			ID: "e1", Name: "storm hits Port Alder", Place: "Port Alder", Modality: news.Happened,
			Reports: []news.Ref{{Reading: 0}, {Reading: 1}},
			Conflicts: []news.Conflict{{Field: "date", Claims: []news.Claim{
				{Outlet: "Alder Courier", Value: "2031-03-02", At: news.Ref{Reading: 0}}, {Outlet: "Ledger", Value: "2031-03-01", At: news.Ref{Reading: 1}}}}},
		}},
		Problems: []news.Problem{{File: "in/bad.txt", What: "is a \x1b]0;picture"}},
	}
}
