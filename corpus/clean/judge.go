package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

// judge says what a part is from its own words, where they leave no doubt.
func (p *page) judge(t *part) {
	s := t.In(p.src)
	switch t.hint {
	case news.Metadata, news.Headline, news.Subhead:
		t.kind = t.hint
		return
	case news.Caption:
		t.kind = t.hint
		if phraseClass(s, t) == lexicon.FurnitureNav {
			t.kind = news.Furniture
		}
		return
	case news.Furniture:
		if p.a.Format == load.Markdown {
			t.kind = t.hint
			return
		}
	}
	t.class = phraseClass(s, t)
	if t.class != lexicon.NotFurniture && isSpeech(s) && t.words > 8 {
		t.class = lexicon.NotFurniture
	}
	switch {
	case t.class != lexicon.NotFurniture:
		t.kind = kindOf(t.class)
	case isSignoff(s):
		t.kind, t.class = news.Credit, lexicon.FurnitureSign
	case isWordless(s) || isAddress(s) || isShortcode(s) || isLink(s, t) || isBar(s, t):
		t.kind = news.Furniture
	case isShout(s):
		t.kind = news.Caption
	case isCaption(s, t):
		t.kind = news.Caption
	default:
		p.trailer(t)
	}
}

// phraseClass says what the phrases of a part make of it.
func phraseClass(s string, t *part) lexicon.FurnitureClass {
	if strings.Contains(s, "; Editing by") || strings.Contains(s, "; editing by") {
		return lexicon.FurnitureSign
	}
	if isRights(s) {
		return lexicon.FurnitureWork
	}
	return lexicon.FurnitureOf(lexicon.FurnitureLine{
		Key: t.key, Words: t.words, Sentence: t.sentence, Quoted: isQuoting(s),
	})
}

// isQuoting reports whether a line holds quotation marks.
func isQuoting(s string) bool {
	return strings.IndexByte(s, '"') >= 0 || strings.Contains(s, "“") || strings.Contains(s, "”") || strings.Contains(s, "«")
}

// isRights reports whether a line says who holds the rights: "Copyright 2031
// The Post".
func isRights(s string) bool {
	const word = "copyright "
	if len(s) <= len(word) || !strings.EqualFold(s[:len(word)], word) {
		return false
	}
	rest := s[len(word):]
	return isDigit(rest[0]) || strings.HasPrefix(rest, "©") || strings.HasPrefix(rest, "(c)")
}

func kindOf(c lexicon.FurnitureClass) news.BlockKind {
	switch c {
	case lexicon.FurnitureImage:
		return news.Caption
	case lexicon.FurnitureWork, lexicon.FurnitureSign:
		return news.Credit
	}
	return news.Furniture
}

// isSpeech reports whether a line begins with a quotation.
func isSpeech(s string) bool {
	return strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "«")
}

// isWordless reports whether a line has no letter in it: rules, page numbers,
// the labels of a chart.
func isWordless(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isAddress reports whether a line is nothing but a web or mail address.
func isAddress(s string) bool {
	if strings.ContainsAny(s, " \t") {
		return false
	}
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") ||
		strings.Count(s, "@") == 1 && strings.Contains(s, ".")
}

// isShortcode reports whether a line is a mark of the publishing system, as
// in [gallery id="1"] or {{ad}}.
func isShortcode(s string) bool {
	if strings.HasPrefix(s, "{{") && strings.HasSuffix(s, "}}") {
		return true
	}
	if len(s) < 3 || s[0] != '[' || s[len(s)-1] != ']' || strings.IndexByte(s, ']') != len(s)-1 {
		return false
	}
	inner := s[1 : len(s)-1]
	word, _, _ := strings.Cut(inner, " ")
	return word == strings.ToLower(word) && (word == inner || strings.Contains(inner, "="))
}

// isBar reports whether a line is a menu or the path to the page: short words
// between bars or arrows.
func isBar(s string, t *part) bool {
	marks := strings.Count(s, "|") + strings.Count(s, "»") + strings.Count(s, "›") + strings.Count(s, " > ") + strings.Count(s, "•") + strings.Count(s, "·")
	if t.sentence || strings.Contains(s, "«") {
		return false
	}
	return marks > 2 && t.words <= 4*(marks+1) || marks > 0 && strings.HasPrefix(t.key, "you are here") || marks > 1 && strings.HasPrefix(t.key, "home ")
}

// isLink reports whether a line is a link to another story: set in brackets,
// pointed at by an arrow, or a kicker and a title with no space between.
func isLink(s string, t *part) bool {
	if t.sentence && !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "]") || t.words > titleWords {
		return false
	}
	n := len(s)
	switch s[n-1] {
	case ')':
		return s[0] == '(' && strings.Contains(s, ":") && !endsSentence(s)
	case ']':
		return s[0] == '[' && t.words > 3 && !endsSentence(s)
	}
	if strings.HasSuffix(s, "»") && !strings.Contains(s, "«") || strings.HasSuffix(s, ">>") || strings.HasSuffix(s, "→") {
		return true
	}
	i := strings.IndexByte(s, ':')
	return i > 3 && i+4 < n && strings.Count(s[:i], " ") < 7 && isGlued(s[i-1], s[i+1:])
}

