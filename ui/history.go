package ui

import (
	"slices"
	"strings"

	"verbatim/ui/cell"
)

// memory is the searches an editor has made and kept.
type memory struct {
	History []string `toml:"history"` // the newest last
	Saved   []string `toml:"saved"`   // in the order they were saved
}

// maxHistory is the number of searches remembered.
const maxHistory = 200

// note remembers a search that was made.
func (m *memory) note(query string) {
	if query = strings.TrimSpace(query); query == "" {
		return
	}
	m.History = slices.DeleteFunc(m.History, func(q string) bool { return q == query })
	m.History = append(m.History, query)
	m.History = m.History[max(len(m.History)-maxHistory, 0):]
}

// toggle saves a search, or drops it if it was saved. It reports whether it is
// saved now.
func (m *memory) toggle(query string) bool {
	if i := slices.Index(m.Saved, query); i >= 0 {
		m.Saved = slices.Delete(m.Saved, i, i+1)
		return false
	}
	m.Saved = append(m.Saved, query)
	return true
}

// offered is what an empty search line offers: the saved searches, then the
// newest others.
func (m *memory) offered() []string {
	const most = 20
	out := slices.Clone(m.Saved)
	for _, q := range slices.Backward(m.History) {
		if len(out) >= len(m.Saved)+most {
			break
		}
		out = appendNew(out, q)
	}
	return out
}

// recall puts an older or newer search on the line. What was being typed is
// the newest of all.
func (s *search) recall(by int) bool {
	h := s.memory.History
	at := max(min(s.back+by, len(h)), 0)
	if at == s.back {
		return false
	}
	if s.back == 0 {
		s.draft = s.input.value()
	}
	s.back = at
	if at == 0 {
		s.input.set(s.draft)
	} else {
		s.input.set(h[len(h)-at])
	}
	return true
}

// offerTop is the first of the offered searches that is seen.
func (s *search) offerTop() int { return max(s.cursor-s.offerRows()+1, 0) }

// offerRows is the number of rows for them, above the query language.
func (s *search) offerRows() int { return max(s.h-2-len(queryHelp)-1, 3) }

// offers draws what an empty search line offers.
func (s *search) offers() []cell.Line {
	var out []cell.Line
	for i, q := range s.memory.offered() {
		sign := "  "
		if i < len(s.memory.Saved) {
			sign = "★ "
		}
		pointer := "  "
		if i == s.cursor {
			pointer = "▶ "
		}
		out = append(out, cell.Text(Key, pointer+sign).Add(Plain, q))
	}
	return out
}

// keep saves the search on the line, or drops it.
func (s *search) keep() {
	q := strings.TrimSpace(s.input.value())
	if offered := s.memory.offered(); q == "" && s.cursor < len(offered) {
		q = offered[s.cursor]
	}
	switch {
	case q == "":
	case s.memory.toggle(q):
		s.up.send(say{Same, "Saved: " + q})
	default:
		s.up.send(say{Notable, "No longer saved: " + q})
	}
}
