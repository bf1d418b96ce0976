package merge

import (
	"cmp"
	"slices"

	"dateline/graph"
)

// Events clusters the reports of one block, given by ID, with their articles
// filled, into events, and finds where they contradict each other. Entities are
// those of the members that the reports name. Each report is in one of the
// events, which come by ID.
func Events(reports []*graph.Report, entities map[string]graph.Entity) []*graph.Event {
	tellings := make([]*telling, len(reports))
	for i, r := range reports {
		tellings[i] = newTelling(r, entities)
	}
	slices.SortFunc(tellings, mostTellingFirst)
	found := &clustering{}
	if len(tellings) > 0 {
		found = clustered(tellings, tellings[0].rules.founders(tellings))
	}
	clusters := found.distinct()
	byID := map[string]graph.Entity{}
	for _, r := range reports {
		for id := range r.PartyIDs() {
			if entity := entities[id]; entity != nil {
				byID[entity.NodeID()] = entity
			}
		}
	}
	events := make([]*graph.Event, len(clusters))
	for i, c := range clusters {
		events[i] = c.event(entities)
		events[i].Summary = rulesByType[events[i].Type].summary(events[i], byID, c.shortestQuote())
		events[i].Merges = c.merges(byID)
	}
	findConflicts(clusters, events)
	found.relate(clusters, events)
	slices.SortFunc(events, func(a, b *graph.Event) int { return cmp.Compare(a.ID, b.ID) })
	return events
}

// telling is a report with what comparing needs.
type telling struct {
	*graph.Report
	rules   *rules
	parties []party
	words   []string // see quoteWords
	numbers []int    // of its words, see byWords
	width   int      // of its time, in days
	bodies  bool     // one of its parties is a body
	place   string   // the entity's ID
	// with is the report of its cluster that it was compared with first; nil for the
	// founder. Misdated is set where joinMisdated brought the two together.
	with     *telling
	misdated bool
}

// party is a participant as comparing sees it, by entity IDs.
type party struct {
	id, principal string
	role          graph.Role
	country       string // of the principal, or else its own
	body          bool   // a state or a part of its government
	state         bool   // a state as a whole
	nominal       bool   // known by a role alone
	entity        graph.Entity
}

func newTelling(r *graph.Report, entities map[string]graph.Entity) *telling {
	t := &telling{Report: r, rules: rulesByType[r.Type], width: undated}
	if r.Time != nil {
		t.width = r.Time.EDTF.Days()
	}
	if place := entities[r.PlaceID]; place != nil {
		t.place = graph.ProfileOf(place).ID
	}
	for _, p := range r.Participants {
		entity := entities[p.EntityID]
		if entity == nil {
			continue
		}
		profile := graph.ProfileOf(entity)
		made := party{id: profile.ID, role: p.Role, country: profile.Country, body: isBody(entity), state: isState(entity), nominal: profile.Nominal, entity: entity}
		if behalf := entities[p.OnBehalfOfID]; behalf != nil {
			made.principal = graph.ProfileOf(behalf).ID
			made.country = cmp.Or(graph.ProfileOf(behalf).Country, made.country)
		}
		t.parties = append(t.parties, made)
		t.bodies = t.bodies || made.body
	}
	return t
}

func isState(e graph.Entity) bool {
	organization, ok := e.(*graph.Organization)
	return ok && organization.Kind == graph.OrganizationState
}

func isBody(e graph.Entity) bool {
	organization, ok := e.(*graph.Organization)
	return ok && (organization.Kind == graph.OrganizationState || organization.Kind == graph.OrganizationGovernment)
}

// mostTellingFirst orders reports so that those with exact times, named parties,
// exact means and a day of publication found the clusters that vaguer ones then join.
func mostTellingFirst(a, b *telling) int {
	return cmp.Or(
		cmp.Compare(a.width, b.width),
		cmp.Compare(a.nominals(), b.nominals()),
		cmp.Compare(a.Means.Vagueness(), b.Means.Vagueness()),
		cmp.Compare(len(b.parties), len(a.parties)),
		compareTruth(published(a).IsZero(), published(b).IsZero()),
		cmp.Compare(a.ID, b.ID),
	)
}

