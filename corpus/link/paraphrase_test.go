package link

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// TestActorAccord holds speakers against each other that reports of one
// utterance name differently.
func TestActorAccord(t *testing.T) {
	venn := news.Actor{Name: "Mara Venn", Kind: news.Person, Role: "Harbour Minister"}
	spokesman := news.Actor{Name: "Tam Orley", Kind: news.Person, Role: "foreign ministry spokesman"}
	clerk := news.Actor{Name: "Tam Orley", Kind: news.Person, Role: "foreign ministry clerk"}
	ministry := news.Actor{Name: "Norway’s foreign ministry", Kind: news.Organisation}
	government := news.Actor{Name: "Venn government", Kind: news.Organisation}
	suit := news.Actor{Name: "The lawsuit", Kind: news.Organisation}
	old := news.Actor{Name: "The six-year-old lawsuit", Kind: news.Organisation}
	port := news.Actor{Name: "the port", Kind: news.Organisation}
	otherPort := news.Actor{Name: "the old port", Kind: news.Organisation}
	for _, c := range []struct {
		a, b news.Actor
		want accord
	}{
		{spokesman, ministry, agreed},
		{clerk, ministry, loose},
		{venn, government, uncertain},
		{spokesman, government, loose},
		{suit, old, agreed},
		{port, otherPort, uncertain},
		{venn, spokesman, atOdds},
	} {
		l := newLinker(nil, []news.Actor{c.a, c.b})
		for _, p := range [][2]int{{0, 1}, {1, 0}} {
			if got := l.actorAccord(p[0], p[1]); got != c.want {
				t.Errorf("%s, %s: %d, want %d", c.a.Name, c.b.Name, got, c.want)
			}
		}
	}
}

func TestFamily(t *testing.T) {
	st := stemmer{}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"decided", "decision", true}, {"attacks", "assault", true}, {"dead", "killing", true}, {"harbour", "decision", false}, {"quay", "quays", true},
	} {
		if got := family(st.stem(c.a)) == family(st.stem(c.b)); got != c.same {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}

// TestFamiliesAreReadable guards the list: a word of two families is of the
// first only, so that the second would be a slip.
func TestFamiliesAreReadable(t *testing.T) {
	for line := range strings.Lines(familyText) {
		if !strings.HasPrefix(line, "#") && len(strings.Fields(line)) < 2 {
			t.Errorf("%q is no family", strings.TrimSpace(line))
		}
	}
}

// TestOdds holds that each thing that tells for an echo raises its odds, and
// that what tells against it lowers them.
func TestOdds(t *testing.T) {
	e := echo{with: agreed, like: likeness{shared: 2, stems: 2, score: 0.4, longer: 4}, near: 0.2, lead: 1}
	base := e.odds()
	for name, up := range map[string]func(*echo){
		"more shared":    func(e *echo) { e.like.shared = 3 },
		"a larger share": func(e *echo) { e.like.score = 0.6 },
		"a nearer place": func(e *echo) { e.near = 0.4 },
		"a lead":         func(e *echo) { e.lead = 2 },
		"a number":       func(e *echo) { e.like.number = true },
		"the whole":      func(e *echo) { e.like.whole = true },
	} {
		if x := e; true {
			if up(&x); x.odds() <= base {
				t.Errorf("%s does not raise the odds", name)
			}
		}
	}
	for name, down := range map[string]func(*echo){
		"one article":       func(e *echo) { e.own = true },
		"a denial":          func(e *echo) { e.negated = true },
		"another speaker":   func(e *echo) { e.with = loose },
		"an unknown one":    func(e *echo) { e.with = uncertain },
		"a longer other":    func(e *echo) { e.like.longer = 9 },
		"names alone":       func(e *echo) { e.like.rare = 2 },
		"a liker neighbour": func(e *echo) { e.lead = 0.5 },
	} {
		if x := e; true {
			if down(&x); x.odds() >= base {
				t.Errorf("%s does not lower the odds", name)
			}
		}
	}
}

// TestAroundStaysInTheText reads round quotes at the ends of odd texts.
func TestAroundStaysInTheText(t *testing.T) {
	for _, src := range []string{"", "é", strings.Repeat("é", 2000), strings.Repeat("No. ", 900)} {
		for _, at := range []int{0, len(src) / 4 * 2, len(src)} {
			r := news.Reading{Article: news.Article{Text: src}, Quotes: []news.Quote{{Span: text.Span{Start: at, End: at}}}}
			for _, ss := range [][]text.Span{nil, {{Start: 0, End: len(src)}}} {
				r.Sentences = ss
				l := newLinker([]news.Reading{r}, nil)
				q := l.quote(news.Ref{})
				if s := l.around(&q); !s.Fits(src) || s.Len() > 2*maxAround+8 {
					t.Errorf("%d of %d: %v", at, len(src), s)
				}
			}
		}
	}
}

func TestBlurredSurnameIsNoConflict(t *testing.T) {
	src := "Lise Tarn said. Tarn said."
	people := []news.Actor{{Name: "Lise Tarn", Kind: news.Person}, {Name: "Orrin Tarn", Kind: news.Person}, {Name: "Mara Venn", Kind: news.Person}}
	l := newLinker(nil, people)
	at := func(actor, start, end int) *quote {
		return &quote{speakers: []int{actor}, words: &wording{src: src}, q: &news.Quote{SpeakerAt: text.Span{Start: start, End: end}}}
	}
	full, bare, other := at(0, 0, 9), at(1, 16, 20), at(2, 16, 20)
	if !l.blurred(full, bare) || !l.blurred(bare, full) {
		t.Error("a bare surname of the family is held for a certain name")
	}
	if l.blurred(full, other) {
		t.Error("two surnames are held for one")
	}
}

// TestProved holds that one word, or whom the story is about, makes no two
// quotes surely one, however likely the odds are.
func TestProved(t *testing.T) {
	for name, c := range map[string]struct {
		e    echo
		want grade
	}{
		"two words":                          {echo{with: agreed, like: likeness{plain: 2}}, sure},
		"one word":                           {echo{with: agreed, like: likeness{plain: 1}, near: 0.2}, possible},
		"one word far away":                  {echo{with: agreed, like: likeness{plain: 1}}, unlike},
		"one word in the same place":         {echo{with: agreed, like: likeness{plain: 1}, near: 0.6}, sure},
		"a number alone":                     {echo{with: agreed, like: likeness{plain: 1, number: true}, near: 0.2}, possible},
		"names alone":                        {echo{with: agreed, like: likeness{names: 3}, near: 0.6}, unlike},
		"names that are most of both":        {echo{with: agreed, like: likeness{names: 4, stems: 4, score: 0.8}}, sure},
		"one word, another speaker":          {echo{with: loose, like: likeness{plain: 1}, near: 0.6}, unlike},
		"one article, another speaker":       {echo{own: true, with: uncertain, like: likeness{plain: 3}}, possible},
		"one article, one speaker":           {echo{own: true, with: agreed, like: likeness{plain: 2}}, sure},
		"words in marks of another":          {echo{wraps: true, with: agreed, like: likeness{plain: 2}}, possible},
		"the whole":                          {echo{with: agreed, like: likeness{whole: true}}, sure},
		"the whole, of another, one article": {echo{own: true, with: loose, like: likeness{whole: true, plain: 2}}, possible},
	} {
		if c.e.sure = 9; gradeOf(&c.e) != c.want {
			t.Errorf("%s: %d, want %d", name, gradeOf(&c.e), c.want)
		}
	}
}
