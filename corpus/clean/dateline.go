package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const (
	maxDateline = 120 // bytes
	datelineLag = 3   // paragraphs a page may put before the one with the dateline
)

// dateline is what stands before the first sentence of wire copy.
type dateline struct {
	words  text.Span // "CITY, Dec 3 (AGENCY)"
	block  text.Span // with the dash that ends it
	source text.Span // inside the brackets; may be empty
	day    news.Date // year 0 if none is given
	dayAt  text.Span
}

// dateline reads the dateline off the first paragraphs of the article.
func (p *page) dateline() {
	tried := 0
	for i := range p.parts {
		t := &p.parts[i]
		if !t.open() || t.words < 4 {
			continue
		}
		if dl, ok := scanDateline(t.In(p.src)); ok {
			p.setDateline(t, dl)
			return
		}
		if tried++; tried >= datelineLag {
			return
		}
	}
}

func (p *page) setDateline(t *part, dl dateline) {
	at := func(s text.Span) text.Span { return shift(t.Start, s.Start, s.End) }
	t.lead = news.Block{Span: at(dl.block), Kind: news.Dateline}
	p.a.Dateline = news.Field{Value: at(dl.words).In(p.src), Origin: news.FromDateline, At: at(dl.words)}
	if !dl.source.Empty() {
		p.source(at(dl.source))
	}
	if dl.day.Year > 0 && p.a.Published.Date.IsZero() {
		p.a.Published = news.DateField{Date: dl.day, Origin: news.FromDateline, At: at(dl.dayAt)}
	}
}

// source takes the name in a dateline's brackets for the agency, if one is
// called so. Any other name waits until the rest of the page has been read.
func (p *page) source(at text.Span) {
	if a, ok := agencyIn(at.In(p.src)); ok {
		p.agency(a, news.FromDateline, at)
		return
	}
	p.unsure = at
}

// settle takes an unknown name in the dateline for the outlet if none is
// known, and for the agency if the page says that it took the report from one.
func (p *page) settle() {
	name := p.unsure.In(p.src)
	f := news.Field{Value: name, Origin: news.FromDateline, At: p.unsure}
	switch {
	case name == "":
	case p.a.Outlet.Value == "":
		p.a.Outlet = f
	case p.fed && !strings.Contains(p.a.Outlet.Value, name):
		p.agency(name, f.Origin, f.At)
	}
}

func (p *page) agency(name string, from news.Origin, at text.Span) {
	if p.a.Agency.Value == "" {
		p.a.Agency = news.Field{Value: name, Origin: from, At: at}
	}
}

// scanDateline reads the dateline s begins with.
func scanDateline(s string) (dateline, bool) {
	c := &dateScanner{s: s[:min(len(s), maxDateline)]}
	for !c.done && !c.failed {
		c.step()
	}
	if c.failed || !c.plausible() {
		return dateline{}, false
	}
	rest := text.Span{Start: c.i, End: len(s)}.Trim(s)
	if !begins(rest.In(s)) {
		return dateline{}, false
	}
	c.out.block = text.Span{Start: 0, End: c.i}.Trim(s)
	c.out.words = text.Span{Start: 0, End: c.end}.Trim(s)
	return c.out, true
}

