package sample

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/corpus/news"
)

type wantArticle struct {
	ID        string
	File      string
	Row       int // 1-based row of a JSONL file, else 0
	Story     string
	Outlet    string
	Title     string
	Dateline  string
	Published string
	BodyFirst string `json:"body_first"`
	BodyLast  string `json:"body_last"`
}

type wantQuote struct {
	ID          string
	Article     string
	Text        string
	Nth         int
	Kind        news.QuoteKind
	Speaker     string
	SpeakerText string `json:"speaker_text"`
}

type wantVariant struct {
	Quote    string
	Relation news.Relation
	Accept   []news.Relation
}

type wantConflict struct {
	Field  string
	Values map[string]string // by article
}

type wantStatement struct {
	ID, Story, Name, Speaker, Said string
	Variants                       []wantVariant
	Absent                         []string
	TooEarly                       []string `json:"too_early"`
	Conflicts                      []wantConflict
}

type wantEvent struct {
	Story, Name string
	Dates       map[string]news.Date // by article
	Conflict    bool
}

type want struct {
	Articles    []wantArticle
	Boilerplate map[string][]string
	Quotes      []wantQuote
	NotQuotes   []wantQuote `json:"not_quotes"`
	Statements  []wantStatement
	Actors      []struct {
		Story, Name string
		Aliases     []string
	}
	Events []wantEvent
}

// reading is want.json with its articles at hand.
type reading struct {
	want
	text   map[string]string // the text of each article, by its id
	byID   map[string]wantArticle
	quotes map[string]wantQuote
}

func read(t *testing.T) *reading {
	t.Helper()
	raw, err := os.ReadFile("want.json")
	if err != nil {
		t.Fatal(err)
	}
	r := &reading{text: map[string]string{}, byID: map[string]wantArticle{}, quotes: map[string]wantQuote{}}
	if err := json.Unmarshal(raw, &r.want); err != nil {
		t.Fatalf("read want.json: %v", err)
	}
	for _, a := range r.Articles {
		s, err := articleText(a)
		if err != nil {
			t.Fatal(err)
		}
		r.text[a.ID], r.byID[a.ID] = s, a
	}
	for _, q := range r.Quotes {
		if r.quotes[q.ID].ID != "" {
			t.Errorf("quote %s is listed twice", q.ID)
		}
		r.quotes[q.ID] = q
	}
	return r
}

// articleText returns what the file prints: the row's text of a JSONL file,
// a page with its character references resolved.
func articleText(a wantArticle) (string, error) {
	b, err := fs.ReadFile(FS(), a.File)
	if err != nil {
		return "", err
	}
	switch {
	case a.Row > 0:
		return rowText(string(b), a.Row)
	case strings.HasSuffix(a.File, ".html"):
		return html.UnescapeString(string(b)), nil
	}
	return string(b), nil
}

func rowText(file string, row int) (string, error) {
	rows := strings.Split(strings.TrimSpace(file), "\n")
	if row > len(rows) {
		return "", fmt.Errorf("row %d of %d", row, len(rows))
	}
	var v struct{ Text string }
	err := json.Unmarshal([]byte(rows[row-1]), &v)
	return v.Text, err
}

func TestSizes(t *testing.T) {
	r := read(t)
	stories, outlets := map[string]bool{}, map[string]bool{}
	for _, a := range r.Articles {
		stories[a.Story], outlets[a.Outlet] = true, true
		if n := len(strings.Fields(r.text[a.ID])); n < 350 {
			t.Errorf("%s has %d words, want 350 or more", a.ID, n)
		}
	}
	if len(stories) < 3 || len(outlets) < 6 || len(r.Articles) < 14 {
		t.Errorf("%d stories, %d outlets, %d articles; want at least 3, 6, 14", len(stories), len(outlets), len(r.Articles))
	}
}

func TestEveryFileIsRead(t *testing.T) {
	r := read(t)
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.ContainsFunc(r.Articles, func(a wantArticle) bool { return a.File == e.Name() }) {
			t.Errorf("%s is not in want.json", e.Name())
		}
	}
}

func TestTextsOccur(t *testing.T) {
	r := read(t)
	for _, q := range r.Quotes {
		s := r.text[q.Article]
		if n := strings.Count(s, q.Text); n < max(1, q.Nth) || n > 1 && q.Nth == 0 {
			t.Errorf("%s occurs %d times, nth is %d: %q", q.ID, n, q.Nth, q.Text)
		}
		if !strings.Contains(s, q.SpeakerText) {
			t.Errorf("%s: speaker %q is not in the article", q.ID, q.SpeakerText)
		}
	}
	for _, q := range r.NotQuotes {
		if !strings.Contains(r.text[q.Article], q.Text) {
			t.Errorf("%s: %q does not occur", q.Article, q.Text)
		}
	}
	for id, lines := range r.Boilerplate {
		for _, l := range lines {
			if !strings.Contains(r.text[id], l) {
				t.Errorf("%s: furniture %q does not occur", id, l)
			}
		}
	}
}

func TestArticleFactsOccur(t *testing.T) {
	r := read(t)
	for _, a := range r.Articles {
		for _, s := range []string{a.Dateline, a.BodyFirst, a.BodyLast} {
			if !strings.Contains(r.text[a.ID], s) {
				t.Errorf("%s: %q does not occur", a.ID, s)
			}
		}
		if _, err := news.ParseDate(a.Published); err != nil {
			t.Errorf("%s: %v", a.ID, err)
		}
		if a.Row == 0 && !strings.Contains(r.text[a.ID], a.Title) {
			t.Errorf("%s: headline %q does not occur", a.ID, a.Title)
		}
	}
}