// compareTruth orders false before true.
func compareTruth(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// undated is the width of a report that gives no time: wider than any span.
const undated = 1 << 30

func (t *telling) nominals() int {
	count := 0
	for _, p := range t.parties {
		if p.nominal {
			count++
		}
	}
	return count
}

// cluster is the reports that tell of one event. The first is its founder.
type cluster struct {
	tellings []*telling
	articles map[string]bool // of tellings; nil while the founder is alone, as most are
}

// witnesses is how many of a cluster's reports, the most telling ones, others are
// compared with: what fits them fits the others, and an event that every paper
// reports is not compared report by report.
const witnesses = 16

func newCluster(founder *telling) *cluster { return &cluster{tellings: []*telling{founder}} }

func (c *cluster) add(t *telling) {
	if c.articles == nil {
		c.articles = map[string]bool{c.tellings[0].ArticleID: true}
	}
	c.tellings = append(c.tellings, t)
	c.articles[t.ArticleID] = true
	if t.with == nil {
		t.with = c.tellings[0]
	}
}

// isOf reports whether one of the reports is the article's.
func (c *cluster) isOf(articleID string) bool {
	return c.tellings[0].ArticleID == articleID || c.articles[articleID]
}

func (c *cluster) articleCount() int { return max(1, len(c.articles)) }

// fits reports whether a report could tell of the cluster's event. Two of one article
// never do: extraction has brought those together already.
func (c *cluster) fits(t *telling) bool {
	if c.isOf(t.ArticleID) {
		return false
	}
	for _, other := range c.tellings[:min(len(c.tellings), witnesses)] {
		if !sameEvent(t, other) {
			return false
		}
	}
	return true
}

// alike tells how much a report has in common with the founder of a cluster. A place
// that any of its reports names speaks for it as much as a time.
func (c *cluster) alike(t *telling) int {
	alike := t.rules.alike(t, c.tellings[0])
	if t.place == "" {
		return alike
	}
	for _, other := range c.tellings[:min(len(c.tellings), witnesses)] {
		if other.place == t.place {
			return alike + 2
		}
	}
	return alike
}

// clustering is what is found of a block's reports, the most telling first.
type clustering struct {
	founders founders // the index of the reports below
	founded  []*telling
	// clusters are by their founder's number. Two numbers can have one of them.
	clusters []*cluster
	// related are the numbers of founders that are related, the first first.
	related [][2]int
}

// clustered gives each telling, in order, to the cluster that it belongs to, or
// makes it the founder of a new one. Those of exact days come first; once they are
// all there, days that one article may have mistaken are brought together.
func clustered(tellings []*telling, founders founders) *clustering {
	exact := slices.IndexFunc(tellings, func(t *telling) bool { return t.width > 1 })
	if exact < 0 {
		exact = len(tellings)
	}
	found := &clustering{founders: founders}
	found.place(tellings[:exact])
	joinMisdated(found.clusters)
	found.place(tellings[exact:])
	return found
}

func (found *clustering) place(tellings []*telling) {
	for _, t := range tellings {
		near := found.founders.near(t)
		if home := homeOf(t, found.clusters, near); home != nil {
			home.add(t)
			continue
		}
		number := len(found.clusters)
		for _, i := range near {
			if related := t.rules.related; related != nil && related(found.founded[i], t) {
				found.related = append(found.related, [2]int{i, number})
			}
		}
		found.founders.add(t, number)
		found.founded = append(found.founded, t)
		found.clusters = append(found.clusters, newCluster(t))
	}
}

// distinct returns the clusters, each once.
func (found *clustering) distinct() []*cluster {
	var clusters []*cluster
	seen := map[*cluster]bool{}
	for _, c := range found.clusters {
		if !seen[c] {
			seen[c] = true
			clusters = append(clusters, c)
		}
	}
	return clusters
}

// homeOf finds the cluster that a report belongs to, of those in question. Of
// several that it fits, a dated report joins the most alike, if one is; an undated
// one a dated event only if no other dated one would do as well.
func homeOf(t *telling, clusters []*cluster, inQuestion []int) *cluster {
	var home *cluster
	best, several := -1, false
	for _, i := range inQuestion {
		c := clusters[i]
		if c == home || !c.fits(t) {
			continue
		}
		if t.Time == nil {
			if home == nil {
				home = c
				continue
			}
			if c.tellings[0].Time != nil {
				return nil
			}
			return home
		}
		if t.rules.alike == nil {
			return c
		}
		switch alike := c.alike(t); {
		case alike > best:
			home, best, several = c, alike, false
		case alike == best:
			several = true
		}
	}
	if several && best < mostAlike {
		return nil
	}
	return home
}

// joinMisdated joins clusters of exact days next to each other that no other could
// be joined with as well: they are more often one event that one article misdates
// than two events. The event then carries a conflict of time. Both places in the
// list hold the joint cluster afterwards.
func joinMisdated(clusters []*cluster) {
	byDay := map[graph.Date][]int{}
	for i, c := range clusters {
		if t := c.tellings[0]; t.width == 1 && t.rules.misdated != nil {
			day := t.Time.Earliest()
			byDay[day] = append(byDay[day], i)
		}
	}
	partners := make([][]int, len(clusters))
	for day, list := range byDay {
		for _, i := range list {
			for _, j := range byDay[day.AddDays(1)] {
				if clusters[i].couldBe(clusters[j]) {
					partners[i], partners[j] = append(partners[i], j), append(partners[j], i)
				}
			}
		}
	}
	for i := range clusters {
		if len(partners[i]) != 1 || len(partners[partners[i][0]]) != 1 || clusters[i] == clusters[partners[i][0]] {
			continue
		}
		other := partners[i][0]
		clusters[other].tellings[0].misdated = true
		for _, t := range clusters[other].tellings {
			clusters[i].add(t)
		}
		clusters[other] = clusters[i]
	}
}

// couldBe reports whether two clusters of days next to each other could be one event.
func (c *cluster) couldBe(other *cluster) bool {
	for _, t := range other.tellings {
		if c.isOf(t.ArticleID) {
			return false
		}
	}
	for _, a := range c.tellings[:min(len(c.tellings), witnesses)] {
		for _, b := range other.tellings[:min(len(other.tellings), witnesses)] {
			if !sameParties(a, b) || !a.rules.misdated(a, b) {
				return false
			}
		}
	}
	return true
}

// sameEvent reports whether two reports of different articles can tell of one event.
func sameEvent(a, b *telling) bool { return sameParties(a, b) && a.rules.same(a, b) }
