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
	"dateline/envelope"
	"dateline/export"
	"dateline/graph"
	"dateline/live"
	"dateline/loader/edit"
	"dateline/loader/merge"
	"dateline/mcp"
	"dateline/observe"
	"dateline/reconcile"
	"dateline/resolvers"
)

type serveCommand struct {
	storeFlag
	doorFlags
	documentFlags
	observeFlags
	Listen   string        `help:"Address to listen on (default ${default})." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	ReadOnly bool          `help:"Refuse corrections."`
	Shutdown time.Duration `help:"How long to wait for running requests on shutdown (default ${default})." default:"10s" placeholder:"TIME"`
}

func (serveCommand) Help() string {
	return `Answers GraphQL at /graphql, by POST or GET, exports at /export?format=…, by GET, and the tools of dateline mcp at /mcp. /healthz reports that the process is running, /readyz that the store can be reached. On SIGINT or SIGTERM it finishes the requests that are running, then exits.

As long as there are no keys, only this machine can use the server, and may do everything. On another address it needs keys (dateline key create), the tokens of an OpenID Connect provider, or --open.

Examples:
  dateline serve --store sqlite:news.db --listen 127.0.0.1:8080
  dateline serve --listen :8443 --host news.example.org --tls-cert news.pem --tls-key news.key`
}

func (c *serveCommand) Run(ctx context.Context, app *App) error {
	encrypted, err := c.encrypted()
	if err != nil {
		return err
	}
	address, err := resolve(c.Listen)
	if err != nil {
		return fmt.Errorf("%w: --listen: %w; an address is such as 127.0.0.1:8080", errUsage, err)
	}
	door, err := c.door(ctx, c.Store, c.Listen, address)
	if err != nil {
		return err
	}
	documents, err := c.documents()
	if err != nil {
		return err
	}
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("%w: --listen: %w; choose another address, such as --listen 127.0.0.1:8081", errUsage, err)
	}
	observer, stopObserving, err := c.observe(ctx, app)
	if err != nil {
		return err
	}
	defer stopObserving()
	watched := observer.Store(store)
	hub := live.NewHub(watched, live.Options{})
	ingest := newIngest(c.create, hub, app)
	defer func() { _ = ingest.writer.Close() }() // whatever was acknowledged is stored
	var editor graph.Editor
	if !c.ReadOnly {
		editor = &edit.Editor{Store: hub.Watch(ingest.writer), Now: app.Now}
	}
	handler, err := routes(observer, watched, door, resolvers.Options{
		Editor: editor, Explainer: merge.Explainer{Store: watched},
		Budget: door.Budget, Gate: c.gate(), Trusted: documents, Intake: ingest, Hub: hub, Stop: ctx,
	})
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	collectLess()
	c.greet(app, door, listener.Addr().String(), encrypted)
	ended := make(chan error, 1)
	go func() {
		if encrypted {
			ended <- server.ServeTLS(listener, c.TLSCert, c.TLSKey)
		} else {
			ended <- server.Serve(listener)
		}
	}()
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
const memoryLimit = 448 << 20

// collectLess lets the heap grow to five times the live data before it is collected,
// since a server or an export keeps little and makes much garbage for each page. GOGC and
// GOMEMLIMIT take precedence.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}

// greet says where the server answers, and to whom.
func (c *serveCommand) greet(app *App, door *access.Door, address string, encrypted bool) {
	scheme, key := "http", ""
	if encrypted {
		scheme = "https"
	}
	if door.Guard.Anyone == access.Anonymous && !door.Guard.Local {
		key = " -H \"authorization: Bearer $KEY\""
	}
	fmt.Fprintf(app.Stderr, welcome, scheme+"://"+address, key)
	fmt.Fprintln(app.Stderr, "Ctrl-C stops it.")
	switch {
	case door.Guard.Local:
		fmt.Fprintln(app.Stderr, "There are no keys: everyone on this machine may read and change the store.")
	case !encrypted && !door.Listening.IsLoopback():
		fmt.Fprintln(app.Stderr, "This is not encrypted: whoever can read the network can read keys and answers. Use --tls-cert and --tls-key, or put a proxy that encrypts in front.")
	}
}

const welcome = `Dateline answers at %[1]s/graphql. Open %[1]s/ in a browser, or try:

  curl -s %[1]s/graphql -H 'content-type: application/json'%[2]s \
    -d '{"query": "{ contacts(first: 5) { totalCount nodes { summary status reports(first: 2) { nodes { quote article { title publisher } } } } } }"}'

`

// exportTurns let one client run some of the exports that the handler allows at once, and
// only one once exports are known to take long.
func exportTurns() access.Turns {
	return access.Turns{Gate: access.NewGate(4), Cost: resolvers.MaxComplexity, Patience: 5 * time.Second}
}

func routes(observer *observe.Observer, store graph.Store, door *access.Door, options resolvers.Options) (http.Handler, error) {
	mux := http.NewServeMux()
	graphql := resolvers.NewHandler(store, options)
	mux.Handle("/graphql", door.Data(graphql))
	slips := access.NewSlips()
	others := func(handler http.Handler) http.Handler {
		return door.Data(slips.Watch(access.Require(access.Reader, handler)))
	}
	mux.Handle("/mcp", others(mcp.NewHandler(graphql, version())))
	exports := door.InTurn(exportTurns(), export.NewHandler(inTurns{store, options.Gate}, export.HandlerOptions{}))
	mux.Handle("/export", others(exports))
	names := access.Turns{Gate: options.Gate, Cost: resolvers.MaxComplexity / 10, Patience: 5 * time.Second}
	reconciliation := others(door.InTurn(names, reconcile.NewHandler(store, "/reconcile")))
	mux.Handle("/reconcile", reconciliation)
	mux.Handle("/reconcile/", reconciliation)
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
	addPage(mux, door)
	compressed, err := envelope.Compress(observer.Handler(mux))
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return envelope.Identify(compressed), nil
}
