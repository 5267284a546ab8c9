//go:build !linux

package corpus

// stepBack does nothing: a single thread cannot yield here.
func stepBack() {}
