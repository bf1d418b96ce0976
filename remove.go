package main

import (
	"context"
	"fmt"

	"dateline/graph"
	"dateline/loader/edit"
)

type removeCommand struct {
	storeFlag
	Articles []string `arg:"" help:"IDs of the articles to take down." placeholder:"ID" name:"id"`
	Reason   string   `help:"Why, such as the date and number of an order. It stays on record, so do not quote the article." required:"" placeholder:"TEXT"`
	Author   string   `help:"Who decided (default ${default})." default:"local" placeholder:"NAME"`
	Vacuum   bool     `help:"Erase all traces from the store's files as well, which rewrites them whole."`
}

func (removeCommand) Help() string {
	return `The text, the quotes, and everything that only these articles say leave the store at once. The IDs and the reason stay, so that loading the articles again does not bring them back. To bring one back, withdraw the edit (mutation revert), and load the article again.

Deleted text stays in the files of a database until it is overwritten. --vacuum rewrites an SQLite store, so that the text is nowhere in its files; stop servers and loaders that use it first. Backups, and the files of a Neo4j server, are beyond Dateline's reach: see docs/corrections.md.

Example:
  dateline remove art_4kq2… --reason 'order of the court of 3 May 2026, 7 O 12/26' --vacuum --store sqlite:news.db`
}

func (c *removeCommand) Run(ctx context.Context, app *App) error {
	store, err := c.writable(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	vacuum := func(context.Context) error { return nil }
	if c.Vacuum {
		erasing, ok := store.(interface{ Vacuum(context.Context) error })
		if !ok {
			return fmt.Errorf("%w: --vacuum is for SQLite stores; docs/corrections.md says what to do with Neo4j", errUsage)
		}
		vacuum = erasing.Vacuum
	}
	decisions := make([]graph.Decision, len(c.Articles))
	for i, id := range c.Articles {
		decisions[i] = graph.Decision{Kind: graph.EditRemoveArticle, Author: c.Author, Reason: c.Reason, Parts: [][]string{{id}}}
	}
	editor := edit.Editor{Store: store, Now: app.Now}
	result, err := editor.Edit(ctx, false, decisions...)
	if err != nil {
		return err
	}
	for _, made := range result.Edits {
		fmt.Fprintf(app.Stdout, "removed    %s (edit %s)\n", made.Subjects[0].ID, made.ID)
	}
	if err := vacuum(ctx); err != nil {
		return fmt.Errorf("the articles are removed, but traces are left in the store's files: %w", err)
	}
	return nil
}
