package tag_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// The gold readings are not part of the repository; these tests measure on
// them where the folder shared lies beside it.
const gold = "../../../shared/gold"

// goldActor is an actor of a labelled story.
type goldActor struct {
	Name    string
	Kind    news.ActorKind
	Aliases []string
}

// forms returns the names an actor goes by, with the words of titles and roles
// left off; descriptions are left out.
func (a goldActor) forms() [][]string {
	var out [][]string
	for _, f := range append([]string{a.Name}, a.Aliases...) {
		var w []string
		named := true
		for _, t := range text.Tokens(f, text.Span{Start: 0, End: len(f)}) {
			l := strings.ToLower(strings.TrimSuffix(t.In(f), "."))
			if len(w) == 0 && (l == "the" || a.Kind == news.Person && (lexicon.Title(l) || lexicon.RoleHead(l) || lexicon.RoleModifier(l))) {
				continue
			}
			named = named && t.Kind == text.Upper
			w = append(w, t.In(f))
		}
		if named && len(w) > 0 && (a.Kind != news.Person || strings.HasSuffix(a.Name, w[len(w)-1]) || strings.HasPrefix(a.Name, w[0])) {
			out = append(out, w)
		}
	}
	return out
}

// goldNames is what a story's labels say of its names: the forms of its
// actors, and their kinds.
type goldNames map[string][]goldForm

type goldForm struct {
	words []string
	kind  news.ActorKind
}

func (g goldNames) at(src string, toks []text.Token, i int) (n int, kind news.ActorKind) {
	for _, f := range g[toks[i].In(src)] {
		if len(f.words) <= n || i+len(f.words) > len(toks) {
			continue
		}
		same := true
		for k, w := range f.words {
			same = same && toks[i+k].In(src) == w
		}
		if same {
			n, kind = len(f.words), f.kind
		}
	}
	return n, kind
}

func readGoldNames(t *testing.T, dir string) goldNames {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "labels.json"))
	if err != nil {
		t.Fatal(err)
	}
	var l struct{ Actors []goldActor }
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatal(err)
	}
	g := goldNames{}
	for _, a := range l.Actors {
		for _, f := range a.forms() {
			g[f[0]] = append(g[f[0]], goldForm{f, a.Kind})
		}
	}
	return g
}

// TestNamesOfStories measures how many of the names of labelled actors are
// found, whole and of the right kind, in articles no tagger was trained on.
func TestNamesOfStories(t *testing.T) {
	dirs, _ := filepath.Glob(gold + "/stories/*")
	if len(dirs) == 0 {
		t.Skip("no gold readings beside the repository")
	}
	ts := load(t)
	right, total := map[news.ActorKind]int{}, map[news.ActorKind]int{}
	voted := map[news.ActorKind]int{}
	for _, d := range dirs {
		g := readGoldNames(t, d)
		files, _ := filepath.Glob(d + "/?.txt")
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			src := string(data)
			var toks []text.Token
			var labels []tag.Label
			for _, s := range sentencesOf(src) {
				toks = append(toks, s.tokens...)
				labels = append(labels, ts.names.Tag(src, s.tokens, ts.pos.Tag(src, s.tokens))...)
			}
			vote := tag.Vote(src, toks, labels)
			for i := 0; i < len(toks); {
				n, kind := g.at(src, toks, i)
				if n == 0 {
					i++
					continue
				}
				if notNamed(src, toks, i, n, kind) {
					i += n
					continue
				}
				total[kind]++
				if isName(labels, i, n, kind) {
					right[kind]++
				}
				if isName(vote, i, n, kind) {
					voted[kind]++
				}
				i += n
			}
		}
	}
	least := map[news.ActorKind]float64{news.Person: 95, news.Organisation: 86}
	for _, k := range []news.ActorKind{news.Person, news.Organisation} {
		if got := 100 * float64(voted[k]) / float64(total[k]); got < least[k] {
			t.Errorf("%s: %.1f%% found by vote, want %.0f%%", k, got, least[k])
		}
		t.Logf("%s: %d of %d found, %.1f%%; by vote %.1f%%", k, right[k], total[k], 100*float64(right[k])/float64(total[k]), 100*float64(voted[k])/float64(total[k]))
	}
}

// notNamed leaves out what the labels of stories call an actor and taggers do
// not: "the Trump administration" as a person, "China" and "Republicans" as
// organisations.
func notNamed(src string, toks []text.Token, i, n int, kind news.ActorKind) bool {
	last := strings.ToLower(toks[i+n-1].In(src))
	if kind == news.Person {
		return i+n < len(toks) && lexicon.LowerOrg(toks[i+n].In(src))
	}
	_, demonym := lexicon.Demonym(last)
	if demonym || lexicon.GroupAdjective(last) {
		return true
	}
	for _, k := range lexicon.KnownNames() {
		if k.Kind != lexicon.KnownBody && slices.Contains(k.Forms, src[toks[i].Start:toks[i+n-1].End]) {
			return true
		}
	}
	return false
}

// isName reports whether the n labels from i on are one whole name.
func isName(ls []tag.Label, i, n int, kind news.ActorKind) bool {
	for k := i; k < i+n; k++ {
		if ls[k].Kind != kind || ls[k].Begin != (k == i) {
			return false
		}
	}
	return i+n >= len(ls) || ls[i+n].Kind == "" || ls[i+n].Begin
}
