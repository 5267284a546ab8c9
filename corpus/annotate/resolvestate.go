package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// goesOnSaying returns the person who has just spoken, where "the former pilot"
// is who adds to that or continues; -1 elsewhere.
func (r *resolver) goesOnSaying(k int) int {
	ph := r.phrases[k]
	t := r.at(ph.hi - 1)
	if !r.justSpoke(k) || len(r.together) != 1 || !r.is(ph.lo, "the") || t.pos == "NNS" || !lexicon.RoleHead(t.lower) || staysUnnamed(t.lower) {
		return -1
	}
	if e := &r.entities[r.last-1]; e.Kind != news.Person || e.Anonymous || !r.is(ph.lo-1, "added", "adds", "continued", "continues") && !r.is(r.reach(k), "added", "adds", "continued", "continues") {
		return -1
	}
	return r.last - 1
}

// ofState returns the person named last before phrase k whom the article gives
// the state that the phrase says: "the Texas Republican" after "Sen. Mara Venn
// (R-Texas)". -1 if it says none or gives it to nobody.
func (r *resolver) ofState(k int, head string) int {
	ph := r.phrases[k]
	if !slices.Contains(epithets, head) && !isElected(head) {
		return -1
	}
	state := r.stateIn(ph.lo, ph.hi)
	if state == "" {
		return -1
	}
	for i := k - 1; i >= max(0, k-nearBack); i-- {
		if r.isNamedPerson(i) && r.statesOf(r.phrases[i].entity - 1)[state] {
			return r.phrases[i].entity - 1
		}
	}
	return -1
}

// isElsewhere reports whether the article gives person e a state, and none of
// them is that which phrase k says.
func (r *resolver) isElsewhere(e, k int) bool {
	state := r.stateIn(r.phrases[k].lo, r.phrases[k].hi)
	of := r.statesOf(e)
	return state != "" && len(of) > 0 && !of[state]
}

// statesOf returns the states that stand beside the names of person e: "Texas
// Sen. Mara Venn", "Mara Venn (R-Texas)", "Mara Venn of Texas".
func (r *resolver) statesOf(e int) map[string]bool {
	if out, ok := r.states[e]; ok {
		return out
	}
	out := map[string]bool{}
	for n, m := range r.entities[e].Mentions {
		if m.Form != news.ByName || n == mostTold {
			continue
		}
		lo, hi := r.tokenAt(m.Start), r.tokenAt(m.End)
		if s := r.stateIn(max(lo-3, r.sentences[r.at(lo).sentence].lo), hi); s != "" {
			out[s] = true
		}
		if s := r.stateIn(hi, r.besideEnd(hi)); s != "" {
			out[s] = true
		}
	}
	r.states[e] = out
	return out
}

// mostTold is how many mentions of a person are looked at for the state.
const mostTold = 20

// besideEnd returns the token behind what is set beside a name that ends before
// token i: a bracket, words between commas, or "of" and a place.
func (r *resolver) besideEnd(i int) int {
	if !r.is(i, "(", ",", "of") {
		return i
	}
	for j := i + 1; j < i+6; j++ {
		if r.at(j).sentence != r.at(i).sentence || r.at(j).mark != 0 || r.at(j).isFinite() || r.is(j, ")") || r.is(j, ",") && j > i+1 && !strings.HasPrefix(r.at(j-1).lower, "d") && !strings.HasPrefix(r.at(j-1).lower, "r") {
			return j
		}
	}
	return i + 6
}

// stateIn returns the first state of the United States that tokens [lo, hi) name,
// in full or cut short; empty if none does.
func (r *resolver) stateIn(lo, hi int) string {
	for i := lo; i < min(hi, len(r.tokens)); i++ {
		t := r.at(i)
		w := strings.TrimSuffix(t.lower, ".")
		if isPartyTag(t.In(r.src)) {
			w = w[2:]
		}
		if s, ok := stateNames[w+" "+r.at(i+1).lower]; ok && i+1 < hi {
			return s
		}
		if s, ok := stateNames[w]; ok && w != t.In(r.src) {
			return s
		}
	}
	return ""
}

// stateNames are the states by their names and the forms newspapers cut them to.
var stateNames = func() map[string]string {
	out := map[string]string{}
	for line := range strings.SplitSeq(`alabama ala,alaska alaska,arizona ariz,arkansas ark,california calif,colorado colo,connecticut conn,delaware del,florida fla,georgia ga,hawaii hawaii,idaho idaho,illinois ill,indiana ind,iowa iowa,kansas kan,kentucky ky,louisiana la,maine maine,maryland md,massachusetts mass,michigan mich,minnesota minn,mississippi miss,missouri mo,montana mont,nebraska neb,nevada nev,new hampshire n.h,new jersey n.j,new mexico n.m,new york n.y,north carolina n.c,north dakota n.d,ohio ohio,oklahoma okla,oregon ore,pennsylvania pa,rhode island r.i,south carolina s.c,south dakota s.d,tennessee tenn,texas tex,utah utah,vermont vt,virginia va,washington wash,west virginia w.va,wisconsin wis,wyoming wyo`, ",") {
		cut := strings.LastIndexByte(line, ' ')
		out[line[:cut]], out[line[cut+1:]] = line[:cut], line[:cut]
	}
	return out
}()
