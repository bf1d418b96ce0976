package merge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
)

// A report that can be of one event with a founder finds it in the index, which
// gives the same clusters as comparing with all.
func TestFoundersAreFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]graph.EventType{graph.EventContact, graph.EventStatement}).Draw(rt, "type")
		tellings := drawTellings(rt, kind)
		slices.SortFunc(tellings, mostTellingFirst)
		all := clustered(tellings, &everyFounder{})
		found := clustered(tellings, rulesByType[kind].founders(tellings))
		if len(found.clusters) != len(all.clusters) {
			rt.Fatalf("%d clusters, %d by comparing with all", len(found.clusters), len(all.clusters))
		}
		for i, c := range found.clusters {
			if !slices.Equal(c.tellings, all.clusters[i].tellings) {
				rt.Fatalf("cluster %d differs from that by comparing with all", i)
			}
		}
		if !slices.Equal(found.related, all.related) {
			rt.Fatalf("related are %v, by comparing with all %v", found.related, all.related)
		}
	})
}

// everyFounder is near to all.
type everyFounder struct{ count int }

func (e *everyFounder) add(_ *telling, number int) { e.count = number + 1 }
func (e *everyFounder) near(*telling) []int        { return upTo(e.count) }

func drawTellings(rt *rapid.T, kind graph.EventType) []*telling {
	var tellings []*telling
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
		r := &graph.Report{ID: fmt.Sprintf("%03d", i), ArticleID: a.ID, Article: a, Type: kind, Quote: strings.Join(words, " "),
			Status: rapid.SampledFrom(graph.Statuses()).Draw(rt, "status"), Means: rapid.SampledFrom([]graph.Means{graph.MeansCall, graph.MeansMeeting, graph.MeansTalks}).Draw(rt, "means")}
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
		tellings = append(tellings, newTelling(r, parties))
	}
	return tellings
}