// TestMarks checks that direct and partial quotes stand beside a mark, and
// that no more than the two planted marks are missing.
func TestMarks(t *testing.T) {
	r := read(t)
	missing := 0
	for _, q := range r.Quotes {
		if q.Kind == news.Indirect {
			continue
		}
		before, after, _ := strings.Cut(r.text[q.Article], q.Text)
		opens, closes := endsInMark(before), startsWithMark(after)
		if opens && closes || strings.HasPrefix(after, "\n\n“") || strings.HasPrefix(after, "\n\n‘") {
			continue
		}
		missing++
		if !opens && !closes {
			t.Errorf("%s has no mark: %q", q.ID, q.Text)
		}
	}
	if missing != 2 {
		t.Errorf("%d quotes lack a mark, want 2", missing)
	}
}

func endsInMark(s string) bool {
	return strings.HasSuffix(s, "“") || strings.HasSuffix(s, "‘") || strings.HasSuffix(s, "«") || strings.HasSuffix(s, `"`)
}

func startsWithMark(s string) bool {
	return strings.HasPrefix(s, "”") || strings.HasPrefix(s, "’") || strings.HasPrefix(s, "»") || strings.HasPrefix(s, `"`)
}

func TestStatements(t *testing.T) {
	r := read(t)
	seen, fields := map[news.Relation]int{}, map[string]int{}
	for _, s := range r.Statements {
		articles := map[string]bool{}
		for _, v := range s.Variants {
			q, ok := r.quotes[v.Quote]
			if !ok || r.byID[q.Article].Story != s.Story {
				t.Errorf("%s: variant %s is not of its story", s.ID, v.Quote)
			}
			articles[q.Article] = true
			seen[v.Relation]++
		}
		if len(articles) < 2 {
			t.Errorf("%s is reported by one article", s.ID)
		}
		for _, c := range s.Conflicts {
			fields[c.Field]++
		}
		checkOutlets(t, r, s)
	}
	for _, rel := range []news.Relation{news.Verbatim, news.Styled, news.Trimmed, news.Edited, news.Altered, news.Merged, news.Paraphrase} {
		if seen[rel] < 2 {
			t.Errorf("relation %s occurs %d times, want 2 or more", rel, seen[rel])
		}
	}
	if fields["speaker"] == 0 || fields["date"] == 0 {
		t.Errorf("conflicts by field: %v, want speaker and date", fields)
	}
}

// checkOutlets checks that each outlet of a story carries the statement, is
// absent, or is too early, and that the too early really published before.
func checkOutlets(t *testing.T, r *reading, s wantStatement) {
	t.Helper()
	has := map[string]string{}
	for _, v := range s.Variants {
		has[r.byID[r.quotes[v.Quote].Article].Outlet] += "carries "
	}
	for outlet, state := range has {
		has[outlet] = strings.Fields(state)[0]
	}
	for _, o := range s.Absent {
		has[o] += "absent"
	}
	for _, o := range s.TooEarly {
		has[o] += "early"
	}
	for _, a := range r.Articles {
		if a.Story != s.Story {
			continue
		}
		state := has[a.Outlet]
		if state != "carries" && state != "absent" && state != "early" {
			t.Errorf("%s: %s is %q", s.ID, a.Outlet, state)
		}
		if state == "early" && a.Published >= s.Said {
			t.Errorf("%s: %s published on %s, said on %s", s.ID, a.Outlet, a.Published, s.Said)
		}
	}
}

// TestSaidBeforePrinted checks that no article reports words of a later day.
func TestSaidBeforePrinted(t *testing.T) {
	r := read(t)
	for _, s := range r.Statements {
		for _, v := range s.Variants {
			if a := r.byID[r.quotes[v.Quote].Article]; s.Said > a.Published {
				t.Errorf("%s was said on %s, %s is of %s", s.ID, s.Said, a.ID, a.Published)
			}
		}
	}
}

func TestEvents(t *testing.T) {
	r := read(t)
	conflicts := 0
	for _, e := range r.Events {
		days := map[news.Date]bool{}
		for id, d := range e.Dates {
			days[d] = true
			if r.byID[id].Story != e.Story || d.IsZero() || d.Year < 2025 || d.Compare(news.Date{Year: 2026, Month: time.April, Day: 1}) > 0 {
				t.Errorf("%s: %s is dated %s in %s", e.Story, e.Name, d, id)
			}
		}
		if e.Conflict != (len(days) > 1) {
			t.Errorf("%s: conflict is %v, dates are %v", e.Name, e.Conflict, e.Dates)
		}
		if e.Conflict {
			conflicts++
		}
	}
	if conflicts == 0 {
		t.Error("no event has a date conflict")
	}
}

func TestAliasesOccur(t *testing.T) {
	r := read(t)
	all := map[string]string{}
	for _, a := range r.Articles {
		all[a.Story] += r.text[a.ID] + "\n"
	}
	for _, a := range r.Actors {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if !strings.Contains(all[a.Story], name) {
				t.Errorf("%s: %q does not occur", a.Story, name)
			}
		}
	}
}
