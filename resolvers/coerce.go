package resolvers

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Variables are coerced here, as the specification says, and not by gqlparser alone: that
// takes "5" for an Int, an enum's value in any case and null for an ID in an input, its
// work grows with the square of a list's length, and it speaks of Go's types.

const (
	// maxItems is the most values in a list of scalars or enum values, and maxObjects the
	// most objects in one.
	maxItems   = 100
	maxObjects = 1_000
)

// coerce returns the values of an operation's variables. Variables that the operation does
// not have are left out.
func coerce(schema *ast.Schema, variables ast.VariableDefinitionList, given map[string]any) (map[string]any, *gqlerror.Error) {
	coerced := make(map[string]any, len(variables))
	for _, v := range variables {
		value, ok := given[v.Variable]
		if !ok {
			continue // it has a default or is missing, which gqlparser sees
		}
		c := coercion{schema: schema, path: ast.Path{ast.PathName("variable"), ast.PathName(v.Variable)}, name: "$" + v.Variable}
		if coerced[v.Variable] = c.value(v.Type, value); c.fault != nil {
			return nil, c.fault
		}
	}
	return coerced, nil
}

// coercion is the coercion of one variable. After a fault its values are not used.
type coercion struct {
	schema *ast.Schema
	path   ast.Path // of the value, for programs
	name   string   // of the value, for people
	fault  *gqlerror.Error
}

func (c *coercion) refuse(format string, args ...any) any {
	if c.fault == nil {
		c.fault = fault(CodeValidation, "%s: %s", c.name, fmt.Sprintf(format, args...))
		c.fault.Path = slices.Clone(c.path)
	}
	return nil
}

// refuseFor is refuse with what could stand there instead.
func (c *coercion) refuseFor(allowed []string, format string, args ...any) any {
	if c.fault == nil {
		c.refuse(format, args...)
		c.fault.Extensions[keyAllowed] = allowed
	}
	return nil
}

// at coerces a value inside this one.
func (c *coercion) at(element ast.PathElement, name string, of *ast.Type, value any) any {
	path, outer := c.path, c.name
	c.path, c.name = append(c.path, element), outer+name
	defer func() { c.path, c.name = path, outer }()
	return c.value(of, value)
}

func (c *coercion) value(of *ast.Type, value any) any {
	if value == nil {
		if of.NonNull {
			return c.refuse("null is given, but %s is needed.", of)
		}
		return nil
	}
	if of.Elem != nil {
		return c.list(of, value)
	}
	definition := c.schema.Types[of.NamedType]
	switch definition.Kind {
	case ast.Enum:
		return c.enum(definition, value)
	case ast.InputObject:
		return c.object(definition, value)
	}
	return c.scalar(definition, value)
}

// list takes one value for a list of it.
func (c *coercion) list(of *ast.Type, value any) any {
	items, ok := value.([]any)
	if !ok {
		return []any{c.value(of.Elem, value)}
	}
	most := maxItems
	if c.schema.Types[of.Name()].Kind == ast.InputObject {
		most = maxObjects
	}
	if len(items) > most {
		return c.refuse("%d values are given; at most %d are allowed.", len(items), most)
	}
	coerced := make([]any, len(items))
	for i, item := range items {
		coerced[i] = c.at(ast.PathIndex(i), "["+strconv.Itoa(i)+"]", of.Elem, item)
	}
	return coerced
}

func (c *coercion) enum(definition *ast.Definition, value any) any {
	text, ok := value.(string)
	if !ok || definition.EnumValues.ForName(text) == nil {
		values := valuesOf(definition)
		return c.refuseFor(values, "%s is not a value of %s: it has %s.", shown(value), definition.Name, strings.Join(values, ", "))
	}
	return text
}

// valuesOf lists the values of an enum.
func valuesOf(definition *ast.Definition) []string {
	names := make([]string, len(definition.EnumValues))
	for i, value := range definition.EnumValues {
		names[i] = value.Name
	}
	return names
}

