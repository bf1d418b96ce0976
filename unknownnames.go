package main

import (
	"context"
	"fmt"
	"strings"

	"dateline/graph"
	"dateline/terminal"
)

// tellUnknown says on standard error which of the names no entity has, with the nearest
// ones. It returns errFailed if there are any, so that a script does not take a slip for
// silence.
func tellUnknown(ctx context.Context, app *App, store graph.EntityReader, named []graph.NamedParty) error {
	unknown, err := graph.UnknownNames(ctx, store, named)
	if err != nil {
		return err
	}
	for _, one := range unknown {
		fmt.Fprintf(app.Stderr, "dateline: %s\n", unknownInWords(one.Name, namesOf(one.Suggestions)))
	}
	if len(unknown) > 0 {
		return errFailed
	}
	return nil
}

// unknownInWords says that no entity has a name.
func unknownInWords(name string, nearest []string) string {
	text := fmt.Sprintf("nobody and nothing in the store has the name %q", terminal.Plain(name))
	if len(nearest) == 0 {
		return text + ", nor one that is near it"
	}
	for i, near := range nearest {
		nearest[i] = fmt.Sprintf("%q", terminal.Plain(near))
	}
	return text + "; the nearest: " + strings.Join(nearest, ", ")
}

func namesOf(suggestions []graph.Suggestion) []string {
	var names []string
	for _, s := range suggestions {
		names = append(names, graph.ProfileOf(s.Entity).Name)
	}
	return names
}
