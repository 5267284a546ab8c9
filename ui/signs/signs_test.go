package signs_test

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/signs"
)

const (
	reference = "We will not rebuild the old wall, whatever the town may say of it."
	variant   = "We could not rebuild [the] wall, whatever the town may say of it or us."
)

func span(t *testing.T, src, words string) text.Span {
	t.Helper()
	i := strings.Index(src, words)
	if i < 0 {
		t.Fatalf("no %q", words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

func TestDepartures(t *testing.T) {
	at := func(src, words string) text.Span { return span(t, src, words) }
	gap := text.Span{Start: 3, End: 3}
	for _, c := range []struct {
		edit news.Edit
		mark signs.Mark
		said string
		loud bool
	}{
		{news.Edit{Kind: news.EditSubstitute, Variant: at(variant, "could"), Reference: at(reference, "will")}, signs.Added, "“could” for “will”", true},
		{news.Edit{Kind: news.EditInsert, Variant: at(variant, "or us"), Reference: gap}, signs.Added, "“or us” added", true},
		{news.Edit{Kind: news.EditCutInside, Variant: gap, Reference: at(reference, "old")}, signs.Dropped, "“old” dropped", true},
		{news.Edit{Kind: news.EditJoin, Variant: at(variant, "or us"), Reference: gap}, signs.Joined, "“or us” is of another utterance", true},
		{news.Edit{Kind: news.EditCutEnd, Variant: gap, Reference: at(reference, "of it")}, signs.Cut, "ends before “of it”", false},
		{news.Edit{Kind: news.EditExtra, Variant: at(variant, "or us"), Reference: gap}, signs.Extra, "also holds “or us”", false},
		{news.Edit{Kind: news.EditOpen, Variant: at(variant, "the"), Reference: at(reference, "the")}, signs.Opened, "openly: “[the]” for “the”", false},
		{news.Edit{Kind: news.EditOpen, Variant: gap, Reference: at(reference, "old")}, signs.Opened, "openly: “old” left out", false},
		{news.Edit{Kind: news.EditStyle, Variant: at(variant, "may"), Reference: at(reference, "town")}, signs.Styled, "style: “may” for “town”", false},
		{news.Edit{Kind: news.EditPunctuation, Variant: at(variant, "."), Reference: at(reference, ".")}, signs.None, "", false},
		{news.Edit{Kind: news.EditCutStart, Variant: gap, Reference: at(reference, reference)}, signs.Cut,
			"begins after “We will not rebuild … 6 words … may say of it.”", false},
	} {
		said, loud := signs.Departure(c.edit, variant, reference)
		if mark := signs.Of(c.edit); said != c.said || loud != c.loud || mark != c.mark {
			t.Errorf("%s: %q, loud %t, mark %d; want %q, %t, %d", c.edit.Kind, said, loud, mark, c.said, c.loud, c.mark)
		}
	}
}

// neighbours with no word between them are one departure.
func TestNeighboursAreOneEdit(t *testing.T) {
	drop := func(words string) news.Edit {
		return news.Edit{Kind: news.EditCutInside, Variant: text.Span{Start: 3, End: 3}, Reference: span(t, reference, words)}
	}
	got := signs.Edits([]news.Edit{drop("old"), drop("wall"), drop("town"), {Kind: news.EditPunctuation}}, variant, reference)
	if len(got) != 2 || got[0].Reference.In(reference) != "old wall" || got[1].Reference.In(reference) != "town" {
		t.Errorf("%v", got)
	}
}

func TestSignsAreToldApart(t *testing.T) {
	seen := map[string]bool{signs.Reference: true, signs.Possible: true}
	for _, r := range []news.Relation{news.Verbatim, news.Styled, news.Trimmed, news.Edited, news.Altered, news.Merged, news.Paraphrase} {
		if s := signs.Relation(r); seen[s] {
			t.Errorf("%s has the sign %q of another", r, s)
		} else {
			seen[s] = true
		}
	}
}
