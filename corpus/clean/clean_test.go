package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

func TestScanDateline(t *testing.T) {
	cases := []struct{ in, words, source, day string }{
		{"ARDMERE (Reuters) - Mara Venn resigned.", "ARDMERE (Reuters)", "Reuters", ""},
		{"ARDMERE/NORTHLINE, Dec 3 (Reuters) – Mara", "ARDMERE/NORTHLINE, Dec 3 (Reuters)", "Reuters", "-12-03"},
		{"Ardmere, 3 March 2031 (Xinhua) -- “No”", "Ardmere, 3 March 2031 (Xinhua)", "Xinhua", "2031-03-03"},
		{"PORT ELLIS, Calif. (KQX) -- A plan", "PORT ELLIS, Calif. (KQX)", "KQX", ""},
		{"ST. JOHN’S, Sept. 9 (AP) — Fog", "ST. JOHN’S, Sept. 9 (AP)", "AP", "-09-09"},
		{"STRATFORD-UPON-AVON — Fog", "STRATFORD-UPON-AVON", "", ""},
		{"ARDMERE—Fog", "ARDMERE", "", ""},
		{"NORTHLINE, N.H. ― Fog", "NORTHLINE, N.H.", "", ""},
		{"(AFP) - Fog", "(AFP)", "AFP", ""},
		{"(K9N) Fog", "(K9N)", "K9N", ""},
		{"Ardmere (CNN) Fog closed", "Ardmere (CNN)", "CNN", ""},
		{"ARDMERE, Mar 3 (PTI): Fog", "ARDMERE, Mar 3 (PTI)", "PTI", "-03-03"},
		{"ARDMERE (AP) March 3 – Fog", "ARDMERE (AP) March 3", "AP", "-03-03"},
		{"ARDMERE, Tuesday, March 3 — Fog", "ARDMERE, Tuesday, March 3", "", "-03-03"},
		{"March 3 (UPI) -- Fog", "March 3 (UPI)", "UPI", "-03-03"},
		{"PORT ELLIS, March 12 (Northline) – Two", "PORT ELLIS, March 12 (Northline)", "Northline", "-03-12"},
		{"Mara Venn (Labour) – Two", "", "", ""},
		{"Ardmere (Courier) Two", "", "", ""},
		{"(PORT ELLIS, N.H.) — Two", "(PORT ELLIS, N.H.)", "", ""},
		{"(ARDMERE) — Two", "(ARDMERE)", "", ""},
		{"(UPDATED) — Two", "", "", ""},
		{"EXCLUSIVE — Fog closed", "", "", ""},
		{"WATCH: Fog closed", "", "", ""},
		{"VENN: Fog closed it", "", "", ""},
		{"Ardmere — Fog closed", "", "", ""},
		{"The minister — who resigned", "", "", ""},
		{"ARDMERE — who resigned", "", "", ""},
		{"Mara Venn (left) said she", "", "", ""},
		{"Mara Venn (N-Ardmere) said she", "", "", ""},
		{"NATO said on Monday", "", "", ""},
		{"ARDMERE (Reuters) -", "", "", ""},
		{"", "", "", ""},
	}
	for _, c := range cases {
		dl, ok := scanDateline(c.in)
		if got := dl.words.In(c.in); ok != (c.words != "") || got != c.words {
			t.Errorf("%q: got %q %v, want %q", c.in, got, ok, c.words)
			continue
		}
		if got := dl.source.In(c.in); got != c.source {
			t.Errorf("%q: source %q, want %q", c.in, got, c.source)
		}
		if day := dl.day; ok && c.day != "" && !strings.HasSuffix(news.Date{Year: max(day.Year, 1), Month: day.Month, Day: day.Day}.String(), c.day) {
			t.Errorf("%q: day %v, want %s", c.in, day, c.day)
		}
	}
}