// isGlued reports whether words follow a colon at once, as where a page sets
// the two apart by style alone.
func isGlued(before byte, after string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "'\"‘“"))
	return unicode.IsLetter(rune(before)) && after[0] != ' ' && unicode.IsUpper(r) && strings.Contains(after, " ")
}

// isSignoff reports whether a line ends wire copy: "-30-", "ENDS", "###",
// "END/AB/CD/", "ab/cde/fg".
func isSignoff(s string) bool {
	switch s {
	case "-30-", "–30–", "—30—", "- 30 -", "—30", "###", "# # #":
		return true
	}
	switch strings.Trim(s, "-–—()*. ") {
	case "END", "ENDS", "Ends", "ends":
		return true
	}
	if len(s) > 24 || strings.Count(s, "/") == 0 || strings.ContainsAny(s, " .:") {
		return false
	}
	for tok := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == '-' }) {
		if len(tok) > 4 || !isLetters(tok) {
			return false
		}
		if up := strings.ToUpper(tok); tok != up && tok != strings.ToLower(tok) {
			return false
		}
	}
	return strings.Count(s, "/") > 1 || s == strings.ToLower(s)
}

func isLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return s != ""
}

// isShout reports whether a line is the caption of a film that begins with
// the button that shuts it: "CLOSE Two ferries …".
func isShout(s string) bool {
	rest, ok := strings.CutPrefix(s, "CLOSE ")
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsPunct(r)
}

// trailers are the words that a page leaves at the end of a paragraph where a
// film, picture or post stood.
var trailers = []string{"YouTube", "Getty Images", "Facebook", "Twitter", "Instagram", "Advertisement", "ADVERTISEMENT", "Read More", "READ MORE", "AD"}

// trailer cuts off what a page or an agency puts behind the last sentence of
// a paragraph.
func (p *page) trailer(t *part) {
	s := t.In(p.src)
	for _, w := range trailers {
		head, ok := strings.CutSuffix(s, " "+w)
		if ok && len(head) > 40 && endsSentence(head) {
			t.cutTail(t.Start+len(head), news.Furniture)
			return
		}
	}
	if head, inner, ok := lastBracket(s); ok && len(head) > 40 && endsSentence(head) {
		if name, known := agencyIn(inner); known {
			t.cutTail(t.Start+len(head), news.Credit)
			at := t.tail.Trim(p.src)
			at.Start, at.End = at.Start+1, at.End-1
			p.agency(name, news.FromPage, at)
		}
	}
}

func (t *part) cutTail(at int, kind news.BlockKind) {
	t.tail = news.Block{Span: t.Span, Kind: kind}
	t.tail.Start = at
	t.sentence = true
}

// lastBracket returns what stands before and in the round brackets that s
// ends with.
func lastBracket(s string) (head, inner string, ok bool) {
	body, ok := strings.CutSuffix(s, ")")
	if !ok {
		return "", "", false
	}
	i := strings.LastIndexByte(body, '(')
	if i < 0 {
		return "", "", false
	}
	return strings.TrimSpace(body[:i]), body[i+1:], true
}

// agencyIn returns the first news agency of a list parted by slashes or
// commas, if all of it reads like such a list.
func agencyIn(s string) (string, bool) {
	if len(s) > 60 {
		return "", false
	}
	for name := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == ',' || r == ';' }) {
		if a, ok := lexicon.AgencyOf(name); ok {
			return a, true
		}
	}
	return "", false
}
