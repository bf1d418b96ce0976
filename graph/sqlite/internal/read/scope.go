package read

import (
	"fmt"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite/internal/mapping"
	"dateline/graph/storekit"
)

const (
	allEvents       = `FROM events e`
	longEvents      = allEvents + ` INDEXED BY long_events`
	eventsOfOne     = `FROM event_parties p`
	withEvent       = ` CROSS JOIN events e ON e.row = p.event_row`
	longEventsOfOne = eventsOfOne + ` INDEXED BY long_event_parties`
	every           = ` WHERE true`
	none            = ` WHERE false`
	ofOne           = ` WHERE p.entity_id = ?`
	// Events of several entities are read from one index range each, and this leaves out
	// those that an earlier range has.
	notOfEarlier = ` AND NOT EXISTS (SELECT 1 FROM json_each(?) w JOIN event_parties x ON x.entity_id = w.value AND x.undated = p.undated AND x.earliest = p.earliest AND x.latest = p.latest AND x.event_id = p.event_id)`
	ofSome       = ` WHERE %s IN (SELECT event_row FROM event_parties WHERE entity_id IN (SELECT value FROM json_each(?)))`
	rowsOfSome   = `SELECT event_row FROM event_parties WHERE entity_id IN (SELECT value FROM json_each(?))`
	// maxRanges is the most entities whose events are read from a range each. The events
	// of more, such as all of a country, are read from one index of all events.
	maxRanges = 8
	// fewPairs is the most pairs of parties that are looked up one by one.
	fewPairs = 16
	// Different parties of different participations. The arguments are lists of entity
	// IDs; %[1]s is the table that has the event's time, and %[2]s the event's ID.
	bothTookPart = ` AND EXISTS (SELECT 1 FROM json_each(?) w CROSS JOIN json_each(?) v
JOIN event_parties a ON a.entity_id = w.value AND a.undated = %[1]s.undated AND a.earliest = %[1]s.earliest AND a.latest = %[1]s.latest AND a.event_id = %[2]s
JOIN event_parties b ON b.entity_id = v.value AND b.undated = %[1]s.undated AND b.earliest = %[1]s.earliest AND b.latest = %[1]s.latest AND b.event_id = %[2]s
WHERE a.entity_id <> b.entity_id AND (a.part <> b.part OR a.part < 0))`
	// The same for many of both. The plus keeps SQLite from looking each of them up.
	manyTookPart = ` AND EXISTS (SELECT 1 FROM event_parties a JOIN event_parties b ON b.event_row = a.event_row
WHERE a.event_row = %s AND +a.entity_id IN (SELECT value FROM json_each(?)) AND +b.entity_id IN (SELECT value FROM json_each(?)) AND a.entity_id <> b.entity_id AND (a.part <> b.part OR a.part < 0))`
	tookPart = ` AND EXISTS (SELECT 1 FROM event_parties x WHERE x.event_row = %s AND +x.entity_id IN (SELECT value FROM json_each(?)))`
	atPlace  = ` AND %s IN (SELECT row FROM events INDEXED BY events_by_place WHERE place_id <> '' AND place_id IN (SELECT value FROM json_each(?)))`

	// busy is the number of events from which on it makes no difference which of two
	// parties has more.
	busy        = 1000
	countEvents = `SELECT count(*) FROM (SELECT 1 FROM event_parties WHERE entity_id = ? LIMIT ?)`

	aboutWords = ` AND %s IN (SELECT id FROM events INDEXED BY events_by_about WHERE about_words <> ''%s)`
	aboutWord  = ` AND instr(about_words, ?) > 0`
)

// scope is the events that match a filter.
type scope struct {
	// from is the table that they are read from, and long the same with the index of
	// long events.
	from, long string
	// of are the entities whose events these are, each with a range of the index of
	// parties; none for a scope that is not read from there.
	of []string
	// rest is WHERE …, after the tables that may have to be joined, or the conditions
	// after those on the entity.
	rest part
	// table has an event's time, type, means and status: e for events, or p for the
	// parties of events, which has those of one party in order.
	table string
	// whole is true if the order needs more of the event, and reverse if the latest come
	// first.
	whole, reverse bool
	// differs is true if all events are better read by another scope, for which see
	// condition.
	differs bool
	// during is the time that events have to overlap, or the zero EDTF.
	during graph.EDTF
	// none is true if nothing can match: no entity has the name or ID of a party, or the
	// text has no words.
	none bool
}

func (s *scope) and(condition string, args ...any) { s.rest = s.rest.and(condition, args...) }

// scopeOf returns the scope of a filter. Whole is true if all of its events will be read,
// and not only the first ones.
func scopeOf(r *View, f graph.EventFilter, whole bool) (*scope, error) {
	if err := storekit.CheckFilter(f); err != nil {
		return nil, err
	}
	s := &scope{from: allEvents, long: longEvents, table: "e", during: f.During}
	restricted := restricting{identities{r}, s, whole}
	if err := restricted.to(f); err != nil {
		return nil, err
	}
	if s.none {
		return &scope{from: allEvents, rest: part{from: none}, table: "e", none: true}, nil
	}
	return s, nil
}

