package index

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/document"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// record is what is stored with a document, to show a hit by.
type record struct {
	Article   string
	File      string
	Row       int
	Quote     int // number of the quote, counted from one; 0 for an article
	Outlet    string
	Agency    string
	Headline  string
	Date      string
	Speaker   string
	Kind      string
	Relations []string
	At        text.Span // the headline of an article, the words of a quote
	Start     int       // where the text stored behind the record begins in the article's
}

// item is one document to be: an article, or one of its quotes.
type item struct {
	Record    record
	Text      string // around it, to cut snippets from; stored behind the record
	Headline  string
	Words     []text.Span // body paragraphs; the quote alone
	Around    []text.Span // all quotes; the sentences around the quote
	Speakers  []string
	Actors    []string
	Kinds     []string
	Relations []string
}

// id returns the document's name.
func (it *item) id() string {
	if it.Record.Quote == 0 {
		return it.Record.Article
	}
	return news.QuoteID(&news.Article{ID: it.Record.Article}, it.Record.Quote-1)
}

// sum returns a number for a string, the same on all machines.
func sum(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// digest returns a number that changes when the document would.
func (it *item) digest() (uint64, error) {
	b, err := encode(*it)
	all := sha256.Sum256(b)
	return binary.LittleEndian.Uint64(all[:]), err
}

// reader turns the readings of a briefing into items.
type reader struct {
	b         news.Briefing
	actors    []map[int]int      // of each reading: entity → actor
	relations []map[int][]string // of each reading: quote → relations
}

func newReader(b news.Briefing) *reader {
	r := &reader{b: b, actors: make([]map[int]int, len(b.Readings)), relations: make([]map[int][]string, len(b.Readings))}
	for i, a := range b.Actors {
		for _, ref := range a.Entities {
			r.credit(ref, i)
		}
	}
	for _, s := range b.Statements {
		for _, v := range s.Variants {
			r.relate(v)
		}
	}
	return r
}

func (r *reader) credit(ref news.Ref, actor int) {
	if ref.Reading < 0 || ref.Reading >= len(r.actors) {
		return
	}
	if r.actors[ref.Reading] == nil {
		r.actors[ref.Reading] = map[int]int{}
	}
	r.actors[ref.Reading][ref.Item] = actor
}

func (r *reader) relate(v news.Variant) {
	i := v.Quote.Reading
	if v.Possible || i < 0 || i >= len(r.relations) {
		return
	}
	if r.relations[i] == nil {
		r.relations[i] = map[int][]string{}
	}
	r.relations[i][v.Quote.Item] = append(r.relations[i][v.Quote.Item], string(v.Relation))
}

// items returns the documents of the reading at index i, the article first.
func (r *reader) items(i int) []item {
	rd := &r.b.Readings[i]
	article := item{Record: r.record(rd), Headline: rd.Article.Headline.Value}
	article.Record.At = fitting(rd.Article.Headline.At, rd.Article.Text)
	article.Text = rd.Article.Text
	article.Words = rd.Article.Paragraphs(news.Body)
	article.Actors = r.allNames(i)
	out := make([]item, 1, len(rd.Quotes)+1)
	for q := range rd.Quotes {
		it := r.quote(i, q)
		article.Around = append(article.Around, rd.Quotes[q].Span)
		article.Speakers = append(article.Speakers, it.Speakers...)
		article.Kinds = append(article.Kinds, it.Kinds...)
		article.Relations = append(article.Relations, it.Relations...)
		out = append(out, it)
	}
	article.Speakers, article.Kinds, article.Relations = set(article.Speakers), set(article.Kinds), set(article.Relations)
	out[0] = article
	return out
}

// fitting returns the span, or none where it does not fit src.
func fitting(s text.Span, src string) text.Span {
	if !s.Fits(src) {
		return text.Span{}
	}
	return s
}

func (r *reader) record(rd *news.Reading) record {
	a := &rd.Article
	return record{
		Article: a.ID, File: a.File, Row: a.Row, Outlet: a.OutletName(), Agency: a.Agency.Value,
		Headline: a.Headline.Value, Date: a.Published.Date.String(),
	}
}

// quote returns the document of the quote at index q of reading i.
func (r *reader) quote(i, q int) item {
	rd := &r.b.Readings[i]
	quote := rd.Quotes[q]
	quote.Span = fitting(quote.Span, rd.Article.Text)
	it := item{Record: r.record(rd), Words: []text.Span{quote.Span}, Kinds: []string{string(quote.Kind)}}
	around := quote.Span
	if quote.Context.Fits(rd.Article.Text) && !quote.Context.Empty() {
		around = around.Cover(quote.Context)
		it.Around = []text.Span{{Start: around.Start, End: quote.Start}, {Start: quote.End, End: around.End}}
	}
	var names []string
	for _, e := range quote.Speakers {
		it.Speakers = append(it.Speakers, r.names(i, e)...)
		names = append(names, r.name(i, e))
	}
	it.Speakers = set(it.Speakers)
	it.Actors = set(append(r.namesWithin(i, around), it.Speakers...))
	it.Relations = set(r.relations[i][q])
	rec := &it.Record
	rec.Quote, rec.Kind, rec.At, rec.Relations = q+1, string(quote.Kind), quote.Span, it.Relations
	rec.Speaker = strings.Join(names, ", ")
	rec.Start, it.Text = around.Start, around.In(rd.Article.Text)
	return it
}

// name returns the one name to show for an entity of reading i.
func (r *reader) name(i, entity int) string {
	if a, ok := r.actors[i][entity]; ok {
		return r.b.Actors[a].Name
	}
	if es := r.b.Readings[i].Entities; entity >= 0 && entity < len(es) {
		return es[entity].Name
	}
	return ""
}

// names returns all names an entity of reading i can be found by.
func (r *reader) names(i, entity int) []string {
	var out []string
	if a, ok := r.actors[i][entity]; ok {
		actor := &r.b.Actors[a]
		out = append(append(out, actor.Name, actor.Role), actor.Aliases...)
	}
	if es := r.b.Readings[i].Entities; entity >= 0 && entity < len(es) {
		e := &es[entity]
		out = append(append(out, e.Name, e.Role.In(r.b.Readings[i].Article.Text)), e.Aliases...)
	}
	return out
}

func (r *reader) allNames(i int) []string {
	var out []string
	for e := range r.b.Readings[i].Entities {
		out = append(out, r.names(i, e)...)
	}
	return set(out)
}

// namesWithin returns the names of the entities mentioned within s.
func (r *reader) namesWithin(i int, s text.Span) []string {
	var out []string
	for e := range r.b.Readings[i].Entities {
		inside := func(m news.Mention) bool { return s.Contains(m.Span) }
		if slices.ContainsFunc(r.b.Readings[i].Entities[e].Mentions, inside) {
			out = append(out, r.names(i, e)...)
		}
	}
	return out
}

// set returns the strings that are not empty, each once, in order.
func set(ss []string) []string {
	slices.Sort(ss)
	ss = slices.Compact(ss)
	if len(ss) > 0 && ss[0] == "" {
		ss = ss[1:]
	}
	return ss
}

// document cuts the item into the terms bleve indexes. src is the text of the
// article.
func (it *item) document(src string, st *stemmer) (*document.Document, error) {
	kept, err := it.kept()
	if err != nil {
		return nil, err
	}
	d := document.NewDocument(it.id())
	d.AddField(stored(inHit, kept))
	d.AddField(keywords(inArticle, it.Record.Article))
	d.AddField(keywords(inHouse, text.Fold(it.Record.Outlet)))
	d.AddField(keywords(inKind, it.Kinds...))
	d.AddField(keywords(inRelation, it.Relations...))
	addDay(d, it.Record.Date, sum(it.id()))
	it.addNames(d)
	if it.Record.Quote == 0 {
		it.addArticle(d, src, st)
	} else {
		it.addQuote(d, src, st)
	}
	d.SetIndexed()
	return d, nil
}

// kept returns what is stored of the item: how long the record is, the record,
// and the text, of which a hit shows little and which is therefore not decoded.
func (it *item) kept() ([]byte, error) {
	rec, err := encode(it.Record)
	b := binary.AppendUvarint(make([]byte, 0, binary.MaxVarintLen64+len(rec)+len(it.Text)), uint64(len(rec)))
	return append(append(b, rec...), it.Text...), err
}

// recordIn returns the record of what [item.kept] made, and the text behind it.
func recordIn(kept []byte) (rec record, around []byte, err error) {
	n, from := binary.Uvarint(kept)
	if from <= 0 || n > uint64(len(kept)-from) {
		return rec, nil, errShort
	}
	kept = kept[from:]
	return rec, kept[n:], decode(string(kept[:n]), &rec)
}

func (it *item) addNames(d *document.Document) {
	if it.Record.Quote > 0 && len(it.Speakers) == 0 {
		it.Speakers = []string{unattributed}
	}
	addValues(d, inOutlet, it.Record.Outlet)
	addValues(d, inAgency, it.Record.Agency)
	addValues(d, inSpeaker, it.Speakers...)
	addValues(d, inActor, it.Actors...)
}

func addValues(d *document.Document, name string, values ...string) {
	f := newWordField(name, nil)
	for _, v := range values {
		f.value(v)
	}
	f.addTo(d)
}

func (it *item) addArticle(d *document.Document, src string, st *stemmer) {
	d.AddField(keywords(inType, typeArticle))
	it.addHeadline(d, src, st)
	addSpans(d, inBody, src, it.Words, st)
	addSpans(d, inQuoted, src, it.Around, st)
}

func (it *item) addQuote(d *document.Document, src string, st *stemmer) {
	d.AddField(keywords(inType, typeQuote))
	addSpans(d, inQuote, src, it.Words, st)
	newWordField(inContext, st).withoutPlaces().spans(src, it.Around).addTo(d)
}

func (it *item) addHeadline(d *document.Document, src string, st *stemmer) {
	f := newWordField(inHeadline, st)
	if it.Record.At.Empty() {
		f.value(it.Headline)
	} else {
		f.span(src, it.Record.At)
	}
	f.addTo(d)
}

func addSpans(d *document.Document, name, src string, spans []text.Span, st *stemmer) {
	newWordField(name, st).spans(src, spans).addTo(d)
}
