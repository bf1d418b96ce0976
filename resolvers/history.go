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
	log, err := loadersOf(ctx).changes.load(ctx, event.ID, nothing{})
	if err != nil {
		return nil, err
	}
	list, err := r.causes(ctx, event, log)
	if err != nil {
		return nil, err
	}
	list = withLog(event, list, log)
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

// causes returns the articles and edits, in order. A report that was rejected is no longer
// the event's; the log says that it was.
func (r eventResolver) causes(ctx context.Context, event *graph.Event, log []graph.Change) ([]past, error) {
	reports, err := loadersOf(ctx).eventReports.load(ctx, event.ID, graph.PageRequest{})
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
	names, seen := []string{event.ID, graph.ReportIDOf(event.ID)}, map[string]bool{}
	for _, report := range reports.Nodes {
		names = append(names, report.ID)
		if article := report.Article; article != nil && !seen[article.ID] {
			seen[article.ID] = true
			add(article.LoadedAt, article.ID, &model.Change{Article: article})
		}
	}
	own := len(names)
	for _, change := range log {
		names = append(names, change.LostReports...)
	}
	naming, err := loadersOf(ctx).edits.loadAll(ctx, names, nothing{})
	if err != nil {
		return nil, err
	}
	for i, edits := range naming {
		for _, edit := range edits {
			if !seen[edit.ID] && (i < own || edit.Kind == graph.EditRejectReport) {
				seen[edit.ID] = true
				add(edit.Time, edit.ID, &model.Change{Edit: edit})
			}
		}
	}
	slices.SortFunc(list, comparePast)
	if first := slices.IndexFunc(list, func(p past) bool { return p.Article != nil }); first >= 0 {
		list[first].Kind = graph.ChangeAdded
	}
	return list, nil
}

// withLog adds what the log has about the event: each entry to what came last before it, if
// that has none yet, or else as an entry of its own.
func withLog(event *graph.Event, list []past, log []graph.Change) []past {
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
	return list
}

// changesOfEach reads what the log has about events, for each of them.
func changesOfEach(ctx context.Context, store graph.Reader, eventIDs []string) ([][]graph.Change, error) {
	log, err := store.ChangesOf(ctx, eventIDs)
	if err != nil {
		return nil, err
	}
	of := make(map[string][]graph.Change)
	for _, change := range log {
		of[change.EventID] = append(of[change.EventID], change)
	}
	return inOrder(eventIDs, of), nil
}

// editsNamingEach reads the edits that name things, for each of them.
func editsNamingEach(ctx context.Context, store graph.Reader, names []string) ([][]*graph.Edit, error) {
	page, err := store.Edits(ctx, graph.EditQuery{Names: names})
	if err != nil {
		return nil, err
	}
	naming := make(map[string][]*graph.Edit)
	for _, edit := range page.Nodes {
		for _, named := range edit.Names() {
			naming[named.ID] = append(naming[named.ID], edit)
		}
	}
	return inOrder(names, naming), nil
}

// inOrder returns the values of keys.
func inOrder[T any](keys []string, values map[string]T) []T {
	list := make([]T, len(keys))
	for i, key := range keys {
		list[i] = values[key]
	}
	return list
}
