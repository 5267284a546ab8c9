package signs

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Part says what a run of words of a credit is.
type Part uint8

// The parts of a credit.
const (
	Between Part = iota // spaces, brackets, and the page's words between speaker and cue
	Speaker             // as the page has it there
	Cue                 // how the reporter says they spoke
	Name                // of the speaker, where the page says it otherwise
	Nobody              // nobody is credited
	Doubt               // the attribution is not sure
)

// Run is words of one part, on one line and not inert.
type Run struct {
	Part
	Words string
}

// Credit says who is given a quote of an article, and how. Where speaker and cue
// stand side by side these are the page's own words, an aside between them left
// out, with the name behind them if it is another. Words from here and there make no sentence: they are set
// apart, the name first. The name is empty for nobody.
func Credit(src string, q *news.Quote, name string) []Run {
	out := said(src, q)
	together := len(out) > 0
	printed, cue := line(q.SpeakerAt.In(src)), line(q.Cue.In(src))
	switch another := name != "" && (printed == "" || !OneName(text.Fold(name), text.Fold(printed))); {
	case together && name == "":
		out = append(out, Run{Between, " "}, Run{Nobody, "(unattributed)"})
	case together && another:
		out = append(out, Run{Between, " ("}, Run{Name, name}, Run{Between, ")"})
	case together:
	default:
		out = apart(printed, name, another)
	}
	if name != "" && q.Confidence < Sure {
		out = append(out, Run{Doubt, " ?"})
	}
	if !together && cue != "" {
		out = append(out, Run{Between, " · "}, Run{Cue, cue})
	}
	return out
}

// apart is who is credited where the cue stands elsewhere.
func apart(printed, name string, another bool) []Run {
	var out []Run
	switch {
	case another && printed != "":
		out = []Run{{Name, name}, {Between, " (“"}, {Speaker, printed}, {Between, "”)"}}
	case another:
		out = []Run{{Name, name}}
	case printed != "":
		out = []Run{{Speaker, printed}}
	}
	if name == "" {
		if printed != "" {
			out = append(out, Run{Between, " "})
		}
		out = append(out, Run{Nobody, "(unattributed)"})
	}
	return out
}

// said returns the page's words from speaker to cue, or from cue to speaker, nil
// if they do not stand side by side in one sentence, or make none.
func said(src string, q *news.Quote) []Run {
	first, second := Run{Part: Speaker}, Run{Part: Cue}
	a, b := q.SpeakerAt, q.Cue
	if !a.Fits(src) || !b.Fits(src) || a.Empty() || b.Empty() {
		return nil
	}
	if b.Start < a.Start {
		a, b, first, second = b, a, second, first
	}
	between := text.Span{Start: a.End, End: b.Start}
	if between.End < between.Start || !beside(src, between) || between.Overlaps(q.Span) {
		return nil
	}
	first.Words, second.Words = line(a.In(src)), line(b.In(src))
	gap := joint(between.In(src))
	if gap == " " && second.Part == Cue && isParticiple(second.Words) {
		return nil
	}
	return []Run{first, {Between, gap}, second}
}

// isParticiple reports whether a cue makes no sentence with its speaker alone:
// saying, not urging.
func isParticiple(cue string) bool {
	return slices.ContainsFunc(strings.Fields(cue), func(w string) bool { return strings.HasSuffix(w, "ing") })
}

// beside reports whether words are so few that those around them stand side by
// side: no sentence ends between them, and nobody is quoted.
func beside(src string, between text.Span) bool {
	const most, aside = 40, 120 // bytes
	w := between.In(src)
	if len(w) > aside || len(w) > most && !isAside(w) {
		return false
	}
	return !strings.ContainsAny(w, "\n\r.!?;:“”„‟\"«»‹›")
}

// isAside reports whether words stand between commas, a role mostly, or are a
// comma alone, which ends one.
func isAside(w string) bool {
	w = strings.TrimSpace(w)
	return strings.HasPrefix(w, ",") && strings.HasSuffix(w, ",")
}

// joint is what stands between speaker and cue, on one line, without an
// aside.
func joint(w string) string {
	if isAside(w) {
		return " "
	}
	out := line(w)
	if strings.TrimLeftFunc(w, unicode.IsSpace) != w {
		out = " " + out
	}
	if out != " " && strings.TrimRightFunc(w, unicode.IsSpace) != w {
		out += " "
	}
	return out
}

func line(s string) string { return strings.Join(strings.Fields(s), " ") }
