// Package corrections is what editors put right by hand: bookmarks, notes, and
// the merging and splitting of actors and statements. It is kept in a plain
// file beside the articles, one decision a line, so that colleagues can write
// it by hand and merge it with git. A line names its things by what survives a
// re-reading, a file and the words in it, never by ids or offsets. The order
// of the lines does not matter, and a line that stands twice counts once:
//
//	bookmark-article courier.txt
//	bookmark         courier.txt "The wall stays down."
//	note             courier.txt "The wall stays down." says "Ask for the tape."
//	merge-statements courier.txt "The wall stays down." with tern.txt "It is not coming back."
//	split-statement  tern.txt "It is not coming back." from courier.txt "The wall stays down."
//	merge-actors     courier.txt "Mara Venn" with tern.txt "M. Venn-Holt"
//	split-actor      tern.txt "Venn" is "Orrin Venn"
//
// The words of a quote are whole, or the first and last of them with an
// ellipsis between, and then better with their sum (#1f2e3d4c); x2 names the
// second quote of the same words in the file. Lines that begin with # are
// comments.
package corrections

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/text"
)

// FileName is the name of the file of corrections in the folder of a corpus.
const FileName = "verbatim.corrections"

// Kind is what is decided, as a line of the file begins.
type Kind string

// The kinds of decision.
const (
	Bookmark        Kind = "bookmark" // of a quote, and so of its statement
	BookmarkArticle Kind = "bookmark-article"
	Note            Kind = "note"
	MergeStatements Kind = "merge-statements"
	SplitStatement  Kind = "split-statement"
	MergeActors     Kind = "merge-actors"
	SplitActor      Kind = "split-actor"
)

// joints are the words that stand before what a decision says of its place.
var joints = map[Kind]string{
	Bookmark: "", BookmarkArticle: "", Note: "says", MergeStatements: "with", SplitStatement: "from", MergeActors: "with", SplitActor: "is",
}

// Place is a quote, a name or an article by what survives a re-reading.
type Place struct {
	File  string // with slashes, from the folder of the corrections
	Words string // of a quote or name; the headline of an article where a file has many, else empty
	Sum   string // of all the words, 8 hex digits, where Words are only the first and last of them
	Nth   int    // which of the same words in the file, from 1; 0 is the first too
}

// Decision is one line of the file.
type Decision struct {
	Kind Kind
	At   Place
	With Place  // the other of a merge; what a statement is split from
	Text string // of a note; the name of whom a split actor is
}

// two reports whether decisions of the kind name two places.
func (k Kind) two() bool { return k == MergeStatements || k == SplitStatement || k == MergeActors }

// texts reports whether decisions of the kind say something in words.
func (k Kind) texts() bool { return k == Note || k == SplitActor }

// String returns the line of the decision, without its end. [Parse] reads it.
func (d Decision) String() string {
	out := string(d.Kind) + " " + d.At.String()
	switch {
	case d.Kind.two():
		out += " " + joints[d.Kind] + " " + d.With.String()
	case d.Kind.texts():
		out += " " + joints[d.Kind] + " " + strconv.Quote(d.Text)
	}
	return out
}

// String writes a place as in a line: the words in quotation marks, long ones
// abbreviated.
func (p Place) String() string {
	out := p.File
	if out == "" || strings.ContainsFunc(out, needsMarks) || !utf8.ValidString(out) {
		out = strconv.Quote(out)
	}
	if p.Words != "" {
		short, whole := abbreviated(p.Words)
		out += " " + strconv.Quote(short)
		if p.Sum != "" || !whole {
			out += " #" + p.sum()
		}
	}
	if p.Nth > 1 {
		out += " x" + strconv.Itoa(p.Nth)
	}
	return out
}

func needsMarks(r rune) bool {
	return unicode.IsSpace(r) || !unicode.IsPrint(r) || r == '"' || r == '#' || r == '\\'
}

// sum returns the sum of the words, as given or as they make it.
func (p Place) sum() string {
	if p.Sum != "" {
		return p.Sum
	}
	return sumOf(keyOf(p.Words))
}

// How much of long words a line holds.
const (
	maxWords  = 14 // words written whole
	maxBytes  = 160
	fromStart = 7 // words of longer ones
	fromEnd   = 5
	maxEnd    = 60 // bytes of each end
)

// abbreviated returns words on one line, the middle of long ones left out, and
// whether they are whole.
func abbreviated(s string) (string, bool) {
	ws := strings.Fields(s)
	if whole := strings.Join(ws, " "); len(ws) <= maxWords && len(whole) <= maxBytes {
		return whole, true
	}
	first := strings.Join(ws[:min(fromStart, len(ws))], " ")
	last := strings.Join(ws[max(len(ws)-fromEnd, 0):], " ")
	first = strings.ToValidUTF8(first[:min(len(first), maxEnd)], "")
	last = strings.ToValidUTF8(last[max(len(last)-maxEnd, 0):], "")
	return first + " … " + last, false
}

// keyOf is words without case, punctuation and white space: what of a quote
// survives a re-reading that sets its ends otherwise.
func keyOf(words string) string {
	if ws := text.FoldedWords(words); len(ws) > 0 {
		return strings.Join(ws, " ")
	}
	return strings.Join(strings.Fields(words), " ")
}

func sumOf(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:4])
}

// fits reports whether words with that key are those of the place.
func (p Place) fits(key string) bool { return p.fitting()(key) }

// fitting returns what reports whether words with a key are those of the place.
func (p Place) fitting() func(key string) bool {
	if p.Sum != "" {
		return func(key string) bool { return sumOf(key) == p.Sum }
	}
	whole := keyOf(p.Words)
	first, last, cut := strings.Cut(p.Words, "…")
	first, last = keyOf(first), keyOf(last)
	cut = cut && first+last != ""
	return func(key string) bool {
		return key == whole || cut && len(key) > len(first)+len(last) && strings.HasPrefix(key, first) && strings.HasSuffix(key, last)
	}
}

// is reports whether two places are the same words of the same file.
func (p Place) is(o Place) bool {
	if p.File != o.File || max(p.Nth, 1) != max(o.Nth, 1) || (p.Words == "") != (o.Words == "") {
		return false
	}
	return p.Words == "" || p.sum() == o.sum() || p.fits(keyOf(o.Words)) || o.fits(keyOf(p.Words))
}

// is reports whether two decisions are one. A decision without a text stands
// for those with any.
func (d Decision) is(o Decision) bool {
	if d.Kind != o.Kind || d.Text != "" && o.Text != "" && d.Text != o.Text {
		return false
	}
	straight := d.At.is(o.At) && (!d.Kind.two() || d.With.is(o.With))
	return straight || (d.Kind == MergeStatements || d.Kind == MergeActors) && d.At.is(o.With) && d.With.is(o.At)
}

// opposes reports whether two decisions say opposite things of the same
// statements.
func (d Decision) opposes(o Decision) bool {
	if d.Kind == SplitStatement {
		d, o = o, d
	}
	if d.Kind != MergeStatements || o.Kind != SplitStatement {
		return false
	}
	return d.is(Decision{Kind: MergeStatements, At: o.At, With: o.With})
}
