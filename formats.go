package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"dateline/loader/read"
	"dateline/loader/source"
)

type formatsCommand struct{}

func (formatsCommand) Help() string {
	return `The first list has the formats of articles; where an extension is unknown, a file is recognized by its first bytes. The second has what holds articles: archives, mailboxes and feeds, which can also be in one another. The third has what can have articles and is not read, with what to do. Files that end in anything else are passed over in folders and archives.`
}

func (formatsCommand) Run(app *App) error {
	table := tabwriter.NewWriter(app.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "FORMAT\tFILES\tWHAT")
	for _, f := range read.Formats() {
		fmt.Fprintf(table, "%s\t%s\t%s\n", f.Name, strings.Join(f.Extensions, " "), f.What)
	}
	fmt.Fprintln(table, "\nCONTAINER\tFILES\tWHAT")
	for _, c := range source.Containers() {
		fmt.Fprintf(table, "%s\t%s\t%s\n", c.Name, strings.Join(c.Extensions, " "), c.What)
	}
	fmt.Fprintln(table, "\nNOT READ\tWHAT TO DO\tWHAT")
	for _, u := range read.UnreadFormats() {
		fmt.Fprintf(table, "%s\t%s\t%s\n", u.Extension, u.Instead, u.What)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print the formats: %w", err)
	}
	return nil
}
