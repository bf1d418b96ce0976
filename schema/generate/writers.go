package main

import (
	"errors"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
)

// writers makes functions that write objects and interfaces as JSON, without values
// in between. Whatever they cannot write, such as null where none may be, they leave
// to what gqlgen made.
func writers(data *codegen.Data) (string, error) {
	var source strings.Builder
	for _, object := range data.Objects {
		if object.Root || object.IsReserved() {
			continue
		}
		if err := writeObject(&source, object); err != nil {
			return "", err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(data.Interfaces)) {
		writeInterface(&source, data.Interfaces[name])
	}
	return source.String(), nil
}

// goType writes a type as package exec names it.
func goType(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string { return p.Name() })
}

func writeObject(source *strings.Builder, object *codegen.Object) error {
	name := object.Name
	fmt.Fprintf(source, `
func (ec *executionContext) write%s(ctx context.Context, w *marshal.Writer, sel ast.SelectionSet, obj *%s) {
	fields := w.Open(ec.OperationContext, sel, %s)
	for i := range fields {
		if !w.Name(fields, i) {
			continue
		}
		field := &fields[i]
		switch field.Name {
		case "__typename":
			w.String(%q)
`, name, goType(object.Type), implementors(name), name)
	for _, field := range object.Fields {
		code, err := writeField(field)
		if err != nil {
			return fmt.Errorf("%s.%s: %w", name, field.Name, err)
		}
		fmt.Fprintf(source, "case %q:\n%s\n", field.Name, code)
	}
	source.WriteString("default:\nw.Fail()\n}\n}\nw.Close()\n}\n")
	return nil
}

// implementors is gqlgen's name for the names that a type goes by.
func implementors(name string) string {
	return string(unicode.ToLower(rune(name[0]))) + name[1:] + "Implementors"
}

func writeInterface(source *strings.Builder, i *codegen.Interface) {
	fmt.Fprintf(source, "\nfunc (ec *executionContext) write%s(ctx context.Context, w *marshal.Writer, sel ast.SelectionSet, obj %s) {\nswitch obj := obj.(type) {\n",
		i.Name, goType(i.Type))
	for _, object := range i.Implementors {
		fmt.Fprintf(source, "case %s:\nif obj == nil {\nw.Fail()\nreturn\n}\nec.write%s(ctx, w, sel, obj)\n", goType(object.Type), object.Name)
	}
	source.WriteString("default:\nw.Fail()\n}\n}\n")
}

// writeField writes the value of a field, which a resolver gives where there is one.
func writeField(field *codegen.Field) (string, error) {
	value, ok := valueOf(field)
	if ok {
		return writeValue(field.TypeReference, value)
	}
	if !field.IsResolver {
		return "", errors.New("is neither read from a struct nor resolved")
	}
	code, err := writeValue(field.TypeReference, "result")
	if err != nil {
		return "", err
	}
	arguments, list := "", ""
	if len(field.Args) > 0 {
		arguments = fmt.Sprintf(`arguments, ok := w.Arguments(field.Field, func() (map[string]any, error) {
	return ec.%s(ctx, field.ArgumentMap(ec.Variables))
})
if !ok {
	return
}
`, field.ArgsFunc())
		for _, argument := range field.Args {
			list += fmt.Sprintf(", arguments[%q].(%s)", argument.Name, goType(argument.TypeReference.GO))
		}
	}
	return fmt.Sprintf(`%sctx := graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: %q, Field: *field, IsMethod: true, IsResolver: true})
result, err := ec.Resolvers.%s().%s(ctx, obj%s)
if err != nil {
	w.Fail()
	return
}
%s`, arguments, field.Object.Name, field.Object.Name, field.GoFieldName, list, code), nil
}

// writeValue writes an expression of a type.
func writeValue(ref *config.TypeReference, value string) (string, error) {
	switch {
	case ref.IsSlice():
		return writeList(ref, value)
	case ref.Definition.IsLeafType():
		return writeLeaf(ref, value), nil
	case ref.IsStruct() && strings.HasSuffix(value, ")"): // a call, which has no address
		return fmt.Sprintf("value := %s\nec.write%s(ctx, w, field.Selections, &value)", value, ref.Definition.Name), nil
	case ref.IsStruct():
		return fmt.Sprintf("ec.write%s(ctx, w, field.Selections, &%s)", ref.Definition.Name, value), nil
	case !ref.IsNilable():
		return "", fmt.Errorf("cannot write a %s", ref.GO)
	}
	otherwise := "w.Null()"
	if ref.GQL.NonNull {
		otherwise = "w.Fail()"
	}
	return fmt.Sprintf("if value := %s; value == nil {\n%s\n} else {\nec.write%s(ctx, w, field.Selections, value)\n}", value, otherwise, ref.Definition.Name), nil
}

func writeList(ref *config.TypeReference, value string) (string, error) {
	element, err := writeValue(ref.Elem(), "list[i]")
	if err != nil {
		return "", err
	}
	code := "w.OpenList()\nfor i := range list {\nw.Element(i)\n" + element + "\n}\nw.CloseList()\n"
	if !ref.GQL.NonNull {
		code = "if list == nil {\nw.Null()\n} else {\n" + code + "}\n"
	}
	return "list := " + value + "\n" + code, nil
}

// writeLeaf writes a scalar or an enum.
func writeLeaf(ref *config.TypeReference, value string) string {
	switch {
	case ref.GO.String() == "string" && ref.GQL.NonNull:
		return fmt.Sprintf("w.String(%s)", value)
	case ref.GO.String() == "string":
		return fmt.Sprintf("w.Text(%s)", value)
	case ref.IsMarshaler && !ref.IsPtr():
		return fmt.Sprintf("%s.MarshalGQL(w)", value)
	case !ref.GQL.NonNull:
		return fmt.Sprintf("ec.%s(ctx, field.Selections, %s).MarshalGQL(w)", ref.MarshalFunc(), value)
	}
	marshaled := fmt.Sprintf("%s.%s(%s)", ref.Marshaler.Pkg().Name(), ref.Marshaler.Name(), value)
	if ref.IsContext {
		marshaled = "graphql.WrapContextMarshaler(ctx, " + marshaled + ")"
	}
	return "w.Value(" + marshaled + ")"
}
