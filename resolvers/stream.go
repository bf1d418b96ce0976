package resolvers

import (
	"context"
	"errors"
	"fmt"

	"dateline/graph"
	"dateline/schema/direct"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// stream answers a request of any kind: a query or mutation once, a subscription until ctx
// ends, its source fails or send does. A request that is refused is answered once.
func (e *engine) stream(ctx context.Context, request Request, permit permission, send func(result) error) error {
	opened, answer := e.open(ctx, request, permit)
	if opened == nil {
		return send(answer)
	}
	defer opened.source.close()
	for {
		value, err := opened.source.next(ctx)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if errors.Is(err, errEnd) {
			return nil
		}
		if err != nil {
			return send(result{response: e.executor.DispatchError(withIncident(ctx), gqlerror.List{gqlerror.Wrap(err)})})
		}
		if err := send(opened.deliver(ctx, value)); err != nil {
			return err
		}
	}
}

// subscription is an operation that is executed for each value of its source.
type subscription struct {
	engine    *engine
	operation *graphql.OperationContext
	source    source
	filled    bool
}

// open opens a subscription, or answers any other request.
func (e *engine) open(ctx context.Context, request Request, permit permission) (opened *subscription, answer result) {
	subscribes := false
	permitted := func(operation *ast.OperationDefinition) *gqlerror.Error {
		if permit != nil {
			if err := permit(operation); err != nil {
				return err
			}
		}
		subscribes = operation.Operation == ast.Subscription
		return nil
	}
	opens := new(opening)
	answer = e.execute(context.WithValue(ctx, openingKey{}, opens), request, permitted, func(operation *graphql.OperationContext) {
		opened = &subscription{engine: e, operation: operation, filled: tellsFilled(operation.Operation)}
	})
	if !subscribes || opens.source == nil || opened == nil {
		return nil, answer
	}
	opened.source = opens.source
	return opened, answer
}

// tellsFilled reports whether all that a subscription asks for comes with its values; see
// comesFilled.
func tellsFilled(operation *ast.OperationDefinition) bool {
	return direct.All(operation.SelectionSet, func(root *ast.Field) bool {
		return direct.All(root.SelectionSet, func(field *ast.Field) bool {
			return direct.All(field.SelectionSet, isFilled)
		})
	})
}

// deliver executes the operation for one value.
func (s *subscription) deliver(ctx context.Context, value any) (answer result) {
	e := s.engine
	ctx, cancel := context.WithTimeout(ctx, e.options.Timeout)
	defer cancel()
	ctx, notices := withNotices(withLoaders(withCalls(withIncident(graphql.StartOperationTrace(ctx))), few{e.store}))
	ctx = context.WithValue(ctx, deliveryKey{}, value)
	defer func() {
		if cause := recover(); cause != nil {
			answer = e.refuse(ctx, gqlerror.List{gqlerror.Wrap(recovered(ctx, cause))})
		}
	}()
	if s.filled {
		ctx = direct.Filled(ctx)
	}
	select { // thousands may have something to deliver at once
	case e.delivering <- struct{}{}:
		defer func() { <-e.delivering }()
	case <-ctx.Done():
		return e.late(ctx)
	}
	respond, ctx := e.executor.DispatchOperation(ctx, s.again())
	response := respond(ctx)
	if response == nil {
		return e.late(ctx)
	}
	if said := notices.extensions(); said != nil {
		response.Extensions = said
	}
	return result{response: response}
}

// late answers with the error of a deadline, or of a client that has left.
func (e *engine) late(ctx context.Context) result {
	err := graph.ErrTimeout
	if ctx.Err() != nil {
		err = fmt.Errorf("%w: %w", err, ctx.Err())
	}
	return result{response: e.executor.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(err)})}
}

// again returns the operation for another execution.
func (s *subscription) again() *graphql.OperationContext {
	o := s.operation
	return &graphql.OperationContext{
		RawQuery: o.RawQuery, Variables: o.Variables, OperationName: o.OperationName, Doc: o.Doc, Operation: o.Operation,
		DisableIntrospection: o.DisableIntrospection, RecoverFunc: o.RecoverFunc,
		ResolverMiddleware: o.ResolverMiddleware, RootResolverMiddleware: o.RootResolverMiddleware, Stats: o.Stats,
	}
}
