package merge

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/graph"
)

// Entities clusters the members of one block, given by ID. Each member is in one
// of the entities, which come by ID.
func Entities(members []*graph.Member) []graph.Entity {
	if len(members) == 0 {
		return nil
	}
	return entitiesOf(clustersOf(looksOf(members)))
}

func entitiesOf(clusters []looks) []graph.Entity {
	var entities []graph.Entity
	for _, cluster := range clusters {
		entities = append(entities, cluster.entity)
	}
	return entities
}

// looks are those that mean one entity.
type looks struct {
	entity graph.Entity
	looks  []*look
}

// clustersOf clusters the looks of one block, at least one, and gives the clusters
// by their entity's ID.
func clustersOf(block []*look) []looks {
	groups := newPartition(len(block))
	if block[0].kind == graph.KindPerson {
		joinPersons(block, groups)
	} else {
		joinNamed(block, groups)
	}
	var clusters []looks
	for _, group := range groups.sets() {
		cluster := make([]*look, len(group))
		for i, index := range group {
			cluster[i] = block[index]
		}
		clusters = append(clusters, looks{entityOf(cluster), cluster})
	}
	slices.SortFunc(clusters, func(a, b looks) int { return cmp.Compare(a.entity.NodeID(), b.entity.NodeID()) })
	if len(clusters) == 1 {
		addSurname(clusters[0].entity)
	}
	return clusters
}

// entityOf adds up the looks of one cluster.
func entityOf(cluster []*look) graph.Entity {
	members := membersOf(cluster)
	named := graph.Profile{Members: make([]string, len(members))}
	for i, m := range members {
		named.Members[i] = m.ID
	}
	names, aliases, countries := tally{}, tally{}, tally{}
	for _, l := range cluster {
		names[l.name] += len(l.members)
		for _, alias := range l.aliases {
			aliases[alias] += len(l.members)
		}
		if l.country != "" {
			countries[l.country] += len(l.members)
		}
	}
	named.ID = named.Members[0]
	named.Nominal = members[0].Nominal // such a member is alone
	named.Name = fullest(names)
	for alias, count := range aliases {
		if named.Nominal || isName(alias) {
			names[alias] += count
		}
	}
	delete(names, named.Name)
	named.Aliases = names.mostFrequent()
	if ranked := countries.mostFrequent(); len(ranked) > 0 {
		named.Country = ranked[0]
	}
	switch members[0].Kind {
	case graph.KindPerson:
		return &graph.Person{Profile: named, Positions: positions(members)}
	case graph.KindOrganization:
		return &graph.Organization{Profile: named, Kind: organizationKind(members)}
	default:
		return &graph.Place{Profile: named}
	}
}

// isName tells names ("President Silva") from role phrases ("her counterpart"),
// which mean somebody else in the next article: a name's last word has a capital,
// or its script has none.
func isName(form string) bool {
	fields := strings.Fields(form)
	if len(fields) == 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(fields[len(fields)-1])
	return !unicode.IsLower(first)
}

// fullest is the name of most words; of several, the most frequent one, then the
// first by letters.
func fullest(names tally) string {
	return slices.MaxFunc(names.mostFrequent(), func(a, b string) int {
		return cmp.Or(cmp.Compare(words(a), words(b)), cmp.Compare(names[a], names[b]), cmp.Compare(b, a))
	})
}

func words(name string) int { return len(strings.Fields(name)) }

// positions are told apart by title, most frequent first.
func positions(cluster []*graph.Member) []graph.Position {
	titles, organizations := tally{}, map[string]string{}
	for _, m := range cluster {
		for _, p := range m.Positions {
			titles.add(p.Title)
			if was := organizations[p.Title]; was == "" || p.OrganizationID != "" && p.OrganizationID < was {
				organizations[p.Title] = p.OrganizationID
			}
		}
	}
	var list []graph.Position
	for _, title := range titles.mostFrequent() {
		list = append(list, graph.Position{Title: title, OrganizationID: organizations[title]})
	}
	return list
}

// organizationKind is the most frequent one that says something.
func organizationKind(cluster []*graph.Member) graph.OrganizationKind {
	kinds := tally{}
	for _, m := range cluster {
		if m.OrganizationKind != "" && m.OrganizationKind != graph.OrganizationOther {
			kinds.add(string(m.OrganizationKind))
		}
	}
	if ranked := kinds.mostFrequent(); len(ranked) > 0 {
		return graph.OrganizationKind(ranked[0])
	}
	return graph.OrganizationOther
}

// familyFirst are the countries whose people give the family name first.
var familyFirst = map[string]bool{"CN": true, "TW": true, "HK": true, "MO": true, "KP": true, "KR": true, "VN": true, "KH": true}

// addSurname lets a person be found by surname, "Haugen" for Lars Haugen. It is
// for one who is alone in a block: then no one else of that surname can be meant.
func addSurname(entity graph.Entity) {
	person, ok := entity.(*graph.Person)
	if !ok || person.Nominal || familyFirst[person.Country] {
		return
	}
	surname := surnameOf(person.Name)
	known := func(form string) bool { return graph.Fold(form) == graph.Fold(surname) }
	if surname != "" && !known(person.Name) && !slices.ContainsFunc(person.Aliases, known) {
		person.Aliases = append(person.Aliases, surname)
	}
}

// surnameOf returns the last word of a full name, with the particles before it:
// "van der Meer" of Jan van der Meer. It is empty where the name has no other word
// or does not end in a name.
func surnameOf(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && suffixes[graph.Fold(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	from := len(words) - 1
	for from > 0 && !isName(words[from-1]) {
		from--
	}
	if from <= 0 || !isName(words[len(words)-1]) {
		return ""
	}
	return strings.Join(words[from:], " ")
}
