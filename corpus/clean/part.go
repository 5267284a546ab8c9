package clean

import (
	"strings"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const (
	keyBytes   = 400 // of a part that phrases are looked for in
	proseWords = 12  // from which a sentence alone on a line is sure to be prose
	longWords  = 45  // from which a line is prose however it ends
	titleWords = 25  // beyond which a line is no headline
	titleBytes = 200
	subWords   = 12 // beyond which a line is no subhead
)

// part is one paragraph of a page.
type part struct {
	text.Span
	hint news.BlockKind // what the format says it is, if it does
	kind news.BlockKind // what has been decided, empty until then

	class    lexicon.FurnitureClass
	key      string // see lexicon.FurnitureKey
	words    int
	sentence bool // it ends as a sentence does
	blank    bool // an empty line stands before it

	lead, tail news.Block // pieces cut off its ends, of a kind of their own
}

// open reports whether the part may still be body.
func (t *part) open() bool {
	return t.kind == "" && (t.hint == "" || t.hint == news.Body)
}

// prose reports whether the part reads as the article's sentences.
func (t *part) prose() bool {
	return t.open() && (t.words >= proseWords && t.sentence || t.words >= longWords)
}

// split cuts a document into parts: what its format divides it into, and the
// lines of the rest.
func split(d load.Document) []part {
	var out []part
	start := 0
	for _, b := range d.Blocks {
		out = lines(out, d.Text, text.Span{Start: start, End: b.Start})
		out = append(out, newPart(d.Text, b.Span, b.Kind))
		start = b.End
	}
	n := len(out)
	out = lines(out, d.Text, text.Span{Start: start, End: len(d.Text)})
	if d.Format == load.Text || d.Format == load.JSONL {
		return append(out[:n:n], unwrap(d.Text, out[n:])...)
	}
	return out
}

// lines appends a part for each line of at that is not empty.
func lines(out []part, src string, at text.Span) []part {
	blank := true
	for i := at.Start; i < at.End; {
		n := strings.IndexByte(src[i:at.End], '\n')
		if n < 0 {
			n = at.End - i
		}
		line := text.Span{Start: i, End: i + n}.Trim(src)
		if line.Empty() {
			blank = true
		} else {
			t := newPart(src, line, "")
			t.blank = blank
			out = append(out, t)
			blank = false
		}
		i += n + 1
	}
	return out
}

func newPart(src string, at text.Span, hint news.BlockKind) part {
	s := at.In(src)
	t := part{Span: at, hint: hint, sentence: endsSentence(s)}
	t.key, t.words = lexicon.FurnitureKey(s, keyBytes)
	return t
}

// endsSentence reports whether s ends in a full stop, question or exclamation
// mark, closing marks and brackets after it left aside.
func endsSentence(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…':
			return true
		case '"', '\'', '”', '’', '»', ')', ']', '*', '_', ' ', '\u00a0':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}

// unwrap joins the lines of text that was broken to a fixed width, as mail and
// wire copy is.
func unwrap(src string, parts []part) []part {
	width, ok := wrapWidth(parts)
	if !ok {
		return parts
	}
	var out []part
	for i := 0; i < len(parts); {
		j := i + 1
		for j < len(parts) && !parts[j].blank && parts[j-1].Len()*10 >= width*6 && !standsAlone(parts[j].In(src)) {
			j++
		}
		t := newPart(src, text.Span{Start: parts[i].Start, End: parts[j-1].End}, "")
		t.blank = parts[i].blank
		out = append(out, t)
		i = j
	}
	return out
}

// standsAlone reports whether a line belongs to no paragraph.
func standsAlone(s string) bool { return isSignoff(s) || isWordless(s) }

// wrapWidth returns the length of the longest line, and whether the text was
// broken to it: lines follow each other without a gap, most of them stop in
// the middle of a sentence, and none is longer than a terminal is wide.
func wrapWidth(parts []part) (int, bool) {
	width, pairs, cut := 0, 0, 0
	for i, t := range parts {
		width = max(width, t.Len())
		if i > 0 && !t.blank {
			pairs++
			if !parts[i-1].sentence && parts[i-1].Len() > 40 {
				cut++
			}
		}
	}
	return width, width <= 110 && pairs >= 4 && cut*2 > pairs
}
