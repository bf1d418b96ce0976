package neo4j

import (
	"fmt"
	"strings"

	"dateline/graph"
)

// scope is the events that a filter lets through, as Cypher. Statements are made of
// constant pieces, and every value is a parameter.
type scope struct {
	filter graph.EventFilter
	order  eventOrder
	// who is set where the events are those of a party, and slots where there may
	// be several such, a list of events each.
	who, with *graph.EntityRef
	// conditions are on the events, by v; it is p for those of a party, whose
	// relationship has what is mostly asked for, and e for all events.
	v          string
	conditions []string
	params     map[string]any
	words      []string
}

// eventOrder is how a list of events is sorted.
type eventOrder struct {
	name string
	// property has the key, and prefix is how many of its bytes come before the ID.
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
	knownByDay  = "EXISTS { (e)<-[:OF]-(:Report)-[:IN]->(a:Article) WHERE a.published <> '' AND a.published <= $knownBy }"
	byPublisher = "EXISTS { (e)<-[:OF]-(:Report)-[:IN]->(a:Article) WHERE a.publisherFolded = $publisher }"
	// Different parties of different participations.
	withAnother = "EXISTS { MATCH (e)<-[q:PARTICIPATED_IN]-() WHERE q.entityId IN others AND q.entityId <> p.entityId AND (q.part <> p.part OR p.part < 0) }"
	inAQuote    = "EXISTS { MATCH (e)<-[:OF]-(r:Report) WHERE all(word IN $words WHERE ' ' + r.quoteFolded + ' ' CONTAINS word) }"
)

// scopeOf makes the scope of a filter.
func scopeOf(f graph.EventFilter, order graph.EventOrder) (*scope, error) {
	if f.MinArticles < 0 {
		return nil, fmt.Errorf("%w: at least %d articles", graph.ErrInvalid, f.MinArticles)
	}
	by, err := eventOrderOf(order)
	if err != nil {
		return nil, err
	}
	s := &scope{filter: f, order: by, who: f.Who, with: f.With, v: "e", params: make(map[string]any)}
	if s.who == nil {
		s.who, s.with = s.with, nil
	}
	for _, ref := range []*graph.EntityRef{s.who, s.with} {
		if ref == nil {
			continue
		}
		if err := checkRef(*ref); err != nil {
			return nil, err
		}
		s.v = "p"
	}
	if s.with != nil {
		s.params["with"] = refParam(*s.with)
		s.and(withAnother)
	}
	oneOf(s, "type", "types", f.Types)
	oneOf(s, "means", "means", f.Means)
	oneOf(s, "status", "statuses", f.Statuses)
	if !f.During.IsZero() {
		s.params["since"], s.params["until"] = f.During.Earliest().String(), f.During.Latest().String()
		if by.timed { // the bounds do the rest
			s.and(s.v + ".latest >= $since")
		} else {
			s.and(s.v + ".undated = false AND " + s.v + ".earliest <= $until AND " + s.v + ".latest >= $since")
		}
	}
	if !f.KnownBy.IsZero() {
		s.params["knownBy"] = dayWithin(f.KnownBy).String()
		s.and(knownByDay)
	}
	if f.Publisher != "" {
		s.params["publisher"] = foldedKey(f.Publisher)
		s.and(byPublisher)
	}
	if f.MinArticles > 0 {
		s.params["minArticles"] = f.MinArticles
		s.and("e.articleCount >= $minArticles")
	}
	if f.Text != "" {
		s.words = wordsOf(f.Text)
		s.params["words"], s.params["query"] = padded(s.words), luceneQuery(s.words, false)
	}
	return s, nil
}

// dayWithin is the nearest day from MinDate to MaxDate.
func dayWithin(d graph.Date) graph.Date {
	if d.Before(graph.MinDate) {
		return graph.MinDate
	}
	if d.After(graph.MaxDate) {
		return graph.MaxDate
	}
	return d
}

func (s *scope) and(condition string) { s.conditions = append(s.conditions, condition) }

