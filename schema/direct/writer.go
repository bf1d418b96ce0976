package direct

import (
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Writer writes JSON to a buffer. Once it has failed, what it wrote is not used.
type Writer struct {
	buffer    []byte
	failed    bool
	collected []collected
	arguments []arguments
}

// collected are the fields that a selection has of a type. Most objects of a type are
// selected in one way, so they are collected once.
type collected struct {
	first  *ast.Selection
	length int
	object string
	fields []graphql.CollectedField
}

// arguments are those of a field, which are the same for all objects.
type arguments struct {
	field  *ast.Field
	values map[string]any
}

// writers keeps the buffers of earlier answers. One whose writing panicked is dropped.
var writers = sync.Pool{New: func() any { return new(Writer) }}

// maxKept is the largest buffer that is kept, in bytes.
const maxKept = 1 << 16

func (w *Writer) release() {
	if cap(w.buffer) > maxKept {
		return
	}
	clear(w.collected)
	clear(w.arguments)
	*w = Writer{buffer: w.buffer[:0], collected: w.collected[:0], arguments: w.arguments[:0]}
	writers.Put(w)
}

// Fail says that something cannot be written directly, such as null where the schema
// does not allow it.
func (w *Writer) Fail() { w.failed = true }

// Open begins an object and returns the fields selected of it. Names are those of its
// type and of the interfaces and unions that the type belongs to, its own first.
func (w *Writer) Open(operation *graphql.OperationContext, selections ast.SelectionSet, names []string) []graphql.CollectedField {
	w.raw("{")
	if len(selections) == 0 {
		return nil
	}
	for _, c := range w.collected {
		if c.first == &selections[0] && c.length == len(selections) && c.object == names[0] {
			return c.fields
		}
	}
	fields := graphql.CollectFields(operation, selections, names)
	w.collected = append(w.collected, collected{&selections[0], len(selections), names[0], fields})
	return fields
}

// Close ends an object.
func (w *Writer) Close() { w.raw("}") }

// Name begins the field at index i. It reports false, and writes nothing, if an earlier
// field has the same alias.
func (w *Writer) Name(fields []graphql.CollectedField, i int) bool {
	if repeated(fields, i) {
		return false
	}
	if i > 0 {
		w.raw(",")
	}
	w.raw(`"`)
	w.raw(fields[i].Alias) // a GraphQL name has nothing to escape
	w.raw(`":`)
	return true
}

// repeated reports whether an earlier field has the alias of the field at index i.
// CollectFields keeps a field of an interface twice when two fragments on different
// types select it.
func repeated(fields []graphql.CollectedField, i int) bool {
	for j := range i {
		if fields[j].Alias == fields[i].Alias {
			return true
		}
	}
	return false
}

// OpenList begins a list.
func (w *Writer) OpenList() { w.raw("[") }

// CloseList ends a list.
func (w *Writer) CloseList() { w.raw("]") }

// Element begins the element of a list at index i.
func (w *Writer) Element(i int) {
	if i > 0 {
		w.raw(",")
	}
}

// Arguments returns the arguments of a field, as read returned them the first time. It
// reports false, and the writer fails, if read returns an error.
func (w *Writer) Arguments(field *ast.Field, read func() (map[string]any, error)) (values map[string]any, ok bool) {
	for _, known := range w.arguments {
		if known.field == field {
			return known.values, true
		}
	}
	values, err := read()
	if err != nil {
		w.Fail()
		return nil, false
	}
	w.arguments = append(w.arguments, arguments{field, values})
	return values, true
}

// Null writes null.
func (w *Writer) Null() { w.raw("null") }

// Text writes a string, and null for an empty one.
func (w *Writer) Text(text string) {
	if text == "" {
		w.Null()
		return
	}
	w.String(text)
}

// String writes a string.
func (w *Writer) String(text string) {
	if needsEscape(text) {
		graphql.MarshalString(text).MarshalGQL(w)
		return
	}
	w.raw(`"`)
	w.raw(text)
	w.raw(`"`)
}

// needsEscape reports whether JSON writes a character of the text in another way.
func needsEscape(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] == '"' || text[i] == '\\' {
			return true
		}
	}
	return false
}

// Value writes what gqlgen marshaled. The writer fails if it is null.
func (w *Writer) Value(value graphql.Marshaler) {
	if value == graphql.Null {
		w.Fail()
		return
	}
	value.MarshalGQL(w)
}

// Write makes a Writer an io.Writer.
func (w *Writer) Write(data []byte) (int, error) {
	w.buffer = append(w.buffer, data...)
	return len(data), nil
}

// WriteString makes a Writer an io.StringWriter.
func (w *Writer) WriteString(text string) (int, error) {
	w.raw(text)
	return len(text), nil
}

func (w *Writer) raw(text string) { w.buffer = append(w.buffer, text...) }
