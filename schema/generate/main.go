// Generate makes package schema/exec from the schema by gqlgen, then takes detours
// out of what it made. gqlgen makes a context, half a dozen closures and a call of
// middleware for every field, a goroutine for every element of a list, and a place
// for deferred fields in every object: that is for fields that are resolved, and
// most of ours are read from a struct. So a field below which nothing is resolved in
// the query at hand, or all came filled, is written straight to JSON, by functions
// that are made here; whatever they cannot write is marshaled as gqlgen does, which
// tells what is wrong and where. Other lists and objects go through package
// schema/marshal, and nothing is made for @defer, which this API does not have. A
// page of twenty events costs a fifth then.
//
//	go run ./schema/generate
package main

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
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
	return rewrite(cfg.Exec.Filename, fields)
}

// straight is a plugin of gqlgen that notes, by the names of their functions, the
// bodies of fields that give a scalar without a resolver, and how the bodies begin of
// those that give objects.
type straight struct {
	bodies, beginnings map[string]string
	// resolved are the names of all other fields.
	resolved []string
	// writers are functions that write objects straight away.
	writers string
}

func (*straight) Name() string { return "straight" }

func (s *straight) GenerateCode(data *codegen.Data) (err error) {
	s.bodies, s.beginnings = map[string]string{}, map[string]string{}
	for _, object := range data.Objects {
		for _, field := range object.Fields {
			if err := s.note("_"+object.Name+"_"+field.Name, field); err != nil {
				return err
			}
		}
	}
	slices.Sort(s.resolved)
	s.resolved = slices.Compact(s.resolved)
	s.writers, err = writers(data)
	return err
}

// note keeps what is to be written of a field's function.
func (s *straight) note(function string, field *codegen.Field) error {
	value, ok := valueOf(field)
	switch {
	case ok && field.TypeReference.Definition.IsLeafType():
		s.bodies[function] = body(field, value)
	case field.Object.Root || field.Object.IsReserved(): // below no other, or introspection
	case !ok:
		s.resolved = append(s.resolved, strconv.Quote(field.Name))
	default:
		code, err := writeValue(field.TypeReference, value)
		if err != nil {
			return fmt.Errorf("%s: %w", function, err)
		}
		s.beginnings[function] = "{\nif marshal.Straight(ctx, field.Selections, resolved) {\nif written, ok := marshal.Write(func(w *marshal.Writer) {\n" +
			code + "\n}); ok {\nreturn written\n}\n}\n"
	}
	return nil
}

// withoutDetours names what is called in place of gqlgen's own.
var withoutDetours = strings.NewReplacer(
	"graphql.MarshalSliceConcurrently(", "marshal.List(",
	"\t\"bytes\"\n", "", "var buf bytes.Buffer\n", "", "data.MarshalGQL(&buf)\n", "", "buf.Bytes()", "marshal.JSON(data)",
	"deferred := graphql.NewDeferredGroup(ctx)", "var deferred graphql.DeferredGroup",
	"\n\treturn out\n}", "\n\treturn marshal.Object{Fields: fields, Values: out.Values}\n}",
	"\t\"dateline/graph\"\n", "\t\"dateline/graph\"\n\t\"dateline/schema/marshal\"\n",
)

// rewrite takes the detours out of a generated file.
func rewrite(file string, fields *straight) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if source, err = writeStraight(source, fields); err != nil {
		return fmt.Errorf("rewrite %s: %w", file, err)
	}
	source = fmt.Appendf(source, "\n// resolved are the names of fields that something is to be done for.\nvar resolved = map[string]bool{%s: true}\n",
		strings.Join(fields.resolved, ": true, "))
	source = append(source, fields.writers...)
	source = []byte(withoutDetours.Replace(string(source)))
	if source, err = format.Source(source); err != nil {
		return fmt.Errorf("format %s: %w", file, err)
	}
	return os.WriteFile(file, source, 0o644)
}

// valueOf returns the Go expression of a field that needs no resolver.
func valueOf(field *codegen.Field) (string, bool) {
	if len(field.Args) > 0 || field.HasDirectives() || field.Object.Root || field.IsResolver || field.IsReserved() {
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

// writeStraight replaces the bodies of functions, and their beginnings; an error where
// the source lacks one of them.
func writeStraight(source []byte, fields *straight) ([]byte, error) {
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
		start, end := files.Position(function.Body.Pos()).Offset, files.Position(function.Body.End()).Offset
		if body, ok := fields.bodies[function.Name.Name]; ok {
			source = slices.Replace(source, start, end, []byte(body)...)
			delete(fields.bodies, function.Name.Name)
		}
		if beginning, ok := fields.beginnings[function.Name.Name]; ok {
			source = slices.Replace(source, start, start+len("{"), []byte(beginning)...)
			delete(fields.beginnings, function.Name.Name)
		}
	}
	maps.Copy(fields.bodies, fields.beginnings)
	if missing := slices.Sorted(maps.Keys(fields.bodies)); len(missing) > 0 {
		return nil, fmt.Errorf("no functions %s", strings.Join(missing, ", "))
	}
	return source, nil
}
