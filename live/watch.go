package live

import (
	"context"

	"dateline/graph"
)

// Watch returns a writer whose changes the Hub is told of at once.
func (h *Hub) Watch(w graph.Writer) graph.Writer { return watched{w, h} }

type watched struct {
	graph.Writer
	hub *Hub
}

func (w watched) Update(ctx context.Context, change func(tx graph.Tx) error) error {
	err := w.Writer.Update(ctx, change)
	w.hub.Nudge() // after an error too: a commit whose answer was lost may have happened
	return err
}
