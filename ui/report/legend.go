package report

import (
	"strings"

	"verbatim/corpus/news"
	"verbatim/ui/signs"
)

// Sign is one that stands on a sheet, and what it means.
type Sign struct {
	Run
	Means string

	run run // of the words that carry it
}

// ofWords are the signs within the words of a telling.
var ofWords = []struct {
	run
	means string
}{
	{run{mark: signs.Added, words: "words"}, "not in the reference"},
	{run{mark: signs.Dropped}, "dropped in silence"},
	{run{mark: signs.Joined, words: "words"}, "of another utterance"},
	{run{mark: signs.Cut}, "cut at an end"},
	{run{mark: signs.Extra, words: "words"}, "more than the reference"},
}

// ofRelations are the relations, in the order of their explanation.
var ofRelations = []struct {
	news.Relation
	means string
}{
	{news.Altered, "a word inside the marks changed, added or dropped"},
	{news.Merged, "one pair of marks joins two utterances"},
	{news.Edited, "changed openly, by brackets or an ellipsis"},
	{news.Trimmed, "part of it, no word changed"},
	{news.Styled, "house style alone differs"},
	{news.Verbatim, "the same words"},
	{news.Paraphrase, "no marks, or on a few words only"},
}

// used is the signs that a comparison shows.
type used struct {
	marks                               map[signs.Mark]bool
	relations                           map[news.Relation]bool
	reference, possible, doubted, apart bool
}

func (c *Comparison) used() used {
	u := used{marks: map[signs.Mark]bool{}, relations: map[news.Relation]bool{}}
	for i := range c.Statements {
		for j := range c.Statements[i].Variants {
			if t := &c.Statements[i].Variants[j]; !t.folded {
				u.add(t)
			}
		}
	}
	return u
}

func (u *used) add(t *Told) {
	switch {
	case t.Reference:
		u.reference = true
	case t.Possible:
		u.possible = true
	default:
		u.relations[t.Relation] = true
	}
	u.doubted = u.doubted || strings.HasSuffix(t.Attribution, " ?") || strings.Contains(t.Attribution, " ? ·")
	u.apart = u.apart || strings.Contains(t.Attribution, " · ")
	for _, r := range t.runs {
		u.marks[r.mark] = true
	}
}

// wordSigns explains the signs within words that the comparison shows.
func (c *Comparison) wordSigns() []Sign {
	var out []Sign
	u := c.used()
	for _, w := range ofWords {
		if u.marks[w.mark] {
			out = append(out, Sign{w.onSheet(), w.means, w.run})
		}
	}
	return out
}

// otherSigns explains those before a relation and behind a name.
func (c *Comparison) otherSigns() []string {
	var out []string
	u := c.used()
	say := func(is bool, s string) {
		if is {
			out = append(out, s)
		}
	}
	say(u.reference, signs.Reference+" reference: the others are held against it")
	for _, r := range ofRelations {
		say(u.relations[r.Relation], signs.Relation(r.Relation)+" "+string(r.Relation)+": "+r.means)
	}
	say(u.possible, signs.Possible+" possibly the same: similar, not shown to be the same statement")
	say(u.doubted, "name ?: who speaks is not sure")
	say(u.apart, "name · verb: they stand apart on the page")
	return out
}

// legend explains every sign on a page of plain text, in lines.
func (c *Comparison) legend() []string {
	var words []string
	for _, s := range c.wordSigns() {
		words = append(words, s.run.shown()+" "+s.Means)
	}
	return sentences(words, c.otherSigns())
}

// sentences sets lists as lines, none for an empty one.
func sentences(lists ...[]string) []string {
	var out []string
	for _, l := range lists {
		if len(l) > 0 {
			out = append(out, strings.Join(l, "; "))
		}
	}
	return out
}
