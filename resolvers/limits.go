package resolvers

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// Limits of a query's text and shape. They are checked before validation, whose
// own cost grows faster than the query.
const (
	maxBody    = 1 << 20 // bytes of a request
	maxQuery   = 1 << 17 // bytes of a query document
	maxTokens  = 1_000
	maxFields  = 2_000 // fields and fragments of a document, each counted where it is spread
	maxAliases = 30    // fields under another name than their own
	maxRepeats = 20    // fields with one response path
	maxDepth   = 15
	// maxIntrospectionDepth lets the introspection query of common tools pass.
	maxIntrospectionDepth = 20
)

// checkShape parses a query and holds it to the limits.
func checkShape(query string) *gqlerror.Error {
	if len(query) > maxQuery {
		return fault(CodeTooLarge, "The query has %d bytes; at most %d are taken.", len(query), maxQuery)
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return parseFault(err)
	}
	shape := shape{fragments: document.Fragments}
	for _, operation := range document.Operations {
		shape.begin(operation.SelectionSet)
	}
	for _, fragment := range document.Fragments {
		shape.begin(fragment.SelectionSet)
	}
	return shape.fault
}

func parseFault(err error) *gqlerror.Error {
	if strings.Contains(err.Error(), "exceeded token limit") {
		return fault(CodeTooLarge, "The query has more than %d words and signs.", maxTokens)
	}
	shown := gqlerror.WrapIfUnwrapped(err)
	shown.Extensions = map[string]any{"code": string(CodeParse)}
	return shown
}

// shape walks a document as it would be executed, each fragment where it is
// spread, and stops at the first limit that it exceeds. So a document that
// unfolds to billions of fields costs no more than maxFields steps.
type shape struct {
	fragments ast.FragmentDefinitionList
	open      []string // fragments that the walk is in
	steps     int
	aliases   int
	places    map[place]*placed // of one operation
	fault     *gqlerror.Error
}

// place is a response path: a response key in the object of another place.
type place struct {
	parent *placed
	key    string
}

type placed struct{ fields int }

func (s *shape) begin(selections ast.SelectionSet) {
	s.places = map[place]*placed{}
	s.walk(selections, nil, 1, maxDepth)
}

func (s *shape) walk(selections ast.SelectionSet, parent *placed, depth, deepest int) {
	for _, selection := range selections {
		if s.steps++; s.steps > maxFields {
			s.exceed("more than %d fields, each fragment counted where it is spread", maxFields)
		}
		if s.fault != nil {
			return
		}
		switch selection := selection.(type) {
		case *ast.Field:
			s.field(selection, parent, depth, deepest)
		case *ast.InlineFragment:
			s.walk(selection.SelectionSet, parent, depth, deepest)
		case *ast.FragmentSpread:
			s.spread(selection.Name, parent, depth, deepest)
		}
	}
}

func (s *shape) field(field *ast.Field, parent *placed, depth, deepest int) {
	here := s.at(place{parent, field.Alias})
	here.fields++
	if field.Alias != field.Name {
		s.aliases++
	}
	if strings.HasPrefix(field.Name, "__") {
		deepest = maxIntrospectionDepth
	}
	switch {
	case s.aliases > maxAliases:
		s.exceed("more than %d aliases", maxAliases)
	case here.fields > maxRepeats:
		s.exceed("the field %.80s more than %d times in one place", field.Alias, maxRepeats)
	case depth > deepest:
		s.exceed("fields more than %d deep", deepest)
	default:
		s.walk(field.SelectionSet, here, depth+1, deepest)
	}
}

func (s *shape) at(p place) *placed {
	if s.places[p] == nil {
		s.places[p] = &placed{}
	}
	return s.places[p]
}

// spread skips what validation will refuse: unknown fragments, and those in
// themselves.
func (s *shape) spread(name string, parent *placed, depth, deepest int) {
	fragment := s.fragments.ForName(name)
	if fragment == nil || slices.Contains(s.open, name) {
		return
	}
	s.open = append(s.open, name)
	s.walk(fragment.SelectionSet, parent, depth, deepest)
	s.open = s.open[:len(s.open)-1]
}

func (s *shape) exceed(format string, args ...any) {
	if s.fault == nil {
		s.fault = fault(CodeTooLarge, "The query has "+format+".", args...)
	}
}
