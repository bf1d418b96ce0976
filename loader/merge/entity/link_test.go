package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"dateline/graph"
)

func newPerson(article, name, country string, aliases ...string) *graph.Member {
	return member(article, graph.Member{Kind: graph.KindPerson, Name: name, Country: country, Aliases: aliases})
}

func newOrganization(article, name, country string, kind graph.OrganizationKind) *graph.Member {
	return member(article, graph.Member{Kind: graph.KindOrganization, Name: name, Country: country, OrganizationKind: kind})
}

func member(article string, m graph.Member) *graph.Member {
	m.ID = graph.MemberID(article, m.Kind, graph.Fold(m.Name))
	return &m
}

// link returns the entities of members that may be in several blocks.
func link(members ...*graph.Member) []graph.Entity {
	blocks := map[string][]*graph.Member{}
	for _, m := range members {
		blocks[Block(m)] = append(blocks[Block(m)], m)
	}
	var entities []graph.Entity
	for _, block := range blocks {
		for _, cluster := range Link(Variants(block)) {
			entities = append(entities, cluster.Entity)
		}
	}
	return entities
}

// expect compares entities with lines of the form "name (aliases) members".
func expect(t *testing.T, entities []graph.Entity, want ...string) {
	t.Helper()
	got := make([]string, len(entities))
	for i, e := range entities {
		p := graph.ProfileOf(e)
		got[i] = fmt.Sprintf("%s (%s) %d", p.Name, strings.Join(p.Aliases, ", "), len(p.Members))
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
}

// TestLink reads the cases of testdata/link.txtar.
func TestLink(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/link.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		t.Run(file.Name, func(t *testing.T) {
			lines := strings.Split(strings.TrimSpace(string(file.Data)), "\n")
			var members []*graph.Member
			for _, line := range lines[1 : len(lines)-1] {
				members = append(members, memberOf(t, line))
			}
			var groups []string
			for _, e := range link(members...) {
				groups = append(groups, strings.Join(graph.ProfileOf(e).Members, " "))
			}
			slices.Sort(groups)
			if got, want := "= "+strings.Join(groups, " / "), lines[len(lines)-1]; got != want {
				t.Errorf("%s\ngot  %s\nwant %s", lines[0], got, want)
			}
		})
	}
}

// memberOf reads "letter kind name | country | title; title".
func memberOf(t *testing.T, line string) *graph.Member {
	t.Helper()
	fields := append(strings.Split(line, "|"), "", "")
	head := strings.Fields(fields[0])
	kinds := map[string]graph.EntityKind{"person": graph.KindPerson, "role": graph.KindPerson, "organization": graph.KindOrganization, "place": graph.KindPlace}
	kind, ok := kinds[head[1]]
	if !ok {
		t.Fatalf("no kind in %q", line)
	}
	m := &graph.Member{ID: head[0], Kind: kind, Name: strings.Join(head[2:], " "), Country: strings.TrimSpace(fields[1]), Nominal: head[1] == "role"}
	if kind == graph.KindOrganization {
		m.OrganizationKind = graph.OrganizationOther
	}
	for _, title := range strings.Split(fields[2], ";") {
		if title = strings.TrimSpace(title); title != "" {
			m.Positions = append(m.Positions, graph.Position{Title: title})
		}
	}
	return m
}

func TestPersons(t *testing.T) {
	expect(t, link(
		newPerson("A", "Volodymyr Zelensky", "UA", "Zelensky"),
		newPerson("B", "Vladimir Zelenskyy", "UA"),
		newPerson("C", "Zelenskiy", ""),
		newPerson("D", "John Ford", "US"),
		newPerson("D", "James Ford", "US"),
		newPerson("E", "J. Ford", "US"),
		newPerson("F", "Ford", ""),
		newPerson("G", "Anna Lind", "SE"),
		newPerson("H", "Anna Lind", "FI"),
	),
		"Vladimir Zelenskyy (Volodymyr Zelensky, Zelenskiy, Zelensky, Zelenskyy) 3",
		"John Ford () 1", "James Ford () 1", "J. Ford () 1", "Ford () 1",
		"Anna Lind () 1", "Anna Lind () 1",
	)
}

func TestOrganizations(t *testing.T) {
	expect(t, link(
		newOrganization("A", "European Union", "EU", "OTHER"),
		newOrganization("B", "EU", "EU", "OTHER"),
		newOrganization("C", "Süddeutsche Zeitung", "", "MEDIA"),
		newOrganization("D", "Suddeutsche Zeitung", "", "MEDIA"),
		newOrganization("E", "Russia", "RU", "STATE"),
		newOrganization("F", "Russian Federation", "RU", "STATE"),
		newOrganization("G", "Southern Zone", "", "OTHER"),
	),
		"European Union (EU) 2",
		"Suddeutsche Zeitung (Süddeutsche Zeitung) 2",
		"Russian Federation (Russia) 2",
		"Southern Zone () 1",
	)
}

// Whatever a block holds, each member is in one entity, and no entity is of two
// countries.
func TestEntitiesOfOneCountry(t *testing.T) {
	names := map[graph.EntityKind][]string{
		graph.KindPerson: {"John Ferris", "J. Ferris", "James Ferris", "J. K. Ferris", "John K. Ferris", "Ferris", "Mr Ferris", "John Ferris Jr.",
			"Jack Ferris"},
		graph.KindOrganization: {"NSC", "National Shipping Council", "National Security Council", "N.S.C.", "national shipping council", "NSCO"},
	}
	titles := []string{"", "", "Senator", "Chief executive", "former Chief executive and Senator"}
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]graph.EntityKind{graph.KindPerson, graph.KindOrganization}).Draw(rt, "kind")
		var members []*graph.Member
		for i := range rapid.IntRange(1, 14).Draw(rt, "count") {
			m := &graph.Member{ID: fmt.Sprintf("%02d", i), Kind: kind, Name: rapid.SampledFrom(names[kind]).Draw(rt, "name"),
				Country: rapid.SampledFrom([]string{"", "NO", "US"}).Draw(rt, "country")}
			if title := rapid.SampledFrom(titles).Draw(rt, "title"); title != "" && kind == graph.KindPerson {
				m.Positions = []graph.Position{{Title: title}}
			}
			if rapid.Bool().Draw(rt, "alias") {
				m.Aliases = []string{rapid.SampledFrom(names[kind]).Draw(rt, "alias name")}
			}
			members = append(members, m)
		}
		linked := 0
		for _, cluster := range Link(Variants(members)) {
			countries := map[string]bool{}
			for _, v := range cluster.Variants {
				linked += len(v.Members)
				countries[v.country] = true
			}
			delete(countries, "")
			if len(countries) > 1 {
				rt.Errorf("%s is of several countries: %v", graph.ProfileOf(cluster.Entity).Name, countries)
			}
		}
		if linked != len(members) {
			rt.Errorf("%d members are in entities, want %d", linked, len(members))
		}
	})
}
