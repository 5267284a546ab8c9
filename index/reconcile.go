package index

import (
	"context"
	"errors"
	"maps"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// loadDigests reads what is indexed, and mends it where the documents are not
// those it tells of: after a crash between writing the one and the other.
func (x *Index) loadDigests(b bleve.Index) error {
	ds, err := x.store.digests()
	if err != nil {
		return err
	}
	want := 0
	for _, d := range ds {
		want += len(d)
	}
	n, err := b.DocCount()
	if err == nil && n != uint64(want) {
		err = guard(func() error { return reconcile(b, ds) })
	}
	x.digests = ds
	return err
}

// reconcile gives the articles whose documents are not as many as ds says a
// digest that nothing has, so that the next update writes or drops them all.
func reconcile(b bleve.Index, ds map[string][]uint64) error {
	inner, err := b.Advanced()
	if err != nil {
		return err
	}
	r, err := inner.Reader()
	if err != nil {
		return err
	}
	there, err := documents(r)
	if err := errors.Join(err, r.Close()); err != nil {
		return err
	}
	maps.DeleteFunc(ds, func(id string, _ []uint64) bool { return there[id] == 0 })
	for id, n := range there {
		if n != len(ds[id]) {
			ds[id] = make([]uint64, max(n, len(ds[id])))
		}
	}
	return nil
}

// documents returns how many documents there are of each article.
func documents(r bleveindex.IndexReader) (map[string]int, error) {
	dict, err := r.FieldDict(inArticle)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return out, errors.Join(err, dict.Close())
		}
		// The count of the dictionary takes in what has been deleted.
		docs, err := r.TermFieldReader(context.Background(), []byte(e.Term), inArticle, false, false, false)
		if err != nil {
			return nil, errors.Join(err, dict.Close())
		}
		if n := docs.Count(); n > 0 {
			out[e.Term] = int(n)
		}
		if err := docs.Close(); err != nil {
			return nil, errors.Join(err, dict.Close())
		}
	}
}
