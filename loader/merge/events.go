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
	clusters := clustered(tellings)
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
		events[i].Summary = rulesOf(events[i].Type).summary(events[i], byID, c.shortestQuote())
	}
	findConflicts(clusters, events)
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
}

// party is a participant as comparing sees it, by entity IDs.
type party struct {
	id, principal string
	role          graph.Role
	country       string // of the principal, or else its own
	body          bool   // a state or a part of its government
	state         bool   // a state as a whole
	nominal       bool   // known by a role alone
}

func newTelling(r *graph.Report, entities map[string]graph.Entity) *telling {
	t := &telling{Report: r, rules: rulesOf(r.Type), width: undated}
	if r.Time != nil {
		t.width = r.Time.EDTF.Days()
	}
	for _, p := range r.Participants {
		entity := entities[p.EntityID]
		if entity == nil {
			continue
		}
		profile := entity.Profile()
		made := party{id: profile.ID, role: p.Role, country: profile.Country, body: isBody(entity), state: isState(entity), nominal: profile.Nominal}
		if behalf := entities[p.OnBehalfOfID]; behalf != nil {
			made.principal = behalf.Profile().ID
			made.country = cmp.Or(behalf.Profile().Country, made.country)
		}
		t.parties = append(t.parties, made)
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

// mostTellingFirst orders reports so that those with exact times and named
// parties found the clusters that vaguer ones then join.
func mostTellingFirst(a, b *telling) int {
	return cmp.Or(
		cmp.Compare(a.width, b.width),
		cmp.Compare(a.nominals(), b.nominals()),
		cmp.Compare(len(b.parties), len(a.parties)),
		cmp.Compare(a.ID, b.ID),
	)
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
	articles map[string]bool
}

// witnesses is how many of a cluster's reports, the most telling ones, others are
// compared with: what fits them fits the others, and an event that every paper
// reports is not compared report by report.
const witnesses = 16

func newCluster(founder *telling) *cluster {
	return &cluster{tellings: []*telling{founder}, articles: map[string]bool{founder.ArticleID: true}}
}

func (c *cluster) add(t *telling) {
	c.tellings = append(c.tellings, t)
	c.articles[t.ArticleID] = true
}

// fits tells whether a report could tell of the cluster's event. Two of one article
// never do: extraction has brought those together already.
func (c *cluster) fits(t *telling) bool {
	if c.articles[t.ArticleID] {
		return false
	}
	for _, other := range c.tellings[:min(len(c.tellings), witnesses)] {
		if !sameEvent(t, other) {
			return false
		}
	}
	return true
}

// clustered gives each telling, in order, to the first cluster that it fits, or
// makes it the founder of a new one.
func clustered(tellings []*telling) []*cluster {
	if len(tellings) == 0 {
		return nil
	}
	founders := tellings[0].rules.founders(tellings)
	var clusters []*cluster
	for _, t := range tellings {
		if home := homeOf(t, clusters, founders.near(t)); home != nil {
			home.add(t)
			continue
		}
		founders.add(t, len(clusters))
		clusters = append(clusters, newCluster(t))
	}
	return clusters
}

// homeOf finds the cluster that a report belongs to: the first, of those in
// question, that it fits. An undated report
// joins a dated event only if no other dated one would do as well.
func homeOf(t *telling, clusters []*cluster, inQuestion []int) *cluster {
	var home *cluster
	for _, i := range inQuestion {
		c := clusters[i]
		if !c.fits(t) {
			continue
		}
		if home == nil {
			home = c
			if t.Time != nil {
				return home
			}
			continue
		}
		if c.tellings[0].Time != nil {
			return nil
		}
		return home
	}
	return home
}

// sameEvent tells whether two reports of different articles can tell of one event.
func sameEvent(a, b *telling) bool { return sameParties(a, b) && a.rules.same(a, b) }

// broadMeans may be any of the others.
func broadMeans(m graph.Means) bool { return m == graph.MeansUnspecified || m == graph.MeansTalks }

func sameMeans(a, b graph.Means) bool {
	return a == b || broadMeans(a) || broadMeans(b) || inPerson(a) && inPerson(b)
}

func inPerson(m graph.Means) bool { return m == graph.MeansMeeting || m == graph.MeansVisit }

// freshness is how long before an article's day an event that it does not date
// can have been, in days; and how far apart two articles can be published that
// report one event without a date.
const freshness = 31

// widestMatch is the longest span, in days, that still means the same event as an
// exact day in it; a longer one tells of a habit or a period.
const widestMatch = 92

func sameTime(a, b *telling) bool {
	switch {
	case a.Time == nil && b.Time == nil:
		return publishedWithin(a, b, freshness)
	case a.Time == nil:
		return recentFor(a, b.Time.EDTF)
	case b.Time == nil:
		return recentFor(b, a.Time.EDTF)
	}
	return near(a, b)
}

func near(a, b *telling) bool {
	x, y := a.Time.EDTF, b.Time.EDTF
	if x.Overlaps(y) {
		wide := max(x.Days(), y.Days())
		return x == y || wide <= widestMatch
	}
	return dayApart(x, y) && publishedWithin(a, b, freshness)
}

// dayApart: two exact days next to each other are more often one event that one
// article misdates than two events. The event then carries a conflict of time.
func dayApart(x, y graph.EDTF) bool {
	if x.Days() != 1 || y.Days() != 1 {
		return false
	}
	gap := x.Earliest().DaysSince(y.Earliest())
	return gap == 1 || gap == -1
}

func publishedWithin(a, b *telling, days int) bool {
	x, y := published(a), published(b)
	if x.IsZero() || y.IsZero() {
		return true
	}
	gap := x.DaysSince(y)
	return -days <= gap && gap <= days
}

// recentFor tells whether an article that dates an event not at all can mean one
// of this time: it was not long before the article's day, nor much after it.
func recentFor(t *telling, when graph.EDTF) bool {
	day := published(t)
	if day.IsZero() {
		return when.Days() <= widestMatch
	}
	return when.Latest().Compare(day.AddDays(-freshness)) >= 0 && when.Earliest().Compare(day.AddDays(freshness)) <= 0
}

func published(t *telling) graph.Date {
	if t.Article == nil {
		return graph.Date{}
	}
	return t.Article.Published
}

// sameStatus: what took place and what is denied are one event, in dispute, only
// where both are dated and tell the means; what is planned, asked for or possible
// becomes what took place only where both are dated.
func sameStatus(a, b *telling) bool {
	if a.Status == b.Status || happened(a.Status) && happened(b.Status) {
		return true
	}
	if a.Time == nil || b.Time == nil {
		return ahead(a.Status) && ahead(b.Status)
	}
	if a.Status == graph.StatusDenied || b.Status == graph.StatusDenied {
		return !broadMeans(a.Means) && !broadMeans(b.Means)
	}
	return true
}

func happened(s graph.Status) bool {
	return s == graph.StatusAsserted || s == graph.StatusConfirmed
}

func ahead(s graph.Status) bool {
	return s == graph.StatusPlanned || s == graph.StatusRequested || s == graph.StatusHypothetical
}

// sameParties tells whether two reports have the same sides: each party of the
// one that has fewer is found among the other's.
func sameParties(a, b *telling) bool {
	few, many := a.parties, b.parties
	if len(few) > len(many) {
		few, many = many, few
	}
	if len(few) < a.rules.leastParties {
		return false
	}
	exact, envoys := 0, 0
	var room [8]bool // on the stack: reports are compared often
	taken := room[:]
	if len(many) > len(room) {
		taken = make([]bool, len(many))
	}
	for _, p := range few {
		index, how := find(p, many, taken)
		switch how {
		case different:
			return false
		case identical:
			exact++
		case envoy:
			envoys++
		}
		taken[index] = true
	}
	// A state and one of its people are the same side only where the other side
	// is the same envoy: else a state's contacts would swallow its officials'.
	official := len(few) - exact - envoys
	if official > 0 && envoys == 0 && !sharedEnvoy(few, many) {
		return false
	}
	return exact+envoys > 0
}

type likeness int

const (
	different likeness = iota
	official           // a state's body and one of its people
	envoy              // the same principal's envoy, or one unnamed
	identical
)

func find(p party, among []party, taken []bool) (index int, how likeness) {
	for i, q := range among {
		if taken[i] {
			continue
		}
		if found := compare(p, q); found > how {
			index, how = i, found
		}
	}
	return index, how
}

func compare(p, q party) likeness {
	switch {
	case p.id == q.id:
		return identical
	case p.principal != "" && p.principal == q.principal && (p.nominal || q.nominal):
		return envoy
	case (p.nominal && q.principal != "" || q.nominal && p.principal != "") && p.country != "" && p.country == q.country:
		return envoy
	case p.country != "" && p.country == q.country && (p.body || q.body):
		return official
	}
	return different
}

// sharedEnvoy tells whether both reports have the same party acting for another.
func sharedEnvoy(a, b []party) bool {
	for _, p := range a {
		for _, q := range b {
			if p.principal != "" && p.id == q.id {
				return true
			}
		}
	}
	return false
}
