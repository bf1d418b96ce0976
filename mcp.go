package main

import (
	"context"
	"errors"
	"io"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"dateline/access"
	"dateline/mcp"
	"dateline/resolvers"
)

type mcpCommand struct{ storeFlag }

func (mcpCommand) Help() string {
	return `Answers an assistant over the Model Context Protocol on standard input and output: find people and organizations, ask who contacted whom, open the quotes. It only reads, under the same limits as the GraphQL API, and marks what is quoted from articles. dateline serve offers the same tools over HTTP at /mcp, with its keys and budgets.

Example, in the configuration of an assistant:
  {"mcpServers": {"dateline": {"command": "dateline", "args": ["mcp", "--store", "sqlite:/path/to/news.db"]}}}`
}

func (c *mcpCommand) Run(ctx context.Context, app *App) error {
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	// Whoever started the program may read the store, and its tools do no more.
	reader := access.Identity{Role: access.Reader, ID: "local", Name: "local"}
	graphql := access.As(reader, resolvers.NewHandler(store, resolvers.Options{}))
	transport := &sdk.IOTransport{Reader: io.NopCloser(app.Stdin), Writer: unclosed{app.Stdout}}
	err = mcp.Serve(ctx, graphql, version(), transport)
	if errors.Is(err, io.EOF) {
		return nil // the assistant has left
	}
	return err
}

// unclosed is a writer that others go on using.
type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }
