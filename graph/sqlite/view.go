package sqlite

import (
	"context"

	"dateline/graph"
	"dateline/graph/sqlite/internal/db"
	"dateline/graph/sqlite/internal/read"
	"dateline/graph/sqlite/internal/unit"
)

// View runs look with one snapshot of the graph. Writers do not wait for it.
func (s *Store) View(ctx context.Context, look func(b graph.BlockReader) error) error {
	err := s.Within(ctx, func(view *read.View) error { return look(unit.ViewBlocks(ctx, view)) })
	return db.Translate(err, "view %q", s.path)
}
