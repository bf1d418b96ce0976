package main

import (
	"context"

	"dateline/graph"
)

type dumpCommand struct{ storeFlag }

func (dumpCommand) Help() string {
	return `Prints the articles with what each says, then the entities, then the events, each sorted by ID.`
}

func (c *dumpCommand) Run(ctx context.Context, app *App) error {
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	return graph.Dump(ctx, store, app.Stdout)
}
