package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

// sealName is the file that holds the sum of [rootName] as the last writer
// left it. It is there only between a proper close and the next writing open.
const (
	sealName = "sealed"
	rootName = "root.bolt"
)

// seal writes down the sum of bleve's list of segments, in the folder of
// bleve. bleve's own goroutines fail beyond recovery, or wait for ever, when
// that list is damaged.
func seal(dir string) error {
	sum, err := sumOf(filepath.Join(dir, "store", rootName))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, sealName), sum, 0o600)
}

// verifySeal compares the sum written down with that of the file. After a
// crash there is none to compare.
func verifySeal(dir string) error {
	want, err := os.ReadFile(filepath.Join(dir, sealName))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	sum, err := sumOf(filepath.Join(dir, "store", rootName))
	if err != nil {
		return err
	}
	if !bytes.Equal(sum, want) {
		return errors.New("the sum of its list of segments is wrong")
	}
	return nil
}

func breakSeal(dir string) error {
	err := os.Remove(filepath.Join(dir, sealName))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// sumOf returns the CRC-32 of a file, big end first.
func sumOf(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	return binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(b)), err
}

// verifySegments checks the sums that bleve's segment files end in. No files
// at all are in order, and so are unfinished ones that bleve's list does not
// name: a process that is killed leaves those.
func verifySegments(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.zap"))
	if err != nil {
		return err
	}
	var listed map[string]bool
	for _, f := range files {
		bad := verifySegment(f)
		if bad == nil {
			continue
		}
		if listed == nil {
			if listed, err = listedIn(filepath.Join(dir, rootName)); err != nil {
				return err
			}
		}
		if name := filepath.Base(f); listed[name] {
			return fmt.Errorf("segment %s: %w", name, bad)
		}
	}
	return nil
}

// listedIn returns the names in bleve's list of segments, which is a bbolt
// file: everything in it that could be one.
func listedIn(path string) (map[string]bool, error) {
	names := map[string]bool{}
	err := guard(func() error {
		db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: lockWait})
		if err != nil {
			return err
		}
		err = db.View(func(tx *bbolt.Tx) error {
			return tx.ForEach(func(_ []byte, b *bbolt.Bucket) error { return eachValue(b, names) })
		})
		return errors.Join(err, db.Close())
	})
	return names, err
}

// eachValue adds the values of a bucket and of those within it.
func eachValue(b *bbolt.Bucket, to map[string]bool) error {
	return b.ForEach(func(k, v []byte) error {
		if v == nil {
			return eachValue(b.Bucket(k), to)
		}
		to[string(v)] = true
		return nil
	})
}

// verifySegment compares the last four bytes of a file, big end first, with
// the CRC-32 of all before them.
func verifySegment(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() < 8 {
		return io.ErrUnexpectedEOF
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-4); err != nil {
		return err
	}
	var want [4]byte
	if _, err := io.ReadFull(f, want[:]); err != nil {
		return err
	}
	if binary.BigEndian.Uint32(want[:]) != sum.Sum32() {
		return errors.New("its sum is wrong")
	}
	return nil
}