// restricting adds the conditions of filters to a scope.
type restricting struct {
	identities
	s *scope
	// whole is true if all events of the scope will be read.
	whole bool
}

// to adds the conditions of a filter.
func (r restricting) to(f graph.EventFilter) error {
	s := r.s
	s.none = storekit.MatchesNothing(f)
	if err := r.parties(f); err != nil {
		return err
	}
	if err := r.place(f.Place); err != nil {
		return err
	}
	oneOf(s, "type", f.Types)
	oneOf(s, "means", f.Means)
	oneOf(s, "status", f.Statuses)
	if err := r.sources(f); err != nil {
		return err
	}
	s.about(f.About)
	return nil
}

// about keeps the events that were about all these words, if there are any.
func (s *scope) about(text string) {
	if text == "" {
		return
	}
	words := storekit.WordsOf(text)
	s.none = s.none || len(words) == 0
	args := make([]any, len(words))
	for i, word := range words {
		args[i] = " " + word + " "
	}
	s.and(fmt.Sprintf(aboutWords, s.id(), strings.Repeat(aboutWord, len(words))), args...)
}

// id is the column that has the event's ID.
func (s *scope) id() string {
	if s.table == "p" {
		return "p.event_id"
	}
	return "e.id"
}

// row is the column that has the event's row.
func (s *scope) row() string {
	if s.table == "p" {
		return "p.event_row"
	}
	return "e.row"
}

// parties begins the scope with the parties of the filter.
func (r restricting) parties(f graph.EventFilter) error {
	s := r.s
	who, with := f.Who, f.With
	if who == nil {
		who, with = with, nil
	}
	var all [][]string // each of them took part
	for _, refs := range listsOf(f) {
		ids, err := r.entityIDsForAny(refs)
		if err != nil {
			return err
		}
		s.none = s.none || len(ids) == 0
		all = append(all, ids)
	}
	if who == nil {
		s.partOfRarest(all)
		return nil
	}
	bearers, err := r.entityIDsFor(*who)
	if err != nil {
		return err
	}
	var others []string
	if with != nil {
		if others, err = r.entityIDsFor(*with); err != nil {
			return err
		}
		s.none = s.none || len(others) == 0
		if bearers, others, err = r.rarerFirst(bearers, others); err != nil {
			return err
		}
	}
	s.partOf(bearers)
	switch {
	case with == nil:
	case len(bearers)*len(others) <= fewPairs:
		s.and(fmt.Sprintf(bothTookPart, s.table, s.id()), mapping.IDList(bearers), mapping.IDList(others))
	default:
		if err := r.both(bearers, others); err != nil {
			return err
		}
		s.and(fmt.Sprintf(manyTookPart, s.row()), mapping.IDList(bearers), mapping.IDList(others))
	}
	s.andOf(all)
	return nil
}

// both keeps the events in which some of each list took part.
func (r restricting) both(who, with []string) error {
	set, err := r.setOf(part{rowsOfSome, []any{mapping.IDList(who)}})
	if err != nil {
		return err
	}
	others, err := r.setOf(part{rowsOfSome, []any{mapping.IDList(with)}})
	if err != nil {
		return err
	}
	set.intersect(others)
	r.keep(set)
	return nil
}

// keep keeps the events of a set.
func (r restricting) keep(set *rowSet) {
	within := r.within(r.s.row(), set)
	r.s.and(within.from, within.args...)
}

// listsOf returns the lists of references of which one each has to take part.
func listsOf(f graph.EventFilter) [][]graph.EntityRef {
	var lists [][]graph.EntityRef
	if f.AnyOf != nil {
		lists = append(lists, f.AnyOf)
	}
	for _, ref := range f.AllOf {
		lists = append(lists, []graph.EntityRef{ref})
	}
	return lists
}

// partOfRarest begins a scope with the events of the shortest list of entities, and keeps
// those in which some of each of the others took part.
func (s *scope) partOfRarest(lists [][]string) {
	if len(lists) == 0 {
		s.and(every)
		return
	}
	rarest := 0
	for i := range lists {
		if len(lists[i]) < len(lists[rarest]) {
			rarest = i
		}
	}
	s.partOf(lists[rarest])
	s.andOf(slices.Delete(slices.Clone(lists), rarest, rarest+1))
}

// andOf keeps the events in which some of each list took part.
func (s *scope) andOf(lists [][]string) {
	for _, ids := range lists {
		s.and(fmt.Sprintf(tookPart, s.row()), mapping.IDList(ids))
	}
}

// place keeps the events that happened at a place.
func (r restricting) place(place *graph.EntityRef) error {
	if place == nil {
		return nil
	}
	ids, err := r.entityIDsFor(*place)
	r.s.none = r.s.none || len(ids) == 0
	r.s.and(fmt.Sprintf(atPlace, r.s.row()), mapping.IDList(ids))
	return err
}

