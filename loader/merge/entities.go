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
			cluster[i] = members[index]
		}
		entities = append(entities, entityOf(cluster))
	}
	slices.SortFunc(entities, func(a, b graph.Entity) int { return cmp.Compare(a.NodeID(), b.NodeID()) })
	addSurname(entities)
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
func joinPersons(members []*graph.Member, groups *partition) {
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
func personsByName(members []*graph.Member) (named, bare []*person) {
	type identity struct{ name, country string }
	spelled := map[identity]*person{}
	byKey := map[string]*person{}
	for i := range members {
		id := identity{members[i].Name, members[i].Country}
		if p := spelled[id]; p != nil {
			p.members = append(p.members, i)
			continue
		}
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
		spelled[id] = p
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
func joinNamed(members []*graph.Member, groups *partition) {
	if members[0].OrganizationKind == graph.OrganizationState && members[0].Country != "" {
		for i := range members {
			groups.join(0, i)
		}
		return
	}
	looks := looksOf(members)
	bearers := map[string][]*look{} // by full name, one for each kind and country
	for _, l := range looks {
		for _, i := range l.members[1:] {
			groups.join(l.members[0], i)
		}
		for _, name := range l.names {
			known := false
			for _, other := range bearers[name] {
				if l.kind == other.kind && (l.country == "" || other.country == "" || l.country == other.country) {
					groups.join(l.members[0], other.members[0])
				}
				known = known || l.kind == other.kind && l.country == other.country
			}
			if !known {
				bearers[name] = append(bearers[name], l)
			}
		}
	}
	joinAcronyms(looks, groups)
}

// look is what organizations or places are compared by, and the members, most
// often many, that have it in common.
type look struct {
	kind    graph.EntityKind
	country string
	name    string   // as written
	names   []string // see fullNames
	members []int
}

// looksOf gathers members that look the same, in order of their first.
func looksOf(members []*graph.Member) []*look {
	var looks []*look
	byKey := map[string]*look{}
	var key []byte
	for i := range members {
		m := members[i]
		key = append(append(append(append(append(key[:0], m.Kind...), 0), m.Country...), 0), m.Name...)
		for _, alias := range m.Aliases {
			key = append(append(key, 0), alias...)
		}
		l := byKey[string(key)]
		if l == nil {
			l = &look{kind: m.Kind, country: m.Country, name: m.Name, names: fullNames(m)}
			byKey[string(key)] = l
			looks = append(looks, l)
		}
		l.members = append(l.members, i)
	}
	return looks
}

// fullNames gives the skeletons of a member's names but for acronyms, which many
// share, unless it has nothing else.
func fullNames(m *graph.Member) []string {
	names := []string{nameKey(m.Name)}
	for _, alias := range m.Aliases {
		if isAcronym(alias) || !strings.Contains(alias, " ") {
			continue
		}
		if key := nameKey(alias); !slices.Contains(names, key) {
			names = append(names, key)
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

func joinAcronyms(looks []*look, groups *partition) {
	meanings := map[string][]int{} // members with a full name, by its initials
	for _, l := range looks {
		if initials := acronym(l.name); !isAcronym(l.name) && initials != "" {
			meanings[initials] = append(meanings[initials], l.members[0])
		}
	}
	for _, l := range looks {
		if !isAcronym(l.name) {
			continue
		}
		homes := map[int]bool{}
		for _, i := range meanings[nameKey(l.name)] {
			homes[groups.find(i)] = true
		}
		for home := range homes {
			if len(homes) == 1 { // of several, none is meant for sure
				groups.join(home, l.members[0])
			}
		}
	}
}

// entityOf adds up the members of one cluster.
func entityOf(cluster []*graph.Member) graph.Entity {
	named := graph.Named{Members: make([]string, 0, len(cluster))}
	names, aliases, countries := tally{}, tally{}, tally{}
	for _, m := range cluster {
		named.Members = append(named.Members, m.ID)
		names.add(m.Name)
		for _, alias := range m.Aliases {
			aliases.add(alias)
		}
		if m.Country != "" {
			countries.add(m.Country)
		}
	}
	slices.Sort(named.Members)
	named.ID = named.Members[0]
	named.Nominal = cluster[0].Nominal // such a member is alone
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

// addSurname lets a person be found by surname where nobody else of the block, so
// no one of that surname, can be meant: "Haugen" for Lars Haugen.
func addSurname(entities []graph.Entity) {
	if len(entities) != 1 {
		return
	}
	person, ok := entities[0].(*graph.Person)
	if !ok || person.Nominal || familyFirst[person.Country] {
		return
	}
	surname := surnameOf(person.Name)
	known := func(form string) bool { return graph.Fold(form) == graph.Fold(surname) }
	if surname != "" && !known(person.Name) && !slices.ContainsFunc(person.Aliases, known) {
		person.Aliases = append(person.Aliases, surname)
	}
}

// surnameOf gives the last word of a full name, with the particles before it:
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
