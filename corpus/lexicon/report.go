package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed report.txt
var reportText string

// ReportGroup is a group of words that stand round reports in the reporter's
// own words.
type ReportGroup string

// The groups.
const (
	ReportResult      ReportGroup = "result"      // what a statement does: "…, marking a shift"
	ReportLabel       ReportGroup = "label"       // what a reporter calls a statement or deed: "…, a move that"
	ReportWithheld    ReportGroup = "withheld"    // says that what it governs was not done: "declined" to say
	ReportWithholding ReportGroup = "withholding" // tells behind "without" what a source left out
	ReportExtent      ReportGroup = "extent"      // goes on with the words before it: "…, including"
	ReportOccasion    ReportGroup = "occasion"    // what things are said in: "in a statement"
	ReportConclusion  ReportGroup = "conclusion"  // what a reporter makes of a thing: "…, suggesting that"
	ReportUse         ReportGroup = "use"         // tells with "as" what a thing is for: "sold it as"
	ReportSought      ReportGroup = "sought"      // says that what it governs is not yet said: "sought assurances from"
	ReportVoicing     ReportGroup = "voicing"     // puts forward what the noun behind it says: "offered the theory that"
	ReportMeasure     ReportGroup = "measure"     // no source behind "according to": a plan, a custom
	ReportGranted     ReportGroup = "granted"     // what is granted or turned down, and no claim: "denied the motion"
	ReportMedium      ReportGroup = "medium"      // what is put up in a post and says nothing in words: "tweeted a picture"
	ReportTold        ReportGroup = "told"        // what is told or asked with nothing said: "told the truth"
)

var reportWords = sync.OnceValue(func() map[ReportGroup]map[string]bool {
	out := map[ReportGroup]map[string]bool{}
	for name, l := range sections(reportText) {
		out[ReportGroup(name)] = l.set()
	}
	return out
})

// Has reports whether a word, in lower case, is one of the group.
func (g ReportGroup) Has(w string) bool { return reportWords()[g][w] }
