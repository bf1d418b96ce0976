package resolvers

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"

	"dateline/graph"
	"dateline/schema/model"
)

// historyOrder names histories in cursors, whose keys are a time in microseconds and an ID.
const historyOrder = "history"

// past is an entry of a history with what sorts it.
type past struct {
	at time.Time
	id string
	*model.Change
}

func comparePast(a, b past) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id)) }

// History returns what has made an event what it is: the articles of its reports and the
// edits that name it, each with how it was before as the log has that, and the rest of its
// log.
func (r eventResolver) History(ctx context.Context, event *graph.Event, page model.Page) (*model.ChangeConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	after, err := readPast(request.After)
	if err != nil {
		return nil, err
	}
	list, err := r.causes(ctx, event)
	if err != nil {
		return nil, err
	}
	if list, err = r.withLog(ctx, event, list); err != nil {
		return nil, err
	}
	from := 0
	if request.After != "" {
		at, found := slices.BinarySearchFunc(list, after, comparePast)
		if from = at; found {
			from++
		}
	}
	to := min(len(list), from+request.First)
	connection := &model.ChangeConnection{End: request.After, HasNext: to < len(list), Total: len(list)}
	for _, entry := range list[from:to] {
		entry.Cursor = graph.Cursor{Order: historyOrder, Keys: []string{strconv.FormatInt(entry.at.UnixMicro(), 10), entry.id}}.Encode()
		connection.Nodes, connection.End = append(connection.Nodes, entry.Change), entry.Cursor
	}
	return connection, nil
}

func readPast(cursor string) (past, error) {
	if cursor == "" {
		return past{}, nil
	}
	c, err := graph.DecodeCursor(cursor, historyOrder, 2)
	if err != nil {
		return past{}, err
	}
	micros, err := strconv.ParseInt(c.Keys[0], 10, 64)
	if err != nil {
		return past{}, userError{"This is not a cursor of a history.", graph.ErrBadCursor}
	}
	return past{at: time.UnixMicro(micros).UTC(), id: c.Keys[1]}, nil
}

// causes returns the articles and edits, in order.
func (r eventResolver) causes(ctx context.Context, event *graph.Event) ([]past, error) {
	reports, err := loadersOf(ctx).eventReports.load(ctx, event.ID, graph.PageRequest{})
	if err != nil {
		return nil, err
	}
	edits, err := r.store.Edits(ctx, graph.EditQuery{Subject: event.ID})
	if err != nil {
		return nil, err
	}
	var list []past
	add := func(at time.Time, id string, change *model.Change) {
		if at.IsZero() { // of an article that a program put there without a time
			at = time.Unix(0, 0).UTC()
		}
		change.At, change.Kind, change.EventID, change.Event = at, graph.ChangeChanged, event.ID, event
		list = append(list, past{at.Truncate(time.Microsecond), id, change})
	}
	seen := map[string]bool{}
	for _, report := range reports.Nodes {
		if article := report.Article; article != nil && !seen[article.ID] {
			seen[article.ID] = true
			add(article.LoadedAt, article.ID, &model.Change{Article: article})
		}
	}
	for _, edit := range edits.Nodes {
		add(edit.Time, edit.ID, &model.Change{Edit: edit})
	}
	slices.SortFunc(list, comparePast)
	if first := slices.IndexFunc(list, func(p past) bool { return p.Article != nil }); first >= 0 {
		list[first].Kind = graph.ChangeAdded
	}
	return list, nil
}

// withLog adds what the log has about the event: each entry to what came last before it, if
// that has none yet, or else as an entry of its own.
func (r eventResolver) withLog(ctx context.Context, event *graph.Event, list []past) ([]past, error) {
	log, err := r.store.ChangesOf(ctx, []string{event.ID})
	if err != nil {
		return nil, err
	}
	causes, taken := slices.Clone(list), map[string]bool{}
	for _, change := range log {
		next := slices.IndexFunc(causes, func(p past) bool { return p.at.After(change.At) })
		if next < 0 {
			next = len(causes)
		}
		if next > 0 && !taken[causes[next-1].id] {
			taken[causes[next-1].id] = true
			causes[next-1].Before = change.Before
			continue
		}
		change.EventID = event.ID
		list = append(list, past{change.At.Truncate(time.Microsecond), "log " + strconv.FormatInt(change.Sequence, 10), &model.Change{Change: change, Event: event}})
	}
	slices.SortFunc(list, comparePast)
	return list, nil
}
