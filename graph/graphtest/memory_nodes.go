package graphtest

import (
	"context"

	"dateline/graph"
)

// Nodes finds things by their IDs.
func (m nodeReader) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	s, err := m.read(ctx)
	if err != nil {
		return nil, err
	}
	return each(ids, s.node)
}

func (s answers) node(id string) (graph.Node, error) {
	if article := s.article(id); article != nil {
		return article, nil
	}
	if report := s.report(id); report != nil {
		return report, nil
	}
	if eventID := s.eventID(id); eventID != "" {
		return s.event(eventID, 0)
	}
	if entity := s.entity(s.entityID(id)); entity != nil {
		return entity, nil
	}
	return nil, nil
}
