package resolvers

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"dateline/access"
)

// Limits on a query's text and shape (judgement: several times what introspection and the
// project's own queries need). They are checked before validation, whose own cost grows
// faster than the query.
const (
	maxBody     = 1 << 20 // bytes of a request
	maxQuestion = 1 << 18 // bytes of a request by somebody who may only ask
	// quicklyDecoded is up to how many bytes a request is decoded at once. More takes a
	// turn, as executing a query does: a megabyte takes 20 ms.
	quicklyDecoded = 1 << 13
	maxQuery       = 1 << 17 // bytes of a query document
	maxTokens      = 1_000
	maxFields      = 2_000 // fields of a document, with those of fragments wherever they are spread
	maxAliases     = 30    // fields with an alias
	maxRepeats     = 20    // fields with the same response path
	maxDepth       = 15
	maxName        = 200 // bytes of a name
	// maxIntrospectionDepth is enough for the introspection query of common tools.
	maxIntrospectionDepth = 20
)

// bodyLimit is how many bytes a request of a client may have: articles and decisions need
// room, questions little.
func bodyLimit(client access.Identity) int64 {
	if client.Role.Allows(access.Editor) {
		return maxBody
	}
	return maxQuestion
}

// parseInBounds parses a query and checks the limits.
func parseInBounds(query string) (*ast.QueryDocument, *gqlerror.Error) {
	if len(query) > maxQuery {
		return nil, fault(CodeTooLarge, "The query has %d bytes; at most %d are allowed.", len(query), maxQuery)
	}
	if hasLongName(query) {
		return nil, fault(CodeTooLarge, "The query has a name of more than %d characters.", maxName)
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		return nil, parseFault(err)
	}
	shape := shape{fragments: document.Fragments}
	for _, operation := range document.Operations {
		shape.begin(operation.SelectionSet)
	}
	for _, fragment := range document.Fragments {
		shape.begin(fragment.SelectionSet)
	}
	return document, shape.fault
}

// hasLongName reports whether a name in a query is longer than any of the schema, to which
// validation would compare it letter by letter.
func hasLongName(query string) bool {
	length := 0
	for i := 0; i < len(query); i++ {
		switch c := query[i]; {
		case c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			if length++; length > maxName {
				return true
			}
			continue
		case c == '#':
			i += max(strings.IndexByte(query[i:], '\n'), 0)
		case c == '"':
			i = stringEnd(query, i)
		}
		length = 0
	}
	return false
}

// stringEnd returns the place of the last quotation mark of a string that begins at a place.
func stringEnd(query string, start int) int {
	if strings.HasPrefix(query[start:], `"""`) {
		if end := strings.Index(query[start+3:], `"""`); end >= 0 {
			return start + 3 + end + 2
		}
		return len(query)
	}
	for i := start + 1; i < len(query); i++ {
		switch query[i] {
		case '\\':
			i++
		case '"', '\n':
			return i
		}
	}
	return len(query)
}

func parseFault(err error) *gqlerror.Error {
	if strings.Contains(err.Error(), "exceeded token limit") {
		return fault(CodeTooLarge, "The query has more than %d tokens.", maxTokens)
	}
	shown := gqlerror.WrapIfUnwrapped(err)
	shown.Extensions = map[string]any{"code": string(CodeParse)}
	return shown
}

// shape walks a document as it would be executed, each fragment where it is spread, and
// stops at the first limit that the document exceeds. So a document that unfolds to
// billions of fields costs no more than maxFields steps.
type shape struct {
	fragments ast.FragmentDefinitionList
	open      []string // the fragments that the walk is inside
	steps     int
	aliases   int
	places    map[place]*placed // in one operation
	fault     *gqlerror.Error
}

// place is a response path: a response key below another place.
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
			s.exceed("more than %d fields, counting each fragment wherever it is spread", maxFields)
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
		s.exceed("fields nested more than %d deep", deepest)
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

// spread skips what validation will refuse: unknown fragments, and fragments inside
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
