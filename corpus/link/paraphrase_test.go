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
		{venn, government, allied},
		{spokesman, government, loose},
		{suit, old, agreed},
		{port, otherPort, uncertain},
		{venn, spokesman, atOdds},
	} {
		l := newTeller(nil, []news.Actor{c.a, c.b})
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
	e := echo{with: agreed, like: likeness{stems: 2, score: 0.4, longer: 4}, near: 0.2, lead: 1}
	base := e.odds()
	for name, up := range map[string]func(*echo){
		"more shared":    func(e *echo) { e.like.stems = 3 },
		"a larger share": func(e *echo) { e.like.score = 0.6 },
		"a nearer place": func(e *echo) { e.near = 0.4 },
		"a lead":         func(e *echo) { e.lead = 2 },
		"a number":       func(e *echo) { e.like.number = true },
		"the whole":      func(e *echo) { e.like.whole = true },
		"two promises":   func(e *echo) { e.cue = true },
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
		"words of another":  func(e *echo) { e.wraps = true },
		"a word in marks":   func(e *echo) { e.thin = true },
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
				l := newTeller([]news.Reading{r}, nil)
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
	l := newTeller(nil, people)
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

// TestProved holds that whom the story is about makes no two quotes surely
// one, nor does one word where the speakers do not agree, however likely the
// odds are.
func TestProved(t *testing.T) {
	for name, c := range map[string]struct {
		e    echo
		want grade
	}{
		"two words":                          {echo{with: agreed, like: likeness{plain: 2}}, sure},
		"one word":                           {echo{with: agreed, like: likeness{plain: 1, stems: 1, shared: 1}}, sure},
		"one common word of much":            {echo{with: agreed, like: likeness{plain: 1, stems: 1, shared: 0.6}}, possible},
		"one common word of little":          {echo{with: agreed, like: likeness{plain: 1, stems: 1, shared: 0.6, score: 0.5}}, sure},
		"one word, an unknown speaker":       {echo{with: uncertain, like: likeness{plain: 1}, near: 0.2}, possible},
		"one word, unknown and far away":     {echo{with: uncertain, like: likeness{plain: 1}}, unlike},
		"two words, an unknown speaker":      {echo{with: uncertain, like: likeness{plain: 2}}, sure},
		"names alone":                        {echo{with: agreed, like: likeness{names: 3}, near: 0.6}, unlike},
		"names that are most of both":        {echo{with: agreed, like: likeness{names: 4, stems: 4, score: 0.8}}, sure},
		"one word, another speaker":          {echo{with: loose, like: likeness{plain: 1}, near: 0.6}, unlike},
		"one article, another speaker":       {echo{own: true, with: uncertain, like: likeness{plain: 3}}, possible},
		"one article, one speaker":           {echo{own: true, with: agreed, like: likeness{plain: 2}}, sure},
		"one article, one word":              {echo{own: true, with: agreed, like: likeness{plain: 1}}, unlike},
		"a common word in marks":             {echo{thin: true, with: agreed, like: likeness{plain: 1}}, possible},
		"a word in marks that few use":       {echo{thin: true, with: agreed, like: likeness{plain: 1, uncommon: 1, shared: 1.5}}, sure},
		"that word, another speaker":         {echo{thin: true, with: uncertain, like: likeness{plain: 1, uncommon: 1}}, possible},
		"the whole":                          {echo{with: agreed, like: likeness{whole: true}}, sure},
		"the whole, of another, one article": {echo{own: true, with: loose, like: likeness{whole: true, plain: 2}}, possible},
	} {
		if c.e.sure = 2; gradeOf(&c.e) != c.want {
			t.Errorf("%s: %d, want %d", name, gradeOf(&c.e), c.want)
		}
	}
}

// TestTelltale holds which numbers seldom come up twice by chance.
func TestTelltale(t *testing.T) {
	st := stemmer{}
	for src, want := range map[string]bool{
		"340": true, "$34bn": true, "25 per cent": true, "1.5 million": true, "seventeen": true,
		"2": false, "twelve": false, "2031": false, "second": false, "3rd": false,
	} {
		w := newWording(src, text.Span{End: len(src)}, st)
		if len(w.toks) != 1 || !w.toks[0].number || telltale(w.toks[0].key) != want {
			t.Errorf("%s: %+v, want %v", src, w.toks, want)
		}
	}
}

// TestInside finds what stands in marks, also where marks stand in marks.
func TestInside(t *testing.T) {
	spans := outermost([]text.Span{{Start: 40, End: 50}, {Start: 10, End: 30}, {Start: 12, End: 15}, {Start: 12, End: 15}})
	for _, c := range []struct {
		s    text.Span
		want bool
	}{{text.Span{Start: 9, End: 12}, false}, {text.Span{Start: 10, End: 12}, true}, {text.Span{Start: 16, End: 30}, true}, {text.Span{Start: 28, End: 41}, false}, {text.Span{Start: 49, End: 50}, true}, {text.Span{Start: 50, End: 51}, false}} {
		if inside(c.s, spans) != c.want {
			t.Errorf("%v in %v: %v", c.s, spans, !c.want)
		}
	}
}

// TestEnough keeps that reports ask more of each other than of words in marks,
// and more again where one denies what the other says.
func TestEnough(t *testing.T) {
	reports := func(odds float64, bare, negated bool) grade {
		e := echo{with: agreed, bare: bare, negated: negated, sure: odds}
		e.like.plain = 2
		return gradeOf(&e)
	}
	for _, c := range []struct {
		odds          float64
		bare, negated bool
		want          grade
	}{
		{0.5, false, false, sure}, {0.5, true, false, possible}, {1, true, false, sure},
		{1, true, true, possible}, {1, false, true, possible}, {2, true, true, sure},
	} {
		if got := reports(c.odds, c.bare, c.negated); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// TestHoldsElse holds that a report is about the words in marks that it holds if
// they are a good part of it, and of no other statement.
func TestHoldsElse(t *testing.T) {
	words := func(n int) *wording { return &wording{toks: make([]token, n)} }
	qs := []quote{{words: words(12)}, {words: words(2)}, {words: words(8)}, {words: words(9)}}
	apart := func(int, int) bool { return false }
	for name, c := range map[string]struct {
		holds []int
		same  func(x, y int) bool
		want  bool
	}{
		"nothing":             {nil, apart, false},
		"a term":              {[]int{1}, apart, false},
		"most of it":          {[]int{2}, apart, true},
		"a term and the rest": {[]int{1, 2}, apart, true},
		"the other itself":    {[]int{3}, apart, false},
		"the other's words":   {[]int{2}, func(x, y int) bool { return x == 2 && y == 3 }, false},
	} {
		g := &gists{of: []gist{{holds: c.holds}, {}, {}, {}}}
		if got := g.holdsElse(qs, 0, 3, c.same); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestDays holds that two articles which put a saying on one day tell for each
// other, and that those which put it on two tell against.
func TestDays(t *testing.T) {
	on := func(day int) *news.Quote {
		return &news.Quote{SaidOn: news.Date{Year: 2031, Month: 3, Day: day}, SaidOnAt: text.Span{Start: 1, End: 2}}
	}
	blank := &news.Quote{SaidOn: news.Date{Year: 2031, Month: 3, Day: 3}}
	for name, c := range map[string]struct {
		a, b *news.Quote
		want saidDays
	}{
		"one day":          {on(3), on(3), oneDay},
		"two days":         {on(3), on(4), twoDays},
		"one does not say": {on(3), blank, someDay},
	} {
		if got := daysOf(c.a, c.b); got != c.want {
			t.Errorf("%s: %d", name, got)
		}
	}
	e := echo{with: allied, like: likeness{plain: 1, stems: 2, shared: 1, score: 0.4, longer: 4}, near: 0.4, sure: 1}
	if gradeOf(&e) != possible {
		t.Error("one word of two who stand for one side is proof")
	}
	if e.days = oneDay; gradeOf(&e) != sure {
		t.Error("the day proves nothing")
	}
}

// TestRounds holds which figures stand for which.
func TestRounds(t *testing.T) {
	for _, c := range []struct {
		round, exact figureOf
		want         bool
	}{
		{figureOf{700e9, "$"}, figureOf{716e9, "$"}, true},
		{figureOf{40, "%"}, figureOf{39, "%"}, true},
		{figureOf{16000, ""}, figureOf{15874, ""}, true},
		{figureOf{716e9, "$"}, figureOf{709e9, "$"}, false},
		{figureOf{700e9, "$"}, figureOf{716e9, ""}, false},
		{figureOf{700e9, "$"}, figureOf{760e9, "$"}, false},
		{figureOf{10, ""}, figureOf{10.2, ""}, false},
		{figureOf{}, figureOf{}, false},
	} {
		if got := c.round.rounds(c.exact); got != c.want {
			t.Errorf("%v for %v: %v", c.round, c.exact, got)
		}
	}
}
