package news

import (
	"slices"

	"verbatim/corpus/text"
)

// Briefing is everything read out of a set of articles. Its parts point at
// each other by index, so that it is one value without cycles.
type Briefing struct {
	Readings   []Reading
	Stories    []Story
	Actors     []Actor
	Statements []Statement
	Events     []Event
	Problems   []Problem

	Bookmarks []Ref  // items of Quotes that an editor marked; an Item of -1 is the article itself
	Notes     []Note // of editors
}

// Note is what an editor wrote on a statement.
type Note struct {
	Quote Ref // an item of Quotes: a variant of the statement
	Words string
}

// Ref points at a part of one reading: Reading indexes Briefing.Readings,
// Item the reading's Quotes, Entities or Reports, as the field that holds the
// Ref says.
type Ref struct {
	Reading int
	Item    int
}

// Story is the articles about the same happenings.
type Story struct {
	ID       string
	Headline string
	Readings []int    // indices into Briefing.Readings, oldest first
	Outlets  []string // see [Article.OutletName], each once, sorted
}

// Actor is the person, organisation or place behind the entities of several
// articles.
type Actor struct {
	ID        string
	Name      string
	Kind      ActorKind
	Role      string
	RoleAt    Ref // the entity whose Role it is; meaningless if Role is empty
	Anonymous bool
	Aliases   []string
	Entities  []Ref
}

// Names returns the name and all aliases.
func (a *Actor) Names() []string { return append([]string{a.Name}, a.Aliases...) }

// Relation is that of a variant to its statement's reference.
type Relation string

// The relations.
const (
	Verbatim   Relation = "verbatim"   // the same words
	Styled     Relation = "styled"     // house style alone differs
	Trimmed    Relation = "trimmed"    // part of it, no word changed
	Edited     Relation = "edited"     // changes openly marked by brackets or an ellipsis
	Altered    Relation = "altered"    // a word inside the marks changed, added or silently dropped
	Merged     Relation = "merged"     // one pair of marks joins two utterances
	Paraphrase Relation = "paraphrase" // no marks, or on a few words only
)

// Alarm reports whether the relation is one an editor must be told of.
func (r Relation) Alarm() bool { return r == Altered || r == Merged }

// Statement is one utterance, by one speaker, on one occasion, however many
// outlets carry it.
type Statement struct {
	ID        string
	Story     int   // index into Briefing.Stories
	Speakers  []int // indices into Briefing.Actors; empty if unattributed
	Reference int   // index into Variants
	Variants  []Variant
	Absent    []Absence
	Conflicts []Conflict
	Severity  int    // the greater, the sooner an editor must see it; 0 for no difference
	Reused    *Reuse // nil if no story before has its words
}

// Reuse says that words of a statement were inside the marks of another story
// before: an old quote is told again.
type Reuse struct {
	First   Ref // an item of Quotes: the earliest print; its article gives story, outlet, file and day
	Variant int // index into Variants: the one that has the words again
}

// Variant is one outlet's quote of a statement.
type Variant struct {
	Quote    Ref // an item of Quotes
	Relation Relation
	Edits    []Edit // against the reference, in order; none for paraphrases
	Possible bool   // a likely paraphrase, below the sure threshold
}

// EditKind says how a run of words differs from the reference.
type EditKind string

// The kinds of edit.
const (
	EditStyle       EditKind = "style"       // spelling, numerals, titles, name variants
	EditPunctuation EditKind = "punctuation" // marks and case
	EditOpen        EditKind = "open"        // bracketed words, an ellipsis
	EditCutStart    EditKind = "cut start"
	EditCutInside   EditKind = "cut inside"
	EditCutEnd      EditKind = "cut end"
	EditInsert      EditKind = "insertion"
	EditSubstitute  EditKind = "substitution"
	EditJoin        EditKind = "join"  // words of another utterance in the same marks
	EditExtra       EditKind = "extra" // words before or after all that the reference holds
)

// Edit is one run of words that differs.
type Edit struct {
	Kind      EditKind
	Reference text.Span // in the text of the reference's article; empty at the place of an insertion
	Variant   text.Span // in the text of the variant's article; empty at the place of a cut
	Elsewhere bool      // the words of a cut stand in another quote of the variant's article, those of an extra in one of the reference's
}

// Absence is an outlet of the story that does not carry a statement.
type Absence struct {
	Outlet   string
	TooEarly bool // all it published came before the statement was made
}

// Conflict is a disagreement between outlets.
type Conflict struct {
	Field  string // "speaker", "date" or "place"
	Claims []Claim
}

// Sides returns the claims of a conflict by value: those that agree together,
// in the order of the first of each.
func (c *Conflict) Sides() [][]Claim {
	var out [][]Claim
	for _, k := range c.Claims {
		i := slices.IndexFunc(out, func(s []Claim) bool { return s[0].Value == k.Value })
		if i < 0 {
			out = append(out, nil)
			i = len(out) - 1
		}
		out[i] = append(out[i], k)
	}
	return out
}

// Claim is what one outlet says of a disputed field, and where.
type Claim struct {
	Outlet string
	Value  string
	At     Ref // an item of Quotes for statements, of Reports for events
}

// Event is a dated happening.
type Event struct {
	ID        string
	Story     int
	Name      string
	Place     string
	Actors    []int // indices into Briefing.Actors
	Reports   []Ref // items of Reports
	Modality  Modality
	Conflicts []Conflict
}
