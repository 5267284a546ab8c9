package link

// dismissal returns the token behind what a sentence calls wrong or an affront,
// where token k is the noun for what others would have it believe: "the idea that
// we sank her is absurd". It is 0 where that is none.
func dismissal(ts []token, k int) int {
	if !belief(ts[k].fold) || k == 0 || !ts[k-1].stop || k+2 >= len(ts) || ts[k+1].fold != "that" {
		return 0
	}
	for i := k + 2; i < len(ts) && !ts[i].start; i++ {
		if copula(ts[i].fold) && dismisses(ts[i+1:]) {
			return i
		}
	}
	return 0
}

// belief reports whether a word is a noun for what somebody would have others
// believe.
func belief(w string) bool {
	switch w {
	case "notion", "idea", "suggestion", "claim", "allegation", "accusation", "assertion", "insinuation", "implication", "rumor", "rumour", "theory":
		return true
	}
	return false
}

func copula(w string) bool {
	switch w {
	case "is", "are", "was", "were", "'s":
		return true
	}
	return false
}

// dismisses reports whether words that stand behind "is" say that something is not
// so, or an affront: "absolutely false".
func dismisses(ts []token) bool {
	for i := 0; i < min(len(ts), 3) && !ts[i].start; i++ {
		switch ts[i].fold {
		case "wrong", "false", "untrue", "absurd", "ridiculous", "ludicrous", "laughable", "preposterous", "nonsense", "crazy", "insane", "baseless",
			"offensive", "insulting", "outrageous", "incorrect", "bogus", "unfounded", "lie":
			return true
		}
	}
	return false
}