// begins reports whether s can be the beginning of a story.
func begins(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«[("))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '$' || r == '€' || r == '£'
}

// dateScanner walks over a dateline.
type dateScanner struct {
	s      string
	i      int
	end    int // before the dash
	out    dateline
	words  int
	shout  bool // the first word is all capitals
	done   bool
	failed bool
}

// step reads one item: a dash that ends it, brackets, a day, or a word.
func (c *dateScanner) step() {
	rest := c.s[c.i:]
	switch n := dashLen(rest, c.i > 0 && c.s[c.i-1] == ' '); {
	case rest == "":
		c.failed = true
	case n > 0:
		c.end, c.i, c.done = c.i, c.i+n, true
	case rest[0] == '(':
		c.brackets()
	case rest[0] == ':':
		c.end, c.i, c.done = c.i, c.i+1, true
		c.failed = c.out.source.Empty() && c.out.dayAt.Empty()
	case strings.IndexByte(" ,./'", rest[0]) >= 0:
		c.i++
	case strings.HasPrefix(rest, "’"):
		c.i += len("’")
	default:
		c.dayOrWord(rest)
	}
}

// dashLen returns the length of the dash that ends a dateline; a lone hyphen
// needs space on both sides.
func dashLen(s string, spaced bool) int {
	for _, d := range []string{"—", "–", "―", "--"} {
		if strings.HasPrefix(s, d) {
			return len(d)
		}
	}
	if spaced && (strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "-\u00a0")) {
		return 1
	}
	return 0
}

// brackets reads the source. Without a dash after them they end a dateline
// too: "(CNN) The mayor …".
func (c *dateScanner) brackets() {
	n := strings.IndexByte(c.s[c.i:], ')')
	inner := text.Span{Start: c.i + 1, End: c.i + n}
	if n > 3 && c.words == 0 && isBracketed(inner.In(c.s)) {
		c.words, c.shout = 1, true
		c.i += n + 1
		return
	}
	if n < 3 || n > 40 || !c.out.source.Empty() || !isSource(inner.In(c.s)) {
		c.failed = true
		return
	}
	c.out.source = inner
	c.i += n + 1
	rest := strings.TrimLeft(c.s[c.i:], " \u00a0")
	if dashLen(rest, true) > 0 || strings.HasPrefix(rest, ":") || c.dayFollows(rest) || strings.HasPrefix(rest, ",") {
		return
	}
	c.end, c.done = c.i, true
	c.failed = rest == "" || rest == c.s[c.i:] || !isInitials(inner.In(c.s))
}

// isBracketed reports whether the words in brackets at the beginning are the
// place and not the source: "(PORT ELLIS, N.H.) — ".
func isBracketed(s string) bool {
	if _, known := agencyIn(s); known {
		return false
	}
	first := s[:placeWord(s)]
	return len(first) > 2 && first == strings.ToUpper(first) && (len(s) > 6 || strings.Contains(s, ","))
}

func (c *dateScanner) dayFollows(rest string) bool {
	_, n := load.ScanDay(rest)
	return n > 0
}

// isSource reports whether the words in a dateline's brackets name an agency
// or outlet: known, or short and capitalised.
func isSource(s string) bool {
	if _, ok := agencyIn(s); ok {
		return true
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 || !capitalised(s) {
		return false
	}
	if _, n := load.ScanDay(s); n > 0 {
		return false
	}
	for _, w := range words {
		if !capitalised(w) {
			return false
		}
	}
	return true
}

// isInitials reports whether a source is a known agency or written in
// capitals, and so needs no more to be one.
func isInitials(s string) bool {
	_, ok := agencyIn(s)
	return ok || s == strings.ToUpper(s)
}

func (c *dateScanner) dayOrWord(rest string) {
	if d, n := load.ScanDay(rest); n > 0 && c.out.dayAt.Empty() {
		c.out.day, c.out.dayAt = d, shift(c.i, 0, n)
		c.i += n
		return
	}
	n := placeWord(rest)
	w := rest[:n]
	if n == 0 || !capitalised(w) && (c.words == 0 || !contains(particles, w) && w != "of" && w != "and" && w != "the" && w != "upon") {
		c.failed = true
		return
	}
	if c.words == 0 {
		c.shout = len(w) > 2 && w == strings.ToUpper(w)
	}
	c.words++
	c.i += n
	c.failed = c.words > 9
}

// placeWord returns the length of the word s begins with; hyphens belong to
// it, dashes do not.
func placeWord(s string) int {
	for i, r := range s {
		if r == '-' && i > 0 && i+1 < len(s) && s[i+1] != '-' && s[i+1] != ' ' {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
	}
	return len(s)
}

// notPlaces are words set in capitals before a dash that are no places.
var notPlaces = []string{
	"EXCLUSIVE", "BREAKING", "UPDATE", "UPDATED", "ANALYSIS", "OPINION", "WATCH", "VIDEO", "PHOTOS", "LIVE", "REPORT", "NEWS", "EDITORIAL",
	"COMMENTARY", "EXPLAINER", "FACT", "CORRECTION", "CLAIM", "QUESTION", "ANSWER", "FILE", "MORE", "READ", "RELATED", "ALSO", "NOTE", "THE",
	"JUST", "URGENT", "ALERT", "REVIEW", "INTERVIEW", "FLASHBACK", "WARNING", "POLL", "TRUE", "FALSE", "YES", "NOT", "AND", "BUT",
}

// plausible reports whether what was read is a dateline: it names its source
// or its day, or begins with a place in capitals.
func (c *dateScanner) plausible() bool {
	first := strings.TrimLeft(c.s, "(")
	first = first[:placeWord(first)]
	switch {
	case contains(notPlaces, first):
		return false
	case !c.out.source.Empty() && isInitials(c.out.source.In(c.s)):
		return true
	case c.words == 0:
		return false
	}
	return c.shout || !c.out.dayAt.Empty()
}