// none is true where nothing can pass: a text has no words.
func (s *scope) none() bool { return s.filter.Text != "" && len(s.words) == 0 }

func oneOf[T ~string](s *scope, property, param string, values []T) {
	if len(values) == 0 {
		return
	}
	list := make([]any, len(values))
	for i, value := range values {
		list[i] = string(value)
	}
	s.params[param] = list
	s.and(s.v + "." + property + " IN $" + param)
}

// head gives the lines that find the parties, one row for each slot. Of two
// parties, the one with fewer events is the one whose events are looked through.
// Several tells that $who is a list of IDs.
func (s *scope) head(several bool) string {
	var b strings.Builder
	switch {
	case s.who == nil:
		b.WriteString("WITH 0 AS slot, [] AS who, null AS heir\n")
	case several:
		b.WriteString("UNWIND range(0, size($who) - 1) AS slot\n" + found(*s.who, "$who[slot]", "who", "heir", "slot, "))
	default:
		b.WriteString("WITH 0 AS slot\n" + found(*s.who, "$who", "who", "heir", "slot, "))
	}
	if s.with == nil {
		b.WriteString("WITH slot, who, heir, [] AS others, null AS otherHeir\n")
	} else {
		b.WriteString(found(*s.with, "$with", "others", "otherHeir", "slot, who, heir, "))
		b.WriteString(rarerFirst)
	}
	if s.filter.Text != "" {
		b.WriteString(textHits)
	}
	return b.String()
}

const (
	rarerFirst = `CALL (who) { UNWIND who AS id MATCH (x:Entity {id: id}) WITH COUNT { (x)-[:PARTICIPATED_IN]->() } AS events RETURN sum(events) AS many }
CALL (others) { UNWIND others AS id MATCH (x:Entity {id: id}) WITH COUNT { (x)-[:PARTICIPATED_IN]->() } AS events RETURN sum(events) AS manyOthers }
WITH slot, heir, otherHeir, CASE WHEN manyOthers < many THEN others ELSE who END AS who, CASE WHEN manyOthers < many THEN who ELSE others END AS others
`
	// A text that few reports have is where to begin; one that many have is found
	// soon in the events in order.
	textHits = `CALL () {
CALL db.index.fulltext.queryNodes('quote_words', $query, {limit: 2001}) YIELD node
RETURN count(*) <= 2000 AS few, collect(DISTINCT CASE WHEN all(word IN $words WHERE ' ' + node.quoteFolded + ' ' CONTAINS word) THEN node.eventId END) AS texted
}
`
)

// imports are the variables that the rows of a scope are made of.
func (s *scope) imports() string {
	if s.filter.Text != "" {
		return "(who, others, few, texted)"
	}
	return "(who, others)"
}

// rows gives the lines that find the events, each with a column named key, within
// bounds, whose parameters begin with this name. Where limit is a parameter, they
// are the first of each part in the order of the key, read from an index: those of
// a month at most, the longer ones, and those of more than a year, which begin ever
// longer before a day that they overlap.
func (s *scope) rows(bounds, column, limit string, backward bool) string {
	var parts []string
	if s.order.timed {
		for long := range lengths {
			parts = append(parts, s.part(long, bounds, column, limit, backward))
		}
	} else {
		parts = []string{s.byReports(bounds, column, limit, backward)}
	}
	all := strings.Join(parts, "UNION ALL\n")
	from := "[0]"
	if s.who != nil {
		from = "who"
	}
	if s.filter.Text == "" {
		return "UNWIND " + from + " AS id\nCALL (id, others) {\n" + all + "}\nRETURN key, e\n"
	}
	return "UNWIND CASE WHEN few THEN [] ELSE " + from + " END AS id\nCALL (id, others) {\n" + all + "}\nRETURN key, e\nUNION ALL\n" + s.texted(bounds, column)
}

// lengths are the values of long.
const lengths = len(longSpans) + 1

