package mergetest

import (
	"testing"

	"dateline/graph"
)

// Quarrel is a story in several articles that agree and disagree in the ways that
// merging has to cope with.
func Quarrel(t *testing.T) []*Story {
	return []*Story{
		Article(t, "Post", "2024-03-13").Person("Ingrid Solheim", "NO", "Solheim").Person("Einar Jónsson", "IS").
			Report("CALL", "ASSERTED", "2024-03-12", "INITIATOR Ingrid Solheim", "RECIPIENT Einar Jónsson"),
		Article(t, "Wire", "2024-03-12").Person("Ingrid Solheim", "NO").Person("Einar Jonsson", "IS", "Jonsson").
			Report("CALL", "CONFIRMED", "2024-03-12", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jonsson"),
		Article(t, "Echo", "2024-03-14").Person("Solheim", "").Person("Jonsson", "").
			Report("UNSPECIFIED", "ASSERTED", "2024-03", "PARTICIPANT Solheim", "PARTICIPANT Jonsson"),
		Article(t, "Times", "2024-03-25").Person("Ingrid Solheim", "NO").Person("Lars Haugen", "NO").Organization("Iceland", "IS", "STATE").
			Report("VISIT", "ASSERTED", "2024-03-18/2024-03-24", "INITIATOR Lars Haugen for Ingrid Solheim", "RECIPIENT Iceland"),
		Article(t, "Weekly", "").Person("Ingrid Solheim", "NO").Organization("Reykjavik government", "IS", "GOVERNMENT").
			Member(graph.Member{Kind: graph.KindPerson, Name: "Solheim's senior negotiator", Nominal: true, Country: "NO"}).
			Report("VISIT", "ASSERTED", "", "INITIATOR Solheim's senior negotiator for Ingrid Solheim", "RECIPIENT Reykjavik government"),
		Article(t, "Herald", "2024-04-08").Person("Ingrid Solheim", "NO").Person("Einar Jónsson", "IS").
			Report("MEETING", "DENIED", "2024-04-04", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson").
			Report("MEETING", "PLANNED", "2024-04-18", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jónsson"),
		Article(t, "Quay", "2024-04-05").Person("Ingrid Solheim", "NO").Person("Einar Jonsson", "IS").
			Report("MEETING", "ASSERTED", "2024-04-04", "PARTICIPANT Ingrid Solheim", "PARTICIPANT Einar Jonsson"),
		Article(t, "Gazette", "2024-03-26").Organization("Norway", "NO", "STATE").Organization("Iceland", "IS", "STATE").
			Report("TALKS", "CONFIRMED", "2024-03-18/2024-03-24", "PARTICIPANT Norway", "PARTICIPANT Iceland"),
	}
}
