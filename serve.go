package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"dateline/access"
	"dateline/graph"
	"dateline/resolvers"
)

type serveCommand struct {
	storeFlag
	Listen   string        `help:"Address to listen on (default ${default})." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Shutdown time.Duration `help:"How long to wait for running requests on shutdown (default ${default})." default:"10s" placeholder:"TIME"`
}

func (serveCommand) Help() string {
	return `Answers GraphQL at /graphql, by POST or GET. /healthz reports that the process is running, /readyz that the store can be reached. On SIGINT or SIGTERM it finishes the requests that are running, then exits.

Example:
  dateline serve --store sqlite:news.db --listen 127.0.0.1:8080`
}

func (c *serveCommand) Run(ctx context.Context, app *App) error {
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("%w: --listen: %w; choose another address, such as --listen 127.0.0.1:8081", errUsage, err)
	}
	server := &http.Server{
		Handler:           routes(store),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	collectLess()
	fmt.Fprintf(app.Stderr, welcome, listener.Addr())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve %s: %w", c.Listen, err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.Shutdown)
	defer cancel()
	if err := server.Shutdown(grace); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("shut down: %w", err)
	}
	fmt.Fprintln(app.Stderr, "Stopped.")
	return nil
}

// memoryLimit is the size of the heap that makes the garbage collector work harder.
// What a server keeps alive is about 150 MB.
const memoryLimit = 512 << 20

// collectLess lets the heap grow to five times the live data before it is collected,
// since a server keeps little and makes much garbage for each query. GOGC and
// GOMEMLIMIT take precedence.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}

const welcome = `Dateline answers at http://%[1]s/graphql. Try:

  curl -s http://%[1]s/graphql -H 'content-type: application/json' \
    -d '{"query": "{ contacts(first: 5) { totalCount nodes { summary status reports(first: 2) { nodes { quote article { title publisher } } } } } }"}'

Ctrl-C stops it.
`

func routes(store graph.Store) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", access.As(access.Owner(), resolvers.NewHandler(store, resolvers.Options{})))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		if err := store.Ready(ctx); err != nil {
			http.Error(w, string(graph.AdviceFor(err).Code), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ready")
	})
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("content-type", "text/plain; charset=utf-8")
		fmt.Fprintf(w, welcome, r.Host)
	})
	return mux
}
