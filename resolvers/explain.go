package resolvers

import (
	"context"
	"errors"

	"dateline/graph"
)

func (r queryResolver) Why(ctx context.Context, a, b string) (*graph.Explanation, error) {
	return explained(ctx, r.explainer, func(e graph.Explainer) (*graph.Explanation, error) { return e.Why(ctx, a, b) })
}

func (r queryResolver) How(ctx context.Context, id string) (*graph.Explanation, error) {
	return explained(ctx, r.explainer, func(e graph.Explainer) (*graph.Explanation, error) { return e.How(ctx, id) })
}

func explained(ctx context.Context, by graph.Explainer, ask func(graph.Explainer) (*graph.Explanation, error)) (*graph.Explanation, error) {
	if by == nil {
		return nil, userError{"This server does not explain what merging did.", graph.ErrReadOnly}
	}
	explanation, err := call(ctx, func() (*graph.Explanation, error) { return ask(by) })
	if errors.Is(err, graph.ErrNotFound) {
		return nil, notFoundError(err)
	}
	return explanation, err
}

type comparedResolver struct{}

// Node returns the entity or the event: the ID of a report as an event finds that.
func (comparedResolver) Node(ctx context.Context, of *graph.Compared) (graph.Node, error) {
	id := of.ID
	if of.IsReport() {
		id = graph.EventIDOf(id)
	}
	return loadersOf(ctx).nodes.load(ctx, id, nothing{})
}

func (comparedResolver) Report(ctx context.Context, of *graph.Compared) (*graph.Report, error) {
	if !of.IsReport() {
		return nil, nil
	}
	return filledOr[graph.Report](ctx, nil, of.ID)
}