func (c *coercion) object(definition *ast.Definition, value any) any {
	fields, ok := value.(map[string]any)
	if !ok {
		return c.refuse("%s is given, but an object is needed, such as %s.", shown(value), exampleOf(definition))
	}
	coerced := make(map[string]any, len(fields))
	for name, inner := range fields {
		field := definition.Fields.ForName(name)
		if field == nil {
			return c.refuseFor(fieldNames(definition), "%s has no field %q; it has %s.", definition.Name, cut(name), fieldsOf(definition))
		}
		coerced[name] = c.at(ast.PathName(name), "."+name, field.Type, inner)
	}
	if definition.Directives.ForName("oneOf") != nil {
		if len(fields) != 1 || hasNull(fields) {
			return c.refuse("give exactly one of %s, and not null: %s.", fieldsOf(definition), exampleOf(definition))
		}
		return coerced
	}
	for _, field := range definition.Fields {
		if _, ok := fields[field.Name]; !ok && field.Type.NonNull && field.DefaultValue == nil {
			return c.refuse("the field %s is missing; it is a %s.", field.Name, field.Type)
		}
	}
	return coerced
}

func hasNull(fields map[string]any) bool {
	for _, value := range fields {
		if value == nil {
			return true
		}
	}
	return false
}

func fieldsOf(definition *ast.Definition) string {
	return strings.Join(fieldNames(definition), ", ")
}

// exampleOf returns an input with one of its fields, as JSON.
func exampleOf(definition *ast.Definition) string {
	if definition.Name == "EntityRef" {
		return `{"name": "Emmanuel Macron"}`
	}
	for _, field := range definition.Fields {
		return fmt.Sprintf(`{"%s": …}`, field.Name)
	}
	return "{}"
}

// examples are what a value of each scalar looks like.
var examples = map[string]string{
	"EDTF":     `"2026", "2026-02-10" or "2022/2024"`,
	"Date":     `"2026-02-10"`,
	"DateTime": `"2026-02-10T09:30:00Z"`,
	"URL":      `"https://example.com/news"`,
	"String":   `"Macron"`,
	"Int":      "20",
	"Float":    "0.5",
	"Boolean":  "true",
	"ID":       `"per_…"`,
}

func (c *coercion) scalar(definition *ast.Definition, value any) any {
	if number, ok := numberOf(value); ok {
		return c.number(definition.Name, number, value)
	}
	switch given := value.(type) {
	case bool:
		if definition.Name == "Boolean" {
			return given
		}
	case string:
		switch definition.Name {
		case "Int", "Float", "Boolean":
			return c.refuse("%s is a string, but %s is needed%s.", shown(value), withArticle(definition.Name), suchAs(definition.Name))
		}
		return given
	}
	return c.refuse("%s is given, but %s is needed%s.", shown(value), withArticle(definition.Name), suchAs(definition.Name))
}

// number takes whole numbers for an Int, a Float and an ID, and others for a Float. 5.0 is
// whole, since JSON has one kind of number.
func (c *coercion) number(scalar string, number float64, value any) any {
	whole := number == math.Trunc(number)
	switch {
	case scalar == "Float" && !math.IsInf(number, 0):
		return number
	case scalar == "Int" && whole && math.Abs(number) <= math.MaxInt32:
		return int64(number)
	case scalar == "Int" && whole:
		return c.refuse("%s is too large for an Int.", shown(value))
	case scalar == "ID" && whole:
		return wholeText(value)
	}
	return c.refuse("%s is a number, but %s is needed%s.", shown(value), withArticle(scalar), suchAs(scalar))
}

// wholeText returns a whole number with all its digits.
func wholeText(value any) string {
	if number, ok := value.(json.Number); ok {
		if _, err := number.Int64(); err == nil {
			return number.String()
		}
	}
	number, _ := numberOf(value)
	return strconv.FormatFloat(number, 'f', 0, 64)
}

// numberOf returns a number, however it was decoded, ±Inf if it is too large.
func numberOf(value any) (float64, bool) {
	switch v := value.(type) {
	case json.Number:
		number, _ := v.Float64()
		return number, true
	case float64:
		return v, true
	case int:
		return float64(v), true
	case int64:
		return float64(v), true
	}
	return 0, false
}

func withArticle(scalar string) string {
	switch scalar {
	case "Int", "ID", "EDTF":
		return "an " + scalar
	}
	return "a " + scalar
}

// suchAs returns examples of a scalar for the end of a sentence.
func suchAs(scalar string) string {
	if example := examples[scalar]; example != "" {
		return ", such as " + example
	}
	return ""
}

// shown returns a value as JSON, cut short.
func shown(value any) string {
	switch value.(type) {
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprintf("a %T", value)
	}
	return cut(string(text))
}
