package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"dateline/graph"
	"dateline/loader/merge"
	"dateline/resolvers"
)

type queryCommand struct {
	storeFlag
	Question  string `arg:"" optional:"" help:"The GraphQL query." placeholder:"QUERY"`
	File      string `help:"File with the query." type:"path" placeholder:"FILE"`
	Variables string `help:"Variables of the query, as a JSON object." default:"{}" placeholder:"JSON"`
	Operation string `help:"Name of the operation to run, if the query has several." placeholder:"NAME"`
	Compact   bool   `help:"Print the answer on one line."`
}

func (queryCommand) Help() string {
	return `Prints a GraphQL response: data and, if there are any, errors. The exit code is 1 if there are errors, and 3 if the store is damaged.

Examples:
  dateline query '{ contacts(who: {name: "Solheim"}) { nodes { summary reports { nodes { quote } } } } }'
  dateline query --file question.graphql --variables '{"first": 10}' --store sqlite:news.db`
}

func (c *queryCommand) Run(ctx context.Context, app *App) error {
	request, err := c.request()
	if err != nil {
		return err
	}
	store, err := c.existing(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	response := resolvers.ExecuteWith(ctx, store, resolvers.Options{Explainer: merge.Explainer{Store: store}}, request)
	encoder := json.NewEncoder(app.Stdout)
	encoder.SetEscapeHTML(false)
	if !c.Compact {
		encoder.SetIndent("", "  ")
	}
	if err := encoder.Encode(response); err != nil {
		return fmt.Errorf("print the answer: %w", err)
	}
	for _, unknown := range resolvers.UnknownNames(response) {
		fmt.Fprintf(app.Stderr, "dateline: %s\n", unknownInWords(unknown.Name, unknown.Nearest))
	}
	return failure(response)
}

// failure returns the error that sets the exit code of an answer.
func failure(answer *graphql.Response) error {
	for _, shown := range answer.Errors {
		if shown.Extensions["code"] == string(graph.CodeCorrupt) {
			return graph.ErrCorrupt
		}
	}
	if len(answer.Errors) > 0 {
		return errFailed
	}
	return nil
}

func (c *queryCommand) request() (resolvers.Request, error) {
	request := resolvers.Request{Query: c.Question, OperationName: c.Operation}
	if (c.Question == "") == (c.File == "") {
		return request, fmt.Errorf("%w: give the query either as an argument or with --file", errUsage)
	}
	if c.File != "" {
		text, err := readNamed("--file", c.File)
		if err != nil {
			return request, err
		}
		request.Query = string(text)
	}
	variables := json.NewDecoder(strings.NewReader(c.Variables))
	variables.UseNumber()
	err := variables.Decode(&request.Variables)
	if _, end := variables.Token(); err == nil && !errors.Is(end, io.EOF) {
		err = errors.New("something follows the object")
	}
	if err != nil {
		return request, fmt.Errorf("%w: --variables must be a JSON object, such as '{\"first\": 10}': %w", errUsage, err)
	}
	return request, nil
}
