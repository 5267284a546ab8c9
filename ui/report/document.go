// Package report writes a briefing where there is no screen: JSON for
// programs, Markdown for people.
//
// Both are deterministic: the same briefing gives the same bytes. Both are
// inert: no control character of an article reaches the output as such.
package report

import "verbatim/corpus/news"

// Version is the version of the JSON. It grows when a field changes its
// meaning or goes; new fields may come without it.
const Version = 1

// Article is one article in the JSON. Every start and end of the document is
// a byte offset into the Text of the article named with it.
type Article struct {
	ID        string   `json:"id"`
	File      string   `json:"file"`
	Row       int      `json:"row,omitempty"` // 1-based, of a file that holds many articles
	Outlet    string   `json:"outlet"`
	Agency    string   `json:"agency"`
	Headline  string   `json:"headline"`
	Byline    []string `json:"byline"`
	Dateline  string   `json:"dateline"`
	Published string   `json:"published"` // 2006-01-02, or empty
	URL       string   `json:"url,omitempty"`
	Origins   Origins  `json:"origins"`
	Story     string   `json:"story"`
	Body      []Span   `json:"body"` // the paragraphs that are the article; the rest of the text is furniture

	Bookmarked bool `json:"bookmarked,omitempty"` // by an editor

	Text string `json:"text"`
}

// Origins says where facts of an article were found: "front matter",
// "dateline" and so on, empty where they were not.
type Origins struct {
	Outlet    news.Origin `json:"outlet"`
	Published news.Origin `json:"published"`
}

// Span is a range of bytes of a text known from its surroundings.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Place is a range of bytes of an article's text.
type Place struct {
	Article string `json:"article"`
	Span
}

// Actor is somebody or something named.
type Actor struct {
	ID        string         `json:"id"`
	Name      string         `json:"name"`
	Kind      news.ActorKind `json:"kind"`
	Role      string         `json:"role"`
	RoleAt    *Place         `json:"role_at,omitempty"`
	Anonymous bool           `json:"anonymous,omitempty"`
	Aliases   []string       `json:"aliases"`
	Mentions  []Mention      `json:"mentions"`
}

// Mention is a place where an actor is named.
type Mention struct {
	Place
	Form news.MentionForm `json:"form"`
}

// Quote is what somebody said, as one article prints it. Text is the bytes of
// the article from Start to End, without the outer marks.
type Quote struct {
	ID string `json:"id"`
	Place
	Text        string         `json:"text"`
	Kind        news.QuoteKind `json:"kind"`
	Speaker     string         `json:"speaker"`            // an actor's id, empty if unattributed
	Speakers    []string       `json:"speakers,omitempty"` // all of them, where more than one spoke
	SpeakerText string         `json:"speaker_text"`
	Cue         string         `json:"cue"`
	CueClass    news.CueClass  `json:"cue_class,omitempty"`
	Carriers    []string       `json:"carriers,omitempty"` // actors that only carry the words
	Sieve       string         `json:"sieve,omitempty"`
	Confidence  float64        `json:"confidence"`
	Repaired    bool           `json:"repaired,omitempty"`
	Bookmarked  bool           `json:"bookmarked,omitempty"` // by an editor
	SaidOn      string         `json:"said_on,omitempty"`
}

// Statement is one utterance, with a variant for each quote of it.
type Statement struct {
	ID        string     `json:"id"`
	Story     string     `json:"story"`
	Speaker   string     `json:"speaker"`
	Speakers  []string   `json:"speakers,omitempty"`
	Reference string     `json:"reference"` // a quote's id
	Severity  int        `json:"severity"`
	Variants  []Variant  `json:"variants"`           // the sure ones
	Possible  []Variant  `json:"possible,omitempty"` // likely ones below the sure threshold
	Absent    []string   `json:"absent"`
	TooEarly  []string   `json:"too_early,omitempty"` // outlets that published before it was said
	Conflicts []Conflict `json:"conflicts"`
	Reused    *Reused    `json:"reused,omitempty"` // nil unless another story had its words before

	Bookmarked bool     `json:"bookmarked,omitempty"` // a quote of it is, by an editor
	Notes      []string `json:"notes,omitempty"`      // of editors
}

// Reused is where words of a statement were printed first, in another story.
type Reused struct {
	Quote   string `json:"quote"`   // the id of the first quote with the words
	Variant string `json:"variant"` // that of the statement's that has them again
	Story   string `json:"story"`   // the id of the first story
	Outlet  string `json:"outlet"`
	Where   string `json:"where"` // file and line
	Date    string `json:"date"`
}

// Variant is one quote of a statement.
type Variant struct {
	Quote    string        `json:"quote"`
	Relation news.Relation `json:"relation"`
	Possible bool          `json:"possible,omitempty"`
	Edits    []Edit        `json:"edits,omitempty"`
}

// Edit is a run of words that differs from the reference: both ranges are of
// the text of the article the quote stands in.
type Edit struct {
	Kind      news.EditKind `json:"kind"`
	Reference Span          `json:"reference"`
	Variant   Span          `json:"variant"`
	Elsewhere bool          `json:"elsewhere,omitempty"` // the words stand in another quote of the article that seems to lack them
}

// Conflict is a disagreement between outlets; Values holds for each outlet
// what it says, " / " between where it says more than one thing.
type Conflict struct {
	Field  string            `json:"field"`
	Values map[string]string `json:"values"`
	Claims []Claim           `json:"claims"`
}

// Claim is one outlet's side of a conflict and where it stands.
type Claim struct {
	Outlet string `json:"outlet"`
	Value  string `json:"value"`
	Place
}

// Event is a dated happening.
type Event struct {
	ID        string        `json:"id"`
	Story     string        `json:"story"`
	Name      string        `json:"name"`
	Place     string        `json:"place"`
	Modality  news.Modality `json:"modality"`
	Actors    []string      `json:"actors"`
	Reports   []Report      `json:"reports"`
	Conflict  bool          `json:"conflict"`
	Conflicts []Conflict    `json:"conflicts,omitempty"`
}

// Report is one article's telling of an event.
type Report struct {
	Place
	Trigger  string           `json:"trigger"`
	Where    string           `json:"place,omitempty"`
	Date     string           `json:"date"`            // 2006-01-02, or empty
	Exact    news.Granularity `json:"exact,omitempty"` // "weekend", "week", "month" or "year" where Date is only its first day
	DateText string           `json:"date_text,omitempty"`
	Basis    string           `json:"basis,omitempty"`
	Modality news.Modality    `json:"modality"`
}

// Story is the articles about the same happenings.
type Story struct {
	ID       string   `json:"id"`
	Headline string   `json:"headline"`
	Articles []string `json:"articles"`
	Outlets  []string `json:"outlets"`
}
