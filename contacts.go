package main

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"dateline/export"
	"dateline/graph"
	"dateline/terminal"
)

type contactsCommand struct {
	storeFlag
	Who       string   `arg:"" optional:"" help:"Name or ID of one party; all contacts if it is not given." placeholder:"WHO"`
	With      string   `arg:"" optional:"" help:"Name or ID of the other party." placeholder:"WITH"`
	Since     string   `help:"Only contacts that can have been in or after this day, month or year." placeholder:"TIME"`
	Until     string   `help:"Only contacts that can have been in or before this day, month or year." placeholder:"TIME"`
	Means     []string `help:"Only contacts by these means: call, meeting, visit, message, talks, unspecified." placeholder:"MEANS"`
	Status    []string `help:"Only contacts of these statuses: asserted, confirmed, denied, planned, requested, hypothetical, disputed." placeholder:"STATUS"`
	Publisher string   `help:"Only what this publisher reports." placeholder:"NAME"`
	Limit     int      `help:"At most this many contacts; 0 for all (default ${default})." default:"20" placeholder:"N"`
	Newest    bool     `help:"The newest first."`
	Format    string   `help:"Format: table, json (an object a line), csv or md (default ${default})." enum:"table,json,csv,md" default:"table" placeholder:"FORM"`
	widthFlag
}

// widthFlag is the flag for the width of tables.
type widthFlag struct {
	Width int `help:"Break lines at this width (default: the terminal's; in files and pipes, no line is broken)." default:"-1" placeholder:"N"`
}

// screen returns where a table is shown.
func (f widthFlag) screen(app *App) terminal.Screen {
	screen := terminal.ScreenOf(app.Stdout)
	if f.Width >= 0 {
		screen.Width = f.Width
	}
	return screen
}

func (contactsCommand) Help() string {
	return `Prints each contact with when it was, its status, and every quote that tells of it, with publisher, day and address. A party is anyone with that name: dateline who finds out who that is.

A time is a day, month or year: 2022-02-24, 2022-02 or 2022. What is dated only roughly is shown if it can have been in the time that is asked for. NO_COLOR=1 turns colours off; there are none in files and pipes.

Examples:
  dateline contacts Macron Putin --since 2022
  dateline contacts Solheim --means call,message --status denied,disputed
  dateline contacts --since 2026-03 --newest --format csv > march.csv`
}

// contactFormats are the formats of exports by what they are called here.
var contactFormats = map[string]string{"table": "table", "json": "jsonl", "csv": "csv", "md": "markdown"}

func (c *contactsCommand) Run(ctx context.Context, app *App) error {
	format, err := export.FormatOf(contactFormats[c.Format])
	if err != nil {
		return err
	}
	values, err := c.values()
	if err != nil {
		return err
	}
	query, err := export.ParseQuery(values)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	shown, err := export.Run(ctx, store, query, format, app.Stdout, export.Options{Now: app.Now(), Screen: c.screen(app)})
	if err != nil {
		return err
	}
	if err := tellUnknown(ctx, app, store, query.Events.Named()); err != nil {
		return err
	}
	return c.tellRest(ctx, app, store, query, shown)
}

// tellRest says how many contacts there are if none or not all were printed.
func (c *contactsCommand) tellRest(ctx context.Context, app *App, store graph.EventReader, query export.Query, shown int) error {
	if shown == 0 {
		fmt.Fprintln(app.Stderr, "no contacts")
		return nil
	}
	if shown < c.Limit || c.Limit == 0 {
		return nil
	}
	all, err := store.Events(ctx, graph.EventQuery{EventFilter: query.Events, PageRequest: graph.PageRequest{First: 1, Total: true}, Without: graph.WithoutDetails()})
	if err != nil {
		return err
	}
	if all.Total > shown {
		fmt.Fprintf(app.Stderr, "%d of %d contacts; --limit 0 prints all\n", shown, all.Total)
	}
	return nil
}

// values returns the flags as the arguments of an export.
func (c *contactsCommand) values() (url.Values, error) {
	during, err := c.during()
	if err != nil {
		return nil, err
	}
	if c.Limit < 0 {
		return nil, fmt.Errorf("%w: --limit is %d; it is a number of contacts, or 0 for all", errUsage, c.Limit)
	}
	values := url.Values{"of": {export.Contacts}, "limit": {strconv.Itoa(c.Limit)}}
	set := func(name, value string) {
		if value != "" {
			values.Set(name, value)
		}
	}
	set("during", during)
	set("publisher", c.Publisher)
	set(partyArgument("who", c.Who), c.Who)
	set(partyArgument("with", c.With), c.With)
	if c.Newest {
		values.Set("orderBy", string(graph.OrderTimeDescending))
	}
	for name, list := range map[string][]string{"means": c.Means, "status": c.Status} {
		for _, value := range list {
			values.Add(name, strings.ToUpper(strings.TrimSpace(value)))
		}
	}
	return values, nil
}

// partyArgument returns the argument for a party that is given by its name or its ID.
func partyArgument(name, party string) string {
	switch graph.PrefixOf(party) {
	case graph.PrefixPerson, graph.PrefixOrganization, graph.PrefixPlace:
		return name + "Id"
	}
	return name
}

// during returns the span of time that is asked for; "" for all time.
func (c *contactsCommand) during() (string, error) {
	const open = ".."
	from, to := open, open
	for _, flag := range []struct {
		name, value string
		end         *string
	}{{"--since", c.Since, &from}, {"--until", c.Until, &to}} {
		if flag.value == "" {
			continue
		}
		time, err := graph.ParseEDTF(flag.value)
		if err != nil || strings.Contains(flag.value, "/") {
			return "", fmt.Errorf("%w: %s %q is not a day, month or year, such as 2022-02-24, 2022-02 or 2022", errUsage, flag.name, flag.value)
		}
		*flag.end = time.String()
	}
	if from == open && to == open {
		return "", nil
	}
	return from + "/" + to, nil
}
