package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// holder is the note a process leaves beside an index it holds. The lock
// itself is the operating system's; the note only says whose it is.
type holder struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	Since time.Time `json:"since"`

	path string
}

// hold leaves a note in dir. Failing to is no harm.
func hold(dir string) *holder {
	h := &holder{PID: os.Getpid(), Since: time.Now(), path: filepath.Join(dir, lockName)}
	h.Host, _ = os.Hostname()
	b, err := json.Marshal(h)
	if err != nil || os.WriteFile(h.path, b, 0o600) != nil {
		return nil
	}
	return h
}

// release takes the note away.
func (h *holder) release() error {
	if h == nil {
		return nil
	}
	return os.Remove(h.path)
}

// heldBy says who holds the index in dir, as well as is known.
func heldBy(dir string) string {
	var h holder
	b, err := os.ReadFile(filepath.Join(dir, lockName))
	if err != nil || json.Unmarshal(b, &h) != nil || h.PID == 0 {
		return "another process"
	}
	return fmt.Sprintf("process %d on %s (since %s)", h.PID, h.Host, h.Since.Format("2 Jan 15:04"))
}

// CorpusKey names the set of articles that the paths stand for: the same for
// the same paths in any order, absolute or not.
func CorpusKey(paths []string) string {
	abs := make([]string, len(paths))
	for i, p := range paths {
		a, err := filepath.Abs(p)
		if err != nil {
			a = filepath.Clean(p)
		}
		abs[i] = a
	}
	slices.Sort(abs)
	sum := sha256.Sum256([]byte(strings.Join(slices.Compact(abs), "\x00")))
	return hex.EncodeToString(sum[:8])
}