func (s *scope) where(more ...string) string {
	all := append(more, s.conditions...)
	return "WHERE " + strings.Join(all, " AND ")
}

func (s *scope) part(long int, bounds, column, limit string, backward bool) string {
	key := s.v + "." + s.order.property
	within := fmt.Sprintf("%s.long = %d AND %s >= $%sFrom[%d] AND %s < $%sTo[%d]", s.v, long, key, bounds, long, key, bounds, long)
	match, by := "MATCH (e:Event) "+s.where(within), []string{"e.long", key}
	if s.who != nil {
		match, by = "MATCH ()-[p:PARTICIPATED_IN]->(e) "+s.where("p.entityId = id", within), []string{"p.entityId", "p.long", key}
	}
	if s.filter.Text != "" {
		match += " AND " + inAQuote
	}
	return match + "\nRETURN " + column + " AS key, e" + ordered(by, limit, backward) + "\n"
}

// byReports reads all events of a party, or all events in order.
func (s *scope) byReports(bounds, column, limit string, backward bool) string {
	within := "e.reportsKey >= $" + bounds + "From[0] AND e.reportsKey < $" + bounds + "To[0]"
	match := "MATCH (e:Event) " + s.where(within)
	if s.who != nil {
		match = "MATCH (x:Entity {id: id})-[p:PARTICIPATED_IN]->(e) " + s.where(within)
	}
	if s.filter.Text != "" {
		match += " AND " + inAQuote
	}
	return match + "\nRETURN " + column + " AS key, e" + ordered([]string{"e.reportsKey"}, limit, backward) + "\n"
}

// texted begins with the events that have a text.
func (s *scope) texted(bounds, column string) string {
	match := "UNWIND CASE WHEN few THEN texted ELSE [] END AS textedId\nMATCH (e:Event {id: textedId})"
	v := s.v
	key := v + "." + s.order.property
	within := key + " >= $" + bounds + "From[" + v + ".long] AND " + key + " < $" + bounds + "To[" + v + ".long]"
	if !s.order.timed {
		within = "e.reportsKey >= $" + bounds + "From[0] AND e.reportsKey < $" + bounds + "To[0]"
	}
	if s.who != nil {
		return match + "<-[p:PARTICIPATED_IN]-() " + s.where("p.entityId IN who", within) + "\nRETURN " + column + " AS key, e\n"
	}
	return match + " " + s.where(within) + "\nRETURN " + column + " AS key, e\n"
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

// bounds are a range of keys for each value of long: from is included, to is not.
type bounds struct{ from, to [lengths]string }

// bounds gives those of the filter's time.
func (s *scope) bounds() bounds {
	var b bounds
	for long := range lengths {
		b.to[long] = lastKey
		if s.filter.During.IsZero() || !s.order.timed {
			continue
		}
		first, last := firstStart(s.filter.During.Earliest(), long), s.filter.During.Latest()
		if s.order.reverse {
			b.from[long], b.to[long] = startOf(reverseTimeKey(false, last, graph.Date{})), startOf(reverseTimeKey(false, first, graph.Date{}))+afterDigits
		} else {
			b.from[long], b.to[long] = startOf(timeKey(false, first, graph.Date{})), startOf(timeKey(false, last, graph.Date{}))+afterDigits
		}
	}
	return b
}

// startOf is the part of a key that tells the first day.
func startOf(key string) string { return key[:1+8] }

// afterDigits sorts after every digit.
const afterDigits = ":"

// after gives the part of bounds that follows a key, and before the one that ends
// before it. Both leave the key itself out; upTo and since take it in.
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

// put adds the parameters that rows has for bounds of this name.
func (b bounds) put(params map[string]any, name string) {
	params[name+"From"], params[name+"To"] = b.from[:], b.to[:]
}

// firstStart is the earliest day on which an event of this length can begin that
// overlaps a day.
func firstStart(day graph.Date, long int) graph.Date {
	if long == len(longSpans) {
		return graph.MinDate
	}
	return dayWithin(day.AddDays(-longSpans[long]))
}
