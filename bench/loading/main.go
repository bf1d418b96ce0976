// Loading measures how fast dateline load fills an empty SQLite file and an empty
// Neo4j from the same articles, in turns within one run. A server that has just
// started plans and compiles what it runs, so that its first loads are slow: every
// round is shown. docs/performance.md tells how to read the table.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"dateline/bench/command"
	"dateline/graph/neo4j/neo4jtest"
)

type options struct {
	Articles []string `arg:"" help:"What to load: files and folders, as dateline load takes them." type:"existingpath"`
	Rounds   int      `help:"How often each store is filled." default:"8"`
}

func main() {
	var o options
	kong.Parse(&o, kong.Description("Measures how fast the same articles are loaded into SQLite and into Neo4j."))
	command.Run(o.run)
}

func (o *options) run(ctx context.Context) error {
	folder, err := os.MkdirTemp("", "dateline-loading-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	file := filepath.Join(folder, "graph.db")
	binary, err := command.Build(ctx, folder)
	if err != nil {
		return err
	}
	server, err := neo4jtest.Keep(filepath.Join(folder, "neo4j"))
	if err != nil {
		return err
	}
	defer server.Close()
	login := []string{"DATELINE_NEO4J_USER=" + server.User, "DATELINE_NEO4J_PASSWORD=" + server.Password}

	fmt.Println("| round | SQLite, s | Neo4j, s | SQLite's time / Neo4j's |\n|---|---|---|---|")
	for round := range o.Rounds {
		for _, part := range []string{"", "-wal", "-shm"} {
			if err := os.Remove(file + part); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		}
		if err := server.EraseGraph(ctx); err != nil {
			return err
		}
		onSQLite, err := o.load(ctx, binary, "sqlite:"+file)
		if err != nil {
			return err
		}
		onNeo4j, err := o.load(ctx, binary, server.URL, login...)
		if err != nil {
			return err
		}
		fmt.Printf("| %d | %.1f | %.1f | %.2f |\n", round+1, onSQLite.Seconds(), onNeo4j.Seconds(), onSQLite.Seconds()/onNeo4j.Seconds())
	}
	return nil
}

// load runs dateline load, and gives what it took from its start to its end.
func (o *options) load(ctx context.Context, binary, store string, environment ...string) (time.Duration, error) {
	command := exec.CommandContext(ctx, binary, append([]string{"load", "--quiet", "--store", store}, o.Articles...)...)
	command.Env = append(os.Environ(), environment...)
	began := time.Now()
	output, err := command.CombinedOutput()
	took := time.Since(began)
	if err != nil {
		return 0, fmt.Errorf("%s: %w: %s", strings.Join(command.Args, " "), err, output)
	}
	return took, nil
}
