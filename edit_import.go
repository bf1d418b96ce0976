package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/edit"
)

type editImportCommand struct {
	storeFlag
	File   string `arg:"" help:"CSV file with a line of headings; - for standard input." placeholder:"FILE.csv"`
	Reason string `help:"Where the table is from (default: the name of the file)." placeholder:"TEXT"`
	Author string `help:"Who decided (default ${default})." default:"local" placeholder:"NAME"`
	DryRun bool   `help:"Show what would be joined, and store nothing."`
}

func (editImportCommand) Help() string {
	return `Each row has the names of one person, organization or place: the column name, and the column aliases, with | between several. The entities in the store with one of these names are judged to be the same. Two more columns may say more: kind (PERSON, ORGANIZATION or PLACE) and country (a code of ISO 3166-1, such as FR).

A name that several entities have is skipped, unless only one of them fits kind and country. Skipped names are listed, and names that no entity has are counted.

Example:
  dateline edit import register.csv --reason 'Wikidata, May 2026' --store sqlite:news.db

  name,aliases,kind,country
  Kyiv,Kiev|Kyyiv,PLACE,UA`
}

// maxTable is the largest table, in bytes.
const maxTable = 64 << 20

func (c *editImportCommand) Run(ctx context.Context, app *App) error {
	rows, err := c.read(app.Stdin)
	if err != nil {
		return err
	}
	store, err := c.writable(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if c.Reason == "" {
		c.Reason = "imported from " + filepath.Base(c.File)
	}
	editor := &edit.Editor{Store: store, Now: app.Now}
	joined, unknown := 0, 0
	for _, row := range rows {
		ids, without, err := namedBy(ctx, store, row, func(format string, args ...any) {
			fmt.Fprintf(app.Stderr, "line %d: "+format+"\n", append([]any{row.line}, args...)...)
		})
		if err != nil {
			return err
		}
		unknown += without
		if len(ids) < 2 {
			continue
		}
		decision := graph.Decision{Kind: graph.EditSame, Author: c.Author, Reason: fmt.Sprintf("%s, line %d", c.Reason, row.line)}
		for _, id := range ids {
			decision.Parts = append(decision.Parts, []string{id})
		}
		result, err := editor.Edit(ctx, c.DryRun, decision)
		if err != nil {
			return fmt.Errorf("line %d: %w", row.line, err)
		}
		joined++
		fmt.Fprintf(app.Stdout, "same       %s: %s\n", strings.Join(row.names, ", "), subjectsOf(result.Edits[0]))
	}
	done := "joined"
	if c.DryRun {
		done = "would be joined"
	}
	fmt.Fprintf(app.Stderr, "%s: %s %s, %s unknown.\n", count(len(rows), "row"), count(joined, "cluster"), done, count(unknown, "name"))
	return nil
}

// nameRow is what a row of the table says.
type nameRow struct {
	line    int
	names   []string
	kind    graph.EntityKind
	country string
}

func (c *editImportCommand) read(stdin io.Reader) ([]nameRow, error) {
	in := stdin
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return nil, notRead("edit import", c.File, err)
		}
		defer file.Close()
		in = file
	}
	content, err := io.ReadAll(io.LimitReader(in, maxTable+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.File, err)
	}
	if len(content) > maxTable {
		return nil, fmt.Errorf("%w: %s has more than %d bytes", errUsage, c.File, maxTable)
	}
	rows, err := readNames(content)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", errUsage, c.File, err)
	}
	return rows, nil
}

// readNames reads a table of names.
func readNames(content []byte) ([]nameRow, error) {
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	headings, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty")
	}
	if err != nil {
		return nil, err
	}
	columns := map[string]int{}
	for i, heading := range headings {
		columns[strings.ToLower(strings.TrimSpace(heading))] = i
	}
	if _, ok := columns["name"]; !ok {
		return nil, fmt.Errorf("there is no column name among %q", headings)
	}
	var rows []nameRow
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := reader.FieldPos(0)
		value := func(column string) string {
			if i, ok := columns[column]; ok {
				return strings.TrimSpace(record[i])
			}
			return ""
		}
		row := nameRow{line: line, kind: graph.EntityKind(strings.ToUpper(value("kind"))), country: strings.ToUpper(value("country"))}
		if kinds := []graph.EntityKind{"", graph.KindPerson, graph.KindOrganization, graph.KindPlace}; !slices.Contains(kinds, row.kind) {
			return nil, fmt.Errorf("line %d: the kind %q is not PERSON, ORGANIZATION or PLACE", line, row.kind)
		}
		for _, name := range append([]string{value("name")}, strings.Split(value("aliases"), "|")...) {
			if name = strings.TrimSpace(name); graph.Fold(name) != "" {
				row.names = append(row.names, name)
			}
		}
		rows = append(rows, row)
	}
}

// namedBy returns the entities that have the names of a row, and how many of its names
// no entity has. It skips names that several have, and says so.
func namedBy(ctx context.Context, store graph.EntityReader, row nameRow, say func(format string, args ...any)) (ids []string, unknown int, err error) {
	kind := row.kind
	for _, name := range row.names {
		page, err := store.Entities(ctx, graph.EntityQuery{Name: name, PageRequest: graph.PageRequest{}})
		if err != nil {
			return nil, 0, err
		}
		var named []graph.Entity
		for _, e := range page.Nodes {
			profile := graph.ProfileOf(e)
			fits := (kind == "" || graph.KindOf(e) == kind) && (row.country == "" || profile.Country == "" || profile.Country == row.country)
			if fits && hasName(profile, name) {
				named = append(named, e)
			}
		}
		switch {
		case len(named) == 0:
			unknown++
			continue
		case len(named) > 1:
			say("%q is the name of %d: %s; skipped", name, len(named), nodeIDs(named))
			continue
		}
		if kind == "" {
			kind = graph.KindOf(named[0])
		}
		if id := named[0].NodeID(); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, unknown, nil
}

func hasName(p *graph.Profile, name string) bool {
	folded := graph.Fold(name)
	return slices.ContainsFunc(append([]string{p.Name}, p.Aliases...), func(own string) bool { return graph.Fold(own) == folded })
}

func nodeIDs(entities []graph.Entity) string {
	var ids []string
	for _, e := range entities {
		ids = append(ids, e.NodeID())
	}
	return strings.Join(ids, ", ")
}
