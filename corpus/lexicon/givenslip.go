package lexicon

// OneSlip reports whether one folded name is the other with one letter
// changed, added or dropped, or with two neighbours turned round.
func OneSlip(x, y string) bool {
	if n := len(x) - len(y); n > 1 || n < -1 || x == y {
		return false
	}
	return Turned(x, y) || LettersApart(x, y) == 1
}

// Turned reports whether two folded names differ by two neighbouring letters
// that changed places: "micheal" and "michael".
func Turned(x, y string) bool {
	if len(x) != len(y) || x == y {
		return false
	}
	i := 0
	for x[i] == y[i] {
		i++
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && x[i+2:] == y[i+2:]
}

// LettersApart returns how many bytes must be changed, added or dropped to
// make one word of the other. It is for names, which are short: the time is the
// product of the lengths.
func LettersApart(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