// partOf begins a scope with the events of any of the entities.
func (s *scope) partOf(entityIDs []string) {
	s.none = s.none || len(entityIDs) == 0
	if len(entityIDs) > 0 && len(entityIDs) <= maxRanges {
		s.from, s.long, s.table, s.of = eventsOfOne, longEventsOfOne, "p", entityIDs
		return
	}
	s.and(fmt.Sprintf(ofSome, s.row()), mapping.IDList(entityIDs))
}

// rarerFirst puts the party with fewer events first, since its events are searched for
// the other party. Who and With are symmetric.
func (r restricting) rarerFirst(who, with []string) ([]string, []string, error) {
	if len(who) != 1 || len(with) != 1 {
		if len(with) == 1 {
			return with, who, nil
		}
		return who, with, nil
	}
	one, _, err := r.Number(countEvents, who[0], busy)
	if err != nil {
		return nil, nil, err
	}
	other, _, err := r.Number(countEvents, with[0], busy)
	if other < one {
		who, with = with, who
	}
	return who, with, err
}

func oneOf[T ~string](s *scope, column string, values []T) {
	if len(values) == 0 {
		return
	}
	args := make([]any, len(values))
	for i, value := range values {
		args[i] = string(value)
	}
	s.and(" AND "+s.table+"."+column+" IN ("+strings.Repeat(", ?", len(values))[len(", "):]+")", args...)
}

// parts splits the events into ranges of indexes: those of each entity, and of those that
// overlap a time the ones that begin at most a month before it, the longer ones that begin
// at most a year before it, the longest, and those without a start that end after it.
// Otherwise all events before the time would have to be read.
func (s *scope) parts() []part {
	join := ""
	if s.whole && s.table == "p" {
		join = withEvent
	}
	if len(s.of) == 0 {
		return s.overlapping(part{s.rest.from, s.rest.args}, join)
	}
	var parts []part
	for i, id := range s.of {
		conditions := part{ofOne, []any{id}}
		if i > 0 {
			conditions = conditions.and(notOfEarlier, mapping.IDList(s.of[:i]))
		}
		parts = append(parts, s.overlapping(conditions.and(s.rest.from, s.rest.args...), join)...)
	}
	return parts
}

// overlapping splits the events that meet conditions, WHERE …, by their length.
func (s *scope) overlapping(conditions part, join string) []part {
	all := part{s.from + join + conditions.from, conditions.args}
	if s.during.IsZero() || s.none {
		return []part{all}
	}
	t := s.table
	daysBefore := func(days int) int64 { return mapping.DayNumber(s.during.Earliest().AddDays(-days)) }
	month, year := daysBefore(storekit.LongSpans[0]), daysBefore(storekit.LongSpans[1])
	earliest, latest := daysBefore(0), mapping.DayNumber(s.during.Latest())
	overlap := " AND " + t + ".undated = 0 AND " + t + ".latest >= ?"
	near := all.and(overlap, earliest)
	if s.reverse {
		near = near.and(" AND "+t+".reverse_earliest BETWEEN ? AND ?", -latest, -month)
	} else {
		near = near.and(" AND "+t+".earliest BETWEEN ? AND ?", month, latest)
	}
	long := part{s.long + join + conditions.from, conditions.args}.and(overlap+" AND "+t+".long > 0", earliest) // the index has those > 0
	return []part{
		near,
		long.and(" AND "+t+".long = 1 AND "+t+".earliest >= ? AND "+t+".earliest < ?", year, month),
		long.and(" AND "+t+".long = 2 AND "+t+".earliest < ?", month),
		long.and(" AND "+t+".long = 3 AND "+t+".earliest > ?", latest), // storekit.OpenStart
	}
}

// ordering returns the order of a scope's events. Call it before parts.
func (s *scope) ordering(order graph.EventOrder) (ordering, error) {
	t, id, leadsWith := s.table, s.id(), ""
	if !s.during.IsZero() {
		leadsWith = "0"
	}
	switch order {
	case "", graph.OrderTimeAscending:
		keys := []key{numberKey(t + ".undated"), numberKey(t + ".earliest"), numberKey(t + ".latest"), textKey(id)}
		return ordering{string(graph.OrderTimeAscending), keys, leadsWith}, nil
	case graph.OrderTimeDescending:
		s.reverse = true
		keys := []key{numberKey(t + ".undated"), numberKey(t + ".reverse_earliest"), numberKey(t + ".reverse_latest"), textKey(id)}
		return ordering{string(order), keys, leadsWith}, nil
	case graph.OrderReportsDescending:
		s.whole = true
		return ordering{string(order), []key{numberKey("e.reverse_reports"), textKey("e.id")}, ""}, nil
	}
	return ordering{}, fmt.Errorf("%w: order %q", graph.ErrInvalid, string(order))
}
