package neo4j

import (
	"maps"
	"slices"

	"dateline/graph"
)

const (
	// linkEvents makes the relationships of events.
	linkEvents = `CALL () { UNWIND $participants AS row MATCH (a:Entity {id: row.entityId}) USING INDEX SEEK a:Entity(id) MATCH (e:Event {id: row.eventId}) USING INDEX SEEK e:Event(id)
CREATE (a)-[p:PARTICIPATED_IN]->(e) SET p = row.participation }
CALL () { UNWIND $contacts AS row MATCH (a:Entity {id: row.one}) USING INDEX SEEK a:Entity(id) MATCH (b:Entity {id: row.other}) USING INDEX SEEK b:Entity(id)
CREATE (a)-[c:CONTACTED]->(b) SET c = row.contact }
CALL () { UNWIND $places AS row MATCH (e:Event {id: row[0]}) USING INDEX SEEK e:Event(id) MATCH (p:Entity {id: row[1]}) USING INDEX SEEK p:Entity(id) CREATE (e)-[:AT]->(p) }
` + linkDates

	// A party is locked by its report: its entity, read after that, is as others have
	// left it.
	resolveReports = `CALL {
UNWIND $members AS id MATCH (m:Member {id: id})<-[:NAMES]-(r:Report) USING INDEX SEEK m:Member(id) RETURN r
UNION UNWIND $reports AS id MATCH (r:Report {id: id}) USING INDEX SEEK r:Report(id) RETURN r
}
WITH r ORDER BY r.id REMOVE r:Held WITH collect(r) AS held UNWIND held AS r
CALL { WITH r MATCH (r)-[:NAMES]->(m:Member) WITH m ORDER BY m.id RETURN collect([m.id, coalesce(m.entityId, '')]) AS parties }
SET r.parties = reduce(flat = [], pair IN parties | flat + pair)
WITH r WHERE size(r.attributedTo) > 0
CALL { WITH r MATCH (r)-[a:ATTRIBUTED_TO]->() DELETE a }
UNWIND r.attributedTo AS source MATCH (m:Member {id: source})-[:OF]->(e:Entity) USING INDEX SEEK m:Member(id) MERGE (r)-[:ATTRIBUTED_TO]->(e)`
)

// rolePrincipal is the role of one that others acted for and that has no part of its
// own.
const rolePrincipal = "PRINCIPAL"

// severalParts marks an entity that is in more than one participation of an event.
const severalParts = -1

// participation is one entity's part in an event: its first role, whom it acted for
// in that, and which of the event's participations it is in.
type participation struct {
	role, onBehalfOf string
	part             int
}

// participationsOf returns the part of each entity of an event.
func participationsOf(e *graph.Event) map[string]participation {
	parts := make(map[string]participation, len(e.Participants))
	add := func(id string, p participation) {
		old, again := parts[id]
		switch {
		case id == "":
		case !again:
			parts[id] = p
		case old.part != p.part:
			if old.role == rolePrincipal {
				old = p
			}
			old.part = severalParts
			parts[id] = old
		}
	}
	for i, p := range e.Participants {
		add(p.EntityID, participation{string(p.Role), p.OnBehalfOfID, i})
		add(p.OnBehalfOfID, participation{rolePrincipal, "", i})
	}
	return parts
}

// contact is two parties of an event, the smaller ID first.
type contact struct{ one, other string }

// contactsOf returns all pairs of parties that an event links: different parties of
// different participations. Of contacts, only those that took place link.
func contactsOf(e *graph.Event) map[contact]bool {
	if e.Type != graph.EventContact || !slices.Contains([]graph.Status{graph.StatusAsserted, graph.StatusConfirmed, graph.StatusDisputed}, e.Status) {
		return nil
	}
	contacts := make(map[contact]bool)
	for i, p := range e.Participants {
		for _, q := range e.Participants[:i] {
			for _, pair := range []contact{{p.EntityID, q.EntityID}, {p.EntityID, q.OnBehalfOfID}, {p.OnBehalfOfID, q.EntityID}, {p.OnBehalfOfID, q.OnBehalfOfID}} {
				if pair.one == "" || pair.other == "" || pair.one == pair.other {
					continue
				}
				contacts[contact{min(pair.one, pair.other), max(pair.one, pair.other)}] = true
			}
		}
	}
	return contacts
}

// addUnlinked adds the events whose relationships are to be deleted.
func addUnlinked(lists map[string][]any, events []*graph.Event) {
	for _, e := range events {
		lists["unlinked"] = append(lists["unlinked"], e.ID)
		if len(contactsOf(e)) > 0 {
			lists["parted"] = append(lists["parted"], e.ID)
		}
	}
}

// addLinked adds the relationships that are to be made of events.
func addLinked(lists map[string][]any, events []*graph.Event) {
	for _, e := range events {
		parts := participationsOf(e)
		for _, id := range slices.Sorted(maps.Keys(parts)) {
			lists["participants"] = append(lists["participants"], map[string]any{"entityId": id, "eventId": e.ID, "participation": participationRow(id, parts[id], e)})
		}
		for pair := range contactsOf(e) {
			lists["contacts"] = append(lists["contacts"], map[string]any{"one": pair.one, "other": pair.other, "contact": contactRow(e)})
		}
		if e.PlaceID != "" {
			lists["places"] = append(lists["places"], []any{e.ID, e.PlaceID})
		}
	}
	addDates(lists, events)
}

func participationRow(entityID string, p participation, e *graph.Event) map[string]any {
	row := map[string]any{
		"entityId": entityID, "role": p.role, "onBehalfOf": p.onBehalfOf, "part": p.part,
		"type": string(e.Type), "means": string(e.Means), "status": string(e.Status),
	}
	addTime(row, e)
	return row
}

func contactRow(e *graph.Event) map[string]any {
	t := timeOf(e)
	return map[string]any{
		"eventId": e.ID, "means": string(e.Means), "undated": t.undated, "earliest": t.earliest.String(), "latest": t.latest.String(),
	}
}
