package main

import (
	"context"
	"fmt"

	"dateline/graph"
)

type digestCommand struct{ storeFlag }

func (digestCommand) Help() string {
	return `Two stores with the same articles and edits have the same digest, whatever order they came in.`
}

func (c *digestCommand) Run(ctx context.Context, app *App) error {
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	return printDigest(ctx, app, store)
}

func printDigest(ctx context.Context, app *App, store graph.Store) error {
	digest, err := graph.Digest(ctx, store)
	if err != nil {
		return err
	}
	fmt.Fprintln(app.Stdout, digest)
	return nil
}
