package resolvers

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/schema/model"

	"github.com/99designs/gqlgen/graphql"
)

const (
	// defaultFirst is the default size of a page, maxFirst the largest.
	defaultFirst = 20
	maxFirst     = 100
	// maxText is the length of the longest name or text to search for, in code points.
	maxText = 500
	// maxCursor is the length of the longest cursor, in bytes: it has a name or a key, and
	// an ID.
	maxCursor = 1 << 13
	// maxParties is the most parties of one list of them.
	maxParties = 20
)

// pageRequest reads the arguments of a list. The total is asked for only if the query
// selects it.
func pageRequest(ctx context.Context, arguments model.Page) (graph.PageRequest, error) {
	page := graph.PageRequest{After: orZero(arguments.After), Before: orZero(arguments.Before), Total: selects(ctx, "totalCount")}
	if len(page.After)+len(page.Before) > maxCursor {
		return graph.PageRequest{}, userError{"This is not a cursor: it is too long.", graph.ErrBadCursor}
	}
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

// textArguments are the arguments that are searched for by words.
var textArguments = []string{"text", "about", "publisher", "name"}

// checkBlank refuses a text argument of a field that is blank: it is not clear whether it
// is to exclude nothing or everything.
func checkBlank(ctx context.Context) error {
	field := graphql.GetFieldContext(ctx).Field.Field
	given := field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	for _, name := range textArguments {
		text, ok := given[name].(string)
		if !ok || strings.TrimSpace(text) != "" {
			continue
		}
		if definition := field.Definition.Arguments.ForName(name); definition != nil && definition.Type.NonNull {
			return invalid("%s is blank; give a word.", name)
		}
		return invalid("%s is blank; give a word, or leave it out to exclude nothing.", name)
	}
	return nil
}

// checkParty refuses a reference without an ID, a name or a country's code. A country is
// taken in small letters as well.
func checkParty(name string, ref *graph.EntityRef) error {
	if ref == nil {
		return nil
	}
	if strings.TrimSpace(ref.ID+ref.Name+ref.Country) == "" {
		return invalid("%s is empty; give an ID, a name or a country.", name)
	}
	if ref.Country != "" {
		ref.Country = strings.ToUpper(ref.Country)
		if !isCountry(ref.Country) {
			return invalid("%s.country is %q; it must be an ISO 3166-1 alpha-2 code, such as FR.", name, cut(ref.Country))
		}
	}
	return checkText(name, ref.ID+ref.Name)
}

func isCountry(code string) bool {
	return len(code) == 2 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// checkItems bounds a list that stands in the query; those of variables are bounded when
// they are coerced.
func checkItems[T any](name string, items []T) error {
	if len(items) > maxItems {
		return invalid("%s has %d values; at most %d are allowed.", name, len(items), maxItems)
	}
	return nil
}

func checkParties(name string, refs []graph.EntityRef) error {
	if len(refs) > maxParties {
		return invalid("%s has %d parties; at most %d are allowed.", name, len(refs), maxParties)
	}
	for i := range refs {
		if err := checkParty(fmt.Sprintf("%s[%d]", name, i), &refs[i]); err != nil {
			return err
		}
	}
	return nil
}

// checkFilter checks the arguments of a field that make a filter.
func checkFilter(ctx context.Context, filter graph.EventFilter) error {
	if filter.MinArticles < 0 {
		return invalid("minArticles is %d; it must not be negative.", filter.MinArticles)
	}
	if !(filter.MinConfidence >= 0 && filter.MinConfidence <= 1) {
		return invalid("minConfidence is %v; it must be from 0 to 1.", filter.MinConfidence)
	}
	return firstOf(
		checkItems("type", filter.Types),
		checkItems("means", filter.Means),
		checkItems("status", filter.Statuses),
		checkItems("sourceKind", filter.SourceKinds),
		checkBlank(ctx),
		checkParty("who", filter.Who),
		checkParty("with", filter.With),
		checkParties("anyOf", filter.AnyOf),
		checkParties("allOf", filter.AllOf),
		checkParty("place", filter.Place),
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

// pointersOrEmpty is pointers with an empty list for nil, where null is not allowed.
func pointersOrEmpty[T any](values []T) []*T {
	if values == nil {
		return []*T{}
	}
	return pointers(values)
}
