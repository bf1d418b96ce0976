package resolvers

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"dateline/access"
	"dateline/schema"
)

// Who may ask for a field is a table, schema/access.tsv. It is applied to the whole
// operation before any of it is executed, so that a request is either answered or refused:
// what a client may see never depends on what was found.

// fieldName is a field of a type.
type fieldName struct{ owner, name string }

// leastRoles has the least role for each field.
var leastRoles = sync.OnceValue(func() map[fieldName]access.Role {
	roles, err := readRoles(schema.Access())
	if err != nil {
		panic("schema/access.tsv: " + err.Error()) // TestAccessTable reads it
	}
	return roles
})

func readRoles(table string) (map[fieldName]access.Role, error) {
	roles := map[fieldName]access.Role{}
	number := 0
	for line := range strings.Lines(table) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		path, roleName, _ := strings.Cut(line, "\t")
		owner, name, _ := strings.Cut(path, ".")
		role, err := access.ParseRole(roleName)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		field := fieldName{owner, name}
		if _, twice := roles[field]; twice {
			return nil, fmt.Errorf("line %d: %s is there twice", number, path)
		}
		roles[field] = role
	}
	return roles, nil
}

// checkAccess refuses an operation that has a field which the role may not ask for. A
// field that is skipped by @skip or @include counts as asked for.
func checkAccess(operation *ast.OperationDefinition, role access.Role) *gqlerror.Error {
	return checkFields(operation.SelectionSet, role)
}

func checkFields(selections ast.SelectionSet, role access.Role) *gqlerror.Error {
	for _, selection := range selections {
		var err *gqlerror.Error
		switch selection := selection.(type) {
		case *ast.Field:
			err = checkFieldAccess(selection, role)
		case *ast.InlineFragment:
			err = checkFields(selection.SelectionSet, role)
		case *ast.FragmentSpread:
			err = checkFields(selection.Definition.SelectionSet, role)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func checkFieldAccess(field *ast.Field, role access.Role) *gqlerror.Error {
	owner := field.ObjectDefinition.Name
	if field.Name == "__typename" {
		return nil
	}
	least, known := leastRoles()[fieldName{owner, field.Name}]
	if !known || !role.Allows(least) {
		return notAllowed(field, least, known, role)
	}
	if strings.HasPrefix(field.Name, "__") {
		return nil // whoever may see the schema may see all of it
	}
	return checkFields(field.SelectionSet, role)
}

func notAllowed(field *ast.Field, least access.Role, known bool, role access.Role) *gqlerror.Error {
	path := field.ObjectDefinition.Name + "." + field.Name
	refusal := &access.Refusal{Status: http.StatusForbidden, Code: access.CodeForbidden, Hint: hints[CodeForbidden]}
	switch {
	case !known:
		refusal.Message = path + " has no least role, so nobody may ask for it."
	case role == access.Anonymous:
		refusal = &access.Refusal{Status: http.StatusUnauthorized, Code: access.CodeUnauthenticated, Hint: hints[CodeUnauthenticated]}
		refusal.Message = fmt.Sprintf("%s needs a key or token of the role %s.", path, least)
	default:
		refusal.Message = fmt.Sprintf("%s needs the role %s; yours is %s.", path, least, role)
	}
	err := refusalFault(refusal)
	if field.Position != nil {
		err.Locations = []gqlerror.Location{{Line: field.Position.Line, Column: field.Position.Column}}
	}
	return err
}
