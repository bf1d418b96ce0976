package main

import (
	"context"

	"dateline/graph"
)

type dumpCommand struct{ storeFlag }

func (dumpCommand) Help() string {
	return `Articles with what each says, then entities, then events, each by ID.`
}

func (c *dumpCommand) Run(ctx context.Context, app *App) error {
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	return graph.Dump(ctx, store, app.Stdout)
}
