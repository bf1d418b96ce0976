package annotate

import (
	"dateline/loader"
	"dateline/loader/language"
	"dateline/loader/quote"
)

// Range is a piece of the text.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Quote is what somebody is reported to have said, written, thought or felt. Its
// content has several pieces if the words that attribute it are within it.
type Quote struct {
	Source  []Range `json:"source"`
	Content []Range `json:"content"`
}

// Quotes returns the attributions of the record's text, as []Quote.
func Quotes(e *loader.Extractor, r *Record) (any, error) {
	article, err := r.Article()
	if err != nil {
		return nil, err
	}
	doc := e.Parse(article.Text)
	ranges := func(spans []language.Span) []Range {
		list := []Range{}
		for _, s := range spans {
			list = append(list, Range{doc.Tokens[s.Start].Start, doc.Tokens[s.End-1].End})
		}
		return list
	}
	found := []Quote{}
	for _, a := range quote.Attributions(doc) {
		found = append(found, Quote{ranges(a.Source), ranges(a.Content)})
	}
	return found, nil
}
