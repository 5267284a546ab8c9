package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"

	"verbatim/corpus/text"
)

// StateFile is where the program keeps searches and the places left off, in
// the XDG state folder.
func StateFile() string { return filepath.Join(xdg.StateHome, "verbatim", "state.toml") }

// state is what is kept from one run to the next: a TOML file that may be
// read, edited and removed.
type state struct {
	memory
	Places map[string]leftOff `toml:"place"` // by corpus
}

// leftOff is where an editor left off in one corpus.
type leftOff struct {
	When    time.Time    `toml:"when"`
	Pane    int          `toml:"pane"`
	Chips   []keptChip   `toml:"chip"`
	Cursors []keptAnchor `toml:"cursor"` // of the lists of the desk
	Screens []keptScreen `toml:"screen"` // above the desk, the lowest first
}

type keptAnchor struct {
	Article string `toml:"article"`
	At      int    `toml:"at"`
}

type keptChip struct {
	Facet string     `toml:"facet"`
	Name  string     `toml:"name"`
	Item  keptAnchor `toml:"item"`
}

type keptScreen struct {
	View string     `toml:"view"`
	Item keptAnchor `toml:"item"`
	On   keptAnchor `toml:"on"`   // what the keys were on
	Name string     `toml:"name"` // an outlet, a search
}

func kept(a anchor) keptAnchor      { return keptAnchor{a.article, a.at} }
func (k keptAnchor) anchor() anchor { return anchor{k.Article, k.At} }

// maxPlaces is the number of corpora whose place is kept.
const maxPlaces = 40

// readState reads the state file; first is true where there is none yet. A
// file that cannot be read is an error and an empty state.
func readState(file string) (s state, first bool, err error) {
	b, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, true, nil
	case err != nil:
		return s, false, fmt.Errorf("read what was left off: %w", err)
	}
	if err := toml.Unmarshal(b, &s); err != nil {
		return state{}, false, at(file, err)
	}
	return s, false, nil
}

// at names file and line of an error in TOML.
func at(file string, err error) error {
	if d := (*toml.DecodeError)(nil); errors.As(err, &d) {
		line, column := d.Position()
		return fmt.Errorf("%s:%d:%d: %s", file, line, column, d.Error())
	}
	return fmt.Errorf("%s: %w", file, err)
}

// write replaces the state file, whole or not at all.
func (s state) write(file string) error {
	s.forgetOldest()
	b, err := toml.Marshal(s)
	if err != nil {
		return fmt.Errorf("write the place left off: %w", err)
	}
	if err := replace(file, b); err != nil {
		return fmt.Errorf("write the place left off: %w", err)
	}
	return nil
}

// replace writes a file that is there whole or as it was before.
func replace(file string, b []byte) error {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".state-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // it has been renamed
	_, err = f.Write(b)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}

// forgetOldest keeps the file small.
func (s *state) forgetOldest() {
	for len(s.Places) > maxPlaces {
		oldest := ""
		for k, p := range s.Places {
			if oldest == "" || p.When.Before(s.Places[oldest].When) {
				oldest = k
			}
		}
		delete(s.Places, oldest)
	}
}

// rememberer is a screen that can be opened again as it was left.
type rememberer interface{ remember() keptScreen }

// leaveOff says where the editor is.
func (r *root) leaveOff() leftOff {
	d := r.desk()
	out := leftOff{Pane: d.focus}
	for _, c := range r.lens.chips {
		out.Chips = append(out.Chips, keptChip{facetNames[c.facet], c.name, kept(c.item)})
	}
	for _, l := range d.lists {
		at, _ := l.current()
		if !l.moved {
			at = anchor{}
		}
		out.Cursors = append(out.Cursors, kept(at))
	}
	for _, s := range r.stack[1:] {
		if m, ok := s.(rememberer); ok {
			k := m.remember()
			k.View = viewNames[s.view()]
			out.Screens = append(out.Screens, k)
		}
	}
	return out
}

func (r *root) desk() *desk { return r.stack[0].(*desk) }

