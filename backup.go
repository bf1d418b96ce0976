package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"dateline/graph"
	"dateline/graph/sqlite"
	"dateline/loader"
	"dateline/loader/merge"
)

type backupCommand struct {
	storeFlag
	File  string `arg:"" help:"File to write; there must be none yet." placeholder:"FILE"`
	Quiet bool   `help:"Print only errors and the digest." short:"q"`
}

func (backupCommand) Help() string {
	return `Saves a store into one file, while others go on reading and writing it. The backup is a store itself, an SQLite file, whatever kind the store is: dateline query reads it, and dateline restore brings it back. It appears once it is complete and on the disk, and its digest is printed.

Of an SQLite store, the backup is its state at one moment. Of a Neo4j server that is written at the same time, it holds each article as it was when it was copied.

Examples:
  dateline backup news-monday.db --store sqlite:news.db
  dateline backup news-monday.db --store neo4j://localhost:7687`
}

// backer is a store that can back itself up into a file.
type backer interface {
	Backup(ctx context.Context, path string) error
}

func (c *backupCommand) Run(ctx context.Context, app *App) error {
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if own, ok := store.(backer); ok {
		err = own.Backup(ctx, c.File)
	} else {
		err = c.copy(ctx, app, store)
	}
	if err != nil {
		return err
	}
	saved, err := sqlite.Open(ctx, c.File, sqlite.ReadOnly())
	if err != nil {
		return fmt.Errorf("the backup cannot be read: %w", err)
	}
	defer saved.Close()
	digest, err := graph.Digest(ctx, saved)
	if err != nil {
		return fmt.Errorf("the backup cannot be read: %w", err)
	}
	fmt.Fprintln(app.Stdout, digest)
	return nil
}

// copy saves a store that is not a file, article by article, and renames the copy once it
// is complete.
func (c *backupCommand) copy(ctx context.Context, app *App, from graph.Store) (err error) {
	if _, err := os.Stat(c.File); err == nil {
		return fmt.Errorf("%w: %s exists; name a file that does not exist yet", errUsage, c.File)
	}
	part := c.File + ".part"
	remove := func() {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(part + suffix) // there may be none
		}
	}
	remove() // an earlier backup may have been interrupted
	to, err := sqlite.Open(ctx, part)
	if err != nil {
		return err
	}
	defer remove()
	progress := newProgress(app, c.Quiet, "saving", -1)
	err = loader.Copy(ctx, from, to, func(outcomes []merge.Outcome) { progress.add(outcomes...) })
	progress.finish(app)
	if err := errors.Join(err, to.Close()); err != nil {
		return err
	}
	if err := os.Rename(part, c.File); err != nil {
		return fmt.Errorf("save %s: %w", c.File, err)
	}
	return nil
}

type restoreCommand struct {
	storeFlag
	File    string `arg:"" help:"Backup to read." placeholder:"FILE"`
	Replace bool   `help:"Replace what an SQLite store holds."`
	Quiet   bool   `help:"Print only errors and the digest." short:"q"`
}

func (restoreCommand) Help() string {
	return `Makes a store what a backup holds, checks that, and prints its digest. The backup is checked before, and not changed.

A store that has articles is replaced only with --replace. An SQLite store is replaced in one transaction: whoever has it open sees the old graph until then, and after a crash it is still there. A Neo4j database must be empty; its articles are copied, and an interrupted restore continues if it is run again.

Examples:
  dateline restore news-monday.db --store sqlite:news.db
  dateline restore news-monday.db --store neo4j://localhost:7687`
}

func (c *restoreCommand) Run(ctx context.Context, app *App) error {
	scheme, path, err := splitStore("--store", c.Store)
	if err != nil {
		return err
	}
	if scheme != sqliteScheme {
		if c.Replace {
			return fmt.Errorf("%w: --replace is for SQLite stores; restore into an empty Neo4j database", errUsage)
		}
		return (&copyCommand{From: sqliteScheme + ":" + c.File, To: c.Store, ToLogin: c.login, Quiet: c.Quiet}).Run(ctx, app)
	}
	if err := c.mayReplace(ctx, path); err != nil {
		return err
	}
	if err := sqlite.Restore(ctx, c.File, path); err != nil {
		return err
	}
	// A backup of an earlier Dateline is brought up to date now rather than by a reader.
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer store.Close()
	return printDigest(ctx, app, store)
}

// mayReplace refuses to replace a store that has articles, unless it was asked to.
func (c *restoreCommand) mayReplace(ctx context.Context, path string) error {
	if _, err := os.Stat(path); c.Replace || errors.Is(err, os.ErrNotExist) {
		return nil
	}
	store, err := sqlite.Open(ctx, path, sqlite.ReadOnly())
	if err != nil {
		return fmt.Errorf("%w: there is a file %s that cannot be read (%w); move it away, or pass --replace", errUsage, path, err)
	}
	defer store.Close()
	page, err := store.Articles(ctx, graph.ArticleQuery{PageRequest: graph.PageRequest{First: 1, Total: true}})
	if err != nil {
		return err
	}
	if page.Total > 0 {
		return fmt.Errorf("%w: the store has %s; pass --replace to replace them", errUsage, count(page.Total, "article"))
	}
	return nil
}
