package loader

import (
	"fmt"
	"runtime/debug"
	"strings"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/read"
	"dateline/loader/reread"
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
	if item.Batch != nil { // a row of a register says what it says
		batch = item.Batch
		return batch, checked(batch)
	}
	if !isRead(article.Language) {
		return &graph.Batch{Article: article}, nil
	}
	batch = e.read(article)
	if headlined := e.readHeadline(&item, batch); headlined != nil {
		batch = headlined
	}
	keepVerbatim(batch, item.OriginOf(batch.Article.Text))
	stateSources(batch, &item)
	return batch, checked(batch)
}

func checked(batch *graph.Batch) error {
	if err := batch.Check(); err != nil {
		return fmt.Errorf("extract article %s: defect: %w", batch.Article.ID, err)
	}
	return nil
}

// isRead reports whether there is a reader for a language. Articles in others are stored,
// and have no reports.
func isRead(language string) bool {
	base, _, _ := strings.Cut(language, "-")
	return base == "" || base == "en"
}

// stateSources gives each report the kind of its source, and the page of its quote.
func stateSources(batch *graph.Batch, item *read.Item) {
	kind := item.Article.Source.Kind()
	for i := range batch.Reports {
		r := &batch.Reports[i]
		if kind != graph.SourceNews {
			r.Stated = kind
		}
		r.Page = item.PageOf(batch.Article.Text, r.Start, r.End)
	}
}

// read returns what the text of an article says.
func (e *Extractor) read(article graph.Article) *graph.Batch {
	text := reread.Parse(e.pipeline, article.Text, article.Publisher)
	doc := text.Parse.Document
	times := when.Find(doc, article.Published)
	cast := who.FindIn(text, &article)
	reports := what.Find(doc, &article, times, cast)
	return &graph.Batch{Article: article, Members: cast.Members(), Reports: reports}
}

// Parse parses a text as Extract parses that of an article.
func (e *Extractor) Parse(text string) *language.Document {
	return reread.Parse(e.pipeline, text, "").Parse.Document
}
