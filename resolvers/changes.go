package resolvers

import (
	"context"

	"dateline/graph"
	"dateline/live"
	"dateline/schema/direct"
	"dateline/schema/model"

	"github.com/vektah/gqlparser/v2/ast"
)

func (r queryResolver) Changes(ctx context.Context, since *string, first *int) (*model.ChangeConnection, error) {
	query := graph.ChangeQuery{Since: orZero(since), First: orDefault(first, defaultFirst)}
	if err := checkRange("first", query.First, maxFirst); err != nil {
		return nil, err
	}
	page, err := r.store.Changes(ctx, query)
	if err != nil {
		return nil, err
	}
	filled, err := live.Fill(ctx, r.store, page.Changes)
	if err != nil {
		return nil, err
	}
	connection := &model.ChangeConnection{End: page.End, HasNext: page.HasNext, Total: page.Total, Gap: page.Gap}
	for _, change := range filled {
		connection.Nodes = append(connection.Nodes, &model.Change{Change: change.Change, Event: change.Event})
	}
	return connection, nil
}

// latest is the cursor after the newest change, as it was before the rest of a query was
// answered.
type latest struct {
	cursor string
	err    error
}

type latestKey struct{}

// withLatest reads the cursor if an operation asks for it.
func withLatest(ctx context.Context, store graph.ChangeReader, operation *ast.OperationDefinition) context.Context {
	others := direct.All(operation.SelectionSet, func(field *ast.Field) bool { return field.Name != "latestChange" })
	if others || operation.Operation != ast.Query {
		return ctx
	}
	cursor, err := store.LatestChange(ctx)
	return context.WithValue(ctx, latestKey{}, latest{cursor, err})
}

func (r queryResolver) LatestChange(ctx context.Context) (string, error) {
	read, ok := ctx.Value(latestKey{}).(latest)
	if !ok {
		return r.store.LatestChange(ctx)
	}
	return read.cursor, read.err
}
