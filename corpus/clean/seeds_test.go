package clean

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

// shared is the folder beside the repository that holds real articles.
const shared = "../../../shared"

// seed is what a careful reading of a real article says of it.
type seed struct {
	ID, File, Outlet, Agency, Title, Dateline, Published string

	Byline []string
	First  string `json:"body_first"`
	Last   string `json:"body_last"`
}

// TestSeeds checks the choices against the careful reading of the five seeds.
func TestSeeds(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(shared, "gold", "seeds.json"))
	if err != nil {
		t.Skip("no gold reading of the seeds here:", err)
	}
	var gold struct {
		Articles    []seed
		Boilerplate map[string][]string
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	for _, s := range gold.Articles {
		t.Run(s.ID, func(t *testing.T) {
			n := 0
			problems := load.Read(load.OS(filepath.Join(shared, "seeds", s.File)), func(d load.Document) {
				n++
				a := Article(d)
				checkSeed(t, s, a)
				checkBoilerplate(t, a, gold.Boilerplate[s.ID])
			})
			if n != 1 || len(problems) > 0 {
				t.Errorf("%d articles, problems %v", n, problems)
			}
		})
	}
}

func checkSeed(t *testing.T, s seed, a news.Article) {
	if what := check(a); what != "" {
		t.Error(what)
	}
	if given := strings.Contains(strings.ReplaceAll(a.Text, "columnist", ""), s.Outlet+" holds") || strings.Contains(a.Text, "("+s.Outlet+")"); given && a.Outlet.Value != s.Outlet {
		t.Errorf("outlet %q, want %q", a.Outlet.Value, s.Outlet)
	}
	if a.Agency.Value != s.Agency || a.Headline.Value != s.Title || a.Dateline.Value != s.Dateline {
		t.Errorf("agency %q, headline %q, dateline %q; want %q, %q, %q", a.Agency.Value, a.Headline.Value, a.Dateline.Value, s.Agency, s.Title, s.Dateline)
	}
	var by []string
	for _, f := range a.Byline {
		by = append(by, f.Value)
	}
	if !slices.Equal(by, s.Byline) && len(by)+len(s.Byline) > 0 {
		t.Errorf("byline %q, want %q", by, s.Byline)
	}
	// A day is wanted where the text prints its year; a dateline alone does not.
	if strings.Contains(a.Text, "20") && s.Published != "" && strings.Contains(a.Text, s.Published[:4]) && a.Published.Date.String() != s.Published {
		t.Errorf("published %v, want %s", a.Published.Date, s.Published)
	}
	checkBody(t, s, a)
}

// checkBody looks for the body's first and last words in its first and last
// paragraphs.
func checkBody(t *testing.T, s seed, a news.Article) {
	body := a.Paragraphs(news.Body)
	if len(body) == 0 {
		t.Fatal("no body")
	}
	if got := body[0].In(a.Text); !strings.HasPrefix(got, s.First) {
		t.Errorf("body begins %.60q, want %q", got, s.First)
	}
	if got := body[len(body)-1].In(a.Text); !strings.Contains(got, s.Last) {
		t.Errorf("body ends %.60q, want %q", got, s.Last)
	}
}

func checkBoilerplate(t *testing.T, a news.Article, lines []string) {
	for _, at := range a.Paragraphs(news.Body) {
		for _, l := range lines {
			if strings.Contains(at.In(a.Text), l) {
				t.Errorf("%q got through: %.80q", l, at.In(a.Text))
			}
		}
	}
}

// TestStories checks that the words people say in the gold stories are in a
// body, and so none of it was taken for furniture.
func TestStories(t *testing.T) {
	dirs, _ := filepath.Glob(filepath.Join(shared, "gold", "stories", "*"))
	if len(dirs) == 0 {
		t.Skip("no gold stories beside the repository")
	}
	quotes, lost := 0, 0
	for _, dir := range dirs {
		n, l := lostQuotes(t, dir)
		quotes, lost = quotes+n, lost+len(l)
		for _, q := range l {
			t.Logf("%s: not in a body: %.80q", filepath.Base(dir), q)
		}
	}
	if quotes < 100 || lost*50 > quotes {
		t.Errorf("%d of %d quotes are not in a body", lost, quotes)
	}
}

func lostQuotes(t *testing.T, dir string) (n int, lost []string) {
	var labels struct {
		Quotes []struct{ Article, Text string }
	}
	raw, err := os.ReadFile(filepath.Join(dir, "labels.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &labels); err != nil {
		t.Fatal(err)
	}
	body := map[string]string{}
	for _, q := range labels.Quotes {
		if body[q.Article] == "" {
			load.Read(load.OS(filepath.Join(dir, q.Article+".txt")), func(d load.Document) {
				a := Article(d)
				for _, at := range a.Paragraphs(news.Body) {
					body[q.Article] += at.In(a.Text) + "\n"
				}
			})
		}
		if !strings.Contains(body[q.Article], q.Text) {
			lost = append(lost, q.Text)
		}
	}
	return len(labels.Quotes), lost
}

// TestPages reads real pages and checks that each has a headline, a date or
// outlet, and a body of some length.
func TestPages(t *testing.T) {
	pages, _ := filepath.Glob(filepath.Join(shared, "samples", "html", "*.html"))
	if len(pages) == 0 {
		t.Skip("no sample pages beside the repository")
	}
	for _, p := range pages {
		load.Read(load.OS(p), func(d load.Document) {
			a := Article(d)
			if what := check(a); what != "" {
				t.Errorf("%s: %s", p, what)
			}
			if a.Headline.Value == "" || a.Outlet.Value == "" || a.Published.Date.IsZero() || len(a.Paragraphs(news.Body)) == 0 {
				t.Errorf("%s: headline %q, outlet %q, published %v, %d paragraphs", filepath.Base(p), a.Headline.Value, a.Outlet.Value, a.Published.Date, len(a.Paragraphs(news.Body)))
			}
		})
	}
}
