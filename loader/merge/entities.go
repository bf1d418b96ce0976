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

// person is what the looks of one full name have in common.
type person struct {
	given     []string
	countries map[string]bool
	looks     []int
}

// joinPersons joins persons of one surname whose given names agree and whose
// countries do not differ. A bare surname goes to the one full name it can mean,
// and stays apart where there are several.
func joinPersons(block []*look, groups *partition) {
	named, bare := personsByName(block)
	for _, p := range append(slices.Clone(named), bare...) {
		for _, i := range p.looks[1:] {
			groups.join(p.looks[0], i)
		}
	}
	for i, a := range named {
		for _, b := range named[i+1:] {
			if sameGivenNames(a.given, b.given) && compatible(a.countries, b.countries) && !ambiguous(a, b, named) {
				groups.join(a.looks[0], b.looks[0])
			}
		}
	}
	for _, b := range bare {
		if home, only := onlyHome(b, named, groups); only {
			groups.join(home, b.looks[0])
		}
	}
}

// personsByName gathers looks with the same full name and the same country; those
// with a surname alone come second.
func personsByName(block []*look) (named, bare []*person) {
	byKey := map[string]*person{}
	for i, l := range block {
		given, _ := personName(l.name)
		key := strings.Join(given, " ") + "|" + l.country
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
		if l.country != "" {
			p.countries[l.country] = true
		}
		p.looks = append(p.looks, i)
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
func onlyHome(b *person, named []*person, groups *partition) (look int, only bool) {
	home := -1
	for _, p := range named {
		if !compatible(b.countries, p.countries) {
			continue
		}
		root := groups.find(p.looks[0])
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
func joinNamed(block []*look, groups *partition) {
	if block[0].state && block[0].country != "" {
		for i := range block {
			groups.join(0, i)
		}
		return
	}
	type bearer struct {
		index   int
		country string
	}
	bearers := map[string][]bearer{} // by full name, one for each country
	for i, l := range block {
		for _, name := range fullNames(l) {
			known := false
			for _, other := range bearers[name] {
				if l.country == "" || other.country == "" || l.country == other.country {
					groups.join(i, other.index)
				}
				known = known || l.country == other.country
			}
			if !known {
				bearers[name] = append(bearers[name], bearer{i, l.country})
			}
		}
	}
	joinAcronyms(block, groups)
}

// fullNames gives the skeletons of a look's names but for acronyms, which many
// share, unless it has nothing else.
func fullNames(l *look) []string {
	names := []string{nameKey(l.name)}
	for _, alias := range l.aliases {
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

func joinAcronyms(block []*look, groups *partition) {
	meanings := map[string][]int{} // looks with a full name, by its initials
	for i, l := range block {
		if initials := acronym(l.name); !isAcronym(l.name) && initials != "" {
			meanings[initials] = append(meanings[initials], i)
		}
	}
	for i, l := range block {
		if !isAcronym(l.name) {
			continue
		}
		homes := map[int]bool{}
		for _, meaning := range meanings[nameKey(l.name)] {
			homes[groups.find(meaning)] = true
		}
		for home := range homes {
			if len(homes) == 1 { // of several, none is meant for sure
				groups.join(home, i)
			}
		}
	}
}

// entityOf adds up the looks of one cluster.
func entityOf(cluster []*look) graph.Entity {
	members := membersOf(cluster)
	named := graph.Named{Members: make([]string, len(members))}
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
		return &graph.Person{Named: named, Positions: positions(members)}
	case graph.KindOrganization:
		return &graph.Organization{Named: named, Kind: organizationKind(members)}
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
