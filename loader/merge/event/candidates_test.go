package event

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
)

// An account finds in the index every leader that it may join: the clusters are those of
// comparing with all leaders.
func TestIndexFindsAllCandidates(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]graph.EventType{graph.EventContact, graph.EventStatement}).Draw(rt, "type")
		accounts := drawAccounts(rt, kind)
		slices.SortFunc(accounts, mostExactFirst)
		all := clusterAccounts(accounts, &everyLeader{}, nil)
		found := clusterAccounts(accounts, rulesByType[kind].index(accounts), nil)
		if len(found.clusters) != len(all.clusters) {
			rt.Fatalf("%d clusters, %d by comparing with all", len(found.clusters), len(all.clusters))
		}
		for i, c := range found.clusters {
			if !slices.Equal(c.accounts, all.clusters[i].accounts) {
				rt.Fatalf("cluster %d differs from that by comparing with all", i)
			}
		}
		if !slices.Equal(found.related, all.related) {
			rt.Fatalf("related are %v, by comparing with all %v", found.related, all.related)
		}
	})
}

// everyLeader has every leader as a candidate.
type everyLeader struct{ count int }

func (e *everyLeader) add(_ *account, number int) { e.count = number + 1 }
func (e *everyLeader) candidates(*account) []int  { return upTo(e.count) }

func drawAccounts(rt *rapid.T, kind graph.EventType) []*account {
	var accounts []*account
	vocabulary := strings.Fields("we will never leave our friends alone in this long cold winter of hard choices")
	times := []string{"", "", "2024-02-29", "2024-03-01", "2024-03-12", "2024-03", "2024-03-11/2024-03-24", "2023", "2020/2029", "2024-01-01/..", "2024-04-02"}
	published := []string{"", "2024-03-01", "2024-03-13", "2024-04-02", "2024-05-03", "2023-06-01"}
	role := graph.RoleParticipant
	if kind == graph.EventStatement {
		role = graph.RoleSpeaker
	}
	for i := range rapid.IntRange(1, 40).Draw(rt, "count") {
		a := &graph.Article{ID: fmt.Sprint(rapid.IntRange(0, 20).Draw(rt, "article"))}
		if day := rapid.SampledFrom(published).Draw(rt, "published"); day != "" {
			a.Published, _ = graph.ParseDate(day)
		}
		words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 8).Draw(rt, "words")
		r := &graph.Report{
			ID: fmt.Sprintf("%03d", i), ArticleID: a.ID, Article: a, Type: kind, Quote: strings.Join(words, " "),
			Status: rapid.SampledFrom(graph.Statuses()).Draw(rt, "status"),
			Means:  rapid.SampledFrom([]graph.Means{graph.MeansCall, graph.MeansMeeting, graph.MeansTalks}).Draw(rt, "means"),
		}
		if edtf := rapid.SampledFrom(times).Draw(rt, "time"); edtf != "" {
			r.Time = &graph.TimeSpan{EDTF: graph.MustEDTF(edtf)}
		}
		r.Participants = []graph.Participation{{EntityID: "a", Role: role}, {EntityID: "b", Role: role}}
		parties := map[string]graph.Entity{}
		for _, id := range []string{"a", "b"} {
			parties[id] = &graph.Person{Profile: graph.Profile{ID: id, Country: id}, Positions: []graph.Position{{Title: "minister"}}}
			if rapid.Bool().Draw(rt, "state") {
				parties[id] = &graph.Organization{Profile: graph.Profile{ID: "state of " + id, Country: id}, Kind: graph.OrganizationState}
			}
		}
		accounts = append(accounts, newAccount(r, parties))
	}
	return accounts
}
