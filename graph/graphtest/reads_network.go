package graphtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
)

var networkReadings = []reading{
	{"Network", network},
	{"NetworkOfNobody", networkOfNobody},
	{"Path", path},
	{"PathOfNobody", pathOfNobody},
}

var nodeReadings = []reading{
	{"Nodes", nodes},
}

// links shows links as source–target count earliest latest means, of nicknames.
func (c canalStore) links(links []graph.Link) []string {
	var shown []string
	for _, l := range links {
		ends := []string{c.Name(l.Source.NodeID()), c.Name(l.Target.NodeID())}
		slices.Sort(ends)
		shown = append(shown, fmt.Sprintf("%s–%s %d %v %v %v", ends[0], ends[1], l.Count, l.Earliest, l.Latest, l.Means))
	}
	return shown
}

const (
	vargaOkonedo     = "okonedo–varga 3 2031-03-01 2031-03-31 [CALL MEETING]"
	vargaAuthority   = "authority–varga 1   [MESSAGE]"
	vargaOneil       = "oneil–varga 1 2031-03-01 2031-03-31 [MEETING]"
	okonedoOneil     = "okonedo–oneil 1 2031-03-01 2031-03-31 [MEETING]"
	okonedoLindqvist = "lindqvist–okonedo 1 2031-03-10 2031-03-16 [MEETING]"
)

// tie returns nicknames in the order of their IDs.
func (c canalStore) tie(nicknames ...string) string {
	slices.SortFunc(nicknames, func(a, b string) int { return strings.Compare(c.ID(a), c.ID(b)) })
	return strings.Join(nicknames, " ")
}

func network(t *testing.T, c canalStore) {
	// Lindqvist acted for Varga, so she is near, but they are not linked.
	aroundVarga := "varga okonedo " + c.tie("authority", "lindqvist", "oneil")
	all := []string{vargaOkonedo, vargaAuthority, vargaOneil, okonedoOneil, okonedoLindqvist}
	for name, tc := range map[string]struct {
		q         graph.NetworkQuery
		nodes     string
		links     []string
		truncated bool
	}{
		"one hop":               {graph.NetworkQuery{Center: *ref(c.ID("varga")), Hops: 1}, aroundVarga, all, false},
		"by name":               {graph.NetworkQuery{Center: *named("minister VARGA"), Hops: 1}, aroundVarga, all, false},
		"by the ID of a member": {graph.NetworkQuery{Center: *ref(c.ID("tolls/varga")), Hops: 1, Limit: 5}, aroundVarga, all, false},
		"two hops":              {graph.NetworkQuery{Center: *ref(c.ID("varga")), Hops: 2}, aroundVarga, all, false},
		"an envoy": {graph.NetworkQuery{Center: *ref(c.ID("lindqvist")), Hops: 1}, "lindqvist " + c.tie("okonedo", "varga"),
			[]string{vargaOkonedo, okonedoLindqvist}, false},
		"many hops": {graph.NetworkQuery{Center: *ref(c.ID("lindqvist")), Hops: 50},
			"lindqvist " + c.tie("okonedo", "varga") + " oneil authority", all, false},
		"no hop":     {graph.NetworkQuery{Center: *ref(c.ID("varga"))}, "varga", nil, false},
		"limit":      {graph.NetworkQuery{Center: *ref(c.ID("varga")), Hops: 1, Limit: 2}, "varga okonedo", []string{vargaOkonedo}, true},
		"limit of 1": {graph.NetworkQuery{Center: *ref(c.ID("varga")), Hops: 3, Limit: 1}, "varga", nil, true},
		"farther cut": {graph.NetworkQuery{Center: *ref(c.ID("oneil")), Hops: 2, Limit: 4},
			"oneil " + c.tie("okonedo", "varga") + " lindqvist", []string{vargaOkonedo, vargaOneil, okonedoOneil, okonedoLindqvist}, true},
		"just enough": {graph.NetworkQuery{Center: *ref(c.ID("oneil")), Hops: 2, Limit: 5},
			"oneil " + c.tie("okonedo", "varga") + " lindqvist authority", all, false},
		"during a week": {graph.NetworkQuery{Center: *ref(c.ID("varga")), Hops: 2, During: graph.MustEDTF("2031-03-10/2031-03-16")},
			"varga okonedo " + c.tie("lindqvist", "oneil"),
			[]string{"okonedo–varga 2 2031-03-01 2031-03-31 [MEETING]", vargaOneil, okonedoOneil, okonedoLindqvist}, false},
		"only denied contacts":       {graph.NetworkQuery{Center: *ref(c.ID("diplomat")), Hops: 2}, "diplomat", nil, false},
		"only planned and requested": {graph.NetworkQuery{Center: *ref(c.ID("tolvar")), Hops: 2}, "tolvar", nil, false},
		"only a statement":           {graph.NetworkQuery{Center: *ref(c.ID("marenia")), Hops: 2}, "marenia", nil, false},
		"a source":                   {graph.NetworkQuery{Center: *ref(c.ID("bulletin")), Hops: 2}, "bulletin", nil, false},
		"a place":                    {graph.NetworkQuery{Center: *ref(c.ID("lockhaven")), Hops: 2}, "lockhaven", nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := c.Network(t.Context(), tc.q)
			if err != nil {
				t.Fatal(err)
			}
			center, _, _ := strings.Cut(tc.nodes, " ")
			diff(t, "center", c.shown(center), viewEntity(got.Center))
			diff(t, "nodes", tc.nodes, names(c, got.Nodes))
			links := c.links(got.Links)
			slices.Sort(links)
			slices.Sort(tc.links)
			diffList(t, "links", tc.links, links)
			diff(t, "Truncated", tc.truncated, got.Truncated)
			if !slices.IsSortedFunc(got.Links, func(a, b graph.Link) int {
				return strings.Compare(a.Source.NodeID()+a.Target.NodeID(), b.Source.NodeID()+b.Target.NodeID())
			}) {
				t.Error("links are not in the order of IDs")
			}
			for _, l := range got.Links {
				if l.Source.NodeID() >= l.Target.NodeID() {
					t.Errorf("the source of %s–%s has not the smaller ID", c.Name(l.Source.NodeID()), c.Name(l.Target.NodeID()))
				}
			}
		})
	}
}

