package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
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
	Attribution string        `json:"attribution"` // speaker and cue in the outlet's words
	Text        string        `json:"text"`
	Marked      string        `json:"marked"`      // as printed, with the signs of the screen
	Differences []string      `json:"differences"` // from the reference, in words

	where string // file and line
	runs  []run
	loud  []bool // by difference: it is an alarm
}

// mark says how a run of words stands to the reference.
type mark uint8

const (
	inBoth  mark = iota
	added        // {words} the reference does not have
	joined       // {+words+} of another utterance
	dropped      // {…} words of the reference left out
	cut          // ‹…› the reference goes on here
	extra        // ‹+words› before or after all that the reference holds
)

var signs = [...][2]string{added: {"{", "}"}, joined: {"{+", "+}"}, dropped: {"{…", "}"}, cut: {"‹…", "›"}, extra: {"‹+", "›"}}

// legend explains the signs.
const legend = "{words} not in the reference · {…} dropped · {+words+} of another utterance · ‹…› cut at an end · ‹+words› more than the reference"

// run is words of one mark, inert; a gap has none but the spaces around it.
type run struct {
	mark          mark
	words         string
	before, after string // spaces that set a gap off
}

// shown returns the words between their signs.
func (r run) shown() string {
	return r.before + signs[r.mark][0] + r.words + signs[r.mark][1] + r.after
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
		Attribution: l.credit(v.Quote), Text: l.in(v.Quote.Reading, q.Span), Differences: []string{},
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
	case t.Reference:
		return "◆ reference"
	case t.Possible:
		return "? possibly the same"
	}
	return sign(t.Relation) + " " + string(t.Relation)
}

// sign is the sign of a relation on the screen.
func sign(r news.Relation) string {
	switch r {
	case news.Verbatim:
		return "="
	case news.Styled:
		return "~"
	case news.Trimmed:
		return "…"
	case news.Edited:
		return "["
	case news.Altered:
		return "≠"
	case news.Merged:
		return "+"
	case news.Paraphrase:
		return "¶"
	}
	return "?"
}

// source names the agency and the day of publication.
func (t *Told) source() string {
	day := orElse(t.Published, "no date")
	if t.Agency != "" {
		return t.Agency + ", " + day
	}
	return day
}

// edits returns what differs in words, neighbours of a kind with no word
// between them as one; none of the reference.
func (l *lookup) edits(s *news.Statement, i int) []news.Edit {
	v := &s.Variants[i]
	if i == s.Reference {
		return nil
	}
	src, ref := l.article(v.Quote.Reading).Text, l.article(s.Variants[s.Reference].Quote.Reading).Text
	var out []news.Edit
	for _, e := range v.Edits {
		if n := len(out) - 1; n >= 0 && out[n].Kind == e.Kind && wordless(src, out[n].Variant, e.Variant) && wordless(ref, out[n].Reference, e.Reference) {
			out[n].Reference, out[n].Variant = out[n].Reference.Cover(e.Reference), out[n].Variant.Cover(e.Variant)
		} else if e.Kind != news.EditPunctuation {
			out = append(out, e)
		}
	}
	return out
}

