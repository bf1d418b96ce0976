package marshal

import (
	"bytes"
	"context"
	"io"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Straight reports whether what is below a field can be written straight away: where
// nothing is resolved there, none of what is selected having a name that is in
// resolved, or where what is resolved came filled (see InTurn).
func Straight(ctx context.Context, selections ast.SelectionSet, resolved map[string]bool) bool {
	if inTurn(ctx) {
		return true
	}
	return plain(selections, resolved)
}

func plain(selections ast.SelectionSet, resolved map[string]bool) bool {
	return All(selections, func(field *ast.Field) bool {
		return !resolved[field.Name] && plain(field.SelectionSet, resolved)
	})
}

// Write returns what write writes, and whether it could. Where it fails or panics,
// what it was to write has to be marshaled as gqlgen does, which knows the path of
// every field and reports what is wrong there.
func Write(write func(w *Writer)) (written graphql.Marshaler, ok bool) {
	defer func() {
		if recover() != nil {
			written, ok = nil, false
		}
	}()
	w := writers.Get().(*Writer)
	write(w)
	written, ok = text(bytes.Clone(w.buffer)), !w.failed
	w.putBack()
	return written, ok
}

// JSON returns what a value marshals to.
func JSON(value graphql.Marshaler) []byte {
	w := writers.Get().(*Writer)
	value.MarshalGQL(w)
	written := bytes.Clone(w.buffer)
	w.putBack()
	return written
}

// writers are those that have written, with room for an answer. One that panicked
// is left.
var writers = sync.Pool{New: func() any { return new(Writer) }}

// maxKept is the most room that is kept, in bytes.
const maxKept = 1 << 16

func (w *Writer) putBack() {
	if cap(w.buffer) > maxKept {
		return
	}
	clear(w.collected)
	clear(w.arguments)
	*w = Writer{buffer: w.buffer[:0], collected: w.collected[:0], arguments: w.arguments[:0]}
	writers.Put(w)
}

// text is JSON.
type text []byte

func (t text) MarshalGQL(w io.Writer) { _, _ = w.Write(t) } // to a buffer, which cannot fail

// Writer writes JSON of objects that are at hand.
type Writer struct {
	buffer    []byte
	failed    bool
	collected []collected
	arguments []arguments
}

// arguments are those of a field, which are the same for all objects.
type arguments struct {
	field  *ast.Field
	values map[string]any
}

// collected are the fields that a selection has of an object, as most objects of a
// type are selected in one way.
type collected struct {
	first  *ast.Selection
	length int
	object string
	fields []graphql.CollectedField
}

// Fail tells that something cannot be written here.
func (w *Writer) Fail() { w.failed = true }

// Open begins an object and gives its fields. The first of its names is its own.
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

// Name begins a field, unless its alias has been written before: see repeated.
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

// OpenList begins a list.
func (w *Writer) OpenList() { w.raw("[") }

// CloseList ends a list.
func (w *Writer) CloseList() { w.raw("]") }

// Element begins an element of a list, by its place.
func (w *Writer) Element(i int) {
	if i > 0 {
		w.raw(",")
	}
}

// Arguments returns the arguments of a field as read gives them, where there is no
// error; then it fails.
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

// Text writes a text, or null for none.
func (w *Writer) Text(text string) {
	if text == "" {
		w.Null()
		return
	}
	w.String(text)
}

// String writes a text.
func (w *Writer) String(text string) {
	if escaped(text) {
		graphql.MarshalString(text).MarshalGQL(w)
		return
	}
	w.raw(`"`)
	w.raw(text)
	w.raw(`"`)
}

// escaped reports whether JSON has another form of something in a text.
func escaped(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] == '"' || text[i] == '\\' {
			return true
		}
	}
	return false
}

// Value writes what gqlgen marshaled and must not be null.
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

// WriteString makes it an io.StringWriter.
func (w *Writer) WriteString(text string) (int, error) {
	w.raw(text)
	return len(text), nil
}

func (w *Writer) raw(text string) { w.buffer = append(w.buffer, text...) }
