package neo4j

import "context"

// Ready reports whether the server answers now.
func (s *Store) Ready(ctx context.Context) error {
	err := s.read(ctx, func(ask asker) error {
		_, err := ask(`RETURN 1`, nil)
		return err
	})
	return translate(err, "ready %v", s.address)
}
