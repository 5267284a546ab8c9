package corrections

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Found is a set whose places have been looked up in readings, in an order
// that does not depend on that of the lines, each decision once.
type Found struct {
	Bookmarks  []news.Ref    // quotes; an Item of -1 is the article itself
	Notes      []news.Note   // on quotes
	Merged     [][2]news.Ref // quotes of one statement
	Split      [][2]news.Ref // quotes that are of no statement with the other
	SameActors [][2]news.Ref // entities of one actor
	Apart      []news.Ref    // entities that are who their name says, and nobody of another name

	merging map[[2]news.Ref]int // the line of each pair of Merged, 0 for a decision that is not written
}

// Find looks the decisions up in readings. It returns the readings too, with
// the entities that were split apart: those that differ are copies. Lines that
// could not be read, or whose words are not there any more, are problems.
func (s *Set) Find(rs []news.Reading) (Found, []news.Reading, []news.Problem) {
	f := finder{set: s, before: rs, after: rs, files: map[string]*fileIndex{}}
	f.found.Apart, f.found.merging = []news.Ref{}, map[[2]news.Ref]int{}
	f.troubles = slices.Clone(s.problems)
	if len(s.lines) > 0 {
		f.index()
		f.all()
	}
	return f.found, f.after, f.problems()
}

// Across returns as problems the lines that merge statements of two stories,
// which is not followed: story is that of each reading.
func (s *Set) Across(d Found, story []int) []news.Problem {
	f := finder{set: s}
	for _, p := range d.Merged {
		if story[p[0].Reading] != story[p[1].Reading] {
			f.tell(d.merging[p], errors.New("merges statements of two stories"))
		}
	}
	return f.problems()
}

// problems returns the troubles in the order of the lines.
func (f *finder) problems() []news.Problem {
	slices.SortStableFunc(f.troubles, func(a, b trouble) int { return a.no - b.no })
	var out []news.Problem
	for _, t := range f.troubles {
		out = append(out, news.Problem{File: f.set.file, What: t.what})
	}
	return out
}

type finder struct {
	set      *Set
	before   []news.Reading
	after    []news.Reading // with actors split
	copied   map[int]bool   // readings of after that are copies
	files    map[string]*fileIndex
	found    Found
	troubles []trouble
}

// fileIndex is the articles of a file, with its quotes and names by what they
// are looked for by, made when one is.
type fileIndex struct {
	readings []int
	quotes   *quoteIndex
	names    [2]*nameIndex // after actors were split, and before
}

func (f *finder) index() {
	names := map[string]string{}
	for i := range f.before {
		file := f.before[i].Article.File
		name, ok := names[file]
		if !ok {
			name = f.set.name(file)
			names[file] = name
		}
		if f.files[name] == nil {
			f.files[name] = &fileIndex{}
		}
		f.files[name].readings = append(f.files[name].readings, i)
	}
}

// all finds every decision, splits of actors first: the others may name those
// that come of them.
func (f *finder) all() {
	lines := sorted(f.set.lines)
	for _, l := range lines {
		if err := f.one(l); err != nil {
			f.tell(l.no, err)
		}
	}
	f.contradictions(lines)
	f.found.Bookmarks = ordered(f.found.Bookmarks)
	f.found.Merged, f.found.Split, f.found.SameActors = orderedPairs(f.found.Merged), orderedPairs(f.found.Split), orderedPairs(f.found.SameActors)
	slices.SortFunc(f.found.Notes, func(a, b news.Note) int {
		return cmp.Or(compareRefs(a.Quote, b.Quote), strings.Compare(a.Words, b.Words))
	})
	f.found.Notes = slices.Compact(f.found.Notes)
}

// sorted returns the lines as they are written, those that split actors first.
func sorted(lines []numbered) []numbered {
	written := make(map[Decision]string, len(lines))
	for _, l := range lines {
		written[l.Decision] = l.String()
	}
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, b numbered) int {
		return cmp.Or(splitsFirst(a)-splitsFirst(b), strings.Compare(written[a.Decision], written[b.Decision]))
	})
	return out
}

func splitsFirst(l numbered) int {
	if l.Kind == SplitActor {
		return 0
	}
	return 1
}

// tell makes a problem of a line.
func (f *finder) tell(no int, err error) {
	where := fmt.Sprintf("line %d", no)
	if no == 0 {
		where = "a decision of this session"
	}
	f.troubles = append(f.troubles, trouble{no, where + " " + err.Error() + "; it is kept and not followed"})
}

