package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"dateline/graph"
)

type editCommand struct {
	Import editImportCommand `cmd:"" help:"Judge names of a table to be the same."`
	List   editListCommand   `cmd:"" help:"List what people have decided, newest first."`
}

type editListCommand struct {
	storeFlag
	Subject string `help:"Only edits about this ID: of an article, an entity, an event, a report or an edit." placeholder:"ID"`
	Author  string `help:"Only edits of this author." placeholder:"NAME"`
	First   int    `help:"How many to list; 0 for all (default ${default})." default:"100" placeholder:"N"`
}

func (editListCommand) Help() string {
	return `Each edit has its time, its ID, what it decides, what it is about, its author and the reason. A subject in parentheses is not in the graph now, so that the edit has no effect on it until an article has it again.

Example:
  dateline edit list --author 'Ada Quill' --store sqlite:news.db`
}

func (c *editListCommand) Run(ctx context.Context, app *App) error {
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	page, err := store.Edits(ctx, graph.EditQuery{Subject: c.Subject, Author: c.Author, PageRequest: graph.PageRequest{First: c.First}})
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(app.Stdout, 0, 0, 2, ' ', 0)
	for _, e := range page.Nodes {
		kind := string(e.Kind)
		if e.Withdrawn {
			kind += " (withdrawn)"
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\n", e.Time.Format(time.RFC3339), e.ID, kind, subjectsOf(e), e.Author, oneLine(e.Reason))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if page.HasNext {
		fmt.Fprintf(app.Stderr, "There are more: --first %d lists more, --first 0 all.\n", 2*c.First)
	}
	return nil
}

// mostSubjects is how many subjects of an edit are listed.
const mostSubjects = 4

func subjectsOf(e *graph.Edit) string {
	var ids []string
	for i, s := range e.Subjects {
		if i == mostSubjects {
			ids = append(ids, fmt.Sprintf("and %d more", len(e.Subjects)-i))
			break
		}
		id := s.ID
		if s.Missing {
			id = "(" + id + ")"
		}
		ids = append(ids, id)
	}
	return strings.Join(ids, " ")
}

// oneLine keeps a text from breaking a table.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
