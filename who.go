package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/terminal"
)

type whoCommand struct {
	storeFlag
	Name   string `arg:"" help:"A name, the beginning of one, or a role such as 'French president'." placeholder:"NAME"`
	Limit  int    `help:"At most this many (default ${default})." default:"10" placeholder:"N"`
	Format string `help:"Format: table or json, an object a line (default ${default})." enum:"table,json" default:"table" placeholder:"FORM"`
	widthFlag
}

func (whoCommand) Help() string {
	return `Lists the people, organizations and places that a name may mean, nearest first, with their roles, their other names and how many contacts they had. Slips are forgiven. The ID finds just this one: dateline contacts takes it in place of a name.

Examples:
  dateline who Macorn
  dateline who 'French president' --format json`
}

// somebody is a line of the answer.
type somebody struct {
	ID       string           `json:"id"`
	Name     string           `json:"name"`
	Kind     graph.EntityKind `json:"kind"`
	Country  string           `json:"country,omitempty"`
	Roles    []string         `json:"roles,omitempty"`
	Aliases  []string         `json:"aliases,omitempty"`
	Contacts int              `json:"contacts"`
	Matched  string           `json:"matched"`
	Distance float64          `json:"distance"`
}

func (c *whoCommand) Run(ctx context.Context, app *App) error {
	if strings.TrimSpace(c.Name) == "" || c.Limit < 1 {
		return fmt.Errorf("%w: give a name, and a --limit of at least 1", errUsage)
	}
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	found, err := suggested(ctx, store, c.Name, c.Limit)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		fmt.Fprintf(app.Stderr, "dateline: %s\n", unknownInWords(c.Name, nil))
		return errFailed
	}
	out := bufio.NewWriter(app.Stdout)
	if err := c.write(app, out, found); err != nil {
		return fmt.Errorf("print the answer: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("print the answer: %w", err)
	}
	return nil
}

func suggested(ctx context.Context, store graph.Reader, name string, limit int) ([]somebody, error) {
	suggestions, err := store.Suggestions(ctx, name, limit)
	if err != nil || len(suggestions) == 0 {
		return nil, err
	}
	ids := make([]string, len(suggestions))
	for i, s := range suggestions {
		ids[i] = s.Entity.NodeID()
	}
	contacts := graph.EventQuery{
		EventFilter: graph.EventFilter{Types: []graph.EventType{graph.EventContact}},
		PageRequest: graph.PageRequest{First: 1, Total: true}, Without: graph.WithoutDetails(),
	}
	pages, err := store.ContactsOf(ctx, ids, contacts)
	if err != nil {
		return nil, err
	}
	found := make([]somebody, len(suggestions))
	for i, s := range suggestions {
		profile := graph.ProfileOf(s.Entity)
		found[i] = somebody{
			ID: profile.ID, Name: profile.Name, Kind: graph.KindOf(s.Entity), Country: profile.Country, Aliases: profile.Aliases,
			Roles: rolesOf(s.Entity), Contacts: pages[i].Total, Matched: s.Matched, Distance: s.Distance,
		}
	}
	return found, nil
}

// rolesOf returns the roles of a person in words.
func rolesOf(e graph.Entity) []string {
	person, ok := e.(*graph.Person)
	if !ok {
		return nil
	}
	var roles []string
	for _, position := range person.Positions {
		role := position.Title
		if position.Organization != nil && !strings.Contains(role, position.Organization.Name) {
			role += ", " + position.Organization.Name
		}
		roles = append(roles, role)
	}
	return roles
}

func (c *whoCommand) write(app *App, out *bufio.Writer, found []somebody) error {
	if c.Format == "json" {
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		for _, one := range found {
			if err := encoder.Encode(one); err != nil {
				return err
			}
		}
		return nil
	}
	const most = 28 // of a name on one line
	table := terminal.Table{Screen: c.screen(app), Columns: []terminal.Column{
		{Title: "NAME", Style: terminal.Bold, Most: most}, {Title: "KIND"}, {Title: "CONTACTS"}, {Title: "ID", Style: terminal.Dim}, {Title: "ROLES AND OTHER NAMES"},
	}}
	rows := make([][]string, len(found))
	for i, one := range found {
		kind := strings.ToLower(string(one.Kind))
		if one.Country != "" {
			kind += ", " + one.Country
		}
		rows[i] = []string{terminal.Plain(one.Name), kind, count(one.Contacts, "contact"), one.ID, terminal.Plain(one.others())}
	}
	table.Write(out, rows)
	return nil
}

// others tells the roles and the other names of somebody.
func (s *somebody) others() string {
	var parts []string
	if len(s.Roles) > 0 {
		parts = append(parts, strings.Join(s.Roles, "; "))
	}
	if len(s.Aliases) > 0 {
		parts = append(parts, "also "+strings.Join(s.Aliases, ", "))
	}
	return strings.Join(parts, "; ")
}