func TestByline(t *testing.T) {
	cases := []struct{ in, want string }{
		{"By Ida Holm", "Ida Holm"},
		{"By Ida Holm and Jon Dell", "Ida Holm|Jon Dell"},
		{"By IDA HOLM, JON DELL and PIA ROE", "IDA HOLM|JON DELL|PIA ROE"},
		{"By Ida Holm in Ardmere December 3, 2031", "Ida Holm"},
		{"By Ida Holm, BBC News, Northline", "Ida Holm"},
		{"By Ida van der Holm | The Courier", "Ida van der Holm"},
		{"By Ida J. Holm-O’Dell, Political Editor", "Ida J. Holm-O’Dell"},
		{"Written by Ida Holm", "Ida Holm"},
		{"By Ida Holm Business reporter 2 March 2031", "Ida Holm"},
		{"By Reuters", "Reuters"},
		{"By Monday the crews had returned to work", ""},
		{"By the time she resigned, nobody cared", ""},
		{"By Staff Reporter", ""},
		{"By Ida Holm was the worst review of the year", ""},
		{"By all accounts", ""},
		{"Bye Ida Holm", ""},
	}
	for _, c := range cases {
		var got []string
		if isByline(c.in) {
			rest := c.in[byLen(c.in):]
			for _, n := range bylineNames(rest) {
				got = append(got, n.In(rest))
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %v, want %s", c.in, got, c.want)
		}
	}
}

func TestDateLine(t *testing.T) {
	yes := []string{
		"Thursday, December 4, 2031", "Published: 3 Dec 2031 10:04 GMT", "Updated 6:30 PM ET, Wed December 3, 2031", "Dec. 3, 2031 | 5:30 p.m.",
		"First published on 3rd December 2031", "2031-12-03", "Dec 3, 2031 / Updated Dec 4, 2031", "Posted at 12:01 on December 3",
	}
	no := []string{"On December 3, 2031 she resigned", "December was cold", "3 ferries", "Ardmere, December 3", "", "Venn, 3 May"}
	for _, s := range yes {
		if _, ok := dateLine(s); !ok {
			t.Errorf("%q is a date line", s)
		}
	}
	for _, s := range no {
		if _, ok := dateLine(s); ok {
			t.Errorf("%q is no date line", s)
		}
	}
}

func TestSignoff(t *testing.T) {
	for _, s := range []string{"-30-", "###", "ENDS", "(END)", "END/WX/YZ/", "XY/ZA/", "ab/cde", "bur-ab/cd/ef", "# # #"} {
		if !isSignoff(s) {
			t.Errorf("%q is a sign-off", s)
		}
	}
	for _, s := range []string{"30", "The end.", "ENDING", "A/B test", "Ardmere/Northline", "3/4", "##", "", "http://a/b"} {
		if isSignoff(s) {
			t.Errorf("%q is no sign-off", s)
		}
	}
}

func TestNearestYear(t *testing.T) {
	near := news.Date{Year: 2031, Month: 1, Day: 2}
	if got := NearestYear(news.Date{Month: 12, Day: 31}, near).String(); got != "2030-12-31" {
		t.Error(got)
	}
	if got := NearestYear(news.Date{Month: 3, Day: 5}, near).String(); got != "2031-03-05" {
		t.Error(got)
	}
	a := news.Article{Dateline: news.Field{Value: "ARDMERE, Dec 31 (AP)"}}
	if got := DatelineDay(&a); got != (news.Date{Month: 12, Day: 31}) {
		t.Errorf("without a date: %+v", got)
	}
	a.Published.Date = near
	if got := DatelineDay(&a).String(); got != "2030-12-31" {
		t.Error(got)
	}
}

// check reports what is wrong with an article's spans, empty if nothing is.
func check(a news.Article) string {
	end := 0
	for _, b := range a.Blocks {
		switch {
		case b.Start < end || b.Empty() || !b.Fits(a.Text):
			return "blocks overlap, are out of order or empty"
		case strings.TrimFunc(a.Text[end:b.Start], isBlank) != "":
			return "no block holds " + a.Text[end:b.Start]
		case !utf8.ValidString(b.In(a.Text)):
			return "a block cuts a character"
		case b.Kind == "":
			return "a block without a kind"
		}
		end = b.End
	}
	if strings.TrimFunc(a.Text[end:], isBlank) != "" {
		return "no block holds " + a.Text[end:]
	}
	for _, f := range append([]news.Field{a.Outlet, a.Agency, a.Headline, a.Dateline}, a.Byline...) {
		if !f.At.Fits(a.Text) || !utf8.ValidString(f.At.In(a.Text)) {
			return "a field is out of the text: " + f.Value
		}
	}
	if !a.Published.At.Fits(a.Text) {
		return "the date is out of the text"
	}
	return ""
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// A text that would punish anything worse than linear time.
func TestLargeTexts(t *testing.T) {
	for what, s := range map[string]string{
		"short lines":  strings.Repeat("a b\n", 60_000),
		"one line":     strings.Repeat("follow us on the quay ", 20_000),
		"headlines":    strings.Repeat("Boats sail again on Friday\n", 11_500),
		"brackets":     strings.Repeat("(", 200_000),
		"bylines":      strings.Repeat("By Ida Holm and Jon Dell\n", 10_000),
		"dates":        strings.Repeat("Dec 3, ", 30_000),
		"descriptions": strings.Repeat(strings.Repeat("harbour ferries ", 10)+"\n", 1_500) + strings.Repeat("The harbour ferries sail again on Friday from the outer quay, they say.\n", 6_000),
		"bars":         strings.Repeat("a | b / c: ", 50_000),
		"emphasis":     strings.Repeat("*", 200_000),
		"long bylines": "By " + strings.Repeat("Ida Holm, ", 50_000),
	} {
		if wrong := check(Article(load.Document{Format: load.Text, Text: s})); wrong != "" {
			t.Errorf("%s: %.80s", what, wrong)
		}
	}
}

func FuzzArticle(f *testing.F) {
	f.Add("By Ida Holm\nARDMERE, Dec 3 (AP) – Boats sail again on Friday.\n(Reporting by Pia Roe)\nEND/AB/", "Boats sail", "Ida Holm", uint8(3))
	f.Add("Boats\n\n\n“No,” she said. YouTube\n© 2031 The Post, LLC", "", "", uint8(0))
	f.Fuzz(func(t *testing.T, s, headline, author string, cut uint8) {
		if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
			return
		}
		d := load.Document{Format: load.Text, Text: s, Headline: news.Field{Value: headline}}
		if author != "" {
			d.Byline = []news.Field{{Value: author}}
		}
		if at := (text.Span{Start: 0, End: min(int(cut), len(s))}).Trim(s); !at.Empty() && utf8.ValidString(at.In(s)) {
			d.Blocks = []news.Block{{Span: at, Kind: []news.BlockKind{news.Body, news.Furniture, news.Metadata}[cut%3]}}
		}
		if what := check(Article(d)); what != "" {
			t.Errorf("%s\n%q", what, s)
		}
	})
}

func BenchmarkArticle(b *testing.B) {
	s := "Boats sail again\n\nBy Ida Holm\n\nARDMERE, Dec 3 (AP) – The crews voted on Wednesday.\n\n" + strings.Repeat("“No boat leaves before dawn,” said Mara Venn, the harbour minister, who flew over the coast on Monday and met the crews of both ferries.\n\n", 30) + "(Reporting by Pia Roe)\n\nMost popular\n"
	d := load.Document{Format: load.Text, Text: s}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if a := Article(d); len(a.Blocks) < 30 {
			b.Fatal("blocks lost")
		}
	}
}