func (f *finder) one(l numbered) error {
	d := l.Decision
	if d.Kind == SplitActor {
		return f.splitActor(d)
	}
	find := f.quote
	switch d.Kind {
	case BookmarkArticle:
		find = f.article
	case MergeActors:
		find = f.entity
	}
	at, err := find(d.At)
	if err != nil {
		return err
	}
	var with news.Ref
	if d.Kind.two() {
		if with, err = find(d.With); err != nil {
			return err
		}
	}
	f.add(l, at, with)
	return nil
}

func (f *finder) add(d numbered, at, with news.Ref) {
	pair := [2]news.Ref{at, with}
	switch d.Kind {
	case Bookmark, BookmarkArticle:
		f.found.Bookmarks = append(f.found.Bookmarks, at)
	case Note:
		f.found.Notes = append(f.found.Notes, news.Note{Quote: at, Words: d.Text})
	case MergeStatements:
		pair = inOrder(pair)
		f.found.Merged = append(f.found.Merged, pair)
		f.found.merging[pair] = d.no
	case SplitStatement:
		f.found.Split = append(f.found.Split, pair)
	case MergeActors:
		f.found.SameActors = append(f.found.SameActors, inOrder(pair))
	}
}

func (f *finder) file(p Place) (*fileIndex, error) {
	if x := f.files[p.File]; x != nil {
		return x, nil
	}
	return nil, fmt.Errorf("names the file %q, which was not read", clipped(p.File))
}

// article finds the article of a file; of a file that has many, that of the
// headline, or the nth of them all.
func (f *finder) article(p Place) (news.Ref, error) {
	x, err := f.file(p)
	if err != nil {
		return news.Ref{}, err
	}
	n, fits := 0, p.fitting()
	for _, r := range x.readings {
		if p.Words == "" || fits(keyOf(f.before[r].Article.Headline.Value)) {
			if n++; n >= p.Nth {
				return news.Ref{Reading: r, Item: -1}, nil
			}
		}
	}
	return news.Ref{}, fmt.Errorf("names the headline “%s”, which is not in %s", clipped(p.Words), clipped(p.File))
}

// quote finds the quote of some words.
func (f *finder) quote(p Place) (news.Ref, error) {
	x, err := f.file(p)
	if err != nil {
		return news.Ref{}, err
	}
	if x.quotes == nil {
		x.quotes = newQuoteIndex(f.before, x.readings)
	}
	if at, ok := nth(x.quotes.find(p), p.Nth); ok {
		return at, nil
	}
	return news.Ref{}, fmt.Errorf("quotes “%s”, which is no quote in %s", clipped(p.Words), clipped(p.File))
}

// entity finds whom a file gives a name: by the whole name first, then by
// another form of it.
func (f *finder) entity(p Place) (news.Ref, error) {
	x, err := f.file(p)
	if err != nil {
		return news.Ref{}, err
	}
	if x.names[0] == nil {
		x.names = [2]*nameIndex{newNameIndex(f.after, x.readings), newNameIndex(f.before, x.readings)}
	}
	name := nameKey(p.Words)
	for _, known := range []func(*nameIndex) []news.Ref{
		func(x *nameIndex) []news.Ref { return x.names[name] },
		func(x *nameIndex) []news.Ref { return x.aliases[name] },
	} {
		for _, names := range x.names {
			if at, ok := nth(known(names), p.Nth); ok {
				return at, nil
			}
		}
	}
	return news.Ref{}, notThere(p)
}

func notThere(p Place) error {
	return fmt.Errorf("names %q, who is not in %s", clipped(p.Words), clipped(p.File))
}

func sameName(a, b string) bool { return nameKey(a) == nameKey(b) }

// nameKey is a name without case and white space around and between.
func nameKey(s string) string { return text.Fold(strings.Join(strings.Fields(s), " ")) }

func compareRefs(a, b news.Ref) int { return cmp.Or(a.Reading-b.Reading, a.Item-b.Item) }

func inOrder(p [2]news.Ref) [2]news.Ref {
	if compareRefs(p[0], p[1]) > 0 {
		p[0], p[1] = p[1], p[0]
	}
	return p
}

func ordered(rs []news.Ref) []news.Ref {
	slices.SortFunc(rs, compareRefs)
	return slices.Compact(rs)
}

func orderedPairs(ps [][2]news.Ref) [][2]news.Ref {
	slices.SortFunc(ps, func(a, b [2]news.Ref) int { return cmp.Or(compareRefs(a[0], b[0]), compareRefs(a[1], b[1])) })
	return slices.Compact(ps)
}
