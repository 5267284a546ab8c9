package clean

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// rights reads the outlet and the agency out of disclaimers and copyright
// lines, where nothing declares them.
func (p *page) rights() {
	for i := range p.parts {
		t := &p.parts[i]
		if t.open() || t.words > 90 {
			continue
		}
		s := t.In(p.src)
		p.fed = p.fed || strings.Contains(s, "syndicated feed") || t.class == lexicon.FurnitureSign && hasAny(s, "feed", "news service", "news agency", "wire")
		p.feed(t, s)
		p.disclaims(t, s)
	}
	for i := range p.parts {
		if t := &p.parts[i]; t.kind == news.Credit || t.hint == news.Furniture {
			p.copyright(t, t.In(p.src))
		}
	}
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// feed reads "generated from the X news service", "inputs from X".
func (p *page) feed(t *part, s string) {
	for _, lead := range []string{"generated from the ", "generated from ", "published from the ", "taken from the ", "inputs from ", "input from "} {
		i := strings.Index(s, lead)
		if i < 0 {
			continue
		}
		i += len(lead)
		n := properLen(s[i:])
		if name, ok := agencyIn(s[i : i+n]); ok {
			p.agency(name, news.FromPage, shift(t.Start, i, i+n))
		}
	}
}

// properLen returns the length of the capitalised words s begins with.
func properLen(s string) int {
	end := 0
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], " ,.;()/\n")
		if n < 0 {
			n = len(s) - i
		}
		if n == 0 || !capitalised(s[i:i+n]) {
			break
		}
		i += n
		end = i
		if i >= len(s) || s[i] != ' ' {
			break
		}
		i++
	}
	return end
}

// disclaims reads the outlet from "X holds no responsibility", "not been
// edited by X staff".
func (p *page) disclaims(t *part, s string) {
	for _, verb := range []string{" holds no responsibility", " is not responsible", " bears no responsibility", " takes no responsibility", " does not vouch", " assumes no responsibility", " has not edited"} {
		i := strings.Index(s, verb)
		if i > 0 {
			p.outlet(t, text.Span{Start: sentenceStart(s[:i]), End: i}, s)
		}
	}
	if i := strings.Index(s, "edited by "); i >= 0 && strings.Contains(s[:i], "not been") {
		i += len("edited by ")
		p.outlet(t, text.Span{Start: i, End: i + properLen(strings.TrimPrefix(s[i:], "the "))}, s)
	}
}

// sentenceStart returns the offset of the last sentence of s.
func sentenceStart(s string) int {
	i := strings.LastIndex(s, ". ")
	if i < 0 {
		return 0
	}
	return i + 2
}

// outlet sets the outlet to the words at a span of a part, if they are a name.
func (p *page) outlet(t *part, at text.Span, s string) {
	name := strings.TrimPrefix(at.Trim(s).In(s), "The editors of ")
	if p.a.Outlet.Value != "" || name == "" || !capitalised(name) || len(strings.Fields(name)) > 6 || strings.HasPrefix(name, "This ") {
		return
	}
	at = at.Trim(s)
	at.Start = at.End - len(name)
	p.a.Outlet = news.Field{Value: name, Origin: news.FromPage, At: shift(t.Start, at.Start, at.End)}
}

// copyright reads "© 2025 The Harbour Post, LLC." An agency that holds the
// rights is the agency.
func (p *page) copyright(t *part, s string) {
	i := strings.Index(s, "©")
	switch {
	case i >= 0:
		i += len("©")
	case strings.HasPrefix(s, "Copyright "):
		i = len("Copyright ")
	case strings.HasPrefix(s, "(c) "):
		i = len("(c) ")
	default:
		return
	}
	for i < len(s) && strings.IndexByte(" 0123456789-,–", s[i]) >= 0 {
		i++
	}
	n := holderLen(s[i:])
	if n == 0 {
		return
	}
	at := text.Span{Start: i, End: i + n}
	if name, ok := lexicon.AgencyOf(at.In(s)); ok {
		p.agency(name, news.FromPage, shift(t.Start, at.Start, at.End))
		return
	}
	p.outlet(t, at, s)
}

// holderLen returns the length of the name of who holds the rights, without
// the letters of a company's form.
func holderLen(s string) int {
	n := properLen(s)
	for {
		name := strings.TrimRight(s[:n], " ,")
		cut := false
		for _, form := range []string{" LLC", " Inc", " Ltd", " Limited", " Corp", " Company", " GmbH", " All", " Copyright", " AG"} {
			if head, ok := strings.CutSuffix(name, form); ok {
				name, cut = head, true
			}
		}
		n = len(name)
		if !cut {
			return n
		}
	}
}
