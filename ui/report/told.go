package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/ui/signs"
)

// Told is one outlet's quote of a statement.
type Told struct {
	Quote       string        `json:"quote"`
	Place                     // of the words, the outer marks left out
	Outlet      string        `json:"outlet"`
	Agency      string        `json:"agency,omitempty"` // if another than the outlet
	Headline    string        `json:"headline"`
	Published   string        `json:"published"`
	File        string        `json:"file"`
	Row         int           `json:"row,omitempty"`
	Line        int           `json:"line,omitempty"` // 1-based; not of files whose lines are not the text's
	URL         string        `json:"url,omitempty"`
	Relation    news.Relation `json:"relation"`
	Reference   bool          `json:"reference,omitempty"`
	Possible    bool          `json:"possible,omitempty"`
	Alarm       bool          `json:"alarm,omitempty"`
	Attribution string        `json:"attribution"` // speaker and cue in the outlet's words, the name if it is another
	Text        string        `json:"text"`
	Marked      string        `json:"marked"`      // as printed, with the signs of the screen
	Differences []string      `json:"differences"` // from the reference, in words

	where    string // file and line
	runs     []run
	loud     []bool // by difference: it is an alarm
	unmarked bool   // it is without marks
	folded   bool   // a fuller telling has it in a line, or within its words
	crumbs   []*Told
}

// run is words of one mark, inert; a gap has none but the spaces around it.
type run struct {
	mark          signs.Mark
	words         string
	before, after string // spaces that set a gap off
}

// shown returns the words between their signs.
func (r run) shown() string {
	before, after := r.mark.Around()
	return r.before + before + r.words + after + r.after
}

// tellingOrder is the order in which the variants of a statement are told:
// the reference, what an editor must see, paraphrases, and what may be one.
func tellingOrder(s *news.Statement) []int {
	weight := func(i int) int {
		v := &s.Variants[i]
		switch {
		case i == s.Reference:
			return 0
		case v.Possible:
			return 4
		case v.Relation.Alarm():
			return 1
		case v.Relation == news.Paraphrase:
			return 3
		}
		return 2
	}
	out := make([]int, len(s.Variants))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int { return weight(i) - weight(j) })
	return out
}

func (l *lookup) told(s *news.Statement, i int) Told {
	v := &s.Variants[i]
	q, a := l.quote(v.Quote), l.article(v.Quote.Reading)
	t := Told{
		Quote: l.quoteID(v.Quote), Place: l.place(v.Quote.Reading, q.Span),
		Outlet: a.OutletName(), Headline: a.Headline.Value, Published: a.Published.Date.String(),
		File: a.File, Row: a.Row, URL: a.URL, where: l.cite(v.Quote.Reading, q.Start),
		Relation: v.Relation, Reference: i == s.Reference, Possible: v.Possible, Alarm: v.Relation.Alarm() && !v.Possible,
		Attribution: l.credit(v.Quote), Text: l.in(v.Quote.Reading, q.Span), Differences: []string{}, unmarked: q.Kind == news.Indirect,
	}
	if a.Agency.Value != t.Outlet {
		t.Agency = a.Agency.Value
	}
	if l.hasLines(v.Quote.Reading) {
		t.Line = l.line(v.Quote.Reading, q.Start)
	}
	edits := l.edits(s, i)
	t.runs = l.runs(v.Quote, edits)
	for _, r := range t.runs {
		t.Marked += r.shown()
	}
	l.differ(&t, s, v, edits)
	return t
}

// relation names the relation behind its sign.
func (t *Told) relation() string {
	switch {
	case t.Reference && t.unmarked:
		return signs.Reference + " reference, no marks"
	case t.Reference:
		return signs.Reference + " reference"
	case t.Possible:
		return signs.Possible + " possibly the same"
	}
	return signs.Relation(t.Relation) + " " + string(t.Relation)
}

// source names the agency and the day of publication.
func (t *Told) source() string {
	day := orElse(t.Published, "no date")
	if t.Agency != "" {
		return t.Agency + ", " + day
	}
	return day
}

// edits returns what differs in words, none of the reference.
func (l *lookup) edits(s *news.Statement, i int) []news.Edit {
	v := &s.Variants[i]
	if i == s.Reference {
		return nil
	}
	return signs.Edits(v.Edits, l.article(v.Quote.Reading).Text, l.article(s.Variants[s.Reference].Quote.Reading).Text)
}

// markOf says how an edit stands in the words of the variant; what is open or of
// house style is not marked.
func markOf(e news.Edit) signs.Mark {
	switch m := signs.Of(e); m {
	case signs.Opened, signs.Styled:
		return signs.None
	default:
		return m
	}
}

// runs divides a quote as printed into runs by mark.
func (l *lookup) runs(r news.Ref, edits []news.Edit) []run {
	src, s := l.article(r.Reading).Text, printed(l.quote(r))
	var out []run
	add := func(m signs.Mark, w string) {
		if w != "" {
			out = append(out, run{mark: m, words: Inert(w)})
		}
	}
	at := s.Start
	for _, e := range edits {
		m, v := markOf(e), e.Variant.Trim(src)
		if e.Variant.Empty() {
			v = e.Variant
		}
		if m == signs.None || v.Start < at || v.End > s.End || v.Empty() != e.Variant.Empty() {
			continue
		}
		add(signs.None, src[at:v.Start])
		if v.Empty() {
			out = append(out, setOff(m, src[s.Start:v.Start], src[v.End:s.End]))
		}
		add(m, v.In(src))
		at = v.End
	}
	add(signs.None, src[at:s.End])
	return out
}

// setOff is a gap with a space to where words touch it.
func setOff(m signs.Mark, before, after string) run {
	g := run{mark: m}
	if r, _ := utf8.DecodeLastRuneInString(before); signs.IsWordRune(r) || strings.ContainsRune(".,;:!?)]", r) {
		g.before = " "
	}
	if r, _ := utf8.DecodeRuneInString(after); signs.IsWordRune(r) {
		g.after = " "
	}
	return g
}

// differ says in words how a telling departs from the reference, each
// departure once.
func (l *lookup) differ(t *Told, s *news.Statement, v *news.Variant, edits []news.Edit) {
	src, ref := l.article(v.Quote.Reading).Text, l.article(s.Variants[s.Reference].Quote.Reading).Text
	for _, e := range edits {
		d, loud := signs.Departure(e, src, ref)
		d = Inert(d)
		if d != "" && !slices.Contains(t.Differences, d) {
			t.Differences, t.loud = append(t.Differences, d), append(t.loud, loud)
		}
	}
}

// credit says who is given a quote, and how: see [signs.Credit].
func (l *lookup) credit(r news.Ref) string {
	q := l.quote(r)
	var names []string
	for _, e := range q.Speakers {
		names = append(names, l.Readings[r.Reading].Entities[e].Name)
	}
	var out strings.Builder
	for _, p := range signs.Credit(l.article(r.Reading).Text, q, strings.Join(names, ", ")) {
		out.WriteString(p.Words)
	}
	return out.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// clipped returns the first runs that hold no more than longest bytes, and the
// number of bytes that are left out.
func clipped(rs []run) ([]run, int) {
	n := 0
	for i, r := range rs {
		if n+len(r.words) > longest {
			end := longest - n
			for end > 0 && !utf8.RuneStart(r.words[end]) {
				end--
			}
			rest := len(r.words) - end
			for _, o := range rs[i+1:] {
				rest += len(o.words)
			}
			r.words = r.words[:end]
			return append(slices.Clone(rs[:i]), r), rest
		}
		n += len(r.words)
	}
	return rs, 0
}
