// Reference writes docs/reference.md from the schema and the table of who may ask for what.
//
//	go generate ./schema
package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Paths from the folder schema, where go generate runs it.
const (
	schemaFile = "exec/schema.graphqls"
	accessFile = "access.tsv"
	outputFile = "../docs/reference.md"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "reference:", err)
		os.Exit(1)
	}
}

func run() error {
	sdl, err := os.ReadFile(schemaFile)
	if err != nil {
		return err
	}
	table, err := os.ReadFile(accessFile)
	if err != nil {
		return err
	}
	page, err := write(string(sdl), string(table))
	if err != nil {
		return err
	}
	return os.WriteFile(outputFile, []byte(page), 0o644)
}

// page is the reference while it is written.
type page struct {
	strings.Builder
	schema *ast.Schema
	roles  map[string]string // by Type.field
}

// write returns the reference of a schema.
func write(sdl, table string) (string, error) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: schemaFile, Input: sdl})
	if err != nil {
		return "", err
	}
	p := &page{schema: schema, roles: map[string]string{}}
	for line := range strings.Lines(table) {
		if field, role, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			p.roles[field] = role
		}
	}
	p.WriteString("<!-- Generated from schema/ by make generate. Do not edit. -->\n\n# Reference of the API\n\nEvery type, field, argument and value of the GraphQL schema; `dateline schema` prints the schema itself. A field needs the role *reader* unless it says otherwise ([access](access.md)).\n")
	for _, section := range []struct {
		title string
		has   func(*ast.Definition) bool
	}{
		{"Queries", func(d *ast.Definition) bool { return d == schema.Query }},
		{"Mutations", func(d *ast.Definition) bool { return d == schema.Mutation }},
		{"Subscriptions", func(d *ast.Definition) bool { return d == schema.Subscription }},
		{"Objects", p.isObject},
		{"Interfaces and unions", func(d *ast.Definition) bool { return d.IsAbstractType() }},
		{"Inputs", func(d *ast.Definition) bool { return d.Kind == ast.InputObject }},
		{"Enums", func(d *ast.Definition) bool { return d.Kind == ast.Enum }},
		{"Scalars", func(d *ast.Definition) bool { return d.Kind == ast.Scalar }},
	} {
		p.section(section.title, section.has)
	}
	return p.String(), nil
}

func (p *page) isObject(d *ast.Definition) bool {
	return d.Kind == ast.Object && d != p.schema.Query && d != p.schema.Mutation && d != p.schema.Subscription
}

func (p *page) section(title string, has func(*ast.Definition) bool) {
	var types []*ast.Definition
	for _, definition := range p.schema.Types {
		if !definition.BuiltIn && has(definition) {
			types = append(types, definition)
		}
	}
	if types == nil {
		return
	}
	slices.SortFunc(types, func(a, b *ast.Definition) int { return cmp.Compare(a.Name, b.Name) })
	fmt.Fprintf(p, "\n## %s\n", title)
	for _, definition := range types {
		p.definition(definition)
	}
}

func (p *page) definition(d *ast.Definition) {
	fmt.Fprintf(p, "\n### %s\n\n%s\n", d.Name, d.Description)
	if len(d.Interfaces) > 0 {
		fmt.Fprintf(p, "\nImplements %s.\n", p.links(d.Interfaces))
	}
	if d.IsAbstractType() {
		var names []string
		for _, possible := range p.schema.GetPossibleTypes(d) {
			names = append(names, possible.Name)
		}
		slices.Sort(names)
		fmt.Fprintf(p, "\nOne of %s.\n", p.links(names))
	}
	if d.Directives.ForName("oneOf") != nil {
		p.WriteString("\nExactly one of the fields is given.\n")
	}
	if len(d.EnumValues) > 0 {
		p.WriteString("\n| value | |\n|---|---|\n")
		for _, value := range d.EnumValues {
			fmt.Fprintf(p, "| `%s` | %s |\n", value.Name, cell(value.Description+deprecation(value.Directives)))
		}
	}
	var rows []string
	for _, field := range d.Fields {
		if !strings.HasPrefix(field.Name, "__") {
			rows = append(rows, p.field(d, field)...)
		}
	}
	if rows != nil {
		p.WriteString("\n| field | type | |\n|---|---|---|\n" + strings.Join(rows, ""))
	}
}

// field returns the rows of a field and its arguments.
func (p *page) field(of *ast.Definition, f *ast.FieldDefinition) []string {
	text := f.Description + deprecation(f.Directives)
	if role := p.roles[of.Name+"."+f.Name]; role != "" && role != "reader" {
		text += " *Needs the role " + role + ".*"
	}
	rows := []string{fmt.Sprintf("| `%s` | %s | %s |\n", f.Name, p.typeOf(f.Type, f.DefaultValue), cell(text))}
	for _, argument := range f.Arguments {
		rows = append(rows, fmt.Sprintf("| &emsp;`%s:` | %s | %s |\n", argument.Name, p.typeOf(argument.Type, argument.DefaultValue), cell(argument.Description+deprecation(argument.Directives))))
	}
	return rows
}

func (p *page) typeOf(of *ast.Type, otherwise *ast.Value) string {
	name := of.Name()
	text := of.String()
	if own := p.schema.Types[name]; own != nil && !own.BuiltIn {
		text = strings.Replace(text, name, "["+name+"](#"+strings.ToLower(name)+")", 1)
		if of.Elem != nil { // a bracket of the type is none of the link
			text = "&#91;" + strings.TrimPrefix(text, "[")
		}
	}
	if otherwise != nil {
		text += " = `" + otherwise.String() + "`"
	}
	return text
}

func (p *page) links(names []string) string {
	links := make([]string, len(names))
	for i, name := range names {
		links[i] = "[" + name + "](#" + strings.ToLower(name) + ")"
	}
	return strings.Join(links, ", ")
}

func deprecation(directives ast.DirectiveList) string {
	deprecated := directives.ForName("deprecated")
	if deprecated == nil {
		return ""
	}
	reason := ""
	if given := deprecated.Arguments.ForName("reason"); given != nil {
		reason = ": " + given.Value.Raw
	}
	return " **Deprecated**" + reason
}

// cell returns a text as it stands in a cell of a table.
func cell(text string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ").Replace(strings.TrimSpace(text))
}
