package evidence

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/quote"
	"dateline/loader/when"
	"dateline/loader/who"
)

// Article is one article as rules see it: its parse, its quotations, its times and its
// cast. Members are indices in the cast, and no member is -1.
type Article struct {
	*grammar.Parse
	*Cast
	Marks     *quote.Marks
	ID        string
	Published graph.Date // zero if unknown

	propositions
	quotes     []quotation // parallel to Marks.Spans
	times      []when.Expression
	timeIndex  []int  // per token: index in times, -1 outside
	publishers *[]int // what Publishers returns, nil until it is asked
}

// New gathers the evidence of an article: doc must be the parse of its text, times and
// cast what was found in doc.
func New(doc *language.Document, article *graph.Article, times []when.Expression, cast *who.Cast) *Article {
	parse := grammar.New(doc)
	a := &Article{Parse: parse, Cast: &Cast{parse, cast}, Marks: quote.Find(parse), ID: article.ID, Published: article.Published, times: times}
	a.propositions = propositions{reader: grammar.NewReader(parse, a.isPersonToken), known: map[int]*grammar.Proposition{}}
	a.timeIndex = make([]int, len(doc.Tokens))
	for i := range a.timeIndex {
		a.timeIndex[i] = -1
	}
	for index, t := range times {
		for i := t.Span.Start; i < t.Span.End; i++ {
			a.timeIndex[i] = index
		}
	}
	attributeQuotes(a)
	return a
}
