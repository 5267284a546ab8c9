package news

import "verbatim/corpus/text"

// Reading is one article and all that was read out of it.
type Reading struct {
	Article   Article
	Sentences []text.Span // of the body, in order
	Entities  []Entity
	Quotes    []Quote // in order of Start
	Reports   []Report
}

// ActorKind says what sort of thing an actor is.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	Organisation ActorKind = "organisation"
	Place        ActorKind = "place"
)

// Gender is the grammatical gender pronouns take for a person.
type Gender string

// The genders; empty where not known.
const (
	Male   Gender = "m"
	Female Gender = "f"
)

// Entity is somebody or something an article names, within that article.
type Entity struct {
	Name      string // the fullest form of the article: "Mara Venn"
	Kind      ActorKind
	Role      text.Span // the words that give the role: "Harbour Minister"; may be empty
	Gender    Gender    // of a person, where names, titles or roles tell it
	Anonymous bool      // a described source: "a senior port official"; never merged across articles
	Aliases   []string  // every other form used, as printed, each once
	Mentions  []Mention // in order of Start
}

// Names returns the name and all aliases.
func (e *Entity) Names() []string { return append([]string{e.Name}, e.Aliases...) }

// MentionForm says how a mention names its entity.
type MentionForm string

// The forms of mention.
const (
	ByName        MentionForm = "name"
	ByPronoun     MentionForm = "pronoun"
	ByDescription MentionForm = "description"
)

// Mention is a span that names an entity.
type Mention struct {
	text.Span
	Form MentionForm
}

// QuoteKind says how a quote is printed.
type QuoteKind string

// The kinds of quote.
const (
	Direct   QuoteKind = "direct"   // a clause or more in marks
	Partial  QuoteKind = "partial"  // a fragment in marks in the reporter's sentence
	Indirect QuoteKind = "indirect" // reported without marks
)

// CueClass is what sort of speech act the reporter's cue word claims; "said"
// and "claimed" are not the same report.
type CueClass string

// Quote is what a source said, as one article prints it.
type Quote struct {
	text.Span            // the words, outer marks left out
	Outer      text.Span // with the marks; Span again where there are none
	Kind       QuoteKind
	Speakers   []int     // indices into the reading's Entities, joint speakers both; empty if unattributed
	SpeakerAt  text.Span // the words that name the speaker at this place; may be empty
	Cue        text.Span // "said", "according to"; may be empty
	CueClass   CueClass
	Carriers   []int     // entities that only carry the words: "Reuters reports"
	Sieve      string    // id of the rule that named the speaker, empty if none did
	Confidence float64   // of the attribution, 0 to 1
	Repaired   bool      // an outer mark is missing from the source and its place was inferred
	Context    text.Span // the sentence or sentences it stands in
	SaidOn     Date      // the day it was said, where the article gives it
	SaidOnAt   text.Span // the words that give the day
}

// Modality says whether an event is told as having happened.
type Modality string

// The modalities.
const (
	Happened     Modality = "happened"
	Planned      Modality = "planned"
	Denied       Modality = "denied"
	Hypothetical Modality = "hypothetical"
)

// Report is one outlet's telling of a dated event.
type Report struct {
	text.Span           // the clause or sentence that tells it
	Trigger   text.Span // the word that names the happening: "met", "summit"
	Lemma     string    // the trigger's base form, nouns as their verbs where they have one
	Noun      bool      // the trigger is a noun: "meeting"
	Name      string    // of the happening, in words of its sentence; empty where they make no whole one
	NameBare  bool      // the name is of a noun alone, and says neither who nor where
	Entities  []int     // participants, indices into the reading's Entities
	Place     string
	PlaceAt   text.Span
	Date      Date
	DateAt    text.Span   // the words that give it: "on Friday"
	Basis     string      // how the date was derived: "explicit", "weekday, dateline", …
	Exact     Granularity // how exact Date is; Exact.Show(Date) never claims more than the words do
	Modality  Modality
}
