package loader

import (
	"slices"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/read"
	"dateline/loader/what"
)

// readHeadline returns what an article says together with its headline, if only the
// headline tells of a contact, and nil otherwise. A headline repeats the text, so that
// beside contacts of the text it would only tell them twice.
func (e *Extractor) readHeadline(item *read.Item, body *graph.Batch) *graph.Batch {
	if item.Headlined == nil || slices.ContainsFunc(body.Reports, isContact) {
		return nil
	}
	line := string([]rune(item.Headlined.Text)[:item.Headlined.Headline])
	if !what.MayTellContact(aside.Parse(e.pipeline, line)) {
		return nil
	}
	article := item.Article
	article.Text = item.Headlined.Text
	whole := e.read(article)
	inHeadline := func(r graph.Report) bool { return r.Start < item.Headlined.Headline }
	if !slices.ContainsFunc(whole.Reports, func(r graph.Report) bool { return inHeadline(r) && isContact(r) }) {
		return nil
	}
	whole.Reports = slices.DeleteFunc(whole.Reports, func(r graph.Report) bool { return inHeadline(r) && !isContact(r) })
	return whole
}

func isContact(r graph.Report) bool { return r.Type == graph.EventContact }
