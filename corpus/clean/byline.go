package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const bylineWords = 30

// byline marks the lines that name the authors, and reads them where nothing
// declares them.
func (p *page) byline() {
	for i := range p.parts {
		t := &p.parts[i]
		if t.words > bylineWords || t.kind == news.Metadata || t.kind == news.Headline {
			continue
		}
		switch {
		case t.kind == news.Caption || t.kind == news.Credit:
		case p.loneBy(i):
			p.parts[i].kind, p.parts[i+1].kind = news.Byline, news.Byline
			p.readByline(p.parts[i+1].Span)
		case isByline(plain(p.src, t.Span).In(p.src)):
			t.kind = news.Byline
			if i <= p.first || len(p.a.Byline) == 0 && i < p.first+3 {
				at := plain(p.src, t.Span)
				p.readByline(text.Span{Start: at.Start + byLen(at.In(p.src)), End: at.End})
			}
		case i < p.first && isOffice(t.In(p.src)):
			t.kind = news.Byline
		case i < p.first && p.wireAlone(t):
			t.kind = news.Byline
		case i < p.first && p.overOutlet(i):
			t.kind, p.parts[i+1].kind = news.Byline, news.Byline
			p.readByline(t.Span)
		case p.namesAuthor(t):
			t.kind = news.Byline
			p.locate(t)
		}
	}
}

// plain returns the span without the stars and lines that set a byline in
// italics.
func plain(src string, at text.Span) text.Span {
	for !at.Empty() && strings.IndexByte("*_", src[at.Start]) >= 0 {
		at.Start++
	}
	for !at.Empty() && strings.IndexByte("*_", src[at.End-1]) >= 0 {
		at.End--
	}
	return at
}

// isOffice reports whether a line is a byline that names an office alone: "By
// Courier Staff".
func isOffice(s string) bool {
	n := byLen(s)
	if n == 0 || !capitalised(s[n:]) || strings.Count(s, " ") > 6 || endsSentence(s) {
		return false
	}
	for w := range strings.FieldsSeq(s[n:]) {
		if load.IsRole(w) {
			return true
		}
	}
	return false
}

// loneBy reports whether "By" stands on a line of its own before a name.
func (p *page) loneBy(i int) bool {
	if p.parts[i].key != "by" || i+1 >= len(p.parts) {
		return false
	}
	next := &p.parts[i+1]
	return next.words <= 8 && nameLen(next.In(p.src)) > 0
}

// wireAlone reports whether a line above the article is the name of a news
// agency, and takes it for the agency.
func (p *page) wireAlone(t *part) bool {
	s := t.In(p.src)
	name, ok := lexicon.AgencyOf(s)
	if !ok || len(s) < 4 && s != strings.ToUpper(s) {
		return false
	}
	p.agency(name, news.FromByline, t.Span)
	return true
}

// overOutlet reports whether a line is names alone, with the outlet or the
// writer's standing on the next.
func (p *page) overOutlet(i int) bool {
	t := &p.parts[i]
	if !t.open() || t.sentence || t.words > 10 || i+1 >= len(p.parts) || !p.allNames(t) {
		return false
	}
	next := p.parts[i+1].key
	outlet, _ := lexicon.FurnitureKey(p.a.Outlet.Value, keyBytes)
	if outlet != "" && next == outlet {
		return true
	}
	for _, w := range []string{"special to ", "special for ", "opinion contributor", "opinion columnist", "staff writer", "staff reporter", "staff correspondent", "contributing writer", "guest columnist"} {
		if strings.Contains(next, w) && p.parts[i+1].words < 8 {
			return true
		}
	}
	return false
}

// allNames reports whether a part is personal names and nothing else.
func (p *page) allNames(t *part) bool {
	s := t.In(p.src)
	for _, at := range load.SplitNames(s) {
		if n := nameLen(at.In(s)); n != at.Len() {
			return false
		}
	}
	return true
}

// namesAuthor reports whether a short line is no more than an author that is
// already known.
func (p *page) namesAuthor(t *part) bool {
	if t.words > 8 || t.words < 2 {
		return false
	}
	s := plain(p.src, t.Span).In(p.src)
	s = s[byLen(s):]
	for _, b := range p.a.Byline {
		if rest, ok := strings.CutPrefix(s, b.Value); ok && len(b.Value) > 4 && len(rest) < 30 && endsName(rest) {
			return true
		}
	}
	return false
}

// locate points the known authors at the part that prints them.
func (p *page) locate(t *part) {
	s := t.In(p.src)
	for i := range p.a.Byline {
		b := &p.a.Byline[i]
		if j := strings.Index(s, b.Value); j >= 0 && b.At.Empty() {
			b.At = text.Span{Start: t.Start + j, End: t.Start + j + len(b.Value)}
		}
	}
}

