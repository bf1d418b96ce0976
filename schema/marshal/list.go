// Package marshal writes what generated code gathers: lists, their elements at
// once or one after the other, and objects. It does what gqlgen's own functions do,
// with less to allocate; and where all is at hand, a Writer writes it straight away.
package marshal

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

type inTurnKey struct{}

// InTurn has all lists written straight away (see Straight), or their elements
// marshaled one after the other. That is for queries whose lists come filled from one
// call of the store: a goroutine for each element costs more than the element then.
// Where elements do wait, for a call that they share, they must do so at once.
func InTurn(ctx context.Context) context.Context {
	return context.WithValue(ctx, inTurnKey{}, true)
}

func inTurn(ctx context.Context) bool {
	inTurn, _ := ctx.Value(inTurnKey{}).(bool)
	return inTurn
}

// List has the signature and the meaning of graphql.MarshalSliceConcurrently.
func List(ctx context.Context, length int, workerLimit int64, omitPanicHandler bool, element func(ctx context.Context, i int) graphql.Marshaler) graphql.Array {
	if !inTurn(ctx) {
		return graphql.MarshalSliceConcurrently(ctx, length, workerLimit, omitPanicHandler, element)
	}
	array := make(graphql.Array, length)
	for i := range array {
		array[i] = guarded(graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i}), i, element)
	}
	return array
}

// guarded makes a panic an error of its element.
func guarded(ctx context.Context, i int, element func(ctx context.Context, i int) graphql.Marshaler) (value graphql.Marshaler) {
	defer func() {
		if cause := recover(); cause != nil {
			graphql.AddError(ctx, graphql.Recover(ctx, cause))
			value = graphql.Null
		}
	}()
	return element(ctx, i)
}
