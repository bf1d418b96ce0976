// Generate makes package schema/exec from the schema by gqlgen, then takes detours
// out of what it made. gqlgen makes a context, half a dozen closures and a call of
// middleware for every field, a goroutine for every element of a list, and a place
// for deferred fields in every object: that is for fields that are resolved, and
// most of ours are read from a struct. So a field that gives a scalar without a
// resolver is written straight away, lists and objects go through package
// schema/marshal, and nothing is made for @defer, which this API does not have. A
// page of twenty events costs a third then.
//
//	go run ./schema/generate
package main

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
)

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate() error {
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	fields := &straight{}
	if err := api.Generate(cfg, api.AddPlugin(fields)); err != nil {
		return err
	}
	return rewrite(cfg.Exec.Filename, fields.bodies)
}

// straight is a plugin of gqlgen that notes the bodies of the functions of fields
// that are written straight away, by the functions' names.
type straight struct {
	bodies map[string]string
}

func (*straight) Name() string { return "straight" }

func (s *straight) GenerateCode(data *codegen.Data) error { //nolint:unparam // as gqlgen has it
	s.bodies = bodies(data)
	return nil
}

// withoutDetours names what is called in place of gqlgen's own.
var withoutDetours = strings.NewReplacer(
	"graphql.MarshalSliceConcurrently(", "marshal.List(",
	"deferred := graphql.NewDeferredGroup(ctx)", "var deferred graphql.DeferredGroup",
	"\n\treturn out\n}", "\n\treturn marshal.Object{Fields: fields, Values: out.Values}\n}",
	"\t\"dateline/graph\"\n", "\t\"dateline/graph\"\n\t\"dateline/schema/marshal\"\n",
)

// rewrite takes the detours out of a generated file.
func rewrite(file string, bodies map[string]string) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if source, err = writeLeaves(source, bodies); err != nil {
		return fmt.Errorf("rewrite %s: %w", file, err)
	}
	source = []byte(withoutDetours.Replace(string(source)))
	if source, err = format.Source(source); err != nil {
		return fmt.Errorf("format %s: %w", file, err)
	}
	return os.WriteFile(file, source, 0o644)
}

// bodies gives, by the name of its function, the body for each field that is
// written straight away.
func bodies(data *codegen.Data) map[string]string {
	bodies := map[string]string{}
	for _, object := range data.Objects {
		for _, field := range object.Fields {
			if value, ok := valueOf(field); ok {
				bodies["_"+object.Name+"_"+field.Name] = body(field, value)
			}
		}
	}
	return bodies
}

// valueOf gives the Go expression of a field that is a scalar or an enum, or a
// list of them, and needs no resolver.
func valueOf(field *codegen.Field) (string, bool) {
	definition := field.TypeReference.Definition
	isLeaf := definition.IsLeafType() && len(field.Args) == 0 && !field.HasDirectives()
	if !isLeaf || field.Object.Root || field.IsResolver || field.IsReserved() {
		return "", false
	}
	switch {
	case field.IsVariable():
		return "obj." + field.GoFieldName, true
	case field.IsMethod() && field.NoErr && !field.MethodHasContext && !field.VOkFunc:
		return "obj." + field.GoFieldName + "()", true
	}
	return "", false
}

// body writes a value. A text that nothing tells is null, where the schema lets it.
func body(field *codegen.Field, value string) string {
	marshal := fmt.Sprintf("return ec.%s(ctx, field.Selections, %%s)", field.TypeReference.MarshalFunc())
	if field.TypeReference.GQL.NonNull || field.TypeReference.GO.String() != "string" {
		return "{\n" + fmt.Sprintf(marshal, value) + "\n}"
	}
	return "{\ntext := " + value + "\nif text == \"\" {\nreturn graphql.Null\n}\n" + fmt.Sprintf(marshal, "text") + "\n}"
}

// writeLeaves replaces the bodies of functions.
func writeLeaves(source []byte, bodies map[string]string) ([]byte, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "", source, 0)
	if err != nil {
		return nil, err
	}
	for _, declaration := range slices.Backward(file.Decls) { // from the end, so that offsets stay right
		function, ok := declaration.(*ast.FuncDecl)
		if !ok {
			continue
		}
		if body, ok := bodies[function.Name.Name]; ok {
			start, end := files.Position(function.Body.Pos()).Offset, files.Position(function.Body.End()).Offset
			source = slices.Replace(source, start, end, []byte(body)...)
			delete(bodies, function.Name.Name)
		}
	}
	for name := range bodies {
		return nil, fmt.Errorf("no function %s", name)
	}
	return source, nil
}
