package link

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// The gold labels as readings: perfect quotes and speakers, so that what is
// measured is the linking alone.

type goldQuote struct {
	ID, Article, Text, Speaker string
	SpeakerText                string `json:"speaker_text"`
	Nth                        int
	Kind                       news.QuoteKind
}

type goldVariant struct {
	Quote    string
	Relation news.Relation
}

type goldStatement struct {
	Name, Speaker string
	Variants      []goldVariant
}

type goldStory struct {
	Quotes     []goldQuote
	Statements []goldStatement
	Articles   []struct{ ID, File, Outlet, Published string } // seeds
}

type goldMeta struct {
	Articles []struct{ ID, Outlet, Title, Date string }
}

func readJSON(t testing.TB, path string, v any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Skip("no ../shared/gold beside the repository")
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// goldStories returns the readings of each labelled story.
func goldStories(t testing.TB) [][]news.Reading {
	t.Helper()
	dirs, _ := filepath.Glob(shared + "/gold/stories/*/labels.json")
	if len(dirs) == 0 {
		t.Skip("no ../shared/gold/stories beside the repository")
	}
	var out [][]news.Reading
	for _, d := range dirs {
		var g goldStory
		var m goldMeta
		readJSON(t, d, &g)
		readJSON(t, filepath.Join(filepath.Dir(d), "story.json"), &m)
		var rs []news.Reading
		for _, a := range m.Articles {
			b, err := os.ReadFile(filepath.Join(filepath.Dir(d), a.ID+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			r := goldReading(t, string(b), a.ID, g.Quotes)
			r.Article.File = filepath.Base(filepath.Dir(d)) + "-" + a.ID + ".txt"
			r.Article.Outlet.Value, r.Article.Headline.Value = a.Outlet, a.Title
			r.Article.Published.Date, _ = news.ParseDate(a.Date)
			r.Article.ID = r.Article.File
			rs = append(rs, r)
		}
		out = append(out, rs)
	}
	return out
}

func goldSeeds(t testing.TB) []news.Reading {
	t.Helper()
	var g goldStory
	readJSON(t, shared+"/gold/seeds.json", &g)
	var rs []news.Reading
	for _, a := range g.Articles {
		b, err := os.ReadFile(filepath.Join(shared, "seeds", a.File))
		if err != nil {
			t.Fatal(err)
		}
		r := goldReading(t, string(b), a.ID, g.Quotes)
		r.Article.File, r.Article.ID = a.File, a.ID
		r.Article.Outlet.Value = a.Outlet
		r.Article.Published.Date, _ = news.ParseDate(a.Published)
		rs = append(rs, r)
	}
	return rs
}

func goldReading(t testing.TB, src, id string, qs []goldQuote) news.Reading {
	r := news.Reading{Article: news.Article{Text: src, Blocks: []news.Block{{Span: text.Span{Start: 0, End: len(src)}, Kind: news.Body}}}}
	ents := map[string]int{}
	for _, q := range qs {
		if q.Article != id {
			continue
		}
		at := nth(src, q.Text, max(1, q.Nth))
		if at < 0 {
			t.Logf("no %q in %s", q.Text, id)
			continue
		}
		n := news.Quote{Span: text.Span{Start: at, End: at + len(q.Text)}, Kind: q.Kind, Confidence: 1}
		n.Outer = n.Span
		if n.Kind != news.Indirect {
			n.Outer = text.Span{Start: max(0, at-1), End: min(len(src), at+len(q.Text)+1)}
		}
		if q.Speaker != "" {
			e, ok := ents[q.Speaker]
			if !ok {
				e = len(r.Entities)
				ents[q.Speaker] = e
				r.Entities = append(r.Entities, news.Entity{Name: q.Speaker, Kind: goldKind(q.Speaker), Anonymous: strings.HasPrefix(q.Speaker, "a ")})
			}
			n.Speakers = []int{e}
		}
		r.Quotes = append(r.Quotes, n)
	}
	sort.SliceStable(r.Quotes, func(i, j int) bool { return r.Quotes[i].Start < r.Quotes[j].Start })
	return r
}

func goldKind(name string) news.ActorKind {
	for _, w := range []string{"ministry", "Department", "administration", "campaign", "China Daily", "Workers", "Court", "government", "Act", "Chamber", "states", "plaintiffs", "Wal-Mart", "Motors", "community"} {
		if strings.Contains(name, w) {
			return news.Organisation
		}
	}
	return news.Person
}

func nth(src, part string, n int) int {
	at := 0
	for {
		i := strings.Index(src[at:], part)
		if i < 0 {
			return -1
		}
		if n--; n == 0 {
			return at + i
		}
		at += i + 1
	}
}

// briefingJSON is the part of the export that the scorer reads.
func briefingJSON(b news.Briefing, prefix string, into map[string][]any) {
	type m = map[string]any
	add := func(k string, v m) { into[k] = append(into[k], v) }
	qid := func(r news.Ref) string { return news.QuoteID(&b.Readings[r.Reading].Article, r.Item) }
	l := newTeller(b.Readings, b.Actors)
	for i := range b.Readings {
		a := &b.Readings[i].Article
		add("articles", m{"id": a.ID, "file": a.File, "text": a.Text})
		for j, q := range b.Readings[i].Quotes {
			sp := ""
			if s := l.speakers(i, q.Speakers); len(s) > 0 {
				sp = prefix + b.Actors[s[0]].ID
			}
			add("quotes", m{"id": qid(news.Ref{Reading: i, Item: j}), "article": a.ID, "start": q.Start, "end": q.End, "text": q.In(a.Text), "kind": q.Kind, "speaker": sp})
		}
	}
	for _, a := range b.Actors {
		add("actors", m{"id": prefix + a.ID, "name": a.Name, "kind": a.Kind})
	}
	for i, s := range b.Statements {
		vs := []any{}
		for _, v := range s.Variants {
			if !v.Possible {
				vs = append(vs, m{"quote": qid(v.Quote), "relation": v.Relation})
			}
		}
		add("statements", m{"id": fmt.Sprint(prefix, "t", i), "reference": qid(s.Variants[s.Reference].Quote), "variants": vs})
	}
	into["events"] = []any{}
}

func writeBriefing(t *testing.T, path string, parts [][]news.Reading) {
	all := map[string][]any{}
	for i, rs := range parts {
		briefingJSON(Link(rs, nil), fmt.Sprintf("g%d.", i), all)
	}
	b, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// goldSets returns for each quote of a labelled story, by article and offset,
// its statements and its relation to each.
func goldSets(t testing.TB, dir string, rs []news.Reading) map[news.Ref]map[int]news.Relation {
	var g goldStory
	readJSON(t, filepath.Join(dir, "labels.json"), &g)
	ref := map[string]news.Ref{}
	for _, q := range g.Quotes {
		for r := range rs {
			if !strings.HasSuffix(rs[r].Article.File, "-"+q.Article+".txt") {
				continue
			}
			at := nth(rs[r].Article.Text, q.Text, max(1, q.Nth))
			for i := range rs[r].Quotes {
				if rs[r].Quotes[i].Start == at && rs[r].Quotes[i].Len() == len(q.Text) {
					ref[q.ID] = news.Ref{Reading: r, Item: i}
				}
			}
		}
	}
	out := map[news.Ref]map[int]news.Relation{}
	for i, s := range g.Statements {
		for _, v := range s.Variants {
			at := ref[v.Quote]
			if out[at] == nil {
				out[at] = map[int]news.Relation{}
			}
			out[at][i] = v.Relation
		}
	}
	return out
}

// TestGoldStatements measures the statements made of the labelled stories'
// quotes in marks.
func TestGoldStatements(t *testing.T) {
	dirs, _ := filepath.Glob(shared + "/gold/stories/*/labels.json")
	var hit, pred, gold int
	for i, rs := range goldStories(t) {
		want := goldSets(t, filepath.Dir(dirs[i]), rs)
		b := Link(rs, nil)
		got := map[news.Ref]map[int]bool{}
		for i, s := range b.Statements {
			for _, v := range s.Variants {
				if got[v.Quote] == nil {
					got[v.Quote] = map[int]bool{}
				}
				got[v.Quote][i] = true
			}
		}
		for _, p := range markedPairs(rs) {
			g, x := sharesKey(want[p[0]], want[p[1]]), sharesKey(got[p[0]], got[p[1]])
			if g {
				gold++
			}
			if x {
				pred++
			}
			if g && x {
				hit++
			}
		}
	}
	p, r := ratio(hit, pred), ratio(hit, gold)
	t.Logf("same statement, both in marks: P %.3f (%d of %d) R %.3f (%d of %d)", p, hit, pred, r, hit, gold)
	if p < 0.97 || 2*p*r/(p+r) < 0.94 {
		t.Errorf("precision %.3f, F1 %.3f; want 0.97, 0.94", p, 2*p*r/(p+r))
	}
}

// markedPairs returns the pairs of quotes in marks of two articles.
func markedPairs(rs []news.Reading) [][2]news.Ref {
	var all []news.Ref
	for r := range rs {
		for i := range rs[r].Quotes {
			if rs[r].Quotes[i].Kind != news.Indirect {
				all = append(all, news.Ref{Reading: r, Item: i})
			}
		}
	}
	var out [][2]news.Ref
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.Reading != b.Reading {
				out = append(out, [2]news.Ref{a, b})
			}
		}
	}
	return out
}

func sharesKey[V any](a, b map[int]V) bool {
	for k := range a {
		if _, ok := b[k]; ok {
			return true
		}
	}
	return false
}

// TestGoldBriefing writes the briefings of the gold labels for score.py, where
// LINK_OUT names a folder.
func TestGoldBriefing(t *testing.T) {
	dir := os.Getenv("LINK_OUT")
	if dir == "" {
		t.Skip("LINK_OUT is not set")
	}
	writeBriefing(t, dir+"/stories.json", goldStories(t))
	writeBriefing(t, dir+"/seeds.json", [][]news.Reading{goldSeeds(t)})
}
