package schema_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"dateline/schema"
)

var (
	typeName  = regexp.MustCompile(`^[A-Z][A-Za-z]*$`)
	fieldName = regexp.MustCompile(`^[a-z][A-Za-z]*$`)
	valueName = regexp.MustCompile(`^[A-Z][A-Z_]*[A-Z]$`)
	// sentence matches a description: from a capital letter or a quotation to a full stop.
	sentence = regexp.MustCompile(`(?s)^[A-Z"“0-9].*[.:)…]$`)
)

// mayBeNull are lists whose elements can be null: what is asked for by an ID may be nothing.
var mayBeNull = map[string]bool{"Query.nodes": true}

// TestStyle holds the schema to the conventions that clients and their tools rely on.
func TestStyle(t *testing.T) {
	for _, definition := range own(load(t, "schema", schema.SDL())) {
		checkName(t, typeName, "type", definition.Name)
		checkSentence(t, definition.Name, definition.Description)
		for _, value := range definition.EnumValues {
			checkName(t, valueName, "value", value.Name)
			checkSentence(t, definition.Name+"."+value.Name, value.Description)
			checkDeprecation(t, definition.Name+"."+value.Name, value.Directives)
		}
		for _, field := range definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			path := definition.Name + "." + field.Name
			checkName(t, fieldName, "field", field.Name)
			checkSentence(t, path, field.Description)
			checkDeprecation(t, path, field.Directives)
			if elem := field.Type.Elem; elem != nil && !elem.NonNull && !mayBeNull[path] {
				t.Errorf("%s is a list whose elements may be null", path)
			}
			for _, argument := range field.Arguments {
				checkName(t, fieldName, "argument", argument.Name)
				checkSentence(t, path+"("+argument.Name+":)", argument.Description)
				checkDeprecation(t, path+"("+argument.Name+":)", argument.Directives)
			}
		}
		if strings.HasSuffix(definition.Name, "Connection") && definition.Fields.ForName("pageInfo") == nil {
			t.Errorf("%s has no pageInfo", definition.Name)
		}
	}
}

func checkName(t *testing.T, pattern *regexp.Regexp, what, name string) {
	if !pattern.MatchString(name) {
		t.Errorf("%s is not the name of a %s: %s", name, what, pattern)
	}
}

func checkSentence(t *testing.T, path, description string) {
	if description != "" && !sentence.MatchString(strings.TrimSpace(description)) {
		t.Errorf("%s is not described by a sentence: %q", path, description)
	}
}

// checkDeprecation: what is deprecated says what to use instead.
func checkDeprecation(t *testing.T, path string, directives ast.DirectiveList) {
	deprecated := directives.ForName("deprecated")
	if deprecated == nil {
		return
	}
	if reason := deprecated.Arguments.ForName("reason"); reason == nil || len(reason.Value.Raw) < 10 {
		t.Errorf("%s is deprecated and does not say what to use instead", path)
	}
}
