package what

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/quote"
	"dateline/loader/when"
	"dateline/loader/who"
)

// reading is one article as the rules see it: its parse tree with the questions
// that they ask of it, its times and its cast.
type reading struct {
	*grammar.Parse
	subjects *grammar.SubjectFinder
	article  *graph.Article
	times    []when.Expression
	cast     *who.Cast
	marks    *quote.Marks
	quotes   []quotation // parallel to marks.spans
	timeAt   []int       // per token: index in times, -1 outside

	publishing *[]int // what publishers gives, nil before it is asked
}

func newReading(doc *language.Document, article *graph.Article, times []when.Expression, cast *who.Cast) *reading {
	r := &reading{Parse: grammar.New(doc), article: article, times: times, cast: cast}
	r.subjects = &grammar.SubjectFinder{Parse: r.Parse, IsPerson: r.isPersonToken}
	r.timeAt = make([]int, len(doc.Tokens))
	for i := range r.timeAt {
		r.timeAt[i] = -1
	}
	for index, t := range times {
		for i := t.Span.Start; i < t.Span.End; i++ {
			r.timeAt[i] = index
		}
	}
	r.marks = quote.Find(r.Parse)
	r.findQuotations()
	return r
}

func (r *reading) member(m int) *graph.Member { return &r.cast.Members()[m] }
