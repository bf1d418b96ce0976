package main

import (
	"go/types"
	"slices"
	"text/template"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
)

// functions are what our templates call besides gqlgen's own.
var functions = template.FuncMap{
	"isInlined":     isInlined,
	"isBound":       isBound,
	"isBoundLeaf":   isBoundLeaf,
	"isBoundObject": isBoundObject,
	"bound":         bound,
	"resolved":      resolved,
	"isText":        isText,
	"marshaled":     marshaled,
	"pair":          func(t *config.TypeReference, expression string) typed { return typed{t, expression} },
}

// typed is a Go expression and its type.
type typed struct {
	Type       *config.TypeReference
	Expression string
}

// isInlined reports whether the fields of an argument's input are arguments of the field.
func isInlined(argument *codegen.FieldArgument) bool {
	return argument.ArgumentDefinition.Directives.ForName(config.DirInlineArguments) != nil
}

// isBound reports whether a field is read from a struct, or from a method that takes
// nothing and cannot fail.
func isBound(field *codegen.Field) bool {
	if len(field.Args) > 0 || field.HasDirectives() || field.Object.Root || field.IsResolver || field.IsReserved() {
		return false
	}
	return field.IsVariable() || field.IsMethod() && field.NoErr && !field.MethodHasContext && !field.VOkFunc
}

func isBoundLeaf(field *codegen.Field) bool {
	return isBound(field) && field.TypeReference.Definition.IsLeafType()
}

// isBoundObject leaves introspection to gqlgen, as it is seldom asked for.
func isBoundObject(field *codegen.Field) bool {
	return isBound(field) && !field.TypeReference.Definition.IsLeafType() && !field.Object.IsReserved()
}

// bound returns the Go expression of such a field.
func bound(field *codegen.Field) string {
	if field.IsMethod() {
		return "obj." + field.GoFieldName + "()"
	}
	return "obj." + field.GoFieldName
}

// resolved returns the names of the fields that are not bound.
func resolved(objects codegen.Objects) []string {
	var names []string
	for _, object := range objects {
		for _, field := range object.Fields {
			if !object.Root && !field.Object.IsReserved() && !isBound(field) {
				names = append(names, field.Name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// isText reports whether a scalar or enum is a Go string that JSON writes as it is.
func isText(t *config.TypeReference) bool {
	basic, ok := t.GO.Underlying().(*types.Basic)
	return ok && basic.Kind() == types.String && !t.IsMarshaler
}

// marshaled returns what gqlgen calls to marshal a scalar that must not be null.
func marshaled(t *config.TypeReference, expression string) string {
	if t.IsMarshaler {
		return expression
	}
	call := templates.Call(t.Marshaler) + "(" + expression + ")"
	if t.IsContext {
		return "graphql.WrapContextMarshaler(ctx, " + call + ")"
	}
	return call
}
