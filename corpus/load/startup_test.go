package load

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// What packages allocate before main begins is paid by every run of the
// program; the real go-dateparser alone takes 78 MB.
func TestStartUpIsLight(t *testing.T) {
	const most = 16 << 20 // bytes
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("run the test binary: %v", err)
	}
	total := 0
	for line := range strings.Lines(string(trace)) {
		var name string
		var at, clock float64
		var bytes int
		if _, err := fmt.Sscanf(line, "init %s @%f ms, %f ms clock, %d bytes", &name, &at, &clock, &bytes); err != nil {
			continue
		}
		total += bytes
		if bytes > most/4 {
			t.Errorf("%s allocates %d bytes at start-up", name, bytes)
		}
	}
	if total == 0 || total > most {
		t.Errorf("packages allocate %d bytes at start-up, want 1 to %d", total, most)
	}
}
