package loader

import (
	"fmt"
	"runtime/debug"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/language"
	"dateline/loader/read"
	"dateline/loader/what"
	"dateline/loader/when"
	"dateline/loader/who"
)

// Extractor turns an article into a batch of everything that it says. The batch
// depends on nothing but the article. An Extractor can be used by several goroutines
// at once.
type Extractor struct{ pipeline *language.Pipeline }

// NewExtractor loads the embedded language model. A program needs one.
func NewExtractor() (*Extractor, error) {
	pipeline, err := language.New()
	if err != nil {
		return nil, fmt.Errorf("load the language model: %w", err)
	}
	return &Extractor{pipeline: pipeline}, nil
}

// Extract returns the batch of one article. A panic during extraction becomes an
// error, so that it does not affect other articles.
func (e *Extractor) Extract(item read.Item) (batch *graph.Batch, err error) {
	article := item.Article
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("extract article %s: defect: %v\n%s", article.ID, fault, debug.Stack())
		}
	}()
	batch = e.read(article)
	if headlined := e.readHeadline(&item, batch); headlined != nil {
		batch = headlined
	}
	keepVerbatim(batch, item.OriginOf(batch.Article.Text))
	if err := batch.Check(); err != nil {
		return nil, fmt.Errorf("extract article %s: defect: %w", article.ID, err)
	}
	return batch, nil
}

// read returns what the text of an article says.
func (e *Extractor) read(article graph.Article) *graph.Batch {
	doc := aside.Parse(e.pipeline, article.Text)
	times := when.Find(doc, article.Published)
	cast := who.Find(doc, &article)
	reports := what.Find(doc, &article, times, cast)
	return &graph.Batch{Article: article, Members: cast.Members(), Reports: reports}
}

// Parse parses a text as Extract parses that of an article.
func (e *Extractor) Parse(text string) *language.Document { return aside.Parse(e.pipeline, text) }
