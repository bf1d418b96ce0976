package read

import (
	"cmp"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/bolt"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// scope is the events that match a filter, as Cypher. There are few different texts, so
// that the server rarely has to plan: every value is a parameter, and empty if the filter
// does not have it.
type scope struct {
	filter graph.EventFilter
	order  eventOrder
	// who is set if the events are those of a party, and with as well if another party
	// must have taken part. ofSome is set instead if they are those of one of several.
	who, with *graph.EntityRef
	ofSome    bool
	// v is the variable that has the properties of most filters: p, the relationship, for
	// events of a party, and e for all events.
	v      string
	params map[string]any
	words  []string
	// nothing is true if nothing can match: the words that an event has to be about are
	// none, or a list allows no value, or nobody is one of several parties.
	nothing bool
}

// eventOrder is an order of events.
type eventOrder struct {
	name string
	// property has the key, and prefix is the number of its bytes before the ID.
	property string
	prefix   int
	reverse  bool
	timed    bool
}

const (
	timePrefix    = 17
	reportsPrefix = 10
)

func eventOrderOf(order graph.EventOrder) (eventOrder, error) {
	switch order {
	case "", graph.OrderTimeAscending:
		return eventOrder{name: "events " + string(graph.OrderTimeAscending), property: "key", prefix: timePrefix, timed: true}, nil
	case graph.OrderTimeDescending:
		return eventOrder{name: "events " + string(order), property: "reverseKey", prefix: timePrefix, reverse: true, timed: true}, nil
	case graph.OrderReportsDescending:
		return eventOrder{name: "events " + string(order), property: "reportsKey", prefix: reportsPrefix}, nil
	}
	return eventOrder{}, fmt.Errorf("%w: order %q", graph.ErrInvalid, string(order))
}

const (
	// %[1]s is v.
	ofKind = "(size($types) = 0 OR %[1]s.type IN $types) AND (size($means) = 0 OR %[1]s.means IN $means) AND (size($statuses) = 0 OR %[1]s.status IN $statuses)" +
		" AND %[1]s.latest >= $since"
	// If keys go by time, their bounds imply the rest.
	inTime = "($until = '' OR %[1]s.undated = false AND %[1]s.earliest <= $until)"
	// These need not hold for the same report.
	wasAbout = "all(word IN $about WHERE e.aboutWords CONTAINS word)"
	reported = `e.articleCount >= $minArticles
AND ($knownBy = '' OR EXISTS { MATCH (e)<-[:OF]-(:Report)-[:IN]->(a:Article) WHERE a.published <> '' AND a.published <= $knownBy })
AND ($publisher = '' OR EXISTS { MATCH (e)<-[:OF]-(:Report)-[:IN]->(a:Article) WHERE '=' + a.publisherFolded = $publisher AND a.publisherFolded <> '' OR a.host = $host })
AND (size($sourceKinds) = 0 OR EXISTS { MATCH (e)<-[:OF]-(r:Report) WHERE CASE WHEN r.byHand THEN 'HAND' WHEN coalesce(r.sourceKind, '') = '' THEN 'NEWS' ELSE r.sourceKind END IN $sourceKinds })
AND ($minConfidence = 0.0 OR EXISTS { MATCH (e)<-[:OF]-(r:Report) WHERE r.confidence >= $minConfidence })`
	// Several parties at once, and the place.
	partyOfAny  = "EXISTS { MATCH (e)<-[q:PARTICIPATED_IN]-() WHERE q.entityId IN $anyOf }"
	partyOfEach = "all(some IN $allOf WHERE EXISTS { MATCH (e)<-[q:PARTICIPATED_IN]-() WHERE q.entityId IN some })"
	atPlace     = "e.placeId IN $places"
	// Different parties of different participations.
	withAnother = "EXISTS { MATCH (e)<-[q:PARTICIPATED_IN]-() WHERE q.entityId IN others AND q.entityId <> p.entityId AND (q.part <> p.part OR p.part < 0) }"
	inAQuote    = "EXISTS { MATCH (e)<-[:OF]-(r:Report) WHERE all(word IN $words WHERE ' ' + r.quoteFolded + ' ' CONTAINS word) }"
)

// scopeOf returns the scope of a filter.
func scopeOf(f graph.EventFilter, order graph.EventOrder) (*scope, error) {
	if err := storekit.CheckFilter(f); err != nil {
		return nil, err
	}
	by, err := eventOrderOf(order)
	if err != nil {
		return nil, err
	}
	s := &scope{filter: f, order: by, who: f.Who, with: f.With, v: "e", params: make(map[string]any)}
	s.nothing = storekit.MatchesNothing(f)
	if s.who == nil {
		s.who, s.with = s.with, nil
	}
	if s.who == nil && f.AnyOf != nil {
		s.ofSome, s.v = true, "p"
	}
	for _, ref := range []*graph.EntityRef{s.who, s.with} {
		if ref == nil {
			continue
		}
		if err := storekit.CheckRef(*ref); err != nil {
			return nil, err
		}
		s.v = "p"
	}
	s.params["types"], s.params["means"], s.params["statuses"] = oneOf(f.Types), oneOf(f.Means), oneOf(f.Statuses)
	s.params["since"], s.params["until"] = "", ""
	if !f.During.IsZero() {
		s.params["since"], s.params["until"] = f.During.Earliest().String(), f.During.Latest().String()
	}
	s.params["sourceKinds"] = oneOf(f.SourceKinds)
	s.params["minArticles"], s.params["minConfidence"], s.params["knownBy"] = f.MinArticles, f.MinConfidence, ""
	s.params["publisher"], s.params["host"] = "", cmp.Or(graph.Host(f.Publisher), nobody)
	if !f.KnownBy.IsZero() {
		s.params["knownBy"] = dayWithin(f.KnownBy).String()
	}
	if f.Publisher != "" {
		s.params["publisher"] = "=" + mapping.FoldedKey(f.Publisher) // which may fold to nothing
	}
	if f.About != "" {
		about := storekit.WordsOf(f.About)
		s.nothing = s.nothing || len(about) == 0
		s.params["about"] = padded(about)
	}
	if f.Text != "" {
		s.words = storekit.WordsOf(f.Text)
		s.params["words"], s.params["query"] = padded(s.words), luceneQuery(s.words, false)
	}
	return s, nil
}

// resolve looks up what the lists of the filter and its place mean, with a statement for
// each reference.
func (s *scope) resolve(ask bolt.Asker) error {
	anyOf := []any{}
	for _, ref := range s.filter.AnyOf {
		ids, err := entityIDsFor(ask, ref)
		if err != nil {
			return err
		}
		anyOf = append(anyOf, anyList(ids)...)
	}
	s.params["anyOf"] = anyOf
	s.nothing = s.nothing || s.filter.AnyOf != nil && len(anyOf) == 0
	allOf := []any{}
	for _, ref := range s.filter.AllOf {
		ids, err := entityIDsFor(ask, ref)
		if err != nil {
			return err
		}
		s.nothing = s.nothing || len(ids) == 0
		allOf = append(allOf, anyList(ids))
	}
	s.params["allOf"] = allOf
	if s.filter.Place == nil {
		return nil
	}
	places, err := entityIDsFor(ask, *s.filter.Place)
	s.params["places"] = anyList(places)
	s.nothing = s.nothing || len(places) == 0
	return err
}

// putParties adds the parameters of the parties: the IDs of who, one for each slot, or
// the one reference.
func (s *scope) putParties(who []string) {
	if s.with != nil {
		putRef(s.params, "with", *s.with)
	}
	switch {
	case s.who == nil:
	case s.who.ID == "":
		putRef(s.params, "who", *s.who)
		s.params["whoIds"] = []any{nobody}
	case len(who) > 0:
		s.putIDs(who)
	default:
		s.putIDs([]string{s.who.ID})
	}
}

func (s *scope) putIDs(who []string) {
	s.params["whoIds"], s.params["whoName"], s.params["whoCountry"], s.params["nobody"] = anyList(who), nobody, nobody, nobody
}

// inherit replaces IDs of parties by their successors, and reports whether there are any.
func (s *scope) inherit(slot int, heir, otherHeir string) bool {
	if heir != "" {
		s.params["whoIds"].([]any)[slot] = heir
	}
	if otherHeir != "" {
		s.params["withId"] = otherHeir
	}
	return heir != "" || otherHeir != ""
}

// dayWithin returns the nearest day from MinDate to MaxDate.
func dayWithin(d graph.Date) graph.Date {
	if d.Before(graph.MinDate) {
		return graph.MinDate
	}
	if d.After(graph.MaxDate) {
		return graph.MaxDate
	}
	return d
}

// none reports whether nothing can match, because a text has no words or a list no value.
func (s *scope) none() bool { return s.filter.Text != "" && len(s.words) == 0 || s.nothing }

// oneOf returns the list that a value must be in, empty for any value.
func oneOf[T ~string](values []T) []any {
	list := make([]any, len(values))
	for i, value := range values {
		list[i] = string(value)
	}
	return list
}

// head returns Cypher that finds the parties, one row for each slot. Of two parties, the
// events of the one that has fewer are searched for the other.
func (s *scope) head() string {
	who := "[0]"
	if s.ofSome {
		who = "$anyOf"
	}
	text := "WITH 0 AS slot, " + who + " AS who, [] AS others, null AS heir, null AS otherHeir\n"
	if s.who != nil {
		text = "UNWIND range(0, size($whoIds) - 1) AS slot\n" + found("$whoIds[slot]", "$whoName", "$whoCountry", "who", "heir", "slot, ")
		if s.with == nil {
			text += "WITH slot, who, heir, [] AS others, null AS otherHeir\n"
		} else {
			text += found("$withId", "$withName", "$withCountry", "others", "otherHeir", "slot, who, heir, ") + rarerFirst
		}
	}
	if s.filter.Text != "" {
		text += textHits
	}
	return text
}

const (
	rarerFirst = `CALL (who) { UNWIND who AS id MATCH (x:Entity {id: id}) USING INDEX SEEK x:Entity(id) WITH COUNT { (x)-[:PARTICIPATED_IN]->() } AS events RETURN sum(events) AS many }
CALL (others) { UNWIND others AS id MATCH (x:Entity {id: id}) USING INDEX SEEK x:Entity(id) WITH COUNT { (x)-[:PARTICIPATED_IN]->() } AS events RETURN sum(events) AS manyOthers }
WITH slot, heir, otherHeir, CASE WHEN manyOthers < many THEN others ELSE who END AS who, CASE WHEN manyOthers < many THEN who ELSE others END AS others
`
	// If few reports have the text, they are read first. If many have it, the events in
	// order soon lead to some of them.
	textHits = `CALL () {
CALL db.index.fulltext.queryNodes('quote_words', $query, {limit: 2001}) YIELD node
RETURN count(*) <= 2000 AS few, collect(DISTINCT CASE WHEN all(word IN $words WHERE ' ' + node.quoteFolded + ' ' CONTAINS word) THEN node.eventId END) AS texted
}
`
)

// unknown returns a term for whether a party was not found.
func (s *scope) unknown() string {
	switch {
	case s.who == nil:
		return "false"
	case s.with == nil:
		return "size(who) = 0"
	}
	return "size(who) = 0 OR size(others) = 0"
}

// imports returns the variables that the rows of a scope need.
func (s *scope) imports() string {
	if s.filter.Text != "" {
		return "(who, others, few, texted)"
	}
	return "(who, others)"
}

// rows returns Cypher that finds the events within $ranges. Each range is the number of a
// job, a value of long, the first key and the key after the last. If limit is a parameter,
// it finds the first events of each range in the order of the key, which it reads from an
// index. The columns are job, key (a term) and e.
func (s *scope) rows(ranges, column, limit string, backward bool) string {
	each := "UNWIND $" + ranges + " AS range\n"
	if s.filter.Text == "" {
		return "UNWIND who AS id\n" + each + "CALL (id, range, others) {\n" + s.inOrder(column, limit, backward) + "}\nRETURN range[0] AS job, key, e\n"
	}
	return "UNWIND CASE WHEN few THEN [] ELSE who END AS id\n" + each + "CALL (id, range, others) {\n" + s.inOrder(column, limit, backward) +
		"}\nRETURN range[0] AS job, key, e\nUNION ALL\nUNWIND CASE WHEN few THEN texted ELSE [] END AS textedId\nMATCH (e:Event {id: textedId}) USING INDEX SEEK e:Event(id)\n" + each + s.texted(column)
}

// lengths are the values of long.
const lengths = storekit.Lengths

// conditions returns the conditions that the bounds of keys do not imply.
func (s *scope) conditions() string {
	text := fmt.Sprintf(ofKind, s.v)
	if !s.order.timed {
		text += " AND " + fmt.Sprintf(inTime, s.v)
	}
	if s.filter.MinArticles > 0 || s.filter.Publisher != "" || !s.filter.KnownBy.IsZero() || s.filter.MinConfidence > 0 || s.filter.SourceKinds != nil {
		text += " AND " + reported
	}
	if s.filter.AnyOf != nil && !s.ofSome {
		text += " AND " + partyOfAny
	}
	if len(s.filter.AllOf) > 0 {
		text += " AND " + partyOfEach
	}
	if s.filter.Place != nil {
		text += " AND " + atPlace
	}
	if s.filter.About != "" {
		text += " AND " + wasAbout
	}
	if s.with != nil {
		text += " AND " + withAnother
	}
	return text
}

// inOrder reads from the index that has the order. By the number of reports, all events of
// a party are read and sorted.
func (s *scope) inOrder(column, limit string, backward bool) string {
	key := s.order.key(s.v)
	within := key + " >= range[2] AND " + key + " < range[3] AND " + s.conditions()
	if s.filter.Text != "" {
		within += " AND " + inAQuote
	}
	match, by := "MATCH (e:Event) "+seek("e:Event", "long", s.order.property)+"e.long = range[1] AND "+within, []string{"e.long", key}
	switch {
	case s.order.timed && s.ofParties():
		match = "MATCH ()-[p:PARTICIPATED_IN]->(e) " + seek("p:PARTICIPATED_IN", "entityId", "long", s.order.property) + "p.entityId = id AND p.long = range[1] AND " + within
		by = []string{"p.entityId", "p.long", key}
	case s.ofParties():
		match, by = "MATCH (x:Entity {id: id})-[p:PARTICIPATED_IN]->(e) "+seek("x:Entity", "id")+within, []string{key}
	case !s.order.timed:
		match, by = "MATCH (e:Event) "+seek("e:Event", s.order.property)+within, []string{key}
	}
	return match + "\nRETURN " + column + " AS key, e" + ordered(by, limit, backward) + "\n"
}

// ofParties reports whether the events are those of parties.
func (s *scope) ofParties() bool { return s.who != nil || s.ofSome }

// seek begins a condition and makes the planner use an index for it, which it might not do
// while the graph is small.
func seek(what string, properties ...string) string {
	return "USING INDEX SEEK " + what + "(" + strings.Join(properties, ", ") + ") WHERE "
}

// texted continues from the events that have a text.
func (s *scope) texted(column string) string {
	key := s.order.key(s.v)
	within := "WHERE " + key + " >= range[2] AND " + key + " < range[3] AND " + s.conditions()
	if s.order.timed {
		within += " AND " + s.v + ".long = range[1]"
	}
	if s.ofParties() {
		return "MATCH (e)<-[p:PARTICIPATED_IN]-() " + within + " AND p.entityId IN who\nRETURN range[0] AS job, " + column + " AS key, e\n"
	}
	return "WITH e, range " + within + "\nRETURN range[0] AS job, " + column + " AS key, e\n"
}

// key is the property of the order: of v, or of the event for the number of reports.
func (o eventOrder) key(v string) string {
	if !o.timed {
		v = "e"
	}
	return v + "." + o.property
}

func ordered(by []string, limit string, backward bool) string {
	if limit == "" {
		return ""
	}
	direction := ""
	if backward {
		direction = " DESC"
	}
	return " ORDER BY " + strings.Join(by, direction+", ") + direction + " LIMIT " + limit
}

// bounds are a range of keys for each value of long, including from and excluding to.
type bounds struct{ from, to [lengths]string }

// bounds returns the bounds of the filter's time.
func (s *scope) bounds() bounds {
	var b bounds
	for long := range lengths {
		b.to[long] = lastKey
		if s.filter.During.IsZero() || !s.order.timed {
			continue
		}
		first, last := firstStart(s.filter.During.Earliest(), long), s.filter.During.Latest()
		if long == storekit.OpenStart {
			last = graph.MaxDate // they are in the order of their ends
		}
		if s.order.reverse {
			b.from[long] = startOf(mapping.ReverseTimeKey(false, last, graph.Date{}))
			b.to[long] = startOf(mapping.ReverseTimeKey(false, first, graph.Date{})) + afterDigits
		} else {
			b.from[long], b.to[long] = startOf(mapping.TimeKey(false, first, graph.Date{})), startOf(mapping.TimeKey(false, last, graph.Date{}))+afterDigits
		}
	}
	return b
}

// startOf returns the part of a key up to the first day.
func startOf(key string) string { return key[:1+8] }

// afterDigits sorts after every digit.
const afterDigits = ":"

// after returns the part of bounds after a key, and before the part before it. Both
// exclude the key itself; upTo and since include it.
func (b bounds) after(key string) bounds { return b.since(key + "\x00") }
func (b bounds) since(key string) bounds {
	for long := range b.from {
		b.from[long] = max(b.from[long], key)
	}
	return b
}

func (b bounds) upTo(key string) bounds { return b.before(key + "\x00") }
func (b bounds) before(key string) bounds {
	for long := range b.to {
		b.to[long] = min(b.to[long], key)
	}
	return b
}

// ranges returns the ranges for rows. Keys by the number of reports do not depend on long.
func (s *scope) ranges(job int, b bounds) []any {
	var ranges []any
	for long := range lengths {
		if b.from[long] < b.to[long] && (s.order.timed || long == 0) {
			ranges = append(ranges, []any{job, long, b.from[long], b.to[long]})
		}
	}
	return ranges
}

// firstStart returns the earliest day on which an event of this length can begin if it
// overlaps a day.
func firstStart(day graph.Date, long int) graph.Date {
	switch long {
	case storekit.OpenStart:
		return dayWithin(day)
	case len(storekit.LongSpans):
		return graph.MinDate
	}
	return dayWithin(day.AddDays(-storekit.LongSpans[long]))
}
