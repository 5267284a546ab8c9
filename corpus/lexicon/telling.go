package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed telling.txt
var tellingText string

// Telling is a list of folded words, by what they do where a happening is told.
type Telling string

// The lists.
const (
	OfTheDay      Telling = "oftheday"      // verbs whose object, with a day of its own, is done on it: "won Tuesday's vote"
	Foreshadowing Telling = "foreshadowing" // words that make what they are said of lie ahead: "expected to", "vowed to"
	Deed          Telling = "deed"          // nouns of what is done once it has a date of its own: "Tuesday's decision"
	Appointed     Telling = "appointed"     // nouns of what has its day beforehand: "the primary"
	Document      Telling = "document"      // nouns of writings that bear a date
	PlaceOwner    Telling = "placeowner"    // nouns that own a place behind them: "the war in"
	Linking       Telling = "linking"       // verbs that say nothing without what follows: "said", "became"
	StandsAlone   Telling = "alone"         // lemmas of verbs that need no object
	Kin           Telling = "kin"           // words that say whose kin somebody is
	Vessel        Telling = "vessel"        // words before the name of a ship or storm
	Vague         Telling = "vague"         // nouns that only point back at what was told: "the incident"
	Thinking      Telling = "thinking"      // forms of verbs of thinking that a clause may follow
)

var tellings = sync.OnceValue(func() map[Telling]map[string]bool {
	out := map[Telling]map[string]bool{}
	for name, l := range sections(tellingText) {
		out[Telling(name)] = l.set()
	}
	return out
})

// Has reports whether the folded word w is on the list.
func (l Telling) Has(w string) bool { return tellings()[l][w] }
