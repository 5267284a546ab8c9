package index

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// The names of bleve's fields. Fields of words hold them folded and whole;
// beside each stands a field of stems, which holds only those words whose stem
// differs from them.
const (
	inBody     = "body"
	inHeadline = "headline"
	inQuote    = "quote"   // of quotes: the words quoted
	inQuoted   = "quoted"  // of articles: the words of all their quotes
	inContext  = "context" // of quotes: the sentences around them, without places
	inOutlet   = "outlet"
	inAgency   = "agency"
	inActor    = "actor"
	inSpeaker  = "speaker"
	inDate     = "date"  // days since 1970
	inOrder    = "order" // with doc values, see [orderOf]
	inKind     = "kind"
	inRelation = "relation"
	inType     = "type"
	inArticle  = "article" // the ID of the article, whole
	inHouse    = "house"   // the outlet's name, whole
	inHit      = "hit"     // stored only: a [record]
	stemSuffix = ".stem"
)

// Values of inType.
const (
	typeArticle = "article"
	typeQuote   = "quote"
)

// unattributed is the speaker of quotes that have none.
const unattributed = "unattributed"

// gap is how many positions lie between two pieces of a field, so that no
// phrase reaches from one into the other.
const gap = 4

// terms is a field already cut into its terms, as a [document.Field].
type terms struct {
	name    string
	options bleveindex.FieldIndexingOptions
	value   []byte // of stored fields
	length  int    // in terms
	freqs   bleveindex.TokenFrequencies
	places  []termPlace // of all terms, until [terms.finish]
}

// termPlace is one of the places of a term.
type termPlace struct {
	of *bleveindex.TokenFreq
	bleveindex.TokenLocation
}

func (f *terms) Name() string                                          { return f.name }
func (f *terms) ArrayPositions() []uint64                              { return nil }
func (f *terms) Options() bleveindex.FieldIndexingOptions              { return f.options }
func (f *terms) Analyze()                                              {}
func (f *terms) Value() []byte                                         { return f.value }
func (f *terms) NumPlainTextBytes() uint64                             { return uint64(len(f.value)) }
func (f *terms) Size() int                                             { return 64 + len(f.value) + 96*len(f.freqs) }
func (f *terms) EncodedFieldType() byte                                { return 't' }
func (f *terms) AnalyzedLength() int                                   { return f.length }
func (f *terms) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.freqs }

// add counts a term at a place: bytes of the article's text, or none where
// the words do not stand in it. As the end of a place bleve is given its
// length, which is a byte where the end would be three; [spansOf] knows.
func (f *terms) add(term string, position int, at text.Span) {
	tf := f.freqs[term]
	if tf == nil {
		tf = &bleveindex.TokenFreq{Term: []byte(term)}
		f.freqs[term] = tf
	}
	tf.SetFrequency(tf.Frequency() + 1)
	f.length++
	if f.options.IncludeTermVectors() {
		l := bleveindex.TokenLocation{Start: at.Start, End: at.Len(), Position: position}
		f.places = append(f.places, termPlace{tf, l})
	}
}

// finish hands the places out to their terms, in one piece of memory.
func (f *terms) finish() *terms {
	pointers := make([]*bleveindex.TokenLocation, len(f.places))
	for i := range f.places {
		p := &f.places[i]
		if p.of.Locations == nil {
			n := p.of.Frequency()
			p.of.Locations, pointers = pointers[:0:n], pointers[n:]
		}
		p.of.Locations = append(p.of.Locations, &p.TokenLocation)
	}
	return f
}

func newTerms(name string) *terms {
	return &terms{
		name:    name,
		options: bleveindex.IndexField | bleveindex.IncludeTermVectors,
		freqs:   make(bleveindex.TokenFrequencies),
	}
}

// wordField collects the words of a field, and their stems beside them.
type wordField struct {
	whole, stems *terms
	stem         *stemmer // nil for names, which have no stems
	position     int
}