// resume goes back to the place left off, once what it is of has been read;
// what is gone is left out.
func (r *root) resume(finished bool) {
	p := r.place
	if p == nil || !finished && !r.canResume(p) {
		return
	}
	r.place = nil
	r.lens = r.lensOf(p.Chips)
	d := r.desk()
	d.focusOn(max(min(p.Pane, listCount-1), 0))
	r.refresh()
	for i, k := range p.Cursors[:min(len(p.Cursors), listCount)] {
		d.lists[i].goTo(k.anchor())
	}
	d.look()
	for _, k := range p.Screens {
		r.reopen(k)
	}
}

// canResume reports whether all articles of the place have been read.
func (r *root) canResume(p *leftOff) bool {
	has := func(k keptAnchor) bool {
		_, ok := r.c.readingOf[k.Article]
		return ok || k.Article == ""
	}
	return !slices.ContainsFunc(p.Chips, func(k keptChip) bool { return !has(k.Item) }) &&
		!slices.ContainsFunc(p.Screens, func(k keptScreen) bool { return !has(k.Item) }) &&
		!slices.ContainsFunc(p.Cursors, func(k keptAnchor) bool { return !has(k) })
}

// lensOf makes a lens of the chips whose items are still there.
func (r *root) lensOf(ks []keptChip) Lens {
	find := map[facet]func(anchor) int{byStory: r.c.findStory, byActor: r.c.findActor, byEvent: r.c.findEvent}
	var l Lens
	for _, k := range ks {
		for f, name := range facetNames {
			look, narrow := find[f]
			if name == k.Facet && (!narrow || look(k.Item.anchor()) >= 0) {
				l = l.with(chip{facet: f, item: k.Item.anchor(), name: k.Name})
			}
		}
	}
	return l
}

// reopen opens a screen as it was left, if what it is of is still there.
func (r *root) reopen(k keptScreen) {
	item := k.Item.anchor()
	_, there := r.c.readingOf[item.article]
	switch k.View {
	case viewNames[viewTimeline]:
		r.push(newTimeline(&r.shared))
	case viewNames[viewSearch]:
		r.found.input.set(k.Name)
		r.push(r.found)
	case viewNames[viewMatrix]:
		m := newMatrix(&r.shared, item)
		m.at, m.outlet = k.On.anchor(), k.Name
		r.push(m)
	case viewNames[viewSide]:
		if r.c.findStatement(item) >= 0 {
			r.push(newSide(&r.shared, r.opts.Compare, openStatement{item: item, among: r.listBelow(item), variant: k.On.anchor()}))
		}
	case viewNames[viewCard]:
		if there {
			r.push(newCard(&r.shared, item))
		}
	case viewNames[viewReader], viewNames[viewFind]:
		if there {
			r.push(r.readerAt(item, k.On))
		}
	}
}

// listBelow returns the statements among which one is opened over the top
// screen, those of the desk where it is of no other list.
func (r *root) listBelow(item anchor) []anchor {
	var among []anchor
	switch s := r.top().(type) {
	case *matrix:
		among = s.anchors()
	case *card:
		among = s.said
	case *reader:
		among = []anchor{item}
	}
	if slices.Contains(among, item) {
		return among
	}
	return r.desk().lists[statementList].rows
}

// readerAt opens a page, the keys on the stop of an anchor, at the byte that was
// on top.
func (r *root) readerAt(item anchor, top keptAnchor) *reader {
	at := place{article: item.article}
	for _, s := range r.c.stopsIn(r.c.readingOf[item.article]) {
		if s.at == item.at {
			at.Span = text.Span{Start: s.at, End: s.End}
			break
		}
	}
	out := newReader(&r.shared, openSource{place: at})
	if top.Article == item.article {
		out.from = top.At
	}
	return out
}

func (s *side) remember() keptScreen { return keptScreen{Item: kept(s.item), On: kept(s.focus)} }

func (m *matrix) remember() keptScreen {
	return keptScreen{Item: kept(m.story), On: kept(m.at), Name: m.outlet}
}

func (t *timeline) remember() keptScreen { return keptScreen{} }

func (a *card) remember() keptScreen { return keptScreen{Item: kept(a.actor)} }

func (s *search) remember() keptScreen { return keptScreen{Name: s.input.value()} }

func (r *reader) remember() keptScreen {
	k := keptScreen{Item: keptAnchor{Article: r.open.article, At: -1}, On: keptAnchor{Article: r.open.article, At: r.topByte()}}
	if s := r.on(); s != nil {
		k.Item.At = s.at
	}
	return k
}
