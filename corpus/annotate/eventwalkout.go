package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// WritesOfWalkouts reports whether a "strike" in an article is one of workers
// rather than an attack: the body speaks of unions and pickets more than of
// arms.
func WritesOfWalkouts(a *news.Article) bool {
	n := 0
	for _, p := range a.Paragraphs(news.Body) {
		for _, w := range text.Words(a.Text, p) {
			switch w.Fold {
			case "union", "unions", "union's", "walkout", "walkouts", "picket", "pickets", "picketing", "strikers", "unionised", "unionized":
				n++
			case "missile", "missiles", "drone", "drones", "airstrike", "airstrikes", "troops", "bomb", "bombs", "bombing", "rocket", "rockets":
				n--
			}
		}
	}
	return n > 0
}

// WalkoutLemma is the lemma of a strike of workers, whatever the word for it.
const WalkoutLemma = "walk out"

// inContext gives a trigger the sense that the article uses it in.
func (e *eventReader) inContext(tr eventTrigger) eventTrigger {
	if tr.Lemma == "strike" && e.walkouts && !tr.verb {
		tr.Lemma, tr.Class = WalkoutLemma, lexicon.TriggerClass(WalkoutLemma)
	}
	return tr
}
