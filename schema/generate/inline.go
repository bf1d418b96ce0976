package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// The directive of gqlgen's name, with an argument that gqlgen does not have. gqlgen's
// own inlines one input of a field only, and reads it into a Go struct of pointers.
const (
	inline  = config.DirInlineArguments
	without = "without"
)

// flatSchema returns the schema that users see: fields of inputs stand in place of the
// arguments that have @inlineArguments, and those inputs and the directive are gone.
func flatSchema(sources []*ast.Source) (string, error) {
	var written []*ast.Source
	for _, source := range sources {
		if !source.BuiltIn {
			written = append(written, source)
		}
	}
	document, err := parser.ParseSchemas(written...)
	if err != nil {
		return "", fmt.Errorf("parse the schema: %w", err)
	}
	if len(document.Extensions) > 0 || len(document.Schema) > 0 || len(document.Directives) > 1 {
		return "", errors.New("extensions, schema definitions and directives other than @" + inline + " are not printed yet")
	}
	inlined := map[string]bool{}
	for _, definition := range document.Definitions {
		for _, field := range definition.Fields {
			if field.Arguments, err = flatten(field.Arguments, document.Definitions, inlined); err != nil {
				return "", fmt.Errorf("%s.%s: %w", definition.Name, field.Name, err)
			}
		}
	}
	return printSchema(slices.DeleteFunc(document.Definitions, func(d *ast.Definition) bool { return inlined[d.Name] })), nil
}

// flatten replaces the arguments of one field that have @inlineArguments. An argument
// that the field declares itself takes the place of an input's field of that name. It
// notes the inputs in inlined.
func flatten(arguments ast.ArgumentDefinitionList, types ast.DefinitionList, inlined map[string]bool) (ast.ArgumentDefinitionList, error) {
	var flat ast.ArgumentDefinitionList
	for _, argument := range arguments {
		directive := argument.Directives.ForName(inline)
		if directive == nil {
			if flat.ForName(argument.Name) == nil {
				flat = append(flat, argument)
			}
			continue
		}
		input := types.ForName(argument.Type.Name())
		if input == nil || input.Kind != ast.InputObject {
			return nil, fmt.Errorf("%s: %s is not an input", argument.Name, argument.Type.Name())
		}
		inlined[input.Name] = true
		fields, err := fieldsOf(input, directive)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", argument.Name, err)
		}
		for _, field := range fields {
			if own := arguments.ForName(field.Name); own != nil {
				field = own
			}
			flat = append(flat, field)
		}
	}
	return flat, nil
}

// fieldsOf returns the fields of an input as arguments, but for those that the directive
// leaves out.
func fieldsOf(input *ast.Definition, directive *ast.Directive) (ast.ArgumentDefinitionList, error) {
	var omitted []string
	if argument := directive.Arguments.ForName(without); argument != nil {
		for _, child := range argument.Value.Children {
			if input.Fields.ForName(child.Value.Raw) == nil {
				return nil, fmt.Errorf("%s has no field %s", input.Name, child.Value.Raw)
			}
			omitted = append(omitted, child.Value.Raw)
		}
	}
	var arguments ast.ArgumentDefinitionList
	for _, field := range input.Fields {
		if !slices.Contains(omitted, field.Name) {
			arguments = append(arguments, &ast.ArgumentDefinition{
				Name: field.Name, Type: field.Type, Description: field.Description,
				DefaultValue: field.DefaultValue, Directives: field.Directives, Position: field.Position,
			})
		}
	}
	return arguments, nil
}
