package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"dateline/export"
	"dateline/graph"
	"dateline/terminal"
)

type exportCommand struct {
	storeFlag
	Format string `help:"Format: ${export_formats} (default ${default})." default:"jsonl" placeholder:"NAME"`
	Of     string `help:"What the rows are: contacts, events, entities or articles (default ${default})." default:"contacts" placeholder:"KIND"`
	Output string `help:"File to write (default standard output). It appears once it is complete." short:"o" placeholder:"FILE"`
	Limit  string `help:"At most this many rows." placeholder:"N"`
	Title  string `help:"Title, for formats that have one." placeholder:"TEXT"`

	Who           string   `help:"Name of one party." group:"Contacts and events" placeholder:"NAME"`
	WhoID         string   `help:"ID of one party." name:"who-id" group:"Contacts and events" placeholder:"ID"`
	WhoCountry    string   `help:"One party is this state, or belongs to or acts for it." group:"Contacts and events" placeholder:"CODE"`
	With          string   `help:"Name of the other party." group:"Contacts and events" placeholder:"NAME"`
	WithID        string   `help:"ID of the other party." name:"with-id" group:"Contacts and events" placeholder:"ID"`
	WithCountry   string   `help:"The other party is this state, or belongs to or acts for it." group:"Contacts and events" placeholder:"CODE"`
	Place         string   `help:"Name of the place where it happened." group:"Contacts and events" placeholder:"NAME"`
	MinConfidence string   `help:"Only events with a report of at least this confidence, from 0 to 1." group:"Contacts and events" placeholder:"N"`
	Type          []string `help:"Only events of these types: CONTACT, STATEMENT; with --of events." group:"Contacts and events"`
	Means         []string `help:"Only contacts by these means." group:"Contacts and events"`
	Status        []string `help:"Only events of these statuses." group:"Contacts and events"`
	During        string   `help:"Only events whose time overlaps this, such as 2025-07 or 2024/2025." group:"Contacts and events" placeholder:"EDTF"`
	KnownBy       string   `help:"Only what some article published up to this day reports." group:"Contacts and events" placeholder:"DAY"`
	MinArticles   string   `help:"Only what at least this many articles report." group:"Contacts and events" placeholder:"N"`
	Text          string   `help:"Only events with all these words in the quote of one report." group:"Contacts and events" placeholder:"WORDS"`
	About         string   `help:"Only events with all these words in what they were about." group:"Contacts and events" placeholder:"WORDS"`
	OrderBy       string   `help:"TIME_ASC, TIME_DESC or REPORTS_DESC." group:"Contacts and events" placeholder:"ORDER"`
	Publisher     string   `help:"Only what this publisher reports, or only its articles." group:"Events and articles" placeholder:"NAME"`
	Published     string   `help:"Only articles published within this." group:"Articles" placeholder:"EDTF"`
	Name          string   `help:"Only entities with these words in one name." group:"Entities" placeholder:"WORDS"`
	Unnamed       bool     `help:"Also entities that no article names, only describes." group:"Entities"`
}

func (exportCommand) Help() string {
	var list strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&list, "  %-11s %s\n", f.Name, f.Summary)
	}
	return `Writes contacts, events, entities or articles for another program, each row with its quote, publisher, day and URL. The flags that choose rows are the arguments of the GraphQL fields of the same names.

Formats:
` + list.String() + `
Examples:
  dateline export --format csv --who Solheim --during 2024 -o solheim.csv
  dateline export --format timelinejs --who Solheim --with Jonsson > timeline.json
  dateline export --of articles --format bibtex -o sources.bib`
}

func (c *exportCommand) Run(ctx context.Context, app *App) error {
	collectLess() // it keeps a page or two and makes garbage of each
	format, err := export.FormatOf(c.Format)
	if err != nil {
		return fmt.Errorf("%w: --format: %w", errUsage, err)
	}
	query, err := export.ParseQuery(c.values())
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	if !format.Takes(query.Of) {
		return fmt.Errorf("%w: the format %s has no form for %s", errUsage, format.Name, query.Of)
	}
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	options := export.Options{Title: c.Title, Now: app.Now()}
	if c.Output == "" || c.Output == "-" {
		options.Screen = terminal.ScreenOf(app.Stdout)
		_, err = export.Run(ctx, store, query, format, app.Stdout, options)
	} else {
		err = c.toFile(ctx, app, store, query, format, options)
	}
	if err != nil {
		return err
	}
	return tellUnknown(ctx, app, store, query.Events.Named())
}

// values returns the flags as the arguments of an export's URL.
func (c *exportCommand) values() url.Values {
	values := url.Values{}
	for name, value := range map[string]string{
		"of": c.Of, "limit": c.Limit, "who": c.Who, "whoId": c.WhoID, "whoCountry": c.WhoCountry,
		"with": c.With, "withId": c.WithID, "withCountry": c.WithCountry, "place": c.Place, "minConfidence": c.MinConfidence, "during": c.During,
		"knownBy": c.KnownBy, "minArticles": c.MinArticles, "text": c.Text, "about": c.About, "orderBy": c.OrderBy,
		"publisher": c.Publisher, "published": c.Published, "name": c.Name,
	} {
		if value != "" {
			values.Set(name, value)
		}
	}
	for name, list := range map[string][]string{"type": c.Type, "means": c.Means, "status": c.Status} {
		if len(list) > 0 {
			values[name] = list
		}
	}
	if c.Unnamed {
		values.Set("unnamed", "true")
	}
	return values
}

// toFile writes the export beside the file and renames it, so that a file of that name is
// always complete.
func (c *exportCommand) toFile(ctx context.Context, app *App, store graph.Store, query export.Query, format export.Format, options export.Options) (err error) {
	part, err := os.CreateTemp(filepath.Dir(c.Output), filepath.Base(c.Output)+".part-")
	if err != nil {
		return fmt.Errorf("%w: --output: %w", errUsage, err)
	}
	defer func() {
		if err != nil {
			_ = part.Close()
			_ = os.Remove(part.Name())
		}
	}()
	buffer := bufio.NewWriter(part)
	rows, err := export.Run(ctx, store, query, format, buffer, options)
	if err != nil {
		return err
	}
	const readable = 0o644
	if err := errors.Join(buffer.Flush(), part.Chmod(readable), part.Sync(), part.Close()); err != nil {
		return fmt.Errorf("write %s: %w", c.Output, err)
	}
	if err := os.Rename(part.Name(), c.Output); err != nil {
		return fmt.Errorf("write %s: %w", c.Output, err)
	}
	fmt.Fprintf(app.Stderr, "%s written to %s\n", count(rows, "row"), c.Output)
	return nil
}

// exportFormats lists the formats for a flag's help.
func exportFormats() string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
