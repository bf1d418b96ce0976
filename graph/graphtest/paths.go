package graphtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

var pathPromises = []promise{
	{"OfSeveralPathsTheSmallestIDs", smallestPath},
	{"LongPaths", longPath},
	{"OfOneNameTheMostReported", mostReported},
}

// acquaintances is a graph with an article for each pair, in which the two meet.
func acquaintances(pairs ...string) *Telling {
	s := &Story{}
	var people []string
	for i, pair := range pairs {
		one, other, _ := strings.Cut(pair, "-")
		text := fmt.Sprintf("%s met %s.", one, other)
		a := s.Article(fmt.Sprintf("article %d", i), graph.Article{Text: fmt.Sprintf("%s It was meeting %d.", text, i), Language: "en"})
		for _, person := range []string{one, other} {
			a.Member(person, graph.Member{Kind: graph.KindPerson, Name: person}, person)
			if !slices.Contains(people, person) {
				people = append(people, person)
			}
		}
		event := graph.Event{
			Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusAsserted, Summary: text,
			Participants: []graph.Participation{part(graph.RoleParticipant, one), part(graph.RoleParticipant, other)},
		}
		a.Report(pair, text, graph.Report{Type: event.Type, Means: event.Means, Status: event.Status, Participants: event.Participants})
		s.Event(pair, event)
	}
	for _, person := range people {
		s.Entity(person, &graph.Person{Profile: graph.Profile{Name: person}})
	}
	return s.Tell()
}

// smallestPath has twelve shortest paths from Ada to Zeno, and a longer one.
func smallestPath(t *testing.T, open Open) {
	told := acquaintances(
		"Ada-Bo", "Ada-Bea", "Ada-Ben", "Bo-Cy", "Bea-Cy", "Ben-Cy", "Cy-Di", "Cy-Dot", "Cy-Dan", "Cy-Don", "Di-Zeno", "Dot-Zeno", "Dan-Zeno", "Don-Zeno",
		"Ada-Long", "Long-Longer", "Longer-Longest", "Longest-Cy",
	)
	c := canalStore{Store: openWith(t, open, told.Graph), Telling: told}
	second, _, _ := strings.Cut(c.tie("Bo", "Bea", "Ben"), " ")
	fourth, _, _ := strings.Cut(c.tie("Di", "Dot", "Dan", "Don"), " ")
	want := []string{"Ada", second, "Cy", fourth, "Zeno"}
	wantPath(t, c, want)
	// From the other end there is one choice at each step.
	slices.Reverse(want)
	wantPath(t, c, want)
}

func wantPath(t *testing.T, c canalStore, want []string) {
	t.Helper()
	steps, err := c.Path(t.Context(), graph.PathQuery{From: *named(want[0]), To: *named(want[len(want)-1]), MaxHops: len(want) - 1})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{want[0]}
	for _, step := range steps {
		diff(t, "start of a step", got[len(got)-1], c.Name(step.From.NodeID()))
		got = append(got, c.Name(step.To.NodeID()))
	}
	diff(t, "path", want, got)
}

func longPath(t *testing.T, open Open) {
	const length = 12
	var pairs, want []string
	for i := range length {
		pairs = append(pairs, fmt.Sprintf("P%d-P%d", i, i+1))
		want = append(want, fmt.Sprintf("P%d", i))
	}
	want = append(want, fmt.Sprintf("P%d", length))
	told := acquaintances(pairs...)
	c := canalStore{Store: openWith(t, open, told.Graph), Telling: told}
	wantPath(t, c, want)
	for hops, found := range map[int]bool{length - 1: false, length: true, 1000: true} {
		steps, err := c.Path(t.Context(), graph.PathQuery{From: *named("P0"), To: *named(want[length]), MaxHops: hops})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, fmt.Sprintf("a path within %d hops", hops), found, steps != nil)
	}
	all, err := c.Network(t.Context(), graph.NetworkQuery{Center: *named("P3"), Hops: length})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, "parties around one in the middle", length+1, len(all.Nodes))
}

// mostReported has several entities of the same name. The name means the one that most
// reports name, in any part, and not the one that is named most often.
func mostReported(t *testing.T, open Open) {
	s := &Story{}
	kinds := map[string]graph.EntityKind{"bridge": graph.KindPlace}
	says := func(name string, r graph.Report, others ...string) {
		text := "This is the report of " + name + "."
		a := s.Article(name, graph.Article{Text: text, Language: "en"})
		for nickname := range r.PartyIDs() {
			others = append(others, nickname)
		}
		for _, nickname := range slices.Compact(slices.Sorted(slices.Values(others))) {
			kind := cmp.Or(kinds[nickname], graph.KindPerson)
			a.Member(nickname, graph.Member{Kind: kind, Name: "see the entity"})
		}
		r.Type, r.Status = graph.EventStatement, graph.StatusAsserted
		a.Report(name, text, r)
		s.Event(name, graph.Event{Type: r.Type, Status: r.Status, Summary: text, PlaceID: r.PlaceID, Participants: r.Participants})
	}
	speaker := func(nickname string) []graph.Participation {
		return []graph.Participation{part(graph.RoleSpeaker, nickname)}
	}
	says("a speaker", graph.Report{Participants: speaker("often")})
	says("a source", graph.Report{Participants: speaker("other"), AttributedToIDs: []string{"often"}})
	says("one acted for", graph.Report{Participants: []graph.Participation{{EntityID: "other", Role: graph.RoleSpeaker, OnBehalfOfID: "often"}}})
	says("twice named", graph.Report{Participants: speaker("loud"), AttributedToIDs: []string{"loud"}})
	says("twice named again", graph.Report{Participants: speaker("loud"), AttributedToIDs: []string{"loud"}}, "unreported", "unreported twin")
	says("a place", graph.Report{Participants: speaker("weir"), PlaceID: "bridge"})
	says("a place again", graph.Report{Participants: speaker("other"), PlaceID: "bridge"})
	for nickname, name := range map[string]string{
		"often": "Anna Weir", "loud": "Anna Weir", "unreported": "Anna Weir", "unreported twin": "Anna Weir", "other": "Somebody Else", "weir": "Long Weir",
	} {
		s.Entity(nickname, &graph.Person{Profile: graph.Profile{Name: name, Aliases: []string{"Everybody"}}})
	}
	s.Entity("bridge", &graph.Place{Profile: graph.Profile{Name: "Long Weir"}})
	told := s.Tell()
	c := canalStore{Store: openWith(t, open, told.Graph), Telling: told}
	want := map[string]string{"anna weir": "often", "Long Weir": "bridge", "everybody": "other"}
	for name, nickname := range want {
		got, err := c.Entity(t.Context(), *named(name))
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "the most reported "+name, nickname, c.Name(got.NodeID()))
		around, err := c.Network(t.Context(), graph.NetworkQuery{Center: *named(name), Hops: 1})
		if err != nil {
			t.Fatal(err)
		}
		diff(t, "center of the network of "+name, nickname, c.Name(around.Center.NodeID()))
	}
	got := names(c, c.events(t, graph.EventQuery{EventFilter: graph.EventFilter{Who: named("Anna Weir")}}))
	diff(t, "events of all that are called Anna Weir", c.tie("a speaker", "one acted for", "twice named", "twice named again"), got)
}
