package read

import (
	"fmt"
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
	ofSome          = ` WHERE e.id IN (SELECT event_id FROM event_parties WHERE entity_id IN (SELECT value FROM json_each(?)))`
	// Different parties of different participations. The arguments are lists of entity
	// IDs; %[1]s is the table that has the event's time, and %[2]s the event's ID.
	bothTookPart = ` AND EXISTS (SELECT 1 FROM json_each(?) w CROSS JOIN json_each(?) v
JOIN event_parties a ON a.entity_id = w.value AND a.undated = %[1]s.undated AND a.earliest = %[1]s.earliest AND a.latest = %[1]s.latest AND a.event_id = %[2]s
JOIN event_parties b ON b.entity_id = v.value AND b.undated = %[1]s.undated AND b.earliest = %[1]s.earliest AND b.latest = %[1]s.latest AND b.event_id = %[2]s
WHERE a.entity_id <> b.entity_id AND (a.part <> b.part OR a.part < 0))`
	withWordsInAQuote = ` AND %s IN (SELECT r.event_id FROM %s q JOIN reports r ON r.row = q.row)`

	// busy is the number of events from which on it makes no difference which of two
	// parties has more.
	busy        = 1000
	countEvents = `SELECT count(*) FROM (SELECT 1 FROM event_parties WHERE entity_id = ? LIMIT ?)`

	knownByDay  = ` AND EXISTS (SELECT 1 FROM reports r JOIN articles a ON a.row = r.article_row WHERE r.event_id = %s AND a.published BETWEEN 1 AND ?)`
	byPublisher = ` AND EXISTS (SELECT 1 FROM reports r JOIN articles a ON a.row = r.article_row WHERE r.event_id = %s AND a.publisher_folded = ?)`
	inArticles  = ` AND e.article_count >= ?`
	aboutWords  = ` AND %s IN (SELECT id FROM events INDEXED BY events_by_about WHERE about_words <> ''%s)`
	aboutWord   = ` AND instr(about_words, ?) > 0`
)

// scope is the events that match a filter.
type scope struct {
	// from is the table that they are read from, and long the same with the index of
	// long events.
	from, long string
	// rest is WHERE …, after the tables that may have to be joined.
	rest part
	// table has an event's time, type, means and status: e for events, or p for the
	// parties of events, which has those of one party in order.
	table string
	// whole is true if a condition or the order needs more of the event, and reverse if
	// the latest come first.
	whole, reverse bool
	// during is the time that events have to overlap, or the zero EDTF.
	during graph.EDTF
	// none is true if nothing can match: no entity has the name or ID of a party, or the
	// text has no words.
	none bool
}

func (s *scope) and(condition string, args ...any) { s.rest = s.rest.and(condition, args...) }

// scopeOf returns the scope of a filter.
func (r *View) scopeOf(f graph.EventFilter) (*scope, error) {
	if err := storekit.CheckFilter(f); err != nil {
		return nil, err
	}
	s := &scope{from: allEvents, long: longEvents, table: "e", during: f.During}
	if err := r.partiesIn(s, f.Who, f.With); err != nil {
		return nil, err
	}
	oneOf(s, "type", f.Types)
	oneOf(s, "means", f.Means)
	oneOf(s, "status", f.Statuses)
	if !f.KnownBy.IsZero() {
		s.and(fmt.Sprintf(knownByDay, s.id()), mapping.DayNumber(f.KnownBy))
	}
	if f.Publisher != "" {
		s.and(fmt.Sprintf(byPublisher, s.id()), graph.Fold(f.Publisher))
	}
	if f.MinArticles > 0 {
		s.whole = true
		s.and(inArticles, f.MinArticles)
	}
	if f.Text != "" {
		words, err := allWords(f.Text)
		if err != nil {
			return nil, err
		}
		if len(words) == 0 {
			s.none = true
		} else {
			s.and(fmt.Sprintf(withWordsInAQuote, s.id(), words.rows(QuoteWords)), words.args()...)
		}
	}
	s.about(f.About)
	if s.none {
		return &scope{from: allEvents, rest: part{from: none}, table: "e", none: true}, nil
	}
	return s, nil
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

// partiesIn begins a scope with the parties of the filter.
func (r *View) partiesIn(s *scope, who, with *graph.EntityRef) error {
	if who == nil {
		who, with = with, nil
	}
	if who == nil {
		s.and(every)
		return nil
	}
	bearers, err := r.entityIDsFor(*who)
	if err != nil {
		return err
	}
	if with == nil {
		s.partOf(bearers)
		return nil
	}
	others, err := r.entityIDsFor(*with)
	if err != nil {
		return err
	}
	if bearers, others, err = r.rarerFirst(bearers, others); err != nil {
		return err
	}
	s.partOf(bearers)
	s.none = s.none || len(others) == 0
	s.and(fmt.Sprintf(bothTookPart, s.table, s.id()), mapping.IDList(bearers), mapping.IDList(others))
	return nil
}

// partOf begins a scope with the events of any of the entities.
func (s *scope) partOf(entityIDs []string) {
	s.none = len(entityIDs) == 0
	if len(entityIDs) == 1 {
		s.from, s.long, s.table = eventsOfOne, longEventsOfOne, "p"
		s.and(ofOne, entityIDs[0])
		return
	}
	s.and(ofSome, mapping.IDList(entityIDs))
}

// rarerFirst puts the party with fewer events first, since its events are searched for
// the other party. Who and With are symmetric.
func (r *View) rarerFirst(who, with []string) ([]string, []string, error) {
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

// parts splits the events that overlap a time into ranges of an index: those that begin at
// most a month before it, the longer ones that begin at most a year before it, the longest,
// and those without a start that end after it. Otherwise all events before the time would
// have to be read.
func (s *scope) parts() []part {
	join := ""
	if s.whole && s.table == "p" {
		join = withEvent
	}
	all := part{s.from + join + s.rest.from, s.rest.args}
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
	long := part{s.long + join + s.rest.from, s.rest.args}.and(overlap+" AND "+t+".long > 0", earliest) // the index has those > 0
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
