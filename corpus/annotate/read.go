package annotate

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Read reads all there is in one cleaned article. It fails only if the
// embedded weights of the taggers are damaged.
func Read(a news.Article) (news.Reading, error) {
	tagger, err := NewTagger()
	if err != nil {
		return news.Reading{}, fmt.Errorf("read %s: %w", a.File, err)
	}
	body := a.Paragraphs(news.Body)
	sentences := Sentences(a.Text, body)
	r := news.Reading{Article: a, Sentences: sentences}
	tagged := tagger.Tag(a.Text, sentences)
	r.Entities = Entities(tagged)
	r.Quotes, r.Entities = Quotes(&a, tagged, r.Entities)
	an := AnchorIn(&a, sentences)
	DateQuotes(&a, sentences, r.Quotes, an)
	r.Reports = ReportsFrom(&a, sentences, r.Entities, an)
	for i := range r.Entities {
		slices.SortFunc(r.Entities[i].Mentions, func(x, y news.Mention) int { return x.Start - y.Start })
	}
	return r, nil
}

// Quotes returns what the article's sources said, in order, and the entities
// with the described sources ("a port official") added.
func Quotes(a *news.Article, t *Tagged, entities []news.Entity) ([]news.Quote, []news.Entity) {
	paragraphs := a.Paragraphs(news.Body)
	p := newPage(t, paragraphs, slices.Clone(entities), Marks(t.src, paragraphs))
	if len(p.tokens) == 0 {
		return nil, entities
	}
	p.headings, p.bylines = headings(a, paragraphs), bylinesUnder(a, paragraphs)
	told, carried := p.indirect()
	as := p.attribute(said(told))
	p.requote(as)
	p.inRefusals(as, told)
	p.inPosts(as, told)
	p.carriedMarks(as, carried)
	r := newResolver(p)
	quotes := r.quotes(as, told)
	return quotes, r.entities
}

// quotes makes the quotes of the page, resolving speakers in the order of the
// text.
func (r *resolver) quotes(as []attribution, told []reported) []news.Quote {
	var out []news.Quote
	i, j := 0, 0
	for i < len(as) || j < len(told) {
		if j == len(told) || i < len(as) && r.marks[i].Outer.Start <= told[j].content.Start {
			if q, ok := r.marked(&r.marks[i], &as[i]); ok {
				out = append(out, q)
			}
			i++
			continue
		}
		out = append(out, r.indirectQuote(&told[j]))
		j++
	}
	slices.SortStableFunc(out, func(a, b news.Quote) int { return a.Start - b.Start })
	return out
}

func (r *resolver) marked(m *Marked, a *attribution) (news.Quote, bool) {
	inner := m.Inner.Trim(r.src)
	if a.sieve == sieveTranscript && inner.Contains(a.at) {
		inner.Start = a.at.End + 1 + max(0, strings.IndexByte(r.src[a.at.End:inner.End], ':'))
		inner = inner.Trim(r.src)
	}
	if inner.Empty() || !r.isSpeech(m, a) || !a.found() && r.isMentioned(m) {
		return news.Quote{}, false
	}
	q := news.Quote{Span: inner, Outer: m.Outer, Kind: r.kindOfQuote(m), Repaired: m.NoOpen || m.NoClose, Context: r.context(m.Outer)}
	r.attach(&q, a)
	if q.Repaired {
		q.Confidence /= 2
	}
	return q, true
}

// attach gives a quote its speaker. Words that name none ("a sign read", a
// pronoun that could be anybody) are kept as the words they are.
func (r *resolver) attach(q *news.Quote, a *attribution) {
	if !a.found() {
		return
	}
	q.Speakers = r.entitiesOf(a)
	if r.tellsOfSpeaker(q, a) {
		q.Speakers = nil
		return
	}
	for _, k := range a.carriers {
		q.Carriers = append(q.Carriers, r.resolve(k)...)
	}
	q.SpeakerAt, q.Cue, q.CueClass = a.at, a.cue, news.CueClass(a.class)
	q.Sieve, q.Confidence = a.sieve, a.confidence*r.formConfidence(a)
}

// context returns the sentences a span stands in.
func (r *resolver) context(s text.Span) text.Span {
	i, j := r.tokenAt(s.Start), r.tokenAt(s.End-1)
	if j >= len(r.tokens) {
		j = len(r.tokens) - 1
	}
	return r.sentences[r.at(min(i, j)).sentence].Span.Cover(r.sentences[r.at(j).sentence].Span)
}
