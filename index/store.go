package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"verbatim/corpus/news"
)

// schema is the version of all that is kept. Raise it when what is written
// changes in a way that [shape] does not see.
const schema = "2"

// lockWait is how long to wait for another process to let go of the index.
const lockWait = 250 * time.Millisecond

// maxPending is how many bytes of readings wait in memory to be written.
const maxPending = 4 << 20

var (
	bucketReadings = []byte("readings")
	bucketDigests  = []byte("digests")
	bucketMeta     = []byte("meta")
	markName       = []byte("mark")
)

// store keeps the readings of articles and the digests of what is indexed, in
// one file or, without one, in memory. It is safe for concurrent use.
type store struct {
	db       *bbolt.DB // nil in memory
	readOnly bool
	broken   atomic.Bool // a write failed: the next opening had better begin anew

	mu      sync.Mutex
	pending map[string][]byte // kept, and not yet written
	size    int               // bytes of pending
	used    map[string]bool   // keys asked for or kept since opening
}

func newStore() *store {
	return &store{pending: map[string][]byte{}, used: map[string]bool{}}
}

// openStore opens the file at path, waiting a moment for its lock. It drops
// what another version wrote.
func openStore(path, version string, readOnly bool) (*store, error) {
	s := newStore()
	s.readOnly = readOnly
	err := guard(func() (err error) {
		s.db, err = bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockWait, ReadOnly: readOnly})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := s.prepare(version); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), s.db.Close())
	}
	return s, nil
}

// isHeld reports whether err says that another process has the lock.
func isHeld(err error) bool { return errors.Is(err, bolterrors.ErrTimeout) }

// prepare makes the buckets, emptied where their version is another.
func (s *store) prepare(version string) error {
	if s.readOnly {
		return guard(func() error { return s.db.View(func(tx *bbolt.Tx) error { return checkBuckets(tx, version) }) })
	}
	return s.update(func(tx *bbolt.Tx) error {
		meta, err := tx.CreateBucketIfNotExists(bucketMeta)
		if err != nil {
			return err
		}
		for name, want := range versions(version) {
			if err := renew(tx, meta, []byte(name), want); err != nil {
				return err
			}
		}
		return nil
	})
}

// versions returns what each bucket must have been written by.
func versions(version string) map[string]string {
	return map[string]string{
		string(bucketReadings): schema + " " + shape([]news.Reading{}) + " " + version,
		string(bucketDigests):  schema + " " + shape(item{}),
	}
}

func renew(tx *bbolt.Tx, meta *bbolt.Bucket, name []byte, want string) error {
	if string(meta.Get(name)) == want && tx.Bucket(name) != nil {
		return nil
	}
	if tx.Bucket(name) != nil {
		if err := tx.DeleteBucket(name); err != nil {
			return err
		}
	}
	if _, err := tx.CreateBucket(name); err != nil {
		return err
	}
	if bytes.Equal(name, bucketDigests) { // and the documents are laid out otherwise
		if err := meta.Delete(markName); err != nil {
			return err
		}
	}
	return meta.Put(name, []byte(want))
}

func checkBuckets(tx *bbolt.Tx, version string) error {
	meta := tx.Bucket(bucketMeta)
	for name, want := range versions(version) {
		if meta == nil || string(meta.Get([]byte(name))) != want || tx.Bucket([]byte(name)) == nil {
			return errors.New("it was written by another version")
		}
	}
	return nil
}

// reading returns the record kept under key.
func (s *store) reading(key string) (string, bool) {
	s.mu.Lock()
	s.used[key] = true
	b, ok := s.pending[key]
	s.mu.Unlock()
	if ok || s.db == nil {
		return string(b), ok
	}
	var out string
	err := s.view(func(tx *bbolt.Tx) error {
		v := tx.Bucket(bucketReadings).Get([]byte(key))
		ok = v != nil
		out = string(v)
		return nil
	})
	if err != nil || !ok {
		return "", false
	}
	return checked(out)
}

// checked returns a record without the sum it begins with, if that is right.
func checked(b string) (string, bool) {
	if len(b) < 4 {
		return "", false
	}
	sum := binary.BigEndian.Uint32([]byte(b[:4]))
	return b[4:], sum == crc32.ChecksumIEEE([]byte(b[4:]))
}