// readByline reads names, and a date, from a byline without its "By".
func (p *page) readByline(at text.Span) {
	s := at.In(p.src)
	if day, from, to := dayIn(s); to > 0 && day.Year > 0 && p.a.Published.Date.IsZero() {
		p.a.Published = news.DateField{Date: day, Origin: news.FromByline, At: shift(at.Start, from, to)}
	}
	if len(p.a.Byline) > 0 {
		p.locate(&part{Span: at})
		return
	}
	for _, n := range bylineNames(s) {
		f := news.Field{Value: n.In(s), Origin: news.FromByline, At: shift(at.Start, n.Start, n.End)}
		if name, ok := lexicon.AgencyOf(f.Value); ok {
			p.agency(name, news.FromByline, f.At)
			continue
		}
		p.a.Byline = append(p.a.Byline, f)
	}
}

func shift(by, from, to int) text.Span { return text.Span{Start: by + from, End: by + to} }

// isByline reports whether a line is "By" and at least one name, with at most
// a role, place, outlet or date after it.
func isByline(s string) bool {
	n := byLen(s)
	if n == 0 || len(s) > 240 {
		return false
	}
	return len(bylineNames(s[n:])) > 0
}

// byLen returns the length of the word that begins a byline.
func byLen(s string) int {
	for _, w := range []string{"By ", "BY ", "by ", "By: ", "Written by ", "Reported by ", "Story by ", "Analysis by ", "Author: ", "Words by "} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// bylineNames returns where the names stand in a byline: those joined by
// commas up to the last "and", the first alone if there is none. What follows
// a comma after that is a role or an outlet.
func bylineNames(s string) []text.Span {
	pieces := load.SplitNames(s)
	keep := 1
	for i := 1; i < len(pieces); i++ {
		if joint := s[pieces[i-1].End:pieces[i].Start]; strings.Contains(joint, "and") || strings.Contains(joint, "&") {
			keep = i + 1
		}
	}
	var out []text.Span
	for i, at := range pieces {
		n := nameLen(at.In(s))
		if i == 0 && n == 0 || i == 0 && !endsName(at.In(s)[n:]) {
			return nil
		}
		if i < keep && n > 0 {
			out = append(out, text.Span{Start: at.Start, End: at.Start + n})
		}
	}
	return out
}

// endsName reports whether what follows a name in a byline can follow one.
func endsName(rest string) bool {
	rest = strings.TrimSpace(rest)
	word, more, _ := strings.Cut(rest, " ")
	next, _, _ := strings.Cut(more, " ")
	if rest == "" || load.IsRole(word) || load.IsRole(next) || strings.IndexByte("(|-,/·•", rest[0]) >= 0 || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") {
		return true
	}
	for _, w := range []string{"in ", "for ", "at ", "of ", "from ", "on ", "@"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	_, n := load.ScanDay(rest)
	return n > 0 || isDigit(rest[0]) || strings.HasPrefix(rest, "Published") || strings.HasPrefix(rest, "Updated")
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// particles are the small words inside names.
var particles = []string{"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "bin", "ibn", "al", "el", "ter", "ten", "y"}

// notNames are capitalised words that bylines hold beside names and offices.
var notNames = []string{
	"service", "agency", "news", "press", "updated", "published", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
}

// nameLen returns the length of the personal name, or name of an agency, s
// begins with; 0 if it begins with none.
func nameLen(s string) int {
	end, words := 0, 0
	for i := 0; i < len(s) && words < 6; {
		n := strings.IndexAny(s[i:], " ,|(")
		if n < 0 {
			n = len(s) - i
		}
		w := s[i : i+n]
		switch {
		case isNameWord(w):
			end = i + n
			words++
		case words > 2 && load.IsRole(w): // "Ida Holm Business reporter"
			end = strings.LastIndexByte(s[:end], ' ')
			return nameEnd(s, end, words-1)
		case words == 0 || !contains(particles, w):
			return nameEnd(s, end, words)
		default:
			words++
		}
		i += n
		if i >= len(s) || s[i] != ' ' {
			break
		}
		i++
	}
	return nameEnd(s, end, words)
}

func nameEnd(s string, end, words int) int {
	if words >= 2 {
		return end
	}
	if _, ok := lexicon.AgencyOf(s[:end]); ok {
		return end
	}
	return 0
}

// isNameWord reports whether a word can be part of a name as bylines print it.
func isNameWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) || len(w) > 24 || load.IsRole(w) || contains(notNames, strings.ToLower(w)) {
		return false
	}
	for _, r := range w {
		if !unicode.IsLetter(r) && !strings.ContainsRune(".-'’", r) {
			return false
		}
	}
	_, n := load.ScanDay(w)
	return n == 0
}

func contains(list []string, w string) bool {
	for _, l := range list {
		if l == w {
			return true
		}
	}
	return false
}
