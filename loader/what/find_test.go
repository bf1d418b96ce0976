package what

import (
	"testing"

	"dateline/graph"
	"dateline/loader/aside"
	"dateline/loader/language"
	"dateline/loader/language/languagetest"
	"dateline/loader/when"
	"dateline/loader/who"
)

// extract returns what a text says if it was published on Tuesday 11 March 2031.
func extract(pipeline *language.Pipeline, text string) *graph.Batch {
	article := graph.Article{ID: graph.NewID(graph.PrefixArticle, "test"), Text: text, Published: graph.NewDate(2031, 3, 11)}
	doc := aside.Parse(pipeline, text)
	times := when.Find(doc, article.Published)
	cast := who.Find(doc, &article)
	reports := Find(doc, &article, times, cast)
	return &graph.Batch{Article: article, Members: cast.Members(), Reports: reports}
}

func TestEveryEventTypeHasItsRule(t *testing.T) {
	ruled := map[graph.EventType]bool{}
	for _, rule := range rules {
		ruled[rule.event] = true
	}
	for _, event := range graph.EventTypes() {
		if !ruled[event] {
			t.Errorf("no rule finds events of type %s", event)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	pipeline := languagetest.Pipeline()
	text := ""
	for _, article := range articles(b) {
		text += article + "\n"
	}
	article := graph.Article{ID: graph.NewID(graph.PrefixArticle, "test"), Text: text, Published: graph.NewDate(2031, 3, 11)}
	doc := aside.Parse(pipeline, text)
	times := when.Find(doc, article.Published)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(doc, &article, times, who.Find(doc, &article))
	}
}
