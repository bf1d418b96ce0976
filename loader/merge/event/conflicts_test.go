package event_test

import (
	"context"
	"maps"
	"slices"
	"testing"

	"dateline/graph"
	"dateline/loader/merge/mergetest"
)

func conflictLines(t *testing.T, store graph.Store) []string {
	t.Helper()
	seen := map[string]bool{}
	err := store.Walk(context.Background(), graph.Visitor{Event: func(e *graph.Event) error {
		for _, c := range e.Conflicts {
			seen[string(c.Kind)+": "+c.Explanation] = true
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(maps.Keys(seen))
}

func TestFirstSinceIsContradicted(t *testing.T) {
	store := mergetest.Load(t,
		mergetest.Article(t, "A", "2024-03-14").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").
			Report("CALL", "ASSERTED", "2024-03-12", "INITIATOR Ingrid Solheim", "RECIPIENT Einar Jónsson").
			Claim(graph.Claim{Kind: graph.ClaimFirst, Since: graph.MustEDTF("2022-01"), Text: "first conversation since January 2022"}),
		mergetest.Article(t, "B", "2024-03-20").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").
			Report("CALL", "ASSERTED", "2022-09", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim").
			Report("MEETING", "ASSERTED", "2023-02", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim").
			Report("MESSAGE", "ASSERTED", "2023-03", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim").
			Report("CALL", "ASSERTED", "2021-09", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim"),
		mergetest.Article(t, "C", "2023-05-03").Person("Ingrid Solheim", "NO").Person("Lars Haugen", "NO").Person("Einar Jónsson", "IS").
			Report("CALL", "ASSERTED", "2023-05-02", "PARTICIPANT Einar Jónsson", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Lars Haugen").
			Report("CALL", "ASSERTED", "2023-05-01", "PARTICIPANT Einar Jónsson", "PARTICIPANT Lars Haugen"),
	)
	mergetest.Expect(t, conflictLines(t, store),
		`FIRST_OR_LAST: One article says "first conversation since January 2022"; another reports a contact in September 2022.`,
		`FIRST_OR_LAST: One article says "first conversation since January 2022"; another reports a contact on 2 May 2023.`)
}

func TestDaysThatDiffer(t *testing.T) {
	parties := []string{"PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson"}
	store := mergetest.Load(t,
		mergetest.Article(t, "A", "2024-03-14").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").Report("CALL", "ASSERTED", "2024-03-12", parties...),
		mergetest.Article(t, "B", "2024-03-15").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").Report("CALL", "ASSERTED", "2024-03-13", parties...),
		mergetest.Article(t, "C", "2024-03-15").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").Report("CALL", "ASSERTED", "2024-03-12", parties...),
	)
	mergetest.Expect(t, conflictLines(t, store), "TIME: 2 articles put it on 12 March 2024, 1 on 13 March 2024.")
	mergetest.Expect(t, mergetest.Summaries(t, store), "ASSERTED 3 Ingrid Solheim and Einar Jónsson spoke by phone on 12 March 2024.")
}

func TestDenial(t *testing.T) {
	parties := []string{"PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson"}
	store := mergetest.Load(t,
		mergetest.Article(t, "A", "2024-04-05").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").Report("MEETING", "ASSERTED", "2024-04-04", parties...),
		mergetest.Article(t, "B", "2024-04-08").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").Report("MEETING", "DENIED", "2024-04-04", parties...),
		// An undated denial of talks is no denial of this meeting.
		mergetest.Article(t, "C", "2024-04-08").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").Report("TALKS", "DENIED", "", parties...),
	)
	mergetest.Expect(t, conflictLines(t, store), "OCCURRENCE: 1 article says that it took place, 1 that it did not.")
}
