package what

import (
	"testing"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/when"
	"dateline/loader/who"
)

// read gives what a text reports, on 11 March 2031.
func extract(t testing.TB, pipeline *language.Pipeline, text string) *graph.Batch {
	t.Helper()
	article := graph.Article{ID: "dl:article:test", Text: text, Published: graph.NewDate(2031, 3, 11)}
	doc := pipeline.Parse(text)
	times := when.Find(doc, article.Published)
	cast := who.Find(doc, &article)
	reports := Find(doc, &article, times, cast)
	return &graph.Batch{Article: article, Members: cast.Members, Reports: reports}
}

func TestFindGivesExactQuotesAndKnownMembers(t *testing.T) {
	pipeline, err := language.New()
	if err != nil {
		t.Fatal(err)
	}
	text := "Ana Silva met Piet Boom in Oslo on Tuesday. “We will talk again,” Silva told reporters."
	if err := extract(t, pipeline, text).Check(); err != nil {
		t.Error(err)
	}
}
