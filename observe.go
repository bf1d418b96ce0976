package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"dateline/envelope"
	"dateline/observe"
)

// observeFlags are the flags of a server that say how it can be watched.
type observeFlags struct {
	Metrics   string            `help:"Address that serves metrics for Prometheus at /metrics, such as 127.0.0.1:9090; nobody has to log in there (default: none)." placeholder:"HOST:PORT"`
	AccessLog observe.AccessLog `help:"Log each request as a line of JSON on standard error: off, plain (route, status, size, duration) or full (also address and URL, which can hold names that users ask for) (default ${default})." enum:"off,plain,full" default:"off" placeholder:"FORM"`
}

// observe starts metrics and traces; stop ends them.
func (f observeFlags) observe(ctx context.Context, app *App) (o *observe.Observer, stop func(), err error) {
	stopTraces, err := observe.StartTraces(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errUsage, err)
	}
	log := slog.New(envelope.Logged(slog.NewJSONHandler(app.Stderr, nil)))
	o = observe.New(log, f.AccessLog, version())
	server, err := f.serveMetrics(app, o)
	if err != nil {
		return nil, nil, err
	}
	return o, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = server.Close() // what it was sending is sent again at the next scrape
		if err := stopTraces(grace); err != nil {
			slog.WarnContext(ctx, "the last traces could not be sent", "error", err.Error())
		}
	}, nil
}

func (f observeFlags) serveMetrics(app *App, o *observe.Observer) (*http.Server, error) {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", o.Metrics())
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second}
	if f.Metrics == "" {
		return server, nil
	}
	listener, err := net.Listen("tcp", f.Metrics)
	if err != nil {
		return nil, fmt.Errorf("%w: --metrics: %w; choose another address, such as --metrics 127.0.0.1:9091", errUsage, err)
	}
	fmt.Fprintf(app.Stderr, "Metrics are at http://%s/metrics.\n", listener.Addr())
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			slog.Error("metrics ended", "error", err.Error())
		}
	}()
	return server, nil
}
