package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"verbatim/corpus/news"
)

// crumb is the most words of a quote that is folded into a fuller one of its
// article.
const crumb = 3

// fold tells quotes of a few words, where their article has the statement more
// fully too, in a line of the fuller telling; not at all where they stand in it.
func fold(ts []Told) {
	for i := range ts {
		t := &ts[i]
		full := fuller(ts, t)
		if full == nil || !t.isCrumb() {
			continue
		}
		t.folded = true
		if !full.holds(t) {
			full.crumbs = append(full.crumbs, t)
		}
	}
}

// isCrumb reports whether a telling has marks on a few words only.
func (t *Told) isCrumb() bool {
	return t.Relation == news.Paraphrase && !t.Reference && !t.unmarked && len(strings.Fields(t.Text)) <= crumb
}

// holds reports whether the words of another telling stand within those of this.
func (t *Told) holds(o *Told) bool { return t.Start <= o.Start && o.End <= t.End }

// fuller returns the telling of the same article that holds a crumb, else the
// first that is none.
func fuller(ts []Told, t *Told) *Told {
	var out *Told
	for i := range ts {
		o := &ts[i]
		if o.Article != t.Article || o.Possible != t.Possible || o.isCrumb() {
			continue
		}
		if out == nil || o.holds(t) && !out.holds(t) {
			out = o
		}
	}
	return out
}

// Also is what the article has besides, a few words each; it may be empty.
func (t *Told) Also() string {
	var out []string
	for _, o := range t.crumbs {
		s := "“" + strings.TrimRight(oneLine(Inert(o.Text)), ",.;") + "”"
		if at := o.Beside(t); at != "" {
			s += " (" + at + ")"
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return ""
	}
	return "also: " + strings.Join(out, ", ")
}

// Beside is where a telling stands in an article of which another was cited; it
// is empty for the same line.
func (t *Told) Beside(cited *Told) string {
	if t.Line > 0 && t.Line != cited.Line {
		return fmt.Sprintf("line %d", t.Line)
	}
	return ""
}

// Block is the tellings of one article, cited once.
type Block struct {
	*Told         // the foremost
	More  []*Told // told under it
}

// blocks are the tellings by article, those of one outlet together, what is not
// sure apart.
func blocks(ts []Told) (sure, unsure []Block) {
	columns, possible := byOutlet(ts)
	for _, c := range columns {
		sure = append(sure, byArticle(c)...)
	}
	return sure, byArticle(possible)
}

func byArticle(ts []*Told) []Block {
	var out []Block
	at := map[string]int{}
	for _, t := range ts {
		if i, have := at[t.Article]; have {
			out[i].More = append(out[i].More, t)
		} else {
			at[t.Article] = len(out)
			out = append(out, Block{Told: t})
		}
	}
	return out
}

// heading is who said it, and its first words.
func (s *Compared) heading() string { return s.names + ": " + short(s.words) }

// short is the first words of a quote on a line, as many as a heading takes.
func short(s string) string {
	const most = 72 // characters
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	var out strings.Builder
	n := 0
	for _, w := range strings.Fields(s) {
		if n += 1 + utf8.RuneCountInString(w); n > most {
			break
		}
		out.WriteString(w + " ")
	}
	out.WriteString("…")
	if strings.HasPrefix(s, "“") {
		out.WriteString("”")
	}
	return out.String()
}
