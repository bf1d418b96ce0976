package merge

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/graph"
)

func TestPersons(t *testing.T) {
	store := load(t,
		article(t, "A", "2024-01-01").person("Volodymyr Zelensky", "UA", "Zelensky"),
		article(t, "B", "2024-01-02").person("Vladimir Zelenskyy", "UA"),
		article(t, "C", "2024-01-03").person("Zelenskiy", ""),
		article(t, "D", "2024-01-04").person("John Ford", "US").person("James Ford", "US"),
		article(t, "E", "2024-01-05").person("J. Ford", "US"),
		article(t, "F", "2024-01-06").person("Ford", ""),
		article(t, "G", "2024-01-07").person("Anna Lind", "SE"),
		article(t, "H", "2024-01-08").person("Anna Lind", "FI"),
	)
	expect(t, entities(t, store),
		"Vladimir Zelenskyy (Volodymyr Zelensky, Zelenskiy, Zelensky, Zelenskyy) 3",
		"John Ford () 1", "James Ford () 1", "J. Ford () 1", "Ford () 1",
		"Anna Lind () 1", "Anna Lind () 1",
	)
}

func TestOrganizations(t *testing.T) {
	store := load(t,
		article(t, "A", "2024-01-01").body("European Union", "EU", "OTHER"),
		article(t, "B", "2024-01-02").body("EU", "EU", "OTHER"),
		article(t, "C", "2024-01-03").body("Süddeutsche Zeitung", "", "MEDIA"),
		article(t, "D", "2024-01-04").body("Suddeutsche Zeitung", "", "MEDIA"),
		article(t, "E", "2024-01-05").body("Russia", "RU", "STATE"),
		article(t, "F", "2024-01-06").body("Russian Federation", "RU", "STATE"),
		article(t, "G", "2024-01-07").body("Southern Zone", "", "OTHER"),
	)
	expect(t, entities(t, store),
		"European Union (EU) 2",
		"Suddeutsche Zeitung (Süddeutsche Zeitung) 2",
		"Russian Federation (Russia) 2",
		"Southern Zone () 1",
	)
}

// A role phrase is no alias: in the next article it means somebody else.
func TestAliasesAreNames(t *testing.T) {
	store := load(t,
		article(t, "A", "2024-01-01").person("Ana Silva", "PT", "Silva", "her Dutch counterpart", "President Silva", "アナ"),
	)
	expect(t, entities(t, store), "Ana Silva (President Silva, Silva, アナ) 1")
}

// A person is found by a surname that no article uses alone, unless others bear it.
func TestSurnames(t *testing.T) {
	expect(t, entities(t, load(t, article(t, "Post", "2024-03-13").person("Jan van der Meer", "NL").person("Henrik Friis Jr.", "DK").person("Chen Haoran", "CN"))),
		"Jan van der Meer (van der Meer) 1", "Henrik Friis Jr. (Friis) 1", "Chen Haoran () 1")
	expect(t, entities(t, load(t,
		article(t, "Post", "2024-03-13").person("Jan van der Meer", "NL"),
		article(t, "Wire", "2024-03-14").person("Katrin van der Meer", "NL"))),
		"Jan van der Meer () 1", "Katrin van der Meer () 1")
}

// Whatever a block holds, members that look the same are one entity, no entity is
// of two countries, and the order of the members does not matter.
func TestEntitiesOfOneCountry(t *testing.T) {
	names := map[graph.EntityKind][]string{
		graph.KindPerson:       {"John Ferris", "J. Ferris", "James Ferris", "J. K. Ferris", "John K. Ferris", "Ferris", "Mr Ferris", "John Ferris Jr.", "Jack Ferris"},
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
		homes := map[string]string{}
		for _, e := range Entities(members) {
			countries := map[string]bool{}
			for _, id := range graph.ProfileOf(e).Members {
				homes[id] = e.NodeID()
				if m := members[slices.IndexFunc(members, func(m *graph.Member) bool { return m.ID == id })]; m.Country != "" {
					countries[m.Country] = true
				}
			}
			if len(countries) > 1 {
				rt.Errorf("%s is of %d countries: %v", graph.ProfileOf(e).Name, len(countries), graph.ProfileOf(e).Members)
			}
		}
		for _, l := range looksOf(members) {
			for _, m := range l.members {
				if homes[m.ID] != homes[l.members[0].ID] {
					rt.Errorf("%s and %s look the same and are two", m.ID, l.members[0].ID)
				}
			}
		}
	})
}
