package annotate

import "verbatim/corpus/news"

// tellsOfSpeaker reports whether the words of a quote name the one person whom no more
// than the words beside it make its speaker: "Venn left. “Nobody trusts Venn.”" Whoever
// says that is another, unless he presents himself: "me, Mara Venn".
func (r *resolver) tellsOfSpeaker(q *news.Quote, a *attribution) bool {
	switch a.sieve {
	case sieveAlone, sieveRun, sieveLead, sieveRunsOn:
	default:
		return false
	}
	if q.Kind == news.Indirect || len(q.Speakers) != 1 || r.entities[q.Speakers[0]].Kind != news.Person || r.entities[q.Speakers[0]].Anonymous {
		return false
	}
	for i, hi := r.tokenAt(q.Start), r.tokenAt(q.End); i < hi; i++ {
		if r.at(i).mention-1 == q.Speakers[0] && r.at(i-1).mention != r.at(i).mention && !r.isOwnName(i, hi) {
			return true
		}
	}
	return false
}

// isOwnName reports whether the name at token i, in words that end before token hi, is one
// that a speaker calls himself or what is his: "I, Mara Venn", "my husband, Tam Venn", "the
// Venn campaign".
func (r *resolver) isOwnName(i, hi int) bool {
	for j := max(0, i-selfBefore); j < i; j++ {
		if r.is(j, "i", "me", "my", "myself", "i'm", "i’m", "'m", "’m") {
			return true
		}
	}
	n := i
	for n < hi && r.at(n).mention == r.at(i).mention {
		n++
	}
	return n < hi && r.at(n).pos != "POS" && r.at(n).isNoun()
}

// selfBefore is how many tokens before a name one's own self is looked for.
const selfBefore = 4
