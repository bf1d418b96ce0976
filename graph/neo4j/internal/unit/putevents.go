package unit

import (
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// changeEvents writes events and their relationships, moves reports, and deletes events.
const changeEvents = `CALL () { UNWIND $unlinked AS id MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id) MATCH (e)-[r:PARTICIPATED_IN|ON|AT]-() DELETE r }
CALL () { UNWIND $parted AS id MATCH ()-[c:CONTACTED {eventId: id}]->() USING INDEX SEEK c:CONTACTED(eventId) DELETE c }
CALL () { UNWIND $dismissed AS id MATCH ()-[f:ACTED_FOR {eventId: id}]->() USING INDEX SEEK f:ACTED_FOR(eventId) DELETE f }
CALL () { UNWIND $put AS row MERGE (e:Event {id: row.id}) SET e = row }
CALL () { UNWIND $moved AS row MATCH (r:Report {id: row[0]}) USING INDEX SEEK r:Report(id)
CALL (r) { MATCH (r)-[o:OF]->() DELETE o }
SET r.eventId = row[1] WITH r, row MATCH (e:Event {id: row[1]}) USING INDEX SEEK e:Event(id) CREATE (r)-[:OF]->(e) }
CALL () { UNWIND $gone AS id MATCH (e:Event {id: id}) USING INDEX SEEK e:Event(id) OPTIONAL MATCH (r:Report)-[:OF]->(e) REMOVE r.eventId
WITH DISTINCT e DETACH DELETE e }
` + linkEvents

// eventMap is an identity map of the blocks that a transaction has locked: their reports,
// and the events that are stored and those that will be.
type eventMap struct {
	// blocks are those that were read whole.
	blocks  map[string]bool
	reports map[string]*memberState // with events in place of entities
	events  map[string]*eventState
}

// eventState is an event as it will be and as it is stored, nil if there is none. Parties
// is the stored number of entities that took part.
type eventState struct {
	now, stored *graph.Event
	parties     int
}

func newEventMap() *eventMap {
	return &eventMap{make(map[string]bool), make(map[string]*memberState), make(map[string]*eventState)}
}

// eventBlock is a waiting call of PutEvents.
type eventBlock struct {
	blocks []string
	events []*graph.Event
}

// PutEvents stores the events of blocks. Only the differences are written.
func (tx *reportBlocks) PutEvents(blocks []string, events []*graph.Event) error {
	if err := tx.Ended(); err != nil {
		return bolt.Translate(err, "put events of blocks %q", blocks)
	}
	waiting := eventBlock{blocks: slices.Clone(blocks)}
	for _, e := range events {
		clone := storekit.CloneEvent(e)
		clone.Block = storekit.EventBlock(blocks, e)
		waiting.events = append(waiting.events, clone)
	}
	tx.eventBlocks.waiting = append(tx.eventBlocks.waiting, waiting)
	return nil
}

// eventQueue is events, and blocks of reports, that wait to be written.
type eventQueue struct {
	*known
	blocks  map[string]string // by report ID; they are written first
	waiting []eventBlock
	touched *touched
	log     *eventLog
}

func (tx *eventQueue) flush() error {
	if len(tx.waiting) == 0 {
		return nil
	}
	waiting := tx.waiting
	tx.waiting = nil
	if err := tx.readUnknown(waiting); err != nil {
		return bolt.Translate(err, "put events of %d blocks", len(waiting))
	}
	tx.events.put(waiting)
	clear(tx.stored) // which has the events of reports
	return bolt.Translate(tx.writeChanges(), "put events of %d blocks", len(waiting))
}

// readUnknown reads what the map lacks of the blocks, and of what moves into them.
func (tx *eventQueue) readUnknown(waiting []eventBlock) error {
	blocks, reports, events := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, put := range waiting {
		for _, block := range put.blocks {
			if !tx.events.blocks[block] {
				blocks[block] = true
			}
		}
		for _, e := range put.events {
			for _, id := range e.ReportIDs {
				if tx.events.reports[id] == nil {
					reports[id] = true
				}
			}
			if tx.events.events[e.ID] == nil && tx.events.reports[graph.ReportIDOf(e.ID)] == nil {
				events[e.ID] = true
			}
		}
	}
	if len(blocks)+len(reports)+len(events) > 0 {
		if _, err := tx.readReports(slices.Sorted(maps.Keys(blocks)), slices.Sorted(maps.Keys(reports)), slices.Sorted(maps.Keys(events))); err != nil {
			return err
		}
	}
	// Events of other blocks that reports leave.
	left := make(map[string]bool)
	for _, state := range tx.events.reports {
		if state.stored != "" && tx.events.events[state.stored] == nil {
			left[state.stored] = true
		}
	}
	if len(left) == 0 {
		return nil
	}
	_, err := tx.readReports(nil, nil, slices.Sorted(maps.Keys(left)))
	return err
}

// put makes these the only events of their blocks.
func (m *eventMap) put(waiting []eventBlock) {
	events, reports := make(map[string][]string), make(map[string][]string) // by block
	for id, state := range m.events {
		if state.now != nil {
			events[state.now.Block] = append(events[state.now.Block], id)
		}
	}
	for id, state := range m.reports {
		reports[state.block] = append(reports[state.block], id)
	}
	for _, put := range waiting {
		ids, clustered := make(map[string]bool, len(put.events)), make(map[string]bool)
		for _, e := range put.events {
			ids[e.ID] = true
			if m.events[e.ID] == nil {
				m.events[e.ID] = new(eventState)
			}
			m.events[e.ID].now = e
		}
		for _, block := range put.blocks {
			for _, id := range events[block] {
				if state := m.events[id]; state.now != nil && state.now.Block == block && !ids[id] {
					state.now = nil
				}
			}
			events[block] = nil
		}
		for _, e := range put.events {
			events[e.Block] = append(events[e.Block], e.ID)
		}
		for _, e := range put.events {
			for _, reportID := range e.ReportIDs {
				clustered[reportID] = true
				m.take(reportID, e)
			}
		}
		for _, block := range put.blocks {
			for _, id := range reports[block] {
				if !clustered[id] {
					m.reports[id].entityID = ""
				}
			}
		}
	}
}

// take moves a report to its event, from the event of another block that had it.
func (m *eventMap) take(reportID string, e *graph.Event) {
	state := m.reports[reportID]
	if state == nil || state.entityID == e.ID {
		return
	}
	if old := m.events[state.entityID]; old != nil && old.now != nil && slices.Contains(old.now.ReportIDs, reportID) {
		old.now = storekit.CloneEvent(old.now)
		old.now.ReportIDs = slices.DeleteFunc(old.now.ReportIDs, func(id string) bool { return id == reportID })
	}
	state.entityID = e.ID
}

// writeChanges writes the differences to what is stored.
func (tx *eventQueue) writeChanges() error {
	var put, moves, gone []any
	deleted := make(map[string]bool)
	var unlinked, linked []*graph.Event
	for _, id := range slices.Sorted(maps.Keys(tx.events.events)) {
		state := tx.events.events[id]
		now, stored := state.now, state.stored
		if now == nil {
			if stored != nil {
				gone, unlinked = append(gone, id), append(unlinked, stored)
				deleted[id] = true
				tx.log.changes.Note(id, stored, nil)
			}
			delete(tx.events.events, id)
			continue
		}
		whole := stored != nil && state.parties == len(storekit.PartsOf(now.Participants))
		if whole && sameEvent(now, stored) {
			continue
		}
		row, err := mapping.EventRow(now)
		if err != nil {
			return err
		}
		put = append(put, row)
		tx.touched.changed[id] = true
		tx.log.changes.Note(id, stored, now)
		if !whole || !sameLinks(now, stored) {
			linked = append(linked, now)
			if stored != nil {
				unlinked = append(unlinked, stored)
			}
		}
		*state = eventState{now, storekit.CloneEvent(now), len(storekit.PartsOf(now.Participants))}
	}
	for _, id := range settled(tx.events.reports, deleted) {
		eventID := tx.events.reports[id].stored
		tx.touched.changed[eventID] = true
		if r := tx.added.reports[id]; r != nil {
			r.eventID = eventID
			continue
		}
		moves = append(moves, []any{id, mapping.Nullable(eventID)})
	}
	lists := map[string][]any{"put": put, "moved": moves, "gone": gone}
	addUnlinked(lists, unlinked)
	mapping.AddLinked(lists, linked)
	_, err := tx.change(changeEvents, lists)
	return err
}

// sameLinks compares what determines the relationships of two events.
func sameLinks(a, b *graph.Event) bool {
	return a.Type == b.Type && a.Means == b.Means && a.Status == b.Status && a.PlaceID == b.PlaceID && sameSpan(a.Time, b.Time) &&
		slices.EqualFunc(a.Participants, b.Participants, func(p, q graph.Participation) bool {
			return p.EntityID == q.EntityID && p.Role == q.Role && p.OnBehalfOfID == q.OnBehalfOfID
		})
}

// sameEvent compares what is stored of two events.
func sameEvent(a, b *graph.Event) bool {
	return sameLinks(a, b) && a.Block == b.Block && a.Summary == b.Summary && a.ArticleCount == b.ArticleCount && a.PublisherCount == b.PublisherCount &&
		slices.Equal(a.ReportIDs, b.ReportIDs) && slices.EqualFunc(a.Conflicts, b.Conflicts, func(c, d graph.Conflict) bool {
		return c.Kind == d.Kind && c.Explanation == d.Explanation && slices.Equal(c.ReportIDs, d.ReportIDs)
	}) && slices.EqualFunc(a.Merges, b.Merges, func(m, n graph.Merge) bool {
		return m.Explanation == n.Explanation && slices.Equal(m.ReportIDs, n.ReportIDs)
	}) && slices.Equal(a.Related, b.Related) && slices.Equal(a.About, b.About) &&
		a.Qualifier == b.Qualifier && a.Several == b.Several && a.DeniesPlan == b.DeniesPlan
}

func sameSpan(a, b *graph.TimeSpan) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.EDTF.String() == b.EDTF.String() && a.Text == b.Text && a.Anchor == b.Anchor && a.BoundOnly == b.BoundOnly
}