func networkOfNobody(t *testing.T, c canalStore) {
	for _, r := range []*graph.EntityRef{named("Nobody at All"), ref("no ID"), ref(c.ID("call")), ref(graph.NewID(graph.PrefixPerson, "none"))} {
		_, err := c.Network(t.Context(), graph.NetworkQuery{Center: *r, Hops: 1})
		wantError(t, fmt.Sprintf("Network of %+v", *r), err, graph.ErrNotFound)
	}
}

func path(t *testing.T, c canalStore) {
	// No contact makes two steps: Lindqvist met Okonedo for Varga, and is one step from both.
	const long = "lindqvist envoy varga; varga letter authority"
	for name, tc := range map[string]struct {
		from, to *graph.EntityRef
		hops     int
		during   string
		want     string
	}{
		"one step":               {ref(c.ID("varga")), ref(c.ID("authority")), 6, "", "varga letter authority"},
		"several events":         {named("Okonedo"), named("Varga"), 1, "", "okonedo summit,call,envoy varga"},
		"two steps":              {ref(c.ID("lindqvist")), named("AC/DC"), 6, "", long},
		"just few enough":        {ref(c.ID("courier/lindqvist")), ref(c.ID("plans/authority")), 2, "", long},
		"longer than MaxHops":    {ref(c.ID("lindqvist")), ref(c.ID("authority")), 1, "", "none"},
		"none":                   {ref(c.ID("lindqvist")), ref(c.ID("tolvar")), 50, "", "none"},
		"only a denied contact":  {ref(c.ID("diplomat")), ref(c.ID("authority")), 50, "", "none"},
		"only a planned contact": {ref(c.ID("marenia")), ref(c.ID("tolvar")), 50, "", "none"},
		"an envoy and its lord":  {ref(c.ID("lindqvist")), ref(c.ID("varga")), 6, "", "lindqvist envoy varga"},
		"only a statement":       {ref(c.ID("varga")), ref(c.ID("marenia")), 6, "", "none"},
		"during a day":           {ref(c.ID("okonedo")), ref(c.ID("varga")), 6, "2031-03-04", "okonedo summit,call varga"},
		"during another time":    {ref(c.ID("okonedo")), ref(c.ID("varga")), 6, "2031-05", "none"},
		"without a time":         {ref(c.ID("varga")), ref(c.ID("authority")), 6, "2031", "none"},
		"to itself":              {ref(c.ID("varga")), named("Ilse Varga"), 6, "", ""},
		"to itself in no hops":   {ref(c.ID("varga")), ref(c.ID("varga")), 0, "", ""},
		"no hops":                {ref(c.ID("varga")), ref(c.ID("okonedo")), 0, "", "none"},
	} {
		t.Run(name, func(t *testing.T) {
			q := graph.PathQuery{From: *tc.from, To: *tc.to, MaxHops: tc.hops}
			if tc.during != "" {
				q.During = graph.MustEDTF(tc.during)
			}
			steps, err := c.Path(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			diff(t, "path", tc.want, c.steps(steps))
			for _, step := range steps {
				for _, e := range step.Events {
					diff(t, "event of a step", c.shownEvent(t, c.Name(e.ID)), viewEvent(e))
				}
			}
		})
	}
}

// steps shows a path as from events to; from events to.
func (c canalStore) steps(steps []graph.PathStep) string {
	if steps == nil {
		return "none"
	}
	var shown []string
	for _, s := range steps {
		events := strings.ReplaceAll(names(c, s.Events), " ", ",")
		shown = append(shown, c.Name(s.From.NodeID())+" "+events+" "+c.Name(s.To.NodeID()))
	}
	return strings.Join(shown, "; ")
}

func pathOfNobody(t *testing.T, c canalStore) {
	for _, r := range []*graph.EntityRef{named("Nobody at All"), ref("no ID"), ref(c.ID("call")), ref(graph.NewID(graph.PrefixPerson, "none"))} {
		_, err := c.Path(t.Context(), graph.PathQuery{From: *r, To: *ref(c.ID("varga")), MaxHops: 6})
		wantError(t, fmt.Sprintf("Path from %+v", *r), err, graph.ErrNotFound)
		_, err = c.Path(t.Context(), graph.PathQuery{From: *ref(c.ID("varga")), To: *r, MaxHops: 6})
		wantError(t, fmt.Sprintf("Path to %+v", *r), err, graph.ErrNotFound)
	}
}

func nodes(t *testing.T, c canalStore) {
	asked := []string{"summit", "tolls", "varga", "plans/varga", "tolls/call", "lockhaven", "authority", "call", "varga"}
	ids := c.IDs(asked...)
	ids = append(ids, graph.EventIDOf(c.ID("tolls/call")), graph.EventIDOf(c.ID("denial/call")), graph.EventIDOf(c.ID("treaty/call")))
	malformed := []string{
		"", "x", "_", "evt_", "per_", "art_x", "call", "Ilse Varga", "per_' OR 1=1 --", "\x00", "👩‍⚖️",
		strings.Repeat("a", 10_000), strings.ToUpper(c.ID("varga")), " " + c.ID("varga"),
		"evt_" + strings.TrimPrefix(c.ID("varga"), "per_"), "rep_" + strings.TrimPrefix(c.ID("varga"), "per_"), "org_" + strings.TrimPrefix(c.ID("varga"), "per_"),
	}
	for prefix := range strings.FieldsSeq("art rep evt per org pla xyz") {
		malformed = append(malformed, graph.NewID(prefix, "none"))
	}
	got, err := c.Nodes(t.Context(), append(slices.Clone(ids), malformed...))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(ids)+len(malformed) {
		t.Fatalf("%d nodes for %d IDs", len(got), len(ids)+len(malformed))
	}
	for i, node := range got[len(ids):] {
		if node != nil {
			t.Errorf("Nodes(%.60q) gave %#v, want nil", malformed[i], node)
		}
	}
	var found []string
	for i, node := range got[:len(ids)] {
		if node == nil {
			t.Fatalf("Nodes found nothing for ID %d", i)
		}
		found = append(found, c.Name(node.NodeID()))
	}
	diff(t, "nodes found", "summit tolls varga varga tolls/call lockhaven authority call varga call call call", strings.Join(found, " "))
	none, err := c.Nodes(t.Context(), nil)
	if err != nil || len(none) != 0 {
		t.Errorf("Nodes of no IDs gave %d and the error %v", len(none), err)
	}
}
