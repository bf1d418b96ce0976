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
func Entities(members []graph.Member) []graph.Entity {
	if len(members) == 0 {
		return nil
	}
	groups := newPartition(len(members))
	if members[0].Kind == graph.KindPerson {
		joinPersons(members, groups)
	} else {
		joinNamed(members, groups)
	}
	var entities []graph.Entity
	for _, group := range groups.sets() {
		cluster := make([]*graph.Member, len(group))
		for i, index := range group {
			cluster[i] = &members[index]
		}
		entities = append(entities, entityOf(cluster))
	}
	slices.SortFunc(entities, func(a, b graph.Entity) int { return cmp.Compare(a.NodeID(), b.NodeID()) })
	return entities
}

// person is what the members of one full name have in common.
type person struct {
	given     []string
	countries map[string]bool
	members   []int
}

// joinPersons joins persons of one surname whose given names agree and whose
// countries do not differ. A bare surname goes to the one full name it can mean,
// and stays apart where there are several.
func joinPersons(members []graph.Member, groups *partition) {
	named, bare := personsByName(members)
	for _, p := range append(slices.Clone(named), bare...) {
		for _, i := range p.members[1:] {
			groups.join(p.members[0], i)
		}
	}
	for i, a := range named {
		for _, b := range named[i+1:] {
			if sameGivenNames(a.given, b.given) && compatible(a.countries, b.countries) && !ambiguous(a, b, named) {
				groups.join(a.members[0], b.members[0])
			}
		}
	}
	for _, b := range bare {
		if home, only := onlyHome(b, named, groups); only {
			groups.join(home, b.members[0])
		}
	}
}

// personsByName gathers members with the same full name and the same country;
// those with a surname alone come second.
func personsByName(members []graph.Member) (named, bare []*person) {
	byKey := map[string]*person{}
	for i := range members {
		given, _ := personName(members[i].Name)
		key := strings.Join(given, " ") + "|" + members[i].Country
		p := byKey[key]
		if p == nil {
			p = &person{given: given, countries: map[string]bool{}}
			byKey[key] = p
			if len(given) > 0 {
				named = append(named, p)
			} else {
				bare = append(bare, p)
			}
		}
		if members[i].Country != "" {
			p.countries[members[i].Country] = true
		}
		p.members = append(p.members, i)
	}
	return named, bare
}

// sameGivenNames compares the first given names; further ones must not contradict.
func sameGivenNames(a, b []string) bool {
	for i := 0; i < min(len(a), len(b)); i++ {
		if !sameGivenName(a[i], b[i]) {
			return false
		}
	}
	return true
}

// ambiguous tells whether an initial could as well be a third person's: "J. Ford"
// is neither John nor James where both are known.
func ambiguous(a, b *person, all []*person) bool {
	short, long := a, b
	if len(short.given[0]) > 1 {
		short, long = b, a
	}
	if len(short.given[0]) > 1 {
		return false
	}
	for _, other := range all {
		if sameGivenName(short.given[0], other.given[0]) && !sameGivenName(long.given[0], other.given[0]) {
			return true
		}
	}
	return false
}

// onlyHome finds the one cluster of full names that a bare surname can mean.
func onlyHome(b *person, named []*person, groups *partition) (member int, only bool) {
	home := -1
	for _, p := range named {
		if !compatible(b.countries, p.countries) {
			continue
		}
		root := groups.find(p.members[0])
		if home >= 0 && home != root {
			return 0, false
		}
		home = root
	}
	return home, home >= 0
}

// compatible is true where one side knows no country, or both share one.
func compatible(a, b map[string]bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for country := range a {
		if b[country] {
			return true
		}
	}
	return false
}

// joinNamed joins organizations or places that share a full name, and acronyms
// with the one full name in the block that has those initials, unless their
// countries differ.
func joinNamed(members []graph.Member, groups *partition) {
	state := members[0].OrganizationKind == graph.OrganizationState && members[0].Country != ""
	for i := range members {
		for j := range i {
			if state || shareName(&members[i], &members[j]) {
				groups.join(i, j)
			}
		}
	}
	joinAcronyms(members, groups)
}

func shareName(a, b *graph.Member) bool {
	if a.Kind != b.Kind || a.Country != "" && b.Country != "" && a.Country != b.Country {
		return false
	}
	names := fullNames(a)
	return slices.ContainsFunc(fullNames(b), func(name string) bool { return slices.Contains(names, name) })
}

// fullNames gives the skeletons of a member's names but for acronyms, which many
// share, unless it has nothing else.
func fullNames(m *graph.Member) []string {
	names := []string{nameKey(m.Name)}
	for _, alias := range m.Aliases {
		if !isAcronym(alias) && strings.Contains(alias, " ") {
			names = append(names, nameKey(alias))
		}
	}
	return names
}

func nameKey(name string) string {
	if isAcronym(name) {
		return strings.ReplaceAll(graph.Fold(name), " ", "")
	}
	return strings.TrimPrefix(Skeleton(name), "the ")
}

func joinAcronyms(members []graph.Member, groups *partition) {
	for i := range members {
		if !isAcronym(members[i].Name) {
			continue
		}
		home := -1
		for j := range members {
			if isAcronym(members[j].Name) || acronym(members[j].Name) != nameKey(members[i].Name) {
				continue
			}
			if root := groups.find(j); home < 0 || home == root {
				home = root
			} else {
				home = len(members) // several: none is meant for sure
			}
		}
		if home >= 0 && home < len(members) {
			groups.join(home, i)
		}
	}
}

// entityOf adds up the members of one cluster.
func entityOf(cluster []*graph.Member) graph.Entity {
	named := graph.Named{}
	forms, countries := tally{}, tally{}
	for _, m := range cluster {
		named.Members = append(named.Members, m.ID)
		forms.add(m.Name)
		for _, alias := range m.Aliases {
			if m.Nominal || isName(alias) {
				forms.add(alias)
			}
		}
		if m.Country != "" {
			countries.add(m.Country)
		}
	}
	slices.Sort(named.Members)
	named.ID = named.Members[0]
	named.Nominal = cluster[0].Nominal // such a member is alone
	named.Name = fullest(cluster)
	delete(forms, named.Name)
	named.Aliases = forms.mostFrequent()
	if ranked := countries.mostFrequent(); len(ranked) > 0 {
		named.Country = ranked[0]
	}
	switch cluster[0].Kind {
	case graph.KindPerson:
		return &graph.Person{Named: named, Positions: positions(cluster)}
	case graph.KindOrganization:
		return &graph.Organization{Named: named, Kind: organizationKind(cluster)}
	default:
		return &graph.Place{Named: named}
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
func fullest(cluster []*graph.Member) string {
	names := tally{}
	for _, m := range cluster {
		names.add(m.Name)
	}
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
