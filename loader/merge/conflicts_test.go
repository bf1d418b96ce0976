package merge

import (
	"context"
	"testing"

	"dateline/graph"
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
	return sortedKeys(seen)
}

func TestFirstSinceIsContradicted(t *testing.T) {
	store := load(t,
		article(t, "A", "2024-03-14").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").
			report("CALL", "ASSERTED", "2024-03-12", "INITIATOR Ingrid Solheim", "RECIPIENT Einar Jónsson").
			claim(graph.Claim{Kind: graph.ClaimFirst, Since: graph.MustEDTF("2022-01"), Text: "first conversation since January 2022"}),
		article(t, "B", "2024-03-20").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").
			report("CALL", "ASSERTED", "2022-09", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim").
			report("MEETING", "ASSERTED", "2023-02", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim").
			report("MESSAGE", "ASSERTED", "2023-03", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim").
			report("CALL", "ASSERTED", "2021-09", "INITIATOR Einar Jónsson", "RECIPIENT Ingrid Solheim"),
		article(t, "C", "2023-05-03").person("Ingrid Solheim", "NO").person("Lars Haugen", "NO").person("Einar Jónsson", "IS").
			report("CALL", "ASSERTED", "2023-05-02", "PARTICIPANT Einar Jónsson", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Lars Haugen").
			report("CALL", "ASSERTED", "2023-05-01", "PARTICIPANT Einar Jónsson", "PARTICIPANT Lars Haugen"),
	)
	expect(t, conflictLines(t, store),
		`FIRST_OR_LAST: One article says "first conversation since January 2022"; another reports a contact in September 2022.`,
		`FIRST_OR_LAST: One article says "first conversation since January 2022"; another reports a contact on 2 May 2023.`)
}

func TestDaysThatDiffer(t *testing.T) {
	parties := []string{"PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson"}
	store := load(t,
		article(t, "A", "2024-03-14").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").report("CALL", "ASSERTED", "2024-03-12", parties...),
		article(t, "B", "2024-03-15").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").report("CALL", "ASSERTED", "2024-03-13", parties...),
		article(t, "C", "2024-03-15").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").report("CALL", "ASSERTED", "2024-03-12", parties...),
	)
	expect(t, conflictLines(t, store), "TIME: It was on 12 March 2024: 2 articles. It was on 13 March 2024: 1 article.")
	expect(t, summaries(t, store), "ASSERTED 3 Ingrid Solheim and Einar Jónsson spoke by phone on 12 March 2024.")
}

func TestDenial(t *testing.T) {
	parties := []string{"PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson"}
	store := load(t,
		article(t, "A", "2024-04-05").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").report("MEETING", "ASSERTED", "2024-04-04", parties...),
		article(t, "B", "2024-04-08").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").report("MEETING", "DENIED", "2024-04-04", parties...),
		// An undated denial of talks is no denial of this meeting.
		article(t, "C", "2024-04-08").person("Ingrid Solheim", "NO").person("Einar Jónsson", "IS").report("TALKS", "DENIED", "", parties...),
	)
	expect(t, conflictLines(t, store), "OCCURRENCE: It took place: 1 article. It did not: 1 article.")
}
