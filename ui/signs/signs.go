// Package signs has the signs that stand in the words of a statement, and the
// words for how a telling departs from the reference: the same on the screen and
// on a sheet.
package signs

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Sure is the confidence from which an attribution is shown without a question
// mark.
const Sure = 0.6

// Mark says how a run of words stands to the reference.
type Mark uint8

// The marks. A gap is the place of words that are not there.
const (
	None    Mark = iota // in both
	Added               // {words} the reference does not have
	Joined              // {+words+} of another utterance
	Dropped             // {…} a gap: words of the reference left out
	Cut                 // ‹…› a gap: the reference goes on here
	Extra               // ‹+words› before or after all that the reference holds
	Opened              // changed openly; a gap shows by the page's own sign
	Styled              // of house style
)

// Around returns the signs before and after words of the mark; a gap is both,
// with nothing between.
func (m Mark) Around() (before, after string) {
	switch m {
	case Added:
		return "{", "}"
	case Joined:
		return "{+", "+}"
	case Dropped:
		return "{…", "}"
	case Cut:
		return "‹…", "›"
	case Extra:
		return "‹+", "›"
	}
	return "", ""
}

// Of says how an edit stands in the words of the variant.
func Of(e news.Edit) Mark {
	switch {
	case e.Kind == news.EditPunctuation:
		return None
	case e.Kind == news.EditStyle:
		return Styled
	case !e.Variant.Empty():
		return filled(e.Kind)
	case e.Kind == news.EditCutInside, e.Kind == news.EditSubstitute, e.Kind == news.EditInsert:
		return Dropped
	case e.Kind == news.EditOpen:
		return Opened
	}
	return Cut
}

func filled(k news.EditKind) Mark {
	switch k {
	case news.EditInsert, news.EditSubstitute:
		return Added
	case news.EditJoin:
		return Joined
	case news.EditExtra:
		return Extra
	case news.EditOpen:
		return Opened
	}
	return None
}

// Edits returns what differs in words between a variant in src and the
// reference in ref, neighbours of a kind with no word between them as one.
func Edits(all []news.Edit, src, ref string) []news.Edit {
	var out []news.Edit
	for _, e := range all {
		if n := len(out) - 1; n >= 0 && out[n].Kind == e.Kind && out[n].Elsewhere == e.Elsewhere && wordless(src, out[n].Variant, e.Variant) && wordless(ref, out[n].Reference, e.Reference) {
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
	return between.Fits(src) && !strings.ContainsFunc(between.In(src), IsWordRune)
}

// IsWordRune reports whether a character is of a word.
func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Departure says in words what an edit did, and whether it is an alarm; it is
// empty where there is nothing to say. The words are those of the articles, and
// not inert.
func Departure(e news.Edit, src, ref string) (said string, loud bool) {
	has, had := quoted(e.Variant.In(src)), quoted(e.Reference.In(ref))
	if has == had {
		has, had = quoted(bracketed(src, e.Variant)), quoted(bracketed(ref, e.Reference))
	}
	switch {
	case e.Elsewhere && e.Kind == news.EditExtra:
		return "elsewhere in the reference's article: " + has, false
	case e.Elsewhere:
		return "elsewhere in the article: " + had, false
	}
	switch e.Kind {
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

// bracketed returns the words of a span with the brackets they stand in.
func bracketed(src string, s text.Span) string {
	if !s.Fits(src) {
		return ""
	}
	before := strings.TrimRight(src[:s.Start], "([{")
	after := strings.TrimLeft(src[s.End:], ")]}")
	return src[len(before) : len(src)-len(after)]
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

// quoted shows a run of words in marks, the middle of a long one left out.
func quoted(s string) string {
	const most, end = 12, 4
	ws := strings.Fields(s)
	if len(ws) > most {
		rest := fmt.Sprintf("… %d words …", len(ws)-2*end)
		ws = slices.Concat(ws[:end], []string{rest}, ws[len(ws)-end:])
	}
	return "“" + strings.Join(ws, " ") + "”"
}

// Of one cell each, to be told without colour.
const (
	Reference = "◆"
	Possible  = "?"
)

// Relation is the sign of a relation.
func Relation(r news.Relation) string {
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
	return Possible
}

// Missing names the outlets of a story that do not carry a statement, and those
// that published too early to. Neither is nil.
func Missing(s *news.Statement) (absent, early []string) {
	absent, early = []string{}, []string{}
	for _, a := range s.Absent {
		if a.TooEarly {
			early = append(early, a.Outlet)
		} else {
			absent = append(absent, a.Outlet)
		}
	}
	return absent, early
}

// NotFound returns the outlets of a statement's story that neither tell it, not even
// possibly, nor are known to lack it.
func NotFound(b *news.Briefing, s *news.Statement) []string {
	if s.Story < 0 || s.Story >= len(b.Stories) {
		return nil
	}
	absent, early := Missing(s)
	known := append(absent, early...)
	for _, v := range s.Variants {
		if r := v.Quote.Reading; r >= 0 && r < len(b.Readings) {
			known = append(known, b.Readings[r].Article.OutletName())
		}
	}
	var out []string
	for _, o := range b.Stories[s.Story].Outlets {
		if !slices.Contains(known, o) {
			out = append(out, o)
		}
	}
	return out
}

// OneName reports whether one of two folded forms of a name holds the other.
func OneName(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }
