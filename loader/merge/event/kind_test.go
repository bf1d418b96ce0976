package event_test

import (
	"testing"

	"dateline/graph"
	"dateline/loader/merge/mergetest"
)

// Several contacts are not one of them, contacts of two levels are two, and who denies a
// plan does not deny what took place.
func TestKindsOfContacts(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, means, status, time string, change func(*graph.Report)) *mergetest.Story {
		story := mergetest.Article(t, publisher, "2024-05-10").Person("Ana Silva", "PT").Person("Piet Boom", "NL").
			Report(graph.Means(means), graph.Status(status), time, parties...)
		change(&story.Batch.Reports[0])
		return story
	}
	store := mergetest.Load(t,
		pair("A", "CALL", "ASSERTED", "2024-05", func(r *graph.Report) { r.Several = true }),
		pair("B", "CALL", "ASSERTED", "2024-05", func(*graph.Report) {}),
		pair("C", "TALKS", "CONFIRMED", "2024-03", func(r *graph.Report) { r.Qualifier = "technical-level" }),
		pair("D", "TALKS", "ASSERTED", "2024-03", func(*graph.Report) {}),
		pair("E", "TALKS", "ASSERTED", "2024-03", func(r *graph.Report) { r.Qualifier = "ministerial-level" }),
		pair("F", "MEETING", "DENIED", "2024-02-08", func(r *graph.Report) { r.DeniesPlan = true }),
		pair("G", "MEETING", "ASSERTED", "2024-02-08", func(*graph.Report) {}),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 1 Ana Silva and Piet Boom had several calls in May 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom spoke by phone in May 2024.",
		"CONFIRMED 2 Ana Silva and Piet Boom held technical-level talks in March 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom held ministerial-level talks in March 2024.",
		"DENIED 1 A plan for a meeting between Ana Silva and Piet Boom on 8 February 2024 is denied.",
		"ASSERTED 1 Ana Silva and Piet Boom met on 8 February 2024.",
	)
	mergetest.Expect(t, conflictLines(t, store))
}
