package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// Description returns the noun phrase that begins at token at and describes
// one or more people without naming them: "a senior White House official",
// "two people familiar with the matter", "her lawyer", "the company's chief
// executive", "police". What follows the head is part of it while it describes.
func Description(src string, tokens []text.Token, at int) (span text.Span, ok bool) {
	d := descriptionReader{src, tokens}
	head := d.head(at)
	if head < 0 {
		return text.Span{}, false
	}
	return tokens[at].Cover(tokens[d.tail(head)-1].Span), true
}

type descriptionReader struct {
	src    string
	tokens []text.Token
}

func (d descriptionReader) low(i int) string {
	if i < 0 || i >= len(d.tokens) {
		return ""
	}
	return text.Fold(d.tokens[i].In(d.src))
}

func (d descriptionReader) kind(i int) text.TokenKind {
	if i < 0 || i >= len(d.tokens) {
		return text.Punct
	}
	return d.tokens[i].Kind
}

// head returns the token that heads a description beginning at token at, -1 if
// none begins there.
func (d descriptionReader) head(at int) int {
	head, determined := -1, false
	for i := at; i < len(d.tokens) && i < at+10; i++ {
		low := d.low(i)
		switch {
		case i == at && isDeterminer(low):
			determined = true
			continue
		case d.kind(i) == text.Clitic && len(low) == 2 && low[1] == 's' && head != i-1:
			determined, head = true, -1
			continue
		case d.kind(i) == text.Clitic && low == "'s":
			determined, head = true, -1
			continue
		case d.kind(i) == text.Punct, d.kind(i) == text.Mark, d.kind(i) == text.Clitic:
			return d.accept(head, determined)
		case lexicon.FunctionWord(low) && !lexicon.RoleModifier(low) && !(i > at && isCount(low)):
			return d.accept(head, determined)
		case isSpeechVerb(low) && head >= 0:
			return d.accept(head, determined)
		}
		if lexicon.RoleHead(low) && d.kind(i) == text.Lower || i == at && lexicon.RolePlural(low) {
			head = i
		}
	}
	return d.accept(head, determined)
}

// accept returns head if the phrase at token at can stand alone with it: a
// singular wants a determiner, a plural none.
func (d descriptionReader) accept(head int, determined bool) int {
	if head < 0 || !determined && !lexicon.RolePlural(d.low(head)) {
		return -1
	}
	return head
}

// isDeterminer reports whether w opens a noun phrase.
func isDeterminer(w string) bool {
	switch w {
	case "a", "an", "the", "his", "her", "their", "its", "our", "my", "your", "this", "that", "these", "those", "some", "many", "most", "several", "few", "another", "other", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "dozens", "any", "no", "every", "each", "all", "more":
		return true
	}
	return false
}

func isCount(w string) bool {
	return w == "other" || w == "first" || w == "second" || w == "more" || w == "than" || w == "own" || w == "dozen"
}

// tail returns the token behind what describes the head: "familiar with the
// matter", "for the company", "of Venn".
func (d descriptionReader) tail(head int) int {
	i := head + 1
	for range 3 {
		next := d.complement(i)
		if next == i {
			break
		}
		i = next
	}
	return i
}

// complement returns the token behind the complement at i, i if there is none.
func (d descriptionReader) complement(i int) int {
	switch d.low(i) {
	case "familiar", "close", "briefed", "involved", "present", "aware", "acquainted":
		if k := i + 1; isLink(d.low(k)) {
			return d.phrase(k + 1)
		}
		return i
	case "of", "for", "at", "from", "with":
		return d.phrase(i + 1)
	}
	return i
}

func isLink(w string) bool {
	switch w {
	case "with", "to", "on", "in", "of", "at", "about":
		return true
	}
	return false
}

// isVerbal reports whether the lower-case word w looks like a verb in the past.
func isVerbal(w string) bool {
	return isSpeechVerb(w) || len(w) > 4 && w[len(w)-2:] == "ed" && !lexicon.RoleModifier(w)
}

// phrase returns the token behind the short noun phrase at i.
func (d descriptionReader) phrase(i int) int {
	start := i
	for i < len(d.tokens) && i < start+7 {
		low := d.low(i)
		switch {
		case d.kind(i) == text.Punct, d.kind(i) == text.Mark, isVerbal(low) && d.kind(i) == text.Lower:
			return i
		case lexicon.FunctionWord(low) && !(isDeterminer(low) && i == start):
			return i
		}
		i++
	}
	return i
}
