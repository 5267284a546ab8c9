package corpus

import (
	"runtime"
	"syscall"
)

// behind is the niceness of work that is done behind a screen: low enough that
// a key is answered first, high enough that it goes on where nobody types.
const behind = 15

// stepBack makes the goroutine that calls it, and nobody else, yield to the
// screen for as long as it lives: it keeps its thread, which ends with it.
// Where the system does not allow that it goes on as it is.
func stepBack() {
	runtime.LockOSThread()
	_ = syscall.Setpriority(syscall.PRIO_PROCESS, syscall.Gettid(), behind) // no more than slower keys
}