func newWordField(name string, st *stemmer) *wordField {
	f := &wordField{whole: newTerms(name), stem: st}
	if st != nil {
		f.stems = newTerms(name + stemSuffix)
	}
	return f
}

// withoutPlaces makes the field one of counts alone: for words that are found
// but not pointed at, and in no phrase.
func (f *wordField) withoutPlaces() *wordField {
	f.whole.options &^= bleveindex.IncludeTermVectors
	f.stems.options &^= bleveindex.IncludeTermVectors
	return f
}

// span adds the words of a span of src, where they stand.
func (f *wordField) span(src string, s text.Span) {
	f.words(src, s, func(at text.Span) text.Span { return at })
}

// spans adds the words of several spans, each a piece of its own.
func (f *wordField) spans(src string, spans []text.Span) *wordField {
	for _, s := range spans {
		f.span(src, s)
		f.part()
	}
	return f
}

// value adds words that do not stand in the article's text.
func (f *wordField) value(s string) {
	f.words(s, text.Span{Start: 0, End: len(s)}, func(text.Span) text.Span { return text.Span{} })
	f.part()
}

// part ends a piece of the field: no phrase reaches over it.
func (f *wordField) part() { f.position += gap }

func (f *wordField) words(src string, s text.Span, place func(text.Span) text.Span) {
	eachWord(src, s, func(w text.Word) {
		f.position++
		f.whole.add(w.Fold, f.position, place(w.Span))
		if name := owner(src, w); name != "" {
			f.whole.add(name, f.position, place(text.Span{Start: w.Start, End: endOfOwner(src, w)}))
		}
		if f.stem == nil {
			return
		}
		if st := f.stem.stem(w.Fold); st != w.Fold {
			f.stems.add(st, f.position, place(w.Span))
		}
	})
}

// endOfOwner returns where the name ends in a possessive.
func endOfOwner(src string, w text.Word) int {
	in := w.In(src)
	return w.Start + strings.LastIndexFunc(in, text.IsApostrophe)
}

// addTo puts the field into a document, unless it is empty.
func (f *wordField) addTo(d *document.Document) {
	if f.whole.length > 0 {
		d.AddField(f.whole.finish())
	}
	if f.stems != nil && f.stems.length > 0 {
		f.stems.length = f.whole.length // for bleve counts less on matches in long fields
		d.AddField(f.stems.finish())
	}
}

// keywords returns a field of whole values, without counts or places.
func keywords(name string, values ...string) *terms {
	f := &terms{
		name:    name,
		options: bleveindex.IndexField | bleveindex.SkipFreqNorm,
		freqs:   make(bleveindex.TokenFrequencies, len(values)),
		length:  len(values),
	}
	for _, v := range slices.Compact(slices.Sorted(slices.Values(values))) {
		f.freqs[v] = &bleveindex.TokenFreq{Term: []byte(v)}
	}
	return f
}

// stored returns a field that is kept as it is, and not searched.
func stored(name string, value []byte) *terms {
	return &terms{name: name, options: bleveindex.StoreField, value: value}
}

// addDay puts a date in the form of [news.Date.String] into a document, and
// its place among all documents.
func addDay(d *document.Document, date string, digest uint64) {
	day := unknownDay
	if at, err := news.ParseDate(date); err == nil {
		day = dayNumber(at)
		d.AddField(document.NewNumericFieldWithIndexingOptions(inDate, nil, day, bleveindex.IndexField|bleveindex.SkipFreqNorm))
	}
	f := keywords(inOrder, string(orderTerm(orderOf(day, digest))))
	f.options |= bleveindex.DocValues
	d.AddField(f)
}

// unknownDay stands before all days, so that every document can be sorted.
const unknownDay float64 = -1 << 24

// dayNumber counts days since 1970, earlier ones negative.
func dayNumber(d news.Date) float64 {
	return float64(d.Sub(news.Date{Year: 1970, Month: 1, Day: 1}))
}
