package resolvers

import (
	"context"
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/schema/model"
)

const (
	// defaultFirst is the default size of a page, maxFirst the largest.
	defaultFirst = 20
	maxFirst     = 100
	// maxText is the length of the longest name or text to search for, in code points.
	maxText = 500
)

// pageRequest reads the arguments of a list. The total is asked for only if the query
// selects it.
func pageRequest(ctx context.Context, arguments model.Page) (graph.PageRequest, error) {
	page := graph.PageRequest{After: orZero(arguments.After), Before: orZero(arguments.Before), Total: selects(ctx, "totalCount")}
	backward := arguments.Last != nil || page.Before != ""
	switch {
	case arguments.First != nil && arguments.Last != nil:
		return page, invalid("first and last cannot be given together.")
	case backward && (arguments.First != nil || page.After != ""):
		return page, invalid("first goes with after, and last with before.")
	case backward:
		page.Last = orDefault(arguments.Last, defaultFirst)
		return page, checkRange("last", page.Last, maxFirst)
	}
	page.First = orDefault(arguments.First, defaultFirst)
	return page, checkRange("first", page.First, maxFirst)
}

// connect returns a page of the store as a connection.
func connect[T any](page *graph.Page[T], err error) (*model.Connection[T], error) {
	return (*model.Connection[T])(page), err
}

func checkRange(name string, value, most int) error {
	if value < 1 || value > most {
		return invalid("%s is %d; it must be from 1 to %d.", name, value, most)
	}
	return nil
}

func checkText(name, text string) error {
	if n := utf8.RuneCountInString(text); n > maxText {
		return invalid("%s has %d characters; at most %d are allowed.", name, n, maxText)
	}
	return nil
}

func checkParty(name string, ref *graph.EntityRef) error {
	if ref == nil {
		return nil
	}
	if strings.TrimSpace(ref.ID+ref.Name) == "" {
		return invalid("%s is empty; give an ID or a name.", name)
	}
	return checkText(name, ref.ID+ref.Name)
}

func checkFilter(filter graph.EventFilter) error {
	if filter.MinArticles < 0 {
		return invalid("minArticles is %d; it must not be negative.", filter.MinArticles)
	}
	return firstOf(
		checkParty("who", filter.Who),
		checkParty("with", filter.With),
		checkText("publisher", filter.Publisher),
		checkText("text", filter.Text),
		checkText("about", filter.About),
	)
}

// firstOf returns the first error that is not nil.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func orZero[T any](p *T) T {
	var zero T
	return orDefault(p, zero)
}

func orDefault[T any](p *T, otherwise T) T {
	if p == nil {
		return otherwise
	}
	return *p
}

// pointers returns pointers to the values, and nil, which is GraphQL's null, for nil.
func pointers[T any](values []T) []*T {
	if values == nil {
		return nil
	}
	list := make([]*T, len(values))
	for i := range values {
		list[i] = &values[i]
	}
	return list
}
