package annotate

import (
	"encoding/json"
	"testing"

	"dateline/graph"
	"dateline/loader/read"
)

// A quote is that of the source, with link targets, and a state is a STATE.
func TestContacts(t *testing.T) {
	item := read.Item{
		Article:  graph.Article{Text: "Ana met Peru."},
		Original: "Ana [met](#) Peru.",
		Origin:   read.Origin{{Start: 0, End: 4, SourceStart: 0, SourceEnd: 4}, {Start: 4, End: 7, SourceStart: 5, SourceEnd: 8}, {Start: 7, End: 13, SourceStart: 12, SourceEnd: 18}},
	}
	batch := &graph.Batch{
		Article: item.Article,
		Members: []graph.Member{
			{ID: "a", Kind: graph.KindPerson, Name: "Ana", Mentions: []graph.MentionSpan{{Text: "Ana", Form: graph.MentionName}, {Text: "she", Form: graph.MentionPronoun}}},
			{ID: "p", Kind: graph.KindOrganization, OrganizationKind: graph.OrganizationState, Name: "Peru", Aliases: []string{"Lima"}},
		},
		Reports: []graph.Report{
			{Type: graph.EventStatement},
			{
				Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusAsserted, Quote: "Ana met Peru.", Start: 0, End: 13,
				Time:            &graph.TimeSpan{EDTF: graph.MustEDTF("2024-03")},
				Participants:    []graph.Participation{{EntityID: "a", Role: graph.RoleParticipant}, {EntityID: "p", Role: graph.RoleParticipant, OnBehalfOfID: "a"}},
				AttributedToIDs: []string{"a"},
			},
		},
	}
	got, err := json.Marshal(contactsOf(item, batch))
	if err != nil {
		t.Fatal(err)
	}
	const want = `[{"participants":[` +
		`{"name":"Ana","aliases":[],"type":"PERSON","role":"PARTICIPANT","on_behalf_of":null},` +
		`{"name":"Peru","aliases":["Lima"],"type":"STATE","role":"PARTICIPANT","on_behalf_of":"Ana"}],` +
		`"means":"MEETING","status":"ASSERTED","time":{"earliest":"2024-03-01","latest":"2024-03-31"},"place":null,` +
		`"attributed_to":[{"name":"Ana","aliases":[]}],"quote":"Ana [met](#) Peru."}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
