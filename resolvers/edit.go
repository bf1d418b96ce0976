package resolvers

import (
	"context"

	"dateline/graph"
	"dateline/schema/model"
)

func (r queryResolver) Edits(ctx context.Context, subject, author *string, kinds []graph.EditKind, page model.Page) (*model.EditConnection, error) {
	request, err := pageRequest(ctx, page)
	if err != nil {
		return nil, err
	}
	if err := firstOf(checkText("subject", orZero(subject)), checkText("author", orZero(author))); err != nil {
		return nil, err
	}
	return connect(r.store.Edits(ctx, graph.EditQuery{Subject: orZero(subject), Author: orZero(author), Kinds: kinds, PageRequest: request}))
}

type editResolver struct{}

func (editResolver) Positions(_ context.Context, edit *graph.Edit) ([]*graph.Position, error) {
	positions := pointers(edit.Positions)
	if positions == nil {
		positions = []*graph.Position{}
	}
	return positions, nil
}

type editSubjectResolver struct{}

func (editSubjectResolver) Node(ctx context.Context, subject *graph.Subject) (graph.Node, error) {
	if graph.PrefixOf(subject.ID) == graph.PrefixEdit {
		return nil, nil
	}
	return loadersOf(ctx).nodes.load(ctx, subject.ID, nothing{})
}

type decidePayloadResolver struct{}

func (decidePayloadResolver) Changes(_ context.Context, result *graph.EditResult) ([]*graph.ClusterChange, error) {
	return changesOf(result.Changes), nil
}

func changesOf(changes []graph.ClusterChange) []*graph.ClusterChange {
	list := pointers(changes)
	if list == nil {
		list = []*graph.ClusterChange{}
	}
	return list
}
