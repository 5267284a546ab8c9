package annotate

import (
	"verbatim/corpus/news"
)

// The confidence of an attribution is the share of right speakers among those
// found in the same way: that of the sieve where the speaker is named, times that
// of how the words that stand for a name were resolved. Both are measured on the
// visible gold sets and on real articles read for the purpose, and rounded down
// where they hold fewer than ten.

// confidence of each sieve, of speakers who are named.
var confidence = map[string]float64{
	sieveTail: 0.98, sieveInverted: 0.96, sieveHead: 0.94, sieveAccording: 0.97, sieveColon: 0.9, sieveLearned: 0.85, sieveSigned: 0.95, sieveTranscript: 0.95, sieveNoun: 0.85,
	sieveRunsOn: 0.97, sieveRun: 0.93, sieveLead: 0.97, sieveAlone: 0.5, sieveReport: 0.93, sieveHeading: 0.8,
}

// Of a paragraph of nothing but a quotation, by what stands before it: the same
// speaker's quotation, words that lead to it with a colon, or neither.
const (
	sureAloneGoesOn = 0.85
	sureAloneLed    = 0.9
)

// How sure the entity is that words stand for, which are no name.
const (
	sureApposed    = 0.97 // the words stand beside the name
	sureMentioned  = 0.95 // the entities of the article hold the words
	sureRole       = 0.93 // the words repeat a role or a body's name
	sureState      = 0.9  // the state that the article gives the person
	sureGoesOn     = 0.88 // "added the senator", who has just spoken
	sureOnly       = 0.85 // the only person so far whom an office can mean
	sureEpithet    = 0.8  // whoever is spoken of: "the billionaire"
	sureEither     = 0.7  // "a lawyer for the accuser, Mara Venn": either may be so named
	sureTopic      = 0.75 // "the consultant", of whoever the sentence before is about
	sureAbroad     = 0.6  // "the Norland leader", where the article does not say who leads it
	sureRoleless   = 0.77 // who has just spoken, of no role that speaks against it
	sureIndefinite = 0.88 // somebody new: "a port official"
	sureNarrowed   = 0.78 // somebody new, told apart: "the head of the guild"
	surePaper      = 0.58 // a paper of which the article does not say whose it is
	sureBare       = 0.5  // "the detective", whom nothing before introduces
	sureThing      = 0.7  // what is no person or body: "the report"

	sureLater   = 0.7  // he or she, named only behind
	surePronoun = 0.96 // he or she, where one person outweighs the others
	sureSecond  = 0.9  // another weighs nearly as much, or the one has just spoken
	sureOpen    = 0.6  // another weighs as much, and neither has just spoken
	sureOther   = 0.88 // it, they, who
	sureUnnamed = 0.85 // of a pronoun, where who it means is described only
)

// The weights by which a person outweighs the next as the antecedent of a
// pronoun.
const (
	outweighs     = 8
	nearlyOutdone = 4
	outdoes       = 9 // of one whose gender is known over one whose is not
)

// trusted keeps how sure the entity of phrase k is, and returns the entity.
func (r *resolver) trusted(k int, sure float64, e int) int {
	r.trust[k] = sure
	return e
}

// formConfidence is how sure the words that name a speaker are.
func (r *resolver) formConfidence(a *attribution) float64 {
	if len(a.phrases) == 0 {
		return 1
	}
	k := a.phrases[0]
	if sure, ok := r.trust[k]; ok {
		return sure
	}
	switch r.phrases[k].kind {
	case pronoun:
		return sureOther
	case description:
		return sureApposed
	case thing:
		return sureThing
	}
	return 1
}

// pronounTrust is how sure it is that "he" or "she" at phrase k is person e.
func (r *resolver) pronounTrust(k, e int) float64 {
	_, weight := r.weighed(k, func(o int) bool { return o == e })
	_, next := r.weighed(k, func(o int) bool {
		return o != e && r.entities[o].Kind == news.Person && !r.many[o] && r.canBePronoun(o, k)
	})
	sure := surePronoun
	lead := weight - next
	if r.entities[e].Gender == "" && r.outdone(k, e) {
		lead = 0
	}
	switch {
	case lead <= 0 && r.entities[e].Gender == "":
		sure = sureOpen
	case lead < nearlyOutdone && e != r.last-1:
		sure = sureOpen
	case lead < nearlyOutdone, lead < outweighs && e != r.last-1:
		sure = sureSecond
	}
	if r.entities[e].Anonymous {
		sure *= sureUnnamed
	}
	return sure
}

// outdone reports whether a woman, known to be one, stands no further back than the
// paragraph before "she" at phrase k, where it is not known that person e is one.
func (r *resolver) outdone(k, e int) bool {
	if r.pronounGender(k) != news.Female {
		return false
	}
	_, weight := r.weighed(k, func(o int) bool {
		return o != e && r.entities[o].Kind == news.Person && r.entities[o].Gender == news.Female && !r.many[o]
	})
	return weight >= outdoes
}

// canBePronoun reports whether nothing known of person e speaks against the
// gender of the pronoun at phrase k.
func (r *resolver) canBePronoun(e, k int) bool {
	want := r.pronounGender(k)
	return (r.entities[e].Gender == "" || r.entities[e].Gender == want) && (r.gender[e] == "" || r.gender[e] == want)
}

// sourceTrust is how sure it is that phrase k describes somebody new.
func (r *resolver) sourceTrust(k int) float64 {
	ph := r.phrases[k]
	head := r.at(ph.hi - 1).lower
	switch {
	case !r.isDefinite(ph):
		return sureIndefinite
	case paper(head) != "":
		return surePaper
	case ph.hi-ph.lo > 2 || r.reach(k) > ph.hi:
		return sureNarrowed
	}
	return sureBare
}
