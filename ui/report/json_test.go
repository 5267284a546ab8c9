package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"verbatim/corpus/news"
	"verbatim/ui/report"
)

type document struct {
	Version    int
	Articles   []report.Article
	Actors     []report.Actor
	Quotes     []report.Quote
	Statements []report.Statement
	Events     []report.Event
	Stories    []report.Story
	Problems   []news.Problem
}

func export(t *testing.T, b *news.Briefing) (document, []byte) {
	t.Helper()
	var buf bytes.Buffer
	if err := report.JSON(&buf, b); err != nil {
		t.Fatal(err)
	}
	var d document
	if err := json.Unmarshal(buf.Bytes(), &d); err != nil {
		t.Fatalf("export is no JSON: %v\n%s", err, buf.Bytes())
	}
	return d, buf.Bytes()
}

func TestJSONQuotesAreBytesOfTheSource(t *testing.T) {
	d, _ := export(t, fixture(t))
	texts := map[string]string{}
	for _, a := range d.Articles {
		texts[a.ID] = a.Text
	}
	if len(d.Quotes) != 3 {
		t.Fatalf("%d quotes, want 3", len(d.Quotes))
	}
	for _, q := range d.Quotes {
		if got := texts[q.Article][q.Start:q.End]; got != q.Text {
			t.Errorf("quote %s is %q, the source has %q", q.ID, q.Text, got)
		}
	}
}

func TestJSONNamesSpeakers(t *testing.T) {
	d, _ := export(t, fixture(t))
	got := [][]string{}
	for _, q := range d.Quotes {
		got = append(got, append([]string{q.Speaker, q.SpeakerText, q.Cue}, q.Speakers...))
	}
	want := [][]string{{"p1", "Harbour Minister Mara Venn", "told"}, {"p1", "Venn", "said", "p1", "p2"}, {"p2", "Tam Orley", ""}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestJSONKeepsPossibleVariantsApart(t *testing.T) {
	d, _ := export(t, fixture(t))
	s := d.Statements[0]
	if len(s.Variants) != 2 || len(s.Possible) != 1 || !s.Possible[0].Possible {
		t.Errorf("variants %v, possible %v", s.Variants, s.Possible)
	}
	if s.Reference != d.Quotes[0].ID {
		t.Errorf("reference %q, want %q", s.Reference, d.Quotes[0].ID)
	}
	if diff := cmp.Diff([]string{"c.txt"}, s.Absent); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Wire"}, s.TooEarly); diff != "" {
		t.Error(diff)
	}
	want := map[string]string{"Alder Courier": "Mara Venn", "Ledger": "Tam Orley / Venn"}
	if diff := cmp.Diff(want, s.Conflicts[0].Values); diff != "" {
		t.Error(diff)
	}
}

func TestJSONShowsEventConflicts(t *testing.T) {
	d, _ := export(t, fixture(t))
	e := d.Events[0]
	if !e.Conflict || e.Reports[0].Date != "2031-03-02" || e.Reports[1].Date != "2031-03-01" {
		t.Errorf("event %+v", e)
	}
}

func TestJSONIsDeterministic(t *testing.T) {
	_, one := export(t, fixture(t))
	for range 5 {
		if _, two := export(t, fixture(t)); !bytes.Equal(one, two) {
			t.Fatal("two exports differ")
		}
	}
}

func TestJSONIsInertAndTrue(t *testing.T) {
	d, raw := export(t, fixture(t))
	if d.Articles[2].Text != textC {
		t.Errorf("text came back as %q", d.Articles[2].Text)
	}
	noControls(t, string(raw))
}

func noControls(t *testing.T, s string) {
	t.Helper()
	for i, r := range s {
		if unicode.IsControl(r) && r != '\n' || strings.ContainsRune("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029", r) {
			t.Errorf("control character %U at byte %d", r, i)
		}
	}
}

func TestJSONOfNothing(t *testing.T) {
	d, raw := export(t, &news.Briefing{})
	if d.Version != report.Version {
		t.Errorf("version %d", d.Version)
	}
	if bytes.Contains(raw, []byte("null")) {
		t.Errorf("null in an empty briefing: %s", raw)
	}
}

func FuzzJSONRoundTrip(f *testing.F) {
	f.Add("a\x7f\u009b\u202e\u2028\ufeff\u061c é“”")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		b := &news.Briefing{Readings: []news.Reading{{Article: news.Article{ID: "a", Text: s}}}}
		d, raw := export(t, b)
		if d.Articles[0].Text != s {
			t.Fatalf("%q came back as %q", s, d.Articles[0].Text)
		}
		noControls(t, string(raw))
	})
}
