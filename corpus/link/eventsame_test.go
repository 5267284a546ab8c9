package link

import (
	"testing"

	"verbatim/corpus/news"
)

// TestEventsThatAreOne holds which happenings of two outlets are put together by what
// their words, days and statements have in common.
func TestEventsThatAreOne(t *testing.T) {
	for _, c := range []struct {
		name, one, two string
		together       bool
	}{
		{"held in contempt, and the ruling", "Harbour Minister Mara Venn was held in contempt by a judge on Monday for closing the port.",
			"Judge Ola Holm issued the ruling on Monday in Halden, saying that Mara Venn had closed the port.", true},
		{"what else is held", "Harbour Minister Orrin Tarn held a party by the old mill on Monday.",
			"Judge Ola Holm issued the ruling on Monday in Halden, saying that Mara Venn had closed the port.", false},
		{"a letter of a day, and one from it", "Orrin Tarn wants the drafts of a Feb. 4, 2030, letter from the Harbour Board to the crews.",
			"He wants to know who wrote a letter from Feb. 4, 2030, in which the Harbour Board denied it all.", true},
		{"two letters of two days", "Orrin Tarn wants the drafts of a Feb. 4, 2030, letter from the Harbour Board to the crews.",
			"He wants to know who wrote a letter from June 9, 2030, in which the Harbour Board denied it all.", false},
		{"what both look back at", "The port has had guards on its gates since the attacks of May 3, 2021.",
			"Few of the crews have seen Mara Venn in the years after the May 3, 2021, bombing.", true},
		{"a statement, and what was issued as one", "On Monday, Fjord Rail said there was no danger to anyone in the valley and that the wall of its dam held.",
			"In a statement issued on Monday Fjord Rail said the wall was safe.", true},
		{"a veto and its noun on two days", "Premier Mara Venn on Tuesday vetoed a bill passed by the Storting to end aid to the port.",
			"But that hope was defeated by Mara Venn’s veto Monday night.", true},
		{"two vetoes", "Premier Mara Venn on Tuesday vetoed a bill passed by the Storting to end aid to the port.",
			"But that hope was defeated by Mara Venn’s veto on Feb. 11.", false},
		{"one statement in both", "Mara Venn lashed out at her critics in the Storting on Monday. “The notion that I would close the port to help a friend is an insult to the crews,” Venn said.",
			"Mara Venn on Monday rejected the idea of a deal over the pier. “The notion that I would close the port to help a friend is an insult to the crews,” she said.", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs, es := linkStated(t, told{"Gull", "2031-03-05", c.one}, told{"Courier", "2031-03-05", c.two})
			got := false
			for i := range es {
				got = got || len(outletsOf(days(rs, es[i]))) > 1
			}
			if got != c.together {
				for _, e := range es {
					t.Logf("%q %v", e.Name, days(rs, e))
				}
				t.Errorf("together: %v, want %v", got, c.together)
			}
		})
	}
}

// linkStated is linkEvents with the statements of the articles known.
func linkStated(t testing.TB, ts ...told) ([]news.Reading, []news.Event) {
	t.Helper()
	rs := make([]news.Reading, len(ts))
	st := news.Story{}
	for i, a := range ts {
		rs[i] = readTold(t, a)
		st.Readings = append(st.Readings, i)
	}
	story := make([]int, len(rs))
	people := actors(rs, story)
	return rs, events(rs, story, people, stemmer{}, newTeller(rs, people).story(0, &st))
}
