package link

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// storyCase is a numbered case of testdata/statements.txt.
type storyCase struct {
	name     string
	readings []news.Reading
	ids      map[news.Ref]string
	want     []wantStatement
}

type wantStatement struct {
	variants                []string
	absent, early, conflict string
	hasAbsent               bool
}

func storyCases(t testing.TB) []storyCase { return casesOf(t, "testdata/statements.txt") }

func casesOf(t testing.TB, file string) []storyCase {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []storyCase
	sc := bufio.NewScanner(f)
	wanted := false
	for sc.Scan() {
		line := sc.Text()
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case line[0] >= '0' && line[0] <= '9':
			out, wanted = append(out, storyCase{name: line, ids: map[news.Ref]string{}}), false
		case line == "=":
			wanted = true
		case wanted:
			out[len(out)-1].expect(line)
		default:
			out[len(out)-1].add(t, line)
		}
	}
	return out
}

// add adds a line of a story: one that begins an article, or of its prose.
func (c *storyCase) add(t testing.TB, line string) {
	if line[0] == '@' {
		c.article(t, line)
	} else {
		c.prose(t, line)
	}
}

func (c *storyCase) article(t testing.TB, line string) {
	f := strings.Fields(line)
	var d news.Date
	if f[2] != "-" {
		var err error
		if d, err = news.ParseDate(f[2]); err != nil {
			t.Fatal(err)
		}
	}
	r := news.Reading{Article: news.Article{ID: "a" + f[1], File: f[1] + ".txt"}}
	r.Article.Outlet.Value, r.Article.Published.Date = f[1], d
	c.readings = append(c.readings, r)
}

// prose adds a line to the last article, its marked up quotes as quotes.
func (c *storyCase) prose(t testing.TB, line string) {
	at := len(c.readings) - 1
	r := &c.readings[at]
	a := &r.Article
	start := len(a.Text)
	for {
		before, rest, ok := strings.Cut(line, "[[")
		a.Text += before
		if !ok {
			break
		}
		mark, rest, _ := strings.Cut(rest, "]]")
		head, words, ok := strings.Cut(mark, "|")
		if !ok {
			t.Fatalf("%s: %q", c.name, mark)
		}
		id, speaker, _ := strings.Cut(head, " ")
		speaker, class, _ := strings.Cut(speaker, "/")
		class, day, _ := strings.Cut(class, "@")
		class, cue, _ := strings.Cut(class, "=")
		c.ids[news.Ref{Reading: at, Item: len(r.Quotes)}] = a.Outlet.Value + "." + id
		q := news.Quote{Span: text.Span{Start: len(a.Text), End: len(a.Text) + len(words)}, Confidence: 0.9, CueClass: news.CueClass(class)}
		if at := strings.LastIndex(a.Text[start:], cue); cue != "" && at >= 0 {
			q.Cue = text.Span{Start: start + at, End: start + at + len(cue)}
		}
		if day != "" {
			q.SaidOn, _ = news.ParseDate(day)
			q.SaidOnAt = text.Span{Start: start, End: len(a.Text)}
		}
		q.Kind = map[byte]news.QuoteKind{'d': news.Direct, 'p': news.Partial, 'i': news.Indirect}[id[0]]
		q.Outer = q.Span
		if q.Kind != news.Indirect {
			q.Outer = text.Span{Start: q.Start - len("“"), End: q.End + len("”")}
		}
		if speaker != "-" {
			q.Speakers = []int{entity(r, speaker)}
		}
		r.Quotes = append(r.Quotes, q)
		a.Text += words
		line = rest
	}
	s := text.Span{Start: start, End: len(a.Text)}
	a.Blocks = append(a.Blocks, news.Block{Span: s, Kind: news.Body})
	r.Sentences = append(r.Sentences, s)
	a.Text += "\n"
	for i := range r.Quotes {
		if q := &r.Quotes[i]; q.Start >= start && len(q.Speakers) > 0 {
			e := &r.Entities[q.Speakers[0]]
			if q.SpeakerAt = namedIn(a.Text, s, q.Span, e.Name); !q.SpeakerAt.Empty() {
				e.Mentions = append(e.Mentions, news.Mention{Span: q.SpeakerAt, Form: news.ByName})
			}
		}
	}
}

// namedIn returns where a paragraph gives the surname of a quote's speaker,
// none if it says "she".
func namedIn(src string, paragraph, quote text.Span, name string) text.Span {
	surname := name[strings.LastIndexByte(name, ' ')+1:]
	for _, s := range []text.Span{{Start: quote.End, End: paragraph.End}, {Start: paragraph.Start, End: quote.Start}} {
		if i := strings.LastIndex(s.In(src), surname); i >= 0 {
			return text.Span{Start: s.Start + i, End: s.Start + i + len(surname)}
		}
	}
	return text.Span{}
}

func entity(r *news.Reading, speaker string) int {
	name, described := strings.CutPrefix(speaker, "?")
	for i := range r.Entities {
		if r.Entities[i].Name == name {
			return i
		}
	}
	r.Entities = append(r.Entities, news.Entity{Name: name, Kind: news.Person, Anonymous: described})
	return len(r.Entities) - 1
}

