package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"dateline/bench/command"
	"dateline/graph"
	"dateline/graph/graphtest"
	"dateline/graph/sqlite"
)

//go:embed peer
var peer embed.FS

// stage is what the contenders stand on: filled databases and running servers.
type stage struct {
	options *options
	binary  string
	store   graph.Reader // any of those that hold the graph
	closers []func()
}

// build makes the program that serves, as its users have it.
func (o *options) build(ctx context.Context) (*stage, error) {
	if err := os.MkdirAll(o.Data, 0o755); err != nil {
		return nil, err
	}
	binary, err := command.Build(ctx, o.Data)
	return &stage{options: o, binary: binary}, err
}

func (s *stage) close() {
	for i := range s.closers {
		s.closers[len(s.closers)-1-i]()
	}
}

func (s *stage) contenders(ctx context.Context) ([]contender, error) {
	var all []contender
	for _, store := range []struct {
		leftOut bool
		answer  func(ctx context.Context) ([]contender, error)
	}{{s.options.NoSQLite, s.sqlite}, {s.options.NoNeo4j, s.neo4j}} {
		if store.leftOut {
			continue
		}
		contenders, err := store.answer(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, contenders...)
	}
	return all, nil
}

// sqlite returns all that answers from a file, filled if need be.
func (s *stage) sqlite(ctx context.Context) ([]contender, error) {
	file := s.options.path(fmt.Sprintf("graph-%d.db", s.options.size().Events))
	if err := s.fillSQLite(ctx, file); err != nil {
		return nil, err
	}
	store, err := sqlite.Open(ctx, file, sqlite.ReadOnly())
	if err != nil {
		return nil, err
	}
	s.keep(store)
	url, err := s.serve(ctx, "sqlite:"+file)
	if err != nil {
		return nil, err
	}
	bySQL, err := handwrittenSQL(file)
	return []contender{{"Dateline's GraphQL on SQLite, over HTTP", datelineOver(url).ask}, bySQL}, err
}

// keep takes a store to find parties in.
func (s *stage) keep(store graph.Store) {
	s.closers = append(s.closers, func() { _ = store.Close() })
	if s.store == nil {
		s.store = store
	}
}

func (s *stage) fillSQLite(ctx context.Context, file string) error {
	return command.FillOnce(file, func(half string) error {
		store, err := sqlite.Open(ctx, half)
		if err != nil {
			return err
		}
		return errors.Join(s.fill(ctx, "SQLite", store), store.Close())
	})
}

// perUpdate is how many steps of filling are one transaction. The more there are, the
// less often SQLite writes a page again.
const perUpdate = 3000

func (s *stage) fill(ctx context.Context, name string, store graph.Store) error {
	began := time.Now()
	fmt.Fprintf(os.Stderr, "filling %s …\n", name)
	err := graphtest.Fill(ctx, store, graphtest.Sample(s.options.Seed, s.options.size()), perUpdate)
	fmt.Fprintf(os.Stderr, "filled %s in %v\n", name, time.Since(began).Round(time.Second))
	return err
}

func (s *stage) questions(ctx context.Context) ([]question, error) {
	return questionsFor(ctx, s.store, s.options.Seed, s.options.size())
}

// serve starts dateline serve on a store, and gives the URL of its API.
func (s *stage) serve(ctx context.Context, store string, environment ...string) (string, error) {
	address, err := freeAddress()
	if err != nil {
		return "", err
	}
	command := exec.Command(s.binary, "serve", "--store", store, "--listen", address)
	command.Env = append(os.Environ(), environment...)
	url := "http://" + address + "/graphql"
	return url, s.start(ctx, command, address)
}

// servePeer starts @neo4j/graphql, with the versions that its lock file names.
func (s *stage) servePeer(ctx context.Context, environment ...string) (string, error) {
	folder := s.options.path("peer")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	files, err := peer.ReadDir("peer")
	if err != nil {
		return "", err
	}
	for _, file := range files {
		content, err := peer.ReadFile("peer/" + file.Name())
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(folder, file.Name()), content, 0o644); err != nil {
			return "", err
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil {
		install := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
		install.Dir, install.Stdout, install.Stderr = folder, os.Stderr, os.Stderr
		if err := install.Run(); err != nil {
			return "", fmt.Errorf("install the peer: %w", err)
		}
	}
	address, err := freeAddress()
	if err != nil {
		return "", err
	}
	command := exec.Command("node", "server.mjs")
	command.Dir = folder
	command.Env = append(append(os.Environ(), environment...), "NODE_ENV=production", "PORT="+address[strings.LastIndex(address, ":")+1:])
	return "http://" + address + "/", s.start(ctx, command, address)
}

// start starts a server, waits until it takes connections, and has it ended with
// the stage.
func (s *stage) start(ctx context.Context, command *exec.Cmd, address string) error {
	command.Stderr = os.Stderr
	input, err := command.StdinPipe() // closed when this program ends, however it does
	if err != nil {
		return err
	}
	output, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := command.Start(); err != nil {
		return fmt.Errorf("start %s: %w", command, err)
	}
	go func() { _, _ = io.Copy(io.Discard, output) }()
	s.closers = append(s.closers, func() {
		_ = input.Close()
		_ = command.Process.Signal(os.Interrupt)
		_ = command.Wait()
	})
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline) && ctx.Err() == nil; time.Sleep(50 * time.Millisecond) {
		connection, err := net.Dial("tcp", address)
		if err == nil {
			return connection.Close()
		}
	}
	return fmt.Errorf("%s takes no connections at %s", command, address)
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}
