package resolvers

import (
	"context"
	"strings"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// documents keeps the queries that were read last, as far as they fit. It is gqlgen's
// cache of queries as well.
type documents struct {
	mu    sync.Mutex
	known *simplelru.LRU[string, *ast.QueryDocument]
	bytes int // of all that it has, as sizeOf estimates them
}

const (
	// maxDocuments is the room for documents, in bytes, and maxDocument the largest one
	// that is kept.
	maxDocuments = 32 << 20
	maxDocument  = 1 << 20
	// nodeSize is how much one node of a document takes, in bytes (measured:
	// TestDocumentsAreWeighed).
	nodeSize = 500
)

func newDocuments() *documents {
	d := new(documents)
	known, err := simplelru.NewLRU(maxDocuments/nodeSize, func(query string, document *ast.QueryDocument) {
		d.bytes -= sizeOf(query, document)
	})
	if err != nil {
		panic("cache of documents: " + err.Error()) // its size is positive
	}
	d.known = known
	return d
}

// Get returns a document, also the one that this request has read and that is too large to
// be kept.
func (d *documents) Get(ctx context.Context, query string) (*ast.QueryDocument, bool) {
	if document, ok := ctx.Value(documentKey{}).(*ast.QueryDocument); ok {
		return document, true
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.known.Get(query)
}

// Add keeps a document, in the place of those that were asked for the longest time ago.
func (d *documents) Add(_ context.Context, query string, document *ast.QueryDocument) {
	size := sizeOf(query, document)
	if size > maxDocument {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.known.Contains(query) {
		return
	}
	d.known.Add(query, document)
	for d.bytes += size; d.bytes > maxDocuments; {
		d.known.RemoveOldest()
	}
}

type documentKey struct{}

// withDocument makes Get return the document of a request.
func withDocument(ctx context.Context, document *ast.QueryDocument) context.Context {
	return context.WithValue(ctx, documentKey{}, document)
}

// read returns a query's document, validated. It checks the limits of its shape before.
func (d *documents) read(ctx context.Context, query string) (*ast.QueryDocument, gqlerror.List) {
	if document, ok := d.Get(ctx, query); ok {
		return document, nil
	}
	document, err := parseInBounds(query)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	if len(document.Operations) == 0 {
		const example = "{ contacts { totalCount } }"
		wrong := fault(CodeValidation, "The query has fragments only; add an operation, such as %s.", example)
		wrong.Extensions[keyExample] = example
		return nil, gqlerror.List{wrong}
	}
	if errs := validate(document); errs != nil {
		return nil, errs
	}
	d.Add(ctx, query, document)
	return document, nil
}

// operationOf returns the operation of a name, or the only one.
func operationOf(document *ast.QueryDocument, name string) (*ast.OperationDefinition, *gqlerror.Error) {
	if operation := document.Operations.ForName(name); operation != nil {
		return operation, nil
	}
	names := make([]string, len(document.Operations))
	for i, operation := range document.Operations {
		names[i] = cut(operation.Name)
	}
	all := cut(strings.Join(names, ", "))
	var wrong *gqlerror.Error
	switch {
	case name == "":
		wrong = fault(CodeValidation, "The query has %d operations: %s. Say in operationName which one to execute.", len(names), all)
	case all == "":
		return nil, fault(CodeValidation, "The query has no operation %q: its one operation has no name, so leave out operationName.", cut(name))
	default:
		wrong = fault(CodeValidation, "The query has no operation %q; it has %s.", cut(name), all)
		wrong.Extensions[keyOperation] = cut(name)
	}
	wrong.Extensions[keyAllowed] = names
	return nil, wrong
}

// sizeOf estimates the bytes that a document takes: its text, which its nodes refer to, and
// the nodes.
func sizeOf(query string, document *ast.QueryDocument) int {
	nodes := 0
	for _, operation := range document.Operations {
		nodes += 1 + 2*len(operation.VariableDefinitions) + countNodes(operation.SelectionSet)
	}
	for _, fragment := range document.Fragments {
		nodes += 1 + countNodes(fragment.SelectionSet)
	}
	return len(query) + nodeSize*nodes
}

func countNodes(selections ast.SelectionSet) int {
	nodes := 0
	for _, selection := range selections {
		nodes++
		switch selection := selection.(type) {
		case *ast.Field:
			nodes += countArguments(selection.Arguments) + countDirectives(selection.Directives) + countNodes(selection.SelectionSet)
		case *ast.InlineFragment:
			nodes += countDirectives(selection.Directives) + countNodes(selection.SelectionSet)
		case *ast.FragmentSpread:
			nodes += countDirectives(selection.Directives)
		}
	}
	return nodes
}

func countDirectives(directives ast.DirectiveList) int {
	nodes := len(directives)
	for _, directive := range directives {
		nodes += countArguments(directive.Arguments)
	}
	return nodes
}

func countArguments(arguments ast.ArgumentList) int {
	nodes := len(arguments)
	for _, argument := range arguments {
		nodes += countValues(argument.Value)
	}
	return nodes
}

func countValues(value *ast.Value) int {
	nodes := 1
	for _, child := range value.Children {
		nodes += 1 + countValues(child.Value)
	}
	return nodes
}
