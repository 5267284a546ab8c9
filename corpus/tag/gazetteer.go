package tag

import (
	"strings"
	"sync"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// wordFlags is what the lexicon knows of a word, one bit each.
type wordFlags uint32

const (
	isGiven wordFlags = 1 << iota
	isFamilyFirst
	isTitle
	isRole
	isModifier
	isDemonym
	isOrgHead
	isOrgNoun
	isLowerOrg
	isPlaceHead
	isPlaceFirst
	isThingHead
	isFunction
	isCalendar
	isAdjective
	isCommon
	isSpeech
)

// flagsOf looks a lower-case word up. Words printed without a capital are asked
// only for what they can be.
func flagsOf(low string, capital bool) wordFlags {
	low = strings.TrimSuffix(low, ".")
	var f wordFlags
	set := func(bit wordFlags, ok bool) {
		if ok {
			f |= bit
		}
	}
	set(isRole, lexicon.RoleHead(low))
	set(isModifier, lexicon.RoleModifier(low))
	set(isOrgNoun, lexicon.OrgNoun(low))
	set(isLowerOrg, lexicon.LowerOrg(low))
	set(isFunction, lexicon.FunctionWord(low))
	if c, ok := lexicon.CueOf(low); ok {
		set(isSpeech, c.Strength > 1)
	}
	if capital {
		_, given := lexicon.GivenName(low)
		_, demonym := lexicon.Demonym(low)
		set(isGiven, given)
		set(isDemonym, demonym)
		set(isFamilyFirst, lexicon.FamilyFirst(low))
		set(isTitle, lexicon.Title(low))
		set(isOrgHead, lexicon.OrgHead(low))
		set(isPlaceHead, lexicon.PlaceHead(low))
		set(isPlaceFirst, lexicon.PlaceFirst(low))
		set(isThingHead, lexicon.ThingHead(low))
		set(isCalendar, lexicon.CalendarWord(low))
		set(isAdjective, lexicon.GroupAdjective(low))
		set(isCommon, lexicon.CommonWord(low))
	}
	return f
}

// knownForm is a name that needs no evidence, its words in lower case.
type knownForm struct {
	words []string
	kind  lexicon.KnownKind
}

// knownForms are the names that need no evidence by their first word, the
// longest first.
var knownForms = sync.OnceValue(func() map[string][]knownForm {
	out := map[string][]knownForm{}
	for _, k := range lexicon.KnownNames() {
		for _, f := range k.Forms {
			var words []string
			for _, t := range text.Tokens(f, text.Span{Start: 0, End: len(f)}) {
				words = append(words, Lowered(t.In(f)))
			}
			if len(words) > 0 {
				out[words[0]] = insertForm(out[words[0]], knownForm{words, k.Kind})
			}
		}
	}
	return out
})

func insertForm(fs []knownForm, f knownForm) []knownForm {
	i := 0
	for i < len(fs) && len(fs[i].words) >= len(f.words) {
		i++
	}
	fs = append(fs, f)
	copy(fs[i+1:], fs[i:])
	fs[i] = f
	return fs
}

// matchKnown returns the length in words and the kind of the longest known name
// that begins with low[i], 0 if there is none.
func matchKnown(low []string, i int) (int, lexicon.KnownKind) {
next:
	for _, f := range knownForms()[low[i]] {
		if i+len(f.words) > len(low) {
			continue
		}
		for k, w := range f.words {
			if low[i+k] != w {
				continue next
			}
		}
		return len(f.words), f.kind
	}
	return 0, 0
}
