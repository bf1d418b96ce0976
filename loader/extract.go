package loader

import (
	"fmt"
	"runtime/debug"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/read"
	"dateline/loader/what"
	"dateline/loader/when"
	"dateline/loader/who"
)

// Extractor turns an article into the batch of all that it says. What it gives is
// a function of the article alone. It may be used by several goroutines at once.
type Extractor struct{ pipeline *language.Pipeline }

// NewExtractor loads the embedded language model, once for the whole program.
func NewExtractor() (*Extractor, error) {
	pipeline, err := language.New()
	if err != nil {
		return nil, fmt.Errorf("load the language model: %w", err)
	}
	return &Extractor{pipeline: pipeline}, nil
}

// Extract reads one article of a source. An article that breaks extraction gives
// an error and costs no other one.
func (e *Extractor) Extract(item read.Item) (batch *graph.Batch, err error) {
	article := item.Article
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("extract article %s: defect: %v\n%s", article.ID, fault, debug.Stack())
		}
	}()
	doc := e.pipeline.ParseParagraphs(article.Text)
	times := when.Find(doc, article.Published)
	cast := who.Find(doc, &article)
	reports := what.Find(doc, &article, times, cast)
	batch = &graph.Batch{Article: article, Members: cast.Members(), Reports: reports}
	keepVerbatim(batch, item.Origin)
	if err := batch.Check(); err != nil {
		return nil, fmt.Errorf("extract article %s: defect: %w", article.ID, err)
	}
	return batch, nil
}

// Parse reads the sentences of a text as Extract does those of an article.
func (e *Extractor) Parse(text string) *language.Document { return e.pipeline.ParseParagraphs(text) }
