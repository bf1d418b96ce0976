package sqlite

import (
	"cmp"
	"slices"
	"strings"

	"dateline/graph"
)

// Of contacts, only those that took place link their parties.
const (
	selectContacts = `SELECT e.id, e.means, e.undated, e.earliest, e.latest, e.participants
FROM event_parties p CROSS JOIN events e ON e.id = p.event_id
WHERE p.entity_id = ? AND e.type = 'CONTACT' AND e.status IN ('ASSERTED', 'CONFIRMED', 'DISPUTED')`
	contactsDuring = ` AND p.undated = 0 AND p.earliest <= ? AND p.latest >= ?`
)

// contact is what a link needs of an event.
type contact struct {
	id               string
	means            graph.Means
	undated          bool
	earliest, latest int64
	participants     []graph.Participation
}

// order is that of TIME_ASC.
func (c *contact) order(other *contact) int {
	if c.undated != other.undated {
		if c.undated {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(c.earliest, other.earliest), cmp.Compare(c.latest, other.latest), strings.Compare(c.id, other.id))
}

// counterparts gives those whom a party was in contact with: other parties of
// other participations.
func (c *contact) counterparts(party string) map[string]bool {
	others := make(map[string]bool)
	for i, p := range c.participants {
		if p.EntityID != party && p.OnBehalfOfID != party {
			continue
		}
		for j, other := range c.participants {
			if j == i {
				continue
			}
			others[other.EntityID] = true
			others[other.OnBehalfOfID] = true
		}
	}
	delete(others, party)
	delete(others, "")
	return others
}

// contacts reads the links of parties as they are asked for, each once.
type contacts struct {
	r      *reader
	during graph.EDTF
	events map[string]*contact
	links  map[string]map[string][]*contact
}

func (r *reader) contactsDuring(during graph.EDTF) *contacts {
	return &contacts{r, during, make(map[string]*contact), make(map[string]map[string][]*contact)}
}

// of gives the contacts of a party by the other party.
func (c *contacts) of(party string) (map[string][]*contact, error) {
	if links, ok := c.links[party]; ok {
		return links, nil
	}
	query, args := selectContacts, []any{party}
	if !c.during.IsZero() {
		query += contactsDuring
		args = append(args, dayNumber(c.during.Latest()), dayNumber(c.during.Earliest()))
	}
	links := make(map[string][]*contact)
	err := c.r.each(query, args, func(r *row) error {
		event := c.read(r)
		for other := range event.counterparts(party) {
			links[other] = append(links[other], event)
		}
		return nil
	})
	c.links[party] = links
	return links, err
}

// read reads an event that another party may have shown already.
func (c *contacts) read(r *row) *contact {
	id := r.text()
	if known := c.events[id]; known != nil {
		return known
	}
	event := &contact{
		id: id, means: graph.Means(r.text()), undated: r.truth(), earliest: r.number(), latest: r.number(), participants: r.participants(),
	}
	c.events[id] = event
	return event
}

// link adds two parties' contacts up. Open ends say nothing of a time.
func linkOf(source, target graph.Entity, events []*contact) graph.Link {
	link := graph.Link{Source: source, Target: target, Count: len(events)}
	for _, e := range events {
		if e.undated {
			continue
		}
		if first := dayOf(e.earliest); first != graph.MinDate && (link.Earliest.IsZero() || first.Before(link.Earliest)) {
			link.Earliest = first
		}
		if last := dayOf(e.latest); last != graph.MaxDate && last.After(link.Latest) {
			link.Latest = last
		}
	}
	for _, means := range graph.AllMeans() {
		if slices.ContainsFunc(events, func(e *contact) bool { return e.means == means }) {
			link.Means = append(link.Means, means)
		}
	}
	return link
}