// summed returns a record with its sum before it.
func summed(b []byte) []byte {
	out := make([]byte, 4, 4+len(b))
	binary.BigEndian.PutUint32(out, crc32.ChecksumIEEE(b))
	return append(out, b...)
}

// keep holds a record to be written, and writes when there are many.
func (s *store) keep(key string, b []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.used[key] = true
	s.size += len(b) - len(s.pending[key])
	s.pending[key] = b
	if s.size < maxPending || s.db == nil {
		return nil
	}
	return s.writePending()
}

// flush writes all records that wait.
func (s *store) flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil || s.readOnly || len(s.pending) == 0 {
		return nil
	}
	return s.writePending()
}

// writePending needs s.mu. Readers of an older state go on meanwhile.
func (s *store) writePending() error {
	if s.readOnly {
		return nil
	}
	err := s.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketReadings)
		for k, v := range s.pending {
			if err := b.Put([]byte(k), summed(v)); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		s.pending, s.size = map[string][]byte{}, 0
	}
	return err
}

// prune drops the records nobody asked for since opening.
func (s *store) prune() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil || s.readOnly {
		return nil
	}
	return s.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketReadings)
		var gone [][]byte
		err := b.ForEach(func(k, _ []byte) error {
			if !s.used[string(k)] {
				gone = append(gone, k)
			}
			return nil
		})
		for _, k := range gone {
			err = errors.Join(err, b.Delete(k))
		}
		return err
	})
}

// digests returns, for each article indexed, the digests of its documents.
func (s *store) digests() (map[string][]uint64, error) {
	out := map[string][]uint64{}
	if s.db == nil {
		return out, nil
	}
	err := s.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketDigests).ForEach(func(k, v []byte) error {
			ds := make([]uint64, len(v)/8)
			for i := range ds {
				ds[i] = binary.LittleEndian.Uint64(v[8*i:])
			}
			out[string(k)] = ds
			return nil
		})
	})
	return out, err
}

// setDigests records what is indexed now; nil for what is gone.
func (s *store) setDigests(changed map[string][]uint64) error {
	if s.db == nil || s.readOnly || len(changed) == 0 {
		return nil
	}
	return s.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketDigests)
		for id, ds := range changed {
			if err := putDigests(b, id, ds); err != nil {
				return err
			}
		}
		return nil
	})
}

func putDigests(b *bbolt.Bucket, id string, ds []uint64) error {
	if ds == nil {
		return b.Delete([]byte(id))
	}
	v := make([]byte, 0, 8*len(ds))
	for _, d := range ds {
		v = binary.LittleEndian.AppendUint64(v, d)
	}
	return b.Put([]byte(id), v)
}

// forget drops all digests, and records that they go with the index mark.
func (s *store) forget(mark string) error {
	if s.db == nil {
		return nil
	}
	return s.update(func(tx *bbolt.Tx) error {
		if err := tx.DeleteBucket(bucketDigests); err != nil {
			return err
		}
		if _, err := tx.CreateBucket(bucketDigests); err != nil {
			return err
		}
		return tx.Bucket(bucketMeta).Put(markName, []byte(mark))
	})
}

// mark returns the mark of the index the digests go with, "" for none.
func (s *store) mark() string {
	var out string
	err := s.view(func(tx *bbolt.Tx) error {
		out = string(tx.Bucket(bucketMeta).Get(markName))
		return nil
	})
	if err != nil {
		return ""
	}
	return out
}

func (s *store) close() error {
	if s.db == nil {
		return nil
	}
	path := s.db.Path()
	err := errors.Join(s.flush(), s.db.Close())
	if s.broken.Load() {
		err = errors.Join(err, setAside(path))
	}
	return err
}

func (s *store) view(f func(*bbolt.Tx) error) error {
	return guard(func() error { return s.db.View(f) })
}

func (s *store) update(f func(*bbolt.Tx) error) error {
	err := guard(func() error { return s.db.Update(f) })
	if err != nil && !errors.Is(err, syscall.ENOSPC) {
		s.broken.Store(true)
	}
	return err
}

// guard runs f and turns its panics, and faults of mapped files that shrank,
// into errors.
func guard(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the index is damaged: %s", strings.TrimSpace(fmt.Sprint(r)))
		}
	}()
	return f()
}

// exists reports whether there is a file or folder at path.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