// wordless reports whether there is no word between two spans in order.
func wordless(src string, a, b text.Span) bool {
	between := text.Span{Start: a.End, End: b.Start}
	return between.Fits(src) && !strings.ContainsFunc(between.In(src), isWordRune)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// markOf says how an edit stands in the words of the variant.
func markOf(e news.Edit) mark {
	switch {
	case e.Kind == news.EditStyle, e.Kind == news.EditPunctuation:
		return inBoth
	case !e.Variant.Empty():
		return filled(e.Kind)
	case e.Kind == news.EditCutInside, e.Kind == news.EditSubstitute, e.Kind == news.EditInsert:
		return dropped
	}
	return cut
}

func filled(k news.EditKind) mark {
	switch k {
	case news.EditInsert, news.EditSubstitute:
		return added
	case news.EditJoin:
		return joined
	case news.EditExtra:
		return extra
	}
	return inBoth
}

// runs divides a quote as printed into runs by mark.
func (l *lookup) runs(r news.Ref, edits []news.Edit) []run {
	src, s := l.article(r.Reading).Text, printed(l.quote(r))
	var out []run
	add := func(m mark, w string) {
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
		if m == inBoth || v.Start < at || v.End > s.End || v.Empty() != e.Variant.Empty() {
			continue
		}
		add(inBoth, src[at:v.Start])
		if v.Empty() {
			out = append(out, setOff(m, src[s.Start:v.Start], src[v.End:s.End]))
		}
		add(m, v.In(src))
		at = v.End
	}
	add(inBoth, src[at:s.End])
	return out
}

// setOff is a gap with a space to where words touch it.
func setOff(m mark, before, after string) run {
	g := run{mark: m}
	if r, _ := utf8.DecodeLastRuneInString(before); isWordRune(r) || strings.ContainsRune(".,;:!?)]", r) {
		g.before = " "
	}
	if r, _ := utf8.DecodeRuneInString(after); isWordRune(r) {
		g.after = " "
	}
	return g
}

// differ says in words how a telling departs from the reference, each
// departure once.
func (l *lookup) differ(t *Told, s *news.Statement, v *news.Variant, edits []news.Edit) {
	src, ref := l.article(v.Quote.Reading).Text, l.article(s.Variants[s.Reference].Quote.Reading).Text
	for _, e := range edits {
		has, had := quoted(e.Variant.In(src)), quoted(e.Reference.In(ref))
		if has == had {
			has, had = quoted(bracketed(src, e.Variant)), quoted(bracketed(ref, e.Reference))
		}
		d, loud := departure(e.Kind, has, had)
		if d != "" && !slices.Contains(t.Differences, d) {
			t.Differences, t.loud = append(t.Differences, d), append(t.loud, loud)
		}
	}
}

// bracketed returns the words of a span with the brackets they stand in.
func bracketed(src string, s text.Span) string {
	if !s.Fits(src) {
		return ""
	}
	before := strings.TrimRight(src[:s.Start], "([{")
	after := strings.TrimLeft(src[s.End:], ")]}")
	return src[len(before) : len(src)-len(after)]
}

// departure says what an edit did, and whether it is an alarm.
func departure(k news.EditKind, has, had string) (said string, loud bool) {
	switch k {
	case news.EditInsert:
		return has + " added", true
	case news.EditSubstitute:
		return has + " for " + had, true
	case news.EditCutInside:
		return had + " dropped", true
	case news.EditJoin:
		return has + " is of another utterance", true
	case news.EditCutStart:
		return "begins after " + had, false
	case news.EditCutEnd:
		return "ends before " + had, false
	case news.EditExtra:
		return "also holds " + has, false
	case news.EditOpen:
		return "openly: " + opened(has, had), false
	case news.EditStyle:
		return "style: " + opened(has, had), false
	}
	return "", false
}

const nothing = "“”"

func opened(has, had string) string {
	switch {
	case had == nothing:
		return has + " added"
	case has == nothing:
		return had + " left out"
	}
	return has + " for " + had
}

// quoted shows a run of words in marks, inert, the middle of a long one left
// out.
func quoted(s string) string {
	const most, end = 12, 4
	ws := strings.Fields(Inert(s))
	if len(ws) > most {
		rest := fmt.Sprintf("… %d words …", len(ws)-2*end)
		ws = slices.Concat(ws[:end], []string{rest}, ws[len(ws)-end:])
	}
	return "“" + strings.Join(ws, " ") + "”"
}

// doubtful is the confidence below which a speaker is shown with a question
// mark.
const doubtful = 0.6

// credit gives speaker and cue in the outlet's own words and order, and the
// name of the speaker where those words are not it.
func (l *lookup) credit(r news.Ref) string {
	q := l.quote(r)
	said, printed := l.said(r.Reading, q), oneLine(l.in(r.Reading, q.SpeakerAt))
	var names []string
	for _, e := range q.Speakers {
		names = append(names, l.Readings[r.Reading].Entities[e].Name)
	}
	name := strings.Join(names, ", ")
	switch {
	case name == "":
		said += " (unattributed)"
	case printed != "" && oneNames(text.Fold(name), text.Fold(printed)):
	default:
		said += " (" + name + ")"
	}
	if name != "" && q.Confidence < doubtful {
		said += " ?"
	}
	return strings.TrimSpace(said)
}

// oneNames reports whether one of two forms of a name holds the other.
func oneNames(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }

// said gives speaker and cue in the outlet's own words, in its order.
func (l *lookup) said(reading int, q *news.Quote) string {
	who, cue := oneLine(l.in(reading, q.SpeakerAt)), oneLine(l.in(reading, q.Cue))
	if q.Cue.Start < q.SpeakerAt.Start {
		who, cue = cue, who
	}
	return strings.TrimSpace(who + " " + cue)
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
