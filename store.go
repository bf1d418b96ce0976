package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"dateline/graph"
	"dateline/graph/sqlite"
)

// storeFlag names a store. It is a part of each command that needs one.
type storeFlag struct {
	Store string `help:"The store: sqlite:FILE." default:"sqlite:dateline.db" placeholder:"URL"`
}

// create opens the store, and makes it where it does not exist.
func (f storeFlag) create(ctx context.Context) (graph.Store, error) {
	path, err := f.sqlitePath()
	if err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, path)
}

// existing opens the store for reading, and refuses to make an empty one.
func (f storeFlag) existing(ctx context.Context) (graph.Store, error) {
	path, err := f.sqlitePath()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("%w: there is no store at %s; load articles first: dateline load ARTICLES --store %s", graph.ErrUnavailable, path, f.Store)
	}
	return sqlite.Open(ctx, path, sqlite.ReadOnly())
}

func (f storeFlag) sqlitePath() (string, error) {
	scheme, path, found := strings.Cut(f.Store, ":")
	if !found || scheme != "sqlite" || path == "" {
		return "", fmt.Errorf("%w: --store %q: use sqlite:FILE, such as sqlite:news.db", errUsage, f.Store)
	}
	return strings.TrimPrefix(path, "//"), nil
}