func (c *storyCase) expect(line string) {
	key, rest, _ := strings.Cut(line, " ")
	last := len(c.want) - 1
	switch key {
	case "absent":
		c.want[last].absent, c.want[last].hasAbsent = rest, true
	case "early":
		c.want[last].early = rest
	case "conflict":
		c.want[last].conflict = rest
	default:
		v := strings.Split(line, ", ")
		slices.Sort(v)
		c.want = append(c.want, wantStatement{variants: v})
	}
}

// oneStory makes the briefing of readings that are one story.
func oneStory(rs []news.Reading) news.Briefing {
	s := news.Story{ID: "s1"}
	for i := range rs {
		s.Readings = append(s.Readings, i)
		s.Outlets = append(s.Outlets, rs[i].Article.OutletName())
	}
	b := news.Briefing{Readings: rs, Stories: []news.Story{s}, Actors: people(rs)}
	b.Statements = statements(rs, b.Stories, b.Actors)
	return b
}

// people makes an actor of each name, and of each described source.
func people(rs []news.Reading) []news.Actor {
	var out []news.Actor
	for r := range rs {
		for e, ent := range rs[r].Entities {
			i := slices.IndexFunc(out, func(a news.Actor) bool { return a.Name == ent.Name && !ent.Anonymous })
			if i < 0 {
				i = len(out)
				out = append(out, news.Actor{ID: fmt.Sprint("p", i), Name: ent.Name, Kind: ent.Kind, Anonymous: ent.Anonymous})
			}
			out[i].Entities = append(out[i].Entities, news.Ref{Reading: r, Item: e})
		}
	}
	return out
}

func TestStatements(t *testing.T) {
	for _, c := range storyCases(t) {
		t.Run(c.name, func(t *testing.T) {
			b := oneStory(c.readings)
			var got []string
			byVariants := map[string]*news.Statement{}
			for i := range b.Statements {
				s := &b.Statements[i]
				var vs []string
				for _, v := range s.Variants {
					if !v.Possible {
						vs = append(vs, c.ids[v.Quote]+" "+string(v.Relation))
					}
				}
				slices.Sort(vs)
				got = append(got, strings.Join(vs, ", "))
				byVariants[got[i]] = s
			}
			if len(got) != len(c.want) {
				t.Fatalf("got\n  %s", strings.Join(got, "\n  "))
			}
			for _, w := range c.want {
				s := byVariants[strings.Join(w.variants, ", ")]
				if s == nil {
					t.Fatalf("no statement %v; got\n  %s", w.variants, strings.Join(got, "\n  "))
				}
				checkStatement(t, s, w)
			}
		})
	}
}

func checkStatement(t *testing.T, s *news.Statement, w wantStatement) {
	t.Helper()
	var absent, early, fields []string
	for _, a := range s.Absent {
		if a.TooEarly {
			early = append(early, a.Outlet)
		} else {
			absent = append(absent, a.Outlet)
		}
	}
	for _, c := range s.Conflicts {
		fields = append(fields, c.Field)
	}
	if w.hasAbsent && strings.Join(absent, " ") != w.absent {
		t.Errorf("absent %q, want %q", absent, w.absent)
	}
	if strings.Join(early, " ") != w.early {
		t.Errorf("too early %q, want %q", early, w.early)
	}
	if strings.Join(fields, " ") != w.conflict {
		t.Errorf("conflicts %q, want %q", fields, w.conflict)
	}
}

// TestStatementsHold keeps what every briefing must hold, whatever is in it:
// the reference is one of the variants and is itself verbatim, edits lie in
// the quotes they compare, ids are unique and the same again.
func TestStatementsHold(t *testing.T) {
	for _, c := range storyCases(t) {
		b := oneStory(c.readings)
		if again := oneStory(c.readings); !reflect.DeepEqual(b, again) {
			t.Errorf("%s: not the same twice", c.name)
		}
		ids := map[string]bool{}
		for i, s := range b.Statements {
			if ids[s.ID] || s.ID == "" {
				t.Errorf("%s: id %q", c.name, s.ID)
			}
			ids[s.ID] = true
			holds(t, &b, &s)
			for r := range s.Variants {
				other := Compare(&b, i, r)
				if other.Reference != r || other.ID != s.ID || len(other.Variants) != len(s.Variants) {
					t.Errorf("%s: Compare(%d, %d) = %+v", c.name, i, r, other)
				}
				holds(t, &b, &other)
			}
			if same := Compare(&b, i, s.Reference); !reflect.DeepEqual(same, s) {
				t.Errorf("%s: Compare with the same reference:\n%+v\n%+v", c.name, same, s)
			}
		}
		if !reflect.DeepEqual(Compare(&b, len(b.Statements), 0), news.Statement{}) {
			t.Errorf("%s: Compare out of range", c.name)
		}
	}
}

func holds(t *testing.T, b *news.Briefing, s *news.Statement) {
	t.Helper()
	ref := s.Variants[s.Reference]
	rq := b.Readings[ref.Quote.Reading].Quotes[ref.Quote.Item]
	if rq.Kind != news.Indirect && (ref.Relation != news.Verbatim || len(ref.Edits) > 0) {
		t.Errorf("reference is %s with %d edits", ref.Relation, len(ref.Edits))
	}
	for _, v := range s.Variants {
		q := b.Readings[v.Quote.Reading].Quotes[v.Quote.Item]
		for _, e := range v.Edits {
			if !rq.Contains(e.Reference) || !q.Contains(e.Variant) {
				t.Errorf("edit %+v outside its quotes", e)
			}
		}
	}
}
