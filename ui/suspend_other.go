//go:build !unix

package ui

import "os"

// continuing returns the signals that a program gets when it runs again.
func continuing() []os.Signal { return nil }
