package link

import "strings"

// untold reports whether one quote tells what was asked, or what somebody would
// not say, and the other says something: "declined to say whether the
// port would close" is no report of "The port will close".
func untold(a, b *quote) bool {
	x, y := leavesOpen(a), leavesOpen(b)
	return x != y && !asks(a) && !asks(b)
}

// leavesOpen reports whether a quote without marks leaves it open whether what
// it tells is so.
func leavesOpen(q *quote) bool {
	if q.marked || q.q.CueClass != "decline" && q.q.CueClass != "ask" {
		return false
	}
	return len(q.words.toks) > 0 && interrogative(q.words.toks[0].fold)
}

func interrogative(w string) bool {
	switch w {
	case "whether", "if", "who", "whom", "whose", "what", "why", "how", "when", "where", "which":
		return true
	}
	return false
}

// asks reports whether the words of a quote are a question, or stand in marks
// and come of one who asks.
func asks(q *quote) bool {
	return q.marked && q.q.CueClass == "ask" || strings.Contains(q.q.In(q.words.src), "?")
}
