package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// finder finds words in the text of one article.
type finder struct {
	input  input
	folded string
	from   []int // the byte of the source behind each byte of folded, and its end
}

// line draws the find line.
func (f *finder) line(width, hits int) cell.Line {
	count := ""
	if f.input.value() != "" {
		count = " " + plural(hits, "hit") + " "
	}
	prompt := cell.Text(Key, " / ")
	return cell.Spread(width, prompt.Join(f.input.line(width-3-len(count))), cell.Text(Quiet, count))
}

// load folds the blocks that are shown, so that each byte knows its source.
func (f *finder) load(a *news.Article, furniture bool) {
	var b strings.Builder
	f.from = f.from[:0]
	for _, block := range blocksOf(a) {
		if ofArticle(block.Kind) || furniture {
			f.fold(&b, a.Text, block.Span)
			b.WriteByte('\n')
			f.from = append(f.from, block.End)
		}
	}
	f.from = append(f.from, len(a.Text))
	f.folded = b.String()
}

func (f *finder) fold(b *strings.Builder, src string, s text.Span) {
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(src[i:s.End])
		out := foldRune(r, src[i:i+n])
		for range len(out) {
			f.from = append(f.from, i)
		}
		b.WriteString(out)
		i += n
	}
}

// foldRune is [text.Fold] for one character, white space a space.
func foldRune(r rune, s string) string {
	if unicode.IsSpace(r) {
		return " "
	}
	return text.Fold(s)
}

// hits returns where the words stand in the source.
func (f *finder) hits() []text.Span {
	want := text.Fold(squeeze(f.input.value()))
	if want == "" {
		return nil
	}
	var out []text.Span
	for i := 0; ; {
		n := strings.Index(f.folded[i:], want)
		if n < 0 {
			return out
		}
		start, end := i+n, i+n+len(want)
		out = append(out, text.Span{Start: f.from[start], End: f.from[end]})
		i = end
	}
}

func (r *reader) startFinding() {
	r.finding, r.find.input = true, input{}
	r.find.load(&r.rd.Article, r.furniture)
}

// typed acts on a key while the find line is open.
func (r *reader) typed(k tea.KeyMsg) {
	switch {
	case key.Matches(k, r.keys.leave):
		r.finding, r.found, r.hit = false, nil, -1
	case key.Matches(k, r.keys.accept):
		r.finding = false
	default:
		if !r.find.input.typed(k) {
			return
		}
		r.found = r.find.hits()
		if r.hit = r.nearest(); r.hit >= 0 {
			r.stopAtHit()
		}
	}
	r.build()
	if r.hit >= 0 {
		r.reveal(r.here())
	}
}

// nearest returns the first hit from the top of the screen on, the first of
// all where there is none.
func (r *reader) nearest() int {
	if len(r.found) == 0 {
		return -1
	}
	return max(r.hitAt(r.topByte()), 0)
}
