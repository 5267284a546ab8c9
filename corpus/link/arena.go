package link

import "strings"

// arena keeps many short strings in a few pieces of memory.
type arena struct{ piece strings.Builder }

// arenaPiece is the size of one in bytes.
const arenaPiece = 1 << 14

// clone copies a string.
func (a *arena) clone(s string) string {
	if a.piece.Cap()-a.piece.Len() < len(s) {
		a.piece = strings.Builder{}
		a.piece.Grow(max(arenaPiece, len(s)))
	}
	from := a.piece.Len()
	a.piece.WriteString(s)
	return a.piece.String()[from:]
}
