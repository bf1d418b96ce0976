package event_test

import (
	"testing"

	"dateline/graph"
	"dateline/loader/merge/mergetest"
)

func TestStatements(t *testing.T) {
	say := func(publisher, quote string) *mergetest.Story {
		s := mergetest.Article(t, publisher, "2024-05-10").Person("Ana Silva", "PT")
		r := graph.Report{ArticleID: s.Batch.Article.ID, Type: graph.EventStatement, Status: graph.StatusAsserted,
			Quote: quote, End: len([]rune(quote)),
			Participants: []graph.Participation{{EntityID: s.ID("Ana Silva"), Role: graph.RoleSpeaker}}}
		r.ID = graph.ReportID(r.ArticleID, r.Type, r.Start, r.End, "")
		s.Batch.Article.Text, s.Batch.Reports = quote, []graph.Report{r}
		return s
	}
	store := mergetest.Load(t,
		say("A", "We talked about fish and nothing but fish, Silva said."),
		say("B", "“We talked about fish and nothing but fish,” Ana Silva told reporters."),
		say("C", "The weather was fine, said Silva."),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Ana Silva said by 10 May 2024: We talked about fish and nothing but fish, Silva said.",
		"ASSERTED 1 Ana Silva said by 10 May 2024: The weather was fine, said Silva.")
}
